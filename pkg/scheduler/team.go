package scheduler

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// Allocation is what one worker takes: a workload, and the devices that do it together, in the
// order of their index.
type Allocation struct {
	Workload profit.Workload
	Devices  []gpu.UUID
}

// A task is done by a team, of one device or of several, and one worker for all of them. Each
// device's runner frees it as for any other work, then takes a seat and holds the device for the
// worker; the first one leads, and starts it once all that the plan wants are there. A seat is
// its runner's Worker: whoever stops it stops the worker of all.
//
//	        sit                   all are there, or patience is over
//	(none) -----> seat, waiting ---------------------------------------> seat, working
//	  ^                |                                                    |      |
//	  |  leaves, or is no more free                    one leaves or joins: |      | the worker
//	  +----------------+----------------------------------- regroup --------+      | ended: so
//	  +----------------------------------------------------------------------------+ do all
//
// A team has at most one worker, and a device at most one seat.
type team struct {
	work     profit.Workload
	planned  []gpu.UUID    // the devices that the plan wants, in the order of their index
	waiting  []*seat       // whose devices are free, and held for the worker
	launched chan struct{} // closed once a start that is under way is over; nil: none is
	worker   *shared       // nil: none
}

// teams are those of all tasks that are planned or done. The loop and all runners share them;
// nobody waits for anything with the lock held.
type teams struct {
	cfg Config

	mu sync.Mutex
	of map[profit.Workload]*team
}

func newTeams(cfg Config) *teams { return &teams{cfg: cfg, of: map[profit.Workload]*team{}} }

// plan says what the plan wants from now on. Devices come and go by their runners.
func (t *teams) plan(wanted []Allocation) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, m := range t.of {
		m.planned = nil
	}
	for _, a := range wanted {
		t.team(a.Workload).planned = a.Devices
	}
	for w, m := range t.of {
		if len(m.planned)+len(m.waiting) == 0 && !m.busy() {
			delete(t.of, w)
		}
		t.call(m)
	}
}

func (t *teams) team(w profit.Workload) *team {
	if t.of[w] == nil {
		t.of[w] = &team{work: w}
	}
	return t.of[w]
}

// call wakes the runner that is to start the worker, if it is time.
func (t *teams) call(m *team) {
	if ready := t.ready(m); len(ready) > 0 {
		ready[0].wake()
	}
}

// busy reports whether the team has a worker, or is about to.
func (m *team) busy() bool {
	if m.worker != nil && isClosed(m.worker.Done()) {
		m.worker = nil
	}
	return m.worker != nil || m.launched != nil
}

// ready are the seats that can start now, the leader first; none: others are still to come.
func (t *teams) ready(m *team) (here []*seat) {
	if m.busy() {
		return nil
	}
	for _, id := range m.planned {
		if k := slices.IndexFunc(m.waiting, func(s *seat) bool { return s.dev.UUID == id }); k >= 0 {
			here = append(here, m.waiting[k])
		}
	}
	if len(here) == 0 || len(here) < len(m.planned) && t.cfg.Now().Sub(oldest(here)) < t.cfg.TeamPatience {
		return nil
	}
	return here
}

func oldest(seats []*seat) time.Time {
	return slices.MinFunc(seats, func(a, b *seat) int { return a.since.Compare(b.since) }).since
}

// missing are the planned devices that neither wait nor work.
func (m *team) missing() (names []string) {
	for _, id := range m.planned {
		waits := slices.ContainsFunc(m.waiting, func(s *seat) bool { return s.dev.UUID == id })
		if !waits && !(m.worker != nil && slices.ContainsFunc(m.worker.devices, func(d gpu.Device) bool { return d.UUID == id })) {
			names = append(names, string(id))
		}
	}
	return names
}

// sit gives a device that is free its seat.
func (t *teams) sit(s *seat, w profit.Workload) {
	t.mu.Lock()
	defer t.mu.Unlock()
	s.teams, s.team, s.since, s.done = t, t.team(w), t.cfg.Now(), make(chan struct{})
	s.team.waiting = append(s.team.waiting, s)
	t.call(s.team)
}

// regroup stops a team that works without the seat although the plan wants it there, so that all
// start together, and reports whether it did. The team works on while others are to come as well.
func (t *teams) regroup(ctx context.Context, s *seat) bool {
	t.mu.Lock()
	var without *shared
	if s.worker == nil && s.team.busy() && slices.Contains(s.team.planned, s.dev.UUID) &&
		(len(s.team.missing()) == 0 || t.cfg.Now().Sub(s.since) >= t.cfg.TeamPatience) {
		without = s.team.worker
	}
	t.mu.Unlock()
	if without == nil {
		return false
	}
	bounded, cancel := context.WithTimeout(ctx, t.cfg.StopTimeout)
	defer cancel()
	t.stop(bounded, s.team, without, string(s.dev.UUID)+" joins the team")
	return true
}

