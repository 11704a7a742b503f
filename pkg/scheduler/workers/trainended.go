package workers

import (
	"fmt"
	"math"
	"slices"
	"syscall"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// Ended hands a finished model to the market, or says when to try again.
func (w *trainWorker) Ended() scheduler.Ended {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.training.mu.Lock()
	w.job.saved = time.Time{}
	w.training.mu.Unlock()
	outcome, failure := w.outcome(), w.failure
	if w.paused && (outcome == trainer.OutcomePreempted || outcome == trainer.OutcomeResume) {
		return w.onward("")
	}
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
	trials := slices.Clone(w.job.search.Trials)
	w.training.mu.Unlock()
	if trial := &trials[w.choice.trial]; w.progress.Total > 0 {
		trial.Done = float64(w.progress.Step) / float64(w.progress.Total)
		trial.Curve = append(slices.Clone(trial.Curve), curve.Point{Work: w.work * profit.MACs(trial.Done), Accuracy: w.believed.accuracy})
		w.training.learn(w.task, trials)
	}
	if w.training.Learned != nil && w.progress.Total > 0 && w.done.Step > 0 {
		w.training.Learned(w.key, residual(*w.done, w.progress))
	}
	w.training.market.Trained(w.key, w.believed.artifact, w.believed.accuracy, w.believed.chance)
	return scheduler.Ended{Reason: fmt.Sprintf("trained (%s): int8 validation accuracy %.4f", w.done.Reason, w.believed.accuracy)}
}

// failed says whether and when to try again. The caller holds the worker's lock.
func (w *trainWorker) failed(outcome trainer.Outcome, failure string) scheduler.Ended {
	w.training.mu.Lock()
	if w.done != nil && w.progress.Total > 0 { // its word was that all is done
		w.trial().Done = float64(w.progress.Step) / float64(w.progress.Total)
	}
	tries := w.job.tried(w.choice.trial)
	if exit := w.Exit(); outcome == trainer.OutcomeResume && (exit.Signal == syscall.SIGKILL || exit.Code == 128+int(syscall.SIGKILL)) {
		if tries.kills++; tries.kills >= mostKills { // the kernel kills for memory, which nobody says
			tries.kills, outcome = 0, trainer.OutcomeRetrySmaller
		}
	}
	var v trainer.Verdict
	tries.restarts, v = tries.restarts.Next(trainer.DefaultRestartPolicy(), time.Now(), outcome)
	barred := false
	if v.State == trainer.GivenUp && outcome == trainer.OutcomeRetry {
		switch {
		case w.spec.Ranks > 1: // One of the devices, or that they are several, may be the cause: one tries it before it is given up.
			w.job.alone, tries.restarts.Failures = true, nil
			v = trainer.Verdict{State: trainer.Waiting, Reason: v.Reason + " as a team: it is for one device from now on"}
			w.training.log.Warn("training", zap.String("challenge", w.key), zap.String("reason", v.Reason))
		case w.done == nil && w.job.bar(w.devices, time.Now(), v.Reason+" here: "+failure): // The device may be the cause: another one tries it.
			barred, tries.restarts.Failures = true, nil
			v = trainer.Verdict{State: trainer.Waiting, Reason: v.Reason + " on this device: it is for another one"}
			w.training.log.Warn("training", zap.String("challenge", w.key), zap.String("device", string(w.devices[0].UUID)), zap.String("reason", v.Reason))
		}
	}
	reason := v.Reason
	if failure != "" {
		reason += " (" + failure + ")"
	}
	if v.Halve {
		tries.halvings++
	}
	others := len(w.job.search.In()) > 1
	if v.State != trainer.Waiting && !others {
		w.job.given = "training was given up: " + reason
		w.job.search.Forgive() // where none can be trained, the cause is not theirs: the next daemon tries them all
	}
	w.training.mu.Unlock()
	if v.State != trainer.Waiting && !others {
		w.remember()
	}
	switch {
	case barred:
		return scheduler.Ended{Reason: reason}
	case v.State == trainer.Waiting:
		return scheduler.Ended{Restart: true, Delay: max(v.Delay, time.Second), Reason: reason}
	case others:
		return w.onward(reason)
	}
	return scheduler.Ended{Reason: reason}
}

// onward goes on with what the search trains next; failed, if set, is why this network is not trained any more. The
// caller holds the worker's lock.
func (w *trainWorker) onward(failed string) scheduler.Ended {
	w.training.mu.Lock()
	if failed != "" {
		w.job.search.Fail(w.choice.trial, "its training was given up: "+failed)
	}
	t := *w.trial()
	w.training.mu.Unlock()
	next, err := w.training.next(w.devices, w.task)
	if err != nil {
		return scheduler.Ended{Reason: err.Error()}
	}
	reason := failed
	if failed == "" {
		reason = fmt.Sprintf("%.1f %% right", 100*curve.Best(t.Curve, t.Done).Accuracy)
	}
	return scheduler.Ended{Restart: true, Planned: failed == "", Delay: time.Second, Reason: fmt.Sprintf("%s: %s; next %s", t.Name, reason, next.note)}
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
