package dataset

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

// ErrBadBundle is wrapped where a bundle is not what the challenge committed
// to: the organiser's fault, and no reason to try the same bytes again.
var ErrBadBundle = errors.New("bad bundle")

// Limits cap what a bundle may cost to read, in bytes; 0 takes the default.
type Limits struct {
	MaxCompressed   int64 // default 512 MiB
	MaxDecompressed int64 // default 1 GiB
}

const defaultMaxCompressed = 512 << 20

func (l Limits) orDefaults() Limits {
	if l.MaxCompressed <= 0 {
		l.MaxCompressed = defaultMaxCompressed
	}
	if l.MaxDecompressed <= 0 {
		l.MaxDecompressed = DefaultMaxBytes
	}
	return l
}

// Challenge is what the chain says about a challenge's data; a bundle is
// measured against it.
type Challenge struct {
	Root   [32]byte
	Layout Layout
	Groups int      // all groups, drawn ones included
	Drawn  int      // how many of them are the hold-out
	Seed   [32]byte // of the draw
	Shape  Shape    // optional: the zero Shape takes the bundle's word, which only has to have Layout.Features
}

func (c Challenge) validate() error {
	if err := checkGroups(c.Layout, c.Groups); err != nil {
		return fmt.Errorf("challenge: %w", err)
	}
	if c.Drawn < 0 || c.Drawn >= c.Groups {
		return fmt.Errorf("challenge: %d of %d groups drawn: no training group is left", c.Drawn, c.Groups)
	}
	if c.Shape != (Shape{}) && c.Shape.Features() != c.Layout.Features {
		return fmt.Errorf("challenge: shape %v has %d features, the layout %d", c.Shape, c.Shape.Features(), c.Layout.Features)
	}
	return nil
}

// TrainingData is the verified content of a bundle: vector v of group
// Groups[k] is example k*GroupSize + v.
type TrainingData struct {
	Layout Layout
	Shape  Shape
	Groups []int // ascending
	Pixels []byte
	Labels []byte

	Encoding *Encoding // the organiser's word for how rows became features; nil: bytes
}

// ToSet is the data as a set; it shares the memory.
func (t *TrainingData) ToSet() *Set {
	return &Set{Shape: t.Shape, Classes: t.Layout.Classes, Pixels: t.Pixels, Labels: t.Labels, Encoding: t.Encoding}
}

// ReadBundleFile is ReadBundle on a file.
func ReadBundleFile(path string, limits Limits, want Challenge) (*TrainingData, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read bundle: %w", err)
	}
	defer f.Close()
	data, err := ReadBundle(f, limits, want)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return data, nil
}

// ReadBundle reads a bundle as a stream and verifies every group against the
// root before it keeps it. It fails unless the bundle holds exactly the groups
// that were not drawn, once each, and nothing else. Errors wrap ErrBadBundle
// where the bundle is at fault, and ErrTooLarge where a limit is.
func ReadBundle(r io.Reader, limits Limits, want Challenge) (*TrainingData, error) {
	if err := want.validate(); err != nil {
		return nil, err
	}
	limits = limits.orDefaults()
	groups := int64(want.Groups - want.Drawn)
	if size := groups * bundleEntryLen(want); size > limits.MaxDecompressed {
		return nil, fmt.Errorf("challenge: %d training groups are %d bytes, at most %d: %w", groups, size, limits.MaxDecompressed, ErrTooLarge)
	}
	source := &faultReader{r: r}
	data, err := readBundle(source, limits, want)
	if source.fault != nil {
		return nil, fmt.Errorf("read bundle: %w", source.fault)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBadBundle, err)
	}
	return data, nil
}

// faultReader remembers a fault of the reader itself, such as a failing disk:
// the organiser must not be blamed for it.
type faultReader struct {
	r     io.Reader
	fault error
}

func (f *faultReader) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		f.fault = err
	}
	return n, err
}

// bundleEntryLen is the length of one group in a bundle: index, salt, payload, proof.
func bundleEntryLen(want Challenge) int64 {
	return int64(4 + 32 + want.Layout.PayloadLen() + 32*treeDepth(want.Groups))
}

func readBundle(r io.Reader, limits Limits, want Challenge) (*TrainingData, error) {
	// One byte reader below gzip, so that what follows the gzip member is still there to be seen.
	compressed := bufio.NewReaderSize(capReader(r, limits.MaxCompressed, "compressed bytes"), 1<<16)
	zr, err := gzip.NewReader(compressed)
	if err != nil {
		return nil, fmt.Errorf("gzip header: %w", err)
	}
	zr.Multistream(false)
	content := capReader(zr, limits.MaxDecompressed, "decompressed bytes")

	drawn := slices.Sorted(slices.Values(Drawn(want.Seed, want.Groups, want.Drawn)))
	header, err := readBundleHeader(content)
	if err != nil {
		return nil, err
	}
	if err := header.check(want, drawn); err != nil {
		return nil, err
	}
	data := &TrainingData{Layout: want.Layout, Shape: header.Shape, Encoding: header.Encoding}
	if err := data.readGroups(content, want, drawn); err != nil {
		return nil, err
	}
	if err := expectEnd(content); err != nil {
		return nil, fmt.Errorf("after the last group: %w", err)
	}
	if err := expectEnd(compressed); err != nil {
		return nil, fmt.Errorf("after the gzip member: %w", err)
	}
	return data, nil
}

