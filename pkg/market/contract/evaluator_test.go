package contract_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/params"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

// form is one of the evaluator contracts.
type form struct {
	bits model.Bits
	data dataset.Form
	bin  string
}

var evaluatorABI = contract.NewEvaluator()

func forms() []form {
	return []form{
		{model.Bits8, dataset.Octets, contract.DenseEvaluatorMetaData.Bin},
		{model.Bits4, dataset.Nibbles, contract.Dense4EvaluatorMetaData.Bin},
	}
}

// instance is a deployed evaluator in go-ethereum's EVM, under the rules of
// today's mainnet.
type instance struct {
	form
	cfg     *runtime.Config
	address common.Address
}

func newEvaluator(t testing.TB, f form) *instance {
	t.Helper()
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		t.Fatal(err)
	}
	cfg := &runtime.Config{ChainConfig: params.MainnetChainConfig, BlockNumber: big.NewInt(30_000_000), Time: 1_790_000_000, State: db, GasLimit: 1 << 40}
	_, address, _, err := runtime.Create(common.FromHex(f.bin), cfg)
	if err != nil {
		t.Fatal(err)
	}
	return &instance{f, cfg, address}
}

// forEach runs a test on a fresh instance of every evaluator.
func forEach(t *testing.T, test func(t *testing.T, e *instance)) {
	for _, f := range forms() {
		t.Run(fmt.Sprintf("%d bits", f.bits), func(t *testing.T) { test(t, newEvaluator(t, f)) })
	}
}

func (e *instance) call(data []byte) (out []byte, gas uint64, err error) {
	out, left, err := runtime.Call(e.address, data, e.cfg)
	return out, e.cfg.GasLimit - left, err
}

func (e *instance) count(t testing.TB, raw []byte, payloads [][]byte, groupSize int) (int, uint64) {
	t.Helper()
	out, gas, err := e.call(evaluatorABI.PackCount(raw, new(big.Int), bytes.Join(payloads, nil), nil, wei(int64(groupSize))))
	if err != nil {
		t.Fatal(err)
	}
	n, err := evaluatorABI.UnpackCount(out)
	if err != nil {
		t.Fatal(err)
	}
	return int(n.Int64()), gas
}

// packLoad is of a model that is one part, and its hash its keccak.
func packLoad(b []byte, features, classes *big.Int) []byte {
	return evaluatorABI.PackLoad(new(big.Int), model.Hash(b), true, b, features, classes)
}

func (e *instance) checkGas(t testing.TB, bytes []byte, features, classes int) uint64 {
	t.Helper()
	_, gas, err := e.call(packLoad(bytes, wei(int64(features)), wei(int64(classes))))
	if err != nil {
		t.Fatalf("load refuses a valid model: %v", err)
	}
	return gas
}

func (e *instance) checkGroup(t testing.TB, payload []byte, l dataset.Layout) bool {
	t.Helper()
	out, _, err := e.call(evaluatorABI.PackCheckGroup(payload, wei(int64(l.Features)), wei(int64(l.Classes)), wei(int64(l.GroupSize))))
	if err != nil {
		t.Fatal(err)
	}
	ok, err := evaluatorABI.UnpackCheckGroup(out)
	if err != nil {
		t.Fatal(err)
	}
	return ok
}

func (e *instance) layout(groupSize, features, classes int) dataset.Layout {
	return dataset.Layout{GroupSize: groupSize, Features: features, Classes: classes, Form: e.data}
}

