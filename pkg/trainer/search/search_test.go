package search

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
)

// truth is what a network would come to, epoch by epoch.
type truth []float64

// powerLaw is a curve that errs by a floor and what falls with the epochs.
func powerLaw(epochs int, floor, a, b float64) (t truth) {
	for e := range epochs {
		t = append(t, 1-math.Min(floor+a*math.Pow(float64(e+1), -b), 0.99))
	}
	return t
}

// train has a trial go on until its part is done, or its target is met.
func train(t *Trial, of truth, until, target float64) (met bool) {
	for t.Done < until-rounding {
		e := int(math.Round(t.Done * float64(t.Epochs)))
		t.Done = float64(e+1) / float64(t.Epochs)
		t.Curve = append(t.Curve, curve.Point{Work: t.Work * profit.MACs(t.Done), Accuracy: of[e]})
		if target > 0 && of[e] >= target {
			return true
		}
	}
	return false
}

// stored is a state as a later daemon finds it.
func stored(t interface{ Fatal(...any) }, s State) (later State) {
	text, err := json.Marshal(s)
	if err == nil {
		err = json.Unmarshal(text, &later)
	}
	if err != nil {
		t.Fatal(err)
	}
	return later
}

// run follows a search to its end and gives its steps, and the work when one was alone.
func run(t interface{ Fatal(...any) }, s State, of map[string]truth, need float64, again func() bool) (steps []Step, last State, alone profit.MACs) {
	for range 10_000 {
		var step Step
		if s, step = Next(s, need, math.MaxFloat64); len(steps) == 0 || steps[len(steps)-1] != step {
			steps = append(steps, step)
		}
		if step.Stop != "" || step.Until == 1 {
			return steps, s, s.Spent()
		}
		trial, until := &s.Trials[step.Trial], step.Until
		if again() { // killed on the way: what was saved stands
			until = math.Min(until, trial.Done+1/float64(trial.Epochs))
			s = stored(t, s)
			trial = &s.Trials[step.Trial]
		}
		train(trial, of[trial.Name], until, 0)
	}
	t.Fatal("it does not end")
	return nil, s, 0
}

func drawn(t *rapid.T) (trials []Trial, of map[string]truth) {
	of = map[string]truth{}
	for i := range rapid.IntRange(1, 7).Draw(t, "networks") {
		epochs := rapid.IntRange(1, 200).Draw(t, "epochs")
		trial := Trial{Name: fmt.Sprint("n", i), Epochs: epochs, Work: profit.MACs(rapid.Float64Range(1e6, 1e15).Draw(t, "work")), Pace: rapid.SampledFrom([]float64{0, 0.04, 0.5, 1, 3}).Draw(t, "pace")}
		trials = append(trials, trial)
		of[trial.Name] = powerLaw(epochs, rapid.Float64Range(0, 0.6).Draw(t, "floor"), rapid.Float64Range(0, 0.4).Draw(t, "a"), rapid.Float64Range(0, 2).Draw(t, "b"))
	}
	return trials, of
}

// Whatever networks do, a search ends within its budget and is the same for who is killed on the way.
func TestSearchProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		trials, of := drawn(t)
		need := rapid.Float64Range(0.3, 0.999).Draw(t, "need")
		b := Budget{Work: profit.MACs(rapid.Float64Range(0, 1e16).Draw(t, "budget")), Start: profit.MACs(rapid.Float64Range(0, 1e13).Draw(t, "start"))}
		begun := New(trials, b)
		if len(begun.Trials) == 0 || begun.Trials[0].Name != trials[0].Name || len(begun.Trials) > len(trials) {
			t.Fatalf("%+v of %+v", begun, trials)
		}
		steps, last, alone := run(t, begun, of, need, func() bool { return false })
		if starts := profit.MACs(len(steps) - 1); alone+starts*b.Start > b.Work*(1+1e-6) {
			t.Fatalf("%v of %v in %d steps", alone, b.Work, len(steps))
		}
		if len(begun.Trials) == 1 && !reflect.DeepEqual(steps, []Step{{Until: 1}}) {
			t.Fatalf("one network: %+v", steps)
		}
		for _, step := range steps[:len(steps)-1] {
			if step.Until > largest+1/float64(begun.Trials[step.Trial].Epochs) {
				t.Fatalf("%+v", step)
			}
		}
		again, _, _ := run(t, begun, of, need, func() bool { return rapid.Bool().Draw(t, "kill") })
		if !reflect.DeepEqual(steps, again) {
			t.Fatalf("%+v, but %+v with kills", steps, again)
		}
		if in := last.In(); last.Stopped == "" && len(in) != 1 || last.Stopped != "" && len(in) != 0 {
			t.Fatalf("%+v", last)
		}
	})
}

