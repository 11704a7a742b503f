package scheduler

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// A device that is paused stops at once, stays so over a restart of the daemon, and comes
// back when it is resumed or its time is over. The others go on.
func TestPause(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.run()
		after(30 * time.Second)
		b.took()
		b.command(Command{Action: Pause, Devices: []string{"0"}, Reason: "a new fan"})
		after(10 * time.Second)
		b.expect("a pause", "GPU-0 end mine a", "GPU-0 free")
		s := b.status(0)
		if s.Phase != PhasePaused || s.Workload != idle || s.Reason != "by the operator: a new fan" {
			t.Errorf("%+v", s)
		}
		if d := b.loop.View().Plan.Decisions[0]; !strings.HasPrefix(d.Reason.String(), "paused: by the operator") {
			t.Errorf("%v", d.Reason)
		}
		b.end()
		after(5 * time.Second)
		b.took()
		b.run()
		after(time.Minute)
		b.expect("a restart of the daemon", "GPU-1 launch mine a")
		if s := b.status(0); s.Phase != PhasePaused {
			t.Errorf("%+v", s)
		}
		b.command(Command{Action: Resume, Devices: []string{"GPU-0"}})
		after(30 * time.Second)
		b.expect("resumed", "GPU-0 launch mine a")

		b.command(Command{Action: Quarantine, Devices: []string{"GPU-0"}, For: 2 * time.Hour})
		after(time.Hour)
		b.expect("quarantined", "GPU-0 end mine a", "GPU-0 free")
		if s := b.status(0); s.Phase != PhaseQuarantined {
			t.Errorf("%+v", s)
		}
		if _, err := b.loop.Do(context.Background(), Command{Action: Resume, Devices: []string{"GPU-0"}}); !errors.Is(err, ErrCommand) {
			t.Errorf("resume of a quarantine: %v", err)
		}
		after(61 * time.Minute)
		b.expect("its time is over", "GPU-0 launch mine a")
	})
}

// The whole rig, devices that come later included.
func TestPauseOfTheRig(t *testing.T) {
	bubble(t, 3, func(t *testing.T, b *bench) {
		b.gone = map[int]bool{2: true}
		b.run()
		after(30 * time.Second)
		b.command(Command{Action: Pause})
		after(10 * time.Second)
		b.took()
		b.do(func() { b.gone = nil })
		after(time.Minute)
		b.expect("nothing starts, on the new device neither")
		if _, err := b.loop.Do(context.Background(), Command{Action: Resume, Devices: []string{"0"}}); !errors.Is(err, ErrCommand) {
			t.Errorf("one device of a rig that is paused: %v", err)
		}
		b.command(Command{Action: Resume})
		after(30 * time.Second)
		if got := b.took(); len(got) != 3 {
			t.Errorf("resumed: %v", got)
		}
	})
}

func TestCommandsThatCannotBe(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.run()
		after(30 * time.Second)
		for _, c := range []Command{
			{Action: "explode"}, {Action: Pause, Devices: []string{"GPU-7"}}, {Action: Pause, Devices: []string{"GPU-"}}, {Action: Restart, For: time.Hour},
			{Action: Pause, For: -time.Hour}, {Action: Forget}, {Action: Forget, Devices: []string{"GPU-0"}}, {Action: Forget, Devices: []string{"GPU-9"}},
		} {
			if _, err := b.loop.Do(context.Background(), c); !errors.Is(err, ErrCommand) {
				t.Errorf("%+v: %v", c, err)
			}
		}
		b.store.breaks(func(k store.Bucket) bool { return k == store.Holds })
		if _, err := b.loop.Do(context.Background(), Command{Action: Pause}); !errors.Is(err, errDisk) {
			t.Errorf("a pause that cannot be stored: %v", err)
		}
		b.store.breaks(nil)
		after(30 * time.Second)
		if got := b.took(); len(got) != 2 { // two launches
			t.Error(got)
		}
	})
}

// A worker whose settings have changed is started again, one at a tick.
func TestChangedSettingsReachWorkers(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.run()
		after(30 * time.Second)
		b.took()
		b.do(func() { b.recipe = "new" })
		after(2 * time.Minute)
		b.expect("one after the other", "GPU-0 end mine a", "GPU-0 free", "GPU-0 launch mine a", "GPU-1 end mine a", "GPU-1 free", "GPU-1 launch mine a")
		b.command(Command{Action: Restart, Devices: []string{"1"}})
		after(time.Minute)
		b.expect("by hand", "GPU-1 end mine a", "GPU-1 free", "GPU-1 launch mine a")
	})
}

