package app

import (
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Tuning are the operator's settings for a workload: the power limits of the model, and over
// them the entries of devices.tuning that are for it, the later ones first.
func (w *world) Tuning(d gpu.Device, work profit.Workload) gpu.Settings {
	cfg := w.config()
	m, _ := cfg.Devices.Model(d.Model)
	var s gpu.Settings
	if limit := map[profit.Kind]float64{profit.Mine: m.MiningLimitWatts, profit.Train: m.TrainingLimitWatts}[work.Kind]; limit > 0 {
		s.PowerLimit = new(gpu.Watts(limit))
	}
	coin, algorithm := "", ""
	if work.Kind == profit.Mine {
		coin = work.Target
		for _, c := range cfg.Mining.Coins {
			if c.Name == coin {
				algorithm = c.Algorithm
			}
		}
	}
	for _, t := range cfg.Devices.Tuning {
		if t.For(d, string(work.Kind), coin, algorithm) {
			s = t.Settings().Over(s)
		}
	}
	return s
}

// HeatLimits are the temperatures that the device is kept below.
func (w *world) HeatLimits(d gpu.Device) gpu.HeatLimits {
	cfg := w.config()
	limits := gpu.HeatLimits{Die: gpu.Celsius(cfg.Devices.MaxCelsius), Memory: gpu.Celsius(cfg.Devices.MaxMemoryCelsius)}
	m, _ := cfg.Devices.Model(d.Model)
	if m.MaxCelsius > 0 {
		limits.Die = gpu.Celsius(m.MaxCelsius)
	}
	if m.MaxMemoryCelsius > 0 {
		limits.Memory = gpu.Celsius(m.MaxMemoryCelsius)
	}
	return limits
}

// Xids is what is done about errors that the driver reports.
func (w *world) Xids() gpu.XidPolicy { return w.config().Devices.XidPolicy() }

// RateOf names what a rate that is measured at a workload holds for: by the algorithm and the
// miner, and what a hash of it is made to stand for, so that one coin's serves the others.
func (w *world) RateOf(d gpu.Device, work profit.Workload) string {
	if work.Kind != profit.Mine {
		return string(work.Kind)
	}
	for _, c := range w.config().Mining.Coins {
		if c.Name == work.Target {
			m, _ := c.Model(d.Model)
			return fmt.Sprintf("%s|%s|%s|%g|%g", work.Kind, c.Algorithm, c.Miner, m.HashScale, m.HashLimit)
		}
	}
	return work.String()
}
