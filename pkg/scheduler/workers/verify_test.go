package workers

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// liar is a trainer that says done as it was told to, over files that were put
// there before.
type liar struct {
	task  Task
	model []byte // what lies at the artifact's place
	done  trainer.Done
	place func(path string) // puts something else there
}

// launch runs it as the daemon would run a trainer, to its end.
func (l liar) launch(t *testing.T) (*trainWorker, *market, *Training) {
	t.Helper()
	dir := t.TempDir()
	m := &market{task: l.task}
	tr := NewTraining(policy(), dir, m, zap.NewNop())
	folder := tr.dir(l.task.Key)
	artifact := filepath.Join(folder, "model.gaq")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if l.place != nil {
		l.place(artifact)
	} else if err := os.WriteFile(artifact, l.model, 0o600); err != nil {
		t.Fatal(err)
	}
	if l.done.Artifact == "" {
		l.done.Artifact = artifact
	}
	if l.done.SHA256 == "" {
		sum := sha256.Sum256(l.model)
		l.done.SHA256 = hex.EncodeToString(sum[:])
	}
	l.done.Acc, l.done.Reason, l.done.Step = float64(l.done.Right)/float64(l.done.Total), "target", 7
	said, err := trainer.Encode(l.done)
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(dir, "trainer")
	if err := os.WriteFile(program, fmt.Appendf(nil, "#!/bin/sh\ncat <<'END'\n%sEND\n", said), 0o700); err != nil {
		t.Fatal(err)
	}
	w, err := (trainers{&Launcher{
		StateDir: dir, Self: program, Owner: "test", Training: tr, Log: zap.NewNop(),
		Process: process.Config{SupervisorArgv: []string{"/proc/self/exe", "supervise"}},
	}}).Launch(t.Context(), gpu.Device{UUID: "GPU-1"}, l.task.Key)
	if err != nil {
		t.Fatal(err)
	}
	select {
	case <-w.Done():
	case <-time.After(time.Minute):
		t.Fatal("it does not end")
	}
	return w.(*trainWorker), m, tr
}

