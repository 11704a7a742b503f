package scheduler

import (
	"fmt"
	"slices"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// A coin that cannot be mined, whatever it is worth, is left for another one: its
// miner does not start, its pool does not answer. It is tried again later, and
// later still each time that it fails again.
const (
	barAfter = 5 * time.Minute // without work
	barFirst = 15 * time.Minute
	barMost  = 6 * time.Hour
)

// bar is what is remembered of a coin's failures on a device.
type bar struct {
	until  time.Time
	reason string
	times  int
}

// judge looks at whether the workload works. Training has its own end.
func (r *runner) judge() {
	s, now := r.Status(), r.cfg.Now()
	switch {
	case s.Workload.Kind != profit.Mine || s.Phase == PhaseQuarantined:
		r.lame = time.Time{}
	case s.Phase == PhaseRunning && s.Report.Working():
		r.lame = time.Time{}
		if now.Sub(r.launched) >= goodRun {
			delete(r.bars, s.Workload)
		}
	case r.lame.IsZero() || r.lamed != s.Workload:
		r.lame, r.lamed = now, s.Workload
	case now.Sub(r.lame) >= barAfter:
		b := r.bars[s.Workload]
		if now.Before(b.until) {
			return
		}
		reason := s.Reason
		if s.Phase == PhaseRunning {
			reason = s.Report.Fault
			if reason == "" {
				reason = s.Report.State
			}
		}
		wait := min(barFirst<<min(b.times, 10), barMost)
		b = bar{now.Add(wait), fmt.Sprintf("it has not worked for %s: %s", now.Sub(r.lame).Round(time.Second), reason), b.times + 1}
		r.bars[s.Workload] = b
		r.cfg.Log.Warn("a coin is left alone for a while", zap.String("device", string(r.dev.UUID)), zap.Stringer("workload", s.Workload), zap.Duration("for", wait), zap.String("reason", b.reason))
	}
	r.update(func(s *Status) { s.Barred = r.barred(now) })
}

// barred are the workloads that are left alone now.
func (r *runner) barred(now time.Time) (list []decide.Barred) {
	for w, b := range r.bars {
		if now.Before(b.until) {
			list = append(list, decide.Barred{Workload: w, Reason: b.reason})
		}
	}
	slices.SortFunc(list, func(a, b decide.Barred) int {
		if a.Workload.Target < b.Workload.Target {
			return -1
		}
		return 1
	})
	return list
}
