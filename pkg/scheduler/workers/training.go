package workers

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
)

// Task is a challenge as a trainer needs it.
type Task struct {
	Key       string
	Challenge dataset.Challenge
	Bundle    string  // verified
	Need      float64 // accuracy, 0 to 1
	Target    model.Target
	Fits      func(*model.Network) bool // whether a model of that shape can be evaluated on chain
}

// Examples is the number of training examples.
func (t Task) Examples() int {
	return (t.Challenge.Groups - t.Challenge.Drawn) * t.Challenge.Layout.GroupSize
}

// Suggest chooses a network and its work for a task.
func Suggest(t Task, epochs int) (trainer.Suggestion, error) {
	shape := t.Challenge.Shape
	in := model.Shape{Channels: shape.Channels, Height: shape.Height, Width: shape.Width}
	if in.Size() == 0 {
		in = model.Shape{Channels: 1, Height: 1, Width: t.Challenge.Layout.Features}
	}
	s, err := trainer.Suggest(trainer.Problem{Input: in, Classes: t.Challenge.Layout.Classes, Examples: t.Examples(), Target: t.Target, Fits: t.Fits})
	if err != nil {
		return s, err
	}
	if epochs > 0 {
		s.Work *= float64(epochs) / float64(s.Job.Epochs)
		s.Job.Epochs = epochs
	}
	return s, nil
}

// Market is what the training side asks and tells the market.
type Market interface {
	Task(key string) (Task, error)
	TrainingBegan(key string)
	Trained(key, artifact string, validation float64)
}

// Training is the operator's training policy and what is remembered of jobs
// between their workers.
type Training struct {
	market   Market
	log      *zap.Logger
	stateDir string

	// Learned, if set, is told how much work a challenge took, against its estimate.
	Learned func(key string, r profit.Residual)

	mu   sync.Mutex
	cfg  config.Training
	jobs map[string]*job
}

// job outlives its workers.
type job struct {
	restarts trainer.Tracker
	halvings int
	given    string // over, and why
	progress float64
	curve    []curve.Point
	saved    time.Time
}

// longest is how many points of a curve are kept; then every other one is.
const longest = 256

// resumed forgets what came after the step that training goes on from: it may
// come otherwise.
func (j *job) resumed(work profit.MACs, step, total int) {
	if total > 0 {
		done := work * profit.MACs(float64(step)/float64(total))
		j.curve = slices.DeleteFunc(j.curve, func(p curve.Point) bool { return p.Work > done })
	}
}

// learned adds a validation to the curve.
func (j *job) learned(work profit.MACs, accuracy float64) {
	if n := len(j.curve); n > 0 && (j.curve[n-1].Accuracy == accuracy || j.curve[n-1].Work >= work) {
		return // said again
	}
	j.curve = append(j.curve, curve.Point{Work: work, Accuracy: accuracy})
	if len(j.curve) > longest {
		for i := range longest / 2 {
			j.curve[i] = j.curve[2*i]
		}
		j.curve = j.curve[:longest/2]
	}
}

// Trained is why a challenge's training is over when it has come to its end.
const Trained = "the model is trained"

// NewTraining holds a training policy; jobs' folders are below stateDir.
func NewTraining(cfg config.Training, stateDir string, market Market, log *zap.Logger) *Training {
	return &Training{market: market, log: log, stateDir: stateDir, cfg: cfg, jobs: map[string]*job{}}
}

// dir is the folder of a challenge's job.
func (t *Training) dir(key string) string {
	return filepath.Join(t.stateDir, "challenges", filepath.FromSlash(key))
}

// Set replaces the policy for workers that start afterwards.
func (t *Training) Set(cfg config.Training) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.cfg = cfg
}

// Progress is how far a challenge's training has come.
type Progress struct {
	Done    float64       // 0 to 1, of the epochs
	GivenUp string        // over, and why
	Curve   []curve.Point // accuracies so far, by work
	Saved   time.Time     // when the trainer that runs saved its work last; zero: no trainer runs
}

// Progress is how far a challenge's training has come.
func (t *Training) Progress(key string) Progress {
	t.mu.Lock()
	defer t.mu.Unlock()
	j := t.known(key)
	return Progress{j.progress, j.given, slices.Clone(j.curve), j.saved}
}

// known is a challenge's job; one that an earlier daemon began has come as far
// as its last checkpoint. The caller holds the lock.
func (t *Training) known(key string) *job {
	j, ok := t.jobs[key]
	if !ok {
		j = &job{}
		var k kept
		if text, err := os.ReadFile(t.keptAt(key)); err == nil && json.Unmarshal(text, &k) == nil && k.Done >= 0 && k.Done <= 1 {
			j.progress, j.curve = k.Done, k.Curve
		}
		t.jobs[key] = j
	}
	return j
}

// kept is what a later daemon should know of a training. It only serves the
// valuation: what is trained stands in the checkpoint itself.
type kept struct {
	Done  float64       `json:"done"`
	Curve []curve.Point `json:"curve,omitempty"`
}

func (t *Training) keptAt(key string) string { return filepath.Join(t.dir(key), "progress.json") }

