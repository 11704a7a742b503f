package scheduler

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Phase is where a device is in its life under the scheduler.
//
//	          order                  stopped                free
//	Running ----------> Stopping ------------> Draining ----------> Tuning
//	  ^  |                                        |                   |
//	  |  | worker ended                           | not free          | limits set
//	  |  v                                        v                   v
//	  | Waiting --delay--> (Draining)        Quarantined          Starting
//	  |                                           |                   |
//	  +-------------------------------------------|-------------------+
//	                                              +--free again--> Idle
//
// Idle is Running with nothing to run. From any phase a device that does not
// answer is Quarantined, alone, with a reason; it is looked at again after a
// while. A hold leads from any phase, by way of Stopping, to Paused or, where the
// device is not fit for work, to Quarantined, until it is released.
type Phase string

// The phases.
const (
	PhaseIdle        Phase = "idle"
	PhaseStopping    Phase = "stopping"
	PhaseDraining    Phase = "draining"
	PhaseTuning      Phase = "tuning"
	PhaseStarting    Phase = "starting"
	PhaseRunning     Phase = "running"
	PhaseWaiting     Phase = "waiting"
	PhaseQuarantined Phase = "quarantined"
	PhasePaused      Phase = "paused"
)

// Status is a copy of what a runner knows.
type Status struct {
	Device    gpu.Device
	Phase     Phase
	Workload  profit.Workload // running, or what the present phase leads to
	Since     time.Time       // of the workload
	Wanted    profit.Workload // by an order that is not carried out yet; else none
	Ordered   time.Time       // when it was
	Reason    string          // for the phase
	Reading   *gpu.Reading    // the latest; nil before the first
	Fault     string          // why the latest reading failed
	Report    Report
	Restarts  int
	Totals    map[profit.Workload]Total // since the daemon's start
	Cooldowns []decide.Cooldown         // coins that are left alone for a while
	Shared    []decide.Cooldown         // that other devices leave alone too, for what this one has met

	Holds      []Hold                // that keep the device from work
	Xids       map[uint64]uint64     // errors that the driver reported, by number, since the daemon's start
	LastXid    gpu.Event             // the latest of them
	Reckoned   string                // why the device's energy is reckoned and not measured; "" if it is measured
	Untuned    string                // why the operator's settings are not in force; "" if they are
	Heat       string                // what is done against heat while the device works; "" if nothing
	Unrestored string                // settings that could not be given back yet, and why
	Trials     []learned.Trial       // measurements to come, the present one first
	Measured   []learned.Measurement // those that are done, since the daemon's start
	Outdated   bool                  // the worker was started with settings that have changed since
	Team       []gpu.UUID            // devices that the worker works on together, the one that leads first; nil: it has but this one
	released   bool                  // a hold has ended, or the operator wants the device tried at once
	renew      string                // why the worker is to be started again; "" if it is not
}

// Trouble is why the workload earns nothing now; "" if it does, or is on its way to it.
func (s Status) Trouble() string {
	if s.Phase == PhaseWaiting {
		return s.Reason
	}
	return s.Report.Fault
}

// Total is what a workload did on the device.
type Total struct {
	Seconds   float64
	Joules    float64
	Estimated float64 // of the joules: of a device without a meter
	Hashes    float64
	Shares    uint64
	Rejects   uint64
}

// runner owns one device. Its goroutine (run) is the only one that changes its
// state; others get copies.
type runner struct {
	dev   gpu.Device
	cfg   Config
	teams *teams
	wake  chan struct{} // status has an order, the newest only, a hold or a wish for a restart; or the team goes on
	kick  chan<- struct{}

	worker    Worker
	launched  time.Time // of the worker; zero once its end is dealt with
	retry     *time.Timer
	retryGap  time.Duration
	planned   bool      // the worker is started again because it meant to
	handover  time.Time // when the present handover began; zero once it earns
	from      profit.Kind
	counter   counter
	meter     meter
	cooldowns cooldowns
	heat      gpu.Heat
	trial     trial     // the present one
	rest      *Baseline // of memory in use; nil until it is learned
	made      string    // what the worker was started with

	mu     sync.Mutex
	status Status
	xids   gpu.XidCounts
}

