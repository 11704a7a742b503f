package main

import (
	"fmt"
	"os"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// computable refuses a hold-out on which the network that solvers would train cannot be checked within the turn's window: none
// would enter. That not even all of the greatest network that a liar could reveal can be, is only told: it holds for the
// short windows of trials, and a part of it is enough against most lies (docs/DISPUTE.md).
func (c createFlags) computable(set *dataset.Set, terms market.Terms, target evaluator.Target) error {
	if !target.Disputed() {
		return nil
	}
	points := int(terms.HoldoutGroups) * int(terms.GroupSize)
	s, err := trainer.Suggest(trainer.Problem{Input: model.Shape(set.Shape), Classes: set.Classes, Examples: int(terms.Groups-terms.HoldoutGroups) * int(terms.GroupSize), Target: target})
	if usual, is := s.Model.(*graph.Network); err == nil && is {
		if why := market.Uncomputable(points, usual.Work(), *c.turn); why != "" {
			return &app.Fault{Err: fmt.Errorf("the network that solvers would train cannot be checked in time: %s", why), Hint: "draw fewer groups (--holdout-groups), or choose a longer --turn-window"}
		}
	}
	if why := market.Uncomputable(points, graph.MaxWork, *c.turn); why != "" {
		fmt.Fprintf(os.Stderr, "warning: of the greatest network that can be revealed, only a part could be checked in time: %s; a --turn-window of %s or more is enough for all of it\n",
			why, market.Computing(points, graph.MaxWork).Round(time.Second))
	}
	return nil
}
