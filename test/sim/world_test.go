package sim

import (
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/curtail"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// world is everything around the daemon's core. Its goroutines are many, its state is under
// one lock.
type world struct {
	seed  uint64
	fail  func(format string, args ...any) // a promise is broken
	disk  *disk
	began time.Time

	mu      sync.Mutex
	cards   []*card
	coins   map[string]*coin
	prizes  []string          // challenges that are open
	held    map[gpu.UUID]told // devices that the operator was told to be held
	quiet   bool              // faults have stopped
	calm    time.Time         // since when
	ill     time.Time         // when a card was silent last
	host    host
	deaf    bool // no daemon is there
	recipe  int  // of the operator's settings, by number
	xids    chan gpu.Event
	daemon  int // how often one was started; calls of an earlier one change nothing
	figures figures
}

// figures are what a run did, for people.
type figures struct {
	launches, teams, kills, crashes, refusedWrites, xids, commands, stuckWorkers, leases int
	rented, curtailed                                                                    float64 // USD
}

// coin is what can be mined, its price and whether its pool is there.
type coin struct {
	price float64 // USD; 0: not believed
	up    bool
	draw  *rand.Rand
}

// stream is a device's, or another part's, own source of chance.
func (w *world) stream(of string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(of)) // a hash never fails
	return rand.New(rand.NewPCG(w.seed, h.Sum64()))
}

func newWorld(seed uint64, cards int, d *disk, fail func(string, ...any)) *world {
	w := &world{seed: seed, fail: fail, disk: d, began: time.Now(), coins: map[string]*coin{}, held: map[gpu.UUID]told{}, xids: make(chan gpu.Event, 64)}
	w.host = host{paid: map[string]float64{}, at: time.Now(), signal: curtail.Signal{Share: 1, At: time.Now()}}
	for i := range cards {
		w.cards = append(w.cards, newCard(w, i))
	}
	for _, name := range []string{"a", "b", "c"} {
		w.coins[name] = &coin{price: 1, up: true, draw: w.stream("coin " + name)}
	}
	return w
}

// live makes a world's part happen again and again, after as long as its stream says.
func (w *world) live(stop <-chan struct{}, of string, mean time.Duration, happen func(r *rand.Rand)) {
	r := w.stream(of)
	for {
		select {
		case <-stop:
			return
		case <-time.After(time.Duration(r.ExpFloat64()*float64(mean)) + time.Millisecond):
		}
		w.mu.Lock()
		happen(r)
		w.mu.Unlock()
	}
}

// prices wander; now and then one is not known, or a pool is away.
func (w *world) prices(stop <-chan struct{}, name string) {
	c := w.coins[name]
	w.live(stop, "price "+name, 20*time.Minute, func(r *rand.Rand) {
		switch x := r.Float64(); {
		case w.quiet:
			c.price, c.up = max(c.price, 0.5), true
		case x < 0.05:
			c.price = 0
		case x < 0.15:
			c.up = !c.up
		default:
			c.price = min(max(max(c.price, 0.2)*math.Exp(0.3*r.NormFloat64()), 0.01), 20)
		}
	})
}

// mostTogether is how many cards may do some work together: of the challenges every other one is for a team.
func mostTogether(w profit.Workload) int {
	var n int
	if _, err := fmt.Sscanf(w.Target, "dev/%d", &n); err != nil || n%2 == 1 {
		return 1
	}
	return 2 + n/2%2
}

// challenges open and close.
func (w *world) challenges(stop <-chan struct{}) {
	n := 0
	w.live(stop, "challenges", 3*time.Hour, func(r *rand.Rand) {
		if len(w.prizes) > 0 && (w.quiet || r.IntN(2) == 0) {
			w.prizes = w.prizes[1:]
			return
		}
		if n++; !w.quiet {
			w.prizes = append(w.prizes, fmt.Sprintf("dev/%d", n))
		}
	})
}

// Market implements scheduler.World.
func (w *world) Market(now time.Time) profit.Market {
	w.mu.Lock()
	defer w.mu.Unlock()
	q := func(v float64) profit.Quote { return profit.Quote{Value: v, Source: "sim"} }
	m := profit.Market{Now: now, Tariff: profit.Tariff{PerKWh: q(0.1), Rate: q(1), Overhead: 1, Currency: "USD"}}
	for _, name := range []string{"a", "b", "c"} {
		m.Coins = append(m.Coins, profit.Coin{Name: name, Price: q(w.coins[name].price), BlockReward: q(1), Difficulty: q(3600), HashesPerDifficulty: 1})
	}
	m.Hosts = []profit.Host{{Name: "host", Called: true, Occupancy: 0.5, Sigma: 0.2, Together: 0.5}}
	for _, key := range w.prizes {
		c := profit.Challenge{Key: key, Reward: 30, Price: q(1), Ether: q(1), Deadline: now.Add(100 * time.Hour), Work: profit.Work{Median: 3600, Reach: 1}}
		if n := mostTogether(profit.Training(key)); n > 1 { // others are after it, too: it is for those who are quick
			c.Reward, c.Rule, c.Rivals, c.Opened, c.Work.Median, c.MaxDevices, c.OneWorker = 150, profit.First, 3, now, 4*3600, n, true
		}
		m.Challenges = append(m.Challenges, c)
	}
	return m
}

