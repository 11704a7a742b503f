package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
)

// bundles brings challenges' training data into the state directory. They come from
// strangers: they are verified while they arrive, in the memory of one group, and
// what was found, good or bad, is remembered beside them, so that neither a
// restart nor a retry downloads the same bytes again.
type bundles struct {
	stateDir string
	budget   func() int64 // bytes that the state directory may hold
	now      func() time.Time

	mu       sync.Mutex
	reserved int64 // by downloads that run
}

// dir is where they lie.
func (b *bundles) dir() string { return filepath.Join(b.stateDir, "data") }

// fetch brings a challenge's bundle, unless it is there, or was bad lately.
func (b *bundles) fetch(ctx context.Context, d config.Data, ch *market.Challenge) (string, dataset.Shape, error) {
	if err := os.MkdirAll(b.dir(), 0o700); err != nil {
		return "", dataset.Shape{}, err
	}
	want, uri := ch.Data(), ch.Terms.DataURI
	most := min(d.MaxBytes, want.MaxBundle(), dataset.DefaultMaxBundle)
	opts := dataset.FetchOptions{
		CacheDir: b.dir(), Key: ch.DatasetHash, MaxBytes: most, Timeout: d.Timeout,
		AllowHTTP: d.AllowHTTP, AllowFile: d.AllowFile, AllowPrivate: d.AllowPrivate, Refresh: true,
	}
	n := note{Root: hex.EncodeToString(want.Root[:]), Seed: hex.EncodeToString(want.Seed[:])}
	path := opts.Path(uri)
	if shape, ok := n.good(path); ok {
		return path, shape, nil
	}
	bad, err := n.bad(path, b.now())
	if err != nil {
		return "", dataset.Shape{}, err
	}
	limits := dataset.Limits{MaxCompressed: most, MaxDecompressed: min(4*d.MaxBytes, dataset.DefaultMaxBytes)} // no more than trainers read
	if err := limits.Allow(want); err != nil {
		return "", dataset.Shape{}, err
	}
	release, err := b.reserve(most)
	if err != nil {
		return "", dataset.Shape{}, err
	}
	defer release()
	sum := sha256.New()
	opts.Check = func(r io.Reader) (err error) {
		counted := &counter{w: sum}
		n.Shape, err = dataset.VerifyBundle(io.TeeReader(r, counted), limits, want)
		n.Bytes = counted.n
		return err
	}
	if _, err = dataset.Fetch(ctx, uri, opts); err != nil {
		if errors.Is(err, dataset.ErrBadBundle) || errors.Is(err, dataset.ErrTooLarge) && n.Bytes > 0 {
			err = bad.again(path, uri, n, err, b.now())
		}
		return "", dataset.Shape{}, err
	}
	n.SHA256, n.At = hex.EncodeToString(sum.Sum(nil)), b.now()
	return path, n.Shape, n.save(path)
}

// counter counts what is written through it.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return c.w.Write(p)
}

// reserve sets bytes aside in the state directory's budget, or says that there
// are none.
func (b *bundles) reserve(bytes int64) (release func(), err error) {
	used, err := folderSize(b.stateDir)
	if err != nil {
		return nil, fmt.Errorf("state_dir: %w", err)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if most := b.budget(); used+b.reserved+bytes > most {
		return nil, fmt.Errorf("its training data take up to %s, state_dir holds %s and may hold %s (state_dir_max_bytes): they are not downloaded",
			inWords(bytes), inWords(used+b.reserved), inWords(most))
	}
	b.reserved += bytes
	return func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.reserved -= bytes
	}, nil
}

// inWords is a size for people; coarse, so that the same fault has the same words.
func inWords(bytes int64) string {
	if bytes >= 1<<30 {
		return fmt.Sprintf("%.1f GiB", float64(bytes)/(1<<30))
	}
	return fmt.Sprintf("%d MiB", (bytes+1<<20-1)>>20)
}

// folderSize is the sum of the files in a folder.
func folderSize(dir string) (total int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, d os.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return ignoreGone(err)
		}
		info, err := d.Info()
		if err == nil {
			total += info.Size()
		}
		return ignoreGone(err)
	})
	return total, err
}

// ignoreGone: workers make and remove files meanwhile.
func ignoreGone(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}
