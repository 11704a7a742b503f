package freivalds

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"
	"math/bits"
	"slices"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

const (
	// Lanes is the number of vectors in a group, evaluated side by side.
	Lanes = 32

	headerBytes = 20      // the model format's header and two descriptors
	stateBytes  = 192     // words before the head in the contract's state
	partBytes   = 129_000 // of one part: what nodes relay, less the call around it
	coefficient = 110     // bits of a random coefficient
	bound       = 1 << 20 // of the accumulators: model.Bits8.AccumulatorBound()
)

func keccak(parts ...[]byte) [32]byte { return crypto.Keccak256Hash(parts...) }

func word(v uint64) []byte {
	var w [32]byte
	binary.BigEndian.PutUint64(w[24:], v)
	return w[:]
}

// Model is a network of one hidden layer in the form that the contract reads.
type Model struct {
	net  *model.Network
	head []byte   // the model's bytes without the hidden layer's weights
	rows [][]byte // the weights, in parts of whole rows
}

// NewModel checks that the evaluator takes the network.
func NewModel(n *model.Network) (*Model, error) {
	if len(n.Layers) != 2 || n.Layers[0].Kind != model.Dense || n.ActivationBits() != model.Bits8 {
		return nil, errors.New("model must have one hidden layer, that dense, and 8-bit activations")
	}
	raw, err := n.Marshal()
	if err != nil {
		return nil, err
	}
	features, hidden := n.Input.Size(), n.Layers[0].Outputs
	weights := headerBytes + 4*hidden
	end := weights + features*hidden
	m := &Model{net: n, head: slices.Concat(raw[:weights], raw[end:])}
	state := m.ProgramBytes() // before the rows of every part but the first
	if state+features > partBytes {
		return nil, fmt.Errorf("%w: %d bytes of state leave no room for a row of %d in a transaction", model.ErrTooLarge, state, features)
	}
	step := (partBytes - state) / features * features
	for at := weights; at < end; at += step {
		m.rows = append(m.rows, raw[at:min(at+step, end)])
	}
	return m, nil
}

// Assemble reads a model and the root of its witnesses back from the parts that
// Load gave. Parts are foreign: whether the model is the one that the contract
// has is for the caller to compare by the program. What follows a whole model
// is passed over.
func Assemble(parts [][]byte) (n *model.Network, root [32]byte, err error) {
	if len(parts) == 0 || len(parts[0]) < len(root)+headerBytes {
		return nil, root, errors.New("no first part")
	}
	copy(root[:], parts[0])
	head := parts[0][len(root):]
	word := func(at int) int { return int(binary.BigEndian.Uint16(head[at:])) }
	features, hidden, classes := word(6)*word(8)*word(10), word(14), word(18)
	if features < 1 || features > model.MaxFeatures || hidden < 1 || hidden > model.MaxOutputs || classes < 1 || classes > model.MaxClasses {
		return nil, root, errors.New("the first part is no head of a model")
	}
	at, size := headerBytes+4*hidden, headerBytes+4*hidden+classes*(4+hidden)
	if len(head) < size {
		return nil, root, errors.New("the first part ends within the head")
	}
	rows := slices.Clone(head[size:])
	for _, p := range parts[1:] {
		if len(rows) >= features*hidden {
			break
		}
		if state := stateBytes + size + 16*((features+3)&^3); len(p) > state {
			rows = append(rows, p[state:]...)
		}
	}
	if len(rows) < features*hidden {
		return nil, root, errors.New("rows are missing")
	}
	n, err = model.Parse(slices.Concat(head[:at], rows[:features*hidden], head[at:size]))
	return n, root, err
}

// Hash is what a solver commits to: each part of the weights is hashed onto
// what came before, so that the contract can read one part in a transaction.
func (m *Model) Hash() [32]byte {
	h := keccak([]byte{0}, m.head)
	for _, rows := range m.rows {
		h = keccak([]byte{1}, h[:], rows)
	}
	return h
}

