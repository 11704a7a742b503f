package trainer

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
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
	// Need is the accuracy that is asked for, and Known what networks have come to on problems like this one,
	// by name: both decide which is tried first, and which are not tried.
	Need  float64
	Known map[string]curve.Reached
	// Pace is how fast a network is trained, as a part of what devices' rates say; nil: as they say. Of two networks the
	// one that takes less time is the cheaper one, whatever their multiply-accumulates.
	Pace func(Suggestion) float64
}

// pace is that of a network.
func (p Problem) pace(s Suggestion) float64 {
	if p.Pace == nil {
		return 1
	}
	return p.Pace(s)
}

// Suggestion is a network for a problem and what it costs to train.
type Suggestion struct {
	Name  string        // of the network with its settings
	Job   Job           // family, sizes, epochs and rates filled in; the rest is the caller's
	Model model.Integer // the network, all weights zero
	MACs  int           // multiply-accumulates of one forward pass
	// Work is MACs x examples x epochs x Job.Rounds. Divided by the MACs per second that a
	// device was measured at (Progress.Rate x Ready.MACs) it gives seconds.
	Work float64
}

// Suggest chooses a network for the problem: what has got there before with the least work, else the first design of
// those that are not known to fall short. It is a pure function.
func Suggest(p Problem) (Suggestion, error) {
	if p.Examples < 1 {
		return Suggestion{}, fmt.Errorf("%d training examples", p.Examples)
	}
	usual, others := p.designs()
	err := errors.New("no hidden layer fits")
	for _, d := range slices.Concat(p.proven(slices.Concat(usual, others)), p.promising(usual), p.promising(others), usual) {
		var s Suggestion
		if s, err = p.suggestion(d); err == nil {
			return s, nil
		}
	}
	return Suggestion{}, fmt.Errorf("input %v, %d classes, %s evaluator: %w", p.Input, p.Classes, p.Target, err)
}

// Named is the suggestion of a name, as Suggest and Candidates give them.
func Named(p Problem, name string) (Suggestion, error) {
	usual, others := p.designs()
	for _, d := range slices.Concat(usual, others) {
		if d.name() == name {
			return p.suggestion(d)
		}
	}
	return Suggestion{}, fmt.Errorf("no network is called %.80q", name)
}

// mostCandidates bounds what a search compares.
const mostCandidates = 6

// Candidates are networks that are worth comparing: Suggest's first, then others of the kind from the least work to
// the most. Where a cross-validation compares already, there is but the one.
func Candidates(p Problem) ([]Suggestion, error) {
	first, err := Suggest(p)
	if err != nil || first.Job.Folds > 0 {
		return []Suggestion{first}, err
	}
	_, others := p.designs()
	var list []Suggestion
	for _, d := range p.promising(others) {
		if s, err := p.suggestion(d); err == nil && s.Name != first.Name {
			list = append(list, s)
		}
	}
	list = list[:min(len(list), mostCandidates-1)]
	slices.SortFunc(list, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(a.Work/p.pace(a), b.Work/p.pace(b)), cmp.Compare(a.Name, b.Name))
	})
	return slices.Insert(list, 0, first), nil
}

// layers is the network's costs, if it keeps the limits.
func (p Problem) layers(d design) (Suggestion, error) {
	n := network(p.Input, d.channels, d.hidden, p.Classes)
	n.Bits = p.Target.Bits()
	taken, err := p.Target.Of(n)
	if err == nil {
		err = p.takes(taken)
	}
	if err != nil {
		return Suggestion{}, err
	}
	job := Defaults()
	job.Family, job.Channels, job.Hidden, job.Bits, job.Graph = d.family, d.channels, []int{d.hidden}, n.Bits, p.Target.Graph()
	if d.family == CNN {
		// Images that are moved and mirrored anew in each epoch cannot be learnt
		// by heart: with the higher rate, four points on CIFAR-10. What has colours is taken for
		// photographs, whose mirror images show the same; what is grey may be
		// writing.
		job.Rate, job.MaxShift, job.Mirror = 2e-3, 2, p.Input.Channels == 3
	}
	if d.fast {
		job.Rate *= fastRate
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
		return fmt.Errorf("%w: it does not fit a transaction together with one group, or cannot be checked in time", model.ErrTooLarge)
	}
	return nil
}

// residual is a residual network's costs, if it keeps the limits. ResNet-20 takes a hundred times the work of the
// convolutions, and three times their passes: none but a device with its own library does that in time.
func (p Problem) residual(d design) (Suggestion, error) {
	job := Defaults()
	job.Family, job.Graph, job.Bits, job.Channels, job.Blocks = ResNet, true, p.Target.Bits(), d.channels, d.blocks
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
