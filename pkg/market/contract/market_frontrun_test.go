package contract_test

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// Before every single call of a challenge a rival sends the very same call, with
// the same value. It gains the rival nothing, and costs nobody else anything:
// the challenge goes its way and the money where it belongs.
func TestEveryCallFrontRun(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	rival, solver, sponsor := c.actor(), c.actor(), c.actor()
	copied := map[string]int{}
	front := func(name string, from *actor, value *big.Int, data []byte) {
		t.Helper()
		first, second := c.try(rival, value, data), c.try(from, value, data)
		if !first && !second {
			t.Fatalf("%s: neither the copy nor the call succeeded", name)
		}
		if first {
			copied[name]++
		}
	}
	if !c.try(rival, sum(g.terms.OrganiserBond, wei(1000)), c.abi.PackCreateChallenge(g.terms, wei(1000))) {
		t.Fatal("anybody may open a challenge of their own")
	}
	copyID := c.count()
	g.open(1000)
	copyID.Sub(g.id, wei(1))
	start := map[*actor]*big.Int{rival: c.worth(rival), solver: c.worth(solver), sponsor: c.worth(sponsor)}
	front("fund", sponsor, wei(10), g.packFund(wei(10)))
	at := c.challenge(g.id).DrawBlock
	c.mine(at)
	front("draw", g.owner, nil, c.abi.PackDraw(g.id, c.header(at)))
	best := marshal(t, g.truth)
	g.modelHash[solver] = model.Hash(best)
	front("commit", solver, g.terms.CommitBond, g.packCommit(commitment(g, solver.addr, model.Hash(best))))
	const ours, theirs = 1, 0
	g.endCommits()
	for s := range 4 {
		front("revealHoldout", g.owner, nil, g.packReveal(g.piece(s, s+1)))
	}
	right := g.right(g.truth)
	// the copied commitment opens for nobody but its solver
	c.refuse("NotAllowed", rival, g.terms.ClaimBond, c.abi.PackClaim(g.id, wei(theirs), g.modelHash[solver], saltOfAll, wei(int64(right))))
	front("claim", solver, g.terms.ClaimBond, g.packClaim(solver, ours, right))
	g.expire()
	front("revealModel", solver, nil, c.abi.PackRevealModel(g.id, wei(ours), best))
	for s := range 4 {
		front("evaluate", solver, nil, g.packEvaluate(ours, best, g.piece(s, s+1)))
	}
	front("finalize", solver, nil, c.abi.PackFinalize(g.id))
	g.closedAs(won)
	front("claimBond", solver, nil, c.abi.PackClaimBond(g.id, wei(ours)))
	front("claimBond", rival, nil, c.abi.PackClaimBond(g.id, wei(theirs)))
	front("withdraw", solver, nil, c.abi.PackWithdraw(solver.addr, everything))
	for name, want := range map[string]int{"fund": 1, "draw": 1, "commit": 1, "revealHoldout": 4, "claim": 0, "revealModel": 0, "evaluate": 4, "finalize": 1} {
		if copied[name] != want {
			t.Errorf("%s: %d copies were taken, want %d", name, copied[name], want)
		}
	}
	// who copies the withdrawal too sends what is left of their bond to the solver
	g.gained(solver, start[solver], sum(wei(1020), g.forfeited()))
	g.gained(sponsor, start[sponsor], wei(-10))
	g.gained(rival, start[rival], minus(wei(-10), g.terms.CommitBond)) // what it funded, and entered for
	c.refuse("NotAllowed", rival, nil, c.abi.PackCancel(g.id))
	if got := c.challenge(copyID).Reward; got.Int64() != 1000 {
		t.Errorf("the rival's own challenge holds %v", got)
	}
}

// A commitment, and what an evaluation's randomness hangs on, are of one chain,
// one market, one challenge and one solver.
func TestNothingCanBeReplayed(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(1000)
	solver, best := c.actor(), marshal(t, g.truth)
	elsewhere := commitment(g, solver.addr, model.Hash(best))
	c.newMarket(minBond) // another one on the same chain
	h := newGame(c, 1)
	h.open(1000)
	h.drawNow()
	h.modelHash[solver] = model.Hash(best)
	c.do(solver, h.terms.CommitBond, h.packCommit(elsewhere))
	h.endCommits()
	h.revealAll()
	c.refuse("NotAllowed", solver, h.terms.ClaimBond, h.packClaim(solver, 0, h.right(h.truth)))

	m := newBareMarket(t)
	ask := func(chain int64, data []byte) common.Hash {
		rules := *params.MainnetChainConfig
		rules.ChainID = big.NewInt(chain)
		m.cfg.ChainConfig, m.cfg.Origin, m.cfg.Value, m.cfg.GasLimit = &rules, common.Address{1}, new(big.Int), transactionGas
		out, err := callBare(m, data)
		if err != nil {
			t.Fatal(err)
		}
		return common.BytesToHash(out)
	}
	commit := m.abi.PackCommitmentOf(wei(0), common.Address{1}, [32]byte{2}, [32]byte{3})
	if ask(1, commit) == ask(5, commit) {
		t.Error("a commitment holds on another chain")
	}
}

// An account that has delegated to code can make a reveal up within its own
// transaction: it counts as a contract.
func TestDelegatedAccountsCannotReveal(t *testing.T) {
	m := newBareMarket(t)
	g := newGame(m.chain, 1)
	m.call(common.Address{1}, 51_001, g.abi.PackCreateChallenge(g.terms, wei(1000)))
	reveal := g.abi.PackRevealHoldout(wei(0), wei(0), nil, nil, nil)
	m.refuse("WrongPhase Created", common.Address{2}, reveal)
	m.cfg.State.SetCode(common.Address{2}, types.AddressToDelegation(common.Address{9}), tracing.CodeChangeUnspecified)
	m.refuse("NotDirect", common.Address{2}, reveal)
}
