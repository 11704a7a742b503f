//go:build cgo && linux

package nvml

import (
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

var ctx = context.Background()

func TestDevices(t *testing.T) {
	source := newStandIn(t, goodCard, "name=H100\n").open(20 * time.Second)
	got, err := source.Devices(ctx)
	driver := gpu.Driver{Version: "580.65.06", Library: "13.580.65.06"}
	want := []gpu.Device{
		{UUID: uuid(0), Index: 0, Model: "NVIDIA GeForce RTX 3090", PCI: "00000000:01:00.0", MemoryBytes: 24 << 30,
			PowerLimit: gpu.PowerRange{DefaultWatts: 350, MinWatts: 100, MaxWatts: 385}, Driver: driver},
		{UUID: uuid(1), Index: 1, Model: "H100", PCI: "00000000:02:00.0", Driver: driver},
	}
	if err != nil || !cmp.Equal(got, want) {
		t.Errorf("Devices: %v\n%s", err, cmp.Diff(want, got))
	}
}

func TestRead(t *testing.T) {
	full := gpu.Reading{
		UUID: uuid(0), Power: new(gpu.Watts(251.5)), Energy: new(gpu.Joules(1234.5)), Temperature: new(gpu.Celsius(61)),
		MemoryUsedBytes: new(uint64(6_500_000_000)), MemoryFreeBytes: new(uint64(25769803776 - 6_500_000_000)), Utilisation: new(0.97), PowerLimit: new(gpu.Watts(350)),
		ClockSMMHz: new(1695), ClockMemoryMHz: new(9501),
		Processes: []gpu.Process{{PID: 4711, MemoryBytes: new(uint64(1 << 30))}, {PID: 4712}},
		Throttle:  []string{gpu.ThrottlePowerCap},
	}
	tests := []struct {
		name, card string
		want       func(*gpu.Reading)
	}{
		{"all fields", goodCard, func(*gpu.Reading) {}},
		{"no energy counter", without(goodCard, "energy_mj"), func(r *gpu.Reading) { r.Energy = nil }},
		{"no power sensor", without(goodCard, "power_mw"), func(r *gpu.Reading) { r.Power = nil }},
		{"no utilisation", without(goodCard, "utilisation"), func(r *gpu.Reading) { r.Utilisation = nil }},
		{"nobody there", goodCard + "pids=\nthrottle=0\n", func(r *gpu.Reading) { r.Processes, r.Throttle = []gpu.Process{}, []string{} }},
		{"several reasons", goodCard + "throttle=97\n", func(r *gpu.Reading) {
			r.Throttle = []string{gpu.ThrottleIdle, gpu.ThrottleThermal, gpu.ThrottleHardwareThermal}
		}},
		{"zero is a value", goodCard + "power_mw=0\nutilisation=0\n", func(r *gpu.Reading) { r.Power, r.Utilisation = new(gpu.Watts(0)), new(0.0) }},
	}
	rig := newStandIn(t, goodCard)
	source := rig.open(20 * time.Second)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			rig.set(0, test.card)
			want := full
			test.want(&want)
			got, err := source.Read(ctx, uuid(0))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(gpu.Reading{}, "At")); diff != "" || time.Since(got.At) > time.Minute {
				t.Errorf("at %s:\n%s", got.At, diff)
			}
		})
	}
	if _, err := source.Read(ctx, "GPU-other"); !errors.Is(err, gpu.ErrUnknownDevice) {
		t.Errorf("unknown device: %v", err)
	}
}

func TestLost(t *testing.T) {
	rig := newStandIn(t, goodCard, goodCard)
	source := rig.open(20 * time.Second)
	rig.set(0, goodCard+"lost=1\n")
	if _, err := source.Read(ctx, uuid(0)); !errors.Is(err, gpu.ErrLost) {
		t.Errorf("Read of a lost card: %v", err)
	}
	if err := source.Tune(ctx, uuid(0), limit(200)); !errors.Is(err, gpu.ErrLost) {
		t.Errorf("Tune of a lost card: %v", err)
	}
	if _, err := source.Read(ctx, uuid(1)); err != nil {
		t.Errorf("the other card: %v", err)
	}
	if devices, err := source.Devices(ctx); err != nil || len(devices) != 2 {
		t.Errorf("Devices = %v, %v, want both", devices, err)
	}
}

