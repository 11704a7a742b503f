package workers

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// Conformance tries a trainer in what the daemon does to one: docs/TRAINER.md.
type Conformance struct {
	Self    string   // this program's path
	Command []string // the trainer
	Env     []string // beside the usual
	Backend string
	Ranks   int           // of the jobs
	Dir     string        // for jobs, checkpoints and logs
	Grace   time.Duration // between SIGTERM and SIGKILL
	Patient time.Duration // for what has to come
}

// Situation is what came of one of them.
type Situation struct {
	Name string
	Took time.Duration
	Note string
	Err  error
}

// silenceOf is the longest silence that is let pass: what is promised, and what a busy machine adds.
const silenceOf = 2 * trainer.HeartbeatSeconds * time.Second

// Run tries the situations one after the other and reports each. It ends with the first error that is no
// fault of the trainer's.
func (c Conformance) Run(ctx context.Context, report func(Situation)) error {
	if err := os.MkdirAll(c.Dir, 0o700); err != nil {
		return err
	}
	endless := c.job("endless")
	endless.Epochs, endless.CheckpointEveryS = 100_000, 0.5
	safe := 0 // the step of the latest checkpoint of the endless job
	for _, s := range []struct {
		name string
		try  func(ctx context.Context) (string, error)
	}{
		{"trains a job to its end", func(ctx context.Context) (string, error) { return c.toTheEnd(ctx, c.job("short"), 0) }},
		{"ends at once where all is done", func(ctx context.Context) (string, error) { return c.toTheEnd(ctx, c.job("short"), 0) }},
		{"SIGTERM: a checkpoint, and exit 75", func(ctx context.Context) (string, error) {
			step, note, err := c.preempted(ctx, endless)
			safe = max(safe, step)
			return note, err
		}},
		{"goes on from its checkpoint; SIGKILL", func(ctx context.Context) (string, error) {
			step, note, err := c.killed(ctx, endless, safe)
			safe = max(safe, step)
			return note, err
		}},
		{"goes on behind SIGKILL, to its end", func(ctx context.Context) (string, error) {
			last := endless
			last.MaxSeconds = 1e-3 // spent already: it counts over all runs
			return c.toTheEnd(ctx, last, safe)
		}},
		{"a job that cannot work: exit 64", func(ctx context.Context) (string, error) {
			bad := c.job("bad")
			bad.Family, bad.Hidden = "transformer", nil
			return c.refuses(ctx, bad)
		}},
		{"data that are not the challenge's: exit 64", func(ctx context.Context) (string, error) {
			bad := c.job("stranger")
			file := filepath.Join(c.Dir, "stranger.bundle")
			zeroes := fmt.Sprintf("%064d", 0)
			bad.Data = trainer.Data{Bundle: &trainer.Bundle{Path: file, Root: zeroes, Seed: zeroes, Groups: 40, HoldoutGroups: 8, Layout: dataset.Layout{GroupSize: 12, Features: 784, Classes: 10}}}
			if err := os.WriteFile(file, []byte("no bundle at all"), 0o600); err != nil {
				return "", err
			}
			return c.refuses(ctx, bad)
		}},
	} {
		begun := time.Now()
		within, cancel := context.WithTimeout(ctx, c.Patient)
		note, err := s.try(within)
		cancel()
		if ctx.Err() != nil {
			return ctx.Err()
		}
		report(Situation{s.name, time.Since(begun), note, err})
	}
	return nil
}

// job is one of rendered digits that a processor trains in seconds.
func (c Conformance) job(name string) trainer.Job {
	j := trainer.Defaults()
	j.ID, j.Family, j.Hidden, j.Epochs, j.Batch, j.Seed, j.Validation = "check/"+name, trainer.MLP, []int{32}, 4, 32, 7, 0.25
	j.Data.Source = &dataset.Source{Format: dataset.FormatDigits, Count: 800, Seed: 3}
	j.Trainer = trainerName(c.Command)
	j.CheckpointDir, j.Artifact = filepath.Join(c.Dir, name, "checkpoints"), filepath.Join(c.Dir, name, "model.gaq")
	j.Backend, j.Ranks, j.Threads, j.GraceS = c.Backend, c.Ranks, max(c.Ranks, 1), c.Grace.Seconds()
	return j
}

// heard is what a trainer says.
type heard struct {
	mu      sync.Mutex
	events  []trainer.Event
	wrong   error // the first line that is no event
	last    time.Time
	longest time.Duration // silence
	more    chan struct{}
}

