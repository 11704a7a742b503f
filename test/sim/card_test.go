package sim

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// card is a device as it really is, whatever its driver says.
type card struct {
	w    *world
	dev  gpu.Device
	draw *rand.Rand // of workers

	lost, hung, unlisted, foreign bool
	hot                           gpu.Celsius
	since                         time.Time // of the heat
	repair                        bool      // the driver reported what only a repair or the operator's word helps
	settings                      gpu.Settings
	joules                        float64
	at                            time.Time
	frozen                        bool // its energy counter
	shown                         float64
	worker                        *worker // alive, or not cleared away yet
	accepted                      map[string]float64
	told                          map[string]float64 // to a daemon that lives: its ledger has to have it
	lostHashes                    map[string]float64 // told to one that was killed before it booked them
}

var baseline = gpu.Settings{PowerLimit: new(gpu.Watts(300)), CoreClockMHz: new(0), MemoryClockMHz: new(0), CoreOffsetMHz: new(0), MemoryOffsetMHz: new(0), Fan: new(0.0)}

func newCard(w *world, i int) *card {
	c := &card{w: w, at: time.Now(), hot: 60, settings: baseline, accepted: map[string]float64{}, told: map[string]float64{}, lostHashes: map[string]float64{},
		dev: gpu.Device{UUID: gpu.UUID(fmt.Sprintf("GPU-%d", i)), Index: i, Model: "M", MemoryBytes: 24 << 30, PowerLimit: gpu.PowerRange{DefaultWatts: 300, MinWatts: 100, MaxWatts: 350}}}
	c.draw = w.stream("workers of " + string(c.dev.UUID))
	return c
}

// faults come and go.
func (c *card) faults(stop <-chan struct{}) {
	c.w.live(stop, "faults of "+string(c.dev.UUID), 90*time.Minute, func(r *rand.Rand) {
		c.lost, c.hung, c.unlisted, c.foreign, c.frozen, c.hot = false, false, false, false, false, 60
		if c.w.quiet {
			return
		}
		switch r.IntN(14) {
		case 0:
			c.lost = true
		case 1:
			c.hung = true
		case 2:
			c.unlisted = true
		case 3:
			c.foreign = c.worker == nil || !c.worker.alive()
		case 4:
			c.hot, c.since = gpu.Celsius(80+r.IntN(10)), time.Now()
		case 5:
			c.frozen, c.shown = true, c.joules
		case 6, 7:
			codes := []uint64{13, 31, 43, 45, 48, 63, 79}
			c.w.report(c, codes[r.IntN(len(codes))])
		}
	})
}

// report has the driver report an error; only a daemon that is there hears it.
func (w *world) report(c *card, xid uint64) {
	w.figures.xids++
	if w.deaf {
		return
	}
	w.xids <- gpu.Event{UUID: c.dev.UUID, At: time.Now(), Xid: xid}
	of := w.daemon
	time.AfterFunc(time.Minute, func() { // by then it has heard and stored it, if its disk took it
		w.mu.Lock()
		defer w.mu.Unlock()
		c.repair = c.repair || (xid == 48 || xid == 79) && !w.deaf && w.daemon == of && !w.disk.refusedWithin(2*time.Minute)
	})
}

func (c *card) watts() float64 {
	if c.worker != nil && c.worker.alive() || !c.w.host.since.IsZero() {
		return min(200, float64(*c.settings.PowerLimit))
	}
	return 10
}

func (c *card) advance() {
	now := time.Now()
	c.joules += c.watts() * now.Sub(c.at).Seconds()
	c.at = now
}

func (c *card) answer() error {
	switch {
	case c.lost:
		return fmt.Errorf("sim: %w", gpu.ErrLost)
	case c.hung:
		return fmt.Errorf("sim: %w", gpu.ErrTimeout)
	}
	return nil
}

// driver is a daemon's view of the cards; one that was killed gets nothing done any more.
type driver struct {
	w  *world
	of int
}

var errDead = errors.New("this daemon was killed")

func (d driver) card(id gpu.UUID) (*card, error) {
	if d.of != d.w.daemon {
		return nil, errDead
	}
	for _, c := range d.w.cards {
		if c.dev.UUID == id {
			return c, nil
		}
	}
	return nil, gpu.ErrUnknownDevice
}

// reach is the card if it answers.
func (d driver) reach(id gpu.UUID) (*card, error) {
	c, err := d.card(id)
	if err == nil {
		err = c.answer()
	}
	return c, err
}

func (d driver) Devices(context.Context) (all []gpu.Device, _ error) {
	d.w.mu.Lock()
	defer d.w.mu.Unlock()
	for _, c := range d.w.cards {
		all = append(all, c.dev)
	}
	return all, nil
}

