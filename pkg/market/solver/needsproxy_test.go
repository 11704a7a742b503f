package solver

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/organiser"
	"github.com/gpuarbiter/gpuarbiter/test/rpcproxy"
)

var wei1 = big.NewInt(1)

// What an endpoint must serve is tried, and found missing where it is.
func TestNeeds(t *testing.T) {
	p := newProxied(t, []string{"one"}, 1)
	b := p.all[0]
	for range 310 { // old hashes can be asked for
		p.must(p.node.Mine(0))
	}
	p.mining(func() { // and there is a transaction among the latest blocks
		p.must(organiser.New(b.organise.Market, b.organise.Tx).Fund(t.Context(), "fund", b.challenge(), wei1))
	})
	for range 3 {
		p.must(p.node.Mine(0))
	}
	needs := func(modes ...rpcproxy.Mode) []chain.Need {
		proxy, err := rpcproxy.New(p.node.URL, modes...)
		if err != nil {
			t.Error(err)
			return nil
		}
		defer proxy.Close()
		c := market.New("dev", p.node.ChainID, []string{proxy.URL}, b.market)
		defer c.Close()
		return c.Needs(t.Context())
	}
	const fault, warn = "FAULT", "warn"
	list := []struct {
		name       string
		modes      []rpcproxy.Mode
		what, mark string // "": all is well
		words      string
	}{
		{"a node", nil, "", "", ""},
		{"no logs", []rpcproxy.Mode{rpcproxy.NoLogs()}, "logs", fault, "eth_getLogs"},
		{"logs of no block", []rpcproxy.Mode{rpcproxy.LogRange(0)}, "logs", fault, "exceeds limit of 0"},
		{"logs of a block", []rpcproxy.Mode{rpcproxy.LogRange(1)}, "logs", warn, "of 1 blocks at a time only"},
		{"logs of fifty", []rpcproxy.Mode{rpcproxy.LogRange(50)}, "logs", warn, "blocks at a time only"},
		{"logs of more than there are", []rpcproxy.Mode{rpcproxy.LogRange(1000)}, "", "", ""},
		{"no tip", []rpcproxy.Mode{rpcproxy.NoTip()}, "tip", warn, "eth_maxPriorityFeePerGas is missing"},
		{"no fee history", []rpcproxy.Mode{rpcproxy.Missing("eth_feeHistory")}, "tip", warn, "eth_feeHistory is missing"},
		{"neither, and no price", []rpcproxy.Mode{rpcproxy.Missing("eth_feeHistory", "eth_maxPriorityFeePerGas", "eth_gasPrice")}, "tip", fault, "eth_gasPrice"},
		{"no blob fee", []rpcproxy.Mode{rpcproxy.Missing("eth_blobBaseFee")}, "blob fee", warn, "eth_blobBaseFee is missing"},
		{"no pending state", []rpcproxy.Mode{rpcproxy.NoPending()}, "pending nonce", warn, "no pending state"},
		{"no transactions", []rpcproxy.Mode{rpcproxy.TxNull()}, "transactions and receipts", fault, "not given by its hash"},
		{"no transactions, no batches", []rpcproxy.Mode{rpcproxy.TxNull(), rpcproxy.NoBatch()}, "transactions and receipts", fault, "not given by its hash"},
		{"no receipts", []rpcproxy.Mode{rpcproxy.Always("eth_getTransactionReceipt", "null")}, "transactions and receipts", fault, "not found"},
		{"indexing", []rpcproxy.Mode{rpcproxy.Indexing(1 << 20)}, "transactions and receipts", warn, "indexing"},
		{"receipts a moment later", []rpcproxy.Mode{rpcproxy.Times(2, "eth_getTransactionReceipt", rpcproxy.Always("eth_getTransactionReceipt", "null"))}, "", "", ""},
		{"busy a moment", []rpcproxy.Mode{rpcproxy.Times(2, "eth_getTransactionByHash", rpcproxy.RateLimit(1, 1))}, "", "", ""},
		{"no receipts of a block", []rpcproxy.Mode{rpcproxy.Missing("eth_getBlockReceipts")}, "", "", ""},
		{"no batches", []rpcproxy.Mode{rpcproxy.NoBatch()}, "", "", ""},
		{"flipped", []rpcproxy.Mode{rpcproxy.FlipStatus()}, "transactions and receipts", fault, chain.ErrForged.Error()},
		{"strange hashes", []rpcproxy.Mode{rpcproxy.Tempo()}, "endpoint", fault, chain.ErrHeaders.Error()},
		{"before London", []rpcproxy.Mode{rpcproxy.Fitting(), rpcproxy.PreLondon()}, "base fee", fault, "EIP-1559"},
		{"a page", []rpcproxy.Mode{rpcproxy.HTML()}, "endpoint", fault, "invalid character"},
		{"no calls at a hash", []rpcproxy.Mode{rpcproxy.NoBlockHash()}, "calls at a block's hash", fault, "hex string"},
		{"state pruned", []rpcproxy.Mode{rpcproxy.CallPruned()}, "calls at a block's hash", fault, "missing trie node"},
		{"no head at first", []rpcproxy.Mode{rpcproxy.Times(2, "eth_getBlockByNumber", rpcproxy.NullHead(1))}, "", "", ""},
		{"headers with more fields", []rpcproxy.Mode{rpcproxy.ExtraHead()}, "", "", ""},
		{"a dear tip", []rpcproxy.Mode{rpcproxy.Tip(busy)}, "", "", ""},
		{"refuses at first", []rpcproxy.Mode{rpcproxy.Times(3, "eth_chainId", rpcproxy.RateLimit(1, 1))}, "", "", ""},
		{"colours", []rpcproxy.Mode{rpcproxy.EscapedError()}, "endpoint", fault, "long long"},
	}
	together(len(list), func(i int) {
		tt := list[i]
		var said []string
		found := false
		for _, n := range needs(tt.modes...) {
			mark := "ok"
			if n.Lacks {
				mark = fault
			} else if n.Minor {
				mark = warn
			}
			said = append(said, fmt.Sprintf("%s %s: %s", mark, n.What, n.Words))
			if strings.ContainsAny(n.Words, "\x1b\r\n\a") || len(n.Words) > 2000 {
				t.Errorf("%s: this is shown: %.200q", tt.name, n.Words)
			}
			found = found || n.What == tt.what && mark == tt.mark && strings.Contains(n.Words, tt.words)
			if n.What != tt.what && mark != "ok" && tt.mark != fault {
				t.Errorf("%s: %s is amiss, too: %s", tt.name, n.What, n.Words)
			}
		}
		if !found && tt.what != "" {
			t.Errorf("%s: nobody says %s %s: %s, but\n%s", tt.name, tt.mark, tt.what, tt.words, strings.Join(said, "\n"))
		}
	})
}
