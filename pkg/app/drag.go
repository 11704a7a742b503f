package app

import (
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// assumedDrag is what is assumed of a team until one was measured: two devices do 1.6 times what one does.
const assumedDrag profit.Drag = 0.25

// training takes in what was measured of the device's training, alone and in teams.
func (w *world) training(d gpu.Device, together int, rate *profit.TrainingRate) {
	alone, known := w.measured(d, profit.Training(""))
	if known {
		rate.PerSecond, rate.Measured = profit.MACs(alone.PerSecond), true
		if alone.Watts > 0 {
			rate.Watts = profit.Watts(alone.Watts)
		}
	}
	if together <= 1 {
		return
	}
	rate.Drag = assumedDrag
	for n := 2; n <= together; n++ {
		part, ok := w.measuredIn(n, d, profit.Training(""))
		switch {
		case !ok:
		case known:
			rate.Drag = profit.DragOf(rate.PerSecond, profit.MACs(part.PerSecond), n)
		default: // as much as it would do alone, if the team is what teams are assumed to be
			rate.PerSecond, rate.Measured = profit.MACs(part.PerSecond*assumedDrag.Slows(n)), true
		}
	}
}
