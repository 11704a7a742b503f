package workers

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner"
)

const (
	poolEvery    = time.Minute      // between two questions to a pool that is not our own kind
	poolPatience = 10 * time.Minute // without an answer, after which the miner's own count is booked
	rateLonger   = 15 * time.Minute // a pool's rate is not believed for longer than this
)

// settlement books what a pool has accepted. Where the pool cannot be asked for long, the
// miner's own count stands in for it, and the pool's makes up for that later. It outlives the
// worker: the next one of the name goes on from the pool's last word.
type settlement struct {
	api  miner.PoolAPI
	path string

	last    settledCount
	asked   time.Time
	failing time.Time // since when there has been no answer; zero: there was one
	why     string
	own     float64 // hashes by the miner's count that no word of the pool's has settled yet
	ahead   float64 // of these, what was booked all the same
}

// settledCount is the pool's last word that was booked.
type settledCount struct {
	At     time.Time `json:"at"`
	Hashes float64   `json:"hashes"`
	Shares uint64    `json:"shares"`
}

// resume reads what an earlier worker of this name has settled.
func (s *settlement) resume() {
	text, err := os.ReadFile(s.path)
	if err != nil || json.Unmarshal(text, &s.last) != nil || !(s.last.Hashes >= 0) {
		s.last = settledCount{}
	}
}

// settle is what to book now; own is what the miner says was accepted since the last call.
func (s *settlement) settle(ctx context.Context, now time.Time, own float64) float64 {
	s.own += own
	if s.failing.IsZero() && s.last.At.IsZero() {
		s.failing = now
	}
	if s.api.Kind != miner.OwnPool && !s.asked.IsZero() && now.Sub(s.asked) < poolEvery {
		return 0
	}
	s.asked = now
	count, err := s.api.Ask(ctx)
	if err != nil {
		return s.silent(now, err)
	}
	before := *s
	booked := s.answer(now, count)
	if err := s.save(); err != nil { // or the next worker would book it again; the next answer has it all
		*s = before
		s.why = fmt.Sprintf("what the pool has settled cannot be kept: %v", err)
		return 0
	}
	return booked
}

// silent books the miner's own count once the pool has been silent for long.
func (s *settlement) silent(now time.Time, err error) float64 {
	if s.failing.IsZero() {
		s.failing = now
	}
	if now.Sub(s.failing) < poolPatience {
		return 0
	}
	s.why = fmt.Sprintf("booked by the miner's own count: %v", err)
	if errors.Is(err, context.DeadlineExceeded) {
		s.why = "booked by the miner's own count: the pool does not answer"
	}
	booked := s.own - s.ahead
	s.ahead = s.own
	return max(booked, 0)
}

// answer books by the pool's word.
func (s *settlement) answer(now time.Time, c miner.PoolCount) float64 {
	before := s.last
	s.failing, s.why = time.Time{}, ""
	accepted := 0.0
	switch {
	case c.Rate != nil:
		if !before.At.IsZero() {
			accepted = *c.Rate * min(max(now.Sub(before.At), 0), rateLonger).Seconds()
		}
		s.last = settledCount{At: now}
	case before.At.IsZero():
		// The pool remembers earlier workers of this name: no more than ours is new.
		accepted = min(c.Hashes, s.own)
		s.last = settledCount{now, c.Hashes, c.Shares}
	default:
		accepted = miner.Progress(miner.Stats{At: before.At, Accepted: before.Shares, AcceptedDifficulty: before.Hashes},
			miner.Stats{At: now, Accepted: c.Shares, AcceptedDifficulty: c.Hashes}).AcceptedDifficulty
		s.last = settledCount{now, c.Hashes, c.Shares}
	}
	booked := max(accepted-s.ahead, 0)
	s.ahead, s.own = max(s.ahead-accepted, 0), 0
	if s.ahead > 0 {
		s.own = s.ahead
	}
	return booked
}

// save keeps the pool's word before it is booked: what is lost in between is less than the
// truth, never more.
func (s *settlement) save() error {
	text, err := json.Marshal(s.last)
	if err != nil {
		return err
	}
	return writeFile(s.path, text)
}
