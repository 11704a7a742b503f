package model_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

// convnet makes a random valid network of convolutions, poolings and dense layers.
func convnet(r *rand.Rand) *model.Network {
	n := &model.Network{Bits: model.Bits8, Input: model.Shape{Channels: 1 + r.IntN(3), Height: 2 + r.IntN(9), Width: 2 + r.IntN(9)}}
	at := n.Input
	for range 1 + r.IntN(2) {
		out := 1 + r.IntN(4)
		n.Layers = append(n.Layers, weighted(r, model.Conv3x3, out, 9*at.Channels, uint8(r.IntN(12))))
		at.Channels = out
		if at.Height >= 2 && at.Width >= 2 && r.IntN(3) > 0 {
			n.Layers = append(n.Layers, model.Layer{Kind: model.MaxPool})
			at.Height, at.Width = at.Height/2, at.Width/2
		}
	}
	n.Layers = append(n.Layers, weighted(r, model.Dense, 5, at.Size(), uint8(r.IntN(12))), weighted(r, model.Dense, 3, 5, 0))
	return n
}

func weighted(r *rand.Rand, kind model.Kind, outputs, fan int, shift uint8) model.Layer {
	l := model.Layer{Kind: kind, Outputs: outputs, Shift: shift, Bias: make([]int32, outputs), Weights: make([]int8, outputs*fan)}
	most := min(127, (model.Bits8.AccumulatorBound()/2)/(model.Bits8.ActivationMax()*fan))
	for i := range l.Weights {
		l.Weights[i] = int8(r.IntN(2*most+1) - most)
	}
	for i := range l.Bias {
		l.Bias[i] = int32(r.IntN(100_000) - 50_000)
	}
	return l
}

// naive is the definition of the forward pass, in float64, where every number
// of it is exact: no shared code, no scratch space, no int32.
func naive(n *model.Network, x []byte) []float64 {
	in := make([]float64, len(x))
	for i, v := range x {
		in[i] = float64(v)
	}
	shape := n.Input
	for i := range n.Layers {
		l := &n.Layers[i]
		var out []float64
		switch l.Kind {
		case model.MaxPool:
			out, shape = naivePool(in, shape)
		case model.Conv3x3:
			w := make([]float64, len(l.Weights))
			for k, v := range l.Weights {
				w[k] = float64(v)
			}
			out = naiveConv(w, l.Outputs, in, shape, func(o int) float64 { return float64(l.Bias[o]) })
			shape.Channels = l.Outputs
		default:
			for o := range l.Outputs {
				sum := float64(l.Bias[o])
				for k, v := range in {
					sum += v * float64(l.Weights[o*len(in)+k])
				}
				out = append(out, sum)
			}
			shape = model.Shape{Channels: l.Outputs, Height: 1, Width: 1}
		}
		if l.Kind != model.MaxPool && i < len(n.Layers)-1 {
			for k, v := range out {
				out[k] = min(math.Floor(max(v, 0)/math.Pow(2, float64(l.Shift))), 255)
			}
		}
		in = out
	}
	return in
}

func naiveConv(w []float64, outputs int, in []float64, s model.Shape, bias func(int) float64) (out []float64) {
	pixel := func(c, y, x int) float64 {
		if y < 0 || x < 0 || y >= s.Height || x >= s.Width {
			return 0
		}
		return in[(c*s.Height+y)*s.Width+x]
	}
	for o := range outputs {
		for y := range s.Height {
			for x := range s.Width {
				sum := bias(o)
				for c := range s.Channels {
					for dy := range 3 {
						for dx := range 3 {
							sum += w[((o*s.Channels+c)*3+dy)*3+dx] * pixel(c, y+dy-1, x+dx-1)
						}
					}
				}
				out = append(out, sum)
			}
		}
	}
	return out
}

