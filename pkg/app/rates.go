package app

import (
	"cmp"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// Device is what is known of a device's performance.
func (w *world) Device(d gpu.Device) profit.Device {
	cfg := w.config()
	m, _ := cfg.Devices.Model(d.Model)
	p := profit.Device{
		UUID: string(d.UUID), Index: d.Index, Model: d.Model, IdleWatts: profit.Watts(m.IdleWatts), Mining: map[string]profit.MiningRate{},
		Training: profit.TrainingRate{PerSecond: profit.MACs(m.TrainingMACsPerSecond), Watts: profit.Watts(m.TrainingWatts)},
	}
	for _, c := range cfg.Mining.Coins {
		if r, ok := c.Model(d.Model); ok {
			p.Mining[c.Name] = w.miningRate(d, c.Name, r)
		} else if _, known := w.measured(d, profit.Mining(c.Name)); known && len(c.Models) == 0 {
			p.Mining[c.Name] = w.miningRate(d, c.Name, config.CoinModel{HashScale: 1})
		}
	}
	if p.Training.PerSecond > 0 {
		w.training(d, cfg.Training.MaxDevices, &p.Training)
	}
	p.Offers = w.others.Offers(d)
	if w.landlord != nil {
		p.Renting = w.landlord.rates(d, max(p.Training.Watts, profit.Watts(d.PowerLimit.DefaultWatts)))
	}
	return p
}

// Relative uncertainties of a hashrate.
const (
	priorSigma    = 0.2
	measuredSigma = 0.05
)

// miningRate is what was measured, else the configuration's prior. Where nothing tells what it
// draws, that is the power limit: power that is not known is not free.
func (w *world) miningRate(d gpu.Device, coin string, prior config.CoinModel) profit.MiningRate {
	rate := w.knownRate(d, coin, prior)
	if rate.Watts == 0 {
		m, _ := w.config().Devices.Model(d.Model)
		rate.Watts = profit.Watts(cmp.Or(m.MiningLimitWatts, float64(d.PowerLimit.DefaultWatts)))
	}
	return rate
}

func (w *world) knownRate(d gpu.Device, coin string, prior config.CoinModel) profit.MiningRate {
	rate := profit.MiningRate{Hashrate: profit.Hashrate(prior.HashesPerSecond), Watts: profit.Watts(prior.Watts), Sigma: priorSigma}
	if prior.USDPerHour.Configured() {
		rate.Revenue = w.quote(w.config(), "mining.coins."+coin+".models."+d.Model+".usd_per_hour", prior.USDPerHour)
	}
	workload := profit.Mining(coin)
	r, ok := w.measured(d, workload)
	if !ok {
		return rate
	}
	rate.Hashrate, rate.Sigma, rate.Measured = profit.Hashrate(r.PerSecond), measuredSigma, true
	if r.Watts > 0 {
		rate.Watts = profit.Watts(r.Watts)
	}
	// Experience says how far off it is, once there is some.
	if c, ok := w.learned.Calibrations.Get(learned.At{Device: d.UUID, Work: workload.String()}); ok {
		if realised, sigma, ok := c.Expected(time.Now(), rateMaxAge); ok {
			rate.Realised, rate.Sigma = realised, sigma
		}
	}
	return rate
}

// rateMaxAge is how long a measurement, and experience, count. After it the prior does again,
// so that what was measured on a bad day is tried once more.
const rateMaxAge = 14 * 24 * time.Hour

func (w *world) measured(d gpu.Device, workload profit.Workload) (learned.Rate, bool) {
	return w.measuredIn(1, d, workload)
}

// measuredIn is what the device does at a workload for its part in a team of so many.
func (w *world) measuredIn(team int, d gpu.Device, workload profit.Workload) (learned.Rate, bool) {
	if w.learned == nil {
		return learned.Rate{}, false
	}
	r, ok := w.learned.Rates.Get(learned.At{Device: d.UUID, Work: w.RateOf(d, workload), Team: team})
	return r, ok && r.PerSecond > 0 && time.Since(r.At) < rateMaxAge
}

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
