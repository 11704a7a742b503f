package solver

import (
	"context"
	"fmt"
	"slices"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
)

// recall takes up an entry of ours that the attempt does not know, once in a daemon's life and
// before anything is committed: a store that was restored from a copy has forgotten what came after
// it. The entry's model is one of those that are kept on disk, and its salt follows from our secret.
func (s *Solver) recall(ctx context.Context, a *Attempt, ch *market.Challenge) error {
	open := a.State == Seen || a.State == Training || a.State == Ready
	if s.cfg.Tx == nil || s.cfg.Kept == nil || !open || a.HasEntry || ch.Commits == 0 || s.recalled[a.Key] || market.Phase(ch.Phase) == market.PhaseClosed {
		return nil
	}
	entries, err := s.cfg.Market.OwnEntries(ctx, ch, s.cfg.Tx.Address())
	if err != nil {
		return err
	}
	for _, n := range entries {
		e, ours, err := s.cfg.Market.OwnEntry(ctx, ch.ID, n, s.cfg.Tx.Address())
		if err != nil {
			return err
		}
		if !ours || e.Status == market.EntrySettled {
			continue
		}
		found, err := s.recognise(ctx, a, ch, n, e.Commitment)
		if err != nil || found {
			return err
		}
		s.cfg.Log.Warn("an entry of ours stands on chain, and its model is not among those that are kept", zap.String("challenge", a.Key), zap.Uint64("entry", n))
	}
	s.recalled[a.Key] = true
	return nil
}

// recognise finds the kept model of a commitment.
func (s *Solver) recognise(ctx context.Context, a *Attempt, ch *market.Challenge, entry uint64, commitment [32]byte) (found bool, err error) {
	for _, path := range s.cfg.Kept(a.Key) {
		hash, err := commitable(ch, path)
		if err != nil {
			continue // of another draw, or none that was ever committed
		}
		salt := s.salt(a.ID, hash)
		c, err := s.cfg.Market.Commitment(ctx, ch.ID, s.cfg.Tx.Address(), hash, [32]byte(salt))
		if err != nil {
			return false, err
		}
		if c == commitment {
			a.Artifact, a.ModelHash, a.Salt, a.HasEntry, a.Entry, a.Seed = path, hash[:], salt, true, entry, slices.Clone(ch.Seed[:])
			return true, s.move(a, Committed, fmt.Sprintf("entry %d, found on chain", entry))
		}
	}
	return false, nil
}
