package solver

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// advance lets an attempt take its next step. A step whose call the contract
// refuses is tried again later: somebody else may have done it.
func (s *Solver) advance(ctx context.Context, a *Attempt, ch *market.Challenge, head *types.Header) error {
	view := View{Challenge: ch, Now: time.Unix(int64(head.Time), 0), Number: head.Number.Uint64(), Margin: s.cfg.Margin}
	if wait, err := s.redrawn(a, ch, head); err != nil || wait {
		return err
	}
	if swept, err := s.sweep(ctx, a, ch); err != nil || !swept {
		return err
	}
	if err := s.recall(ctx, a, ch); err != nil {
		return err
	}
	if a.HasEntry && s.cfg.Tx != nil {
		if err := s.rollback(ctx, a, ch, &view); err != nil {
			return err
		}
	}
	if a.HasEntry && !a.Withdrawn {
		if p := ch.At(view.Now); p == market.PhaseEvaluate {
			var err error
			if view.Leader, view.HasLeader, err = s.cfg.Market.Leader(ctx, ch.ID); err != nil {
				return err
			}
			if view.HasLeader && ch.Target.Disputed() {
				if view.Assertion, err = s.cfg.Market.Assertion(ctx, ch, view.Leader); err != nil {
					return err
				}
				s.standing(a, &view)
			}
		}
	}
	if !a.HasEntry && a.State == Ready && s.cfg.Tx != nil {
		_, view.Committing = s.cfg.Tx.Known(s.cfg.Tx.Fresh(a.Key + "/commit"))
	}
	step, reason := Next(*a, view)
	if step != StepExpire {
		delete(s.expiring, a.Key)
	}
	if step == StepNone || time.Now().Before(s.retry[a.Key]) {
		return nil
	}
	if step == StepExpire && !s.expires(a.Key, view.Number) {
		return nil
	}
	if s.cfg.Tx == nil && step != StepExpire {
		return nil
	}
	err := s.take(ctx, step, reason, a, ch, view)
	if errors.Is(err, txmgr.ErrRevert) {
		s.cfg.Log.Warn("step refused", zap.String("challenge", a.Key), zap.String("step", string(step)), zap.Error(err))
		s.retry[a.Key] = time.Now().Add(2 * s.cfg.Poll)
		return nil
	}
	return err
}

// expires reports whether an attempt's end was seen at two heads: there is no way back
// from it, and a single answer may be wrong.
func (s *Solver) expires(key string, head uint64) bool {
	seen, ok := s.expiring[key]
	if !ok || head < seen {
		s.expiring[key] = head
	}
	return ok && head > seen
}

// redraw is a draw that differs from the one that an attempt is for.
type redraw struct {
	seed [32]byte
	head uint64
}

// redrawn starts an attempt over if the chain tells of another draw, and still does a
// block later: a single answer may be wrong. Meanwhile no step is taken.
func (s *Solver) redrawn(a *Attempt, ch *market.Challenge, head *types.Header) (wait bool, err error) {
	next, changed := Redrawn(*a, ch.Seed)
	if !changed {
		delete(s.redraws, a.Key)
		return false, nil
	}
	if seen, ok := s.redraws[a.Key]; !ok || seen.seed != ch.Seed || head.Number.Uint64() <= seen.head {
		if !ok || seen.seed != ch.Seed {
			s.redraws[a.Key] = redraw{ch.Seed, head.Number.Uint64()}
		}
		return true, nil
	}
	delete(s.redraws, a.Key)
	s.cfg.Log.Warn("the draw was taken back", zap.String("challenge", a.Key), zap.String("state", string(next.State)))
	*a = next
	return false, s.save(a)
}

