package dataset

import (
	"encoding/binary"
	"math/bits"

	"golang.org/x/crypto/sha3"
)

func keccak(parts ...[]byte) (h [32]byte) {
	k := sha3.NewLegacyKeccak256()
	for _, p := range parts {
		k.Write(p) // never fails
	}
	k.Sum(h[:0])
	return h
}

// word is v as the contract sees it: a big-endian uint256.
func word(v uint64) []byte {
	var w [32]byte
	binary.BigEndian.PutUint64(w[24:], v)
	return w[:]
}

// LeafHash commits to one group: keccak256(0x00 || uint256(index) || salt ||
// payload). The salt keeps anyone from guessing a group out of public data.
func LeafHash(index uint32, salt [32]byte, payload []byte) [32]byte {
	return keccak([]byte{0}, word(uint64(index)), salt[:], payload)
}

// NodeHash joins two subtrees: keccak256(0x01 || l || r). The first byte keeps
// a node from passing as a leaf.
func NodeHash(l, r [32]byte) [32]byte {
	return keccak([]byte{1}, l[:], r[:])
}

// treeDepth is ceil(log2(groups)): the length of every proof.
func treeDepth(groups int) int { return bits.Len(uint(groups - 1)) }

// Tree is the Merkle tree over a challenge's leaves, filled up with zero
// hashes to a power of two.
type Tree struct {
	levels [][][32]byte // levels[0] are the leaves, the last level is the root
}

// BuildTree panics on fewer than two leaves: no challenge has so few groups.
func BuildTree(leaves [][32]byte) *Tree {
	if len(leaves) < 2 {
		panic("dataset: a tree needs at least two leaves")
	}
	depth := treeDepth(len(leaves))
	level := make([][32]byte, 1<<depth)
	copy(level, leaves)
	t := &Tree{levels: [][][32]byte{level}}
	for len(level) > 1 {
		up := make([][32]byte, len(level)/2)
		for i := range up {
			up[i] = NodeHash(level[2*i], level[2*i+1])
		}
		t.levels = append(t.levels, up)
		level = up
	}
	return t
}

// Root is what createChallenge commits to.
func (t *Tree) Root() [32]byte { return t.levels[len(t.levels)-1][0] }

// Proof is the siblings of leaf i on its way up, the leaf's own first.
func (t *Tree) Proof(i int) [][32]byte {
	proof := make([][32]byte, 0, len(t.levels)-1)
	for _, level := range t.levels[:len(t.levels)-1] {
		proof = append(proof, level[i^1])
		i >>= 1
	}
	return proof
}

// VerifyProof says whether leaf is number index of groups under root. Bit k of
// index says on which side the path runs at height k; the proof must be as
// long as the tree is deep, and the zero hashes that fill it up are no groups.
func VerifyProof(root, leaf [32]byte, index, groups int, proof [][32]byte) bool {
	if groups < 2 || index < 0 || index >= groups || len(proof) != treeDepth(groups) {
		return false
	}
	h := leaf
	for _, sibling := range proof {
		if index&1 == 0 {
			h = NodeHash(h, sibling)
		} else {
			h = NodeHash(sibling, h)
		}
		index >>= 1
	}
	return h == root
}
