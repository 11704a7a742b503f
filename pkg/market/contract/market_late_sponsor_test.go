package contract_test

import "testing"

// What a token has added to a vault, or taken from it, before a sponsor gives is those
// others' who had given then: a late sponsor gets back what they gave.
func TestALateSponsorSharesNothingOfBefore(t *testing.T) {
	for name, percent := range map[string]int64{"after a rise": 110, "after a fall": 90} {
		t.Run(name, func(t *testing.T) {
			c, _ := newStillChain(t)
			k := newWeird(c)
			owner, late := c.actors[1], c.actors[2]
			g := newGame(c, 1)
			g.owner, g.terms.Token, g.terms.DrawDelay = owner, k.addr, 40
			g.open(10_000)
			g.drawNow()
			k.call(c.actors[0], "grow", wei(percent))
			k.call(c.actors[0], "mint", late.addr, wei(1_000_000))
			start, before := k.real(late.addr), k.real(owner.addr)
			// the last second, in which it is certain that nobody will win
			c.at(c.challenge(g.id).Deadline)
			if n := c.challenge(g.id).Commits; n != 0 {
				t.Fatal(n)
			}
			c.do(late, nil, g.packFund(wei(1_000_000)))
			g.expire()
			g.finalize()
			g.closedAs(noWinner)
			for _, a := range []*actor{late, owner} {
				g.refund(a)
				c.do(a, nil, g.packTokens(a))
			}
			gain, back := minus(k.real(late.addr), start), minus(k.real(owner.addr), before)
			t.Logf("the late sponsor gave 1000000 and has gained %v; of the organiser's %d came back %v", gain, 100*percent, back)
			if !within(gain, 0, 2) {
				t.Errorf("the late sponsor has gained %v", gain)
			}
		})
	}
}
