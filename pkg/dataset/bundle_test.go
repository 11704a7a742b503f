package dataset

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// tinyBundle is a bundle of 30 groups, 6 of them drawn, and what the chain says of it.
func tinyBundle(t testing.TB) (bundle []byte, want Challenge, set *Set, c *Commitment, payloads [][]byte) {
	t.Helper()
	set, c, payloads = commitTiny(t)
	want = Challenge{Root: c.Root, Layout: tinyLayout, Groups: 30, HoldoutGroups: 6, Seed: [32]byte{9}}
	var b bytes.Buffer
	if err := WriteBundle(&b, c, payloads, Training(want.Seed, 30, 6)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), want, set, c, payloads
}

func TestBundleRoundTrip(t *testing.T) {
	bundle, want, set, c, _ := tinyBundle(t)
	// One byte at a time: nothing may lean on how reads fall.
	data, err := ReadBundle(iotest.OneByteReader(bytes.NewReader(bundle)), Limits{}, want)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(data.Groups, Training(want.Seed, 30, 6)) {
		t.Errorf("groups %v", data.Groups)
	}
	var order []int
	for _, g := range data.Groups {
		order = append(order, c.Order[g*12:][:12]...)
	}
	got := data.ToSet()
	if err := got.Validate(); err != nil {
		t.Fatal(err)
	}
	sameSet(t, got, set.Subset(order))

	if shape, err := VerifyBundle(iotest.HalfReader(bytes.NewReader(bundle)), Limits{}, want); err != nil || shape != tiny {
		t.Errorf("%v, %v", shape, err)
	}

	want.Shape = tiny
	path := filepath.Join(t.TempDir(), "b")
	if err := os.WriteFile(path, bundle, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadBundleFile(path, Limits{}, want); err != nil {
		t.Fatal(err)
	}
}

func TestWriteBundleErrors(t *testing.T) {
	_, _, _, c, payloads := tinyBundle(t)
	wantError(t, WriteBundle(io.Discard, c, payloads, []int{1, 2, 1}), "group 1")
	wantError(t, WriteBundle(io.Discard, c, payloads, []int{30}), "group 30")
	wantError(t, WriteBundle(io.Discard, c, payloads[1:], nil), "29 payloads")
	wantError(t, WriteBundle(iotest.TruncateWriter(failingWriter{}, 10), c, payloads, []int{1}), "disk is full")
	swapped := slices.Clone(payloads)
	swapped[0], swapped[1] = swapped[1], swapped[0]
	path := filepath.Join(t.TempDir(), "bundle")
	wantError(t, WriteBundleFile(path, c, swapped, []int{0}), path, "the payloads give root")
	if _, err := os.Stat(path); err == nil {
		t.Error("a failed write left a bundle")
	}
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errors.New("disk is full") }

// entries cuts the decompressed content of a bundle into its head and its groups.
func entries(t testing.TB, bundle []byte, want Challenge) (head []byte, groups [][]byte) {
	t.Helper()
	zr, err := gzip.NewReader(bytes.NewReader(bundle))
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(zr)
	if err != nil {
		t.Fatal(err)
	}
	headLen := 12 + int(binary.BigEndian.Uint32(content[8:]))
	rest := content[headLen:]
	for n := int(bundleEntryLen(want)); len(rest) > 0; rest = rest[n:] {
		groups = append(groups, rest[:n])
	}
	return content[:headLen], groups
}

func headOfBundle(h bundleHeader) []byte {
	text, _ := json.Marshal(h)
	return append(binary.BigEndian.AppendUint32([]byte(bundleMagic), uint32(len(text))), text...)
}

func joined(head []byte, groups ...[]byte) []byte {
	return gzipOf(append(bytes.Clone(head), bytes.Join(groups, nil)...))
}

func TestReadBundleRejects(t *testing.T) {
	bundle, want, _, c, payloads := tinyBundle(t)
	head, groups := entries(t, bundle, want)
	train := Training(want.Seed, 30, 6)
	holdOut := Drawn(want.Seed, 30, 6)[0]
	tree, err := c.Tree(payloads)
	if err != nil {
		t.Fatal(err)
	}
	proof := tree.Proof(holdOut)
	leaked := binary.BigEndian.AppendUint32(nil, uint32(holdOut))
	leaked = append(append(leaked, c.Salts[holdOut][:]...), payloads[holdOut]...)
	for _, p := range proof {
		leaked = append(leaked, p[:]...)
	}
	flipped := func(at int) []byte {
		g := slices.Clone(groups)
		g[3] = bytes.Clone(g[3])
		g[3][at] ^= 1
		return joined(head, g...)
	}
	edit := func(change func(*bundleHeader)) []byte {
		var h bundleHeader
		if err := json.Unmarshal(head[12:], &h); err != nil {
			t.Fatal(err)
		}
		change(&h)
		return joined(headOfBundle(h), groups...)
	}
	swapped := slices.Clone(groups)
	swapped[0], swapped[1] = swapped[1], swapped[0]
	badSum := bytes.Clone(bundle)
	badSum[len(badSum)-6] ^= 1

	tests := []struct {
		name   string
		bundle []byte
		want   string
	}{
		{"empty", nil, "gzip header"},
		{"not gzip", []byte("<html>not found</html>"), "gzip header"},
		{"magic", joined([]byte("GPUARBB\x02"), make([]byte, 100)), "magic"},
		{"header length", joined([]byte(bundleMagic + "\xff\xff\xff\xff")), "too large"},
		{"header that cannot be", joined([]byte(bundleMagic + "\x00\xff\xff\xff{")), "too large"},
		{"header cut", joined([]byte(bundleMagic + "\x00\x00\xff\xff{")), "expected 65535 bytes, found 1"},
		{"header text", joined([]byte(bundleMagic + "\x00\x00\x00\x02[]")), "header"},
		{"root", edit(func(h *bundleHeader) { h.Root[0] ^= 1 }), "the challenge has"},
		{"layout", edit(func(h *bundleHeader) { h.Layout.Classes++ }), "layout"},
		{"groups", edit(func(h *bundleHeader) { h.Groups++ }), "cut from 31"},
		{"draw", edit(func(h *bundleHeader) { h.Drawn = h.Drawn[1:] }), "were drawn"},
		{"shape", edit(func(h *bundleHeader) { h.Shape = Shape{1, 1, 1} }), "1 features"},
		{"negative shape", edit(func(h *bundleHeader) { h.Shape = Shape{1, -2, -3} }), "dimension"},
		{"no group", joined(head), "ends after 0 of 24"},
		{"last missing", joined(head, groups[:23]...), fmt.Sprintf("group %d is missing", train[23])},
		{"one missing", joined(head, append(slices.Clone(groups[:5]), groups[6:]...)...), fmt.Sprintf("group %d is missing", train[5])},
		{"half a group", joined(head, groups[0], groups[1][:50]), "expected"},
		{"twice", joined(head, append([][]byte{groups[0]}, groups...)...), "twice"},
		{"order", joined(head, swapped...), "missing"},
		{"hold-out included", joined(head, append([][]byte{leaked}, groups...)...), "drawn for the hold-out"},
		{"salt", flipped(4), "proof"},
		{"payload", flipped(36), "proof"},
		{"label", flipped(36 + 83), "proof"},
		{"proof", flipped(len(groups[0]) - 1), "proof"},
		{"trailing inside", joined(head, append(slices.Clone(groups), []byte{0})...), "after the last group"},
		{"trailing outside", append(bytes.Clone(bundle), 0), "after the gzip member"},
		{"second member", append(bytes.Clone(bundle), bundle...), "after the gzip member"},
		{"cut", bundle[:len(bundle)-20], ""},
		{"checksum", badSum, "checksum"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadBundle(bytes.NewReader(tt.bundle), Limits{}, want)
			wantError(t, err, tt.want)
			if _, again := VerifyBundle(bytes.NewReader(tt.bundle), Limits{}, want); again == nil || again.Error() != err.Error() {
				t.Errorf("verifying it says %v, reading it %v", again, err)
			}
			if !errors.Is(err, ErrBadBundle) {
				t.Errorf("error %v does not wrap ErrBadBundle", err)
			}
		})
	}
}