func (d driver) Read(_ context.Context, id gpu.UUID) (gpu.Reading, error) {
	d.w.mu.Lock()
	defer d.w.mu.Unlock()
	c, err := d.reach(id)
	if err != nil {
		return gpu.Reading{}, err
	}
	c.advance()
	c.free()
	energy := c.joules
	if c.frozen {
		energy = c.shown
	}
	r := gpu.Reading{UUID: id, At: time.Now(), Power: new(gpu.Watts(c.watts())), Energy: new(gpu.Joules(energy)), Temperature: new(c.hot),
		MemoryUsedBytes: new(uint64(300 << 20)), PowerLimit: c.settings.PowerLimit, Processes: []gpu.Process{}}
	if c.worker != nil || c.foreign || !c.w.host.since.IsZero() && time.Since(c.w.host.since) > promptly {
		r.Processes = append(r.Processes, gpu.Process{PID: 4711})
	}
	if c.unlisted {
		r.Processes = nil
	}
	return r, nil
}

func (d driver) Settings(_ context.Context, id gpu.UUID) (gpu.Settings, error) {
	d.w.mu.Lock()
	defer d.w.mu.Unlock()
	c, err := d.reach(id)
	if err != nil {
		return gpu.Settings{}, err
	}
	return gpu.Settings{PowerLimit: c.settings.PowerLimit, CoreOffsetMHz: c.settings.CoreOffsetMHz, MemoryOffsetMHz: c.settings.MemoryOffsetMHz}, nil
}

// Tune checks that what is changed is in a lease first.
func (d driver) Tune(_ context.Context, id gpu.UUID, want gpu.Settings) error {
	d.w.mu.Lock()
	defer d.w.mu.Unlock()
	c, err := d.reach(id)
	if err != nil {
		return err
	}
	if err := want.Check(c.dev); err != nil {
		d.w.fail("%s: %v", id, err)
	}
	var lease scheduler.Lease
	if held, _ := d.w.disk.Store.Get(store.Leases, string(id), &lease); !held || !want.Without(lease.Baseline).Empty() {
		d.w.fail("%s: %v is set, but the lease is of %v", id, want, lease.Baseline)
	}
	c.settings = want.Over(c.settings)
	return nil
}

func (d driver) Events() <-chan gpu.Event { return d.w.xids }

// launcher starts workers, whose ways are drawn.
type launcher struct{ driver }

func (l launcher) Probe(_ context.Context, _ gpu.Device, work profit.Workload) error {
	l.w.mu.Lock()
	defer l.w.mu.Unlock()
	if c := l.w.coins[work.Target]; work.Kind == profit.Mine && !c.up {
		return errPool
	}
	return nil
}

func (l launcher) Recipe(gpu.Device, profit.Workload) string {
	l.w.mu.Lock()
	defer l.w.mu.Unlock()
	return fmt.Sprint(l.w.recipe)
}

func (l launcher) Launch(_ context.Context, devices []gpu.Device, work profit.Workload) (scheduler.Worker, error) {
	l.w.mu.Lock()
	defer l.w.mu.Unlock()
	var cards []*card
	for _, dev := range devices {
		c, err := l.card(dev.UUID)
		if err != nil {
			return nil, err
		}
		cards = append(cards, c)
	}
	if work == let {
		l.w.figures.leases++
		return &lease{done: make(chan struct{})}, nil
	}
	for _, c := range cards {
		l.check(c, work)
	}
	if len(cards) > mostTogether(work) {
		l.w.fail("%s is launched on %d cards", work, len(cards))
	}
	c := cards[0] // its ways are the worker's
	quiet := l.w.quiet
	if !quiet && c.draw.IntN(40) == 0 {
		return nil, errors.New("the binary is missing")
	}
	l.w.figures.launches++
	if len(cards) > 1 {
		l.w.figures.teams++
	}
	n := &worker{w: l.w, cards: cards, what: work, of: l.of, begin: time.Now(), last: time.Now(), done: make(chan struct{}), grace: time.Duration(c.draw.IntN(9)+1) * time.Second, linger: time.Duration(c.draw.IntN(4000)) * time.Millisecond}
	if !quiet {
		n.silent, n.broken = c.draw.IntN(15) == 0, c.draw.IntN(20) == 0
		if c.draw.IntN(60) == 0 { // the kernel cannot end it for a while
			n.stuck = time.Duration(c.draw.IntN(40)+1) * time.Minute
			l.w.figures.stuckWorkers++
		}
		if c.draw.IntN(3) == 0 { // it ends by itself
			life := time.Duration(c.draw.ExpFloat64() * float64(2*time.Hour))
			n.life = time.AfterFunc(life, func() {
				l.w.mu.Lock()
				defer l.w.mu.Unlock()
				n.leave()
			})
		}
	}
	for _, c := range cards {
		c.advance()
		c.worker = n
	}
	return n, nil
}

