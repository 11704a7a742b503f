package trainer

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

func TestClassify(t *testing.T) {
	for _, c := range []struct {
		exit Exit
		want Outcome
	}{
		{Exit{Code: 0}, OutcomeDone}, {Exit{Code: 75}, OutcomePreempted}, {Exit{Code: 64}, OutcomePermanent},
		{Exit{Code: 69}, OutcomeRetry}, {Exit{Code: 70}, OutcomeRetry}, {Exit{Code: 71}, OutcomeRetrySmaller},
		{Exit{Code: 1}, OutcomeRetry}, {Exit{Code: 2}, OutcomeRetry}, {Exit{Code: 126}, OutcomePermanent}, {Exit{Code: 127}, OutcomePermanent},
		{Exit{Code: 137}, OutcomeResume}, {Exit{Code: 143}, OutcomeResume}, {Exit{Code: 130}, OutcomeResume},
		{Exit{Code: 139}, OutcomeRetry}, {Exit{Code: 134}, OutcomeRetry},
		{Exit{Code: -1, Signal: 9}, OutcomeResume}, {Exit{Code: -1, Signal: 15}, OutcomeResume}, {Exit{Code: -1, Signal: 6}, OutcomeRetry},
		{Exit{Code: 0, Signal: 11}, OutcomeRetry}, {Exit{Code: 255}, OutcomeRetry}, {Exit{Code: -1}, OutcomeRetry},
	} {
		if got := Classify(c.exit); got != c.want {
			t.Errorf("%+v: %v, want %v", c.exit, got, c.want)
		}
	}
}

func TestTracker(t *testing.T) {
	p := RestartPolicy{Failures: 3, Preemptions: 2, Window: time.Hour, Delay: 10 * time.Second, MaxDelay: 30 * time.Second, Halvings: 1}
	start := time.Unix(1e9, 0)
	type end struct {
		after   time.Duration
		outcome Outcome
		state   RestartState
		delay   time.Duration
		halve   bool
	}
	for name, ends := range map[string][]end{
		"done":      {{0, OutcomeDone, Finished, 0, false}},
		"permanent": {{0, OutcomePermanent, GivenUp, 0, false}},
		"failures back off, then end": {
			{0, OutcomeRetry, Waiting, 10 * time.Second, false}, {time.Minute, OutcomeRetry, Waiting, 20 * time.Second, false},
			{time.Minute, OutcomeRetry, Waiting, 30 * time.Second, false}, {time.Minute, OutcomeRetry, GivenUp, 0, false}},
		"old failures are forgotten": {
			{0, OutcomeRetry, Waiting, 10 * time.Second, false}, {0, OutcomeRetry, Waiting, 20 * time.Second, false},
			{0, OutcomeRetry, Waiting, 30 * time.Second, false}, {time.Hour, OutcomeRetry, Waiting, 10 * time.Second, false}},
		"preemptions do not count as failures": {
			{0, OutcomePreempted, Waiting, 0, false}, {0, OutcomeResume, Waiting, 10 * time.Second, false},
			{0, OutcomeRetry, Waiting, 10 * time.Second, false}, {0, OutcomePreempted, GivenUp, 0, false}},
		"memory": {{0, OutcomeRetrySmaller, Waiting, 10 * time.Second, true}, {2 * time.Hour, OutcomeRetrySmaller, GivenUp, 0, false}},
	} {
		tracker, now := Tracker{}, start
		for i, e := range ends {
			now = now.Add(e.after)
			var v Verdict
			tracker, v = tracker.Next(p, now, e.outcome)
			if v.State != e.state || v.Delay != e.delay || v.Halve != e.halve || v.Reason == "" {
				t.Errorf("%s, end %d: %+v, want %+v", name, i, v, e)
			}
		}
	}
}

