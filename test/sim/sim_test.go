package sim

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/curtail"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

var (
	seeds = flag.Int("seeds", 2, "worlds that are simulated")
	first = flag.Uint64("seed", 1, "the first one's seed: a world that fails fails again with its own")
	days  = flag.Int("days", 3, "days of each, with faults; a quiet one follows")
	until = flag.Duration("for", 0, "instead of -seeds: as many worlds as this time gives")
)

const cards = 3

// TestSimulate runs worlds and says what happened in them.
func TestSimulate(t *testing.T) {
	begin, sum, worlds := time.Now(), figures{}, 0
	for i := uint64(0); *until > 0 && time.Since(begin) < *until || *until == 0 && int(i) < *seeds; i++ {
		seed := *first + i
		ok := t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			dir := t.TempDir()
			synctest.Test(t, func(t *testing.T) { sum.add(simulate(t, seed, dir)) })
		})
		worlds++
		if !ok {
			t.Errorf("again: go test ./test/sim -run TestSimulate -seed %d -seeds 1 -days %d", seed, *days)
			break
		}
	}
	fmt.Printf("simulated: %d worlds, %d days of %d cards in %s: %+v\n", worlds, worlds*(*days+1), cards, time.Since(begin).Round(time.Second), sum)
}

func (f *figures) add(g figures) {
	f.launches += g.launches
	f.teams += g.teams
	f.kills += g.kills
	f.crashes += g.crashes
	f.refusedWrites += g.refusedWrites
	f.xids += g.xids
	f.commands += g.commands
	f.stuckWorkers += g.stuckWorkers
	f.leases += g.leases
	f.rented += g.rented
	f.curtailed += g.curtailed
}

// run is one world with the daemons that live in it.
type run struct {
	t    *testing.T
	w    *world
	d    *disk
	loop *scheduler.Loop
	log  *zap.Logger
	seen time.Time // of the decisions that were made again

	mu     sync.Mutex
	broken int
}

// simulate lets a world live through its days, and through a quiet one.
func simulate(t *testing.T, seed uint64, dir string) figures {
	return simulateWith(t, seed, dir, func(time.Duration, string) {})
}

// simulateWith calls between between two daemons' lives.
func simulateWith(t *testing.T, seed uint64, dir string, between func(lived time.Duration, path string)) figures {
	d := &disk{path: filepath.Join(dir, "db")}
	r := &run{t: t, d: d, log: zap.NewNop()}
	if os.Getenv("SIM_LOG") != "" {
		r.log, _ = zap.NewDevelopment() // it cannot fail
	}
	r.w = newWorld(seed, cards, d, r.fail)
	d.draw = r.w.stream("disk")
	stop := make(chan struct{})
	var parts sync.WaitGroup
	for _, c := range r.w.cards {
		parts.Go(func() { c.faults(stop) })
	}
	for name := range r.w.coins {
		parts.Go(func() { r.w.prices(stop, name) })
	}
	parts.Go(func() { r.w.challenges(stop) })
	parts.Go(func() { r.w.customers(stop) })
	parts.Go(func() { r.w.signals(stop) })
	parts.Go(func() { r.w.live(stop, "disk is full", 8*time.Hour, func(*rand.Rand) { r.fillDisk() }) })
	parts.Go(func() { r.w.operator(stop, r.command) })

	end := time.Now().Add(time.Duration(*days) * 24 * time.Hour)
	lives := r.w.stream("lives")
	for time.Now().Before(end) {
		r.life(min(time.Duration(lives.ExpFloat64()*float64(10*time.Hour)), time.Until(end)), false)
		between(time.Since(r.w.began), d.path)
	}
	r.w.mu.Lock()
	r.w.quiet, r.w.calm = true, time.Now()
	r.w.mu.Unlock()
	r.life(24*time.Hour, true)
	close(stop)
	parts.Wait()
	time.Sleep(2 * time.Hour) // until all that was to come later has come
	f := r.w.figures
	f.refusedWrites = d.refused
	return f
}

// fail says that a promise is broken; the first few tell enough.
func (r *run) fail(format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.broken++; r.broken <= 5 {
		r.t.Errorf("after %s: %s", time.Since(r.w.began).Round(time.Second), fmt.Sprintf(format, args...))
	}
}

