package model_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

// floatNet is a random float network, its weights of the size that training
// begins with, each layer scaled by some odd factor.
func floatNet(r *rand.Rand, conv bool) *model.FloatNetwork {
	f := &model.FloatNetwork{Input: model.Shape{Channels: 1, Height: 1, Width: 8 + r.IntN(60)}}
	at := f.Input
	add := func(kind model.Kind, outputs, fan int) {
		scale := math.Sqrt(2/float64(fan)) * math.Exp(2*r.NormFloat64())
		l := model.FloatLayer{Kind: kind, Outputs: outputs, Bias: make([]float64, outputs), Weights: make([]float64, outputs*fan)}
		for i := range l.Weights {
			l.Weights[i] = scale * r.NormFloat64()
		}
		for i := range l.Bias {
			l.Bias[i] = 0.1 * scale * r.NormFloat64()
		}
		f.Layers = append(f.Layers, l)
	}
	if conv {
		f.Input = model.Shape{Channels: 1 + r.IntN(3), Height: 8, Width: 8}
		at = f.Input
		for range 2 {
			out := 4 + r.IntN(4)
			add(model.Conv3x3, out, 9*at.Channels)
			f.Layers = append(f.Layers, model.FloatLayer{Kind: model.MaxPool})
			at = model.Shape{Channels: out, Height: at.Height / 2, Width: at.Width / 2}
		}
	}
	add(model.Dense, 16+r.IntN(48), at.Size())
	add(model.Dense, 2+r.IntN(9), f.Layers[len(f.Layers)-1].Outputs)
	return f
}

// floatLogits runs a float network on an example.
func floatLogits(f *model.FloatNetwork, x []byte) []float64 {
	in := make([]float64, len(x))
	for i, v := range x {
		in[i] = float64(v) / 255
	}
	shape := f.Input
	for i := range f.Layers {
		l := &f.Layers[i]
		var out []float64
		switch l.Kind {
		case model.MaxPool:
			out, shape = naivePool(in, shape)
		case model.Conv3x3:
			out = naiveConv(l.Weights, l.Outputs, in, shape, func(o int) float64 { return l.Bias[o] })
			shape.Channels = l.Outputs
		default:
			for o := range l.Outputs {
				sum := l.Bias[o]
				for k, v := range in {
					sum += v * l.Weights[o*len(in)+k]
				}
				out = append(out, sum)
			}
		}
		if l.Kind != model.MaxPool && i < len(f.Layers)-1 {
			for k, v := range out {
				out[k] = max(v, 0)
			}
		}
		in = out
	}
	return in
}

// examples look like data: a few prototypes with noise, not noise alone.
func examples(r *rand.Rand, n, features int) []byte {
	prototypes := modeltest.Pixels(r, 6*features)
	var all []byte
	for range n {
		p := prototypes[r.IntN(6)*features:][:features]
		for _, v := range p {
			all = append(all, byte(min(max(float64(v)+40*r.NormFloat64(), 0), 255)))
		}
	}
	return all
}

// Whatever a network's scales are, the quantised one keeps every limit and says
// the same on nearly all inputs, of those that it was not calibrated on.
func TestQuantizeAgrees(t *testing.T) {
	total, same := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		r := source(t)
		f := floatNet(r, rapid.Bool().Draw(t, "conv"))
		features := f.Input.Size()
		data := examples(r, 160, features)
		n, err := model.Quantize(f, data[:100*features])
		if err != nil {
			t.Fatal(err)
		}
		if err := n.Validate(); err != nil {
			t.Fatal(err)
		}
		e, agree := model.NewEvaluator(n), 0
		for i := 100; i < 160; i++ {
			x := data[i*features : (i+1)*features]
			want := floatLogits(f, x)
			if e.Classify(x) == slices.Index(want, slices.Max(want)) {
				agree++
			}
		}
		if agree < 36 {
			t.Fatalf("says the same on %d of 60", agree)
		}
		total, same = total+60, same+agree
	})
	if float64(same) < 0.97*float64(total) {
		t.Errorf("says the same on %d of %d", same, total)
	}
	t.Logf("says the same on %.2f %%", 100*float64(same)/float64(max(total, 1)))
}

// A row that hardly ever fires does not cost the others their precision.
func TestQuantizeHardlyAliveRow(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	f := &model.FloatNetwork{Input: model.Shape{Channels: 1, Height: 1, Width: 30}}
	for _, size := range [][2]int{{30, 40}, {40, 6}} {
		l := model.FloatLayer{Kind: model.Dense, Outputs: size[1], Bias: make([]float64, size[1]), Weights: make([]float64, size[0]*size[1])}
		for i := range l.Weights {
			l.Weights[i] = math.Sqrt(2/float64(size[0])) * r.NormFloat64()
		}
		f.Layers = append(f.Layers, l)
	}
	data := examples(r, 200, 30)
	peak := math.Inf(-1)
	for i := range 200 {
		one := &model.FloatNetwork{Input: f.Input, Layers: f.Layers[:1]}
		peak = max(peak, floatLogits(one, data[30*i:30*i+30])[0])
	}
	f.Layers[0].Bias[0] = 1e-6 - peak // one example just wakes it
	n, err := model.Quantize(f, data)
	if err != nil {
		t.Fatal(err)
	}
	e, agree := model.NewEvaluator(n), 0
	for i := range 200 {
		x := data[30*i : 30*i+30]
		if want := floatLogits(f, x); e.Classify(x) == slices.Index(want, slices.Max(want)) {
			agree++
		}
	}
	if agree < 194 {
		t.Errorf("says the same on %d of 200", agree)
	}
}

