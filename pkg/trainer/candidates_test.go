package trainer

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
)

func names(t *testing.T, p Problem) (list []string) {
	t.Helper()
	all, err := Candidates(p)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		list = append(list, s.Name)
	}
	return list
}

func TestCandidates(t *testing.T) {
	grey, colour := model.Shape{Channels: 1, Height: 28, Width: 28}, model.Shape{Channels: 3, Height: 32, Width: 32}
	small := func(n model.Integer) bool { return n.Size() < 30_000 }
	for name, tt := range map[string]struct {
		p    Problem
		want []string
	}{
		"dense":      {Problem{Input: grey, Target: evaluator.Dense}, []string{"mlp-64", "mlp-16", "mlp-32", "mlp-64-fast", "mlp-96"}},
		"little":     {Problem{Input: grey, Target: evaluator.Dense, Fits: small}, []string{"mlp-36", "mlp-16", "mlp-32"}},
		"writing":    {Problem{Input: grey, Target: evaluator.Dispute}, []string{"cnn-8-10-12-64", "mlp-64", "cnn-4-8-8-48", "cnn-16-20-24-64"}},
		"photograph": {Problem{Input: colour, Target: evaluator.Dispute}, []string{"cnn-8-10-12-64", "mlp-64", "cnn-4-8-8-48", "cnn-16-20-24-64"}},
		"CUDA": {Problem{Input: colour, Target: evaluator.Dispute, Residual: true},
			[]string{"resnet3-16-32-64", "cnn-8-10-12-64", "resnet1-16-32-64", "resnet2-16-32-64", "resnet2-32-64-128"}},
		"what won": {Problem{Input: grey, Target: evaluator.Dense, Need: 0.85, Known: map[string]curve.Reached{
			"mlp-64": {Accuracy: 0.87, Work: 9e12, Most: 0.87}, "mlp-32": {Accuracy: 0.86, Work: 4e12, Most: 0.9}, "mlp-16": {Accuracy: 0.8, Work: 1e12, Most: 0.8},
		}}, []string{"mlp-32", "mlp-64", "mlp-64-fast", "mlp-96"}},
		"what fell short": {Problem{Input: grey, Target: evaluator.Dense, Need: 0.95, Known: map[string]curve.Reached{
			"mlp-64": {Accuracy: 0.87, Most: 0.87}, "mlp-60": {Accuracy: 0.87, Most: 0.87}, "mlp-16": {Accuracy: 0.8, Most: 0.8},
		}}, []string{"mlp-56", "mlp-32", "mlp-64-fast", "mlp-96"}},
	} {
		tt.p.Classes, tt.p.Examples = 10, 20000
		if got := names(t, tt.p); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
	few := Problem{Input: model.Shape{Channels: 1, Height: 1, Width: 30}, Classes: 2, Examples: 400, Target: evaluator.Dense}
	if got := names(t, few); len(got) != 1 {
		t.Errorf("what is cross-validated: %q", got)
	}
	if _, err := Named(few, "mlp-7"); err == nil {
		t.Error("a name of none")
	}
}

// Candidates are what Named finds again, each once, within the limits, and the first is Suggest's.
func TestCandidatesProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Problem{
			Input:   model.Shape{Channels: rapid.IntRange(1, 3).Draw(t, "c"), Height: rapid.IntRange(1, 40).Draw(t, "h"), Width: rapid.IntRange(1, 40).Draw(t, "w")},
			Classes: rapid.IntRange(2, 30).Draw(t, "classes"), Examples: rapid.IntRange(1, 1e5).Draw(t, "n"), Need: rapid.Float64Range(0, 1).Draw(t, "need"),
			Target: rapid.SampledFrom(evaluator.All()).Draw(t, "target"), Residual: rapid.Bool().Draw(t, "residual"), Known: map[string]curve.Reached{},
		}
		usual, others := p.designs()
		for _, d := range rapid.SliceOfN(rapid.SampledFrom(slices.Concat(usual, others)), 0, 4).Draw(t, "known") {
			a := rapid.Float64Range(0, 1).Draw(t, "accuracy")
			p.Known[d.name()] = curve.Reached{Accuracy: a, Most: rapid.Float64Range(a, 1).Draw(t, "most"), Work: 1}
		}
		all, err := Candidates(p)
		first, none := Suggest(p)
		if (err == nil) != (none == nil) {
			t.Fatalf("%v, %v", err, none)
		}
		if err != nil {
			return
		}
		if !reflect.DeepEqual(all[0].Job, first.Job) || len(all) > mostCandidates {
			t.Fatalf("%+v, but %+v", all[0].Job, first.Job)
		}
		seen := map[string]bool{}
		for i, s := range all {
			again, err := Named(p, s.Name)
			if err != nil || !reflect.DeepEqual(again.Job, s.Job) || seen[s.Name] || s.Work <= 0 || p.Target.Accepts(s.Model) != nil {
				t.Fatalf("%s: %v", s.Name, err)
			}
			if i > 1 && s.Work < all[i-1].Work {
				t.Fatalf("%s is less work than the one before", s.Name)
			}
			seen[s.Name] = true
		}
	})
}
