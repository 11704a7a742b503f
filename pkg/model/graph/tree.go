package graph

import (
	"fmt"
	"math/bits"
	"slices"

	"golang.org/x/crypto/sha3"
)

// Word is a leaf of a tree: 32 bytes of what it is of.
const Word = 32

// Depth is that of the tree of so many bytes: of the least power of two of words that
// holds them, at least one.
func Depth(size int) int {
	words := max(1, (size+Word-1)/Word)
	return bits.Len(uint(words - 1))
}

// Tree is the Merkle tree of a run of bytes: its leaves are the words themselves,
// the last one filled up with zeros, and zero words up to a power of two; a node is
// keccak-256 of its two children. Since the length of the run is known wherever a
// root is used, so is the depth, and no leaf can pass for a node.
type Tree struct {
	levels [][][32]byte // from the root (one) down to the words
}

// NewTree makes the tree of b.
func NewTree(b []byte) *Tree {
	words := make([][32]byte, 1<<Depth(len(b)))
	for i := 0; i < len(b); i += Word {
		copy(words[i/Word][:], b[i:])
	}
	return TreeOf(words)
}

// TreeOf is the tree of words, a power of two of them.
func TreeOf(words [][32]byte) *Tree {
	depth := bits.Len(uint(len(words) - 1))
	t := &Tree{levels: make([][][32]byte, depth+1)}
	t.levels[depth] = words
	h := sha3.NewLegacyKeccak256()
	for d := depth - 1; d >= 0; d-- {
		below := t.levels[d+1]
		t.levels[d] = make([][32]byte, len(below)/2)
		for i := range t.levels[d] {
			h.Reset()
			h.Write(below[2*i][:])
			h.Write(below[2*i+1][:])
			h.Sum(t.levels[d][i][:0])
		}
	}
	return t
}

// Root is the tree's root: for a single word, that word.
func (t *Tree) Root() [32]byte { return t.levels[0][0] }

// Depth is the number of levels below the root.
func (t *Tree) Depth() int { return len(t.levels) - 1 }

// Nodes are the nodes at a depth from the index from on, n of them.
func (t *Tree) Nodes(depth, from, n int) [][32]byte { return t.levels[depth][from : from+n] }

// Siblings are what proves the node at a depth under the one that stands up levels
// above it, the lowest first.
func (t *Tree) Siblings(depth, index, up int) [][32]byte {
	out := make([][32]byte, 0, up)
	for range up {
		out = append(out, t.levels[depth][index^1])
		depth, index = depth-1, index/2
	}
	return out
}

// Words are the numbers of the words that hold some ranges of bytes, ascending,
// each once. The ranges ascend.
func Words(ranges []Range) []int {
	var out []int
	for _, r := range ranges {
		for w := r.From / Word; w*Word < r.To; w++ {
			if len(out) == 0 || w > out[len(out)-1] {
				out = append(out, w)
			}
		}
	}
	return out
}

// Prove gives some words and what proves them together: level by level from the
// leaves up, from left to right, each sibling that cannot be made of the words.
func (t *Tree) Prove(words []int) (values, proof [][32]byte) {
	for _, w := range words {
		values = append(values, t.levels[t.Depth()][w])
	}
	at := slices.Clone(words)
	for d := t.Depth(); d > 0; d-- {
		next := at[:0]
		for i := 0; i < len(at); i++ {
			if at[i]%2 == 0 && i+1 < len(at) && at[i+1] == at[i]+1 {
				i++
			} else {
				proof = append(proof, t.levels[d][at[i]^1])
			}
			next = append(next, at[i]/2)
		}
		at = next
	}
	return values, proof
}

// RootFrom is the root that some words of a tree of a depth have with a proof; ok is
// false if the proof is too short or too long.
func RootFrom(depth int, words []int, values, proof [][32]byte) (root [32]byte, err error) {
	if len(words) == 0 || len(words) != len(values) {
		return root, fmt.Errorf("%d words with %d values", len(words), len(values))
	}
	at, nodes := slices.Clone(words), slices.Clone(values)
	for range depth {
		n := 0
		for i := 0; i < len(at); i++ {
			left, right := nodes[i], nodes[i]
			switch {
			case at[i]%2 == 0 && i+1 < len(at) && at[i+1] == at[i]+1:
				i++
				right = nodes[i]
			case len(proof) == 0:
				return root, fmt.Errorf("the proof is too short")
			case at[i]%2 == 0:
				right, proof = proof[0], proof[1:]
			default:
				left, proof = proof[0], proof[1:]
			}
			at[n], nodes[n] = at[i]/2, Node(left, right)
			n++
		}
		at, nodes = at[:n], nodes[:n]
	}
	if len(proof) != 0 || len(nodes) != 1 {
		return root, fmt.Errorf("the proof is too long")
	}
	return nodes[0], nil
}

// Node is the parent of two nodes.
func Node(left, right [32]byte) [32]byte { return Keccak(left[:], right[:]) }
