package contract_test

import (
	"math/rand/v2"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

// An organiser who does not reveal must lose a good part of the bond even if
// most of the commits are the organiser's own.
func TestOrganiserCannotWinItsBondBackByCommitting(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	start := c.worth(g.owner)
	g.open(0)
	solver := g.players(g.truth)[0]
	g.drawNow()
	g.commitTo(solver.actor, solver.bytes)
	const own = 40
	for range own {
		c.do(g.owner, g.terms.CommitBond, g.packCommit([32]byte{1}))
	}
	g.at(c.challenge(g.id).Deadline + 101)
	g.finalize()
	for e := range int64(own + 1) {
		g.settleBond(e)
	}
	g.withdraw(g.owner)
	lost := minus(start, c.worth(g.owner))
	t.Logf("the organiser lost %v wei of its bond of %v; the solver got %v", lost, g.terms.OrganiserBond, minus(c.credit(solver.addr), g.terms.CommitBond))
	if times(lost, 2).Cmp(g.terms.OrganiserBond) < 0 {
		t.Errorf("by %d commits of its own the organiser lost only %v wei of a bond of %v", own, lost, g.terms.OrganiserBond)
	}
}

// A rival that evaluates one group just before must not make the solver's own
// evaluation fail: groups already counted are skipped.
func TestEvaluateSkipsWhatWasCounted(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(1000)
	p := g.players(g.truth)[0]
	g.toClaims(p)
	g.claimOf(p.actor, 0, p.right)
	g.expire()
	g.revealModel(p.actor, 0, p.bytes)
	all := g.packEvaluate(0, p.bytes, g.piece(0, 4))
	c.do(c.actor(), nil, g.packEvaluate(0, p.bytes, g.piece(3, 4))) // seen in the pool, and mined first
	if why := c.why(p.actor, nil, all); why != "" {
		t.Fatalf("the solver's evaluation of all groups reverts with %s", why)
	}
	c.do(p.actor, nil, all)
	if e := c.entry(g.id, 0); int(e.Right) != p.right || e.Seen != 4 || e.Status != counted {
		t.Errorf("counted %d right of %d groups, want %d of 4", e.Right, e.Seen, p.right)
	}
}

// Terms that the contract accepts must leave room for evaluating one group
// with a useful model in one transaction, else every honest claim loses its bond.
func TestAcceptedGroupsFitATransaction(t *testing.T) {
	const (
		overhead    = 150_000 // hashing, copying and bookkeeping of the market
		maxCalldata = 131_072
	)
	c := newChain(t)
	e := newEvaluator(t, forms()[0])
	r := rand.New(rand.NewPCG(1, 1))
	for _, tt := range []struct {
		groupSize uint16
		sizes     []int
	}{
		{49_992, []int{1, 2}},
		{9_996, []int{9, 16, 10}},
		{1200, []int{33, 256}}, // the argmax over many classes costs more than the layer
		{240, []int{33, 256}},
		{12, []int{4096, 18, 10}},
		{120, []int{784, 64, 10}},
		{24, []int{4096, 12, 10}},
		{24, []int{784, 64, 10}},
	} {
		g := newGame(c, 1)
		g.terms.Features, g.terms.Classes, g.terms.GroupSize = uint16(tt.sizes[0]), uint16(tt.sizes[len(tt.sizes)-1]), tt.groupSize
		g.terms.RevealWindow, g.terms.TurnWindow = 10_000, 10_000
		if why := c.why(g.owner, g.terms.OrganiserBond, c.abi.PackCreateChallenge(g.terms, wei(0))); why != "" {
			continue // refused, so nobody can be trapped
		}
		net := marshal(t, modeltest.Dense(r, tt.sizes...))
		n := int(tt.groupSize)
		group := payload(t, modeltest.Pixels(r, n*tt.sizes[0]), make([]byte, n), e.layout(n, tt.sizes[0], tt.sizes[len(tt.sizes)-1]))
		_, gas := e.count(t, net, [][]byte{group}, n)
		calldata := len(net) + len(group) + 1500
		intrinsic := uint64(21_000 + 16*calldata)
		t.Logf("%v, groups of %d: %d bytes, %d gas", tt.sizes, n, calldata, gas+intrinsic+overhead)
		if calldata > maxCalldata {
			t.Errorf("%v, groups of %d: a model and a group are %d bytes, over the %d of a transaction", tt.sizes, n, calldata, maxCalldata)
		}
		if gas+intrinsic+overhead > transactionGas {
			t.Errorf("%v, groups of %d: one group costs %d gas, over the %d of a transaction", tt.sizes, n, gas+intrinsic+overhead, transactionGas)
		}
	}
}

// Asking for a group of a challenge that is not drawn, or does not exist, ends.
func TestGroupOfAnUndrawnChallenge(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(0)
	for name, data := range map[string][]byte{
		"no such challenge": c.abi.PackGroupOf(wei(99), wei(0)),
		"not drawn":         c.abi.PackGroupOf(g.id, wei(0)),
		"no such slot":      c.abi.PackGroupOf(g.id, wei(1<<40)),
	} {
		if why := c.why(g.owner, nil, data); why == "" || why == "out of gas" {
			t.Errorf("%s: %q, want a refusal", name, why)
		}
	}
}
