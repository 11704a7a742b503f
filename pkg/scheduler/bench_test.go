package scheduler

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"
	"go.uber.org/zap"
	"go.uber.org/zap/zaptest/observer"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// bench is a rig of cards without hardware: source, launcher and world in one.
// It sees to it that the scheduler keeps its promises: no second worker on a
// card, no start on a card that is not free.
type bench struct {
	t     *testing.T
	store *flaky
	logs  *observer.ObservedLogs
	cfg   Config
	loop  *Loop
	start time.Time
	end   func()

	mu         sync.Mutex
	cards      []*card
	events     []string
	price      map[string]float64 // USD per hour at a card; 0: not believed
	prize      []profit.Challenge
	limits     map[profit.Kind]gpu.Watts
	fast       gpu.UUID         // trains four times as fast
	rich       gpu.UUID         // mines a hundred times as fast
	worker     func(*worker)    // prepares each new worker
	refuse     error            // of launches
	refuses    map[string]error // of a coin's
	away       map[string]error // pools that are, by coin
	offsets    map[profit.Kind]int
	unmeasured string
	recipe     string       // that workers are started by
	gone       map[int]bool // cards that the driver does not list
	xids       chan gpu.Event
	held       chan struct{} // holds the loop up until it is closed
}

type card struct {
	dev     gpu.Device
	limit   gpu.Watts
	watts   gpu.Watts
	joules  gpu.Joules // by its counter
	offset  int
	celsius gpu.Celsius
	metered bool // has a counter
	blind   bool // has no sensor of power
	at      time.Time
	lost    error         // what it answers instead of a reading
	slow    time.Duration // each answer
	foreign bool          // somebody else's process computes on it
	worker  *worker       // whose processes are on it
}

type worker struct {
	b      *bench
	cards  []*card // the one that leads first
	what   profit.Workload
	done   chan struct{}
	once   sync.Once
	report Report
	ended  Ended
	stop   time.Duration // from TERM to the end
	linger time.Duration // from the end until the driver has cleared the card
	asked  int           // for Ended
}

func newBench(t *testing.T, cards int) *bench {
	s, err := store.Open(filepath.Join(t.TempDir(), "db"))
	if err != nil {
		t.Fatal(err)
	}
	core, logs := observer.New(zap.DebugLevel)
	b := &bench{t: t, store: &flaky{Store: s}, logs: logs, start: time.Now(), price: map[string]float64{"a": 1, "b": 0.5}, limits: map[profit.Kind]gpu.Watts{}, recipe: "old", xids: make(chan gpu.Event, 8)}
	for i := range cards {
		b.cards = append(b.cards, &card{
			dev:   gpu.Device{UUID: gpu.UUID(fmt.Sprintf("GPU-%d", i)), Index: i, Model: "M", PowerLimit: gpu.PowerRange{DefaultWatts: 300, MinWatts: 100, MaxWatts: 350}},
			limit: 300, watts: 10, at: time.Now(),
		})
	}
	b.cfg = Config{Source: b, Launcher: b, World: b, Store: b.store, Log: zap.New(core), Tick: 10 * time.Second, PollEvery: 5 * time.Second}
	return b
}

// run starts the scheduler, or starts it again.
func (b *bench) run() {
	ctx, cancel := context.WithCancel(context.Background())
	b.loop = New(b.cfg, decide.Policy{MinLead: 0.001, SwitchSeconds: 10, Horizon: 24 * time.Hour})
	done := make(chan struct{})
	go func() { defer close(done); b.loop.Run(ctx) }()
	b.end = func() { cancel(); <-done }
}

// close ends the scheduler and checks what must hold at its end.
func (b *bench) close() {
	if b.loop != nil {
		b.end()
	}
	after(15 * time.Minute) // until all that was to come later has come
	for _, c := range b.cards {
		if c.worker != nil && !isClosed(c.worker.done) {
			b.t.Errorf("%s: %s outlives the scheduler", c.dev.UUID, c.worker.what)
		}
		if (c.limit != 300 || c.offset != 0) && c.lost == nil {
			b.t.Errorf("%s: power limit is left at %v W, the offset at %v", c.dev.UUID, c.limit, c.offset)
		}
	}
	if err := b.store.Close(); err != nil {
		b.t.Error(err)
	}
}

