// Package organiser carries out what an organiser of challenges does on chain.
package organiser

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// Organiser carries out an organiser's steps, one command each; most of them
// anyone may do. Each returns what it cost in Spent.
type Organiser struct {
	Market *market.Market
	Tx     *txmgr.Manager
	Poll   time.Duration // between two looks where it waits; default 1 s
	Spent  *big.Int      // wei for gas so far
	Sent   int           // transactions so far
	Log    *zap.Logger   // of disputes
	// MaxGameBonds is how much wei games against false claims may have locked at once; nil: there is no bound.
	MaxGameBonds *big.Int

	// Beside: claims are computed beside the looks at disputes, until Close.
	Beside bool

	player *player.Player  // of disputes
	named  map[uint64]bool // challenges in which we take part; nil: in all that we look at
	stake  func(ctx context.Context, ch *market.Challenge) (*big.Int, error)
}

// New sends through tx.
func New(m *market.Market, tx *txmgr.Manager) *Organiser {
	return &Organiser{Market: m, Tx: tx, Poll: time.Second, Spent: new(big.Int), Log: zap.NewNop()}
}

// do sends one transaction and waits until it is confirmed.
func (o *Organiser) do(ctx context.Context, key string, data []byte, value *big.Int) (*types.Receipt, error) {
	return o.wait(ctx, key, txmgr.Call{To: &o.Market.Address, Data: data, Value: value})
}

func (o *Organiser) wait(ctx context.Context, key string, call txmgr.Call) (*types.Receipt, error) {
	// What was mined before may have been taken back by the chain.
	if err := o.Tx.Advance(ctx); err != nil {
		return nil, err
	}
	key = o.Tx.Fresh(key)
	receipt, err := o.Tx.Wait(ctx, key, call)
	if in, _ := o.Tx.Known(key); receipt != nil {
		gas, _ := in.Cost() // its blobs' too
		o.Spent.Add(o.Spent, gas)
		o.Sent++
	}
	return receipt, market.Explain(err)
}

// Rules are what a market holds all challenges to.
type Rules struct {
	MinWindow    uint32   // seconds
	MinBond      *big.Int // wei
	MinDrawDelay uint16   // blocks
	GasPrice     *big.Int // wei: a high one, that bonds of disputes are reckoned at
}

// Deploy deploys the evaluators and a market that knows them.
func (o *Organiser) Deploy(ctx context.Context, key string, r Rules) (at common.Address, known map[evaluator.Target]common.Address, err error) {
	known = map[evaluator.Target]common.Address{}
	var addresses []common.Address
	for _, t := range evaluator.All() {
		receipt, err := o.wait(ctx, key+"/"+string(t), txmgr.Call{Data: market.DeployCode(t, r.GasPrice)})
		if err != nil {
			return at, nil, err
		}
		known[t] = receipt.ContractAddress
		addresses = append(addresses, receipt.ContractAddress)
	}
	input := o.Market.ABI.PackConstructor(addresses, r.MinWindow, r.MinBond, r.MinDrawDelay)
	receipt, err := o.wait(ctx, key+"/market", txmgr.Call{Data: append(common.FromHex(contract.MarketMetaData.Bin), input...)})
	if err != nil {
		return at, nil, err
	}
	return receipt.ContractAddress, known, nil
}

// Create opens a challenge; the organiser's bond is sent along, and the reward,
// for which the market is approved if it is in a token.
func (o *Organiser) Create(ctx context.Context, key string, t market.Terms, reward *big.Int) (id uint64, err error) {
	value := t.OrganiserBond
	if t.Token == market.Ether {
		value = new(big.Int).Add(reward, t.OrganiserBond)
	} else if err := o.approve(ctx, key, t.Token, reward); err != nil {
		return 0, err
	}
	r, err := o.do(ctx, key, o.Market.ABI.PackCreateChallenge(t, reward), value)
	if err != nil {
		return 0, err
	}
	for _, log := range r.Logs {
		if e, err := o.Market.ABI.UnpackChallengeCreatedEvent(log); err == nil {
			return e.Id.Uint64(), nil
		}
	}
	return 0, fmt.Errorf("transaction %s has no ChallengeCreated event", r.TxHash)
}

