package dataset

import (
	"encoding/hex"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func counting() (b [32]byte) {
	for i := range b {
		b[i] = byte(i)
	}
	return b
}

func numbered(n int) [][32]byte {
	leaves := make([][32]byte, n)
	for i := range leaves {
		leaves[i] = [32]byte(word(uint64(i + 1)))
	}
	return leaves
}

// The vectors come from another implementation of keccak256 and of the
// formulas, in another language.
func TestHashVectors(t *testing.T) {
	var l, r [32]byte
	for i := range l {
		l[i], r[i] = 0xaa, 0xbb
	}
	for name, tt := range map[string]struct {
		got  [32]byte
		want string
	}{
		"leaf":           {LeafHash(7, counting(), []byte("payload")), "e0bc8cdeb668c8606654b2e2bf8fd69cdd58b80287ae19714f2ab5b01985caf4"},
		"node":           {NodeHash(l, r), "ae545b59db565fbbd9d48a08f67d34743a56d611e22227eadf0e1b576e20570d"},
		"root of 5 of 8": {BuildTree(numbered(5)).Root(), "6d9916049cfd9be6f2329a88603b7720d28b9ca56597e1ca8dbf365de2cb772c"},
	} {
		if got := hex.EncodeToString(tt.got[:]); got != tt.want {
			t.Errorf("%s is %s, want %s", name, got, tt.want)
		}
	}
}

func TestEveryProofLeadsToTheRoot(t *testing.T) {
	for _, groups := range []int{2, 3, 4, 5, 8, 9, 30, 33, 100} {
		leaves := numbered(groups)
		tree := BuildTree(leaves)
		for i, leaf := range leaves {
			if !VerifyProof(tree.Root(), leaf, i, groups, tree.Proof(i)) {
				t.Fatalf("proof of %d of %d fails", i, groups)
			}
		}
	}
}

func TestForgedProofsFail(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups := rapid.IntRange(2, 70).Draw(t, "groups")
		leaves := numbered(groups)
		tree := BuildTree(leaves)
		i := rapid.IntRange(0, groups-1).Draw(t, "index")
		root, leaf, index, proof := tree.Root(), leaves[i], i, tree.Proof(i)
		switch rapid.IntRange(0, 6).Draw(t, "forgery") {
		case 0:
			leaf[rapid.IntRange(0, 31).Draw(t, "byte")] ^= 1
		case 1:
			k := rapid.IntRange(0, len(proof)-1).Draw(t, "height")
			proof[k][rapid.IntRange(0, 31).Draw(t, "byte")] ^= 1
		case 2: // the same path under another number
			index = (i + rapid.IntRange(1, groups-1).Draw(t, "shift")) % groups
		case 3:
			proof = append(proof, [32]byte{})
		case 4: // an inner node as a leaf of a shallower tree
			leaf, proof, index = NodeHash(leaves[i&^1], sibling(leaves, i|1)), proof[1:], i/2
		case 5:
			index, leaf = groups, [32]byte{} // a zero that fills the tree up, or beyond
		case 6:
			index = -1 - i
		}
		if VerifyProof(root, leaf, index, groups, proof) {
			t.Fatal("a forged proof is accepted")
		}
	})
}

func sibling(leaves [][32]byte, i int) [32]byte {
	if i < len(leaves) {
		return leaves[i]
	}
	return [32]byte{}
}

func TestFillersAreNoGroups(t *testing.T) {
	tree := BuildTree(numbered(5))
	proof := [][32]byte{{}, tree.levels[1][2], tree.levels[2][0]} // of leaf 6, a zero
	if !VerifyProof(tree.Root(), [32]byte{}, 6, 8, [][32]byte{{}, tree.levels[1][2], tree.levels[2][0]}) {
		t.Fatal("the proof itself is wrong, so the test shows nothing")
	}
	if VerifyProof(tree.Root(), [32]byte{}, 6, 5, proof) {
		t.Error("a filler passes as a group")
	}
}

func TestPermuteVectors(t *testing.T) {
	for groups, want := range map[int][]int{
		2:    {0, 1},
		30:   {4, 5, 6, 20, 0, 24, 12, 3, 22, 23, 7, 21},
		100:  {88, 61, 0, 49, 74, 43, 55, 48, 66, 72, 38, 30},
		1000: {683, 771, 0, 800, 16, 873, 293, 514, 733, 841, 947, 167},
	} {
		if got := Drawn(counting(), groups, len(want)); !slices.Equal(got, want) {
			t.Errorf("%d groups: %v, want %v", groups, got, want)
		}
	}
	for slot, want := range map[uint64]uint64{0: 3981558640, 1: 2544274117, 1<<32 - 1: 4289483521} {
		if got := feistel(counting(), slot, 16); got != want { // all of 2^32 groups: nothing to walk
			t.Errorf("slot %d of 2^32: %d, want %d", slot, got, want)
		}
	}
}

func TestPermuteIsABijection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups := rapid.IntRange(1, 300).Draw(t, "groups")
		seed := [32]byte(rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "seed"))
		drawn := Drawn(seed, groups, groups)
		if !slices.Equal(slices.Sorted(slices.Values(drawn)), upTo(groups)) {
			t.Fatalf("%d groups: %v", groups, drawn)
		}
		k := rapid.IntRange(0, groups).Draw(t, "drawn")
		both := append(Drawn(seed, groups, k), Training(seed, groups, k)...)
		if !slices.Equal(slices.Sorted(slices.Values(both)), upTo(groups)) {
			t.Fatal("hold-out and training do not make the whole")
		}
	})
}

// Every group is drawn about as often as any other, in every slot.
func TestDrawIsUniform(t *testing.T) {
	const groups, drawn, trials = 30, 6, 1500
	counts := make([]int, groups)
	first := make([]int, groups)
	for i := range trials {
		seed := keccak(word(uint64(i)))
		for slot, g := range Drawn(seed, groups, drawn) {
			counts[g]++
			if slot == 0 {
				first[g]++
			}
		}
	}
	chi2 := func(counts []int, mean float64) (sum float64) {
		for _, c := range counts {
			sum += (float64(c) - mean) * (float64(c) - mean) / mean
		}
		return sum
	}
	// 29 degrees of freedom: 58.3 is exceeded once in 1,000; the seeds are fixed.
	if x := chi2(counts, trials*drawn/groups); x > 58.3 {
		t.Errorf("chi-squared %.1f over all slots: %v", x, counts)
	}
	if x := chi2(first, trials/groups); x > 58.3 {
		t.Errorf("chi-squared %.1f in the first slot: %v", x, first)
	}
}
