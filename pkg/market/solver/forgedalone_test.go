package solver

import (
	"testing"

	"github.com/gpuarbiter/gpuarbiter/test/rpcproxy"
)

// The only endpoint gives, by hash and number, a block that never was, in which our
// commit failed; block, transactions and receipts fit together. There is no second
// commit.
func TestForgedBlockAlone(t *testing.T) {
	p := newProxied(t, []string{"a block that never was"}, 1)
	p.set([]provider{{mode: rpcproxy.ForgedBlock(false)}})
	p.in(12)
	for _, b := range p.all {
		if n := b.challenge().Commits; n != 1 {
			t.Errorf("%s: %d commits", b.name, n)
		}
	}
}
