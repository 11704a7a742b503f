package dataset

import (
	"encoding/binary"
	"fmt"
)

// feistelRounds of keccak as the round function: four make a pseudorandom
// permutation (Luby and Rackoff 1988).
const feistelRounds = 4

// Permute maps slot to a group, a bijection on 0..groups-1 keyed by seed, so
// that the contract can tell the s-th drawn group without shuffling a list.
// The contract mirrors it exactly: with h >= 1 the least number for which
// 2^(2h) >= groups, x in [0, 2^(2h)) splits into L = x >> h, R = x & (2^h-1);
// for r = 0..3
//
//	(L, R) = (R, L ^ (keccak256(seed || uint256(r) || uint256(R)) & (2^h-1)))
//
// and x' = L << h | R; the network is applied again until x' < groups (cycle
// walking). Permute panics unless 0 <= slot < groups <= 2^32.
func Permute(seed [32]byte, slot, groups int) int {
	if slot < 0 || slot >= groups || uint64(groups) > 1<<32 {
		panic(fmt.Sprintf("dataset: slot %d of %d groups", slot, groups))
	}
	half := feistelHalf(groups)
	// x never leaves the cycle it started in, and slot < groups lies on it: the walk ends.
	x := feistel(seed, uint64(slot), half)
	for x >= uint64(groups) {
		x = feistel(seed, x, half)
	}
	return int(x)
}

func feistelHalf(groups int) uint {
	h := uint(1)
	for uint64(1)<<(2*h) < uint64(groups) {
		h++
	}
	return h
}

func feistel(seed [32]byte, x uint64, half uint) uint64 {
	low := uint64(1)<<half - 1
	l, r := x>>half, x&low
	for round := range uint64(feistelRounds) {
		k := keccak(seed[:], word(round), word(r))
		l, r = r, l^binary.BigEndian.Uint64(k[24:])&low
	}
	return l<<half | r
}

// Drawn is the hold-out of a draw: the groups of slots 0..drawn-1, in slot order.
func Drawn(seed [32]byte, groups, drawn int) []int {
	out := make([]int, drawn)
	for slot := range out {
		out[slot] = Permute(seed, slot, groups)
	}
	return out
}

// Training is the complement of Drawn: the groups that the organiser's bundle
// must hold, ascending.
func Training(seed [32]byte, groups, drawn int) []int {
	return complement(Drawn(seed, groups, drawn), groups)
}

// complement lists 0..n-1 without the numbers in out, ascending.
func complement(out []int, n int) []int {
	in := make([]bool, n)
	for _, i := range out {
		in[i] = true
	}
	rest := make([]int, 0, n-len(out))
	for i, taken := range in {
		if !taken {
			rest = append(rest, i)
		}
	}
	return rest
}