// sweep settles entries of ours in a closed challenge that the attempt does not
// know, whatever became of the memory of them; done is true once there are none.
func (s *Solver) sweep(ctx context.Context, a *Attempt, ch *market.Challenge) (done bool, err error) {
	if s.cfg.Tx == nil || a.Swept || market.Phase(ch.Phase) != market.PhaseClosed || ch.Commits == 0 || time.Now().Before(s.retry[a.Key]) {
		return true, nil
	}
	if !a.HasEntry && s.sweeping { // of those that we know nothing of, one at a look
		return true, nil
	}
	s.sweeping = s.sweeping || !a.HasEntry
	entries, err := s.cfg.Market.OwnEntries(ctx, ch, s.cfg.Tx.Address())
	if err != nil {
		return false, err
	}
	for _, n := range entries {
		e, ours, err := s.cfg.Market.OwnEntry(ctx, ch.ID, n, s.cfg.Tx.Address())
		if err != nil {
			return false, err
		}
		if !ours || e.Status == market.EntrySettled || a.HasEntry && n == a.Entry {
			continue
		}
		key := fmt.Sprintf("%s/settle/%d", a.Key, n)
		if _, done, err := s.send(ctx, key, txmgr.Call{Data: s.cfg.Market.ABI.PackClaimBond(ch.Number(), new(big.Int).SetUint64(n)), Worth: s.stake(ch)}); err != nil || !done {
			return false, err
		}
	}
	a.Swept = true
	return true, s.save(a)
}

// rollback reads our entry and corrects the attempt if the chain has taken
// blocks back. An attempt long done is left alone.
func (s *Solver) rollback(ctx context.Context, a *Attempt, ch *market.Challenge, view *View) error {
	withdrawn := a.Withdrawn
	for _, part := range []string{"/withdraw", "/withdraw/token"} {
		if in, known := s.cfg.Tx.Known(s.cfg.Tx.Fresh(a.Key + part)); known {
			withdrawn = withdrawn && in.State == txmgr.Mined
		}
	}
	if a.Withdrawn && withdrawn {
		return nil
	}
	entry, present, err := s.cfg.Market.OwnEntry(ctx, ch.ID, a.Entry, s.cfg.Tx.Address())
	if err != nil {
		return err
	}
	view.Entry = entry
	corrected, changed := Rollback(*a, entry, present, withdrawn)
	if !changed {
		return nil
	}
	s.cfg.Log.Warn("the chain took blocks back", zap.String("challenge", a.Key), zap.String("from", string(a.State)), zap.String("to", string(corrected.State)))
	*a = corrected
	return s.save(a)
}

func (s *Solver) take(ctx context.Context, step Step, reason string, a *Attempt, ch *market.Challenge, v View) error {
	switch step {
	case StepExpire:
		return s.move(a, Expired, reason)
	case StepFetch:
		return s.fetch(ctx, a, ch)
	case StepCommit:
		return s.commit(ctx, a, ch)
	case StepCount:
		return s.countAndClaim(ctx, a, ch)
	case StepReveal:
		return s.reveal(ctx, a, ch)
	case StepEvaluate:
		return s.evaluate(ctx, a, ch)
	case StepAssert:
		return s.assert(ctx, a, ch)
	case StepFinalize:
		// Several turns may end in one challenge: the key names the state that it ends.
		key := fmt.Sprintf("%s/finalize/%d/%d/%d", a.Key, ch.Phase, ch.Deadline, ch.Winner)
		_, _, err := s.send(ctx, key, txmgr.Call{Data: s.cfg.Market.ABI.PackFinalize(ch.Number()), Worth: s.stake(ch), Gas: market.GasClosing})
		return err
	case StepSettle:
		return s.settle(ctx, a, ch, v)
	case StepWithdraw:
		return s.withdraw(ctx, a, ch)
	}
	return nil
}

// send makes progress on one transaction; done is true once it is confirmed.
func (s *Solver) send(ctx context.Context, key string, call txmgr.Call) (receipt *types.Receipt, done bool, err error) {
	call.To = &s.cfg.Market.Address
	return s.cfg.Tx.Step(ctx, key, call)
}

// turnEnd is the deadline of the turn that is on, or that begins with the next call.
func turnEnd(ch *market.Challenge) time.Time {
	end := ch.DeadlineTime()
	if market.Phase(ch.Phase) == market.PhaseClaim {
		end = end.Add(time.Duration(ch.Terms.TurnWindow) * time.Second)
	}
	return end
}

// attemptOf finds the attempt that an intent belongs to.
func (s *Solver) attemptOf(key string) *Attempt {
	for _, a := range s.attempts {
		if strings.HasPrefix(key, a.Key+"/") {
			return a
		}
	}
	return nil
}

