package export

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

const (
	most  = 255     // the largest activation
	reach = 1 << 30 // what a sum stays below before its bias
)

const _ = uint(reach - most*128*graph.MaxFanIn) // else this is negative, and does not compile

// tensors appends a network of GAQ2. Every value is [N, channels, height, width].
func (g *builder) tensors(n *graph.Network) {
	made := []string{g.at}
	for k := 1; k < len(n.Tensors); k++ {
		t := &n.Tensors[k]
		g.at = made[t.A]
		switch t.Op {
		case graph.Conv, graph.Dense:
			g.rescale(k, g.products(n, k), t.Zero)
		case graph.Logits:
			g.logits(k, g.products(n, k))
		case graph.Max: // what it takes for cells beyond the borders is no larger than any byte
			g.node("MaxPool", named("pooled", k), window(t.Kernel, t.Kernel, t.Stride, t.Pad))
		case graph.Average:
			g.rescale(k, g.totals(n, k), t.Zero)
		case graph.Add:
			g.rescale(k, g.sum(n, k, made[t.B]), t.Zero)
		}
		made = append(made, g.at)
	}
}

func named(what string, k int) string { return fmt.Sprintf("%s%d", what, k) }

func window(height, width, stride, pad int) []byte {
	s, p := uint64(stride), uint64(pad)
	b := append(attrInts("kernel_shape", uint64(height), uint64(width)), attrInts("strides", s, s)...)
	return append(b, attrInts("pads", p, p, p, p)...)
}

// row is what becomes of an output channel's sums, or of all channels' where there is one row:
// (sum + bias) / divisor, to the nearest, of two as near the even one.
type row struct{ bias, divisor int64 }

// products appends a weighted tensor's sums. Dense and logits are convolutions whose window is all that they read.
func (g *builder) products(n *graph.Network, k int) []row {
	t := &n.Tensors[k]
	rows, shape, weights := make([]row, t.Channels), rowShape(n, k), []byte(nil)
	for o := range rows {
		bias, shift, w := rowOf(n, k, o)
		rows[o] = row{int64(bias), 1 << shift}
		weights = append(weights, w...)
	}
	kernel := g.constant(named("weights", k), uint8Type, append([]int{t.Channels}, shape...), weights)
	inputs := g.constant(named("zero_inputs", k), uint8Type, nil, []byte{byte(n.Tensors[t.A].Zero)})
	middle := g.constant(named("zero_weights", k), uint8Type, nil, []byte{zeroPoint})
	attributes := append(window(shape[1], shape[2], max(1, t.Stride), t.Pad), attrInt("group", uint64(max(1, t.Groups)))...)
	g.node("ConvInteger", named("products", k), attributes, kernel, inputs, middle)
	return rows
}

// rowShape is the shape of a row of weights: channels, height, width.
func rowShape(n *graph.Network, k int) []int {
	t := &n.Tensors[k]
	in := &n.Tensors[t.A]
	if t.Op == graph.Conv {
		return []int{in.Channels / t.Groups, t.Kernel, t.Kernel}
	}
	return []int{in.Channels, in.Height, in.Width}
}

// rowOf is a row, its weights in the order of that shape. GAQ2 has the channel last.
func rowOf(n *graph.Network, k, o int) (bias int32, shift uint8, weights []byte) {
	bias, shift, w := n.Row(k, o)
	channels := rowShape(n, k)[0]
	cells := len(w) / channels
	weights = make([]byte, len(w))
	for c := range channels {
		for i := range cells {
			weights[c*cells+i] = w[i*channels+c]
		}
	}
	return bias, shift, weights
}

// totals appends an average's sums: AveragePool is of floats, a convolution with ones of integers.
func (g *builder) totals(n *graph.Network, k int) []row {
	t := &n.Tensors[k]
	cells := t.Kernel * t.Kernel
	ones := g.constant(named("ones", k), uint8Type, []int{t.Channels, 1, t.Kernel, t.Kernel}, slices.Repeat([]byte{1}, t.Channels*cells))
	inputs := g.constant(named("zero_inputs", k), uint8Type, nil, []byte{byte(n.Tensors[t.A].Zero)})
	attributes := append(window(t.Kernel, t.Kernel, t.Stride, 0), attrInt("group", uint64(t.Channels))...)
	g.node("ConvInteger", named("totals", k), attributes, ones, inputs)
	return []row{{divisor: int64(cells)}}
}