func (t *Training) job(key string) (config.Training, *job) {
	t.mu.Lock()
	defer t.mu.Unlock()
	j := t.known(key)
	j.given = "" // it is launched: the market wants it, or wants it again
	return t.cfg, j
}

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
	done     *trainer.Done
	failure  string
	work     profit.MACs // of all epochs
}

func (l *Launcher) train(ctx context.Context, d gpu.Device, key string) (scheduler.Worker, error) {
	task, err := l.Training.market.Task(key)
	if err != nil {
		return nil, err
	}
	cfg, j := l.Training.job(key)
	dir := l.Training.dir(key)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	spec, err := buildJob(task, cfg, dir, j.halvings)
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
	home, env, err := l.home(d, "train")
	if err != nil {
		return nil, err
	}
	w := &trainWorker{training: l.Training, key: key, job: j, started: time.Now(), heard: time.Now()}
	if s, err := Suggest(task, cfg.Epochs); err == nil {
		w.work = profit.MACs(s.Work)
	}
	env = baseEnv(append(env, "CUDA_VISIBLE_DEVICES="+string(d.UUID), "CUDA_DEVICE_ORDER=PCI_BUS_ID", "GOMLX_NO_AUTO_INSTALL=1",
		"GPUARBITER_WORKLOAD=train")...)
	w.Worker, err = process.Start(ctx, l.Process, process.Spec{
		Argv: []string{l.Self, "worker", "train", "--job", path}, Env: env,
		ReadPaths:  append(append(pathsIn(env, nil), pluginPaths(cfg.Backend)...), task.Bundle),
		WritePaths: []string{home}, Dir: dir, Grace: cfg.Grace, LogPath: filepath.Join(dir, "log"), Owner: l.Owner, Stdout: w.line,
	})
	if err != nil {
		return nil, err
	}
	l.Training.market.TrainingBegan(key)
	return w, nil
}

// buildJob is the job for a task. Its seed comes from the challenge's root, so
// that a restarted daemon goes on with the same job.
func buildJob(t Task, cfg config.Training, dir string, halvings int) (trainer.Job, error) {
	s, err := Suggest(t, cfg.Epochs)
	if err != nil {
		return trainer.Job{}, err
	}
	j := s.Job
	c := t.Challenge
	j.ID = t.Key
	j.Data.Bundle = &trainer.Bundle{
		Path: t.Bundle, Root: hex.EncodeToString(c.Root[:]), Layout: c.Layout, Groups: c.Groups, Drawn: c.Drawn,
		Seed: hex.EncodeToString(c.Seed[:]), Shape: c.Shape,
	}
	j.Batch = max(1, j.Batch>>halvings)
	for _, b := range c.Root[:8] {
		j.Seed = j.Seed<<8 | uint64(b)
	}
	j.Target, j.Margin = t.Need, cfg.MarginRatio
	j.CheckpointDir, j.CheckpointEveryS = filepath.Join(dir, "checkpoints"), cfg.CheckpointEvery.Seconds()
	j.Artifact = filepath.Join(dir, "model.gaq")
	j.Backend, j.Threads, j.SpeedLimit = cfg.Backend, cfg.Threads, cfg.SpeedLimit
	return j, j.Validate()
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
	case trainer.Ready:
		w.ready, w.working = e, true
		w.training.mu.Lock()
		w.job.saved = w.heard
		w.job.resumed(w.work, e.Step, e.Total)
		w.training.mu.Unlock()
	case trainer.Progress:
		w.progress = e
		if e.Total > 0 {
			w.training.mu.Lock()
			w.job.progress = float64(e.Step) / float64(e.Total)
			if e.ValAcc > 0 && w.work > 0 {
				w.job.learned(w.work*profit.MACs(w.job.progress), e.ValAcc)
			}
			w.training.mu.Unlock()
		}
	case trainer.Checkpoint:
		w.training.mu.Lock()
		w.job.saved = w.heard
		w.training.mu.Unlock()
		w.remember()
	case trainer.Done:
		w.done = &e
		if w.training.Learned != nil && w.progress.Total > 0 && e.Step > 0 {
			w.training.Learned(w.key, residual(e, w.progress))
		}
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

// silence is when a trainer without a heartbeat hangs; it beats every 5 s.
const silence = 60 * time.Second

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
	exit := w.Exit()
	outcome := trainer.Classify(trainer.Exit{Code: exit.Code, Signal: int(exit.Signal)})
	if outcome == trainer.OutcomeDone && w.done != nil {
		// Until the market has taken the model, nobody may train it again: the
		// artifact would change under the commit.
		w.training.mu.Lock()
		w.job.given = Trained
		w.training.mu.Unlock()
		w.training.market.Trained(w.key, w.done.Artifact, w.done.Acc)
		return scheduler.Ended{Reason: fmt.Sprintf("trained (%s): int8 validation accuracy %.4f", w.done.Reason, w.done.Acc)}
	}
	if outcome == trainer.OutcomeDone {
		outcome = trainer.OutcomeRetry // said done by its exit code alone
	}
	w.training.mu.Lock()
	defer w.training.mu.Unlock()
	var v trainer.Verdict
	w.job.restarts, v = w.job.restarts.Next(trainer.DefaultRestartPolicy(), time.Now(), outcome)
	reason := v.Reason
	if w.failure != "" {
		reason += " (" + w.failure + ")"
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
