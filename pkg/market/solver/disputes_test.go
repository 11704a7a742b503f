package solver

import (
	"bytes"
	"errors"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/test/liar"
	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// Whatever liars do, in whatever number, to an honest solver that dies and whose chain takes
// blocks back: the honest one proves every lie, defends what is right, wins every challenge, and
// has more than the reward at the end.
func TestDisputesOnAChain(t *testing.T) {
	if race.Enabled {
		return // who dies when decides nothing about which goroutines meet
	}
	for name, c := range map[string]struct {
		lies   []string // each of a liar of their own
		games  int
		points points
	}{
		"a liar of each kind": {[]string{"a byte, and its consequences"}, 0, points{only: "nobody"}},
		"nonsense":            {[]string{"nonsense"}, 0, points{only: "nobody"}},
		"the class alone":     {[]string{"the class alone"}, 0, points{only: "nobody"}},
		"beyond the end":      {[]string{"beyond the end"}, 0, points{only: "nobody"}},
		"a root too few":      {[]string{"a root too few"}, 0, points{only: "nobody"}},
		"computed beside":     {[]string{"a byte alone"}, 3, points{only: "nobody"}},
		"silence":             {[]string{liar.Silence}, 0, points{only: "nobody"}},
		"two in a row":        {[]string{"the logits", "a byte alone"}, 0, points{only: "nobody"}},
		"ten challengers":     {nil, 10, points{only: "nobody"}},
		"kill -9 everywhere":  {[]string{"a byte alone"}, 3, points{}},
		"in blobs":            {[]string{liar.OtherBlob, "nonsense"}, 3, points{only: "nobody"}},
		"in blobs, kill -9":   {[]string{liar.OtherBlob}, 0, points{}},
		"blocks taken back":   {[]string{"a byte alone"}, 3, points{odds: rand.New(rand.NewPCG(9, 9))}},
	} {
		t.Run(name, func(t *testing.T) {
			target := evaluator.Dispute
			if strings.HasPrefix(name, "in blobs") {
				target = evaluator.BlobDispute
			}
			quarrel(t, target, c.lies, c.games, c.points)
		})
	}
}

func quarrel(t *testing.T, target evaluator.Target, lies []string, games int, p points) {
	net := graphtest.Residual(rand.New(rand.NewPCG(5, 6)))
	contests := []*contest{newContest(t, target, net, 4)}
	if len(lies) == 0 {
		lies = []string{""}
	}
	var wallets []wallet
	for range lies {
		wallets = append(wallets, newWallet(t))
	}
	a := newArena(t, 1, p, contests, wallets...)
	a.all[0].beside = strings.HasSuffix(t.Name(), "/computed_beside")
	if p.odds != nil {
		a.all[0].confirmations = 6
		a.stay()
	}
	var liars []*liar.Liar
	for i, lie := range lies {
		m := a.chain(a.all[0].market)
		tx := a.manager(m, wallets[i])
		liars = append(liars, liar.New(m, tx, uint64(i), net, lie, games))
	}
	act := func() {
		for _, l := range liars {
			a.must(l.Act(t.Context()))
		}
	}
	for range 4 { // liars are first: of equal claims the earlier leads
		act()
		a.must(a.node.Mine(0))
	}
	a.each = act
	a.until("committed", func(_ *contestant, at Attempt) bool { return at.State == Committed })
	a.pass()
	a.reveal(contests)
	a.stay()
	a.until("claimed", func(_ *contestant, at Attempt) bool { return at.State == Claimed })
	a.pass()
	a.stay()
	done := func(c *contestant, at Attempt) bool { return at.State == Paid && at.Withdrawn && paid(c, at) }
	for range 12 { // until everything is decided: then whoever is silent runs out of time
		if a.all[0].all(done) {
			break
		}
		a.quiet(done)
		a.pass()
		a.stay()
	}
	a.until("paid and booked", done)
	a.all[0].came(lies[0] != "")
	if p.odds != nil && a.deepest < 5 {
		t.Errorf("at most %d blocks were taken back at once", a.deepest)
	}
	if lies[0] == liar.OtherBlob && !a.all[0].sent("/proveWeights-") {
		t.Error("it was not proven what the blobs hold")
	}
}

// A game that cannot be played holds up no other: all the others are answered.
func TestAGameThatFailsHoldsUpNoOther(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	const games = 6
	contests := []*contest{newContest(t, evaluator.Dispute, graphtest.Residual(rand.New(rand.NewPCG(5, 6))), 4)}
	w := newWallet(t)
	a := newArena(t, 1, points{only: "nobody"}, contests, w)
	c, m := a.all[0], a.chain(a.all[0].market)
	tx := a.manager(m, w)
	l := liar.New(m, tx, 1, graphtest.Residual(rand.New(rand.NewPCG(5, 6))), "", games)
	a.each = func() { a.must(l.Act(t.Context())) }
	a.until("committed", func(_ *contestant, at Attempt) bool { return at.State == Committed })
	a.pass()
	a.claimed(contests)
	a.until("asserted", asserted)
	first := true
	var broken []byte // the example of the game that is looked at first
	c.solver.player.Trace = func(claim *dispute.Claim, pixels []byte) (*dispute.Trace, error) {
		if first {
			first, broken = false, slices.Clone(pixels)
		}
		if bytes.Equal(pixels, broken) {
			return nil, errors.New("a fault of this example alone")
		}
		return claim.Trace(pixels)
	}
	answered := func() (n int) {
		for key := range c.intents.all {
			if strings.Contains(key, "/game/") && strings.Contains(key, "/list-") {
				n++
			}
		}
		return n
	}
	for range 40 {
		_ = c.solver.look(t.Context())
		a.each()
		a.must(a.node.Mine(0))
		if answered() == games-1 {
			return
		}
	}
	t.Errorf("%d of %d games are answered", answered(), games-1)
}

// quiet lets everybody act until the chain has been silent for a while.
func (a *arena) quiet(done func(*contestant, Attempt) bool) {
	a.Helper()
	for silent := 0; silent < 6; {
		c := a.all[0]
		before, deaths := len(c.intents.all), c.deaths
		if c.all(done) {
			return
		}
		c.live()
		a.each()
		if a.must(a.node.Mine(0)); a.Failed() {
			a.FailNow()
		}
		a.takeBack()
		if silent++; len(c.intents.all) != before || c.deaths != deaths || c.pending() {
			silent = 0
		}
	}
}

// sent reports whether a transaction of ours has such a key.
func (c *contestant) sent(part string) bool {
	for key := range c.intents.all {
		if strings.Contains(key, part) {
			return true
		}
	}
	return false
}

// pending reports whether a transaction of ours is on its way.
func (c *contestant) pending() bool {
	all, _ := c.intents.All()
	for _, in := range all {
		if in.State == txmgr.Pending {
			return true
		}
	}
	return false
}

// came checks that the honest one has come out with more than the reward, less gas.
func (c *contestant) came(proved bool) {
	ctx, o := c.Context(), c.organise
	after, err := o.Market.Balance(ctx, c.wallet.Address())
	if err != nil {
		c.Fatal(err)
	}
	total, gas, bonds, bounty := new(big.Int), new(big.Int), new(big.Int), new(big.Int)
	for id, p := range c.ledger {
		total.Add(total, p.Wei)
		switch {
		case p.Kind == "gas":
			gas.Sub(gas, p.Wei)
		case p.Kind == "bounty":
			bounty.Add(bounty, p.Wei)
		case strings.Contains(id, "/dispute"):
			bonds.Add(bonds, p.Wei)
		}
		if p.Source == "" {
			c.Errorf("%s has no source", id)
		}
	}
	if bonds.Sign() != 0 || bounty.Sign() <= 0 {
		c.Errorf("%v wei of the bonds in disputes are not back, and others' losses brought %v", bonds, bounty)
	}
	gained := new(big.Int).Sub(after, c.before)
	if gained.Cmp(total) != 0 {
		c.Errorf("the wallet gained %v wei, the ledger says %v", gained, total)
	}
	least := big.NewInt(1e17)
	if !proved { // what liars' games lost pays for their moves
		least.Sub(least, gas)
	}
	if gained.Cmp(least) <= 0 {
		c.Errorf("the honest solver has gained %v wei, %v of it gas, want above %v", gained, gas, least)
	}
	c.Logf("%d transactions, %d deaths, gained %v of 1e17, gas %v", len(c.intents.all), c.deaths, gained, gas)
}