// bubble runs a test whose clock is its own.
func bubble(t *testing.T, cards int, test func(t *testing.T, b *bench)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		b := newBench(t, cards)
		test(t, b)
		b.close()
	})
}

// after lets time pass.
func after(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// do changes the bench.
func (b *bench) do(f func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	f()
}

// later changes it after a while.
func (b *bench) later(d time.Duration, f func()) {
	go func() {
		time.Sleep(d)
		b.do(f)
	}()
}

func (b *bench) event(format string, args ...any) {
	b.events = append(b.events, fmt.Sprintf(format, args...))
}

// took are the events since the last call.
func (b *bench) took() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	e := b.events
	b.events = nil
	return e
}

func (b *bench) expect(what string, want ...string) {
	b.t.Helper()
	if got := b.took(); !slices.Equal(got, want) {
		b.t.Errorf("%s:\n got %s\nwant %s", what, strings.Join(got, ", "), strings.Join(want, ", "))
	}
}

// expectOfEach is expect where devices do things at the same time: the order is each one's own.
func (b *bench) expectOfEach(what string, want ...string) {
	b.t.Helper()
	byDevice := func(a, b string) int { return strings.Compare(strings.Fields(a)[0], strings.Fields(b)[0]) }
	got := b.took()
	slices.SortStableFunc(got, byDevice)
	slices.SortStableFunc(want, byDevice)
	if !slices.Equal(got, want) {
		b.t.Errorf("%s:\n got %s\nwant %s", what, strings.Join(got, ", "), strings.Join(want, ", "))
	}
}

func (b *bench) status(i int) Status {
	return b.loop.runners[b.cards[i].dev.UUID].Status()
}

func (b *bench) card(id gpu.UUID) *card {
	for _, c := range b.cards {
		if c.dev.UUID == id {
			return c
		}
	}
	b.t.Errorf("there is no %s", id)
	return b.cards[0]
}

// Devices implements Source.
func (b *bench) Devices(context.Context) ([]gpu.Device, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	var all []gpu.Device
	for i, c := range b.cards {
		if !b.gone[i] {
			all = append(all, c.dev)
		}
	}
	return all, nil
}

// Read implements Source.
func (b *bench) Read(ctx context.Context, id gpu.UUID) (gpu.Reading, error) {
	b.mu.Lock()
	c := b.card(id)
	slow := c.slow
	b.mu.Unlock()
	if slow > 0 {
		select {
		case <-ctx.Done():
			return gpu.Reading{}, ctx.Err()
		case <-time.After(slow):
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if c.lost != nil {
		return gpu.Reading{}, c.lost
	}
	now := time.Now()
	c.joules += gpu.Joules(float64(c.watts) * now.Sub(c.at).Seconds())
	c.at = now
	r := gpu.Reading{UUID: id, At: now, Power: new(c.watts), PowerLimit: new(c.limit), MemoryUsedBytes: new(uint64(0)), Processes: []gpu.Process{}}
	if c.metered {
		r.Energy = new(c.joules)
	}
	if c.blind {
		r.Power = nil
	}
	if c.celsius > 0 {
		r.Temperature = new(c.celsius)
	}
	if c.worker != nil || c.foreign {
		r.Processes = append(r.Processes, gpu.Process{PID: 4711})
	}
	return r, nil
}

// Settings implements Source.
func (b *bench) Settings(_ context.Context, id gpu.UUID) (gpu.Settings, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	c := b.card(id)
	return gpu.Settings{PowerLimit: new(c.limit), CoreOffsetMHz: new(c.offset)}, c.lost
}

// Tune implements Source.
func (b *bench) Tune(_ context.Context, id gpu.UUID, want gpu.Settings) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	c := b.card(id)
	if c.lost != nil {
		return c.lost
	}
	var lease Lease
	if held, _ := b.store.Store.Get(store.Leases, string(id), &lease); !held || !want.Without(lease.Baseline).Empty() {
		b.t.Errorf("%s: %v is set, but the lease is %v", id, want, lease)
	}
	if want.PowerLimit != nil {
		c.limit = *want.PowerLimit
		b.event("%s limit %v", id, c.limit)
	}
	if want.CoreOffsetMHz != nil {
		c.offset = *want.CoreOffsetMHz
		b.event("%s offset %v", id, c.offset)
	}
	return nil
}

// Events implements Source.
func (b *bench) Events() <-chan gpu.Event { return b.xids }

// Probe implements Launcher.
func (b *bench) Probe(_ context.Context, d gpu.Device, w profit.Workload) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.away[w.Target]
}

