// Package model is the quantised network that a challenge is won with: its
// shape, its byte format, and the integer forward pass that is the contract's
// oracle. Whatever the contract counts, CountRight counts too, always.
//
// Arithmetic. Activations are unsigned integers of 8 bits, or of 4, weights
// signed 8-bit, biases signed 32-bit. A weighted layer computes
// a = bias + sum(w*x); every weighted layer but the last maps a to
// min(max(a,0) >> shift, 255 or 15), which is ReLU and rescaling in one. The
// class is the index of the largest output of the last layer; of equal outputs
// the lowest index wins. Examples are always bytes: a network of 4-bit
// activations rounds them to 16 steps first (Bits.Quantize).
package model

import (
	"errors"
	"fmt"
	"math/bits"
)

// Limits of the format. They are stated in docs/PROTOCOL.md and enforced by
// the contract's evaluator for what it evaluates.
const (
	MaxBytes     = 1 << 20   // of a model at all; few evaluators take it in parts
	MaxPartBytes = 76 << 10  // of a model that travels in one transaction beside the largest group of data
	MaxLayers    = 8         // layer descriptors
	MaxFeatures  = 4096      // inputs of the first layer
	MaxOutputs   = 1024      // outputs (channels) of a weighted layer
	MaxClasses   = 256       // a label is one byte
	MaxMACs      = 2_000_000 // multiply-accumulates for one example

	// PixelMax is the largest value of an example's feature.
	PixelMax = 255
)

// Bits is the width of a network's activations. It decides the lanes in which
// the contract's batch evaluators work: 12 of 21 bits, or 16 of 16 bits, in a
// 256-bit word. An accumulator must fit a signed lane.
type Bits uint8

// The widths that there are evaluators for.
const (
	Bits8 Bits = 8
	Bits4 Bits = 4
)

// valid reports whether there is such a width.
func (b Bits) valid() bool { return b == Bits8 || b == Bits4 }

// ActivationMax is the largest activation: 255 or 15.
func (b Bits) ActivationMax() int { return 1<<b - 1 }

// AccumulatorBound is 2^20 or 2^15: |bias| + ActivationMax*sum|w| of each row
// stays below it.
func (b Bits) AccumulatorBound() int {
	if b == Bits4 {
		return 1 << 15
	}
	return 1 << 20
}

// MaxShift is 19 or 14: a larger shift maps every legal accumulator to zero.
func (b Bits) MaxShift() uint8 { return uint8(bits.Len(uint(b.AccumulatorBound())) - 2) }

// Quantize is the activation nearest to a pixel: the pixel itself, or of its
// 16 steps of 17 the nearest.
func (b Bits) Quantize(pixel byte) byte {
	if b == Bits4 {
		return byte((int(pixel) + 8) / 17)
	}
	return pixel
}

// RowBound is the largest magnitude that the row's accumulator can take.
func (b Bits) RowBound(bias int32, weights []int8) int64 {
	bound, largest := int64(bias), int64(b.ActivationMax())
	if bound < 0 {
		bound = -bound
	}
	for _, w := range weights {
		if w < 0 {
			bound -= largest * int64(w)
		} else {
			bound += largest * int64(w)
		}
	}
	return bound
}

// ErrTooLarge reports a model over one of the stated limits.
var ErrTooLarge = errors.New("model is over the size limit")

// Shape is channels x height x width; feature (c*H+y)*W+x is channel c at (y, x).
type Shape struct{ Channels, Height, Width int }

// Size is the number of values in the shape.
func (s Shape) Size() int { return s.Channels * s.Height * s.Width }

// validate refuses an input that no model can have; a single dimension over
// the limit is seen first, since the product could overflow.
func (s Shape) validate() error {
	if s.Channels < 1 || s.Height < 1 || s.Width < 1 {
		return fmt.Errorf("model input %v: every dimension must be at least 1", s)
	}
	if s.Channels > MaxFeatures || s.Height > MaxFeatures || s.Width > MaxFeatures || s.Size() > MaxFeatures {
		return fmt.Errorf("%w: input %v is more than %d features", ErrTooLarge, s, MaxFeatures)
	}
	return nil
}

func (s Shape) String() string { return fmt.Sprintf("%dx%dx%d", s.Channels, s.Height, s.Width) }

// Kind is the operation of a layer.
type Kind uint8

// The operations. Their numbers are part of the byte format.
const (
	Dense   Kind = 1 // full connection over the flattened input
	Conv3x3 Kind = 2 // stride 1, zero padding 1, output of the input's height and width
	MaxPool Kind = 3 // 2x2, stride 2; an odd last row or column is dropped
)

func (k Kind) String() string {
	switch k {
	case Dense:
		return "dense"
	case Conv3x3:
		return "conv3x3"
	case MaxPool:
		return "maxpool2x2"
	}
	return fmt.Sprintf("kind %d", uint8(k))
}

// Layer is one operation. Weights has Outputs rows of fan-in values: for Dense
// in the order of the input's features, for Conv3x3 channel by channel, each
// with its 3x3 kernel by rows. MaxPool has neither weights nor outputs.
type Layer struct {
	Kind    Kind
	Outputs int
	Shift   uint8
	Bias    []int32
	Weights []int8
}