// A group that was committed to with an impossible label proves, but is no data.
func TestReadBundleRejectsMalformedGroups(t *testing.T) {
	_, _, _, c, payloads := tinyBundle(t)
	train := Training([32]byte{9}, 30, 6)
	payloads[train[0]][tinyLayout.PayloadLen()-1] = 200
	tree, err := c.Tree(payloads)
	if err != nil {
		t.Fatal(err)
	}
	c.Root = tree.Root()
	var b bytes.Buffer
	if err := WriteBundle(&b, c, payloads, train); err != nil {
		t.Fatal(err)
	}
	_, err = ReadBundle(&b, Limits{}, Challenge{Root: c.Root, Layout: tinyLayout, Groups: 30, HoldoutGroups: 6, Seed: [32]byte{9}})
	wantError(t, err, "malformed", "label")
}

func TestReadBundleLimits(t *testing.T) {
	bundle, want, _, _, _ := tinyBundle(t)
	head, groups := entries(t, bundle, want)
	exact := Limits{MaxCompressed: int64(len(bundle)), MaxDecompressed: int64(len(head)) + 24*bundleEntryLen(want)}
	if _, err := ReadBundle(bytes.NewReader(bundle), exact, want); err != nil {
		t.Fatalf("exact fit: %v", err)
	}
	bomb := joined(head, append(slices.Clone(groups), make([]byte, 1<<22))...)
	for name, tt := range map[string]struct {
		bundle []byte
		limits Limits
	}{
		"compressed":   {bundle, Limits{MaxCompressed: exact.MaxCompressed - 1, MaxDecompressed: exact.MaxDecompressed}},
		"decompressed": {bundle, Limits{MaxDecompressed: exact.MaxDecompressed - 1}},
		"challenge":    {bundle, Limits{MaxDecompressed: 24*bundleEntryLen(want) - 1}},
	} {
		if _, err := ReadBundle(bytes.NewReader(tt.bundle), tt.limits, want); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: %v, want ErrTooLarge", name, err)
		}
	}
	_, err := ReadBundle(bytes.NewReader(bomb), Limits{}, want)
	wantError(t, err, "after the last group")
}

