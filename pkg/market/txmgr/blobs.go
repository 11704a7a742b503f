package txmgr

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
)

// ErrBlobs reports blobs that no transaction can carry.
var ErrBlobs = errors.New("the call's blobs cannot be sent")

func hasBlobs(tx *types.Transaction) bool { return tx.Type() == types.BlobTxType }

// newest is the newest version of an intent's transaction.
func (in *Intent) newest() hexutil.Bytes { return in.Raw[len(in.Raw)-1] }

// hasBlobs reports whether an intent's transaction carries blobs: a transaction's first
// byte is its type.
func (in *Intent) hasBlobs() bool { return isBlobTx(in.newest()) }

func isBlobTx(raw []byte) bool { return len(raw) > 0 && raw[0] == types.BlobTxType }

// fits fails for blobs that no transaction can carry.
func (c Call) fits() error {
	switch {
	case len(c.Blobs) > blob.MaxPerTx:
		return fmt.Errorf("%w: %d are more than the %d of one transaction", ErrBlobs, len(c.Blobs), blob.MaxPerTx)
	case len(c.Blobs) > 0 && c.To == nil:
		return fmt.Errorf("%w: a transaction that deploys carries none", ErrBlobs)
	}
	return nil
}

// keptSidecars is how many sidecars are kept of calls that could not be signed yet: each
// has up to 0.8 MB and takes seconds to make.
const keptSidecars = 4

// sidecar is what goes with a transaction of these blobs: their commitments, and the
// proofs of their cells, which nodes ask for since Osaka (an earlier form is taken by
// none that keeps to it). It takes more than half a second for each blob: no lock is
// held meanwhile, and it is kept for the next try.
func (m *Manager) sidecar(ctx context.Context, call Call) (*types.BlobTxSidecar, error) {
	if err := call.fits(); err != nil || len(call.Blobs) == 0 {
		return nil, err
	}
	sum := sumOf(call.Blobs)
	m.mu.Lock()
	made := m.sidecars[sum]
	m.mu.Unlock()
	if made != nil {
		return made, nil
	}
	made = types.NewBlobTxSidecar(types.BlobSidecarVersion1, call.Blobs, nil, nil)
	for i := range call.Blobs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		commitment, proofs, err := m.prove(&call.Blobs[i])
		if err != nil {
			return nil, fmt.Errorf("%w: blob %d: %w", ErrBlobs, i, err)
		}
		made.Commitments = append(made.Commitments, commitment)
		made.Proofs = append(made.Proofs, proofs...)
	}
	made = made.Copy() // the caller may write into its blobs again
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.sidecars) >= keptSidecars {
		clear(m.sidecars)
	}
	m.sidecars[sum] = made
	return made, nil
}

// prove makes a blob's commitment and the proofs of its cells. A process' first one takes
// some seconds more.
func prove(b *kzg4844.Blob) (kzg4844.Commitment, []kzg4844.Proof, error) {
	commitment, err := blob.Commit(b)
	if err != nil {
		return commitment, nil, err
	}
	proofs, err := kzg4844.ComputeCellProofs(b)
	return commitment, proofs, err
}

func sumOf(blobs []kzg4844.Blob) common.Hash {
	h := sha256.New()
	for i := range blobs {
		h.Write(blobs[i][:])
	}
	return common.Hash(h.Sum(nil))
}

// held reports whether an intent has to wait until others are mined, and notes that.
// Nodes keep transactions with blobs apart from those without, and take an account's of
// one kind only while none of the other is with them. So none is sent before those of the
// other kind with lower nonces are mined: a node that has lost one of these would take
// the later one, wait for the one before it, and refuse just that. As the one with the
// lowest nonce never waits, and nonces are handed out in the order of the calls, all have
// their turn.
func (m *Manager) held(ctx context.Context, in *Intent, head *types.Header) (bool, error) {
	last, any := uint64(0), false
	for _, other := range m.intents {
		if other.State == Pending && other.Nonce < in.Nonce && other.hasBlobs() != in.hasBlobs() {
			last, any = max(last, other.Nonce), true
		}
	}
	if !any {
		return false, nil
	}
	// By the account's nonce: nobody may be asking for the other any more.
	if settled := m.settled(head); settled.Sign() >= 0 {
		nonce, err := m.backend.NonceAt(ctx, in.From, settled)
		if err != nil || nonce > last {
			return false, err
		}
	}
	in.Sent = m.opt.Now() // it does not hang
	m.waiting(in.Key, head, otherFirst)
	return true, nil
}

// otherFirst is what a transaction waits for that is held.
const otherFirst = "the account's earlier transactions have to be mined first: nodes take none with blobs beside those without"

// offered is how often nodes have taken the newest version of an intent, from which block
// on it is sent again if it has blobs, and whether they had transactions of the other kind.
type offered struct {
	taken    int
	next     uint64
	reserved bool
}

// rarest is how often the pause between two sends of the same blobs doubles: to 32 blocks.
const rarest = 5

// offer sends an intent that is not held. That is harmless where the node knows it;
// but blobs are long: where they were taken they are sent again at ever rarer blocks, where
// not at the next one.
func (m *Manager) offer(ctx context.Context, in *Intent, head *types.Header) {
	o, number := m.offers[in.Key], head.Number.Uint64()
	if !in.hasBlobs() || number >= o.next {
		err := m.send(ctx, in)
		if o.reserved = says(err, reserved); err == nil || says(err, known) {
			o.taken++
		} else {
			o.taken = 0
		}
		o.next = number + 1<<min(o.taken, rarest)
		m.offers[in.Key] = o
	}
	if o.reserved {
		m.waiting(in.Key, head, otherFirst)
	}
}

// keepBlobs is for how many blocks blobs are kept of a transaction that was mined. Only
// one that the chain takes back is sent again; twice the blocks for which that is looked
// at, since the endpoint of a later look may lie behind.
const keepBlobs = 2 * reorgDepth

// strip takes the blobs out of what is stored of an intent that will not be sent again.
func (m *Manager) strip(in *Intent) error {
	next := *in
	stripped := false
	if next.Raw, stripped = withoutBlobs(in.Raw); !stripped {
		return nil
	}
	if err := m.store.Put(next); err != nil {
		return err
	}
	*in = next
	return nil
}

// withoutBlobs are transactions without their sidecars, by which their hashes do not
// change, and whether there was any.
func withoutBlobs(list []hexutil.Bytes) (bare []hexutil.Bytes, stripped bool) {
	for _, raw := range list {
		if tx := blobTx(raw); tx != nil {
			if short, err := tx.WithoutBlobTxSidecar().MarshalBinary(); err == nil {
				raw, stripped = short, true
			}
		}
		bare = append(bare, raw)
	}
	return bare, stripped
}

// blobTx is a transaction that has its blobs with it; nil: it is another one.
func blobTx(raw []byte) *types.Transaction {
	if !isBlobTx(raw) {
		return nil
	}
	if tx, err := decode(raw); err == nil && tx.BlobTxSidecar() != nil {
		return tx
	}
	return nil
}