func (h *heard) line(line []byte) {
	e, err := trainer.ParseEvent(line)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.longest, h.last = max(h.longest, time.Since(h.last)), time.Now()
	switch {
	case errors.Is(err, trainer.ErrUnknownEvent):
	case err != nil && h.wrong == nil:
		h.wrong = fmt.Errorf("it says %.200q: %w", line, err)
	case err == nil:
		h.events = append(h.events, e)
	}
	select {
	case h.more <- struct{}{}:
	default:
	}
}

func (h *heard) all() []trainer.Event {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.events)
}

// latest is the last event of a kind.
func latest[E trainer.Event](events []trainer.Event) (e E, ok bool) {
	for _, v := range slices.Backward(events) {
		if e, ok = v.(E); ok {
			return e, true
		}
	}
	return e, false
}

func (c Conformance) start(ctx context.Context, j trainer.Job) (*process.Worker, *heard, error) {
	dir := filepath.Dir(j.Artifact)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, nil, err
	}
	j.JobHash = j.Hash()
	raw, err := json.MarshalIndent(j, "", "  ")
	if err != nil {
		return nil, nil, err
	}
	path := filepath.Join(dir, "job.json")
	if err := writeFile(path, raw); err != nil {
		return nil, nil, err
	}
	h := &heard{last: time.Now(), more: make(chan struct{}, 1)}
	temp := filepath.Join(dir, "tmp")
	if err := os.MkdirAll(temp, 0o700); err != nil {
		return nil, nil, err
	}
	env := baseEnv(append([]string{"HOME=" + dir, "TMPDIR=" + temp, "GPUARBITER_WORKLOAD=train", "GPUARBITER=" + c.Self}, c.Env...)...)
	w, err := process.Start(ctx, process.Config{}, process.Spec{
		Argv: slices.Concat(c.Command, []string{"--job", path}), Env: env, ReadPaths: append(pathsIn(env, c.Command), c.Self), WritePaths: []string{c.Dir},
		Dir: dir, Grace: c.Grace, LogPath: filepath.Join(dir, "log"), Owner: "check", Stdout: h.line,
	})
	return w, h, err
}

// ends has it run until it ends by itself.
func (c Conformance) ends(ctx context.Context, j trainer.Job) (process.Exit, *heard, error) {
	w, h, err := c.start(ctx, j)
	if err != nil {
		return process.Exit{}, nil, err
	}
	defer w.Kill(context.WithoutCancel(ctx))
	select {
	case <-w.Done():
		return w.Exit(), h, nil
	case <-ctx.Done():
		return process.Exit{}, nil, errors.New("it did not end in time")
	}
}

// until waits for something to be said; an error where the trainer ends before, or it does not come in time.
func (h *heard) until(ctx context.Context, w *process.Worker, said func([]trainer.Event) bool) error {
	for {
		if said(h.all()) {
			return nil
		}
		select {
		case <-h.more:
		case <-w.Done():
			if said(h.all()) {
				return nil
			}
			return fmt.Errorf("it ended before (%s)%s", w.Exit(), h.failure())
		case <-ctx.Done():
			return errors.New("it did not come in time")
		}
	}
}

// failure is the trainer's own word about its end.
func (h *heard) failure() string {
	if f, ok := latest[trainer.Failure](h.all()); ok {
		return fmt.Sprintf(": %s: %.300s", f.Class, f.Msg)
	}
	return ""
}

// order checks what was said: nothing but events, hello first, ready before any step, and never silent for long.
func (h *heard) order(j trainer.Job) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.wrong != nil {
		return h.wrong
	}
	if len(h.events) == 0 {
		return errors.New("it says nothing")
	}
	hello, ok := h.events[0].(trainer.Hello)
	if !ok {
		return fmt.Errorf("its first event is %T, not hello", h.events[0])
	}
	if want := j.Hash(); hello.ID != j.ID || hello.JobHash != want {
		return fmt.Errorf("hello names job %q, whose hash begins with %.16s; it was given %q and %.16s", hello.ID, hello.JobHash, j.ID, want)
	}
	ready := false
	for _, e := range h.events {
		switch e.(type) {
		case trainer.Ready:
			ready = true
		case trainer.Progress, trainer.Checkpoint, trainer.Done:
			if !ready {
				return fmt.Errorf("%T comes before ready", e)
			}
		}
	}
	if h.longest > silenceOf {
		return fmt.Errorf("it was silent for %s; at most %d s are promised", h.longest.Round(time.Second), trainer.HeartbeatSeconds)
	}
	return nil
}

