package dataset

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// Groups in blobs go through a commitment's file and a bundle like others, and what is not what their blobs hold is found.
func TestGroupsInBlobs(t *testing.T) {
	if race.Enabled {
		return // one goroutine, and the curve's arithmetic takes a minute
	}
	layout := Layout{GroupSize: 7, Features: tiny.Features(), Classes: 4, Form: Blob}
	set := randomSet(300, tiny, 4, 5)
	c, payloads, err := Commit(set, layout, 30, [32]byte{3})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "secret")
	if err := c.Save(path); err != nil {
		t.Fatal(err)
	}
	loaded, err := LoadCommitment(path)
	if err != nil || cmp.Diff(c, loaded) != "" || loaded.Verify(set) != nil {
		t.Errorf("the commitment comes back otherwise: %v %s", err, cmp.Diff(c, loaded))
	}
	hash, err := blob.Hash(&blob.Cut(payloads[4])[0])
	if err != nil || !bytes.Equal(c.Committed(4, payloads[4]), hash[:]) {
		t.Errorf("what is committed to is not the blob's hash: %v", err)
	}
	other := set.Subset(upTo(300))
	other.Pixels[0] ^= 1
	for _, i := range c.Order {
		other.Pixels[i*tiny.Features()] ^= 1
	}
	if err := c.Verify(other); !errors.Is(err, blob.ErrOtherBlob) {
		t.Errorf("another data set: %v", err)
	}

	want := Challenge{Root: c.Root, Layout: layout, Groups: 30, HoldoutGroups: 6, Seed: [32]byte{9}}
	var b bytes.Buffer
	if err := WriteBundle(&b, c, payloads, Training(want.Seed, 30, 6)); err != nil {
		t.Fatal(err)
	}
	if data, err := ReadBundle(bytes.NewReader(b.Bytes()), Limits{}, want); err != nil || len(data.Groups) != 24 {
		t.Fatalf("the bundle is refused: %v", err)
	}
	zr, err := gzip.NewReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(zr)
	if err != nil {
		t.Fatal(err)
	}
	entry, last := int(bundleEntryLen(want)), len(content)
	for what, at := range map[string]int{"a pixel": last - entry + 36 + 48 + 3, "a commitment": last - entry + 36 + 5, "the salt": last - entry + 9, "an earlier pixel": last - 9*entry + 36 + 48} {
		changed := bytes.Clone(content)
		changed[at] ^= 1
		var packed bytes.Buffer
		zw := gzip.NewWriter(&packed)
		_, _ = zw.Write(changed)
		_ = zw.Close()
		if _, err := ReadBundle(&packed, Limits{}, want); !errors.Is(err, ErrBadBundle) {
			t.Errorf("%s is another: %v", what, err)
		}
	}
}

// The contract does not look into blobs: a label that is none is read there, and refused where it is to be trained on.
func TestLabelsInBlobs(t *testing.T) {
	layout := Layout{GroupSize: 2, Features: 3, Classes: 4, Form: Blob}
	payload := []byte{1, 2, 3, 4, 5, 6, 0, 200}
	if _, labels, err := DecodeGroup(payload, layout); err != nil || labels[1] != 200 {
		t.Errorf("%v, %v", labels, err)
	}
	if err := checkGroup(payload, layout, make([]byte, 3)); err == nil {
		t.Error("it is trained on")
	}
	layout.GroupSize = 6*blob.Bytes/4 + 1
	wantError(t, layout.Validate(), "6 blobs hold")
}
