package contract_test

import (
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

// The largest networks that ConvEvaluator accepts are evaluated, a group of 12
// in each transaction, through the market and under today's limits.
func TestConvolutionsOnTheMarket(t *testing.T) {
	c := newChain(t)
	c.evaluator = c.deploy(common.FromHex(contract.ConvEvaluatorMetaData.Bin))
	t.Logf("deployment: %d gas", c.gas)
	c.newMarket(minBond)
	r := rand.New(rand.NewPCG(41, 42))
	for _, s := range []convShape{
		{3, 32, 32, []int{8, 0, 16, 0, 24, 0, -48, -10}}, // the convolutions cost most
		{3, 32, 32, []int{0, 12, 0, 24, 0, -184, -10}},   // the calldata is near its limit
	} {
		t.Run(s.String(), func(t *testing.T) {
			g := newGame(c, 1)
			g.truth = s.network(r)
			g.data = newDataset(t, r, g.truth, 30, lanes, dataset.Columns12)
			g.terms.DatasetHash, g.terms.Groups, g.terms.HoldoutGroups, g.terms.GroupSize = g.data.root(), 30, 1, lanes
			g.terms.Features, g.terms.Classes, g.terms.AccuracyThreshold = uint16(g.truth.Input.Size()), 10, wei(1)
			g.open(1000)
			g.drawNow()
			p := g.players(g.truth)[0]
			g.commitTo(p.actor, p.bytes)
			g.endCommits()
			g.revealAll()
			p.right = g.right(p.net)
			g.claimOf(p.actor, 0, p.right)
			g.expire()
			g.revealModel(p.actor, 0, p.bytes)
			c.do(p.actor, nil, g.packEvaluate(0, p.bytes, g.piece(0, 1)))
			t.Logf("model of %d bytes, %d MACs, bound %d (limit %d): evaluate takes %d gas", len(p.bytes), g.truth.MACs(), evaluator.ConvGas(g.truth), evaluator.MaxConvGas, c.gas)
			if e := c.entry(g.id, 0); int(e.Right) != p.right {
				t.Errorf("the contract counts %d, the model %d", e.Right, p.right)
			}
			g.finalize()
			g.closedAs(won)
		})
	}
}