// A network that is trained at half the pace costs what one of twice the work does: at the beginning of a search, so
// far, and for the rest. (Whole searches may differ: between two that cost the same rounding decides.)
func TestSearchComparesByCost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		paced, of := drawn(t)
		plain := slices.Clone(paced)
		for i := range paced {
			exp := rapid.IntRange(-4, 2).Draw(t, "pace") // powers of two: without rounding
			paced[i].Pace, plain[i].Work, plain[i].Pace = math.Ldexp(1, exp), profit.MACs(math.Ldexp(float64(paced[i].Work), -exp)), 0
		}
		b := Budget{Work: profit.MACs(rapid.Float64Range(0, 1e16).Draw(t, "budget")), Start: profit.MACs(rapid.Float64Range(0, 1e13).Draw(t, "start"))}
		got, want := New(paced, b), New(plain, b)
		if got.Part != want.Part || len(got.Trials) != len(want.Trials) {
			t.Fatalf("%+v, want %+v", got, want)
		}
		need := rapid.Float64Range(0.3, 0.999).Draw(t, "need")
		for i := range got.Trials {
			x, y := &got.Trials[i], &want.Trials[i]
			if x.Name != y.Name {
				t.Fatalf("%+v, want %+v", got, want)
			}
			until := rapid.Float64Range(0, 1).Draw(t, "until")
			train(x, of[x.Name], until, 0)
			train(y, of[y.Name], until, 0)
			p, q := look(*x, need, math.MaxFloat64), look(*y, need, math.MaxFloat64)
			if p.arrives == q.arrives && math.Abs(float64(p.rest-q.rest)) > 1e-6*float64(y.Work) {
				t.Fatalf("%+v is %+v, but %+v %+v", x, p, y, q)
			}
		}
		if spent, costs := got.Spent(), want.Spent(); math.Abs(float64(spent-costs)) > 1e-9*float64(costs) {
			t.Fatalf("%v, want %v", spent, costs)
		}
	})
}

// Trainers that go on for longer than they were to end the search early: it takes no more than the budget and what the
// last one had gone on for.
func TestSearchOverrun(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		trials, of := drawn(t)
		s := New(trials, Budget{Work: profit.MACs(rapid.Float64Range(1e10, 1e16).Draw(t, "budget"))})
		for range 1000 {
			before := s.Spent()
			var step Step
			if s, step = Next(s, 0.9, math.MaxFloat64); step.Stop != "" || step.Until == 1 {
				return
			}
			trial := &s.Trials[step.Trial]
			if before+trial.cost(trial.Work*profit.MACs(step.Until-trial.Done)) > s.Budget*(1+1e-6) {
				t.Fatalf("%+v of %+v", step, s)
			}
			train(trial, of[trial.Name], math.Min(step.Until+rapid.Float64Range(0, 0.2).Draw(t, "overrun"), 1), 0)
		}
		t.Fatal("it does not end")
	})
}

