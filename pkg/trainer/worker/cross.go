package worker

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/small"
)

// studyFile is all of a cross-validated job's checkpoint.
const studyFile = "study.bin"

// crossRun is one process's share of a cross-validated job. One goroutine owns it.
// Whatever it decides follows from the study and the job, so that a run that is
// resumed decides alike; only the end of the time depends on the clock.
type crossRun struct {
	job   *trainer.Job
	log   *zap.Logger
	out   *emitter
	set   *dataset.Set
	study *small.Study
	store checkpoint.Store
	clock
}

// crossValidate does a job with folds, from its data to the end.
func crossValidate(ctx context.Context, job *trainer.Job, all *dataset.Set, out *emitter, log *zap.Logger) error {
	study, err := small.New(all, job.Study(runtime.GOMAXPROCS(0)))
	if err != nil {
		return fault{classJob, trainer.ExitBadJob, err}
	}
	r := &crossRun{job: job, log: log, out: out, set: all, study: study, store: checkpoint.Store{Dir: job.CheckpointDir, Keep: keep}}
	if err := r.resume(); err != nil {
		return fault{classCheckpoint, trainer.ExitBug, err}
	}
	best, _ := r.best()
	out.emit(trainer.Ready{
		Step: study.Steps(), Total: study.Total(), Train: all.Len(), Validation: all.Len(),
		MACs: spec(job, all).Skeleton().MACs(), BestAcc: ratio(best.Right, all.Len()),
	})
	out.phase.Store("training")
	if err := r.loop(ctx); err != nil {
		return err
	}
	out.phase.Store("saving")
	return r.finish()
}

func (r *crossRun) resume() error {
	r.savedAt = -1
	found, skipped, err := r.store.Load(r.job.Hash())
	if err != nil {
		return err
	}
	for _, s := range skipped {
		r.log.Warn("damaged checkpoint moved aside", zap.Error(s))
	}
	if found == nil {
		return nil
	}
	if err := r.study.Restore(found.Files[studyFile]); err != nil {
		return fmt.Errorf("checkpoint %s: %w", found.Path, err)
	}
	if m := found.Manifest; m.Step != r.study.Steps() || m.ValTotal != r.set.Len() {
		return fmt.Errorf("checkpoint %s does not fit the job: step %d of %d examples", found.Path, m.Step, m.ValTotal)
	}
	r.before = found.Manifest.TrainedS
	r.log.Info("resumed", zap.String("checkpoint", found.Path), zap.Int("step", r.study.Steps()))
	return nil
}

// best is the result that stands for the job: the chosen recipe's, or the best so
// far.
func (r *crossRun) best() (result small.Result, ok bool) {
	results, at := r.study.Results(), r.study.Best()
	if chosen, settled := r.study.Chosen(); settled {
		at = chosen
	}
	if at < 0 || at >= len(results) {
		return small.Result{}, false
	}
	return results[at], true
}

// goodEnough says whether what has been judged makes more recipes needless.
func (r *crossRun) goodEnough() bool {
	best, ok := r.best()
	return ok && trainer.GoodEnough(best.Right, r.set.Len(), r.job.Holdout, r.job.Target, r.job.Margin)
}

// loop trains to the end of the last network or of the time; errPreempted if ctx
// is done before, with a checkpoint written.
func (r *crossRun) loop(ctx context.Context) error {
	r.start(r.study.Steps())
	first := r.study.Steps()
	for !r.study.Over() {
		if ctx.Err() != nil {
			r.out.phase.Store("saving")
			if err := r.save(); err != nil {
				return err
			}
			return errPreempted
		}
		if r.goodEnough() || r.timeIsShort(first) {
			if err := r.study.Settle(); err != nil {
				return err
			}
		}
		if _, settled := r.study.Chosen(); settled && r.left(r.job) <= 0 {
			return nil
		}
		began, before, judged := time.Now(), r.study.Steps(), len(r.study.Results())
		if err := r.study.Next(ctx); err != nil && ctx.Err() == nil {
			return studyFault(err)
		}
		pace(ctx, r.job, r.study.Steps()-before, began)
		r.report(len(r.study.Results()) > judged)
	}
	return nil
}

func studyFault(err error) error {
	if errors.Is(err, small.ErrDiverged) {
		return fault{classDiverged, trainer.ExitBadJob, err}
	}
	return err
}

