//go:build !race || nocheckptr

// The race detector turns on the compiler's pointer checks, which the tensor
// library's kernels do not pass (they step one past their slices). To run these
// tests under it: go test -race -tags nocheckptr -gcflags=github.com/gomlx/...=-d=checkptr=0

package worker

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"
	"testing"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/checkpoint"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/engine"
)

const jobVariable = "WORKER_TEST_JOB"

// TestMain is the worker itself where the variable is set: the tests start the
// test binary again to have a real process to signal and kill.
func TestMain(m *testing.M) {
	if job := os.Getenv(jobVariable); job != "" {
		ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
		code := Main(ctx, job, os.Stdout, zap.NewNop())
		stop()
		os.Exit(code)
	}
	os.Exit(m.Run())
}

// testJob is a small job of 4 epochs of 20 steps in a directory of its own.
func testJob(t *testing.T) trainer.Job {
	dir := t.TempDir()
	job := trainer.Defaults()
	job.ID, job.Family, job.Hidden, job.Epochs, job.Seed = "test", trainer.MLP, []int{16}, 4, 11
	job.Data.Source = &dataset.Source{Format: dataset.FormatDigits, Count: 711, Seed: 5, Side: 16}
	job.Batch, job.MaxShift = 32, 1
	job.CheckpointDir, job.Artifact = filepath.Join(dir, "checkpoints"), filepath.Join(dir, "out", "model")
	return job
}

// longJob is the same in 20 epochs: however late a busy machine looks, it is not over.
func longJob(t *testing.T) trainer.Job {
	job := testJob(t)
	job.Epochs = 20
	return job
}

func writeJob(t *testing.T, job trainer.Job) string {
	t.Helper()
	b, err := json.Marshal(job)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "job.json")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) events(t *testing.T) []trainer.Event {
	t.Helper()
	l.mu.Lock()
	defer l.mu.Unlock()
	var events []trainer.Event
	for line := range bytes.Lines(l.b.Bytes()) {
		e, err := trainer.ParseEvent(line)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		events = append(events, e)
	}
	return events
}

// here runs a job in this process.
func here(t *testing.T, job trainer.Job) (int, []trainer.Event) {
	t.Helper()
	var out lockedBuffer
	code := Main(t.Context(), writeJob(t, job), &out, zap.NewNop())
	return code, out.events(t)
}

func final[E trainer.Event](t *testing.T, events []trainer.Event) E {
	t.Helper()
	var none E
	if len(events) == 0 {
		t.Fatal("no events")
	}
	e, ok := events[len(events)-1].(E)
	if !ok {
		t.Fatalf("the last event is %T %+v, want %T", events[len(events)-1], events[len(events)-1], none)
	}
	return e
}

// child is a job in a process of its own.
type child struct {
	cmd    *exec.Cmd
	stdout io.ReadCloser
	lines  *bufio.Scanner
}

func start(t *testing.T, job trainer.Job) *child {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), jobVariable+"="+writeJob(t, job))
	cmd.Stderr = os.Stderr
	r, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	return &child{cmd: cmd, stdout: r, lines: bufio.NewScanner(r)}
}

// until reads events up to the first that f likes; nil at the end of output.
func (c *child) until(t *testing.T, f func(trainer.Event) bool) trainer.Event {
	t.Helper()
	for c.lines.Scan() {
		e, err := trainer.ParseEvent(c.lines.Bytes())
		if err != nil {
			t.Fatalf("%s: %v", c.lines.Bytes(), err)
		}
		if f(e) {
			return e
		}
	}
	return nil
}

func is[E trainer.Event](e trainer.Event) bool { _, ok := e.(E); return ok }

func (c *child) wait(t *testing.T) trainer.Exit {
	t.Helper()
	_ = c.cmd.Wait() // the exit code is looked at
	s := c.cmd.ProcessState.Sys().(syscall.WaitStatus)
	if s.Signaled() {
		return trainer.Exit{Code: -1, Signal: int(s.Signal())}
	}
	return trainer.Exit{Code: s.ExitStatus()}
}

// latest is a job's newest checkpoint.
func latest(t *testing.T, job trainer.Job) *checkpoint.Loaded {
	t.Helper()
	found, skipped, err := checkpoint.Store{Dir: job.CheckpointDir, Keep: keep}.Load(job.Hash())
	if err != nil || found == nil || len(skipped) > 0 {
		t.Fatalf("checkpoint %v, skipped %v, %v", found, skipped, err)
	}
	return found
}

// straight runs the job without interruption, for comparison.
func straight(t *testing.T, job trainer.Job) *checkpoint.Loaded {
	t.Helper()
	other := testJob(t)
	job.CheckpointDir, job.Artifact, job.SpeedLimit, job.CheckpointEveryS = other.CheckpointDir, other.Artifact, 0, 1e5
	if code, events := here(t, job); code != trainer.ExitDone {
		t.Fatalf("exit %d: %+v", code, events)
	}
	return latest(t, job)
}

