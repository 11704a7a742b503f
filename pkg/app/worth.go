package app

import (
	"math"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// leaves is what a challenge leaves on devices that train this network for it together: beyond what they would earn
// otherwise, and power, as work of all of them.
func (w *world) leaves(devices []gpu.Device, key string, s trainer.Suggestion) (worth workers.Worth) {
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
	// Together they are as one device, which does as often as there are devices what the slowest does.
	v, n, rest := profit.Value(&m), len(devices), profit.USDPerHour(0)
	var team profit.Device
	for i, d := range devices {
		one := w.Device(d)
		rate := profit.MACs(n) * one.Training.PerSecond / profit.MACs(one.Training.Drag.Slows(n))
		if i == 0 {
			team = one
			team.Training.PerSecond, team.Training.Watts = rate, 0
		}
		team.Training.PerSecond = min(team.Training.PerSecond, rate)
		team.Training.Watts += one.Training.Watts
		rest += profit.Rest(v.AppendOpen(nil, &one))
	}
	worth.Start = team.Training.PerSecond * profit.MACs(cfg.Policy.SwitchSeconds)
	worth.Left = profit.MACs(math.Inf(1))
	if len(v.Contests) > 0 {
		worth.Spare, worth.Left = v.Contests[0].Spare(&team, &m, rest)
	}
	return worth
}