// honest is a trainer that tells the truth of a network that only guesses.
func honest(t *testing.T, set *dataset.Set, drawn int) (liar, trainer.Job) {
	t.Helper()
	task := published(t, set, drawn, 5, t.TempDir())
	s, err := Suggest(task, policy())
	if err != nil {
		t.Fatal(err)
	}
	job, err := buildJob(task, policy(), s, t.TempDir(), 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	data, err := bundleOf(t.Context(), task)
	if err != nil {
		t.Fatal(err)
	}
	if job.Folds == 0 {
		if _, data, err = data.Split(job.Validation, job.Seed); err != nil {
			t.Fatal(err)
		}
	}
	n := guess(t, task)
	right := model.NewEvaluator(n).CountRight(data.Pixels, data.Labels)
	return liar{task: task, model: bytesOf(t, n), done: trainer.Done{Right: right, Total: data.Len()}}, job
}

func many() *dataset.Set { return dataset.SmallDigits(2760, 3) }

func TestHonestTrainer(t *testing.T) {
	l, job := honest(t, many(), 20)
	if job.Folds != 0 {
		t.Fatal("the job is cross-validated")
	}
	w, m, tr := l.launch(t)
	e := w.Ended()
	if e.Restart || !strings.HasPrefix(e.Reason, "trained (target): int8 validation accuracy 0.") || len(m.told) != 1 {
		t.Fatalf("%+v, %v", e, m.told)
	}
	// The market gets a copy that the trainer does not know of.
	artifact := filepath.Join(tr.dir("dev/1"), "verified.gaq")
	if want := fmt.Sprint("dev/1 ", artifact, " ", float64(l.done.Right)/float64(l.done.Total)); m.told[0] != want {
		t.Errorf("%q, want %q", m.told[0], want)
	}
	if b, err := os.ReadFile(artifact); err != nil || !bytes.Equal(b, l.model) {
		t.Errorf("another model: %v", err)
	}
	// Nobody trains it again before the market has taken the model.
	if over := tr.Progress("dev/1").GivenUp; over != Trained {
		t.Errorf("%q", over)
	}
	// A daemon that dies before that is followed by one that knows that the work
	// is done, though it ended long before the last epoch.
	if p := NewTraining(policy(), tr.stateDir, m, zap.NewNop()).Progress("dev/1"); p.Done != 1 || p.GivenUp != "" {
		t.Errorf("%+v", p)
	}
	if _, j := tr.job("dev/1"); j.given != "" {
		t.Error("a job that is launched again is over")
	}
}

// Whatever a trainer lies about, the market does not hear of it, and the reason
// says what it was.
func TestLyingTrainer(t *testing.T) {
	truth, _ := honest(t, many(), 20)
	elsewhere := filepath.Join(t.TempDir(), "model.gaq")
	if err := os.WriteFile(elsewhere, truth.model, 0o600); err != nil {
		t.Fatal(err)
	}
	narrow := guess(t, published(t, dataset.SmallDigits(2760, 3), 20, 6, t.TempDir()))
	narrow.Input = model.Shape{Channels: 1, Height: 1, Width: 4}
	narrow.Layers[0].Weights = narrow.Layers[0].Weights[:4*narrow.Layers[0].Outputs]
	wide := &model.Network{Input: model.Shape{Channels: 1, Height: 16, Width: 16}, Layers: []model.Layer{
		{Kind: model.Conv3x3, Outputs: 2, Bias: make([]int32, 2), Weights: make([]int8, 18), Shift: 8},
		{Kind: model.Dense, Outputs: 10, Bias: make([]int32, 10), Weights: make([]int8, 5120)},
	}}
	for name, c := range map[string]struct {
		change func(l *liar)
		want   string
	}{
		"another path":    {func(l *liar) { l.done.Artifact = elsewhere }, "it names the artifact"},
		"another hash":    {func(l *liar) { l.done.SHA256 = strings.Repeat("ab", 32) }, "announced was abab"},
		"a symbolic link": {func(l *liar) { l.place = func(p string) { must(t, os.Symlink(elsewhere, p)) } }, "too many levels of symbolic links"},
		"a pipe":          {func(l *liar) { l.place = func(p string) { must(t, syscall.Mkfifo(p, 0o600)) } }, "no regular file"},
		"a folder":        {func(l *liar) { l.place = func(p string) { must(t, os.Mkdir(p, 0o700)) } }, "no regular file"},
		"nothing":         {func(l *liar) { l.place = func(string) {} }, "no such file"},
		"a huge file": {func(l *liar) {
			l.place = func(p string) { must(t, os.WriteFile(p, nil, 0o600), os.Truncate(p, 1<<40)) }
		}, "over the size limit"},
		"no model":         {func(l *liar) { l.model = []byte("GAQ1 but not really") }, "activations"},
		"a wrong accuracy": {func(l *liar) { l.done.Right++ }, "the daemon counts"},
		"too modest":       {func(l *liar) { l.done.Right-- }, "the daemon counts"},
		"all right of few": {func(l *liar) { l.done.Right, l.done.Total = 3, 3 }, "the daemon counts"},
		"another shape":    {func(l *liar) { l.model = bytesOf(t, narrow) }, "the challenge has 256 and 10"},
		"another kind":     {func(l *liar) { l.model = bytesOf(t, wide) }, "takes dense layers"},
		"what does not fit": {func(l *liar) { // the suggestion, all zeroes, does
			l.task.Fits = func(n model.Integer) bool { return n.(*model.Network).Layers[0].Weights[1] == 0 }
		}, "over the size limit"},
	} {
		t.Run(name, func(t *testing.T) {
			l := truth
			c.change(&l)
			w, m, tr := l.launch(t)
			e := w.Ended()
			if !e.Restart || !strings.Contains(e.Reason, "it is not believed: ") || !strings.Contains(e.Reason, c.want) || len(m.told) != 0 {
				t.Errorf("%+v, told %v; want %q", e, m.told, c.want)
			}
			if _, err := os.Stat(filepath.Join(tr.dir("dev/1"), "verified.gaq")); err == nil {
				t.Error("what is not believed is kept as verified")
			}
			if p := tr.Progress("dev/1"); p.Done == 1 && w.progress.Total > 0 {
				t.Errorf("%+v", p)
			}
		})
	}
}

func must(t *testing.T, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

// One that keeps lying is given up, with what it lied about.
func TestLiarIsGivenUp(t *testing.T) {
	l, _ := honest(t, many(), 20)
	l.done.Right++
	w, m, tr := l.launch(t)
	var e scheduler.Ended
	for range trainer.DefaultRestartPolicy().Failures + 1 {
		e = w.Ended()
	}
	if over := tr.Progress("dev/1").GivenUp; e.Restart || !strings.HasPrefix(over, "training was given up: ") || !strings.Contains(over, "the daemon counts") || len(m.told) != 0 {
		t.Errorf("%+v, %q", e, over)
	}
}

// Of a cross-validated model nothing unknown is left: what it claims is taken, but
// not more than it gets right of what it knows.
func TestCrossValidatedClaimIsClipped(t *testing.T) {
	l, job := honest(t, table(t, "iris"), 3)
	if job.Folds == 0 {
		t.Fatal("the job is not cross-validated")
	}
	known := l.done.Right
	for claim, want := range map[int]int{known: known, known - 1: known - 1, l.done.Total: known} {
		l.done.Right = claim
		w, m, _ := l.launch(t)
		e := w.Ended()
		if suffix := fmt.Sprint(" ", float64(want)/float64(l.done.Total)); e.Restart || len(m.told) != 1 || !strings.HasSuffix(m.told[0], suffix) {
			t.Errorf("claimed %d of %d, %d known: %+v, %v", claim, l.done.Total, known, e, m.told)
		}
	}
	l.done.Right, l.done.Total = 1, 1
	if w, m, _ := l.launch(t); !w.Ended().Restart || len(m.told) != 0 {
		t.Errorf("one right of one: %v", m.told)
	}
}

// A check ends with its context, and then nothing is believed.
func TestCheckIsInterrupted(t *testing.T) {
	l, job := honest(t, many(), 20)
	must(t, os.WriteFile(job.Artifact, l.model, 0o600))
	sum := sha256.Sum256(l.model)
	l.done.Artifact, l.done.SHA256 = job.Artifact, hex.EncodeToString(sum[:])
	ctx, cancel := context.WithCancel(t.Context())
	if b := verify(ctx, l.task, job, l.done, t.TempDir()); b.err != nil {
		t.Error(b.err)
	}
	cancel()
	if b := verify(ctx, l.task, job, l.done, t.TempDir()); b.err == nil || b.artifact != "" {
		t.Errorf("%+v", b)
	}
}

// A trainer that is stopped is done when it is gone, and its word is not asked for.
func TestTrainerIsStopped(t *testing.T) {
	tr := NewTraining(policy(), t.TempDir(), &market{}, zap.NewNop())
	_, j := tr.job("dev/1")
	w := &trainWorker{training: tr, key: "dev/1", job: j, heard: time.Now()}
	var err error
	w.Worker, err = process.Start(t.Context(), process.Config{SupervisorArgv: []string{"/proc/self/exe", "supervise"}}, process.Spec{
		Argv: []string{"/bin/sleep", "60"}, Owner: "test", Grace: time.Second,
	})
	if err != nil {
		t.Fatal(err)
	}
	w.follow()
	select {
	case <-w.Done():
		t.Fatal("it is done before it is stopped")
	default:
	}
	w.Stop(t.Context())
	select {
	case <-w.Done():
	default:
		t.Fatal("it is stopped and not done")
	}
	if w.believed != (believed{}) {
		t.Errorf("%+v", w.believed)
	}
}
