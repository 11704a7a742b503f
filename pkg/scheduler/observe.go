package scheduler

import (
	"context"
	"errors"
	"strings"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// read samples the device and books its energy on the present workload.
func (r *runner) read(ctx context.Context) {
	reading, err := r.cfg.Source.Read(ctx, r.dev.UUID)
	if err != nil {
		if ctx.Err() != nil {
			return
		}
		r.update(func(s *Status) { s.Fault = err.Error() })
		if errors.Is(err, gpu.ErrLost) && r.Status().Phase != PhaseQuarantined {
			if r.worker != nil && !r.stop(ctx) {
				return
			}
			r.quarantine(ctx, err)
		}
		return
	}
	r.rested(reading)
	joules, seconds := r.counter.energy(reading)
	estimated := 0.0
	if !metered(reading) && seconds <= longGap.Seconds() {
		estimated = r.likelyWatts(reading) * seconds
	}
	r.update(func(s *Status) {
		s.Reading, s.Fault, s.Reckoned = &reading, "", r.counter.reckoned(reading)
		t := s.Totals[s.Workload]
		t.Joules += joules + estimated
		t.Estimated += estimated
		t.Seconds += seconds
		s.Totals[s.Workload] = t
	})
}

// report asks the worker how it is; a hung one is restarted.
func (r *runner) report(ctx context.Context) {
	if r.worker == nil || r.Status().away() {
		return
	}
	recipe := r.cfg.Launcher.Recipe(r.dev, r.Status().Workload)
	outdated := recipe != "" && recipe != r.made // a workload that is gone is left by the plan
	r.update(func(s *Status) { s.Outdated = outdated })
	report := r.collect(ctx)
	r.measure(report)
	if report.Fault != "" { // what it waits for is no part of a handover
		r.handover = time.Time{}
	}
	if report.Working() && !r.handover.IsZero() {
		r.learn(max(r.cfg.Now().Sub(r.handover)-report.Lag, 0))
		r.handover = time.Time{}
		r.retryGap = 0
	}
	if report.Hung() {
		r.cfg.Log.Warn("worker hangs", zap.String("device", string(r.dev.UUID)), zap.String("reason", report.Reason))
		r.setPhase(PhaseStopping, report.Reason)
		if r.stop(ctx) {
			r.wait("hung: "+report.Reason, r.backoff())
		}
	}
}

// collect asks the worker how it is and books what it has earned.
func (r *runner) collect(ctx context.Context) Report {
	report := r.worker.Report(ctx)
	r.note(r.Status().Report.Fault, report.Fault)
	r.update(func(s *Status) {
		s.Report = report
		t := s.Totals[s.Workload]
		t.Hashes += report.Hashes
		t.Shares += report.Accepted
		t.Rejects += report.Rejected
		s.Totals[s.Workload] = t
	})
	return report
}

// note logs a fault of the worker's world once, its cause when that becomes known, and
// its end.
func (r *runner) note(was, is string) {
	device := zap.String("device", string(r.dev.UUID))
	switch {
	case is != "" && (was == "" || len(is) > len(was) && strings.HasPrefix(is, was)):
		r.cfg.Log.Warn("worker cannot earn; it tries again by itself", device, zap.String("fault", is))
	case is == "" && was != "":
		r.cfg.Log.Info("worker earns again", device)
	}
}

// longHandover is beyond what a handover takes by itself: a pool or a data
// source was away meanwhile.
const longHandover = 15 * time.Minute

// learn averages what a handover of this kind costs on this device.
func (r *runner) learn(took time.Duration) {
	if took > longHandover {
		return
	}
	to := r.Status().Workload.Kind
	at := learned.Move{Device: r.dev.UUID, From: r.from, To: to}
	cost := decide.SwitchCost{Device: string(r.dev.UUID), From: r.from, To: to, Seconds: took.Seconds()}
	if old, ok := r.cfg.Learned.Costs.Get(at); ok {
		cost.Seconds = 0.7*old.Seconds + 0.3*took.Seconds()
	}
	if err := r.cfg.Learned.Costs.Put(at, cost); err != nil {
		r.cfg.Log.Warn("switch cost", zap.Error(err))
	}
}
