//go:build e2e

package e2e

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// Two ranks do what one does, in the same steps, and always the same.
func TestPyTorchRanksTrainAsOneDoes(t *testing.T) {
	script := pytorch(t)
	two := func(j *trainer.Job) { j.Epochs, j.Rate, j.Ranks, j.Threads = 12, 5e-3, 2, 2 }
	alone := seconds(t, func(j *trainer.Job) { j.Epochs, j.Rate = 12, 5e-3 })
	whole, broken := seconds(t, two), seconds(t, two)

	one, both := ends(t, script, alone), ends(t, script, whole)
	losses := validated(one)
	if len(losses) != 12 {
		t.Errorf("one rank validates %d times", len(losses))
	}
	for step, loss := range validated(both) {
		if alone, ok := losses[step]; !ok || math.Abs(loss-alone) > 1e-3 {
			t.Errorf("step %d: loss %v, one rank has %v", step, loss, alone)
		}
	}
	again(t, alone, func(j *trainer.Job) { j.Ranks = 2 })
	if r := ends(t, script, alone); latest[trainer.Ready](r).Step != latest[trainer.Ready](r).Total {
		t.Errorf("two ranks begin at %+v what one has done", latest[trainer.Ready](r))
	}

	// Stopped as the daemon does it, and by a signal that reaches one rank only: all of them agree. Slowly, so that the
	// end does not come first where this process has to wait for the processor.
	again(t, broken, func(j *trainer.Job) { j.SpeedLimit = 8 })
	step := 0
	for _, stop := range []struct {
		at  int
		who func(r *ran) int
	}{{1, func(r *ran) int { return -r.pid }}, {9, func(r *ran) int { return rank(t, r.pid, 1) }}} {
		r := follow(t, script, broken, at(stop.at, func(r *ran) { r.signal(t, stop.who(r), syscall.SIGTERM) }))
		if r.code != trainer.ExitPreempted {
			t.Fatalf("stopped at %d: exit %d", stop.at, r.code)
		}
		if begun := latest[trainer.Ready](r).Step; begun != step {
			t.Errorf("goes on at %d, its checkpoint was of %d", begun, step)
		}
		if step = latest[trainer.Checkpoint](r).Step; step < stop.at || count[trainer.Checkpoint](r) != 1 {
			t.Errorf("stopped at %d: %d checkpoints, the last of %d", stop.at, count[trainer.Checkpoint](r), step)
		}
	}
	other := seconds(t, two)
	if err := os.CopyFS(filepath.Join(other, "checkpoints"), os.DirFS(filepath.Join(broken, "checkpoints"))); err != nil {
		t.Fatal(err)
	}
	for _, last := range []struct {
		dir   string
		ranks int
		off   float64 // by so much a loss may be off that of two ranks that were not stopped
	}{{broken, 2, 0}, {other, 1, 1e-3}} {
		again(t, last.dir, func(j *trainer.Job) { j.Ranks, j.SpeedLimit = last.ranks, 0 })
		r := ends(t, script, last.dir)
		if begun := latest[trainer.Ready](r).Step; begun != step {
			t.Errorf("%d ranks go on at %d, the checkpoint was of %d", last.ranks, begun, step)
		}
		for step, loss := range validated(r) {
			if want := validated(both)[step]; !(math.Abs(loss-want) <= last.off) {
				t.Errorf("step %d, with %d ranks: loss %v, without a stop %v", step, last.ranks, loss, want)
			}
		}
	}
	sameModel(t, whole, broken)
	fresh := seconds(t, two)
	if a, b := fmt.Sprint(validated(both)), fmt.Sprint(validated(ends(t, script, fresh))); a != b {
		t.Errorf("losses %s, and in another run %s", a, b)
	}
	sameModel(t, whole, fresh)
}