// An Xid that only a repair helps quarantines until it is released; one that programs cause
// when it comes too often, for an hour. The others say nothing.
func TestXids(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.run()
		after(30 * time.Second)
		b.took()
		b.xids <- gpu.Event{UUID: "GPU-0", At: time.Now(), Xid: 45}
		b.xids <- gpu.Event{UUID: "GPU-0", At: time.Now(), Xid: 31}
		b.xids <- gpu.Event{UUID: "GPU-9", At: time.Now(), Xid: 79}
		after(time.Minute)
		b.expect("borne")
		b.xids <- gpu.Event{UUID: "GPU-0", At: time.Now(), Xid: 48}
		after(30 * time.Second)
		b.expect("sick", "GPU-0 end mine a", "GPU-0 free")
		s := b.status(0)
		if s.Phase != PhaseQuarantined || !strings.HasPrefix(s.Reason, "xid 48: double-bit") || s.Xids[48] != 1 || s.Xids[31] != 1 {
			t.Errorf("%+v", s)
		}
		after(25 * time.Hour)
		b.end()
		after(5 * time.Second)
		b.took()
		b.run()
		after(time.Minute)
		b.expect("still sick after a restart of the daemon", "GPU-1 launch mine a")
		b.command(Command{Action: Release, Devices: []string{"GPU-0"}})
		after(30 * time.Second)
		b.expect("released", "GPU-0 launch mine a")
		for range 6 {
			b.xids <- gpu.Event{UUID: "GPU-1", At: time.Now(), Xid: 13}
		}
		after(30 * time.Minute)
		b.expect("too often", "GPU-1 end mine a", "GPU-1 free")
		after(35 * time.Minute)
		b.expect("an hour later", "GPU-1 launch mine a")
	})
}

// Against heat the power limit is lowered step by step; what does not help is followed by a
// stop, and that by a quarantine.
func TestHeat(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.run()
		after(30 * time.Second)
		b.took()
		b.do(func() { b.cards[0].celsius = 82 })
		after(2*time.Minute + 20*time.Second)
		b.expect("lowered", "GPU-0 limit 270", "GPU-0 limit 240")
		if s := b.status(0); !strings.Contains(s.Heat, "lowered by 20 %: its die is at 82 C") {
			t.Errorf("%+v", s)
		}
		b.do(func() { b.cards[0].celsius = 70 })
		after(4 * time.Minute)
		b.expect("given back", "GPU-0 limit 270", "GPU-0 limit 300")
		for range 3 {
			b.do(func() { b.cards[0].celsius = 84 })
			after(time.Minute)
			if s := b.status(0); s.Phase != PhaseQuarantined || !strings.HasPrefix(s.Reason, "too hot: its die is at 84 C") {
				t.Errorf("%+v", s)
			}
			b.do(func() { b.cards[0].celsius = 50 })
			after(2 * time.Minute)
		}
		if s := b.status(0); s.Phase != PhaseQuarantined || !strings.Contains(s.Reason, "stopped 3 times within an hour") {
			t.Errorf("%+v", s)
		}
		after(time.Hour)
		if s := b.status(0); s.Workload != mine("a") {
			t.Errorf("%+v", s)
		}
	})
}

