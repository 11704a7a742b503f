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
	cooldownAfter   = 5 * time.Minute // without work
	firstCooldown   = 15 * time.Minute
	longestCooldown = 6 * time.Hour
	steady          = time.Minute // of work, after which a coin counts as one that works
)

// cooldown is what is remembered of a coin's failures on a device.
type cooldown struct {
	until  time.Time
	reason string
	times  int
	shared bool // it is not the device: others would fare no better
}

// headStart is how much sooner than the others the device tries again that has found a coin
// wanting: one loses the time that it takes to see, not all of them.
const headStart = cooldownAfter + 2*time.Minute

// cooldowns are a device's, and how its present workload does.
type cooldowns struct {
	of       map[profit.Workload]cooldown
	workload profit.Workload
	failing  time.Time   // since when the workload has not worked for long; zero: it does
	working  time.Time   // since when it works now; zero: it does not
	others   bool        // some coin has worked since the latest cooldown
	forgiven atomic.Bool // set by the loop: the configuration may have been mended
}

// updateCooldown looks at whether the workload works. Training has its own end.
func (r *runner) updateCooldown() {
	s, now, b := r.Status(), r.cfg.Now(), &r.cooldowns
	if b.forgiven.Swap(false) {
		clear(b.of)
		b.failing = now
	}
	if !s.Workload.Open() || s.away() {
		b.workload, b.failing, b.working = profit.Workload{}, time.Time{}, time.Time{}
		r.tellCooldowns(now)
		return
	}
	if b.workload != s.Workload {
		b.workload, b.failing, b.working = s.Workload, now, time.Time{}
	}
	switch works := s.Phase == PhaseRunning && s.Report.Working(); {
	case !works:
		b.working = time.Time{}
		if b.failing.IsZero() {
			b.failing = now
		}
	case b.working.IsZero():
		b.working = now
	case now.Sub(b.working) >= steady:
		b.failing, b.others = time.Time{}, true
		if now.Sub(b.working) >= goodRun {
			delete(b.of, s.Workload)
		}
	}
	if unpaid := s.Report.Unpaid; b.working.IsZero() && !unpaid.IsZero() && unpaid.Before(b.failing) { // it only seemed to work
		b.failing = unpaid
		if s.Since.After(unpaid) {
			b.failing = s.Since
		}
	}
	if b.working.IsZero() && !b.failing.IsZero() && now.Sub(b.failing) >= cooldownAfter && !now.Before(b.of[s.Workload].until) {
		r.coolDown(s, now)
	}
	r.tellCooldowns(now)
}

func (r *runner) tellCooldowns(now time.Time) {
	r.update(func(s *Status) { s.Cooldowns, s.Shared = r.cooling(now) })
}

// coolDown leaves the workload alone for a while.
func (r *runner) coolDown(s Status, now time.Time) {
	b := &r.cooldowns
	was, wait := b.of[s.Workload], cooldownAfter
	if b.others {
		wait = min(firstCooldown<<min(was.times, 10), longestCooldown)
		was.times++
	}
	b.others = false
	reason := s.Reason
	if s.Phase == PhaseRunning {
		reason = cmp.Or(s.Report.Fault, s.Report.State)
	}
	reason = fmt.Sprintf("it has not worked for %s: %s", now.Sub(b.failing).Round(time.Second), reason)
	b.of[s.Workload] = cooldown{now.Add(wait), reason, was.times, s.Phase == PhaseRunning && s.Report.Everywhere}
	r.cfg.Log.Warn("a workload is left alone for a while", zap.String("device", string(r.dev.UUID)), zap.Stringer("workload", s.Workload), zap.Duration("for", wait), zap.String("reason", reason))
}

// putOff leaves a workload alone that was tried from outside and cannot be had now. What
// runs goes on meanwhile, so it is tried again soon, and later each time.
func (r *runner) putOff(w profit.Workload, err error) {
	b, now := &r.cooldowns, r.cfg.Now()
	was := b.of[w]
	wait := min(cooldownAfter<<min(was.times, 10), longestCooldown)
	reason := fmt.Sprintf("it cannot be had now: %v", err)
	b.of[w] = cooldown{now.Add(wait), reason, was.times + 1, true}
	r.cfg.Log.Warn("a workload is put off; what runs goes on", zap.String("device", string(r.dev.UUID)), zap.Stringer("workload", w), zap.Duration("for", wait), zap.Error(err))
	r.tellCooldowns(now)
}

// cooling are the workloads that are left alone now, here and on other devices.
func (r *runner) cooling(now time.Time) (here, elsewhere []decide.Cooldown) {
	for w, b := range r.cooldowns.of {
		one := decide.Cooldown{Workload: w, Reason: b.reason}
		if now.Before(b.until) {
			here = append(here, one)
		}
		if trying := r.cooldowns.workload == w; b.shared && (trying || now.Before(b.until.Add(headStart))) {
			elsewhere = append(elsewhere, one)
		}
	}
	byTarget := func(a, b decide.Cooldown) int { return cmp.Compare(a.Workload.Target, b.Workload.Target) }
	slices.SortFunc(here, byTarget)
	slices.SortFunc(elsewhere, byTarget)
	return here, elsewhere
}

// coolingOn are the workloads that a device leaves alone: for what it has met itself, and for what
// others have, until it has worked there for a while, unless it works here. Of several that have met the same the
// first by its UUID tries again.
func coolingOn(s Status, all []Status) []decide.Cooldown {
	list := slices.Clone(s.Cooldowns)
	for _, other := range all {
		if other.Device.UUID == s.Device.UUID {
			continue
		}
		for _, b := range other.Shared {
			of := func(l decide.Cooldown) bool { return l.Workload == b.Workload }
			leads := s.Device.UUID < other.Device.UUID && slices.ContainsFunc(s.Shared, of)
			if leads || slices.ContainsFunc(list, of) || s.Workload == b.Workload && s.Report.Working() {
				continue
			}
			list = append(list, decide.Cooldown{Workload: b.Workload, Reason: fmt.Sprintf("on %s %s", other.Device.UUID, b.Reason)})
		}
	}
	return list
}
