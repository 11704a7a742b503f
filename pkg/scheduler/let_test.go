package scheduler

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// customers let the bench's cards: by card, since when.
type customers map[gpu.UUID]time.Time

var vast = profit.Renting("vast")

func (b *bench) let(of customers) {
	b.cfg.Contract = func(id gpu.UUID) (decide.Contract, bool) {
		b.mu.Lock()
		defer b.mu.Unlock()
		_, let := of[id]
		return decide.Contract{Work: vast, Why: "under contract", Theirs: true}, let
	}
}

// A customer that comes has the card at once, and gives it back to what pays best; what
// computes there meanwhile is theirs.
func TestContract(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		of := customers{}
		b.let(of)
		b.run()
		after(time.Minute)
		b.expectOfEach("the start", "GPU-0 launch mine a", "GPU-1 launch mine a")
		b.do(func() { of["GPU-0"] = time.Now() })
		after(15 * time.Second)
		b.do(func() { b.cards[0].foreign = true })
		after(time.Minute)
		b.expect("a customer", "GPU-0 end mine a", "GPU-0 launch rent vast", "GPU-0 free")
		if s := b.status(0); s.Workload != vast || s.Phase != PhaseRunning {
			t.Errorf("%s, %s", s.Workload, s.Phase)
		}
		if s := b.status(0); s.Totals[vast].Seconds < 30 {
			t.Errorf("its time is booked as %v", s.Totals)
		}
		b.do(func() { delete(of, "GPU-0"); b.cards[0].foreign = false })
		after(time.Minute)
		b.expect("the end of it", "GPU-0 end rent vast", "GPU-0 launch mine a")
	})
}

// A daemon that starts during a contract, or does not know yet, starts nothing.
func TestStartDuringContract(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		of := customers{"GPU-0": time.Now()}
		b.cards[0].foreign = true
		b.let(of)
		b.run()
		after(10 * time.Minute)
		b.expect("the start", "GPU-0 launch rent vast")
	})
}

// What the operator holds is held, and comes back to its customer.
func TestHoldDuringContract(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		of := customers{"GPU-0": time.Now()}
		b.let(of)
		b.run()
		after(time.Minute)
		if _, err := b.loop.Do(t.Context(), Command{Action: Pause, Devices: []string{"0"}}); err != nil {
			t.Fatal(err)
		}
		after(time.Minute)
		if s := b.status(0); s.Phase != PhasePaused {
			t.Errorf("it is %s", s.Phase)
		}
		if _, err := b.loop.Do(t.Context(), Command{Action: Resume, Devices: []string{"0"}}); err != nil {
			t.Fatal(err)
		}
		after(time.Minute)
		if s := b.status(0); s.Workload != vast {
			t.Errorf("it does %s, %s: %s", s.Workload, s.Phase, s.Reason)
		}
	})
}

// Whenever customers come and go, and whatever else happens, nothing of ours is started on a
// card that is let, and what ran there is gone within a few seconds.
func TestNothingRunsDuringContracts(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			bubble(t, 3, func(t *testing.T, b *bench) { comeAndGo(t, b, rand.New(rand.NewPCG(seed, 7))) })
		})
	}
}

// promptly is the poll of a card, and what a worker takes to end.
const promptly = 20 * time.Second

func comeAndGo(t *testing.T, b *bench, random *rand.Rand) {
	of := customers{}
	b.let(of)
	b.run()
	for range 300 {
		after(time.Duration(random.IntN(20)+1) * time.Second)
		b.do(func() {
			c := b.cards[random.IntN(len(b.cards))]
			switch _, let := of[c.dev.UUID]; random.IntN(8) {
			case 0, 1:
				if !let {
					of[c.dev.UUID] = time.Now()
				}
			case 2, 3:
				delete(of, c.dev.UUID)
				c.foreign = false
			case 4:
				b.price["a"], b.price["b"] = random.Float64(), random.Float64()
			case 5:
				if w := c.worker; w != nil { // it ends by itself
					w.leave()
				}
			}
			for _, c := range b.cards {
				since, let := of[c.dev.UUID]
				if !let || time.Since(since) < promptly {
					continue
				}
				if w := c.worker; w != nil && !isClosed(w.done) && w.what != vast {
					t.Errorf("%s: %s runs %s into a contract", c.dev.UUID, w.what, time.Since(since))
				}
				c.foreign = true
			}
		})
		synctest.Wait()
	}
	b.do(func() { clear(of); b.price["a"], b.price["b"] = 1, 0.5 })
	for _, c := range b.cards {
		b.do(func() { c.foreign = false })
	}
	after(10 * time.Minute)
	for i := range b.cards {
		if s := b.status(i); s.Workload.Kind != profit.Mine {
			t.Errorf("card %d has not come back: %s, %s: %s", i, s.Workload, s.Phase, s.Reason)
		}
	}
}

// A card that is lost during a contract is looked at again as ever, not handed over at every
// poll.
func TestLostDuringContract(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.let(customers{"GPU-0": time.Now()})
		b.run()
		after(time.Minute)
		b.do(func() { b.cards[0].lost = gpu.ErrLost })
		after(10 * time.Minute)
		if n := b.logs.FilterMessage("device is let").Len(); n > 2 {
			t.Errorf("it was handed over %d times", n)
		}
		b.do(func() { b.cards[0].lost = nil })
		after(10 * time.Minute)
		if s := b.status(0); s.Workload != vast || s.Phase != PhaseRunning {
			t.Errorf("it does %s, %s: %s", s.Workload, s.Phase, s.Reason)
		}
	})
}

// A card that was lost when its contract began, and answers again after the contract, comes back by itself.
func TestLostAfterContract(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		of := customers{}
		b.let(of)
		b.run()
		after(time.Minute)
		b.do(func() { b.cards[0].lost = gpu.ErrLost })
		after(2 * time.Minute)
		b.do(func() { of["GPU-0"] = time.Now() })
		after(time.Hour)
		b.do(func() { delete(of, "GPU-0") })
		after(10 * time.Minute)
		b.do(func() { b.cards[0].lost = nil })
		after(10 * time.Minute)
		if s := b.status(0); s.Phase != PhaseRunning || s.Workload.Target != "a" {
			t.Errorf("%s, %s: %s", s.Phase, s.Workload, s.Reason)
		}
	})
}
