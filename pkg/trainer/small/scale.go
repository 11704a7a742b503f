package small

import (
	"math"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// leastDeviation bounds by how much a column is stretched: one that hardly
// changes would otherwise need weights that no int8 holds.
const leastDeviation = 0.05

// scale moves every column to mean 0 and deviation 1. Columns of a table differ
// in both, and a network learns from such columns only slowly.
type scale struct{ mean, factor []float64 }

func scaleOf(set *dataset.Set) scale {
	features, n := set.Shape.Features(), float64(set.Len())
	s := scale{make([]float64, features), make([]float64, features)}
	squares := make([]float64, features)
	for i, p := range set.Pixels {
		x := float64(p) / model.PixelMax
		s.mean[i%features] += x / n
		squares[i%features] += x * x / n
	}
	for k, mean := range s.mean {
		s.factor[k] = 1 / max(math.Sqrt(max(squares[k]-mean*mean, 0)), leastDeviation)
	}
	return s
}

// of is the set's examples, scaled, one after the other.
func (s scale) of(set *dataset.Set) []float32 {
	features := len(s.mean)
	out := make([]float32, len(set.Pixels))
	for i, p := range set.Pixels {
		k := i % features
		out[i] = float32((float64(p)/model.PixelMax - s.mean[k]) * s.factor[k])
	}
	return out
}

// fold takes the scale into the first layer, so that the network takes the
// examples as they are.
func (s scale) fold(l *model.FloatLayer) {
	features := len(s.mean)
	for i := range l.Weights {
		k := i % features
		l.Weights[i] *= s.factor[k]
		l.Bias[i/features] -= l.Weights[i] * s.mean[k]
	}
}
