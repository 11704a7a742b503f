package scheduler

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

var idle = profit.Idling

func mine(coin string) profit.Workload { return profit.Mining(coin) }

// A handover: the old worker is stopped, the card confirmed free, tuned, and
// only then the new one starts.
func TestHandoverOrder(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.limits = map[profit.Kind]gpu.Watts{profit.Mine: 150, profit.Train: 250}
		b.run()
		after(30 * time.Second)
		b.expect("from idling", "GPU-0 limit 150", "GPU-0 launch mine a")
		b.do(func() { b.prize = []profit.Challenge{challenge("dev/0")} })
		after(30 * time.Second)
		b.expect("to training", "GPU-0 end mine a", "GPU-0 free", "GPU-0 limit 250", "GPU-0 launch train dev/0")
		b.do(func() { b.prize, b.price = nil, map[string]float64{"a": 1e-6, "b": 1e-6} })
		after(30 * time.Second)
		b.expect("to idling", "GPU-0 end train dev/0", "GPU-0 free", "GPU-0 limit 300")
		if s := b.status(0); s.Phase != PhaseIdle || s.Workload != idle || !s.Wanted.None() {
			t.Errorf("%+v", s)
		}
	})
}

func TestNotDrained(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.limits[profit.Mine] = 150
		b.run()
		after(30 * time.Second)
		b.took()
		b.do(func() {
			b.cards[0].foreign = true
			b.price["b"] = 2
		})
		after(50 * time.Second) // drain time-out: one minute
		if s := b.status(0); s.Phase != PhaseDraining {
			t.Errorf("%+v", s)
		}
		after(30 * time.Second)
		s := b.status(0)
		if s.Phase != PhaseQuarantined || s.Workload != idle || !strings.Contains(s.Reason, "device is not free after 1m0s: process 4711 computes on it") {
			t.Errorf("%+v", s)
		}
		if other := b.status(1); other.Phase != PhaseRunning || other.Workload != mine("b") {
			t.Errorf("the other: %+v", other)
		}
		if d := b.loop.View().Plan.Decisions[0]; d.Chosen != idle || !strings.HasPrefix(d.Reason.String(), "quarantined: ") {
			t.Errorf("%+v", d)
		}
		if b.cards[0].limit != 300 {
			t.Errorf("a card that is somebody else's keeps the limit of %v W", b.cards[0].limit)
		}
		b.took()
		after(20 * time.Minute)
		b.expect("while it is not free")
		b.do(func() { b.cards[0].foreign = false })
		after(6 * time.Minute)
		b.expect("once it is", "GPU-0 limit 150", "GPU-0 launch mine b")
	})
}

// A worker that ends again and again is started after 1, 2, 4 ... seconds, at
// most five minutes, however long that goes on; a good run counts as a new start.
// (A trainer: a coin would be left for another one.)
func TestBackoff(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.cfg.FirstRetry, b.prize = time.Second, []profit.Challenge{challenge("dev/1")}
		life := time.Millisecond
		var launches, ends []time.Time
		b.worker = func(w *worker) {
			w.linger, w.stop = 0, 0
			launches = append(launches, time.Now())
			b.later(life, func() {
				ends = append(ends, time.Now())
				w.leave()
			})
		}
		b.run()
		after(2 * time.Hour)
		for i, end := range ends[:20] {
			want := min(time.Second<<min(i, 20), 5*time.Minute)
			if gap := launches[i+1].Sub(end); gap < want || gap > want+time.Second {
				t.Errorf("restart %d after %v, want %v", i+1, gap, want)
			}
		}
		if s := b.status(0); s.Phase != PhaseWaiting || s.Restarts != len(launches)-1 || s.Report.State != "" {
			t.Errorf("%+v after %d launches", s, len(launches))
		}
		b.do(func() { life = goodRun + time.Minute })
		after(time.Hour)
		n := len(ends)
		if gap := launches[n].Sub(ends[n-1]); gap > 2*time.Second {
			t.Errorf("after a good run the restart waits %v", gap)
		}
	})
}

