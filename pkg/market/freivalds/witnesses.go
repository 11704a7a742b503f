package freivalds

import (
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
)

// Witnesses are the pre-activations of a model on every group of the hold-out,
// and the Merkle tree that commits to all of them.
type Witnesses struct {
	planes [][]byte
	tree   *dataset.Tree
	leaf   [32]byte // the root, if there is but one slot
}

// Witnesses computes the pre-activations on the drawn groups, slot by slot.
// Payloads are groups of Lanes vectors in the form dataset.Columns32.
func (m *Model) Witnesses(payloads [][]byte) (*Witnesses, error) {
	planes := make([][]byte, len(payloads))
	for slot, p := range payloads {
		if err := m.checkPayload(slot, p); err != nil {
			return nil, err
		}
		planes[slot] = m.planes(p)
	}
	return commit(planes), nil
}

func commit(planes [][]byte) *Witnesses {
	h := &Witnesses{planes: planes}
	leaves := make([][32]byte, len(planes))
	for slot, p := range planes {
		leaves[slot] = keccak([]byte{0}, word(uint64(slot)), p)
	}
	if len(leaves) == 1 {
		h.leaf = leaves[0]
	} else {
		h.tree = dataset.BuildTree(leaves)
	}
	return h
}

// Root commits to the pre-activations of every slot.
func (h *Witnesses) Root() [32]byte {
	if h.tree == nil {
		return h.leaf
	}
	return h.tree.Root()
}

// Witness is what evaluate takes for a slot: the pre-activations and their proof.
func (h *Witnesses) Witness(slot int) []byte {
	witness := append([]byte(nil), h.planes[slot]...)
	if h.tree != nil {
		for _, sibling := range h.tree.Proof(slot) {
			witness = append(witness, sibling[:]...)
		}
	}
	return witness
}

// planes is a group's pre-activations as the contract reads them: for every 32
// vectors and hidden row the low bytes of (h + 2^15) mod 2^24, one for each
// vector, then the middle bytes, then the high ones, which are mostly zero.
func (m *Model) planes(payload []byte) []byte {
	l := &m.net.Layers[0]
	features := m.net.Input.Size()
	out := make([]byte, 0, 3*l.Outputs*Lanes)
	var acc [Lanes]int32
	for j := range l.Outputs {
		for v := range acc {
			acc[v] = l.Bias[j]
		}
		for f := range features {
			w, x := int32(l.Weights[j*features+f]), payload[f*Lanes:]
			for v := range acc {
				acc[v] += w * int32(x[v])
			}
		}
		out = appendPlanes(out, &acc)
	}
	return out
}

func appendPlanes(out []byte, h *[Lanes]int32) []byte {
	for bits := 0; bits < 24; bits += 8 {
		for _, v := range h {
			out = append(out, byte((v+1<<15)>>bits))
		}
	}
	return out
}
