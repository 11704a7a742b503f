package solver

import (
	"context"
	"fmt"
	"math/big"
	"os"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// reveal publishes the model, in as many parts as its evaluator takes.
func (s *Solver) reveal(ctx context.Context, a *Attempt, ch *market.Challenge) error {
	p, err := s.prove(a, ch)
	if err != nil {
		return err
	}
	for i, part := range p.Parts {
		key := a.Key + "/reveal"
		if i > 0 {
			key = fmt.Sprintf("%s/%d", key, i)
		}
		data := s.cfg.Market.ABI.PackRevealModel(ch.Number(), new(big.Int).SetUint64(a.Entry), part.Data)
		call := txmgr.Call{Data: data, Blobs: part.Blobs, Deadline: turnEnd(ch), Worth: s.stake(ch), Gas: uint64(min(txmgr.GasCap, market.GasReveal+market.RevealPerByte*len(part.Data)))}
		if _, done, err := s.send(ctx, key, call); err != nil || !done {
			return err
		}
	}
	return s.move(a, Revealed, "our claim leads")
}

// evidence is what an attempt has read from the chain. It is a cache: all of it follows
// from the draw.
type evidence struct {
	seed     [32]byte
	groups   []market.Group
	model    string       // the hash of ours that is counted
	right    []bool       // what it is right about; nil: not known yet
	counting chan counted // is told; nil: nobody counts
}

// counted is what has come of counting.
type counted struct {
	right []bool
	err   error
}

// right is what our model is right about, where that is asserted; nil as long as it is counted. It is counted once, and beside the loop: a
// large hold-out can take as long as a turn.
func (s *Solver) right(ctx context.Context, a *Attempt, ch *market.Challenge) ([]bool, error) {
	groups, err := s.holdout(ctx, ch)
	if err != nil {
		return nil, err
	}
	e := s.evidence[ch.Key()]
	if model := string(a.ModelHash); e.model != model {
		*e = evidence{seed: e.seed, groups: groups, model: model}
	}
	if e.right == nil && e.counting == nil {
		raw, err := os.ReadFile(a.Artifact)
		if err != nil {
			return nil, err
		}
		done, copied := make(chan counted, 1), *ch
		e.counting = done
		count := func() {
			right, err := player.Right(ctx, &copied, raw, groups)
			done <- counted{right, err}
		}
		if s.player.Beside {
			s.fetches.Go(count)
		} else {
			count()
		}
	}
	select {
	case c := <-e.counting:
		e.right, e.counting, err = c.right, nil, c.err
	default:
	}
	return e.right, err
}

// holdout is the revealed hold-out, read once for each draw.
func (s *Solver) holdout(ctx context.Context, ch *market.Challenge) ([]market.Group, error) {
	if e, ok := s.evidence[ch.Key()]; ok && e.seed == ch.Seed {
		return e.groups, nil
	}
	groups, err := s.cfg.Market.Revealed(ctx, ch)
	if err == nil {
		s.evidence[ch.Key()] = &evidence{seed: ch.Seed, groups: groups}
	}
	return groups, err
}

// count counts what our model is right about; known is false as long as it does.
func (s *Solver) count(ctx context.Context, a *Attempt, ch *market.Challenge) (known bool, err error) {
	if ch.Target.Disputed() {
		right, err := s.right(ctx, a, ch)
		a.Claim = 0
		for _, is := range right {
			if is {
				a.Claim++
			}
		}
		return right != nil, err
	}
	groups, err := s.holdout(ctx, ch)
	if err != nil {
		return false, err
	}
	raw, err := os.ReadFile(a.Artifact)
	if err != nil {
		return false, err
	}
	n, err := evaluator.Parse(raw)
	if err != nil {
		return false, fmt.Errorf("%s: %w", a.Artifact, err)
	}
	a.Claim, err = market.CountRight(n, ch, groups)
	return err == nil, err
}

// prove makes the proof of our model.
func (s *Solver) prove(a *Attempt, ch *market.Challenge) (market.Proof, error) {
	raw, err := os.ReadFile(a.Artifact)
	if err != nil {
		return market.Proof{}, err
	}
	p, err := market.Prove(ch, raw)
	if err != nil {
		return market.Proof{}, fmt.Errorf("%s: %w", a.Artifact, err)
	}
	return p, nil
}

// evaluate sends the next batches that the contract has not counted.
func (s *Solver) evaluate(ctx context.Context, a *Attempt, ch *market.Challenge) error {
	if a.State == Claimed {
		if err := s.move(a, Revealed, "our claim leads"); err != nil {
			return err
		}
	}
	groups, err := s.holdout(ctx, ch)
	if err != nil {
		return err
	}
	p, err := s.prove(a, ch)
	if err != nil {
		return err
	}
	send := func(batch []int, call txmgr.Call) error {
		worth := s.stake(ch) // of all batches together
		if worth != nil {
			worth.Div(worth.Mul(worth, big.NewInt(int64(len(batch)))), big.NewInt(int64(ch.Terms.HoldoutGroups)))
		}
		key := fmt.Sprintf("%s/evaluate/%d-%d", a.Key, batch[0], batch[len(batch)-1])
		call.Deadline, call.Worth, call.Gas = turnEnd(ch), worth, p.Gas(len(batch), call.Data)
		_, _, err := s.send(ctx, key, call)
		return err
	}
	if err := s.cfg.Market.EvaluateAll(ctx, ch, a.Entry, p, groups, send); err != nil {
		return err
	}
	entry, err := s.cfg.Market.Entry(ctx, ch.ID, a.Entry)
	if err == nil && int(entry.Right) != a.Right {
		a.Right = int(entry.Right)
		err = s.save(a)
	}
	return err
}
