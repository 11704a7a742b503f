package scheduler

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// raced is a challenge that is worth more to those who are quicker, for so many devices at most.
func raced(key string, devices int) profit.Challenge {
	c := challenge(key)
	c.Rule, c.Rivals, c.Opened, c.Reward = profit.First, 3, time.Now(), 20
	c.Work.Median, c.MaxDevices, c.OneWorker = 4*3600, devices, true
	return c
}

// three is a bench of three whose cards mine, and then train together.
func three(t *testing.T, b *bench) {
	t.Helper()
	b.run()
	after(30 * time.Second)
	b.took()
	b.do(func() { b.prize = []profit.Challenge{raced("dev/0", 3)} })
	after(30 * time.Second)
	b.trains("the start", "GPU-0+GPU-1+GPU-2")
	for i := range b.cards {
		if s := b.status(i); s.Phase != PhaseRunning || len(s.Team) != 3 || s.Team[0] != "GPU-0" {
			t.Errorf("%s: %s, with %v", s.Device.UUID, s.Phase, s.Team)
		}
	}
}

// trains expects the trainers that were started since the last look, in their order.
func (b *bench) trains(what string, want ...string) {
	b.t.Helper()
	var got []string
	for _, e := range b.took() {
		if of, ok := strings.CutSuffix(e, " launch train dev/0"); ok {
			got = append(got, of)
		}
	}
	if !slices.Equal(got, want) {
		b.t.Errorf("%s: trainers of %s, want %s", what, got, want)
	}
}

// One worker for all, once the last of them is free; each device's power and hours are its own.
func TestTeamStartsAndEndsAsOne(t *testing.T) {
	bubble(t, 3, func(t *testing.T, b *bench) {
		b.worker = func(w *worker) {
			w.report.MACs = 6
			if w.cards[0].dev.UUID == "GPU-1" && w.what.Kind == profit.Mine {
				w.stop, w.linger = 7*time.Second, 8*time.Second
			}
		}
		b.run()
		after(30 * time.Second)
		b.took()
		b.do(func() {
			b.prize = []profit.Challenge{raced("dev/0", 3)}
			for i, c := range b.cards {
				c.metered = i != 2
			}
		})
		after(15 * time.Second)
		if s := b.status(0); s.Phase != PhaseStarting || s.Reason != "waits for the others of its team: GPU-1" || s.Report.Working() {
			t.Errorf("%s, %s", s.Phase, s.Reason)
		}
		after(30 * time.Second)
		events := b.took()
		if last := events[len(events)-1]; last != "GPU-0+GPU-1+GPU-2 launch train dev/0" {
			t.Errorf("%v", events)
		}
		b.do(func() { b.cards[1].watts = 300 })
		before := b.status(1).Totals[profit.Training("dev/0")]
		after(10 * time.Minute)
		for i := range b.cards {
			s := b.status(i)
			total := s.Totals[profit.Training("dev/0")]
			if s.Report.MACs != 2 || total.Seconds < 590 {
				t.Errorf("%s does %v MACs/s, in %+v", s.Device.UUID, s.Report.MACs, total)
			}
			if i == 1 && total.Joules-before.Joules < 300*590 || i == 0 && total.Joules > 205*700 {
				t.Errorf("%s: %+v", s.Device.UUID, total)
			}
		}
		b.do(func() { b.prize = nil })
		after(time.Minute)
		b.expectOfEach("the end", "GPU-0+GPU-1+GPU-2 end train dev/0", "GPU-0+GPU-1+GPU-2 free", "GPU-0 launch mine a", "GPU-1 launch mine a", "GPU-2 launch mine a")
	})
}

