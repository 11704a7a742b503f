package market

import (
	"context"
	"errors"
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// The contract stores hashes and bits; models and hold-out data travel as
// calldata. What is read back here is verified against those hashes.

// Group is a drawn group as it was revealed, with what proves it.
type Group struct {
	Slot    int
	Salt    [32]byte
	Proof   [][32]byte
	Payload []byte
}

// collect takes from a call's arguments the groups that are new and prove to be
// the challenge's, and returns how many. Everything else is passed over.
func collect(ch *Challenge, groups []Group, r contract.Reveal) (fresh int) {
	first, salts, proofs, payloads := r.FirstSlot, r.Salts, r.Proofs, r.Payloads
	if !first.IsInt64() || first.Sign() < 0 || first.Int64() >= int64(len(groups)) {
		return 0
	}
	if len(salts) == 0 || len(payloads)%len(salts) != 0 {
		return 0
	}
	// a payload of another length has another leaf
	depth, size := ch.depth(), len(payloads)/len(salts)
	if len(proofs) != len(salts)*depth {
		return 0
	}
	for i := range salts {
		slot := int(first.Int64()) + i
		if slot >= len(groups) {
			break
		}
		g := Group{Slot: slot, Salt: salts[i], Proof: proofs[i*depth : (i+1)*depth], Payload: payloads[i*size : (i+1)*size]}
		if groups[slot].Payload == nil && verifyGroup(ch, g) == nil {
			groups[slot] = g
			fresh++
		}
	}
	return fresh
}

func verifyGroup(ch *Challenge, g Group) error {
	index := dataset.Permute(ch.Seed, g.Slot, int(ch.Terms.Groups))
	leaf := dataset.LeafHash(uint32(index), g.Salt, g.Payload)
	if !dataset.VerifyProof(ch.DatasetHash, leaf, index, int(ch.Terms.Groups), g.Proof) {
		return fmt.Errorf("the group in slot %d does not match the challenge's root", g.Slot)
	}
	return nil
}

// CountRight is what the contract will count for a model on the groups.
func CountRight(n model.Integer, ch *Challenge, groups []Group) (int, error) {
	if err := ch.Target.Accepts(n); err != nil {
		return 0, err
	}
	if n.Inputs() != int(ch.Terms.Features) || n.Classes() != int(ch.Terms.Classes) {
		return 0, fmt.Errorf("model takes %d features and has %d classes, the challenge %d and %d",
			n.Inputs(), n.Classes(), ch.Terms.Features, ch.Terms.Classes)
	}
	right, oracle, layout := 0, n.Counter(), ch.Data().Layout
	for _, g := range groups {
		pixels, labels, err := dataset.DecodeGroup(g.Payload, layout)
		if err != nil {
			return 0, fmt.Errorf("slot %d: %w", g.Slot, err)
		}
		right += model.CountRight(oracle, pixels, labels)
	}
	return right, nil
}

// Holdout is the revealed hold-out as one set of examples.
func (m *Market) Holdout(ctx context.Context, ch *Challenge) (pixels, labels []byte, err error) {
	groups, err := m.Revealed(ctx, ch)
	if err != nil {
		return nil, nil, err
	}
	for _, g := range groups {
		p, l, err := dataset.DecodeGroup(g.Payload, ch.Data().Layout)
		if err != nil {
			return nil, nil, fmt.Errorf("slot %d: %w", g.Slot, err)
		}
		pixels, labels = append(pixels, p...), append(labels, l...)
	}
	return pixels, labels, nil
}

// ErrNotRevealed reports a model that is not public.
var ErrNotRevealed = errors.New("no model was revealed")

// Model reads an entry's revealed model and verifies it: it must be what the
// contract made the entry's hash of, and so what the solver committed to.
func (m *Market) Model(ctx context.Context, ch *Challenge, entry uint64) ([]byte, error) {
	e, err := m.Entry(ctx, ch.ID, entry)
	if err != nil {
		return nil, err
	}
	var parts [][]byte // whatever calls of revealModel carry, in their order
	for _, event := range []string{"ModelPart", "ModelRevealed"} {
		logs, err := m.entryLogs(ctx, ch, event, entry)
		if err != nil {
			return nil, err
		}
		for _, log := range logs {
			data, err := m.Input(ctx, log.TxHash)
			if err != nil {
				return nil, err
			}
			parts = append(parts, contract.ModelParts(data)...)
		}
	}
	if raw := assemble(ch, e.ModelHash, parts); raw != nil {
		return raw, nil
	}
	return nil, fmt.Errorf("challenge %s, entry %d: %w", ch.Key(), entry, ErrNotRevealed)
}

// assemble finds the model among parts that anyone may have sent; nil if it is
// not there whole.
func assemble(ch *Challenge, hash [32]byte, parts [][]byte) []byte {
	if ch.Target.Graph() {
		if n, err := graph.Join(parts, hash); err == nil {
			raw, _ := n.Marshal() // it was parsed
			return raw
		}
		return nil
	}
	for _, b := range parts {
		if model.Hash(b) == hash {
			return b
		}
	}
	return nil
}