func TestLaunchFails(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.refuse = errors.New("the binary is missing")
		b.run()
		after(3500 * time.Millisecond)
		if s := b.status(0); s.Phase != PhaseWaiting || !strings.Contains(s.Reason, "mine a cannot be started: the binary is missing; again in 4s") {
			t.Errorf("%+v", s)
		}
		b.do(func() { b.refuse = nil })
		after(10 * time.Second)
		b.expect("retries", "GPU-0 refuses mine a", "GPU-0 refuses mine a", "GPU-0 refuses mine a", "GPU-0 launch mine a")
		var cost decide.SwitchCost
		if ok, _ := b.store.Get(store.Costs, "GPU-0|idle|mine", &cost); ok {
			t.Errorf("a handover that failed at first was taken for what one costs: %+v", cost)
		}
	})
}

// A worker that ends because it meant to is started again, and counts as no restart.
func TestPlannedRestart(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.run()
		after(30 * time.Second)
		for planned, want := range []int{1, 1} { // the first is not planned
			b.do(func() {
				w := b.cards[0].worker
				w.ended = Ended{Restart: true, Planned: planned == 1, Delay: time.Second, Reason: "it ended"}
				w.leave()
			})
			after(20 * time.Second)
			if s := b.status(0); s.Phase != PhaseRunning || s.Restarts != want {
				t.Errorf("%+v", s)
			}
		}
	})
}

func TestHungWorker(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.run()
		after(30 * time.Second)
		b.do(func() { b.cards[0].worker.report = Report{State: "hung", Reason: "no hashes for 3m0s", Hashrate: 5} })
		after(20 * time.Second)
		b.expect("", "GPU-0 launch mine a", "GPU-0 end mine a", "GPU-0 free", "GPU-0 launch mine a")
		if s := b.status(0); s.Phase != PhaseRunning || s.Restarts != 1 {
			t.Errorf("%+v", s)
		}
	})
}

// A worker that hangs just when its device is wanted for something else, or when
// the daemon ends, is stopped once, and nothing starts it again.
func TestHungAtTheHandover(t *testing.T) {
	hung := Report{State: "hung", Reason: "no hashes"}
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.cfg.PollEvery = time.Hour // only the handover asks it
		b.run()
		after(30 * time.Second)
		b.do(func() {
			b.cards[0].worker.report = hung
			b.price["b"] = 2
		})
		after(10 * time.Minute)
		b.expect("a handover", "GPU-0 launch mine a", "GPU-0 end mine a", "GPU-0 free", "GPU-0 launch mine b")
		b.do(func() { b.cards[0].worker.report = hung }) // and so to the end of the test
	})
}

func TestLostDevice(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.limits[profit.Mine] = 150
		b.run()
		after(30 * time.Second)
		b.took()
		b.do(func() { b.cards[0].lost = fmt.Errorf("read: %w", gpu.ErrLost) })
		after(20 * time.Second)
		s := b.status(0)
		if s.Phase != PhaseQuarantined || s.Fault == "" {
			t.Errorf("%+v", s)
		}
		b.expect("its worker ends, the other's goes on", "GPU-0 end mine a", "GPU-0 free")
		b.do(func() { b.price["b"] = 2 })
		after(20 * time.Second)
		b.expect("only the other changes", "GPU-1 end mine a", "GPU-1 free", "GPU-1 limit 150", "GPU-1 launch mine b")
		b.do(func() { b.cards[0].lost = nil })
		after(6 * time.Minute)
		b.expect("it is back", "GPU-0 limit 300", "GPU-0 limit 150", "GPU-0 launch mine b")
	})
}

// A device that is lost just after it was found free gets no worker.
func TestLostInTheHandover(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		reads := 0
		b.cfg.Source = &counting{b, func() {
			if reads++; reads == 3 { // 1 at the start, 2 in the drain, 3 right behind it
				b.cards[0].lost = gpu.ErrLost
			}
		}}
		b.run()
		after(5 * time.Second)
		if s := b.status(0); s.Phase != PhaseQuarantined {
			t.Errorf("%+v", s)
		}
		b.expect("no launch")
		b.do(func() { b.cards[0].lost = nil })
		after(time.Minute)
		b.expect("later", "GPU-0 launch mine a")
	})
}

