//go:build e2e

package e2e

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
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
	// The need is far below what the network reaches in its time on any machine (81 %): whether the job works is
	// asked here, not how well it trains, and a need near that is missed on one hold-out of three.
	w := world(t, scenario.Options{Geth: true, Epochs: 80, Margin: 0.35, Threads: 1, Trainer: pytorch(t)})
	daemon(t, w)
	mainJob(ctx, t, w, scenario.Terms{
		Data: []string{"--digits", "3600"}, Groups: 150, Drawn: 30, Need: "65%", Reward: "0.2",
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

// A run that was stopped and went on ends with the model of one that was not, to the byte.
func TestPyTorchGoesOnExactly(t *testing.T) {
	script := pytorch(t)
	job := func(dir string) string {
		j := trainer.Defaults()
		j.ID, j.Family, j.Channels, j.Hidden, j.Epochs, j.Seed, j.MaxShift, j.Mirror = "exactly", trainer.CNN, []int{4}, []int{16}, 24, 5, 1, true
		j.Data.Source = &dataset.Source{Format: dataset.FormatDigits, Count: 500, Seed: 3, Side: 16}
		j.CheckpointDir, j.Artifact, j.Threads, j.Trainer, j.CheckpointEveryS = filepath.Join(dir, "checkpoints"), filepath.Join(dir, "model"), 1, "pytorch", 1000
		j.JobHash = j.Hash()
		raw, err := json.Marshal(j)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "job.json")
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	// run has it train, and stops it at a step; 0: never.
	run := func(path string, stop int) int {
		cmd := exec.CommandContext(t.Context(), script, "--job", path)
		cmd.Env = append(os.Environ(), "GPUARBITER="+binary)
		cmd.Stderr = os.Stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			e, err := trainer.ParseEvent(lines.Bytes())
			if err != nil {
				t.Errorf("%s: %v", lines.Text(), err)
			}
			if p, ok := e.(trainer.Progress); ok && stop > 0 && p.Step >= stop {
				_ = cmd.Process.Signal(syscall.SIGTERM)
				stop = 0
			}
		}
		_ = cmd.Wait()
		return cmd.ProcessState.ExitCode()
	}
	whole, broken := t.TempDir(), t.TempDir()
	if code := run(job(whole), 0); code != trainer.ExitDone {
		t.Fatalf("exit %d", code)
	}
	path := job(broken)
	for _, stop := range []int{1, 60} {
		if code := run(path, stop); code != trainer.ExitPreempted {
			t.Fatalf("stopped at %d: exit %d", stop, code)
		}
	}
	if code := run(path, 0); code != trainer.ExitDone {
		t.Fatalf("exit %d", code)
	}
	a, err := os.ReadFile(filepath.Join(whole, "model"))
	b, err2 := os.ReadFile(filepath.Join(broken, "model"))
	if err != nil || err2 != nil || !bytes.Equal(a, b) {
		t.Errorf("other models: %v, %v", err, err2)
	}
}
