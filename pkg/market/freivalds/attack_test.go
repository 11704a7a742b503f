package freivalds_test

import (
	"encoding/binary"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"
	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/freivalds"
)

// lie is a prover who commits to false planes and does all else by the rules:
// only the random combination can find it out.
func (e *evm) lie(j *job, planes [][]byte) string {
	e.Helper()
	witnesses := freivalds.CommitTo(planes)
	l := j.model.Load(j.context, witnesses.Root())
	if _, done, _, why := e.load(j, j.model.Hash(), l.Parts); why != "" || !done {
		e.Fatalf("load: %q, done %v", why, done)
	}
	for slot := range planes {
		if _, _, why := e.count(j, l.Program, slot, j.payloads[slot:slot+1], [][]byte{witnesses.Witness(slot)}); why != "" {
			return why
		}
	}
	return ""
}

// at is where the three bytes of one pre-activation stand in a group's planes.
func (j *job) at(row, vector int) (low, middle, high int) {
	low = (vector/32*j.net.Layers[0].Outputs+row)*96 + vector%32
	return low, low + 32, low + 64
}

// add changes one pre-activation, modulo 2^24.
func (j *job) add(planes []byte, row, vector, delta int) {
	a, b, c := j.at(row, vector)
	v := int(planes[a]) + int(planes[b])<<8 + int(planes[c])<<16 + delta
	planes[a], planes[b], planes[c] = byte(v), byte(v>>8), byte(v>>16)
}

func TestRefusesEveryFlippedBit(t *testing.T) {
	e := newEVM(t)
	j := newJob(t, rand.New(rand.NewPCG(1, 1)), 2, 20, 1, 2)
	if why := e.lie(j, j.witnesses.Planes()); why != "" {
		t.Fatalf("the truth: %s", why)
	}
	for bit := range 8 * len(j.witnesses.Planes()[1]) {
		planes := clone(j.witnesses.Planes())
		planes[1][bit/8] ^= 1 << (bit % 8)
		if why := e.lie(j, planes); why != "BadWitness" {
			t.Fatalf("bit %d flipped: %q", bit, why)
		}
	}
}

// Differences that a weaker check would miss: multiples of a prime, or of a
// power of two, of the packed number; what carries into the next lane; sums
// that cancel over vectors or rows.
func TestRefusesDifferencesThatCancel(t *testing.T) {
	e := newEVM(t)
	j := newJob(t, rand.New(rand.NewPCG(2, 2)), 1, 33, 6, 3)
	// vector 4*lane + const is in one packed number, the first the highest
	lane := func(l int) int { return 12 - 4*l }
	change := func(deltas map[int]int) func([]byte) {
		return func(p []byte) {
			for l, d := range deltas {
				j.add(p, 2, lane(l), d)
			}
		}
	}
	tests := map[string]func([]byte){
		"2^31-1":                  change(map[int]int{1: 1, 0: -2}),
		"2^32-5":                  change(map[int]int{1: 1, 0: -5}),
		"2^61-1":                  change(map[int]int{2: 1, 0: -8}),
		"2^89-1":                  change(map[int]int{3: 1, 0: -128}),
		"2^96-17":                 change(map[int]int{3: 1, 0: -17}),
		"2^127-1 from all lanes":  change(map[int]int{3: 1 << 19, 2: -1, 1: -1, 0: -1}),
		"opposite in two lanes":   change(map[int]int{1: 1, 0: -1}),
		"opposite in two vectors": func(p []byte) { j.add(p, 0, 0, 1); j.add(p, 0, 31, -1) },
		"opposite in two rows":    func(p []byte) { j.add(p, 0, 7, 1); j.add(p, 1, 7, -1) },
		"the same in all vectors": func(p []byte) {
			for v := range freivalds.Lanes {
				j.add(p, 3, v, 1)
			}
		},
		"two vectors swapped": func(p []byte) {
			for row := range 6 {
				for plane := range 3 {
					at := row*96 + 32*plane
					p[at], p[at+1] = p[at+1], p[at]
				}
			}
		},
		"two rows swapped": func(p []byte) {
			for i := range 96 {
				p[i], p[96+i] = p[96+i], p[i]
			}
		},
		"halves swapped": func(p []byte) {
			for i := range len(p) {
				if i%32 < 16 {
					p[i], p[i+16] = p[i+16], p[i]
				}
			}
		},
		"all zero": func(p []byte) { clear(p) },
	}
	for bits := range 24 {
		tests[fmt.Sprintf("+2^%d", bits)] = change(map[int]int{0: 1 << bits})
		tests[fmt.Sprintf("2^%d against one in the lane above", bits)] = change(map[int]int{1: 1, 0: -1 << bits})
		tests[fmt.Sprintf("2^%d in two lanes", bits)] = change(map[int]int{3: 1 << bits, 2: -1 << bits})
	}
	for name, tamper := range tests {
		planes := clone(j.witnesses.Planes())
		tamper(planes[0])
		if why := e.lie(j, planes); why != "BadWitness" {
			t.Errorf("%s: %q", name, why)
		}
	}
}

