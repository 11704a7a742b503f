package contract_test

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"
)

// Each failed phase has a deadline and a refund of its own.

// A draw that nobody made within the 8,191 blocks whose hashes the chain keeps:
// the bond is burned, everybody is refunded, and it is never drawn again.
func TestMissedDrawBurnsTheBond(t *testing.T) {
	m := newBareMarket(t)
	owner, sponsor := common.Address{1}, common.Address{2}
	g := newGame(m.chain, 1)
	m.call(owner, 51_001, g.abi.PackCreateChallenge(g.terms, wei(1000)))
	m.call(sponsor, 300, g.abi.PackFund(wei(0), owner, g.terms.DatasetHash, wei(300)))
	drawBlock := m.cfg.BlockNumber.Uint64() + uint64(g.terms.DrawDelay)
	header, err := rlp.EncodeToBytes(m.serve(drawBlock))
	if err != nil {
		t.Fatal(err)
	}
	draw, finalize := g.abi.PackDraw(wei(0), header), g.abi.PackFinalize(wei(0))
	m.block(drawBlock + 8191)
	m.refuse("NothingToDo", owner, finalize)
	undrawn := m.cfg.State.Snapshot()
	m.call(owner, 0, draw) // the last block that can draw
	m.cfg.State.RevertToSnapshot(undrawn)

	m.block(drawBlock + 8192)
	m.refuse("WrongPhase Created", owner, draw)
	m.call(sponsor, 0, finalize)
	m.refuse("WrongPhase Closed", owner, draw)
	m.refuse("NothingToDo", owner, finalize)
	for _, a := range []common.Address{owner, sponsor} {
		m.call(sponsor, 0, g.abi.PackRefund(wei(0), a))
		m.call(a, 0, g.abi.PackWithdraw(a, everything))
	}
	for a, want := range map[common.Address]uint64{owner: 1_000_000 - 50_001, sponsor: 1_000_000, {}: 50_001, m.at: 0} {
		if got := m.cfg.State.GetBalance(a).Uint64(); got != want {
			t.Errorf("%v has %d wei, want %d", a, got, want)
		}
	}
}

// The history contract serves what the BLOCKHASH opcode no longer does.
func TestDrawByAnOldBlock(t *testing.T) {
	c := newChain(t)
	for _, after := range []uint64{256, 257} {
		g := newGame(c, 1)
		g.open(0)
		at := c.challenge(g.id).DrawBlock
		c.mine(at + after - 1)
		c.refuse("BadHeader", g.owner, nil, c.abi.PackDraw(g.id, c.header(at+1)))
		c.do(g.owner, nil, c.abi.PackDraw(g.id, c.header(at)))
		g.in(committing)
	}
}

// The hold-out is not revealed: sponsors are refunded; each committer gets at
// most its bond's worth of the organiser's bond and the rest is burned.
func TestUnrevealedTestPaysTheCommitters(t *testing.T) {
	for _, tt := range []struct {
		name         string
		bond         int64
		solvers      int
		share, burnt int64
		reveal       int // groups that are revealed all the same
	}{
		{"a commit's bond each", 50_001, 3, 3000, 41_001, 0},
		{"their shares, the remainder burned", 1001, 3, 166, 503, 0},
		{"all but one group revealed", 50_001, 1, 3000, 47_001, 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := newChain(t)
			g := newGame(c, 1)
			g.terms.OrganiserBond = wei(tt.bond)
			start, sponsor := c.worth(g.owner), c.actor()
			sponsored := c.worth(sponsor)
			g.open(1000)
			c.do(sponsor, wei(300), g.packFund(wei(300)))
			g.drawNow()
			players := g.players(g.truth, g.truth, g.truth)[:tt.solvers]
			for _, p := range players {
				g.commitTo(p.actor, p.bytes)
			}
			g.endCommits()
			if tt.reveal > 0 {
				c.do(g.owner, nil, g.packReveal(g.piece(0, tt.reveal)))
				g.expire()
			} else {
				deadline := c.challenge(g.id).Deadline + uint64(g.terms.RevealWindow)
				g.at(deadline)
				c.refuse("NothingToDo", g.owner, nil, c.abi.PackFinalize(g.id))
				c.refuse("WrongPhase Reveal", g.owner, nil, g.packReveal(g.piece(0, 4)))
			}
			g.finalize()
			g.closedAs(notRevealed)
			g.refund(sponsor)
			g.refund(g.owner)
			g.withdraw(sponsor)
			g.cashIn(players...)
			g.gained(sponsor, sponsored, wei(0))
			g.gained(g.owner, start, wei(-tt.bond))
			for _, p := range players {
				g.gained(p.actor, p.start, wei(tt.share))
			}
			if b := c.burned(); b.Cmp(wei(tt.burnt)) != 0 {
				t.Errorf("%v wei burned, want %d", b, tt.burnt)
			}
			c.empty()
		})
	}
}

// A hold-out that is revealed in the last second is in time; a second later it is not.
func TestRevealAtItsDeadline(t *testing.T) {
	c := newChain(t)
	for late := range uint64(2) {
		g := newGame(c, 1)
		g.open(0)
		p := g.players(g.truth)[0]
		g.drawNow()
		g.at(c.challenge(g.id).Deadline) // the last second for commits
		if ok := c.try(p.actor, g.terms.CommitBond, g.packCommit([32]byte{1})); !ok {
			t.Fatal("a commit in time is refused")
		}
		deadline := c.challenge(g.id).Deadline
		all := g.packReveal(g.piece(0, 4))
		g.at(deadline + 100 + late)
		if ok := c.try(g.owner, nil, all); ok != (late == 0) {
			t.Errorf("%d s late: success %v", late, ok)
		}
	}
}