// life is a daemon's: until it is killed, or is stopped in good order.
func (r *run) life(length time.Duration, quiet bool) {
	st, err := store.Open(r.d.path)
	if err != nil {
		r.t.Fatal(err)
	}
	r.d.Store = st
	r.d.arm(quiet)
	known := map[gpu.UUID]scheduler.Known{}
	r.check(store.Each(st, store.Devices, func(id string, k scheduler.Known) error { known[gpu.UUID(id)] = k; return nil }))
	r.w.mu.Lock()
	r.w.daemon++
	r.w.deaf = false
	of := driver{r.w, r.w.daemon}
	r.w.mu.Unlock()
	loop := scheduler.New(scheduler.Config{
		Source: of, Launcher: launcher{of}, World: r.w, Store: r.d, Log: r.log, Known: known, Left: r.left, Contract: r.w.contract,
		Curtailment: &scheduler.Curtailment{Terms: terms, Signal: func() curtail.Signal {
			r.w.mu.Lock()
			defer r.w.mu.Unlock()
			s := r.w.host.signal
			if !r.w.host.lost {
				s.At = time.Now()
			}
			return s
		}},
		Tick: 20 * time.Second, PollEvery: 10 * time.Second, LedgerEvery: 5 * time.Minute, StopTimeout: 45 * time.Second, DrainMemoryBytes: 1 << 30, KeepDecisions: 200,
	}, decide.Policy{MinRun: 5 * time.Minute, MinLead: 0.001, SwitchSeconds: 10, Horizon: 24 * time.Hour})
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		var books sync.WaitGroup
		books.Go(func() { r.bookkeeper(ctx) })
		loop.Run(ctx)
		books.Wait()
	}()
	r.mu.Lock()
	r.loop = loop
	r.mu.Unlock()
	if quiet {
		time.AfterFunc(12*time.Hour, r.w.settle)
		time.AfterFunc(time.Hour, func() { r.command(scheduler.Command{Action: scheduler.Release}) }) // by then the disk takes it
	}
	crashed := r.watch(loop, length)
	if !crashed && quiet {
		r.everybodyWorks(loop)
	}
	r.mu.Lock()
	r.loop = nil
	r.mu.Unlock()
	r.w.mu.Lock()
	r.w.deaf = true
	r.w.mu.Unlock()
	if crashed {
		r.kill()
	}
	cancel()
	r.goneWithin(ended, 2*time.Minute)
	select {
	case <-r.d.crashed: // in its last writes
		crashed = true
	default:
	}
	r.workersEnd()
	r.books(crashed)
	if quiet && !crashed {
		r.settle()
	}
	r.rentBooks(quiet && !crashed)
	if !crashed {
		r.settings()
	}
	r.decisions()
	r.check(st.Close())
}

func (r *run) check(err error) {
	if err != nil {
		r.t.Fatal(err)
	}
}

// watch lets a daemon live, and reports whether it was killed. Its loop has to go on.
func (r *run) watch(loop *scheduler.Loop, length time.Duration) (crashed bool) {
	over := time.After(length)
	ticks := uint64(0)
	for {
		select {
		case <-r.d.crashed:
			return true
		case <-over:
			return false
		case <-time.After(2 * time.Minute):
		}
		view := loop.View()
		r.curtailed(view)
		r.together(view)
		if now := view.Ticks; now == ticks {
			r.fail("the loop stands still at tick %d", ticks)
		} else {
			ticks = now
		}
	}
}

// together: what the daemon says of a team is what its worker is on.
func (r *run) together(view scheduler.View) {
	r.w.mu.Lock()
	defer r.w.mu.Unlock()
	for i, s := range view.Statuses { // of at most a minute ago
		n := r.w.cards[i].worker
		if n == nil || !n.alive() || n.doomed || time.Since(n.begin) < 2*time.Minute || s.Phase != scheduler.PhaseRunning || s.Workload != n.what {
			continue
		}
		var on []gpu.UUID
		for _, c := range n.cards {
			on = append(on, c.dev.UUID)
		}
		if said := s.Team; len(on) == 1 && said != nil || len(on) > 1 && !slices.Equal(said, on) {
			r.fail("%s: the team is said to be %v, its worker is on %v", s.Device.UUID, said, on)
		}
	}
}

// kill is kill -9: nothing that the daemon still does has an effect, and its workers end.
func (r *run) kill() {
	r.w.mu.Lock()
	defer r.w.mu.Unlock()
	r.w.figures.crashes++
	r.w.daemon++
}

// workersEnd ends what a daemon has left, as the supervisors do, and waits for it as the next
// daemon does: but not for ever.
func (r *run) workersEnd() {
	r.w.mu.Lock()
	for _, c := range r.w.cards {
		if n := c.worker; n != nil && n.alive() {
			n.kill()
		}
	}
	r.w.mu.Unlock()
	time.Sleep(17 * time.Second)
}

