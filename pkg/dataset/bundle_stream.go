package dataset

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
)

// bundleGroup is one verified group; its payload is valid until the next.
type bundleGroup struct {
	index   int
	payload []byte
}

// bundleStream reads a bundle group by group. It holds one group and the list of
// the drawn ones, whatever arrives: a bundle comes from a stranger, and the daemon
// that verifies it runs on a machine with little memory.
type bundleStream struct {
	header     bundleHeader
	want       Challenge
	drawn      []int
	compressed *bufio.Reader
	content    io.Reader
	entry      []byte
	proof      [][32]byte
	batch      blob.Batch // of the blobs that groups stand in: they are checked at the end, all at once
	err        error
}

// Slack on a bundle's length, which the challenge fixes: what a gzip tool may add
// to bytes that do not compress, and the header's other fields.
const (
	headerSlack = 64 << 10
	drawnSlack  = 8 // digits and comma of one drawn group: there are at most 2^20
	gzipSlack   = 64 << 10
)

// maxHeader bounds the header of a challenge's bundle. Its encoding has a name for
// each class, and a column with its name and scale for each feature.
func (c Challenge) maxHeader() int64 {
	return headerSlack + drawnSlack*int64(c.HoldoutGroups) + 2*maxNameBytes*int64(c.Layout.Features+c.Layout.Classes)
}

// contentLen is the length of a bundle's groups.
func (c Challenge) contentLen() int64 { return int64(c.Groups-c.HoldoutGroups) * bundleEntryLen(c) }

// MaxBundle is the longest file that can be the challenge's bundle: its content is
// known to the byte, and compression adds little to what it cannot shorten.
func (c Challenge) MaxBundle() int64 {
	n := c.contentLen() + c.maxHeader()
	return n + n/64 + gzipSlack
}

// openBundle reads a bundle up to its first group. Limits are the operator's; the
// challenge's own are lower most of the time.
func openBundle(r io.Reader, limits Limits, want Challenge) (*bundleStream, error) {
	b := &bundleStream{want: want, drawn: Drawn(want.Seed, want.Groups, want.HoldoutGroups)}
	slices.Sort(b.drawn)
	// One byte reader below gzip, so that what follows the gzip member is still there to be seen.
	b.compressed = bufio.NewReaderSize(capReader(r, min(limits.MaxCompressed, want.MaxBundle()), "compressed bytes"), 1<<16)
	zr, err := gzip.NewReader(b.compressed)
	if err != nil {
		return nil, fmt.Errorf("gzip header: %w", err)
	}
	zr.Multistream(false)
	b.content = capReader(zr, limits.MaxDecompressed, "decompressed bytes")
	if b.header, err = readBundleHeader(b.content, want, b.drawn); err != nil {
		return nil, err
	}
	b.entry = make([]byte, bundleEntryLen(want))
	return b, nil
}

// groups verifies and yields one group after the other. What went wrong is for
// finish to say.
func (b *bundleStream) groups(yield func(bundleGroup) bool) {
	total := b.want.Groups - b.want.HoldoutGroups
	drawn := b.drawn
	for g, k := 0, 0; k < total; g++ {
		if len(drawn) > 0 && drawn[0] == g {
			drawn = drawn[1:]
			continue
		}
		payload, err := b.next(g, k, total)
		if err != nil {
			b.err = err
			return
		}
		if k++; !yield(bundleGroup{g, payload}) {
			return
		}
	}
}

// finish says what was wrong, or what follows the last group.
func (b *bundleStream) finish() error {
	if b.err != nil {
		return b.err
	}
	if err := b.batch.Check(); err != nil {
		return fmt.Errorf("blobs of its groups: %w", err)
	}
	if err := expectEnd(b.content); err != nil {
		return fmt.Errorf("after the last group: %w", err)
	}
	if err := expectEnd(b.compressed); err != nil {
		return fmt.Errorf("after the gzip member: %w", err)
	}
	return nil
}

// next reads group g, the k-th of total, and verifies that it was committed to.
func (b *bundleStream) next(g, k, total int) ([]byte, error) {
	switch n, err := io.ReadFull(b.content, b.entry); {
	case errors.Is(err, io.EOF):
		return nil, fmt.Errorf("it ends after %d of %d groups: group %d is missing", k, total, g)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, fmt.Errorf("truncated: group %d: expected %d bytes, found %d", g, len(b.entry), n)
	case err != nil:
		return nil, fmt.Errorf("group %d: %w", g, err)
	}
	_, held := slices.BinarySearch(b.drawn, int(binary.BigEndian.Uint32(b.entry)))
	switch found := int(binary.BigEndian.Uint32(b.entry)); {
	case found == g:
	case held:
		return nil, fmt.Errorf("it holds group %d, which was drawn for the hold-out", found)
	case found < g:
		return nil, fmt.Errorf("group %d appears twice or out of order", found)
	default:
		return nil, fmt.Errorf("group %d is missing (group %d stands in its place)", g, found)
	}
	salt, rest := [32]byte(b.entry[4:]), b.entry[36:]
	commitments := make([]blob.Commitment, b.want.Layout.Blobs())
	for i := range commitments {
		rest = rest[copy(commitments[i][:], rest):]
	}
	payload, siblings := rest[:b.want.Layout.PayloadLen()], rest[b.want.Layout.PayloadLen():]
	b.proof = b.proof[:0]
	for ; len(siblings) > 0; siblings = siblings[32:] {
		b.proof = append(b.proof, [32]byte(siblings))
	}
	committed := payload
	if b.want.Layout.Form == Blob {
		if err := b.batch.Add(payload, commitments); err != nil {
			return nil, fmt.Errorf("group %d: %w", g, err)
		}
		committed = blob.Hashes(commitments)
	}
	if !VerifyProof(b.want.Root, LeafHash(uint32(g), salt, committed), g, b.want.Groups, b.proof) {
		return nil, fmt.Errorf("group %d: its proof does not lead to the challenge's root", g)
	}
	return payload, nil
}
