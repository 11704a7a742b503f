//go:build e2e

package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.uber.org/zap"
	"go.uber.org/zap/zaptest"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu/simrig"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// A team of two simulated devices trains with the trainer in PyTorch, loses the one that leads, goes on with the other
// from the checkpoint, has it back, and hands in a model that the daemon has counted again.
func TestPyTorchTeam(t *testing.T) {
	c := newTeamRig(t, pytorch(t))
	const far = 0.3 // at its speed limit a fresh start is not seen to come as far
	c.until("two train together", func(s []scheduler.Status) bool {
		return c.ranks() == 2 && len(s[0].Team) == 2 && s[1].Report.Progress > far
	})
	c.do(scheduler.Pause)
	before := c.until("the other goes on alone", func(s []scheduler.Status) bool {
		return s[0].Phase == scheduler.PhasePaused && c.ranks() == 0 && s[1].Team == nil && s[1].Report.Progress > 0
	})[1].Report.Progress
	if before < far {
		t.Errorf("it begins at %v: not with the checkpoint", before)
	}
	c.do(scheduler.Resume)
	both := c.until("two train together again", func(s []scheduler.Status) bool {
		return c.ranks() == 2 && len(s[0].Team) == 2 && s[0].Report.Progress > 0
	})
	if now := both[0].Report.Progress; now < before || both[1].Report.MACs > 0 && both[0].Report.MACs <= 0 {
		t.Errorf("progress %v after %v, %+v", now, before, both)
	}
	select {
	case <-c.trained:
	case <-time.After(2 * time.Minute):
		t.Fatal("no model is handed in")
	}
	c.end()
	for id, seconds := range c.hours(t) {
		if seconds < 1 {
			t.Errorf("%s is booked with %v s", id, seconds)
		}
	}
}

// teamRig is a daemon's core with real trainers on a simulated rig, and a market of one challenge.
type teamRig struct {
	t       *testing.T
	loop    *scheduler.Loop
	store   *store.Store
	job     string // the path of its file
	task    workers.Task
	trained chan struct{} // closed once a model is handed in
	end     func()
}

var work = profit.Training("dev/1")

func newTeamRig(t *testing.T, script string) *teamRig {
	t.Helper()
	dir := t.TempDir()
	c := &teamRig{t: t, job: filepath.Join(dir, "challenges", "dev", "1", "job.json"), trained: make(chan struct{}), task: published(t, dir)}
	var err error
	if c.store, err = store.Open(filepath.Join(dir, "db")); err != nil {
		t.Fatal(err)
	}
	rig, err := simrig.New(simrig.Options{Devices: simrig.DefaultRig(dir)[3:5]})
	if err != nil {
		t.Fatal(err)
	}
	cfg := config.Default().Training
	cfg.Command, cfg.Backend, cfg.Threads, cfg.MaxDevices, cfg.Epochs, cfg.SpeedLimit, cfg.CheckpointEvery = []string{script}, "cpu", 2, 2, 14, 40, time.Second
	launcher := &workers.Launcher{
		StateDir: dir, Self: binary, Owner: "team", Training: workers.NewTraining(cfg, dir, c, zap.NewNop()), Log: zap.NewNop(),
		Process: process.Config{SupervisorArgv: []string{binary, "worker", "exec"}},
	}
	c.loop = scheduler.New(scheduler.Config{
		Source: rig, Launcher: launcher, World: c, Store: c.store, Log: zaptest.NewLogger(t, zaptest.Level(zap.InfoLevel)),
		Tick: 300 * time.Millisecond, PollEvery: 100 * time.Millisecond, LedgerEvery: time.Second, DrainMemoryBytes: 1 << 30,
	}, decide.Policy{MinLead: 0.001, SwitchSeconds: 1, Horizon: 24 * time.Hour})
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() { defer close(ended); c.loop.Run(ctx) }()
	c.end = func() { cancel(); <-ended }
	t.Cleanup(func() {
		c.end()
		_, _ = rig.Close(), c.store.Close()
	})
	return c
}

