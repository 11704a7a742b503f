package scheduler

import (
	"cmp"
	"fmt"
	"slices"
	"sync/atomic"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// A coin that cannot be mined, whatever it is worth, is left for another one: its
// miner does not start, its pool does not answer. It is tried again later, and
// later still each time that it fails again while others work. While nothing
// works, as when the line is down, each is tried soon.
const (
	barAfter = 5 * time.Minute // without work
	barFirst = 15 * time.Minute
	barMost  = 6 * time.Hour
	steady   = time.Minute // of work, after which a coin counts as one that works
)

// bar is what is remembered of a coin's failures on a device.
type bar struct {
	until  time.Time
	reason string
	times  int
	shared bool // it is not the device: others would fare no better
}

// headStart is how much sooner than the others the device tries again that has found a coin
// wanting: one loses the time that it takes to see, not all of them.
const headStart = barAfter + 2*time.Minute

// bars are a device's, and how its present workload does.
type bars struct {
	of       map[profit.Workload]bar
	workload profit.Workload
	lame     time.Time   // since when the workload has not worked for long; zero: it does
	working  time.Time   // since when it works now; zero: it does not
	others   bool        // some coin has worked since the latest bar
	forgiven atomic.Bool // set by the loop: the configuration may have been mended
}

// judge looks at whether the workload works. Training has its own end.
func (r *runner) judge() {
	s, now, b := r.Status(), r.cfg.Now(), &r.bars
	if b.forgiven.Swap(false) {
		clear(b.of)
		b.lame = now
	}
	if !s.Workload.Open() || s.away() {
		b.workload, b.lame, b.working = profit.Workload{}, time.Time{}, time.Time{}
		r.tellBars(now)
		return
	}
	if b.workload != s.Workload {
		b.workload, b.lame, b.working = s.Workload, now, time.Time{}
	}
	switch works := s.Phase == PhaseRunning && s.Report.Working(); {
	case !works:
		b.working = time.Time{}
		if b.lame.IsZero() {
			b.lame = now
		}
	case b.working.IsZero():
		b.working = now
	case now.Sub(b.working) >= steady:
		b.lame, b.others = time.Time{}, true
		if now.Sub(b.working) >= goodRun {
			delete(b.of, s.Workload)
		}
	}
	if unpaid := s.Report.Unpaid; b.working.IsZero() && !unpaid.IsZero() && unpaid.Before(b.lame) { // it only seemed to work
		b.lame = unpaid
		if s.Since.After(unpaid) {
			b.lame = s.Since
		}
	}
	if b.working.IsZero() && !b.lame.IsZero() && now.Sub(b.lame) >= barAfter && !now.Before(b.of[s.Workload].until) {
		r.bar(s, now)
	}
	r.tellBars(now)
}

func (r *runner) tellBars(now time.Time) {
	r.update(func(s *Status) { s.Barred, s.Shared = r.barred(now) })
}

// bar leaves the workload alone for a while.
func (r *runner) bar(s Status, now time.Time) {
	b := &r.bars
	was, wait := b.of[s.Workload], barAfter
	if b.others {
		wait = min(barFirst<<min(was.times, 10), barMost)
		was.times++
	}
	b.others = false
	reason := s.Reason
	if s.Phase == PhaseRunning {
		reason = cmp.Or(s.Report.Fault, s.Report.State)
	}
	reason = fmt.Sprintf("it has not worked for %s: %s", now.Sub(b.lame).Round(time.Second), reason)
	b.of[s.Workload] = bar{now.Add(wait), reason, was.times, s.Phase == PhaseRunning && s.Report.Everywhere}
	r.cfg.Log.Warn("a workload is left alone for a while", zap.String("device", string(r.dev.UUID)), zap.Stringer("workload", s.Workload), zap.Duration("for", wait), zap.String("reason", reason))
}

// putOff leaves a workload alone that was tried from outside and cannot be had now. What
// runs goes on meanwhile, so it is tried again soon, and later each time.
func (r *runner) putOff(w profit.Workload, err error) {
	b, now := &r.bars, r.cfg.Now()
	was := b.of[w]
	wait := min(barAfter<<min(was.times, 10), barMost)
	reason := fmt.Sprintf("it cannot be had now: %v", err)
	b.of[w] = bar{now.Add(wait), reason, was.times + 1, true}
	r.cfg.Log.Warn("a workload is put off; what runs goes on", zap.String("device", string(r.dev.UUID)), zap.Stringer("workload", w), zap.Duration("for", wait), zap.Error(err))
	r.tellBars(now)
}

// barred are the workloads that are left alone now, here and on other devices.
func (r *runner) barred(now time.Time) (here, elsewhere []decide.Barred) {
	for w, b := range r.bars.of {
		one := decide.Barred{Workload: w, Reason: b.reason}
		if now.Before(b.until) {
			here = append(here, one)
		}
		if trying := r.bars.workload == w; b.shared && (trying || now.Before(b.until.Add(headStart))) {
			elsewhere = append(elsewhere, one)
		}
	}
	byTarget := func(a, b decide.Barred) int { return cmp.Compare(a.Workload.Target, b.Workload.Target) }
	slices.SortFunc(here, byTarget)
	slices.SortFunc(elsewhere, byTarget)
	return here, elsewhere
}

// barredOn are the workloads that a device leaves alone: for what it has met itself, and for what
// others have, until it has worked there for a while, unless it works here. Of several that have met the same the
// first by its UUID tries again.
func barredOn(s Status, all []Status) []decide.Barred {
	list := slices.Clone(s.Barred)
	for _, other := range all {
		if other.Device.UUID == s.Device.UUID {
			continue
		}
		for _, b := range other.Shared {
			of := func(l decide.Barred) bool { return l.Workload == b.Workload }
			leads := s.Device.UUID < other.Device.UUID && slices.ContainsFunc(s.Shared, of)
			if leads || slices.ContainsFunc(list, of) || s.Workload == b.Workload && s.Report.Working() {
				continue
			}
			list = append(list, decide.Barred{Workload: b.Workload, Reason: fmt.Sprintf("on %s %s", other.Device.UUID, b.Reason)})
		}
	}
	return list
}
