package trainer

import (
	"errors"
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// Problem is what a challenge asks for, as far as it bears on the network.
type Problem struct {
	Input    model.Shape
	Classes  int
	Examples int // training examples
	Target   evaluator.Target
	// Residual: the trainer trains residual networks, and its device is one for them.
	Residual bool
	// Fits says whether a network of that shape can be evaluated; nil: all that
	// the target accepts can.
	Fits func(model.Integer) bool
}

// Suggestion is a network for a problem and what it costs to train.
type Suggestion struct {
	Job   Job           // family, sizes, epochs and rates filled in; the rest is the caller's
	Model model.Integer // the network, all weights zero
	MACs  int           // multiply-accumulates of one forward pass
	// Work is MACs x examples x epochs x Job.Rounds. Divided by the MACs per second that a
	// device was measured at (Progress.Rate x Ready.MACs) it gives seconds.
	Work float64
}

// The hidden layers of a suggestion, widest first; the first that every limit
// allows is taken. 784-64-10 reaches 87.7 % on Fashion-MNIST's test images, as
// integers too, in 51,132 bytes.
var suggestedHidden = []int{64, 60, 56, 52, 48, 44, 40, 36, 32, 28, 24, 20, 16, 12, 8}

// The convolutions and the hidden layer of a suggestion, the first that every
// limit allows. 8-10-12 comes first because it keeps within half a million
// multiply-accumulates for an image of CIFAR-10 (487,552) and still gets 59 % right as
// integers after 25 epochs of 17,000 images. Twice the width gains about three points.
var suggestedConvolutions = []struct {
	channels []int
	hidden   int
}{{[]int{8, 10, 12}, 64}, {[]int{8, 8, 12}, 48}, {[]int{4, 8, 12}, 48}, {[]int{4, 8, 8}, 48}}

// Suggest chooses a network for the problem. It is a pure function.
func Suggest(p Problem) (Suggestion, error) {
	if p.Examples < 1 {
		return Suggestion{}, fmt.Errorf("%d training examples", p.Examples)
	}
	if p.Residual && p.Target.Graph() && p.Input.Channels == 3 && min(p.Input.Height, p.Input.Width) >= 16 {
		if s, err := residual(p); err == nil {
			return s, nil
		}
	}
	if p.Target.Graph() && p.Input.Height >= 8 && p.Input.Width >= 8 { // to be halved three times
		for _, c := range suggestedConvolutions {
			if s, err := suggestion(p, c.channels, c.hidden); err == nil {
				return s, nil
			}
		}
	}
	err := errors.New("no hidden layer fits")
	for _, hidden := range suggestedHidden {
		var s Suggestion
		if s, err = suggestion(p, nil, hidden); err == nil {
			return s, nil
		}
	}
	return Suggestion{}, fmt.Errorf("input %v, %d classes, %s evaluator: %w", p.Input, p.Classes, p.Target, err)
}

// suggestion is the network's costs, if it keeps the limits.
func suggestion(p Problem, channels []int, hidden int) (Suggestion, error) {
	n := network(p.Input, channels, hidden, p.Classes)
	n.Bits = p.Target.Bits()
	taken, err := p.Target.Of(n)
	if err == nil {
		err = p.takes(taken)
	}
	if err != nil {
		return Suggestion{}, err
	}
	job := Defaults()
	job.Family, job.Channels, job.Hidden, job.Bits, job.Graph = MLP, channels, []int{hidden}, n.Bits, p.Target.Graph()
	if channels != nil {
		// Images that are moved and mirrored anew in each epoch cannot be learnt
		// by heart: with the higher rate, four points on CIFAR-10. What has colours is taken for
		// photographs, whose mirror images show the same; what is grey may be
		// writing.
		job.Family, job.Rate, job.MaxShift, job.Mirror = CNN, 2e-3, 2, p.Input.Channels == 3
	}
	job.Epochs = suggestedEpochs(p.Examples)
	s := Suggestion{Job: job, Model: taken, MACs: n.MACs(), Work: float64(n.MACs()) * float64(p.Examples) * float64(job.Epochs)}
	return crossValidated(s, p.Examples), nil
}

// takes says why a network of that shape would not do.
func (p Problem) takes(n model.Integer) error {
	if err := p.Target.Accepts(n); err != nil {
		return err
	}
	if p.Fits != nil && !p.Fits(n) {
		return fmt.Errorf("%w: it does not fit a transaction together with one group", model.ErrTooLarge)
	}
	return nil
}

// residual is ResNet-20, if it keeps the limits. It takes a hundred times the work of the convolutions above, and
// three times their passes: none but a device with its own library does that in time.
func residual(p Problem) (Suggestion, error) {
	job := Defaults()
	job.Family, job.Graph, job.Bits, job.Channels, job.Blocks = ResNet, true, p.Target.Bits(), []int{16, 32, 64}, 3
	// As He et al. 2015 have it for 32 by 32.
	job.Batch, job.Rate, job.Decay, job.MaxShift, job.Mirror = 128, 0.1, 5e-4, min(p.Input.Height, p.Input.Width)/8, true
	job.Epochs = min(3*suggestedEpochs(p.Examples), 200)
	floats, err := graph.ResNet(p.Input, job.Channels, job.Blocks, p.Classes)
	if err != nil {
		return Suggestion{}, err
	}
	n, err := floats.Shape()
	if err == nil {
		err = p.takes(n)
	}
	if err != nil {
		return Suggestion{}, err
	}
	return Suggestion{Job: job, Model: n, MACs: n.MACs(), Work: float64(n.MACs()) * float64(p.Examples) * float64(job.Epochs)}, nil
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
