package solver

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
	"github.com/gpuarbiter/gpuarbiter/test/race"
)

var (
	worldsFlag = flag.Int("worlds", 2, "markets on a chain that is reorganised")
	seedFlag   = flag.Uint64("seed", 1, "the first one's seed: a world that fails fails again with its own")
)

// confirmed is how many blocks transactions wait for here; a reorganisation takes fewer.
const confirmed = 3

// On a chain that takes blocks back all the time, the draw's too, processes that die before
// or after any write and any send still do every step once: everything is paid, no nonce
// serves twice, and the ledger agrees with the wallet to the wei.
func TestWorlds(t *testing.T) {
	if race.Enabled {
		return // who dies when decides nothing about which goroutines meet
	}
	for i := range uint64(*worldsFlag) {
		seed := *seedFlag + i
		if !t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) { world(t, seed) }) {
			t.Fatalf("again: go test ./pkg/market/solver -run TestWorlds -worlds 1 -seed %d", seed)
		}
	}
}

func world(t *testing.T, seed uint64) {
	r := rand.New(rand.NewPCG(1, 2))
	contests := []*contest{
		newContest(t, evaluator.Dense, modeltest.Dense(r, 12, 8, 3), 12),
		newContest(t, evaluator.Dispute, twoParts(r), 2),
		newContest(t, evaluator.BlobDispute, graphtest.Random(r), 2),
	}
	a := newArena(t, 2, points{odds: rand.New(rand.NewPCG(seed, 3))}, contests)
	for _, c := range a.all {
		c.confirmations = confirmed
	}
	head, err := a.head.Backend().HeaderByNumber(t.Context(), nil)
	a.must(err)
	a.floor = head.Number.Uint64() - confirmed // the last draws are not safe yet
	a.until("committed", func(_ *contestant, at Attempt) bool { return at.State == Committed })
	a.pass()
	a.reveal(contests)
	a.stay()
	a.until("claimed", func(_ *contestant, at Attempt) bool { return at.State == Claimed })
	a.pass()
	a.stay()
	a.until("paid and booked, or asserted", func(c *contestant, at Attempt) bool { return asserted(c, at) || paid(c, at) })
	a.pass() // nobody disputes
	a.stay()
	a.until("paid and booked", paid)
	deaths := 0
	for _, c := range a.all {
		c.check()
		deaths += c.deaths
	}
	t.Logf("%d deaths, %d reorganisations of %d blocks", deaths, a.reorgs, a.taken)
}

// stay lets no reorganisation go back behind the present.
func (a *arena) stay() {
	head, err := a.head.Backend().HeaderByNumber(a.Context(), nil)
	a.must(err)
	a.floor = head.Number.Uint64()
}

// takeBack lets the chain take blocks back, now and then.
func (a *arena) takeBack() {
	if a.odds == nil || a.odds.IntN(3) > 0 {
		return
	}
	head, err := a.head.Backend().HeaderByNumber(a.Context(), nil)
	a.must(err)
	most := a.all[0].confirmations - 1 // below the longest chain that was seen: what is confirmed stays
	a.floor = max(a.floor, head.Number.Uint64()-min(head.Number.Uint64(), most))
	back := 1 + a.odds.IntN(int(most))
	if head.Number.Uint64() < a.floor+uint64(back) {
		return
	}
	if a.node.Reorg(back) == nil { // not while something is pending
		a.reorgs++
		a.taken += back
		a.deepest = max(a.deepest, back)
	}
}
