package devnet

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
)

// mostBlobs is how many blobs a node keeps, 128 MiB.
const mostBlobs = 1024

// blobs are those that a node was sent.
type blobs struct {
	dir string // where they outlive the node; "": in memory only

	mu   sync.Mutex
	has  map[common.Hash]*kzg4844.Blob
	old  []common.Hash // all that are there, the oldest first
	lies bool
}

// recallBlobs reads those that an earlier node of the same folder has left.
func recallBlobs(dir string) (*blobs, error) {
	b := &blobs{dir: dir, has: map[common.Hash]*kzg4844.Blob{}}
	entries, err := os.ReadDir(dir)
	if dir == "" || errors.Is(err, fs.ErrNotExist) {
		return b, nil
	}
	for _, e := range entries {
		body, readErr := os.ReadFile(filepath.Join(dir, e.Name()))
		if len(body) == len(kzg4844.Blob{}) {
			b.add(common.HexToHash(e.Name()), (*kzg4844.Blob)(body))
		}
		err = errors.Join(err, readErr)
	}
	if err != nil {
		return nil, fmt.Errorf("devnet: blobs: %w", err)
	}
	return b, nil
}

func (b *blobs) add(h common.Hash, blob *kzg4844.Blob) {
	if b.has[h] != nil {
		return
	}
	b.has[h], b.old = blob, append(b.old, h)
	if len(b.old) > mostBlobs {
		b.drop(b.old[0])
	}
}

func (b *blobs) drop(h common.Hash) {
	delete(b.has, h)
	b.old = slices.DeleteFunc(b.old, func(o common.Hash) bool { return o == h })
	if b.dir != "" {
		_ = os.Remove(filepath.Join(b.dir, h.Hex()))
	}
}

// keep keeps the blobs of sidecars, whether or not the node takes their transactions.
func (b *blobs) keep(list []*types.BlobTxSidecar) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, sidecar := range list {
		for i, h := range sidecar.BlobHashes() {
			if i >= len(sidecar.Blobs) {
				break
			}
			b.add(h, &sidecar.Blobs[i])
			if b.dir != "" && os.MkdirAll(b.dir, 0o700) == nil {
				_ = os.WriteFile(filepath.Join(b.dir, h.Hex()), sidecar.Blobs[i][:], 0o600) // else it does not outlive the node
			}
		}
	}
}

// Forget makes the node's beacon side forget blobs, as pruning does; without hashes, all of them.
func (b *blobs) Forget(hashes ...common.Hash) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(hashes) == 0 {
		hashes = slices.Clone(b.old)
	}
	for _, h := range hashes {
		b.drop(h)
	}
}

// Lie makes the node's beacon side give other blobs than it was sent, or the true ones again.
func (b *blobs) Lie(on bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.lies = on
}

// of are the blobs of these hashes that are there, in JSON's form.
func (b *blobs) of(hashes []common.Hash) []hexutil.Bytes {
	b.mu.Lock()
	defer b.mu.Unlock()
	list := []hexutil.Bytes{}
	for _, h := range hashes {
		blob := b.has[h]
		if blob == nil {
			continue
		}
		body := slices.Clone(blob[:])
		if b.lies {
			body[len(body)-1] ^= 1
		}
		list = append(list, body)
	}
	return list
}

// The beacon side has a slot for each second since the genesis block, most of which are missed: a block's time is all
// that says which slot it is of, and blocks that come late are not a whole number of periods apart.

func (g *gateway) genesis(w http.ResponseWriter, r *http.Request) {
	first, err := g.eth.HeaderByNumber(r.Context(), new(big.Int))
	if err != nil {
		refuse(w, http.StatusInternalServerError, err)
		return
	}
	say(w, map[string]any{"data": map[string]string{"genesis_time": strconv.FormatUint(first.Time, 10)}})
}

func (g *gateway) spec(w http.ResponseWriter, _ *http.Request) {
	say(w, map[string]any{"data": map[string]string{"SECONDS_PER_SLOT": "1"}})
}

func (g *gateway) header(w http.ResponseWriter, r *http.Request) {
	block := g.block(w, r)
	if block == nil {
		return
	}
	message := map[string]any{"slot": r.PathValue("slot"), "parent_root": block.BeaconRoot()}
	say(w, map[string]any{"data": map[string]any{"canonical": true, "header": map[string]any{"message": message}}})
}

func (g *gateway) give(w http.ResponseWriter, r *http.Request) {
	block := g.block(w, r)
	if block == nil {
		return
	}
	var hashes []common.Hash
	for _, tx := range block.Transactions() {
		hashes = append(hashes, tx.BlobHashes()...)
	}
	if asked := r.URL.Query()["versioned_hashes"]; len(asked) > 0 {
		hashes = slices.DeleteFunc(hashes, func(h common.Hash) bool { return !slices.Contains(asked, h.Hex()) })
	}
	say(w, map[string]any{"data": g.of(hashes)})
}

// block is that of the slot that the request names; nil: it has been refused.
func (g *gateway) block(w http.ResponseWriter, r *http.Request) *types.Block {
	slot, err := strconv.ParseUint(r.PathValue("slot"), 10, 62)
	if err != nil {
		refuse(w, http.StatusBadRequest, err)
		return nil
	}
	block, err := g.at(r.Context(), slot)
	if err != nil {
		refuse(w, http.StatusInternalServerError, err)
		return nil
	}
	if block == nil {
		refuse(w, http.StatusNotFound, errors.New("no block at that slot"))
	}
	return block
}

// at is the block of a slot; nil: there is none.
func (g *gateway) at(ctx context.Context, slot uint64) (*types.Block, error) {
	first, err := g.eth.HeaderByNumber(ctx, new(big.Int))
	if err != nil {
		return nil, err
	}
	head, err := g.eth.BlockNumber(ctx)
	if err != nil {
		return nil, err
	}
	n := sort.Search(int(head)+1, func(n int) bool {
		h, fault := g.eth.HeaderByNumber(ctx, big.NewInt(int64(n)))
		if fault != nil {
			err = fault
			return true
		}
		return h.Time >= first.Time+slot
	})
	if err != nil || n > int(head) {
		return nil, err
	}
	block, err := g.eth.BlockByNumber(ctx, big.NewInt(int64(n)))
	if err != nil || block.Time() != first.Time+slot {
		return nil, err
	}
	return block, nil
}

func say(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v) // who asked has gone
}

func refuse(w http.ResponseWriter, code int, err error) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(map[string]any{"code": code, "message": err.Error()})
}
