package workers

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
)

// trainWorker is a running trainer.
type trainWorker struct {
	*process.Worker
	training *Training
	key      string
	job      *job

	mu       sync.Mutex
	started  time.Time
	heard    time.Time
	ready    trainer.Ready
	progress trainer.Progress
	working  bool
	step     int       // the latest
	moved    time.Time // when it became more, or another phase was said
	phase    string
	done     *trainer.Done
	failure  string
	work     profit.MACs // of all epochs

	task     Task
	spec     trainer.Job
	ended    chan struct{} // closed when the process has ended and its word is checked
	believed believed      // set before ended is closed, where it said done
	giveUp   context.CancelFunc
}

// Launch implements Kind.
func (l trainers) Launch(ctx context.Context, d gpu.Device, key string) (scheduler.Worker, error) {
	return l.LaunchTogether(ctx, []gpu.Device{d}, key)
}

// LaunchTogether implements Together: one trainer with a rank for each device. The first one's
// folder is its home.
func (l trainers) LaunchTogether(ctx context.Context, devices []gpu.Device, key string) (scheduler.Worker, error) {
	task, err := l.Training.market.Task(key)
	if err != nil {
		return nil, err
	}
	cfg, j := l.Training.job(key)
	dir := l.Training.dir(key)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	spec, err := buildJob(task, cfg, dir, j.halvings, len(devices))
	if err != nil {
		return nil, err
	}
	raw, err := json.MarshalIndent(spec, "", "  ")
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, "job.json")
	if err := writeFile(path, raw); err != nil {
		return nil, err
	}
	home, env, err := l.home(devices[0], "train")
	if err != nil {
		return nil, err
	}
	visible := make([]string, len(devices))
	for i, d := range devices {
		visible[i] = string(d.UUID)
	}
	w := &trainWorker{training: l.Training, key: key, job: j, started: time.Now(), heard: time.Now(), task: task, spec: spec}
	if s, err := Suggest(task, cfg); err == nil {
		w.work = profit.MACs(s.Work)
	}
	for _, name := range slices.Sorted(maps.Keys(cfg.Env)) { // before ours: the device is no matter of it
		env = append(env, name+"="+cfg.Env[name])
	}
	env = baseEnv(append(env, "CUDA_VISIBLE_DEVICES="+strings.Join(visible, ","), "CUDA_DEVICE_ORDER=PCI_BUS_ID", "GOMLX_NO_AUTO_INSTALL=1",
		"GPUARBITER_WORKLOAD=train", "GPUARBITER="+l.Self)...)
	command := cfg.Command
	if len(command) == 0 {
		command = []string{l.Self, "worker", "train"}
	}
	w.Worker, err = process.Start(ctx, l.Process, process.Spec{
		Argv: slices.Concat(command, []string{"--job", path}), Env: env,
		ReadPaths:  slices.Concat(pathsIn(env, command), pluginPaths(cfg.Backend), cfg.ReadPaths, []string{task.Bundle, l.Self}),
		WritePaths: append([]string{home}, cfg.WritePaths...), Dir: dir, Grace: cfg.Grace, LogPath: filepath.Join(dir, "log"), Owner: l.Owner, Stdout: w.line,
	})
	if err != nil {
		return nil, err
	}
	w.follow()
	l.Training.market.TrainingBegan(key)
	return w, nil
}

// follow waits for the process's end and checks its word, beside the scheduler's
// ticks: that may take a while.
func (w *trainWorker) follow() {
	var ctx context.Context
	ctx, w.giveUp = context.WithCancel(context.Background())
	w.ended = make(chan struct{})
	go func() {
		defer close(w.ended)
		defer w.giveUp()
		<-w.Worker.Done()
		w.mu.Lock()
		done := w.done
		w.mu.Unlock()
		if w.outcome() == trainer.OutcomeDone && done != nil {
			w.believed = verify(ctx, w.task, w.spec, *done)
		}
	}()
}

func (w *trainWorker) outcome() trainer.Outcome {
	exit := w.Exit()
	return trainer.Classify(trainer.Exit{Code: exit.Code, Signal: int(exit.Signal)})
}

