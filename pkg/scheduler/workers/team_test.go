package workers

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// A team has one trainer: it sees all devices in their order, has a rank for each, and its job is
// the one that any other team goes on with.
func TestTrainerOfATeam(t *testing.T) {
	dir := t.TempDir()
	program := filepath.Join(dir, "train")
	must(t, os.WriteFile(program, []byte("#!/bin/sh\necho $CUDA_VISIBLE_DEVICES > devices\n"), 0o700))
	cfg := policy()
	cfg.Command = []string{program}
	l := &Launcher{
		StateDir: dir, Self: "/bin/false", Owner: "test", Training: NewTraining(cfg, dir, &market{task: task()}, zap.NewNop()), Log: zap.NewNop(),
		Process: process.Config{SupervisorArgv: []string{"/proc/self/exe", "supervise"}},
	}
	hash := ""
	for _, ids := range [][]string{{"GPU-2"}, {"GPU-1", "GPU-2", "GPU-7"}} {
		var devices []gpu.Device
		for _, id := range ids {
			devices = append(devices, gpu.Device{UUID: gpu.UUID(id)})
		}
		w, err := l.Launch(t.Context(), devices, profit.Training("dev/3"))
		if err != nil {
			t.Fatal(err)
		}
		<-w.Done()
		folder := l.Training.dir("dev/3")
		seen, err := os.ReadFile(filepath.Join(folder, "devices"))
		if want := strings.Join(ids, ",") + "\n"; err != nil || string(seen) != want {
			t.Errorf("it sees %q, want %q (%v)", seen, want, err)
		}
		raw, err := os.ReadFile(filepath.Join(folder, "job.json"))
		if err != nil {
			t.Fatal(err)
		}
		j, err := trainer.ParseJob(raw)
		if err != nil || max(j.Ranks, 1) != len(ids) || hash != "" && j.JobHash != hash {
			t.Errorf("%v: %d ranks, hash %s after %s (%v)", ids, j.Ranks, j.JobHash, hash, err)
		}
		hash = j.JobHash
	}
	if _, err := l.Launch(t.Context(), make([]gpu.Device, 2), profit.Mining("a")); err == nil || !strings.Contains(err.Error(), "on 2 devices") {
		t.Errorf("a miner on two devices: %v", err)
	}
}

// Before a challenge is given up at which teams fail, one device tries it.
func TestTeamsThatFail(t *testing.T) {
	tr := NewTraining(policy(), t.TempDir(), &market{}, zap.NewNop())
	fails := func(ranks int) (restart bool) {
		for range trainer.DefaultRestartPolicy().Failures + 1 {
			w := run(t, tr, "dev/5", trainer.ExitBug)
			w.spec.Ranks = ranks
			restart = w.Ended().Restart
		}
		return restart
	}
	if restart := fails(2); !restart || !tr.Progress("dev/5").Alone {
		t.Errorf("teams: restart %v, %+v", restart, tr.Progress("dev/5"))
	}
	if restart := fails(0); restart || tr.Progress("dev/5").GivenUp == "" {
		t.Errorf("one device: restart %v, %+v", restart, tr.Progress("dev/5"))
	}
	_, j := tr.job("dev/6")
	if j.alone {
		t.Error("another challenge is for one device, too")
	}
}