// One card hangs: it alone is slow once, then turned away at once, and it is
// back when the driver's call returns.
func TestHang(t *testing.T) {
	const timeout = 3 * time.Second
	rig := newStandIn(t, goodCard, goodCard, goodCard)
	source := rig.open(timeout)
	rig.set(1, goodCard+"hang=1\n")

	var group sync.WaitGroup
	var hungErr error
	group.Go(func() { _, hungErr = source.Read(ctx, uuid(1)) })
	for range 20 {
		for _, card := range []int{0, 2} {
			begin := time.Now()
			if _, err := source.Read(ctx, uuid(card)); err != nil || time.Since(begin) > timeout/2 {
				t.Errorf("card %d beside a hung one: %v after %s", card, err, time.Since(begin))
			}
		}
	}
	group.Wait()
	if !errors.Is(hungErr, gpu.ErrTimeout) {
		t.Errorf("the hung card: %v", hungErr)
	}
	for range 5 {
		begin := time.Now()
		if _, err := source.Read(ctx, uuid(1)); !errors.Is(err, gpu.ErrTimeout) || time.Since(begin) > timeout/3 {
			t.Errorf("again: %v after %s, want a timeout at once", err, time.Since(begin))
		}
	}
	rig.set(1, goodCard)
	for end := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) {
		if _, err := source.Read(ctx, uuid(1)); err == nil {
			break
		} else if time.Now().After(end) {
			t.Fatalf("does not come back: %v", err)
		}
	}
}

func TestCallerGivesUp(t *testing.T) {
	rig := newStandIn(t, goodCard)
	source := rig.open(time.Minute)
	rig.set(0, goodCard+"hang=1\n")
	short, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	defer cancel()
	if _, err := source.Read(short, uuid(0)); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	rig.set(0, goodCard)
}

// A card that hangs or is lost at the start delays nobody, and is found later.
func TestOpenWithSickCards(t *testing.T) {
	rig := newStandIn(t, goodCard+"hang=1\n", goodCard, goodCard+"lost=1\n")
	source := rig.open(time.Second)
	devices, err := source.Devices(ctx)
	if err != nil || len(devices) != 3 || devices[1].UUID != uuid(1) || devices[0].UUID != "" || devices[0].Unusable == "" || devices[2].Unusable == "" {
		t.Errorf("Devices = %v, %v, want the good one, and why the others are not known", devices, err)
	}
	rig.set(0, goodCard)
	rig.set(2, goodCard)
	for end := time.Now().Add(time.Minute); devices[0].Unusable != "" || devices[2].Unusable != ""; time.Sleep(5 * time.Millisecond) {
		if devices, err = source.Devices(ctx); err != nil || time.Now().After(end) {
			t.Fatalf("Devices = %v, %v, want all", devices, err)
		}
	}
	if _, err := source.Read(ctx, uuid(0)); err != nil {
		t.Error(err)
	}
}

func limit(w gpu.Watts) gpu.Settings { return gpu.Settings{PowerLimit: &w} }

func TestPowerLimit(t *testing.T) {
	rig := newStandIn(t, goodCard, without(goodCard, "limit_default_mw")+"noperm=1\n", goodCard+"stubborn=1\n")
	source := rig.open(20 * time.Second)
	if err := source.Tune(ctx, uuid(0), limit(220.5)); err != nil {
		t.Fatal(err)
	}
	if got, err := source.Read(ctx, uuid(0)); err != nil || *got.PowerLimit != 220.5 {
		t.Errorf("read back %v, %v", got.PowerLimit, err)
	}
	for _, w := range []gpu.Watts{99, 386, 0, -1, gpu.Watts(math.NaN()), gpu.Watts(math.Inf(1))} {
		if err := source.Tune(ctx, uuid(0), limit(w)); err == nil || !strings.Contains(err.Error(), "100..385 W") {
			t.Errorf("limit %v: %v", w, err)
		}
	}
	if err := source.Tune(ctx, uuid(1), limit(200)); !errors.Is(err, gpu.ErrNoPermission) {
		t.Errorf("without permission: %v", err)
	}
	if err := source.Tune(ctx, uuid(2), limit(200)); err == nil || !strings.Contains(err.Error(), "set 220.0 W instead") {
		t.Errorf("driver that disobeys: %v", err)
	}
	if err := source.Tune(ctx, "GPU-other", limit(200)); !errors.Is(err, gpu.ErrUnknownDevice) {
		t.Errorf("unknown device: %v", err)
	}
}

