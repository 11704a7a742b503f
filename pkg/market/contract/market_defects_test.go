package contract_test

import (
	"bytes"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// The defects that were executed against the published contract, each as a
// regression test.

// There, anyone could cancel before the organiser's first step.
func TestDefectA_OnlyTheOwnerCancels(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.terms.DrawDelay = 4
	sponsor, start := c.actor(), c.worth(g.owner)
	g.open(1000)
	c.do(sponsor, wei(77), g.packFund(wei(77)))
	c.refuse("NotAllowed", c.actor(), nil, c.abi.PackCancel(g.id))
	c.refuse("NotAllowed", sponsor, nil, c.abi.PackCancel(g.id))
	c.refuse("WrongPhase Created", g.owner, nil, c.abi.PackCancel(g.id)) // the draw's block
	h := newGame(c, 2)
	h.terms.DrawDelay = 20
	start2 := c.worth(h.owner)
	h.open(1000)
	c.do(sponsor, wei(88), h.packFund(wei(88)))
	c.do(h.owner, nil, c.abi.PackCancel(h.id))
	h.closedAs(cancelled)
	c.refuse("WrongPhase Closed", h.owner, nil, c.abi.PackCancel(h.id))
	h.refund(h.owner)
	h.refund(sponsor)
	if got := c.credit(sponsor.addr); got.Cmp(wei(88)) != 0 {
		t.Errorf("the sponsor may withdraw %v, want 88", got)
	}
	h.withdraw(h.owner)
	h.gained(h.owner, start2, wei(0))
	g.gained(g.owner, start, wei(-51_001))
	if b := c.burned(); b.Sign() != 0 {
		t.Errorf("%v wei went to the zero address", b)
	}
}

// There, a stranger became the one to refund. Here nothing that a stranger
// calls moves a cancelled challenge's money to them.
func TestDefectB_NobodyElseIsRefunded(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.terms.DrawDelay = 20
	thief := c.actor()
	g.open(1000)
	c.refuse("NotAllowed", thief, nil, c.abi.PackCancel(g.id))
	c.refuse("WrongPhase Created", thief, nil, c.abi.PackRefund(g.id, thief.addr))
	c.do(g.owner, nil, c.abi.PackCancel(g.id))
	c.refuse("NothingToDo", thief, nil, c.abi.PackRefund(g.id, thief.addr))
	c.do(thief, nil, c.abi.PackRefund(g.id, g.owner.addr)) // to the owner's balance
	c.refuse("NothingToDo", thief, nil, c.abi.PackRefund(g.id, g.owner.addr))
	c.refuse("NothingToDo", thief, nil, c.abi.PackWithdraw(thief.addr, everything))
	if got := c.credit(g.owner.addr); got.Cmp(wei(51_001)) != 0 {
		t.Errorf("the owner may withdraw %v, want 51001", got)
	}
}

// There, without a submission the deposit was locked for ever.
func TestDefectC_NoSubmissionLocksNothing(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	start := c.worth(g.owner)
	g.open(1000)
	g.drawNow()
	g.expire()
	g.finalize()
	g.closedAs(noWinner)
	g.refund(g.owner)
	g.withdraw(g.owner)
	g.gained(g.owner, start, wei(0))
	c.empty()
}

// There, the first drawn index was constant, as it used the hash of the block
// itself. Here draws differ, by a later block's randomness and by challenge.
func TestDefectD_TheDrawIsNotConstant(t *testing.T) {
	c := newChain(t)
	draws := map[[4]int]bool{}
	var games []*game
	for i := range 12 {
		g := newGame(c, uint64(i))
		g.terms.DrawDelay = uint16(40 - i) // all by the same block
		g.open(0)
		games = append(games, g)
	}
	firsts := map[int]bool{}
	for _, g := range games {
		at := c.challenge(g.id).DrawBlock
		if at != c.challenge(games[0].id).DrawBlock {
			t.Fatal("the games draw by different blocks")
		}
	}
	c.refuse("WrongPhase Created", games[0].owner, nil, c.abi.PackDraw(games[0].id, c.header(c.head().Number.Uint64())))
	c.mine(c.challenge(games[0].id).DrawBlock)
	for _, g := range games {
		g.drawNow()
		draw := [4]int{g.slot(0), g.slot(1), g.slot(2), g.slot(3)}
		draws[draw], firsts[draw[0]] = true, true
		seen := map[int]bool{}
		for s := range 30 {
			if x := g.slot(s); x < 0 || x >= 30 || seen[x] {
				t.Fatalf("slot %d stands for group %d: not a permutation of 30", s, x)
			} else {
				seen[x] = true
			}
		}
	}
	if len(draws) < 11 || len(firsts) < 4 {
		t.Errorf("12 challenges drew %d different hold-outs with %d first groups", len(draws), len(firsts))
	}
}

// There, one revealed test group was enough.
func TestDefectE_EveryDrawnGroupMustBeRevealed(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(1000)
	p := g.players(g.truth)[0]
	g.drawNow()
	g.commitTo(p.actor, p.bytes)
	g.endCommits()
	c.do(g.owner, nil, g.packReveal(g.piece(0, 3)))
	c.refuse("WrongPhase Reveal", p.actor, g.terms.ClaimBond, g.packClaim(p.actor, 0, 40))
	g.expire()
	c.refuse("WrongPhase Reveal", g.owner, nil, g.packReveal(g.piece(3, 4)))
	g.finalize()
	g.closedAs(notRevealed)
}

// There, a winner that refused ether locked the payout. Here a contract can be no winner, since models are
// revealed where everybody can read them, and an entry of one that refuses ether blocks nobody.
func TestDefectF_WhoRefusesEtherBlocksNobody(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	start := c.worth(g.owner)
	g.open(1000)
	refuser, best := newPuppet(c, c.actor()), marshal(t, g.truth)
	refuser.behave(true, nil)
	winner := g.players(g.truth)[0]
	winner.entry = 1
	g.drawNow()
	refuser.mustAct(g.terms.CommitBond, g.packCommit(commitment(g, refuser.addr, model.Hash(best))))
	g.commitTo(winner.actor, winner.bytes)
	g.endCommits()
	g.revealAll()
	refuser.mustAct(g.terms.ClaimBond, c.abi.PackClaim(g.id, wei(0), model.Hash(best), saltOfAll, wei(int64(g.right(g.truth)-1))))
	g.claimOf(winner.actor, 1, g.right(g.truth))
	g.expire()
	if refuser.act(nil, c.abi.PackRevealModel(g.id, wei(0), best)) {
		t.Error("a contract reveals a model")
	}
	g.prove(winner)
	g.finalize()
	g.closedAs(won)
	g.settleBond(0)
	if refuser.act(nil, c.abi.PackWithdraw(refuser.addr, everything)) {
		t.Error("it withdrew though it refuses ether")
	}
	g.cashIn(winner)
	g.gained(winner.actor, winner.start, wei(1000))
	g.gained(g.owner, start, wei(-1000))
	refuser.behave(false, nil)
	refuser.mustAct(nil, c.abi.PackWithdraw(refuser.addr, everything))
	if got, want := c.ether(refuser.addr), sum(g.terms.CommitBond, g.terms.ClaimBond); got.Cmp(want) != 0 {
		t.Errorf("it has %v wei, want %v", got, want)
	}
	c.empty()
}

// There, a copied model that was mined first took the whole prize. Here a copy
// of a commitment, ranked first or not, is worth nothing to the copyist.
func TestDefectG_ACopiedCommitmentIsWorthNothing(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(1000)
	p := g.players(g.truth)[0]
	p.entry = 1
	thief := c.actor()
	hash := model.Hash(p.bytes)
	own := commitment(g, p.addr, hash)
	if got := view(c, c.abi.PackCommitmentOf(g.id, p.addr, hash, saltOfAll), c.abi.UnpackCommitmentOf); got != own {
		t.Fatalf("commitmentOf gives %x, want %x", got, own)
	}
	g.drawNow()
	// the thief sees it in the pool and is mined first
	c.do(thief, g.terms.CommitBond, g.packCommit(own))
	g.commitTo(p.actor, p.bytes)
	g.endCommits()
	g.revealAll()
	count := g.right(g.truth)
	claim := c.abi.PackClaim(g.id, wei(0), hash, saltOfAll, wei(int64(count)))
	c.refuse("NotAllowed", thief, g.terms.ClaimBond, claim)
	c.refuse("NotAllowed", thief, g.terms.ClaimBond, c.abi.PackClaim(g.id, wei(1), hash, saltOfAll, wei(int64(count))))
	g.claimOf(p.actor, 1, count)
	c.refuse("NotAllowed", thief, g.terms.ClaimBond, claim) // now that hash and salt are public
	g.expire()
	c.refuse("NotAllowed", thief, nil, c.abi.PackRevealModel(g.id, wei(1), p.bytes))
	g.prove(p)
	g.finalize()
	g.cashIn(p)
	g.gained(p.actor, p.start, wei(1000))
}

// A commitment made for one challenge opens no other.
func TestDefectG_ACommitmentCannotBeReplayedElsewhere(t *testing.T) {
	c := newChain(t)
	g, h := newGame(c, 1), newGame(c, 1)
	g.open(1000)
	h.open(1000)
	p := g.players(g.truth)[0]
	hash := model.Hash(p.bytes)
	g.drawNow()
	h.drawNow()
	c.do(p.actor, h.terms.CommitBond, h.packCommit(commitment(g, p.addr, hash)))
	h.endCommits()
	h.revealAll()
	c.refuse("NotAllowed", p.actor, h.terms.ClaimBond, c.abi.PackClaim(h.id, wei(0), hash, saltOfAll, wei(30)))
}

// There, the all-zero model scored 50 % and was paid. Here it gives class 0 to
// everything, which no sensible requirement accepts, and claiming more costs
// the claim's bond.
func TestDefectH_TheZeroModelIsNotPaid(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.terms.AccuracyThreshold = wei(34)
	start := c.worth(g.owner)
	g.open(1000)
	p := g.players(zeroNet(12, 3))[0]
	g.toClaims(p)
	zeros := 0
	for s := range 4 {
		zeros += bytes.Count(g.data.labels[g.slot(s)], []byte{0})
	}
	if p.right != zeros || zeros >= 34 {
		t.Fatalf("the zero model has %d right, %d labels are 0", p.right, zeros)
	}
	g.claimOf(p.actor, 0, 34)
	g.expire()
	g.prove(p)
	g.status(0, slashed)
	g.finalize()
	g.closedAs(noWinner)
	g.refund(g.owner)
	g.cashIn(p)
	g.gained(p.actor, p.start, times(g.terms.ClaimBond, -1))
	g.gained(g.owner, start, wei(0))
	if b := c.burned(); b.Cmp(g.terms.ClaimBond) != 0 {
		t.Errorf("%v wei burned, want the claim's bond of %v", b, g.terms.ClaimBond)
	}
	c.empty()
}
