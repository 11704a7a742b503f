package solver

import (
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/test/rpcproxy"

	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// Our commit is mined, but the only endpoint never gives its receipt: after a minute
// of the chain's time a person is told.
func TestNoSilenceAboutReceipts(t *testing.T) {
	if race.Enabled {
		t.Skip("what an answer is decides nothing about which goroutines meet")
	}
	list := []provider{
		{name: "null receipts", mode: rpcproxy.Always("eth_getTransactionReceipt", "null")},
		{name: "indexing", mode: rpcproxy.Indexing(1 << 20)},
		{name: "another's receipt"},
		{name: "a block that never was, by its hash", mode: rpcproxy.ForgedBlock(true)},
	}
	p := newProxied(t, namesOf(list), 1)
	list[2].mode = rpcproxy.OtherReceipt(p.some(), false)
	p.set(list)
	p.in(75)
	for _, b := range p.all {
		if last := strings.Join(b.words[len(b.words)-4:], " "); !strings.Contains(last, "receipt") {
			t.Errorf("%s: the attempt is %s, and one sees only %q", b.name, b.attempt().State, last)
		}
	}
}
