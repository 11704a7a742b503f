package scheduler

import (
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// A quote that is absurd for a while, however absurd, moves nobody; one that stays
// is believed at the third poll; what was learned outlives a restart.
func TestAbsurdQuotesInTheLoop(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.cfg.SignalEvery = 10 * time.Minute
		b.run()
		after(3 * time.Hour)
		where := func() [2]profit.Workload { return [2]profit.Workload{b.status(0).Workload, b.status(1).Workload} }
		if w := where(); w != [2]profit.Workload{mine("a"), mine("a")} {
			t.Fatalf("%v", w)
		}
		for _, absurd := range []float64{500, 0.5e-3, 0, -1} { // b at a thousand times, a thousandth, nothing and less
			b.do(func() { b.price["b"] = absurd })
			after(15 * time.Minute) // one poll or two
			b.do(func() { b.price["b"] = 0.5 })
			after(time.Hour)
			if w := where(); w != [2]profit.Workload{mine("a"), mine("a")} {
				t.Fatalf("after a quote of %g: %v", absurd, w)
			}
		}
		for _, absurd := range []float64{1000, 0, -1} { // and a, which runs
			b.do(func() { b.price["a"] = absurd })
			after(15 * time.Minute)
			b.do(func() { b.price["a"] = 1 })
			after(time.Hour)
			if w := where(); w != [2]profit.Workload{mine("a"), mine("a")} {
				t.Fatalf("after a quote of %g for what runs: %v", absurd, w)
			}
		}
		var kept followed
		if ok, err := b.store.Get(store.Signals, "GPU-0", &kept); err != nil || !ok || len(kept.Track) == 0 || time.Since(kept.At) > 10*time.Minute {
			t.Errorf("the filter is not stored: %+v, %v", kept, err)
		}
		b.end()
		b.run()
		// A daemon that has just begun believes no jump either.
		after(20 * time.Minute)
		b.do(func() { b.price["b"] = 50 })
		after(12 * time.Minute)
		if w := where(); w != [2]profit.Workload{mine("a"), mine("a")} {
			t.Fatalf("after a restart and a jump: %v", w)
		}
		after(time.Hour) // it stays: it is true
		if w := where(); w != [2]profit.Workload{mine("b"), mine("b")} {
			t.Fatalf("b pays fifty times as much for an hour: %v", w)
		}
	})
}
