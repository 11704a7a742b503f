package app

import (
	"math"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// leaves is what a challenge leaves on a device that trains this network for it: beyond what it would earn otherwise,
// and power, as work of that device.
func (w *world) leaves(d gpu.Device, key string, s trainer.Suggestion) (worth workers.Worth) {
	cfg, now := w.config(), time.Now()
	m := w.Market(now)
	m.Challenges = nil
	for _, state := range w.markets() {
		for _, c := range cfg.Chains {
			for _, status := range state.Challenges {
				if c.Name == state.Chain && status.Challenge.Key() == key {
					m.Challenges = append(m.Challenges, w.challenge(cfg, c, state, status, w.etherPrice(c), w.work(cfg), s))
				}
			}
		}
	}
	device := w.Device(d)
	worth.Start = device.Training.PerSecond * profit.MACs(cfg.Policy.SwitchSeconds)
	worth.Left = profit.MACs(math.Inf(1))
	if v := profit.Value(&m); len(v.Contests) > 0 {
		worth.Spare, worth.Left = v.Contests[0].Spare(&device, &m, profit.Rest(v.AppendOpen(nil, &device)))
	}
	return worth
}
