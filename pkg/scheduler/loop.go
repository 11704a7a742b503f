package scheduler

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Config is what a scheduler works with.
type Config struct {
	Source   Source
	Launcher Launcher
	World    World
	Store    Store
	Learned  *learned.Book // default: what the store has
	Log      *zap.Logger
	Now      func() time.Time

	Tick             time.Duration
	PollEvery        time.Duration // of each device and its worker
	LedgerEvery      time.Duration
	DrainTimeout     time.Duration
	DrainPoll        time.Duration
	DrainMemoryBytes uint64
	StopTimeout      time.Duration // for all workers at the daemon's end
	FirstRetry       time.Duration // after a worker's first failure
	TeamPatience     time.Duration // that the devices of a team have with those that are still to come
	RateWarmup       time.Duration // of work before a device's performance is measured
	Exclude          map[gpu.UUID]bool
	Expected         int                      // devices that ought to be here; 0: those that were
	Known            map[gpu.UUID]Known       // devices that an earlier daemon found
	Switched         map[gpu.UUID][]time.Time // when an earlier one had them switch
	// Contract, if set, says what a device is let for now; false: it is ours. It never waits.
	// While it is let nothing of ours is started there, whatever was decided before.
	Contract func(gpu.UUID) (decide.Contract, bool)
	// Left, if set, says what of an earlier daemon still holds a device; "" if nothing does.
	Left          func(gpu.UUID) string
	KeepDecisions int
	SignalEvery   time.Duration // between polls of the quotes' filter; 0: quotes are taken as they are
	// Record, if set, is called at the first tick, when a switch was decided or quotes
	// were polled, and every so often: what a replay needs.
	Record      func(r Record, began time.Time)
	RecordEvery time.Duration // 0: never
	Curtailment *Curtailment  // nil: nobody pays for power that is not used
	// DryRun decides and records, and lets devices be: what was decided counts as
	// done. No worker is started, no limit is changed.
	DryRun bool

	// Alive, if set, is called every AliveEvery by the loop itself, after a tick
	// has come to its end: a loop that is stuck does not call it.
	Alive      func()
	AliveEvery time.Duration
}

func (c *Config) defaults() {
	set := func(d *time.Duration, v time.Duration) {
		if *d <= 0 {
			*d = v
		}
	}
	set(&c.Tick, 10*time.Second)
	set(&c.PollEvery, min(c.Tick, 5*time.Second))
	set(&c.LedgerEvery, time.Minute)
	set(&c.DrainTimeout, time.Minute)
	set(&c.DrainPoll, 200*time.Millisecond)
	set(&c.StopTimeout, 45*time.Second)
	set(&c.FirstRetry, time.Second)
	set(&c.TeamPatience, c.StopTimeout+c.DrainTimeout+15*time.Second) // in which each has stopped what it did, and is free
	set(&c.RateWarmup, 2*time.Minute)
	if c.KeepDecisions == 0 {
		c.KeepDecisions = 2000
	}
	if c.Learned == nil {
		c.Learned = learned.New(c.Store)
	}
	if c.Now == nil {
		c.Now = time.Now
	}
}

// contract is what a device is let for.
func (c *Config) contract(id gpu.UUID) (decide.Contract, bool) {
	if c.Contract == nil {
		return decide.Contract{}, false
	}
	return c.Contract(id)
}

// Record is a decision that changed something, with all that led to it.
type Record struct {
	Snapshot decide.Snapshot `json:"snapshot"`
	Plan     decide.Plan     `json:"plan"`
}

// View is a copy of what the loop knows after a tick.
type View struct {
	Record
	Statuses []Status
	Fault    string   // why there are no devices
	Absent   []Absent // devices that do no work
	Ticks    uint64

	Curtailment *CurtailView // nil: there is no contract
}

// Loop is the scheduler. Run's goroutine owns its state. A tick that would begin
// while another runs is skipped, not queued.
type Loop struct {
	cfg      Config
	runners  map[gpu.UUID]*runner
	teams    *teams
	kick     chan struct{}
	policy   chan decide.Policy
	commands chan asked
	known    map[gpu.UUID]Known
	told     map[string]bool // devices whose absence was logged
	account  *account
	expected *expectations
	curtail  *curtailment
	planner  decide.Planner
	follow   *follower
	pretend  map[gpu.UUID]pretended   // in a dry run
	switched map[gpu.UUID][]time.Time // within a day
	record   time.Time                // when Record was called last
	renewed  time.Time                // when a worker was started again for its settings
	began    time.Time                // the first tick
	wg       sync.WaitGroup

	mu   sync.Mutex
	view View
}

