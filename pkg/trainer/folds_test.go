package trainer

import (
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// Few examples are cross-validated, many are not, nor are convolutions or what
// would take hours; and the work says what is done.
func TestSuggestFolds(t *testing.T) {
	flat := func(features int) model.Shape { return model.Shape{Channels: 1, Height: 1, Width: features} }
	for _, c := range []struct {
		name     string
		input    model.Shape
		examples int
		target   evaluator.Target
		want     bool
	}{
		{"a table", flat(30), 455, evaluator.Dense, true},
		{"of four bits", flat(30), 455, evaluator.Dense4, true},
		{"a graph", flat(30), 455, evaluator.Dispute, false},
		{"the last that is few", flat(64), fewExamples - 1, evaluator.Dense, true},
		{"the first that is not", flat(64), fewExamples, evaluator.Dense, false},
		{"too few to fold", flat(4), 24, evaluator.Dense, false},
		{"images", model.Shape{Channels: 1, Height: 8, Width: 8}, 1400, evaluator.Dispute, false},
	} {
		s, err := Suggest(Problem{Input: c.input, Classes: 10, Examples: c.examples, Target: c.target})
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Job.Folds > 0; got != c.want {
			t.Errorf("%s: %d folds", c.name, s.Job.Folds)
		}
		if want := float64(s.MACs) * float64(c.examples) * float64(s.Job.Epochs) * s.Job.Rounds(); s.Work != want {
			t.Errorf("%s: work %v, want %v", c.name, s.Work, want)
		}
		if c.want && s.Work > fewWork {
			t.Errorf("%s: work %v", c.name, s.Work)
		}
	}
	job := Defaults()
	job.Family = MLP
	large := Suggestion{Job: job, MACs: 500_000} // no evaluator takes dense layers of that size
	if s := crossValidated(large, 1900); s.Job.Folds > 0 {
		t.Errorf("a large network: %d folds", s.Job.Folds)
	}
}

// Rounds of four of five folds: 4 x (1 + 1 + 1 + 1/4), and once on all.
func TestRounds(t *testing.T) {
	job := Job{Folds: 5, Recipes: fewRecipes()}
	if got := job.Rounds(); got != 14 {
		t.Errorf("%v", got)
	}
	if got := (&Job{}).Rounds(); got != 1 {
		t.Errorf("%v", got)
	}
	job.Epochs, job.Hidden, job.Batch = 10, []int{8}, 16
	if o := job.Study(3); o.Threads != 3 || o.Recipes[0].Passes != 10 || o.Recipes[3].Passes != 3 || o.Folds != 5 {
		t.Errorf("%+v", o)
	}
}