// left says what of an earlier daemon still has a device.
func (r *run) left(id gpu.UUID) string {
	r.w.mu.Lock()
	defer r.w.mu.Unlock()
	for _, c := range r.w.cards {
		if c.dev.UUID == id && c.worker != nil && c.worker.alive() && c.worker.of != r.w.daemon {
			return "a process of an earlier daemon cannot be ended"
		}
	}
	return ""
}

func (r *run) goneWithin(ended <-chan struct{}, limit time.Duration) {
	select {
	case <-ended:
	case <-time.After(limit):
		r.fail("the daemon does not end within %s", limit)
		<-ended
	}
}

// books compares the ledger with what was accepted. What a daemon that was killed had been
// told and not booked is lost; all else is there, to the hash, and never more.
func (r *run) books(crashed bool) {
	sums, lines := map[string]float64{}, map[string]float64{}
	r.check(store.Each(r.d.Store, store.Ledger, func(_ string, l store.Line) error {
		if l.Kind == store.MiningRevenue {
			v, err := strconv.ParseFloat(l.Amount, 64)
			sums[l.Device+" "+l.Workload] += v
			lines[l.Device+" "+l.Workload]++
			return err
		}
		return nil
	}))
	r.w.mu.Lock()
	defer r.w.mu.Unlock()
	full := r.d.refusedWithin(7 * time.Minute) // what was to be booked last
	for _, c := range r.w.cards {
		for coin, told := range c.told {
			key := string(c.dev.UUID) + " " + profit.Mining(coin).String()
			booked := sums[key]
			slack := 1 + 6*math.Sqrt(lines[key]/12) // a line's amount is whole: its error is uniform
			switch {
			case booked > told+slack:
				r.fail("%s: %v hashes of %s are booked, %v were accepted", c.dev.UUID, booked, coin, told)
			case !crashed && !full && booked < told-slack:
				r.fail("%s: %v hashes of %s are booked, %v were accepted", c.dev.UUID, booked, coin, told)
			case crashed || full:
				c.told[coin] = math.Min(booked, told) // what is missing is lost
			}
		}
	}
}

// settings are given back by a daemon that ends in good order, where the card answers.
func (r *run) settings() {
	r.w.mu.Lock()
	defer r.w.mu.Unlock()
	for _, c := range r.w.cards {
		free := c.answer() == nil && (c.worker == nil || !c.worker.alive())
		if free && !r.d.refusedWithin(time.Minute) && c.settings.String() != baseline.String() && r.w.quiet {
			r.fail("%s is left with %s", c.dev.UUID, c.settings)
		}
	}
}

// decisions are the same when they are made again from what is stored: those that no earlier
// look has made again.
func (r *run) decisions() {
	n, seen := 0, r.seen
	r.check(store.Each(r.d.Store, store.Decisions, func(string, json.RawMessage) error { n++; return nil }))
	r.check(store.EachBack(r.d.Store, store.Decisions, func(rec scheduler.Record) bool {
		if !rec.Plan.At.After(seen) {
			return false
		}
		r.seen = later(r.seen, rec.Plan.At)
		again := decide.Decide(rec.Snapshot, decide.Estimates(rec.Snapshot))
		for i, d := range rec.Plan.Decisions {
			if again.Decisions[i].Chosen != d.Chosen || again.Decisions[i].Switch != d.Switch {
				r.fail("%s at %s: %s was chosen, again it is %s", d.Device, rec.Plan.At, d.Chosen, again.Decisions[i].Chosen)
			}
		}
		return true
	}))
	if n > 200 {
		r.fail("%d decisions are kept, of 200", n)
	}
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// everybodyWorks: hours after the last fault no card is without work that pays.
func (r *run) everybodyWorks(loop *scheduler.Loop) {
	for _, s := range loop.View().Statuses {
		if s.Phase != scheduler.PhaseRunning || !s.Report.Working() || s.Trouble() != "" {
			r.fail("%s does not work a day after the last fault: %s %s, %s %s", s.Device.UUID, s.Phase, s.Workload, s.Reason, s.Trouble())
		}
	}
}

// command is the operator's; a daemon that is not there does not hear it.
func (r *run) command(c scheduler.Command) {
	r.mu.Lock()
	loop := r.loop
	r.mu.Unlock()
	if loop == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	r.w.asked(c)
	ids, _ := loop.Do(ctx, c) // it may be one that cannot be done, for some or all
	r.w.obeyed(c, ids)
}

// fillDisk makes writes fail for some minutes. The world's lock is held.
func (r *run) fillDisk() {
	if !r.w.quiet {
		r.d.fill(time.Duration(1+r.d.draw.IntN(20)) * time.Minute)
	}
}
