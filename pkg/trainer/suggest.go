package trainer

import (
	"errors"
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// EvaluatorDense is the kind of a challenge's evaluator that runs dense layers.
const EvaluatorDense = "dense"

// Problem is what a challenge asks for, as far as it bears on the network.
type Problem struct {
	Input     model.Shape
	Classes   int
	Examples  int    // training examples
	MaxBytes  int    // of the marshalled model; 0 is model.MaxBytes
	Evaluator string // EvaluatorDense
}

// Suggestion is a network for a problem and what it costs to train.
type Suggestion struct {
	Job   Job // family, sizes, epochs and rates filled in; the rest is the caller's
	Bytes int // of the marshalled model
	MACs  int // multiply-accumulates of one forward pass
	// Work is MACs x examples x epochs. Divided by the MACs per second that a
	// device was measured at (Progress.Rate x Ready.MACs) it gives seconds.
	Work float64
}

// The hidden layer of a suggestion, if the limit allows. 784-64-10 reaches
// 87.7 % on Fashion-MNIST's test images, as integers too, in 51,132 bytes.
const (
	suggestedHidden = 64
	leastHidden     = 8
)

// Suggest chooses a network for the problem. It is a pure function.
func Suggest(p Problem) (Suggestion, error) {
	if p.Evaluator != EvaluatorDense {
		return Suggestion{}, fmt.Errorf("evaluator %q: only %q networks can be chosen", p.Evaluator, EvaluatorDense)
	}
	if p.Examples < 1 {
		return Suggestion{}, fmt.Errorf("%d training examples", p.Examples)
	}
	limit := p.MaxBytes
	if limit == 0 {
		limit = model.MaxBytes
	}
	err := errors.New("no hidden layer fits")
	for hidden := suggestedHidden; hidden >= leastHidden; hidden -= 4 {
		n := dense(p.Input, hidden, p.Classes)
		var b []byte
		if b, err = n.Marshal(); err != nil {
			continue
		}
		if len(b) > limit {
			err = fmt.Errorf("%w: %d bytes, at most %d", model.ErrTooLarge, len(b), limit)
			continue
		}
		job := Defaults()
		job.Family, job.Hidden, job.Epochs = MLP, []int{hidden}, suggestedEpochs(p.Examples)
		return Suggestion{Job: job, Bytes: len(b), MACs: n.MACs(), Work: float64(n.MACs()) * float64(p.Examples) * float64(job.Epochs)}, nil
	}
	return Suggestion{}, fmt.Errorf("input %v, %d classes, %d bytes: %w", p.Input, p.Classes, limit, err)
}

// suggestedEpochs aims at a million examples seen: small sets need more
// passes, large ones fewer.
func suggestedEpochs(examples int) int { return min(max(1_000_000/examples, 15), 200) }

func dense(in model.Shape, hidden, classes int) *model.Network {
	zero := func(in, out int) model.Layer {
		return model.Layer{Kind: model.Dense, Outputs: out, Bias: make([]int32, out), Weights: make([]int8, max(in*out, 0))}
	}
	n := &model.Network{Input: in}
	if in.Channels < 1 || in.Height < 1 || in.Width < 1 || in.Size() > model.MaxFeatures || classes < 2 || classes > model.MaxClasses {
		return n // Marshal says what is wrong
	}
	n.Layers = []model.Layer{zero(in.Size(), hidden), zero(hidden, classes)}
	return n
}