// Device implements scheduler.World.
func (w *world) Device(d gpu.Device) profit.Device {
	rate := profit.MiningRate{Hashrate: 1, Watts: 200}
	return profit.Device{UUID: string(d.UUID), Model: d.Model, IdleWatts: 10, Mining: map[string]profit.MiningRate{"a": rate, "b": rate, "c": rate},
		Training: profit.TrainingRate{PerSecond: 1, Watts: 220, Drag: 0.1},
		Renting:  map[string]profit.RentRate{"host": {PerHour: profit.Quote{Value: payment / 3, Source: "sim"}, Watts: 200}}}
}

// Unsaved implements scheduler.World.
func (w *world) Unsaved(string, time.Time) time.Duration { return 0 }

// Coins implements scheduler.World.
func (w *world) Coins(gpu.Device) []string { return []string{"a", "b", "c"} }

// Unmeasured implements scheduler.World.
func (w *world) Unmeasured(gpu.Device) string { return "" }

// Barred implements scheduler.World.
func (w *world) Barred(gpu.Device) []decide.Cooldown { return nil }

// Paced implements scheduler.World: all networks are alike.
func (w *world) Paced(_ gpu.Device, r scheduler.Report, _ int, _ time.Duration) (float64, error) {
	return float64(r.MACs), nil
}

// RateOf implements scheduler.World.
func (w *world) RateOf(_ gpu.Device, work profit.Workload) string {
	if work.Task() {
		return string(work.Kind)
	}
	return work.String()
}

// Tuning implements scheduler.World: every kind of work has settings of its own.
func (w *world) Tuning(_ gpu.Device, work profit.Workload) gpu.Settings {
	switch work.Kind {
	case profit.Mine:
		return gpu.Settings{PowerLimit: new(gpu.Watts(180)), MemoryOffsetMHz: new(500)}
	case profit.Train:
		return gpu.Settings{PowerLimit: new(gpu.Watts(250)), CoreClockMHz: new(1500)}
	}
	return gpu.Settings{}
}

// HeatLimits implements scheduler.World.
func (w *world) HeatLimits(gpu.Device) gpu.HeatLimits { return gpu.HeatLimits{Die: 80} }

// Xids implements scheduler.World.
func (w *world) Xids() gpu.XidPolicy { return gpu.DefaultXids() }

var errPool = errors.New("the pool does not answer")

// asked notes what an operator may have ended: it may be so before the answer is there.
func (w *world) asked(c scheduler.Command) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.figures.commands++
	for _, card := range w.cards {
		if len(c.Devices) > 0 && c.Devices[0] != string(card.dev.UUID) {
			continue
		}
		if c.Action == scheduler.Resume || c.Action == scheduler.Release {
			delete(w.held, card.dev.UUID)
			card.repair = card.repair && c.Action == scheduler.Resume
		}
	}
}

// told is when the operator heard that a device is held, and until when; zero: for ever.
type told struct{ at, until time.Time }

// holds reports whether the device has to be held now. What is started in the moment in which the operator hears of it
// may have been first.
func (h told) holds() bool {
	now := time.Now()
	return now.After(h.at) && (h.until.IsZero() || now.Before(h.until))
}

// obeyed notes what the operator was told to be done. The daemon keeps to it from then on,
// whatever it dies in.
func (w *world) obeyed(c scheduler.Command, ids []gpu.UUID) {
	if c.Action != scheduler.Pause && c.Action != scheduler.Quarantine {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, id := range ids {
		w.held[id] = told{at: time.Now()}
		if c.For > 0 {
			w.held[id] = told{time.Now(), time.Now().Add(c.For)}
		}
	}
}

// operator asks for one thing after another.
func (w *world) operator(stop <-chan struct{}, do func(scheduler.Command)) {
	r := w.stream("operator")
	for {
		select {
		case <-stop:
			return
		case <-time.After(time.Duration(r.ExpFloat64() * float64(4*time.Hour))):
		}
		w.mu.Lock()
		quiet := w.quiet
		if r.IntN(8) == 0 {
			w.recipe++
		}
		w.mu.Unlock()
		if quiet {
			continue
		}
		c := scheduler.Command{Action: scheduler.Actions[r.IntN(5)]}
		if r.IntN(6) == 0 {
			c.Action, c.Limits = scheduler.Measure, r.IntN(2) == 0
		}
		if r.IntN(4) > 0 {
			c.Devices = []string{string(w.cards[r.IntN(len(w.cards))].dev.UUID)}
		}
		if (c.Action == scheduler.Pause || c.Action == scheduler.Quarantine) && r.IntN(3) > 0 {
			c.For = time.Duration(r.ExpFloat64() * float64(time.Hour))
		}
		do(c)
	}
}
