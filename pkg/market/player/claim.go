package player

import (
	"context"
	"fmt"
	"runtime"
	"sync/atomic"

	"github.com/ethereum/go-ethereum/crypto"
	"golang.org/x/sync/errgroup"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// read reads from the contract of a challenge's disputes.
func read[T any](ctx context.Context, p *Player, ch *market.Challenge, data []byte, unpack func([]byte) (T, error)) (T, error) {
	var zero T
	out, err := p.Market.Read(ctx, ch.Terms.Evaluator, data)
	if err != nil {
		return zero, fmt.Errorf("chain %s: %w", p.Market.Name, err)
	}
	v, err := unpack(out)
	if err != nil {
		return zero, fmt.Errorf("chain %s: dispute contract %s answers nonsense: %w", p.Market.Name, ch.Terms.Evaluator, err)
	}
	return v, nil
}

// position is a game with what its events said of roots and children: as far as they
// are those whose root the contract has.
func (p *Player) position(ctx context.Context, ch *market.Challenge, g game) (*dispute.Game, error) {
	if dispute.Turn(g.Turn) == dispute.Listing {
		return dispute.At(g.id, g.DisputeGame, nil, nil), nil
	}
	listed, err := p.Market.DisputeLogs(ctx, ch, "Listed", g.id)
	if err != nil {
		return nil, err
	}
	opened, err := p.Market.DisputeLogs(ctx, ch, "Opened", g.id)
	if err != nil {
		return nil, err
	}
	var roots, children [][32]byte
	for i := range listed {
		if e, err := abi.UnpackListedEvent(&listed[i]); err == nil && len(e.Roots) > 0 && dispute.NewList(e.Roots).Root() == g.List {
			roots = e.Roots
		}
	}
	for i := range opened {
		if e, err := abi.UnpackOpenedEvent(&opened[i]); err == nil && len(e.Children) > 0 && dispute.NewList(e.Children).Root() == g.Node {
			children = e.Children
		}
	}
	if roots == nil || dispute.Turn(g.Turn) == dispute.Choosing && g.Node != g.List && children == nil {
		return nil, fmt.Errorf("what was listed or opened is not told by the node yet")
	}
	return dispute.At(g.id, g.DisputeGame, roots, children), nil
}

// Asserted is what an entry has asserted, with its network.
func (p *Player) Asserted(ctx context.Context, ch *market.Challenge, entry uint64) (*dispute.Claim, error) {
	t, err := p.truth(ctx, ch, entry)
	if err != nil {
		return nil, err
	}
	return t.claim, nil
}

// truth is a claim as we compute it.
type truth struct {
	claim  *dispute.Claim
	layout dataset.Layout
	groups []market.Group
	right  []bool
}

// truth computes an entry's claim, once.
func (p *Player) truth(ctx context.Context, ch *market.Challenge, entry uint64) (*truth, error) {
	key := p.Market.ClaimKey(ch.ID, entry)
	asserted, err := p.asserted(ctx, ch, entry, key)
	if err != nil {
		return nil, err
	}
	if t := p.truths[key]; t != nil && dispute.FactsHash(t.claim.Facts) == dispute.FactsHash(asserted.Facts) { // they hold pointers
		return t, nil
	}
	model, err := p.Market.Revelation(ctx, ch, entry)
	if err != nil {
		return nil, err
	}
	groups, err := p.Market.Revealed(ctx, ch)
	if err != nil {
		return nil, err
	}
	t, err := newTruth(ctx, ch, model.Raw, groups)
	if err != nil {
		return nil, err
	}
	if model.Blobs != nil {
		t.claim.Blobs, t.claim.WeightsRoot = model.Blobs, model.WeightsRoot
	}
	if !t.claim.Lied() && t.claim.Net.Hash() != asserted.Facts.ModelHash {
		return nil, fmt.Errorf("entry %d: the model that was revealed is not the one that the claim is about", entry)
	}
	t.claim.Key, t.claim.Facts, t.claim.Bitmap = key, asserted.Facts, asserted.Bitmap
	if len(p.truths) >= 8 {
		clear(p.truths)
	}
	p.truths[key] = t
	return t, nil
}

// asserted is what was asserted, as far as it is what the contract has.
func (p *Player) asserted(ctx context.Context, ch *market.Challenge, entry uint64, key [32]byte) (*contract.DisputeAsserted, error) {
	c, err := p.Market.Assertion(ctx, ch, entry)
	if err != nil {
		return nil, err
	}
	logs, err := p.Market.DisputeLogs(ctx, ch, "Asserted", key)
	if err != nil {
		return nil, err
	}
	for i := range logs {
		e, err := abi.UnpackAssertedEvent(&logs[i])
		if err == nil && dispute.FactsHash(e.Facts) == c.Facts && crypto.Keccak256Hash(e.Bitmap) == e.Facts.BitmapHash {
			return e, nil
		}
	}
	return nil, fmt.Errorf("what was asserted is not told by the node yet")
}

// newTruth computes a model on the revealed hold-out.
func newTruth(ctx context.Context, ch *market.Challenge, raw []byte, groups []market.Group) (*truth, error) {
	net, err := graph.Parse(raw)
	if err != nil {
		return nil, err
	}
	if net.Inputs() != int(ch.Terms.Features) {
		return nil, fmt.Errorf("the model takes %d values, the challenge has %d", net.Inputs(), ch.Terms.Features)
	}
	t := &truth{claim: dispute.NewClaim(net), layout: ch.Data().Layout, groups: groups, right: make([]bool, ch.Points())}
	var next atomic.Int64
	work, ctx := errgroup.WithContext(ctx)
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() error {
			c := net.Counter()
			for {
				i := int(next.Add(1)) - 1
				if i >= len(t.right) {
					return nil
				}
				if err := ctx.Err(); err != nil {
					return err
				}
				t.right[i] = model.Largest(c.Logits(t.pixels(i))) == int(t.label(i))
			}
		})
	}
	return t, work.Wait()
}

func (t *truth) payload(example int) (payload []byte, i int) {
	return t.groups[example/t.layout.GroupSize].Payload, example % t.layout.GroupSize
}

func (t *truth) pixels(example int) []byte {
	payload, i := t.payload(example)
	return payload[i*t.layout.Features : (i+1)*t.layout.Features]
}

func (t *truth) label(example int) byte {
	payload, i := t.payload(example)
	return payload[t.layout.GroupSize*t.layout.Features+i]
}

func (t *truth) group(example int) dispute.Group {
	g := t.groups[example/t.layout.GroupSize]
	shown := dispute.Group{Salt: g.Salt, Proof: g.Proof, Payload: g.Payload, Sent: g.Blobs}
	if t.layout.Form == dataset.Blob {
		shown.Blobs = g.Committed
	}
	return shown
}

// lie is the first example that is said to be right and can be disputed for it; -1 if there is none.
func (t *truth) lie() int {
	for i, right := range t.right {
		if (!right || t.claim.Lied()) && dispute.Says(t.claim.Bitmap, i) {
			return i
		}
	}
	return -1
}