// Fund adds to the reward.
func (o *Organiser) Fund(ctx context.Context, key string, ch *market.Challenge, amount *big.Int) error {
	value := amount
	if ch.Terms.Token != market.Ether {
		if err := o.approve(ctx, key, ch.Terms.Token, amount); err != nil {
			return err
		}
		value = nil
	}
	_, err := o.do(ctx, key, o.Market.ABI.PackFund(ch.Number(), ch.Owner, ch.DatasetHash, amount), value)
	return err
}

// Cancel calls the challenge off before the draw's block.
func (o *Organiser) Cancel(ctx context.Context, key string, id uint64) error {
	_, err := o.do(ctx, key, o.Market.ABI.PackCancel(new(big.Int).SetUint64(id)), nil)
	return err
}

// Draw waits for the draw's block to pass and draws the hold-out by it.
func (o *Organiser) Draw(ctx context.Context, key string, id uint64, poll time.Duration) error {
	ch, err := o.Market.Challenge(ctx, id)
	if err != nil {
		return err
	}
	if market.Phase(ch.Phase) != market.PhaseCreated {
		return fmt.Errorf("challenge %s is %s: the draw is behind it", ch.Key(), market.Phase(ch.Phase))
	}
	for {
		head, err := o.Market.Head(ctx)
		if err != nil {
			return err
		}
		if head.Number.Uint64() > ch.DrawBlock {
			break
		}
		if err := chain.Sleep(ctx, poll); err != nil {
			return fmt.Errorf("block %d has not come: %w", ch.DrawBlock, err)
		}
	}
	header, err := o.Market.HeaderRLP(ctx, ch.DrawBlock)
	if err != nil {
		return err
	}
	_, err = o.do(ctx, key, o.Market.ABI.PackDraw(new(big.Int).SetUint64(id), header), nil)
	return err
}

// Reveal publishes every drawn group that is not public yet.
func (o *Organiser) Reveal(ctx context.Context, key string, id uint64, commitment *dataset.Commitment, payloads [][]byte) error {
	ch, err := o.Market.Challenge(ctx, id)
	if err != nil {
		return err
	}
	if ch.Target == "" {
		return market.ErrForeignEvaluator
	}
	if commitment.Root != ch.DatasetHash {
		return fmt.Errorf("the commitment's root %x is not the challenge's %x", commitment.Root, ch.DatasetHash)
	}
	tree, err := commitment.Tree(payloads)
	if err != nil {
		return err
	}
	groups := make([]market.Group, ch.Terms.HoldoutGroups)
	for slot := range groups {
		g := dataset.Permute(ch.Seed, slot, int(ch.Terms.Groups))
		groups[slot] = market.Group{Slot: slot, Salt: commitment.Salts[g], Proof: tree.Proof(g), Committed: commitment.Committed(g, payloads[g]), Payload: payloads[g]}
	}
	return o.Market.RevealAll(ctx, ch, groups, o.sending(ctx, key))
}

// Evaluate evaluates the model whose turn it is, as anyone may. It returns the
// entry.
func (o *Organiser) Evaluate(ctx context.Context, key string, id uint64) (entry uint64, err error) {
	ch, err := o.Market.Challenge(ctx, id)
	if err != nil {
		return 0, err
	}
	entry, ok, err := o.Market.Leader(ctx, id)
	if err != nil {
		return 0, err
	}
	if !ok {
		return 0, fmt.Errorf("challenge %s has no claim to evaluate", ch.Key())
	}
	raw, err := o.Market.Model(ctx, ch, entry)
	if err != nil {
		return 0, err
	}
	groups, err := o.Market.Revealed(ctx, ch)
	if err != nil {
		return 0, err
	}
	p, err := market.Prove(ch, raw)
	if err != nil {
		return 0, err
	}
	return entry, o.Market.EvaluateAll(ctx, ch, entry, p, groups, o.sending(ctx, key))
}

