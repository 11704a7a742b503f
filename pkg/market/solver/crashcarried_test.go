package solver

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/organiser"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

// A withdrawal takes along what two challenges have brought; the process dies
// while it books that for the second one. Meanwhile somebody settles our entry on
// a third: its bond is not taken for the second one's.
func TestDeathBesideAnotherWithdrawal(t *testing.T) {
	w := newContest(t, evaluator.Dense, modeltest.Dense(rand.New(rand.NewPCG(1, 2)), 12, 8, 3), 12)
	a := newArena(t, 1, points{only: "after the ledger has dev/1/bonds"}, []*contest{w, w})
	c, ctx := a.all[0], t.Context()
	o := organiser.New(c.organise.Market, c.organise.Tx)
	a.until("committed", func(_ *contestant, at Attempt) bool { return at.State == Committed })
	a.pass()
	a.mining(func() {
		for id := range uint64(2) {
			a.must(o.Reveal(ctx, fmt.Sprintf("reveal/%d", id), id, w.com, w.payloads))
		}
		a.create(c, w)
	})
	a.until("claimed, or committed", func(_ *contestant, at Attempt) bool {
		return at.State == Claimed || at.ID == 2 && at.State == Committed
	})
	a.pass()
	for range 30 {
		if c.deaths > 0 {
			break
		}
		if c.solver == nil {
			c.birth()
		}
		c.look()
		a.must(a.node.Mine(0))
	}
	if c.deaths != 1 {
		t.Fatal("nobody has died")
	}
	a.pass() // the organiser's time to reveal the third one's hold-out
	a.mining(func() {
		a.must(o.Finalize(ctx, "finalize", 2))
		_, err := o.Tx.Wait(ctx, "settle", txmgr.Call{To: &o.Market.Address, Data: o.Market.ABI.PackClaimBond(big.NewInt(2), new(big.Int))})
		a.must(err)
	})
	a.until("over", func(_ *contestant, at Attempt) bool { return at.Withdrawn })
	total := new(big.Int)
	for _, p := range c.ledger {
		total.Add(total, p.Wei)
	}
	after, err := a.head.Balance(ctx, c.wallet.Address())
	a.must(err)
	if gained := new(big.Int).Sub(after, c.before); gained.Cmp(total) != 0 {
		t.Errorf("the wallet gained %v wei, the ledger says %v: %+v", gained, total, c.ledger)
	}
}
