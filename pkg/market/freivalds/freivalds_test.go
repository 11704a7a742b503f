package freivalds_test

import (
	"math/rand/v2"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/freivalds"
)

// What the contract counts is what pkg/model counts, for every width and
// number of parts.
func TestCountsWhatTheModelCounts(t *testing.T) {
	e := newEVM(t)
	r := rand.New(rand.NewPCG(1, 2))
	for _, sizes := range [][]int{{1, 1, 2}, {16, 3, 2}, {17, 5, 3}, {31, 32, 2}, {32, 33, 4}, {33, 31, 5}, {65, 64, 10}, {784, 128, 10}, {100, 1024, 3}, {4096, 25, 2}, {5, 7, 256}} {
		check(t, e, newJob(t, r, 1+r.IntN(5), sizes...))
	}
	wide := newJob(t, r, 1, 784, 300, 10)
	if n := len(wide.loading.Parts); n != 3 {
		t.Errorf("784-300-10 travels in %d parts, want 3", n)
	}
	check(t, e, wide)
}

func check(t *testing.T, e *evm, j *job) {
	t.Helper()
	e.mustLoad(j)
	slots := len(j.payloads)
	for first := range slots {
		want := 0
		for _, n := range j.right[first:] {
			want += n
		}
		if got, _, why := e.count(j, j.loading.Program, first, j.payloads[first:], j.hintsOf(first, slots)); got != want || why != "" {
			t.Fatalf("%d-%d-%d, slots %d to %d: the contract counts %d (%s), the model %d", j.features(), j.net.Layers[0].Outputs, j.net.Classes(), first, slots, got, why, want)
		}
	}
}

func FuzzEvaluator(f *testing.F) {
	f.Add(uint64(1), uint16(20), uint8(4), uint8(3))
	f.Add(uint64(2), uint16(784), uint8(128), uint8(10))
	f.Fuzz(func(t *testing.T, seed uint64, features uint16, hidden, classes uint8) {
		r := rand.New(rand.NewPCG(seed, 0))
		check(t, newEVM(t), newJob(t, r, 1, 1+int(features)%800, 1+int(hidden), 2+int(classes)%254))
	})
}

// Parts are read back from transactions of strangers.
func FuzzAssemble(f *testing.F) {
	j := newJob(f, rand.New(rand.NewPCG(8, 8)), 1, 12, 5, 3)
	f.Add(j.loading.Parts[0], []byte{})
	f.Add(j.loading.Parts[0][:100], j.loading.Program)
	f.Fuzz(func(t *testing.T, a, b []byte) {
		n, _, err := freivalds.Assemble([][]byte{a, b})
		if err != nil {
			return
		}
		if _, err := n.Marshal(); err != nil {
			t.Fatalf("an assembled model is none: %v", err)
		}
	})
}
