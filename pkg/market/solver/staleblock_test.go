package solver

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
)

// A block that is taken back while its blobs cannot be read yet: they are looked for where they stand now.
func TestBlobsOfABlockThatIsTakenBack(t *testing.T) {
	contests := []*contest{newContest(t, evaluator.BlobDispute, graphtest.Residual(rand.New(rand.NewPCG(5, 6))), 4)}
	a := newArena(t, 1, points{only: "nobody"}, contests)
	a.until("committed", func(_ *contestant, at Attempt) bool { return at.State == Committed })
	a.pass()
	for range 3 {
		a.must(a.node.Mine(0))
	}
	a.reveal(contests)
	ctx, reader := t.Context(), a.chain(a.all[0].market)
	ch, err := reader.Challenge(ctx, 0)
	a.must(err)
	served := reader.Blobs
	reader.Blobs = nil // the beacon node is behind
	if _, err = reader.Revealed(ctx, ch); err == nil {
		t.Fatal("blobs are read that nobody serves")
	}
	head, err := reader.Head(ctx)
	a.must(err)
	logs, err := reader.Logs(ctx, ch, "HoldoutRevealed")
	a.must(err)
	old := logs[0].BlockNumber
	a.must(a.node.Reorg(int(head.Number.Uint64() - old + 3))) // it stands in an earlier one now, or a later one
	for range 3 {
		a.must(a.node.Mine(time.Minute))
	}
	a.reveal(contests) // the same transaction, sent again
	reader.Blobs = served
	reader.Drop()
	for range 5 {
		a.must(a.node.Mine(0))
		if _, err = reader.Revealed(ctx, ch); err == nil {
			return
		}
	}
	t.Errorf("the hold-out of block %d stands in another now, and is not read: %v", old, err)
}