// A device that merely does not answer keeps its worker.
func TestTimeoutIsNotLoss(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.run()
		after(30 * time.Second)
		b.do(func() { b.cards[0].lost = gpu.ErrTimeout })
		after(5 * time.Minute)
		b.expect("", "GPU-0 launch mine a")
		if s := b.status(0); s.Phase != PhaseRunning || s.Fault == "" {
			t.Errorf("%+v", s)
		}
	})
}

// The baseline is stored before a limit is changed (the bench checks it), and
// given back at the end and after a crash.
func TestPowerLimitLease(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.limits[profit.Mine] = 150
		b.store.fail = func(k store.Bucket) bool { return k == store.Leases }
		b.run()
		after(30 * time.Second)
		b.expect("a lease that cannot be stored", "GPU-0 launch mine a")
		b.end()
		after(2 * time.Second)
		b.store.fail = nil
		b.took()

		// A daemon that was killed has left a limit and a lease.
		if err := b.store.Put(store.Leases, "GPU-0", Lease{gpu.Settings{PowerLimit: new(gpu.Watts(300))}}); err != nil {
			t.Fatal(err)
		}
		b.do(func() { b.cards[0].limit, b.price = 120, map[string]float64{} })
		b.run()
		after(30 * time.Second)
		b.expect("after a crash", "GPU-0 limit 300")
		var lease Lease
		if held, _ := b.store.Get(store.Leases, "GPU-0", &lease); held {
			t.Errorf("the lease is still there: %+v", lease)
		}
		b.do(func() { b.price = map[string]float64{"a": 1, "b": 1e-6} })
		after(30 * time.Second)
		b.end()
		b.expect("the end", "GPU-0 limit 150", "GPU-0 launch mine a", "GPU-0 end mine a", "GPU-0 limit 300")
		b.do(func() { b.limits[profit.Mine] = 50 })
		after(2 * time.Second)
		b.took()
		b.run()
		after(30 * time.Second)
		b.expect("a limit out of range costs watts, not the device", "GPU-0 launch mine a")
	})
}

// While a device is on its way, the newest order counts, and what the device
// still does or is about to do is nobody else's.
func TestOrdersDuringAHandover(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.worker = func(w *worker) { w.stop = 25 * time.Second } // over two ticks
		b.run()
		after(30 * time.Second)
		b.took()
		b.do(func() { b.prize = []profit.Challenge{challenge("dev/0")} })
		after(12 * time.Second)
		if s := b.status(0); s.Phase != PhaseStopping || s.Workload != mine("a") || s.Wanted.Target != "dev/0" {
			t.Errorf("%+v", s)
		}
		// Training would now lead more on the other device: it must not get it too.
		b.do(func() { b.fast = "GPU-1" })
		after(12 * time.Second)
		b.do(func() { b.prize = nil }) // and now it is gone
		after(time.Minute)
		b.expect("what is gone when the device is free is not begun", "GPU-0 end mine a", "GPU-0 free", "GPU-0 launch mine a")
		switches := 0
		records, err := store.All[Record](b.store.Store, store.Decisions)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range records {
			for _, d := range r.Plan.Decisions {
				if d.Device == "GPU-0" && d.Switch {
					switches++
				}
			}
		}
		if switches != 3 {
			t.Errorf("%d decisions for GPU-0, want 3: one for each change, not for each tick", switches)
		}
	})
}

// A challenge moves to another device only when its trainer has stopped.
func TestChallengeMoves(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.worker = func(w *worker) { w.stop = 25 * time.Second }
		b.prize = []profit.Challenge{challenge("dev/0")}
		b.run()
		after(30 * time.Second)
		b.took()
		b.do(func() { b.rich = "GPU-0" })
		after(90 * time.Second)
		b.expectOfEach("", "GPU-0 end train dev/0", "GPU-0 free", "GPU-0 launch mine a", "GPU-1 end mine a", "GPU-1 free", "GPU-1 launch train dev/0")
	})
}

