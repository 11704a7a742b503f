package scheduler

import (
	"math"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

func TestRateMean(t *testing.T) {
	var r learned.Rate
	for range 12 { // a minute: a plain mean
		r = r.Add(100, 200, 5)
	}
	r = r.Add(160, 260, 60)
	if math.Abs(r.PerSecond-130) > 1e-9 || math.Abs(r.Watts-230) > 1e-9 || r.Seconds != 120 {
		t.Errorf("%+v", r)
	}
	for range 3 * 120 { // half an hour: the old fades
		r = r.Add(50, 0, 5)
	}
	if r.PerSecond > 55 || r.PerSecond < 50 || math.Abs(r.Watts-230) > 1e-9 {
		t.Errorf("%+v", r)
	}
	was := r.PerSecond
	if r = r.Add(1e12, 200, 5); r.PerSecond > 1.02*was {
		t.Errorf("one absurd sample makes %v of %v", r.PerSecond, was)
	}
}

// What a device does is measured once it has warmed up, and outlives the daemon.
func TestRatesAreMeasured(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.worker = func(w *worker) {
			w.report = Report{State: "starting", Hashrate: 3}
			b.later(time.Minute, func() { w.report = Report{State: "ok", Hashrate: 90} })
			b.later(170*time.Second, func() { w.report.Hashrate = 120 })
		}
		b.run()
		rate := func(w profit.Workload) (r learned.Rate, ok bool) {
			ok, err := b.store.Get(store.Rates, "GPU-0|"+b.RateOf(gpu.Device{}, w), &r)
			if err != nil {
				t.Fatal(err)
			}
			return r, ok
		}
		after(3 * time.Minute)
		if r, ok := rate(mine("a")); ok {
			t.Errorf("measured while it warms up: %+v", r)
		}
		after(5 * time.Minute)
		first, ok := rate(mine("a"))
		if !ok || math.Abs(first.PerSecond-120) > 1e-9 || math.Abs(first.Watts-200) > 1e-9 || first.Seconds < 200 || time.Since(first.At) > 2*time.Minute {
			t.Errorf("%+v", first)
		}
		// Less than the warm-up at a time tells nothing.
		for range 20 {
			b.do(func() { b.cards[0].worker.report = Report{State: "disconnected"} })
			after(10 * time.Second)
			b.do(func() { b.cards[0].worker.report = Report{State: "ok", Hashrate: 1} })
			after(100 * time.Second)
		}
		if r, _ := rate(mine("a")); r != first {
			t.Errorf("%+v became %+v", first, r)
		}
		b.end()
		after(2 * time.Second)
		b.worker = func(w *worker) { w.report = Report{State: "ok", Hashrate: 60, MACs: 1e9} }
		b.run()
		after(4 * time.Minute)
		if r, _ := rate(mine("a")); r.PerSecond < 60 || r.PerSecond > 119 || r.Seconds <= first.Seconds {
			t.Errorf("a later daemon makes %+v of %+v", r, first)
		}
		b.do(func() { b.prize = []profit.Challenge{challenge("dev/0")} })
		after(5 * time.Minute)
		if r, ok := rate(profit.Training("any")); !ok || r.PerSecond != 1e9 {
			t.Errorf("%+v", r)
		}
	})
}

// What a miner takes to reckon its first rate is no part of what a handover costs.
func TestReportingIsNoSwitchCost(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.worker = func(w *worker) {
			w.report = Report{State: "starting"}
			b.later(20*time.Second, func() { w.report = Report{State: "ok", Hashrate: 90, Lag: 10 * time.Second} })
		}
		b.run()
		after(time.Minute)
		var cost decide.SwitchCost
		if ok, err := b.store.Get(store.Costs, "GPU-0|idle|mine", &cost); !ok || err != nil || cost.Seconds < 9 || cost.Seconds > 16 {
			t.Errorf("%v %v %+v", ok, err, cost)
		}
	})
}