func naivePool(in []float64, s model.Shape) (out []float64, to model.Shape) {
	to = model.Shape{Channels: s.Channels, Height: s.Height / 2, Width: s.Width / 2}
	for c := range s.Channels {
		for y := range to.Height {
			for x := range to.Width {
				at := func(dy, dx int) float64 { return in[(c*s.Height+2*y+dy)*s.Width+2*x+dx] }
				out = append(out, max(at(0, 0), at(0, 1), at(1, 0), at(1, 1)))
			}
		}
	}
	return out, to
}

func source(t *rapid.T) *rand.Rand {
	return rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
}

func draw(t *rapid.T) (*model.Network, *rand.Rand) {
	r := source(t)
	if rapid.Bool().Draw(t, "conv") {
		return convnet(r), r
	}
	return modeltest.Dense(r, 1+r.IntN(40), 1+r.IntN(20), 2+r.IntN(8)), r
}

// The integer forward pass is what its definition says, number by number.
func TestForwardAgainstDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, r := draw(t)
		if err := n.Validate(); err != nil {
			t.Fatal(err)
		}
		e := model.NewEvaluator(n)
		features := n.Input.Size()
		pixels, labels := modeltest.Pixels(r, 5*features), make([]byte, 5)
		right := 0
		for i := range labels {
			x := pixels[i*features : (i+1)*features]
			want := naive(n, x)
			for j, got := range e.Logits(x) {
				if float64(got) != want[j] {
					t.Fatalf("logits %v, want %v", e.Logits(x), want)
				}
			}
			best := slices.Index(want, slices.Max(want)) // of equals the lowest
			if got := e.Classify(x); got != best {
				t.Fatalf("class %d, want %d of %v", got, best, want)
			}
			if labels[i] = byte(r.IntN(n.Classes())); int(labels[i]) == best {
				right++
			}
		}
		if got := e.CountRight(pixels, labels); got != right {
			t.Fatalf("%d right, want %d", got, right)
		}
	})
}

func TestTiesGoToTheLowest(t *testing.T) {
	n := &model.Network{Input: model.Shape{Channels: 1, Height: 1, Width: 1}, Layers: []model.Layer{
		{Kind: model.Dense, Outputs: 3, Bias: []int32{1, 7, 7}, Weights: []int8{0, 0, 0}},
	}}
	if got := model.NewEvaluator(n).Classify([]byte{9}); got != 1 {
		t.Errorf("class %d", got)
	}
}

func TestMarshalParse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, _ := draw(t)
		b, err := n.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		again, err := model.Parse(b)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(normal(n), normal(again)) {
			t.Fatalf("%+v\n%+v", n, again)
		}
		if b2, err := again.Marshal(); err != nil || !bytes.Equal(b, b2) {
			t.Fatalf("%x\n%x\n%v", b, b2, err)
		}
		cut := rapid.IntRange(0, len(b)-1).Draw(t, "cut")
		if _, err := model.Parse(b[:cut]); err == nil {
			t.Fatalf("the first %d of %d bytes are a model", cut, len(b))
		}
		if _, err := model.Parse(append(b, 0)); err == nil {
			t.Fatal("a model with a byte too many is one")
		}
	})
}

// normal makes absent and empty parameters equal.
func normal(n *model.Network) model.Network {
	c := *n
	c.Layers = slices.Clone(n.Layers)
	for i := range c.Layers {
		if c.Layers[i].Kind == model.MaxPool {
			c.Layers[i].Bias, c.Layers[i].Weights = nil, nil
		}
	}
	return c
}

// The byte format is a protocol: these bytes stay what they are.
func TestFormat(t *testing.T) {
	n := &model.Network{Input: model.Shape{Channels: 1, Height: 2, Width: 2}, Layers: []model.Layer{
		{Kind: model.Conv3x3, Outputs: 1, Shift: 3, Bias: []int32{-2}, Weights: []int8{-128, -1, 0, 1, 127, 2, 3, 4, 5}},
		{Kind: model.MaxPool},
		{Kind: model.Dense, Outputs: 2, Bias: []int32{1, 258}, Weights: []int8{-3, 3}},
	}}
	b, err := n.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	want := hex.EncodeToString([]byte("GAQ1")) + "08" + "03" + "000100020002" +
		"02030001" + "03000000" + "01000002" + // descriptors: kind, shift, outputs
		"fffffffe" + "007f8081ff82838485" + "0000000100000102" + "7d83"
	if got := hex.EncodeToString(b); got != want {
		t.Errorf("%s\n%s", got, want)
	}
	if got := model.Hash(nil); hex.EncodeToString(got[:4]) != "c5d24601" {
		t.Errorf("keccak-256 of nothing is %x", got)
	}
}

