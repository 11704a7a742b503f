package scheduler

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Holder is who keeps a device from work.
type Holder string

// The holders.
const (
	HeldByOperator Holder = "operator"
	HeldByXid      Holder = "xid"
	HeldByHeat     Holder = "heat"
)

// Hold keeps a device from work until it is released or over. It is stored before it takes
// effect, and so outlives the daemon.
type Hold struct {
	By     Holder    `json:"by"`
	Faulty bool      `json:"faulty,omitempty"` // the device is not fit for work: it is quarantined, not paused
	Reason string    `json:"reason"`
	Since  time.Time `json:"since"`
	Until  time.Time `json:"until,omitzero"` // zero: until it is released
	Boot   string    `json:"boot,omitempty"` // of the machine: the next one ends the hold; "": none does
}

func (h Hold) over(now time.Time) bool {
	return !h.Until.IsZero() && !now.Before(h.Until) || h.Boot != "" && h.Boot != boot()
}

func (h Hold) String() string {
	text := h.Reason
	if !h.Until.IsZero() {
		text += ", until " + h.Until.Local().Format("Jan 2 15:04")
	}
	return text
}

// phase is where the hold keeps its device.
func (h Hold) phase() Phase {
	if h.Faulty {
		return PhaseQuarantined
	}
	return PhasePaused
}

// boot names this run of the machine, which a daemon does not outlive; "" where that is not known.
var boot = sync.OnceValue(func() string {
	id, _ := os.ReadFile("/proc/sys/kernel/random/boot_id") // absent elsewhere than on Linux
	return strings.TrimSpace(string(id))
})

// theRig stands for every device, those that are yet to come included, where a hold is stored.
const theRig = "rig"

func holdKey(device string, by Holder) string { return device + "|" + string(by) }

// storedHolds are a device's, or the whole rig's, that are in force.
func storedHolds(st Store, device string, now time.Time) (holds []Hold, err error) {
	for _, by := range []Holder{HeldByOperator, HeldByXid, HeldByHeat} {
		var h Hold
		found, err := st.Get(store.Holds, holdKey(device, by), &h)
		if err != nil {
			return nil, err
		}
		if found && !h.over(now) {
			holds = append(holds, h)
		}
	}
	return holds, nil
}

// hold keeps the device from work from now on. Any goroutine may call it. What the operator
// wants is promised only once it is stored; what protects the device is done in any case.
func (r *runner) hold(h Hold) error {
	err := r.cfg.Store.Put(store.Holds, holdKey(string(r.dev.UUID), h.By), h)
	if err != nil && h.By == HeldByOperator {
		return err
	}
	r.cfg.Log.Warn("device is held", zap.String("device", string(r.dev.UUID)), zap.String("by", string(h.By)), zap.Stringer("reason", h))
	r.update(func(s *Status) { s.Holds = append(without(s.Holds, h.By), h) })
	r.wakeUp()
	return err
}

// release ends holds. Any goroutine may call it.
func (r *runner) release(by ...Holder) error {
	for _, b := range by {
		if err := r.cfg.Store.Delete(store.Holds, holdKey(string(r.dev.UUID), b)); err != nil {
			return err
		}
		r.update(func(s *Status) { s.Holds = without(s.Holds, b) })
	}
	r.wakeUp()
	return nil
}

func without(holds []Hold, by Holder) []Hold {
	return slices.DeleteFunc(slices.Clone(holds), func(h Hold) bool { return h.By == by })
}

// held is what keeps the device from work; a fault comes before a wish.
func (s Status) held() (Hold, bool) {
	if len(s.Holds) == 0 {
		return Hold{}, false
	}
	return slices.MaxFunc(s.Holds, func(a, b Hold) int {
		return cmp.Or(cmp.Compare(faulty(a), faulty(b)), b.Since.Compare(a.Since))
	}), true
}

func faulty(h Hold) int {
	if h.Faulty {
		return 1
	}
	return 0
}

// heed brings the device where its holds want it, and back once there is none. It reports
// whether the device is held.
func (r *runner) heed(ctx context.Context) bool {
	now := r.cfg.Now()
	for _, h := range r.Status().Holds {
		if h.over(now) {
			if err := r.release(h.By); err != nil { // tried again at the next poll
				r.cfg.Log.Warn("a hold that is over", zap.Error(err))
			}
		}
	}
	s := r.Status()
	h, held := s.held()
	switch {
	case held:
		r.yield(ctx, h)
	case s.released && s.away():
		r.update(func(s *Status) { s.released = false })
		r.retry.Reset(0)
	}
	return held
}