// sameEnd checks that the job ended as if it had never been interrupted: the
// same weights, moments and integer model, bit for bit.
func sameEnd(t *testing.T, job trainer.Job) {
	t.Helper()
	got, want := latest(t, job), straight(t, job)
	if got.Manifest.Step != want.Manifest.Step || got.Manifest.Best != want.Manifest.Best || got.Manifest.ValRight != want.Manifest.ValRight {
		t.Errorf("ended at %+v, uninterrupted at %+v", got.Manifest, want.Manifest)
	}
	for _, name := range []string{stateFile, BestModel, BestState} {
		if !bytes.Equal(got.Files[name], want.Files[name]) {
			t.Errorf("%s differs from the uninterrupted run's", name)
		}
	}
}

// The last checkpoint holds the model that was handed in, even where one was written between
// the last step and its validation.
func TestTheLastCheckpointIsOfTheModel(t *testing.T) {
	job := testJob(t)
	job.CheckpointEveryS, job.SpeedLimit = 0.01, 50 // one at every step
	if code, events := here(t, job); code != trainer.ExitDone {
		t.Fatalf("exit %d: %+v", code, events)
	}
	handedIn, err := os.ReadFile(job.Artifact)
	if m := latest(t, job); err != nil || m.Manifest.Validated != m.Manifest.Step || !bytes.Equal(m.Files[BestModel], handedIn) {
		t.Errorf("the last checkpoint is of step %d and validated at %d; of the same model: %v (%v)", m.Manifest.Step, m.Manifest.Validated, bytes.Equal(m.Files[BestModel], handedIn), err)
	}
}