// What a stranger may send is refused with a reason and without harm.
func TestParseRefuses(t *testing.T) {
	good, err := modeltest.Dense(rand.New(rand.NewPCG(1, 2)), 4, 3, 2).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	with := func(at int, v ...byte) []byte { b := slices.Clone(good); copy(b[at:], v); return b }
	for name, tt := range map[string]struct {
		b    []byte
		want string
	}{
		"nothing":                   {nil, "begins with neither GAQ1 nor GAQ2"},
		"another magic":             {with(0, 'X'), "begins with neither GAQ1 nor GAQ2"},
		"other activations":         {with(4, 5), "5-bit activations"},
		"4 bits, rows of 8":         {with(4, 4), "must stay below 32768"},
		"no layers":                 {with(5, 0), "0 layers"},
		"too many layers":           {with(5, 9), "9 layers"},
		"no input":                  {with(10, 0, 0), "at least 1"},
		"a huge input":              {with(6, 255, 255, 255, 255, 255, 255), "more than 4096 features"},
		"an input that overflows":   {append([]byte("GAQ1\x08\x01"), bytes.Repeat([]byte{255}, 8)...), "more than 4096 features"},
		"huge outputs":              {with(14, 255, 255), "65535 outputs, at most 1024"},
		"an unknown kind":           {with(12, 9), "unknown kind"},
		"pooling a row":             {with(12, 3, 0, 0, 0), "bytes after its last layer"},
		"a shift beyond all":        {with(13, 20), "shift 20"},
		"a shift in the last layer": {with(17, 1), "shift 1"},
		"one class":                 {with(18, 0, 1), "bytes after its last layer"},
		"descriptors cut":           {good[:15], "ends within its layer descriptors"},
		"parameters cut":            {good[:len(good)-1], "ends within layer 1"},
		"a bias beyond the bound":   {with(20, 0x7f, 0xff, 0xff, 0xff), "must stay below 1048576"},
		"the least bias":            {with(20, 0x80, 0, 0, 0), "must stay below 1048576"},
		"too many bytes":            {make([]byte, model.MaxBytes+1), fmt.Sprintf("at most %d", model.MaxBytes)},
	} {
		if n, err := model.Parse(tt.b); err == nil || n != nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", name, err, tt.want)
		}
	}
	if _, err := model.Parse(make([]byte, model.MaxBytes+1)); !errors.Is(err, model.ErrTooLarge) {
		t.Error(err)
	}
}

