package workers

import (
	"path/filepath"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// table is one of scikit-learn's, each column scaled to bytes.
func table(t testing.TB, name string) *dataset.Set {
	t.Helper()
	path := "../../trainer/testdata/tables/" + name + ".csv"
	if name == "digits" {
		path += ".gz"
	}
	set, err := dataset.Open(dataset.Source{Format: dataset.FormatCSV, Images: []string{path}})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// published is a challenge on a set, with its bundle in dir.
func published(t testing.TB, set *dataset.Set, drawn int, seed byte, dir string) Task {
	t.Helper()
	layout := dataset.Layout{GroupSize: 12, Features: set.Shape.Features(), Classes: set.Classes}
	groups := set.Len() / layout.GroupSize
	c, payloads, err := dataset.Commit(set, layout, groups, [32]byte{seed})
	if err != nil {
		t.Fatal(err)
	}
	draw := [32]byte{seed, 1}
	path := filepath.Join(dir, "bundle")
	if err := dataset.WriteBundleFile(path, c, payloads, dataset.Training(draw, groups, drawn)); err != nil {
		t.Fatal(err)
	}
	return Task{
		Key: "dev/1", Bundle: path, Need: 0.5, Target: evaluator.Dense,
		Challenge: dataset.Challenge{Root: c.Root, Layout: layout, Groups: groups, HoldoutGroups: drawn, Seed: draw, Shape: set.Shape},
	}
}

// guess is a network of a task's shape that knows nothing.
func guess(t testing.TB, task Task) *model.Network {
	t.Helper()
	s, err := Suggest(task, config.Training{})
	if err != nil {
		t.Fatal(err)
	}
	n := s.Model.(*model.Network)
	for i := range n.Layers {
		for k := range n.Layers[i].Weights {
			n.Layers[i].Weights[k] = int8(k*31%15 - 7)
		}
	}
	n.Layers[0].Shift = 8
	return n
}

func bytesOf(t testing.TB, n *model.Network) []byte {
	t.Helper()
	b, err := n.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	return b
}
