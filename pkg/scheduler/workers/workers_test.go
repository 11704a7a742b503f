package workers

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/signal"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer/worker"
)

// The test binary plays the supervisor and the trainer, too.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "supervise" {
		os.Exit(process.Supervise(context.Background(), os.Stdin, os.Stdout, os.Stderr))
	}
	if len(os.Args) > 4 && os.Args[1] == "worker" { // worker train --job PATH
		ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
		code := worker.Main(ctx, os.Args[4], os.Stdout, zap.NewNop())
		stop()
		os.Exit(code)
	}
	goleak.VerifyTestMain(m, goleak.IgnoreTopFunction("net/http.(*persistConn).readLoop"), goleak.IgnoreTopFunction("net/http.(*persistConn).writeLoop"))
}

// market notes what it is told.
type market struct {
	task  Task
	err   error
	began []string
	told  []string
}

func (m *market) Task(string) (Task, error) { return m.task, m.err }
func (m *market) TrainingBegan(key string)  { m.began = append(m.began, key) }
func (m *market) Trained(key, artifact string, validation, _ float64) {
	m.told = append(m.told, fmt.Sprint(key, " ", artifact, " ", validation))
}

func task() Task {
	return Task{
		Key: "dev/3", Bundle: "/data/b", Need: 0.83, Target: evaluator.Dense,
		Challenge: dataset.Challenge{
			Root: [32]byte{1, 2, 3, 4, 5, 6, 7, 8}, Seed: [32]byte{9}, Groups: 30, HoldoutGroups: 4, Layout: dataset.Layout{GroupSize: 12, Features: 64, Classes: 10},
		},
	}
}

func policy() config.Training {
	c := config.Default().Training
	c.Backend, c.Threads = "go", 1
	return c
}

var sum = strings.Repeat("ab", 32)

func line(t *testing.T, w *trainWorker, e trainer.Event) {
	t.Helper()
	b, err := trainer.Encode(e)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := trainer.ParseEvent(b); err != nil {
		t.Fatal(err)
	}
	w.line(b)
}

// run is a trainer that ends with a code.
func run(t *testing.T, tr *Training, key string, code int) *trainWorker {
	t.Helper()
	_, j := tr.job(key)
	w := &trainWorker{training: tr, key: key, job: j, heard: time.Now()}
	var err error
	w.Worker, err = process.Start(t.Context(), process.Config{SupervisorArgv: []string{"/proc/self/exe", "supervise"}}, process.Spec{
		Argv: []string{"/bin/sh", "-c", fmt.Sprintf("exit %d", code)}, Owner: "test",
	})
	if err != nil {
		t.Fatal(err)
	}
	w.follow()
	<-w.Done()
	return w
}

func TestTrainingEnds(t *testing.T) {
	m, state := &market{}, t.TempDir()
	tr := NewTraining(policy(), state, m, zap.NewNop())
	// Its word that it is done, without a model, is none.
	if e := run(t, tr, "dev/2", 0).Ended(); !e.Restart || e.Delay < time.Second || len(m.told) != 0 {
		t.Errorf("%+v", e)
	}
	preempted := run(t, tr, "dev/2", trainer.ExitPreempted)
	if e := preempted.Ended(); !e.Restart {
		t.Errorf("%+v", e)
	}
	smaller := run(t, tr, "dev/3", trainer.ExitMemory)
	if e := smaller.Ended(); !e.Restart || smaller.job.tried(0).halvings != 1 {
		t.Errorf("%+v, %d halvings", e, smaller.job.tried(0).halvings)
	}
	bad := run(t, tr, "dev/4", trainer.ExitBadJob)
	line(t, bad, trainer.Failure{Class: "job", Msg: "no such shape"})
	e := bad.Ended()
	if over := tr.Progress("dev/4").GivenUp; e.Restart || !strings.HasPrefix(over, "training was given up: ") || !strings.Contains(over, "no such shape") {
		t.Errorf("%+v, %q", e, over)
	}
}

