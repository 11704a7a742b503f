//go:build !race

package workers

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
)

// bars are the accuracies that the trainer has to reach on a table's test rows:
// one point below the best of scikit-learn's multi-layer perceptron, logistic
// regression and random forest.
var bars = map[string]float64{"iris": 0.957, "wine": 0.979, "breast_cancer": 0.960, "digits": 0.968}

// contest trains for a challenge as the daemon would, with a real trainer process,
// and counts the right answers on the hold-out.
func contest(t *testing.T, name string, asked float64, seed byte) (right, points, need int) {
	t.Helper()
	set, dir := table(t, name), t.TempDir()
	groups := set.Len() / 12
	drawn := (groups + 2) / 5
	task := published(t, set, drawn, seed, dir)
	task.Need = math.Ceil(asked*float64(12*drawn)-1e-9) / float64(12*drawn)
	m := &market{task: task}
	l := &Launcher{
		StateDir: dir, Self: "/proc/self/exe", Owner: "test", Training: NewTraining(policy(), dir, m, zap.NewNop()), Log: zap.NewNop(),
		Process: process.Config{SupervisorArgv: []string{"/proc/self/exe", "supervise"}},
	}
	w, err := (trainers{l}).Launch(t.Context(), gpu.Device{UUID: "GPU-1"}, task.Key)
	if err != nil {
		t.Fatal(err)
	}
	<-w.Done()
	if e := w.Ended(); len(m.told) != 1 {
		t.Fatalf("%+v", e)
	}
	raw, err := os.ReadFile(filepath.Join(l.Training.dir(task.Key), "verified.gaq"))
	if err != nil {
		t.Fatal(err)
	}
	n, err := model.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	held := holdout(t, set, task, seed)
	return model.NewEvaluator(n).CountRight(held.Pixels, held.Labels), held.Len(), int(math.Round(task.Need * float64(held.Len())))
}

// holdout are the rows that the draw keeps from the trainer.
func holdout(t *testing.T, set *dataset.Set, task Task, seed byte) *dataset.Set {
	t.Helper()
	c := task.Challenge
	_, payloads, err := dataset.Commit(set, c.Layout, c.Groups, [32]byte{seed})
	if err != nil {
		t.Fatal(err)
	}
	held := &dataset.Set{Shape: set.Shape, Classes: set.Classes}
	for _, g := range dataset.Drawn(c.Seed, c.Groups, c.HoldoutGroups) {
		pixels, labels, err := dataset.DecodeGroup(payloads[g], c.Layout)
		if err != nil {
			t.Fatal(err)
		}
		held.Pixels, held.Labels = append(held.Pixels, pixels...), append(held.Labels, labels...)
	}
	return held
}

// TestContests: a challenge on each table is won whatever is drawn at a need one point
// below the bar; on iris (23 of 24), breast cancer (104 of 108) and digits (349 of 360)
// at the bar itself.
//
// On wine a point is less than a row: at the bar all 36 are needed. No single model of
// scikit-learn's gets them in all six draws: of logistic regression, random forest
// and multi-layer perceptrons (36 36 35 35 36 36, 34 36 36 35 36 36 and 36 35 35 35
// 35 35) none at all does in the fourth. There at most one row is missed.
func TestContests(t *testing.T) {
	for _, tt := range []struct {
		name         string
		below        float64 // the bar
		wins, missed int
	}{
		{"iris", 0, 6, 0}, {"wine", 0, 2, 1}, {"wine", 0.01, 6, 0}, {"breast_cancer", 0, 6, 0}, {"digits", 0, 6, 0},
	} {
		t.Run(fmt.Sprintf("%s at %.1f %%", tt.name, 100*(bars[tt.name]-tt.below)), func(t *testing.T) {
			wins := 0
			for seed := range byte(6) {
				right, points, need := contest(t, tt.name, bars[tt.name]-tt.below, seed+1)
				t.Logf("draw %d: %d of %d right, %d needed", seed+1, right, points, need)
				if right >= need {
					wins++
				}
				if right < need-tt.missed {
					t.Errorf("draw %d: %d of %d right, %d needed", seed+1, right, points, need)
				}
			}
			if wins < tt.wins {
				t.Errorf("won %d of 6, want %d", wins, tt.wins)
			}
		})
	}
}
