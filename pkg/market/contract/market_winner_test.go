package contract_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

// What a transaction with one fresh storage slot costs shows the rules; the
// chain that gas is measured on has the same.
func TestTheChainHasTodaysRules(t *testing.T) {
	still, _ := newStillChain(t)
	var creations []uint64
	for _, c := range []*chain{newChain(t), still} {
		// sstore(0, 1) on creation
		if !c.transact(c.actors[1], nil, nil, common.FromHex("600160005500")) {
			t.Fatal("failed")
		}
		creations = append(creations, c.gas)
		// a contract that stores 1 in the slot number that it is called with
		at := c.deploy(common.FromHex("6006600c60003960066000f3" + "600160003555"))
		if !c.transact(c.actors[1], &at, nil, nil) {
			t.Fatal("failed")
		}
		if c.gas < 43_000 || c.gas > 43_500 {
			t.Errorf("a fresh slot costs %d gas, want about 43,248", c.gas)
		}
	}
	if creations[0] != creations[1] {
		t.Errorf("a creation costs %d gas on the simulated chain, %d on the one for measuring", creations[0], creations[1])
	}
}

// The whole way to a paid winner; every balance to the wei.
func TestTheBestModelIsPaid(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	sponsor, alice, bob, passerBy := c.actor(), c.actor(), c.actor(), c.actor()
	before := map[*actor]func(int64){}
	for _, a := range []*actor{g.owner, sponsor, alice, bob, passerBy} {
		start := c.worth(a)
		before[a] = func(want int64) { t.Helper(); g.gained(a, start, wei(want)) }
	}
	const reward, added = 1_000_000, 234_567
	g.open(reward)
	c.do(sponsor, wei(added), g.packFund(wei(added)))
	g.drawNow()
	best, second := marshal(t, g.truth), marshal(t, worse(g.truth, 1))
	g.commitTo(bob, second)
	g.commitTo(alice, best)
	g.endCommits()

	c.do(passerBy, nil, g.packReveal(g.piece(0, 1)))
	c.do(g.owner, nil, g.packReveal(g.piece(2, 4)))
	c.refuse("NothingToDo", g.owner, nil, g.packReveal(g.piece(2, 4))) // nothing of it is new
	if n := c.challenge(g.id).Revealed; n != 3 {
		t.Fatalf("%d groups revealed, want 3", n)
	}
	g.in(revealing)
	c.do(g.owner, nil, g.packReveal(g.piece(0, 2)))
	g.in(claiming)

	high, low := g.right(g.truth), g.right(worse(g.truth, 1))
	t.Logf("the models have %d and %d of 48 right", high, low)
	if high <= low || low < 20 {
		t.Fatalf("the models have %d and %d right: not the case meant", high, low)
	}
	g.claimOf(bob, 0, low)
	g.claimOf(alice, 1, high)
	c.refuse("WrongPhase Claim", alice, nil, c.abi.PackRevealModel(g.id, wei(1), best))
	g.expire()
	c.refuse("NotYourTurn", bob, nil, c.abi.PackRevealModel(g.id, wei(0), second))
	c.refuse("NotAllowed", bob, nil, c.abi.PackRevealModel(g.id, wei(1), best))
	c.refuse("BadModel", alice, nil, c.abi.PackRevealModel(g.id, wei(1), second))
	g.revealModel(alice, 1, best)
	c.refuse("NotAllowed", passerBy, nil, g.packEvaluate(1, second, g.piece(0, 1)))
	c.refuse("NotAllowed", passerBy, nil, g.packEvaluate(0, second, g.piece(0, 1)))

	c.do(passerBy, nil, g.packEvaluate(1, best, g.piece(1, 3)))
	c.refuse("NothingToDo", passerBy, nil, c.abi.PackFinalize(g.id))
	c.do(passerBy, nil, g.packEvaluate(1, best, g.piece(0, 1)))
	c.do(passerBy, nil, g.packEvaluate(1, best, g.piece(3, 4)))
	if e := c.entry(g.id, 1); int(e.Right) != high || e.Seen != 4 || e.Status != counted {
		t.Fatalf("the contract counts %d over %d groups (status %d), the model %d", e.Right, e.Seen, e.Status, high)
	}
	c.refuse("NotAllowed", passerBy, nil, g.packEvaluate(1, best, g.piece(3, 4)))

	c.do(passerBy, nil, c.abi.PackFinalize(g.id))
	g.closedAs(won)
	c.refuse("NothingToDo", passerBy, nil, c.abi.PackFinalize(g.id))
	c.do(passerBy, nil, c.abi.PackClaimBond(g.id, wei(0)))
	c.do(passerBy, nil, c.abi.PackClaimBond(g.id, wei(1)))
	c.refuse("NothingToDo", passerBy, nil, c.abi.PackClaimBond(g.id, wei(1)))
	c.refuse("WrongPhase Closed", sponsor, nil, c.abi.PackRefund(g.id, sponsor.addr))
	for _, a := range []*actor{alice, bob, g.owner} {
		g.withdraw(a)
		c.refuse("NothingToDo", a, nil, c.abi.PackWithdraw(a.addr, everything))
	}
	before[alice](reward + added)
	before[bob](0)
	before[g.owner](-reward)
	before[sponsor](-added)
	before[passerBy](0)
	c.empty()
	if b := c.burned(); b.Sign() != 0 {
		t.Errorf("%v wei burned, want none", b)
	}
}