// What a device does for its part in a team is no measurement of what it does alone.
func TestTeamIsMeasured(t *testing.T) {
	bubble(t, 3, func(t *testing.T, b *bench) {
		b.worker = func(w *worker) { w.report.MACs = 6 }
		three(t, b)
		after(5 * time.Minute)
		at := learned.At{Device: "GPU-1", Work: "train"}
		if r, ok := b.loop.cfg.Learned.Rates.Get(learned.At{Device: at.Device, Work: at.Work, Team: 3}); !ok || r.PerSecond != 2 || r.Watts != 200 {
			t.Errorf("in the team %+v", r)
		}
		if r, ok := b.loop.cfg.Learned.Rates.Get(at); ok {
			t.Errorf("alone %+v", r)
		}
		b.do(func() { b.prize = []profit.Challenge{raced("dev/0", 1)} })
		after(5 * time.Minute)
		if r, ok := b.loop.cfg.Learned.Rates.Get(learned.At{Device: "GPU-0", Work: "train"}); !ok || r.PerSecond != 6 {
			t.Errorf("alone %+v", r)
		}
		if c, ok := b.loop.cfg.Learned.Costs.Get(learned.Move{Device: "GPU-0", From: profit.Train, To: profit.Train}); !ok || c.Seconds <= 0 {
			t.Errorf("what the change has cost: %+v", c)
		}
	})
}

// Whatever takes a device from its team, the others go on without it, whoever led, and it comes
// back when it can.
func TestTeamChanges(t *testing.T) {
	command := func(a Action, device string) func(*testing.T, *bench) {
		return func(t *testing.T, b *bench) {
			if _, err := b.loop.Do(t.Context(), Command{Action: a, Devices: []string{device}}); err != nil {
				t.Error(err)
			}
		}
	}
	of := customers{}
	for name, c := range map[string]struct {
		leave, back func(*testing.T, *bench)
		rest        string
	}{
		"a device is lost": {
			func(_ *testing.T, b *bench) { b.do(func() { b.cards[1].lost = gpu.ErrLost }) },
			func(_ *testing.T, b *bench) { b.do(func() { b.cards[1].lost = nil }) }, "GPU-0+GPU-2",
		},
		"the one that leads is paused": {command(Pause, "0"), command(Resume, "0"), "GPU-1+GPU-2"},
		"a device is let": {
			func(_ *testing.T, b *bench) { b.do(func() { of["GPU-2"] = time.Now() }) },
			func(_ *testing.T, b *bench) { b.do(func() { delete(of, "GPU-2") }) }, "GPU-0+GPU-1",
		},
		"another coin pays one of them more": {
			func(_ *testing.T, b *bench) { b.do(func() { b.rich = "GPU-1" }) },
			func(_ *testing.T, b *bench) { b.do(func() { b.rich = "" }) }, "GPU-0+GPU-2",
		},
	} {
		t.Run(name, func(t *testing.T) {
			bubble(t, 3, func(t *testing.T, b *bench) {
				clear(of)
				b.let(of)
				three(t, b)
				c.leave(t, b)
				after(time.Minute)
				b.trains("without it", c.rest)
				c.back(t, b)
				after(10 * time.Minute)
				b.trains("with it again", "GPU-0+GPU-1+GPU-2")
			})
		})
	}
}

// Those that are there do not wait for ever; who comes late is let in by a restart.
func TestTeamPatience(t *testing.T) {
	bubble(t, 3, func(t *testing.T, b *bench) {
		b.cfg.TeamPatience = 20 * time.Second
		b.worker = func(w *worker) {
			if w.cards[0].dev.UUID == "GPU-2" && w.what.Kind == profit.Mine {
				w.stop = 40 * time.Second
			}
		}
		b.run()
		after(30 * time.Second)
		b.took()
		b.do(func() { b.prize = []profit.Challenge{raced("dev/0", 3)} })
		after(40 * time.Second)
		b.trains("those that are there", "GPU-0+GPU-1")
		after(time.Minute)
		b.trains("all", "GPU-0+GPU-1+GPU-2")
		if b.logs.FilterMessageSnippet("devices that have not come in time").Len() != 1 {
			t.Error("it is not logged")
		}
	})
}

// A team that grows by several works on until the last of them is there, and is restarted once.
func TestTeamGrowsAtOnce(t *testing.T) {
	bubble(t, 3, func(t *testing.T, b *bench) {
		b.worker = func(w *worker) {
			if w.cards[0].dev.UUID == "GPU-2" && w.what.Kind == profit.Mine {
				w.stop = 40 * time.Second
			}
		}
		b.run()
		after(30 * time.Second)
		b.took()
		b.do(func() { b.prize = []profit.Challenge{raced("dev/0", 1)} })
		after(time.Minute)
		b.trains("one", "GPU-0")
		b.do(func() { b.prize = []profit.Challenge{raced("dev/0", 3)} })
		after(30 * time.Second)
		if s := b.status(1); s.Phase != PhaseStarting || s.Reason != "waits for the others of its team: GPU-2" || b.status(0).Phase != PhaseRunning {
			t.Errorf("%s, %s, beside %s", s.Phase, s.Reason, b.status(0).Phase)
		}
		after(time.Minute)
		b.trains("all", "GPU-0+GPU-1+GPU-2")
	})
}