// New makes a scheduler; Run starts it.
func New(cfg Config, policy decide.Policy) *Loop {
	cfg.defaults()
	l := &Loop{cfg: cfg, runners: map[gpu.UUID]*runner{}, kick: make(chan struct{}, 1), policy: make(chan decide.Policy, 1), commands: make(chan asked), known: map[gpu.UUID]Known{}}
	maps.Copy(l.known, cfg.Known)
	l.switched = map[gpu.UUID][]time.Time{}
	maps.Copy(l.switched, cfg.Switched)
	l.account, l.follow, l.pretend = newAccount(cfg), newFollower(cfg), map[gpu.UUID]pretended{}
	l.teams = newTeams(cfg)
	l.curtail, l.expected = &curtailment{cfg: cfg, booked: cfg.Now()}, &expectations{cfg: cfg}
	l.policy <- policy
	return l
}

// SetPolicy replaces the policy from the next tick on.
func (l *Loop) SetPolicy(p decide.Policy) {
	select {
	case <-l.policy:
	default:
	}
	l.policy <- p
}

// View returns what the loop knew after its latest tick.
func (l *Loop) View() View {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.view
}

// Run ticks until ctx ends, then waits until every worker has stopped.
func (l *Loop) Run(ctx context.Context) {
	runnersCtx, stop := context.WithCancel(ctx)
	defer func() {
		stop()
		l.wg.Wait()
		if !l.cfg.DryRun {
			l.account.flush(l.statuses(), l.cfg.World.Market(l.cfg.Now()), true)
			l.curtail.book(l.cfg.Now().Round(0).UTC(), true)
			l.expected.save(l.cfg.Now(), true)
		}
	}()
	ticker := time.NewTicker(l.cfg.Tick)
	defer ticker.Stop()
	var alive <-chan time.Time
	if l.cfg.Alive != nil && l.cfg.AliveEvery > 0 {
		t := time.NewTicker(l.cfg.AliveEvery)
		defer t.Stop()
		alive = t.C
	}
	policy, events := <-l.policy, l.cfg.Source.Events()
	answer := func() {}
	for {
		l.tick(runnersCtx, policy)
		answer() // what a command has changed is in the view by now
		answer = func() {}
		select {
		case <-ctx.Done():
			return
		case c := <-l.commands:
			devices, err := l.do(c.Command)
			answer = func() { c.done <- answered{devices, err} }
		case e, open := <-events:
			if !open {
				events = nil
			} else if r := l.runners[e.UUID]; r != nil {
				r.xid(e)
			}
		case <-alive:
			l.cfg.Alive()
		case policy = <-l.policy: // with a configuration that is new
			for _, r := range l.runners {
				r.cooldowns.forgiven.Store(true)
			}
		case <-l.kick:
			// Several devices tend to change together: let them.
			select {
			case <-ctx.Done():
				return
			case <-time.After(min(l.cfg.Tick, 200*time.Millisecond)):
			}
		case <-ticker.C:
		}
	}
}

