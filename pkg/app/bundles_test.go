package app

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
)

var open = config.Data{MaxBytes: 512 << 20, Timeout: time.Minute, AllowHTTP: true, AllowPrivate: true}

// offer is a challenge whose bundle a server offers; serve says what it sends.
type offer struct {
	*market.Challenge
	bundle   []byte
	requests atomic.Int64
	sent     atomic.Int64
}

func newOffer(t *testing.T, serve func(o *offer, w io.Writer)) *offer {
	t.Helper()
	set := &dataset.Set{Shape: dataset.Shape{Channels: 1, Height: 2, Width: 3}, Classes: 4, Pixels: make([]byte, 360*6), Labels: make([]byte, 360)}
	layout := dataset.Layout{GroupSize: 12, Features: 6, Classes: 4, Form: dataset.Octets}
	c, payloads, err := dataset.Commit(set, layout, 30, [32]byte{7})
	if err != nil {
		t.Fatal(err)
	}
	o := &offer{Challenge: &market.Challenge{Chain: "dev", Target: evaluator.Dense}}
	o.DatasetHash, o.Seed = c.Root, [32]byte{9}
	o.Terms.GroupSize, o.Terms.Features, o.Terms.Classes, o.Terms.Groups, o.Terms.HoldoutGroups = 12, 6, 4, 30, 6
	o.Terms.CommitBond, o.Terms.ClaimBond, o.Reward = new(big.Int), new(big.Int), new(big.Int)
	var b bytes.Buffer
	if err := dataset.WriteBundle(&b, c, payloads, dataset.Training(o.Seed, 30, 6)); err != nil {
		t.Fatal(err)
	}
	o.bundle = b.Bytes()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		o.requests.Add(1)
		serve(o, counting{w, &o.sent})
	}))
	t.Cleanup(server.Close)
	o.Terms.DataURI = server.URL + "/b"
	return o
}

type counting struct {
	w io.Writer
	n *atomic.Int64
}

func (c counting) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n.Add(int64(n))
	return n, err
}

func good(o *offer, w io.Writer) { w.Write(o.bundle) }

// bomb begins like the good bundle and goes on with zeros: 512 MiB of them, in
// half a megabyte.
func bomb(o *offer, w io.Writer) {
	zr, _ := gzip.NewReader(bytes.NewReader(o.bundle))
	content, _ := io.ReadAll(zr)
	zw, _ := gzip.NewWriterLevel(w, gzip.BestSpeed)
	zw.Write(content[:len(content)-200])
	for block, n := make([]byte, 1<<20), 0; n < 512; n++ {
		if _, err := zw.Write(block); err != nil {
			return
		}
	}
	zw.Close()
}

// flood sends bytes that say nothing, 512 MiB of them.
func flood(_ *offer, w io.Writer) {
	zw, _ := gzip.NewWriterLevel(w, gzip.NoCompression)
	for block, n := bytes.Repeat([]byte("flood"), 1<<18), 0; n < 512; n++ {
		if _, err := zw.Write(block); err != nil {
			return
		}
	}
}

func openBundles(t *testing.T) (*bundles, *time.Time) {
	now := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	return &bundles{stateDir: t.TempDir(), budget: func() int64 { return 1 << 30 }, now: func() time.Time { return now }}, &now
}

// again is the store as the next daemon finds it.
func (b *bundles) again() *bundles {
	return &bundles{stateDir: b.stateDir, budget: b.budget, now: b.now}
}