// A device that answers slowly holds up nobody else.
func TestSlowDevice(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.cards[0].slow = time.Minute
		b.run()
		after(11 * time.Second)
		b.expect("the other starts", "GPU-1 launch mine a")
		b.do(func() { b.price["b"] = 2 })
		after(15 * time.Second)
		b.expect("and changes", "GPU-1 end mine a", "GPU-1 free", "GPU-1 launch mine b")
		if ticks := b.loop.View().Ticks; ticks < 3 {
			t.Errorf("%d ticks", ticks)
		}
		b.cards[0].slow = 0
	})
}

// A finished training frees its device; a model that is ready at the very moment
// of a handover is not lost either.
func TestTrainingEnds(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		var trainer *worker
		b.worker = func(w *worker) {
			if w.what.Task() {
				trainer, w.ended = w, Ended{Reason: "trained"}
			}
		}
		b.prize = []profit.Challenge{challenge("dev/0")}
		b.run()
		after(30 * time.Second)
		b.do(func() {
			b.prize = nil // the market has the model
			trainer.leave()
		})
		after(30 * time.Second)
		b.expect("", "GPU-0 launch train dev/0", "GPU-0 end train dev/0", "GPU-0 free", "GPU-0 launch mine a")
		if trainer.asked != 1 {
			t.Errorf("Ended was asked %d times", trainer.asked)
		}
	})
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.cfg.defaults()
		r := newRunner(b.cards[0].dev, b.cfg, newTeams(b.cfg), make(chan struct{}, 1))
		launched, err := b.Launch(t.Context(), []gpu.Device{r.dev}, profit.Training("dev/0"))
		if err != nil {
			t.Fatal(err)
		}
		w := launched.(*worker)
		r.worker = w
		b.do(w.leave)
		if !r.stop(t.Context()) || w.asked != 1 || r.worker != nil {
			t.Errorf("Ended was asked %d times", w.asked)
		}
	})
}

// A daemon that ends in the middle of a handover waits for the old worker.
func TestEndInAHandover(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.worker = func(w *worker) { w.stop = 20 * time.Second }
		b.run()
		after(30 * time.Second)
		b.do(func() { b.price["b"] = 2 })
		after(12 * time.Second)
		if s := b.status(0); s.Phase != PhaseStopping {
			t.Fatalf("%+v", s)
		}
		b.end()
		if !isClosed(b.cards[0].worker.done) {
			t.Error("the worker outlives the daemon")
		}
		b.expect("", "GPU-0 launch mine a", "GPU-0 end mine a")
	})
}

// Every plan that changed something can be computed again from the store.
func TestRecordsReplay(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.run()
		after(time.Minute)
		for i := range 5 {
			b.do(func() { b.price["b"] = 0.01 + float64(2*(i%2)) })
			after(7 * time.Minute)
		}
		records, err := store.All[Record](b.store.Store, store.Decisions)
		if err != nil || len(records) < 5 {
			t.Fatalf("%d records, %v", len(records), err)
		}
		for _, r := range records {
			again, _ := json.Marshal(decide.Decide(r.Snapshot, decide.Estimates(r.Snapshot)))
			if stored, _ := json.Marshal(r.Plan); string(stored) != string(again) {
				t.Errorf("stored %s\nagain %s", stored, again)
			}
		}
		view := b.loop.View()
		live, _ := json.Marshal(view.Plan)
		var snap decide.Snapshot
		text, _ := json.Marshal(view.Snapshot)
		if err := json.Unmarshal(text, &snap); err != nil {
			t.Fatal(err)
		}
		if again, _ := json.Marshal(decide.Decide(snap, decide.Estimates(snap))); string(again) != string(live) {
			t.Errorf("live  %s\nagain %s", live, again)
		}
	})
}

