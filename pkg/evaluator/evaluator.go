// Package evaluator is what the contract's evaluators take and what they cost, in
// one table: whoever makes a challenge, trains for one, packs its data or pays for
// an evaluation asks here. Their code is in contracts/src, its bindings in
// pkg/market/contract.
package evaluator

import (
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// Target names the evaluator that a network is made for: each takes networks of
// its own kind. "" is none that this program knows.
type Target string

// The evaluators in contracts/src.
const (
	Dense     Target = "dense"     // DenseEvaluator: dense layers, 8-bit activations
	Dense4    Target = "dense4"    // Dense4Evaluator: dense layers, 4-bit activations
	Conv      Target = "conv"      // ConvEvaluator: convolutions and pooling too
	Freivalds Target = "freivalds" // FreivaldsEvaluator: one wide hidden layer
	Dispute   Target = "dispute"   // Dispute: any graph of package graph, by assertion and dispute
)

// facts are an evaluator's.
type facts struct {
	target    Target
	form      dataset.Form                            // how groups are packed for it
	bits      model.Bits                              // of the activations that it works with
	groupSize int                                     // examples in a group, unless one is asked for
	parts     bool                                    // a model may travel in several transactions
	accepts   func(*model.Network) error              // nil: it takes package graph's networks
	gas       func(n *model.Network, vectors int) int // see Target.Gas; nil: nothing is evaluated
}

var table = []facts{
	{Dense, dataset.Octets, model.Bits8, 24, false, acceptsDense, centigas(DenseWork, 195)},
	{Dense4, dataset.Nibbles, model.Bits4, 32, false, acceptsDense, centigas(DenseWork, 150)},
	{Conv, dataset.Columns12, model.Bits8, convVectors, false, acceptsConv, func(n *model.Network, vectors int) int { return ConvGas(n) * vectors / convVectors }},
	{Dispute, dataset.Plain, model.Bits8, 1, true, nil, nil},
	{Freivalds, dataset.Columns32, model.Bits8, 32, true, acceptsFreivalds, centigas((*model.Network).MACs, 25)},
}

// centigas reckons gas by a measure of the network, in hundredths for each unit of it:
// measured on the compiled contracts (contracts/README.md). Few batches cost more,
// full runs less.
func centigas(measure func(*model.Network) int, hundredths int) func(*model.Network, int) int {
	return func(n *model.Network, vectors int) int { return measure(n) * vectors * hundredths / 100 }
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

// GroupSize is how many examples a group has, unless the organiser says otherwise.
func (t Target) GroupSize() int {
	f, _ := t.facts()
	return f.groupSize
}

// Gas estimates what evaluating so many vectors takes. Conv's figure is a bound and
// holds the calldata of model and group; the others' are the execution alone.
func (t Target) Gas(n model.Integer, vectors int) int {
	f, ok := t.facts()
	if layers, is := n.(*model.Network); ok && is && f.gas != nil {
		return f.gas(layers, vectors)
	}
	return 0
}

// Graph reports whether the evaluator takes package graph's networks.
func (t Target) Graph() bool {
	f, ok := t.facts()
	return ok && f.accepts == nil
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
		if f.accepts != nil {
			return fmt.Errorf("the %s evaluator takes layers (%s), not a graph (%s)", t, model.Magic, graph.Magic)
		}
		if err := n.Validate(); err != nil {
			return err
		}
		if size := n.Size(); size > MaxGraphBytes {
			return fmt.Errorf("%w: %d bytes, at most %d for the %s evaluator", model.ErrTooLarge, size, MaxGraphBytes, t)
		}
		return nil
	case *model.Network:
		if f.accepts == nil {
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
	if size := n.Size(); !f.parts && size > model.MaxPartBytes {
		return fmt.Errorf("%w: %d bytes, at most %d for the %s evaluator", model.ErrTooLarge, size, model.MaxPartBytes, t)
	}
	if err := f.accepts(n); err != nil {
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
	return allDense(n)
}

func acceptsConv(n *model.Network) error {
	if gas := ConvGas(n); gas > MaxConvGas {
		return fmt.Errorf("%w: %d vectors take %d gas, at most %d fit a transaction", model.ErrTooLarge, convVectors, gas, MaxConvGas)
	}
	return nil
}

func acceptsFreivalds(n *model.Network) error {
	if len(n.Layers) != 2 {
		return fmt.Errorf("takes one hidden layer, the model has %d", len(n.Layers)-1)
	}
	return allDense(n)
}

func allDense(n *model.Network) error {
	for i := range n.Layers {
		if k := n.Layers[i].Kind; k != model.Dense {
			return fmt.Errorf("takes dense layers, layer %d is %s", i, k)
		}
	}
	return nil
}
