package beacon

import (
	"context"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
)

// wanted are the blobs that are looked for, and those of them that were found.
type wanted struct {
	missing []common.Hash // each once, in the order in which they were asked for
	found   map[common.Hash]*kzg4844.Blob
	hold    bool // in an archive
}

func newWanted(ctx context.Context, hashes []common.Hash) *wanted {
	w := &wanted{found: map[common.Hash]*kzg4844.Blob{}, hold: ctx.Value(held{}) != nil}
	for _, h := range hashes {
		if !slices.Contains(w.missing, h) {
			w.missing = append(w.missing, h)
		}
	}
	return w
}

// takeKept takes what an archive has.
func (w *wanted) takeKept(a *Archive) {
	for _, h := range slices.Clone(w.missing) {
		if blob := a.get(h, w.hold); blob != nil {
			w.add(h, blob)
		}
	}
}

// take takes those of the blobs that are wanted, and has the archive keep them; foreign are those that are not.
// A commitment costs 80 ms: none is made when nothing is missing any more, or ctx has ended.
func (w *wanted) take(ctx context.Context, blobs []kzg4844.Blob, a *Archive) (foreign int, err error) {
	for i := range blobs {
		if len(w.missing) == 0 || ctx.Err() != nil {
			return foreign, ctx.Err()
		}
		h, err := blob.Hash(&blobs[i])
		if err != nil || !slices.Contains(w.missing, h) { // an error: it holds a number that no blob holds
			foreign++
			continue
		}
		w.add(h, &blobs[i])
		a.put(h, &blobs[i], w.hold)
	}
	return foreign, nil
}

func (w *wanted) add(h common.Hash, blob *kzg4844.Blob) {
	w.found[h] = blob
	w.missing = slices.DeleteFunc(w.missing, func(m common.Hash) bool { return m == h })
}

func (w *wanted) inOrder(hashes []common.Hash) []kzg4844.Blob {
	list := make([]kzg4844.Blob, 0, len(hashes))
	for _, h := range hashes {
		list = append(list, *w.found[h])
	}
	return list
}
