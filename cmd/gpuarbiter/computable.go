package main

import (
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// computable refuses a hold-out on which the network that solvers would train cannot be counted within the claim's window and
// checked within the turn's: none would enter, and no larger one can be revealed (docs/DISPUTE.md).
func computable(set *dataset.Set, terms market.Terms, target evaluator.Target) error {
	if !target.Disputed() {
		return nil
	}
	points := int(terms.HoldoutGroups) * int(terms.GroupSize)
	s, err := trainer.Suggest(trainer.Problem{Input: model.Shape(set.Shape), Classes: set.Classes, Examples: int(terms.Groups-terms.HoldoutGroups) * int(terms.GroupSize), Target: target})
	if usual, is := s.Model.(*graph.Network); err == nil && is {
		if why := market.Uncomputable(points, usual.Work(), terms); why != "" {
			return &app.Fault{Err: fmt.Errorf("the network that solvers would train cannot be checked in time: %s", why), Hint: "draw fewer groups (--holdout-groups), or choose longer windows (--claim-window, --turn-window)"}
		}
	}
	return nil
}
