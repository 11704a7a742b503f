package organiser

import (
	"context"
	"errors"
	"fmt"
	"maps"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
)

// Watch recomputes what is claimed in challenges whose verdict is reached by dispute, and
// disputes what is false. One goroutine uses it.
type Watch struct {
	*Organiser
	prefix string          // of the keys of what it sends
	ids    map[uint64]bool // none: all of the market
	over   map[uint64]bool // nothing is left to do in them
}

// NewWatch watches the challenges of these numbers; all, if there are none.
func NewWatch(o *Organiser, prefix string, ids map[uint64]bool) *Watch {
	o.named = map[uint64]bool{}
	maps.Copy(o.named, ids)
	return &Watch{o, prefix, ids, map[uint64]bool{}}
}

// Look follows every challenge once, and says how many are not over. What fails about one, of whatever making, holds
// up no other.
func (w *Watch) Look(ctx context.Context) (left int, err error) {
	head, err := w.Market.Head(ctx)
	if err != nil {
		return 0, err
	}
	defer w.looked(ctx)
	ctx = chain.Pin(ctx, head)
	n, err := w.Market.ChallengeCount(ctx)
	if err != nil {
		return 0, err
	}
	var faults []error
	for id := range n {
		if w.over[id] || len(w.ids) > 0 && !w.ids[id] {
			continue
		}
		done, err := w.follow(ctx, id, head)
		if err != nil {
			faults = append(faults, fmt.Errorf("challenge %d: %w", id, err))
		}
		if w.over[id] = done && err == nil; !w.over[id] {
			left++
		}
		if ctx.Err() != nil {
			break
		}
	}
	return left, errors.Join(faults...)
}

func (w *Watch) follow(ctx context.Context, id uint64, head *types.Header) (done bool, err error) {
	ch, err := w.Market.Challenge(ctx, id)
	if err != nil {
		return false, err
	}
	if !ch.Target.Disputed() {
		return true, nil
	}
	got, err := w.Follow(ctx, fmt.Sprintf("%s/%d", w.prefix, id), ch, head)
	return got.Done && market.Phase(ch.Phase) == market.PhaseClosed, err
}
