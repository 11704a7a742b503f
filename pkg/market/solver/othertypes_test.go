package solver

import (
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/test/rpcproxy"

	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// everyMethod is every method that an endpoint is asked for.
var everyMethod = []string{
	"eth_chainId", "eth_getCode", "eth_getBlockByNumber", "eth_getBlockByHash", "eth_getBlockReceipts", "eth_getTransactionReceipt", "eth_getTransactionByHash",
	"eth_call", "eth_estimateGas", "eth_getLogs", "eth_getTransactionCount", "eth_getBalance", "eth_maxPriorityFeePerGas", "eth_gasPrice", "eth_feeHistory", "eth_sendRawTransaction",
}

// Answers of other types than any node's, to each method: nothing panics, what cannot
// be served is said, and a look at the market ends with a fault, not with a wrong step.
func TestAnswersOfOtherTypes(t *testing.T) {
	if race.Enabled {
		t.Skip("what an answer is decides nothing about which goroutines meet")
	}
	p := newProxied(t, []string{"one"}, 1)
	b := p.all[0]
	p.until("committed", committedTo)
	for _, method := range everyMethod {
		for _, answer := range []string{"null", "[]", `"0x"`, `"x"`, "{}", "17", "[null]", "true", `"0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"`} {
			if method == "eth_getBlockByNumber" && answer == "null" {
				continue // it is waited for; see NullHead
			}
			b.proxies[0].Set(rpcproxy.Always(method, answer))
			b.stop()
			b.turn()
			b.turn()
			if at := b.attempt(); at.State != Committed || !at.HasEntry {
				t.Fatalf("%s answers %s: %+v", method, answer, at)
			}
			if answer != "null" && answer != `"x"` {
				continue
			}
			c := market.New("dev", p.node.ChainID, []string{b.proxies[0].URL}, b.market)
			for _, n := range c.Needs(t.Context()) {
				if n.Lacks && n.Words == "" {
					t.Errorf("%s answers %s: %s is amiss without a word", method, answer, n.What)
				}
			}
			c.Close()
		}
	}
	null := []any{nil}
	for name, mode := range map[string]rpcproxy.Mode{
		"transactions": rpcproxy.Blocks(func(m map[string]any) { m["transactions"] = null }),
		"uncles":       rpcproxy.Blocks(func(m map[string]any) { m["uncles"] = null }),
		"withdrawals":  rpcproxy.Blocks(func(m map[string]any) { m["withdrawals"] = null }),
		"numbers":      rpcproxy.Blocks(func(m map[string]any) { m["number"] = "0xffffffffffffffffffff" }),
		"logs":         rpcproxy.Receipts(func(m map[string]any) { m["logs"] = null }),
		"types":        rpcproxy.Receipts(func(m map[string]any) { m["type"] = "0x7f" }),
		"heights":      rpcproxy.Receipts(func(m map[string]any) { delete(m, "blockNumber") }),
	} {
		b.proxies[0].Set(mode)
		b.stop()
		b.turn()
		b.turn()
		if at := b.attempt(); at.State != Committed || !at.HasEntry {
			t.Fatalf("odd %s: %+v", name, at)
		}
		c := market.New("dev", p.node.ChainID, []string{b.proxies[0].URL}, b.market)
		c.Needs(t.Context())
		c.Close()
	}
	b.proxies[0].Set()
	p.reveal()
	p.until("claimed", claimed)
	p.pass()
	p.until("paid and booked", paidAndBooked)
	b.check()
	b.once()
}