// sending sends calls about batches of slots, under keys that begin with key.
func (o *Organiser) sending(ctx context.Context, key string) func([]int, txmgr.Call) error {
	return func(batch []int, call txmgr.Call) error {
		call.To = &o.Market.Address
		_, err := o.wait(ctx, fmt.Sprintf("%s/%d-%d", key, batch[0], batch[len(batch)-1]), call)
		return err
	}
}

// Finalize carries out what a passed deadline or a finished evaluation entails.
func (o *Organiser) Finalize(ctx context.Context, key string, id uint64) error {
	_, err := o.do(ctx, key, o.Market.ABI.PackFinalize(new(big.Int).SetUint64(id)), nil)
	return err
}

// WaitFor waits until a challenge has come to a phase by the chain's clock.
func (o *Organiser) WaitFor(ctx context.Context, id uint64, phase market.Phase) error {
	for {
		ch, err := o.Market.Challenge(ctx, id)
		if err != nil {
			return err
		}
		head, err := o.Market.Head(ctx)
		if err != nil {
			return err
		}
		// A call is executed in a later block, whose time is later still.
		if ch.At(time.Unix(int64(head.Time), 0)) >= phase {
			return nil
		}
		if err := chain.Sleep(ctx, o.Poll); err != nil {
			return err
		}
	}
}

// RefundIfDue moves our share of a reward that nobody won to our balance.
func (o *Organiser) RefundIfDue(ctx context.Context, key string, id uint64) error {
	share, err := o.Market.Contribution(ctx, id, o.Tx.Address())
	if err != nil {
		return err
	}
	ch, err := o.Market.Challenge(ctx, id)
	if err != nil {
		return err
	}
	if share.Sign() == 0 || market.Phase(ch.Phase) != market.PhaseClosed || market.Outcome(ch.Outcome) == market.OutcomeWon {
		return nil
	}
	_, err = o.do(ctx, key, o.Market.ABI.PackRefund(new(big.Int).SetUint64(id), o.Tx.Address()), nil)
	return err
}

// Withdraw pays so much of our balance out of the contract, in wei, all of it if
// there is less, and returns how much that was; zero where there is nothing.
func (o *Organiser) Withdraw(ctx context.Context, key string, to common.Address, amount *big.Int) (paid *big.Int, err error) {
	paid, err = o.Market.Credit(ctx, o.Tx.Address())
	if err != nil || paid.Sign() == 0 {
		return paid, err
	}
	r, err := o.do(ctx, key, o.Market.ABI.PackWithdraw(to, amount), nil)
	if err != nil {
		return nil, err
	}
	paid = new(big.Int)
	for _, log := range r.Logs {
		if e, err := o.Market.ABI.UnpackWithdrawnEvent(log); err == nil {
			paid.Add(paid, e.Amount)
		}
	}
	return paid, nil
}

// WithdrawToken does the same with our credit of a challenge's token. What it
// returns is what arrived: tokens may keep fees.
func (o *Organiser) WithdrawToken(ctx context.Context, key string, id uint64, to common.Address, amount *big.Int) (arrived *big.Int, err error) {
	arrived, err = o.Market.TokenCredit(ctx, id, o.Tx.Address())
	if err != nil || arrived.Sign() == 0 {
		return arrived, err
	}
	r, err := o.do(ctx, key, o.Market.ABI.PackWithdrawToken(new(big.Int).SetUint64(id), amount, to), nil)
	if err != nil {
		return nil, err
	}
	arrived = new(big.Int)
	for _, log := range r.Logs {
		if e, err := o.Market.ABI.UnpackTokenWithdrawnEvent(log); err == nil {
			arrived.Add(arrived, e.Arrived)
		}
	}
	return arrived, nil
}
