package player

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
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
	c, err := p.Market.Assertion(ctx, ch, entry)
	if err != nil {
		return nil, err
	}
	m, err := p.matter(ctx, ch, entry, c)
	if err != nil {
		return nil, err
	}
	return m.claim, nil
}

// name is what a claim is known by: its key, and the hash of what was asserted, which another assertion may
// follow where the chain takes blocks back.
type name struct{ key, facts [32]byte }

func (p *Player) name(ch *market.Challenge, entry uint64, c market.Assertion) name {
	return name{p.Market.ClaimKey(ch.ID, entry), c.Facts}
}

// matter is what a game about a claim is played with: its network, and the hold-out. What of the claim is true
// is no part of it: moves need no more than the one example that they are about.
type matter struct {
	claim  *dispute.Claim
	layout dataset.Layout
	groups []market.Group
}

// matter reads that of an entry's claim, once.
func (p *Player) matter(ctx context.Context, ch *market.Challenge, entry uint64, c market.Assertion) (*matter, error) {
	of := p.name(ch, entry, c)
	if m, ok := p.matters.Get(of); ok {
		return m, nil
	}
	said, err := p.asserted(ctx, ch, of)
	if err != nil {
		return nil, err
	}
	m, err := p.gather(ctx, ch, entry, said)
	if err == nil {
		p.matters.Add(of, m)
	}
	return m, err
}

// asserted is what was asserted, as far as it is what the contract has.
func (p *Player) asserted(ctx context.Context, ch *market.Challenge, of name) (*contract.DisputeAsserted, error) {
	logs, err := p.Market.DisputeLogs(ctx, ch, "Asserted", of.key)
	if err != nil {
		return nil, err
	}
	for i := range logs {
		e, err := abi.UnpackAssertedEvent(&logs[i])
		if err == nil && dispute.FactsHash(e.Facts) == of.facts && crypto.Keccak256Hash(e.Bitmap) == e.Facts.BitmapHash {
			return e, nil
		}
	}
	return nil, fmt.Errorf("what was asserted is not told by the node yet")
}

// gather reads what a claim is about. It changes nothing of the player's.
func (p *Player) gather(ctx context.Context, ch *market.Challenge, entry uint64, said *contract.DisputeAsserted) (*matter, error) {
	model, err := p.Market.Revelation(ctx, ch, entry)
	if err != nil {
		return nil, err
	}
	groups, err := p.Market.Revealed(ctx, ch)
	if err != nil {
		return nil, err
	}
	net, err := parse(ch, model.Raw)
	if err != nil {
		return nil, err
	}
	m := &matter{dispute.NewClaim(net), ch.Data().Layout, groups}
	if model.Blobs != nil {
		m.claim.Blobs, m.claim.WeightsRoot = model.Blobs, model.WeightsRoot
	}
	if !m.claim.Lied() && net.Hash() != said.Facts.ModelHash {
		return nil, fmt.Errorf("entry %d: the model that was revealed is not the one that the claim is about", entry)
	}
	m.claim.Key, m.claim.Facts, m.claim.Bitmap = p.Market.ClaimKey(ch.ID, entry), said.Facts, said.Bitmap
	return m, nil
}

// parse reads a model that was revealed in a challenge.
func parse(ch *market.Challenge, raw []byte) (*graph.Network, error) {
	net, err := graph.Parse(raw)
	if err == nil && net.Inputs() != int(ch.Terms.Features) {
		err = fmt.Errorf("the model takes %d values, the challenge has %d", net.Inputs(), ch.Terms.Features)
	}
	return net, err
}

func (m *matter) payload(example int) (payload []byte, i int) {
	return m.groups[example/m.layout.GroupSize].Payload, example % m.layout.GroupSize
}

func (m *matter) pixels(example int) []byte {
	payload, i := m.payload(example)
	return payload[i*m.layout.Features : (i+1)*m.layout.Features]
}

func (m *matter) label(example int) byte {
	payload, i := m.payload(example)
	return payload[m.layout.GroupSize*m.layout.Features+i]
}

func (m *matter) group(example int) dispute.Group {
	g := m.groups[example/m.layout.GroupSize]
	shown := dispute.Group{Salt: g.Salt, Proof: g.Proof, Payload: g.Payload, Sent: g.Blobs}
	if m.layout.Form == dataset.Blob {
		shown.Blobs = g.Committed
	}
	return shown
}
