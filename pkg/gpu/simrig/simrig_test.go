package simrig

import (
	"context"
	"errors"
	"math"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"
	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// source is the shape that package gpu describes.
type source interface {
	Devices(context.Context) ([]gpu.Device, error)
	Read(context.Context, gpu.UUID) (gpu.Reading, error)
	Settings(context.Context, gpu.UUID) (gpu.Settings, error)
	Tune(context.Context, gpu.UUID, gpu.Settings) error
	Events() <-chan gpu.Event
	Close() error
}

var _ source = (*Rig)(nil)

var ctx = context.Background()

func limited(w gpu.Watts) gpu.Settings { return gpu.Settings{PowerLimit: &w} }

// world is a clock and a process table under the test's control.
type world struct {
	mu    sync.Mutex
	now   time.Time
	table map[string][]process.Occupant
}

func newWorld() *world {
	return &world{now: time.Unix(1_800_000_000, 0), table: map[string][]process.Occupant{}}
}

func (w *world) time() time.Time { w.mu.Lock(); defer w.mu.Unlock(); return w.now }

func (w *world) pass(d time.Duration) { w.mu.Lock(); defer w.mu.Unlock(); w.now = w.now.Add(d) }

func (w *world) occupants(uuid string) ([]process.Occupant, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.table[uuid], nil
}

func (w *world) occupy(uuid gpu.UUID, envs ...map[string]string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.table[string(uuid)] = nil
	for i, env := range envs {
		w.table[string(uuid)] = append(w.table[string(uuid)], process.Occupant{PID: 100 + i, Env: env})
	}
}

type fataler interface {
	Helper()
	Fatal(...any)
}

func (w *world) rig(t fataler) *Rig {
	t.Helper()
	r, err := New(Options{Now: w.time, Table: w.occupants})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func read(t fataler, r *Rig, uuid gpu.UUID) gpu.Reading {
	t.Helper()
	got, err := r.Read(ctx, uuid)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

var (
	mine   = map[string]string{}
	kawpow = map[string]string{EnvAlgorithm: "kawpow"}
	train  = map[string]string{EnvWorkload: WorkloadTrain}
)

func TestDefaultRig(t *testing.T) {
	devices, err := newWorld().rig(t).Devices(ctx)
	if err != nil || len(devices) != 8 {
		t.Fatalf("%d devices, %v", len(devices), err)
	}
	models := map[string]int{}
	for i, d := range devices {
		models[d.Model]++
		if d.Index != i || d.PCI == "" || d.MemoryBytes == 0 || !d.PowerLimit.Contains(d.PowerLimit.DefaultWatts) {
			t.Errorf("device %d: %+v", i, d)
		}
	}
	if len(models) != 3 || !strings.HasSuffix(string(devices[7].UUID), "0007") {
		t.Errorf("models %v, last %s", models, devices[7].UUID)
	}
	if other := DefaultRig("/var/lib/other")[7].Device.UUID; other == devices[7].UUID {
		t.Errorf("two rigs share %s", other)
	}
}

func TestLoads(t *testing.T) {
	card := DefaultRig("")[3] // an RTX 3090
	uuid := card.Device.UUID
	tests := []struct {
		name        string
		limit       gpu.Watts
		envs        []map[string]string
		watts       gpu.Watts
		utilisation float64
		throttle    []string
	}{
		{"idle", 350, nil, 25, 0, []string{gpu.ThrottleIdle}},
		{"mining", 350, []map[string]string{mine}, 270, 1, []string{}},
		{"mining an unknown algorithm", 350, []map[string]string{{EnvAlgorithm: "x99"}}, 270, 1, []string{}},
		{"mining kawpow", 350, []map[string]string{kawpow}, 290, 1, []string{}},
		{"training", 350, []map[string]string{train}, 340, 0.93, []string{}},
		{"capped", 200, []map[string]string{train}, 200, 0.93, []string{gpu.ThrottlePowerCap}},
		{"two at once", 350, []map[string]string{kawpow, train}, 340, 1, []string{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := newWorld()
			r := w.rig(t)
			if err := r.Tune(ctx, uuid, limited(test.limit)); err != nil {
				t.Fatal(err)
			}
			empty := *read(t, r, uuid).MemoryUsedBytes
			w.occupy(uuid, test.envs...)
			got := read(t, r, uuid)
			if *got.Power != test.watts || *got.Utilisation != test.utilisation || *got.PowerLimit != test.limit || !cmp.Equal(got.Throttle, test.throttle) {
				t.Errorf("power %v, utilisation %v, limit %v, throttle %v", *got.Power, *got.Utilisation, *got.PowerLimit, got.Throttle)
			}
			sum := empty
			for _, p := range got.Processes {
				sum += *p.MemoryBytes
			}
			if len(got.Processes) != len(test.envs) || *got.MemoryUsedBytes != sum {
				t.Errorf("processes %v, memory %d", got.Processes, *got.MemoryUsedBytes)
			}
			if other := read(t, r, DefaultRig("")[4].Device.UUID); len(other.Processes) != 0 || *other.Power != 25 {
				t.Errorf("the neighbour: %+v", other)
			}
		})
	}
}

func TestTemperatureAndEnergy(t *testing.T) {
	card := DefaultRig("")[3]
	uuid := card.Device.UUID
	w := newWorld()
	r := w.rig(t)
	idle := 25 + 25*card.DegreesPerWatt
	hot := 25 + 340*card.DegreesPerWatt
	near := func(what string, got gpu.Celsius, want float64) {
		t.Helper()
		if math.Abs(float64(got)-want) > 1e-6 {
			t.Errorf("%s: %.3f degrees, want %.3f", what, got, want)
		}
	}
	w.occupy(uuid, train)
	near("at the start", *read(t, r, uuid).Temperature, idle)
	w.pass(thermalLag)
	got := read(t, r, uuid)
	near("after one lag", *got.Temperature, hot-(hot-idle)/math.E)
	if want := gpu.Joules(340 * 45); math.Abs(float64(*got.Energy-want)) > 1e-6 {
		t.Errorf("energy %.1f J, want %.1f", *got.Energy, want)
	}
	w.pass(time.Hour)
	near("after an hour", *read(t, r, uuid).Temperature, hot)
	w.occupy(uuid)
	read(t, r, uuid)
	w.pass(time.Hour)
	near("an hour after the end", *read(t, r, uuid).Temperature, idle)
}

// A lower limit caps at once, and time that passed before it counts at the old power.
func TestLimitSplitsEnergy(t *testing.T) {
	uuid := DefaultRig("")[3].Device.UUID
	w := newWorld()
	r := w.rig(t)
	w.occupy(uuid, train)
	read(t, r, uuid)
	w.pass(10 * time.Second)
	if err := r.Tune(ctx, uuid, limited(100)); err != nil {
		t.Fatal(err)
	}
	w.pass(10 * time.Second)
	if got := *read(t, r, uuid).Energy; got != 3400+1000 {
		t.Errorf("energy %v J", got)
	}
}

// Whatever happens: power within the limit, energy never falls, temperature
// between air and the hottest load, and the same history gives the same rig.
func TestInvariants(t *testing.T) {
	spec := DefaultRig("")[6]
	uuid := spec.Device.UUID
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld()
		one, two := w.rig(t), w.rig(t)
		var energy gpu.Joules
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			w.pass(time.Duration(rapid.IntRange(-5, 300).Draw(t, "seconds")) * time.Second)
			w.occupy(uuid, rapid.SliceOfN(rapid.SampledFrom([]map[string]string{mine, kawpow, train}), 0, 3).Draw(t, "load")...)
			limit := gpu.Watts(rapid.Float64Range(100, 700).Draw(t, "limit"))
			err := one.Tune(ctx, uuid, limited(limit))
			if _ = two.Tune(ctx, uuid, limited(limit)); (err == nil) != spec.Device.PowerLimit.Contains(limit) {
				t.Fatalf("limit %v: %v", limit, err)
			}
			got, again := read(t, one, uuid), read(t, two, uuid)
			if diff := cmp.Diff(got, again); diff != "" {
				t.Fatal(diff)
			}
			if *got.Power > *got.PowerLimit || *got.Power < spec.Idle || *got.Energy < energy ||
				*got.Temperature < ambient || *got.Temperature > ambient+gpu.Celsius(400*spec.DegreesPerWatt) ||
				*got.MemoryUsedBytes > spec.Device.MemoryBytes || *got.Utilisation > 1 || *got.ClockSMMHz > spec.ClockSMMHz {
				t.Fatalf("%+v", got)
			}
			energy = *got.Energy
		}
	})
}