// payload is the group of all the vectors, as the organiser forms it.
func payload(t testing.TB, pixels, labels []byte, l dataset.Layout) []byte {
	t.Helper()
	set := &dataset.Set{Shape: dataset.Shape{Channels: 1, Height: 1, Width: l.Features}, Classes: l.Classes, Pixels: pixels, Labels: labels}
	indices := make([]int, len(labels))
	for i := range indices {
		indices[i] = i
	}
	p, err := dataset.EncodeGroup(set, indices, l)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEvaluatorCountsWhatTheModelCounts(t *testing.T) {
	shapes := [][]int{{784, 64, 10}, {64, 32, 10}, {1, 2}, {16, 3}, {17, 5, 2}, {63, 7, 4}, {64, 2}, {65, 9, 3}, {100, 80, 33, 3}, {784, 10}, {5, 256}, {31, 16, 16, 16, 16, 16, 16, 4}, {48, 49, 2}, {4096, 3}, {2, 1024, 5}}
	forEach(t, func(t *testing.T, e *instance) {
		r := rand.New(rand.NewPCG(1, 2))
		for i := range 4 * len(shapes) {
			// up to 9 batches: runs of 8, 4, 2 and 1 all occur
			batches, groups := 1+r.IntN(3), 1+r.IntN(3)
			checkOnce(t, e, r, shapes[i%len(shapes)], batches, groups, modeltest.Pixels)
		}
	})
}

// Activations at both ends of their range, and rows that fill theirs, bring
// every accumulator as close to its lane's bounds as check lets it come.
func TestEvaluatorAtTheBoundsOfTheLanes(t *testing.T) {
	constant := func(v byte) func(*rand.Rand, int) []byte {
		return func(_ *rand.Rand, n int) []byte { return bytes.Repeat([]byte{v}, n) }
	}
	halves := func(r *rand.Rand, n int) []byte {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(-r.IntN(2)) // 0 or 255
		}
		return b
	}
	forEach(t, func(t *testing.T, e *instance) {
		r := rand.New(rand.NewPCG(7, 8))
		bound := int64(e.bits.AccumulatorBound())
		for _, sizes := range [][]int{{784, 12, 10}, {40, 33, 17, 4}, {7, 3, 3, 3, 3, 3, 3, 3, 2}} {
			for _, pixels := range []func(*rand.Rand, int) []byte{constant(0), constant(255), halves} {
				for sign := range 3 {
					net := modeltest.DenseOf(e.bits, r, sizes...)
					for i := range net.Layers {
						extreme(r, e.bits, &net.Layers[i], sizes[i], sign)
						for j := range net.Layers[i].Outputs {
							row := net.Layers[i].Weights[j*sizes[i] : (j+1)*sizes[i]]
							if got := e.bits.RowBound(net.Layers[i].Bias[j], row); got != bound-1 {
								t.Fatalf("a row reaches %d, meant to reach %d", got, bound-1)
							}
						}
					}
					countsAsTheModel(t, e, r, net, 3, 1, pixels)
				}
			}
		}
	})
}

// extreme makes every row reach its bound exactly: with positive weights only
// (sign 0), negative only (1) or both (2).
func extreme(r *rand.Rand, bits model.Bits, l *model.Layer, fan, sign int) {
	l.Shift = min(l.Shift, 3)
	for j := range l.Outputs {
		room := bits.AccumulatorBound() - 1
		row := l.Weights[j*fan : (j+1)*fan]
		clear(row)
		negative := sign == 1
		for _, k := range r.Perm(fan) {
			w := min(127, room/bits.ActivationMax())
			if sign == 2 {
				negative = r.IntN(2) == 0
			}
			room -= w * bits.ActivationMax()
			if negative {
				w = -w
			}
			row[k] = int8(w)
		}
		l.Bias[j] = int32(room)
		if negative {
			l.Bias[j] = int32(-room)
		}
	}
}

func checkOnce(t *testing.T, e *instance, r *rand.Rand, sizes []int, batches, groups int, pixels func(*rand.Rand, int) []byte) {
	t.Helper()
	countsAsTheModel(t, e, r, modeltest.DenseOf(e.bits, r, sizes...), batches, groups, pixels)
}

