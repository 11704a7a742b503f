package trainer

import (
	"errors"
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// The kinds of a challenge's evaluator.
const (
	EvaluatorDense = "dense" // runs dense layers
	EvaluatorConv  = "conv"  // runs convolutions too; what that costs bounds the network
)

// Problem is what a challenge asks for, as far as it bears on the network.
type Problem struct {
	Input     model.Shape
	Classes   int
	Examples  int    // training examples
	MaxBytes  int    // of the marshalled model; 0 is model.MaxBytes
	Evaluator string // EvaluatorDense or EvaluatorConv
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

// The convolutions of a suggestion, the first that every limit allows. On
// CIFAR-10, trained on 19,000 images (6.5 minutes of two processors), 8-16-24
// reaches 63 % as integers and takes 16.2M of a transaction's gas for twelve
// images.
var (
	suggestedChannels   = [][]int{{8, 16, 24}, {8, 16, 16}, {8, 8, 16}, {4, 8, 16}, {4, 8, 8}}
	suggestedConvHidden = 48
)

// Suggest chooses a network for the problem. It is a pure function.
func Suggest(p Problem) (Suggestion, error) {
	if p.Evaluator != EvaluatorDense && p.Evaluator != EvaluatorConv {
		return Suggestion{}, fmt.Errorf("evaluator %q: networks can be chosen for %q and %q", p.Evaluator, EvaluatorDense, EvaluatorConv)
	}
	if p.Examples < 1 {
		return Suggestion{}, fmt.Errorf("%d training examples", p.Examples)
	}
	limit := p.MaxBytes
	if limit == 0 {
		limit = model.MaxBytes
	}
	if p.Evaluator == EvaluatorConv && p.Input.Height >= 8 && p.Input.Width >= 8 { // to be halved three times
		for _, channels := range suggestedChannels {
			n := network(p.Input, channels, suggestedConvHidden, p.Classes)
			if s, err := suggestion(p, n, limit); err == nil && n.ConvGas() <= model.MaxConvGas {
				s.Job.Family, s.Job.Channels, s.Job.Hidden = CNN, channels, []int{suggestedConvHidden}
				return s, nil
			}
		}
	}
	err := errors.New("no hidden layer fits")
	for hidden := suggestedHidden; hidden >= leastHidden; hidden -= 4 {
		var s Suggestion
		if s, err = suggestion(p, network(p.Input, nil, hidden, p.Classes), limit); err == nil {
			s.Job.Family, s.Job.Hidden = MLP, []int{hidden}
			return s, nil
		}
	}
	return Suggestion{}, fmt.Errorf("input %v, %d classes, %d bytes: %w", p.Input, p.Classes, limit, err)
}

// suggestion is the network's costs, if it keeps the limits.
func suggestion(p Problem, n *model.Network, limit int) (Suggestion, error) {
	b, err := n.Marshal()
	if err != nil {
		return Suggestion{}, err
	}
	if len(b) > limit {
		return Suggestion{}, fmt.Errorf("%w: %d bytes, at most %d", model.ErrTooLarge, len(b), limit)
	}
	job := Defaults()
	job.Epochs = suggestedEpochs(p.Examples)
	return Suggestion{Job: job, Bytes: len(b), MACs: n.MACs(), Work: float64(n.MACs()) * float64(p.Examples) * float64(job.Epochs)}, nil
}

// suggestedEpochs aims at a million examples seen: small sets need more
// passes, large ones fewer.
func suggestedEpochs(examples int) int { return min(max(1_000_000/examples, 15), 200) }

// network is one of zero weights: a convolution of each of channels with its
// pooling, a hidden and an output layer.
func network(in model.Shape, channels []int, hidden, classes int) *model.Network {
	n := &model.Network{Input: in}
	if in.Channels < 1 || in.Height < 1 || in.Width < 1 || in.Size() > model.MaxFeatures || classes < 2 || classes > model.MaxClasses {
		return n // Marshal says what is wrong
	}
	add := func(kind model.Kind, fan, out int) {
		n.Layers = append(n.Layers, model.Layer{Kind: kind, Outputs: out, Bias: make([]int32, out), Weights: make([]int8, fan*out)})
	}
	for _, c := range channels {
		add(model.Conv3x3, 9*in.Channels, c)
		n.Layers = append(n.Layers, model.Layer{Kind: model.MaxPool})
		in = model.Shape{Channels: c, Height: in.Height / 2, Width: in.Width / 2}
	}
	add(model.Dense, in.Size(), hidden)
	add(model.Dense, hidden, classes)
	return n
}
