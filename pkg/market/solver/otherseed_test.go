package solver

import (
	"slices"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/test/rpcproxy"
)

// One endpoint alone tells of another draw for a while, before our commit or after
// it: neither salt nor model nor entry is lost.
func TestAnotherSeed(t *testing.T) {
	for _, tt := range []struct {
		name    string
		answers int64
		turns   int
	}{
		{"in one answer", 1, 2}, {"in two", 2, 3}, {"for a while", -1, 8},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := newProxied(t, []string{"before the commit", "after it", "after the claim"}, 1)
			lie := func(who int) {
				b := p.all[who]
				before := b.attempt()
				seed := b.challenge().Seed
				b.proxies[0].Set(rpcproxy.Swap(tt.answers, seed[:], []byte("another seed of thirty-two bytes")))
				p.turns(tt.turns)
				b.proxies[0].Set()
				p.turns(2)
				after := b.attempt()
				if !slices.Equal(before.Salt, after.Salt) || !slices.Equal(before.ModelHash, after.ModelHash) || before.HasEntry && (!after.HasEntry || before.Entry != after.Entry) || len(before.Salt) != 32 {
					t.Errorf("%s: it was %+v, and is %+v", b.name, before, after)
				}
			}
			p.all[0].proxies[0].Set(rpcproxy.SendErr("txpool is full")) // the commit waits
			p.turns(4)
			lie(0)
			p.until("committed", committedTo)
			lie(1)
			p.reveal()
			p.until("claimed", claimed)
			lie(2)
			p.pass()
			p.until("paid and booked", paidAndBooked)
			for _, b := range p.all {
				b.check()
				b.once()
			}
		})
	}
}
