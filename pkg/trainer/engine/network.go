package engine

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/gomlx/compute/dtypes"
	"github.com/gomlx/compute/shapes"
	g "github.com/gomlx/gomlx/core/graph"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// Spec is a network to train. Each of Channels is a block conv3x3, ReLU, max
// pooling 2x2; each of Hidden is a dense layer with ReLU; a dense layer of
// Classes outputs comes last. Without Channels it is a multi-layer perceptron.
type Spec struct {
	Input    model.Shape
	Classes  int
	Channels []int
	Hidden   []int
	Seed     uint64 // of the initial weights
}

// Skeleton is the network as model sees it, with zero weights: use it for its
// sizes, its limits (Validate) and its multiply-accumulates.
func (s Spec) Skeleton() *model.Network {
	n := &model.Network{Input: s.Input}
	for _, l := range s.layers() {
		n.Layers = append(n.Layers, model.Layer{
			Kind: l.kind, Outputs: l.out, Bias: make([]int32, l.out), Weights: make([]int8, l.fanIn*l.out),
		})
		if l.kind == model.Conv3x3 {
			n.Layers = append(n.Layers, model.Layer{Kind: model.MaxPool})
		}
	}
	return n
}

// Validate checks the sizes against the limits of the model format.
func (s Spec) Validate() error {
	for _, c := range append(append([]int{s.Classes}, s.Channels...), s.Hidden...) {
		if c < 1 || c > model.MaxOutputs {
			return fmt.Errorf("layer of %d outputs: want 1 to %d", c, model.MaxOutputs)
		}
	}
	if s.Input.Channels < 1 || s.Input.Height < 1 || s.Input.Width < 1 || s.Input.Size() > model.MaxFeatures {
		return fmt.Errorf("input %v: want 1 to %d features", s.Input, model.MaxFeatures)
	}
	if s.Input.Height>>len(s.Channels) < 1 || s.Input.Width>>len(s.Channels) < 1 {
		return errors.New("more pooling layers than the input's size allows")
	}
	return s.Skeleton().Validate()
}

// layer is a weighted layer: kernel [3,3,in,out] or [in,out], bias [out].
type layer struct {
	kind           model.Kind
	in, out, fanIn int
}

func (l layer) kernel() []int {
	if l.kind == model.Conv3x3 {
		return []int{3, 3, l.in, l.out}
	}
	return []int{l.in, l.out}
}

func (s Spec) layers() []layer {
	var ls []layer
	at := s.Input
	for _, c := range s.Channels {
		ls = append(ls, layer{model.Conv3x3, at.Channels, c, 9 * at.Channels})
		at = model.Shape{Channels: c, Height: at.Height / 2, Width: at.Width / 2}
	}
	in := at.Size()
	for _, h := range append(append([]int(nil), s.Hidden...), s.Classes) {
		ls = append(ls, layer{model.Dense, in, h, in})
		in = h
	}
	return ls
}

// paramShapes lists kernel and bias of every layer in turn.
func (s Spec) paramShapes() []shapes.Shape {
	var out []shapes.Shape
	for _, l := range s.layers() {
		out = append(out, shapes.Make(dtypes.Float32, l.kernel()...), shapes.Make(dtypes.Float32, l.out))
	}
	return out
}

// initial draws He-uniform kernels (He et al. 2015, bound sqrt(6/fan-in)) and
// zero biases. It runs on the host so that every backend starts alike.
func (s Spec) initial() [][]float32 {
	rng := rand.New(rand.NewPCG(s.Seed, 0x9e3779b97f4a7c15))
	var out [][]float32
	for _, l := range s.layers() {
		bound := math.Sqrt(6 / float64(l.fanIn))
		w := make([]float32, l.fanIn*l.out)
		for i := range w {
			w[i] = float32((2*rng.Float64() - 1) * bound)
		}
		out = append(out, w, make([]float32, l.out))
	}
	return out
}

// forward maps pixels [batch, features] of uint8 in the order channel, row,
// column to logits [batch, classes]. Convolutions work on [batch, row, column,
// channel]; before the dense layers the order is channel, row, column again,
// which is the order of the exported rows.
func (s Spec) forward(pixels *g.Node, params []*g.Node, convolve convolution) *g.Node {
	batch := pixels.Shape().Dimensions[0]
	x := g.MulScalar(g.ConvertDType(pixels, dtypes.Float32), 1.0/model.PixelMax)
	if len(s.Channels) > 0 {
		x = g.Reshape(x, batch, s.Input.Channels, s.Input.Height, s.Input.Width)
		x = g.TransposeAllAxes(x, 0, 2, 3, 1)
		for range s.Channels {
			x = relu(g.Add(convolve(x, params[0]), g.Reshape(params[1], 1, 1, 1, -1)))
			x, params = maxPool(x), params[2:]
		}
		x = g.Reshape(g.TransposeAllAxes(x, 0, 3, 1, 2), batch, -1)
	}
	for len(params) > 0 {
		x = g.Add(g.MatMul(x, params[0]), g.Reshape(params[1], 1, -1))
		if params = params[2:]; len(params) > 0 {
			x = relu(x)
		}
	}
	return x
}

func relu(x *g.Node) *g.Node { return g.MaxScalar(x, 0) }

// maxPool is 2x2 with stride 2 as a reduction over a reshaped tensor: the
// library's own pooling cannot be trained on the Go backend. An odd last row
// or column is dropped.
func maxPool(x *g.Node) *g.Node {
	d := x.Shape().Dimensions
	h, w := d[1]/2, d[2]/2
	if d[1] != 2*h || d[2] != 2*w {
		x = g.Slice(x, g.AxisRange(), g.AxisRange(0, 2*h), g.AxisRange(0, 2*w), g.AxisRange())
	}
	return g.ReduceMax(g.Reshape(x, d[0], h, 2, w, 2, d[3]), 2, 4)
}

// convolution is 3x3 with stride 1 and zero padding 1: x [batch, row, column,
// in], kernel [3,3,in,out].
type convolution func(x, kernel *g.Node) *g.Node

func nativeConvolution(x, kernel *g.Node) *g.Node { return g.Convolve(x, kernel).PadSame().Done() }

// im2col gathers the nine neighbours of every pixel and multiplies once: many
// times faster than the Go backend's own convolution. Padding is done by
// concatenation, since Pad has no gradient there.
func im2col(x, kernel *g.Node) *g.Node {
	d := x.Shape().Dimensions
	batch, h, w, in := d[0], d[1], d[2], d[3]
	out := kernel.Shape().Dimensions[3]
	zeros := func(dims ...int) *g.Node { return g.Zeros(x.Graph(), shapes.Make(x.DType(), dims...)) }
	row := zeros(batch, 1, w, in)
	x = g.Concatenate([]*g.Node{row, x, row}, 1)
	column := zeros(batch, h+2, 1, in)
	x = g.Concatenate([]*g.Node{column, x, column}, 2)
	var taps []*g.Node
	for ky := range 3 {
		for kx := range 3 {
			taps = append(taps, g.Slice(x, g.AxisRange(), g.AxisRange(ky, ky+h), g.AxisRange(kx, kx+w), g.AxisRange()))
		}
	}
	columns := g.Reshape(g.Concatenate(taps, 3), batch*h*w, 9*in)
	return g.Reshape(g.MatMul(columns, g.Reshape(kernel, 9*in, out)), batch, h, w, out)
}
