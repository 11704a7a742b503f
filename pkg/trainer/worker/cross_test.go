//go:build !race || nocheckptr

package worker

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// tablePath is one of the committed tables.
func tablePath(t testing.TB, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "testdata", "tables", name))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// crossJob is a small cross-validated job: 3 folds of 100 of iris' rows, so 2
// recipes of 3 x 10 x 6 and 3 x 5 x 6 steps, and at most 10 x 9 on all rows.
func crossJob(t *testing.T) trainer.Job {
	t.Helper()
	job := testJob(t)
	job.Data.Source = &dataset.Source{Format: dataset.FormatCSV, Images: []string{tablePath(t, "iris.csv")}}
	job.Batch, job.MaxShift, job.Epochs, job.Folds = 16, 0, 10, 3
	job.Recipes = []trainer.Recipe{{Part: 1, Rate: 1e-2, Decay: 1, Smooth: 0.1}, {Part: 0.5, Rate: 1e-2, Decay: 0.1}}
	return job
}

func TestCrossValidatedJob(t *testing.T) {
	job := crossJob(t)
	code, events := here(t, job)
	if code != trainer.ExitDone {
		t.Fatalf("exit %d: %+v", code, events)
	}
	ready, done := events[1].(trainer.Ready), final[trainer.Done](t, events)
	if ready.Train != 150 || ready.Validation != 150 || ready.Total != 180+90+90 || ready.Step != 0 || ready.MACs != 4*16+16*3 {
		t.Errorf("%+v", ready)
	}
	if done.Reason != "epochs" || done.Total != 150 || done.Right < 115 || done.Step > ready.Total || done.Step < 180+90+45 {
		t.Errorf("%+v", done)
	}
	b, err := os.ReadFile(done.Artifact)
	if err != nil || sha256Hex(b) != done.SHA256 {
		t.Fatalf("artifact %s, announced %s, %v", sha256Hex(b), done.SHA256, err)
	}
	if _, err := model.Parse(b); err != nil {
		t.Error(err)
	}
	// Run again, it ends at once with the same model, even without the file.
	if err := os.Remove(done.Artifact); err != nil {
		t.Fatal(err)
	}
	code, events = here(t, job)
	if again := final[trainer.Done](t, events); code != trainer.ExitDone || again != done || events[1].(trainer.Ready).BestAcc == 0 {
		t.Errorf("again: exit %d, %+v", code, again)
	}
	if after, err := os.ReadFile(done.Artifact); err != nil || !bytes.Equal(after, b) {
		t.Errorf("another model, %v", err)
	}
	// Progress never says more than there is, nor goes back.
	at := 0
	for _, e := range events {
		if p, ok := e.(trainer.Progress); ok {
			if p.Step < at || p.Step > p.Total {
				t.Errorf("%+v after %d", p, at)
			}
			at = p.Step
		}
	}
}

// sameCrossEnd checks that the job ended as if it had never been interrupted.
func sameCrossEnd(t *testing.T, job trainer.Job) {
	t.Helper()
	artifact, err := os.ReadFile(job.Artifact)
	if err != nil {
		t.Fatal(err)
	}
	got, want := latest(t, job), straight(t, job)
	if !bytes.Equal(got.Files[studyFile], want.Files[studyFile]) || got.Manifest.Step != want.Manifest.Step {
		t.Errorf("ended at %+v, uninterrupted at %+v", got.Manifest, want.Manifest)
	}
	other := job
	other.CheckpointDir, other.Artifact, other.Threads, other.SpeedLimit = t.TempDir(), filepath.Join(t.TempDir(), "m"), 1, 0
	if code, events := here(t, other); code != trainer.ExitDone {
		t.Fatalf("exit %d: %+v", code, events)
	}
	if b, err := os.ReadFile(other.Artifact); err != nil || !bytes.Equal(b, artifact) {
		t.Errorf("on one processor it ends with another model, %v", err)
	}
}

func TestCrossTerminated(t *testing.T) {
	job := crossJob(t)
	job.SpeedLimit = 40
	terminated(t, job, 40, 300)
	sameCrossEnd(t, job)
}

func TestCrossKilled(t *testing.T) {
	job := crossJob(t)
	job.SpeedLimit, job.CheckpointEveryS = 100, 0.05
	killed(t, job)
	sameCrossEnd(t, job)
}

// What ends it early leaves a model, and an honest word of it.
func TestCrossEndsEarly(t *testing.T) {
	for reason, change := range map[string]func(*trainer.Job){
		"target": func(j *trainer.Job) { j.Target, j.Margin, j.Holdout = 0.7, 0.01, 30 },
		"time":   func(j *trainer.Job) { j.Epochs, j.MaxSeconds = 1_000_000, 0.5 },
	} {
		t.Run(reason, func(t *testing.T) {
			job := crossJob(t)
			change(&job)
			code, events := here(t, job)
			done := final[trainer.Done](t, events)
			if code != trainer.ExitDone || done.Reason != reason || done.Step >= events[1].(trainer.Ready).Total {
				t.Errorf("exit %d, %+v", code, done)
			}
			b, err := os.ReadFile(job.Artifact)
			if err != nil {
				t.Fatal(err)
			}
			n, err := model.Parse(b)
			if err != nil {
				t.Fatal(err)
			}
			all, err := load(job.Data)
			if err != nil {
				t.Fatal(err)
			}
			if known := model.NewEvaluator(n).CountRight(all.Pixels, all.Labels); done.Right > known {
				t.Errorf("claims %d, knows %d", done.Right, known)
			}
		})
	}
}

func TestCrossFailures(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*trainer.Job)
		code   int
		class  string
	}{
		"augmentation": {func(j *trainer.Job) { j.MaxShift = 1 }, trainer.ExitBadJob, classJob},
		"no recipes":   {func(j *trainer.Job) { j.Recipes = nil }, trainer.ExitBadJob, classJob},
		"few rows": {func(j *trainer.Job) {
			j.Folds = 20
			j.Data.Source = &dataset.Source{Format: dataset.FormatDigits, Count: 9}
		}, trainer.ExitBadJob, classJob},
		"diverges":   {func(j *trainer.Job) { j.Recipes[0].Rate, j.Recipes[0].Decay, j.Epochs = 10, 10, 100 }, trainer.ExitBadJob, classDiverged},
		"checkpoint": {func(j *trainer.Job) { j.CheckpointDir = "/dev/null/x" }, trainer.ExitBug, classCheckpoint},
	} {
		t.Run(name, func(t *testing.T) {
			job := crossJob(t)
			c.change(&job)
			code, events := here(t, job)
			if f := final[trainer.Failure](t, events); code != c.code || f.Class != c.class || f.Msg == "" {
				t.Errorf("exit %d, %+v; want %d, %s", code, f, c.code, c.class)
			}
		})
	}
}

// A damaged checkpoint is passed over for the one before.
func TestCrossDamagedCheckpoint(t *testing.T) {
	job := crossJob(t)
	job.CheckpointEveryS, job.SpeedLimit = 0.05, 400
	if code, events := here(t, job); code != trainer.ExitDone {
		t.Fatalf("exit %d: %+v", code, events)
	}
	passedOver(t, job, studyFile)
	sameCrossEnd(t, job)
}
