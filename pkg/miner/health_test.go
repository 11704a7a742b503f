package miner_test

import (
	"net/http/httptest"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner"
	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

// A miner that earns is not killed for what its API does not say: every second of some
// minutes its answer is asked for and judged, by a clock of the test's own.
func TestWhoEarnsIsNotKilled(t *testing.T) {
	driver := minerOf(t, "xmrig")
	for mode, tt := range map[string]struct {
		device miner.Device
		booked bool // shares can be read
	}{
		"": {0, true}, "slow": {0, true}, "slow60": {0, true}, "zero10": {0, true}, "nulls": {0, true}, "norates": {0, true}, "nohighest": {0, true},
		"textrates": {0, true}, "idle": {miner.DeviceIdles, true}, // shares are the better proof
		"cut": {0, true}, "nan": {0, true}, "hashesneg": {0, true}, "goodabove": {0, true}, "uptimefloat": {0, true}, "uptimegone": {0, true}, "poolnull": {0, true},
		"first": {0, true}, "backends": {0, false},
		"stub": {miner.DeviceComputes, false}, "html": {miner.DeviceUnknown, false},
	} {
		t.Run(mode, func(t *testing.T) {
			up := 0
			server := httptest.NewServer(standin.XMRig(mode, func() int { return up }))
			defer server.Close()
			spec := miner.Spec{APIPort: portOf(t, server.Listener.Addr().String()), APIToken: "t"}
			began := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
			h, limits := miner.History{Started: began, Device: tt.device}, miner.NewLimits()
			limits.Warmup = 5 * time.Second
			var last miner.Stats
			for ; up < 200; up += 2 {
				now := began.Add(time.Duration(up) * time.Second)
				stats, err := driver.Poll(t.Context(), spec)
				stats = stats.Over(last)
				if err == nil {
					if d := miner.Progress(last, stats); d.Restarted {
						t.Fatalf("after %d s: taken for a restart: %+v", up, stats)
					}
					last = stats
				}
				h.Polls = append(h.Polls, miner.Poll{At: now, Stats: stats, Err: err})
				if v := miner.Diagnose(h, now, limits); v.State != miner.OK && v.State != miner.Starting || up > 10 && v.State == miner.Starting {
					t.Fatalf("after %d s: %s: %s", up, v.State, v.Reason)
				}
			}
			if booked := last.Accepted > 95; booked != tt.booked {
				t.Errorf("%d shares are read", last.Accepted)
			}
		})
	}
}