// away reports whether the device is out of the plan.
func (s Status) away() bool { return s.Phase == PhaseQuarantined || s.Phase == PhasePaused }

// yield stops what the device does and keeps it from more.
func (r *runner) yield(ctx context.Context, h Hold) {
	s := r.Status()
	if s.Phase == h.phase() && s.Reason == h.String() && r.worker == nil {
		return
	}
	if s.Phase == PhaseQuarantined && r.worker != nil { // it cannot be ended, which was tried
		return
	}
	r.retry.Stop()
	if r.worker != nil {
		r.collect(ctx)
		r.setPhase(PhaseStopping, h.String())
		if !r.stop(ctx) {
			return
		}
		r.read(ctx) // the energy so far was the worker's
	}
	r.restoreSettings(ctx)
	r.update(func(s *Status) {
		if !s.Workload.Rests() {
			s.Workload, s.Since = profit.Idling, r.cfg.Now()
		}
		s.Report, s.released = Report{}, true
	})
	r.setPhase(h.phase(), h.String())
}

// xid counts an error that the driver reported and holds the device if the policy says so.
// The loop calls it.
func (r *runner) xid(e gpu.Event) {
	r.mu.Lock()
	quarantine, rule := r.xids.Add(e, r.cfg.World.Xids())
	r.status.Xids, r.status.LastXid = r.xids.Totals(), e
	count := r.xids.Total[e.Xid]
	r.mu.Unlock()
	r.cfg.Log.Warn("the driver reports an error", zap.String("device", string(r.dev.UUID)), zap.String("xid", gpu.DescribeXid(e.Xid)), zap.Uint64("times", count))
	if !quarantine {
		return
	}
	h := Hold{By: HeldByXid, Faulty: true, Since: r.cfg.Now(), Reason: gpu.DescribeXid(e.Xid)}
	if rule.PerHour > 0 {
		h.Reason += fmt.Sprintf(", more than %d times within an hour", rule.PerHour)
	}
	if rule.Repair {
		h.Boot = boot()
	} else {
		h.Until = r.cfg.Now().Add(time.Hour)
	}
	if err := r.hold(h); err != nil {
		r.cfg.Log.Error("that a device is not fit for work cannot be stored: a restart would forget it", zap.String("device", string(r.dev.UUID)), zap.Error(err))
	}
}

// watchHeat acts on the device's temperature.
func (r *runner) watchHeat(ctx context.Context) {
	s := r.Status()
	if s.Reading == nil || s.Fault != "" {
		return
	}
	r.heat.Stopped = find(s.Holds, HeldByHeat) != nil // by an earlier daemon, or no more by the operator's word
	heat, step, why := r.heat.Next(r.cfg.Now(), *s.Reading, r.cfg.World.HeatLimits(r.dev))
	r.heat = heat
	if step == gpu.HeatNone {
		return
	}
	r.cfg.Log.Warn("heat", zap.String("device", string(r.dev.UUID)), zap.String("step", string(step)), zap.String("why", why))
	note := ""
	if heat.Lowered > 0 {
		note = fmt.Sprintf("its power limit is lowered by %d %%: %s", 10*heat.Lowered, why)
	}
	r.update(func(s *Status) { s.Heat = note })
	hold := Hold{By: HeldByHeat, Faulty: true, Reason: "too hot: " + why, Since: r.cfg.Now()}
	var err error
	switch step {
	case gpu.HeatLimit, gpu.HeatGive:
		if r.worker != nil {
			err = r.tune(ctx, s.Workload)
		}
	case gpu.HeatStop:
		err = r.hold(hold)
	case gpu.HeatQuarantine:
		hold.Until = r.cfg.Now().Add(time.Hour)
		err = r.hold(hold)
	case gpu.HeatCooled:
		if h := find(s.Holds, HeldByHeat); h == nil || h.Until.IsZero() { // a quarantine takes its time
			err = r.release(HeldByHeat)
		}
	}
	if err != nil {
		r.cfg.Log.Warn("heat", zap.String("device", string(r.dev.UUID)), zap.Error(err))
	}
}

func find(holds []Hold, by Holder) *Hold {
	for i := range holds {
		if holds[i].By == by {
			return &holds[i]
		}
	}
	return nil
}
