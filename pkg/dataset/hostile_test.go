package dataset

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// heapLimit is what verifying any bundle may take, with all else in the process.
const heapLimit = 64 << 20

// peakHeap is the largest heap that was seen while work ran, in use and taken
// from the system.
func peakHeap(work func()) (alloc, sys uint64) {
	runtime.GC()
	var stop atomic.Bool
	done := make(chan struct{})
	go func() {
		defer close(done)
		for !stop.Load() {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			alloc, sys = max(alloc, m.HeapAlloc), max(sys, m.HeapSys-m.HeapReleased)
			time.Sleep(2 * time.Millisecond)
		}
	}()
	work()
	stop.Store(true)
	<-done
	return alloc, sys
}

// offered is a bundle that is made while it is read: what its organiser committed
// to, of any length, in the memory of one group and the Merkle tree's leaves.
func offered(t *testing.T, layout Layout, groups, drawn, level int) (Challenge, io.ReadCloser) {
	t.Helper()
	payload := make([]byte, layout.PayloadLen())
	fill := func(g int) []byte {
		binary.BigEndian.PutUint64(payload, uint64(g)<<8|7)
		return payload
	}
	leaves := make([][32]byte, groups)
	for g := range leaves {
		leaves[g] = LeafHash(uint32(g), [32]byte{1}, fill(g))
	}
	tree := BuildTree(leaves)
	want := Challenge{Root: tree.Root(), Layout: layout, Groups: groups, HoldoutGroups: drawn, Seed: [32]byte{3}}
	r, w := io.Pipe()
	go func() {
		zw, _ := gzip.NewWriterLevel(w, level)
		train := Training(want.Seed, groups, drawn)
		err := writeBundleHeader(zw, &Commitment{Root: want.Root, Layout: layout, Shape: Shape{1, 1, layout.Features}, Groups: groups}, train)
		for _, g := range train {
			var entry []byte
			entry = binary.BigEndian.AppendUint32(entry, uint32(g))
			entry = append(append(entry, 1), make([]byte, 31)...)
			entry = append(entry, fill(g)...)
			for _, p := range tree.Proof(g) {
				entry = append(entry, p[:]...)
			}
			if err == nil {
				_, err = zw.Write(entry)
			}
		}
		w.CloseWithError(errors.Join(err, zw.Close()))
	}()
	return want, r
}

// The whole of a bundle of 512 MiB, good to its end, goes through the memory of a
// group; and so does one that is mostly zeros, 128 MiB of them in two.
func TestVerifyBundleInLittleMemory(t *testing.T) {
	total := 512 << 20
	if testing.Short() || race.Enabled {
		total = 32 << 20
	}
	layout := Layout{GroupSize: 12, Features: 3072, Classes: 10, Form: Plain}
	for name, tt := range map[string]struct{ level, total int }{"as long as it looks": {gzip.NoCompression, total}, "a gzip bomb": {gzip.BestSpeed, total / 4}} {
		want, r := offered(t, layout, tt.total/layout.PayloadLen(), 100, tt.level)
		counted := &countingReader{r: r}
		var err error
		begin := time.Now()
		alloc, sys := peakHeap(func() { _, err = VerifyBundle(counted, Limits{MaxCompressed: 1 << 30, MaxDecompressed: 1 << 30}, want) })
		r.Close()
		t.Logf("%s: %d MiB of groups in %.1f MiB, heap %.1f MiB in use, %.1f MiB taken, %s", name, tt.total>>20, float64(counted.n)/(1<<20), float64(alloc)/(1<<20), float64(sys)/(1<<20), time.Since(begin).Round(time.Millisecond))
		if err != nil || alloc > heapLimit {
			t.Errorf("%s: %v, heap of %d bytes", name, err, alloc)
		}
	}
}

