package dataset_test

import (
	"bytes"
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
)

// An organiser commits to groups by one hash; each group can be shown later with its proof, and
// a group that was changed cannot.
func ExampleBuildTree() {
	var salts [3][32]byte // secret and random in earnest: without salts groups of public data can be guessed
	groups := [][]byte{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}
	leaves := make([][32]byte, len(groups))
	for i, payload := range groups {
		leaves[i] = dataset.LeafHash(uint32(i), salts[i], payload)
	}
	tree := dataset.BuildTree(leaves)
	proof := tree.Proof(2)
	fmt.Printf("root %.8x, a proof of %d hashes\n", tree.Root(), len(proof))
	fmt.Println("group 2:", dataset.VerifyProof(tree.Root(), leaves[2], 2, len(groups), proof))
	changed := dataset.LeafHash(2, salts[2], []byte{7, 8, 0})
	fmt.Println("changed:", dataset.VerifyProof(tree.Root(), changed, 2, len(groups), proof))
	fmt.Println("as another group:", dataset.VerifyProof(tree.Root(), leaves[2], 1, len(groups), proof))
	// Output:
	// root 077843e6d3cb7b5f, a proof of 2 hashes
	// group 2: true
	// changed: false
	// as another group: false
}

// A set is cut into salted groups; a draw names the hold-out among them, and the rest is what everybody trains on.
func ExampleCommit() {
	set := dataset.SmallDigits(96, 1)
	layout := dataset.Layout{GroupSize: 12, Features: set.Shape.Features(), Classes: 10, Form: dataset.Octets}
	c, payloads, err := dataset.Commit(set, layout, 8, [32]byte{1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%d groups of %d examples of %v, %d bytes each\n", c.Groups, layout.GroupSize, c.Shape, len(payloads[0]))
	drawn := [32]byte{2}
	fmt.Println("hold-out:", dataset.Drawn(drawn, c.Groups, 2))
	fmt.Println("training:", dataset.Training(drawn, c.Groups, 2))
	fmt.Println("the set is still the one:", c.Verify(set))
	again, _, err := dataset.DecodeGroup(payloads[3], layout)
	fmt.Println("group 3 reads back:", err == nil && bytes.Equal(again[:set.Shape.Features()], set.Example(c.Order[3*12])))
	// Output:
	// 8 groups of 12 examples of 1x16x16, 3084 bytes each
	// hold-out: [7 2]
	// training: [0 1 3 4 5 6]
	// the set is still the one: <nil>
	// group 3 reads back: true
}
