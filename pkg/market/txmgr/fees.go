package txmgr

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
)

// ErrTooDear reports a call whose gas would cost more than it is worth; nothing
// was sent. Gas may be cheaper later.
var ErrTooDear = errors.New("its gas would cost more than it is worth")

// ErrNoBaseFee reports a chain without a base fee.
var ErrNoBaseFee = errors.New("the chain has no base fee: it lacks the fee market of EIP-1559 (London)")

// fees are the tip and the most that a gas of a new intent's transaction may
// cost: twice the present base fee, within the intent's ceiling.
func (m *Manager) fees(ctx context.Context, in *Intent, gas uint64) (tip, feeCap *big.Int, err error) {
	tip, base, err := m.market(ctx)
	if err != nil {
		return nil, nil, err
	}
	now := new(big.Int).Add(base, tip)
	most := m.nodeCap(gas)
	if least := new(big.Int).Add(base, new(big.Int).Rsh(base, 3)); most.Cmp(least) < 0 {
		return nil, nil, fmt.Errorf("%w: at the present base fee its gas may cost %v wei, and nodes take at most %v", ErrTooMuchGas, new(big.Int).Mul(base, new(big.Int).SetUint64(gas)), m.opt.NodeCap)
	}
	if cost := new(big.Int).Mul(now, new(big.Int).SetUint64(gas)); in.Worth != nil && cost.Cmp(in.Worth) > 0 {
		return nil, nil, fmt.Errorf("%w: %v wei, worth %v", ErrTooDear, cost, in.Worth)
	}
	feeCap = new(big.Int).Add(tip, new(big.Int).Lsh(base, 1))
	tip, feeCap = within(m.ceiling(in, gas), tip, feeCap)
	tip, feeCap = within(most, tip, feeCap)
	return tip, feeCap, nil
}

// nodeCap is the most that a gas may cost for nodes to take a transaction of so much
// gas at all. Both figures are upper bounds of our own choice.
func (m *Manager) nodeCap(gas uint64) *big.Int {
	return new(big.Int).Div(m.opt.NodeCap, new(big.Int).SetUint64(max(gas, 1)))
}

// freeTip is a tip that is believed whatever the base fee is.
var freeTip = big.NewInt(3e9)

// market is what gas costs now. A tip far beyond the base fee is no price but a
// node's whim, or worse.
func (m *Manager) market(ctx context.Context) (tip, base *big.Int, err error) {
	if tip, err = m.backend.SuggestGasTipCap(ctx); err != nil {
		return nil, nil, err
	}
	head, err := m.backend.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, nil, err
	}
	if base = head.BaseFee; base == nil {
		return nil, nil, ErrNoBaseFee
	}
	most := base
	if most.Cmp(freeTip) < 0 {
		most = freeTip
	}
	if tip.Cmp(most) > 0 {
		tip = most
	}
	return tip, base, nil
}

func within(ceiling, tip, feeCap *big.Int) (*big.Int, *big.Int) {
	if feeCap.Cmp(ceiling) > 0 {
		feeCap = ceiling
	}
	if tip.Cmp(feeCap) > 0 {
		tip = feeCap
	}
	return tip, feeCap
}

// ceiling is the most that a gas of an intent may cost now. Far from a deadline
// it is a quarter of the highest fee, and rises to all of it: gas may become
// cheaper while there is time, and must be paid for when there is none. It
// never costs more than the call is worth. But what waits behind an intent for
// its nonce may lift it.
func (m *Manager) ceiling(in *Intent, gas uint64) *big.Int {
	now, highest := m.opt.Now(), m.ownCeiling(in, gas, m.opt.Now())
	for _, other := range m.intents {
		if other.State != Pending || other.Nonce <= in.Nonce {
			continue
		}
		if tx, err := decode(other.Raw[len(other.Raw)-1]); err == nil {
			if c := m.ownCeiling(other, tx.Gas(), now); c.Cmp(highest) > 0 {
				highest = c
			}
		}
	}
	return highest
}

func (m *Manager) ownCeiling(in *Intent, gas uint64, now time.Time) *big.Int {
	c := new(big.Int).Set(m.opt.MaxFeePerGas)
	if whole := in.Deadline.Sub(in.Created); !in.Deadline.IsZero() && whole > 0 {
		passed := min(max(now.Sub(in.Created), 0), whole)
		c.Mul(c, big.NewInt(int64(whole/4+3*passed/4)))
		c.Div(c, big.NewInt(int64(whole)))
	}
	if in.Worth != nil && gas > 0 {
		if most := new(big.Int).Div(in.Worth, new(big.Int).SetUint64(gas)); most.Cmp(c) < 0 {
			return most
		}
	}
	return c
}

// replace signs the same call with the same nonce at a higher fee: a quarter
// more or what gas costs now, within the ceiling. Nodes take a replacement that
// pays a tenth more.
func (m *Manager) replace(ctx context.Context, in *Intent) error {
	old, err := decode(in.Raw[len(in.Raw)-1])
	if err != nil {
		return err
	}
	tipNow, base, err := m.market(ctx)
	if err != nil {
		return err
	}
	raise := func(v, now *big.Int) *big.Int {
		r := new(big.Int).Mul(v, big.NewInt(5))
		if r.Add(r.Rsh(r, 2), big.NewInt(1)); r.Cmp(now) < 0 {
			return now
		}
		return r
	}
	tip := raise(old.GasTipCap(), tipNow)
	feeCap := raise(old.GasFeeCap(), new(big.Int).Add(tipNow, new(big.Int).Lsh(base, 1)))
	tip, feeCap = within(m.ceiling(in, old.Gas()), tip, feeCap)
	tip, feeCap = within(m.nodeCap(old.Gas()), tip, feeCap)
	tenthMore := func(v, than *big.Int) bool {
		return new(big.Int).Mul(v, big.NewInt(10)).Cmp(new(big.Int).Mul(than, big.NewInt(11))) >= 0
	}
	if !tenthMore(feeCap, old.GasFeeCap()) || !tenthMore(tip, old.GasTipCap()) {
		m.send(ctx, in) // it pays the most that it may now
		return nil
	}
	tx := types.NewTx(&types.DynamicFeeTx{
		ChainID: m.chainID, Nonce: in.Nonce, GasTipCap: tip, GasFeeCap: feeCap,
		Gas: old.Gas(), To: old.To(), Value: old.Value(), Data: old.Data(),
	})
	if err := m.sign(in, tx); err != nil {
		return err
	}
	m.send(ctx, in)
	return nil
}
