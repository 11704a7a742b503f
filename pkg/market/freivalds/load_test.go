package freivalds_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/freivalds"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

// The lengths that a solver plans transactions by are the real ones.
func TestLengths(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	for _, slots := range []int{1, 2, 3, 5} {
		j := newJob(t, r, slots, 30+slots, 7, 4)
		if got, want := j.model.ProgramBytes(), len(j.loading.Program); got != want {
			t.Errorf("program: %d bytes, said %d", want, got)
		}
		if got, want := j.model.WitnessBytes(slots), len(j.witnesses.Witness(slots-1)); got != want {
			t.Errorf("witness of %d slots: %d bytes, said %d", slots, want, got)
		}
	}
}

func TestNewModelRefuses(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	over := modeltest.Dense(r, 33, 5, 3)
	over.Layers[0].Bias[0] = int32(model.Bits8.AccumulatorBound())
	for name, n := range map[string]*model.Network{
		"no hidden layer": modeltest.Dense(r, 33, 3), "two hidden layers": modeltest.Dense(r, 33, 5, 4, 3), "a row over the bound": over,
	} {
		if _, err := freivalds.NewModel(n); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	m, err := freivalds.NewModel(modeltest.Dense(r, 33, 5, 3))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := m.Witnesses([][]byte{make([]byte, 64*34)}); err == nil {
		t.Error("a group of 64: no error")
	}
	if _, err := m.Witnesses([][]byte{make([]byte, 32*33)}); err == nil {
		t.Error("a group that is too short: no error")
	}
}

// A model that travels in three parts, and every way to spoil that.
func TestLoadRefuses(t *testing.T) {
	e := newEVM(t)
	r := rand.New(rand.NewPCG(6, 6))
	j, other := newJob(t, r, 1, 784, 300, 3), newJob(t, r, 1, 784, 300, 3)
	parts, hash := j.loading.Parts, j.model.Hash()
	if len(parts) != 3 {
		t.Fatalf("%d parts, want 3", len(parts))
	}
	state := j.model.ProgramBytes()
	at := func(part, pos int, v byte) func([][]byte) [][]byte {
		return func(p [][]byte) [][]byte { p[part][pos] = v; return p }
	}
	flip := func(part, pos int) func([][]byte) [][]byte {
		return func(p [][]byte) [][]byte { p[part][pos] ^= 1; return p }
	}
	tests := map[string]func(p [][]byte) [][]byte{
		"magic":                      at(0, 32, 'X'),
		"activation bits":            at(0, 36, 4),
		"one layer":                  at(0, 37, 1),
		"three layers":               at(0, 37, 3),
		"other features":             at(0, 43, 9),
		"convolution":                at(0, 44, 2),
		"shift too large":            at(0, 45, 20),
		"no hidden rows":             func(p [][]byte) [][]byte { p[0][46], p[0][47] = 0, 0; return p },
		"1,025 hidden rows":          func(p [][]byte) [][]byte { p[0][46], p[0][47] = 4, 1; return p },
		"output convolution":         at(0, 48, 2),
		"output shift":               at(0, 49, 1),
		"other classes":              at(0, 51, 4),
		"a hidden bias":              flip(0, 55),
		"a hidden bias at the bound": func(p [][]byte) [][]byte { copy(p[0][52:], []byte{0, 16, 0, 0}); return p },
		"an output weight":           flip(0, 32+20+4*300+3*4),
		"a hidden weight":            flip(0, len(parts[0])-1),
		"a hidden weight, later":     func(p [][]byte) [][]byte { p[2][firstWeight(p[2], state)] = 128; return p }, // zero: no bound is broken
		"seed":                       flip(1, 31),
		"hash of the model":          flip(1, 63),
		"hash so far":                flip(1, 95),
		"root":                       flip(1, 127),
		"biases":                     flip(1, 159),
		"rows read":                  flip(1, 191),
		"head in the state":          flip(1, 250),
		"r W":                        flip(1, state-1),
		"no rows":                    func(p [][]byte) [][]byte { p[1] = p[1][:state]; return p },
		"half a row":                 func(p [][]byte) [][]byte { p[0] = p[0][:len(p[0])-100]; return p },
		"a row less":                 func(p [][]byte) [][]byte { p[2] = p[2][:len(p[2])-784]; return p },
		"a row more":                 func(p [][]byte) [][]byte { p[2] = append(p[2], bytes.Repeat([]byte{128}, 784)...); return p },
		"a row over the bound":       func(p [][]byte) [][]byte { clear(p[2][len(p[2])-784:]); return p },
		"the second part first":      func(p [][]byte) [][]byte { return p[1:] },
		"the program at once":        func([][]byte) [][]byte { return [][]byte{j.loading.Program} },
		"the first part twice":       func(p [][]byte) [][]byte { return [][]byte{p[0], p[0]} },
		"the third part second":      func(p [][]byte) [][]byte { return [][]byte{p[0], p[2]} },
		"rows in another order": func(p [][]byte) [][]byte {
			rows := p[0][len(p[0])-2*784:]
			copy(rows, slices.Concat(rows[784:], rows[:784]))
			return p
		},
		"another model's first part": func(p [][]byte) [][]byte { return [][]byte{other.loading.Parts[0], p[1], p[2]} },
		"another model":              func([][]byte) [][]byte { return other.loading.Parts },
		"nothing":                    func([][]byte) [][]byte { return [][]byte{nil} },
		"a root alone":               func(p [][]byte) [][]byte { return [][]byte{p[0][:32]} },
		"half a head":                func(p [][]byte) [][]byte { return [][]byte{p[0][:1000]} },
	}
	for name, spoil := range tests {
		_, done, _, why := e.load(j, hash, spoil(clone(parts)))
		if why == "" && done {
			t.Errorf("%s: loaded", name)
		} else if why != "BadModel" && (why != "" || done) {
			t.Errorf("%s: %q, done %v", name, why, done)
		}
	}
	// Only the hash of the whole model, at the end, tells some of these.
	if _, done, _, why := e.load(j, hash, parts[:2]); done || why != "" {
		t.Errorf("two of three parts: %q, done %v", why, done)
	}
	elsewhere := *j
	elsewhere.context[5]++
	if digest, done, _, _ := e.load(&elsewhere, hash, parts[:1]); done || digest == [32]byte{} {
		t.Error("the first part is the same in every challenge")
	} else if _, _, _, why := e.load(&elsewhere, hash, parts); why != "BadModel" {
		t.Errorf("a state of another challenge: %q", why)
	}
}

// firstWeight is where the first nonzero weight behind the state stands.
func firstWeight(part []byte, state int) int {
	for part[state] == 128 {
		state++
	}
	return state
}

// A solver may commit to what our prover would not make: the contract itself
// bounds the rows of every part and of the output layer.
func TestLoadBoundsRows(t *testing.T) {
	e := newEVM(t)
	j := newJob(t, rand.New(rand.NewPCG(7, 7)), 1, 64, 4, 3)
	const head = 20 + 4*4 + 3*(4+4)
	load := func(part []byte) string {
		hash := crypto.Keccak256([]byte{0}, part[32:32+head])
		hash = crypto.Keccak256([]byte{1}, hash, part[32+head:])
		_, _, _, why := e.load(j, [32]byte(hash), [][]byte{part})
		return why
	}
	part := j.loading.Parts[0]
	if why := load(part); why != "" {
		t.Fatalf("the model as it is: %s", why)
	}
	hidden := bytes.Clone(part)
	clear(hidden[len(hidden)-64:]) // 64 weights of -128
	if why := load(hidden); why != "BadModel" {
		t.Errorf("a hidden row over the bound: %q", why)
	}
	bias := bytes.Clone(part)
	copy(bias[32+20:], []byte{0, 16, 0, 0})
	if why := load(bias); why != "BadModel" {
		t.Errorf("a hidden bias over the bound: %q", why)
	}
	output := bytes.Clone(part)
	copy(output[32+20+16:], []byte{0xff, 0xf0, 0, 0})
	if why := load(output); why != "BadModel" {
		t.Errorf("an output bias over the bound: %q", why)
	}
}