// A device that was here and is not now is missed, until it is back or forgotten.
func TestMissing(t *testing.T) {
	bubble(t, 2, func(t *testing.T, b *bench) {
		b.run()
		after(30 * time.Second)
		b.end()
		after(5 * time.Second)
		known := map[gpu.UUID]Known{}
		err := store.Each(b.store.Store, store.Devices, func(id string, k Known) error { known[gpu.UUID(id)] = k; return nil })
		if err != nil || len(known) != 2 {
			t.Fatal(known, err)
		}
		b.cfg.Known, b.gone = known, map[int]bool{1: true}
		b.run()
		after(30 * time.Second)
		absent := b.loop.View().Absent
		if len(absent) != 1 || !absent[0].Missing || absent[0].Device.UUID != "GPU-1" || absent[0].Since.IsZero() {
			t.Fatalf("%+v", absent)
		}
		b.command(Command{Action: Forget, Devices: []string{"GPU-1"}})
		after(15 * time.Second)
		if absent := b.loop.View().Absent; len(absent) != 0 {
			t.Errorf("%+v", absent)
		}
		b.end()
		after(5 * time.Second)
		b.cfg.Expected, b.cfg.Known = 3, nil // as the store has it: forgotten
		b.run()
		after(30 * time.Second)
		if absent := b.loop.View().Absent; len(absent) != 2 || absent[0].Why != "devices.expected is 3, 1 are here" || absent[1].Device.Index != 2 {
			t.Errorf("%+v", absent)
		}
		b.end()
		after(5 * time.Second)
		b.cfg.Expected, b.cfg.Exclude, b.gone = 4, map[gpu.UUID]bool{"GPU-1": true}, nil
		b.run()
		after(30 * time.Second)
		if absent := b.loop.View().Absent; len(absent) != 3 || absent[0].Missing || !absent[1].Missing || !absent[2].Missing { // one left alone, two never seen
			t.Errorf("%+v", absent)
		}
	})
}

// What is changed about a device is in its lease first, and given back when the next
// workload does not want it.
func TestTuning(t *testing.T) {
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.limits = map[profit.Kind]gpu.Watts{profit.Mine: 150}
		b.offsets = map[profit.Kind]int{profit.Train: -200}
		b.run()
		after(30 * time.Second)
		b.do(func() { b.prize = []profit.Challenge{challenge("dev/0")} })
		after(30 * time.Second)
		b.expect("", "GPU-0 limit 150", "GPU-0 launch mine a", "GPU-0 end mine a", "GPU-0 free", "GPU-0 limit 300", "GPU-0 offset -200", "GPU-0 launch train dev/0")
	})
}

// What is not known of a device is not taken for the good case; what its driver keeps for
// itself is not taken for somebody's.
func TestFree(t *testing.T) {
	read := func(used uint64, reserved *uint64, processes []gpu.Process) gpu.Reading {
		return gpu.Reading{MemoryUsedBytes: &used, MemoryReservedBytes: reserved, Processes: processes}
	}
	nobody := []gpu.Process{}
	bubble(t, 1, func(t *testing.T, b *bench) {
		b.cfg.DrainMemoryBytes = 1 << 30
		b.cfg.defaults()
		r := newRunner(gpu.Device{UUID: "GPU-0", MemoryBytes: 288 << 30}, b.cfg, newTeams(b.cfg), make(chan struct{}, 1))
		for _, c := range []struct {
			what string
			r    gpu.Reading
			want string
		}{
			{"unknown processes", read(0, nil, nil), "does not say which processes"},
			{"somebody", read(0, nil, []gpu.Process{{PID: 7}}), "process 7 computes"},
			{"much memory, before anything was learned", read(3<<29, nil, nobody), "1536 MiB of its memory"},
			{"the same beside a reserve", read(3<<29, new(uint64(1)), nobody), "1536 MiB"},
		} {
			if got := r.occupied(c.r); !strings.Contains(got, c.want) {
				t.Errorf("%s: %q", c.what, got)
			}
		}
		r.rested(read(3<<29, nil, nobody)) // the driver's own 1.5 GiB, as on a GB300
		if got := r.occupied(read(3<<29, nil, nobody)); got != "" {
			t.Errorf("at its baseline: %q", got)
		}
		if got := r.occupied(read(3<<30, nil, nobody)); got == "" {
			t.Error("free, with 1.5 GiB more than its baseline")
		}
		r.rested(read(200<<30, nil, nobody))
		var kept Baseline
		if ok, err := b.store.Get(store.Baselines, "GPU-0", &kept); !ok || err != nil || kept.Bytes != 3<<29 {
			t.Error(ok, err, kept)
		}
		b.cfg.Left = func(gpu.UUID) string { return "process 9 of an earlier daemon cannot be ended" }
		r.cfg = b.cfg
		if got := r.occupied(read(0, nil, nobody)); !strings.Contains(got, "process 9") {
			t.Errorf("left by an earlier daemon: %q", got)
		}
	})
}

func (b *bench) command(c Command) {
	b.t.Helper()
	if ids, err := b.loop.Do(context.Background(), c); err != nil || len(ids) == 0 {
		b.t.Errorf("%+v: %v, %v", c, ids, err)
	}
}