// Any finite network comes out within the limits, however absurd its numbers.
func TestQuantizeKeepsTheLimits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := source(t)
		f := floatNet(r, rapid.Bool().Draw(t, "conv"))
		absurd := []float64{0, 1e-30, 1e30, -1e30, 1, -1, 1e6}
		for range rapid.IntRange(1, 40).Draw(t, "changes") {
			l := &f.Layers[r.IntN(len(f.Layers))]
			switch {
			case l.Outputs == 0:
			case r.IntN(2) == 0:
				l.Bias[r.IntN(len(l.Bias))] = absurd[r.IntN(len(absurd))]
			case r.IntN(4) == 0: // a whole row
				fan := len(l.Weights) / l.Outputs
				v := absurd[r.IntN(len(absurd))]
				for k := range fan {
					l.Weights[r.IntN(l.Outputs)*fan+k] = v
				}
			default:
				l.Weights[r.IntN(len(l.Weights))] = absurd[r.IntN(len(absurd))]
			}
		}
		features := f.Input.Size()
		data := examples(r, 12, features)
		before := slices.Clone(data)
		n, err := model.Quantize(f, data)
		if err != nil {
			t.Fatal(err)
		}
		if err := n.Validate(); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(data, before) {
			t.Fatal("the calibration examples were changed")
		}
		b, err := n.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := model.Parse(b); err != nil {
			t.Fatal(err)
		}
	})
}

// A factor on a hidden row that the next layer takes back, or on all logits,
// changes no answer.
func TestQuantizeScale(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	f := floatNet(r, false)
	features := f.Input.Size()
	data := examples(r, 100, features)
	classes := func() []int {
		n, err := model.Quantize(f, data)
		if err != nil {
			t.Fatal(err)
		}
		e := model.NewEvaluator(n)
		var all []int
		for i := range 100 {
			all = append(all, e.Classify(data[i*features:(i+1)*features]))
		}
		return all
	}
	before := classes()
	hidden, last := &f.Layers[0], &f.Layers[1]
	for j := range hidden.Outputs {
		k := math.Pow(2, float64(r.IntN(20)-10))
		hidden.Bias[j] *= k
		for i := range features {
			hidden.Weights[j*features+i] *= k
		}
		for o := range last.Outputs {
			last.Weights[o*hidden.Outputs+j] /= k
		}
	}
	for i := range last.Weights {
		last.Weights[i] *= 1 << 12
	}
	for i := range last.Bias {
		last.Bias[i] *= 1 << 12
	}
	if after := classes(); !slices.Equal(before, after) {
		t.Errorf("%v\n%v", before, after)
	}
}

func TestQuantizeRefuses(t *testing.T) {
	base := func() *model.FloatNetwork { return floatNet(rand.New(rand.NewPCG(1, 2)), false) }
	for name, tt := range map[string]struct {
		change func(*model.FloatNetwork)
		pixels int
		want   string
	}{
		"no examples":           {func(*model.FloatNetwork) {}, 0, "calibration: 0 bytes"},
		"half an example":       {func(*model.FloatNetwork) {}, -1, "no positive multiple"},
		"no input":              {func(f *model.FloatNetwork) { f.Input = model.Shape{} }, 1, "calibration"},
		"NaN":                   {func(f *model.FloatNetwork) { f.Layers[0].Weights[3] = math.NaN() }, 1, "layer 0: weights are not finite"},
		"infinite":              {func(f *model.FloatNetwork) { f.Layers[1].Weights[3] = math.Inf(1) }, 1, "layer 1: weights are not finite"},
		"a bias of NaN":         {func(f *model.FloatNetwork) { f.Layers[0].Bias[0] = math.NaN() }, 1, "layer 0: weights are not finite"},
		"missing weights":       {func(f *model.FloatNetwork) { f.Layers[0].Weights = nil }, 1, "0 weights"},
		"missing biases":        {func(f *model.FloatNetwork) { f.Layers[1].Bias = f.Layers[1].Bias[1:] }, 1, "weights and"},
		"no layers":             {func(f *model.FloatNetwork) { f.Layers = nil }, 1, "0 layers"},
		"a pooling last":        {func(f *model.FloatNetwork) { f.Layers = append(f.Layers, model.FloatLayer{Kind: model.MaxPool}) }, 1, "last layer must be dense"},
		"pooling a row":         {func(f *model.FloatNetwork) { f.Layers = append([]model.FloatLayer{{Kind: model.MaxPool}}, f.Layers...) }, 1, ""},
		"negative outputs":      {func(f *model.FloatNetwork) { f.Layers[0].Outputs = -1 }, 1, ""},
		"no outputs at the end": {func(f *model.FloatNetwork) { f.Layers[1] = model.FloatLayer{Kind: model.Dense} }, 1, ""},
	} {
		f := base()
		features := f.Input.Size()
		tt.change(f)
		n := tt.pixels * features
		if n < 0 {
			n = features + 1
		}
		if q, err := model.Quantize(f, make([]byte, n)); err == nil || q != nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", name, err, tt.want)
		}
	}
}
