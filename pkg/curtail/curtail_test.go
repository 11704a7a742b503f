package curtail

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

var (
	begin = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	terms = Terms{Baseline: 1000, OffWatts: 60, MaxAge: 4 * time.Minute, Within: 3 * time.Minute, MinOff: 10 * time.Minute, RestoreStep: 300, RestoreEvery: 30 * time.Second}
)

func ceiling(s State) float64 {
	if s.Ceiling == nil {
		return -1
	}
	return float64(*s.Ceiling)
}

// Off at once, for as long as is agreed, and back in steps; a signal that is lost means off.
func TestNext(t *testing.T) {
	type step struct {
		after  time.Duration // since the beginning
		target float64       // per cent; -1: nothing new is heard
		phase  Phase
		watts  float64 // -1: no ceiling
	}
	for name, steps := range map[string][]step{
		"off and back": {
			{0, 100, Free, -1}, {time.Minute, 0, Curtailed, 0}, {2 * time.Minute, 100, Curtailed, 0}, {11 * time.Minute, 100, Restoring, 300},
			{11*time.Minute + 10*time.Second, 100, Restoring, 300}, {11*time.Minute + 30*time.Second, 100, Restoring, 600},
			{12 * time.Minute, 100, Restoring, 900}, {12*time.Minute + 30*time.Second, 100, Free, -1},
		},
		"a part":              {{0, 40, Curtailed, 400}, {time.Minute, 20, Curtailed, 200}, {11 * time.Minute, 40, Restoring, 400}, {12 * time.Minute, 100, Restoring, 700}},
		"lost":                {{0, 100, Free, -1}, {4 * time.Minute, -1, Free, -1}, {4*time.Minute + time.Second, -1, Curtailed, 0}, {5 * time.Minute, 100, Curtailed, 0}, {15 * time.Minute, 100, Restoring, 300}},
		"off while restoring": {{0, 0, Curtailed, 0}, {10 * time.Minute, 100, Restoring, 300}, {11 * time.Minute, 0, Curtailed, 0}, {12 * time.Minute, 100, Restoring, 300}},
		"none yet":            {{0, -1, Curtailed, 0}},
	} {
		s, sig := State{}, Signal{}
		for i, at := range steps {
			now := begin.Add(at.after)
			if at.target >= 0 {
				sig = Signal{Share: at.target / 100, At: now}
			}
			if s = terms.Next(s, sig, now); s.Phase != at.phase || ceiling(s) != at.watts {
				t.Errorf("%s, step %d: %s at %v W (%s), not %s at %v W", name, i, s.Phase, ceiling(s), s.Why, at.phase, at.watts)
			}
		}
	}
}

// Whatever the signals are: no more is ever allowed than the latest asks for, and what comes
// back comes in steps.
func TestNextHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, now, sig := State{}, begin, Signal{}
		for range 60 {
			now = now.Add(time.Duration(rapid.IntRange(1, 400).Draw(t, "seconds")) * time.Second)
			if rapid.Bool().Draw(t, "heard") {
				sig = Signal{Share: rapid.SampledFrom([]float64{0, 0.2, 0.5, 1, 1.5}).Draw(t, "share"), At: now}
			}
			before := ceiling(s)
			s = terms.Next(s, sig, now)
			lost := sig.At.IsZero() || now.Sub(sig.At) > terms.MaxAge
			got := ceiling(s)
			switch {
			case lost && got != 0, !lost && sig.Share < 1 && (got < 0 || got > sig.Share*1000):
				t.Fatalf("%v W are allowed of %v (lost: %t)", got, sig.Share, lost)
			case before >= 0 && got > before+300+1e-9, before >= 0 && before < 700 && got < 0:
				t.Fatalf("from %v to %v W at once", before, got)
			}
		}
	})
}

func TestParse(t *testing.T) {
	for text, want := range map[string]float64{
		`{"target": 0, "timestamp": 1772366400}`: 0, `{"target": 100}`: 1, `{"watts": 250}`: 0.25, "\ufeff{\"target\": 50}": 0.5,
		`{"target": 0, "timestamp": 1772370000}`: -1, `{}`: -1, `[]`: -1, `{"target": -1}`: -1, `{"target": "0"}`: -1, `{"target": 1, "watts": 2}`: -1, `{"target": 0, "timestamp": 1772366400000}`: -1, ``: -1,
	} {
		s, err := Parse([]byte(text), 1000, begin)
		if (err != nil) != (want < 0) || err == nil && s.Share != want {
			t.Errorf("%q: %+v, %v", text, s, err)
		}
	}
}

func TestMet(t *testing.T) {
	s := terms.Next(State{}, Signal{At: begin}, begin)
	for _, c := range []struct {
		watts     profit.Watts
		after     time.Duration
		met, late bool
	}{{50, 0, true, false}, {500, time.Minute, false, false}, {500, 4 * time.Minute, false, true}, {60, 4 * time.Minute, true, false}} {
		if met, late := terms.Met(s, c.watts, begin.Add(c.after)); met != c.met || late != c.late {
			t.Errorf("%v W after %s: met %t, late %t", c.watts, c.after, met, late)
		}
	}
}

// What is paid for is what a signal asks for, while it is heard and met: not the least time after it, nor the way
// back, nor a ceiling that is there because nothing is heard.
func TestEarned(t *testing.T) {
	s := State{}
	for _, step := range []struct {
		after  time.Duration
		target float64 // per cent; -1: nothing is heard any more
		drawn  profit.Watts
		earned bool
	}{
		{0, 100, 900, false}, {time.Minute, 40, 900, false}, {2 * time.Minute, 40, 400, true}, {3 * time.Minute, 0, 50, true}, {4 * time.Minute, 0, 70, false},
		{5 * time.Minute, 100, 50, false}, // it lasts ten minutes at least
		{12 * time.Minute, 100, 300, false}, {13 * time.Minute, 80, 600, true}, {14 * time.Minute, 80, 810, false},
		{30 * time.Minute, -1, 0, false}, // off, for lack of a signal
	} {
		now := begin.Add(step.after)
		sig := Signal{Share: step.target / 100, At: now}
		if step.target < 0 {
			sig = Signal{Share: 0.8, At: begin.Add(14 * time.Minute)}
		}
		s = terms.Next(s, sig, now)
		if got := terms.Earned(s, step.drawn); got != step.earned {
			t.Errorf("after %s: %v, %+v", step.after, got, s)
		}
	}
}
