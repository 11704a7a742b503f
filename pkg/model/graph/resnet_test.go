package graph_test

import (
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
)

// resnet is one with weights that keep the size of what goes through.
func resnet(t testing.TB, in model.Shape, channels []int, blocks int) *graph.Float {
	t.Helper()
	f, err := graph.ResNet(in, channels, blocks, 10)
	if err != nil {
		t.Fatal(err)
	}
	n, r := graph.Network{Tensors: f.Tensors}, rand.New(rand.NewPCG(1, 2))
	for k := range f.Tensors {
		if !f.Tensors[k].Weighted() {
			continue
		}
		w, b := make([]float64, n.FanIn(k)*f.Tensors[k].Channels), make([]float64, f.Tensors[k].Channels)
		for i := range w {
			w[i] = r.NormFloat64() / math.Sqrt(float64(n.FanIn(k)))
		}
		for i := range b {
			b[i] = r.NormFloat64() / 10
		}
		if err := f.Take(k, w, b); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

// It costs what the network of the tests does that the contract's figures are of, and has its tensors.
func TestResNet(t *testing.T) {
	f := resnet(t, model.Shape{Channels: 3, Height: 32, Width: 32}, []int{16, 32, 64}, 3)
	n, err := f.Shape()
	if err != nil {
		t.Fatal(err)
	}
	known := graphtest.ResNet20(rand.New(rand.NewPCG(1, 2)))
	if n.MACs() != known.MACs() || n.Size() != known.Size() || len(n.Tensors) != graph.ResNetTensors(3, 3) {
		t.Errorf("%d multiply-accumulates, %d bytes, %d tensors; want %d, %d, %d", n.MACs(), n.Size(), len(n.Tensors), known.MACs(), known.Size(), graph.ResNetTensors(3, 3))
	}
	q, err := graph.Quantize(f, pixels(rand.New(rand.NewPCG(3, 4)), 2*n.Inputs()))
	if err != nil {
		t.Fatal(err)
	}
	if q.MACs() != n.MACs() || q.Size() != n.Size() {
		t.Errorf("quantised it has another shape")
	}
	for k, s := range q.Tensors {
		want := 0
		if f.Signed[k] && s.Op != graph.Logits {
			want = 128
		}
		if s.Zero != want {
			t.Errorf("tensor %d (%v): zero %d, want %d", k, s.Op, s.Zero, want)
		}
	}
}

// What the integers say is near to what the floats do, which are reckoned here by PyTorch's order of weights.
func TestTakeIsPyTorchsOrder(t *testing.T) {
	f, err := graph.ResNet(model.Shape{Channels: 2, Height: 4, Width: 4}, []int{3}, 1, 2)
	if err != nil {
		t.Fatal(err)
	}
	w := make([]float64, 3*2*3*3)
	for i := range w {
		w[i] = float64(i)
	}
	if err := f.Take(1, w, make([]float64, 3)); err != nil {
		t.Fatal(err)
	}
	for o := range 3 {
		for c := range 2 {
			for y := range 3 {
				for x := range 3 {
					if got, want := f.Weights[1][o*18+(y*3+x)*2+c], w[((o*2+c)*3+y)*3+x]; got != want {
						t.Fatalf("output %d channel %d at %d, %d: %v, want %v", o, c, y, x, got, want)
					}
				}
			}
		}
	}
	for k, bias := range map[int]int{0: 0, 1: 2, 4: 3} {
		if err := f.Take(k, w, make([]float64, bias)); err == nil || !strings.Contains(err.Error(), "want") {
			t.Errorf("tensor %d: %v", k, err)
		}
	}
}

func TestResNetsThatAreNone(t *testing.T) {
	square := func(side int) model.Shape { return model.Shape{Channels: 3, Height: side, Width: side} }
	for name, c := range map[string]struct {
		in       model.Shape
		channels []int
		blocks   int
		classes  int
		word     string
	}{
		"no stage":         {square(32), nil, 3, 10, "at least one"},
		"no block":         {square(32), []int{16}, 0, 10, "at least one"},
		"too many":         {square(32), []int{16, 32}, 42, 10, "make 255 tensors"},
		"far too many":     {square(32), []int{16}, math.MaxInt, 10, "blocks"},
		"large at its end": {square(68), []int{16, 32, 64}, 3, 10, "ends as 17 by 17"},
		"no square":        {model.Shape{Channels: 3, Height: 32, Width: 36}, []int{16, 32, 64}, 3, 10, "ends as 8 by 9"},
		"nothing wide":     {square(32), []int{16, 0}, 1, 10, "channels"},
		"one class":        {square(32), []int{16}, 1, 1, "ends as 32 by 32"},
		"of one class":     {square(16), []int{16}, 1, 1, "classes"},
		"no input":         {model.Shape{}, []int{16}, 1, 10, ""},
	} {
		if _, err := graph.ResNet(c.in, c.channels, c.blocks, c.classes); err == nil || !strings.Contains(err.Error(), c.word) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for side := 17; side <= 32; side++ { // odd sides are rounded up alike in a block and in its shortcut
		if _, err := graph.ResNet(square(side), []int{4, 8, 8}, 1, 2); err != nil {
			t.Errorf("%d: %v", side, err)
		}
	}
}

// The same on any number of processors.
func TestQuantizeIsOne(t *testing.T) {
	f := resnet(t, model.Shape{Channels: 3, Height: 8, Width: 8}, []int{4, 8}, 1)
	x := pixels(rand.New(rand.NewPCG(5, 6)), 9*3*8*8)
	first, err := graph.Quantize(f, x)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if again, err := graph.Quantize(f, x); err != nil || !reflect.DeepEqual(first, again) {
			t.Errorf("another network, %v", err)
		}
	}
}

// What a validation waits for: 64 examples.
func BenchmarkQuantizeResNet20(b *testing.B) {
	f := resnet(b, model.Shape{Channels: 3, Height: 32, Width: 32}, []int{16, 32, 64}, 3)
	x := pixels(rand.New(rand.NewPCG(5, 6)), 64*3*32*32)
	for b.Loop() {
		if _, err := graph.Quantize(f, x); err != nil {
			b.Fatal(err)
		}
	}
}
