package txmgr

import (
	"maps"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
)

// A node that lies behind the one that told of a transaction's block does not
// know that its nonce is used: the next transaction takes another all the same.
func TestNonceOfANodeThatLiesBehind(t *testing.T) {
	c := newChain()
	m := manager(t, c, newShelf(c))
	blocks := slices.Clone(c.blocks)
	ensure(t, m, "a")
	c.mine()
	c.mine()
	if in := ensure(t, m, "a"); in.State != Mined {
		t.Fatalf("%+v", in)
	}
	ahead := c.blocks
	c.blocks = blocks
	if in := ensure(t, m, "b"); in.Nonce != 1 {
		t.Errorf("nonce %d is used twice", in.Nonce)
	}
	if err := m.Advance(t.Context()); err != nil { // it looks as if a were taken back
		t.Fatal(err)
	}
	c.blocks = ahead
	maps.DeleteFunc(c.pool, func(nonce uint64, _ *types.Transaction) bool { return nonce == 0 })
	c.mine()
	c.mine()
	a, b := ensure(t, m, "a"), ensure(t, m, "b")
	if a.State != Mined || b.State != Mined || len(a.Raw) != 1 || len(b.Raw) != 1 || len(c.mined()) != 2 {
		t.Errorf("%+v, %+v", a, b)
	}
}

// Two looks that miss a receipt are two, however far the second endpoint is
// ahead of the first: the transaction is not given up, and not made again.
func TestTwoMissesAreNoLoss(t *testing.T) {
	c := newChain()
	m := manager(t, c, newShelf(c))
	ensure(t, m, "a")
	c.mine()
	c.mine()
	c.blind = true
	ensure(t, m, "a")
	for range 5 * lostAfter {
		c.mine()
	}
	if in := ensure(t, m, "a"); in.Nonce != 0 || in.State != Pending {
		t.Errorf("given up: %+v", in)
	}
	c.blind = false
	if in := ensure(t, m, "a"); in.State != Mined || len(c.mined()) != 1 {
		t.Errorf("%+v", in)
	}
}
