//go:build e2e

package e2e

import (
	"context"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

// pytorch is the trainer that is shipped, where Debian's torch is here.
func pytorch(t *testing.T) string {
	t.Helper()
	if out, err := exec.Command("/usr/bin/python3", "-c", "import torch, numpy").CombinedOutput(); err != nil {
		t.Skipf("PyTorch is not here (apt install python3-torch): %s", out)
	}
	path, err := filepath.Abs("../../trainers/pytorch/train.py")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// The daemon wins a challenge of rendered digits with a trainer that is not its own.
func TestPyTorchOnARealNode(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 9*time.Minute)
	defer cancel()
	w := world(t, scenario.Options{Geth: true, Epochs: 80, Margin: 0.2, Threads: 1, Trainer: pytorch(t)})
	daemon(t, w)
	mainJob(ctx, t, w, scenario.Terms{
		Data: []string{"--digits", "3600"}, Groups: 150, Drawn: 30, Need: "80%", Reward: "0.2",
		CommitWindow: 60 * time.Second, RevealWindow: time.Minute, ClaimWindow: 15 * time.Second, TurnWindow: time.Minute,
	})
}

// Each situation that the daemon brings a trainer into.
func TestPyTorchKeepsTheContract(t *testing.T) {
	trainer := pytorch(t)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, binary, "worker", "check", trainer).CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Error(err)
	}
}
