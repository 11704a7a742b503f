package contract_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// A whole challenge on 1,008 vectors and a 64-32-10 network of 4-bit
// activations, evaluated in one transaction, for at most 7 million gas.
func TestGasOfASmallChallenge(t *testing.T) {
	const (
		groupSize, drawn = 112, 9
		most             = 7_000_000
	)
	c := newChain(t)
	g := newGame(c, 1)
	r := rand.New(rand.NewPCG(21, 22))
	g.truth = balancedNetOf(model.Bits4, r, 64, 32, 10)
	g.data = newDataset(t, r, g.truth, 30, groupSize, dataset.Nibbles)
	g.terms.DatasetHash, g.terms.Groups, g.terms.Drawn, g.terms.GroupSize = g.data.root(), 30, drawn, groupSize
	g.terms.Features, g.terms.Classes, g.terms.AccuracyThreshold, g.terms.Evaluator = 64, 10, wei(800), c.fourBits
	var table strings.Builder
	var total uint64
	row := func(name string) {
		total += c.gas
		fmt.Fprintf(&table, "%-16s %8d gas\n", name, c.gas)
	}
	g.open(1000)
	row("createChallenge")
	g.drawNow()
	row("draw")
	p := g.players(g.truth)[0]
	g.commitTo(p.actor, p.bytes)
	row("commit")
	g.endCommits()
	g.revealAll()
	row("revealTest")
	p.right = g.right(p.net)
	g.claimOf(p.actor, 0, p.right)
	row("claim")
	g.expire()
	g.revealModel(p.actor, 0, p.bytes)
	row("revealModel")
	g.evaluateAll(0, p.bytes)
	row("evaluate")
	if e := c.entry(g.id, 0); int(e.Right) != p.right || e.Seen != drawn {
		t.Errorf("the contract counts %d of %d groups, the model %d", e.Right, e.Seen, p.right)
	}
	g.finalize()
	row("finalize")
	g.settleBond(0)
	row("claimBond")
	g.withdraw(p.actor)
	row("withdraw")
	g.closedAs(won)
	t.Logf("%d of %d right, model of %d bytes\n%stotal %d gas", p.right, groupSize*drawn, len(p.bytes), table.String(), total)
	if total > most {
		t.Errorf("the challenge took %d gas, at most %d", total, most)
	}
}
