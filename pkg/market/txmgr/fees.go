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

// ErrNoBlobs reports a chain without blobs.
var ErrNoBlobs = errors.New("the chain has no blobs: it lacks EIP-4844 (Cancun)")

// fees are what a new intent's transaction bids: twice the present base fees, within
// the intent's limit.
func (m *Manager) fees(ctx context.Context, in *Intent, s size, head *types.Header) (bid, error) {
	p, err := m.market(ctx, head, s.blobGas > 0)
	if err != nil {
		return bid{}, err
	}
	eighthMore := func(v *big.Int) *big.Int { return new(big.Int).Add(v, new(big.Int).Rsh(v, 3)) }
	if s.cost(eighthMore(p.base), eighthMore(p.blobGas)).Cmp(m.opt.NodeCap) > 0 {
		return bid{}, fmt.Errorf("%w: at the present base fee its gas may cost %v wei, and nodes take at most %v", ErrTooMuchGas, s.cost(p.base, p.blobGas), m.opt.NodeCap)
	}
	if cost := s.cost(new(big.Int).Add(p.base, p.tip), p.blobGas); in.Worth != nil && cost.Cmp(in.Worth) > 0 {
		return bid{}, fmt.Errorf("%w: %v wei, worth %v", ErrTooDear, cost, in.Worth)
	}
	return m.limit(in, s).within(p.bid(), s), nil
}

// freeTip is a tip that is believed whatever the base fee is.
var freeTip = big.NewInt(3e9)

// market is what gas costs now. A tip far beyond the base fee is no price but a
// node's whim, or worse.
func (m *Manager) market(ctx context.Context, head *types.Header, blobs bool) (p prices, err error) {
	if p.tip, err = m.backend.SuggestGasTipCap(ctx); err != nil {
		return p, err
	}
	if p.base = head.BaseFee; p.base == nil {
		return p, ErrNoBaseFee
	}
	most := p.base
	if most.Cmp(freeTip) < 0 {
		most = freeTip
	}
	p.tip, p.blobGas = lower(p.tip, most), new(big.Int)
	if blobs {
		p.blobGas, err = m.backend.BlobBaseFee(ctx)
	}
	return p, err
}

// limit is the most that an intent's transaction may offer now. Far from a deadline
// a gas may cost a quarter of the highest fee, and then up to all of it: gas may become
// cheaper while there is time, and must be paid for when there is none. All of it
// never costs more than the call is worth, nor more than nodes take. But what waits
// behind an intent for its nonce may lift what it may cost.
func (m *Manager) limit(in *Intent, s size) limit {
	now := m.opt.Now()
	l := limit{m.rising(in, now), m.opt.NodeCap}
	if in.Worth != nil {
		l.sum = in.Worth
	}
	for _, other := range m.intents {
		if other.State != Pending || other.Nonce <= in.Nonce {
			continue
		}
		if tx, err := decode(other.newest()); err == nil {
			c := m.ownCeiling(other, tx.Gas()+tx.BlobGas(), now)
			if c.Cmp(l.price) > 0 {
				l.price = c
			}
			if whole := s.cost(c, c); whole.Cmp(l.sum) > 0 {
				l.sum = whole
			}
		}
	}
	l.sum = lower(l.sum, m.opt.NodeCap)
	return l
}

// rising is the most that a gas of an intent may cost at a time, by its deadline.
func (m *Manager) rising(in *Intent, now time.Time) *big.Int {
	c := new(big.Int).Set(m.opt.MaxFeePerGas)
	if whole := in.Deadline.Sub(in.Created); !in.Deadline.IsZero() && whole > 0 {
		passed := min(max(now.Sub(in.Created), 0), whole)
		c.Mul(c, big.NewInt(int64(whole/4+3*passed/4)))
		c.Div(c, big.NewInt(int64(whole)))
	}
	return c
}

// ownCeiling is the most that each of so much gas may cost, by the intent's deadline
// and by what it is worth.
func (m *Manager) ownCeiling(in *Intent, gas uint64, now time.Time) *big.Int {
	c := m.rising(in, now)
	if in.Worth != nil && gas > 0 {
		c = lower(new(big.Int).Div(in.Worth, new(big.Int).SetUint64(gas)), c)
	}
	return c
}

// replaceAfter is for how long a transaction hangs before it is replaced. With blobs
// a replacement costs twice as much, for which three replacements by a quarter are made
// otherwise.
func (m *Manager) replaceAfter(in *Intent) time.Duration {
	if in.hasBlobs() {
		return 3 * m.opt.ReplaceAfter
	}
	return m.opt.ReplaceAfter
}

// replace signs the same call with the same nonce at a higher fee, within the limit.
func (m *Manager) replace(ctx context.Context, in *Intent, head *types.Header) error {
	old, err := decode(in.newest())
	if err != nil {
		return err
	}
	s, up := sizeOf(old), stepOf(old)
	p, err := m.market(ctx, head, hasBlobs(old))
	if err != nil {
		return err
	}
	b := m.limit(in, s).within(up.raise(bidOf(old), p.bid()), s)
	if up.enough(b, bidOf(old), s) {
		call := Call{To: old.To(), Value: old.Value(), Data: old.Data()}
		if err := m.sign(in, m.transaction(in.Nonce, old.Gas(), b, call, old.BlobTxSidecar())); err != nil {
			return err
		}
	}
	m.offer(ctx, in, head) // where it is not enough, it pays the most that it may now
	return nil
}
