package contract_test

import (
	"math/rand/v2"
	"testing"
)

// Everything can be taken out of a token that rounds to the nearest unit, as those that
// earn interest do: a unit more that leaves is no fee.
func TestEverythingOfATokenThatRounds(t *testing.T) {
	for _, how := range []int64{0, 1, 2} {
		c, _ := newStillChain(t)
		r := rand.New(rand.NewPCG(1, 2))
		k := newWeird(c)
		k.turn(knobs{rounding: how})
		refused, partly, stuck := 0, 0, 0
		for range 100 {
			k.call(c.actors[0], "rebase", wei(1e18+r.Int64N(1e18)))
			a, b := c.actors[1], c.actors[2]
			k.call(a, "mint", a.addr, wei(9000))
			k.call(b, "mint", b.addr, wei(9000))
			g := k.small(a, 1+r.Int64N(5000))
			c.do(b, nil, g.packFund(wei(1+r.Int64N(5000))))
			g.calledOff(b)
			for _, who := range []*actor{b, a} {
				if c.why(who, nil, g.packTokens(who)) != "" {
					refused++
					if less := minus(g.tokenCredit(who.addr), wei(1)); c.why(who, nil, c.abi.PackWithdrawToken(g.id, less, who.addr)) != "" {
						stuck++
					} else {
						partly++
						c.do(who, nil, c.abi.PackWithdrawToken(g.id, less, who.addr))
					}
					continue
				}
				c.do(who, nil, g.packTokens(who))
			}
		}
		if refused > 0 {
			t.Errorf("rounding %d: %d of 200 withdrawals of everything are refused, %d succeed with a unit less, %d do not", how, refused, partly, stuck)
		}
	}
}