// Launch implements Launcher.
func (b *bench) Launch(_ context.Context, devices []gpu.Device, w profit.Workload) (Worker, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	new := &worker{
		b: b, what: w, done: make(chan struct{}), report: Report{State: "ok"}, ended: Ended{Restart: true, Reason: "it ended"},
		stop: 2 * time.Second, linger: time.Second,
	}
	for _, d := range devices {
		b.check(d, w)
		new.cards = append(new.cards, b.card(d.UUID))
	}
	if b.refuse != nil {
		b.event("%s refuses %s", new.names(), w)
		return nil, b.refuse
	}
	if err := b.refuses[w.Target]; err != nil {
		return nil, err
	}
	b.event("%s launch %s", new.names(), w)
	if b.worker != nil {
		b.worker(new)
	}
	for _, c := range new.cards {
		c.worker, c.watts = new, 200
	}
	return new, nil
}

// check is what must hold of a device at every start of a worker.
func (b *bench) check(d gpu.Device, w profit.Workload) {
	c := b.card(d.UUID)
	if b.cfg.Contract != nil {
		b.mu.Unlock()
		contract, let := b.cfg.Contract(d.UUID)
		b.mu.Lock()
		if let && contract.Work != w {
			b.t.Errorf("%s: %s is launched on a card that is let for %s", d.UUID, w, contract.Work)
		}
	}
	if (c.worker != nil || c.foreign) && w.Kind != profit.Rent {
		b.t.Errorf("%s: %s is launched on a card that is not free", d.UUID, w)
	}
	for _, other := range b.cards {
		if o := other.worker; w.Task() && o != nil && o.what == w && !isClosed(o.done) {
			b.t.Errorf("%s: %s is launched while %s does it", d.UUID, w, other.dev.UUID)
		}
	}
}

// names are those of the worker's cards.
func (w *worker) names() string {
	var ids []string
	for _, c := range w.cards {
		ids = append(ids, string(c.dev.UUID))
	}
	return strings.Join(ids, "+")
}

// leave ends the worker; its cards are free a while later.
func (w *worker) leave() {
	w.once.Do(func() {
		w.b.event("%s end %s", w.names(), w.what)
		close(w.done)
		for _, c := range w.cards {
			c.watts = 10
		}
		if w.what.Kind == profit.Rent { // nothing of ours was there
			w.cards[0].worker = nil
			return
		}
		w.b.later(w.linger, func() {
			w.b.event("%s free", w.names())
			for _, c := range w.cards {
				c.worker = nil
			}
		})
	})
}

func (w *worker) Done() <-chan struct{} { return w.done }
func (w *worker) Exit() process.Exit    { return process.Exit{Code: 1} }

func (w *worker) Stop(ctx context.Context) process.Exit {
	if w.stop > 0 {
		select {
		case <-w.done:
			return process.Exit{}
		case <-ctx.Done():
			return process.Exit{Err: ctx.Err()}
		case <-time.After(w.stop):
		}
	}
	w.b.mu.Lock()
	defer w.b.mu.Unlock()
	w.leave()
	return process.Exit{}
}

func (w *worker) Report(context.Context) Report {
	w.b.mu.Lock()
	defer w.b.mu.Unlock()
	r := w.report
	w.report.Hashes, w.report.Accepted, w.report.Rejected = 0, 0, 0
	return r
}

func (w *worker) Ended() Ended {
	w.b.mu.Lock()
	defer w.b.mu.Unlock()
	if !isClosed(w.done) {
		w.b.t.Error("Ended before Done")
	}
	w.asked++
	return w.ended
}

