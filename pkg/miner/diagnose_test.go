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
	last := Stats{}
	for i := range n {
		at := now.Add(-time.Duration(n-1-i) * 10 * time.Second)
		rate := 100.0
		s := Stats{
			At: at, Hashrate: &rate, Accepted: uint64(i), AcceptedDifficulty: float64(i) * 1000, ShareDifficulty: 1000,
			Uptime: at.Sub(h.Started), Connected: true,
		}
		err := stats(i, &s)
		h.Polls = append(h.Polls, Poll{At: at, Stats: s, Err: err})
		if err == nil {
			d := Progress(last, s)
			last, h.Promise = s, h.Promise.Add(at, d.Elapsed, s, d.Accepted, d.Rejected)
		}
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
		{"just started, rate unknown", 2, true, func(_ int, s *Stats) error { s.Hashrate, s.Accepted = nil, 0; return nil }, Starting, "no hashes yet"},
		{"just started, hashes", 2, true, func(int, *Stats) error { return nil }, OK, "hashing"},
		{"just started, pool not reached yet", 2, true, func(_ int, s *Stats) error { s.Connected, s.Hashrate, s.Accepted = false, nil, 0; return nil }, Starting, "no hashes yet"},
		{"just started, a share, no rate", 2, true, func(_ int, s *Stats) error { s.Hashrate, s.Accepted = nil, 1; return nil }, OK, "hashing"},
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
				s.Hashrate, s.Accepted = &zero, 15
			}
			return nil
		}, Hung, "no hashes for 2m10s"},
		{"no hashes stated, shares accepted", 30, false, func(_ int, s *Stats) error { s.Hashrate = &zero; return nil }, OK, "shares are accepted"},
		{"rate unknown, shares accepted", 30, false, func(_ int, s *Stats) error { s.Hashrate = nil; return nil }, OK, "shares are accepted"},
		{"rate unknown, shares rare", 30, false, func(i int, s *Stats) error { // one in two minutes, the last one 90 s ago
			s.Hashrate, s.Accepted, s.Uptime = nil, uint64(max(i-8, 0)/12+29), time.Hour+time.Duration(i)
			return nil
		}, OK, "shares are accepted"},
		{"rate unknown, shares have stopped", 30, false, func(i int, s *Stats) error {
			s.Hashrate, s.Accepted, s.Uptime = nil, uint64(min(i, 10)+1000), time.Hour+time.Duration(i)
			return nil
		}, Hung, "no hashes"},
		{"unreadable for long", 30, false, func(i int, _ *Stats) error {
			if i > 20 {
				return ErrUnreadable
			}
			return nil
		}, OK, "cannot be read"},
		{"never readable", 30, false, func(int, *Stats) error { return ErrUnreadable }, OK, "cannot be read"},
		{"unreadable, then silent", 30, false, func(i int, _ *Stats) error {
			if i > 25 {
				return gone
			}
			return ErrUnreadable
		}, Hung, "never answered"},
		{"no hashes for a moment", 30, false, func(i int, s *Stats) error {
			if s.Accepted, s.ShareDifficulty = 0, 1e6; i > 25 {
				s.Hashrate = &zero
			}
			return nil
		}, OK, "for a moment"},
		{"rate unknown for long", 30, false, func(_ int, s *Stats) error { s.Hashrate, s.Accepted = nil, 0; return nil }, Hung, "no hashes"},
		{"paused, last rate still shown", 30, false, func(i int, s *Stats) error { s.Paused, s.Accepted = i > 10, uint64(min(i, 10)); return nil }, Hung, "paused"},
		{"answers frozen", 30, false, func(i int, s *Stats) error { s.Uptime, s.Accepted = time.Hour, 7; return nil }, Hung, "clock"},
		{"clock cannot be read", 30, false, func(i int, s *Stats) error { s.Uptime, s.Unknown = 0, UnknownUptime; return nil }, OK, "hashing"},
		{"rate claimed, shares absent", 30, false, func(i int, s *Stats) error {
			s.Accepted = uint64(min(i, 5)) // 240 s at 100 H/s and difficulty 1000: 24 shares missing
			return nil
		}, Disconnected, "none of 24 expected shares for 4m0s"},
		{"one share of ten that are promised", 30, false, func(i int, s *Stats) error {
			s.Accepted, s.ShareDifficulty = uint64(i/10), 1000 // 29 expected
			return nil
		}, Disconnected, "of the shares that the hashrate promises"},
		{"a pool that comes and goes", 30, false, func(i int, s *Stats) error {
			if s.Accepted = 0; i%4 == 3 {
				s.Connected, s.Hashrate = false, &zero
			}
			return nil
		}, Disconnected, "none of 29 expected"},
		{"rare shares", 30, false, func(i int, s *Stats) error {
			s.Accepted, s.ShareDifficulty = 0, 10000 // 2.9 missing
			return nil
		}, OK, "hashing"},
		{"all shares rejected: not the worker's hashing", 30, false, func(i int, s *Stats) error {
			s.Accepted, s.Rejected = 0, uint64(i)
			return nil
		}, Disconnected, "does not pay"},
		{"no pool for long", 30, false, func(i int, s *Stats) error {
			if i > 15 {
				s.Connected, s.Hashrate = false, &zero
			}
			return nil
		}, Disconnected, "no pool for 2m10s"},
		{"no pool for a moment", 30, false, func(i int, s *Stats) error { s.Connected = i < 28; return nil }, OK, "between"},
		{"pool back, rate not yet", 30, false, func(i int, s *Stats) error {
			s.Connected = i > 27
			s.Hashrate, s.Accepted = &zero, 3
			return nil
		}, OK, "for a moment"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := polls(now, c.n, c.stats)
			if c.young {
				h.Started = now.Add(-20 * time.Second)
			}
			got := Diagnose(h, now, NewLimits())
			if got.State != c.want || !strings.Contains(got.Reason, c.reason) {
				t.Errorf("got %s (%s), want %s (%s)", got.State, got.Reason, c.want, c.reason)
			}
		})
	}
}

