// Package export writes a quantised network in the formats that others read: ONNX, whose operators give the
// integers that the contract computes, and safetensors.
package export

import (
	"fmt"
	"maps"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// Versions of what is written: ONNX 1.12, which runtimes of 2022 and later read.
const (
	irVersion = 8
	opset     = 17
)

// Types of elements, as onnx.proto numbers them.
const (
	uint8Type  = 2
	int32Type  = 6
	int64Type  = 7
	uint32Type = 12
)

// zeroPoint is what stands for 0 in weights that are written as unsigned: every runtime multiplies those.
const zeroPoint = 128

// ONNX is a network of either format as a model of ONNX, opset 17. Its input "examples" is uint8 [N, channels, height,
// width], bytes as they stand in the data; its outputs are "logits", int32 [N, classes], the contract's accumulators to
// the bit, and "class", int64 [N], of equal logits the lowest. Only integer operators are used. Of GAQ1:
//
//	weighted layer   ConvInteger or MatMulInteger (weights + 128, zero point 128), Add
//	between layers   Max 0, BitShift right, Min 255 or 15, Cast to uint8
//
// Of GAQ2 (divisors are powers of two, or the cells of an average; only Add, Div and Mod are ever of int64):
//
//	conv, dense, average   ConvInteger (of dense the kernel is the whole input, of average ones)
//	add                    Cast, Mul, Add
//	rescaling              Max, Min, Add bias and zero point, Div, Mod, Add, Add, Div, Cast to uint8
//	max                    MaxPool
//
// About holds what is to be said of it (metadata_props); it may be nil.
func ONNX(n model.Integer, about map[string]string) ([]byte, error) {
	g := &builder{at: "examples"}
	var input [3]int
	switch n := n.(type) {
	case *model.Network:
		if err := n.Validate(); err != nil {
			return nil, err
		}
		input = [3]int{n.Input.Channels, n.Input.Height, n.Input.Width}
		g.layers(n)
	case *graph.Network:
		if err := n.Validate(); err != nil {
			return nil, err
		}
		in := &n.Tensors[0]
		input = [3]int{in.Channels, in.Height, in.Width}
		g.tensors(n)
	default:
		return nil, unknown(n)
	}
	g.node("ArgMax", "class", append(attrInt("axis", 1), attrInt("keepdims", 0)...))
	return g.model(input, n.Classes(), about), nil
}

func unknown(n model.Integer) error { return fmt.Errorf("a network of type %T cannot be exported", n) }

// builder is a model in the making.
type builder struct {
	body    []byte // nodes and initializers, encoded
	at      string // the latest value
	flat    bool   // it is [N, values]
	largest int32
}

// node appends an operator on the latest value, and more inputs; its output is the latest from then on.
func (g *builder) node(op, output string, attributes []byte, more ...string) {
	var b []byte
	for _, input := range append([]string{g.at}, more...) {
		b = text(b, 1, input)
	}
	b = text(b, 2, output)
	b = text(b, 3, output)
	b = text(b, 4, op)
	g.body = message(g.body, 1, append(b, attributes...))
	g.at = output
}

// constant appends an initializer and gives its name.
func (g *builder) constant(name string, elements int, dims []int, raw []byte) string {
	var b []byte
	for _, d := range dims {
		b = number(b, 1, uint64(d))
	}
	b = number(b, 2, uint64(elements))
	b = text(b, 8, name)
	g.body = message(g.body, 5, bytesOf(b, 9, raw))
	return name
}

// layers appends a network of GAQ1.
func (g *builder) layers(n *model.Network) {
	g.largest = int32(n.ActivationBits().ActivationMax())
	if n.ActivationBits() == model.Bits4 { // (pixel + 8) / 17
		g.node("Cast", "wide", attrInt("to", int32Type))
		g.node("Add", "half", nil, g.constant("eight", int32Type, nil, word(8)))
		g.node("Div", "sixteenths", nil, g.constant("seventeen", int32Type, nil, word(17)))
		g.node("Cast", "levels", attrInt("to", uint8Type))
	}
	for i := range n.Layers {
		if l := &n.Layers[i]; l.Kind == model.MaxPool {
			g.node("MaxPool", fmt.Sprintf("pooled%d", i), append(attrInts("kernel_shape", 2, 2), attrInts("strides", 2, 2)...))
		} else {
			g.weighted(i, l, i == len(n.Layers)-1)
		}
	}
}

// weighted appends layer i with its rescaling, but for the last one, whose accumulators are the logits.
func (g *builder) weighted(i int, l *model.Layer, last bool) {
	name := func(what string) string { return fmt.Sprintf("%s%d", what, i) }
	zero := g.constant(name("zero_examples"), uint8Type, nil, []byte{0})
	middle := g.constant(name("zero_weights"), uint8Type, nil, []byte{zeroPoint})
	in, weights := len(l.Weights)/l.Outputs, make([]byte, len(l.Weights))
	var bias []byte
	for _, v := range l.Bias {
		bias = append(bias, word(v)...)
	}
	if l.Kind == model.Conv3x3 {
		for k, w := range l.Weights {
			weights[k] = byte(int(w) + zeroPoint)
		}
		kernel := g.constant(name("weights"), uint8Type, []int{l.Outputs, in / 9, 3, 3}, weights)
		g.node("ConvInteger", name("products"), append(attrInts("kernel_shape", 3, 3), attrInts("pads", 1, 1, 1, 1)...), kernel, zero, middle)
		bias := g.constant(name("bias"), int32Type, []int{1, l.Outputs, 1, 1}, bias)
		g.node("Add", name("sums"), nil, bias)
	} else {
		if !g.flat {
			g.node("Flatten", name("flat"), attrInt("axis", 1))
			g.flat = true
		}
		for o := range l.Outputs { // [in, out]
			for k := range in {
				weights[k*l.Outputs+o] = byte(int(l.Weights[o*in+k]) + zeroPoint)
			}
		}
		matrix := g.constant(name("weights"), uint8Type, []int{in, l.Outputs}, weights)
		g.node("MatMulInteger", name("products"), nil, matrix, zero, middle)
		output := name("sums")
		if last {
			output = "logits"
		}
		g.node("Add", output, nil, g.constant(name("bias"), int32Type, []int{l.Outputs}, bias))
	}
	if last {
		return
	}
	g.node("Max", name("positive"), nil, g.constant(name("none"), int32Type, nil, word(0)))
	g.node("Cast", name("unsigned"), attrInt("to", uint32Type))
	g.node("BitShift", name("shifted"), attrText("direction", "RIGHT"), g.constant(name("shift"), uint32Type, nil, word(int32(l.Shift))))
	g.node("Min", name("clipped"), nil, g.constant(name("largest"), uint32Type, nil, word(g.largest)))
	g.node("Cast", name("activations"), attrInt("to", uint8Type))
}

// model is the whole file.
func (g *builder) model(input [3]int, classes int, about map[string]string) []byte {
	graph := append([]byte(nil), g.body...)
	graph = text(graph, 2, "network")
	batch := []any{"N"}
	graph = message(graph, 11, value("examples", uint8Type, append(batch, input[0], input[1], input[2])))
	graph = message(graph, 12, value("logits", int32Type, append(batch, classes)))
	graph = message(graph, 12, value("class", int64Type, batch))
	var m []byte
	m = number(m, 1, irVersion)
	m = text(m, 2, "gpuarbiter")
	m = message(m, 7, graph)
	m = message(m, 8, number(nil, 2, opset))
	for _, key := range slices.Sorted(maps.Keys(about)) {
		m = message(m, 14, text(text(nil, 1, key), 2, about[key]))
	}
	return m
}
