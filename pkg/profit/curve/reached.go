package curve

import (
	"math"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Reached is what a training came to.
type Reached struct {
	Accuracy float64     `json:"accuracy"` // the best
	Work     profit.MACs `json:"work"`     // until then
	Most     float64     `json:"most"`     // that it can come to, as far as one knows
}

const (
	// Early is the part of a training before which its curve says nothing: many begin flat.
	Early = 0.2
	// annealing is how much less the errors of one that was stopped early may still become: as its rate falls to
	// zero, they fall by more than the curve before lets one expect.
	annealing = 3
)

// Best is what a training has come to by its curve, when that part of it is done. Points of one that
// was stopped before its end leave room for more.
func Best(points []Point, done float64) (r Reached) {
	for _, p := range points {
		if p.Accuracy > r.Accuracy {
			r.Accuracy, r.Work = p.Accuracy, p.Work
		}
	}
	switch {
	case done >= 1:
		r.Most = r.Accuracy
	case done >= Early:
		r.Most = 1 - (1-r.Accuracy)/annealing
	default:
		r.Most = 1
	}
	return r
}

// Add is what is known after another training. It may have had other data, such as labels by chance: what it came to
// counts, but what was reached before is not excluded by it alone.
func (r Reached) Add(later Reached) Reached {
	later.Most = math.Max(later.Most, later.Accuracy)
	if later.Most == 1 && r.Accuracy >= later.Accuracy {
		return r // it says nothing new
	}
	later.Most = math.Max(later.Most, r.Accuracy)
	return later
}