// published is a challenge's task, with its data as the chain knows them.
func published(t *testing.T, dir string) workers.Task {
	t.Helper()
	set := dataset.SmallDigits(2760, 3)
	layout := dataset.Layout{GroupSize: 12, Features: set.Shape.Features(), Classes: set.Classes}
	groups, drawn, draw := set.Len()/12, 20, [32]byte{7}
	committed, payloads, err := dataset.Commit(set, layout, groups, [32]byte{5})
	if err != nil {
		t.Fatal(err)
	}
	bundle := filepath.Join(dir, "bundle")
	if err := dataset.WriteBundleFile(bundle, committed, payloads, dataset.Training(draw, groups, drawn)); err != nil {
		t.Fatal(err)
	}
	return workers.Task{
		Key: work.Target, Bundle: bundle, Need: 0.999, Target: evaluator.Dense,
		Challenge: dataset.Challenge{Root: committed.Root, Layout: layout, Groups: groups, HoldoutGroups: drawn, Seed: draw, Shape: set.Shape},
	}
}

// ranks are those that the job asks for.
func (c *teamRig) ranks() int {
	raw, err := os.ReadFile(c.job)
	if err != nil {
		return -1
	}
	j, err := trainer.ParseJob(raw)
	if err != nil { // it is being written
		return -1
	}
	return j.Ranks
}

// until waits until the devices are as wanted.
func (c *teamRig) until(what string, is func([]scheduler.Status) bool) []scheduler.Status {
	c.t.Helper()
	for begin := time.Now(); time.Since(begin) < 2*time.Minute; time.Sleep(20 * time.Millisecond) {
		if s := c.loop.View().Statuses; len(s) == 2 && is(s) {
			return s
		}
	}
	c.t.Fatalf("%s: not within two minutes; %+v", what, c.loop.View().Statuses)
	return nil
}

func (c *teamRig) do(a scheduler.Action) {
	c.t.Helper()
	if _, err := c.loop.Do(c.t.Context(), scheduler.Command{Action: a, Devices: []string{fmt.Sprint(c.loop.View().Statuses[0].Device.Index)}}); err != nil {
		c.t.Fatal(err)
	}
}

// hours are the seconds that the ledger has of each device at the challenge.
func (c *teamRig) hours(t *testing.T) map[string]float64 {
	t.Helper()
	seconds := map[string]float64{}
	for _, s := range c.loop.View().Statuses {
		seconds[string(s.Device.UUID)] = 0
	}
	for key, total := range c.store.Totals() {
		if key.Workload == work.String() {
			seconds[key.Device] += total.Seconds
		}
	}
	return seconds
}

func (c *teamRig) Task(string) (workers.Task, error) { return c.task, nil }
func (c *teamRig) TrainingBegan(string)              {}
func (c *teamRig) Trained(_, artifact string, _, _ float64) {
	if _, err := os.Stat(artifact); err != nil {
		c.t.Error(err)
	}
	close(c.trained)
}

// Market is worth most to who is quickest.
func (c *teamRig) Market(now time.Time) profit.Market {
	q := profit.Quote{Value: 1, Source: "test"}
	m := profit.Market{Now: now, Tariff: profit.Tariff{PerKWh: q, Rate: q, Overhead: 1, Currency: "USD"}}
	select {
	case <-c.trained:
	default:
		m.Challenges = []profit.Challenge{{
			Key: work.Target, Rule: profit.First, Rivals: 3, Opened: now, Reward: 100, Price: q, Ether: q, Deadline: now.Add(1000 * time.Hour),
			Work: profit.Work{Median: 4 * 3600, Reach: 1}, MaxDevices: 2, OneWorker: true,
		}}
	}
	return m
}

func (c *teamRig) Device(d gpu.Device) profit.Device {
	return profit.Device{UUID: string(d.UUID), Model: d.Model, IdleWatts: 10, Training: profit.TrainingRate{PerSecond: 1, Watts: 200}}
}
func (c *teamRig) Barred(gpu.Device) []decide.Cooldown       { return nil }
func (c *teamRig) RateOf(gpu.Device, profit.Workload) string { return "train" }
func (c *teamRig) Paced(_ gpu.Device, r scheduler.Report, _ int, _ time.Duration) (float64, error) {
	return float64(r.MACs), nil
}
func (c *teamRig) Unsaved(string, time.Time) time.Duration         { return 0 }
func (c *teamRig) Coins(gpu.Device) []string                       { return nil }
func (c *teamRig) Unmeasured(gpu.Device) string                    { return "" }
func (c *teamRig) Tuning(gpu.Device, profit.Workload) gpu.Settings { return gpu.Settings{} }
func (c *teamRig) HeatLimits(gpu.Device) gpu.HeatLimits            { return gpu.HeatLimits{Die: 200} }
func (c *teamRig) Xids() gpu.XidPolicy                             { return gpu.DefaultXids() }
