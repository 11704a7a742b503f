package scheduler

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Measurements go through coins and limits one by one, whatever earns most, and what they
// found is stored; then the plan has the device again.
func TestTrials(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.cfg.RateWarmup = 10 * time.Second
		b.worker = func(w *worker) {
			w.report = Report{State: "ok", Hashrate: map[string]float64{"a": 50, "b": 70}[w.what.Target]}
		}
		b.run()
		after(30 * time.Second)
		b.took()
		b.command(Command{Action: Measure, Devices: []string{"0"}, Coins: []string{"b"}, Limits: true, For: time.Minute})
		after(time.Minute)
		if s := b.status(0); s.Workload != mine("b") || len(s.Trials) != 6 || !strings.Contains(b.loop.View().Plan.Decisions[0].Reason.String(), "measured at mine b") {
			t.Errorf("%+v", s)
		}
		after(12 * time.Minute)
		s := b.status(0)
		if len(s.Trials) != 0 || len(s.Measured) != 6 || s.Workload != mine("a") {
			t.Errorf("%+v", s)
		}
		var limits []string
		for _, e := range b.took() {
			if strings.Contains(e, "GPU-0 limit") || strings.Contains(e, "GPU-0 launch") {
				limits = append(limits, strings.TrimPrefix(e, "GPU-0 "))
			}
		}
		if got := strings.Join(limits, ", "); got != "limit 300, launch mine b, limit 300, limit 270, limit 240, limit 210, limit 180, limit 150, limit 300, launch mine a" {
			t.Error(got)
		}
		var bench learned.Bench
		if ok, err := b.store.Get(store.Benches, "GPU-0|mine b", &bench); !ok || err != nil || len(bench.All) != 6 || bench.All[0].PerSecond != 70 || bench.All[0].Watts != 200 {
			t.Errorf("%v %v %+v", ok, err, bench)
		}
		if b.status(1).Workload != mine("a") {
			t.Error("the other device was measured, too")
		}
		for _, c := range []Command{{Action: Measure, Coins: []string{"z"}}, {Action: Measure, Devices: []string{"0"}, For: -1}} {
			if _, err := b.loop.Do(context.Background(), c); !errors.Is(err, ErrCommand) {
				t.Errorf("%+v: %v", c, err)
			}
		}
	})
}

// A coin that cannot be mined ends its trial with why, and holds nothing up.
func TestTrialThatFails(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.refuses = map[string]error{"b": errors.New("the binary is missing")}
		b.run()
		after(30 * time.Second)
		b.command(Command{Action: Measure, Coins: []string{"b"}, Limits: true})
		after(time.Minute) // not the patience of each of the six limits
		s := b.status(0)
		if len(s.Measured) != 6 || !strings.Contains(s.Measured[5].Fault, "the binary is missing") || s.Workload != mine("a") {
			t.Errorf("%+v", s)
		}
	})
}

// The best limit depends on what a hash pays and power costs; old and lone figures say none.
func TestBestLimit(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	at := func(limit gpu.Watts, perSecond, watts float64, age time.Duration) learned.Measurement {
		return learned.Measurement{Trial: learned.Trial{Limit: limit}, At: now.Add(-age), PerSecond: perSecond, Watts: watts}
	}
	b := learned.Bench{All: []learned.Measurement{at(0, 999, 1, 0), at(300, 60, 300, 0), at(240, 57, 240, 0), at(180, 40, 180, 0), at(150, 20, 10, 48*time.Hour)}}
	for _, tt := range []struct {
		usdPerHash, usdPerKWh float64
		want                  gpu.Watts
	}{{1e-6, 0.01, 300}, {1e-6, 0.3, 240}, {1e-6, 3, 180}, {0, 0.3, 240}} {
		if got, ok := b.Best(now, 24*time.Hour, tt.usdPerHash, tt.usdPerKWh); !ok || got.Limit != tt.want {
			t.Errorf("%+v: %v, %v", tt, got, ok)
		}
	}
	if _, ok := (learned.Bench{All: b.All[:2]}).Best(now, math.MaxInt64, 1, 1); ok {
		t.Error("one limit is the best of one")
	}
}

// While no work pays, a coin without figures is measured; one that cannot be is left alone
// for hours, and a device that has work is not disturbed.
func TestIdleDevicesMeasure(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.unmeasured = "b"
		b.run()
		after(time.Hour)
		b.expect("work pays", "GPU-0 launch mine a")
		b.do(func() { b.price = map[string]float64{"a": 1e-6, "b": 1e-6} })
		b.do(func() { b.worker = func(w *worker) { w.report = Report{State: "ok", Hashrate: 7} } })
		after(20 * time.Minute)
		if s := b.status(0); len(s.Measured) == 0 || s.Measured[0].PerSecond != 7 {
			t.Errorf("%+v", s)
		}
		b.do(func() { b.refuse = errors.New("the binary is missing") })
		after(30 * time.Minute)
		n := len(b.status(0).Measured)
		after(3 * time.Hour)
		if s := b.status(0); len(s.Measured) != n || s.Phase != PhaseIdle || s.Measured[n-1].Fault == "" {
			t.Errorf("%d measurements, then %+v", n, s)
		}
	})
}
