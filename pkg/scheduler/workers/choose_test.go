package workers

import (
	"reflect"
	"testing"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
)

// rich is a challenge that leaves more than any search takes, for two networks.
func rich(_ []gpu.Device, _ string, s trainer.Suggestion) Worth {
	if s.Name != "mlp-64" && s.Name != "mlp-32" {
		return Worth{Left: 1e18}
	}
	return Worth{Spare: 1e18, Left: 1e18}
}

// forgetful is a store that keeps nothing.
type forgetful struct{}

func (forgetful) Put(store.Bucket, string, any) error         { return nil }
func (forgetful) Get(store.Bucket, string, any) (bool, error) { return false, nil }

// searching is a daemon's launcher over a state directory.
func searching(m *market, dir string, book *learned.Book) *Launcher {
	cfg := policy()
	cfg.Epochs, cfg.SpeedLimit = 16, 400
	tr := NewTraining(cfg, dir, m, zap.NewNop())
	tr.Worth, tr.Networks = rich, &book.Networks
	return &Launcher{
		StateDir: dir, Self: "/proc/self/exe", Owner: "test", Training: tr, Log: zap.NewNop(),
		Process: process.Config{SupervisorArgv: []string{"/proc/self/exe", "supervise"}},
	}
}

// Where little is left, the usual network is trained as it was ever, in the challenge's own folder.
func TestSearchOfOne(t *testing.T) {
	task := published(t, many(), 20, 5, t.TempDir())
	dir := t.TempDir()
	l := searching(&market{task: task}, dir, learned.New(forgetful{}))
	usual, err := Suggest(task, l.Training.config())
	if err != nil {
		t.Fatal(err)
	}
	for name, worth := range map[string]Worth{"nothing": {Left: 1e18}, "little": {Spare: 1e8, Left: 1e18}, "starts are dear": {Spare: 1e13, Start: 1e12, Left: 1e18}} {
		l = searching(&market{task: task}, t.TempDir(), learned.New(forgetful{}))
		l.Training.Worth = func([]gpu.Device, string, trainer.Suggestion) Worth { return worth }
		c, err := l.Training.next(make([]gpu.Device, 1), task)
		if err != nil || c.until != 1 || c.dir != l.Training.dir(task.Key) || !reflect.DeepEqual(c.suggestion.Job, usual.Job) || c.note != "mlp-64" {
			t.Errorf("%s: %+v, %v", name, c, err)
		}
	}
	// What a daemon began that knew of no search goes on as it began.
	l = searching(&market{task: task}, t.TempDir(), learned.New(forgetful{}))
	if err := checkpoint.WriteFile(l.Training.keptAt(task.Key), []byte(`{"done": 0.25, "curve": [{"work": 5, "accuracy": 0.5}]}`)); err != nil {
		t.Fatal(err)
	}
	c, err := l.Training.next(make([]gpu.Device, 1), task)
	if p := l.Training.Progress(task.Key); err != nil || c.until != 1 || c.dir != l.Training.dir(task.Key) || !reflect.DeepEqual(c.suggestion.Job, usual.Job) || p.Done != 0.25 {
		t.Errorf("%+v, %v, %+v", c, err, p)
	}
}

// What is not to be reached is given up with its reason, by a later daemon too; another draw begins anew.
func TestSearchStops(t *testing.T) {
	task := published(t, many(), 20, 5, t.TempDir())
	dir, book := t.TempDir(), learned.New(forgetful{})
	l := searching(&market{task: task}, dir, book)
	if _, err := l.Training.next(make([]gpu.Device, 1), task); err != nil {
		t.Fatal(err)
	}
	j := l.Training.known(task.Key)
	for i := range j.search.Trials {
		j.search.Fail(i, "out of memory")
	}
	const why = "not worth it: of 2 networks none gets to 51.0 %: out of memory"
	if _, err := l.Training.next(make([]gpu.Device, 1), task); err == nil || err.Error() != why {
		t.Errorf("%v", err)
	}
	l = searching(&market{task: task}, dir, book)
	if over := l.Training.Progress(task.Key).GivenUp; over != why {
		t.Errorf("%q", over)
	}
	// So it stays until the operator trains otherwise.
	cfg := l.Training.config()
	l.Training.Set(cfg)
	if _, err := l.Training.Network(task); err != nil || l.Training.Progress(task.Key).GivenUp != why {
		t.Errorf("%v, %q", err, l.Training.Progress(task.Key).GivenUp)
	}
	cfg.SearchRatio = 0
	l.Training.Set(cfg)
	if _, err := l.Training.Network(task); err != nil || l.Training.Progress(task.Key).GivenUp != "" {
		t.Errorf("%v, %q", err, l.Training.Progress(task.Key).GivenUp)
	}
	if c, err := l.Training.next(make([]gpu.Device, 1), task); err != nil || c.note != "mlp-64" {
		t.Errorf("%+v, %v", c, err)
	}
	l = searching(&market{task: task}, dir, book)
	task.Challenge.Seed[0]++
	if _, err := l.Training.Network(task); err != nil || l.Training.Progress(task.Key).GivenUp != "" {
		t.Errorf("%v, %q", err, l.Training.Progress(task.Key).GivenUp)
	}
}

// A network that cannot be trained leaves the others; the last one ends the training.
func TestSearchWithoutWhatFails(t *testing.T) {
	task := published(t, many(), 20, 5, t.TempDir())
	tr := searching(&market{task: task}, t.TempDir(), learned.New(forgetful{})).Training
	fails := func() scheduler.Ended {
		c, err := tr.next(make([]gpu.Device, 1), task)
		if err != nil {
			t.Fatal(err)
		}
		w := run(t, tr, task.Key, trainer.ExitBadJob)
		w.task, w.choice = task, c
		return w.Ended()
	}
	if e := fails(); !e.Restart || e.Planned || e.Reason != "mlp-64: the job cannot work; next mlp-32, the last of 2 networks" {
		t.Errorf("%+v", e)
	}
	if over := tr.Progress(task.Key); over.GivenUp != "" || over.Network != "mlp-32" {
		t.Errorf("%+v", over)
	}
	if e := fails(); e.Restart || tr.Progress(task.Key).GivenUp != "training was given up: the job cannot work" {
		t.Errorf("%+v, %+v", e, tr.Progress(task.Key))
	}
	// Where none can be trained it is not for the networks, but for a driver or a program that is missing. A daemon that
	// comes once that is mended has them all.
	later := searching(&market{task: task}, tr.stateDir, learned.New(forgetful{})).Training
	c, err := later.next(make([]gpu.Device, 1), task)
	if over := later.Progress(task.Key); err != nil || over.GivenUp != "" || c.note != "mlp-64, 2 of 2 networks left, to 25 % of its work" {
		t.Errorf("%+v, %+v, %v", c, over, err)
	}
}
