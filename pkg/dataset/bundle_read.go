package dataset

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
)

// ErrBadBundle is wrapped where a bundle is not what the challenge committed
// to: the organiser's fault, and no reason to try the same bytes again.
var ErrBadBundle = errors.New("bad bundle")

// Limits cap what a bundle may cost to read, in bytes; 0 takes the default.
type Limits struct {
	MaxCompressed   int64 // default 512 MiB
	MaxDecompressed int64 // default 1 GiB
}

// DefaultMaxBundle is how long a bundle may be that trainers read.
const DefaultMaxBundle = 512 << 20

func (l Limits) orDefaults() Limits {
	if l.MaxCompressed <= 0 {
		l.MaxCompressed = DefaultMaxBundle
	}
	if l.MaxDecompressed <= 0 {
		l.MaxDecompressed = DefaultMaxBytes
	}
	return l
}

// Allow says whether a challenge's bundle, whose length is known to the byte, is
// within the limits.
func (l Limits) Allow(want Challenge) error {
	if size, most := want.contentLen(), l.orDefaults().MaxDecompressed; size > most {
		return fmt.Errorf("challenge: %d training groups are %d bytes, at most %d: %w", want.Groups-want.HoldoutGroups, size, most, ErrTooLarge)
	}
	return nil
}

// Challenge is what the chain says about a challenge's data; a bundle is
// measured against it.
type Challenge struct {
	Root          [32]byte
	Layout        Layout
	Groups        int      // all groups, drawn ones included
	HoldoutGroups int      // how many of them are the hold-out
	Seed          [32]byte // of the draw
	Shape         Shape    // optional: the zero Shape takes the bundle's word, which only has to have Layout.Features
}

func (c Challenge) validate() error {
	if err := checkGroups(c.Layout, c.Groups); err != nil {
		return fmt.Errorf("challenge: %w", err)
	}
	if c.HoldoutGroups < 0 || c.HoldoutGroups >= c.Groups {
		return fmt.Errorf("challenge: %d of %d groups drawn: no training group is left", c.HoldoutGroups, c.Groups)
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
	data := &TrainingData{Layout: want.Layout}
	header, err := eachGroup(r, limits, want, func(g bundleGroup) error {
		// What is kept grows only with what was verified.
		at := len(data.Pixels)
		n := want.Layout.Features * want.Layout.GroupSize
		data.Pixels = slices.Grow(data.Pixels, n)[:at+n]
		labels, err := decodeGroup(g.payload, want.Layout, data.Pixels[at:])
		data.Groups = append(data.Groups, g.index)
		data.Labels = append(data.Labels, labels...)
		return err
	})
	if err != nil {
		return nil, err
	}
	data.Shape, data.Encoding = header.Shape, header.Encoding
	return data, nil
}

// VerifyBundle is ReadBundle for who wants to know only whether a bundle is good,
// and the shape of its examples: it keeps nothing, and needs the memory of one
// group.
func VerifyBundle(r io.Reader, limits Limits, want Challenge) (Shape, error) {
	var vector []byte
	header, err := eachGroup(r, limits, want, func(g bundleGroup) error {
		if vector == nil {
			vector = make([]byte, want.Layout.Features)
		}
		return checkGroup(g.payload, want.Layout, vector)
	})
	return header.Shape, err
}

// eachGroup visits the verified groups of a bundle. Nothing that it has visited
// counts unless it succeeds.
func eachGroup(r io.Reader, limits Limits, want Challenge, visit func(bundleGroup) error) (h bundleHeader, err error) {
	if err := want.validate(); err != nil {
		return h, err
	}
	limits = limits.orDefaults()
	if err := limits.Allow(want); err != nil {
		return h, err
	}
	source := &faultReader{r: r}
	h, err = visitGroups(source, limits, want, visit)
	if source.fault != nil {
		return bundleHeader{}, fmt.Errorf("read bundle: %w", source.fault)
	}
	if err != nil {
		return bundleHeader{}, fmt.Errorf("%w: %w", ErrBadBundle, err)
	}
	return h, nil
}

func visitGroups(r io.Reader, limits Limits, want Challenge, visit func(bundleGroup) error) (h bundleHeader, err error) {
	b, err := openBundle(r, limits, want)
	if err != nil {
		return h, err
	}
	for g := range b.groups {
		if err := visit(g); err != nil {
			return h, fmt.Errorf("group %d: committed to, but malformed: %w", g.index, err)
		}
	}
	return b.header, b.finish()
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

// bundleEntryLen is the length of one group in a bundle: index, salt, the commitments of its blobs if it stands in
// such, payload, proof.
func bundleEntryLen(want Challenge) int64 {
	return int64(4 + 32 + want.Layout.Blobs()*len(blob.Commitment{}) + want.Layout.PayloadLen() + 32*treeDepth(want.Groups))
}
