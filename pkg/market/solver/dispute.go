package solver

import (
	"context"
	"fmt"
	"math/big"
	"os"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
)

// disputes is where the intents of an attempt's disputes stand.
func disputes(a *Attempt) string { return a.Key + "/dispute" }

// dispute plays the games of a challenge whose verdict is reached by dispute: those
// about our claim, and against the leading one if it is false, be we in it or not.
func (s *Solver) dispute(ctx context.Context, a *Attempt, ch *market.Challenge, head *types.Header) error {
	if s.player == nil || ch.Target != evaluator.Dispute {
		return nil
	}
	switch ch.At(time.Unix(int64(head.Time), 0)) {
	case market.PhaseEvaluate:
	case market.PhaseClosed:
		return s.collect(ctx, a, ch, head)
	default:
		return nil
	}
	leader, ok, err := s.cfg.Market.Leader(ctx, ch.ID)
	if err != nil {
		return err
	}
	if ok {
		if err := s.player.Look(ctx, disputes(a), ch, leader, head); err != nil {
			return fmt.Errorf("disputes about entry %d: %w", leader, err)
		}
		s.played(a, leader)
	}
	for _, entry := range s.games[a.Key] { // those that lead no more: what we won there
		if ok && entry == leader {
			continue
		}
		if err := s.player.Look(ctx, disputes(a), ch, entry, head); err != nil {
			return fmt.Errorf("disputes about entry %d: %w", entry, err)
		}
	}
	return nil
}

// assert says on chain what our model is right about.
func (s *Solver) assert(ctx context.Context, a *Attempt, ch *market.Challenge) error {
	if a.State == Claimed {
		if err := s.move(a, Revealed, "our claim leads"); err != nil {
			return err
		}
	}
	groups, err := s.holdout(ctx, ch)
	if err != nil {
		return err
	}
	raw, err := os.ReadFile(a.Artifact)
	if err != nil {
		return err
	}
	right, err := player.Right(ctx, ch, raw, groups)
	if err != nil {
		return err
	}
	worth := s.stake(ch)
	if worth != nil {
		worth = new(big.Int).Add(worth, ch.AssertBond)
	}
	return s.player.Assert(ctx, disputes(a), ch, a.Entry, right, turnEnd(ch), worth)
}

// collect takes back what disputes have left us, in games of challenges in which
// we have no entry too.
func (s *Solver) collect(ctx context.Context, a *Attempt, ch *market.Challenge, head *types.Header) error {
	if a.Collected || ch.Commits == 0 || time.Now().Before(s.retry[a.Key]) {
		return nil
	}
	now := time.Unix(int64(head.Time), 0)
	for entry := range uint64(ch.Commits) {
		if err := s.player.Look(ctx, disputes(a), ch, entry, head); err != nil {
			return err
		}
	}
	entry := a.Entry
	got, err := s.player.Collect(ctx, disputes(a), ch, entry, now)
	if err != nil || !got.Done {
		return err
	}
	if got.Wei.Sign() > 0 && !s.cfg.Pay(Payment{ID: a.Key + "/disputes", Key: a.Key, Kind: "bond", Wei: got.Wei, Source: got.Source}) {
		return fmt.Errorf("%s: what disputes brought is not in the ledger yet", a.Key)
	}
	a.Collected = true
	return s.save(a)
}

// played remembers that we may have games about an entry.
func (s *Solver) played(a *Attempt, entry uint64) {
	for _, e := range s.games[a.Key] {
		if e == entry {
			return
		}
	}
	s.games[a.Key] = append(s.games[a.Key], entry)
}