func TestTrainingReports(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		tr := NewTraining(policy(), t.TempDir(), &market{}, zap.NewNop())
		_, j := tr.job("dev/1")
		w := &trainWorker{training: tr, key: "dev/1", job: j, heard: time.Now(), work: 1e6}
		if err := os.MkdirAll(tr.dir("dev/1"), 0o700); err != nil {
			t.Fatal(err)
		}
		if r := w.Report(t.Context()); r.State != "starting" || r.Working() || r.MACs != 0 {
			t.Errorf("%+v", r)
		}
		line(t, w, trainer.Ready{Total: 100, MACs: 1000})
		line(t, w, trainer.Progress{Step: 25, Total: 100, Loss: 0.5, BestAcc: 0.75, ValAcc: 0.7, Rate: 2000, EtaS: 60})
		line(t, w, trainer.Checkpoint{Path: "/c", Step: 25, SHA256: sum})
		line(t, w, trainer.Progress{Step: 50, Total: 100, Loss: 0.5, BestAcc: 0.75, ValAcc: 0.75, Rate: 2000, EtaS: 60})
		w.line([]byte("a word that is no event"))
		r := w.Report(t.Context())
		if !r.Working() || r.Progress != 0.5 || r.Accuracy != 0.75 || r.MACs != 2e6 || r.ETA != time.Minute {
			t.Errorf("%+v", r)
		}
		time.Sleep(silence)
		if r := w.Report(t.Context()); r.Hung() {
			t.Errorf("%+v", r)
		}
		time.Sleep(time.Second)
		if r := w.Report(t.Context()); !r.Hung() || r.Reason != "no heartbeat for 1m1s" {
			t.Errorf("%+v", r)
		}
		line(t, w, trainer.Alive{Phase: "validating"})
		if r := w.Report(t.Context()); !r.Working() {
			t.Errorf("%+v", r)
		}
		// One that says that it lives and takes no step hangs, but for what may take long.
		for range 12 {
			time.Sleep(55 * time.Second)
			line(t, w, trainer.Alive{Phase: "validating", Step: 50})
		}
		if r := w.Report(t.Context()); !r.Working() {
			t.Errorf("%+v", r)
		}
		for i := range 12 {
			line(t, w, trainer.Alive{Phase: "training", Step: 50 + i})
			time.Sleep(55 * time.Second)
		}
		if r := w.Report(t.Context()); !r.Working() {
			t.Errorf("%+v", r)
		}
		for range 11 {
			line(t, w, trainer.Alive{Phase: "training", Step: 61})
			time.Sleep(55 * time.Second)
		}
		if r := w.Report(t.Context()); !r.Hung() || r.Reason != "no step for 11m0s" {
			t.Errorf("%+v", r)
		}
		line(t, w, trainer.Alive{Phase: "training", Step: 62})
		if r := w.Report(t.Context()); !r.Working() {
			t.Errorf("%+v", r)
		}
		// A later daemon knows how far the checkpoint is.
		if p := NewTraining(policy(), tr.stateDir, &market{}, zap.NewNop()).Progress("dev/1"); p.Done != 0.25 || !reflect.DeepEqual(p.Curve, []curve.Point{{Work: 0.25e6, Accuracy: 0.7}}) {
			t.Errorf("progress %+v", p)
		}
		// What came after the checkpoint is forgotten once training goes on from there.
		if p := tr.Progress("dev/1"); p.Done != 0.5 || len(p.Curve) != 2 {
			t.Errorf("progress %+v", p)
		}
		line(t, w, trainer.Ready{Step: 25, Total: 100, MACs: 1000})
		if p := tr.Progress("dev/1"); len(p.Curve) != 1 {
			t.Errorf("progress %+v", p)
		}
		for _, text := range []string{"", "x", "7", `{"done":-1}`, `{"done":1.5}`, `{"done":0.5`} {
			if err := os.WriteFile(tr.keptAt("dev/1"), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			if done := NewTraining(policy(), tr.stateDir, &market{}, zap.NewNop()).Progress("dev/1").Done; done != 0 {
				t.Errorf("%q: progress %v", text, done)
			}
		}
	})
}