// Every step of a solver counts in the last second of its window and not a
// second later; publishing the model opens a new window for its evaluation.
func TestLastSeconds(t *testing.T) {
	steps := []string{"commit", "claim", "reveal", "evaluate", "nothing"}
	c := newChain(t)
	for _, late := range steps {
		t.Run(late+" late", func(t *testing.T) {
			g := newGame(c, 1)
			g.open(0)
			p := g.players(g.truth)[0]
			g.drawNow()
			g.commitTo(p.actor, p.bytes)
			last := func(step string, after uint32, value *big.Int, data []byte) bool {
				deadline := c.challenge(g.id).Deadline + uint64(after)
				if step == late {
					g.at(deadline + 1)
				} else {
					g.at(deadline)
				}
				if ok := c.try(p.actor, value, data); ok != (step != late) {
					t.Fatalf("%s: success %v", step, ok)
				}
				return step != late
			}
			if !last("commit", 0, g.terms.CommitBond, g.packCommit([32]byte{1})) {
				return
			}
			g.revealAll()
			if !last("claim", 0, g.terms.ClaimBond, g.packClaim(p.actor, 0, g.right(g.truth))) {
				return
			}
			if !last("reveal", g.terms.TurnWindow, nil, c.abi.PackRevealModel(g.id, wei(0), p.bytes)) {
				return
			}
			if now, deadline := c.head().Time, c.challenge(g.id).Deadline; deadline != now+uint64(g.terms.TurnWindow) {
				t.Fatalf("revealed at %d, to be evaluated by %d", now, deadline)
			}
			all := g.packEvaluate(0, p.bytes, g.piece(0, 4))
			last("evaluate", 0, nil, all)
		})
	}
}

// Nobody claims: sponsors and the organiser get everything back, and who entered
// loses a part, which goes to nobody.
func TestNoClaims(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	start := c.worth(g.owner)
	g.open(1000)
	p := g.players(g.truth)[0]
	g.toClaims(p)
	c.refuse("NothingToDo", p.actor, nil, c.abi.PackFinalize(g.id))
	g.expire()
	c.refuse("WrongPhase Claim", p.actor, g.terms.ClaimBond, g.packClaim(p.actor, 0, p.right))
	g.finalize()
	g.closedAs(noWinner)
	g.refund(g.owner)
	g.cashIn(p)
	g.gained(p.actor, p.start, times(g.forfeited(), -1))
	g.gained(g.owner, start, wei(0))
	if b := c.burned(); b.Cmp(g.forfeited()) != 0 {
		t.Errorf("%v wei burned, want what the entry forfeits", b)
	}
	c.empty()
}

// The best claimant does not reveal, or reveals and is not evaluated in time:
// its bond goes to the next, whose turn it is then.
func TestSilentTopClaimantLosesItsBond(t *testing.T) {
	for _, tt := range []struct {
		name   string
		reveal bool
		groups int
	}{{"no model", false, 0}, {"no evaluation", true, 0}, {"half an evaluation", true, 2}} {
		t.Run(tt.name, func(t *testing.T) {
			c := newChain(t)
			g := newGame(c, 1)
			start := c.worth(g.owner)
			g.open(1000)
			ps := g.players(worse(g.truth, 1), g.truth)
			g.toClaims(ps...)
			g.claimOf(ps[0].actor, 0, ps[0].right)
			g.claimOf(ps[1].actor, 1, ps[1].right)
			g.expire()
			if tt.reveal {
				g.revealModel(ps[1].actor, 1, ps[1].bytes)
			}
			if tt.groups > 0 {
				c.do(ps[1].actor, nil, g.packEvaluate(1, ps[1].bytes, g.piece(0, tt.groups)))
			}
			deadline := c.challenge(g.id).Deadline
			if tt.reveal {
				g.at(deadline)
				c.refuse("NothingToDo", ps[0].actor, nil, c.abi.PackFinalize(g.id))
			} else {
				g.at(deadline + uint64(g.terms.TurnWindow) + 1)
			}
			c.refuse("WrongPhase Evaluate", ps[1].actor, nil, c.abi.PackRevealModel(g.id, wei(1), ps[1].bytes))
			g.finalize()
			g.status(1, slashed)
			c.refuse("NothingToDo", ps[0].actor, nil, c.abi.PackFinalize(g.id))
			g.prove(ps[0])
			g.finalize()
			g.closedAs(won)
			g.cashIn(ps...)
			g.gained(ps[0].actor, ps[0].start, sum(wei(1000), g.toWinner()))
			g.gained(ps[1].actor, ps[1].start, times(g.terms.ClaimBond, -1))
			g.gained(g.owner, start, wei(-1000))
			c.empty()
		})
	}
}

// All claimants stay silent: one turn after the other runs out.
func TestAllClaimantsSilent(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	start := c.worth(g.owner)
	g.open(1000)
	ps := g.players(g.truth, g.truth, g.truth)
	g.toClaims(ps...)
	for _, p := range ps {
		g.claimOf(p.actor, p.entry, p.right)
	}
	g.at(c.challenge(g.id).Deadline + 101)
	g.finalize()
	g.in(evaluating)
	c.refuse("NothingToDo", g.owner, nil, c.abi.PackFinalize(g.id))
	g.expire()
	g.finalize()
	g.expire()
	g.finalize()
	g.closedAs(noWinner)
	g.refund(g.owner)
	g.cashIn(ps...)
	for _, p := range ps {
		g.gained(p.actor, p.start, times(g.terms.ClaimBond, -1))
	}
	g.gained(g.owner, start, wei(0))
	if b := c.burned(); b.Cmp(times(g.terms.ClaimBond, 3)) != 0 {
		t.Errorf("%v wei burned, want three claim bonds", b)
	}
	c.empty()
}