func TestValidate(t *testing.T) {
	dense := func(in, out int) model.Layer {
		return model.Layer{Kind: model.Dense, Outputs: out, Bias: make([]int32, out), Weights: make([]int8, in*out)}
	}
	row := func(width int, layers ...model.Layer) *model.Network {
		return &model.Network{Input: model.Shape{Channels: 1, Height: 1, Width: width}, Layers: layers}
	}
	full := dense(4112, 2)
	full.Weights = bytesOf(4112*2, 1)
	for name, tt := range map[string]struct {
		n    *model.Network
		want string
	}{
		"fine":                      {row(4, dense(4, 2)), ""},
		"as large as can be":        {row(4096, dense(4096, 17), dense(17, 256)), ""},
		"too many bytes":            {row(4096, dense(4096, 300), dense(300, 2)), fmt.Sprintf("bytes, at most %d", model.MaxBytes)},
		"too many computations":     {&model.Network{Input: model.Shape{Channels: 8, Height: 22, Width: 22}, Layers: []model.Layer{conv(8, 64), {Kind: model.MaxPool}, dense(64*121, 2)}}, "multiply-accumulates"},
		"too many features":         {row(4097, dense(4097, 2)), "more than 4096"},
		"no layer":                  {row(4), "0 layers"},
		"weights of another layer":  {row(4, dense(5, 2)), "has 2 biases and 10 weights, want 2 and 8"},
		"a convolution last":        {row(4, conv(1, 2)), "the last layer must be dense"},
		"a pooling last":            {row(4, dense(4, 2), model.Layer{Kind: model.MaxPool}), "the last layer must be dense"},
		"pooling with parameters":   {row(4, model.Layer{Kind: model.MaxPool, Outputs: 1}, dense(4, 2)), "no parameters"},
		"pooling what is too small": {row(4, model.Layer{Kind: model.MaxPool}, dense(4, 2)), "too small to pool"},
		"too many classes":          {row(4, dense(4, 257)), "257 classes"},
		"one class":                 {row(4, dense(4, 1)), "1 classes"},
		"too many outputs":          {row(4, dense(4, 1025), dense(1025, 2)), "1025 outputs"},
		"an accumulator too large":  {&model.Network{Input: model.Shape{Channels: 1, Height: 1, Width: 4096}, Layers: []model.Layer{{Kind: model.Dense, Outputs: 2, Bias: []int32{4096, 0}, Weights: bytesOf(8192, 1)}}}, "row 0 can reach 1048576"},
		"an accumulator just right": {&model.Network{Input: model.Shape{Channels: 1, Height: 1, Width: 4096}, Layers: []model.Layer{{Kind: model.Dense, Outputs: 2, Bias: []int32{4095, -4095}, Weights: bytesOf(8192, 1)}}}, ""},
	} {
		err := tt.n.Validate()
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s: %v, want %q", name, err, tt.want)
		}
		if _, m := tt.n.Marshal(); (m == nil) != (err == nil) {
			t.Errorf("%s: Marshal says %v", name, m)
		}
	}
	if n := row(4, dense(4, 3), dense(3, 2)); n.MACs() != 18 || n.Classes() != 2 || len(n.Shapes()) != 3 {
		t.Errorf("%d, %d, %v", n.MACs(), n.Classes(), n.Shapes())
	}
	if got := model.Bits8.RowBound(-5, []int8{-128, 127, 0}); got != 5+255*255 {
		t.Errorf("bound %d", got)
	}
	if got := model.Bits8.RowBound(math.MinInt32, nil); got != 1<<31 {
		t.Errorf("bound %d", got)
	}
}

func conv(in, out int) model.Layer {
	return model.Layer{Kind: model.Conv3x3, Outputs: out, Bias: make([]int32, out), Weights: make([]int8, 9*in*out)}
}

func bytesOf(n int, v int8) []int8 {
	b := make([]int8, n)
	for i := range b {
		b[i] = v
	}
	return b
}

// A model is written by a stranger.
func FuzzParse(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 4 {
		for _, n := range []*model.Network{convnet(r), modeltest.Dense(r, 5, 4, 3), modeltest.DenseOf(model.Bits4, r, 6, 4, 3)} {
			b, err := n.Marshal()
			if err != nil {
				f.Fatal(err)
			}
			f.Add(b)
		}
	}
	f.Add([]byte("GAQ1\x08\x01\xff\xff\xff\xff\xff\xff\x01\x00\xff\xff"))
	f.Fuzz(func(t *testing.T, b []byte) {
		n, err := model.Parse(b)
		if err != nil {
			return
		}
		again, err := n.Marshal()
		if err != nil || !bytes.Equal(again, b) {
			t.Fatalf("%x became %x, %v", b, again, err)
		}
		x := modeltest.Pixels(rand.New(rand.NewPCG(1, 2)), n.Input.Size())
		if class := model.NewEvaluator(n).Classify(x); class < 0 || class >= n.Classes() {
			t.Fatalf("class %d of %d", class, n.Classes())
		}
	})
}
