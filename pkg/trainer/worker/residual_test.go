//go:build !race || nocheckptr

package worker

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// residualJob is a resnet of two stages for images of 16 by 16.
func residualJob(t *testing.T) trainer.Job {
	job := testJob(t)
	job.Family, job.Graph, job.Hidden, job.Channels, job.Blocks = trainer.ResNet, true, nil, []int{3, 5}, 1
	return job
}

// part is one layer of a file of weights.
type part struct {
	shape  []int
	values []float64
}

// residualParts are random weights for residualJob, in the order of the tensors.
func residualParts() (all []part) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, shape := range [][]int{{3, 1, 3, 3}, {3, 3, 3, 3}, {3, 3, 3, 3}, {5, 3, 3, 3}, {5, 5, 3, 3}, {5, 3, 1, 1}, {10, 5}} {
		p := part{shape: shape, values: make([]float64, shape[0])}
		for range shape[0] * product(shape[1:]) {
			p.values = append(p.values, r.NormFloat64()/math.Sqrt(float64(product(shape[1:]))))
		}
		p.values = append(p.values[shape[0]:], p.values[:shape[0]]...) // weights, then biases of zero
		all = append(all, p)
	}
	return all
}

func product(n []int) int {
	p := 1
	for _, v := range n {
		p *= v
	}
	return p
}

func partsFile(t *testing.T, all []part) []byte {
	var names []string
	var shapes [][]int
	var values [][]float64
	for l, p := range all {
		n := len(p.values) - p.shape[0]
		names = append(names, fmt.Sprintf("%d.weight", l), fmt.Sprintf("%d.bias", l))
		shapes, values = append(shapes, p.shape, p.shape[:1]), append(values, p.values[:n], p.values[n:])
	}
	return safetensors(t, names, shapes, values)
}

// A trainer's floats become a graph that evaluators take, counted as the daemon counts it.
func TestQuantiseResNet(t *testing.T) {
	job, dir := residualJob(t), t.TempDir()
	p, err := Prepare(&job, dir)
	if err != nil {
		t.Fatal(err)
	}
	weights, out := filepath.Join(dir, "w"), filepath.Join(dir, "model")
	if err := os.WriteFile(weights, partsFile(t, residualParts()), 0o600); err != nil {
		t.Fatal(err)
	}
	q, err := Quantise(t.Context(), &job, dir, weights, out)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	n, err := graph.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	_, val, err := p.sets(dir)
	if err != nil {
		t.Fatal(err)
	}
	if right := model.CountRight(n.Counter(), val.Pixels, val.Labels); q.Right != right || q.Total != val.Len() || q.MACs != n.MACs() || q.SHA256 != sha256Hex(raw) || evaluator.Dispute.Accepts(n) != nil {
		t.Errorf("%+v, %d right", q, right)
	}
}

func TestResidualWeightsThatAreNone(t *testing.T) {
	job := residualJob(t)
	p, err := Prepare(&job, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for want, change := range map[string]func([]part) []part{
		"":                         func(all []part) []part { return all },
		"no 6.weight":              func(all []part) []part { return all[:6] },
		"7.bias, 7.weight":         func(all []part) []part { return append(all, part{[]int{1}, []float64{1, 2}}) },
		"weights [10 6]":           func(all []part) []part { all[6] = part{[]int{10, 6}, make([]float64, 70)}; return all },
		"has [5 3 1 1] there":      func(all []part) []part { all[5] = all[3]; return all },
		"layer 0: weights [4]":     func(all []part) []part { all[0] = part{[]int{4}, make([]float64, 8)}; return all },
		"2.weight: value 4 is NaN": func(all []part) []part { all[2].values[4] = math.NaN(); return all },
		"3.bias: value 0 is +Inf":  func(all []part) []part { all[3].values[3*5*9] = math.Inf(1); return all },
	} {
		a, err := parseArrays(partsFile(t, change(residualParts())))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := residual(&job, p, a); want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v", want, err)
		}
	}
	job.Channels = []int{4, 5} // the file is of another job
	a, err := parseArrays(partsFile(t, residualParts()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := residual(&job, p, a); err == nil || !strings.Contains(err.Error(), "[4 1 3 3]") {
		t.Errorf("%v", err)
	}
	p.Shape.Width = 20
	if _, err := residual(&job, p, a); err == nil || !strings.Contains(err.Error(), "does not suit the data") {
		t.Errorf("%v", err)
	}
}

// A file may be as large as the largest model makes it, and no larger.
func TestWeightsAreBounded(t *testing.T) {
	job, path := residualJob(t), filepath.Join(t.TempDir(), "w")
	for _, c := range []struct {
		size int64
		word string
	}{{maxGraphWeights, "header: "}, {maxGraphWeights + 1, "bytes"}} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(path, c.size); err != nil {
			t.Fatal(err)
		}
		_, err := readArrays(path, maxFloats(&job))
		if err == nil || !strings.Contains(err.Error(), c.word) {
			t.Errorf("%d bytes: %v", c.size, err)
		}
	}
	job.Graph = false
	if _, err := readArrays(path, maxFloats(&job)); err == nil {
		t.Error("a file of layers may be as large")
	}
}

// A network that the data or the contract do not suit is refused before it is trained.
func TestPrepareRefusesResNets(t *testing.T) {
	for word, change := range map[string]func(*trainer.Job){
		"ends as":         func(j *trainer.Job) { j.Data.Source.Side, j.Channels = 28, []int{8} },
		"at most 4194304": func(j *trainer.Job) { j.Channels = []int{8, 800} },
	} {
		job := residualJob(t)
		change(&job)
		if _, err := Prepare(&job, t.TempDir()); err == nil || !strings.Contains(err.Error(), word) || ExitOf(err) != trainer.ExitBadJob {
			t.Errorf("%s: %v", word, err)
		}
	}
}

// The program's own trainer says what is needed.
func TestOwnTrainerKnowsNoResNet(t *testing.T) {
	code, events := here(t, residualJob(t))
	if f := final[trainer.Failure](t, events); code != trainer.ExitBadJob || f.Class != classJob || !strings.Contains(f.Msg, "trainers/pytorch") {
		t.Errorf("exit %d, %+v", code, f)
	}
}
