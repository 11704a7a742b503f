package httpapi

import (
	"errors"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

var (
	mine  = profit.Mining("XMR")
	train = profit.Training("dev/0")
	idle  = profit.Idling
)

// rig is a daemon of three devices: one mines, one trains, one is lost; with a
// market that works and one that does not.
type rig struct {
	hosts       []rent.View
	view        scheduler.View
	markets     []solver.State
	totals      map[store.TotalKey]store.Total
	lines       []store.Line
	expected    []store.Expected
	facts       Facts
	calibration Calibration
	err         error
}

func (r *rig) View() scheduler.View { return r.view }
func (r *rig) Hosts() []rent.View   { return r.hosts }

func (r *rig) Markets() []solver.State                { return r.markets }
func (r *rig) Totals() map[store.TotalKey]store.Total { return r.totals }
func (r *rig) Facts() Facts                           { return r.facts }
func (r *rig) Calibration() Calibration               { return r.calibration }
func (r *rig) Lines(n int) ([]store.Line, error)      { return r.lines[:min(n, len(r.lines))], r.err }
func (r *rig) EachLine(since time.Time, f func(store.Line)) error {
	for _, l := range r.lines {
		if !l.At.Before(since) {
			f(l)
		}
	}
	return r.err
}
func (r *rig) EachExpected(since time.Time, f func(store.Expected)) error {
	for _, v := range r.expected {
		if !v.Hour.Before(since) {
			f(v)
		}
	}
	return r.err
}
func (r *rig) Records(int, string) ([]scheduler.Record, error) {
	return []scheduler.Record{r.view.Record}, r.err
}
func (r *rig) device(i int) *scheduler.Status { return &r.view.Statuses[i] }
func (r *rig) replan() {
	r.view.Plan = decide.Decide(r.view.Snapshot, decide.Estimates(r.view.Snapshot))
}
func quote(v float64) profit.Quote { return profit.Quote{Value: v, Source: "test"} }
func uuid(i int) string            { return []string{"GPU-aaaa", "GPU-bbbb", "GPU-cccc"}[i] }
func reading(watts gpu.Watts, c gpu.Celsius) gpu.Reading {
	return gpu.Reading{At: noon, Power: &watts, Temperature: &c}
}

func newRig() *rig {
	r := &rig{facts: Facts{Version: "v1.2.3", Started: noon.Add(-time.Hour), ConfigLoaded: noon.Add(-time.Hour), StoreFaults: 2, Warnings: []string{"http.listen <is> public"}}}
	r.calibration = Calibration{
		Workloads: []Calibrated{{Calibration: learned.Calibration{Device: "GPU-aaaa", Workload: "mine XMR", Predicted: 4, Realised: 3, Square: 0.0625, Windows: 3}}},
		Sources:   []feed.Health{{Source: "gecko", Error: 0.01}, {Source: "wtm", Fault: "429"}},
		Networks: []learned.Networks{{
			Problem: learned.Problem{Target: "dense", Channels: 1, Pixels: 784, Classes: 10, Examples: 54000, Need: 0.85}, At: noon,
			Of: map[string]curve.Reached{"mlp-64": {Accuracy: 0.877, Work: 4.4e13, Most: 0.877}, "mlp-16": {Accuracy: 0.7, Work: 1.3e12, Most: 0.9}},
		}},
	}
	snap := decide.Snapshot{Policy: decide.Policy{MinLead: 0.001, Horizon: 24 * time.Hour}}
	snap.Market = profit.Market{
		Now: noon, Tariff: profit.Tariff{PerKWh: quote(0.1), Rate: quote(1), Overhead: 1, Currency: "USD"},
		Coins:      []profit.Coin{{Name: "XMR", Price: quote(0.1), BlockReward: quote(1), Difficulty: quote(3600), HashesPerDifficulty: 1}},
		Challenges: []profit.Challenge{{Key: "dev/0", Reward: 5, Price: quote(1), Ether: quote(1), Deadline: noon.Add(24 * time.Hour), Work: profit.Work{Median: 3600, Reach: 1}}},
	}
	for i, w := range []profit.Workload{mine, train, idle} {
		d := decide.Device{Running: w, Since: noon.Add(-time.Hour)}
		d.UUID, d.Model, d.IdleWatts = uuid(i), "NVIDIA GeForce RTX 3090", 10
		d.Mining = map[string]profit.MiningRate{"XMR": {Hashrate: 1, Watts: 100, Measured: i == 0}}
		d.Training = profit.TrainingRate{PerSecond: 1, Watts: 100}
		snap.Devices = append(snap.Devices, d)
		r.view.Statuses = append(r.view.Statuses, scheduler.Status{
			Device: gpu.Device{UUID: gpu.UUID(uuid(i)), Index: i, Model: d.Model, PCI: "00000000:0" + string(rune('1'+i)) + ":00.0"},
			Phase:  scheduler.PhaseRunning, Workload: w, Since: d.Since, Totals: map[profit.Workload]scheduler.Total{},
		})
	}
	snap.Devices[2].Blocked = "quarantined: lost"
	r.view.Snapshot, r.view.Ticks = snap, 42
	r.replan()
	full := reading(250.5, 61)
	full.MemoryUsedBytes, full.Utilisation, full.PowerLimit = new(uint64(1<<30)), new(0.75), new(gpu.Watts(290))
	full.Processes = []gpu.Process{{PID: 77}}
	*r.device(0) = with(*r.device(0), func(s *scheduler.Status) {
		s.Reading, s.Restarts = &full, 1
		s.Report = scheduler.Report{State: "ok", Hashrate: 5.5e7, Fault: "no connection to pool"}
		s.Totals = map[profit.Workload]scheduler.Total{profit.Mining("XMR"): {Joules: 1000, Shares: 9, Rejects: 1}, profit.Idling: {Joules: 24}}
	})
	*r.device(1) = with(*r.device(1), func(s *scheduler.Status) {
		s.Reading = new(reading(300, 70))
		s.Report = scheduler.Report{State: "ok", Progress: 0.5, Accuracy: 0.875, Network: "mlp-64, 2 of 5 networks left, to 12 % of its work"}
	})
	*r.device(2) = with(*r.device(2), func(s *scheduler.Status) {
		s.Phase, s.Reason, s.Fault, s.Reading = scheduler.PhaseQuarantined, "device is lost", "device is lost", new(reading(1, 2))
	})
	r.markets = []solver.State{{
		Chain: "dev", At: noon, Head: 1234, Account: common.Address{1}, Balance: big.NewInt(25e17),
		Challenges: []solver.Status{challenge(0, market.PhaseCommit, solver.Training), challenge(1, market.PhaseClosed, solver.Paid), challenge(2, market.PhaseCreated, solver.Seen)},
	}, {Chain: "gone", Fault: "no RPC endpoint answers"}}
	r.totals = map[store.TotalKey]store.Total{
		{Device: uuid(0), Workload: "mine XMR", Kind: store.MiningRevenue}: {Earned: 3}, {Device: uuid(1), Workload: "mine XMR", Kind: store.MiningRevenue}: {Earned: 1},
		{Device: uuid(0), Workload: "mine XMR", Kind: store.Electricity}: {Spent: 0.5}, {Workload: "train dev/1", Kind: store.Bond}: {Earned: 2, Spent: 2.5},
	}
	r.lines = []store.Line{{At: noon, Kind: store.Gas, USD: -0.1, Amount: "5", Unit: "wei", Source: "receipt"}, {At: noon, Kind: store.Gas}}
	return r
}

func with(s scheduler.Status, f func(*scheduler.Status)) scheduler.Status { f(&s); return s }

func challenge(id uint64, phase market.Phase, state solver.AttemptState) solver.Status {
	c := &market.Challenge{Chain: "dev", ID: id}
	c.Phase, c.Deadline, c.Reward, c.AccuracyThreshold, c.Commits = uint8(phase), uint64(noon.Unix())+600, big.NewInt(1e17), big.NewInt(40), 3
	c.Terms.HoldoutGroups, c.Terms.GroupSize = 4, 12
	c.Target = evaluator.Dense
	return solver.Status{Challenge: c, Attempt: solver.Attempt{Key: c.Key(), State: state, Claim: 41, Right: 41, GasWei: "77"}, Obstacle: "because"}
}

var errDisk = errors.New("the store is gone")
