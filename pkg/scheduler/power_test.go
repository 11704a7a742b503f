package scheduler

import (
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// A card with neither power nor energy is booked at the watts that decisions reckon
// with, and the ledger says that they are an estimate.
func TestCardWithoutAMeter(t *testing.T) {
	for name, tt := range map[string]struct {
		blind, counter bool
		limit          gpu.Watts
		joules         float64 // of ten minutes of mining
		estimated      bool
	}{
		"blind":                {true, false, 0, 200 * 600, true},
		"blind, with a limit":  {true, false, 150, 150 * 600, true},
		"blind, but a counter": {true, true, 0, 100 * 600, false},
		"metered":              {false, false, 0, 100 * 600, false},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, 1, func(t *testing.T, b *bench) {
				c := b.cards[0]
				c.blind, c.metered, c.watts = tt.blind, tt.counter, 100
				if tt.limit > 0 {
					b.limits = map[profit.Kind]gpu.Watts{profit.Mine: tt.limit}
				}
				b.run()
				after(time.Minute)
				b.do(func() { c.watts = 100 })
				before := b.status(0).Totals[profit.Mining("a")]
				after(10 * time.Minute)
				total := b.status(0).Totals[profit.Mining("a")]
				joules, estimated := total.Joules-before.Joules, total.Estimated-before.Estimated
				if joules < 0.98*tt.joules || joules > 1.02*tt.joules || (estimated > 0) != tt.estimated || tt.estimated && estimated != joules {
					t.Errorf("%v J, of them %v estimated; want %v", joules, estimated, tt.joules)
				}
				lines, err := store.All[store.Line](b.store.Store, store.Ledger)
				if err != nil {
					t.Fatal(err)
				}
				n := 0
				for _, l := range lines {
					if l.Kind == store.Electricity && l.Workload == "mine a" {
						if n++; strings.HasPrefix(l.Source, "estimate") != tt.estimated || !(l.USD < 0) {
							t.Errorf("%+v", l)
						}
					}
				}
				if n == 0 {
					t.Error("no line of the ledger has its electricity")
				}
			})
		})
	}
}

// A meter that comes and goes: what it measured and what was reckoned stand apart.
func TestMeterThatComesAndGoes(t *testing.T) {
	a, s, m := books(t)
	status := func(joules, estimated float64) []Status {
		return []Status{{Device: gpu.Device{UUID: "GPU-1"}, Totals: map[profit.Workload]Total{profit.Mining("a"): {Seconds: joules / 100, Joules: joules, Estimated: estimated}}}}
	}
	m.Now = m.Now.Add(time.Hour)
	a.flush(status(3000, 1000), m, true)
	a.flush(status(3000, 1000), m, true)
	a.flush(status(4000, 2000), m, true)
	a.flush(status(5000, 2000), m, true)
	lines, err := store.All[store.Line](s.Store, store.Ledger)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	seconds := 0.0
	for _, l := range lines {
		got = append(got, l.Amount+" "+l.Source[:8])
		seconds += l.Seconds
	}
	if want := "2000.000 energy m, 1000.000 estimate, 1000.000 estimate, 1000.000 energy m"; strings.Join(got, ", ") != want || seconds != 50 {
		t.Errorf("%v in %v s, want %s", got, seconds, want)
	}
}

// What is drawn is reckoned by what the worker is known to draw, or could at most.
func TestLikelyWatts(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.cards[0].blind, b.cards[0].limit = true, 300
		b.run()
		after(time.Minute)
		if s := b.status(0); s.Reading == nil || metered(*s.Reading) || s.Totals[profit.Mining("a")].Estimated == 0 {
			t.Errorf("%+v", s)
		}
		b.do(func() { b.price = map[string]float64{"a": 1e-6, "b": 1e-6} })
		after(20 * time.Minute)
		before := b.status(0).Totals[profit.Idling].Estimated
		after(10 * time.Minute)
		if got := b.status(0).Totals[profit.Idling].Estimated - before; got < 0.95*6000 || got > 1.05*6000 {
			t.Errorf("idle for ten minutes: %v J, want 6000", got)
		}
	})
	if metered(gpu.Reading{Power: new(gpu.Watts(0))}) || !metered(gpu.Reading{Power: new(gpu.Watts(5))}) || !metered(gpu.Reading{Energy: new(gpu.Joules(0))}) {
		t.Error("a power of 0 is no reading, any other one is")
	}
}

// A counter that stands still while the device draws power is helped out by power and time,
// and what it catches up with later is not booked twice.
func TestFrozenCounter(t *testing.T) {
	var c counter
	at := time.Unix(1_800_000_000, 0)
	read := func(seconds int, energy gpu.Joules) float64 {
		at = at.Add(time.Duration(seconds) * time.Second)
		joules, s := c.energy(gpu.Reading{At: at, Power: new(gpu.Watts(200)), Energy: &energy})
		if c.at.IsZero() || s != float64(seconds) && joules != 0 {
			t.Errorf("%v seconds, want %d", s, seconds)
		}
		return joules
	}
	read(0, 5000)
	for range 120 { // ten minutes
		read(5, 5000)
		if words := c.reckoned(gpu.Reading{Power: new(gpu.Watts(200)), Energy: new(gpu.Joules(5000))}); (words != "") != (c.still > 600) {
			t.Fatalf("%q after %v s", words, c.still)
		}
	}
	read(5, 5000)
	if words := c.reckoned(gpu.Reading{Power: new(gpu.Watts(200)), Energy: new(gpu.Joules(5000))}); !strings.Contains(words, "stands still") {
		t.Errorf("%q", words)
	}
	if words := c.reckoned(gpu.Reading{}); !strings.Contains(words, "neither power nor energy") {
		t.Errorf("%q", words)
	}
	c = counter{}
	at = at.Add(time.Minute)
	read(0, 5000)
	for i, step := range []struct {
		energy gpu.Joules
		want   float64
	}{{6000, 1000}, {6000, 1000}, {6000, 1000}, {8500, 500}, {9500, 1000}, {100, 1000}, {1100, 1000}} {
		if got := read(5, step.energy); got != step.want {
			t.Errorf("step %d: %v J, want %v", i, got, step.want)
		}
	}
}
