package worker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/engine"
)

const (
	progressEvery = time.Second
	keep          = 2 // checkpoints
)

// The files of a checkpoint.
const (
	stateFile = "state.bin"
	BestModel = "best.model" // the best integer model
	BestState = "best.state" // the engine's state that it was made of
)

// errPreempted ends a run that was asked to stop, once its checkpoint is safe.
var errPreempted = errors.New("preempted")

// run is one process's share of a job. One goroutine owns it.
//
//	     +-------------------------------- step ---------------------------+
//	     v                                                                 |
//	validate if an epoch has ended -> finished? -> preempted? -> train, report, save
//	                                     |             |
//	                                    done    checkpoint, exit
type run struct {
	job        *trainer.Job
	log        *zap.Logger
	out        *emitter
	engine     *engine.Engine
	feed       *feeder
	train, val *dataset.Set
	store      checkpoint.Store
	at         checkpoint.Manifest // where the run stands, but for Step
	best       []byte              // the best integer model, nil before the first validation
	bestFloat  []byte              // the state that it was made of: integers can be held against floats later
	total      int                 // steps
	clock
}

// resume restores the newest whole checkpoint, if there is one.
func (r *run) resume() error {
	r.at = checkpoint.Manifest{JobHash: r.job.Hash(), Seed: r.job.Seed, ValTotal: r.val.Len()}
	r.savedAt = -1
	found, skipped, err := r.store.Load(r.at.JobHash)
	if err != nil {
		return err
	}
	for _, s := range skipped {
		r.log.Warn("damaged checkpoint moved aside", zap.Error(s))
	}
	if found == nil {
		return nil
	}
	m := found.Manifest
	if err := r.engine.ReadState(bytes.NewReader(found.Files[stateFile])); err != nil {
		return fmt.Errorf("checkpoint %s: %w", found.Path, err)
	}
	if per := r.feed.perEpoch(); m.Step != r.engine.Steps() || m.Epoch != m.Step/per || m.Batch != m.Step%per || m.ValTotal != r.val.Len() || m.Step > r.total {
		return fmt.Errorf("checkpoint %s does not fit the job: step %d (epoch %d, batch %d), state at %d", found.Path, m.Step, m.Epoch, m.Batch, r.engine.Steps())
	}
	r.at, r.before, r.best, r.bestFloat = m, m.TrainedS, found.Files[BestModel], found.Files[BestState]
	r.log.Info("resumed", zap.String("checkpoint", found.Path), zap.Int("step", m.Step))
	return nil
}

// loop trains to the end and says why it ended; errPreempted if ctx is done
// before, with a checkpoint written.
func (r *run) loop(ctx context.Context) (reason string, err error) {
	r.start(r.engine.Steps())
	for {
		if r.validationDue() {
			if err := r.validate(ctx); err != nil && ctx.Err() == nil {
				return "", err
			}
		}
		if ctx.Err() != nil {
			return "", r.preempted()
		}
		if reason := r.finished(); reason != "" {
			return reason, nil
		}
		start := time.Now()
		if err := r.step(); err != nil {
			return "", err
		}
		pace(ctx, r.job, 1, start)
		if err := r.report(); err != nil {
			return "", err
		}
	}
}

func (r *run) preempted() error {
	r.out.phase.Store("saving")
	if err := r.save(); err != nil {
		return err
	}
	return errPreempted
}

func (r *run) step() error {
	step := r.engine.Steps()
	pixels, labels := r.feed.batch(step)
	return r.engine.Step(pixels, labels, rate(r.job, step, r.total))
}

// rate is the learning rate of a step out of total.
func rate(job *trainer.Job, step, total int) float64 {
	if job.Schedule == trainer.Constant {
		return job.Rate
	}
	return job.Rate * (1 + math.Cos(math.Pi*float64(step)/float64(total))) / 2
}

func (r *run) outOfTime() bool { return r.left(r.job) <= 0 }

func (r *run) validationDue() bool {
	step := r.engine.Steps()
	if r.at.Validated == step && r.best != nil {
		return false
	}
	return step > 0 && step%r.feed.perEpoch() == 0 || r.outOfTime() && !r.handsIn()
}

