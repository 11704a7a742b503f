package contract_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// A claim of more than the chain counts costs its bond; the entry stays ranked
// at what was counted.
func TestOverclaimIsRankedAtItsCount(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	start := c.worth(g.owner)
	g.open(1000)
	ps := g.players(worse(g.truth, 2), g.truth, worse(g.truth, 1))
	g.toClaims(ps...)
	liar, best, middle := ps[0], ps[1], ps[2]
	t.Logf("right: %d, %d, %d", liar.right, best.right, middle.right)
	if liar.right < 20 || best.right <= middle.right || middle.right <= liar.right {
		t.Fatal("not the case meant")
	}
	g.claimOf(liar.actor, 0, 48)
	g.claimOf(best.actor, 1, best.right)
	g.claimOf(middle.actor, 2, middle.right)
	g.expire()
	g.prove(liar)
	g.status(0, counted)
	if e := c.entry(g.id, 0); int(e.Right) != liar.right {
		t.Errorf("counted %d, want %d", e.Right, liar.right)
	}
	g.prove(best)
	g.finalize()
	g.closedAs(won)
	if w := c.challenge(g.id).Winner; w != 2 {
		t.Errorf("winner %d, want entry 1", int(w)-1)
	}
	g.cashIn(ps...)
	g.gained(liar.actor, liar.start, times(g.terms.ClaimBond, -1))
	g.gained(best.actor, best.start, sum(wei(1000), g.toWinner()))
	g.gained(middle.actor, middle.start, wei(0))
	g.gained(g.owner, start, wei(-1000))
	c.empty()
}

// When all better claims fail, the one that was counted lower wins after all,
// without another evaluation.
func TestCountedLiarWinsWhenTheOthersFail(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(1000)
	ps := g.players(worse(g.truth, 1), g.truth)
	g.toClaims(ps...)
	g.claimOf(ps[0].actor, 0, 48)
	g.claimOf(ps[1].actor, 1, ps[1].right)
	g.expire()
	g.prove(ps[0])
	g.expire() // the better one stays silent
	g.finalize()
	g.closedAs(won)
	g.cashIn(ps...)
	// of the two lost bonds, one its own, half burns: lying is free to nobody
	g.gained(ps[0].actor, ps[0].start, wei(1000))
	g.gained(ps[1].actor, ps[1].start, times(g.terms.ClaimBond, -1))
	g.withdrawn()
}

// withdrawn pays the owner, if there is something, and expects nothing to remain.
func (g *game) withdrawn() {
	g.t.Helper()
	if g.credit(g.owner.addr).Sign() > 0 {
		g.withdraw(g.owner)
	}
	g.empty()
}

// Of equal claims, and of an equal count and claim, the earlier commit is first.
func TestTiesGoToTheEarlierCommit(t *testing.T) {
	t.Run("equal claims", func(t *testing.T) {
		c := newChain(t)
		g := newGame(c, 1)
		g.open(1000)
		ps := g.players(g.truth, g.truth)
		g.toClaims(ps...)
		g.claimOf(ps[1].actor, 1, ps[1].right) // claimed first, committed second
		g.claimOf(ps[0].actor, 0, ps[0].right)
		g.expire()
		c.refuse("NotYourTurn", ps[1].actor, nil, c.abi.PackRevealModel(g.id, wei(1), ps[1].bytes))
		g.prove(ps[0])
		g.finalize()
		g.cashIn(ps...)
		g.gained(ps[0].actor, ps[0].start, wei(1000))
		g.gained(ps[1].actor, ps[1].start, wei(0))
		g.withdrawn()
	})
	for _, earlier := range []int64{0, 1} {
		name := map[int64]string{0: "a liar's count against a later claim", 1: "a liar's count against an earlier claim"}[earlier]
		t.Run(name, func(t *testing.T) {
			c := newChain(t)
			g := newGame(c, 1)
			g.open(1000)
			ps := g.players(g.truth, g.truth)
			liar, honest := ps[earlier], ps[1-earlier]
			g.toClaims(ps...)
			g.claimOf(liar.actor, liar.entry, 48)
			g.claimOf(honest.actor, honest.entry, honest.right)
			g.expire()
			g.prove(liar)
			winner := ps[0]
			if winner == honest {
				g.prove(honest)
			}
			g.finalize()
			if w := c.challenge(g.id).Winner; w != 1 {
				t.Errorf("winner %d, want entry 0", int(w)-1)
			}
			g.cashIn(ps...)
			g.withdrawn()
		})
	}
}

// A claim below the count is ranked at the claim, and loses nothing.
func TestUnderclaimLosesNothing(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(1000)
	ps := g.players(g.truth, worse(g.truth, 1))
	g.toClaims(ps...)
	g.claimOf(ps[0].actor, 0, 20)
	g.claimOf(ps[1].actor, 1, ps[1].right)
	g.expire()
	g.prove(ps[1])
	g.finalize()
	g.cashIn(ps...)
	g.gained(ps[0].actor, ps[0].start, wei(0))
	g.gained(ps[1].actor, ps[1].start, wei(1000))
	g.withdrawn()
}