func newRunner(dev gpu.Device, cfg Config, teams *teams, kick chan<- struct{}) *runner {
	r := &runner{dev: dev, cfg: cfg, teams: teams, wake: make(chan struct{}, 1), kick: kick, retry: time.NewTimer(time.Hour), cooldowns: cooldowns{of: map[profit.Workload]cooldown{}}}
	r.retry.Stop()
	r.status = Status{Device: dev, Phase: PhaseIdle, Workload: profit.Idling, Since: cfg.Now(), Totals: map[profit.Workload]Total{}}
	return r
}

// Status returns a copy of what the runner knows.
func (r *runner) Status() Status {
	r.mu.Lock()
	defer r.mu.Unlock()
	s := r.status
	s.Totals = make(map[profit.Workload]Total, len(r.status.Totals))
	for k, v := range r.status.Totals {
		s.Totals[k] = v
	}
	return s
}

// order asks for a workload; a newer order replaces one not yet taken.
func (r *runner) order(w profit.Workload) {
	r.update(func(s *Status) { s.Wanted, s.Ordered = w, r.cfg.Now() })
	r.wakeUp()
}

func (r *runner) wakeUp() {
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

func (r *runner) update(f func(*Status)) {
	r.mu.Lock()
	before := r.status.Phase
	f(&r.status)
	changed := before != r.status.Phase
	r.mu.Unlock()
	if changed {
		select {
		case r.kick <- struct{}{}:
		default:
		}
	}
}

func (r *runner) setPhase(p Phase, reason string) {
	r.update(func(s *Status) {
		if s.Phase, s.Reason = p, reason; p != PhaseRunning {
			s.Team = nil
		}
	})
	r.cfg.Log.Debug("phase", zap.String("device", string(r.dev.UUID)), zap.String("phase", string(p)), zap.String("reason", reason))
}

// run serves the device until ctx ends; then it stops the worker and gives the
// settings back.
func (r *runner) run(ctx context.Context) {
	defer r.shutdown()
	var rest Baseline
	if found, err := r.cfg.Store.Get(store.Baselines, string(r.dev.UUID), &rest); err == nil && found {
		r.rest = &rest
	}
	r.restoreSettings(ctx)
	poll := time.NewTicker(r.cfg.PollEvery)
	defer poll.Stop()
	r.read(ctx)
	if !r.heed(ctx) {
		r.let(ctx)
	}
	for {
		var done <-chan struct{}
		if r.worker != nil {
			done = r.worker.Done()
		}
		select {
		case <-ctx.Done():
			return
		case <-r.wake:
			r.obey(ctx)
			r.gather(ctx, false)
		case <-done:
			r.ended(ctx)
		case <-r.retry.C:
			r.again(ctx)
		case <-poll.C:
			r.read(ctx)
			r.watchHeat(ctx)
			if r.heed(ctx) {
				r.trial = trial{} // it waits, and begins again
			} else {
				r.let(ctx)
				r.gather(ctx, false)
				r.report(ctx)
				r.tryOut(ctx)
			}
			r.updateCooldown()
		}
	}
}

func (r *runner) shutdown() {
	r.retry.Stop()
	ctx, cancel := context.WithTimeout(context.Background(), r.cfg.StopTimeout)
	defer cancel()
	if r.worker != nil {
		r.collect(ctx)
		r.stop(ctx)
	}
	r.restoreSettings(ctx)
	r.setPhase(PhaseIdle, "the daemon is stopping")
}

// stop ends the worker and reports whether it is gone. If ctx ends first it
// still counts as alive: nothing is started, and shutdown waits for it. One that cannot
// be ended, because the kernel waits in the driver for it, takes its device with it:
// quarantined until it is gone after all.
func (r *runner) stop(ctx context.Context) bool {
	ended := isClosed(r.worker.Done())
	bounded, cancel := context.WithTimeout(ctx, r.cfg.StopTimeout)
	defer cancel()
	exit := r.worker.Stop(bounded)
	if !isClosed(r.worker.Done()) {
		r.quarantine(ctx, fmt.Errorf("%w within %s", errCannotBeEnded, r.cfg.StopTimeout))
		return false
	}
	if ended {
		r.worker.Ended() // by itself, just before: what it made is not lost
	}
	r.worker = nil
	r.cfg.Log.Info("worker stopped", zap.String("device", string(r.dev.UUID)), zap.Stringer("workload", r.Status().Workload), zap.Stringer("exit", exit))
	return true
}

func isClosed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// obey carries the newest order out.
func (r *runner) obey(ctx context.Context) {
	if r.heed(ctx) || r.let(ctx) {
		r.update(func(s *Status) { s.Wanted, s.renew = profit.Workload{}, "" })
		return
	}
	status := r.Status()
	w := status.Wanted
	// A device that is out of the plan comes back by itself; the loop will order again.
	switch {
	case status.away(), r.contrary(w):
	case !w.None() && w != status.Workload:
		r.change(ctx, w)
	case status.renew != "":
		r.restart(ctx, status.renew)
	}
	r.update(func(s *Status) {
		if s.Wanted == w {
			s.Wanted = profit.Workload{}
		}
		s.renew = ""
	})
}

// probeTimeout bounds how long a device is not looked at while a pool is tried.
const probeTimeout = 8 * time.Second

// change is a handover to another workload.
func (r *runner) change(ctx context.Context, w profit.Workload) {
	status := r.Status()
	if r.worker != nil && status.Report.Working() { // what pays is not left for what cannot be had
		probe, cancel := context.WithTimeout(ctx, probeTimeout)
		err := r.cfg.Launcher.Probe(probe, r.dev, w)
		cancel()
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			r.putOff(w, err)
			return
		}
	}
	r.retry.Stop()
	r.retryGap = 0
	r.handover, r.from = r.cfg.Now(), status.Workload.Kind
	if r.worker != nil {
		r.collect(ctx)
		r.setPhase(PhaseStopping, fmt.Sprintf("%s makes room for %s", status.Workload, w))
		if !r.stop(ctx) {
			return
		}
		if r.read(ctx); r.Status().away() { // the energy so far was the old one's
			return
		}
	}
	r.update(func(s *Status) {
		s.Workload, s.Since, s.Report, s.Restarts = w, r.cfg.Now(), Report{}, 0
	})
	r.start(ctx, w)
}

