package contract_test

import "testing"

// The hold-out is revealed in transactions that everybody can read, not through
// a contract that makes it up from something else.
func TestRevealIsDirect(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(1000)
	g.drawNow()
	p := g.players(g.truth)[0]
	g.commitTo(p.actor, p.bytes)
	g.endCommits()
	by := newPuppet(c, c.actor())
	if by.act(nil, g.packReveal(g.piece(0, 4))) {
		t.Error("a contract revealed the hold-out")
	}
	g.revealAll()
	g.in(claiming)
}
