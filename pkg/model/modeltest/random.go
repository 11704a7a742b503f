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
