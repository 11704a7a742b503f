package solver

import (
	"math/rand/v2"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/beacon"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/test/liar"
	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// Who is disputed after the beacon nodes have pruned the blobs, as a turn's window may be longer than they are kept,
// defends what is right from their own archive.
func TestBlobsArePrunedBeforeADispute(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	net := graphtest.Residual(rand.New(rand.NewPCG(5, 6)))
	contests := []*contest{newContest(t, evaluator.BlobDispute, net, 4)}
	w := newWallet(t)
	a := newArena(t, 1, points{only: "nobody"}, contests, w)
	c, m := a.all[0], a.chain(a.all[0].market)
	archive := t.TempDir()
	c.organise.Market.Blobs = beacon.New([]string{a.node.Beacon}, beacon.NewArchive(archive, 100))
	tx := a.manager(m, w)
	m.Blobs = beacon.New([]string{a.node.Beacon}, beacon.NewArchive(t.TempDir(), 100))
	l := liar.New(m, tx, 1, net, "", 1)
	a.until("committed", func(_ *contestant, at Attempt) bool { return at.State == Committed })
	a.pass()
	a.claimed(contests)
	a.until("asserted", asserted)
	ch, err := m.Challenge(t.Context(), 0)
	a.must(err)
	for range 3 {
		c.live()
		a.must(a.node.Mine(0))
	}
	_, err = m.Revelation(t.Context(), ch, 0) // the liar keeps it
	a.must(err)
	_, err = m.Revealed(t.Context(), ch)
	a.must(err)
	a.node.Forget()
	c.life = life{} // it has begun anew, too
	a.each = func() { a.must(l.Act(t.Context())) }
	for range 20 {
		c.live()
		a.each()
		a.must(a.node.Mine(0))
		if c.sent("/list-") {
			return
		}
	}
	t.Errorf("a claim that is right is disputed and not defended: %+v, %v", c.disputes(), c.solver.stumbles)
}
