package workers

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// rich is a challenge that leaves more than any search takes, unless for the smallest and the largest network.
func rich(_ gpu.Device, _ string, s trainer.Suggestion) Worth {
	if s.Name == "mlp-16" || s.Name == "mlp-128" {
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
	cfg.Epochs, cfg.SpeedLimit = 32, 800
	tr := NewTraining(cfg, dir, m, zap.NewNop())
	tr.Worth, tr.Networks = rich, &book.Networks
	return &Launcher{
		StateDir: dir, Self: "/proc/self/exe", Owner: "test", Training: tr, Log: zap.NewNop(),
		Process: process.Config{SupervisorArgv: []string{"/proc/self/exe", "supervise"}},
	}
}

// searchedThrough trains for a challenge until nothing is left to do. With kills, each daemon dies with its trainer once, in the middle.
func searchedThrough(t *testing.T, task Task, kills bool) (notes []string, m *market, l *Launcher) {
	t.Helper()
	m, dir, book := &market{task: task}, t.TempDir(), learned.New(forgetful{})
	l = searching(m, dir, book)
	for range 100 {
		w, err := (trainers{l}).Launch(t.Context(), gpu.Device{UUID: "GPU-1"}, task.Key)
		if err != nil {
			t.Fatal(err)
		}
		tw := w.(*trainWorker)
		if kill := kills && !slices.Contains(notes, tw.choice.note); kill {
			_ = syscall.Kill(tw.ChildPID(), syscall.SIGKILL) // wherever it is
			<-w.Done()
			l = searching(m, dir, book)
			notes = append(notes, tw.choice.note)
			continue
		}
		if !slices.Contains(notes, tw.choice.note) {
			notes = append(notes, tw.choice.note)
		}
		<-w.Done()
		if e := w.Ended(); !e.Restart {
			return notes, m, l
		}
	}
	t.Fatal("it does not end")
	return nil, nil, nil
}

// A challenge that leaves enough has several networks trained by a real trainer, a part of their work each, and one to its
// end; daemons that are killed on the way come to the same.
func TestSearchTrains(t *testing.T) {
	task := published(t, many(), 20, 5, t.TempDir())
	task.Need = 0.999 // none gets there before its end
	notes, m, l := searchedThrough(t, task, false)
	if len(m.told) != 1 || len(notes) != 7 || !strings.HasPrefix(notes[0], "mlp-64, 4 of 4 networks left, to ") || !strings.Contains(notes[len(notes)-1], "the last of 4 networks") {
		t.Fatalf("%q, %q", notes, m.told)
	}
	won, _, _ := strings.Cut(notes[len(notes)-1], ",")
	entries, err := os.ReadDir(l.Training.dir(task.Key))
	var folders []string
	for _, e := range entries {
		if e.IsDir() {
			folders = append(folders, e.Name())
		}
	}
	if err != nil || !slices.Equal(folders, []string{won}) {
		t.Errorf("folders %q, %v", folders, err)
	}
	if want := fmt.Sprint("dev/1 ", filepath.Join(l.Training.dir(task.Key), "verified.gaq")); !strings.HasPrefix(m.told[0], want) {
		t.Errorf("%q", m.told[0])
	}
	// It went on from where it was left, not from the start.
	log, err := os.ReadFile(filepath.Join(l.Training.dir(task.Key), won, "job.json"))
	if err != nil || !strings.Contains(string(log), won+"/checkpoints") {
		t.Errorf("%s, %v", log, err)
	}
	// The next challenge of the kind knows, and begins with what won.
	of := alike(problem(task, policy()))
	n, ok := l.Training.Networks.Get(of.Like())
	if !ok || len(n.Of) != 4 || n.Of[won].Accuracy < 0.8 || n.Of[won].Most != n.Of[won].Accuracy {
		t.Errorf("%+v", n)
	}
	next := task
	next.Key, next.Need = "dev/2", n.Of[won].Accuracy
	if s, err := l.Training.Network(next); err != nil || s.Name != won {
		t.Errorf("%s, %v", s.Name, err)
	}
	killed, km, _ := searchedThrough(t, task, true)
	if !reflect.DeepEqual(killed, notes) || !reflect.DeepEqual(base(km.told), base(m.told)) {
		t.Errorf("%q %q with kills, %q %q without", killed, km.told, notes, m.told)
	}
}

// base is what was told without its folder.
func base(told []string) (list []string) {
	for _, s := range told {
		list = append(list, filepath.Base(s))
	}
	return list
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
		l.Training.Worth = func(gpu.Device, string, trainer.Suggestion) Worth { return worth }
		c, err := l.Training.next(gpu.Device{}, task)
		if err != nil || c.until != 1 || c.dir != l.Training.dir(task.Key) || !reflect.DeepEqual(c.suggestion.Job, usual.Job) || c.note != "mlp-64" {
			t.Errorf("%s: %+v, %v", name, c, err)
		}
	}
}

// What is not to be reached is given up with its reason, by a later daemon too; another draw begins anew.
func TestSearchStops(t *testing.T) {
	task := published(t, many(), 20, 5, t.TempDir())
	dir, book := t.TempDir(), learned.New(forgetful{})
	l := searching(&market{task: task}, dir, book)
	if _, err := l.Training.next(gpu.Device{}, task); err != nil {
		t.Fatal(err)
	}
	j := l.Training.known(task.Key)
	for i := range j.search.Trials {
		j.search.Fail(i, "out of memory")
	}
	const why = "not worth it: of 4 networks none gets to 51.0 %: out of memory"
	if _, err := l.Training.next(gpu.Device{}, task); err == nil || err.Error() != why {
		t.Errorf("%v", err)
	}
	l = searching(&market{task: task}, dir, book)
	if over := l.Training.Progress(task.Key).GivenUp; over != why {
		t.Errorf("%q", over)
	}
	task.Challenge.Seed[0]++
	if _, err := l.Training.Network(task); err != nil || l.Training.Progress(task.Key).GivenUp != "" {
		t.Errorf("%v, %q", err, l.Training.Progress(task.Key).GivenUp)
	}
}
