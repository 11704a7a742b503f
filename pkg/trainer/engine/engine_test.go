//go:build !race || nocheckptr

// The race detector turns on the compiler's pointer checks, which the tensor
// library's kernels do not pass (they step one past their slices). To run these
// tests under it: go test -race -tags nocheckptr -gcflags=github.com/gomlx/...=-d=checkptr=0

package engine

import (
	"bytes"
	"errors"
	"math"
	"path/filepath"
	"slices"
	"testing"

	g "github.com/gomlx/gomlx/core/graph"
	"github.com/gomlx/gomlx/core/tensors"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

var (
	small    = model.Shape{Channels: 1, Height: 16, Width: 16}
	smallMLP = Spec{Input: small, Classes: 10, Hidden: []int{24}, Seed: 3}
	smallCNN = Spec{Input: small, Classes: 10, Channels: []int{4, 6}, Hidden: []int{16}, Seed: 3}
)

func open(t testing.TB, spec Spec, opt Options) *Engine {
	t.Helper()
	e, err := New(spec, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(e.Close)
	return e
}

// train takes steps over the set in its order.
func train(t testing.TB, e *Engine, set *dataset.Set, steps int, rate float64) {
	t.Helper()
	features, per := set.Shape.Features(), set.Len()/e.opt.Batch
	for range steps {
		at := e.Steps() % per * e.opt.Batch
		end := at + e.opt.Batch
		if err := e.Step(set.Pixels[at*features:end*features], set.Labels[at:end], rate); err != nil {
			t.Fatal(err)
		}
	}
}

func state(t testing.TB, e *Engine) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := e.WriteState(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLearnsAndQuantises(t *testing.T) {
	set, test := dataset.SmallDigits(1600, 1), dataset.SmallDigits(600, 2)
	for name, spec := range map[string]Spec{"mlp": smallMLP, "cnn": smallCNN} {
		t.Run(name, func(t *testing.T) {
			e := open(t, spec, Options{Batch: 32, Decay: 1e-3})
			train(t, e, set, 300, 3e-3)
			right, err := e.CountRight(test.Pixels, test.Labels)
			if err != nil {
				t.Fatal(err)
			}
			f, err := e.Export()
			if err != nil {
				t.Fatal(err)
			}
			n, err := model.Quantize(f, set.Pixels[:256*small.Size()])
			if err != nil {
				t.Fatal(err)
			}
			integer := model.NewEvaluator(n).CountRight(test.Pixels, test.Labels)
			t.Logf("float %d, int8 %d of %d", right, integer, test.Len())
			if right < test.Len()*65/100 {
				t.Errorf("float model gets %d of %d", right, test.Len())
			}
			if integer < right-test.Len()/100 {
				t.Errorf("int8 model gets %d, float %d of %d: more than a point lost", integer, right, test.Len())
			}
		})
	}
}

// reference is model's forward pass in floating point, written from the
// layout that package model documents: the export must agree with it.
func reference(f *model.FloatNetwork, x []byte) []float64 {
	act := make([]float64, len(x))
	for i, v := range x {
		act[i] = float64(v) / model.PixelMax
	}
	s := f.Input
	for i, l := range f.Layers {
		var out []float64
		switch l.Kind {
		case model.MaxPool:
			for c := range s.Channels {
				for y := range s.Height / 2 {
					for xx := range s.Width / 2 {
						at := (c*s.Height+2*y)*s.Width + 2*xx
						out = append(out, max(act[at], act[at+1], act[at+s.Width], act[at+s.Width+1]))
					}
				}
			}
			s = model.Shape{Channels: s.Channels, Height: s.Height / 2, Width: s.Width / 2}
		case model.Conv3x3:
			for o := range l.Outputs {
				for y := range s.Height {
					for xx := range s.Width {
						sum := l.Bias[o]
						for k := range 9 * s.Channels {
							yy, xk := y+k%9/3-1, xx+k%3-1
							if yy >= 0 && yy < s.Height && xk >= 0 && xk < s.Width {
								sum += l.Weights[o*9*s.Channels+k] * act[(k/9*s.Height+yy)*s.Width+xk]
							}
						}
						out = append(out, max(sum, 0))
					}
				}
			}
			s.Channels = l.Outputs
		default:
			for o := range l.Outputs {
				sum := l.Bias[o]
				for k, v := range act {
					sum += l.Weights[o*len(act)+k] * v
				}
				if i < len(f.Layers)-1 {
					sum = max(sum, 0)
				}
				out = append(out, sum)
			}
		}
		act = out
	}
	return act
}

// TestExportOrder would fail on any other order of a dense layer over a
// flattened convolution, on transposed kernels, and on mixed-up channels: the
// shapes are odd and unequal on purpose.
func TestExportOrder(t *testing.T) {
	spec := Spec{Input: model.Shape{Channels: 3, Height: 7, Width: 10}, Classes: 5, Channels: []int{4, 3}, Hidden: []int{6}, Seed: 9}
	e := open(t, spec, Options{Batch: 4})
	pixels := make([]byte, 300*spec.Input.Size())
	rng := uint32(1)
	for i := range pixels {
		rng = rng*1664525 + 1013904223
		pixels[i] = byte(rng >> 24)
	}
	if err := e.Step(pixels[:4*spec.Input.Size()], []byte{0, 1, 2, 3}, 0.01); err != nil {
		t.Fatal(err) // so that biases are not zero
	}
	logits, err := e.Logits(pixels)
	if err != nil {
		t.Fatal(err)
	}
	f, err := e.Export()
	if err != nil {
		t.Fatal(err)
	}
	for i := range 300 {
		for j, want := range reference(f, pixels[i*spec.Input.Size():(i+1)*spec.Input.Size()]) {
			if got := float64(logits[i*5+j]); math.Abs(got-want) > 1e-4*max(1, math.Abs(want)) {
				t.Fatalf("example %d, logit %d: engine %v, exported network %v", i, j, got, want)
			}
		}
	}
}

// The two forms of the convolution, one for each backend, are one function:
// here both run on the Go backend.
func TestConvolutionsAgree(t *testing.T) {
	backend, err := openBackend("")
	if err != nil {
		t.Fatal(err)
	}
	spec := Spec{Input: model.Shape{Channels: 3, Height: 7, Width: 10}, Classes: 5, Channels: []int{4}, Seed: 9}
	pixels := make([]byte, 2*spec.Input.Size())
	for i := range pixels {
		pixels[i] = byte(i * 37)
	}
	args := []any{tensors.FromFlatDataAndDimensions(pixels, 2, spec.Input.Size())}
	for i, p := range spec.initial() {
		args = append(args, tensors.FromFlatDataAndDimensions(p, spec.paramShapes()[i].Dimensions...))
	}
	var results [][]float32
	for _, convolve := range []convolution{im2col, nativeConvolution} {
		out, err := g.CallOnceN(backend, func(in []*g.Node) []*g.Node { return []*g.Node{spec.forward(in[0], in[1:], convolve)} }, args...)
		if err != nil {
			t.Fatal(err)
		}
		values, err := tensors.CopyFlatData[float32](out[0])
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, values)
	}
	for i, a := range results[0] {
		if b := results[1][i]; math.Abs(float64(a-b)) > 1e-5 {
			t.Errorf("logit %d: %v and %v", i, a, b)
		}
	}
}

// TestIntegerAgrees: a trained convolutional network and its integer form give
// the same class on more than 95 % of examples.
func TestIntegerAgrees(t *testing.T) {
	set := dataset.SmallDigits(1600, 1)
	e := open(t, smallCNN, Options{Batch: 32})
	train(t, e, set, 200, 3e-3)
	f, err := e.Export()
	if err != nil {
		t.Fatal(err)
	}
	n, err := model.Quantize(f, set.Pixels[:256*small.Size()])
	if err != nil {
		t.Fatal(err)
	}
	logits, err := e.Logits(set.Pixels)
	if err != nil {
		t.Fatal(err)
	}
	same, integer := 0, model.NewEvaluator(n)
	for i := range set.Len() {
		row := logits[i*10 : (i+1)*10]
		if integer.Classify(set.Example(i)) == slices.Index(row, slices.Max(row)) {
			same++
		}
	}
	t.Logf("%d of %d agree", same, set.Len())
	if same*100 < set.Len()*95 {
		t.Errorf("%d of %d agree, want 95 %%", same, set.Len())
	}
}

func TestDeterministicAndRestored(t *testing.T) {
	set := dataset.SmallDigits(320, 1)
	for name, spec := range map[string]Spec{"mlp": smallMLP, "cnn": smallCNN} {
		t.Run(name, func(t *testing.T) {
			opt := Options{Batch: 32, Decay: 1e-3, L1: 1e-4}
			whole := open(t, spec, opt)
			train(t, whole, set, 20, 1e-3)

			half := open(t, spec, opt)
			train(t, half, set, 7, 1e-3)
			rest := open(t, Spec{Input: spec.Input, Classes: 10, Channels: spec.Channels, Hidden: spec.Hidden, Seed: 77}, opt)
			if err := rest.ReadState(bytes.NewReader(state(t, half))); err != nil {
				t.Fatal(err)
			}
			if rest.Steps() != 7 {
				t.Fatalf("restored at step %d, want 7", rest.Steps())
			}
			train(t, rest, set, 13, 1e-3)
			if !bytes.Equal(state(t, whole), state(t, rest)) {
				t.Error("20 steps and 7 + 13 steps give different weights")
			}
			other := open(t, Spec{Input: spec.Input, Classes: 10, Channels: spec.Channels, Hidden: spec.Hidden, Seed: 77}, opt)
			train(t, other, set, 20, 1e-3)
			if bytes.Equal(state(t, whole), state(t, other)) {
				t.Error("another seed gives the same weights")
			}
		})
	}
}

func TestReadStateRejects(t *testing.T) {
	e := open(t, smallMLP, Options{Batch: 4})
	good := state(t, e)
	for name, bad := range map[string][]byte{
		"empty": nil, "short": good[:len(good)-1], "long": append(slices.Clone(good), 0), "absurd step": append([]byte{0, 0, 0, 0, 0, 0, 0, 1}, good[8:]...),
	} {
		if err := e.ReadState(bytes.NewReader(bad)); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if !bytes.Equal(state(t, e), good) {
		t.Error("a rejected state has changed the engine")
	}
}

// TestFirstStep checks Adam against its definition: the first update of every
// parameter is the rate against the gradient's sign, decay aside.
func TestFirstStep(t *testing.T) {
	const rate, decay = 0.01, 0.5
	set := dataset.SmallDigits(32, 1)
	before := smallMLP.initial()
	e := open(t, smallMLP, Options{Batch: 32, Decay: decay})
	train(t, e, set, 1, rate)
	after, err := e.Export()
	if err != nil {
		t.Fatal(err)
	}
	moved := 0
	for o := range 24 {
		for k := range small.Size() {
			was := float64(before[0][k*24+o])
			delta := after.Layers[0].Weights[o*small.Size()+k] - was*(1-rate*decay)
			if math.Abs(delta) > 1e-7 {
				moved++
				if math.Abs(delta) > rate*1.01 {
					t.Fatalf("weight %d of row %d moved by %v, at most %v", k, o, delta, rate)
				}
			}
		}
	}
	if moved < 1000 {
		t.Errorf("only %d weights moved", moved)
	}
}

func TestL1NarrowsRows(t *testing.T) {
	set := dataset.SmallDigits(640, 1)
	norm := func(l1 float64) float64 {
		e := open(t, smallMLP, Options{Batch: 32, L1: l1})
		train(t, e, set, 100, 3e-3)
		f, err := e.Export()
		if err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for _, w := range f.Layers[0].Weights {
			sum += math.Abs(w)
		}
		return sum
	}
	if free, held := norm(0), norm(0.5); held > 0.7*free {
		t.Errorf("L1 norm %v with the penalty, %v without", held, free)
	}
}

func TestSpecLimits(t *testing.T) {
	for name, s := range map[string]Spec{
		"no classes":    {Input: small, Hidden: []int{4}},
		"empty layer":   {Input: small, Classes: 10, Hidden: []int{0}},
		"negative":      {Input: small, Classes: 10, Hidden: []int{-1}},
		"too wide":      {Input: small, Classes: 10, Hidden: []int{model.MaxOutputs + 1}},
		"too large":     {Input: small, Classes: 10, Hidden: []int{1000, 1000}},
		"pooled away":   {Input: model.Shape{Channels: 1, Height: 2, Width: 2}, Classes: 10, Channels: []int{2, 2}},
		"no input":      {Classes: 10},
		"too many MACs": {Input: model.Shape{Channels: 1, Height: 64, Width: 64}, Classes: 2, Channels: []int{64}},
	} {
		if err := s.Validate(); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	for _, s := range []Spec{smallMLP, smallCNN} {
		if err := s.Validate(); err != nil {
			t.Error(err)
		}
	}
}

func TestBackends(t *testing.T) {
	for _, s := range []string{"cuda", "go:parallelism=2", "xla:cuda", "xla"} {
		if err := CheckBackend(s); err == nil {
			t.Errorf("%q: accepted", s)
		}
	}
	missing := "xla:" + filepath.Join(t.TempDir(), "no-plugin.so")
	if _, err := New(smallMLP, Options{Batch: 4, Backend: missing}); !errors.Is(err, ErrDevice) {
		t.Errorf("missing plugin: %v, want ErrDevice", err)
	}
	if err := classify(errors.New("RESOURCE_EXHAUSTED: failed to allocate 8 GiB")); !errors.Is(err, ErrMemory) {
		t.Errorf("%v is not ErrMemory", err)
	}
}

func benchmark(b *testing.B, spec Spec) {
	const batch = 64
	e := open(b, spec, Options{Batch: batch, Decay: 1e-3})
	pixels, labels := make([]byte, batch*spec.Input.Size()), make([]byte, batch)
	for i := range pixels {
		pixels[i] = byte(i * 7)
	}
	for b.Loop() {
		if err := e.Step(pixels, labels, 1e-3); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*batch)/b.Elapsed().Seconds(), "images/s")
}

func BenchmarkMLP784x64x10(b *testing.B) {
	benchmark(b, Spec{Input: model.Shape{Channels: 1, Height: 28, Width: 28}, Classes: 10, Hidden: []int{64}})
}

func BenchmarkCNN28x28(b *testing.B) {
	benchmark(b, Spec{Input: model.Shape{Channels: 1, Height: 28, Width: 28}, Classes: 10, Channels: []int{8, 16}, Hidden: []int{32}})
}
