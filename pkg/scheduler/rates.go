package scheduler

import (
	"math"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
)

const rateEvery = time.Minute // a rate is stored no more often

// meter measures the worker of a runner.
type meter struct {
	working time.Time // since when it has worked without a break
	sampled time.Time // when last; zero during the warm-up
	rate    learned.Rate
	saved   time.Time
}

// measure learns from a report what the device does and draws at its workload. What it does for its part in a
// team says what a team is worth, not what it does alone: that is a rate of its own.
func (r *runner) measure(report Report) {
	now, s := r.cfg.Now(), r.Status()
	perSecond := report.Hashrate
	if s.Workload.Task() {
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
	if s.Workload.Task() {
		dt := time.Duration(0)
		if !m.sampled.IsZero() && now.Sub(m.saved) >= rateEvery {
			dt = now.Sub(m.saved)
		}
		var err error
		if perSecond, err = r.cfg.World.Paced(r.dev, report, max(len(s.Team), 1), dt); err != nil {
			r.cfg.Log.Warn("measured pace", zap.Error(err))
		}
	}
	at := learned.At{Device: r.dev.UUID, Work: r.cfg.World.RateOf(r.dev, s.Workload), Team: len(s.Team)}
	if m.sampled.IsZero() {
		m.sampled, m.saved = now, now
		m.rate, _ = r.cfg.Learned.Rates.Get(at) // none: measured anew
		return
	}
	watts := 0.0
	if s.Reading != nil && s.Reading.Power != nil && s.Fault == "" {
		watts = float64(*s.Reading.Power)
	}
	m.rate = m.rate.Add(perSecond, watts, now.Sub(m.sampled).Seconds())
	m.sampled = now
	if now.Sub(m.saved) < rateEvery {
		return
	}
	m.saved, m.rate.At = now, now.Round(0).UTC()
	if err := r.cfg.Learned.Rates.Put(at, m.rate); err != nil {
		r.cfg.Log.Warn("measured rate", zap.Error(err))
	}
}
