package contract_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

// What a token adds to a vault in the middle of a withdrawal belongs to all that have
// credit there, not to who withdraws.
func TestGrowthInTheMiddleOfAWithdrawal(t *testing.T) {
	for name, how := range map[string]func(k *weird, party *weird, g *game){
		"a rebase that the receiver's hook sets off": func(k, party *weird, g *game) {
			k.turn(knobs{notify: 1})
			party.call(k.actors[0], "setHooks", []weirdCall{{k.addr, wei(0), k.pack("grow", wei(110))}})
		},
		"interest that a transfer pays out": func(k, party *weird, g *game) {
			k.call(k.actors[0], "accrue", g.vault(), wei(1000))
		},
	} {
		t.Run(name, func(t *testing.T) {
			c, _ := newStillChain(t)
			k, party := newWeird(c), newWeird(c)
			k.call(c.actors[0], "mint", party.addr, wei(5000))
			act := func(to common.Address, data []byte) bool {
				return c.transact(c.actors[0], &party.addr, nil, party.pack("act", to, wei(0), data))
			}
			owner := c.actors[1]
			g := k.small(owner, 5000)
			if !act(k.addr, k.pack("approve", c.market, everything)) || !act(c.market, g.packFund(wei(5000))) {
				t.Fatal("no deposit")
			}
			g.calledOff()
			c.do(c.actors[0], nil, c.abi.PackRefund(g.id, party.addr))
			how(k, party, g)
			// who knows of it withdraws twice; the other has half of the credits
			act(c.market, c.abi.PackWithdrawToken(g.id, everything, party.addr))
			t.Logf("the first has %v and a credit of %v; the vault %v", k.real(party.addr), g.tokenCredit(party.addr), k.real(g.vault()))
			party.call(c.actors[0], "setHooks", []weirdCall{})
			act(c.market, c.abi.PackWithdrawToken(g.id, everything, party.addr))
			before := k.real(owner.addr)
			c.do(owner, nil, g.packTokens(owner))
			got := minus(k.real(owner.addr), before)
			t.Logf("the first has %v, the other got %v", k.real(party.addr), got)
			if got.Cmp(wei(5499)) < 0 {
				t.Errorf("the other got %v of 11000", got)
			}
		})
	}
}