// Any planes but the true ones are refused.
func TestRefusesAnyOtherPlanes(t *testing.T) {
	e := newEVM(t)
	j := newJob(t, rand.New(rand.NewPCG(3, 3)), 1, 16, 4, 2)
	rapid.Check(t, func(t *rapid.T) {
		planes, changed := clone(j.witnesses.Planes()), false
		for range rapid.IntRange(1, 40).Draw(t, "changes") {
			d := rapid.IntRange(-1<<23, 1<<23-1).Draw(t, "delta")
			j.add(planes[0], rapid.IntRange(0, 3).Draw(t, "row"), rapid.IntRange(0, 31).Draw(t, "vector"), d)
		}
		changed = string(planes[0]) != string(j.witnesses.Planes()[0])
		if why := e.lie(j, planes); (why == "") == changed {
			t.Fatalf("changed %v: %q", changed, why)
		}
	})
}

// Pre-activations of another model, of other data, of another slot, or not
// what was committed to.
func TestRefusesForeignWitnesses(t *testing.T) {
	e := newEVM(t)
	r := rand.New(rand.NewPCG(4, 4))
	j, other := newJob(t, r, 3, 40, 9, 3), newJob(t, r, 3, 40, 9, 3)
	if why := e.lie(j, other.witnesses.Planes()); why != "BadWitness" {
		t.Errorf("another model's and other data's: %q", why)
	}
	same := *other
	same.payloads = j.payloads
	same.prove(t)
	if why := e.lie(j, same.witnesses.Planes()); why != "BadWitness" {
		t.Errorf("another model's on the same data: %q", why)
	}
	moved := *j
	moved.payloads = other.payloads
	moved.prove(t)
	if why := e.lie(j, moved.witnesses.Planes()); why != "BadWitness" {
		t.Errorf("the model's on other data: %q", why)
	}
	planes := clone(j.witnesses.Planes())
	planes[0], planes[1] = planes[1], planes[0]
	if why := e.lie(j, planes); why != "BadWitness" {
		t.Errorf("another slot's: %q", why)
	}
	e.mustLoad(j)
	witness := func(s int) []byte { return j.witnesses.Witness(s) }
	bad := map[string][][]byte{
		"none": nil, "empty": {nil}, "another slot's": {witness(1)}, "too many": {witness(0), witness(1)}, "cut": {witness(0)[:len(witness(0))-1]},
		"without its proof": {witness(0)[:len(witness(0))-64]}, "half of it": {witness(0)[:100]}, "a byte more": {append(witness(0), 0)},
		"a word more": {append(witness(0), make([]byte, 32)...)}, "of another tree": {other.witnesses.Witness(0)},
	}
	for name, witnesses := range bad {
		if _, _, why := e.count(j, j.loading.Program, 0, j.payloads[:1], witnesses); why != "BadWitness" {
			t.Errorf("%s: %q", name, why)
		}
	}
	if _, _, why := e.count(j, j.loading.Program, 1, j.payloads[:1], [][]byte{witness(0)}); why != "BadWitness" {
		t.Errorf("under another slot's number: %q", why)
	}
}

