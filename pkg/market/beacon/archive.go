package beacon

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"

	"github.com/gpuarbiter/gpuarbiter/pkg/atomicfile"
	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// MostKept is how many blobs an archive keeps unless told otherwise: 1 GiB, and the models and
// hold-outs of many challenges.
const MostKept = 8192

// Archive keeps blobs in a folder, each in a file that has its hash as its name: they outlive the beacon nodes'
// pruning and the daemon's end. Those that were asked for longest ago go first, those that are held last. Several
// chains may share one.
// A nil archive keeps nothing.
type Archive struct {
	dir  string
	most int

	mu    sync.Mutex
	fault error // of the latest write
}

// NewArchive is an archive in a folder, which is made when it is needed; it keeps at most so many blobs.
func NewArchive(dir string, most int) *Archive { return &Archive{dir: dir, most: most} }

// Fault is why the latest blob could not be kept; nil if it was.
func (a *Archive) Fault() error {
	if a == nil {
		return nil
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.fault
}

// holding is for how much longer than others blobs are kept that are held: a challenge's whole course, liars in a row
// included.
const holding = 60 * 24 * time.Hour

type held struct{}

// Hold is a context in which blobs are read that something hangs on: an archive keeps them when those that were only
// looked at have to go.
func Hold(ctx context.Context) context.Context { return context.WithValue(ctx, held{}, true) }

// touch notes that a blob was asked for, or that it is to be held: it counts as asked for later.
func touch(path string, hold bool) {
	at := time.Now()
	if hold {
		at = at.Add(holding)
	}
	if info, err := os.Stat(path); err == nil && info.ModTime().Before(at) {
		_ = os.Chtimes(path, at, at) // it only goes earlier
	}
}

// get is a blob that is kept; nil if there is none. One that is damaged is read anew and replaced.
func (a *Archive) get(h common.Hash, hold bool) *kzg4844.Blob {
	if a == nil {
		return nil
	}
	path := filepath.Join(a.dir, h.Hex())
	body, err := plain.ReadFile(path, 0, int64(blobBytes))
	if err != nil || len(body) != blobBytes {
		return nil
	}
	kept := (*kzg4844.Blob)(body)
	if is, err := blob.Hash(kept); err != nil || is != h {
		return nil
	}
	touch(path, hold)
	return kept
}

// put keeps a blob whose hash has been checked. That it cannot is no reason not to use it: Fault says so.
func (a *Archive) put(h common.Hash, blob *kzg4844.Blob, hold bool) {
	if a == nil {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	path, err := filepath.Join(a.dir, h.Hex()), os.MkdirAll(a.dir, 0o700)
	if err == nil { // by the time that it matters nobody else may have it
		err = atomicfile.WriteBytes(path, 0o600, blob[:])
	}
	if err == nil {
		touch(path, hold)
		err = a.prune()
	}
	if a.fault = nil; err != nil {
		a.fault = fmt.Errorf("blobs are not kept: %w", err)
	}
}

// prune removes the blobs that were asked for longest ago where there are too many.
func (a *Archive) prune() error {
	entries, err := os.ReadDir(a.dir)
	if err != nil {
		return err
	}
	var files []fs.FileInfo
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && !strings.HasPrefix(e.Name(), atomicfile.TempPrefix) {
			files = append(files, info)
		}
	}
	if len(files) <= a.most {
		return nil
	}
	slices.SortFunc(files, func(x, y fs.FileInfo) int {
		return cmp.Or(x.ModTime().Compare(y.ModTime()), cmp.Compare(x.Name(), y.Name()))
	})
	var errs []error
	for _, f := range files[:len(files)-a.most] {
		errs = append(errs, os.Remove(filepath.Join(a.dir, f.Name())))
	}
	return errors.Join(errs...)
}