// start confirms that the device is free, sets it up and launches the worker.
func (r *runner) start(ctx context.Context, w profit.Workload) {
	r.launched = time.Time{}
	r.setPhase(PhaseDraining, "")
	if err := r.drain(ctx, w); err != nil {
		r.quarantine(ctx, err)
		return
	}
	if r.read(ctx); r.Status().away() {
		return
	}
	r.setPhase(PhaseTuning, "")
	err := r.tune(ctx, w)
	if r.update(func(s *Status) { s.Untuned = text(err) }); err != nil {
		// Settings that cannot be set cost watts, not the device.
		r.cfg.Log.Warn("settings", zap.String("device", string(r.dev.UUID)), zap.Stringer("workload", w), zap.Error(err))
	}
	if r.heed(ctx) || r.let(ctx) { // held meanwhile, or let
		return
	}
	if w.Rests() {
		r.setPhase(PhaseIdle, "")
		return
	}
	r.setPhase(PhaseStarting, "")
	r.made = r.cfg.Launcher.Recipe(r.dev, w)
	r.update(func(s *Status) { s.Outdated = false })
	if w.Task() {
		r.join(ctx, w)
		return
	}
	worker, err := r.cfg.Launcher.Launch(ctx, []gpu.Device{r.dev}, w)
	if err != nil {
		if ctx.Err() == nil {
			r.failed(fmt.Sprintf("%s cannot be started: %v", w, err))
			r.wait(fmt.Sprintf("%s cannot be started: %v", w, err), r.backoff())
		}
		return
	}
	r.worker, r.launched, r.meter = worker, r.cfg.Now(), meter{}
	r.setPhase(PhaseRunning, "")
	r.cfg.Log.Info("worker started", zap.String("device", string(r.dev.UUID)), zap.Stringer("workload", w))
}

// errCannotBeEnded is a worker that outlives SIGKILL.
var errCannotBeEnded = errors.New("its worker cannot be ended")

