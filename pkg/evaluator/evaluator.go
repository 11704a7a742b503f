// Package evaluator is what the contract's evaluators take and what they cost, in
// one table: whoever makes a challenge, trains for one, packs its data or pays for
// an evaluation asks here. Their code is in contracts/src, its bindings in
// pkg/market/contract.
package evaluator

import (
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// Target names the evaluator that a network is made for: each takes networks of
// its own kind. "" is none that this program knows.
type Target string

// The evaluators in contracts/src.
const (
	Dense   Target = "dense"   // DenseEvaluator: dense layers, 8-bit activations
	Dense4  Target = "dense4"  // Dense4Evaluator: dense layers, 4-bit activations
	Dispute Target = "dispute" // CalldataDispute: any graph of package graph, by assertion and dispute

	BlobDispute Target = "dispute-blobs" // BlobDispute: the same, with hold-outs and models in blobs
)

// facts are an evaluator's.
type facts struct {
	target    Target
	form      dataset.Form // how groups are packed for it
	bits      model.Bits   // of the activations that it works with
	groupSize int          // examples in a group, unless one is asked for; 0: as many as blobs hold
	// Hundredths of gas for each vector and unit of DenseWork, measured on the compiled contracts
	// (contracts/README.md): few batches cost more, full runs less. 0: it takes package graph's
	// networks, and evaluates nothing.
	centigas int
}

var table = []facts{
	{Dense, dataset.Octets, model.Bits8, 24, 195},
	{Dense4, dataset.Nibbles, model.Bits4, 32, 150},
	{Dispute, dataset.Plain, model.Bits8, 1, 0},
	{BlobDispute, dataset.Blob, model.Bits8, 0, 0},
}

func (t Target) facts() (facts, bool) {
	for _, f := range table {
		if f.target == t {
			return f, true
		}
	}
	return facts{form: "unknown", bits: model.Bits8}, false
}

// All lists the evaluators.
func All() (list []Target) {
	for _, f := range table {
		list = append(list, f.target)
	}
	return list
}

// Known reports whether there is such an evaluator.
func (t Target) Known() bool {
	_, ok := t.facts()
	return ok
}

// Form is how groups are packed for the evaluator; "unknown" of none of ours.
func (t Target) Form() dataset.Form {
	f, _ := t.facts()
	return f.form
}

// Bits is the width of the activations that the evaluator works with.
func (t Target) Bits() model.Bits {
	f, _ := t.facts()
	return f.bits
}

// fewGroups are enough to draw from where a group is large.
const fewGroups = 60

// GroupSize is how many of so many examples, of so many features, a group holds, unless another number is asked for. In
// blobs it fills as many of them as a transaction carries, or as leave enough groups to draw from.
func (t Target) GroupSize(features, examples int) int {
	f, _ := t.facts()
	if f.form != dataset.Blob {
		return f.groupSize
	}
	for blobs := blob.MaxPerTx; ; blobs-- {
		if size := blobs * blob.Bytes / (features + 1); blobs == 1 || examples/size >= fewGroups {
			return max(1, min(size, examples/fewGroups))
		}
	}
}

// Disputed reports whether the verdict is reached by assertion and dispute.
func (t Target) Disputed() bool { return t == Dispute || t == BlobDispute }

// Blobs reports whether hold-outs and models stand in blobs.
func (t Target) Blobs() bool { return t.Form() == dataset.Blob }

// Gas estimates what evaluating so many vectors takes, the execution alone.
func (t Target) Gas(n model.Integer, vectors int) int {
	f, _ := t.facts()
	if layers, is := n.(*model.Network); is {
		return DenseWork(layers) * vectors * f.centigas / 100
	}
	return 0
}

// Graph reports whether the evaluator takes package graph's networks.
func (t Target) Graph() bool {
	f, ok := t.facts()
	return ok && f.centigas == 0
}

// Of is a network of layers as the evaluator would take one of its shape.
func (t Target) Of(n *model.Network) (model.Integer, error) {
	if t.Graph() {
		return graph.Shape(n)
	}
	return n, nil
}

// Parse reads and validates a model's file, of either format.
func Parse(raw []byte) (model.Integer, error) {
	if graph.Is(raw) {
		return graph.Parse(raw)
	}
	return model.Parse(raw)
}

// MaxGraphBytes is the largest file of package graph's that a challenge takes: it
// travels in parts of 64 KiB, each 2.9M gas.
const MaxGraphBytes = 4 << 20

// MaxBytes is the largest file of a model of either format.
const MaxBytes = max(model.MaxBytes, MaxGraphBytes)

// Accepts says why the evaluator would refuse a network; nil if it would not.
func (t Target) Accepts(n model.Integer) error {
	f, ok := t.facts()
	if !ok {
		return fmt.Errorf("there is no evaluator %q", t)
	}
	switch n := n.(type) {
	case *graph.Network:
		if !t.Graph() {
			return fmt.Errorf("the %s evaluator takes layers (%s), not a graph (%s)", t, model.Magic, graph.Magic)
		}
		if err := n.Validate(); err != nil {
			return err
		}
		if size := len(n.Weights); t.Blobs() && size <= graph.Word {
			return fmt.Errorf("%d bytes of weights, the %s evaluator takes more than %d", size, t, graph.Word)
		}
		if size := n.Size(); size > MaxGraphBytes {
			return fmt.Errorf("%w: %d bytes, at most %d for the %s evaluator", model.ErrTooLarge, size, MaxGraphBytes, t)
		}
		return nil
	case *model.Network:
		if t.Graph() {
			return fmt.Errorf("the %s evaluator takes a graph (%s), not layers (%s)", t, graph.Magic, model.Magic)
		}
		return f.acceptsLayers(n)
	}
	return fmt.Errorf("a network of no format: %T", n)
}

func (f facts) acceptsLayers(n *model.Network) error {
	t := f.target
	if err := n.Validate(); err != nil {
		return err
	}
	if n.ActivationBits() != f.bits {
		return fmt.Errorf("the %s evaluator takes %d-bit activations, the model has %d-bit ones", t, f.bits, n.ActivationBits())
	}
	if size := n.Size(); size > model.MaxPartBytes {
		return fmt.Errorf("%w: %d bytes, at most %d for the %s evaluator", model.ErrTooLarge, size, model.MaxPartBytes, t)
	}
	if err := acceptsDense(n); err != nil {
		return fmt.Errorf("the %s evaluator: %w", t, err)
	}
	return nil
}

// maxDenseWork is the dense evaluators' MAX_WORK: see DenseWork.
const maxDenseWork = 85_000

// DenseWork is what the dense evaluators bound a network by, so that a run of
// batches fits a transaction: of each row its inputs in blocks of 16, and as
// much as 16 more for the row itself.
func DenseWork(n *model.Network) (work int) {
	fan := n.Input.Size()
	for i := range n.Layers {
		work += n.Layers[i].Outputs * ((fan+15)&^15 + 16)
		fan = n.Layers[i].Outputs
	}
	return work
}

func acceptsDense(n *model.Network) error {
	if work := DenseWork(n); work > maxDenseWork {
		return fmt.Errorf("%w: %d rows and blocks of inputs, at most %d fit a transaction", model.ErrTooLarge, work, maxDenseWork)
	}
	for i := range n.Layers {
		if k := n.Layers[i].Kind; k != model.Dense {
			return fmt.Errorf("takes dense layers, layer %d is %s", i, k)
		}
	}
	return nil
}
