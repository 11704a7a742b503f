// Package graphtest makes networks for tests.
package graphtest

import (
	"math/rand/v2"

	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// Fill lays a network out and gives it random weights, biases up to so many bits,
// and shifts that keep most activations within their range.
func Fill(r *rand.Rand, n *graph.Network) *graph.Network {
	size, err := n.Layout()
	if err != nil {
		panic(err)
	}
	n.Weights = make([]byte, size)
	for i := range n.Weights {
		n.Weights[i] = byte(r.Uint32())
	}
	for k := range n.Tensors {
		t := &n.Tensors[k]
		if !t.Weighted() {
			continue
		}
		row := 5 + n.FanIn(k)
		for o := range t.Channels {
			b := int32(r.Uint32()) >> (1 + r.IntN(31))
			head := n.Weights[t.Offset+o*row:]
			head[0], head[1], head[2], head[3], head[4] = byte(b>>24), byte(b>>16), byte(b>>8), byte(b), byte(r.IntN(32))
			if r.IntN(8) == 0 { // the bounds themselves
				bound := byte(255 * r.IntN(2))
				for i := range row {
					head[i] = bound
				}
				head[0] ^= 0x80 // the largest or the smallest bias
				continue
			}
			if r.IntN(4) > 0 { // of a size that leaves something of the activations
				head[0], head[1], head[4] = byte(b>>31), byte(b>>31), byte(6+r.IntN(6))
			}
		}
	}
	return n
}

// Random is a network of a few small tensors of every kind.
func Random(r *rand.Rand) *graph.Network {
	for {
		n := &graph.Network{Tensors: []graph.Tensor{{Op: graph.Input, Channels: 1 + r.IntN(5), Height: 1 + r.IntN(9), Width: 1 + r.IntN(9), Zero: zero(r)}}}
		for range 1 + r.IntN(6) {
			n.Tensors = append(n.Tensors, random(r, n))
			if _, err := laid(n); err != nil {
				n.Tensors = n.Tensors[:len(n.Tensors)-1]
			}
		}
		n.Tensors = append(n.Tensors, graph.Tensor{Op: graph.Logits, A: len(n.Tensors) - 1, Channels: 2 + r.IntN(9)})
		if _, err := n.Layout(); err == nil {
			return Fill(r, n)
		}
	}
}

// laid lays out what is there so far, with logits behind it.
func laid(n *graph.Network) (int, error) {
	whole := graph.Network{Tensors: append(append([]graph.Tensor(nil), n.Tensors...), graph.Tensor{Op: graph.Logits, A: len(n.Tensors) - 1, Channels: 2})}
	size, err := whole.Layout()
	copy(n.Tensors, whole.Tensors)
	return size, err
}

func zero(r *rand.Rand) int {
	if r.IntN(2) == 0 {
		return 0
	}
	return r.IntN(256)
}

func random(r *rand.Rand, n *graph.Network) graph.Tensor {
	a := r.IntN(len(n.Tensors))
	if r.IntN(2) == 0 {
		a = len(n.Tensors) - 1
	}
	in := n.Tensors[a]
	kernel := 1 + r.IntN(7)
	t := graph.Tensor{Op: graph.Op(1 + r.IntN(5)), A: a, Zero: zero(r)}
	switch t.Op {
	case graph.Conv:
		t.Kernel, t.Stride, t.Pad, t.Channels, t.Groups = kernel, 1+r.IntN(3), r.IntN(kernel/2+1), 1+r.IntN(9), 1
		if r.IntN(3) == 0 { // depthwise, with a multiplier
			t.Groups, t.Channels = in.Channels, in.Channels*(1+r.IntN(2))
		}
	case graph.Dense:
		t.Channels = 1 + r.IntN(9)
	case graph.Max:
		t.Kernel, t.Stride, t.Pad, t.Zero = kernel, 1+r.IntN(3), r.IntN(kernel/2+1), in.Zero
	case graph.Average:
		t.Kernel, t.Stride = kernel, 1+r.IntN(3)
	case graph.Add:
		for b := range n.Tensors {
			if o := n.Tensors[b]; r.IntN(2) == 0 && o.Channels == in.Channels && o.Height == in.Height && o.Width == in.Width {
				t.B = b
			}
		}
		t.Shift, t.LeftA, t.LeftB = r.IntN(16), r.IntN(8), r.IntN(8)
		if r.IntN(2) == 0 {
			t.Shift, t.LeftA, t.LeftB = r.IntN(3), r.IntN(2), r.IntN(2)
		}
	}
	return t
}

// ResNet20 is the residual network of He et al. 2015 for images of 32 by 32: three
// stages of three blocks, 16, 32 and 64 channels, 41 million multiply-accumulates.
func ResNet20(r *rand.Rand) *graph.Network {
	n := &graph.Network{Tensors: []graph.Tensor{{Op: graph.Input, Channels: 3, Height: 32, Width: 32, Zero: 128}}}
	add := func(t graph.Tensor) int {
		n.Tensors = append(n.Tensors, t)
		return len(n.Tensors) - 1
	}
	conv := func(a, channels, kernel, stride, zero int) int {
		return add(graph.Tensor{Op: graph.Conv, A: a, Channels: channels, Kernel: kernel, Stride: stride, Pad: kernel / 2, Groups: 1, Zero: zero})
	}
	x, channels := conv(0, 16, 3, 1, 0), 16
	for stage, width := range []int{16, 32, 64} {
		for block := range 3 {
			stride, short := 1, x
			if stage > 0 && block == 0 {
				stride = 2
			}
			if width != channels {
				short, channels = conv(x, width, 1, stride, 128), width
			}
			y := conv(conv(x, width, 3, stride, 0), width, 3, 1, 128)
			x = add(graph.Tensor{Op: graph.Add, A: y, B: short})
		}
	}
	x = add(graph.Tensor{Op: graph.Average, A: x, Kernel: 8, Stride: 1})
	add(graph.Tensor{Op: graph.Logits, A: x, Channels: 10})
	return Fill(r, n)
}

// Residual is a small network of images with one of every operation, whose tensors take
// several words.
func Residual(r *rand.Rand) *graph.Network {
	return Fill(r, &graph.Network{Tensors: []graph.Tensor{
		{Op: graph.Input, Channels: 3, Height: 9, Width: 9, Zero: 128},
		{Op: graph.Conv, A: 0, Channels: 8, Kernel: 3, Stride: 1, Pad: 1, Groups: 1},
		{Op: graph.Conv, A: 1, Channels: 8, Kernel: 3, Stride: 1, Pad: 1, Groups: 2, Zero: 128},
		{Op: graph.Add, A: 2, B: 1, Shift: 1, LeftA: 1},
		{Op: graph.Max, A: 3, Kernel: 2, Stride: 2},
		{Op: graph.Dense, A: 4, Channels: 40},
		{Op: graph.Average, A: 4, Kernel: 4, Stride: 1},
		{Op: graph.Logits, A: 5, Channels: 5},
	}})
}