// fetch downloads and verifies the training data beside the loop.
func (s *Solver) fetch(ctx context.Context, a *Attempt, ch *market.Challenge) error {
	if s.fetching[a.Key] {
		return nil
	}
	if ch.Target == "" {
		return s.move(a, Passed, market.ErrForeignEvaluator.Error())
	}
	if why := s.cfg.Accept(ch); why != "" {
		return s.move(a, Passed, why)
	}
	s.fetching[a.Key] = true
	a.Seed = slices.Clone(ch.Seed[:])
	copied := *ch
	s.fetches.Go(func() {
		path, shape, err := s.cfg.Fetch(ctx, &copied)
		select {
		case s.fetched <- fetchResult{copied.Key(), path, shape, err}:
		case <-ctx.Done():
		}
	})
	return nil
}

func (s *Solver) commit(ctx context.Context, a *Attempt, ch *market.Challenge) error {
	commitment, err := s.cfg.Market.Commitment(ctx, ch.ID, s.cfg.Tx.Address(), [32]byte(a.ModelHash), [32]byte(a.Salt))
	if err != nil {
		return err
	}
	if err := s.affordable(a, ch); err != nil {
		return err
	}
	again := s.cfg.Tx.Fresh(a.Key+"/commit") != a.Key+"/commit"
	if _, sent := s.cfg.Tx.Known(a.Key + "/commit"); again || !sent && ch.Commits > 0 { // as far as the store remembers
		if found, err := s.adoptEntry(ctx, a, ch, commitment); err != nil || found {
			return err
		}
	}
	receipt, done, err := s.send(ctx, a.Key+"/commit", txmgr.Call{
		Data: s.cfg.Market.ABI.PackCommit(ch.Number(), ch.DatasetHash, commitment), Value: ch.CommitBond(), Deadline: ch.DeadlineTime(), Worth: s.worth(ch), Gas: market.GasClaim,
	})
	if err != nil || !done {
		return err
	}
	for _, log := range receipt.Logs {
		if e, err := s.cfg.Market.ABI.UnpackCommittedEvent(log); err == nil {
			a.HasEntry, a.Entry = true, e.Entry.Uint64()
			return s.move(a, Committed, fmt.Sprintf("entry %d", a.Entry))
		}
	}
	return fmt.Errorf("%s/commit: transaction %s has no Committed event", a.Key, receipt.TxHash)
}

// adoptEntry takes up an entry of ours that stands on chain with this very commitment:
// before a commit is made again that seems to have failed, it is looked for, since
// what an endpoint says of a block may be made up, and the second would cost a bond.
func (s *Solver) adoptEntry(ctx context.Context, a *Attempt, ch *market.Challenge, commitment [32]byte) (found bool, err error) {
	entries, err := s.cfg.Market.OwnEntries(ctx, ch, s.cfg.Tx.Address())
	if err != nil {
		return false, err
	}
	for _, n := range entries {
		e, ours, err := s.cfg.Market.OwnEntry(ctx, ch.ID, n, s.cfg.Tx.Address())
		if err != nil {
			return false, err
		}
		if ours && e.Commitment == commitment {
			a.HasEntry, a.Entry = true, n
			return true, s.move(a, Committed, fmt.Sprintf("entry %d, found on chain", n))
		}
	}
	return false, nil
}

// countAndClaim counts our right answers on the revealed test data as the
// contract will, and claims just that.
func (s *Solver) countAndClaim(ctx context.Context, a *Attempt, ch *market.Challenge) error {
	if a.Claim == 0 {
		if known, err := s.count(ctx, a, ch); err != nil || !known {
			return err
		}
		if a.Claim < a.Need {
			return s.move(a, Beaten, fmt.Sprintf("%d of %d right, %d needed", a.Claim, a.Points, a.Need))
		}
		if err := s.save(a); err != nil {
			return err
		}
	}
	data := s.cfg.Market.ABI.PackClaim(ch.Number(), new(big.Int).SetUint64(a.Entry), [32]byte(a.ModelHash), [32]byte(a.Salt), big.NewInt(int64(a.Claim)))
	_, done, err := s.send(ctx, a.Key+"/claim", txmgr.Call{Data: data, Value: ch.ClaimBond(), Deadline: ch.DeadlineTime(), Worth: s.stake(ch), Gas: market.GasClaim})
	if err != nil || !done {
		return err
	}
	return s.move(a, Claimed, fmt.Sprintf("%d of %d right, %d needed", a.Claim, a.Points, a.Need))
}