// toTheEnd has it train to the end, from step at least, and believes it as the daemon would.
func (c Conformance) toTheEnd(ctx context.Context, j trainer.Job, least int) (string, error) {
	exit, h, err := c.ends(ctx, j)
	if err != nil {
		return "", err
	}
	if exit.Code != trainer.ExitDone {
		return "", fmt.Errorf("it ended with %s, not 0%s", exit, h.failure())
	}
	if err := h.order(j); err != nil {
		return "", err
	}
	ready, _ := latest[trainer.Ready](h.all())
	done, ok := latest[trainer.Done](h.all())
	switch {
	case !ok:
		return "", errors.New("it said no done")
	case ready.Step < least:
		return "", fmt.Errorf("it began at step %d, its checkpoint was of %d", ready.Step, least)
	}
	set, err := dataset.Open(*j.Data.Source)
	if err != nil {
		return "", err
	}
	task := Task{Key: j.ID, Target: evaluator.Dense, Challenge: dataset.Challenge{Layout: dataset.Layout{Features: set.Shape.Features(), Classes: set.Classes}}, Fits: func(model.Integer) bool { return true }}
	b := verify(ctx, task, j, done, filepath.Dir(j.Artifact))
	if b.err != nil {
		return "", fmt.Errorf("it is not believed: %w", b.err)
	}
	return fmt.Sprintf("%.1f %% right by our own count, in %d steps (%s)", 100*b.accuracy, done.Step, done.Reason), nil
}

// preempted stops it in the middle.
func (c Conformance) preempted(ctx context.Context, j trainer.Job) (safe int, note string, err error) {
	w, h, err := c.start(ctx, j)
	if err != nil {
		return 0, "", err
	}
	defer w.Kill(context.WithoutCancel(ctx))
	if err := h.until(ctx, w, func(es []trainer.Event) bool { p, ok := latest[trainer.Progress](es); return ok && p.Step > 0 }); err != nil {
		return 0, "", fmt.Errorf("a progress: %w", err)
	}
	begun := time.Now()
	exit := w.Stop(ctx)
	took := time.Since(begun)
	switch last, ok := latest[trainer.Checkpoint](h.all()); {
	case exit.Code != trainer.ExitPreempted:
		return 0, "", fmt.Errorf("it ended with %s, not 75%s", exit, h.failure())
	case !ok:
		return 0, "", errors.New("it said no checkpoint")
	case last.Step == 0:
		return 0, "", errors.New("its checkpoint is of step 0")
	default:
		return last.Step, fmt.Sprintf("after %s, at step %d", took.Round(10*time.Millisecond), last.Step), h.order(j)
	}
}

// killed lets it go on and kills it behind a checkpoint.
func (c Conformance) killed(ctx context.Context, j trainer.Job, least int) (safe int, note string, err error) {
	if least == 0 {
		return 0, "", errors.New("there is no checkpoint to go on from")
	}
	w, h, err := c.start(ctx, j)
	if err != nil {
		return 0, "", err
	}
	defer w.Kill(context.WithoutCancel(ctx))
	more := func(es []trainer.Event) bool { k, ok := latest[trainer.Checkpoint](es); return ok && k.Step > least }
	if err := h.until(ctx, w, more); err != nil {
		return 0, "", fmt.Errorf("another checkpoint: %w", err)
	}
	w.Kill(ctx)
	ready, _ := latest[trainer.Ready](h.all())
	if ready.Step < least {
		return 0, "", fmt.Errorf("it began at step %d, its checkpoint was of %d", ready.Step, least)
	}
	last, _ := latest[trainer.Checkpoint](h.all())
	return last.Step, fmt.Sprintf("from step %d, killed behind %d", ready.Step, last.Step), h.order(j)
}

// refuses gives it what can never work.
func (c Conformance) refuses(ctx context.Context, j trainer.Job) (string, error) {
	exit, h, err := c.ends(ctx, j)
	if err != nil {
		return "", err
	}
	if exit.Code != trainer.ExitBadJob {
		return "", fmt.Errorf("it ended with %s, not 64%s", exit, h.failure())
	}
	f, ok := latest[trainer.Failure](h.all())
	if !ok {
		return "", errors.New("it does not say why: no error event")
	}
	return f.Class + ": " + fmt.Sprintf("%.120s", f.Msg), nil
}
