// Package modeltest makes networks and data for tests.
package modeltest

import (
	"math/rand/v2"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// Dense makes a random valid dense network of 8-bit activations: sizes are
// inputs, hidden..., classes. Its rows use up to the whole accumulator range.
func Dense(r *rand.Rand, sizes ...int) *model.Network { return DenseOf(model.Bits8, r, sizes...) }

// DenseOf is Dense with activations of the width.
func DenseOf(width model.Bits, r *rand.Rand, sizes ...int) *model.Network {
	n := &model.Network{Bits: width, Input: model.Shape{Channels: 1, Height: 1, Width: sizes[0]}}
	for i := 1; i < len(sizes); i++ {
		l := model.Layer{Kind: model.Dense, Outputs: sizes[i], Bias: make([]int32, sizes[i]), Weights: make([]int8, sizes[i]*sizes[i-1])}
		if i < len(sizes)-1 {
			l.Shift = uint8(r.IntN(int(width.MaxShift()) - 5))
		}
		fill(width, r, &l, sizes[i-1])
		n.Layers = append(n.Layers, l)
	}
	return n
}

func fill(width model.Bits, r *rand.Rand, l *model.Layer, fan int) {
	amplitude := 1 + r.IntN(128)
	for j := range l.Outputs {
		row := l.Weights[j*fan : (j+1)*fan]
		room := int64(width.AccumulatorBound() - 1)
		for _, k := range r.Perm(fan) {
			w := r.IntN(2*amplitude) - amplitude
			if cost := int64(width.ActivationMax() * max(w, -w)); cost <= room {
				row[k], room = int8(w), room-cost
			}
		}
		l.Bias[j] = int32(r.Int64N(2*room+1) - room)
	}
}

// Pixels makes n random bytes, of which about a third are 0 or 255.
func Pixels(r *rand.Rand, n int) []byte {
	b := make([]byte, n)
	for i := range b {
		switch r.IntN(6) {
		case 0:
		case 1:
			b[i] = 255
		default:
			b[i] = byte(r.Uint32())
		}
	}
	return b
}

// Conv makes a random valid network of any layers: each plan entry is a
// layer's outputs, with its kind; a MaxPool entry has none. Rows use up to the
// whole accumulator range.
func Conv(r *rand.Rand, input model.Shape, plan ...Planned) *model.Network {
	n := &model.Network{Bits: model.Bits8, Input: input}
	in := input
	for i, p := range plan {
		l := model.Layer{Kind: p.Kind, Outputs: p.Outputs}
		fan := in.Size()
		switch p.Kind {
		case model.MaxPool:
			n.Layers = append(n.Layers, l)
			in.Height, in.Width = in.Height/2, in.Width/2
			continue
		case model.Conv3x3:
			fan = 9 * in.Channels
			in.Channels = p.Outputs
		default:
			in = model.Shape{Channels: p.Outputs, Height: 1, Width: 1}
		}
		l.Bias, l.Weights = make([]int32, p.Outputs), make([]int8, p.Outputs*fan)
		if i < len(plan)-1 {
			l.Shift = uint8(7 + r.IntN(5)) // most activations neither 0 nor 255
			if r.IntN(4) == 0 {
				l.Shift = uint8(r.IntN(14))
			}
		}
		fill(model.Bits8, r, &l, fan)
		n.Layers = append(n.Layers, l)
	}
	return n
}

// Planned is a layer of a network that Conv makes.
type Planned struct {
	Kind    model.Kind
	Outputs int
}

// Layers reads a plan from numbers: n > 0 is a convolution of n channels, 0 a
// pooling, n < 0 a dense layer of -n outputs.
func Layers(numbers ...int) []Planned {
	var plan []Planned
	for _, n := range numbers {
		switch {
		case n > 0:
			plan = append(plan, Planned{model.Conv3x3, n})
		case n == 0:
			plan = append(plan, Planned{Kind: model.MaxPool})
		default:
			plan = append(plan, Planned{model.Dense, -n})
		}
	}
	return plan
}
