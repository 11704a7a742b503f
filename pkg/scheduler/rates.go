package scheduler

import (
	"math"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Rate is a device's measured performance at a workload.
type Rate struct {
	PerSecond float64   `json:"per_second"`      // hashes of the coin, or multiply-accumulates
	Watts     float64   `json:"watts,omitempty"` // at the device; 0: not measured
	Seconds   float64   `json:"seconds"`         // that it was measured for
	At        time.Time `json:"at"`              // of the latest measurement that is stored
}

const (
	rateMemory = 10 * time.Minute // older measurements fade
	rateEvery  = time.Minute      // a rate is stored no more often
)

// RateKey names a device's measured rate at a kind of work in the store.
func RateKey(device, work string) string { return device + "|" + work }

// add takes a sample that stands for the last dt seconds: a plain mean at first,
// then an exponential one. What a worker says about itself can be nonsense for
// a moment: more than twice the mean is taken for twice.
func (r Rate) add(perSecond, watts, dt float64) Rate {
	weight := max(1-math.Exp(-dt/rateMemory.Seconds()), dt/(r.Seconds+dt))
	mean := func(was, is float64) float64 {
		if was == 0 {
			return is
		}
		return was + weight*(min(is, 2*was)-was)
	}
	r.PerSecond = mean(r.PerSecond, perSecond)
	if watts > 0 {
		r.Watts = mean(r.Watts, watts)
	}
	r.Seconds += dt
	return r
}

// meter measures the worker of a runner.
type meter struct {
	working time.Time // since when it has worked without a break
	sampled time.Time // when last; zero during the warm-up
	rate    Rate
	saved   time.Time
}

// measure learns from a report what the device does and draws at its workload.
func (r *runner) measure(report Report) {
	now, s := r.cfg.Now(), r.Status()
	perSecond := report.Hashrate
	if s.Workload.Kind == profit.Train {
		perSecond = float64(report.MACs)
	}
	if !report.Working() || !(perSecond > 0) || math.IsInf(perSecond, 0) {
		r.meter.working, r.meter.sampled = time.Time{}, time.Time{}
		return
	}
	m := &r.meter
	if m.working.IsZero() {
		m.working = now
	}
	if now.Sub(m.working) < r.cfg.RateWarmup {
		return
	}
	key := RateKey(string(r.dev.UUID), r.cfg.World.RateOf(r.dev, s.Workload))
	if m.sampled.IsZero() {
		m.sampled, m.saved, m.rate = now, now, Rate{}
		if _, err := r.cfg.Store.Get(store.Rates, key, &m.rate); err != nil {
			m.rate = Rate{} // measured anew
		}
		return
	}
	watts := 0.0
	if s.Reading != nil && s.Reading.Power != nil && s.Fault == "" {
		watts = float64(*s.Reading.Power)
	}
	m.rate = m.rate.add(perSecond, watts, now.Sub(m.sampled).Seconds())
	m.sampled = now
	if now.Sub(m.saved) < rateEvery {
		return
	}
	m.saved, m.rate.At = now, now.Round(0).UTC()
	if err := r.cfg.Store.Put(store.Rates, key, m.rate); err != nil {
		r.cfg.Log.Warn("measured rate", zap.Error(err))
	}
}