// Context is the market's contextOf: what the coefficients depend on beside
// the model and its pre-activations. Seed is the draw's.
func Context(chainID *big.Int, market [20]byte, challenge, entry uint64, datasetHash, seed [32]byte) [32]byte {
	var chain, address [32]byte
	chainID.FillBytes(chain[:])
	copy(address[12:], market[:])
	return keccak(chain[:], address[:], word(challenge), word(entry), datasetHash[:], seed[:])
}

// Loading is a model on its way into the contract.
type Loading struct {
	Parts   [][]byte // calldata of each revealModel, in order
	Program []byte   // what evaluate takes once the last part is in
}

// Load gives the parts, and the program with r W in it, for an entry whose
// witnesses have the root.
func (m *Model) Load(context, root [32]byte) Loading {
	hash := m.Hash()
	seed := keccak(context[:], hash[:], root[:])
	l := &m.net.Layers[0]
	features := m.net.Input.Size()
	r, biases := make([]*big.Int, l.Outputs), new(big.Int)
	for j := range r {
		h := keccak(seed[:], word(uint64(j)))
		r[j] = new(big.Int).Rsh(new(big.Int).SetBytes(h[:]), 256-coefficient)
		biases.Add(biases, new(big.Int).Mul(r[j], big.NewInt(int64(l.Bias[j])+bound)))
	}
	var out Loading
	chain, read := keccak([]byte{0}, m.head), 0
	sums := make([]*big.Int, features)
	for f := range sums {
		sums[f] = new(big.Int)
	}
	state := slices.Concat(root[:], m.head)
	for _, rows := range m.rows {
		out.Parts = append(out.Parts, slices.Concat(state, rows))
		chain = keccak([]byte{1}, chain[:], rows)
		n := len(rows) / features
		fold(sums, r[read:read+n], l.Weights[read*features:])
		read += n
		state = m.state(seed, hash, chain, root, biases, read, sums)
	}
	out.Program = state
	return out
}

// fold adds the rows of weights, each times its coefficient, to the sums.
func fold(sums, r []*big.Int, weights []int8) {
	var w, product big.Int
	for j := range r {
		for f := range sums {
			w.SetInt64(int64(weights[j*len(sums)+f]))
			sums[f].Add(sums[f], product.Mul(r[j], &w))
		}
	}
}

func (m *Model) state(seed, hash, chain, root [32]byte, biases *big.Int, read int, sums []*big.Int) []byte {
	b := make([]byte, 0, m.ProgramBytes())
	for _, w := range [][32]byte{seed, hash, chain, root} {
		b = append(b, w[:]...)
	}
	b = append(b, biases.FillBytes(make([]byte, 32))...)
	b = append(b, word(uint64(read))...)
	b = append(b, m.head...)
	for _, s := range sums {
		b = append(b, int128(s)...)
	}
	b = append(b, make([]byte, 16*(-len(sums)&3))...) // the contract takes four at a time
	return b[:len(b):len(b)]                          // a part is appended to a copy
}

// int128 is v in two's complement.
func int128(v *big.Int) []byte {
	if v.Sign() < 0 {
		v = new(big.Int).Add(v, new(big.Int).Lsh(big.NewInt(1), 128))
	}
	return v.FillBytes(make([]byte, 16))
}

// ProgramBytes is the length of the program.
func (m *Model) ProgramBytes() int {
	return stateBytes + len(m.head) + 16*((m.net.Input.Size()+3)&^3)
}

// WitnessBytes is the length of the witness of one of so many slots. With the
// program, the group and its proof it has to fit a transaction.
func (m *Model) WitnessBytes(slots int) int {
	return 3*m.net.Layers[0].Outputs*Lanes + 32*bits.Len(uint(slots-1))
}

// checkPayload reports a group of the wrong form.
func (m *Model) checkPayload(slot int, payload []byte) error {
	if want := Lanes * (m.net.Input.Size() + 1); len(payload) != want {
		return fmt.Errorf("slot %d: group has %d bytes, want %d", slot, len(payload), want)
	}
	return nil
}
