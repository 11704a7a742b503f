package contract_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/params"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

const lanes = 12

// evaluator is the deployed evaluator in go-ethereum's EVM, under the rules of
// today's mainnet.
type evaluator struct {
	cfg     *runtime.Config
	address common.Address
	abi     *contract.DenseEvaluator
}

func newEvaluator(t testing.TB) *evaluator {
	t.Helper()
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		t.Fatal(err)
	}
	cfg := &runtime.Config{ChainConfig: params.MainnetChainConfig, BlockNumber: big.NewInt(30_000_000), Time: 1_790_000_000, State: db, GasLimit: 1 << 40}
	_, address, _, err := runtime.Create(common.FromHex(contract.DenseEvaluatorMetaData.Bin), cfg)
	if err != nil {
		t.Fatal(err)
	}
	return &evaluator{cfg, address, contract.NewDenseEvaluator()}
}

func (e *evaluator) call(data []byte) (out []byte, gas uint64, err error) {
	out, left, err := runtime.Call(e.address, data, e.cfg)
	return out, e.cfg.GasLimit - left, err
}

func (e *evaluator) count(t testing.TB, bytes []byte, payloads [][]byte, groupSize int) (int, uint64) {
	t.Helper()
	out, gas, err := e.call(e.abi.PackCount(bytes, new(big.Int), payloads, nil, big.NewInt(int64(groupSize))))
	if err != nil {
		t.Fatal(err)
	}
	n, err := e.abi.UnpackCount(out)
	if err != nil {
		t.Fatal(err)
	}
	return int(n.Int64()), gas
}

// payload lays a group out feature by feature, then its labels.
func payload(pixels, labels []byte, features int) []byte {
	n := len(labels)
	p := make([]byte, 0, n*(features+1))
	for f := range features {
		for v := range n {
			p = append(p, pixels[v*features+f])
		}
	}
	return append(p, labels...)
}

func TestEvaluatorCountsWhatTheModelCounts(t *testing.T) {
	e := newEvaluator(t)
	r := rand.New(rand.NewPCG(1, 2))
	shapes := [][]int{{784, 64, 10}, {64, 32, 10}, {1, 2}, {16, 3}, {17, 5, 2}, {63, 7, 4}, {64, 2}, {65, 9, 3}, {100, 80, 33, 3}, {784, 10}, {5, 256}, {31, 16, 16, 16, 16, 16, 16, 4}}
	for i := range 60 {
		sizes := shapes[i%len(shapes)]
		checkOnce(t, e, r, sizes, lanes*(1+r.IntN(2)), 1+r.IntN(2))
	}
}

func checkOnce(t *testing.T, e *evaluator, r *rand.Rand, sizes []int, groupSize, groups int) {
	t.Helper()
	net := modeltest.Dense(r, sizes...)
	b, err := net.Marshal()
	if err != nil {
		t.Fatalf("%v: %v", sizes, err)
	}
	features, classes := sizes[0], sizes[len(sizes)-1]
	if _, _, err := e.call(e.abi.PackLoad([32]byte{}, model.Hash(b), true, b, big.NewInt(int64(features)), big.NewInt(int64(classes)))); err != nil {
		t.Fatalf("%v: load refuses a valid model: %v", sizes, err)
	}
	oracle := model.NewEvaluator(net)
	var payloads [][]byte
	want := 0
	for range groups {
		pixels, labels := modeltest.Pixels(r, groupSize*features), make([]byte, groupSize)
		for v := range labels {
			labels[v] = byte(oracle.Classify(pixels[v*features : (v+1)*features]))
			if r.IntN(3) == 0 {
				labels[v] = byte(r.IntN(classes))
			}
		}
		want += oracle.CountRight(pixels, labels)
		payloads = append(payloads, payload(pixels, labels, features))
	}
	if got, _ := e.count(t, b, payloads, groupSize); got != want {
		t.Fatalf("%v, %d groups of %d: the contract counts %d, the model %d", sizes, groups, groupSize, got, want)
	}
}