// check is what must hold at every start of a worker.
func (l launcher) check(c *card, work profit.Workload) {
	switch {
	case c.worker != nil && c.worker.alive():
		l.w.fail("%s: %s is launched beside %s", c.dev.UUID, work, c.worker.what)
	case !l.w.host.since.IsZero():
		l.w.fail("%s: %s is launched on a card that is let", c.dev.UUID, work)
	case c.worker != nil || c.foreign:
		l.w.fail("%s: %s is launched on a card that is not free", c.dev.UUID, work)
	case c.lost:
		l.w.fail("%s: %s is launched on a card that is lost", c.dev.UUID, work)
	}
	for _, other := range l.w.cards {
		if o := other.worker; work.Task() && o != nil && o.alive() && !o.doomed && o.what == work {
			l.w.fail("%s: %s is launched while %s does it", c.dev.UUID, work, other.dev.UUID)
		}
	}
	if h, held := l.w.held[c.dev.UUID]; held && h.holds() {
		l.w.fail("%s: %s is launched although the operator was told that it is held", c.dev.UUID, work)
	}
	if c.repair && !l.w.quiet {
		l.w.fail("%s: %s is launched although only a repair helps", c.dev.UUID, work)
	}
}

// worker is a process on a card, or on those of a team.
type worker struct {
	w      *world
	cards  []*card
	what   profit.Workload
	of     int
	begin  time.Time
	last   time.Time
	done   chan struct{}
	once   sync.Once
	life   *time.Timer
	grace  time.Duration // from TERM to its end
	linger time.Duration // until the driver has cleared the card
	stuck  time.Duration // it outlives KILL for so long, without doing anything of its own any more
	doomed bool          // that it is
	silent bool          // accepts nothing, though it seems to work
	broken bool          // hangs
}

func (w *worker) alive() bool {
	select {
	case <-w.done:
		return false
	default:
		return true
	}
}

// leave ends the worker; the driver clears the card a while later.
func (w *worker) leave() {
	w.once.Do(func() {
		for _, c := range w.cards {
			c.advance()
		}
		close(w.done)
		w.w.intrude(w.cards[0].draw)
		time.AfterFunc(w.linger, func() {
			w.w.mu.Lock()
			defer w.w.mu.Unlock()
			for _, c := range w.cards {
				if c.worker == w {
					c.worker = nil
				}
			}
		})
	})
}

func (w *worker) Done() <-chan struct{} { return w.done }
func (w *worker) Exit() process.Exit    { return process.Exit{Code: 1} }

func (w *worker) Stop(ctx context.Context) process.Exit {
	w.w.mu.Lock()
	w.kill()
	w.w.mu.Unlock()
	select {
	case <-w.done:
		return process.Exit{}
	case <-ctx.Done():
		return process.Exit{Err: ctx.Err()}
	}
}

// kill is TERM, then KILL: it is gone after its grace, or as long after it as the kernel cannot
// end it.
func (w *worker) kill() {
	if w.doomed {
		return
	}
	w.doomed = true
	w.w.figures.kills++
	time.AfterFunc(w.grace+w.stuck, func() {
		w.w.mu.Lock()
		defer w.w.mu.Unlock()
		w.leave()
	})
}

// Report is what the worker says; what it says was accepted really was.
func (w *worker) Report(context.Context) scheduler.Report {
	w.w.mu.Lock()
	defer w.w.mu.Unlock()
	now := time.Now()
	passed := now.Sub(w.last).Seconds()
	w.last = now
	r := scheduler.Report{At: now, State: "ok", Hashrate: 1}
	if w.of != w.w.daemon || !w.alive() || w.doomed {
		return scheduler.Report{At: now, State: "disconnected", Fault: "it does not answer"}
	}
	for _, c := range w.cards {
		if c.hot >= 83 && now.Sub(c.since) > 3*time.Minute && now.Sub(w.begin) > 3*time.Minute {
			w.w.fail("%s works on at %v C", c.dev.UUID, c.hot)
		}
	}
	switch coin := w.w.coins[w.what.Target]; {
	case w.broken && now.Sub(w.begin) > 10*time.Minute:
		return scheduler.Report{At: now, State: "hung", Reason: "no hashes"}
	case w.what.Task():
		r.Hashrate, r.MACs, r.Progress = 0, 1, min(now.Sub(w.begin).Hours()/10, 1)
		return r
	case !coin.up:
		return scheduler.Report{At: now, State: "disconnected", Fault: "no connection to the pool"}
	case w.silent:
		r.Fault, r.Unpaid = "the pool does not pay", w.begin
		return r
	}
	r.Hashes, r.Accepted = passed, 1
	w.cards[0].accepted[w.what.Target] += passed
	w.cards[0].told[w.what.Target] += passed
	return r
}

func (w *worker) Ended() scheduler.Ended {
	return scheduler.Ended{Restart: w.what.Kind == profit.Mine, Reason: "it ended"}
}