func TestSearchFindsTheBest(t *testing.T) {
	trials := []Trial{{Name: "usual", Work: 10e12, Epochs: 40}, {Name: "small", Work: 2e12, Epochs: 40}, {Name: "deep", Work: 40e12, Epochs: 40}, {Name: "wide", Work: 20e12, Epochs: 40}}
	of := map[string]truth{
		"usual": powerLaw(40, 0.12, 0.4, 0.7), "small": powerLaw(40, 0.25, 0.4, 0.8), "deep": powerLaw(40, 0.03, 0.45, 0.7), "wide": powerLaw(40, 0.08, 0.4, 0.7),
	}
	never := func() bool { return false }
	s := New(trials, Budget{Work: 60e12})
	steps, last, alone := run(t, s, of, 0.92, never)
	if end := steps[len(steps)-1]; trials[end.Trial].Name != "deep" {
		t.Errorf("%+v", steps)
	}
	if alone > 0.3*72e12 {
		t.Errorf("%v of 72e12", alone)
	}
	if why := last.Trials[1].Out; !strings.Contains(why, "right after 12 % of its work: ") {
		t.Errorf("small: %q", why)
	}
	// The budget of less leaves the dearest out, that of none all but the first.
	if s := New(trials, Budget{Work: 0.8e12}); len(s.Trials) != 2 || s.Trials[1].Name != "small" || s.Part > 0.1 {
		t.Errorf("%+v", s)
	}
	if s := New(trials, Budget{Work: 60e12, Start: 40e12}); len(s.Trials) != 1 || s.Part != 0 {
		t.Errorf("%+v", s)
	}
	// Where none gets there, nothing is trained.
	steps, last, _ = run(t, New(trials, Budget{Work: 60e12}), map[string]truth{
		"usual": powerLaw(40, 0.6, 0.1, 1), "small": powerLaw(40, 0.65, 0.1, 1), "deep": powerLaw(40, 0.55, 0.1, 1), "wide": powerLaw(40, 0.58, 0.1, 1),
	}, 0.92, never)
	if end := steps[len(steps)-1]; !strings.HasPrefix(end.Stop, "not worth it: of 4 networks none gets to 92.0 %; deep came nearest with 44.") || end.Stop != last.Stopped {
		t.Errorf("%+v", end)
	}
	// One that cannot be trained leaves the others.
	s, step := Next(New(trials, Budget{Work: 60e12}), 0.92, 1e18)
	s.Fail(step.Trial, "out of memory")
	if _, next := Next(s, 0.92, 1e18); next.Trial == step.Trial || next.Stop != "" {
		t.Errorf("%+v behind %+v", next, step)
	}
	for i := range trials {
		s.Fail(i, "out of memory")
	}
	if _, end := Next(s, 0.92, 1e18); end.Stop != "not worth it: of 4 networks none gets to 92.0 %: out of memory" {
		t.Errorf("%+v", end)
	}
}

// Who gets to the need with the least work goes on; who is late goes last.
func TestSearchByTheClock(t *testing.T) {
	trials := []Trial{{Name: "cheap", Work: 10e12, Epochs: 80}, {Name: "dear", Work: 100e12, Epochs: 80}}
	of := map[string]truth{"cheap": powerLaw(80, 0.02, 0.5, 0.6), "dear": powerLaw(80, 0.02, 0.4, 0.6)}
	rung := func(left profit.MACs) (State, Step) {
		s := New(trials, Budget{Work: 100e12})
		for i := range s.Trials {
			train(&s.Trials[i], of[s.Trials[i].Name], s.until(s.Trials[i], 0), 0)
		}
		return Next(s, 0.93, left)
	}
	if _, step := rung(1e15); trials[step.Trial].Name != "cheap" || step.Until != 1 {
		t.Errorf("%+v", step)
	}
	of["dear"] = powerLaw(80, 0.02, 0.34, 0.6) // has less to do, in more work
	trials[0].Work, trials[1].Work = 60e12, 40e12
	if _, step := rung(1e15); trials[step.Trial].Name != "dear" {
		t.Errorf("%+v", step)
	}
}

// What is left of the time is the best one's: a device that was away for long compares no more.
func TestSearchWithoutTime(t *testing.T) {
	trials := []Trial{{Name: "good", Work: 10e12, Epochs: 80}, {Name: "bad", Work: 10e12, Epochs: 80}, {Name: "worse", Work: 10e12, Epochs: 80}}
	s := New(trials, Budget{Work: 100e12})
	if _, step := Next(s, 0.89, 9e12); step.Trial != 0 || step.Until == 1 {
		t.Errorf("nothing is known yet: %+v", step)
	}
	for i, floor := range []float64{0.1, 0.3, 0.4} {
		train(&s.Trials[i], powerLaw(80, floor, 0.4, 0.6), s.until(s.Trials[i], 0), 0)
	}
	if _, step := Next(s, 0.89, 30e12); step.Until == 1 {
		t.Errorf("with time: %+v", step)
	}
	if _, step := Next(s, 0.89, 9e12); trials[step.Trial].Name != "good" || step.Until != 1 {
		t.Errorf("without: %+v", step)
	}
	// Nor does it begin with the next rung of another one once the best is through with it.
	s, _ = Next(s, 0.89, 30e12)
	train(&s.Trials[0], powerLaw(80, 0.1, 0.4, 0.6), s.until(s.Trials[0], 1), 0)
	if _, step := Next(s, 0.89, 30e12); trials[step.Trial].Name != "bad" {
		t.Errorf("with time: %+v", step)
	}
	if _, step := Next(s, 0.89, 1e9); trials[step.Trial].Name != "good" || step.Until != 1 {
		t.Errorf("at the deadline: %+v", step)
	}
}
