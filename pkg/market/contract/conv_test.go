package contract_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

// lanes is the vectors in a batch.
const lanes = 12

func newConvEvaluator(t testing.TB) *instance {
	t.Helper()
	return newEvaluator(t, form{model.Bits8, dataset.Columns12, contract.ConvEvaluatorMetaData.Bin})
}

// A network's shape: numbers as in modeltest.Layers.
type convShape struct {
	c, h, w int
	layers  []int
}

func (s convShape) network(r *rand.Rand) *model.Network {
	return modeltest.Conv(r, model.Shape{Channels: s.c, Height: s.h, Width: s.w}, modeltest.Layers(s.layers...)...)
}

var convShapes = []convShape{
	{1, 1, 1, []int{-2}},
	{1, 1, 1, []int{1, -2}},
	{1, 1, 1, []int{3, 2, -3}},
	{1, 2, 2, []int{2, 0, -2}},
	{1, 3, 3, []int{1, -2}},
	{2, 3, 5, []int{2, 0, -3}},       // odd sizes, pooled
	{2, 5, 3, []int{2, 4, -3}},       // odd sizes, not pooled
	{3, 7, 7, []int{5, 0, 6, 0, -4}}, // an odd size twice
	{3, 8, 8, []int{8, 0, 8, -10}},
	{3, 6, 4, []int{0, 4, -5}}, // pooling first
	{1, 9, 9, []int{0, 0, 3, -2}},
	{4, 8, 8, []int{0, 0, 0, -4}},
	{1, 8, 8, []int{3, 0, 0, -4}}, // pooling twice
	{1, 8, 8, []int{3, 0, 0, 5, -4}},
	{1, 8, 8, []int{2, 3, 4, 0, -4}},
	{1, 8, 8, []int{2, 3, 4, 5, 6, 7, -4}}, // most layers
	{5, 4, 4, []int{5, -4}},
	{6, 4, 4, []int{6, 7, -4}}, // blocks of 4, 3 and 1
	{7, 4, 4, []int{9, -4}},
	{11, 4, 4, []int{12, 13, -4}},
	{16, 6, 6, []int{16, 0, 16, -10}},
	{2, 4, 4, []int{50, 3, -3}},  // more output channels than accumulators hold
	{2, 3, 3, []int{100, 9, -3}}, // more input channels than kernels are kept for
	{300, 1, 2, []int{2, -3}},
	{1, 16, 16, []int{4, 0, 8, 0, -20, -10}},
	{3, 32, 32, []int{2, 0, 3, 0, -10}},
	{1, 28, 28, []int{2, 0, 3, 0, -16, -10}},
	{1, 1, 20, []int{-9, 3, -4}}, // a convolution of dense outputs
	{1, 1, 20, []int{-9, 3, -4, 2, -4}},
	{1, 5, 1, []int{3, 2, -4}},
	{1, 2, 9, []int{3, 0, 2, -4}},
	{1, 28, 28, []int{-16, -10}},
	{1, 1, 784, []int{-64, -10}},
	{1, 1, 63, []int{-7, -4}},
	{1, 1, 65, []int{-9, -3}},
	{3, 4, 4, []int{4, -256}},
}

func (s convShape) String() string { return fmt.Sprintf("%dx%dx%d%v", s.c, s.h, s.w, s.layers) }

func TestConvEvaluatorCountsWhatTheModelCounts(t *testing.T) {
	e := newConvEvaluator(t)
	r := rand.New(rand.NewPCG(11, 12))
	for _, s := range convShapes {
		t.Run(s.String(), func(t *testing.T) {
			countsAsTheModel(t, e, r, s.network(r), 1+r.IntN(2), 1+r.IntN(2), modeltest.Pixels)
			probe(t, e, r, s.network(r))
		})
	}
}

// probe compares the activations before the last layer, not only the classes:
// it makes the last layer tell whether a random sum of them is above a bound,
// and sets the bound to the model's own sum for one vector, and to one less.
func probe(t *testing.T, e *instance, r *rand.Rand, net *model.Network) {
	t.Helper()
	last := &net.Layers[len(net.Layers)-1]
	fan := len(last.Weights) / last.Outputs
	last.Outputs, last.Bias, last.Weights = 2, make([]int32, 2), make([]int8, 2*fan)
	room := model.Bits8.AccumulatorBound() / 2 / model.Bits8.ActivationMax()
	for _, k := range r.Perm(fan) {
		w := 1 + r.IntN(min(max(room/fan, 1), 127))
		if room -= w; room < 0 {
			break
		}
		last.Weights[fan+k] = int8(w - 2*w*r.IntN(2))
	}
	features := net.Input.Size()
	pixels := modeltest.Pixels(r, lanes*features)
	oracle := model.NewEvaluator(net)
	for range 2 {
		v := r.IntN(lanes)
		sum := oracle.Logits(pixels[v*features : (v+1)*features])[1]
		for _, bound := range []int32{sum, sum - 1} {
			last.Bias[0] = bound
			b := marshal(t, net)
			labels := make([]byte, lanes)
			for i := range labels {
				labels[i] = byte(oracle.Classify(pixels[i*features : (i+1)*features]))
			}
			if got, _ := e.count(t, b, [][]byte{payload(t, pixels, labels, e.layout(lanes, features, 2))}, lanes); got != lanes {
				t.Fatalf("vector %d, bound %d of the sum %d: the contract agrees with the model on %d of %d", v, bound, sum, got, lanes)
			}
		}
	}
}