// Learned costs: what a handover took until the worker earned.
func TestSwitchCostIsLearned(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.worker = func(w *worker) {
			w.report.State = "starting"
			b.later(30*time.Second, func() { w.report.State = "ok" })
		}
		b.run()
		after(time.Minute)
		cost := func(from profit.Kind) decide.SwitchCost {
			var c decide.SwitchCost
			if _, err := b.store.Get(store.Costs, "GPU-0|"+string(from)+"|mine", &c); err != nil {
				t.Fatal(err)
			}
			return c
		}
		if c := cost(profit.Idle); c.Seconds < 30 || c.Seconds > 35 {
			t.Errorf("%+v", c)
		}
		b.do(func() { b.price["b"] = 2 })
		after(2 * time.Minute)
		first := cost(profit.Mine) // 2 s to stop and 1 s to drain besides
		if first.Seconds < 33 || first.Seconds > 38 {
			t.Errorf("%+v", first)
		}
		b.do(func() {
			b.price["b"] = 0.5
			b.worker = func(w *worker) { w.report.State, w.report.Fault = "disconnected", "no pool" }
		})
		after(time.Hour)
		b.do(func() { b.cards[0].worker.report.State, b.cards[0].worker.report.Fault = "ok", "" })
		after(time.Minute)
		if c := cost(profit.Mine); c != first {
			t.Errorf("an hour without a pool was learned: %+v", c)
		}
		if snap := b.loop.View().Snapshot; len(snap.Costs) != 2 {
			t.Errorf("costs in the snapshot: %+v", snap.Costs)
		}
	})
}

// Whatever happens, in whatever order: the bench sees no second worker, no start
// on a card that is not free, no challenge on two devices and no limit left.
func TestChaos(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			bubble(t, 3, func(t *testing.T, b *bench) { chaos(t, b, rand.New(rand.NewPCG(seed, 7))) })
		})
	}
}

func chaos(t *testing.T, b *bench, r *rand.Rand) {
	b.cfg.Log = zap.NewNop()
	b.limits = map[profit.Kind]gpu.Watts{profit.Mine: 150}
	b.worker = func(w *worker) {
		w.stop = time.Duration(r.IntN(30)) * time.Second
		w.linger = time.Duration(r.IntN(70)) * time.Second // at times beyond the drain's time-out
		w.report.State = []string{"ok", "ok", "ok", "starting", "disconnected"}[r.IntN(5)]
		w.ended.Restart = w.what.Kind == profit.Mine || r.IntN(2) == 0
	}
	b.run()
	for range 100 {
		var pause time.Duration
		b.do(func() { pause = time.Duration(r.IntN(60_000)) * time.Millisecond })
		after(pause)
		b.do(func() {
			c := b.cards[r.IntN(len(b.cards))]
			switch r.IntN(8) {
			case 0:
				b.price["a"] = r.Float64()
			case 1:
				b.price["b"] = r.Float64() * 1.2
			case 2:
				b.prize = nil
			case 3:
				b.prize = []profit.Challenge{challenge("dev/0"), challenge("dev/1")}[:1+r.IntN(2)]
			case 4:
				c.lost = []error{gpu.ErrLost, gpu.ErrTimeout, nil, nil}[r.IntN(4)]
			case 5:
				c.foreign = r.IntN(3) == 0 && c.worker == nil
			case 6:
				if c.worker != nil && r.IntN(2) == 0 {
					c.worker.leave()
				}
			case 7:
				if c.worker != nil {
					c.worker.report = Report{State: "hung", Reason: "no hashes"}
				}
			}
		})
	}
	b.do(func() {
		b.price, b.prize = map[string]float64{"a": 1, "b": 0.5}, nil
		for _, c := range b.cards {
			c.lost, c.foreign = nil, false
		}
		b.worker = nil
	})
	after(20 * time.Minute)
	for i := range b.cards {
		if s := b.status(i); s.Phase != PhaseRunning || s.Workload != mine("a") {
			t.Errorf("when all is well again, %s is %s, %s (%s)", s.Device.UUID, s.Phase, s.Workload, s.Reason)
		}
	}
}