func TestFaults(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld()
		r := w.rig(t)
		rig := DefaultRig("")
		lost, hung, refused, good := rig[0].Device.UUID, rig[1].Device.UUID, rig[2].Device.UUID, rig[3].Device.UUID
		for uuid, kind := range map[gpu.UUID]FaultKind{lost: FaultLost, hung: FaultHung, refused: FaultNoPermission} {
			if err := r.Fault(uuid, kind); err != nil {
				t.Fatal(err)
			}
		}
		for _, want := range []struct {
			uuid gpu.UUID
			read error
			set  error
			wait time.Duration // of the first call
		}{
			{lost, gpu.ErrLost, gpu.ErrLost, 0},
			{hung, gpu.ErrTimeout, gpu.ErrTimeout, 2 * time.Second},
			{refused, nil, gpu.ErrNoPermission, 0},
			{good, nil, nil, 0},
			{"GPU-other", gpu.ErrUnknownDevice, gpu.ErrUnknownDevice, 0},
		} {
			begin := time.Now()
			if _, err := r.Read(ctx, want.uuid); !errors.Is(err, want.read) || time.Since(begin) != want.wait {
				t.Errorf("Read(%s) = %v after %s", want.uuid, err, time.Since(begin))
			}
			begin = time.Now()
			if err := r.Tune(ctx, want.uuid, limited(150)); !errors.Is(err, want.set) || time.Since(begin) != 0 {
				t.Errorf("Tune(%s) = %v after %s", want.uuid, err, time.Since(begin))
			}
		}
		if event := <-r.Events(); event.UUID != lost || event.Xid != 79 {
			t.Errorf("event %+v", event)
		}
		if err := r.Fault(hung, FaultHung); err != nil { // anew: it waits again
			t.Fatal(err)
		}
		short, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		if _, err := r.Read(short, hung); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("caller gives up: %v", err)
		}
		for _, uuid := range []gpu.UUID{lost, hung, refused} {
			_ = r.Fault(uuid, FaultNone)
			if _, err := r.Read(ctx, uuid); err != nil {
				t.Errorf("well again: %v", err)
			}
		}
	})
}