// timeIsShort says whether the rest of the time is what the last network takes,
// by the speed so far: it has one processor, the others share several.
func (r *crossRun) timeIsShort(first int) bool {
	taken := r.study.Steps() - first
	if taken == 0 || math.IsInf(r.left(r.job), 1) {
		return r.left(r.job) <= 0
	}
	each := time.Since(r.began).Seconds() / float64(taken) * float64(min(runtime.GOMAXPROCS(0), r.job.Folds))
	return r.left(r.job) <= 1.1*each*float64(r.study.Last())
}

// report tells of progress and writes a checkpoint, each when it is time.
func (r *crossRun) report(judged bool) {
	if judged {
		best, _ := r.best()
		last := r.study.Results()[len(r.study.Results())-1]
		r.log.Info("cross-validated", zap.Int("recipe", len(r.study.Results())-1), zap.Int("right", last.Right), zap.Int("right_float", last.RightFloat),
			zap.Float64("loss", last.Loss), zap.Int("best", best.Right), zap.Int("of", r.set.Len()))
	}
	if judged || time.Since(r.reported) >= progressEvery {
		r.progress()
	}
	if time.Since(r.saved).Seconds() >= r.job.CheckpointEveryS {
		if err := r.save(); err != nil {
			// A full disk must not end training: the next one may succeed.
			r.log.Error("checkpoint failed, training goes on", zap.Error(err))
			r.saved = time.Now()
		}
	}
}

func (r *crossRun) progress() {
	step, now := r.study.Steps(), time.Now()
	speed, rest := r.speed(step, now), r.study.Total()-step
	if _, settled := r.study.Chosen(); settled {
		rest = r.study.Last()
	}
	best, _ := r.best()
	acc := ratio(best.Right, r.set.Len())
	r.out.emit(trainer.Progress{
		Step: step, Total: r.study.Total(), Epoch: r.study.Passes(), Loss: best.Loss, ValAcc: acc, BestAcc: acc,
		Rate: speed * float64(min(r.job.Batch, r.set.Len())), EtaS: r.eta(r.job, rest, speed),
	})
	r.reported, r.reportAt = now, step
}

func (r *crossRun) save() error {
	state, err := r.study.State()
	if err != nil {
		return err
	}
	best, _ := r.best()
	m := checkpoint.Manifest{
		JobHash: r.job.Hash(), Seed: r.job.Seed, Step: r.study.Steps(), Epoch: r.study.Passes(), TrainedS: r.trainedS(),
		ValRight: best.Right, ValTotal: r.set.Len(), Best: checkpoint.Best{Right: best.Right, RightFloat: best.RightFloat, Loss: best.Loss},
	}
	path, sum, err := r.store.Save(m, map[string][]byte{studyFile: state})
	if err != nil {
		return fault{classCheckpoint, trainer.ExitBug, err}
	}
	r.saved, r.savedAt = time.Now(), m.Step
	r.out.emit(trainer.Checkpoint{Path: path, Step: m.Step, SHA256: sum})
	return nil
}

// reason is why the training ended.
func (r *crossRun) reason() string {
	switch {
	case !r.study.Over():
		return "time" // in the middle of the last network
	case len(r.study.Results()) == len(r.job.Recipes):
		return "epochs"
	case r.goodEnough():
		return "target"
	}
	return "time"
}

// finish writes the artifact and a last checkpoint, from which a repeated run ends
// at once. What is said of the model is what its recipe's networks got right of
// examples unknown to them; it cannot be better than the model on those it knows,
// as it would seem if the time ended before its training.
func (r *crossRun) finish() error {
	network, known, err := r.study.Model()
	if err != nil {
		return err
	}
	b, err := network.Marshal()
	if err != nil {
		return fmt.Errorf("last network: %w", err)
	}
	if err := checkpoint.WriteFile(r.job.Artifact, b); err != nil {
		return fault{classCheckpoint, trainer.ExitBug, fmt.Errorf("write artifact: %w", err)}
	}
	r.progress()
	if r.savedAt != r.study.Steps() {
		if err := r.save(); err != nil {
			r.log.Warn("last checkpoint failed; the artifact is written", zap.Error(err))
		}
	}
	best, _ := r.best()
	right, n := min(best.Right, known), r.set.Len()
	r.out.emit(trainer.Done{
		Artifact: r.job.Artifact, SHA256: sha256Hex(b), Right: right, Total: n, Acc: ratio(right, n), AccFloat: ratio(best.RightFloat, n),
		Step: r.study.Steps(), Reason: r.reason(),
	})
	return nil
}