// Where the API proves nothing the device does; and a pool that takes no share is as
// good as none.
func TestJudgeByTheDevice(t *testing.T) {
	now := time.Unix(1e9, 0)
	zero := 0.0
	silent := func(rate *float64) func(int, *Stats) error {
		return func(_ int, s *Stats) error { s.Hashrate, s.Accepted = rate, 0; return nil }
	}
	for name, c := range map[string]struct {
		stats   func(int, *Stats) error
		polls   int
		device  Device
		refused uint64
		want    State
	}{
		"no rate, computes":                {silent(nil), 100, DeviceComputes, 0, OK},
		"no rate, idles":                   {silent(nil), 100, DeviceIdles, 0, Hung},
		"no rate, nobody knows":            {silent(nil), 100, DeviceUnknown, 0, Hung},
		"no hashes, computes":              {silent(&zero), 30, DeviceComputes, 0, OK},
		"no hashes, computes for too long": {silent(&zero), 120, DeviceComputes, 0, Hung},
		"unreadable, computes":             {func(int, *Stats) error { return ErrUnreadable }, 100, DeviceComputes, 0, OK},
		"unreadable, idles":                {func(int, *Stats) error { return ErrUnreadable }, 100, DeviceIdles, 0, Hung},
		"four are refused":                 {func(int, *Stats) error { return nil }, 30, DeviceComputes, 4, OK},
		"five are refused":                 {func(int, *Stats) error { return nil }, 30, DeviceComputes, 5, Disconnected},
	} {
		h := polls(now, c.polls, c.stats)
		h.Device, h.Refused = c.device, c.refused
		if got := Diagnose(h, now, NewLimits()); got.State != c.want {
			t.Errorf("%s: %s (%s), want %s", name, got.State, got.Reason, c.want)
		}
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
		v := Diagnose(h, now, l)
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