// lead starts the team's worker, if the seat is the one to do so and all are there. The caller
// has just seen that its own device is free where fresh is set.
func (t *teams) lead(ctx context.Context, s *seat, fresh bool) {
	t.mu.Lock()
	members := t.ready(s.team)
	if len(members) == 0 || members[0] != s {
		t.mu.Unlock()
		return
	}
	if late := s.team.missing(); len(late) > 0 {
		t.cfg.Log.Warn("a team starts without devices that have not come in time", zap.Stringer("workload", s.team.work), zap.Strings("missing", late))
	}
	s.team.launched = make(chan struct{})
	t.mu.Unlock()

	worker, unfit, err := t.launch(ctx, s.team.work, members, s, fresh)
	if leaving := t.launched(s.team, members, worker, unfit, err); leaving != nil {
		bounded, cancel := context.WithTimeout(ctx, t.cfg.StopTimeout)
		defer cancel()
		t.stop(bounded, s.team, leaving.worker, string(leaving.dev.UUID)+" leaves the team")
	}
}

// launched is the end of a start. It gives a seat whose device was to leave meanwhile, and does not wait for it any more.
func (t *teams) launched(m *team, members []*seat, worker Worker, unfit map[*seat]string, err error) (leaving *seat) {
	t.mu.Lock()
	defer t.mu.Unlock()
	close(m.launched)
	m.launched = nil
	switch {
	case err != nil:
		for _, each := range members {
			each.dismiss(Ended{Restart: true, Reason: fmt.Sprintf("%s cannot be started: %v", m.work, err)})
		}
	case worker == nil:
		for each, why := range unfit {
			each.dismiss(Ended{Restart: true, Delay: time.Second, Reason: why})
		}
	default:
		m.worker = &shared{Worker: worker, ended: sync.OnceValue(worker.Ended), devices: devicesOf(members)}
		for _, each := range members {
			each.worker = m.worker
			each.away()
			each.wake()
			if each.leaves {
				leaving = each
			}
		}
	}
	for _, each := range slices.Clone(m.waiting) {
		if each.leaves {
			each.dismiss(Ended{Reason: "it left its team"})
		}
	}
	return leaving
}

// launch starts the worker on devices that are all free still; it names those that are not.
func (t *teams) launch(ctx context.Context, w profit.Workload, members []*seat, leader *seat, fresh bool) (worker Worker, unfit map[*seat]string, err error) {
	unfit = map[*seat]string{}
	for _, each := range members {
		if each == leader && fresh {
			continue
		}
		if why := each.unfit(ctx); why != "" {
			unfit[each] = why
		}
	}
	if len(unfit) > 0 || ctx.Err() != nil {
		return nil, unfit, nil
	}
	worker, err = t.cfg.Launcher.Launch(ctx, devicesOf(members), w)
	if ctx.Err() != nil && worker == nil {
		err = nil // the daemon ends
	}
	return worker, nil, err
}

func devicesOf(seats []*seat) (devices []gpu.Device) {
	for _, s := range seats {
		devices = append(devices, s.dev)
	}
	return devices
}

// stop ends a team's worker. The others take their seats anew, and what cannot be ended is no
// longer waited for: its devices stay with it.
func (t *teams) stop(ctx context.Context, m *team, w *shared, why string) process.Exit {
	t.mu.Lock()
	if !isClosed(w.Done()) && w.stopped == "" {
		w.stopped = why
	}
	t.mu.Unlock()
	exit := w.Worker.Stop(ctx)
	t.mu.Lock()
	defer t.mu.Unlock()
	w.stuck = !isClosed(w.Done())
	if m.worker == w {
		m.worker = nil
	}
	t.call(m)
	return exit
}

// allocations are what the decisions ask teams for: the tasks, with their devices.
func allocations(statuses []Status, plan decide.Plan) (all []Allocation) {
	for _, s := range statuses { // in the order of their index
		d := slices.IndexFunc(plan.Decisions, func(d decide.Decision) bool { return d.Device == string(s.Device.UUID) })
		if d < 0 || !plan.Decisions[d].Chosen.Task() {
			continue
		}
		w := plan.Decisions[d].Chosen
		k := slices.IndexFunc(all, func(a Allocation) bool { return a.Workload == w })
		if k < 0 {
			k, all = len(all), append(all, Allocation{Workload: w})
		}
		all[k].Devices = append(all[k].Devices, s.Device.UUID)
	}
	return all
}
