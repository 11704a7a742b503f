package search

import (
	"encoding/json"
	"fmt"
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

// On curves of real trainings a search comes within a point of the best network for less than half of the work of training all.
func TestReplay(t *testing.T) {
	for name, nets := range curves(t) {
		var all profit.MACs
		best := 0.0
		for _, n := range nets {
			all += n.Work
			best = max(best, slices.Max(n.Accuracies))
		}
		for _, budget := range []profit.MACs{0, all / 20, all / 10, all / 5, all} {
			for _, need := range []float64{1, best, best - 0.01, best - 0.03} {
				won, spent, step := replay(t, nets, budget, need)
				t.Log(name, fmt.Sprintf("budget %.2f need %.3f: %s %.4f (best %.4f, usual %.4f) for %.2f of the work of all %s", budget/all, need, won.Name, slices.Max(append(won.Accuracies, 0)), best, slices.Max(nets[0].Accuracies), spent/all, step.Stop))
			}
		}
	}
}