// sum appends the sums of an addition of the latest value and another. Their zero points are part of the bias.
func (g *builder) sum(n *graph.Network, k int, other string) []row {
	t := &n.Tensors[k]
	left := func(what string, shift int) string {
		g.node("Cast", named("wide_"+what, k), attrInt("to", int32Type))
		g.node("Mul", named("left_"+what, k), nil, g.constant(named("times_"+what, k), int32Type, nil, word(1<<shift)))
		return g.at
	}
	a := left("a", t.LeftA)
	g.at = other
	left("b", t.LeftB)
	g.node("Add", named("sum", k), nil, a)
	bias := -n.Tensors[t.A].Zero<<t.LeftA - n.Tensors[t.B].Zero<<t.LeftB
	return []row{{int64(bias), 1 << t.Shift}}
}

// logits appends the last tensor's accumulators. The contract keeps their lowest 32 bits, and so does Cast.
func (g *builder) logits(k int, rows []row) {
	elements := int32Type
	var biases []int64
	for _, r := range rows {
		if max(r.bias, -r.bias) > reach {
			elements = int64Type
		}
		biases = append(biases, r.bias)
	}
	g.add(k, elements, biases)
	if elements == int64Type {
		g.node("Cast", named("low_words", k), attrInt("to", int32Type))
	}
	g.node("Flatten", "logits", attrInt("axis", 1))
}

// rescale appends what makes bytes of sums: divided and rounded, zero points from 0 on.
//
// A division of integers cuts off, which for what is not negative is rounding down; so the zero point is added before
// it. What gives no less than 255 then, or no more than 0, is cut off even earlier, while all fits 32 bits: not only
// are those quicker, onnxruntime 1.30 on amd64 has 0 for the larger of 0 and 2^31 in int64.
func (g *builder) rescale(k int, rows []row, zero int) {
	elements := int32Type
	var biases, lows, highs []int64
	for _, r := range rows {
		top := most * r.divisor
		bias := min(max(r.bias+int64(zero)*r.divisor, -reach), reach+top) // beyond these all sums have the same byte
		if max(bias, top+r.divisor/2) > math.MaxInt32 {
			elements = int64Type
		}
		biases, lows, highs = append(biases, bias), append(lows, max(-bias, -reach)), append(highs, min(top-bias, reach))
	}
	g.node("Max", named("no_less", k), nil, g.integers(named("low", k), int32Type, lows))
	g.node("Min", named("no_more", k), nil, g.integers(named("high", k), int32Type, highs))
	g.add(k, elements, biases) // from 0 to top
	if slices.ContainsFunc(rows, func(r row) bool { return r.divisor > 1 }) {
		g.divide(k, rows, zero, elements)
	}
	g.node("Cast", named("activations", k), attrInt("to", uint8Type))
}

// add appends the addition of a number for each channel, in a type that holds the sums.
func (g *builder) add(k, elements int, biases []int64) {
	if elements == int64Type {
		g.node("Cast", named("wide", k), attrInt("to", int64Type))
	}
	g.node("Add", named("biased", k), nil, g.integers(named("bias", k), elements, biases))
}

// divide appends quotients rounded to the nearest: (v + (d-1)/2) / d, where v has one more added if d is even, as only
// then two are as near, and the quotient rounded down is odd. Odd is what it is without the zero point, which the
// contract adds afterwards.
func (g *builder) divide(k int, rows []row, zero int, elements int) {
	var divisors, moduli, halves []int64
	for _, r := range rows {
		divisors, moduli, halves = append(divisors, r.divisor), append(moduli, 2-r.divisor&1), append(halves, (r.divisor-1)/2)
	}
	biased, by := g.at, g.integers(named("divisor", k), elements, divisors)
	g.node("Div", named("quotient", k), nil, by)
	if zero&1 == 1 {
		g.node("Add", named("without_zero", k), nil, g.integers(named("one", k), elements, []int64{1}))
	}
	g.node("Mod", named("odd", k), nil, g.integers(named("modulus", k), elements, moduli))
	g.node("Add", named("tie", k), nil, biased)
	g.node("Add", named("nearest", k), nil, g.integers(named("half", k), elements, halves))
	g.node("Div", named("rounded", k), nil, by)
}

// integers appends an initializer of one number, or of one for each channel.
func (g *builder) integers(name string, elements int, vs []int64) string {
	var raw []byte
	for _, v := range vs {
		if elements == int64Type {
			raw = binary.LittleEndian.AppendUint64(raw, uint64(v))
		} else {
			raw = append(raw, word(int32(v))...)
		}
	}
	var dims []int
	if len(vs) > 1 {
		dims = []int{1, len(vs), 1, 1}
	}
	return g.constant(name, elements, dims, raw)
}
