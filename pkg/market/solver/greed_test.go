package solver

import (
	"math/big"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/test/rpcproxy"
)

// An endpoint that wants more for gas than anybody pays does not eat the reward: one of
// three gets next to nothing, one alone a few hundredths.
func TestGreed(t *testing.T) {
	for _, tt := range []struct {
		name      string
		endpoints int
		most      float64 // share of the reward
	}{{"one of three", 3, 0.001}, {"alone", 1, 0.06}} {
		t.Run(tt.name, func(t *testing.T) {
			list := []provider{
				{name: "a tip", mode: rpcproxy.Tip(busy)},
				{name: "a tip, and it is what was paid", mode: rpcproxy.Greed(busy)},
				{name: "a tip beyond all numbers", mode: rpcproxy.Always("eth_maxPriorityFeePerGas", `"0xffffffffffffffffffffffffffffffff"`)},
				{name: "a price, no tip", mode: func(c rpcproxy.Call, next func(rpcproxy.Call) rpcproxy.Answer) rpcproxy.Answer {
					return rpcproxy.Missing("eth_maxPriorityFeePerGas", "eth_feeHistory")(c, func(c rpcproxy.Call) rpcproxy.Answer { return rpcproxy.Greed(busy)(c, next) })
				}},
			}
			p := newProxied(t, namesOf(list), tt.endpoints)
			p.set(list)
			p.through(0, true)
			for _, b := range p.all {
				gas := new(big.Float).SetInt(b.gas(market.ChallengeKey("dev", 0)))
				share, _ := gas.Quo(gas, big.NewFloat(1e17)).Float64()
				t.Logf("%s, %s: %.5f of the reward goes to gas", tt.name, b.name, share)
				if share > tt.most {
					t.Errorf("%s: %.5f of the reward", b.name, share)
				}
				for _, proxy := range b.proxies {
					for _, tx := range proxy.Sent() {
						if tx.GasTipCap().Cmp(big.NewInt(3e9)) > 0 {
							t.Errorf("%s: a tip of %v", b.name, tx.GasTipCap())
						}
					}
				}
			}
		})
	}
}
