//go:build !race || nocheckptr

package worker

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// TestTables: what the trainer makes of a small table by its own suggestion is, as
// integers on rows that it has not seen, at most a point worse than the best of
// scikit-learn's multi-layer perceptron, logistic regression and random forest.
func TestTables(t *testing.T) {
	text, err := os.ReadFile(tablePath(t, "splits.json"))
	if err != nil {
		t.Fatal(err)
	}
	var splits map[string][][]int
	if err := json.Unmarshal(text, &splits); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]float64{"iris": 0.957, "wine": 0.979, "breast_cancer": 0.960, "digits": 0.968} {
		t.Run(name, func(t *testing.T) { onTable(t, name, splits[name], evaluator.Dense, want) })
	}
	// Activations of four bits cost nothing on tables of few columns.
	for name, want := range map[string]float64{"iris": 0.957, "wine": 0.979, "breast_cancer": 0.960} {
		t.Run(name+"4", func(t *testing.T) { onTable(t, name, splits[name], evaluator.Dense4, want) })
	}
}

// onTable is the mean of a table's splits.
func onTable(t *testing.T, name string, splits [][]int, target evaluator.Target, want float64) {
	t.Helper()
	file := name + ".csv"
	if name == "digits" {
		file += ".gz"
	}
	all, err := dataset.Open(dataset.Source{Format: dataset.FormatCSV, Images: []string{tablePath(t, file)}})
	if err != nil {
		t.Fatal(err)
	}
	sum, counts := 0, []int(nil)
	for seed, rows := range splits {
		right := trainedOn(t, all, rows, uint64(seed), target)
		sum, counts = sum+right, append(counts, right)
	}
	mean := float64(sum) / float64(len(counts)*len(splits[0]))
	t.Logf("%v of %d right, mean %.4f", counts, len(splits[0]), mean)
	if len(counts) != 4 || mean < want {
		t.Errorf("mean %.4f of %d splits, want %.4f", mean, len(counts), want)
	}
}

// trainedOn trains on all rows but those held, as suggested, and counts the
// integer model's right answers on them.
func trainedOn(t *testing.T, all *dataset.Set, held []int, seed uint64, target evaluator.Target) int {
	t.Helper()
	var rows []int
	for i := range all.Len() {
		if !slices.Contains(held, i) {
			rows = append(rows, i)
		}
	}
	train, test := all.Subset(rows), all.Subset(held)
	s, err := trainer.Suggest(trainer.Problem{Input: shape(all.Shape), Classes: all.Classes, Examples: train.Len(), Target: target})
	if err != nil {
		t.Fatal(err)
	}
	job, dir := s.Job, t.TempDir()
	job.ID, job.Seed, job.Data.Source = "table", seed, &dataset.Source{Format: dataset.FormatCSV, Images: []string{writeCSV(t, train)}, LabelColumn: "first", Header: "no", Features: []string{"*"}, Shape: all.Shape, Classes: all.Classes}
	job.CheckpointDir, job.Artifact = filepath.Join(dir, "checkpoints"), filepath.Join(dir, "model")
	if code, events := here(t, job); code != trainer.ExitDone {
		t.Fatalf("exit %d: %+v", code, events)
	}
	b, err := os.ReadFile(job.Artifact)
	if err != nil {
		t.Fatal(err)
	}
	n, err := model.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return model.NewEvaluator(n).CountRight(test.Pixels, test.Labels)
}

func writeCSV(t *testing.T, set *dataset.Set) string {
	t.Helper()
	var b strings.Builder
	for i := range set.Len() {
		fmt.Fprint(&b, set.Labels[i])
		for _, x := range set.Example(i) {
			fmt.Fprint(&b, ",", x)
		}
		fmt.Fprintln(&b)
	}
	path := filepath.Join(t.TempDir(), "rows.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
