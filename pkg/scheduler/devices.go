package scheduler

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Known is a device that was here once.
type Known struct {
	Device gpu.Device `json:"device"`
	Seen   time.Time  `json:"seen"` // when it was found; at most a day old while it is here
}

// Absent is a device that does no work, and why.
type Absent struct {
	Device gpu.Device `json:"device"`
	Since  time.Time  `json:"since,omitzero"` // when it was seen last, of one that is missing
	Why    string     `json:"why"`
	// Missing: it ought to be here. Else it is here and left alone, by its configuration or
	// for its mode.
	Missing bool `json:"missing"`
}

// discover starts a runner for every device that is new. A source that has no
// devices is asked again at every tick.
func (l *Loop) discover(ctx context.Context, now time.Time) (fault string, absent []Absent) {
	devices, err := l.cfg.Source.Devices(ctx)
	if err != nil {
		if fault := err.Error(); fault != l.View().Fault {
			l.cfg.Log.Warn("no devices", zap.String("fault", fault))
		}
		return err.Error(), nil
	}
	here, silent := map[gpu.UUID]bool{}, 0
	for _, d := range devices {
		here[d.UUID] = true
		switch {
		case d.UUID == "":
			silent++
			absent = append(absent, Absent{Device: d, Why: d.Unusable, Missing: true})
		case l.cfg.Exclude[d.UUID]:
			absent = append(absent, Absent{Device: d, Why: "devices.exclude names it"})
		case d.Unusable != "":
			absent = append(absent, Absent{Device: d, Why: d.Unusable})
			l.know(d, now)
		default:
			l.know(d, now)
			l.adopt(ctx, d, now)
		}
	}
	missing := l.missing(here, silent)
	absent = append(absent, missing...)
	// Those that were never here have no name to be missed by.
	for n := len(devices) + len(missing) + 1; n <= l.cfg.Expected; n++ {
		absent = append(absent, Absent{Device: gpu.Device{Index: n - 1}, Why: fmt.Sprintf("devices.expected is %d, %d are here", l.cfg.Expected, len(devices)), Missing: true})
	}
	l.tellAbsent(absent)
	if len(l.runners) == 0 {
		return fmt.Sprintf("no device (%d are left alone)", len(devices)), absent
	}
	return "", absent
}

// adopt gives a device that is new its runner.
func (l *Loop) adopt(ctx context.Context, d gpu.Device, now time.Time) {
	if _, ok := l.runners[d.UUID]; ok {
		return
	}
	r := newRunner(d, l.cfg, l.teams, l.kick)
	for _, name := range []string{theRig, string(d.UUID)} {
		holds, err := storedHolds(l.cfg.Store, name, now)
		if err != nil { // what is held must not work for a fault of ours
			holds = []Hold{{By: HeldByOperator, Faulty: true, Since: now, Reason: fmt.Sprintf("whether it is held cannot be read: %v", err)}}
		}
		for _, h := range holds {
			r.status.Holds = append(without(r.status.Holds, h.By), h)
		}
	}
	l.runners[d.UUID] = r
	l.cfg.Log.Info("device", zap.String("device", string(d.UUID)), zap.String("model", d.Model), zap.Int("index", d.Index))
	l.wg.Go(func() { r.run(ctx) })
}

// know notes that a device is here.
func (l *Loop) know(d gpu.Device, now time.Time) {
	if k, ok := l.known[d.UUID]; ok && k.Device == d && now.Sub(k.Seen) < 24*time.Hour && !now.Before(k.Seen) {
		return
	}
	k := Known{d, now}
	l.known[d.UUID] = k
	if err := l.cfg.Store.Put(store.Devices, string(d.UUID), k); err != nil {
		l.cfg.Log.Warn("that a device is here is not stored", zap.Error(err))
	}
}

// missing are the devices that were here once. Those that are here and have not told their
// names may be some of them.
func (l *Loop) missing(here map[gpu.UUID]bool, silent int) (absent []Absent) {
	for _, id := range slices.Sorted(maps.Keys(l.known)) {
		k := l.known[id]
		if here[id] || l.cfg.Exclude[id] {
			continue
		}
		why := "it was here before, and the driver does not list it now: look at its power, its riser and the kernel's log; if it was taken out: gpuarbiter device forget " + string(id)
		if silent > 0 {
			why = "it was here before; it may be one of those that do not answer"
		}
		absent = append(absent, Absent{Device: k.Device, Since: k.Seen, Why: why, Missing: true})
	}
	return absent
}

// tellAbsent logs what is newly missing, and what is back.
func (l *Loop) tellAbsent(absent []Absent) {
	name := func(a Absent) string {
		return cmp.Or(string(a.Device.UUID), fmt.Sprintf("index %d", a.Device.Index))
	}
	now := map[string]bool{}
	for _, a := range absent {
		if !a.Missing {
			continue
		}
		now[name(a)] = true
		if !l.told[name(a)] {
			l.cfg.Log.Error("a device is missing", zap.String("device", name(a)), zap.String("model", a.Device.Model), zap.String("why", a.Why))
		}
	}
	for id := range l.told {
		if !now[id] {
			l.cfg.Log.Info("a device is no more missing", zap.String("device", id))
		}
	}
	l.told = now
}

// forget takes devices that are gone for good off the list of those that are missed.
func (l *Loop) forget(names []string) ([]gpu.UUID, error) {
	if len(names) == 0 {
		return nil, fmt.Errorf("%w: name the devices to forget", ErrCommand)
	}
	var ids []gpu.UUID
	for _, name := range names {
		id := gpu.UUID(name)
		_, known := l.known[id]
		switch {
		case l.runners[id] != nil:
			return ids, fmt.Errorf("%w: %s is here", ErrCommand, id)
		case !known:
			return ids, fmt.Errorf("%w: no device that was here is called %.80q: give its whole UUID", ErrCommand, name)
		}
		if err := l.cfg.Store.Delete(store.Devices, name); err != nil {
			return ids, err
		}
		delete(l.known, id)
		ids = append(ids, id)
	}
	return ids, nil
}