// What the end of the worker means is asked once, and holds for all.
func TestTeamWorkerEnds(t *testing.T) {
	bubble(t, 3, func(t *testing.T, b *bench) {
		var trainers []*worker
		b.worker = func(w *worker) {
			if w.what.Task() {
				w.ended.Delay = 20 * time.Second
				trainers = append(trainers, w)
			}
		}
		three(t, b)
		b.do(trainers[0].leave)
		after(15 * time.Second)
		for i := range b.cards {
			if s := b.status(i); s.Phase != PhaseWaiting {
				t.Errorf("%s: %s", s.Device.UUID, s.Phase)
			}
		}
		after(30 * time.Second)
		b.trains("again", "GPU-0+GPU-1+GPU-2")
		b.do(func() {
			b.prize, trainers[1].ended = nil, Ended{Reason: "trained"}
			trainers[1].leave()
		})
		after(time.Minute)
		b.trains("it is trained")
		for i, w := range trainers {
			if w.asked != 1 {
				t.Errorf("Ended of %d was asked %d times", i, w.asked)
			}
		}
	})
}

func TestTeamCannotBeStarted(t *testing.T) {
	bubble(t, 3, func(t *testing.T, b *bench) {
		b.refuses = map[string]error{"dev/0": errors.New("the binary is missing")}
		b.run()
		after(30 * time.Second)
		b.do(func() { b.prize = []profit.Challenge{raced("dev/0", 3)} })
		after(30 * time.Second)
		for i := range b.cards {
			if s := b.status(i); s.Phase != PhaseWaiting || !strings.Contains(s.Reason, "train dev/0 cannot be started: the binary is missing") {
				t.Errorf("%s: %s, %s", s.Device.UUID, s.Phase, s.Reason)
			}
		}
		b.took()
		b.do(func() { b.refuses = nil })
		after(2 * time.Minute)
		b.trains("all", "GPU-0+GPU-1+GPU-2")
	})
}

// A trainer that hangs is started again; one that cannot be ended takes all its devices with it.
func TestTeamHangs(t *testing.T) {
	bubble(t, 3, func(t *testing.T, b *bench) {
		three(t, b)
		b.do(func() { b.cards[0].worker.report = Report{State: "hung", Reason: "no step"} })
		after(time.Minute)
		b.trains("again", "GPU-0+GPU-1+GPU-2")
		b.do(func() {
			w := b.cards[0].worker
			w.report, w.stop = Report{State: "hung", Reason: "no step"}, 20*time.Minute
			b.later(20*time.Minute, w.leave)
		})
		after(5 * time.Minute)
		for i := range b.cards {
			if s := b.status(i); s.Phase != PhaseQuarantined || !strings.Contains(s.Reason, "cannot be ended") {
				t.Errorf("%s: %s, %s", s.Device.UUID, s.Phase, s.Reason)
			}
		}
		b.trains("while it lives")
		after(30 * time.Minute)
		for i := range b.cards {
			if s := b.status(i); s.Phase != PhaseRunning || len(s.Team) != 3 {
				t.Errorf("%s: %s, %s, with %v", s.Device.UUID, s.Phase, s.Reason, s.Team)
			}
		}
	})
}

// Whoever comes and goes, the bench sees that no card has two workers and no challenge two
// trainers; in the end all train together.
func TestTeamsComeAndGo(t *testing.T) {
	for seed := range uint64(3) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			bubble(t, 4, func(t *testing.T, b *bench) { teamsComeAndGo(t, b, seed) })
		})
	}
}