// Weighted reports whether the layer has parameters.
func (l *Layer) Weighted() bool { return l.Kind != MaxPool }

// Network is a quantised network.
type Network struct {
	Bits   Bits // of the activations; zero means Bits8
	Input  Shape
	Layers []Layer
}

// ActivationBits is the width of the activations.
func (n *Network) ActivationBits() Bits {
	if n.Bits == 0 {
		return Bits8
	}
	return n.Bits
}

// fanIn is the number of inputs of one output of l.
func fanIn(l *Layer, in Shape) int {
	if l.Kind == Conv3x3 {
		return in.Channels * 9
	}
	return in.Size()
}

// Output is the shape that the layer makes of in.
func (l *Layer) Output(in Shape) Shape {
	switch l.Kind {
	case Conv3x3:
		return Shape{l.Outputs, in.Height, in.Width}
	case MaxPool:
		return Shape{in.Channels, in.Height / 2, in.Width / 2}
	default:
		return Shape{l.Outputs, 1, 1}
	}
}

// Shapes gives the input shape of every layer and, last, the output's.
func (n *Network) Shapes() []Shape {
	shapes := []Shape{n.Input}
	for i := range n.Layers {
		shapes = append(shapes, n.Layers[i].Output(shapes[i]))
	}
	return shapes
}

// Classes is the number of outputs of the last layer.
func (n *Network) Classes() int {
	if len(n.Layers) == 0 {
		return 0
	}
	return n.Layers[len(n.Layers)-1].Outputs
}

// MACs is the number of multiply-accumulates for one example.
func (n *Network) MACs() int {
	macs, shapes := 0, n.Shapes()
	for i := range n.Layers {
		if l := &n.Layers[i]; l.Weighted() {
			macs += fanIn(l, shapes[i]) * shapes[i+1].Size()
		}
	}
	return macs
}

// Validate checks every limit and every row's accumulator bound.
func (n *Network) Validate() error {
	width := n.ActivationBits()
	if !width.valid() {
		return fmt.Errorf("model has %d-bit activations, want %d or %d", width, Bits8, Bits4)
	}
	if err := n.Input.validate(); err != nil {
		return err
	}
	if len(n.Layers) < 1 || len(n.Layers) > MaxLayers {
		return fmt.Errorf("model has %d layers, want 1 to %d", len(n.Layers), MaxLayers)
	}
	in := n.Input
	for i := range n.Layers {
		if err := n.Layers[i].validate(width, in, i == len(n.Layers)-1); err != nil {
			return fmt.Errorf("layer %d (%v): %w", i, n.Layers[i].Kind, err)
		}
		in = n.Layers[i].Output(in)
	}
	if macs := n.MACs(); macs > MaxMACs {
		return fmt.Errorf("%w: %d multiply-accumulates, at most %d", ErrTooLarge, macs, MaxMACs)
	}
	if size := n.size(); size > MaxBytes {
		return fmt.Errorf("%w: %d bytes, at most %d", ErrTooLarge, size, MaxBytes)
	}
	return nil
}

func (l *Layer) validate(width Bits, in Shape, last bool) error {
	switch l.Kind {
	case MaxPool:
		if last {
			return errors.New("the last layer must be dense")
		}
		if l.Outputs != 0 || l.Shift != 0 || len(l.Bias) != 0 || len(l.Weights) != 0 {
			return errors.New("a pooling layer has no parameters")
		}
		if in.Height < 2 || in.Width < 2 {
			return fmt.Errorf("input %v is too small to pool", in)
		}
		return nil
	case Dense, Conv3x3:
	default:
		return errors.New("unknown kind")
	}
	if last && l.Kind != Dense {
		return errors.New("the last layer must be dense")
	}
	if l.Outputs < 1 || l.Outputs > MaxOutputs {
		return fmt.Errorf("%w: %d outputs, want 1 to %d", ErrTooLarge, l.Outputs, MaxOutputs)
	}
	if last && (l.Outputs < 2 || l.Outputs > MaxClasses) {
		return fmt.Errorf("%d classes, want 2 to %d", l.Outputs, MaxClasses)
	}
	if l.Shift > width.MaxShift() || (last && l.Shift != 0) {
		return fmt.Errorf("shift %d: at most %d, and 0 in the last layer", l.Shift, width.MaxShift())
	}
	fan := fanIn(l, in)
	if len(l.Bias) != l.Outputs || len(l.Weights) != l.Outputs*fan {
		return fmt.Errorf("has %d biases and %d weights, want %d and %d", len(l.Bias), len(l.Weights), l.Outputs, l.Outputs*fan)
	}
	for j := range l.Outputs {
		if b := width.RowBound(l.Bias[j], l.Weights[j*fan:(j+1)*fan]); b >= int64(width.AccumulatorBound()) {
			return fmt.Errorf("row %d can reach %d, must stay below %d", j, b, width.AccumulatorBound())
		}
	}
	return nil
}