// ended deals with a worker that ended by itself.
func (r *runner) ended(ctx context.Context) {
	if r.Status().Phase == PhaseQuarantined { // one that could not be ended: the device is looked at again
		r.worker.Ended()
		r.worker = nil
		r.cfg.Log.Info("a worker that could not be ended is gone", zap.String("device", string(r.dev.UUID)))
		r.retry.Reset(0)
		return
	}
	exit, what := r.worker.Exit(), r.worker.Ended()
	r.collect(ctx)
	r.worker = nil
	status := r.Status()
	r.cfg.Log.Info("worker ended", zap.String("device", string(r.dev.UUID)), zap.Stringer("workload", status.Workload), zap.Stringer("exit", exit), zap.String("reason", what.Reason))
	if what.Regroup {
		r.handover, r.from = r.cfg.Now(), status.Workload.Kind // what a change of a team costs is learned, too
		r.update(func(s *Status) { s.Report = Report{} })
		r.start(ctx, status.Workload)
		return
	}
	if what.Restart && what.Delay == 0 {
		r.failed(what.Reason)
	}
	if !what.Restart {
		r.update(func(s *Status) {
			s.Workload, s.Since, s.Report = profit.Idling, r.cfg.Now(), Report{}
		})
		r.start(ctx, profit.Idling)
		return
	}
	delay := what.Delay
	if delay == 0 {
		delay = r.backoff()
	}
	r.planned = what.Planned
	r.wait(what.Reason, delay)
}

// wait keeps the workload and starts it again after the delay.
func (r *runner) wait(reason string, delay time.Duration) {
	r.handover = time.Time{} // one that fails says nothing about what one costs
	r.update(func(s *Status) { s.Report = Report{} })
	r.setPhase(PhaseWaiting, fmt.Sprintf("%s; again in %s", reason, delay.Round(time.Millisecond)))
	r.retry.Reset(delay)
}

// failed counts, for a trial, and warns of a worker that cannot work, once: it is started again and again.
func (r *runner) failed(why string) {
	r.trial.failures, r.trial.failure = r.trial.failures+1, why
	if r.retryGap == 0 || !r.launched.IsZero() && r.cfg.Now().Sub(r.launched) >= goodRun {
		r.cfg.Log.Warn("worker fails; it is started again with growing pauses", zap.String("device", string(r.dev.UUID)),
			zap.Stringer("workload", r.Status().Workload), zap.String("reason", why))
	}
}

// goodRun is how long a worker must have run for its end to count as the first.
const goodRun = 10 * time.Minute

// backoff doubles from a second to five minutes; a good run resets it.
func (r *runner) backoff() time.Duration {
	if !r.launched.IsZero() && r.cfg.Now().Sub(r.launched) >= goodRun {
		r.retryGap = 0
	}
	r.launched = time.Time{}
	r.retryGap = min(max(2*r.retryGap, r.cfg.FirstRetry), 5*time.Minute)
	return r.retryGap
}

// again follows a wait or a quarantine.
func (r *runner) again(ctx context.Context) {
	status := r.Status()
	if status.away() {
		if r.worker != nil {
			r.quarantine(ctx, errCannotBeEnded)
			return
		}
		if r.heed(ctx) { // the end of what holds it brings it back
			return
		}
		if r.let(ctx) {
			if r.Status().away() { // a customer's, but it does not answer: it is tried again, contract or not
				r.retry.Reset(r.backoff())
			}
			return
		}
		if err := r.drain(ctx, profit.Idling); err != nil {
			r.quarantine(ctx, err)
			return
		}
		r.retryGap = 0
		r.restoreSettings(ctx)
		r.setPhase(PhaseIdle, "back to work")
		r.cfg.Log.Info("device is back", zap.String("device", string(r.dev.UUID)))
		return
	}
	if !r.planned {
		r.update(func(s *Status) { s.Restarts++ })
	}
	r.planned = false
	r.start(ctx, status.Workload)
}

// quarantine takes the device out of the plan until it is free again.
func (r *runner) quarantine(ctx context.Context, cause error) {
	if ctx.Err() != nil {
		return
	}
	delay := r.backoff()
	if r.Status().Phase != PhaseQuarantined {
		r.cfg.Log.Error("device quarantined", zap.String("device", string(r.dev.UUID)), zap.Error(cause))
		r.restoreSettings(ctx) // it may be somebody else's now
	}
	r.update(func(s *Status) {
		s.Workload, s.Since, s.Report = profit.Idling, r.cfg.Now(), Report{}
	})
	r.setPhase(PhaseQuarantined, cause.Error())
	r.retry.Reset(delay)
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