// Excluded devices are left alone; without devices the loop goes on and says so.
func TestExcluded(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.cfg.Exclude = map[gpu.UUID]bool{"GPU-0": true}
		b.run()
		after(30 * time.Second)
		b.expect("", "GPU-1 launch mine a")
		if v := b.loop.View(); len(v.Statuses) != 1 || v.Fault != "" {
			t.Errorf("%+v", v)
		}
	})
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.cfg.Exclude = map[gpu.UUID]bool{"GPU-0": true}
		b.run()
		after(25 * time.Second)
		if v := b.loop.View(); v.Fault != "no device (1 are left alone)" || v.Ticks != 3 {
			t.Errorf("%d ticks, %q", v.Ticks, v.Fault)
		}
	})
}

// A new policy counts from the next tick on.
func TestSetPolicy(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.run()
		after(30 * time.Second)
		b.loop.SetPolicy(decide.Policy{MinLead: 1000})
		b.do(func() { b.price["b"] = 900 })
		after(30 * time.Second)
		if s := b.status(0); s.Workload != mine("a") {
			t.Errorf("%+v", s)
		}
		if got := b.loop.View().Snapshot.Policy.MinLead; got != 1000 {
			t.Errorf("policy %v", got)
		}
	})
}

// A coin whose miner cannot start, or whose pool is gone, is left for the next one;
// it is tried again later, and then later still.
func TestACoinThatFailsIsLeft(t *testing.T) {
	for name, fails := range map[string]func(b *bench, on bool){
		"its pool is gone": func(b *bench, on bool) {
			b.worker = func(w *worker) {
				if on && w.what.Target == "a" {
					w.report = Report{State: "disconnected", Fault: "pool refuses"}
				}
			}
		},
		"its pool answers now and then": func(b *bench, on bool) {
			b.worker = func(w *worker) {
				if on && w.what.Target == "a" {
					w.report = Report{State: "disconnected", Fault: "pool refuses"}
					for i := range 10 {
						b.later(time.Duration(i)*70*time.Second+time.Second, func() { w.report = Report{State: "ok"} })
						b.later(time.Duration(i)*70*time.Second+7*time.Second, func() { w.report = Report{State: "disconnected", Fault: "pool refuses"} })
					}
				}
			}
		},
		"its miner does not start": func(b *bench, on bool) {
			b.refuses = map[string]error{}
			if on {
				b.refuses["a"] = errors.New("no such algorithm")
			}
		},
	} {
		bubble(t, 1, func(t *testing.T, b *bench) {
			fails(b, true)
			b.run()
			now := 0
			runs := func(minute int, want string) {
				t.Helper()
				after(time.Duration(minute-now) * time.Minute)
				now = minute
				if s := b.status(0); s.Workload.Target != want || want == "b" && !s.Report.Working() {
					t.Errorf("%s: after %d minutes %s (%s)", name, minute, s.Workload, s.Phase)
				}
			}
			runs(4, "a") // fails until 5
			runs(7, "b")
			options := b.loop.View().Plan.Decisions[0].Options
			if last := options[len(options)-1]; last.Workload.Target != "a" || !strings.HasPrefix(last.Impossible, "it has not worked for 5m") {
				t.Errorf("%s: %+v", name, last)
			}
			runs(12, "a") // from 10 to 15 once more
			runs(28, "b")
			runs(32, "a") // from 30 to 35
			runs(62, "b")
			runs(67, "a") // from 65 to 70
			runs(72, "b")
			b.do(func() { fails(b, false) })
			runs(73, "b")
			b.loop.SetPolicy(b.loop.View().Snapshot.Policy) // the operator has mended the configuration
			runs(74, "a")
			after(20 * time.Minute)
			if s := b.status(0); !s.Report.Working() || len(s.Cooldowns) != 0 {
				t.Errorf("%s: when it works again %s (%s), %v", name, s.Workload, s.Phase, s.Cooldowns)
			}
		})
	}
}

