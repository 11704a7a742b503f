package onnx

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
)

// The same of graphs: every operation, alone with any of its parameters and between others.
func TestGraphs(t *testing.T) {
	fetched(t)
	r := rand.New(rand.NewPCG(13, 14))
	nets := map[string]*graph.Network{"ResNet-20": graphtest.ResNet20(r)}
	alone, seen := single(), map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(alone)) { // the same random numbers in every run
		nets[name] = graphtest.Fill(r, &graph.Network{Tensors: alone[name]})
	}
	for i, shifts := range [][]int{{0, 9, 16, 22}, {0, 16, 23}, {24, 28, 31}} {
		nets[fmt.Sprintf("bounds %d", i)] = bounds(r, shifts, 255*(i%2), []int{128, 255, 0}[i])
	}
	for i := range 150 {
		n := graphtest.Random(r)
		nets[fmt.Sprintf("random %d", i)] = n
		count(seen, n)
	}
	t.Logf("of the random networks: %v", seen)
	for _, want := range wanted() {
		if seen[want] < 3 {
			t.Errorf("%s occurs in %d random networks, want 3 and more", want, seen[want])
		}
	}
	var trials []trial
	for _, name := range slices.Sorted(maps.Keys(nets)) {
		n := nets[name]
		in, examples := &n.Tensors[0], 12
		if n.MACs() > 1e7 {
			examples = 3
		}
		trials = append(trials, try(t, r, name, n, model.Shape{Channels: in.Channels, Height: in.Height, Width: in.Width}, examples))
	}
	compare(t, trials)
}

// single are networks of one operation at its bounds; their logits read all that it makes.
func single() map[string][]graph.Tensor {
	input := func(channels, side, zero int) graph.Tensor {
		return graph.Tensor{Op: graph.Input, Channels: channels, Height: side, Width: side, Zero: zero}
	}
	nets := map[string][]graph.Tensor{}
	add := func(name string, tensors ...graph.Tensor) {
		last := graph.Tensor{Op: graph.Logits, A: len(tensors) - 1, Channels: 7}
		nets[name] = append(tensors, last)
	}
	for kernel := 1; kernel <= graph.MaxKernel; kernel++ {
		stride, zero := 1+kernel%3, 36*kernel+kernel%3
		add(fmt.Sprintf("conv %d", kernel), input(4, 11, 255-zero), graph.Tensor{Op: graph.Conv, Kernel: kernel, Stride: stride, Pad: kernel / 2, Channels: 40, Groups: 1, Zero: zero})
		add(fmt.Sprintf("groups %d", kernel), input(6, 9, zero), graph.Tensor{Op: graph.Conv, Kernel: kernel, Stride: 1, Pad: kernel / 3, Channels: 12, Groups: 3, Zero: 255 - zero})
		add(fmt.Sprintf("depthwise %d", kernel), input(5, 12, zero), graph.Tensor{Op: graph.Conv, Kernel: kernel, Stride: stride, Pad: kernel / 2, Channels: 10, Groups: 5, Zero: zero})
	}
	for kernel := 1; kernel <= graph.MaxPool; kernel++ {
		zero := 15 * kernel
		add(fmt.Sprintf("max %d", kernel), input(3, 17, zero), graph.Tensor{Op: graph.Max, Kernel: kernel, Stride: kernel, Pad: kernel / 2, Zero: zero})
		add(fmt.Sprintf("average %d", kernel), input(3, 18, zero), graph.Tensor{Op: graph.Average, Kernel: kernel, Stride: 1 + kernel/2, Zero: zero - kernel%2})
	}
	for shift := range 16 { // every pair of bytes that 100 positions hold
		add(fmt.Sprintf("add %d", shift), input(1, 10, 17*shift), graph.Tensor{Op: graph.Max, Kernel: 3, Stride: 1, Pad: 1, Zero: 17 * shift},
			graph.Tensor{Op: graph.Add, A: 1, Shift: shift, LeftA: shift % 8, LeftB: (shift + 3) % 8, Zero: 9 * shift})
	}
	add("stride 16", input(2, 50, 3), graph.Tensor{Op: graph.Conv, Kernel: 2, Stride: graph.MaxStride, Pad: 1, Channels: 3, Groups: 1})
	add("dense", input(3, 5, 100), graph.Tensor{Op: graph.Dense, Channels: 90, Zero: 77}, graph.Tensor{Op: graph.Dense, A: 1, Channels: 20})
	add("the largest row", input(128, 16, 255), graph.Tensor{Op: graph.Dense, Channels: 20, Zero: 128})
	add("no operation", input(3, 5, 200))
	return nets
}

// bounds is a network of the largest sums that there are, on what an example of 0 or 255 alone makes, and of biases
// that lie at their own bounds or leave a byte of these sums.
func bounds(r *rand.Rand, shifts []int, zeroIn, zero int) *graph.Network {
	biases := func(sum int64, shift int) []int64 {
		return []int64{math.MinInt32, math.MaxInt32, min(max(int64(100-zero)<<shift-sum, math.MinInt32), math.MaxInt32)}
	}
	n := graphtest.Fill(r, &graph.Network{Tensors: []graph.Tensor{
		{Op: graph.Input, Channels: 128, Height: 16, Width: 16, Zero: zeroIn},
		{Op: graph.Dense, Channels: 6 * len(shifts), Zero: zero},
		{Op: graph.Logits, A: 1, Channels: 5},
	}})
	fan, o := n.FanIn(1), 0
	for _, shift := range shifts {
		for _, weight := range []int{-128, 127} {
			for _, bias := range biases(int64((255-2*zeroIn)*weight*fan), shift) {
				row := n.Weights[n.Tensors[1].Offset+o*(5+fan):][:5+fan]
				copy(row, slices.Repeat([]byte{byte(weight + 128)}, len(row)))
				binary.BigEndian.PutUint32(row, uint32(bias))
				row[4] = byte(shift)
				o++
			}
		}
	}
	return n
}

// wanted is what the random networks must have, so that a change of theirs leaves nothing untried.
func wanted() []string {
	all := []string{"groups", "padded conv", "padded max", "odd zero point", "left shift", "right shift", "even average", "odd average"}
	for op := graph.Conv; op <= graph.Logits; op++ {
		all = append(all, op.String())
	}
	for shift := range 32 {
		all = append(all, fmt.Sprintf("shift %d", shift))
	}
	return all
}

// count adds one for each thing that a network has.
func count(seen map[string]int, n *graph.Network) {
	has := map[string]bool{}
	for k := range n.Tensors {
		t := &n.Tensors[k]
		for what, is := range map[string]bool{
			t.Op.String():             true,
			"groups":                  t.Groups > 1,
			"padded " + t.Op.String(): t.Pad > 0,
			"odd zero point":          t.Zero%2 == 1,
			"left shift":              t.LeftA+t.LeftB > 0,
			"right shift":             t.Shift > 0,
			"even average":            t.Op == graph.Average && t.Kernel%2 == 0,
			"odd average":             t.Op == graph.Average && t.Kernel%2 == 1,
		} {
			has[what] = has[what] || is
		}
		for o := range t.Channels {
			if t.Op == graph.Conv || t.Op == graph.Dense {
				_, shift, _ := n.Row(k, o)
				has[fmt.Sprintf("shift %d", shift)] = true
			}
		}
	}
	for what, is := range has {
		if is {
			seen[what]++
		}
	}
}
