package worker

import (
	"bytes"
	"fmt"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
)

// state is the engine's, as bytes.
func (r *run) state() ([]byte, error) {
	var b bytes.Buffer
	err := r.engine.WriteState(&b)
	return b.Bytes(), err
}

// save writes a checkpoint and tells of it.
func (r *run) save() error {
	if _, err := r.loss(); err != nil {
		return err
	}
	state, err := r.state()
	if err != nil {
		return err
	}
	m := r.at
	m.Step = r.engine.Steps()
	m.Epoch, m.Batch = m.Step/r.feed.perEpoch(), m.Step%r.feed.perEpoch()
	m.TrainedS = r.trainedS()
	files := map[string][]byte{stateFile: state}
	for name, b := range map[string][]byte{BestModel: r.best, BestState: r.bestFloat} {
		if b != nil {
			files[name] = b
		}
	}
	path, sum, err := r.store.Save(m, files)
	if err != nil {
		return fault{classCheckpoint, trainer.ExitBug, err}
	}
	r.saved, r.savedAt = time.Now(), m.Step
	r.out.emit(trainer.Checkpoint{Path: path, Step: m.Step, SHA256: sum})
	return nil
}

// finish writes the artifact once more (a resumed run may have found it gone)
// and a last checkpoint, from which a repeated run ends at once.
func (r *run) finish(reason string) (trainer.Done, error) {
	if err := checkpoint.WriteFile(r.job.Artifact, r.best); err != nil {
		return trainer.Done{}, fault{classCheckpoint, trainer.ExitBug, fmt.Errorf("write artifact: %w", err)}
	}
	if r.savedAt != r.engine.Steps() {
		if err := r.save(); err != nil {
			r.log.Warn("last checkpoint failed; the artifact is written", zap.Error(err))
		}
	}
	b := r.at.Best
	return trainer.Done{
		Artifact: r.job.Artifact, SHA256: sha256Hex(r.best), Right: b.Right, Total: r.val.Len(),
		Acc: ratio(b.Right, r.val.Len()), AccFloat: ratio(b.RightFloat, r.val.Len()), Step: b.Step, Reason: reason,
	}, nil
}
