package app

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/backtest"
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu/simrig"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// quotesFor writes what sources say at each poll: prices that wander, are late,
// noisy, sometimes absurd and sometimes missing.
type quotesFor struct {
	path   string
	r      *rand.Rand
	levels map[string]float64
	keys   []string
}

func (q *quotesFor) write(t *testing.T, now time.Time) {
	entries := map[string]any{}
	for i, key := range q.keys {
		q.levels[key] += 0.03 * q.r.NormFloat64()
		v, at := math.Exp(q.levels[key]+0.03*q.r.NormFloat64()), now
		switch q.r.IntN(150) {
		case 0:
			v *= 1000
		case 1:
			v = 0
		case 2:
			at = now.Add(-3 * time.Hour)
		case 3:
			continue
		case 4:
			v = -v
		case 5:
			at = now.Add(time.Hour)
		}
		if key == "kwh" {
			v = 0.15 + 0.05*math.Sin(float64(now.Hour())/24*2*math.Pi)
		}
		entries[key] = map[string]any{"value": v * float64(1+i%2), "at": at.UTC()}
	}
	text, err := json.Marshal(entries)
	if err == nil {
		err = os.WriteFile(q.path, text, 0o600)
	}
	if err != nil {
		t.Error(err)
	}
}

// dryWorld is a rig of eight cards, four coins and a challenge in the middle of
// the week, all quoted from one file.
func dryWorld(t *testing.T, dir string) (*config.Config, *quotesFor) {
	q := &quotesFor{path: filepath.Join(dir, "quotes.json"), r: rand.New(rand.NewPCG(5, 6)), levels: map[string]float64{"eth": 5}, keys: []string{"eth", "kwh"}}
	quote := func(key string) config.Quote {
		return config.Quote{File: q.path, Key: key, MaxAge: time.Hour}
	}
	cfg := config.Default()
	cfg.StateDir, cfg.Devices.Source = dir, "simulated"
	cfg.Electricity.PricePerKWh = quote("kwh")
	models := map[string]config.Model{}
	for _, spec := range simrig.DefaultRig(dir) {
		models[spec.Device.Model] = config.Model{IdleWatts: 15, TrainingWatts: 250, TrainingMACsPerSecond: 2e5}
	}
	cfg.Devices.Models = models
	for i := range 4 {
		name := fmt.Sprintf("c%d", i)
		q.keys = append(q.keys, name)
		q.levels[name] = -2 + 0.1*float64(i)
		c := config.Coin{Name: name, PriceUSD: quote(name), Difficulty: config.Quote{Value: new(3600.0)}, BlockReward: config.Quote{Value: new(1.0)}, HashesPerDifficulty: 1, Models: map[string]config.CoinModel{}}
		k := 0
		for model := range models {
			c.Models[model] = config.CoinModel{HashesPerSecond: 1 + 0.2*float64((i+len(model)+k)%3), Watts: 150 + 20*float64(i)}
		}
		cfg.Mining.Coins = append(cfg.Mining.Coins, c)
	}
	cfg.Chains = []config.Chain{{Name: "dev", ID: 1, EtherPriceUSD: quote("eth"), Poll: 12 * time.Second, Confirmations: 2}}
	return &cfg, q
}