// Every setting is set, read back where the driver tells it, and given back with zeros.
func TestTune(t *testing.T) {
	rig := newStandIn(t, goodCard+"fans=2\nfan=40\n", goodCard)
	source := rig.open(20 * time.Second)
	before, err := source.Settings(ctx, uuid(0))
	want := gpu.Settings{PowerLimit: new(gpu.Watts(350)), CoreOffsetMHz: new(0), MemoryOffsetMHz: new(0), Fan: new(0.0)}
	if diff := cmp.Diff(want, before); err != nil || diff != "" {
		t.Fatal(err, diff)
	}
	tuned := gpu.Settings{PowerLimit: new(gpu.Watts(220)), CoreClockMHz: new(1200), MemoryClockMHz: new(5001), CoreOffsetMHz: new(-200), MemoryOffsetMHz: new(1000), Fan: new(0.7)}
	if err := source.Tune(ctx, uuid(0), tuned); err != nil {
		t.Fatal(err)
	}
	after, err := source.Settings(ctx, uuid(0))
	if diff := cmp.Diff(tuned.Only(before), after); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if got := [2]string{rig.file("gpu0.core_clock"), rig.file("gpu0.memory_clock")}; got != [2]string{"1200", "5001"} {
		t.Error(got)
	}
	if err := source.Tune(ctx, uuid(0), before.Over(gpu.Settings{CoreClockMHz: new(0), MemoryClockMHz: new(0)})); err != nil {
		t.Fatal(err)
	}
	if got := [3]string{rig.file("gpu0.core_clock"), rig.file("gpu0.memory_clock"), rig.file("gpu0.fan")}; got != [3]string{"0", "0", "0"} {
		t.Error(got)
	}
	if err := source.Tune(ctx, uuid(1), gpu.Settings{Fan: new(0.5), PowerLimit: new(gpu.Watts(200))}); !errors.Is(err, gpu.ErrUnsupported) {
		t.Errorf("a card without fans: %v", err)
	}
	if got, err := source.Settings(ctx, uuid(1)); err != nil || *got.PowerLimit != 200 {
		t.Errorf("what it can is set all the same: %v, %v", got, err)
	}
}

// What a card tells of itself beyond the main things, and what it does not.
func TestReadMore(t *testing.T) {
	rig := newStandIn(t, goodCard+"serial=1324\nvbios=94.02.42\nmemory_reserved=1610612736\nmemory_temperature=92\nfans=2\nfan=55\npstate=2\n"+
		"pcie_generation=4\npcie_lanes=1\npcie_replays=7\necc_corrected=3\necc_uncorrected=0\nremapped_rows=2\nremap_failed=1\nretired_pages=4\n", goodCard+"unlisted=1\n")
	source := rig.open(20 * time.Second)
	devices, err := source.Devices(ctx)
	if err != nil || devices[0].Serial != "1324" || devices[0].VBIOS != "94.02.42" || devices[0].Driver != (gpu.Driver{Version: "580.65.06", Library: "13.580.65.06"}) {
		t.Errorf("%+v, %v", devices[0], err)
	}
	got, err := source.Read(ctx, uuid(0))
	if err != nil || *got.MemoryReservedBytes != 1610612736 || *got.MemoryUsedBytes != 6_500_000_000 || *got.MemoryTemperature != 92 || *got.Fan != 0.55 || *got.PState != 2 {
		t.Errorf("%+v, %v", got, err)
	}
	wear := gpu.Wear{PCIeGeneration: new(4), PCIeLanes: new(1), PCIeReplays: new(uint64(7)), ECCCorrected: new(uint64(3)), ECCUncorrected: new(uint64(0)),
		RemappedRows: new(uint64(2)), RemapFailed: new(true), RetiredPages: new(uint64(4))}
	if diff := cmp.Diff(wear, got.Wear); diff != "" {
		t.Error(diff)
	}
	got, err = source.Read(ctx, uuid(1))
	if err != nil || got.Processes != nil || got.MemoryTemperature != nil || got.Fan != nil || got.Wear != (gpu.Wear{}) {
		t.Errorf("%+v, %v", got, err)
	}
}

// A card in MIG mode is left alone, with why.
func TestMIG(t *testing.T) {
	source := newStandIn(t, goodCard+"mig=1\n", goodCard+"mig=0\n").open(20 * time.Second)
	devices, err := source.Devices(ctx)
	if err != nil || !strings.Contains(devices[0].Unusable, "MIG mode is on") || devices[1].Unusable != "" {
		t.Errorf("%+v, %v", devices, err)
	}
}

func TestXid(t *testing.T) {
	rig := newStandIn(t, goodCard, goodCard)
	source := rig.open(20 * time.Second)
	for _, code := range []int{79, 31} {
		rig.xid(1, code)
		select {
		case event := <-source.Events():
			if event.UUID != uuid(1) || event.Xid != uint64(code) || event.At.IsZero() {
				t.Errorf("event %+v, want xid %d of card 1", event, code)
			}
		case <-time.After(time.Minute):
			t.Fatalf("xid %d was not reported", code)
		}
	}
	if err := source.Close(); err != nil {
		t.Error(err)
	}
	if _, open := <-source.Events(); open {
		t.Error("Events is open after Close")
	}
}