// readBundleHeader reads the header without believing it.
func readBundleHeader(r io.Reader) (h bundleHeader, err error) {
	magic, err := readExactly(r, int64(len(bundleMagic)), "magic")
	if err != nil {
		return h, err
	}
	if string(magic) != bundleMagic {
		return h, fmt.Errorf("magic %q: expected %q", magic, bundleMagic)
	}
	length, err := readUint32(r, "header length")
	if err != nil {
		return h, err
	}
	if length > maxBundleHeader {
		return h, fmt.Errorf("header of %d bytes, at most %d: %w", length, maxBundleHeader, ErrTooLarge)
	}
	text, err := readExactly(r, int64(length), "header")
	if err != nil {
		return h, err
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&h); err != nil {
		return h, fmt.Errorf("header: %w", err)
	}
	return h, nil
}

// check holds the header against the challenge; only the shape, where the
// challenge leaves it open, and the encoding are taken from it.
func (h bundleHeader) check(want Challenge, drawn []int) error {
	switch {
	case h.Root != hash(want.Root):
		return fmt.Errorf("it is for root %x, the challenge has %x", h.Root, want.Root)
	case h.Layout != want.Layout:
		return fmt.Errorf("it has layout %+v, the challenge %+v", h.Layout, want.Layout)
	case h.Groups != want.Groups:
		return fmt.Errorf("it is cut from %d groups, the challenge has %d", h.Groups, want.Groups)
	case !slices.Equal(h.Drawn, drawn):
		return fmt.Errorf("it says that %d groups were drawn, the draw gives other %d", len(h.Drawn), len(drawn))
	case want.Shape != Shape{} && h.Shape != want.Shape:
		return fmt.Errorf("it has examples of shape %v, the challenge %v", h.Shape, want.Shape)
	}
	if err := h.Shape.Validate(); err != nil {
		return err
	}
	if h.Shape.Features() != want.Layout.Features {
		return fmt.Errorf("shape %v has %d features, the challenge %d", h.Shape, h.Shape.Features(), want.Layout.Features)
	}
	if h.Encoding != nil {
		return h.Encoding.Validate(want.Layout.Features, want.Layout.Classes)
	}
	return nil
}

// readGroups appends group by group; what is kept grows only with what was verified.
func (t *TrainingData) readGroups(r io.Reader, want Challenge, drawn []int) error {
	expected := complement(drawn, want.Groups)
	entry := make([]byte, bundleEntryLen(want))
	for k, g := range expected {
		switch n, err := io.ReadFull(r, entry); {
		case errors.Is(err, io.EOF):
			return fmt.Errorf("it ends after %d of %d groups: group %d is missing", k, len(expected), g)
		case errors.Is(err, io.ErrUnexpectedEOF):
			return fmt.Errorf("truncated: group %d: expected %d bytes, found %d", g, len(entry), n)
		case err != nil:
			return fmt.Errorf("group %d: %w", g, err)
		}
		switch found := int(binary.BigEndian.Uint32(entry)); {
		case found == g:
		case slices.Contains(drawn, found):
			return fmt.Errorf("it holds group %d, which was drawn for the hold-out", found)
		case found < g:
			return fmt.Errorf("group %d appears twice or out of order", found)
		default:
			return fmt.Errorf("group %d is missing (group %d stands in its place)", g, found)
		}
		if err := t.appendGroup(g, entry[4:], want); err != nil {
			return fmt.Errorf("group %d: %w", g, err)
		}
	}
	return nil
}

func (t *TrainingData) appendGroup(index int, entry []byte, want Challenge) error {
	salt, rest := [32]byte(entry), entry[32:]
	payload, siblings := rest[:want.Layout.PayloadLen()], rest[want.Layout.PayloadLen():]
	proof := make([][32]byte, 0, len(siblings)/32)
	for ; len(siblings) > 0; siblings = siblings[32:] {
		proof = append(proof, [32]byte(siblings))
	}
	if !VerifyProof(want.Root, LeafHash(uint32(index), salt, payload), index, want.Groups, proof) {
		return errors.New("its proof does not lead to the challenge's root")
	}
	pixels, labels, err := DecodeGroup(payload, want.Layout)
	if err != nil {
		return fmt.Errorf("committed to, but malformed: %w", err)
	}
	t.Groups = append(t.Groups, index)
	t.Pixels = append(t.Pixels, pixels...)
	t.Labels = append(t.Labels, labels...)
	return nil
}