func TestDone(t *testing.T) {
	job := testJob(t)
	code, events := here(t, job)
	if code != trainer.ExitDone {
		t.Fatalf("exit %d: %+v", code, events)
	}
	done := final[trainer.Done](t, events)
	if !is[trainer.Hello](events[0]) || !is[trainer.Ready](events[1]) {
		t.Errorf("events begin with %+v, %+v", events[0], events[1])
	}
	ready := events[1].(trainer.Ready)
	if ready.Train != 640 || ready.Validation != 71 || ready.Total != 80 || ready.Step != 0 || ready.MACs != 256*16+16*10 {
		t.Errorf("%+v", ready)
	}
	if done.Reason != "epochs" || done.Total != 71 {
		t.Errorf("%+v", done)
	}
	// The artifact is what was announced, and gets right what was claimed.
	b, err := os.ReadFile(done.Artifact)
	if err != nil || sha256Hex(b) != done.SHA256 {
		t.Fatalf("artifact %s, announced %s, %v", sha256Hex(b), done.SHA256, err)
	}
	n, err := model.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	all, err := load(job.Data)
	if err != nil {
		t.Fatal(err)
	}
	_, val, err := all.Split(job.Validation, job.Seed)
	if err != nil {
		t.Fatal(err)
	}
	if right := model.NewEvaluator(n).CountRight(val.Pixels, val.Labels); right != done.Right {
		t.Errorf("the artifact gets %d right, announced %d", right, done.Right)
	}
	// The checkpoint holds the floats that the artifact was made of.
	e, err := engine.New(spec(&job, all), engine.Options{Batch: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	if err := e.ReadState(bytes.NewReader(latest(t, job).Files[BestState])); err != nil {
		t.Fatal(err)
	}
	if right, err := e.CountRight(val.Pixels, val.Labels); err != nil || e.Steps() != done.Step || float64(right)/71 != done.AccFloat {
		t.Errorf("as floats of step %d it gets %d right (%v), announced %v of step %d", e.Steps(), right, err, done.AccFloat, done.Step)
	}
	// Run again, it ends at once with the same model, even without the file.
	if err := os.Remove(done.Artifact); err != nil {
		t.Fatal(err)
	}
	code, events = here(t, job)
	if again := final[trainer.Done](t, events); code != trainer.ExitDone || again != done {
		t.Errorf("again: exit %d, %+v", code, again)
	}
	if _, err := os.Stat(done.Artifact); err != nil {
		t.Error(err)
	}
}

func TestEarlyStops(t *testing.T) {
	for reason, change := range map[string]func(*trainer.Job){
		"target":   func(j *trainer.Job) { j.Epochs, j.Target, j.Margin = 100, 0.1, 0.05 },
		"patience": func(j *trainer.Job) { j.Epochs, j.Patience, j.Rate = 5000, 3, 1e-9 },
		"time":     func(j *trainer.Job) { j.Epochs, j.MaxSeconds = 1_000_000, 0.3 },
	} {
		t.Run(reason, func(t *testing.T) {
			job := testJob(t)
			change(&job)
			code, events := here(t, job)
			done := final[trainer.Done](t, events)
			if code != trainer.ExitDone || done.Reason != reason {
				t.Errorf("exit %d, %+v", code, done)
			}
			if reason == "target" && done.Acc < 0.15 {
				t.Errorf("stopped at %v, want 0.15", done.Acc)
			}
		})
	}
}

func TestTimeBeforeFirstEpoch(t *testing.T) {
	job := testJob(t)
	job.MaxSeconds, job.SpeedLimit = 0.2, 20 // an epoch would take a second
	code, events := here(t, job)
	if done := final[trainer.Done](t, events); code != trainer.ExitDone || done.Reason != "time" || done.Step == 0 || done.Step >= 20 {
		t.Errorf("exit %d, %+v", code, done)
	}
}

func TestTerminated(t *testing.T) {
	job := longJob(t)
	job.SpeedLimit = 40
	terminated(t, job, 25, 400)
	sameEnd(t, job)
}

// terminated asks a job to end after a step, which it does before another one, with its
// work saved, and lets it go on to its end.
func terminated(t *testing.T, job trainer.Job, after, before int) {
	t.Helper()
	c := start(t, job)
	c.until(t, func(e trainer.Event) bool { p, ok := e.(trainer.Progress); return ok && p.Step > after })
	if err := c.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	saved, ok := c.until(t, is[trainer.Checkpoint]).(trainer.Checkpoint)
	if !ok || saved.Step <= after || saved.Step >= before {
		t.Fatalf("checkpoint %+v", saved)
	}
	if exit := c.wait(t); exit.Code != trainer.ExitPreempted || trainer.Classify(exit) != trainer.OutcomePreempted {
		t.Fatalf("exit %+v", exit)
	}
	if at := latest(t, job); at.Manifest.Step != saved.Step || at.Path != saved.Path {
		t.Errorf("checkpoint %s at %d, announced %+v", at.Path, at.Manifest.Step, saved)
	}
	job.SpeedLimit = 0
	code, events := here(t, job)
	if code != trainer.ExitDone || events[1].(trainer.Ready).Step != saved.Step {
		t.Fatalf("resumed: exit %d, %+v", code, events)
	}
}

func TestKilled(t *testing.T) {
	job := longJob(t)
	job.SpeedLimit, job.CheckpointEveryS = 60, 0.05
	killed(t, job)
	sameEnd(t, job)
}

// killed kills a job again and again: it still gets there.
func killed(t *testing.T, job trainer.Job) {
	t.Helper()
	var reached int
	for range 3 {
		c := start(t, job)
		ready := c.until(t, is[trainer.Ready]).(trainer.Ready)
		if ready.Step < reached {
			t.Fatalf("resumed at %d, was safe at %d", ready.Step, reached)
		}
		for range 3 {
			saved, ok := c.until(t, is[trainer.Checkpoint]).(trainer.Checkpoint)
			if !ok {
				t.Fatalf("ended before it was killed, with checkpoints up to %d", reached)
			}
			reached = saved.Step
		}
		if err := c.cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if exit := c.wait(t); trainer.Classify(exit) != trainer.OutcomeResume {
			t.Fatalf("exit %+v", exit)
		}
	}
	job.SpeedLimit = 0
	if code, events := here(t, job); code != trainer.ExitDone || events[1].(trainer.Ready).Step < reached {
		t.Fatalf("resumed: exit %d, %+v", code, events)
	}
}

func TestReaderGone(t *testing.T) {
	job := longJob(t)
	job.SpeedLimit = 40
	c := start(t, job)
	c.until(t, is[trainer.Progress])
	if err := c.stdout.Close(); err != nil {
		t.Fatal(err)
	}
	if exit := c.wait(t); exit.Code != trainer.ExitPreempted {
		t.Fatalf("exit %+v", exit)
	}
	if at := latest(t, job); at.Manifest.Step == 0 || at.Manifest.Step >= 400 {
		t.Errorf("checkpoint at %d", at.Manifest.Step)
	}
}

func TestDamagedCheckpoint(t *testing.T) {
	job := testJob(t)
	job.CheckpointEveryS, job.SpeedLimit = 0.1, 100
	if code, events := here(t, job); code != trainer.ExitDone {
		t.Fatalf("exit %d: %+v", code, events)
	}
	passedOver(t, job, stateFile)
	sameEnd(t, job)
}

// passedOver damages a file of a job's newest checkpoint and runs the job again: it resumes
// from the one before, which may be of the same step, written before that one's validation.
func passedOver(t *testing.T, job trainer.Job, file string) {
	t.Helper()
	newest := latest(t, job)
	aside := filepath.Join(t.TempDir(), "newest")
	if err := os.Rename(newest.Path, aside); err != nil {
		t.Fatal(err)
	}
	before := latest(t, job)
	if err := os.Rename(aside, newest.Path); err != nil {
		t.Fatal(err)
	}
	b := bytes.Clone(newest.Files[file])
	b[len(b)/2] ^= 0x40
	if err := os.WriteFile(filepath.Join(newest.Path, file), b, 0o600); err != nil {
		t.Fatal(err)
	}
	code, events := here(t, job)
	if ready := events[1].(trainer.Ready); code != trainer.ExitDone || ready.Step != before.Manifest.Step {
		t.Errorf("exit %d, resumed at %d, the one before the damaged one was at %d", code, ready.Step, before.Manifest.Step)
	}
	if aside, err := filepath.Glob(filepath.Join(job.CheckpointDir, "damaged-*")); err != nil || len(aside) != 1 {
		t.Errorf("set aside: %v, %v", aside, err)
	}
}

func TestOtherJobsCheckpoint(t *testing.T) {
	job := testJob(t)
	if code, events := here(t, job); code != trainer.ExitDone {
		t.Fatalf("exit %d: %+v", code, events)
	}
	job.Seed++
	if _, events := here(t, job); events[1].(trainer.Ready).Step != 0 {
		t.Errorf("resumed another job's checkpoint: %+v", events[1])
	}
}

func TestFailures(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*trainer.Job)
		code   int
		class  string
	}{
		"job":     {func(j *trainer.Job) { j.Epochs = 0 }, trainer.ExitBadJob, classJob},
		"network": {func(j *trainer.Job) { j.Hidden = []int{1000, 1000} }, trainer.ExitBadJob, classJob},
		"data":    {func(j *trainer.Job) { j.Data.Source = &dataset.Source{Format: "parquet"} }, trainer.ExitBadJob, classData},
		"no file": {func(j *trainer.Job) {
			j.Data.Source = &dataset.Source{Format: dataset.FormatCSV, Images: []string{"/none"}}
		}, trainer.ExitBadJob, classData},
		"one":        {func(j *trainer.Job) { j.Data.Source.Count = 1 }, trainer.ExitBadJob, classData},
		"device":     {func(j *trainer.Job) { j.Backend = "xla:/none.so" }, trainer.ExitDevice, classDevice},
		"checkpoint": {func(j *trainer.Job) { j.CheckpointDir = "/dev/null/x" }, trainer.ExitBug, classCheckpoint},
	} {
		t.Run(name, func(t *testing.T) {
			job := testJob(t)
			c.change(&job)
			code, events := here(t, job)
			if f := final[trainer.Failure](t, events); code != c.code || f.Class != c.class || f.Msg == "" {
				t.Errorf("exit %d, %+v; want %d, %s", code, f, c.code, c.class)
			}
		})
	}
	var out lockedBuffer
	if code := Main(t.Context(), "/none.json", &out, zap.NewNop()); code != trainer.ExitBadJob {
		t.Errorf("missing job file: exit %d", code)
	}
}