// The evaluation ends as soon as the requirement is out of reach.
func TestEarlyElimination(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.terms.AccuracyThreshold = wei(40)
	g.open(1000)
	ps := g.players(zeroNet(12, 3), g.truth)
	g.toClaims(ps...)
	if ps[1].right < 40 {
		t.Fatalf("%d right: not the case meant", ps[1].right)
	}
	g.claimOf(ps[0].actor, 0, 48)
	g.claimOf(ps[1].actor, 1, ps[1].right)
	g.expire()
	g.revealModel(ps[0].actor, 0, ps[0].bytes)
	e, right, slots := model.NewEvaluator(ps[0].net), 0, 0
	for right+(4-slots)*12 >= 40 {
		index := g.slot(slots)
		right += e.CountRight(g.data.pixels[index], g.data.labels[index])
		g.status(0, revealed)
		c.do(g.owner, nil, g.packEvaluate(0, ps[0].bytes, g.piece(slots, slots+1)))
		slots++
	}
	if slots == 4 {
		t.Fatal("eliminated only at the end: not the case meant")
	}
	g.status(0, slashed)
	c.refuse("NotAllowed", g.owner, nil, g.packEvaluate(0, ps[0].bytes, g.piece(slots, slots+1)))
	g.prove(ps[1])
	g.finalize()
	g.cashIn(ps...)
	g.gained(ps[0].actor, ps[0].start, times(g.terms.ClaimBond, -1))
	g.gained(ps[1].actor, ps[1].start, sum(wei(1000), g.toWinner()))
	g.withdrawn()
}

// A model that the evaluator refuses cannot be revealed, and costs its turn.
func TestMalformedModelLosesItsTurn(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(1000)
	ps := g.players(g.truth)
	ps[0].bytes = append(ps[0].bytes, 0)
	g.toClaims(ps...)
	g.claimOf(ps[0].actor, 0, 48)
	g.expire()
	c.refuse("BadModel", ps[0].actor, nil, c.abi.PackRevealModel(g.id, wei(0), ps[0].bytes))
	g.at(c.challenge(g.id).Deadline + 101)
	g.finalize()
	g.closedAs(noWinner)
}

// A winner that calls withdraw again on being paid gets its balance once.
func TestWithdrawCannotBeReentered(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(900_000) // what there would be to steal
	h := newGame(c, 2)
	h.terms.DrawDelay = 50
	thief := newPuppet(c, c.actor())
	h.id = c.count()
	thief.mustAct(sum(h.terms.OrganiserBond, wei(500)), c.abi.PackCreateChallenge(h.terms, wei(500)))
	thief.mustAct(nil, c.abi.PackCancel(h.id))
	thief.mustAct(nil, c.abi.PackRefund(h.id, thief.addr))
	thief.behave(false, c.abi.PackWithdraw(thief.addr, everything))
	thief.mustAct(nil, c.abi.PackWithdraw(thief.addr, everything))
	if n, ok := thief.number("entered"), thief.number("succeeded"); n != 1 || ok != 0 {
		t.Errorf("entered %d times, %d succeeded; want 1 and 0", n, ok)
	}
	if got := c.ether(thief.addr); got.Cmp(wei(50_501)) != 0 {
		t.Errorf("the thief has %v wei, want 50501", got)
	}
	if got := c.ether(c.market); got.Cmp(wei(950_001)) != 0 {
		t.Errorf("the market has %v wei, want 950001", got)
	}
}

// Turns go from the largest claim to the smallest, the earlier commit first of
// equals, over any number of claims in any order.
func TestTurnsFollowTheRanking(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(0)
	r := rand.New(rand.NewPCG(5, 5))
	const n = 14
	var nets []*model.Network
	for range n {
		nets = append(nets, g.truth)
	}
	ps := g.players(nets...)
	g.toClaims(ps...)
	claims := make([]int64, n)
	for _, i := range r.Perm(n) {
		claims[i] = 20 + r.Int64N(9)
		g.claimOf(ps[i].actor, int64(i), int(claims[i]))
	}
	order := make([]int64, n)
	for i := range order {
		order[i] = int64(i)
	}
	slices.SortStableFunc(order, func(a, b int64) int { return int(claims[b] - claims[a]) })
	g.at(c.challenge(g.id).Deadline + 101)
	for i, want := range order {
		if got := view(c, c.abi.PackLeader(g.id), c.abi.UnpackLeader); got.Int64() != want {
			t.Fatalf("turn %d is entry %v's, want %d's; claims %v", i, got, want, claims)
		}
		g.finalize()
		if i < n-1 {
			g.expire()
		}
	}
	g.closedAs(noWinner)
}
