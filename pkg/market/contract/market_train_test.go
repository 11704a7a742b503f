package contract_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// trained is a quantised features-hidden-classes network after a pass of plain
// SGD over 1,500 examples: weights and pre-activations as solvers have them.
func trained(t testing.TB, set *dataset.Set, hidden int) *model.Network {
	t.Helper()
	r := rand.New(rand.NewPCG(1, uint64(hidden)))
	features, classes := set.Shape.Features(), set.Classes
	layer := func(in, out int) model.FloatLayer {
		l := model.FloatLayer{Kind: model.Dense, Outputs: out, Bias: make([]float64, out), Weights: make([]float64, in*out)}
		for i := range l.Weights {
			l.Weights[i] = r.NormFloat64() * math.Sqrt(2/float64(in))
		}
		return l
	}
	f := &model.FloatNetwork{Input: model.Shape{Channels: 1, Height: 1, Width: features}, Layers: []model.FloatLayer{layer(features, hidden), layer(hidden, classes)}}
	n := min(set.Len(), 1500)
	for _, i := range r.Perm(n) {
		step(f, set.Example(i), int(set.Labels[i]), 0.01)
	}
	q, err := model.Quantize(f, set.Pixels[:200*features])
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// step moves both layers down the gradient of one example's cross-entropy.
func step(f *model.FloatNetwork, pixels []byte, label int, rate float64) {
	a, b := &f.Layers[0], &f.Layers[1]
	x, h, z := make([]float64, len(pixels)), make([]float64, a.Outputs), make([]float64, b.Outputs)
	for i, p := range pixels {
		x[i] = float64(p) / 255
	}
	for j := range h {
		h[j] = a.Bias[j]
		for i, w := range a.Weights[j*len(x) : (j+1)*len(x)] {
			h[j] += w * x[i]
		}
		h[j] = max(h[j], 0)
	}
	total := 0.0
	for k := range z {
		z[k] = b.Bias[k]
		for j, w := range b.Weights[k*len(h) : (k+1)*len(h)] {
			z[k] += w * h[j]
		}
		z[k] = math.Exp(min(z[k], 30))
		total += z[k]
	}
	back := make([]float64, len(h))
	for k := range z {
		d := z[k] / total
		if k == label {
			d--
		}
		b.Bias[k] -= rate * d
		row := b.Weights[k*len(h) : (k+1)*len(h)]
		for j := range row {
			back[j] += d * row[j]
			row[j] -= rate * d * h[j]
		}
	}
	for j, d := range back {
		if h[j] == 0 {
			continue
		}
		a.Bias[j] -= rate * d
		row := a.Weights[j*len(x) : (j+1)*len(x)]
		for i := range row {
			row[i] -= rate * d * x[i]
		}
	}
}
