package solver

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
)

// look reads the market once and lets every attempt take a step.
func (s *Solver) look(ctx context.Context) error {
	head, err := s.cfg.Market.Audit(ctx)
	s.noteEndpoints()
	if err != nil {
		return err
	}
	later := ctx // what goes on behind this look is pinned to no block
	ctx = chain.Pin(ctx, head)
	s.gasPrice = head.BaseFee
	if err := s.discover(ctx); err != nil {
		return err
	}
	if s.cfg.Tx != nil {
		if err := s.cfg.Tx.Advance(ctx); err != nil {
			return err
		}
		s.book()
	}
	if err := s.cfg.Market.Refresh(ctx, s.changing(head)); err != nil {
		return err
	}
	s.sweeping = false
	var list []Status
	for _, id := range slices.Sorted(maps.Keys(s.known)) {
		ch := s.known[id]
		a := s.attempts[ch.Key()]
		err := errors.Join(s.dispute(ctx, a, ch, head), s.advance(ctx, a, ch, head))
		if ctx.Err() != nil {
			return ctx.Err()
		}
		copied, shown := *ch, *a
		if s.stumble(a.Key, err); err != nil {
			shown.Reason = err.Error()
		} else if why := s.refused(a.Key); why != "" {
			shown.Reason = why
		}
		list = append(list, Status{Challenge: &copied, Attempt: shown, Obstacle: s.obstacle(a, ch, head), Disputes: s.disputed(ch)})
	}
	if s.player != nil {
		s.player.Looked(later)
	}
	var balance *big.Int
	if s.cfg.Tx != nil {
		if balance, err = s.cfg.Market.Balance(ctx, s.cfg.Tx.Address()); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.published.At, s.published.Head = time.Now(), head.Number.Uint64()
	s.published.Balance, s.published.Challenges = balance, list
	s.published.Refusals = s.refusals()
	s.published.GasPrice = new(big.Int)
	if head.BaseFee != nil {
		s.published.GasPrice.Set(head.BaseFee)
	}
	return nil
}

// changing are the challenges that can still change, or of which something is ours.
// One that was not drawn in time only waits for somebody to close it.
func (s *Solver) changing(head *types.Header) (list []*market.Challenge) {
	for _, id := range slices.Sorted(maps.Keys(s.known)) {
		ch, a := s.known[id], s.attempts[market.ChallengeKey(s.cfg.Market.Name, id)]
		missed := market.Phase(ch.Phase) == market.PhaseCreated && head.Number.Uint64() > ch.Deadline+market.ReorgBlocks
		if market.Phase(ch.Phase) != market.PhaseClosed && !missed || a.HasEntry && !a.Withdrawn {
			list = append(list, ch)
		}
	}
	return list
}

// refused is a refusal of one of an attempt's transactions, in the node's words, or
// what it has waited for in silence.
func (s *Solver) refused(key string) string {
	if s.cfg.Tx == nil {
		return ""
	}
	for _, r := range s.cfg.Tx.Refusals() {
		if strings.HasPrefix(r.Key, key+"/") {
			return fmt.Sprintf("the node refuses our %s: %s", strings.TrimPrefix(r.Key, key+"/"), r.Words)
		}
	}
	for in, why := range s.cfg.Tx.Silences() {
		if step, ours := strings.CutPrefix(in, key+"/"); ours {
			return fmt.Sprintf("our %s waits: %s", step, why)
		}
	}
	return ""
}

// refusals are all refusals of transactions of this market.
func (s *Solver) refusals() (list []string) {
	if s.cfg.Tx == nil {
		return nil
	}
	for _, r := range s.cfg.Tx.Refusals() {
		if strings.HasPrefix(r.Key, s.cfg.Market.Name+"/") {
			list = append(list, r.Key+": "+r.Words)
		}
	}
	return list
}

// stumble notes why an attempt's step failed. It is that attempt's alone, and
// tried again later: one challenge, of whatever making, holds no other up.
func (s *Solver) stumble(key string, err error) {
	if err == nil {
		delete(s.stumbles, key)
		return
	}
	s.retry[key] = time.Now().Add(2 * s.cfg.Poll)
	if why := err.Error(); s.stumbles[key] != why {
		s.stumbles[key] = why
		s.cfg.Log.Warn("step failed", zap.String("challenge", key), zap.Error(err))
	}
}

// newAtOnce is how many new challenges one look reads.
const newAtOnce = 256

// discover reads challenges that are new to us.
func (s *Solver) discover(ctx context.Context) error {
	n, err := s.cfg.Market.ChallengeCount(ctx)
	if err != nil {
		return err
	}
	var fresh []uint64
	for id := uint64(0); id < n && len(fresh) < newAtOnce; id++ {
		if _, ok := s.known[id]; !ok {
			fresh = append(fresh, id)
		}
	}
	read, err := s.cfg.Market.Challenges(ctx, fresh)
	if err != nil {
		return err
	}
	for _, ch := range read {
		id := ch.ID
		s.known[id] = ch
		if _, ok := s.attempts[ch.Key()]; !ok {
			a := Attempt{Key: ch.Key(), Chain: ch.Chain, ID: id, State: Seen, Need: ch.Need(), Points: ch.Points()}
			s.adopt(a)
			if market.Phase(ch.Phase) != market.PhaseClosed {
				s.cfg.Log.Info("challenge seen", zap.String("challenge", a.Key), zap.String("reward_wei", ch.Reward.String()),
					zap.Int("need", a.Need), zap.Int("points", a.Points))
			}
		}
	}
	return nil
}

// obstacle says why no device can train for the challenge now.
func (s *Solver) obstacle(a *Attempt, ch *market.Challenge, head *types.Header) string {
	phase := ch.At(time.Unix(int64(head.Time), 0))
	switch {
	case a.State != Seen && a.State != Training:
		return "attempt is " + string(a.State)
	case ch.Target == "":
		return market.ErrForeignEvaluator.Error()
	case s.cfg.Tx == nil:
		return "no key is configured for this chain"
	case ch.Target.Blobs() && s.cfg.Market.Blobs == nil: // what was committed to could never be claimed
		return "its hold-out will stand in blobs, and chains." + ch.Chain + ".beacon names nobody who serves them"
	case phase == market.PhaseCreated:
		return "the hold-out is not drawn yet"
	case phase != market.PhaseCommit:
		return "phase is " + phase.String()
	case a.Bundle == "":
		if a.Reason != "" {
			return a.Reason
		}
		return "training data is not here yet"
	}
	return ""
}

// noteEndpoints publishes what is amiss with endpoints, and logs it when it changes.
func (s *Solver) noteEndpoints() {
	var list []string
	for i, what := range s.cfg.Market.Amiss() {
		if what != "" {
			list = append(list, fmt.Sprintf("rpc[%d] %s", i, what))
		}
	}
	if s.cfg.Amiss != nil {
		list = append(list, s.cfg.Amiss()...)
	}
	s.mu.Lock()
	before := s.published.Endpoints
	s.published.Endpoints = list
	s.mu.Unlock()
	name, used := zap.String("chain", s.cfg.Market.Name), zap.String("in_use", fmt.Sprintf("rpc[%d]", s.cfg.Market.InUse()))
	switch {
	case slices.Equal(before, list):
	case len(list) == 0:
		s.cfg.Log.Info("all endpoints are well again", name, used)
	default:
		s.cfg.Log.Warn("endpoints are amiss", name, zap.Strings("endpoints", list), used)
	}
}