// One that is killed again and again is so for memory, as the kernel does without a word: half the batch. A
// checkpoint between shows that it is not.
func TestKilledForMemory(t *testing.T) {
	tr := NewTraining(policy(), t.TempDir(), &market{}, zap.NewNop())
	if err := os.MkdirAll(tr.dir("dev/5"), 0o700); err != nil {
		t.Fatal(err)
	}
	for n, want := range []int{0, 0, 0, 1, 1, 1, 2, 2} {
		w := run(t, tr, "dev/5", 137)
		if n == 1 {
			line(t, w, trainer.Checkpoint{Path: "/c", Step: 25, SHA256: sum})
		}
		if e := w.Ended(); !e.Restart || w.job.tried(0).halvings != want {
			t.Errorf("killed %d times: %+v, %d halvings, not %d", n+1, e, w.job.tried(0).halvings, want)
		}
	}
}

// The same task gives the same job, so that a restarted daemon goes on with it;
// another draw or another root is another job.
func TestBuildJob(t *testing.T) {
	job := func(tk Task, halvings int) trainer.Job {
		t.Helper()
		s, err := Suggest(tk, policy())
		if err != nil {
			t.Fatal(err)
		}
		j, err := buildJob(tk, policy(), s, "/state/x", halvings, 1)
		if err != nil {
			t.Fatal(err)
		}
		return j
	}
	first := job(task(), 0)
	if !reflect.DeepEqual(first, job(task(), 0)) {
		t.Error("two jobs for one task")
	}
	if first.Holdout != 4*12 || first.Folds == 0 {
		t.Errorf("%d of the hold-out, %d folds", first.Holdout, first.Folds)
	}
	if first.ID != "dev/3" || first.Seed != 0x0102030405060708 || first.Target != 0.83 || first.Artifact != "/state/x/model.gaq" || first.Data.Bundle.Path != "/data/b" || first.Data.Bundle.HoldoutGroups != 4 {
		t.Errorf("%+v", first)
	}
	if half := job(task(), 1); half.Batch != first.Batch/2 {
		t.Errorf("batch %d of %d", half.Batch, first.Batch)
	}
	if least := job(task(), 40); least.Batch != 1 {
		t.Errorf("batch %d", least.Batch)
	}
	other := task()
	other.Challenge.Root[0]++
	if job(other, 0).Seed == first.Seed {
		t.Error("another challenge has the same seed")
	}
	tk := task()
	a, err := Suggest(tk, config.Training{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := Suggest(tk, config.Training{Epochs: 2 * a.Job.Epochs})
	if err != nil || b.Work != 2*a.Work || b.Job.Epochs != 2*a.Job.Epochs {
		t.Errorf("%+v, %v", b, err)
	}
	graphs := tk
	graphs.Target, graphs.Challenge.Layout.Features, graphs.Challenge.Shape = evaluator.Dispute, 3*16*16, dataset.Shape{Channels: 3, Height: 16, Width: 16}
	for _, c := range []struct {
		command []string
		backend string
		family  string
	}{{[]string{"/x/train.py"}, "cuda", trainer.ResNet}, {[]string{"/x/train.py"}, "cpu", trainer.CNN}, {nil, "cuda", trainer.CNN}} {
		if s, err := Suggest(graphs, config.Training{Command: c.command, Backend: c.backend}); err != nil || s.Job.Family != c.family {
			t.Errorf("%+v: %+v, %v", c, s.Job, err)
		}
	}
	if tk.Examples() != 26*12 {
		t.Errorf("%d examples", tk.Examples())
	}
	tk.Challenge.Layout.Classes = 1
	if _, err := Suggest(tk, config.Training{}); err == nil {
		t.Error("a network for one class")
	}
}

func TestLaunchRefuses(t *testing.T) {
	dir := t.TempDir()
	tr := NewTraining(policy(), dir, &market{err: errors.New("challenge dev/9 is not known yet")}, zap.NewNop())
	coin := config.Coin{Name: "a", Miner: "builtin", Algorithm: "argon2/chukwa", Pool: "stratum+tcp://127.0.0.1:1", Wallet: "w", PasswordFile: filepath.Join(dir, "absent")}
	l := &Launcher{StateDir: dir, Self: "/bin/false", Mining: NewMining(config.Mining{Worker: "rig", Coins: []config.Coin{coin}}), Training: tr, Log: zap.NewNop()}
	d := gpu.Device{UUID: "GPU-1", Model: "M"}
	for w, want := range map[profit.Workload]string{
		{Kind: profit.Idle}:                  "cannot be launched",
		{Kind: profit.Mine, Target: "z"}:     `coin "z" is not in the configuration`,
		{Kind: profit.Mine, Target: "a"}:     "pool password of a",
		{Kind: profit.Train, Target: "de/9"}: "not known yet",
	} {
		if _, err := l.Launch(t.Context(), []gpu.Device{d}, w); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", w, err, want)
		}
	}
	l.Mining.Set(config.Mining{Coins: []config.Coin{{Name: "b", Miner: "no such"}}})
	if _, err := l.Launch(t.Context(), []gpu.Device{d}, profit.Mining("b")); err == nil || !strings.Contains(err.Error(), `miner "no such" is unknown`) {
		t.Error(err)
	}
}

func TestMinerSpec(t *testing.T) {
	dir := t.TempDir()
	secret := filepath.Join(dir, "secret")
	if err := os.WriteFile(secret, []byte("hunter2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	l := &Launcher{StateDir: dir, Self: "/bin/gpuarbiter"}
	d := gpu.Device{UUID: "GPU-1", Index: 2, Model: "M"}
	coin := config.Coin{Name: "a", Miner: "builtin", Binary: "ignored", Algorithm: "x", Pool: "p", Wallet: "w", PasswordFile: secret, Models: map[string]config.CoinModel{"M": {HashLimit: 7}}}
	s, err := l.minerSpec(d, config.Mining{Worker: "rig"}, coin, pageOf(t, coin.Miner), dir)
	if err != nil {
		t.Fatal(err)
	}
	if s.Device != "GPU-1" || s.Worker != "rig-2" || s.Binary != "/bin/gpuarbiter" || s.HashLimit != 7 || s.Password != "hunter2" || len(s.APIToken) != 32 || s.APIPort < 1024 || s.WorkDir != dir {
		t.Errorf("%+v", s)
	}
	coin.Miner, coin.Binary, coin.PasswordFile = "xmrig", "/opt/xmrig", ""
	again, err := l.minerSpec(d, config.Mining{Worker: "rig"}, coin, pageOf(t, coin.Miner), dir)
	if err != nil || again.Binary != "/opt/xmrig" || again.Password != "" || again.APIToken == s.APIToken {
		t.Errorf("%+v, %v", again, err)
	}
}

func pageOf(t *testing.T, name string) *drivers.Page {
	t.Helper()
	page, err := drivers.Builtin().Find(name)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// Workers get what they need to find programs, and no secret.
func TestBaseEnv(t *testing.T) {
	t.Setenv("PATH", "/bin")
	t.Setenv("CREDENTIALS_DIRECTORY", "/run/credentials")
	t.Setenv("PATHS", "no")
	env := baseEnv("A=1")
	if !slices.Contains(env, "PATH=/bin") || env[len(env)-1] != "A=1" {
		t.Errorf("%v", env)
	}
	for _, kv := range env {
		if strings.HasPrefix(kv, "CREDENTIALS") || strings.HasPrefix(kv, "PATHS") {
			t.Errorf("%s", kv)
		}
	}
}

// talk is a miner whose answers are given.
type talk struct {
	stats miner.Stats
	err   error
}

func (d *talk) Poll(context.Context, miner.Spec) (miner.Stats, error) { return d.stats, d.err }

// What is booked is what was accepted since the last report: by the miner's own
// count, or by the pool's where it has an API.
func TestMinerReports(t *testing.T) {
	var difficulty, shares float64
	pool := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if difficulty < 0 {
			http.Error(w, "no", http.StatusInternalServerError)
			return
		}
		fmt.Fprintf(w, `{"accounts": [{"wallet": "w", "worker": "rig-1", "difficulty": %g, "accepted": %g}]}`, difficulty, shares)
	}))
	defer pool.Close()
	d := &talk{stats: miner.Stats{At: time.Now(), Hashrate: new(50.0), Connected: true}}
	w := &minerWorker{page: &drivers.Page{}, poll: d.Poll, spec: miner.Spec{Wallet: "w", Worker: "rig-1"}, scale: 1000, limits: miner.NewLimits(), history: miner.History{Started: time.Now()}}
	sum := scheduler.Report{}
	report := func(accepted uint64, work float64) scheduler.Report {
		d.stats.Accepted, d.stats.AcceptedDifficulty = accepted, work
		r := w.Report(t.Context())
		sum.Hashes, sum.Accepted = sum.Hashes+r.Hashes, sum.Accepted+r.Accepted
		return r
	}
	if r := report(0, 0); r.Hashrate != 50_000 || r.Hashes != 0 {
		t.Errorf("%+v", r)
	}
	if r := report(2, 300); r.Accepted != 2 || r.Hashes != 300_000 {
		t.Errorf("%+v", r)
	}
	d.err = errors.New("refused")
	if r := report(3, 400); r.Accepted != 0 || r.Hashes != 0 || r.Hashrate != 0 {
		t.Errorf("%+v", r)
	}
	d.err = nil
	report(5, 900)
	if sum.Accepted != 5 || sum.Hashes != 900_000 {
		t.Errorf("%+v", sum)
	}
	for range 2 * historyLen {
		report(5, 900)
	}
	if len(w.history.Polls) != historyLen || sum.Hashes != 900_000 {
		t.Errorf("%d polls are remembered, %v hashes", len(w.history.Polls), sum.Hashes)
	}

	// What the pool remembers of earlier workers was booked by them.
	w.pool = &settlement{api: miner.PoolAPI{Kind: miner.OwnPool, URL: pool.URL, Wallet: "w"}, path: filepath.Join(t.TempDir(), "settled")}
	difficulty, shares = 5000, 50
	if r := report(6, 1000); r.Hashes != 100_000 {
		t.Errorf("what was accepted before the first answer: %+v", r)
	}
	difficulty = 5200
	if r := report(8, 1300); r.Hashes != 200_000 {
		t.Errorf("the pool counts, not the miner: %+v", r)
	}
	difficulty = -1
	if r := report(9, 1400); r.Hashes != 0 {
		t.Errorf("%+v", r)
	}
	difficulty = 5300
	if r := report(9, 1400); r.Hashes != 100_000 {
		t.Errorf("%+v", r)
	}
	difficulty = 5350 // accepted between this worker's end and the next one's start
	w.pool = &settlement{api: w.pool.api, path: w.pool.path}
	w.pool.resume()
	if r := report(9, 1400); r.Hashes != 50_000 {
		t.Errorf("the next worker of the name: %+v", r)
	}
	d.stats.Connected = false
	if r := report(9, 1400); !strings.HasPrefix(r.Fault, "no connection to pool") {
		t.Errorf("%+v", r)
	}
}
