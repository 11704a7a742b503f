package solver

import (
	"math/rand/v2"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/beacon"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/test/liar"
	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// Who reveals a model and asserts only when its blobs are pruned is disputed all the same by who has watched.
func TestBlobsArePrunedBeforeAnAssertion(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	net := graphtest.Residual(rand.New(rand.NewPCG(5, 6)))
	contests := []*contest{newContest(t, evaluator.BlobDispute, net, 4)}
	w := newWallet(t)
	a := newArena(t, 1, points{only: "nobody"}, contests, w)
	c, m := a.all[0], a.chain(a.all[0].market)
	c.organise.Market.Blobs = beacon.New([]string{a.node.Beacon}, beacon.NewArchive(t.TempDir(), 100))
	m.Blobs = beacon.New([]string{a.node.Beacon}, beacon.NewArchive(t.TempDir(), 100))
	tx := a.manager(m, w)
	l := liar.New(m, tx, 0, net, "the class alone", 0)
	a.first(l)
	a.claimed(contests)
	for range 20 {
		a.each() // reveals
		a.must(a.node.Mine(0))
		if e, err := m.Entry(t.Context(), 0, 0); err == nil && e.Status == market.EntryRevealed {
			break
		}
	}
	ch, err := m.Challenge(t.Context(), 0)
	a.must(err)
	_, err = m.Revelation(t.Context(), ch, 0) // the liar keeps it
	a.must(err)
	_, err = m.Revealed(t.Context(), ch)
	a.must(err)
	for range 5 { // the honest one is there all the time, and sees a revealed model that nothing is asserted of yet
		c.live()
		a.must(a.node.Mine(0))
	}
	a.node.Forget()
	for range 30 {
		c.live()
		a.each()
		a.must(a.node.Mine(0))
		if c.disputes().Challenger.Won > 0 {
			return
		}
	}
	at, err := m.Assertion(t.Context(), ch, 0)
	a.must(err)
	t.Errorf("asserted %t, lost %t: %+v, %v", at.Stands(), at.Lost, c.disputes(), c.solver.stumbles)
}
