package market

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// Batches hold every slot once, in order, consecutive within each, none too long.
func TestBatches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		slots := rapid.SliceOfNDistinct(rapid.IntRange(0, 300), 0, 120, rapid.ID[int]).Draw(t, "slots")
		slices.Sort(slots)
		perTx := rapid.IntRange(1, 40).Draw(t, "per tx")
		var all []int
		for _, b := range batches(slots, perTx) {
			if len(b) < 1 || len(b) > perTx || b[len(b)-1]-b[0] != len(b)-1 {
				t.Fatalf("batch %v of at most %d", b, perTx)
			}
			all = append(all, b...)
		}
		if !slices.Equal(all, slots) {
			t.Fatalf("%v became %v", slots, all)
		}
		runs := 1
		for i := 1; i < len(slots); i++ {
			if slots[i] != slots[i-1]+1 {
				runs++
			}
		}
		if most := runs + len(slots)/perTx; len(batches(slots, perTx)) > most {
			t.Fatalf("%d batches, at most %d are needed", len(batches(slots, perTx)), most)
		}
	})
}

// What the limits of a transaction allow is at least one group, and fits.
func TestPerTx(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &Challenge{Target: evaluator.Dense}
		c.Terms.GroupSize = uint16(12 * rapid.IntRange(1, 20).Draw(t, "size"))
		c.Terms.Features = uint16(rapid.IntRange(1, 4096).Draw(t, "features"))
		c.Terms.Groups = uint16(rapid.IntRange(30, 65_535).Draw(t, "groups"))
		if int(c.Terms.GroupSize)*(int(c.Terms.Features)+1) > 50_000 {
			return // the contract does not allow it
		}
		if n := revealPerTx(c); n < 1 || n > 1 && (n*groupBytes(c) > txBytes || n*groupBytes(c)*gasPerByte > txmgr.GasCap) {
			t.Fatalf("%d groups of %d bytes", n, groupBytes(c))
		}
		c.Terms.HoldoutGroups, c.Target = uint16(rapid.IntRange(1, 15).Draw(t, "drawn")), rapid.SampledFrom(evaluator.All()).Draw(t, "target")
		c.Terms.GroupSize = uint16(c.Data().Layout.Lanes())
		if groupBytes(c) > 52_000 {
			return
		}
		hidden := rapid.IntRange(1, 200).Draw(t, "hidden")
		n := &model.Network{Bits: c.Target.Bits(), Input: model.Shape{Channels: 1, Height: 1, Width: int(c.Terms.Features)}}
		for _, s := range [][2]int{{n.Input.Width, hidden}, {hidden, 10}} {
			n.Layers = append(n.Layers, model.Layer{Kind: model.Dense, Outputs: s[1], Bias: make([]int32, s[1]), Weights: make([]int8, s[0]*s[1])})
		}
		cost := costOf(c, n)
		per := cost.perTx()
		if Fits(c, n) != (c.Target.Accepts(n) == nil && per >= 1) {
			t.Fatalf("%s, %d-%d-10: fits %v, but %d groups in a transaction", c.Target, c.Terms.Features, hidden, Fits(c, n), per)
		}
		if per > 0 && cost.fixedBytes+per*cost.groupBytes > txBytes {
			t.Fatalf("%d groups of %d bytes beside %d", per, cost.groupBytes, cost.fixedBytes)
		}
		if entry, win := Gas(c, n); entry == 0 || !c.Target.Blobs() && int(win) < gasPerByte*n.Size() {
			t.Fatalf("gas %d to enter, %d to win", entry, win)
		}
	})
}

// A batch that needs too much gas is halved, down to single groups; another
// refusal ends it.
func TestSendAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, fits := rapid.IntRange(1, 60).Draw(t, "n"), rapid.IntRange(1, 9).Draw(t, "fits")
		var slots, sent []int
		for i := range n {
			slots = append(slots, i)
		}
		err := sendAll(batches(slots, rapid.IntRange(1, 60).Draw(t, "per tx")), func(b []int) txmgr.Call { return txmgr.Call{Data: []byte{byte(b[0])}} }, func(b []int, call txmgr.Call) error {
			if call.Data[0] != byte(b[0]) {
				t.Fatalf("batch %v with the data of %d", b, call.Data[0])
			}
			if len(b) > fits {
				return fmt.Errorf("a: %w", txmgr.ErrTooMuchGas)
			}
			sent = append(sent, b...)
			return nil
		})
		if err != nil || !slices.Equal(sent, slots) {
			t.Fatalf("%v, %v", sent, err)
		}
	})
	calls := 0
	err := sendAll([][]int{{0}, {1}}, func([]int) txmgr.Call { return txmgr.Call{} }, func([]int, txmgr.Call) error { calls++; return txmgr.ErrTooMuchGas })
	if err == nil || calls != 1 {
		t.Errorf("a single group that does not fit: %v after %d calls", err, calls)
	}
}
