//go:build e2e

package e2e

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

// cards are the machine's own, by model.
func cards(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("nvidia-smi", "--query-gpu=name", "--format=csv,noheader").Output()
	names := strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' })
	if err != nil || len(names) == 0 {
		t.Skip("no NVIDIA card is here")
	}
	return names
}

// A real card goes from its miner to a residual network in CUDA and back: the driver's readings, the devices that the
// confined trainer may open, the model that the contract accepts.
func TestPyTorchOnACard(t *testing.T) {
	names := cards(t)
	dir, ok := shared("cifar10-jpeg")
	if !ok {
		t.Skip("../shared/data/cifar10-jpeg is absent")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 6*time.Minute)
	defer cancel()
	w := world(t, scenario.Options{Epochs: 120, Margin: 0.4, Threads: 8, Trainer: pytorch(t), Cards: names})
	daemon(t, w)
	var trains atomic.Pointer[time.Time]
	go func() { // until the test is over
		_ = w.Wait(ctx, "the first step", func(s httpapi.Status) bool {
			return slices.ContainsFunc(s.Devices, func(d httpapi.DeviceStatus) bool { return d.Workload.Kind == profit.Train && d.Progress > 0 })
		})
		now := time.Now()
		trains.Store(&now)
	}()
	mainJob(ctx, t, w, scenario.Terms{
		Data: []string{"--data", dir, "--split", "train"}, Drawn: 480, Need: "60%", Reward: "1", Evaluator: string(evaluator.Dispute),
		CommitWindow: 110 * time.Second, RevealWindow: time.Minute, ClaimWindow: 25 * time.Second, TurnWindow: 25 * time.Second, // 480 images of ResNet-20 are taken for 20 s
	})
	if at := trains.Load(); at != nil {
		t.Logf("the first step was seen at %v", at.UTC())
	}
	log, err := os.ReadFile(filepath.Join(filepath.Dir(w.StateDir), "daemon.log"))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("what the daemon said:\n%s", log)
}
