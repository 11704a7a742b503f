package small

import (
	"errors"
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// quantize is a network in integers, calibrated on all that it was trained on.
func (s *Study) quantize(n *net, rows []int) (*model.Network, error) {
	shape := model.Shape{Channels: s.set.Shape.Channels, Height: s.set.Shape.Height, Width: s.set.Shape.Width}
	float := n.export(shape)
	s.scale.fold(&float.Layers[0])
	bits := s.opt.Bits
	if bits == 0 {
		bits = model.Bits8
	}
	integer, err := model.QuantizeTo(bits, float, s.set.Subset(rows).Pixels)
	if err != nil {
		return nil, fmt.Errorf("quantise: %w", err)
	}
	return integer, nil
}

// Model is the last network as it is now, in integers, and its right answers
// among the examples that it was trained on.
func (s *Study) Model() (n *model.Network, right int, err error) {
	if s.chosen < 0 {
		return nil, 0, errors.New("the last network is not begun")
	}
	if n, err = s.quantize(s.nets[0], s.rows(0)); err != nil {
		return nil, 0, err
	}
	return n, model.NewEvaluator(n).CountRight(s.set.Pixels, s.set.Labels), nil
}

// Steps are the optimiser's so far, of all networks.
func (s *Study) Steps() int { return s.steps }

// Passes are those of the present networks.
func (s *Study) Passes() int { return s.passes }

// Total is what Steps is at the end if every recipe is tried and the longest is
// chosen.
func (s *Study) Total() int {
	total, longest := 0, 0
	for _, r := range s.opt.Recipes {
		for _, fold := range s.folds {
			total += r.Passes * s.perPass(s.set.Len()-len(fold))
		}
		longest = max(longest, r.Passes)
	}
	return total + longest*s.perPass(s.set.Len())
}

func (s *Study) perPass(examples int) int { return examples / min(s.opt.Batch, examples) }

// Last is the steps that the last network still takes, once it is begun; before,
// those it takes by the longest recipe.
func (s *Study) Last() int {
	if s.chosen >= 0 {
		return (s.recipe().Passes - s.passes) * s.perPass(s.set.Len())
	}
	longest := 0
	for _, r := range s.opt.Recipes {
		longest = max(longest, r.Passes)
	}
	return longest * s.perPass(s.set.Len())
}