// The budgets are never exceeded, the delay never beyond its cap, and a
// tracker is not changed by asking it.
func TestTrackerProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := RestartPolicy{
			Failures: rapid.IntRange(0, 5).Draw(t, "failures"), Preemptions: rapid.IntRange(0, 5).Draw(t, "preemptions"), Window: time.Hour,
			Delay: time.Second, MaxDelay: 8 * time.Second, Halvings: rapid.IntRange(0, 3).Draw(t, "halvings"),
		}
		tracker, now := Tracker{}, time.Unix(1e9, 0).UTC()
		failures, others := 0, 0
		for range rapid.IntRange(1, 30).Draw(t, "ends") {
			o := rapid.SampledFrom([]Outcome{OutcomePreempted, OutcomeRetry, OutcomeRetrySmaller, OutcomeResume}).Draw(t, "outcome")
			before, err := json.Marshal(tracker)
			if err != nil {
				t.Fatal(err)
			}
			next, v := tracker.Next(p, now, o)
			again, v2 := tracker.Next(p, now, o)
			if after, _ := json.Marshal(tracker); string(after) != string(before) || v != v2 || !reflect.DeepEqual(next, again) {
				t.Fatalf("asking changed the tracker: %s to %s", before, after)
			}
			if v.Delay > p.MaxDelay {
				t.Fatalf("delay %v", v.Delay)
			}
			if v.State == GivenUp {
				return
			}
			if o == OutcomeRetry {
				failures++
			} else {
				others++
			}
			if failures > p.Failures || others > p.Preemptions+p.Halvings {
				t.Fatalf("%d failures and %d other ends under %+v", failures, others, p)
			}
			tracker, now = next, now.Add(time.Second)
		}
	})
}

func TestSuggest(t *testing.T) {
	fashion := Problem{Input: model.Shape{Channels: 1, Height: 28, Width: 28}, Classes: 10, Examples: 54000, Target: evaluator.Dense}
	s, err := Suggest(fashion)
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Job.Hidden) != 1 || s.Job.Hidden[0] != 64 || s.Job.Family != MLP || s.MACs != 784*64+64*10 {
		t.Errorf("%+v", s)
	}
	if want := float64(s.MACs) * 54000 * float64(s.Job.Epochs); s.Work != want {
		t.Errorf("work %v, want %v", s.Work, want)
	}
	cifar := Problem{Input: model.Shape{Channels: 3, Height: 32, Width: 32}, Classes: 10, Examples: 20000, Target: evaluator.Dispute}
	first := []int{8, 10, 12}
	if s, err := Suggest(cifar); err != nil || s.Job.Family != CNN || !slices.Equal(s.Job.Channels, first) || !slices.Equal(s.Job.Hidden, []int{64}) || s.MACs > 500_000 {
		t.Errorf("%+v, %v", s, err)
	}
	if s, err := Suggest(cifar); err != nil || s.Job.MaxShift == 0 || !s.Job.Mirror {
		t.Errorf("photographs are trained on as they are: %+v, %v", s.Job, err)
	}
	most := func(bytes int) func(model.Integer) bool {
		return func(n model.Integer) bool { return n.Size() <= bytes }
	}
	cifar.Input, cifar.Fits = model.Shape{Channels: 1, Height: 48, Width: 48}, most(25_000) // 8-10-12 is larger
	if s, err := Suggest(cifar); err != nil || s.Job.Family != CNN || slices.Equal(s.Job.Channels, first) || s.Job.Mirror {
		t.Errorf("%+v, %v", s, err)
	}
	cifar.Input = model.Shape{Channels: 1, Height: 1, Width: 100}
	if s, err := Suggest(cifar); err != nil || s.Job.Family != MLP {
		t.Errorf("%+v, %v", s, err)
	}
	fashion.Fits = most(30_000)
	tight, err := Suggest(fashion)
	if err != nil || tight.Model.Size() > 30_000 || tight.Model.Size() < 26_000 {
		t.Errorf("within 30000 bytes: %d, %v", tight.Model.Size(), err)
	}
	fashion.Fits, fashion.Target = nil, evaluator.Dense4
	if s, err := Suggest(fashion); err != nil || s.Job.Hidden[0] != 64 || s.Job.Bits != model.Bits4 || s.Model.(*model.Network).Bits != model.Bits4 {
		t.Errorf("%+v, %v", s, err)
	}
	for _, bad := range []Problem{
		{Input: fashion.Input, Classes: 10, Examples: 10, Target: "linear"},
		{Input: fashion.Input, Classes: 10, Examples: 0, Target: evaluator.Dense},
		{Input: fashion.Input, Classes: 1, Examples: 10, Target: evaluator.Dense},
		{Classes: 10, Examples: 10, Target: evaluator.Dense},
		{Input: fashion.Input, Classes: 10, Examples: 10, Fits: most(100), Target: evaluator.Dense},
	} {
		if s, err := Suggest(bad); err == nil {
			t.Errorf("%+v: %+v", bad, s)
		}
	}
}

