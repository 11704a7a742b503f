package contract_test

import (
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
)

// Ten liars claim all answers right, half of them silent afterwards and half with
// a model that is worth nothing. Each costs its bond and a turn; the honest one,
// last in the ranking, still gets its turn, the reward and all that they lost.
func TestAChainOfLies(t *testing.T) {
	const liars = 10
	c := newChain(t)
	g := newGame(c, 1)
	g.open(1000)
	nets := []*player(nil)
	for range liars {
		nets = append(nets, g.players(worse(g.truth, 8))...)
	}
	honest := g.players(g.truth)[0]
	honest.entry = liars
	all := append(nets, honest)
	for i, p := range nets {
		p.entry = int64(i)
	}
	g.toClaims(all...)
	for _, p := range nets {
		g.claimOf(p.actor, p.entry, 48)
	}
	g.claimOf(honest.actor, honest.entry, honest.right)
	g.expire()
	for i := range nets {
		p := all[g.turn()]
		if p == honest {
			t.Fatalf("the honest claim of %d comes before %d lies", honest.right, liars-i)
		}
		if i%2 == 0 {
			g.prove(p) // counted below the need: out
		} else {
			g.expire()
			g.finalize()
		}
		g.status(p.entry, slashed)
	}
	g.prove(honest)
	g.finalize()
	g.closedAs(won)
	g.cashIn(all...)
	g.gained(honest.actor, honest.start, sum(wei(1000), times(g.toWinner(), liars)))
	for _, p := range nets {
		g.gained(p.actor, p.start, times(g.terms.ClaimBond, -1))
	}
	c.empty()
}

// turn is the entry whose turn it is.
func (g *game) turn() int64 {
	g.t.Helper()
	return view(g.chain, g.abi.PackLeader(g.id), g.abi.UnpackLeader).Int64()
}

// An organiser enters a model fitted to the hold-out that they alone know, in a
// challenge that they pay for themselves: they get their own money back and not
// a wei more, the honest solver loses nothing but gas, and its model is never seen.
func TestAFittedModelGainsOnlyOnesOwnMoney(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	start := c.worth(g.owner)
	g.open(1000)
	fitted := &player{actor: g.owner, net: g.truth, bytes: marshal(t, g.truth), entry: 0}
	honest := g.players(worse(g.truth, 1))[0]
	honest.entry = 1
	g.toClaims(fitted, honest)
	if fitted.right <= honest.right {
		t.Fatalf("the fitted model has %d right, the honest one %d", fitted.right, honest.right)
	}
	g.claimOf(fitted.actor, 0, fitted.right)
	g.claimOf(honest.actor, 1, honest.right)
	g.expire()
	g.prove(fitted)
	c.refuse("WrongPhase Evaluate", honest.actor, nil, c.abi.PackRevealModel(g.id, wei(1), honest.bytes))
	g.finalize()
	g.closedAs(won)
	g.cashIn(fitted, honest)
	g.gained(g.owner, start, wei(0))
	g.gained(honest.actor, honest.start, wei(0))
	c.empty()
	logs, err := c.client.FilterLogs(t.Context(), ethereum.FilterQuery{Addresses: []common.Address{c.market},
		Topics: [][]common.Hash{{c.abi.GetABI().Events["ModelRevealed"].ID}, nil, {common.BigToHash(wei(1))}}})
	if err != nil || len(logs) != 0 {
		t.Errorf("%d of the honest models were revealed, %v", len(logs), err)
	}
}
