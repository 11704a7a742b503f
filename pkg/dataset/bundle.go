package dataset

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/atomicfile"
)

// A bundle is the file of revealed training groups behind a challenge's
// dataURI. Its content, compressed as one gzip member:
//
//	 8 bytes  magic, the last one is the version
//	 4 bytes  length of the header, big-endian
//	          header, JSON: bundleHeader
//	per group, ascending by index:
//	 4 bytes  index, big-endian
//	32 bytes  salt
//	 N*(F+1)  payload
//	32*depth  Merkle proof, the leaf's sibling first
//
// and nothing after the last group. Nothing in the header is believed: it is
// there to say early and clearly that a bundle belongs to something else. Its
// encoding nobody can prove; whoever uses a model finds out whether it is true.
const bundleMagic = "GPUARBB\x01"

type bundleHeader struct {
	Root   hash   `json:"root"`
	Layout Layout `json:"layout"`
	Shape  Shape  `json:"shape"`
	Groups int    `json:"groups"`
	Drawn  []int  `json:"drawn"` // ascending: the groups that are not in the bundle

	Encoding *Encoding `json:"encoding,omitempty"` // how rows became features, for whoever uses a model
}

// WriteBundle writes the groups in include (those that were not drawn, see
// Training) with their proofs. It refuses payloads that do not give the
// commitment's root, since such a bundle would forfeit the organiser's bond.
func WriteBundle(w io.Writer, c *Commitment, payloads [][]byte, include []int) error {
	if err := c.validate(); err != nil {
		return fmt.Errorf("write bundle: %w", err)
	}
	if len(payloads) != c.Groups {
		return fmt.Errorf("write bundle: %d payloads for %d groups", len(payloads), c.Groups)
	}
	include = slices.Sorted(slices.Values(include))
	for i, g := range include {
		if g < 0 || g >= c.Groups || i > 0 && include[i-1] == g {
			return fmt.Errorf("write bundle: group %d is out of range or named twice", g)
		}
	}
	tree, err := c.Tree(payloads)
	if err != nil {
		return fmt.Errorf("write bundle: %w", err)
	}
	if tree.Root() != c.Root {
		return fmt.Errorf("write bundle: the payloads give root %x, committed %x", tree.Root(), c.Root)
	}
	zw := gzip.NewWriter(w)
	out := bufio.NewWriterSize(zw, 1<<16)
	if err := writeBundleHeader(out, c, include); err != nil {
		return fmt.Errorf("write bundle: %w", err)
	}
	for _, g := range include {
		out.Write(binary.BigEndian.AppendUint32(nil, uint32(g))) // a bufio.Writer keeps its error for Flush
		out.Write(c.Salts[g][:])
		for i := range c.Layout.Blobs() {
			out.Write(c.blobsOf(g)[i][:])
		}
		out.Write(payloads[g])
		for _, sibling := range tree.Proof(g) {
			out.Write(sibling[:])
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write bundle: %w", err)
	}
	if err := zw.Close(); err != nil {
		return fmt.Errorf("write bundle: %w", err)
	}
	return nil
}

func writeBundleHeader(w io.Writer, c *Commitment, include []int) error {
	header, err := json.Marshal(bundleHeader{
		Root: c.Root, Layout: c.Layout, Shape: c.Shape, Groups: c.Groups, Drawn: complement(include, c.Groups),
		Encoding: c.Encoding,
	})
	if err != nil {
		return err
	}
	head := binary.BigEndian.AppendUint32([]byte(bundleMagic), uint32(len(header)))
	_, err = w.Write(append(head, header...))
	return err
}

// WriteBundleFile writes the bundle to path, all or nothing.
func WriteBundleFile(path string, c *Commitment, payloads [][]byte, include []int) error {
	err := atomicfile.Write(path, 0o600, func(w io.Writer) error { return WriteBundle(w, c, payloads, include) })
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
