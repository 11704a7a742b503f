package dataset

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/gpuarbiter/gpuarbiter/pkg/atomicfile"
	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
)

// maxGroups bounds a challenge; maxCommitmentFile bounds its private file.
const (
	maxGroups         = 1 << 20
	maxCommitmentFile = 512 << 20
)

// commitmentVersion is that of the files that Save writes.
const commitmentVersion = 2

// Commitment is the organiser's private file: all that is needed, beside the
// data set, to rebuild every group and its proof. Whoever holds it can read
// the hold-out before it is revealed; losing it means that the hold-out can
// never be revealed.
type Commitment struct {
	Layout Layout
	Shape  Shape
	Groups int
	Source Source // where the data set came from; set by the caller
	// Encoding says how rows became features; nil: bytes as they were.
	Encoding *Encoding
	Version  int        // of its file; 1 is of a program that guessed the label column
	Order    []int      // example of every vector: group g is Order[g*GroupSize:(g+1)*GroupSize]
	Salts    [][32]byte // one for each group
	Root     [32]byte   // what stands on chain

	Blobs []blob.Commitment // of the groups' blobs, group after group, where they stand in such
}

// Commit shuffles the set by the secret seed and cuts its first
// groups*GroupSize examples into salted groups. payloads[g] is group g as
// EncodeGroup lays it out. The same set and seed give the same commitment; the
// seed must be secret and random, since the salts are derived from it:
// salt g = keccak256(seed || "salt" || uint256(g)).
func Commit(set *Set, layout Layout, groups int, seed [32]byte) (c *Commitment, payloads [][]byte, err error) {
	if err := set.Validate(); err != nil {
		return nil, nil, fmt.Errorf("commit: %w", err)
	}
	if err := checkGroups(layout, groups); err != nil {
		return nil, nil, fmt.Errorf("commit: %w", err)
	}
	need := groups * layout.GroupSize
	if set.Len() < need {
		return nil, nil, fmt.Errorf("commit: %d groups of %d need %d examples, the set has %d", groups, layout.GroupSize, need, set.Len())
	}
	order := rand.New(rand.NewChaCha8(seed)).Perm(set.Len())[:need]
	c = &Commitment{Layout: layout, Shape: set.Shape, Groups: groups, Order: order, Salts: make([][32]byte, groups), Encoding: set.Encoding, Version: commitmentVersion}
	for g := range c.Salts {
		c.Salts[g] = keccak(seed[:], []byte("salt"), word(uint64(g)))
	}
	if payloads, err = c.Payloads(set); err != nil {
		return nil, nil, fmt.Errorf("commit: %w", err)
	}
	if layout.Form == Blob {
		if c.Blobs, err = commitBlobs(layout, payloads); err != nil {
			return nil, nil, fmt.Errorf("commit: %w", err)
		}
	}
	tree, err := c.Tree(payloads)
	if err != nil {
		return nil, nil, fmt.Errorf("commit: %w", err)
	}
	c.Root = tree.Root()
	return c, payloads, nil
}

func checkGroups(layout Layout, groups int) error {
	if err := layout.Validate(); err != nil {
		return err
	}
	if groups < 2 || groups > maxGroups {
		return fmt.Errorf("%d groups: must be 2..%d", groups, maxGroups)
	}
	return nil
}

// Payloads rebuilds every group from the data set, without checking the root.
func (c *Commitment) Payloads(set *Set) ([][]byte, error) {
	if set.Shape != c.Shape {
		return nil, fmt.Errorf("the set has shape %v, the commitment %v", set.Shape, c.Shape)
	}
	payloads := make([][]byte, c.Groups)
	for g := range payloads {
		p, err := EncodeGroup(set, c.Order[g*c.Layout.GroupSize:][:c.Layout.GroupSize], c.Layout)
		if err != nil {
			return nil, fmt.Errorf("group %d: %w", g, err)
		}
		payloads[g] = p
	}
	return payloads, nil
}

// Committed is what of group g stands in its leaf: the payload, or the hashes of the blobs that hold it.
func (c *Commitment) Committed(g int, payload []byte) []byte {
	if c.Layout.Form != Blob {
		return payload
	}
	return blob.Hashes(c.blobsOf(g))
}

// blobsOf are the commitments of group g's blobs.
func (c *Commitment) blobsOf(g int) []blob.Commitment {
	n := c.Layout.Blobs()
	return c.Blobs[g*n : (g+1)*n]
}

// Tree is the Merkle tree over the payloads with the commitment's salts. It fails where they are not
// what the commitments of their blobs say.
func (c *Commitment) Tree(payloads [][]byte) (*Tree, error) {
	leaves := make([][32]byte, len(payloads))
	var batch blob.Batch
	for g, p := range payloads {
		if c.Layout.Form == Blob {
			if err := batch.Add(p, c.blobsOf(g)); err != nil {
				return nil, fmt.Errorf("group %d: %w", g, err)
			}
		}
		leaves[g] = LeafHash(uint32(g), c.Salts[g], c.Committed(g, p))
	}
	return BuildTree(leaves), batch.Check()
}