func FuzzEvaluator(f *testing.F) {
	f.Add(uint64(1), uint16(20), uint8(4), uint8(3))
	f.Add(uint64(2), uint16(784), uint8(64), uint8(10))
	f.Fuzz(func(t *testing.T, seed uint64, features uint16, hidden, classes uint8) {
		sizes := []int{1 + int(features)%800, 1 + int(hidden), 2 + int(classes)%254}
		checkOnce(t, newEvaluator(t), rand.New(rand.NewPCG(seed, 0)), sizes, lanes, 1)
	})
}

// Every way in which a model can be wrong is refused on chain as in Go.
func TestEvaluatorRefusesWhatTheModelRefuses(t *testing.T) {
	e := newEvaluator(t)
	r := rand.New(rand.NewPCG(3, 4))
	valid, err := modeltest.Dense(r, 33, 5, 3).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	mutate := func(at int, v byte) []byte {
		b := append([]byte(nil), valid...)
		b[at] = v
		return b
	}
	heavy := modeltest.Dense(r, 33, 5, 3)
	for k := range 33 {
		heavy.Layers[0].Weights[33+k] = -128
	}
	heavy.Layers[0].Bias[1] = model.AccumulatorBound - 33*128*255 // one more than the bound allows... 33*128*255 = 1,077,120
	over := marshalUnchecked(heavy)
	edge := modeltest.Dense(r, 33, 5, 3)
	for k := range 33 {
		edge.Layers[0].Weights[k] = -64
	}
	edge.Layers[0].Bias[0] = -(model.AccumulatorBound - 1 - 33*64*255)
	atBound := marshalUnchecked(edge)
	edge.Layers[0].Bias[0]--
	overBound := marshalUnchecked(edge)
	tests := []struct {
		name  string
		model []byte
		ok    bool
	}{
		{"valid", valid, true},
		{"at the bound", atBound, true},
		{"one over the bound", overBound, false},
		{"far over the bound", over, false},
		{"empty", nil, false},
		{"magic", mutate(0, 'X'), false},
		{"activation bits", mutate(4, 4), false},
		{"no layers", mutate(5, 0), false},
		{"nine layers", mutate(5, 9), false},
		{"other input", mutate(11, 34), false},
		{"convolution", mutate(12, 2), false},
		{"shift too large", mutate(13, 20), false},
		{"shift in the last layer", mutate(17, 1), false},
		{"other classes", mutate(19, 4), false},
		{"truncated", valid[:len(valid)-1], false},
		{"trailing byte", append(append([]byte(nil), valid...), 0), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := e.call(e.abi.PackLoad([32]byte{}, model.Hash(tt.model), true, tt.model, big.NewInt(33), big.NewInt(3)))
			if (err == nil) != tt.ok {
				t.Errorf("the contract's load: %v, want ok = %v", err, tt.ok)
			}
			n, err := model.Parse(tt.model)
			ok := err == nil && n.Input.Size() == 33 && n.Classes() == 3 && n.Layers[0].Kind == model.Dense
			if ok != tt.ok {
				t.Errorf("model.Parse: %v, want ok = %v", err, tt.ok)
			}
		})
	}
}

// marshalUnchecked writes a dense network without validating it.
func marshalUnchecked(n *model.Network) []byte {
	shell := modeltest.Dense(rand.New(rand.NewPCG(9, 9)), n.Input.Width, n.Layers[0].Outputs, n.Layers[1].Outputs)
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

// BenchmarkEvaluator reports gas for each multiply-accumulate.
func BenchmarkEvaluator(b *testing.B) {
	for _, sizes := range [][]int{{784, 64, 10}, {64, 32, 10}} {
		b.Run(fmt.Sprint(sizes), func(b *testing.B) {
			e := newEvaluator(b)
			r := rand.New(rand.NewPCG(5, 6))
			net := modeltest.Dense(r, sizes...)
			bytes, err := net.Marshal()
			if err != nil {
				b.Fatal(err)
			}
			const n = 48
			p := payload(modeltest.Pixels(r, n*sizes[0]), make([]byte, n), sizes[0])
			var gas uint64
			for b.Loop() {
				_, gas = e.count(b, bytes, [][]byte{p}, n)
			}
			b.ReportMetric(float64(gas)/float64(n*net.MACs()), "gas/mac")
			_, load, err := e.call(e.abi.PackLoad([32]byte{}, model.Hash(bytes), true, bytes, big.NewInt(int64(sizes[0])), big.NewInt(10)))
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(load), "load-gas")
		})
	}
}