// A rank that dies or hangs ends the job, and none outlives the one that was started.
func TestPyTorchRanksDieTogether(t *testing.T) {
	script := pytorch(t)
	for _, c := range []struct {
		name string
		who  func(r *ran) int
		what syscall.Signal
		code int
		word string  // of the error
		wait float64 // the grace
	}{
		{"one is killed", func(r *ran) int { return rank(t, r.pid, 1) }, syscall.SIGKILL, trainer.ExitBug, "rank 1 was killed by signal 9", 0},
		{"one hangs", func(r *ran) int { return rank(t, r.pid, 1) }, syscall.SIGSTOP, trainer.ExitBug, "rank 1 shows no life", 6},
		{"the first is killed", func(r *ran) int { return r.pid }, syscall.SIGKILL, -1, "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := seconds(t, func(j *trainer.Job) { j.Epochs, j.Ranks, j.Threads, j.GraceS = 100_000, 2, 2, c.wait })
			r := follow(t, script, dir, at(1, func(r *ran) { r.signal(t, c.who(r), c.what) }))
			failure := latest[trainer.Failure](r)
			if r.code != c.code || !strings.Contains(failure.Msg, c.word) || c.code > 0 && failure.Class != "bug" {
				t.Errorf("exit %d, %+v", r.code, failure)
			}
		})
	}
	t.Run("asked to stop before ready", func(t *testing.T) {
		dir := seconds(t, func(j *trainer.Job) { j.Ranks = 2 })
		asked := false
		r := follow(t, script, dir, func(r *ran, _ trainer.Event) {
			if !asked {
				asked = true
				r.signal(t, -r.pid, syscall.SIGTERM)
			}
		})
		if r.code != trainer.ExitPreempted {
			t.Errorf("exit %d, %+v", r.code, r.events)
		}
	})
}

// ends has a trainer do a job to its end.
func ends(t *testing.T, script, dir string) *ran {
	t.Helper()
	r := follow(t, script, dir, nil)
	if r.code != trainer.ExitDone {
		t.Fatalf("exit %d: %+v", r.code, latest[trainer.Failure](r))
	}
	return r
}

func latest[E trainer.Event](r *ran) (last E) {
	for _, e := range r.events {
		if e, ok := e.(E); ok {
			last = e
		}
	}
	return last
}

func count[E trainer.Event](r *ran) (n int) {
	for _, e := range r.events {
		if _, ok := e.(E); ok {
			n++
		}
	}
	return n
}

// validated are the losses at the ends of epochs, which are said whatever the clock says.
func validated(r *ran) map[int]float64 {
	losses, each := map[int]float64{}, latest[trainer.Ready](r).Total/12
	for _, e := range r.events {
		if p, ok := e.(trainer.Progress); ok && p.Step > 0 && p.Step%each == 0 {
			losses[p.Step] = p.Loss
		}
	}
	return losses
}

// group are the processes of a group that live.
func group(t *testing.T, id int) (pids []int) {
	for _, p := range processes(t) {
		if p.group == id {
			pids = append(pids, p.pid)
		}
	}
	return pids
}

// rank is the process of a rank other than 0, whose process is parent.
func rank(t *testing.T, parent, rank int) int {
	t.Helper()
	for _, p := range processes(t) {
		line, _ := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", p.pid))
		if p.parent == parent && bytes.HasSuffix(line, fmt.Appendf(nil, "--rank\x00%d\x00", rank)) {
			return p.pid
		}
	}
	t.Fatalf("process %d has no rank %d", parent, rank)
	return 0
}

type processState struct{ pid, parent, group int }

// processes are those that live; what has ended, and is not yet waited for, does not.
func processes(t *testing.T) (all []processState) {
	t.Helper()
	files, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			continue // ended since
		}
		f := strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:])) // proc_pid_stat(5)
		if f[0] == "Z" || f[0] == "X" {
			continue
		}
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(file)))
		parent, err2 := strconv.Atoi(f[1])
		group, err3 := strconv.Atoi(f[2])
		if err != nil || err2 != nil || err3 != nil {
			t.Fatalf("%s: %s", file, text)
		}
		all = append(all, processState{pid, parent, group})
	}
	return all
}