func FuzzConvEvaluator(f *testing.F) {
	f.Add(uint64(1), uint8(3), uint8(8), uint8(8), []byte{8, 0, 200, 4})
	f.Add(uint64(2), uint8(1), uint8(5), uint8(7), []byte{3, 20, 0, 9, 150})
	f.Fuzz(func(t *testing.T, seed uint64, c, h, w uint8, layers []byte) {
		s := convShape{1 + int(c)%18, 1 + int(h)%12, 1 + int(w)%12, nil}
		height, width := s.h, s.w
		for _, l := range layers[:min(len(layers), model.MaxLayers-1)] {
			switch {
			case l%4 == 0 && height > 1 && width > 1:
				s.layers = append(s.layers, 0)
				height, width = height/2, width/2
			case l%4 == 3:
				s.layers = append(s.layers, -1-int(l)%30)
				height, width = 1, 1
			default:
				s.layers = append(s.layers, 1+int(l)%20)
			}
		}
		s.layers = append(s.layers, -2-int(seed%9))
		r := rand.New(rand.NewPCG(seed, 0))
		e, net := newConvEvaluator(t), s.network(r)
		if evaluator.ConvGas(net) > evaluator.MaxConvGas || net.MACs() > model.MaxMACs {
			return
		}
		countsAsTheModel(t, e, r, net, 1, 1, modeltest.Pixels)
		checkConvGas(t, e, r, net)
		probe(t, e, r, net)
	})
}

var convBenchmarks = []convShape{
	{3, 32, 32, []int{8, 0, 8, 0, 16, 0, -64, -10}},
	{3, 32, 32, []int{8, 0, 10, 0, 12, 0, -64, -10}},
	{3, 32, 32, []int{8, 0, 16, 0, 24, 0, -48, -10}},
	{3, 32, 32, []int{0, 16, 0, 32, 0, -64, -10}},
	{3, 32, 32, []int{8, 4, 0, -10}},
	{1, 28, 28, []int{8, 0, 16, 0, -32, -10}},
	{1, 28, 28, []int{16, 0, 16, 0, -10}},
	{1, 28, 28, []int{-64, -10}},
}

// BenchmarkConvEvaluator reports gas for each multiply-accumulate, for one
// batch of 12 vectors at a time.
func BenchmarkConvEvaluator(b *testing.B) {
	for _, s := range convBenchmarks {
		b.Run(s.String(), func(b *testing.B) {
			e := newConvEvaluator(b)
			r := rand.New(rand.NewPCG(5, 6))
			net := s.network(r)
			bytes := marshal(b, net)
			features := net.Input.Size()
			p := payload(b, modeltest.Pixels(r, lanes*features), make([]byte, lanes), e.layout(lanes, features, net.Classes()))
			var gas uint64
			for b.Loop() {
				_, gas = e.count(b, bytes, [][]byte{p}, lanes)
			}
			b.ReportMetric(float64(gas)/float64(lanes*net.MACs()), "gas/mac")
			b.ReportMetric(float64(gas), "batch-gas")
			b.ReportMetric(float64(net.MACs()), "macs")
			b.ReportMetric(float64(e.checkGas(b, bytes, features, net.Classes())), "load-gas")
		})
	}
}

func TestConvGasBoundsWhatIsMeasured(t *testing.T) {
	e := newConvEvaluator(t)
	r := rand.New(rand.NewPCG(21, 22))
	for _, s := range append(slices.Clone(convShapes), convBenchmarks...) {
		t.Run(s.String(), func(t *testing.T) { checkConvGas(t, e, r, s.network(r)) })
	}
}

// checkConvGas compares the bound with one batch's gas: never less, and little more.
func checkConvGas(t *testing.T, e *instance, r *rand.Rand, net *model.Network) {
	t.Helper()
	b := marshal(t, net)
	features := net.Input.Size()
	p := payload(t, modeltest.Pixels(r, lanes*features), make([]byte, lanes), e.layout(lanes, features, net.Classes()))
	_, gas := e.count(t, b, [][]byte{p}, lanes)
	measured := int(gas) + 16*(len(b)+len(p))
	if bound := evaluator.ConvGas(net); measured > bound || bound > measured*105/100+20_000 {
		t.Errorf("%v: %d gas measured, bound %d", net.Shapes(), measured, bound)
	}
}

