//go:build chaos

package chaos

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

const (
	// between two looks at the table a worker that lives for less is not seen.
	lookEvery = 15 * time.Millisecond
	// A worker whose daemon is gone has four seconds at most until it is killed; a busy
	// machine gets some more.
	orphanBound = 30 * time.Second
)

// watch looks at the process table all the time and remembers what was there.
type watch struct {
	fail func(format string, args ...any)
	rigs []*rig

	mu     sync.Mutex
	procs  []proc // of the latest look
	stays  map[string][]*stay
	deaths map[*rig]*death
	lives  map[*rig]int
	pairs  map[[2]string]bool // of workers on one device, of which it has been told
	last   time.Time
	looks  int
	blind  time.Duration // the longest time between two looks
	left   time.Duration // the longest that anything outlived a daemon
}

// stay is a worker's time on a device, from its first sight to its last.
type stay struct {
	worker   string
	does     string
	life     int // the daemon's, in which it was first seen
	from, to time.Time
}

// death is the end of a daemon of which something may still be there.
type death struct {
	at     time.Time
	before uint64        // processes that were started later are the next daemon's
	empty  int           // looks in a row that found nothing
	late   bool          // it has been told
	clear  chan struct{} // closed once nothing is left
}

func newWatch(fail func(string, ...any)) *watch {
	return &watch{fail: fail, stays: map[string][]*stay{}, deaths: map[*rig]*death{}, lives: map[*rig]int{}, pairs: map[[2]string]bool{}}
}

// run looks until ctx ends, with precedence as far as that is allowed: what others do on
// the machine must not blind it.
func (w *watch) run(ctx context.Context) {
	runtime.LockOSThread() // never unlocked: the thread ends with us, and its precedence too
	_ = unix.Setpriority(unix.PRIO_PROCESS, unix.Gettid(), -10)
	for ctx.Err() == nil {
		began := time.Now()
		procs, err := table()
		if err != nil {
			w.fail("the process table: %v", err)
			return
		}
		w.take(began, time.Now(), procs)
		time.Sleep(lookEvery)
	}
}

// take notes what a look from began to ended has found.
func (w *watch) take(began, ended time.Time, procs []proc) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.looks++; w.looks > 1 {
		w.blind = max(w.blind, ended.Sub(w.last))
	}
	w.last, w.procs = began, procs
	for _, r := range w.rigs {
		for index, device := range r.devices {
			on := onDevice(procs, r, device)
			w.alone(r, device, on)
			w.note(r, device, on, began, ended)
			r.occupy(index, on)
		}
		w.leftOf(r, procs, ended)
	}
}

// onDevice are the processes that compute on the device, each with its worker.
func onDevice(procs []proc, r *rig, device string) (on []proc) {
	for _, p := range procs {
		if p.device == device && p.supervises == "" && (p.owner == r.owner || p.owner == "") {
			on = append(on, p)
		}
	}
	return on
}

// alone holds that a device has one worker at most. A look takes a while, in which one may
// go and the next come: two were there at once if the one that was seen first is there
// still, after the other one was seen.
func (w *watch) alone(r *rig, device string, on []proc) {
	for i, first := range on {
		for _, second := range on[i+1:] {
			pair := [2]string{first.worker, second.worker}
			if second.worker != first.worker && !w.pairs[pair] && first.is() {
				w.pairs[pair] = true
				w.fail("device %s of %s has two workers: %+v (%s) and %+v (%s)", device, r.name, first, first.does(), second, second.does())
			}
		}
	}
}

// note adds the look to the stays on a device.
func (w *watch) note(r *rig, device string, on []proc, began, ended time.Time) {
	for _, p := range on {
		list := w.stays[device]
		i := slices.IndexFunc(list, func(s *stay) bool { return s.worker == p.worker })
		if i < 0 {
			list = append(list, &stay{worker: p.worker, life: w.lives[r], from: ended})
			w.stays[device], i = list, len(list)-1
		}
		s := list[i]
		s.to = began
		if s.does == "" {
			s.does = p.does()
		}
	}
}

// leftOf looks for what is left of a daemon that has ended.
func (w *watch) leftOf(r *rig, procs []proc, now time.Time) {
	d := w.deaths[r]
	if d == nil {
		return
	}
	var left []proc
	for _, p := range procs {
		if (p.owner == r.owner || p.supervises == r.owner) && p.start < d.before {
			left = append(left, p)
		}
	}
	switch after := now.Sub(d.at); {
	case len(left) > 0:
		d.empty = 0
		w.left = max(w.left, after)
		if after > orphanBound && !d.late {
			d.late = true
			w.fail("%s: %s after the daemon's end there still is %+v", r.name, after.Round(time.Second), left)
		}
	default:
		if d.empty++; d.empty == 2 { // a process may be between two programs in one of them
			close(d.clear)
			delete(w.deaths, r)
		}
	}
}

// died tells that a rig's daemon has ended; the channel closes when nothing of it is left.
// A daemon that dies before that inherits what is left.
func (w *watch) died(r *rig, at time.Time) <-chan struct{} {
	w.mu.Lock()
	defer w.mu.Unlock()
	d := w.deaths[r]
	if d == nil {
		d = &death{at: at, clear: make(chan struct{})}
		w.deaths[r] = d
	}
	d.before, d.empty = ^uint64(0), 0
	return d.clear
}

// born tells that a rig's daemon starts now.
func (w *watch) born(r *rig) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.lives[r]++
	if d := w.deaths[r]; d != nil {
		d.before = ticks()
	}
}

// on is the process that computes on the device; false if there is none at the moment.
func (w *watch) on(r *rig, device string) (proc, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, p := range onDevice(w.procs, r, device) {
		return p, true
	}
	return proc{}, false
}

// trainer is some process that trains.
func (w *watch) trainer() (proc, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, p := range w.procs {
		if p.device != "" && p.does() == training {
			return p, true
		}
	}
	return proc{}, false
}

// supervisor is the process that supervises a worker.
func (w *watch) supervisor(of proc) (proc, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	i := slices.IndexFunc(w.procs, func(p proc) bool { return p.pid == of.parent && p.supervises != "" })
	if i < 0 {
		return proc{}, false
	}
	return w.procs[i], true
}

// gaps are the times that devices were without a worker, shortest first, by why.
type gaps struct {
	handover []time.Duration // another workload came
	restart  []time.Duration // the same one came again: it was killed, or hung
	death    []time.Duration // the daemon died in between
}

// gapsOf are those of a rig.
func (w *watch) gapsOf(r *rig) (g gaps) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, device := range r.devices {
		for i, s := range w.stays[device] {
			if i == 0 {
				continue
			}
			before := w.stays[device][i-1]
			gap := s.from.Sub(before.to)
			switch {
			case s.life != before.life:
				g.death = append(g.death, gap)
			case s.does != before.does && s.does != "" && before.does != "":
				g.handover = append(g.handover, gap)
			default:
				g.restart = append(g.restart, gap)
			}
		}
	}
	for _, list := range [][]time.Duration{g.handover, g.restart, g.death} {
		slices.Sort(list)
	}
	return g
}

// worked is how many workers did a thing.
func (w *watch) worked(at string) (n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, list := range w.stays {
		for _, s := range list {
			if s.does == at {
				n++
			}
		}
	}
	return n
}

// handovers are those of all rigs.
func (w *watch) handovers() (n int) {
	for _, r := range w.rigs {
		n += len(w.gapsOf(r).handover)
	}
	return n
}
