package solver

import (
	"math/rand/v2"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/organiser"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/test/liar"
	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// A challenge that cannot be watched, of whatever making, keeps nobody from watching the others.
func TestAChallengeThatFailsHoldsUpNoOther(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	net := graphtest.Residual(rand.New(rand.NewPCG(5, 6)))
	contests := []*contest{newContest(t, evaluator.BlobDispute, net, 4), newContest(t, evaluator.Dispute, net, 4)}
	lying, watching := newWallet(t), newWallet(t)
	a := newArena(t, 1, points{only: "nobody"}, contests, lying, watching)
	m := a.chain(a.all[0].market)
	l := liar.New(m, a.manager(m, lying), 0, net, "the class alone", 0)
	blind := a.chain(a.all[0].market)
	blind.Blobs = nil // nobody serves them
	w := organiser.NewWatch(organiser.New(blind, a.manager(blind, watching)), "watch", nil)
	step := func() {
		a.must(l.Act(t.Context()))
		a.must(a.node.Mine(0))
	}
	for range 4 {
		step()
	}
	a.pass()
	a.reveal(contests)
	for range 4 {
		step()
	}
	a.pass()
	var err error
	for range 30 {
		_, err = w.Look(t.Context())
		step()
		ch, readErr := m.Challenge(t.Context(), 1)
		a.must(readErr)
		if c, readErr := m.Assertion(t.Context(), ch, 0); readErr == nil && c.Lost {
			if err == nil {
				t.Error("nothing is said of the challenge that cannot be watched")
			}
			return
		}
	}
	t.Errorf("the lie in the second challenge is not disputed: %v", err)
}
