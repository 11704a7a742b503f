package solver

import (
	"bytes"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/test/liar"
	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// The contract reads its call and nothing behind it, and so do those who read the chain: a part of
// a model that was never taken hides none that was, or a lie about it could not be disputed.
func TestAPartBehindACallHidesNoModel(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	net := twoParts(rand.New(rand.NewPCG(5, 6)))
	contests := []*contest{newContest(t, evaluator.Dispute, net, 4)}
	w := newWallet(t)
	a := newArena(t, 1, points{only: "nobody"}, contests, w)
	m := a.chain(a.all[0].market)
	tx := a.manager(m, w)
	l := liar.New(m, tx, 0, net, "the class alone", 0)
	l.Behind = func(calls [][]byte, i int) []byte {
		if i > 0 {
			return nil
		}
		other := bytes.Clone(calls[1])
		other[len(other)-40] ^= 1 // of its weights
		return other
	}
	a.first(l)
	a.claimed(contests)
	for range 30 {
		a.all[0].live()
		a.each()
		a.must(a.node.Mine(0))
		if a.all[0].disputes().Challenger.Won > 0 {
			return
		}
	}
	ch, err := m.Challenge(t.Context(), 0)
	a.must(err)
	asserted, err := m.Assertion(t.Context(), ch, 0)
	a.must(err)
	_, err = m.Revelation(t.Context(), ch, 0)
	t.Errorf("a lie that stands on chain (%t, %v right of %d) is not disputed: %+v; %v", asserted.Stands(), asserted.Right, ch.Points(), a.all[0].disputes(), err)
}

// Nor does a group of the hold-out that another transaction reveals, in blobs of its own.
func TestAGroupBehindACallHidesNoHoldout(t *testing.T) {
	contests := []*contest{newContest(t, evaluator.BlobDispute, graphtest.Residual(rand.New(rand.NewPCG(5, 6))), 4)}
	a := newArena(t, 1, points{only: "nobody"}, contests)
	a.until("committed", func(_ *contestant, at Attempt) bool { return at.State == Committed })
	a.pass()
	c, o, ctx := contests[0], a.all[0].organise, t.Context()
	ch, err := o.Market.Challenge(ctx, 0)
	a.must(err)
	tree, err := c.com.Tree(c.payloads)
	a.must(err)
	var calls []txmgr.Call
	for slot := range int(ch.Terms.HoldoutGroups) {
		g := permuted(ch, slot)
		data := o.Market.ABI.PackRevealHoldout(ch.Number(), big.NewInt(int64(slot)), [][32]byte{c.com.Salts[g]}, tree.Proof(g), c.com.Committed(g, c.payloads[g]))
		calls = append(calls, txmgr.Call{To: &o.Market.Address, Data: data, Blobs: blob.Cut(c.payloads[g])})
	}
	a.mining(func() {
		for slot, call := range calls {
			call.Data = append(bytes.Clone(call.Data), calls[(slot+1)%len(calls)].Data...)
			_, err := o.Tx.Wait(ctx, []string{"one", "two", "three"}[slot], call)
			a.must(err)
		}
	})
	if ch, err = o.Market.Challenge(ctx, 0); err != nil || market.Phase(ch.Phase) != market.PhaseClaim {
		t.Fatalf("phase %d, %v: the contract has not taken the hold-out", ch.Phase, err)
	}
	reader := a.chain(a.all[0].market)
	for range 3 {
		if _, err = reader.Revealed(ctx, ch); err == nil {
			return
		}
	}
	t.Errorf("the contract has the whole hold-out, and nobody can read it: %v", err)
}

func permuted(ch *market.Challenge, slot int) int {
	return dataset.Permute(ch.Seed, slot, int(ch.Terms.Groups))
}
