package dispute

import (
	"fmt"
	"math/big"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// Claim is what was asserted of an entry's network, and the network.
type Claim struct {
	Key    [32]byte
	Facts  contract.DisputeFacts
	Bitmap []byte

	Net     *graph.Network
	Header  []byte
	Weights *graph.Tree
	// WeightsRoot is what the solver committed to; in blobs there may be other weights, and Net has those.
	WeightsRoot [32]byte
	Blobs       []blob.Blob // that hold them; none: they stand in calldata
}

// NewClaim gives a network and its weights' tree to what was asserted of it.
func NewClaim(net *graph.Network) *Claim {
	weights := graph.NewTree(net.Weights)
	return &Claim{Net: net, Header: net.Header(), Weights: weights, WeightsRoot: weights.Root()}
}

// Lied reports whether the blobs hold other weights than were committed to: then every example that is
// said to be right can be disputed.
func (c *Claim) Lied() bool { return c.WeightsRoot != c.Weights.Root() }

// Trace is an inference: every tensor of one example, the trees of them, and the tree
// of their roots.
type Trace struct {
	Tensors [][]byte
	Trees   []*graph.Tree
	List    *graph.Tree
}

// Trace computes an example, whose pixels are in the data set's order (channel, height,
// width).
func (c *Claim) Trace(pixels []byte) (*Trace, error) {
	in := &c.Net.Tensors[0]
	if len(pixels) != in.Size() {
		return nil, fmt.Errorf("an example of %d values for a network that takes %d", len(pixels), in.Size())
	}
	x := make([]byte, len(pixels))
	graph.Interleave(x, pixels, in)
	return NewTrace(graph.NewRunner(c.Net).Run(x)), nil
}

// NewTrace makes the trees of tensors.
func NewTrace(tensors [][]byte) *Trace {
	t := &Trace{Tensors: tensors}
	for _, b := range tensors {
		t.Trees = append(t.Trees, graph.NewTree(b))
	}
	t.List = NewList(t.Roots())
	return t
}

// Roots are the trees' roots.
func (t *Trace) Roots() [][32]byte {
	roots := make([][32]byte, len(t.Trees))
	for k := range t.Trees {
		roots[k] = t.Trees[k].Root()
	}
	return roots
}

// NewList is the tree of tensors' roots.
func NewList(roots [][32]byte) *graph.Tree {
	words := make([][32]byte, 1<<graph.Depth(graph.Word*len(roots)))
	copy(words, roots)
	return graph.TreeOf(words)
}

// Bitmap says of each example whether it is right.
func Bitmap(right []bool) []byte {
	b := make([]byte, (len(right)+7)/8)
	for i, r := range right {
		if r {
			b[i/8] |= 1 << (i % 8)
		}
	}
	return b
}

// Says reports whether a bitmap says that an example is right.
func Says(bitmap []byte, example int) bool { return bitmap[example/8]>>(example%8)&1 == 1 }

func number(n int) *big.Int { return big.NewInt(int64(n)) }

// FactsHash is what the contract stores of a claim's facts.
func FactsHash(f contract.DisputeFacts) [32]byte {
	word := func(n *big.Int) []byte { return n.FillBytes(make([]byte, 32)) }
	return graph.Keccak(f.DatasetHash[:], f.Seed[:], f.ModelHash[:], f.Blobs[:], f.BitmapHash[:], word(f.Groups), word(f.GroupSize), word(f.Features), word(f.Classes))
}

// GameOf is the contract's name of a game.
func GameOf(c *Claim, challenger [20]byte, example int, nonce int64) [32]byte {
	facts := FactsHash(c.Facts)
	word := func(n *big.Int) []byte { return n.FillBytes(make([]byte, 32)) }
	return graph.Keccak(c.Key[:], facts[:], make([]byte, 12), challenger[:], word(number(example)), word(big.NewInt(nonce)))
}
