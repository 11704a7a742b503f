package graph

import (
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// FromLayers is a trained network of layers (package model) as a graph of floats.
func FromLayers(f *model.FloatNetwork) (*Float, error) {
	g := &Float{Tensors: []Tensor{{Op: Input, Channels: f.Input.Channels, Height: f.Input.Height, Width: f.Input.Width}}, Weights: [][]float64{nil}, Bias: [][]float64{nil}}
	shape := f.Input
	for i := range f.Layers {
		l := &f.Layers[i]
		t := Tensor{A: len(g.Tensors) - 1, Channels: l.Outputs}
		weights, fan := l.Weights, shape.Size()
		switch l.Kind {
		case model.MaxPool:
			t = Tensor{Op: Max, A: t.A, Kernel: 2, Stride: 2}
			weights, fan = nil, 0
		case model.Conv3x3:
			t.Op, t.Kernel, t.Stride, t.Pad, t.Groups = Conv, 3, 1, 1, 1
			fan = 9 * shape.Channels
		default:
			if t.Op = Dense; i == len(f.Layers)-1 {
				t.Op = Logits
			}
		}
		if len(weights) != l.Outputs*fan {
			return nil, fmt.Errorf("layer %d: %d weights, want %d", i, len(weights), l.Outputs*fan)
		}
		g.Tensors = append(g.Tensors, t)
		g.Weights = append(g.Weights, interleaved(weights, l.Outputs, fan, shape.Channels))
		g.Bias = append(g.Bias, l.Bias)
		shape = (&model.Layer{Kind: l.Kind, Outputs: l.Outputs}).Output(shape)
	}
	return g, nil
}

// interleaved puts each row's weights into a tensor's order, the channel fastest.
func interleaved(w []float64, outputs, fan, channels int) []float64 {
	if fan == 0 {
		return nil
	}
	out, cells := make([]float64, len(w)), fan/channels // of a channel: the kernel's, or all of the input's
	for o := range outputs {
		for c := range channels {
			for i := range cells {
				out[o*fan+i*channels+c] = w[o*fan+c*cells+i]
			}
		}
	}
	return out
}

// Shape is a network of layers as a graph, all weights zero: for who asks what it costs.
func Shape(n *model.Network) (*Network, error) {
	f := &model.FloatNetwork{Input: n.Input}
	for i := range n.Layers {
		l := &n.Layers[i]
		f.Layers = append(f.Layers, model.FloatLayer{Kind: l.Kind, Outputs: l.Outputs, Weights: make([]float64, len(l.Weights)), Bias: make([]float64, l.Outputs)})
	}
	g, err := FromLayers(f)
	if err != nil {
		return nil, err
	}
	return g.Shape()
}
