package beacon

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
)

// Needs tries everything that each endpoint has to serve, before somebody depends on it: it must be of the chain's
// network, and give a block's blobs.
func (c *Client) Needs(ctx context.Context, on *chain.Chain) []chain.Need {
	block, err := recent(ctx, on, looked)
	found := make([]chain.Need, len(c.sources))
	for i, s := range c.sources {
		found[i] = chain.Need{Endpoint: i, What: "blobs"}
		if err != nil {
			found[i].Words, found[i].Minor = fmt.Sprintf("not tried: %v", err), true
			continue
		}
		words, minor, err := s.try(ctx, block, true)
		found[i].Words, found[i].Minor = words, minor
		if err != nil {
			found[i].Words, found[i].Lacks = err.Error(), true
		}
	}
	return found
}

// Watch tries the endpoints now and then until ctx ends, so that Amiss knows of what fails before blobs are asked
// for. It fetches none.
func (c *Client) Watch(ctx context.Context, on *chain.Chain, every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		c.audit(ctx, on)
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// audit tries all endpoints at once. Where the chain itself does not answer, nothing is said of them.
func (c *Client) audit(ctx context.Context, on *chain.Chain) {
	block, err := recent(ctx, on, 1)
	if err != nil {
		return
	}
	var wg sync.WaitGroup
	for i, s := range c.sources {
		wg.Go(func() {
			if _, _, err := s.try(ctx, block, false); ctx.Err() == nil {
				c.note(i, err)
			}
		})
	}
	wg.Wait()
}

const (
	settled = 4 // blocks on top of one that every beacon node has, and that seldom goes away again
	looked  = 8 // blocks that are looked through for one with blobs
)

// recent is a block that beacon nodes ought to have by now, with blobs if one of so many has some.
func recent(ctx context.Context, on *chain.Chain, among int64) (*types.Header, error) {
	head, err := on.Head(ctx)
	if err != nil {
		return nil, err
	}
	newest := max(head.Number.Int64()-settled, min(1, head.Number.Int64()))
	var first *types.Header
	for n := newest; n > newest-among && n > 0; n-- {
		h, err := on.Backend().HeaderByNumber(ctx, big.NewInt(n))
		if err != nil {
			return nil, err
		}
		if first == nil {
			first = h
		}
		if blobsIn(h) > 0 {
			return h, nil
		}
	}
	if first == nil {
		return head, nil
	}
	return first, nil
}

func blobsIn(h *types.Header) int {
	if h.BlobGasUsed == nil {
		return 0
	}
	return int(*h.BlobGasUsed / params.BlobTxBlobGasPerBlob)
}

// try implements source: the node must be of the network that the block is of, and, where blobs are asked for, give
// that block's.
func (n *node) try(ctx context.Context, block *types.Header, withBlobs bool) (words string, minor bool, err error) {
	n.set(clock{})
	c, err := n.times(ctx)
	if err != nil {
		return "", false, err
	}
	slot, err := c.slot(block.Time)
	if err != nil {
		return "", false, err
	}
	known, err := n.knows(ctx, slot, block)
	if err != nil {
		return "", false, err
	}
	if !known {
		return "it gives no headers: its network is told by its times alone", true, nil
	}
	if !withBlobs {
		return "", false, nil
	}
	has := blobsIn(block)
	if has == 0 {
		return "not tried: no blob was found in the latest blocks", true, nil
	}
	blobs, err := n.ofSlot(ctx, slot, nil)
	if err == nil && len(blobs) != has {
		err = fmt.Errorf("it gives %d blobs of slot %d, whose block has %d", len(blobs), slot, has)
	}
	return fmt.Sprintf("%d blobs of slot %d", has, slot), false, err
}

// knows checks that the node has the block of a slot, and that it follows what the execution block says it follows
// (EIP-4788); false: the node gives no headers.
func (n *node) knows(ctx context.Context, slot uint64, block *types.Header) (bool, error) {
	body, err := n.call(ctx, fmt.Sprintf("/eth/v1/beacon/headers/%d", slot), nil, mostSmall, smallTimeout)
	switch {
	case isOf(err, http.StatusMethodNotAllowed, http.StatusNotImplemented):
		return false, nil
	case isOf(err, http.StatusNotFound):
		return false, fmt.Errorf("it has no block at slot %d, where the chain has one: it has fallen behind, or is of another network", slot)
	case err != nil:
		return false, fmt.Errorf("header of slot %d: %w", slot, err)
	}
	parent, err := parseParentRoot(body)
	if err != nil {
		return false, err
	}
	if block.ParentBeaconRoot == nil {
		return false, errors.New("the chain's blocks name no beacon block (EIP-4788): they have no blobs")
	}
	if parent != *block.ParentBeaconRoot {
		return false, fmt.Errorf("%w: its block at slot %d follows %s, the chain's %s", errOtherNetwork, slot, parent, *block.ParentBeaconRoot)
	}
	return true, nil
}

// nobodys is the hash of no blob.
var nobodys = common.Hash{0: 0x01}

// try implements source: an archive must answer, if only that it has not got what does not exist.
func (f folder) try(ctx context.Context, _ *types.Header, _ bool) (string, bool, error) {
	_, err := f.get(ctx, strings.ReplaceAll(f.address.Reveal(), hashMark, nobodys.Hex()), hexBytes+mostError, smallTimeout)
	if err != nil && !isOf(err, http.StatusNotFound, http.StatusGone) {
		return "", false, err
	}
	return "an archive; what it has is seen when it is asked", false, nil
}