func teamsComeAndGo(t *testing.T, b *bench, seed uint64) {
	random, ways := rand.New(rand.NewPCG(seed, 11)), rand.New(rand.NewPCG(seed, 12)) // the test's, and under the bench's lock
	of := customers{}
	b.let(of)
	b.cfg.TeamPatience = time.Duration(random.IntN(60)+5) * time.Second
	b.worker = func(w *worker) {
		w.stop, w.linger = time.Duration(ways.IntN(20000))*time.Millisecond, time.Duration(ways.IntN(3000))*time.Millisecond
		if ways.IntN(5) == 0 {
			b.later(time.Duration(ways.IntN(300))*time.Second, w.leave)
		}
	}
	b.do(func() { b.prize = []profit.Challenge{raced("dev/0", 4)} })
	b.run()
	for range 150 {
		after(time.Duration(random.IntN(40)+1) * time.Second)
		n := random.IntN(len(b.cards))
		device := []string{fmt.Sprint(n)}
		switch random.IntN(8) {
		case 0:
			_, _ = b.loop.Do(t.Context(), Command{Action: Pause, Devices: device, For: time.Minute})
		case 1:
			_, _ = b.loop.Do(t.Context(), Command{Action: Restart, Devices: device})
		}
		b.do(func() {
			c := b.cards[n]
			switch random.IntN(8) {
			case 0:
				if c.worker == nil { // else it would only wait for the daemon's poll
					of[c.dev.UUID] = time.Now()
				}
			case 1:
				delete(of, c.dev.UUID)
			case 2:
				c.lost = gpu.ErrLost
			case 3:
				c.lost = nil
			case 4:
				b.prize = nil
			case 5:
				b.prize = []profit.Challenge{raced("dev/0", 2+random.IntN(3))}
			case 6:
				b.recipe = fmt.Sprint(random.IntN(3))
			}
		})
	}
	b.do(func() {
		clear(of)
		for _, c := range b.cards {
			c.lost = nil
		}
		b.prize, b.worker = []profit.Challenge{raced("dev/0", 4)}, nil
	})
	after(2 * time.Hour)
	for i := range b.cards {
		if s := b.status(i); s.Phase != PhaseRunning || len(s.Team) != 4 {
			t.Errorf("%s: %s %s, %s, with %v", s.Device.UUID, s.Phase, s.Workload, s.Reason, s.Team)
		}
	}
}

// slowly starts tasks, after a while.
type slowly struct {
	Launcher
	takes time.Duration
}

func (s slowly) Launch(ctx context.Context, devices []gpu.Device, w profit.Workload) (Worker, error) {
	if w.Task() {
		time.Sleep(s.takes)
	}
	return s.Launcher.Launch(ctx, devices, w)
}

// pausedInAStart pauses a device of a team whose worker is being started, and sees that it is.
func pausedInAStart(t *testing.T, b *bench) {
	t.Helper()
	after(30 * time.Second)
	if _, err := b.loop.Do(t.Context(), Command{Action: Pause, Devices: []string{"1"}}); err != nil {
		t.Fatal(err)
	}
	after(10 * time.Minute)
	if s := b.status(1); s.Phase != PhasePaused {
		t.Errorf("%s, %s", s.Phase, s.Reason)
	}
}

// A device that is held while its team's worker is started, for longer than one waits for that, leaves once it has: else it
// would be held in name alone, and compute on.
func TestTeamIsLeftDuringASlowStart(t *testing.T) {
	t.Run("of one that comes to nothing", func(t *testing.T) {
		bubble(t, 3, func(t *testing.T, b *bench) {
			slow := &slowly{b, 2 * time.Minute}
			b.cfg.Launcher, b.cfg.StopTimeout = slow, 30*time.Second
			b.do(func() {
				b.prize, b.refuses = []profit.Challenge{raced("dev/0", 3)}, map[string]error{"dev/0": errors.New("no space")}
			})
			b.run()
			pausedInAStart(t, b)
		})
	})
	bubble(t, 3, func(t *testing.T, b *bench) {
		b.cfg.Launcher, b.cfg.StopTimeout = slowly{b, 2 * time.Minute}, 30*time.Second
		b.do(func() { b.prize = []profit.Challenge{raced("dev/0", 3)} })
		b.run()
		pausedInAStart(t, b)
		b.do(func() {
			if w := b.cards[1].worker; w != nil {
				t.Errorf("%s computes on a device that is paused", w.what)
			}
		})
		b.trains("all, then those that are there", "GPU-0+GPU-1+GPU-2", "GPU-0+GPU-2")
		if s := b.status(0); s.Phase != PhaseRunning || len(s.Team) != 2 {
			t.Errorf("%s, %s with %v", s.Phase, s.Reason, s.Team)
		}
	})
}
