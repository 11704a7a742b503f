package contract_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
)

// The gas of every call of a challenge on a 784-64-10 network, groups of 24;
// the total is for a hold-out of 1,008 vectors, of which a seventh is played.
// All calls fit a transaction, and the count is what pkg/model says.
func TestGasOfEveryCall(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	r := rand.New(rand.NewPCG(11, 12))
	g.truth = balancedNet(r, 784, 64, 10)
	g.data = newDataset(c.t, r, g.truth, 30, 24, dataset.Octets)
	g.terms.DatasetHash, g.terms.Groups, g.terms.Drawn, g.terms.GroupSize = g.data.root(), 30, 6, 24
	g.terms.Features, g.terms.Classes, g.terms.AccuracyThreshold = 784, 10, wei(110)
	var table strings.Builder
	var total uint64
	row := func(name string, calls int, each uint64) {
		total += uint64(calls) * each
		fmt.Fprintf(&table, "%-28s %2d calls of %8d gas\n", name, calls, each)
	}
	one := func(name string) { row(name, 1, c.gas) }
	g.open(1000)
	one("createChallenge")
	c.do(c.actor(), wei(5), c.abi.PackFund(g.id, wei(5)))
	one("fund")
	g.drawNow()
	one("draw")
	p := g.players(g.truth)[0]
	g.commitTo(p.actor, p.bytes)
	one("commit")
	g.endCommits()
	g.revealAll()
	row("revealTest, 6 groups", 7, c.gas)
	p.right = g.right(p.net)
	g.claimOf(p.actor, 0, p.right)
	one("claim")
	g.expire()
	g.revealModel(p.actor, 0, p.bytes)
	one("revealModel")
	var gas uint64
	for s := 0; s < 6; s += 2 {
		c.do(p.actor, nil, g.packEvaluate(0, p.bytes, g.piece(s, s+2)))
		gas += c.gas
	}
	row("evaluate, 2 groups", 21, gas/3)
	if e := c.entry(g.id, 0); int(e.Right) != p.right {
		t.Errorf("the contract counts %d, the model %d", e.Right, p.right)
	}
	g.finalize()
	one("finalize")
	g.settleBond(0)
	one("claimBond")
	g.withdraw(p.actor)
	one("withdraw")
	g.closedAs(won)
	h := newGame(c, 1)
	h.terms.DrawDelay = 50
	h.open(1000)
	c.do(h.owner, nil, c.abi.PackCancel(h.id))
	one("cancel")
	h.refund(h.owner)
	one("refund")
	t.Logf("model of %d bytes, %d MACs, %d of 144 right; %.2f gas a MAC over all of evaluate\n%stotal %d",
		len(p.bytes), p.net.MACs(), p.right, float64(gas)/float64(144*p.net.MACs()), table.String(), total)
}
