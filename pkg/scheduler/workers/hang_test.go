package workers

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// hung is a trainer that has said nothing for long and is stopped for that, as the scheduler does it: by each of its devices.
func hung(t *testing.T, tr *Training, key string, ranks int) {
	t.Helper()
	_, j := tr.job(key)
	w := &trainWorker{training: tr, key: key, job: j, heard: time.Now().Add(-2 * silence), spec: trainer.Job{Ranks: ranks}}
	var err error
	w.Worker, err = process.Start(t.Context(), process.Config{SupervisorArgv: []string{"/proc/self/exe", "supervise"}}, process.Spec{
		Argv: []string{"/bin/sleep", "1000"}, Owner: "test",
	})
	if err != nil {
		t.Fatal(err)
	}
	w.follow()
	for range max(ranks, 1) {
		if r := w.Report(t.Context()); !r.Hung() {
			t.Fatalf("%+v", r)
		}
		w.Stop(t.Context())
	}
}

// A trainer that hangs has failed, though it is the scheduler that ends it: else a team that always hangs would hold its
// devices until the deadline. As with any failure, one device tries it before it is given up.
func TestTrainersThatHang(t *testing.T) {
	tr := NewTraining(policy(), t.TempDir(), &market{}, zap.NewNop())
	times := trainer.DefaultRestartPolicy().Failures + 1
	for range times {
		if p := tr.Progress("dev/5"); p.Alone || p.GivenUp != "" {
			t.Fatalf("too early: %+v", p)
		}
		hung(t, tr, "dev/5", 2)
	}
	if p := tr.Progress("dev/5"); !p.Alone || p.GivenUp != "" {
		t.Errorf("teams: %+v", p)
	}
	for range times {
		hung(t, tr, "dev/5", 0)
	}
	if p := tr.Progress("dev/5"); !strings.Contains(p.GivenUp, "no heartbeat for 2m0s") {
		t.Errorf("one device: %+v", p)
	}
}

// A device that fails again and again leaves the challenge to another one; where that fails as well it is the trainer.
func TestTrainersThatFailOnOneDevice(t *testing.T) {
	tr := NewTraining(policy(), t.TempDir(), &market{}, zap.NewNop())
	fails := func(on gpu.UUID) {
		_, j := tr.job("dev/5")
		w := &trainWorker{training: tr, key: "dev/5", job: j, devices: []gpu.Device{{UUID: on}}, Worker: &process.Worker{}}
		w.failed(trainer.OutcomeRetry, "exit 69")
	}
	times := trainer.DefaultRestartPolicy().Failures + 1
	for range times {
		if p := tr.Progress("dev/5"); len(p.Barred) != 0 || p.GivenUp != "" {
			t.Fatalf("too early: %+v", p)
		}
		fails("GPU-1")
	}
	if p := tr.Progress("dev/5"); !strings.Contains(p.Barred["GPU-1"], "exit 69") || len(p.Barred) != 1 || p.GivenUp != "" {
		t.Errorf("one device: %+v", p)
	}
	for range times {
		fails("GPU-2")
	}
	if p := tr.Progress("dev/5"); !strings.Contains(p.GivenUp, "exit 69") {
		t.Errorf("two: %+v", p)
	}
}

// One that is alive and never gets ready, as ranks that cannot connect, hangs too: nothing else would end it.
func TestTrainersThatNeverGetReady(t *testing.T) {
	tr := NewTraining(policy(), t.TempDir(), &market{}, zap.NewNop())
	_, j := tr.job("dev/5")
	w := &trainWorker{training: tr, key: "dev/5", job: j, started: time.Now().Add(-unready), heard: time.Now()}
	line(t, w, trainer.Alive{Phase: "compiling"})
	if r := w.Report(t.Context()); !r.Hung() || !strings.Contains(r.Reason, "not ready") {
		t.Errorf("%+v", r)
	}
}

// Nor does one validate for ever.
func TestTrainersThatValidateForEver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tr := NewTraining(policy(), t.TempDir(), &market{}, zap.NewNop())
		_, j := tr.job("dev/5")
		w := &trainWorker{training: tr, key: "dev/5", job: j, started: time.Now(), heard: time.Now()}
		line(t, w, trainer.Ready{Total: 1000, MACs: 1000})
		for range 61 {
			if r := w.Report(t.Context()); r.Hung() {
				t.Fatalf("%+v", r)
			}
			line(t, w, trainer.Alive{Phase: "validating", Step: 50})
			time.Sleep(time.Minute)
		}
		if r := w.Report(t.Context()); !r.Hung() || r.Reason != "validating for 1h1m0s" {
			t.Errorf("%+v", r)
		}
	})
}

// A network that has died says the same at every validation: its curve is flat, and is seen to lead nowhere.
func TestTrainersThatLearnNothing(t *testing.T) {
	tr := NewTraining(policy(), t.TempDir(), &market{}, zap.NewNop())
	_, j := tr.job("dev/5")
	w := &trainWorker{training: tr, key: "dev/5", job: j, work: 1e9}
	line(t, w, trainer.Ready{Total: 1000, MACs: 1000})
	for step := 20; step <= 1000; step++ { // validated every 50 steps, said at each
		line(t, w, trainer.Progress{Step: step, Total: 1000, ValAcc: 0.1, BestAcc: 0.1, Rate: 1})
		fit, ok := curve.Fit(tr.Progress("dev/5").Curve, 0.8)
		if ok && fit.Reach < 0.01 {
			if step > 400 {
				t.Errorf("seen at step %d", step)
			}
			return
		}
	}
	t.Errorf("it is never seen: %v", tr.Progress("dev/5").Curve)
}

// Where no trainer can be started the challenge is left alone for a while, longer each time, until the configuration is another
// one or a start succeeds: else its devices would wait until the deadline.
func TestTrainersThatCannotBeStarted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		cfg := policy()
		cfg.Command = []string{"/nonexistent/python"}
		dir := t.TempDir()
		tr := NewTraining(cfg, dir, &market{task: task()}, zap.NewNop())
		l := &Launcher{StateDir: filepath.Join(dir, "state\x00"), Owner: "test", Training: tr, Log: zap.NewNop()} // no folder can be made there
		for _, rest := range []time.Duration{firstRest, 2 * firstRest} {
			for range 5 {
				if over := tr.Progress("dev/3").GivenUp; over != "" {
					t.Fatalf("too early: %q", over)
				}
				if _, err := l.Launch(t.Context(), []gpu.Device{{UUID: "GPU-1"}}, profit.Training("dev/3")); err == nil {
					t.Fatal("it is started")
				}
				time.Sleep(75 * time.Second)
			}
			if over := tr.Progress("dev/3").GivenUp; !strings.HasPrefix(over, "no trainer can be started for it: ") {
				t.Errorf("%q", over)
			}
			time.Sleep(rest)
		}
		tr.launched("dev/3", errors.New("full"))
		time.Sleep(startPatience)
		tr.launched("dev/3", errors.New("full"))
		if tr.Progress("dev/3").GivenUp == "" {
			t.Error("it is not left alone")
		}
		tr.Set(cfg)
		if over := tr.Progress("dev/3").GivenUp; over != "" {
			t.Errorf("with another configuration: %q", over)
		}
	})
}
