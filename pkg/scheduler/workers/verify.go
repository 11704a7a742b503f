package workers

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sys/unix"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
)

const (
	// recountWithin bounds the check of a trainer's word. It reads and verifies
	// the bundle and computes some thousand examples: seconds, as a rule.
	recountWithin = 5 * time.Minute
	// recountChunk is how many examples are counted between two looks at the
	// context.
	recountChunk = 32
)

// believed is what is left of a trainer's word that it is done.
type believed struct {
	artifact string  // a copy of the model that was checked
	accuracy float64 // as the daemon counts it
	chance   float64 // that the hold-out is passed, by that
	err      error   // why it is not believed
}

// verify checks what a trainer says at its end, which is foreign input: the
// trainer may be of another version, damaged or hostile. The model is read from
// the place that the job names, and must be the one announced, fit the challenge,
// and get right what was claimed. What is handed on is a copy of the bytes that
// were checked, in the folder dir.
func verify(ctx context.Context, t Task, job trainer.Job, done trainer.Done, dir string) (b believed) {
	ctx, cancel := context.WithTimeout(ctx, recountWithin)
	defer cancel()
	raw, network, err := announced(t, job, done)
	if err != nil {
		return believed{err: err}
	}
	if b.accuracy, err = recount(ctx, t, job, done, network); err != nil {
		return believed{err: err}
	}
	b.chance = trainer.Chance(int(math.Round(b.accuracy*float64(done.Total))), done.Total, job.Holdout, job.Target)
	b.artifact = filepath.Join(dir, "verified.gaq")
	if err := checkpoint.WriteFile(b.artifact, raw); err != nil {
		return believed{err: fmt.Errorf("keep the model: %w", err)}
	}
	return b
}

// announced is the job's artifact, if it is what the trainer announces and what
// the challenge takes.
func announced(t Task, job trainer.Job, done trainer.Done) ([]byte, model.Integer, error) {
	if done.Artifact != job.Artifact {
		return nil, nil, fmt.Errorf("it names the artifact %.200q, the job %q", done.Artifact, job.Artifact)
	}
	raw, err := plain.ReadFile(job.Artifact, unix.O_NOFOLLOW, evaluator.MaxBytes)
	if err != nil {
		return nil, nil, fmt.Errorf("artifact: %w", err)
	}
	if sum := sha256.Sum256(raw); hex.EncodeToString(sum[:]) != done.SHA256 {
		return nil, nil, fmt.Errorf("the artifact's sha256 is %x, announced was %s", sum, done.SHA256)
	}
	n, err := evaluator.Parse(raw)
	if err != nil {
		return nil, nil, fmt.Errorf("artifact: %w", err)
	}
	if l := t.Challenge.Layout; n.Inputs() != l.Features || n.Classes() != l.Classes {
		return nil, nil, fmt.Errorf("the model takes %d features and tells %d classes, the challenge has %d and %d", n.Inputs(), n.Classes(), l.Features, l.Classes)
	}
	if err := t.Target.Accepts(n); err != nil {
		return nil, nil, err
	}
	if t.Fits != nil && !t.Fits(n) {
		return nil, nil, fmt.Errorf("its evaluator cannot evaluate the model: %w", model.ErrTooLarge)
	}
	return raw, n, nil
}

// recount is the model's accuracy by the daemon's own count, on the examples that
// the claim is about: those that the job holds back of the verified bundle. A
// claim that differs is a lie or a bug.
//
// A cross-validated model has been trained on all examples, so none is left that
// could tell. Then it is counted on those it was trained on: no honest estimate
// is above that, but one below it has to be taken on trust, clipped so.
func recount(ctx context.Context, t Task, job trainer.Job, done trainer.Done, n model.Integer) (float64, error) {
	set, err := examplesOf(ctx, t, job)
	if err != nil {
		return 0, fmt.Errorf("recount: %w", err)
	}
	if job.Folds == 0 {
		if _, set, err = set.Split(job.Validation, job.Seed); err != nil {
			return 0, fmt.Errorf("recount: %w", err)
		}
	}
	right, err := countRight(ctx, n, set)
	if err != nil {
		return 0, fmt.Errorf("recount: %w", err)
	}
	if job.Folds > 0 && done.Total == set.Len() {
		return float64(min(done.Right, right)) / float64(set.Len()), nil
	}
	if done.Total != set.Len() || done.Right != right {
		return 0, fmt.Errorf("it claims %d of %d right, the daemon counts %d of %d", done.Right, done.Total, right, set.Len())
	}
	return float64(right) / float64(set.Len()), nil
}

// examplesOf are the job's: a challenge's, or those of a trial.
func examplesOf(ctx context.Context, t Task, job trainer.Job) (*dataset.Set, error) {
	if t.Bundle == "" && job.Data.Source != nil {
		return dataset.Open(*job.Data.Source)
	}
	return bundleOf(ctx, t)
}

func bundleOf(ctx context.Context, t Task) (*dataset.Set, error) {
	f, err := os.Open(t.Bundle)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := dataset.ReadBundle(interruptible{ctx, f}, dataset.Limits{}, t.Challenge)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", t.Bundle, err)
	}
	return data.ToSet(), nil
}

// interruptible is a reader that ends with its context.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

func (i interruptible) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.r.Read(p)
}

func countRight(ctx context.Context, n model.Integer, set *dataset.Set) (right int, err error) {
	e, features := n.Counter(), set.Shape.Features()
	for at := 0; at < set.Len(); at += recountChunk {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		end := min(at+recountChunk, set.Len())
		right += model.CountRight(e, set.Pixels[at*features:end*features], set.Labels[at:end])
	}
	return right, nil
}