// handsIn says whether the deadline is there and a model that meets the target too:
// then no time is spent on another.
func (r *run) handsIn() bool {
	d := r.job.Deadline
	return !d.IsZero() && !time.Now().Before(d) && r.best != nil && ratio(r.at.Best.Right, r.val.Len()) >= r.job.Target
}

// finished says whether a model that has been validated ends the job, and why.
func (r *run) finished() string {
	switch {
	case r.best == nil:
		return ""
	case trainer.GoodEnough(r.at.Best.Right, r.val.Len(), r.job.Holdout, r.job.Target, r.job.Margin):
		return "target"
	case r.engine.Steps() >= r.total:
		return "epochs"
	case r.job.Patience > 0 && r.at.Stale >= r.job.Patience:
		return "patience"
	case r.outOfTime():
		return "time"
	}
	return ""
}

func ratio(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

// validate judges the integer model that the weights make now, and keeps it,
// as artifact too, if it is the best. Interrupted, it changes nothing.
func (r *run) validate(ctx context.Context) error {
	r.out.phase.Store("validating")
	defer r.out.phase.Store("training")
	if _, err := r.loss(); err != nil {
		return err
	}
	b, v, err := r.judge(ctx)
	if err != nil {
		return err
	}
	r.at.Validated, r.at.ValRight = r.engine.Steps(), v.Right
	r.savedAt = -1 // a checkpoint of this step knows nothing of it
	r.at.Stale++
	if r.best == nil || better(v, r.at.Best) {
		if r.bestFloat, err = r.state(); err != nil {
			return err
		}
		// A model that is only more certain of the same answers is kept, but
		// patience is for more of them: the loss falls for long.
		if r.best == nil || v.Right > r.at.Best.Right {
			r.at.Stale = 0
		}
		r.best, r.at.Best = b, v
		if err := checkpoint.WriteFile(r.job.Artifact, b); err != nil {
			return fault{classCheckpoint, trainer.ExitBug, fmt.Errorf("write artifact: %w", err)}
		}
	}
	r.log.Info("validated", zap.Int("step", r.at.Validated), zap.Int("right", v.Right), zap.Int("right_float", v.RightFloat), zap.Float64("loss", v.Loss), zap.Int("of", r.val.Len()))
	return r.progress()
}

// loss reads the latest loss; one that is no number ends the job, before it
// can reach a checkpoint.
func (r *run) loss() (float64, error) {
	loss, err := r.engine.Loss()
	if err == nil && (math.IsNaN(loss) || math.IsInf(loss, 0)) {
		err = fault{classDiverged, trainer.ExitBadJob, fmt.Errorf("loss is %v after %d steps: the rate %v is too high", loss, r.engine.Steps(), r.job.Rate)}
	}
	return loss, err
}

// report tells of progress and writes a checkpoint, each when it is time.
func (r *run) report() error {
	if time.Since(r.reported) >= progressEvery {
		if err := r.progress(); err != nil {
			return err
		}
	}
	if time.Since(r.saved).Seconds() < r.job.CheckpointEveryS {
		return nil
	}
	if err := r.save(); err != nil {
		var f fault
		if errors.As(err, &f) && f.class == classDiverged {
			return err
		}
		// A full disk must not end training: the next one may succeed.
		r.log.Error("checkpoint failed, training goes on", zap.Error(err))
		r.saved = time.Now()
	}
	return nil
}

func (r *run) progress() error {
	loss, err := r.loss()
	if err != nil {
		return err
	}
	step, now := r.engine.Steps(), time.Now()
	speed := r.speed(step, now)
	p := trainer.Progress{
		Step: step, Total: r.total, Epoch: step / r.feed.perEpoch(), Loss: loss,
		ValAcc: ratio(r.at.ValRight, r.val.Len()), BestAcc: ratio(r.at.Best.Right, r.val.Len()), Rate: speed * float64(r.feed.size),
	}
	p.EtaS = r.eta(r.job, r.total-step, speed)
	r.out.emit(p)
	r.reported, r.reportAt = now, step
	return nil
}

// spec is the job's network for a data set.
func spec(job *trainer.Job, set *dataset.Set) engine.Spec {
	return engine.Spec{Input: shape(set.Shape), Classes: set.Classes, Channels: job.Channels, Hidden: job.Hidden, Seed: job.Seed}
}
