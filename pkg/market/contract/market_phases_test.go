package contract_test

import (
	"slices"
	"strings"
	"testing"
)

// stage is a state of a challenge and what may be called in it, before and
// after its deadline.
type stage struct {
	name   string
	reach  func(g *game, p *player)
	inTime string
	late   string // "-": it has no deadline that a test can pass
}

var stages = []stage{
	{"before the draw's block", func(g *game, _ *player) {}, "fund cancel", "-"},
	{"after the draw's block", func(g *game, _ *player) { g.mine(g.challenge(g.id).DrawBlock) }, "fund draw", "-"},
	{"commits, none yet", func(g *game, _ *player) { g.drawNow() }, "fund commit", "finalize"},
	{"commits", toCommits, "fund commit", "revealHoldout"},
	{"half revealed", func(g *game, p *player) {
		toCommits(g, p)
		g.endCommits()
		g.do(g.owner, nil, g.packReveal(g.piece(0, 2)))
	}, "revealHoldout", "finalize"},
	{"claims, none yet", toClaim, "claim", "finalize"},
	{"claims", toClaimed, "claim", "revealModel"},
	{"a turn after another's", func(g *game, p *player) {
		toClaim(g, p)
		g.do(p.actor, g.terms.ClaimBond, g.packClaim(p.actor, 2, 48))
		g.claimOf(p.actor, 0, p.right)
		g.at(g.challenge(g.id).Deadline + 101)
		g.finalize()
	}, "revealModel", "finalize"},
	{"model revealed", func(g *game, p *player) {
		toClaimed(g, p)
		g.expire()
		g.revealModel(p.actor, 0, p.bytes)
	}, "evaluate", "finalize"},
	{"winner known", func(g *game, p *player) {
		toClaimed(g, p)
		g.expire()
		g.prove(p)
	}, "finalize", "finalize"},
	{"won", func(g *game, p *player) {
		toClaimed(g, p)
		g.expire()
		g.prove(p)
		g.finalize()
	}, "claimBond", "claimBond"},
	{"nobody won", func(g *game, p *player) {
		toClaim(g, p)
		g.expire()
		g.finalize()
	}, "claimBond refund", "claimBond refund"},
	{"not revealed", func(g *game, p *player) {
		toCommits(g, p)
		g.endCommits()
		g.at(g.challenge(g.id).Deadline + 101)
		g.finalize()
	}, "claimBond refund", "claimBond refund"},
	{"cancelled", func(g *game, p *player) { g.do(g.owner, nil, g.abi.PackCancel(g.id)) }, "refund", "-"},
}

// toCommits draws and commits the player three times.
func toCommits(g *game, p *player) {
	g.drawNow()
	for range 3 {
		g.commitTo(p.actor, p.bytes)
	}
}

func toClaim(g *game, p *player) {
	toCommits(g, p)
	g.endCommits()
	g.revealAll()
	p.right = g.right(p.net)
}

func toClaimed(g *game, p *player) {
	toClaim(g, p)
	g.claimOf(p.actor, 0, p.right)
}

// Every call in every phase, in time and late: it succeeds or reverts as the
// table says, all its other arguments being right.
func TestEveryCallInEveryPhase(t *testing.T) {
	c := newChain(t)
	for i, s := range stages {
		t.Run(s.name, func(t *testing.T) {
			g := newGame(c, uint64(i))
			g.terms.DrawDelay = 20
			g.open(1000)
			p := g.players(g.truth)[0]
			s.reach(g, p)
			g.callable(p, s.inTime)
			if s.late != "-" {
				g.pass()
				g.callable(p, s.late)
			}
		})
	}
}

// pass lets the deadline of the current phase pass, if it has not.
func (g *game) pass() {
	if deadline := g.challenge(g.id).Deadline; g.head().Time < deadline {
		g.at(deadline + 1)
	}
	g.sim.Commit()
}

// callable checks which calls succeed.
func (g *game) callable(p *player, want string) {
	g.t.Helper()
	var header []byte
	if at := g.challenge(g.id).DrawBlock; g.head().Number.Uint64() >= at {
		header = g.header(at)
	}
	right := g.terms.ClaimBond
	calls := []struct {
		name string
		why  string
	}{
		{"fund", g.why(p.actor, wei(1), g.packFund(wei(1)))},
		{"cancel", g.why(g.owner, nil, g.abi.PackCancel(g.id))},
		{"draw", g.why(p.actor, nil, g.abi.PackDraw(g.id, header))},
		{"commit", g.why(p.actor, g.terms.CommitBond, g.packCommit([32]byte{1}))},
		{"revealHoldout", g.why(p.actor, nil, g.packReveal(g.piece(0, 4)))},
		{"claim", g.why(p.actor, right, g.packClaim(p.actor, 1, 30))},
		{"revealModel", g.why(p.actor, nil, g.abi.PackRevealModel(g.id, wei(0), p.bytes))},
		{"evaluate", g.why(p.actor, nil, g.packEvaluate(0, p.bytes, g.piece(0, 1)))},
		{"finalize", g.why(p.actor, nil, g.abi.PackFinalize(g.id))},
		{"claimBond", g.why(p.actor, nil, g.abi.PackClaimBond(g.id, wei(0)))},
		{"refund", g.why(p.actor, nil, g.abi.PackRefund(g.id, g.owner.addr))},
		{"withdraw", g.why(g.actors[0], nil, g.abi.PackWithdraw(g.actors[0].addr, everything))},
	}
	allowed := strings.Fields(want)
	for _, call := range calls {
		if may := slices.Contains(allowed, call.name); may != (call.why == "") {
			g.t.Errorf("%v, deadline %d s ahead: %s gives %q, allowed: %v", phase(g.challenge(g.id).Phase), int64(g.challenge(g.id).Deadline)-int64(g.head().Time), call.name, call.why, may)
		}
	}
}

// A challenge that does not exist accepts nothing.
func TestUnknownChallenge(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(10)
	h := *g
	h.id = wei(7)
	a := c.actor()
	for name, data := range map[string][]byte{
		"fund": h.packFund(wei(0)), "cancel": c.abi.PackCancel(h.id), "draw": c.abi.PackDraw(h.id, c.header(1)), "commit": h.packCommit([32]byte{}),
		"finalize": c.abi.PackFinalize(h.id), "claim": c.abi.PackClaim(h.id, wei(0), [32]byte{}, [32]byte{}, wei(0)), "refund": c.abi.PackRefund(h.id, a.addr),
		"claimBond": c.abi.PackClaimBond(h.id, wei(0)), "revealHoldout": c.abi.PackRevealHoldout(h.id, wei(0), nil, nil, nil),
		"revealModel": c.abi.PackRevealModel(h.id, wei(0), nil), "evaluate": c.abi.PackEvaluate(h.id, wei(0), nil, wei(0), nil, nil, nil, nil),
	} {
		if c.why(a, nil, data) == "" {
			t.Errorf("%s succeeds", name)
		}
	}
	if c.transact(a, &c.market, wei(1), nil) {
		t.Error("the market accepts ether that belongs to nothing")
	}
}
