package market

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// The contract stores hashes and bits; models and hold-out data travel as
// calldata. What is read back here is verified against those hashes.

// Group is a drawn group as it was revealed, with what proves it.
type Group struct {
	Slot      int
	Salt      [32]byte
	Proof     [][32]byte
	Committed []byte // what stands in its leaf: the payload, or the hash of the blob that holds it
	Payload   []byte // nil: it stands in a blob, and was not read yet
	// Blobs are those that were sent, where they hold more than the payload: what that is means nothing, and is theirs.
	Blobs []blob.Blob
}

// collect takes from a call's arguments the groups that are new and prove to be
// the challenge's, and returns them. Everything else is passed over.
func collect(ch *Challenge, groups []Group, r contract.Reveal) (fresh []Group) {
	first, salts, proofs, payloads := r.FirstSlot, r.Salts, r.Proofs, r.Payloads
	if !first.IsInt64() || first.Sign() < 0 || first.Int64() >= int64(len(groups)) {
		return nil
	}
	if len(salts) == 0 || len(payloads)%len(salts) != 0 {
		return nil
	}
	// a payload of another length has another leaf
	depth, size := ch.depth(), len(payloads)/len(salts)
	if len(proofs) != len(salts)*depth {
		return nil
	}
	for i := range salts {
		slot := int(first.Int64()) + i
		if slot >= len(groups) {
			break
		}
		g := Group{Slot: slot, Salt: salts[i], Proof: proofs[i*depth : (i+1)*depth], Committed: payloads[i*size : (i+1)*size]}
		if !ch.Target.Blobs() {
			g.Payload = g.Committed
		}
		if groups[slot].Payload == nil && verifyGroup(ch, g) == nil {
			fresh = append(fresh, g)
		}
	}
	return fresh
}

func verifyGroup(ch *Challenge, g Group) error {
	index := dataset.Permute(ch.Seed, g.Slot, int(ch.Terms.Groups))
	leaf := dataset.LeafHash(uint32(index), g.Salt, g.Committed)
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

// Model reads an entry's revealed model back from calldata or blobs, whatever the chain's nodes say of
// it: what is returned is what was committed to.
func (m *Market) Model(ctx context.Context, ch *Challenge, entry uint64) ([]byte, error) {
	r, err := m.Revelation(ctx, ch, entry)
	if err == nil && r.Lied() {
		err = fmt.Errorf("challenge %s, entry %d: what its blobs hold is not what was committed to", ch.Key(), entry)
	}
	if err != nil {
		return nil, err
	}
	return r.Raw, nil
}

// Revelation is a model as it was revealed.
type Revelation struct {
	Raw []byte // as it stands there
	// Of a model in blobs, which the contract does not look into:
	WeightsRoot [32]byte // that was committed to
	Blobs       []blob.Blob
	lied        bool
}

// Lied reports whether the blobs hold other weights than were committed to.
func (r *Revelation) Lied() bool { return r.lied }

// Revelation reads what was revealed of an entry's model.
func (m *Market) Revelation(ctx context.Context, ch *Challenge, entry uint64) (*Revelation, error) {
	e, err := m.Entry(ctx, ch.ID, entry)
	if err != nil {
		return nil, err
	}
	logs, err := m.SentParts(ctx, ch, entry)
	if err != nil {
		return nil, err
	}
	var sent []sentPart // whatever calls of revealModel carry, in their order
	for _, log := range logs {
		tx, err := m.Sent(ctx, log.TxHash)
		if err != nil {
			return nil, err
		}
		for _, part := range contract.ModelParts(tx.Input) {
			sent = append(sent, sentPart{part, tx, log.BlockNumber})
		}
	}
	var r *Revelation
	if ch.Target.Blobs() {
		r, err = m.assembleBlobs(ctx, ch, e.ModelHash, sent)
	} else if raw := assemble(ch, e.ModelHash, sent); raw != nil {
		r = &Revelation{Raw: raw}
	}
	if err == nil && r == nil {
		err = ErrNotRevealed
	}
	if err != nil {
		return nil, fmt.Errorf("challenge %s, entry %d: %w", ch.Key(), entry, err)
	}
	return r, nil
}

// SentParts are the logs of the transactions that have carried parts of an entry's model, in their order.
func (m *Market) SentParts(ctx context.Context, ch *Challenge, entry uint64) (all []types.Log, err error) {
	for _, event := range []string{"ModelPart", "ModelRevealed"} {
		logs, err := m.entryLogs(ctx, ch, event, entry)
		if err != nil {
			return nil, err
		}
		all = append(all, logs...)
	}
	return all, nil
}

// sentPart is a part of a model, with the transaction that carried it.
type sentPart struct {
	data  []byte
	tx    chain.Sent
	block uint64
}

// assemble finds the model of a hash among parts that anyone may have sent; nil if it
// is not there.
func assemble(ch *Challenge, hash [32]byte, sent []sentPart) []byte {
	parts := make([][]byte, len(sent))
	for i := range sent {
		parts[i] = sent[i].data
	}
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

// assembleBlobs finds the model whose program has a hash, and reads its blobs; nil if it is not there.
func (m *Market) assembleBlobs(ctx context.Context, ch *Challenge, program [32]byte, sent []sentPart) (*Revelation, error) {
	for _, last := range sent {
		in, err := graph.ParseBlobPart(last.data, last.tx.Blobs)
		if err != nil || graph.Keccak(in.Bytes()) != program {
			continue
		}
		r := &Revelation{WeightsRoot: in.WeightsRoot}
		for len(r.Blobs) < len(in.Blobs) {
			i := slices.IndexFunc(sent, func(p sentPart) bool { return slices.Contains(p.tx.Blobs, in.Blobs[len(r.Blobs)]) })
			if i < 0 {
				return nil, nil
			}
			n := 0 // of those that follow, all that the transaction carries
			for rest := in.Blobs[len(r.Blobs):]; n < len(rest) && slices.Contains(sent[i].tx.Blobs, rest[n]); n++ {
			}
			blobs, err := m.blobs(ctx, sent[i].block, in.Blobs[len(r.Blobs):][:n])
			if err != nil {
				return nil, err
			}
			r.Blobs = append(r.Blobs, blobs...)
		}
		if err := in.Fill(r.Blobs); err != nil {
			return nil, err
		}
		r.lied = in.Net.Hash() != in.ModelHash
		r.Raw, err = in.Net.Marshal()
		return r, err
	}
	return nil, nil
}
