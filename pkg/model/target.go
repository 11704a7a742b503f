package model

import "fmt"

// Target names the contract's evaluator that a network is made for: each takes
// networks of its own kind.
type Target string

// The evaluators in contracts/src.
const (
	TargetDense     Target = "dense"     // DenseEvaluator: dense layers, 8-bit activations
	TargetDense4    Target = "dense4"    // Dense4Evaluator: dense layers, 4-bit activations
	TargetConv      Target = "conv"      // ConvEvaluator: convolutions and pooling too
	TargetFreivalds Target = "freivalds" // FreivaldsEvaluator: one wide hidden layer
)

// Targets lists them all.
func Targets() []Target { return []Target{TargetDense, TargetDense4, TargetConv, TargetFreivalds} }

// Bits is the width of the activations that the evaluator works with.
func (t Target) Bits() Bits {
	if t == TargetDense4 {
		return Bits4
	}
	return Bits8
}

// maxDenseWork is the dense evaluators' MAX_WORK: see DenseWork.
const maxDenseWork = 85_000

// DenseWork is what the dense evaluators bound a network by, so that a run of
// batches fits a transaction: of each row its inputs in blocks of 16, and as
// much as 16 more for the row itself.
func (n *Network) DenseWork() (work int) {
	fan := n.Input.Size()
	for i := range n.Layers {
		work += n.Layers[i].Outputs * ((fan+15)&^15 + 16)
		fan = n.Layers[i].Outputs
	}
	return work
}

// Accepts says why the evaluator would refuse a network; nil if it would not.
func (t Target) Accepts(n *Network) error {
	if err := n.Validate(); err != nil {
		return err
	}
	if n.ActivationBits() != t.Bits() {
		return fmt.Errorf("the %s evaluator takes %d-bit activations, the model has %d-bit ones", t, t.Bits(), n.ActivationBits())
	}
	if size := n.size(); t != TargetFreivalds && size > MaxPartBytes {
		return fmt.Errorf("%w: %d bytes, at most %d for the %s evaluator", ErrTooLarge, size, MaxPartBytes, t)
	}
	switch t {
	case TargetConv:
		if gas := n.ConvGas(); gas > MaxConvGas {
			return fmt.Errorf("%w: twelve vectors take %d gas, at most %d fit a transaction", ErrTooLarge, gas, MaxConvGas)
		}
		return nil
	case TargetFreivalds:
		if len(n.Layers) != 2 {
			return fmt.Errorf("the %s evaluator takes one hidden layer, the model has %d", t, len(n.Layers)-1)
		}
	case TargetDense, TargetDense4:
		if work := n.DenseWork(); work > maxDenseWork {
			return fmt.Errorf("%w: %d rows and blocks of inputs, at most %d fit a transaction", ErrTooLarge, work, maxDenseWork)
		}
	default:
		return fmt.Errorf("there is no evaluator %q", t)
	}
	for i := range n.Layers {
		if k := n.Layers[i].Kind; k != Dense {
			return fmt.Errorf("the %s evaluator takes dense layers, layer %d is %s", t, i, k)
		}
	}
	return nil
}