// tick observes, decides, orders and records.
func (l *Loop) tick(ctx context.Context, policy decide.Policy) {
	if ctx.Err() != nil {
		return
	}
	// As it will be read from the store: without the monotonic clock.
	now := l.cfg.Now().Round(0).UTC()
	if l.began.IsZero() {
		l.began = now
	}
	fault, absent := l.discover(ctx, now)
	statuses := l.statuses()
	snap := decide.Snapshot{Market: l.cfg.World.Market(now), Policy: policy}
	curtailed := l.curtail.look(statuses, snap.Market.Tariff.Overhead, now)
	if curtailed != nil {
		snap.Ceiling = curtailed.Ceiling
	}
	telling := false // something that a replay must know
	for _, s := range statuses {
		d, polled := l.device(s, statuses), false
		l.switched[s.Device.UUID] = slices.DeleteFunc(l.switched[s.Device.UUID], func(t time.Time) bool { return now.Sub(t) > 24*time.Hour || t.After(now) })
		if policy.MostSwitches > 0 {
			d.Switches = len(l.switched[s.Device.UUID])
		}
		d.Signals, polled = l.follow.signals(&d, snap.Market)
		telling = telling || polled
		snap.Devices = append(snap.Devices, d)
		snap.Costs = append(snap.Costs, l.costs(s.Device.UUID)...)
	}
	plan := l.planner.Decide(snap, l.planner.Estimates(snap))
	l.teams.plan(allocations(statuses, plan))
	changed := false
	for _, d := range plan.Decisions {
		if !d.Switch {
			continue
		}
		changed = true
		l.switched[gpu.UUID(d.Device)] = append(l.switched[gpu.UUID(d.Device)], now)
		l.cfg.Log.Info("decision", zap.String("device", d.Device), zap.Stringer("from", d.Running), zap.Stringer("to", d.Chosen), zap.Stringer("reason", d.Reason))
		if l.cfg.DryRun {
			l.pretend[gpu.UUID(d.Device)] = pretended{d.Chosen, now}
			continue
		}
		l.runners[gpu.UUID(d.Device)].order(d.Chosen)
	}
	rec := Record{snap, plan}
	if changed {
		if err := l.cfg.Store.Append(store.Decisions, rec, l.cfg.KeepDecisions); err != nil {
			l.cfg.Log.Error("decision is not stored", zap.Error(err))
		}
	}
	if l.cfg.Record != nil && l.cfg.RecordEvery > 0 && (telling || changed || now.Sub(l.record) >= l.cfg.RecordEvery || now.Before(l.record)) {
		l.cfg.Record(rec, l.began)
		l.record = now
	}
	l.renewOne(statuses, now)
	l.measureIdle(statuses, plan, now)
	l.account.learn.predict(statuses, plan)
	if !l.cfg.DryRun { // nothing is earned, and what is drawn is others'
		l.account.flush(statuses, snap.Market, false)
		l.curtail.book(now, false)
		l.expected.add(decide.ExpectedOf(snap, plan), now)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.view.Record, l.view.Statuses, l.view.Fault, l.view.Absent = rec, statuses, fault, absent
	l.view.Curtailment = curtailed
	l.view.Ticks++
}

// pretended is what a device would do, were this no dry run.
type pretended struct {
	workload profit.Workload
	since    time.Time
}

// device is a device's line of the snapshot. An order that was given counts as
// carried out: a handover takes longer than a tick.
func (l *Loop) device(s Status, all []Status) decide.Device {
	d := decide.Device{Device: l.cfg.World.Device(s.Device), Running: s.Workload, Since: s.Since.Round(0).UTC(), Fault: s.Trouble(), Cooldowns: append(coolingOn(s, all), l.cfg.World.Barred(s.Device)...)}
	if !s.Wanted.None() && s.Wanted != s.Workload {
		d.Running, d.Leaving, d.Since, d.Fault = s.Wanted, s.Workload, s.Ordered.Round(0).UTC(), ""
	}
	if p, ok := l.pretend[s.Device.UUID]; ok {
		d.Running, d.Leaving, d.Since, d.Fault = p.workload, profit.Workload{}, p.since, ""
	}
	if s.Workload.Task() {
		d.Unsaved = l.cfg.World.Unsaved(s.Workload.Target, l.cfg.Now()).Seconds()
	}
	if c, let := l.cfg.contract(s.Device.UUID); let {
		d.Contract = &c
	}
	if len(s.Trials) > 0 {
		d.Measuring = s.Trials[0].Workload
	}
	h, held := s.held()
	switch {
	case held:
		d.Blocked = string(h.phase()) + ": " + h.String()
	case s.away():
		d.Blocked = string(s.Phase) + ": " + s.Reason
	case s.Reading == nil && s.Fault != "":
		d.Blocked = "no reading: " + s.Fault
	}
	return d
}

func (l *Loop) costs(id gpu.UUID) []decide.SwitchCost {
	var costs []decide.SwitchCost
	for _, from := range profit.Kinds() {
		for _, to := range profit.Kinds() {
			if c, ok := l.cfg.Learned.Costs.Get(learned.Move{Device: id, From: from, To: to}); ok {
				costs = append(costs, c)
			}
		}
	}
	return costs
}

// renewOne has one worker start again whose settings have changed: one at a time, so that a
// rig does not stop as a whole.
func (l *Loop) renewOne(statuses []Status, now time.Time) {
	if since := now.Sub(l.renewed); since >= 0 && since < l.cfg.Tick {
		return
	}
	for _, s := range statuses {
		if s.Outdated && s.Phase == PhaseRunning && s.renew == "" && (s.Wanted.None() || s.Wanted == s.Workload) {
			l.cfg.Log.Info("worker is started again: its settings have changed", zap.String("device", string(s.Device.UUID)), zap.Stringer("workload", s.Workload))
			l.renewed = now
			l.runners[s.Device.UUID].renew("its settings have changed")
			return
		}
	}
}

// statuses are copies of all runners' states, in the order of their index.
func (l *Loop) statuses() []Status {
	all := make([]Status, 0, len(l.runners))
	for _, r := range l.runners {
		all = append(all, r.Status())
	}
	slices.SortFunc(all, func(a, b Status) int {
		return cmp.Or(cmp.Compare(a.Device.Index, b.Device.Index), cmp.Compare(a.Device.UUID, b.Device.UUID))
	})
	return all
}