// commitBlobs makes the commitments of the blobs that hold payloads.
func commitBlobs(layout Layout, payloads [][]byte) ([]blob.Commitment, error) {
	n := layout.Blobs()
	all := make([]blob.Commitment, n*len(payloads))
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for g, p := range payloads {
		work.Go(func() (err error) {
			for i, b := range blob.Cut(p) {
				if all[g*n+i], err = blob.Commit(&b); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return all, work.Wait()
}

// Verify rebuilds every group from the data set and fails where they do not
// give the root: the file changed, or belongs to another challenge.
func (c *Commitment) Verify(set *Set) error {
	payloads, err := c.Payloads(set)
	if err != nil {
		return fmt.Errorf("the data set does not match its commitment: %w", err)
	}
	tree, err := c.Tree(payloads)
	if err != nil {
		return fmt.Errorf("the data set does not match its commitment: %w", err)
	}
	if root := tree.Root(); root != c.Root {
		return fmt.Errorf("the data set does not match its commitment: root %x, committed %x", root, c.Root)
	}
	return nil
}

// commitmentFile is the JSON of a Commitment: hashes in hex.
type commitmentFile struct {
	Version int    `json:"version"`
	Root    hash   `json:"root"`
	Groups  int    `json:"groups"`
	Layout  Layout `json:"layout"`
	Shape   Shape  `json:"shape"`
	Source  Source `json:"source"`

	Encoding *Encoding `json:"encoding,omitempty"`

	Salts []hash `json:"salts"`
	Order []int  `json:"order"`

	Blobs []blob.Commitment `json:"blobs,omitempty"`
}

// hash is 32 bytes that JSON writes as 0x and 64 hex digits.
type hash [32]byte

func (h hash) MarshalText() ([]byte, error) { return []byte("0x" + hex.EncodeToString(h[:])), nil }

func (h *hash) UnmarshalText(text []byte) error {
	if len(text) != 66 || string(text[:2]) != "0x" {
		return fmt.Errorf("hash %.80q: expected 0x and 64 hex digits", text)
	}
	_, err := hex.Decode(h[:], text[2:])
	return err
}

// Save writes the commitment to path, readable by its owner only, all or nothing.
func (c *Commitment) Save(path string) error {
	if err := c.validate(); err != nil {
		return fmt.Errorf("save commitment %s: %w", path, err)
	}
	file := commitmentFile{
		Version: commitmentVersion, Root: c.Root, Groups: c.Groups, Layout: c.Layout, Shape: c.Shape, Source: c.Source, Order: c.Order, Encoding: c.Encoding, Blobs: c.Blobs,
	}
	for _, s := range c.Salts {
		file.Salts = append(file.Salts, hash(s))
	}
	err := atomicfile.Write(path, 0o600, func(w io.Writer) error { return json.NewEncoder(w).Encode(file) })
	if err != nil {
		return fmt.Errorf("save commitment %s: %w", path, err)
	}
	return nil
}

// LoadCommitment reads what Save wrote and checks that it is whole. Only
// Verify can tell whether the data set still belongs to it.
func LoadCommitment(path string) (*Commitment, error) {
	f, size, err := openRegular(path)
	if err != nil {
		return nil, fmt.Errorf("load commitment: %w", err)
	}
	defer f.Close()
	if size > maxCommitmentFile {
		return nil, fmt.Errorf("load commitment %s: %d bytes, at most %d: %w", path, size, maxCommitmentFile, ErrTooLarge)
	}
	c, err := readCommitment(f)
	if err != nil {
		return nil, fmt.Errorf("load commitment %s: %w", path, err)
	}
	return c, nil
}

func readCommitment(r io.Reader) (*Commitment, error) {
	dec := json.NewDecoder(r)
	dec.DisallowUnknownFields()
	var file commitmentFile
	if err := dec.Decode(&file); err != nil {
		return nil, err
	}
	if file.Version != 1 && file.Version != commitmentVersion {
		return nil, fmt.Errorf("version %d: expected 1 or %d", file.Version, commitmentVersion)
	}
	c := &Commitment{
		Layout: file.Layout, Shape: file.Shape, Groups: file.Groups, Source: file.Source, Order: file.Order, Root: file.Root,
		Salts: make([][32]byte, len(file.Salts)), Encoding: file.Encoding, Version: file.Version, Blobs: file.Blobs,
	}
	for i, s := range file.Salts {
		c.Salts[i] = s
	}
	return c, c.validate()
}

func (c *Commitment) validate() error {
	if err := checkGroups(c.Layout, c.Groups); err != nil {
		return err
	}
	if err := c.Shape.Validate(); err != nil {
		return err
	}
	if c.Shape.Features() != c.Layout.Features {
		return fmt.Errorf("shape %v has %d features, the layout %d", c.Shape, c.Shape.Features(), c.Layout.Features)
	}
	if c.Encoding != nil {
		if err := c.Encoding.Validate(c.Layout.Features, c.Layout.Classes); err != nil {
			return err
		}
	}
	if len(c.Salts) != c.Groups {
		return fmt.Errorf("%d salts for %d groups", len(c.Salts), c.Groups)
	}
	if want := c.Groups * c.Layout.Blobs(); len(c.Blobs) != want {
		return fmt.Errorf("%d commitments of blobs for %d groups, want %d", len(c.Blobs), c.Groups, want)
	}
	if want := c.Groups * c.Layout.GroupSize; len(c.Order) != want {
		return fmt.Errorf("an order of %d examples, expected %d", len(c.Order), want)
	}
	seen := make(map[int]bool, len(c.Order))
	for _, i := range c.Order {
		if i < 0 || seen[i] {
			return fmt.Errorf("example %d is in the order twice or negative", i)
		}
		seen[i] = true
	}
	return nil
}
