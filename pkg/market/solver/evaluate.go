package solver

import (
	"context"
	"fmt"
	"math/big"
	"os"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
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
	seed   [32]byte
	groups []market.Group
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
