package miner

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// polls makes a history of one poll every ten seconds, the last one now.
func polls(now time.Time, n int, stats func(i int, s *Stats) error) History {
	h := History{Started: now.Add(-time.Hour)}
	for i := range n {
		at := now.Add(-time.Duration(n-1-i) * 10 * time.Second)
		rate := 100.0
		s := Stats{
			At: at, Hashrate: &rate, Accepted: uint64(i), AcceptedDifficulty: float64(i) * 1000, ShareDifficulty: 1000,
			Uptime: at.Sub(h.Started), Connected: true,
		}
		err := stats(i, &s)
		h.Polls = append(h.Polls, Poll{At: at, Stats: s, Err: err})
	}
	return h
}

func TestJudge(t *testing.T) {
	now := time.Unix(1e9, 0)
	zero := 0.0
	gone := errors.New("connection refused")
	for _, c := range []struct {
		name   string
		n      int
		young  bool // started 20 s ago
		stats  func(i int, s *Stats) error
		want   State
		reason string
	}{
		{"well", 30, false, func(int, *Stats) error { return nil }, OK, "hashing"},
		{"just started, no answer", 0, true, nil, Starting, "no answer"},
		{"just started, API refuses", 2, true, func(int, *Stats) error { return gone }, Starting, "no answer"},
		{"just started, rate unknown", 2, true, func(_ int, s *Stats) error { s.Hashrate = nil; return nil }, Starting, "no hashes yet"},
		{"just started, hashes", 2, true, func(int, *Stats) error { return nil }, OK, "hashing"},
		{"just started, pool not reached yet", 2, true, func(_ int, s *Stats) error { s.Connected, s.Hashrate = false, nil; return nil }, Starting, "no hashes yet"},
		{"never answered", 5, false, func(int, *Stats) error { return gone }, Hung, "never answered: connection refused"},
		{"nobody ever asked", 0, false, nil, Hung, "never answered"},
		{"silent for long", 30, false, func(i int, _ *Stats) error {
			if i > 20 {
				return gone
			}
			return nil
		}, Hung, "silent for 1m30s: connection refused"},
		{"silent for a moment", 30, false, func(i int, _ *Stats) error {
			if i > 27 {
				return gone
			}
			return nil
		}, OK, "hashing"},
		{"no hashes for long", 30, false, func(i int, s *Stats) error {
			if i > 15 {
				s.Hashrate = &zero
			}
			return nil
		}, Hung, "no hashes for 2m10s"},
		{"no hashes for a moment", 30, false, func(i int, s *Stats) error {
			if i > 25 {
				s.Hashrate = &zero
			}
			return nil
		}, OK, "for a moment"},
		{"rate unknown for long", 30, false, func(_ int, s *Stats) error { s.Hashrate = nil; return nil }, Hung, "no hashes"},
		{"paused, last rate still shown", 30, false, func(i int, s *Stats) error { s.Paused = i > 10; return nil }, Hung, "paused"},
		{"answers frozen", 30, false, func(i int, s *Stats) error { s.Uptime = time.Hour; return nil }, Hung, "clock"},
		{"rate claimed, shares absent", 30, false, func(i int, s *Stats) error {
			s.Accepted = uint64(min(i, 5)) // 240 s at 100 H/s and difficulty 1000: 24 shares missing
			return nil
		}, Hung, "24 expected shares"},
		{"rare shares", 30, false, func(i int, s *Stats) error {
			s.Accepted, s.ShareDifficulty = 0, 10000 // 2.9 missing
			return nil
		}, OK, "hashing"},
		{"all shares rejected: not the worker's hashing", 30, false, func(i int, s *Stats) error {
			s.Accepted, s.Rejected = 0, uint64(i)
			return nil
		}, OK, "hashing"},
		{"no pool for long", 30, false, func(i int, s *Stats) error {
			if i > 15 {
				s.Connected, s.Hashrate = false, &zero
			}
			return nil
		}, Disconnected, "no pool for 2m10s"},
		{"no pool for a moment", 30, false, func(i int, s *Stats) error { s.Connected = i < 28; return nil }, OK, "between"},
		{"pool back, rate not yet", 30, false, func(i int, s *Stats) error {
			s.Connected = i > 27
			s.Hashrate = &zero
			return nil
		}, OK, "for a moment"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := polls(now, c.n, c.stats)
			if c.young {
				h.Started = now.Add(-20 * time.Second)
			}
			got := Judge(h, now, NewLimits())
			if got.State != c.want || !strings.Contains(got.Reason, c.reason) {
				t.Errorf("got %s (%s), want %s (%s)", got.State, got.Reason, c.want, c.reason)
			}
		})
	}
}

// A verdict needs no luck: any history has one, with a reason, and a worker
// within its warm-up is never called hung.
func TestJudgeProperties(t *testing.T) {
	now := time.Unix(1e9, 0)
	rapid.Check(t, func(t *rapid.T) {
		age := time.Duration(rapid.IntRange(0, 600).Draw(t, "age")) * time.Second
		h := polls(now, rapid.IntRange(0, 40).Draw(t, "polls"), func(_ int, s *Stats) error {
			s.Connected, s.Paused = rapid.Bool().Draw(t, "connected"), rapid.Bool().Draw(t, "paused")
			s.Accepted = rapid.Uint64Range(0, 3).Draw(t, "accepted")
			if rapid.Bool().Draw(t, "no rate") {
				s.Hashrate = nil
			}
			if rapid.Bool().Draw(t, "failed") {
				return errors.New("x")
			}
			return nil
		})
		h.Started = now.Add(-age)
		l := NewLimits()
		v := Judge(h, now, l)
		if v.Reason == "" {
			t.Fatal("no reason")
		}
		if age < l.Warmup && v.State == Hung {
			t.Fatalf("hung %s after the start: %s", age, v.Reason)
		}
		if age >= l.Warmup && v.State == Starting {
			t.Fatalf("starting %s after the start", age)
		}
	})
}