// ResNet-20 is for photographs, a contract that takes graphs, and a trainer that can.
func TestSuggestResNet(t *testing.T) {
	good := Problem{Input: model.Shape{Channels: 3, Height: 32, Width: 32}, Classes: 10, Examples: 20000, Target: evaluator.Dispute, Residual: true}
	s, err := Suggest(good)
	if err != nil || s.Job.Family != ResNet || !s.Job.Graph || s.Job.Blocks != 3 || !slices.Equal(s.Job.Channels, []int{16, 32, 64}) || len(s.Job.Hidden) != 0 {
		t.Fatalf("%+v, %v", s.Job, err)
	}
	if s.MACs != 40_813_184 || s.MACs != s.Model.(*graph.Network).MACs() || s.Work != float64(s.MACs)*20000*float64(s.Job.Epochs) {
		t.Errorf("%d multiply-accumulates, work %v", s.MACs, s.Work)
	}
	for name, change := range map[string]func(*Problem){
		"a trainer that cannot": func(p *Problem) { p.Residual = false },
		"no graphs":             func(p *Problem) { p.Target = evaluator.Dense },
		"grey":                  func(p *Problem) { p.Input.Channels = 1 },
		"small":                 func(p *Problem) { p.Input.Width = 15 },
		"no square":             func(p *Problem) { p.Input.Height, p.Input.Width = 24, 40 },
		"what does not fit":     func(p *Problem) { p.Fits = func(n model.Integer) bool { return n.Size() < 200_000 } },
	} {
		p := good
		change(&p)
		if s, err := Suggest(p); err != nil || s.Job.Family == ResNet {
			t.Errorf("%s: %+v, %v", name, s.Job, err)
		}
	}
}

// Any suggestion is a job that Validate accepts and a model within the limits.
func TestSuggestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Problem{
			Input:   model.Shape{Channels: rapid.IntRange(0, 4).Draw(t, "c"), Height: rapid.IntRange(0, 70).Draw(t, "h"), Width: rapid.IntRange(0, 70).Draw(t, "w")},
			Classes: rapid.IntRange(-1, 300).Draw(t, "classes"), Examples: rapid.IntRange(1, 1e6).Draw(t, "n"),
			Target: rapid.SampledFrom(evaluator.All()).Draw(t, "target"), Residual: rapid.Bool().Draw(t, "residual"),
		}
		if most := rapid.IntRange(0, 200_000).Draw(t, "bytes"); most > 0 {
			p.Fits = func(n model.Integer) bool { return n.Size() <= most }
		}
		s, err := Suggest(p)
		if err != nil {
			return
		}
		if p.Target.Accepts(s.Model) != nil || p.Fits != nil && !p.Fits(s.Model) || s.Work <= 0 {
			t.Fatalf("%+v for %+v", s, p)
		}
		job := s.Job
		job.ID, job.CheckpointDir, job.Artifact, job.Data.Bundle = "x", "/c", "/a", nil
		job.Data.Source = nil
		if err := job.Validate(); err == nil || err.Error() != "job: data: want exactly one of bundle and source" {
			t.Fatalf("%v", err)
		}
	})
}