// With r known beforehand a difference that r does not see is found in no
// time, by lattice reduction: the contract must draw r after the planes. The
// same planes pass under the r that they were made for, and under no other.
func TestCoefficientsComeAfterThePlanes(t *testing.T) {
	e := newEVM(t)
	j := newJob(t, rand.New(rand.NewPCG(5, 5)), 1, 24, 12, 2)
	seed := j.loading.Program[:32]
	var r []*big.Int
	for row := range 12 {
		var n [32]byte
		binary.BigEndian.PutUint64(n[24:], uint64(row))
		r = append(r, new(big.Int).Rsh(new(big.Int).SetBytes(crypto.Keccak256(seed, n[:])), 146))
	}
	planes := clone(j.witnesses.Planes())
	for row, d := range relation(r) {
		j.add(planes[0], row, 9, d)
	}
	known := append([]byte(nil), j.loading.Program...)
	root := freivalds.CommitTo(planes).Root()
	copy(known[96:128], root[:]) // the old r with the new root: no load gives this
	if _, _, why := e.count(j, known, 0, j.payloads, [][]byte{freivalds.CommitTo(planes).Witness(0)}); why != "" {
		t.Fatalf("the difference is seen by the very r that it was made for: %s", why)
	}
	if why := e.lie(j, planes); why != "BadWitness" {
		t.Errorf("under the r that follows from it: %q", why)
	}
	for i := range j.context {
		j.context[i]++
		if why := e.lie(j, planes); why != "BadWitness" {
			t.Errorf("in another challenge: %q", why)
		}
	}
}

// relation is a short nonzero d with sum d[i]*r[i] = 0: LLL on the rows
// (e_i, weight * r_i).
func relation(r []*big.Int) []int {
	n := len(r)
	b := make([][]*big.Int, n)
	for i := range b {
		b[i] = make([]*big.Int, n+1)
		for k := range b[i] {
			b[i][k] = new(big.Int)
		}
		b[i][i].SetInt64(1)
		b[i][n].Lsh(r[i], 40)
	}
	reduce(b)
	d := make([]int, n)
	for k := range d {
		d[k] = int(b[0][k].Int64())
	}
	return d
}

func reduce(b [][]*big.Int) {
	dot := func(x, y []*big.Int) *big.Rat {
		s := new(big.Int)
		for i := range x {
			s.Add(s, new(big.Int).Mul(x[i], y[i]))
		}
		return new(big.Rat).SetInt(s)
	}
	// Gram-Schmidt of rows 0 to k: mu[i] of row k and the squared lengths.
	gram := func(k int) (mu [][]*big.Rat, length []*big.Rat) {
		for i := 0; i <= k; i++ {
			mu = append(mu, make([]*big.Rat, i))
			c := make([]*big.Rat, i)
			l := dot(b[i], b[i])
			for m := 0; m < i; m++ {
				c[m] = dot(b[i], b[m])
				for q := 0; q < m; q++ {
					c[m].Sub(c[m], new(big.Rat).Mul(mu[m][q], c[q]))
				}
				mu[i][m] = new(big.Rat).Quo(c[m], length[m])
				l.Sub(l, new(big.Rat).Mul(mu[i][m], c[m]))
			}
			length = append(length, l)
		}
		return mu, length
	}
	half, delta := big.NewRat(1, 2), big.NewRat(3, 4)
	for k := 1; k < len(b); {
		for m := k - 1; m >= 0; m-- {
			mu, _ := gram(k)
			q := new(big.Rat).Add(mu[k][m], half)
			f := new(big.Int).Div(q.Num(), q.Denom()) // Euclidean: rounds to nearest
			for i := range b[k] {
				b[k][i].Sub(b[k][i], new(big.Int).Mul(f, b[m][i]))
			}
		}
		mu, length := gram(k)
		m := mu[k][k-1]
		bound := new(big.Rat).Sub(delta, new(big.Rat).Mul(m, m))
		if length[k].Cmp(bound.Mul(bound, length[k-1])) >= 0 {
			k++
		} else {
			b[k], b[k-1] = b[k-1], b[k]
			k = max(k-1, 1)
		}
	}
}