type countingReader struct {
	r io.Reader
	n int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// Of bundles that are not what was committed to, little is read and less is kept.
func TestVerifyBundleEndsBombsEarly(t *testing.T) {
	layout := Layout{GroupSize: 12, Features: 784, Classes: 10, Form: Plain}
	want := Challenge{Root: [32]byte{1}, Layout: layout, Groups: 1 << 16, HoldoutGroups: 1 << 15, Seed: [32]byte{3}}
	head := func(text string, length int) string {
		return bundleMagic + string(binary.BigEndian.AppendUint32(nil, uint32(length))) + text
	}
	list, _ := json.Marshal(bundleHeader{Root: want.Root, Layout: layout, Shape: Shape{1, 28, 28}, Groups: want.Groups, Drawn: complement(Training(want.Seed, want.Groups, want.HoldoutGroups), want.Groups)})
	room := int(want.maxHeader())
	for name, tt := range map[string]struct {
		start  string
		forgot byte // goes on with it for 512 MiB
		want   string
	}{
		"zeros behind a good header": {head(string(list), len(list)), 0, "its proof"},
		"a header of 4 GiB":          {head("{", 1<<32-1), ' ', "too large"},
		"blanks":                     {head("{", room), ' ', "header"},
		"one long string":            {head(`{"root":"`, room), 'x', "header"},
		"one long key":               {head(`{"`, room), 'x', "header"},
		"one long number":            {head(`{"drawn":[1`, room), '1', "header"},
		"many brackets":              {head(`{"shape":`, room), '[', "header"},
		"many drawn groups":          {head(`{"drawn":[`+strings.Repeat("1,", room/2-20), room), '1', "header"},
		"many fields":                {head(`{`+manyFields(room-20), room), '}', "header"},
		"no bundle at all":           {"", 0, "magic"},
	} {
		var b bytes.Buffer
		zw, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed)
		io.WriteString(zw, tt.start)
		for block, n := bytes.Repeat([]byte{tt.forgot}, 1<<20), 0; n < 64; n++ {
			zw.Write(block)
		}
		zw.Close()
		counted := &countingReader{r: bytes.NewReader(b.Bytes())}
		var err error
		alloc, _ := peakHeap(func() { _, err = VerifyBundle(counted, Limits{}, want) })
		if err == nil || !errors.Is(err, ErrBadBundle) || !strings.Contains(err.Error(), tt.want) || len(err.Error()) > 1000 || alloc > heapLimit {
			t.Errorf("%s: %.300v, want %q; heap %d", name, err, tt.want, alloc)
		}
		if counted.n > 1<<20 {
			t.Errorf("%s: %d bytes were read", name, counted.n)
		}
		t.Logf("%s: %d bytes read, heap %.1f MiB", name, counted.n, float64(alloc)/(1<<20))
	}
}

func manyFields(room int) string {
	var b strings.Builder
	for i := 0; b.Len() < room-20; i++ {
		fmt.Fprintf(&b, `"f%d":0,`, i)
	}
	return b.String() + `"z":0`
}

// A thousand bundles that were changed somewhere, in the file or below its
// compression: each is refused, or is the same data, and none costs memory.
func TestVerifyMutatedBundles(t *testing.T) {
	n := 1000
	if testing.Short() || race.Enabled {
		n = 100
	}
	bundle, want, _, _, _ := tinyBundle(t)
	head, groups := entries(t, bundle, want)
	content := append(bytes.Clone(head), bytes.Join(groups, nil)...)
	good := 0
	var worst uint64
	for seed := range n {
		rng := rand.New(rand.NewPCG(uint64(seed), 1))
		b := mutate(rng, bundle)
		if seed%2 == 0 {
			b = storedOf(mutate(rng, content))
		}
		var err error
		alloc, _ := peakHeap(func() {
			if _, err = VerifyBundle(bytes.NewReader(b), Limits{}, want); err != nil && !errors.Is(err, ErrBadBundle) {
				t.Errorf("mutation %d: %v blames nobody", seed, err)
			}
		})
		worst = max(worst, alloc)
		data, readErr := ReadBundle(bytes.NewReader(b), Limits{}, want)
		if (err == nil) != (readErr == nil) || (err != nil && err.Error() != readErr.Error()) {
			t.Errorf("mutation %d: verifying says %v, reading %v", seed, err, readErr)
		}
		if readErr == nil {
			good++
			if again, _ := ReadBundle(bytes.NewReader(bundle), Limits{}, want); !bytes.Equal(again.Pixels, data.Pixels) || !bytes.Equal(again.Labels, data.Labels) {
				t.Errorf("mutation %d: other data passed", seed)
			}
		}
	}
	t.Logf("%d of %d are still the same data; heap at most %.1f MiB", good, n, float64(worst)/(1<<20))
	if worst > heapLimit || good > n/5 {
		t.Errorf("heap of %d bytes; %d are good", worst, good)
	}
}

// mutate changes a few bytes, or cuts, repeats, or blows up a part.
func mutate(rng *rand.Rand, b []byte) []byte {
	b = bytes.Clone(b)
	for range 1 + rng.IntN(3) {
		at := rng.IntN(len(b))
		end := min(at+1+rng.IntN(64), len(b))
		switch rng.IntN(6) {
		case 0:
			b[at] ^= 1 << rng.IntN(8)
		case 1:
			b[at] = byte(rng.Uint32())
		case 2:
			b = b[:max(at, 1)]
		case 3:
			b = append(append(bytes.Clone(b[:end]), b[at:end]...), b[end:]...)
		case 4:
			b = append(b[:at:at], b[end:]...)
			b = append(b, 0)
		case 5:
			b = append(append(bytes.Clone(b[:at]), bytes.Repeat([]byte{byte(rng.Uint32())}, 1<<rng.IntN(16))...), b[at:]...)
		}
	}
	return b
}
