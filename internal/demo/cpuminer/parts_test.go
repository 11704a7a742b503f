package cpuminer

import (
	"context"
	"math"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pow"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
)

func TestLimiterHoldsItsRate(t *testing.T) {
	for _, c := range []struct {
		rate    float64
		threads int
	}{{0.5, 1}, {7, 3}, {100, 1}, {1000, 2}, {250000, 4}} {
		synctest.Test(t, func(t *testing.T) {
			l := newLimiter(c.rate, c.threads)
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			var mu sync.Mutex
			total := 0
			var wg sync.WaitGroup
			for range c.threads {
				wg.Go(func() {
					for {
						n, ok := l.wait(ctx)
						if !ok {
							return
						}
						mu.Lock()
						total += n
						mu.Unlock()
					}
				})
			}
			wg.Wait()
			want := c.rate * 60
			if math.Abs(float64(total)-want) > 0.01*want+float64(l.batch)+1 {
				t.Errorf("%g H/s on %d threads: %d hashes in a minute, want %g", c.rate, c.threads, total, want)
			}
		})
	}
}

func TestLimiterHasNoBurstAfterAPause(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimiter(10, 1)
		l.wait(t.Context())
		time.Sleep(time.Hour)
		begin := time.Now()
		for range 11 {
			l.wait(t.Context())
		}
		if d := time.Since(begin); d < 900*time.Millisecond {
			t.Errorf("11 hashes took %s after an hour's pause, at 10 H/s", d)
		}
	})
}

func TestRates(t *testing.T) {
	r := newRates()
	begin := time.Now()
	for s := range 1000 {
		r.add(begin.Add(time.Duration(s)*time.Second), uint64(s*50))
		total, _ := r.total()
		for i, w := range r.windows {
			full := time.Duration(s)*time.Second >= w
			if full != (total[i] != nil) {
				t.Fatalf("after %d s: rate over %s: %v", s, w, total[i])
			}
			if full && math.Abs(*total[i]-50) > 1e-9 {
				t.Fatalf("after %d s: rate over %s is %g, want 50", s, w, *total[i])
			}
		}
	}
	if n := len(r.samples); n > 902 {
		t.Errorf("%d samples are kept", n)
	}
	// No hashes any more: the rate falls to zero, and does not stay at its last
	// good value.
	for s := range 11 {
		r.add(begin.Add(time.Duration(1000+s)*time.Second), 999*50)
	}
	if total, highest := r.total(); *total[0] != 0 || *highest != 50 {
		t.Errorf("rate %g, highest %g", *total[0], *highest)
	}
}

func TestGate(t *testing.T) {
	g := newGate()
	w := &pow.Work{ID: stratum.Name("1"), Blob: make([]byte, pow.BlobSize)}
	g.set(w)
	first := g.wait(t.Context(), nil)
	if n, ok := first.take(); n != 0 || !ok {
		t.Fatal("nonces start at zero")
	}
	g.pause(true)
	if !first.stale.Load() {
		t.Error("pausing must stop the hashing of the present task")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if g.wait(ctx, nil) != nil {
		t.Error("a paused gate gave work")
	}
	g.pause(false)
	again := g.wait(t.Context(), first)
	if n, _ := again.take(); n != 1 || again.Work != w {
		t.Errorf("after the pause the job went on at nonce %d, want 1", n)
	}
	again.next.Store(again.Nonces())
	if _, ok := again.take(); ok {
		t.Error("more nonces than there are")
	}
}
