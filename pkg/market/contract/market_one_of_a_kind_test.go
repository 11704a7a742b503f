package contract_test

import "testing"

// One of a kind is no token, whatever its number.
func TestATokenOfOneOfAKindIsRefused(t *testing.T) {
	c, _ := newStillChain(t)
	k := newWeird(c)
	k.turn(knobs{ofKind: kitty})
	owner, sponsor := c.actors[1], c.actors[2]
	for _, n := range []int64{1, 7} {
		k.call(owner, "mintOne", c.actors[n%5].addr, wei(n))
	}
	for a, n := range map[*actor]int64{owner: 1, sponsor: 7} {
		k.call(a, "mintOne", a.addr, wei(n))
	}
	g := newGame(c, 1)
	g.owner, g.terms.Token, g.terms.DrawDelay, g.id = owner, k.addr, 500, c.count()
	if c.why(owner, g.terms.OrganiserBond, c.abi.PackCreateChallenge(g.terms, wei(1))) != "" {
		return
	}
	t.Error("number 1 is taken for a token")
	c.do(owner, g.terms.OrganiserBond, c.abi.PackCreateChallenge(g.terms, wei(1)))
	why := c.why(sponsor, nil, g.packFund(wei(7)))
	t.Logf("a sponsor gives number 7: %q", why)
	c.do(sponsor, nil, g.packFund(wei(7)))
	g.calledOff(sponsor)
	t.Logf("credits %v %v; the sponsor withdraws: %q", g.tokenCredit(owner.addr), g.tokenCredit(sponsor.addr), c.why(sponsor, nil, g.packTokens(sponsor)))
	c.do(sponsor, nil, g.packTokens(sponsor))
	t.Logf("the owner of 1: %v, of 7: %v; the organiser withdraws: %q", k.read("ownerOf", wei(1))[0], k.read("ownerOf", wei(7))[0], c.why(owner, nil, g.packTokens(owner)))
}
