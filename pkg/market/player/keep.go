package player

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/beacon"
)

// partsAtOnce is how many transactions that carry parts of a model are read at one look: a blob takes a tenth of a second.
const partsAtOnce = 4

// keep reads what stands in blobs of a challenge that something of ours hangs on, while beacon nodes have it: the
// hold-out once it is revealed, and what has come of the leader's model, if there is one. Whoever revealed it may wait
// with the assertion until a node has neither. All that is read in the context that it gives is held by the archive.
func (p *Player) keep(ctx context.Context, ch *market.Challenge, leader *uint64) (context.Context, error) {
	if !ch.Target.Blobs() {
		return ctx, nil
	}
	stake, err := p.stake(ctx, ch)
	if err != nil || stake == nil {
		return ctx, err
	}
	ctx = beacon.Hold(ctx)
	var faults []error // of one thing: the others are kept all the same
	if holdout := fmt.Sprintf("%s %x", ch.Key(), ch.Seed); !p.kept[holdout] {
		_, err := p.Market.Revealed(ctx, ch)
		faults = append(faults, p.keeps(holdout, err))
	}
	if leader == nil {
		return ctx, errors.Join(faults...)
	}
	sent, err := p.Market.SentParts(ctx, ch, *leader)
	faults = append(faults, err)
	tried := 0
	for _, log := range slices.Backward(sent) { // the oldest may be gone already
		part := fmt.Sprintf("%s %s", log.TxHash, log.BlockHash)
		if p.kept[part] || tried == partsAtOnce {
			continue
		}
		tried++
		faults = append(faults, p.keeps(part, p.Market.ReadBlobs(ctx, log)))
	}
	return ctx, errors.Join(faults...)
}

// keeps notes what was read, unless it failed.
func (p *Player) keeps(what string, err error) error {
	if err != nil {
		return fmt.Errorf("blobs that are to be kept: %w", err)
	}
	if len(p.kept) > 4096 {
		clear(p.kept)
	}
	p.kept[what] = true
	return nil
}
