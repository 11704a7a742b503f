package market

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
)

// BlobReader reads blobs back, which the chain's nodes keep for some weeks and RPC endpoints do not serve.
type BlobReader interface {
	// Blobs are those of versioned hashes, in their order, that a block of that time (unix seconds) carried.
	Blobs(ctx context.Context, blockTime uint64, hashes []common.Hash) ([]blob.Blob, error)
}

// BlobsLast is how long beacon nodes keep blobs, less a day for who is late (4,096 epochs, 18 days).
const BlobsLast = 17 * 24 * time.Hour

// OpenFor is for how long a challenge with these terms may need the blobs of its hold-out before the first model is
// judged: they go in the reveal's window, and with two turns a model is revealed and asserted.
func OpenFor(t Terms) time.Duration {
	seconds := uint64(t.RevealWindow) + uint64(t.ClaimWindow) + 2*uint64(t.TurnWindow)
	return time.Duration(min(seconds, 1<<32)) * time.Second
}

// ErrNoBlobs reports that there is nobody to ask for blobs.
var ErrNoBlobs = errors.New("nobody serves blobs: no beacon endpoint is named (chains[].beacon, --beacon)")

// blobs reads blobs that a block carried.
func (m *Market) blobs(ctx context.Context, block uint64, hashes [][32]byte) ([]blob.Blob, error) {
	if m.Blobs == nil {
		return nil, fmt.Errorf("chain %s: %w", m.Name, ErrNoBlobs)
	}
	header, err := m.Backend().HeaderByNumber(ctx, new(big.Int).SetUint64(block))
	if err != nil {
		return nil, fmt.Errorf("chain %s, block %d: %w", m.Name, block, err)
	}
	wanted := make([]common.Hash, len(hashes))
	for i, h := range hashes {
		wanted[i] = h
	}
	return m.Blobs.Blobs(ctx, header.Time, wanted)
}

// ReadBlobs reads all blobs of the transaction of a log, for what keeps those that were read.
func (m *Market) ReadBlobs(ctx context.Context, log types.Log) error {
	tx, err := m.Sent(ctx, log.TxHash)
	if err != nil || len(tx.Blobs) == 0 {
		return err
	}
	_, err = m.blobs(ctx, log.BlockNumber, tx.Blobs)
	return err
}

// fill reads the payloads of groups that stand in blobs of one block.
func (m *Market) fill(ctx context.Context, ch *Challenge, block uint64, groups []Group) error {
	if !ch.Target.Blobs() || len(groups) == 0 {
		return nil
	}
	for i := range groups {
		var hashes [][32]byte
		for hash := range slices.Chunk(groups[i].Committed, 32) {
			hashes = append(hashes, [32]byte(hash))
		}
		blobs, err := m.blobs(ctx, block, hashes)
		if err != nil {
			return err
		}
		if groups[i].Payload, err = blob.Join(blobs, ch.Data().Layout.PayloadLen()); err != nil {
			return err
		}
		if !slices.Equal(blobs, blob.Cut(groups[i].Payload)) {
			groups[i].Blobs = blobs
		}
	}
	return nil
}