// What one device has met at a pool serves the others: after the first time only one of them tries
// again, and when it works there all do. A fault that may be the device's own cools down there alone.
func TestOneDeviceTriesForAll(t *testing.T) {
	for name, everywhere := range map[string]bool{"the pool's": true, "the device's": false} {
		bubble(t, 4, func(t *testing.T, b *bench) {
			ill := true
			b.worker = func(w *worker) {
				if ill && w.what.Target == "a" && (everywhere || w.cards[0] == b.cards[0]) {
					w.report = Report{State: "ok"}
					b.later(30*time.Second, func() {
						w.report = Report{State: "disconnected", Fault: "the pool does not pay", Everywhere: everywhere, Unpaid: b.start}
					})
				}
			}
			b.run()
			after(8 * time.Minute) // all have tried, and left
			lost := map[gpu.UUID]time.Duration{}
			for range 4 * 60 {
				for i := range b.cards {
					if s := b.status(i); s.Workload.Target == "a" && !s.Report.Working() {
						lost[s.Device.UUID] += time.Minute
					}
				}
				after(time.Minute)
			}
			sum := time.Duration(0)
			for _, d := range lost {
				sum += d
			}
			switch {
			case everywhere && (len(lost) > 2 || sum == 0 || sum > 40*time.Minute):
				t.Errorf("%s: lost %v", name, lost)
			case !everywhere && (len(lost) != 1 || lost["GPU-0"] == 0):
				t.Errorf("%s: lost %v", name, lost)
			}
			for i := range b.cards {
				if s := b.status(i); s.Workload.Target != "b" && everywhere || i > 0 && !everywhere && s.Workload.Target != "a" {
					t.Errorf("%s: GPU-%d mines %s: %v", name, i, s.Workload, s.Cooldowns)
				}
			}
			b.do(func() { ill = false })
			after(7 * time.Hour)
			for i := range b.cards {
				if s := b.status(i); s.Workload.Target != "a" || !s.Report.Working() {
					t.Errorf("%s: GPU-%d mines %s when the pool pays again: %v", name, i, s.Workload, s.Cooldowns)
				}
			}
		})
	}
}

// What pays is not left for a pool that is away: it is tried before the worker stops, later
// each time, and taken once it is back.
func TestAPoolIsTriedFirst(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.away = map[string]error{"a": errors.New("connection refused")}
		b.refuses = map[string]error{"a": errors.New("not yet")}
		b.run()
		after(12 * time.Minute) // a, the better one, has not started for five minutes; b pays
		if s := b.status(0); s.Workload.Target != "b" || !s.Report.Working() {
			t.Fatalf("%s (%s)", s.Workload, s.Phase)
		}
		b.do(func() { b.refuses = nil })
		before := b.status(0).Since
		after(3 * time.Hour)
		s := b.status(0)
		if s.Workload.Target != "b" || !s.Since.Equal(before) || len(s.Cooldowns) != 1 || !strings.Contains(s.Cooldowns[0].Reason, "it cannot be had now: connection refused") {
			t.Errorf("%s since %v, before %v: %v", s.Workload, s.Since, before, s.Cooldowns)
		}
		b.do(func() { b.away = nil })
		after(6 * time.Hour)
		if s := b.status(0); s.Workload.Target != "a" || !s.Report.Working() || len(s.Cooldowns) != 0 {
			t.Errorf("%s (%s), %v", s.Workload, s.Phase, s.Cooldowns)
		}
	})
}

