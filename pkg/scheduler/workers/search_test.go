//go:build !race

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

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
)

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
	if len(m.told) != 1 || len(notes) != 3 || !strings.HasPrefix(notes[0], "mlp-64, 2 of 2 networks left, to ") || !strings.Contains(notes[len(notes)-1], "the last of 2 networks") {
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
	if !ok || len(n.Of) != 2 || n.Of[won].Accuracy < 0.6 || n.Of[won].Most != n.Of[won].Accuracy {
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