// dryRun lets a daemon decide for so long, started anew after each part.
func dryRun(t *testing.T, dir string, minRun, tick time.Duration, parts ...time.Duration) {
	synctest.Test(t, func(t *testing.T) {
		begin := time.Now()
		cfg, quotes := dryWorld(t, dir)
		cfg.Policy.MinRun = minRun
		rig, err := simrig.New(simrig.Options{Devices: simrig.DefaultRig(dir), Now: time.Now, Table: func(string) ([]process.Occupant, error) { return nil, nil }})
		if err != nil {
			t.Fatal(err)
		}
		quotes.write(t, time.Now())
		for _, part := range parts {
			st, err := store.Open(filepath.Join(dir, "db"))
			if err != nil {
				t.Fatal(err)
			}
			w := &world{feed: feed.New(time.Now), cfg: cfg, progress: func(string) workers.Progress { return workers.Progress{} }, network: newWorld().network}
			w.markets = func() []solver.State {
				if at := time.Since(begin); at < 40*time.Hour || at > 90*time.Hour {
					return nil
				}
				s := status(solver.Seen)
				s.Challenge.Deadline, s.Challenge.Reward = uint64(begin.Add(80*time.Hour).Unix()), big.NewInt(5e18)
				return []solver.State{{Chain: "dev", GasPrice: big.NewInt(1e9), Challenges: []solver.Status{s}}}
			}
			loop := scheduler.New(scheduler.Config{
				Source: rig, Launcher: nil, World: w, Store: st, Log: zap.NewNop(), DryRun: true, // a launch would be a panic
				Tick: tick, PollEvery: time.Hour, SignalEvery: 10 * time.Minute, RecordEvery: 10 * time.Minute,
				Record: (&recorder{dir: filepath.Join(dir, "record"), log: zap.NewNop(), signalEvery: 10 * time.Minute}).record,
			}, PolicyOf(cfg))
			ctx, cancel := context.WithCancel(t.Context())
			done := make(chan struct{})
			go func() { defer close(done); loop.Run(ctx) }()
			time.Sleep(5 * time.Minute)
			for range part/(10*time.Minute) - 1 {
				quotes.write(t, time.Now())
				time.Sleep(10 * time.Minute)
			}
			cancel()
			<-done
			if n := len(st.Totals()); n != 0 {
				t.Errorf("a dry run has %d kinds of ledger lines", n)
			}
			if err := st.Close(); err != nil {
				t.Error(err)
			}
			time.Sleep(25 * time.Minute)
		}
	})
}

// replayed compares what a dry run decided with the replay of its record, and
// returns how many switches there were, and device-ticks by kind.
func replayed(t *testing.T, dir string) (ticks []backtest.Tick, switches int, kinds map[string]int) {
	ticks, left, err := backtest.ReadRecord(filepath.Join(dir, "record"))
	if err != nil || left != 0 {
		t.Fatalf("%d ticks, %d left out, %v", len(ticks), left, err)
	}
	kinds = map[string]int{}
	for n := 1; n < len(ticks); n++ {
		for i, c := range ticks[n].Choices {
			kinds[string(c.Chosen.Kind)]++
			if c.Chosen != ticks[n-1].Choices[i].Chosen {
				switches++
			}
		}
	}
	t.Logf("%d ticks, %d switches, device-ticks by kind: %v", len(ticks), switches, kinds)
	lines, differ := backtest.Differences(ticks, backtest.Replay(ticks, nil, nil), 10)
	for _, l := range lines {
		t.Error(l)
	}
	if differ > 0 {
		t.Errorf("%d of %d decisions differ", differ, len(ticks)*len(ticks[0].Choices))
	}
	return ticks, switches, kinds
}

// A week of a daemon in dry run decides, line by line, as the backtest of what it
// recorded, and does nothing.
func TestAWeekOfDryRun(t *testing.T) {
	dir, days := t.TempDir(), 7
	if race.Enabled { // a week takes a minute there
		days = 1
	}
	dryRun(t, dir, config.Default().Policy.MinRun, 10*time.Minute, time.Duration(days)*24*time.Hour)
	ticks, switches, kinds := replayed(t, dir)
	if race.Enabled {
		return // a day has no more to tell
	}
	if len(ticks) != days*24*6 || switches < 20 || kinds["train"] == 0 || kinds["mine"] == 0 {
		t.Errorf("too little happens for a test: %d ticks, %d switches, %v", len(ticks), switches, kinds)
	}
	// A policy of another band decides otherwise: the comparison can fail.
	other := PolicyOf(new(config.Default()))
	other.MinLead = 1
	if _, differ := backtest.Differences(ticks, backtest.Replay(ticks, &other, nil), 0); differ == 0 {
		t.Error("another policy decides the same")
	}
}

// So it does when it decides far more often than it records, and is started anew.
func TestDryRunBetweenRecords(t *testing.T) {
	if race.Enabled {
		t.Skip("one goroutine decides, as in TestAWeekOfDryRun: the race detector finds no more here, and takes a minute")
	}
	dir := t.TempDir()
	dryRun(t, dir, 3*time.Hour+5*time.Minute, 20*time.Second, 26*time.Hour, 10*time.Hour, 30*time.Minute, 12*time.Hour)
	ticks, switches, _ := replayed(t, dir)
	between := 0
	for n := 1; n < len(ticks); n++ {
		if ticks[n].Snapshot.Market.Now.Sub(ticks[n-1].Snapshot.Market.Now) < 9*time.Minute {
			between++
		}
	}
	if switches < 10 || between == 0 {
		t.Errorf("too little happens for a test: %d switches, %d ticks between polls", switches, between)
	}
}