// Done is closed when the trainer has ended and its word is checked.
func (w *trainWorker) Done() <-chan struct{} { return w.ended }

// Stop ends the trainer. A check of its word is given up with ctx: the trainer's
// checkpoint stands, and one that is started again says the same at once.
func (w *trainWorker) Stop(ctx context.Context) process.Exit {
	exit := w.Worker.Stop(ctx)
	select {
	case <-w.Worker.Done():
	default:
		return exit // it does not die
	}
	select {
	case <-w.ended:
	case <-ctx.Done():
		w.giveUp()
		<-w.ended
	}
	return exit
}

// line takes one line of the trainer's output.
func (w *trainWorker) line(line []byte) {
	event, err := trainer.ParseEvent(line)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.heard = time.Now()
	if err != nil {
		w.training.log.Debug("trainer says", zap.String("challenge", w.key), zap.ByteString("line", line))
		return
	}
	switch e := event.(type) {
	case trainer.Alive:
		w.moves(e.Step, e.Phase)
	case trainer.Ready:
		w.ready, w.working = e, true
		w.moves(e.Step, phaseTraining)
		w.training.mu.Lock()
		w.job.saved = w.heard
		w.job.resumed(w.work, e.Step, e.Total)
		w.training.mu.Unlock()
	case trainer.Progress:
		w.progress = e
		w.moves(e.Step, phaseTraining)
		if e.Total > 0 {
			w.training.mu.Lock()
			w.job.progress = float64(e.Step) / float64(e.Total)
			// Recipes that are tried one after the other are no learning curve.
			if e.ValAcc > 0 && w.work > 0 && w.spec.Folds == 0 {
				w.job.learned(w.work*profit.MACs(w.job.progress), e.ValAcc)
			}
			w.training.mu.Unlock()
		}
	case trainer.Checkpoint:
		w.training.mu.Lock()
		w.job.saved, w.job.kills = w.heard, 0
		w.training.mu.Unlock()
		w.remember()
	case trainer.Done:
		w.done = &e
		// It may have ended long before the last epoch. A daemon that comes before
		// the market has the model must know that little work is left, or it may
		// think the rest too long for the deadline.
		w.training.mu.Lock()
		w.job.progress = 1
		w.training.mu.Unlock()
		w.remember()
	case trainer.Failure:
		w.failure = e.Class + ": " + e.Msg
	}
}

// residual is how much of what was thought the training took: a check of the next
// estimates. One that ended short of its target shows what is not enough.
func residual(done trainer.Done, last trainer.Progress) profit.Residual {
	r := profit.Residual{Log: math.Log(float64(done.Step) / float64(last.Total)), Precision: 25}
	if done.Reason != "target" {
		r.Log, r.AtLeast = math.Log(float64(max(done.Step, last.Step))/float64(last.Total)), true
	}
	return r
}

// remember keeps how far the checkpoint is, for a daemon that comes later.
func (w *trainWorker) remember() {
	w.training.mu.Lock()
	text, err := json.Marshal(kept{w.job.progress, w.job.curve})
	w.training.mu.Unlock()
	if err == nil {
		err = checkpoint.WriteFile(w.training.keptAt(w.key), text)
	}
	if err != nil {
		w.training.log.Warn("training progress", zap.Error(err))
	}
}

// moves notes how far the trainer is: one that only says that it is alive may hang. The caller holds the lock.
func (w *trainWorker) moves(step int, phase string) {
	if step > w.step || phase != w.phase || w.moved.IsZero() {
		w.step, w.phase, w.moved = max(step, w.step), phase, time.Now()
	}
}

const (
	// silence is when a trainer without a heartbeat hangs; it beats every 5 s.
	silence = 60 * time.Second
	// stalled is when one hangs that takes no step although it says that it trains.
	stalled       = 10 * time.Minute
	phaseTraining = "training"
	// mostKills is how often a trainer may be killed between two checkpoints until it is taken to be for memory.
	mostKills = 3
)

