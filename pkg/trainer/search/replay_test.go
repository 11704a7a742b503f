package search

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// recorded is a network that trainers/pytorch trained to its end, for testdata/curves.json: the jobs are those of
// trainer.Candidates with seed 7, accuracies those of the integer model behind each epoch.
type recorded struct {
	Name       string
	Work       profit.MACs
	Epochs     int
	Accuracies truth
}

func curves(t testing.TB) (all map[string][]recorded) {
	t.Helper()
	text, err := os.ReadFile("testdata/curves.json")
	if err == nil {
		err = json.Unmarshal(text, &all)
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// replay is the work of a search that trains until the target is met, or one network has come to its end; and which.
func replay(t testing.TB, nets []recorded, budget profit.MACs, need float64) (won recorded, spent profit.MACs, step Step) {
	t.Helper()
	var trials []Trial
	for _, n := range nets {
		trials = append(trials, Trial{Name: n.Name, Work: n.Work, Epochs: n.Epochs})
	}
	of := func(s State, i int) recorded {
		return nets[slices.IndexFunc(nets, func(n recorded) bool { return n.Name == s.Trials[i].Name })]
	}
	for s := New(trials, Budget{Work: budget}); ; {
		if s, step = Next(s, need, math.MaxFloat64); step.Stop != "" {
			return recorded{}, s.Spent(), step
		}
		won = of(s, step.Trial)
		if train(&s.Trials[step.Trial], won.Accuracies, step.Until, need) || step.Until == 1 {
			return won, s.Spent(), step
		}
	}
}

// On curves of real trainings a search with enough to spend ends with a network that is within a point of the best, and
// comparing took less than a sixth of the work of all (docs/BENCHMARKS.md). Where the budget is nothing,
// the usual one is trained; a need is met for less.
func TestReplay(t *testing.T) {
	for name, nets := range curves(t) {
		var all profit.MACs
		best := 0.0
		for _, n := range nets {
			all += n.Work
			best = max(best, slices.Max(n.Accuracies))
		}
		for _, part := range []profit.MACs{0, 0.05, 0.2, 1} {
			won, spent, _ := replay(t, nets, part*all, 1)
			compared := (spent - won.Work) / all
			t.Logf("%s, budget %.2f: %s %.4f (best %.4f, usual %.4f), %.2f of the work of all, %.2f for comparing", name, part, won.Name, slices.Max(won.Accuracies), best, slices.Max(nets[0].Accuracies), spent/all, compared)
			if compared > min(part, 1.0/6)+rounding || part >= 0.2 && slices.Max(won.Accuracies) < best-0.01 || part == 0 && won.Name != nets[0].Name {
				t.Errorf("%s, budget %.2f: %s, %.3f for comparing", name, part, won.Name, compared)
			}
			if _, less, step := replay(t, nets, part*all, slices.Max(won.Accuracies)-0.03); less >= spent || step.Stop != "" {
				t.Errorf("%s, budget %.2f: a need that %s meets took %.2f of the work of all, %.2f without: %s", name, part, won.Name, less/all, spent/all, step.Stop)
			}
		}
		// What one of them gets to is never given up.
		for need := 0.3; need <= best; need += 0.005 {
			if _, _, step := replay(t, nets, all, need); step.Stop != "" {
				t.Errorf("%s: %s", name, step.Stop)
			}
		}
		_, spent, step := replay(t, nets, all, 1-(1-best)/5)
		t.Logf("%s: %s, for %.2f of the work of all", name, step.Stop, spent/all)
		if name == "fashion" && (step.Stop == "" || spent > 0.2*all) {
			t.Errorf("%s: what none gets to is not given up: %+v", name, step)
		}
	}
}
