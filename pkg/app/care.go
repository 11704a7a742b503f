package app

import (
	"fmt"
	"math"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Tuning are the operator's settings for a workload: the power limits of the model, and over
// them the entries of devices.tuning that are for it, the later ones first.
func (w *world) Tuning(d gpu.Device, work profit.Workload) gpu.Settings {
	cfg := w.config()
	m, _ := cfg.Devices.Model(d.Model)
	var s gpu.Settings
	if limit := map[string]float64{"coin": m.MiningLimitWatts, "chain": m.TrainingLimitWatts}[work.Kind.Traits().Named]; limit > 0 {
		s.PowerLimit = new(gpu.Watts(limit))
	}
	coin, algorithm := "", ""
	mines := work.Kind.Traits().Named == "coin"
	if mines {
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
	if s.PowerLimit == nil && mines {
		s.PowerLimit = w.bestLimit(cfg, d, work)
	}
	return s
}

// bestLimit is the power limit with the most net, by what was measured on the device at
// several; nil where none was, or where reality has left that behind.
func (w *world) bestLimit(cfg *config.Config, d gpu.Device, work profit.Workload) *gpu.Watts {
	if w.learned == nil {
		return nil
	}
	b, ok := w.learned.Benches.Get(learned.At{Device: d.UUID, Work: w.RateOf(d, work)})
	if !ok {
		return nil
	}
	now := time.Now()
	usdPerHash, usdPerKWh := 0.0, 0.0
	for _, c := range cfg.Mining.Coins {
		if c.Name == work.Target {
			coin := w.coin(cfg, c)
			if v, why := coin.USDPerHash(now); why == "" {
				usdPerHash = v * coin.Paid()
			}
		}
	}
	tariff := w.tariff(cfg, now)
	if v, why := tariff.Cost(1000, now, 0); why == "" {
		usdPerKWh = float64(v)
	}
	best, ok := b.Best(now, benchMaxAge, usdPerHash, usdPerKWh)
	if !ok {
		return nil
	}
	// What it does now, at the limit that was the best, tells whether the figures still hold.
	if r, ok := w.measured(d, work); ok && r.At.After(best.At) && math.Abs(r.PerSecond/best.PerSecond-1) > 3*measuredSigma && r.Seconds > benchDoubt {
		return nil
	}
	return &best.Limit
}

const (
	benchMaxAge = 60 * 24 * time.Hour
	benchDoubt  = 1800 // seconds of other figures that outweigh a measurement
)

// Unmeasured is a coin that nobody knows the device's figures at, and that is to be measured
// where nothing is lost by it; "" if there is none, or the operator does not want it.
func (w *world) Unmeasured(d gpu.Device) string {
	if !w.config().Policy.BenchmarkIdle {
		return ""
	}
	for _, coin := range w.Coins(d) {
		if _, known := w.measured(d, profit.Mining(coin)); !known {
			return coin
		}
	}
	return ""
}

// Coins are those that a device could be measured at: all whose miner knows its model, and
// those without figures for any model.
func (w *world) Coins(d gpu.Device) (names []string) {
	for _, c := range w.config().Mining.Coins {
		if _, ok := c.Model(d.Model); ok || len(c.Models) == 0 {
			names = append(names, c.Name)
		}
	}
	return names
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
// miner, and what a hash of it is made to stand for, so that one coin's serves the others; for all trainings together, whose
// networks have paces of their own (Paced).
func (w *world) RateOf(d gpu.Device, work profit.Workload) string {
	if work.Task() {
		return string(work.Kind) + "|paced"
	}
	if work.Kind.Traits().Named != "coin" {
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