// Report says how training goes.
func (w *trainWorker) Report(context.Context) scheduler.Report {
	w.mu.Lock()
	defer w.mu.Unlock()
	r := scheduler.Report{At: time.Now(), State: "starting"}
	if w.working {
		r.State = "ok"
	}
	if quiet := time.Since(w.heard); quiet > silence {
		r.State, r.Reason = "hung", fmt.Sprintf("no heartbeat for %s", quiet.Round(time.Second))
	} else if still := time.Since(w.moved); w.working && w.phase == phaseTraining && still > stalled {
		r.State, r.Reason = "hung", fmt.Sprintf("no step for %s", still.Round(time.Second))
	}
	if w.progress.Total > 0 {
		r.Progress = float64(w.progress.Step) / float64(w.progress.Total)
	}
	r.Loss, r.Accuracy = w.progress.Loss, w.progress.BestAcc
	r.MACs = profit.MACs(w.progress.Rate * float64(w.ready.MACs))
	r.ETA = time.Duration(w.progress.EtaS * float64(time.Second))
	return r
}

// Ended hands a finished model to the market, or says when to try again.
func (w *trainWorker) Ended() scheduler.Ended {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.training.mu.Lock()
	w.job.saved = time.Time{}
	w.training.mu.Unlock()
	outcome, failure := w.outcome(), w.failure
	if outcome == trainer.OutcomeDone {
		switch {
		case w.done == nil:
			failure = "it ended without a word of a model"
		case w.believed.err != nil:
			failure = "it is not believed: " + w.believed.err.Error()
			w.training.log.Error("trainer is not believed", zap.String("challenge", w.key), zap.Error(w.believed.err))
		default:
			return w.trained()
		}
		outcome = trainer.OutcomeRetry
	}
	return w.failed(outcome, failure)
}

// trained hands the model to the market. The caller holds the worker's lock.
func (w *trainWorker) trained() scheduler.Ended {
	// Until the market has taken the model, nobody may train it again: the
	// artifact would change under the commit.
	w.training.mu.Lock()
	w.job.given = Trained
	w.training.mu.Unlock()
	if w.training.Learned != nil && w.progress.Total > 0 && w.done.Step > 0 {
		w.training.Learned(w.key, residual(*w.done, w.progress))
	}
	w.training.market.Trained(w.key, w.believed.artifact, w.believed.accuracy, w.believed.chance)
	return scheduler.Ended{Reason: fmt.Sprintf("trained (%s): int8 validation accuracy %.4f", w.done.Reason, w.believed.accuracy)}
}

// failed says whether and when to try again. The caller holds the worker's lock.
func (w *trainWorker) failed(outcome trainer.Outcome, failure string) scheduler.Ended {
	w.training.mu.Lock()
	defer w.training.mu.Unlock()
	if w.done != nil && w.progress.Total > 0 { // its word was that all is done
		w.job.progress = float64(w.progress.Step) / float64(w.progress.Total)
	}
	if exit := w.Exit(); outcome == trainer.OutcomeResume && (exit.Signal == syscall.SIGKILL || exit.Code == 128+int(syscall.SIGKILL)) {
		if w.job.kills++; w.job.kills >= mostKills { // the kernel kills for memory, which nobody says
			w.job.kills, outcome = 0, trainer.OutcomeRetrySmaller
		}
	}
	var v trainer.Verdict
	w.job.restarts, v = w.job.restarts.Next(trainer.DefaultRestartPolicy(), time.Now(), outcome)
	if v.State == trainer.GivenUp && outcome == trainer.OutcomeRetry && w.spec.Ranks > 1 {
		// One of the devices, or that they are several, may be the cause: one tries it before it is given up.
		w.job.alone, w.job.restarts.Failures = true, nil
		v = trainer.Verdict{State: trainer.Waiting, Reason: v.Reason + " as a team: it is for one device from now on"}
		w.training.log.Warn("training", zap.String("challenge", w.key), zap.String("reason", v.Reason))
	}
	reason := v.Reason
	if failure != "" {
		reason += " (" + failure + ")"
	}
	if v.Halve {
		w.job.halvings++
	}
	if v.State != trainer.Waiting {
		w.job.given = "training was given up: " + reason
		return scheduler.Ended{Reason: reason}
	}
	return scheduler.Ended{Restart: true, Delay: max(v.Delay, time.Second), Reason: reason}
}
