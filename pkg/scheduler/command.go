package scheduler

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Action is what an operator asks of devices.
type Action string

// The actions.
const (
	Restart    Action = "restart"    // the worker is stopped and started again
	Pause      Action = "pause"      // no work until resume
	Resume     Action = "resume"     // ends a pause
	Quarantine Action = "quarantine" // no work until release: the device is not fit for it
	Release    Action = "release"    // ends a quarantine, whoever began it, and a pause
	Forget     Action = "forget"     // a device that was taken out is no more missed
	Measure    Action = "bench"      // coins are mined to find out what they do and draw
)

// Actions are all there are.
var Actions = []Action{Restart, Pause, Resume, Quarantine, Release, Forget, Measure}

// Command is an operator's wish.
type Command struct {
	Action Action
	// Devices are UUIDs, the beginnings of UUIDs or indexes; none: the whole rig, devices
	// that are yet to come included.
	Devices []string
	For     time.Duration // of a pause or a quarantine, 0: until it is ended; of each measurement
	Reason  string
	Coins   []string // to be measured; none: all
	Limits  bool     // at several power limits, too
}

// ErrCommand is a command that cannot be carried out; its text says why.
var ErrCommand = errors.New("cannot be done")

type asked struct {
	Command
	done chan answered
}

type answered struct {
	devices []gpu.UUID
	err     error
}

// Do carries a command out and returns the devices that it concerns once it is stored:
// workers stop afterwards.
func (l *Loop) Do(ctx context.Context, c Command) ([]gpu.UUID, error) {
	a := asked{c, make(chan answered, 1)}
	select {
	case l.commands <- a:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	select {
	case r := <-a.done:
		return r.devices, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// do carries a command out. Run's goroutine calls it.
func (l *Loop) do(c Command) ([]gpu.UUID, error) {
	switch {
	case l.cfg.DryRun:
		return nil, fmt.Errorf("%w: this is a dry run", ErrCommand)
	case !slices.Contains(Actions, c.Action):
		return nil, fmt.Errorf("%w: %q is not one of %v", ErrCommand, c.Action, Actions)
	case c.For < 0 || c.For > 0 && c.Action != Pause && c.Action != Quarantine && c.Action != Measure:
		return nil, fmt.Errorf("%w: only a pause, a quarantine or a measurement may last for a while", ErrCommand)
	case c.Action == Forget:
		return l.forget(c.Devices)
	}
	chosen, err := l.chosen(c.Devices)
	if err != nil {
		return nil, err
	}
	if c.Action == Measure {
		return l.measureAll(chosen, c)
	}
	if err := l.holdRig(c); err != nil {
		return nil, err
	}
	var ids []gpu.UUID
	for _, r := range chosen {
		if err := r.do(c); err != nil {
			return ids, fmt.Errorf("%s: %w", r.dev.UUID, err)
		}
		ids = append(ids, r.dev.UUID)
	}
	l.cfg.Log.Info("an operator's command", zap.String("action", string(c.Action)), zap.Any("devices", ids), zap.Duration("for", c.For))
	return ids, nil
}

// holdRig notes what holds for devices that are yet to come. While the whole rig is held no
// single device comes back: at the next start it would be held again.
func (l *Loop) holdRig(c Command) error {
	key := holdKey(theRig, HeldByOperator)
	if len(c.Devices) > 0 {
		held, err := storedHolds(l.cfg.Store, theRig, l.cfg.Now())
		if err == nil && len(held) > 0 && (c.Action == Resume || c.Action == Release) {
			err = fmt.Errorf("%w: the whole rig is paused; gpuarbiter rig resume ends that", ErrCommand)
		}
		return err
	}
	switch c.Action {
	case Pause, Quarantine:
		return l.cfg.Store.Put(store.Holds, key, c.hold(l.cfg.Now()))
	case Resume, Release:
		return l.cfg.Store.Delete(store.Holds, key)
	}
	return nil
}

func (c Command) hold(now time.Time) Hold {
	h := Hold{By: HeldByOperator, Faulty: c.Action == Quarantine, Since: now, Reason: "by the operator"}
	if c.Reason != "" {
		h.Reason += ": " + c.Reason
	}
	if c.For > 0 {
		h.Until = now.Add(c.For)
	}
	return h
}

// do carries a command out for one device.
func (r *runner) do(c Command) error {
	switch c.Action {
	case Pause, Quarantine:
		return r.hold(c.hold(r.cfg.Now()))
	case Resume:
		if h := find(r.Status().Holds, HeldByOperator); h != nil && h.Faulty {
			return fmt.Errorf("%w: it is quarantined, not paused; release ends that", ErrCommand)
		}
		return r.release(HeldByOperator)
	case Release:
		r.update(func(s *Status) { s.released, s.Trials = true, nil })
		return r.release(HeldByOperator, HeldByXid, HeldByHeat)
	case Restart:
		r.renew("restarted by the operator")
	}
	return nil
}

// renew has the worker stopped and started again. Any goroutine may call it.
func (r *runner) renew(why string) {
	r.update(func(s *Status) { s.renew = why })
	r.wakeUp()
}

// restart starts the worker again, with the settings of now.
func (r *runner) restart(ctx context.Context, why string) {
	w := r.Status().Workload
	if r.worker == nil && r.Status().Phase != PhaseWaiting || w.Rests() {
		return
	}
	r.retry.Stop()
	r.retryGap, r.handover = 0, time.Time{} // it says nothing about what a handover costs
	if r.worker != nil {
		r.collect(ctx)
		r.setPhase(PhaseStopping, why)
		if !r.stop(ctx) {
			return
		}
		if r.read(ctx); r.Status().away() {
			return
		}
	}
	r.update(func(s *Status) { s.Report = Report{} })
	r.start(ctx, w)
}

// chosen finds runners by what people call devices; none is asked for: all.
func (l *Loop) chosen(names []string) ([]*runner, error) {
	var all []*runner
	for _, s := range l.statuses() {
		all = append(all, l.runners[s.Device.UUID])
	}
	if len(names) == 0 {
		return all, nil
	}
	var chosen []*runner
	for _, name := range names {
		var found []*runner
		for _, r := range all {
			if Names(r.dev, name) {
				found = append(found, r)
			}
		}
		switch {
		case len(found) == 0:
			return nil, fmt.Errorf("%w: no device is called %.80q", ErrCommand, name)
		case len(found) > 1:
			return nil, fmt.Errorf("%w: %d devices begin with %.80q", ErrCommand, len(found), name)
		case !slices.Contains(chosen, found[0]):
			chosen = append(chosen, found[0])
		}
	}
	return chosen, nil
}

// Names reports whether a device is meant by its UUID, the beginning of that, or its index.
func Names(d gpu.Device, name string) bool {
	return string(d.UUID) == name || strconv.Itoa(d.Index) == name || len(name) > 4 && strings.HasPrefix(string(d.UUID), name)
}