func countsAsTheModel(t *testing.T, e *instance, r *rand.Rand, net *model.Network, batches, groups int, some func(*rand.Rand, int) []byte) {
	t.Helper()
	features, classes := net.Input.Size(), net.Classes()
	b := marshal(t, net)
	e.checkGas(t, b, features, classes)
	oracle := model.NewEvaluator(net)
	var payloads [][]byte
	want := 0
	layout := e.layout(0, features, classes)
	layout.GroupSize = batches * layout.Lanes()
	for range groups {
		pixels, labels := some(r, layout.GroupSize*features), make([]byte, layout.GroupSize)
		for v := range labels {
			labels[v] = byte(oracle.Classify(pixels[v*features : (v+1)*features]))
			if r.IntN(3) == 0 {
				labels[v] = byte(r.IntN(classes))
			}
		}
		want += oracle.CountRight(pixels, labels)
		p := payload(t, pixels, labels, layout)
		if !e.checkGroup(t, p, layout) {
			t.Fatalf("%v: checkGroup refuses a group", layout)
		}
		payloads = append(payloads, p)
	}
	if got, _ := e.count(t, b, payloads, layout.GroupSize); got != want {
		t.Fatalf("%v, %d groups of %d: the contract counts %d, the model %d", net.Shapes(), groups, layout.GroupSize, got, want)
	}
}

func FuzzEvaluator(f *testing.F) {
	f.Add(uint64(1), uint16(20), uint8(4), uint8(3), uint8(2), false)
	f.Add(uint64(2), uint16(784), uint8(64), uint8(10), uint8(8), true)
	f.Fuzz(func(t *testing.T, seed uint64, features uint16, hidden, classes, batches uint8, four bool) {
		sizes := []int{1 + int(features)%800, 1 + int(hidden), 2 + int(classes)%254}
		sizes[1] = min(sizes[1], 70_000/(sizes[0]+sizes[2])) // a model has a size limit
		e := newEvaluator(t, forms()[map[bool]int{false: 0, true: 1}[four]])
		checkOnce(t, e, rand.New(rand.NewPCG(seed, 0)), sizes, 1+int(batches)%9, 1, modeltest.Pixels)
	})
}