func TestConvolutionalJob(t *testing.T) {
	job := testJob(t)
	job.Family, job.Channels, job.Epochs = trainer.CNN, []int{4, 4}, 2
	code, events := here(t, job)
	if done := final[trainer.Done](t, events); code != trainer.ExitDone || done.Acc < 0.15 {
		t.Errorf("exit %d, %+v", code, done)
	}
}

func TestBundleJob(t *testing.T) {
	set := dataset.SmallDigits(720, 3)
	layout := dataset.Layout{GroupSize: 24, Features: 256, Classes: 10}
	commitment, payloads, err := dataset.Commit(set, layout, 30, [32]byte{1})
	if err != nil {
		t.Fatal(err)
	}
	drawSeed := [32]byte{2}
	path := filepath.Join(t.TempDir(), "bundle")
	held := map[int]bool{}
	for _, g := range dataset.Drawn(drawSeed, 30, 6) {
		held[int(g)] = true
	}
	var include []int
	for g := range 30 {
		if !held[g] {
			include = append(include, g)
		}
	}
	if err := dataset.WriteBundleFile(path, commitment, payloads, include); err != nil {
		t.Fatal(err)
	}
	job := testJob(t)
	job.Data = trainer.Data{Bundle: &trainer.Bundle{Path: path, Root: hexOf(commitment.Root), Layout: layout, Groups: 30, HoldoutGroups: 6, Seed: hexOf(drawSeed)}}
	code, events := here(t, job)
	if done := final[trainer.Done](t, events); code != trainer.ExitDone || done.Total != 58 {
		t.Errorf("exit %d, %+v", code, done)
	}
	job.Data.Bundle.Root = hexOf([32]byte{9})
	code, events = here(t, job)
	if f := final[trainer.Failure](t, events); code != trainer.ExitBadJob || f.Class != classData {
		t.Errorf("a wrong root: exit %d, %+v", code, f)
	}
}