func TestClosed(t *testing.T) {
	r := newWorld().rig(t)
	uuid := DefaultRig("")[0].Device.UUID
	for range 2 {
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := r.Read(ctx, uuid); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
	if err := r.Xid(uuid, 13); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
	if _, open := <-r.Events(); open {
		t.Error("Events is open")
	}
}

func TestNewRejects(t *testing.T) {
	edits := map[string]func(*Spec){
		"no uuid":      func(s *Spec) { s.Device.UUID = "" },
		"taken uuid":   func(s *Spec) { s.Device.UUID = DefaultRig("")[1].Device.UUID },
		"limit":        func(s *Spec) { s.Device.PowerLimit.DefaultWatts = 1000 },
		"no memory":    func(s *Spec) { s.Device.MemoryBytes = 1 },
		"no idle draw": func(s *Spec) { s.Idle = 0 },
	}
	for name, edit := range edits {
		rig := DefaultRig("")
		edit(&rig[0])
		if _, err := New(Options{Devices: rig}); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// Against the real process table: real processes, nobody tells the rig.
func TestRealProcesses(t *testing.T) {
	specs := DefaultRig("")[:2]
	for i := range specs { // other tests may run workers on the default rig
		specs[i].Device.UUID += gpu.UUID("-test")
	}
	mineOn, free := specs[0].Device.UUID, specs[1].Device.UUID
	r, err := New(Options{Devices: specs})
	if err != nil {
		t.Fatal(err)
	}
	start := func(env ...string) *exec.Cmd {
		cmd := exec.Command("sleep", "60")
		cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), process.EnvDevices + "=" + string(mineOn)}, env...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
		return cmd
	}
	miner, trainer := start(EnvAlgorithm+"=kawpow"), start(EnvWorkload+"="+WorkloadTrain)
	start(process.EnvSupervisor + "=x")
	got := read(t, r, mineOn)
	want := []int{miner.Process.Pid, trainer.Process.Pid}
	var pids []int
	for _, p := range got.Processes {
		pids = append(pids, p.PID)
	}
	slices.Sort(pids)
	slices.Sort(want)
	if !slices.Equal(pids, want) || *got.Power != 190 {
		t.Errorf("processes %v, want %v; %v W", pids, want, *got.Power)
	}
	if got := read(t, r, free); len(got.Processes) != 0 {
		t.Errorf("the free one: %v", got.Processes)
	}
	_ = trainer.Process.Kill()
	_ = trainer.Wait()
	if got := read(t, r, mineOn); len(got.Processes) != 1 || *got.Power != 130 {
		t.Errorf("after one ended: %v, %v W", got.Processes, *got.Power)
	}
}