// A worker that outlives SIGKILL, as one that the kernel waits for in the driver, takes its
// own device to quarantine; the others go on, nothing is started beside it, and once it
// is gone the device works again.
func TestAWorkerThatCannotBeEnded(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.worker = func(w *worker) {
			if w.cards[0] == b.cards[0] && w.what.Target == "a" {
				w.stop = 5 * time.Hour
			}
		}
		b.run()
		after(20 * time.Minute)
		b.do(func() { b.cards[0].worker.report = Report{State: "hung", Reason: "no answer"} })
		after(2 * time.Minute)
		if s := b.status(0); s.Phase != PhaseQuarantined || !strings.Contains(s.Reason, "its worker cannot be ended") {
			t.Fatalf("%s: %s", s.Phase, s.Reason)
		}
		after(2 * time.Hour)
		if s := b.status(0); s.Phase != PhaseQuarantined || !s.Workload.Rests() {
			t.Errorf("%s, %s: %s", s.Phase, s.Workload, s.Reason)
		}
		if s := b.status(1); s.Workload.Target != "a" || !s.Report.Working() {
			t.Errorf("the other device: %s (%s)", s.Workload, s.Phase)
		}
		b.do(func() {
			stuck := b.cards[0].worker
			b.worker = nil
			stuck.leave()
		})
		after(15 * time.Minute)
		if s := b.status(0); s.Workload.Kind != profit.Mine || !s.Report.Working() {
			t.Errorf("after its end: %s (%s): %s", s.Workload, s.Phase, s.Reason)
		}
	})
}

// The sign of life is the loop's own: one that is held up gives none, while the devices
// go on.
func TestALoopThatHangsGivesNoSign(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		signs := 0
		b.cfg.Alive, b.cfg.AliveEvery = func() { b.do(func() { signs++ }) }, 20*time.Second
		b.run()
		after(5 * time.Minute)
		count := func() (n int) { b.do(func() { n = signs }); return n }
		if n := count(); n < 10 {
			t.Errorf("%d signs in five minutes", n)
		}
		held := make(chan struct{})
		b.do(func() { b.held = held })
		after(time.Minute)
		before := count()
		after(10 * time.Minute)
		if n := count(); n != before {
			t.Errorf("%d signs of a loop that hangs", n-before)
		}
		if s := b.status(0); s.Workload.Kind != profit.Mine || s.Reading == nil || time.Since(s.Report.At) > time.Minute && !s.Report.At.IsZero() {
			t.Errorf("the device waits for the loop: %+v", s)
		}
		b.do(func() { b.held = nil })
		close(held)
		after(time.Minute)
		if count() == before {
			t.Error("no sign after it goes on")
		}
	})
}

// A pool that seemed to pay is left as soon as it is known for long enough that it does not.
func TestWhatIsNotPaidIsLeftSoon(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.run()
		after(20 * time.Minute)
		b.do(func() {
			b.cards[0].worker.report = Report{State: "disconnected", Fault: "the pool does not pay", Unpaid: time.Now().Add(-6 * time.Minute)}
		})
		after(time.Minute)
		if s := b.status(0); s.Workload.Target != "b" {
			t.Errorf("%s (%s), %v", s.Workload, s.Phase, s.Cooldowns)
		}
	})
}

// While nothing works, as when the line is down, nothing is given up for long.
func TestAnOutageIsNobodysFault(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.worker = func(w *worker) { w.report = Report{State: "disconnected", Fault: "no route to host"} }
		b.run()
		after(9 * time.Hour)
		b.do(func() {
			b.worker = nil
			if w := b.cards[0].worker; w != nil {
				w.report = Report{State: "ok"}
			}
		})
		after(6 * time.Minute)
		if s := b.status(0); s.Workload.Kind != profit.Mine || !s.Report.Working() {
			t.Errorf("%s (%s), %v", s.Workload, s.Phase, s.Cooldowns)
		}
	})
}

// A pool that is back before anything was decided is no failure.
func TestAShortOutageIsForgotten(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.run()
		after(20 * time.Minute)
		b.do(func() { b.cards[0].worker.report = Report{State: "disconnected", Fault: "no pool"} })
		after(4*time.Minute + 50*time.Second)
		b.do(func() { b.cards[0].worker.report = Report{State: "ok"} })
		after(10 * time.Minute)
		if s := b.status(0); s.Workload.Target != "a" || len(s.Cooldowns) != 0 {
			t.Errorf("%s, %v", s.Workload, s.Cooldowns)
		}
	})
}
