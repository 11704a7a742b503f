package solver

import (
	"bytes"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/test/liar"
	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// What a blob holds beside a group's bytes means nothing, and is part of it: a byte of the hold-out is proven out of
// the blob that was sent, not out of one that holds the same bytes.
func TestAHoldoutInBlobsThatHoldMore(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	net := graphtest.Residual(rand.New(rand.NewPCG(5, 6)))
	con := newContest(t, evaluator.BlobDispute, net, 4)
	var leaves [][32]byte
	var sent [][]blob.Blob
	for g, p := range con.payloads {
		blobs := blob.Cut(p)
		blobs[0][32*4095] = 1 // the top byte of the last element, behind the group's end besides
		c, err := blob.Commit(&blobs[0])
		if err != nil {
			t.Fatal(err)
		}
		con.com.Blobs[g] = c
		sent, leaves = append(sent, blobs), append(leaves, dataset.LeafHash(uint32(g), con.com.Salts[g], con.com.Committed(g, p)))
	}
	tree := dataset.BuildTree(leaves)
	con.com.Root = tree.Root()
	w := newWallet(t)
	a := newArena(t, 1, points{only: "nobody"}, []*contest{con}, w)
	c, m := a.all[0], a.chain(a.all[0].market)
	tx := a.manager(m, w)
	l := liar.New(m, tx, 0, net, "the class alone", 0)
	a.first(l)
	ch, err := m.Challenge(t.Context(), 0)
	a.must(err)
	a.mining(func() {
		for slot := range int(ch.Terms.HoldoutGroups) {
			g := permuted(ch, slot)
			data := m.ABI.PackRevealHoldout(ch.Number(), big.NewInt(int64(slot)), [][32]byte{con.com.Salts[g]}, tree.Proof(g), con.com.Committed(g, con.payloads[g]))
			_, err := c.organise.Tx.Wait(t.Context(), fmt.Sprintf("slot/%d", slot), txmgr.Call{To: &m.Address, Data: bytes.Clone(data), Blobs: sent[g]})
			a.must(err)
		}
	})
	a.until("claimed", func(_ *contestant, at Attempt) bool { return at.State == Claimed })
	a.pass()
	for range 30 {
		c.live()
		a.each()
		a.must(a.node.Mine(0))
		if c.disputes().Challenger.Won > 0 {
			return
		}
	}
	t.Errorf("a lie is not disproved: %+v, %v", c.disputes(), c.solver.stumbles)
}
