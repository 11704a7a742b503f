package beacon

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"

	"github.com/gpuarbiter/gpuarbiter/pkg/atomicfile"
)

// What was read once is found again after a restart, without any endpoint; what is damaged is read anew.
func TestArchive(t *testing.T) {
	blobs, hashes := three()
	dir := filepath.Join(t.TempDir(), "blobs")
	node := &standIn{blobs: gives(blobs...)}
	url := node.start(t)
	read := func(urls ...string) error {
		t.Helper()
		a := NewArchive(dir, MostKept)
		got, err := New(urls, a).Blobs(t.Context(), blockTime, hashes)
		if err == nil && !slices.Equal(got, blobs) {
			t.Error("other blobs than were asked for")
		}
		if a.Fault() != nil {
			t.Error(a.Fault())
		}
		return err
	}
	if err := read(url); err != nil {
		t.Fatal(err)
	}
	asked := len(node.asked)
	if err := read(url); err != nil || len(node.asked) != asked {
		t.Errorf("%v; the node was asked for what is kept", err)
	}
	if err := read(); err != nil {
		t.Errorf("without an endpoint: %v", err)
	}
	for _, damage := range [][]byte{nil, make([]byte, blobBytes), make([]byte, blobBytes+1)} {
		path := filepath.Join(dir, hashes[1].Hex())
		if err := os.WriteFile(path, damage, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := read(); err == nil {
			t.Error("a damaged blob was believed")
		}
		if err := read(url); err != nil {
			t.Error(err)
		}
		if body, err := os.ReadFile(path); err != nil || !slices.Equal(body, blobs[1][:]) {
			t.Errorf("the damaged file is not replaced: %v", err)
		}
	}
}

// The archive has an end: what was asked for longest ago goes.
func TestArchiveIsBounded(t *testing.T) {
	blobs, hashes := three()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, atomicfile.TempPrefix+"1"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	a := NewArchive(dir, 2)
	long := time.Now().Add(-time.Hour)
	for i := range 2 {
		a.put(hashes[i], &blobs[i], false)
		at := long.Add(time.Duration(i) * time.Minute)
		if err := os.Chtimes(filepath.Join(dir, hashes[i].Hex()), at, at); err != nil {
			t.Fatal(err)
		}
	}
	if a.get(hashes[0], false) == nil { // so that the other is older now
		t.Fatal("a blob is not kept")
	}
	a.put(hashes[2], &blobs[2], false)
	if got := []bool{a.get(hashes[0], false) != nil, a.get(hashes[1], false) != nil, a.get(hashes[2], false) != nil}; !slices.Equal(got, []bool{true, false, true}) {
		t.Errorf("kept are %v", got)
	}
	if a.Fault() != nil {
		t.Error(a.Fault())
	}
}

// What something hangs on outlasts what is only looked at, whatever is asked for later.
func TestArchiveHolds(t *testing.T) {
	blobs, hashes := three()
	node := &standIn{blobs: gives(blobs...)}
	c := New([]string{node.start(t)}, NewArchive(t.TempDir(), 1))
	read := func(ctx context.Context, i int) (asked bool) {
		t.Helper()
		before := len(node.asked)
		if _, err := c.Blobs(ctx, blockTime, hashes[i:i+1]); err != nil {
			t.Fatal(err)
		}
		return len(node.asked) > before
	}
	ctx, hold := t.Context(), Hold(t.Context())
	read(ctx, 0)
	read(hold, 1)
	read(ctx, 1) // by somebody else, for whom nothing hangs on it
	read(ctx, 2)
	if read(ctx, 1) {
		t.Error("what is held has gone, for what is not")
	}
	if read(hold, 2); !read(ctx, 1) {
		t.Error("of what is held the latest is kept, at most so many")
	}
}

// That blobs cannot be kept does not keep them from being used, and is told.
func TestArchiveThatCannotBeWritten(t *testing.T) {
	blobs, hashes := three()
	dir := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	a := NewArchive(dir, MostKept)
	node := &standIn{blobs: gives(blobs...)}
	if got, err := New([]string{node.start(t)}, a).Blobs(t.Context(), blockTime, hashes); err != nil || !slices.Equal(got, blobs) {
		t.Errorf("%d blobs, %v", len(got), err)
	}
	if a.Fault() == nil {
		t.Error("nothing is told of it")
	}
	var none *Archive
	none.put(common.Hash{}, new(kzg4844.Blob), true)
	if none.Fault() != nil || none.get(common.Hash{}, true) != nil {
		t.Error("no archive keeps something")
	}
}