// Every way in which a model can be wrong is refused on chain as in Go.
func TestEvaluatorRefusesWhatTheModelRefuses(t *testing.T) {
	forEach(t, func(t *testing.T, e *instance) {
		r := rand.New(rand.NewPCG(3, 4))
		bound, largest := e.bits.AccumulatorBound(), e.bits.ActivationMax()
		fresh := func() *model.Network { return modeltest.DenseOf(e.bits, r, 33, 5, 3) }
		valid := marshal(t, fresh())
		mutate := func(at int, v byte) []byte {
			b := append([]byte(nil), valid...)
			b[at] = v
			return b
		}
		// row 1 of 33 weights w and a bias that leaves the bound by that much
		row := func(w int8, by int) []byte {
			n := fresh()
			for k := range 33 {
				n.Layers[0].Weights[33+k] = w
			}
			n.Layers[0].Bias[1] = int32(bound - 1 + by - 33*max(int(w), -int(w))*largest)
			if w < 0 {
				n.Layers[0].Bias[1] *= -1
			}
			return marshalUnchecked(n)
		}
		heavy := fresh()
		for k := range 33 {
			heavy.Layers[0].Weights[33+k] = -128
		}
		heavy.Layers[0].Bias[1] = int32(-bound)
		bias := func(v int32) []byte {
			n := fresh()
			clear(n.Layers[1].Weights)
			n.Layers[1].Bias[2] = v
			return marshalUnchecked(n)
		}
		tests := []struct {
			name  string
			model []byte
			ok    bool
		}{
			{"valid", valid, true},
			{"at the bound", row(60, 0), true},
			{"one over the bound", row(60, 1), false},
			{"at the lower bound", row(-60, 0), true},
			{"one over the lower bound", row(-60, 1), false},
			{"far over the bound", marshalUnchecked(heavy), false},
			{"bias at the bound", bias(int32(bound - 1)), true},
			{"bias over the bound", bias(int32(bound)), false},
			{"bias under the bound", bias(int32(-bound)), false},
			{"smallest bias", bias(math.MinInt32), false},
			{"empty", nil, false},
			{"magic", mutate(0, 'X'), false},
			{"other activations", mutate(4, byte(12-e.bits)), false},
			{"16-bit activations", mutate(4, 16), false},
			{"no layers", mutate(5, 0), false},
			{"nine layers", mutate(5, 9), false},
			{"other input", mutate(11, 34), false},
			{"no input", mutate(11, 0), false},
			{"convolution", mutate(12, 2), false},
			{"pooling", mutate(12, 3), false},
			{"largest shift", mutate(13, e.bits.MaxShift()), true},
			{"shift too large", mutate(13, e.bits.MaxShift()+1), false},
			{"shift in the last layer", mutate(17, 1), false},
			{"other classes", mutate(19, 4), false},
			{"no outputs", mutate(15, 0), false},
			{"too many outputs", mutate(14, 4), false},
			{"header only", valid[:12], false},
			{"header cut", valid[:11], false},
			{"truncated", valid[:len(valid)-1], false},
			{"trailing byte", append(append([]byte(nil), valid...), 0), false},
		}
		for _, tt := range tests {
			t.Run(tt.name, func(t *testing.T) {
				_, _, err := e.call(packLoad(tt.model, wei(33), wei(3)))
				if (err == nil) != tt.ok {
					t.Errorf("the contract's load: %v, want ok = %v", err, tt.ok)
				}
				n, err := model.Parse(tt.model)
				ok := err == nil && n.Bits == e.bits && n.Input.Size() == 33 && n.Classes() == 3 && n.Layers[0].Kind == model.Dense
				if ok != tt.ok {
					t.Errorf("model.Parse: %v, want ok = %v", err, tt.ok)
				}
			})
		}
	})
}

// FuzzCheck: of arbitrary bytes the contract accepts just what Go accepts,
// dense networks of its own width.
func FuzzCheck(f *testing.F) {
	r := rand.New(rand.NewPCG(8, 1))
	for _, sizes := range [][]int{{3, 2}, {4, 3, 2}, {33, 5, 3}} {
		f.Add(marshal(f, modeltest.DenseOf(model.Bits8, r, sizes...)))
		f.Add(marshal(f, modeltest.DenseOf(model.Bits4, r, sizes...)))
	}
	evaluators := []*instance{newEvaluator(f, forms()[0]), newEvaluator(f, forms()[1])}
	f.Fuzz(func(t *testing.T, b []byte) {
		n, parseErr := model.Parse(b)
		features, classes := 1, 2
		if parseErr == nil {
			features, classes = n.Input.Size(), n.Classes()
		} else if len(b) > 12 {
			at := 12 + 4*int(b[5]) - 2
			features = int(binary.BigEndian.Uint16(b[6:])) * int(binary.BigEndian.Uint16(b[8:])) * int(binary.BigEndian.Uint16(b[10:]))
			if at+2 <= len(b) {
				classes = max(2, min(256, int(binary.BigEndian.Uint16(b[at:]))))
			}
		}
		for _, e := range evaluators {
			want := parseErr == nil && map[model.Bits]evaluator.Target{model.Bits8: evaluator.Dense, model.Bits4: evaluator.Dense4}[e.bits].Accepts(n) == nil
			_, _, err := e.call(packLoad(b, wei(int64(features)), wei(int64(classes))))
			if (err == nil) != want {
				t.Fatalf("%d bits: the contract says %v, Go says %v", e.bits, err, parseErr)
			}
		}
	})
}

