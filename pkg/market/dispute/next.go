package dispute

import (
	"bytes"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// Turn is whose turn it is in a game, and what for. The contract draws how one leads
// to the next.
type Turn uint8

// The turns, as the contract numbers them.
const (
	None     Turn = 0
	Listing  Turn = 1 // the claimant's
	Choosing Turn = 2 // the challenger's
	Opening  Turn = 3 // the claimant's
	Closed   Turn = 4
)

// Game is a game as anybody sees it.
type Game struct {
	ID      [32]byte
	Turn    Turn
	Example int

	Roots    [][32]byte // what the claimant listed; nil before
	Tensor   int        // that was chosen, once Opened is not 0
	Opened   int        // levels between the node that was opened last and its children; 0 before a tensor is chosen
	Left     int        // levels below the children
	Index    int        // of the node that was opened last, among those of its level in the tensor's tree
	Chosen   int        // which child is to be opened
	Node     [32]byte   // that was opened last
	Children [][32]byte // of it
}

// step is how many levels are opened at once, at most; the first time the odd rest.
const step = 5

func levels(left int) int { return (left+step-1)%step + 1 }

// Group is the disputed example's group, as the hold-out was revealed.
type Group struct {
	Salt    [32]byte
	Proof   [][32]byte
	Payload []byte
	Blobs   []byte      // the hashes of the blobs that it stands in, end to end; nil: it stands in calldata
	Sent    []blob.Blob // these blobs, where they hold more than the payload; nil: they hold nothing else
}

// showing is the group as the contract takes it, to read byte i of it.
func (g Group) showing(i int) (contract.DisputeGroup, error) {
	shown := contract.DisputeGroup{Salt: g.Salt, Proof: g.Proof, Payload: g.Payload}
	if g.Blobs == nil {
		return shown, nil
	}
	blobs := g.Sent
	if blobs == nil {
		blobs = blob.Cut(g.Payload)
	}
	opening, err := blob.Open(&blobs[i/blob.Bytes], i%blob.Bytes)
	shown.Payload = append(slices.Clone(g.Blobs), opening...)
	return shown, err
}

// Move is a call of the contract.
type Move struct {
	Name string // of the contract's function
	Data []byte
}

var calls = contract.NewDispute()

// Defend is the claimant's next move, from the claimant's own trace of the example;
// nil if it is not their turn.
func Defend(c *Claim, g *Game, mine *Trace) *Move {
	switch g.Turn {
	case Listing:
		return &Move{"list", calls.PackList(g.ID, mine.Roots())}
	case Opening:
		tree, siblings, index := c.tree(mine, g.Tensor), [][32]byte{}, 0
		if g.Tensor < len(mine.Trees) {
			siblings = mine.List.Siblings(mine.List.Depth(), g.Tensor, mine.List.Depth())
		}
		depth := tree.Depth() - g.Left
		if depth > 0 { // a node below the tensor's root
			index = g.Index
			siblings = tree.Siblings(depth, index, g.Opened)
		}
		n := levels(g.Left)
		return &Move{"open", calls.PackOpen(g.ID, siblings, tree.Nodes(depth+n, index<<n, 1<<n))}
	}
	return nil
}

// tree is that of a tensor; behind the last one stand the weights.
func (c *Claim) tree(mine *Trace, tensor int) *graph.Tree {
	if tensor == len(mine.Trees) {
		return c.Weights
	}
	return mine.Trees[tensor]
}

// Challenge is the challenger's next move against a claim that the example is right,
// from the challenger's own trace; nil if it is not their turn, or if nothing is wrong.
func Challenge(c *Claim, g *Game, mine *Trace, group Group) (*Move, error) {
	if g.Turn != Choosing {
		return nil, nil
	}
	if g.Opened == 0 {
		return chooseTensor(c, g, mine, group)
	}
	tree, first := c.tree(mine, g.Tensor), g.Index<<g.Opened
	own := tree.Nodes(tree.Depth()-g.Left, first, len(g.Children))
	j := differs(g.Children, own)
	switch {
	case j < 0:
		return nil, nil
	case g.Left > 0:
		return &Move{"choose", calls.PackChoose(g.ID, g.Node, number(j))}, nil
	}
	opened := graph.TreeOf(append([][32]byte(nil), g.Children...))
	at, siblings := (first+j)*graph.Word+byteThat(g.Children[j], own[j]), opened.Siblings(opened.Depth(), j, opened.Depth())
	if g.Tensor == len(mine.Trees) {
		return proveWeights(c, g, at, g.Children[j], siblings)
	}
	return Prove(c, g, mine, group, g.Tensor, at, g.Children[j], siblings)
}

func chooseTensor(c *Claim, g *Game, mine *Trace, group Group) (*Move, error) {
	if len(g.Roots) != len(mine.Trees) {
		return &Move{"proveList", calls.PackProveList(g.ID, c.Facts, c.Header, c.WeightsRoot)}, nil
	}
	list := NewList(g.Roots)
	if c.Lied() {
		return &Move{"chooseWeights", calls.PackChooseWeights(g.ID, list.Root(), c.Facts, c.Header, c.WeightsRoot)}, nil
	}
	k := differs(g.Roots, mine.Roots())
	if k < 0 { // every number is right: then it is the class that is not the label
		last := len(mine.Tensors) - 1
		tree := mine.Trees[last]
		logits := join(tree.Nodes(tree.Depth(), 0, 1<<tree.Depth()))
		size, features := int(c.Facts.GroupSize.Int64()), int(c.Facts.Features.Int64())
		shown, err := group.showing(size*features + g.Example%size)
		if err != nil {
			return nil, err
		}
		return &Move{"proveClass", calls.PackProveClass(g.ID, c.Facts, c.Header, c.WeightsRoot, list.Siblings(list.Depth(), last, list.Depth()), logits, shown)}, nil
	}
	if mine.Trees[k].Depth() == 0 {
		return Prove(c, g, mine, group, k, byteThat(g.Roots[k], mine.Trees[k].Root()), g.Roots[k], list.Siblings(list.Depth(), k, list.Depth()))
	}
	return &Move{"chooseTensor", calls.PackChooseTensor(g.ID, list.Root(), c.Facts, c.Header, c.WeightsRoot, number(k))}, nil
}

// proveWeights shows that a byte of the weights is not what their blob holds.
func proveWeights(c *Claim, g *Game, at int, says [32]byte, siblings [][32]byte) (*Move, error) {
	var hashes, opening []byte
	for i := range c.Blobs {
		hash, err := blob.Hash(&c.Blobs[i])
		if err != nil {
			return nil, err
		}
		hashes = append(hashes, hash[:]...)
	}
	if at < len(c.Net.Weights) {
		var err error
		if opening, err = blob.Open(&c.Blobs[at/blob.Bytes], at%blob.Bytes); err != nil {
			return nil, err
		}
	}
	return &Move{"proveWeights", calls.PackProveWeights(g.ID, c.Facts, c.Header, c.WeightsRoot, number(at), says, siblings, hashes, opening)}, nil
}

// byteThat is the first byte of two words that differs.
func byteThat(a, b [32]byte) int {
	i := 0
	for a[i] == b[i] {
		i++
	}
	return i
}

// Prove shows that the byte of tensor k is not what the claimant's word says. All tensors
// before it are as one's own.
func Prove(c *Claim, g *Game, mine *Trace, group Group, k, at int, says [32]byte, siblings [][32]byte) (*Move, error) {
	t := &c.Net.Tensors[k]
	root := c.WeightsRoot
	if t.Op == graph.Input && at < t.Size() {
		i := g.Example % int(c.Facts.GroupSize.Int64()) * int(c.Facts.Features.Int64())
		shown, err := group.showing(i + at%t.Channels*t.Positions() + at/t.Channels)
		return &Move{"proveInput", calls.PackProveInput(g.ID, c.Facts, c.Header, root, number(at), says, siblings, shown)}, err
	}
	var a, b, row contract.NetworkShown
	if at < t.Size() {
		if t.Op == graph.Logits {
			at -= at % 4
		}
		list := NewList(g.Roots)
		reads := c.Net.Reads(k, at)
		a = shown(mine.Trees[t.A], list, t.A, reads.A)
		if t.Op == graph.Add {
			b = shown(mine.Trees[t.B], list, t.B, reads.B)
		}
		if reads.Weights != nil {
			row = shown(c.Weights, nil, 0, reads.Weights)
		}
	}
	return &Move{"prove", calls.PackProve(g.ID, c.Facts, c.Header, root, number(k), number(at), says, siblings, a, b, row)}, nil
}

// shown are the words of a tree that hold some bytes, with what proves them.
func shown(tree, list *graph.Tree, k int, ranges []graph.Range) contract.NetworkShown {
	words, proof := tree.Prove(graph.Words(ranges))
	s := contract.NetworkShown{Root: tree.Root(), Words: join(words), Proof: proof}
	if list != nil {
		s.Path = list.Siblings(list.Depth(), k, list.Depth())
	}
	return s
}

// differs is the first index at which two lists differ; -1 if none.
func differs(a, b [][32]byte) int {
	for i := range a {
		if a[i] != b[i] {
			return i
		}
	}
	return -1
}

func join(words [][32]byte) []byte {
	var b bytes.Buffer
	for _, w := range words {
		b.Write(w[:])
	}
	return b.Bytes()
}

// At is a game as the contract has it, with what its events said last of roots and children.
func At(id [32]byte, g contract.DisputeGame, roots, children [][32]byte) *Game {
	return &Game{
		ID: id, Turn: Turn(g.Turn), Example: int(g.Example.Int64()), Roots: roots, Tensor: int(g.Tensor), Opened: int(g.Opened), Left: int(g.Left),
		Index: int(g.Index), Chosen: int(g.Chosen), Node: g.Node, Children: children,
	}
}
