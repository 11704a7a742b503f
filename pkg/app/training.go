package app

import (
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
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

// Paced implements scheduler.World. What the network is like and what the device is like are told apart by all devices
// that have trained such networks.
func (w *world) Paced(d gpu.Device, r scheduler.Report, devices int, dt time.Duration) (float64, error) {
	cfg := w.config()
	m, _ := cfg.Devices.Model(d.Model)
	if w.learned == nil || m.TrainingMACsPerSecond <= 0 {
		return float64(r.MACs), nil
	}
	rate := profit.TrainingRate{PerSecond: profit.MACs(m.TrainingMACsPerSecond)}
	w.training(d, cfg.Training.MaxDevices, &rate)
	alone := float64(r.MACs) * rate.Drag.Slows(devices)
	err := w.learned.Trained(r.Net, alone/m.TrainingMACsPerSecond, dt, time.Now())
	return float64(r.MACs) / w.learned.Pace(r.Net), err
}

// pace is how fast a network is trained, as a part of what devices' rates say.
func (w *world) pace(cfg *config.Config, s trainer.Suggestion) float64 {
	if w.learned == nil {
		return 1
	}
	return w.learned.Pace(workers.NetOf(cfg.Training, s))
}