func TestClosed(t *testing.T) {
	source := newStandIn(t, goodCard).open(20 * time.Second)
	for range 2 {
		if err := source.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := source.Read(ctx, uuid(0)); !errors.Is(err, ErrClosed) {
		t.Errorf("Read after Close: %v", err)
	}
}

// With a call inside the library that has not returned, shutting it down could
// crash: Close leaves it, and says so.
func TestCloseWhileHung(t *testing.T) {
	rig := newStandIn(t, goodCard)
	t.Setenv("STANDIN_NVML_DIR", rig.dir)
	source, err := Open(ctx, Options{LibraryPath: standInPath(t), Timeout: 50 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	rig.set(0, goodCard+"hang=1\n")
	if _, err := source.Read(ctx, uuid(0)); !errors.Is(err, gpu.ErrTimeout) {
		t.Error(err)
	}
	if err := source.Close(); !errors.Is(err, gpu.ErrTimeout) {
		t.Errorf("Close = %v", err)
	}
	rig.set(0, goodCard) // lets the goroutine end, as goleak asks
	<-source.cards[0].stopped
}

func TestNoCards(t *testing.T) {
	if devices, err := newStandIn(t).open(20 * time.Second).Devices(ctx); err != nil || len(devices) != 0 {
		t.Errorf("Devices = %v, %v", devices, err)
	}
}

func TestNoLibrary(t *testing.T) {
	junk := filepath.Join(t.TempDir(), "junk.so")
	if err := os.WriteFile(junk, []byte("not a library"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/no/such/libnvidia-ml.so.1", junk} {
		if _, err := Open(ctx, Options{LibraryPath: path}); !errors.Is(err, gpu.ErrNoLibrary) || !strings.Contains(err.Error(), path) {
			t.Errorf("Open(%s) = %v", path, err)
		}
	}
	var old gpu.ErrDriverTooOld
	if _, err := Open(ctx, Options{LibraryPath: "libm.so.6"}); !errors.As(err, &old) || old.Symbol != "nvmlInit_v2" {
		t.Errorf("a library of another kind: %v", err)
	}
}

// What an old driver lacks is absent or an error, never the end of the process.
func TestOldDrivers(t *testing.T) {
	rig := newStandIn(t, goodCard)
	tests := []struct {
		flag  string
		check func(findings) bool
	}{
		{"-DWITHOUT_UUID", func(f findings) bool { return strings.Contains(f.Open, "too old: it lacks nvmlDeviceGetUUID") }},
		{"-DWITHOUT_ENERGY", func(f findings) bool { return f.Reading.Energy == nil && *f.Reading.Power == 251.5 && f.Set == "" }},
		{"-DWITHOUT_POWER_LIMIT", func(f findings) bool {
			return f.Reading.PowerLimit == nil && strings.Contains(f.Set, gpu.ErrUnsupported.Error()) &&
				f.Devices[0].PowerLimit == gpu.PowerRange{}
		}},
		{"-DWITHOUT_EVENTS", func(f findings) bool { return f.Reading.Energy != nil && f.Close == "" }},
		{"-DWITHOUT_EVENT_REASONS", func(f findings) bool { return cmp.Equal(f.Reading.Throttle, []string{gpu.ThrottlePowerCap}) }},
	}
	for _, test := range tests {
		t.Run(test.flag, func(t *testing.T) {
			t.Parallel()
			if f := probeIn(t, rig, test.flag); !test.check(f) || f.Read != "" || f.Close != "" {
				t.Errorf("%+v", f)
			}
		})
	}
	t.Run("driver not loaded", func(t *testing.T) {
		t.Setenv("STANDIN_NVML_DIR", "")
		os.Unsetenv("STANDIN_NVML_DIR")
		if _, err := Open(ctx, Options{LibraryPath: standInPath(t)}); !errors.Is(err, gpu.ErrNoLibrary) {
			t.Errorf("Open = %v", err)
		}
	})
}

// source is the shape that package gpu describes.
type source interface {
	Devices(context.Context) ([]gpu.Device, error)
	Read(context.Context, gpu.UUID) (gpu.Reading, error)
	Settings(context.Context, gpu.UUID) (gpu.Settings, error)
	Tune(context.Context, gpu.UUID, gpu.Settings) error
	Events() <-chan gpu.Event
	Close() error
}

var _ source = (*Source)(nil)