// A group is well formed on chain exactly if Go can decode it.
func TestEvaluatorRefusesMalformedGroups(t *testing.T) {
	forEach(t, func(t *testing.T, e *instance) {
		r := rand.New(rand.NewPCG(6, 4))
		for _, features := range []int{1, 2, 3, 4, 5, 7, 8, 9, 13, 16} {
			for _, classes := range []int{2, 10, 256} {
				layout := e.layout(0, features, classes)
				layout.GroupSize = 2 * layout.Lanes()
				n := layout.GroupSize
				good := payload(t, modeltest.Pixels(r, n*features), make([]byte, n), layout)
				out, _, err := e.call(evaluatorABI.PackGroupBytes(wei(int64(features)), wei(int64(n))))
				if err != nil {
					t.Fatal(err)
				}
				if size, err := evaluatorABI.UnpackGroupBytes(out); err != nil || size.Int64() != int64(len(good)) {
					t.Fatalf("%v: the contract wants %v bytes, Go makes %d", layout, size, len(good))
				}
				if e.checkGroup(t, good[1:], layout) || e.checkGroup(t, append([]byte{0}, good...), layout) {
					t.Fatalf("%v: a group of another length passes", layout)
				}
				refused := 0
				for range 200 {
					p := bytes.Clone(good)
					p[r.IntN(len(p))] ^= 1 << r.IntN(8)
					p[len(p)-1-r.IntN(n)] = byte(r.IntN(classes + 1))
					_, _, err := dataset.DecodeGroup(p, layout)
					if e.checkGroup(t, p, layout) != (err == nil) {
						t.Fatalf("%v: the contract and Go disagree on a group: %v", layout, err)
					}
					if err != nil {
						refused++
					}
				}
				if classes == 2 && refused == 0 {
					t.Errorf("%v: nothing was refused", layout)
				}
			}
		}
	})
}

// marshalUnchecked writes a dense network without validating it.
func marshalUnchecked(n *model.Network) []byte {
	shell := modeltest.DenseOf(n.Bits, rand.New(rand.NewPCG(9, 9)), n.Input.Width, n.Layers[0].Outputs, n.Layers[1].Outputs)
	b, err := shell.Marshal()
	if err != nil {
		panic(err)
	}
	b = b[:12+4*len(n.Layers)]
	for i, l := range n.Layers {
		b[12+4*i+1] = l.Shift
	}
	for _, l := range n.Layers {
		for _, v := range l.Bias {
			b = append(b, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
		}
		for _, w := range l.Weights {
			b = append(b, byte(int(w)+128))
		}
	}
	return b
}

// BenchmarkEvaluator reports gas for each multiply-accumulate, in runs of
// eight batches and of fewer.
func BenchmarkEvaluator(b *testing.B) {
	for _, f := range forms() {
		e := newEvaluator(b, f)
		for _, sizes := range [][]int{{784, 64, 10}, {64, 32, 10}, {784, 128, 10}, {256, 64, 10}} {
			for _, batches := range []int{8, 4, 2, 1, 7} {
				b.Run(fmt.Sprintf("%d bits/%v/%d batches", f.bits, sizes, batches), func(b *testing.B) {
					r := rand.New(rand.NewPCG(5, 6))
					net := modeltest.DenseOf(f.bits, r, sizes...)
					bytes, features, classes := marshal(b, net), sizes[0], net.Classes()
					layout := e.layout(0, features, classes)
					layout.GroupSize = batches * layout.Lanes()
					p := payload(b, modeltest.Pixels(r, layout.GroupSize*features), make([]byte, layout.GroupSize), layout)
					var gas uint64
					for b.Loop() {
						_, gas = e.count(b, bytes, [][]byte{p}, layout.GroupSize)
					}
					b.ReportMetric(float64(gas)/float64(layout.GroupSize*net.MACs()), "gas/mac")
					b.ReportMetric(float64(e.checkGas(b, bytes, features, classes)), "load-gas")
				})
			}
		}
	}
}