// A bundle is downloaded once for each draw, whatever restarts.
func TestBundleIsFetchedOnce(t *testing.T) {
	o := newOffer(t, good)
	b, _ := openBundles(t)
	var paths [3]string
	for i := range paths {
		path, shape, err := b.again().fetch(t.Context(), open, o.Challenge)
		if err != nil || shape != (dataset.Shape{Channels: 1, Height: 2, Width: 3}) || i > 0 && path != paths[0] {
			t.Fatal(path, shape, err)
		}
		paths[i] = path
	}
	if text, err := os.ReadFile(paths[0]); err != nil || !bytes.Equal(text, o.bundle) {
		t.Errorf("%d bytes are kept of %d, %v", len(text), len(o.bundle), err)
	}
	if n := o.requests.Load(); n != 1 {
		t.Errorf("downloaded %d times", n)
	}
	// Of a file that has changed nothing is believed.
	if err := os.WriteFile(paths[0], append([]byte{0}, o.bundle[1:]...), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.fetch(t.Context(), open, o.Challenge); err != nil || o.requests.Load() != 2 {
		t.Errorf("%v, %d requests", err, o.requests.Load())
	}
	o.Seed[0]++ // drawn again: it is another bundle that is wanted
	if _, _, err := b.fetch(t.Context(), open, o.Challenge); !errors.Is(err, dataset.ErrBadBundle) || o.requests.Load() != 3 {
		t.Errorf("%v, %d requests", err, o.requests.Load())
	}
}

// What is bad ends at once, costs no memory, leaves no file, and is left alone for
// hours, by the next daemon too.
func TestHostileBundles(t *testing.T) {
	for name, serve := range map[string]func(*offer, io.Writer){
		"bomb": bomb, "flood": flood, "page": func(_ *offer, w io.Writer) { io.WriteString(w, "<html>not found</html>") },
	} {
		o := newOffer(t, serve)
		b, now := openBundles(t)
		var err error
		peak := peakOf(func() { _, _, err = b.fetch(t.Context(), open, o.Challenge) })
		if !errors.Is(err, dataset.ErrBadBundle) || !strings.Contains(err.Error(), "found 1 times") || !strings.Contains(err.Error(), "2026-05-01 13:00:00") {
			t.Errorf("%s: %v", name, err)
		}
		t.Logf("%s: heap %.1f MiB, %.1f MiB sent; %.300v", name, float64(peak)/(1<<20), float64(o.sent.Load())/(1<<20), err)
		if peak > 64<<20 || o.sent.Load() > 16<<20 {
			t.Errorf("%s: heap of %d bytes, %d bytes sent", name, peak, o.sent.Load())
		}
		if left, _ := filepath.Glob(filepath.Join(b.stateDir, "data", "*.bundle")); len(left) > 0 {
			t.Errorf("%s: left %v", name, left)
		}
		if entries, _ := os.ReadDir(filepath.Join(b.stateDir, "data")); len(entries) != 1 {
			t.Errorf("%s: left %v", name, entries)
		}
		for i, hours := range []int{1, 2, 4, 8, 16, 24, 24} {
			*now = now.Add(time.Duration(hours)*time.Hour - time.Minute)
			_, _, early := b.again().fetch(t.Context(), open, o.Challenge)
			if !errors.Is(early, dataset.ErrBadBundle) || o.requests.Load() != int64(i+1) {
				t.Fatalf("%s: after almost %d hours: %v, %d requests", name, hours, early, o.requests.Load())
			}
			*now = now.Add(2 * time.Minute)
			if name != "page" {
				break // the others take long
			}
			if _, _, err = b.again().fetch(t.Context(), open, o.Challenge); o.requests.Load() != int64(i+2) {
				t.Errorf("%s: after %d hours: %v, %d requests", name, hours, err, o.requests.Load())
			}
		}
	}
}

func peakOf(work func()) (peak uint64) {
	runtime.GC()
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapAlloc)
			select {
			case <-stop:
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	work()
	close(stop)
	<-done
	return peak
}

// A server that hangs up is no organiser who cheats.
func TestBundleThatIsCutOff(t *testing.T) {
	o := newOffer(t, func(o *offer, w io.Writer) {
		if o.requests.Load() == 1 {
			w.(counting).w.(http.ResponseWriter).Header().Set("Content-Length", fmt.Sprint(len(o.bundle)))
			w.Write(o.bundle[:100])
			panic(http.ErrAbortHandler)
		}
		good(o, w)
	})
	b, _ := openBundles(t)
	if _, _, err := b.fetch(t.Context(), open, o.Challenge); err == nil || errors.Is(err, dataset.ErrBadBundle) {
		t.Errorf("cut off: %v", err)
	}
	if _, _, err := b.fetch(t.Context(), open, o.Challenge); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

func TestStateDirHasABudget(t *testing.T) {
	o := newOffer(t, good)
	b, _ := openBundles(t)
	b.budget = func() int64 { return 1 << 20 }
	if err := os.MkdirAll(filepath.Join(b.stateDir, "challenges/dev/3"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(b.stateDir, "challenges/dev/3/old"), make([]byte, 1<<20-1000), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := b.fetch(t.Context(), open, o.Challenge); err == nil || !strings.Contains(err.Error(), "state_dir_max_bytes") || o.requests.Load() != 0 {
		t.Errorf("%v, %d requests", err, o.requests.Load())
	}
	b.budget = func() int64 { return 2 << 20 }
	if _, _, err := b.fetch(t.Context(), open, o.Challenge); err != nil {
		t.Error(err)
	}
	if b.reserved != 0 {
		t.Errorf("%d bytes stay reserved", b.reserved)
	}
	// What is too long for the configuration is not even asked for.
	small := open
	small.MaxBytes = 100
	o.Seed[0]++
	if _, _, err := b.fetch(t.Context(), small, o.Challenge); !errors.Is(err, dataset.ErrTooLarge) || o.requests.Load() != 1 {
		t.Errorf("%v, %d requests", err, o.requests.Load())
	}
}

func TestWhatIsRemoved(t *testing.T) {
	dir := t.TempDir()
	put := func(name string) string {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	outside := put("precious")
	challenge := func(id uint64, phase market.Phase, state solver.AttemptState, bundle string) solver.Status {
		for _, name := range []string{"model.gaq", "checkpoints/c/state.bin", "checkpoints/.new-1/state.bin", "log", "verified.gaq", "checkpoints-train.py-77/step.pt", "data/train_x.npy", "forgotten"} {
			put(fmt.Sprintf("challenges/dev/%d/%s", id, name))
		}
		c := &market.Challenge{Chain: "dev", ID: id}
		c.Phase = uint8(phase)
		return solver.Status{Challenge: c, Attempt: solver.Attempt{Key: c.Key(), State: state, Bundle: bundle}}
	}
	a, shared, live := put("data/a.bundle"), put("data/s.bundle"), put("data/l.bundle")
	put("data/a.bundle.json")
	put("data/.half.bundle.123")
	put("snapshots/.snapshot-1")
	put("snapshots/.new-1")
	put("snapshots/gpuarbiter-1.db")
	states := []solver.State{{Challenges: []solver.Status{
		challenge(0, market.PhaseClosed, solver.Paid, a), challenge(1, market.PhaseClosed, solver.Expired, shared),
		challenge(2, market.PhaseCommit, solver.Training, shared), challenge(3, market.PhaseClaim, solver.Passed, live),
		challenge(4, market.PhaseClosed, solver.Beaten, outside), challenge(5, market.PhaseClosed, solver.Evaluated, live),
	}}}
	if err := removeTemporary(dir); err != nil {
		t.Fatal(err)
	}
	c := &cleaner{stateDir: dir, log: zap.NewNop()}
	c.remove(leftovers(dir, states))
	for name, want := range map[string]bool{
		"data/a.bundle": false, "data/a.bundle.json": false, "data/s.bundle": true, "data/l.bundle": true, "data/.half.bundle.123": false, "snapshots/.snapshot-1": false, "snapshots/.new-1": false, "snapshots/gpuarbiter-1.db": true, "precious": true,
		"challenges/dev/0/model.gaq": true, "challenges/dev/0/checkpoints": false, "challenges/dev/0/log": true,
		"challenges/dev/0/verified.gaq": true, "challenges/dev/0/checkpoints-train.py-77": false, "challenges/dev/0/data": false, "challenges/dev/0/forgotten": false,
		"challenges/dev/1/model.gaq": false, "challenges/dev/1/verified.gaq": false, "challenges/dev/1/checkpoints": false, "challenges/dev/1/log": true,
		"challenges/dev/2/data/train_x.npy": true, "challenges/dev/2/forgotten": true,
		"challenges/dev/2/model.gaq": true, "challenges/dev/2/checkpoints/c/state.bin": true, "challenges/dev/2/checkpoints/.new-1": false,
		"challenges/dev/3/model.gaq": true, "challenges/dev/4/model.gaq": false, "challenges/dev/5/checkpoints/c": true,
	} {
		if _, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(name))); (err == nil) != want {
			t.Errorf("%s is there: %v, want %v", name, err == nil, want)
		}
	}
}
