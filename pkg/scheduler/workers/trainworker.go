package workers

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/search"
)

// trainWorker is a running trainer.
type trainWorker struct {
	*process.Worker
	training *Training
	devices  []gpu.Device
	key      string
	job      *job
	choice   choice

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
	paused   bool        // told to end: another network may be trained
	hangs    sync.Once   // counts that it was stopped because it hangs

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
	w, err := l.launch(ctx, devices, key)
	if ctx.Err() == nil {
		l.Training.launched(key, err)
	}
	if err != nil {
		return nil, err
	}
	return w, nil
}

func (l trainers) launch(ctx context.Context, devices []gpu.Device, key string) (*trainWorker, error) {
	task, err := l.Training.market.Task(key)
	if err != nil {
		return nil, err
	}
	chosen, err := l.Training.next(devices, task)
	if err != nil {
		return nil, err
	}
	cfg, j := l.Training.job(key)
	dir := chosen.dir
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	spec, err := buildJob(task, cfg, chosen.suggestion, dir, j.tried(chosen.trial).halvings, len(devices))
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
	w := &trainWorker{
		training: l.Training, devices: devices, key: key, job: j, choice: chosen, started: time.Now(), heard: time.Now(), task: task, spec: spec, work: profit.MACs(chosen.suggestion.Work),
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
		WritePaths: append([]string{home}, cfg.WritePaths...), Dir: dir, Grace: cfg.Grace, LogPath: filepath.Join(l.Training.dir(key), "log"), Owner: l.Owner, Stdout: w.line,
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
			w.believed = verify(ctx, w.task, w.spec, *done, w.training.dir(w.key))
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
// checkpoint stands, and one that is started again says the same at once. One that hangs has failed: nobody asks
// what the end of a worker means that was stopped.
func (w *trainWorker) Stop(ctx context.Context) process.Exit {
	hung := w.Report(ctx)
	select {
	case <-w.Worker.Done():
		hung.State = "" // it ended by itself, and is asked
	default:
	}
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
	if hung.Hung() {
		w.hangs.Do(func() {
			w.mu.Lock()
			defer w.mu.Unlock()
			w.failed(trainer.OutcomeRetry, hung.Reason)
		})
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
		resumed(w.trial(), w.work, e.Step, e.Total)
		w.training.mu.Unlock()
	case trainer.Progress:
		w.progress = e
		w.moves(e.Step, phaseTraining)
		if e.Total > 0 {
			w.training.mu.Lock()
			trial := w.trial()
			trial.Done = float64(e.Step) / float64(e.Total)
			// Recipes that are tried one after the other are no learning curve.
			if e.ValAcc > 0 && w.work > 0 && w.spec.Folds == 0 {
				validated(trial, w.work*profit.MACs(trial.Done), e.ValAcc)
			}
			w.pause(trial)
			w.training.mu.Unlock()
		}
	case trainer.Checkpoint:
		w.training.mu.Lock()
		w.job.saved, w.job.tried(w.choice.trial).kills = w.heard, 0
		w.training.mu.Unlock()
		w.remember()
	case trainer.Done:
		w.done = &e
		// It may have ended long before the last epoch. A daemon that comes before
		// the market has the model must know that little work is left, or it may
		// think the rest too long for the deadline.
		w.training.mu.Lock()
		w.trial().Done = 1
		w.job.search.Settle(w.choice.trial)
		w.training.mu.Unlock()
		w.remember()
	case trainer.Failure:
		w.failure = e.Class + ": " + e.Msg
	}
}

// remember keeps how far the checkpoint is, for a daemon that comes later.
func (w *trainWorker) remember() {
	if err := w.training.keep(w.key); err != nil {
		w.training.log.Warn("training progress", zap.Error(err))
	}
}

// trial is the network's part of the search. The caller holds the training's lock.
func (w *trainWorker) trial() *search.Trial { return &w.job.search.Trials[w.choice.trial] }

// pause ends the trainer, as it would be ended for other work, once it has validated behind the part that its network was to
// be trained for: it goes on from its checkpoint if the network turns out to promise most. The caller holds both locks.
func (w *trainWorker) pause(t *search.Trial) {
	const rounding = 1e-9 // of parts
	until := w.choice.until
	if until <= 0 || until >= 1 || w.paused || w.done != nil {
		return
	}
	judged := len(t.Curve) > 0 && float64(t.Curve[len(t.Curve)-1].Work) >= float64(w.work)*(until-rounding)
	if judged || t.Done > until+rounding {
		w.paused = true
		go w.Worker.Stop(context.Background()) // it ends in any case, killed at last
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
	stalled = 10 * time.Minute
	// unready is when one hangs that is alive and has not come to its first step: reading data and compiling take
	// minutes, ranks that cannot connect take for ever.
	unready = 30 * time.Minute
	// lost is when one hangs whatever it says that it does: a device may be gone while it validates.
	lost          = time.Hour
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
	} else if w.working && still > lost {
		r.State, r.Reason = "hung", fmt.Sprintf("%s for %s", w.phase, still.Round(time.Second))
	} else if so := time.Since(w.started); !w.working && !w.started.IsZero() && so >= unready {
		r.State, r.Reason = "hung", fmt.Sprintf("not ready after %s", so.Round(time.Second))
	}
	if w.progress.Total > 0 {
		r.Progress = float64(w.progress.Step) / float64(w.progress.Total)
	}
	r.Network = w.choice.note
	r.Loss, r.Accuracy = w.progress.Loss, w.progress.BestAcc
	r.MACs, r.Net = profit.MACs(w.progress.Rate*float64(w.ready.MACs)), NetOf(w.training.config(), w.choice.suggestion)
	r.ETA = time.Duration(w.progress.EtaS * float64(time.Second))
	return r
}