// Market implements World.
func (b *bench) Market(now time.Time) profit.Market {
	b.mu.Lock()
	held := b.held
	b.mu.Unlock()
	if held != nil {
		<-held
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	q := func(v float64) profit.Quote { return profit.Quote{Value: v, Source: "test"} }
	m := profit.Market{Now: now, Tariff: profit.Tariff{PerKWh: q(0.1), Rate: q(1), Overhead: 1, Currency: "USD"}, Challenges: slices.Clone(b.prize)}
	for _, name := range []string{"a", "b"} {
		m.Coins = append(m.Coins, profit.Coin{Name: name, Price: q(b.price[name]), BlockReward: q(1), Difficulty: q(3600), HashesPerDifficulty: 1})
	}
	return m
}

// Device implements World.
func (b *bench) Device(d gpu.Device) profit.Device {
	b.mu.Lock()
	defer b.mu.Unlock()
	rate := profit.MiningRate{Hashrate: 1, Watts: 200}
	if d.UUID == b.rich {
		rate.Hashrate = 100
	}
	p := profit.Device{
		UUID: string(d.UUID), Model: d.Model, IdleWatts: 10, Mining: map[string]profit.MiningRate{"a": rate, "b": rate},
		Training: profit.TrainingRate{PerSecond: 1, Watts: 200},
	}
	if d.UUID == b.fast {
		p.Training.PerSecond = 4
	}
	return p
}

// Unsaved implements World.
func (b *bench) Unsaved(string, time.Time) time.Duration { return 0 }

// Tuning implements World.
func (b *bench) Tuning(_ gpu.Device, w profit.Workload) (s gpu.Settings) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if limit := b.limits[w.Kind]; limit > 0 {
		s.PowerLimit = &limit
	}
	if offset, ok := b.offsets[w.Kind]; ok {
		s.CoreOffsetMHz = &offset
	}
	return s
}

// Coins implements World.
func (b *bench) Coins(gpu.Device) []string { return []string{"a", "b"} }

// Unmeasured implements World.
func (b *bench) Unmeasured(gpu.Device) string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.unmeasured
}

// Barred implements World.
func (b *bench) Barred(gpu.Device) []decide.Cooldown { return nil }

// Paced implements World: all networks are alike.
func (b *bench) Paced(_ gpu.Device, r Report, _ int, _ time.Duration) (float64, error) {
	return float64(r.MACs), nil
}

// RateOf implements World.
func (b *bench) RateOf(_ gpu.Device, w profit.Workload) string {
	if w.Task() {
		return "train"
	}
	return w.String()
}

// HeatLimits implements World.
func (b *bench) HeatLimits(gpu.Device) gpu.HeatLimits { return gpu.HeatLimits{Die: 80} }

// Xids implements World.
func (b *bench) Xids() gpu.XidPolicy { return gpu.DefaultXids() }

// Recipe implements Launcher.
func (b *bench) Recipe(gpu.Device, profit.Workload) string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.recipe
}

// challenge is worth more than mining and takes an hour.
func challenge(key string) profit.Challenge {
	return profit.Challenge{
		Key: key, Reward: 10, Price: profit.Quote{Value: 1, Source: "test"}, Ether: profit.Quote{Value: 1, Source: "test"}, Deadline: time.Now().Add(1000 * time.Hour), Work: profit.Work{Median: 3600, Reach: 1},
	}
}

// flaky is the real store, whose writes can be made to fail.
type flaky struct {
	*store.Store
	mu   sync.Mutex
	fail func(b store.Bucket) bool
}

// breaks makes the writes fail from now on that fail names; nil: none.
func (f *flaky) breaks(fail func(b store.Bucket) bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.fail = fail
}

var errDisk = errors.New("no space left on device")

func (f *flaky) broken(b store.Bucket) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.fail != nil && f.fail(b)
}

func (f *flaky) Put(b store.Bucket, key string, v any) error {
	if f.broken(b) {
		return errDisk
	}
	return f.Store.Put(b, key, v)
}

func (f *flaky) AppendLine(l store.Line) error {
	if f.broken(store.Ledger) {
		return errDisk
	}
	return f.Store.AppendLine(l)
}

// counting calls before each reading.
type counting struct {
	*bench
	before func()
}

func (c *counting) Read(ctx context.Context, id gpu.UUID) (gpu.Reading, error) {
	c.do(c.before)
	return c.bench.Read(ctx, id)
}