// Every way in which a network of convolutions can be wrong is refused on chain
// as in Go; and what Go refuses by ConvGas too.
func TestConvEvaluatorRefusesWhatTheModelRefuses(t *testing.T) {
	e := newConvEvaluator(t)
	r := rand.New(rand.NewPCG(3, 4))
	base := convShape{2, 6, 5, []int{3, 0, 4, -5, -3}}
	valid := marshal(t, base.network(r))
	mutate := func(changes ...int) []byte {
		b := append([]byte(nil), valid...)
		for i := 0; i < len(changes); i += 2 {
			b[changes[i]] = byte(changes[i+1])
		}
		return b
	}
	// weights of row `row` of layer 2, a convolution of 3 channels: 27 bytes each
	const layer2 = 12 + 4*5 + 3*(4+18)
	bounded := func(bias int, weight int) []byte {
		b := append([]byte(nil), valid...)
		at := layer2 + 2*4 // the bias of row 2
		b[at], b[at+1], b[at+2], b[at+3] = byte(bias>>24), byte(bias>>16), byte(bias>>8), byte(bias)
		for k := range 27 {
			b[layer2+4*4+2*27+k] = byte(weight + 128)
		}
		return b
	}
	const l1 = 27 * 100 * 255
	tests := []struct {
		name  string
		model []byte
		ok    bool
	}{
		{"valid", valid, true},
		{"at the bound", bounded(model.Bits8.AccumulatorBound()-1-l1, -100), true},
		{"at the bound, negative", bounded(-(model.Bits8.AccumulatorBound() - 1 - l1), 100), true},
		{"over the bound", bounded(model.Bits8.AccumulatorBound()-l1, -100), false},
		{"over the bound, negative", bounded(-(model.Bits8.AccumulatorBound() - l1), 100), false},
		{"bias out of all bounds", bounded(-1<<31, 0), false},
		{"empty", nil, false},
		{"magic", mutate(0, 'X'), false},
		{"activation bits", mutate(4, 5), false},
		{"no layers", mutate(5, 0), false},
		{"nine layers", mutate(5, 9), false},
		{"other input, as many features", mutate(7, 1, 9, 12), false}, // its layers are of other sizes then
		{"height and width swapped", mutate(9, 5, 11, 6), true},       // 2x3 and 3x2 after pooling
		{"no width", mutate(11, 0), false},
		{"unknown kind", mutate(12, 4), false},
		{"kind 0", mutate(12, 0), false},
		{"no outputs", mutate(15, 0), false},
		{"shift too large", mutate(13, 20), false},
		{"largest shift", mutate(13, 19), true},
		{"pooling with outputs", mutate(19, 1), false},
		{"pooling with a shift", mutate(17, 1), false},
		{"a convolution instead of a pooling", mutate(16, 2), false},
		{"a convolution last", mutate(28, 2), false},
		{"a pooling last", mutate(28, 3), false},
		{"shift in the last layer", mutate(29, 1), false},
		{"other classes", mutate(31, 4), false},
		{"truncated", valid[:len(valid)-1], false},
		{"truncated descriptors", valid[:20], false},
		{"trailing byte", append(append([]byte(nil), valid...), 0), false},
		{"too small to pool", raw(t, convShape{60, 1, 1, []int{2, 3, -3}}, 4, func(b []byte) { b[16], b[17], b[18], b[19] = 3, 0, 0, 0 }), false},
		{"one class", raw(t, convShape{2, 6, 5, []int{1, -3}}, 1, func(b []byte) { b[19] = 1 }), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := e.call(packLoad(tt.model, big.NewInt(60), big.NewInt(3)))
			if (err == nil) != tt.ok {
				t.Errorf("the contract's load: %v, want ok = %v", err, tt.ok)
			}
			n, err := model.Parse(tt.model)
			if ok := err == nil && n.Bits == model.Bits8 && n.Input.Size() == 60 && n.Classes() == 3 && evaluator.ConvGas(n) <= evaluator.MaxConvGas; ok != tt.ok {
				t.Errorf("model.Parse: %v, want ok = %v", err, tt.ok)
			}
		})
	}
}

// raw marshals a network and changes its bytes.
func raw(t *testing.T, s convShape, seed uint64, change func([]byte)) []byte {
	t.Helper()
	b := marshal(t, s.network(rand.New(rand.NewPCG(seed, 0))))
	change(b)
	return b
}

// The limit of gas is the same on both sides, to the unit: random networks
// around it are accepted or refused by both.
func TestConvEvaluatorRefusesWhatDoesNotFit(t *testing.T) {
	e := newConvEvaluator(t)
	r := rand.New(rand.NewPCG(31, 32))
	fits, over := 0, 0
	for range 60 {
		s := convShape{3, 30 + r.IntN(3), 30 + r.IntN(3), []int{4 + r.IntN(10), 0, 8 + r.IntN(20), 0, 1 + r.IntN(40), -10}}
		net := s.network(r)
		_, _, err := e.call(packLoad(marshal(t, net), big.NewInt(int64(net.Input.Size())), big.NewInt(10)))
		if gas := evaluator.ConvGas(net); (err == nil) != (gas <= evaluator.MaxConvGas) {
			t.Errorf("%v: bound of %d gas, the contract's load: %v", s, gas, err)
		}
		if err == nil {
			fits++
		} else {
			over++
		}
	}
	if fits < 5 || over < 5 {
		t.Errorf("%d networks fit, %d do not: not a test of the limit", fits, over)
	}
}