func TestReadBundleTellsWhoseFaultItIs(t *testing.T) {
	bundle, want, _, _, _ := tinyBundle(t)
	broken := io.MultiReader(bytes.NewReader(bundle[:300]), iotest.ErrReader(errors.New("disk fell over")))
	_, err := ReadBundle(broken, Limits{}, want)
	if err == nil || errors.Is(err, ErrBadBundle) || !strings.Contains(err.Error(), "disk fell over") {
		t.Errorf("a failing disk: %v", err)
	}
	for name, change := range map[string]func(*Challenge){
		"all drawn":    func(c *Challenge) { c.HoldoutGroups = 30 },
		"none":         func(c *Challenge) { c.Groups = 0 },
		"many":         func(c *Challenge) { c.Groups = 1 << 30 },
		"layout":       func(c *Challenge) { c.Layout.GroupSize = 13 },
		"shape":        func(c *Challenge) { c.Shape = Shape{1, 1, 1} },
		"negative":     func(c *Challenge) { c.HoldoutGroups = -1 },
		"huge payload": func(c *Challenge) { c.Layout.GroupSize = 12 << 26 },
	} {
		bad := want
		change(&bad)
		if _, err := ReadBundle(bytes.NewReader(bundle), Limits{}, bad); err == nil || errors.Is(err, ErrBadBundle) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
