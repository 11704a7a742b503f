//go:build e2e

package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

// kill -9 of a miner, of the trainer and of the daemon itself, one after the
// other in the middle of a challenge: the miner is started again after a
// backoff, training goes on from its checkpoint, nothing outlives the daemon,
// no device ever has two workers, and the challenge is won.
func TestNothingIsLostByKill9(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 6*time.Minute)
	defer cancel()
	// 40 epochs of about 117 steps at 130 steps a second: at least 36 s
	w := world(t, scenario.Options{Epochs: 40, Margin: 0.2, Threads: 1, SpeedLimit: 130})
	d := daemon(t, w)
	if err := w.WaitMining(ctx, w.Devices()); err != nil {
		t.Fatal(err)
	}
	stop := guard(t, w)
	defer stop()
	killMiner(ctx, t, w)
	var costs scenario.Costs
	id, err := w.Create(ctx, scenario.Terms{
		Data: []string{"--digits", "9600"}, Groups: 400, Drawn: 20, Need: "80%", Reward: "0.1",
		CommitWindow: 110 * time.Second, RevealWindow: time.Minute, ClaimWindow: 8 * time.Second, TurnWindow: time.Minute,
	}, &costs)
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- w.Serve(ctx, id) }()
	device := waitProgress(ctx, t, w, 0.15)
	killTrainer(ctx, t, w, device)
	waitProgress(ctx, t, w, 0.4)
	d = killDaemon(ctx, t, w, d)
	resumed(t, w, id)
	if err := w.WaitState(ctx, id, solver.Committed); err != nil {
		t.Fatal(err)
	}
	if err := w.WaitState(ctx, id, solver.Paid); err != nil {
		t.Fatal(err)
	}
	if err := <-served; err != nil {
		t.Error("the organiser's unattended service:", err)
	}
	if code := d.Stop(); code != 0 {
		t.Errorf("the daemon's exit code is %d", code)
	}
	if left, err := process.Survivors(app.Owner(w.StateDir)); err != nil || len(left) > 0 {
		t.Errorf("processes %v outlive the daemon's orderly end (%v)", left, err)
	}
}

// guard looks at the process table all the time: two workers on a device fail
// the test. A handover is when it would happen.
func guard(t *testing.T, w *scenario.World) (stop func()) {
	s, err := w.Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var ids []gpu.UUID
	for _, d := range s.Devices {
		ids = append(ids, d.UUID)
	}
	ctx, cancel := context.WithCancel(context.Background())
	var wg sync.WaitGroup
	looks := 0
	wg.Go(func() {
		for ctx.Err() == nil {
			for _, id := range ids {
				if who, err := process.Occupants(string(id)); err == nil && len(who) > 1 {
					t.Errorf("device %s has %d workers: %v", id, len(who), who)
				}
			}
			looks++
			time.Sleep(30 * time.Millisecond)
		}
	})
	return func() {
		cancel()
		wg.Wait()
		t.Logf("looked at %d devices %d times: never two workers on one", len(ids), looks)
	}
}

// worker is the process on a device.
func worker(t *testing.T, id gpu.UUID) int {
	t.Helper()
	who, err := process.Occupants(string(id))
	if err != nil || len(who) != 1 {
		t.Fatalf("device %s: %v, %v", id, who, err)
	}
	return who[0].PID
}

func device(s httpapi.Status, id gpu.UUID) httpapi.DeviceStatus {
	i := slices.IndexFunc(s.Devices, func(d httpapi.DeviceStatus) bool { return d.UUID == id })
	return s.Devices[i]
}

func killMiner(ctx context.Context, t *testing.T, w *scenario.World) {
	t.Helper()
	s, err := w.Status(ctx)
	if err != nil {
		t.Fatal(err)
	}
	id := s.Devices[5].UUID
	gaps := []time.Duration{}
	for range 2 {
		old := worker(t, id)
		if err := syscall.Kill(old, syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		at := time.Now()
		err := w.Wait(ctx, "the miner is started again", func(s httpapi.Status) bool {
			who, err := process.Occupants(string(id))
			return err == nil && len(who) == 1 && who[0].PID != old
		})
		if err != nil {
			t.Fatal(err)
		}
		gaps = append(gaps, time.Since(at))
	}
	if gaps[0] < 900*time.Millisecond || gaps[1] < 1800*time.Millisecond {
		t.Errorf("the miner was started again after %v: no backoff", gaps)
	}
	if err := w.WaitMining(ctx, w.Devices()); err != nil {
		t.Fatal(err)
	}
	t.Logf("miner killed twice, back after %v", gaps)
}

// waitProgress waits until some device trains and has come so far.
func waitProgress(ctx context.Context, t *testing.T, w *scenario.World, progress float64) (id gpu.UUID) {
	t.Helper()
	err := w.Wait(ctx, fmt.Sprintf("training at %.0f %%", 100*progress), func(s httpapi.Status) bool {
		for _, d := range s.Devices {
			if d.Workload.Task() && d.Progress >= progress {
				id = d.UUID
				return true
			}
		}
		return false
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func killTrainer(ctx context.Context, t *testing.T, w *scenario.World, id gpu.UUID) {
	t.Helper()
	old := worker(t, id)
	if err := syscall.Kill(old, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	err := w.Wait(ctx, "training is resumed", func(s httpapi.Status) bool {
		d := device(s, id)
		who, err := process.Occupants(string(id))
		return err == nil && len(who) == 1 && who[0].PID != old && d.Workload.Task() && d.Progress > 0.1
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Log("trainer killed and resumed")
}

// killDaemon kills the daemon, watches its workers die within 5 s and starts
// it again.
func killDaemon(ctx context.Context, t *testing.T, w *scenario.World, d *scenario.Daemon) *scenario.Daemon {
	t.Helper()
	d.Kill()
	at := time.Now()
	for {
		left, err := process.Survivors(app.Owner(w.StateDir))
		if err != nil {
			t.Fatal(err)
		}
		if len(left) == 0 {
			break
		}
		if time.Since(at) > 5*time.Second {
			t.Fatalf("workers %v outlive the daemon by more than 5 s", left)
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Logf("daemon killed; its last worker was gone after %v", time.Since(at).Round(time.Millisecond))
	return daemon(t, w)
}

var restored = regexp.MustCompile(`resumed.*"step": ?(\d+)`)

// resumed reads in the trainer's log that it went on from a checkpoint after
// both kills, the second time from further on.
func resumed(t *testing.T, w *scenario.World, id int) {
	t.Helper()
	waitProgress(t.Context(), t, w, 0.4)
	log, err := os.ReadFile(filepath.Join(w.StateDir, "challenges", "dev", strconv.Itoa(id), "log"))
	if err != nil {
		t.Fatal(err)
	}
	var steps []int
	for _, line := range strings.Split(string(log), "\n") {
		if m := restored.FindStringSubmatch(line); m != nil {
			n, _ := strconv.Atoi(m[1])
			steps = append(steps, n)
		}
	}
	if len(steps) != 2 || steps[0] < 100 || steps[1] <= steps[0] {
		t.Errorf("training was resumed at steps %v, want two, from a checkpoint each; log:\n%s", steps, log)
	}
	t.Logf("training was resumed at steps %v", steps)
}
