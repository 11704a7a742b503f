// Package onnx runs what pkg/model/export writes in a runtime of others.
package onnx

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/export"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

type trial struct {
	Name     string  `json:"name"`
	Model    string  `json:"model"`
	Shape    [4]int  `json:"shape"`
	Examples []byte  `json:"examples"` // base64
	Logits   []int32 `json:"logits"`
	Classes  []int   `json:"classes"`
}

func fetched(t *testing.T) {
	if _, err := os.Stat("node_modules"); err != nil {
		t.Skip("onnxruntime is not here: make onnx fetches it")
	}
}

// No logit and no class of an exported network differs in onnxruntime from those that the contract computes:
// random shapes and weights, both widths, odd sides, ties.
func TestONNX(t *testing.T) {
	fetched(t)
	r := rand.New(rand.NewPCG(11, 12))
	nets := map[string]*model.Network{
		"dense":      modeltest.Dense(r, 30, 12, 7, 5),
		"one layer":  modeltest.Dense(r, 9, 3),
		"four bits":  modeltest.DenseOf(model.Bits4, r, 40, 16, 6),
		"large":      modeltest.Dense(r, 784, 64, 10),
		"no weights": {Input: model.Shape{Channels: 1, Height: 1, Width: 4}, Layers: []model.Layer{{Kind: model.Dense, Outputs: 3, Bias: make([]int32, 3), Weights: make([]int8, 12)}}},
	}
	for i := range 12 { // blocks of convolutions on odd and even sides
		in := model.Shape{Channels: 1 + r.IntN(3), Height: 4 + r.IntN(8), Width: 4 + r.IntN(8)}
		nets[fmt.Sprintf("convolutions %d", i)] = conv(r, in)
	}
	var trials []trial
	for name, n := range nets {
		trials = append(trials, try(t, r, name, n, n.Input, 40))
	}
	compare(t, trials)
}

// try is a network with examples, the first all 0, the second all 255, others random, and what it makes of them here.
func try(t *testing.T, r *rand.Rand, name string, n model.Integer, in model.Shape, examples int) trial {
	raw, err := export.ONNX(n, map[string]string{"origin": "a test"})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	c := trial{Name: name, Model: filepath.Join(t.TempDir(), "it.onnx"), Shape: [4]int{examples, in.Channels, in.Height, in.Width}}
	if err := os.WriteFile(c.Model, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	counter, size := n.Counter(), n.Inputs()
	c.Examples = append(make([]byte, size), slices.Repeat([]byte{255}, size)...)
	c.Examples = append(c.Examples, modeltest.Pixels(r, (examples-2)*size)...)
	for i := range examples {
		logits := counter.Logits(c.Examples[i*size : (i+1)*size])
		c.Classes = append(c.Classes, model.Largest(logits))
		c.Logits = append(c.Logits, logits...)
	}
	return c
}

// compare runs all of them in onnxruntime.
func compare(t *testing.T, trials []trial) {
	text, err := json.Marshal(trials)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "cases.json")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "node", "run.mjs", path).CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Error(err)
	}
}

// conv is a random network of convolutions, poolings and dense layers.
func conv(r *rand.Rand, in model.Shape) *model.Network {
	plans := [][]int{{4, 0, -5}, {3, 3, 0, -6, -4}, {5, -3}, {2, 0, 4, 0, -10}, {0, 3, -4}}
	return modeltest.Conv(r, in, modeltest.Layers(plans[r.IntN(len(plans))]...)...)
}
