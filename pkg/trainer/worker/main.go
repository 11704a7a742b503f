// Package worker is the training process: it reads a job, trains, reports
// events on standard output, and ends with an exit code that says what to do
// next. The daemon never trains in its own process, since an accelerator's
// library may abort it.
package worker

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/engine"
)

// Classes of failure, as in trainer.Failure.
const (
	classJob        = "job"
	classData       = "data"
	classDevice     = "device"
	classMemory     = "memory"
	classDiverged   = "diverged"
	classCheckpoint = "checkpoint"
	classBug        = "bug"
)

// fault is an error that knows its class and exit code.
type fault struct {
	class string
	code  int
	err   error
}

func (f fault) Error() string { return f.err.Error() }
func (f fault) Unwrap() error { return f.err }

func toFault(err error) fault {
	var f fault
	switch {
	case errors.As(err, &f):
		return f
	case errors.Is(err, engine.ErrDevice):
		return fault{classDevice, trainer.ExitDevice, err}
	case errors.Is(err, engine.ErrMemory):
		return fault{classMemory, trainer.ExitMemory, err}
	}
	return fault{classBug, trainer.ExitBug, err}
}

// Main runs the job in the file at jobPath and gives the process's exit code.
// Events go to stdout, the log to log alone. When ctx is cancelled (SIGTERM)
// it finishes the step, writes a checkpoint, says so and gives ExitPreempted;
// likewise when stdout's reader is gone, for then nobody owns the work. It is
// made to be all that its process does: it sets GOMAXPROCS and ignores SIGPIPE.
func Main(ctx context.Context, jobPath string, stdout io.Writer, log *zap.Logger) (exitCode int) {
	// Without this, writing to the pipe of a dead daemon would kill the
	// process before its checkpoint is written.
	signal.Ignore(syscall.SIGPIPE)
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	out := newEmitter(stdout, log, func(err error) { cancel(fmt.Errorf("nobody reads the events: %w", err)) })
	defer out.close()
	err := protect(func() error { return work(ctx, jobPath, out, log) })
	if err == nil {
		return trainer.ExitDone
	}
	if errors.Is(err, errPreempted) {
		log.Info("preempted", zap.NamedError("cause", context.Cause(ctx)))
		return trainer.ExitPreempted
	}
	f := toFault(err)
	log.Error("failed", zap.String("class", f.class), zap.Int("exit", f.code), zap.Error(f.err))
	out.emit(trainer.Failure{Class: f.class, Msg: f.Error()})
	return f.code
}

// protect turns a panic of the tensor library into an error.
func protect(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	return f()
}

func work(ctx context.Context, jobPath string, out *emitter, log *zap.Logger) error {
	job, err := ReadJob(jobPath)
	if err != nil {
		return fault{classJob, trainer.ExitBadJob, err}
	}
	if job.Family == trainer.ResNet {
		return fault{classJob, trainer.ExitBadJob, errors.New("job: family: the program's own trainer knows no resnet: set training.command to one that does, such as trainers/pytorch/train.py (docs/TRAINER.md)")}
	}
	if job.Threads > 0 {
		runtime.GOMAXPROCS(job.Threads)
	}
	out.emit(trainer.Hello{ID: job.ID, JobHash: job.Hash(), PID: os.Getpid()})
	all, err := load(job.Data)
	if err != nil {
		return dataFault(err)
	}
	if err := spec(job, all).Validate(); err != nil {
		return fault{classJob, trainer.ExitBadJob, err}
	}
	if job.Folds > 0 {
		return crossValidate(ctx, job, all, out, log)
	}
	r, err := prepare(ctx, job, all, out, log)
	if err != nil {
		return err
	}
	defer r.engine.Close()
	out.emit(trainer.Ready{
		Step: r.engine.Steps(), Total: r.total, Train: r.train.Len(), Validation: r.val.Len(),
		MACs: spec(job, r.train).Skeleton().MACs(), BestAcc: ratio(r.at.Best.Right, r.val.Len()),
	})
	out.phase.Store("training")
	reason, err := r.loop(ctx)
	if err != nil {
		return err
	}
	out.phase.Store("saving")
	done, err := r.finish(reason)
	if err == nil {
		out.emit(done)
	}
	return err
}

// ReadJob reads a job file.
func ReadJob(path string) (*trainer.Job, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, trainer.MaxJobBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read job: %w", err)
	}
	job, err := trainer.ParseJob(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &job, nil
}

// prepare does all that comes before the first step. Cancelled, it has nothing
// to save: an earlier checkpoint stands.
func prepare(ctx context.Context, job *trainer.Job, all *dataset.Set, out *emitter, log *zap.Logger) (*run, error) {
	train, val, err := all.Split(job.Validation, job.Seed)
	if err != nil {
		return nil, fault{classData, trainer.ExitBadJob, err}
	}
	if ctx.Err() != nil {
		return nil, errPreempted
	}
	out.phase.Store("compiling")
	feed := newFeeder(job, train)
	e, err := engine.New(spec(job, all), engine.Options{Backend: job.Backend, Batch: feed.size, Decay: job.Decay, L1: job.L1})
	if err != nil {
		return nil, err
	}
	r := &run{
		job: job, log: log, out: out, engine: e, feed: feed, train: train, val: val,
		store: checkpoint.Store{Dir: job.CheckpointDir, Keep: keep}, total: job.Epochs * feed.perEpoch(),
	}
	if err := r.resume(); err != nil {
		e.Close()
		return nil, fault{classCheckpoint, trainer.ExitBug, err}
	}
	return r, nil
}

func sha256Hex(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
