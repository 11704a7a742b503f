package player

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// overdueAtOnce is how many games of others are read, and ended, at one look.
const overdueAtOnce = 16

// courtesy is for how long, in seconds, games of others are left to them when their clocks have run out; less where
// the clocks are short.
const courtesy = 120

// overdue ends games of others in which nobody moves any more: there is no verdict while one is open, so who plays
// against themselves and stops would keep everybody's money where it is. It is not looked at them before all of
// their clocks have run out, as a liar can open any number, and then for a while not, so that the players come
// first. waits: there are some, and something of ours hangs on them.
func (p *Player) overdue(ctx context.Context, key string, ch *market.Challenge, claim [32]byte, c market.Assertion, head *types.Header) (waits bool, err error) {
	now, clock := int64(head.Time), int64(c.Clock)
	if c.Solver == p.Tx.Address() || c.Lost || c.Games.Sign() == 0 || now <= c.Until.Int64() || market.Phase(ch.Phase) == market.PhaseClosed {
		return false, nil
	}
	at, err := p.stakes(ctx, ch)
	if err != nil || at.End == nil {
		return err != nil, err
	}
	if now <= c.Until.Int64()+2*clock+min(clock/8, courtesy) {
		return true, nil
	}
	open, err := p.stale(ctx, ch, claim)
	if err != nil {
		return true, err
	}
	left := c.Games // that are to be ended
	for _, g := range open {
		if dispute.Turn(g.Turn) != dispute.Choosing { // the claim is lost with it, and no other counts
			open, left = []game{g}, big.NewInt(1)
			break
		}
	}
	if price := new(big.Int).Mul(left, big.NewInt(gasTimeout)); head.BaseFee != nil && price.Mul(price, head.BaseFee).Cmp(at.End) >= 0 {
		p.tell(fmt.Sprintf("overdue %x", claim), func() {
			p.Log.Warn("games between others hold a verdict up, and to end them all costs more than is at stake", zap.String("challenge", ch.Key()), zap.String("games", left.String()))
		})
		return true, nil
	}
	worth := new(big.Int).Div(at.End, left)
	var faults []error
	for _, g := range open {
		name := fmt.Sprintf("%s/overdue/%x", key, g.id)
		call := txmgr.Call{To: &ch.Terms.Evaluator, Data: abi.PackTimeout(g.id), Worth: worth, Gas: gasTimeout}
		_, done, err := p.Tx.Step(ctx, name, call)
		if done {
			p.tell(name, func() {
				p.Log.Info("a game between others that nobody went on with is ended", zap.String("challenge", ch.Key()), zap.String("game", fmt.Sprintf("%x", g.id[:6])))
			})
		}
		if !errors.Is(err, txmgr.ErrRevert) { // somebody was faster
			faults = append(faults, err)
		}
	}
	return true, errors.Join(faults...)
}

// stale are the oldest of the games about a claim that are open. Which those are its events say, so that no more are
// read than are wanted, however many there are.
func (p *Player) stale(ctx context.Context, ch *market.Challenge, claim [32]byte) (open []game, err error) {
	logs, err := p.Market.DisputeLogs(ctx, ch, "Disputed", claim)
	if err != nil {
		return nil, err
	}
	var all []game
	var which []int
	for i, log := range logs {
		if e, err := abi.UnpackDisputedEvent(&logs[i]); err == nil && !log.Removed {
			which = append(which, len(all))
			all = append(all, game{id: e.Game, DisputeGame: contract.DisputeGame{Challenger: e.Challenger}})
		}
	}
	ends, err := p.ends(ctx, ch, all, which)
	if err != nil {
		return nil, err
	}
	for _, g := range all {
		if ends[g.id].loser != nobody || len(open) == overdueAtOnce {
			continue
		}
		if g.DisputeGame, err = read(ctx, p, ch, abi.PackGetGame(g.id), abi.UnpackGetGame); err != nil {
			return nil, err
		}
		if g.Claim == claim && !g.closed() {
			open = append(open, g)
		}
	}
	return open, nil
}
