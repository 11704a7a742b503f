package scheduler

import (
	"context"
	"fmt"
	"slices"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

const (
	trialLength   = 3 * time.Minute // where none is named
	trialPatience = 8 * time.Minute // beside its length, until it is given up
	mostTrials    = 500             // of one device
)

// limitShares are the power limits of a sweep, as shares of the device's own.
var limitShares = []float64{1, 0.9, 0.8, 0.7, 0.6, 0.5}

// measureAll gives devices their trials. They begin at the next tick.
func (l *Loop) measureAll(chosen []*runner, c Command) (ids []gpu.UUID, err error) {
	length := c.For
	if length == 0 {
		length = trialLength
	}
	plans := make([][]learned.Trial, len(chosen))
	for i, r := range chosen {
		known := l.cfg.World.Coins(r.dev)
		coins := c.Coins
		if len(coins) == 0 {
			coins = known
		}
		for _, coin := range coins {
			if !slices.Contains(known, coin) {
				return nil, fmt.Errorf("%w: %.80q is no coin that %s could mine", ErrCommand, coin, r.dev.UUID)
			}
			plans[i] = append(plans[i], trialsOf(r.dev, coin, length, c.Limits)...)
		}
		if n := len(plans[i]); n == 0 || n > mostTrials {
			return nil, fmt.Errorf("%w: %d measurements of %s", ErrCommand, n, r.dev.UUID)
		}
	}
	for i, r := range chosen {
		r.update(func(s *Status) { s.Trials, s.Measured = plans[i], nil })
		ids = append(ids, r.dev.UUID)
	}
	return ids, nil
}

// measureAgain is how long a coin that could not be measured is left alone.
const measureAgain = 6 * time.Hour

// measureIdle has a device for which no work pays measure a coin that it has no figures of.
func (l *Loop) measureIdle(statuses []Status, plan decide.Plan, now time.Time) {
	idle := map[string]bool{}
	for _, d := range plan.Decisions {
		idle[d.Device] = d.Chosen.Rests()
	}
	for _, s := range statuses {
		if s.Phase != PhaseIdle || len(s.Trials) > 0 || l.cfg.DryRun || !idle[string(s.Device.UUID)] || now.Sub(s.Since) < l.cfg.Tick {
			continue
		}
		coin := l.cfg.World.Unmeasured(s.Device)
		failed := slices.ContainsFunc(s.Measured, func(m learned.Measurement) bool {
			return m.Fault != "" && m.Workload.Target == coin && now.Sub(m.At) < measureAgain
		})
		if coin != "" && !failed {
			trials := trialsOf(s.Device, coin, trialLength, false)
			l.runners[s.Device.UUID].update(func(s *Status) { s.Trials = trials })
		}
	}
}

func trialsOf(d gpu.Device, coin string, length time.Duration, limits bool) (list []learned.Trial) {
	w := profit.Mining(coin)
	if !limits || d.PowerLimit.MaxWatts == 0 {
		return []learned.Trial{{Workload: w, For: length}}
	}
	for _, share := range limitShares {
		limit := gpu.Watts(share) * d.PowerLimit.DefaultWatts
		if d.PowerLimit.Contains(limit) {
			list = append(list, learned.Trial{Workload: w, Limit: limit, For: length})
		}
	}
	return list
}

// trial is the measurement that a device goes through.
type trial struct {
	learned.Trial
	begun   time.Time // when it was the first in line
	working time.Time // since when the worker has worked at its limit; zero: it does not
	sampled time.Time
	sum     learned.Rate
	before  Total
	// how often its worker could not be started or ended by itself, and why the last time
	failures int
	failure  string
}

// mostFailures is how often a worker may fail within a trial: what is wrong with it stays wrong.
const mostFailures = 3

// tryOut goes on with the device's trials. A device that is held waits with them.
func (r *runner) tryOut(ctx context.Context) {
	s, now, t := r.Status(), r.cfg.Now(), &r.trial
	if len(s.Trials) == 0 {
		*t = trial{}
		return
	}
	if t.Trial != s.Trials[0] || t.begun.IsZero() {
		*t = trial{Trial: s.Trials[0], begun: now}
		if r.worker != nil && s.Workload == t.Workload { // the worker stays: another limit
			if err := r.tune(ctx, s.Workload); err != nil {
				r.trialOver(learned.Measurement{Trial: t.Trial, At: now, Fault: fmt.Sprintf("its limit cannot be set: %v", err)})
				return
			}
		}
	}
	working := r.worker != nil && s.Workload == t.Workload && s.Phase == PhaseRunning && s.Report.Working() && s.Report.Hashrate > 0
	switch {
	case !working:
		t.working, t.sampled, t.sum = time.Time{}, time.Time{}, learned.Rate{}
	case t.working.IsZero():
		t.working = now
	case now.Sub(t.working) < r.cfg.RateWarmup:
	case t.sampled.IsZero():
		t.sampled, t.before = now, s.Totals[s.Workload]
	default:
		t.sample(s, now)
	}
	switch {
	case t.sum.Seconds >= t.For.Seconds():
		total := s.Totals[s.Workload]
		accepted, rejected := total.Shares-t.before.Shares, total.Rejects-t.before.Rejects
		m := learned.Measurement{Trial: t.Trial, At: now.Round(0).UTC(), PerSecond: t.sum.PerSecond / t.sum.Seconds, Watts: t.sum.Watts / t.sum.Seconds}
		if all := accepted + rejected; all > 0 {
			m.Rejected = float64(rejected) / float64(all)
		}
		r.trialOver(m)
	case t.failures >= mostFailures:
		t := *t
		for _, each := range s.Trials { // another limit would not mend it
			if each.Workload == t.Workload {
				r.trialOver(learned.Measurement{Trial: each, At: now.Round(0).UTC(), Fault: t.failure})
			}
		}
	case now.Sub(t.begun) > t.For+r.cfg.RateWarmup+trialPatience:
		why := s.Trouble()
		if why == "" {
			why = "it has not worked for long enough: " + string(s.Phase) + " " + s.Reason
		}
		r.trialOver(learned.Measurement{Trial: t.Trial, At: now.Round(0).UTC(), Fault: why})
	}
}

// sample adds what the device did since the last one: sums, whose means are taken at the end.
func (t *trial) sample(s Status, now time.Time) {
	dt := now.Sub(t.sampled).Seconds()
	t.sampled = now
	t.sum.Seconds += dt
	t.sum.PerSecond += s.Report.Hashrate * dt
	if s.Reading != nil && s.Reading.Power != nil && s.Fault == "" {
		t.sum.Watts += float64(*s.Reading.Power) * dt
	}
}

// trialOver notes what came of a trial and takes it out of the line.
func (r *runner) trialOver(m learned.Measurement) {
	r.cfg.Log.Info("measured", zap.String("device", string(r.dev.UUID)), zap.Stringer("workload", m.Workload), zap.Float64("limit_watts", float64(m.Limit)),
		zap.Float64("per_second", m.PerSecond), zap.Float64("watts", m.Watts), zap.Float64("rejected", m.Rejected), zap.String("fault", m.Fault))
	if m.Fault == "" {
		if err := r.keep(m); err != nil {
			m.Fault = fmt.Sprintf("it is not stored: %v", err)
		}
	}
	r.trial = trial{}
	r.update(func(s *Status) {
		s.Measured = append(slices.Clone(s.Measured[max(len(s.Measured)-mostTrials, 0):]), m)
		if i := slices.Index(s.Trials, m.Trial); i >= 0 {
			s.Trials = slices.Delete(slices.Clone(s.Trials), i, i+1)
		}
	})
}

// keep stores a measurement in place of the older one at its limit, and as what the device
// does at the work: it is fresher than what was measured while it earned.
func (r *runner) keep(m learned.Measurement) error {
	at := learned.At{Device: r.dev.UUID, Work: r.cfg.World.RateOf(r.dev, m.Workload)}
	b, _ := r.cfg.Learned.Benches.Get(at)
	all := slices.DeleteFunc(slices.Clone(b.All), func(old learned.Measurement) bool { return old.Limit == m.Limit })
	b = learned.Bench{Device: string(at.Device), Work: at.Work, All: append(all, m)}
	if err := r.cfg.Learned.Benches.Put(at, b); err != nil {
		return err
	}
	return r.cfg.Learned.Rates.Put(at, learned.Rate{PerSecond: m.PerSecond, Watts: m.Watts, Seconds: m.For.Seconds(), At: m.At})
}
