package contract_test

import "testing"

// A contribution that is made while its challenge is called off, from inside the
// token, is refunded like any other: a withdrawal in which that happens keeps it.
func TestARefundInTheMiddleOfAWithdrawalIsKept(t *testing.T) {
	c, _ := newStillChain(t)
	k := newWeird(c)
	sponsor := c.actors[2]
	g := newGame(c, 1)
	g.owner, g.id = &actor{addr: k.addr}, c.count()
	g.terms.Token, g.terms.DrawDelay = k.addr, 2000
	k.call(c.actors[0], "mint", k.addr, wei(1000))
	if !c.transact(c.actors[0], &k.addr, nil, k.pack("act", k.addr, wei(0), k.pack("approve", c.market, everything))) {
		t.Fatal("the token cannot approve")
	}
	k.acts(g.terms.OrganiserBond, c.abi.PackCreateChallenge(g.terms, wei(1000)))
	c.do(sponsor, nil, g.packFund(wei(300)))
	k.call(c.actors[0], "setHooks", []weirdCall{{c.market, wei(0), c.abi.PackCancel(g.id)}, {c.market, wei(0), c.abi.PackRefund(g.id, sponsor.addr)}})
	k.turn(knobs{hookAt: 1})
	c.do(sponsor, nil, g.packFund(wei(500))) // arrives after all is over
	k.call(c.actors[0], "setHooks", []weirdCall{{c.market, wei(0), c.abi.PackRefund(g.id, sponsor.addr)}})
	k.turn(knobs{hookAt: 2})
	c.do(sponsor, nil, g.packTokens(sponsor))
	k.turn(knobs{hookAt: 0})
	if got := g.tokenCredit(sponsor.addr); got.Int64() != 500 {
		t.Errorf("300 of 800 were paid, a credit of %v remains", got)
	}
}
