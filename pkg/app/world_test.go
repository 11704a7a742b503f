package app

import (
	"math"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// nothing is a store that remembers nothing.
type nothing struct{}

func (nothing) Put(store.Bucket, string, any) error         { return nil }
func (nothing) Get(store.Bucket, string, any) (bool, error) { return false, nil }

// putter is a table of what was learned.
type putter[K, V any] interface{ Put(K, V) error }

func remember[K, V any](t *testing.T, table putter[K, V], at K, v V) {
	t.Helper()
	if err := table.Put(at, v); err != nil {
		t.Fatal(err)
	}
}

func newWorld() *world {
	cfg := config.Default()
	cfg.Devices.Models = map[string]config.Model{"M": {IdleWatts: 9, TrainingWatts: 300, TrainingMACsPerSecond: 1e9}, "N": {}}
	cfg.Mining.Coins = []config.Coin{{Name: "a", Models: map[string]config.CoinModel{"M": {HashesPerSecond: 50, Watts: 200}}}}
	cfg.Chains = []config.Chain{{Name: "dev", ID: 1, EtherPriceUSD: config.Quote{Value: new(2000.0)}, Poll: 12 * time.Second, Confirmations: 2}}
	return &world{
		learned: learned.New(nothing{}), feed: feed.New(time.Now), cfg: &cfg, markets: func() []solver.State { return nil }, progress: func(string) workers.Progress { return workers.Progress{} },
		network: func(t workers.Task) (trainer.Suggestion, error) { return workers.Suggest(t, cfg.Training) },
	}
}

// What a device does in a team says how much the others slow it, once it is known what it does alone;
// until then, what it would do alone.
func TestMeasuredTeams(t *testing.T) {
	w := newWorld()
	d := gpu.Device{UUID: "GPU-1", Model: "M"}
	at := learned.At{Device: "GPU-1", Work: w.RateOf(d, profit.Training(""))}
	if p := w.Device(d).Training; p.Drag != 0 {
		t.Errorf("a trainer for one device: %+v", p)
	}
	w.cfg.Training.MaxDevices = 4
	if p := w.Device(d).Training; p.Drag != assumedDrag || p.PerSecond != 1e9 {
		t.Errorf("nothing is measured: %+v", p)
	}
	remember(t, &w.learned.Rates, learned.At{Device: at.Device, Work: at.Work, Team: 3}, learned.Rate{PerSecond: 2e9, At: time.Now()})
	if p := w.Device(d).Training; p.Drag != assumedDrag || p.PerSecond != 3e9 || !p.Measured {
		t.Errorf("a team is: %+v", p)
	}
	remember(t, &w.learned.Rates, at, learned.Rate{PerSecond: 4e9, At: time.Now()})
	if p := w.Device(d).Training; p.Drag != 0.5 || p.PerSecond != 4e9 {
		t.Errorf("both are: %+v", p)
	}
}

// A device that trains a small network slowly is no slow device: what the network is like is told from what the device
// is, and a challenge takes as much longer as its network is trained at less.
func TestNetworksHavePaces(t *testing.T) {
	w := newWorld()
	d := gpu.Device{UUID: "GPU-1", Model: "M"}
	suggestion, err := w.network(task(status(solver.Seen)))
	if err != nil {
		t.Fatal(err)
	}
	whole := func() profit.MACs {
		return w.challenge(w.cfg, w.cfg.Chains[0], solver.State{}, status(solver.Seen), profit.Quote{}, w.work(w.cfg), suggestion).Work.Median
	}
	before := whole()
	r := scheduler.Report{MACs: 1e7, Net: workers.NetOf(w.cfg.Training, suggestion)} // of 1e9, by the configuration
	for _, dt := range []time.Duration{0, time.Minute} {
		if rate, err := w.Paced(d, r, 1, dt); err != nil || math.Abs(rate/1e9-1) > 1e-9 {
			t.Errorf("%v: %v, %v", dt, rate, err)
		}
	}
	if after := whole(); math.Abs(float64(after/before)/100-1) > 1e-9 {
		t.Errorf("%v of work, before it was measured %v", after, before)
	}
	if rate, err := w.Paced(d, scheduler.Report{MACs: 2e9, Net: learned.NetOf("", trainer.ResNet, 4e7)}, 1, 0); err != nil || math.Abs(rate/1e9-1) > 1e-9 {
		t.Errorf("another network: %v, %v", rate, err)
	}
}

// What was measured on a device replaces the prior, for a while; what the
// configuration does not allow stays forbidden.
func TestMeasuredRates(t *testing.T) {
	w := newWorld()
	m, n := gpu.Device{UUID: "GPU-1", Model: "M"}, gpu.Device{UUID: "GPU-2", Model: "N"}
	prior := profit.MiningRate{Hashrate: 50, Watts: 200, Sigma: priorSigma}
	if p := w.Device(m); p.Mining["a"] != prior || p.Training != (profit.TrainingRate{PerSecond: 1e9, Watts: 300}) || p.IdleWatts != 9 {
		t.Errorf("%+v", p)
	}
	// What nobody knows is not free: the limit is what it may draw.
	models := w.cfg.Mining.Coins[0].Models
	models["M"] = config.CoinModel{HashesPerSecond: 50}
	if p := w.Device(gpu.Device{UUID: "GPU-9", Model: "M", PowerLimit: gpu.PowerRange{DefaultWatts: 350}}); p.Mining["a"].Watts != 350 {
		t.Errorf("%+v", p.Mining)
	}
	models["M"] = config.CoinModel{HashesPerSecond: 50, Watts: 200}
	now := time.Now()
	of := func(id gpu.UUID, model string) learned.At {
		return learned.At{Device: id, Work: w.RateOf(gpu.Device{Model: model}, mines("a"))}
	}
	mining, training := learned.Rate{PerSecond: 61, Watts: 180, Seconds: 300, At: now}, learned.Rate{PerSecond: 3e9, Seconds: 300, At: now}
	remember(t, &w.learned.Rates, of("GPU-1", "M"), mining)
	remember(t, &w.learned.Rates, of("GPU-2", "N"), mining)
	remember(t, &w.learned.Rates, learned.At{Device: "GPU-1", Work: w.RateOf(m, profit.Training(""))}, training)
	remember(t, &w.learned.Rates, learned.At{Device: "GPU-2", Work: w.RateOf(n, profit.Training(""))}, training)
	p := w.Device(m)
	if p.Mining["a"] != (profit.MiningRate{Hashrate: 61, Watts: 180, Measured: true, Sigma: measuredSigma}) {
		t.Errorf("%+v", p.Mining)
	}
	if p.Training != (profit.TrainingRate{PerSecond: 3e9, Watts: 300, Measured: true}) { // power was not measured
		t.Errorf("%+v", p.Training)
	}
	if p := w.Device(n); len(p.Mining) != 0 || p.Training.PerSecond != 0 {
		t.Errorf("a model that is not configured: %+v", p)
	}
	for name, r := range map[string]learned.Rate{"old": {PerSecond: 61, At: now.Add(-rateMaxAge)}, "nothing": {At: now}} {
		remember(t, &w.learned.Rates, of("GPU-1", "M"), r)
		if got := w.Device(m).Mining["a"]; got != prior {
			t.Errorf("%s: %+v", name, got)
		}
	}
	w.learned = nil
	if got := w.Device(m).Mining["a"]; got != prior {
		t.Errorf("%+v", got)
	}
}

func status(state solver.AttemptState) solver.Status {
	c := &market.Challenge{Chain: "dev", Target: evaluator.Dense}
	c.Phase, c.Deadline, c.Reward, c.AccuracyThreshold = uint8(market.PhaseCommit), uint64(time.Now().Unix()+3600), big.NewInt(1e18), big.NewInt(400)
	c.Terms.Groups, c.Terms.HoldoutGroups, c.Terms.GroupSize, c.Terms.Features, c.Terms.Classes = 400, 40, 12, 64, 10
	return solver.Status{Challenge: c, Attempt: solver.Attempt{Key: c.Key(), State: state}}
}

func TestChallengesOfTheWorld(t *testing.T) {
	w := newWorld()
	state := solver.State{Chain: "dev", GasPrice: big.NewInt(1e9)}
	given, done, alone := "", 0.25, false
	w.markets = func() []solver.State { return []solver.State{state} }
	w.progress = func(string) workers.Progress { return workers.Progress{Done: done, GivenUp: given, Alone: alone} }
	look := func(s solver.Status) (profit.Challenge, bool) {
		state.Challenges = []solver.Status{s}
		list := w.Market(time.Now()).Challenges
		if len(list) == 0 {
			return profit.Challenge{}, false
		}
		return list[0], true
	}
	c, ok := look(status(solver.Training))
	if !ok || c.Obstacle != "" || c.Reward != 1 || c.Price.Value != 2000 || c.Work.Median <= 0 || c.Spent != c.Work.Median/4 || c.GasEntry <= 0 || c.GasWin <= 0 || c.Lag != 48*time.Second {
		t.Errorf("%+v", c)
	}
	for _, s := range []solver.AttemptState{solver.Ready, solver.Committed, solver.Paid, solver.Passed, solver.Abandoned, solver.Expired} {
		if _, ok := look(status(s)); ok {
			t.Errorf("%s is for sale", s)
		}
	}
	if c.MaxDevices > 1 || c.OneWorker {
		t.Errorf("the program's own trainer for %d devices", c.MaxDevices)
	}
	w.cfg.Training.MaxDevices = 4
	if c, _ := look(status(solver.Training)); c.MaxDevices != 4 || !c.OneWorker {
		t.Errorf("a trainer for four devices: %+v", c)
	}
	few := status(solver.Training)
	few.Challenge.Terms.Groups = 100
	if c, _ := look(few); c.MaxDevices > 1 {
		t.Errorf("a cross-validation for %d devices", c.MaxDevices)
	}
	alone = true
	if c, _ := look(status(solver.Training)); c.MaxDevices > 1 {
		t.Errorf("teams fail, and it is for %d devices", c.MaxDevices)
	}
	given = "training was given up: it diverged"
	if c, _ := look(status(solver.Training)); c.Obstacle != given {
		t.Errorf("%+v", c)
	}
	if list := w.explained(state.Challenges); list[0].Obstacle != given || state.Challenges[0].Obstacle != "" {
		t.Errorf("%+v", list)
	}
	given = workers.Trained
	if c, _ := look(status(solver.Training)); c.Obstacle != workers.Trained {
		t.Errorf("%+v", c)
	}
	if c, _ := look(status(solver.Seen)); c.Obstacle != "" {
		t.Errorf("after another draw: %+v", c)
	}
	given, state.Fault = "", "no RPC endpoint answers"
	if c, _ := look(status(solver.Seen)); c.Obstacle != "the market cannot be reached" {
		t.Errorf("%+v", c)
	}
	if c, _ := look(status(solver.Training)); c.Obstacle != "" {
		t.Errorf("training that runs goes on: %+v", c)
	}
	state.Fault = ""
	w.cfg.Chains[0].ID = 11155111
	if c, _ := look(status(solver.Seen)); !strings.Contains(c.Price.Disbelief(time.Now()), "Sepolia") {
		t.Errorf("%+v", c.Price)
	}
	w.cfg.Chains[0].TestNetworkIsMoney = true
	if c, _ := look(status(solver.Seen)); c.Price.Disbelief(time.Now()) != "" {
		t.Errorf("%+v", c.Price)
	}
}

// A challenge whose windows cannot hold our polls and confirmations would only
// cost us the bonds.
func TestWindowsThatAreTooShort(t *testing.T) {
	c := config.Chain{Name: "dev", Poll: 12 * time.Second, Confirmations: 2, MaxBondEther: 1}
	ch := &market.Challenge{Terms: market.Terms{CommitBond: new(big.Int), ClaimBond: new(big.Int), ClaimWindow: 72, TurnWindow: 72}}
	ch.Reward = new(big.Int)
	if why := acceptable(c, ch, feed.New(time.Now)); why != "" {
		t.Error(why)
	}
	ch.Terms.TurnWindow = 71
	if why := acceptable(c, ch, feed.New(time.Now)); !strings.Contains(why, "turn window of 1m11s is too short") {
		t.Error(why)
	}
}

// Nobody enters a challenge whose hold-out may be gone before its first model is judged; that it is in blobs is what
// matters.
func TestWindowsThatOutlastBlobs(t *testing.T) {
	const days = 24 * 3600
	c := config.Chain{Name: "dev", MaxBondEther: 1}
	ch := &market.Challenge{Target: evaluator.BlobDispute, Terms: market.Terms{CommitBond: new(big.Int), ClaimBond: new(big.Int), RevealWindow: 6 * days, ClaimWindow: days, TurnWindow: 5 * days, HoldoutGroups: 1, GroupSize: 1}}
	ch.Reward = new(big.Int)
	if why := acceptable(c, ch, feed.New(time.Now)); why != "" {
		t.Error(why)
	}
	ch.Terms.TurnWindow++
	if why := acceptable(c, ch, feed.New(time.Now)); !strings.Contains(why, "are 408h0m2s: blobs are kept for 408h0m0s") {
		t.Error(why)
	}
	ch.Target = evaluator.Dispute
	if why := acceptable(c, ch, feed.New(time.Now)); why != "" {
		t.Error(why)
	}
}

// A curve that is still flat at the beginning does not end a training; one that is
// flat far below what is needed when most of the work is done does.
func TestWhatCurvesTeach(t *testing.T) {
	flat := func(accuracy float64) (ps []curve.Point) {
		for i := range 12 {
			ps = append(ps, curve.Point{Work: profit.MACs(i+1) * 1e9, Accuracy: accuracy + 0.0001*float64(i)})
		}
		return ps
	}
	prior := profit.Work{Median: 1e11, Sigma: 0.5, Reach: 0.7}
	for name, tt := range map[string]struct {
		done        float64
		curve       []curve.Point
		least, most profit.Ratio
	}{
		"at the beginning":  {0.1, flat(0.1), 0.7, 0.7},
		"a little later":    {0.25, flat(0.1), 0.1, 0.7},
		"near the end":      {0.9, flat(0.5), 0, 0.02},
		"it is reached":     {0.5, flat(0.9), 0.8, 1},
		"no curve, by luck": {0.9, nil, 0.7, 0.7},
	} {
		work := prior
		learn(&work, workers.Progress{Done: tt.done, Curve: tt.curve}, 0.85, 1)
		if work.Reach < tt.least || work.Reach > tt.most {
			t.Errorf("%s: %v, want %v to %v", name, work.Reach, tt.least, tt.most)
		}
	}
}

// What a challenge leaves on a device is what its surplus pays there; what does not pay leaves nothing.
func TestWhatAChallengeLeaves(t *testing.T) {
	w := newWorld()
	w.cfg.Electricity.PricePerKWh = config.Quote{Value: new(0.1)}
	s := status(solver.Seen)
	w.markets = func() []solver.State {
		return []solver.State{{Chain: "dev", GasPrice: big.NewInt(1e9), Challenges: []solver.Status{s}}}
	}
	network, err := w.network(task(s))
	if err != nil {
		t.Fatal(err)
	}
	d := []gpu.Device{{UUID: "GPU-1", Model: "M"}}
	rich := w.leaves(d, "dev/0", network)
	if rich.Spare <= 0 || rich.Spare >= rich.Left || rich.Left > 3600*1e9 || rich.Start != 180*1e9 {
		t.Errorf("%+v", rich)
	}
	// A team has more time, by what it does at once, and each of it would earn something else.
	w.cfg.Training.MaxDevices = 2
	team := w.leaves(append(d, gpu.Device{UUID: "GPU-2", Model: "M"}), "dev/0", network)
	if more := float64(team.Left / rich.Left); math.Abs(more-1.6) > 0.001 || team.Start != profit.MACs(1.6*float64(rich.Start)) || team.Spare > profit.MACs(1.7)*rich.Spare {
		t.Errorf("%+v, alone %+v", team, rich)
	}
	s.Challenge.Reward = big.NewInt(1e12)
	if poor := w.leaves(d, "dev/0", network); poor.Spare != 0 || poor.Left <= 0 {
		t.Errorf("%+v", poor)
	}
	large := network
	large.Work = 1e18
	s.Challenge.Reward = big.NewInt(1e18)
	if late := w.leaves(d, "dev/0", large); late.Spare != 0 {
		t.Errorf("%+v", late)
	}
	if none := w.leaves(d, "dev/7", network); none.Spare != 0 || !math.IsInf(float64(none.Left), 1) {
		t.Errorf("%+v", none)
	}
}

// Whoever claims has to assert a bit for each example in one transaction: of a hold-out beyond that only bonds would be left.
func TestHoldoutsThatNobodyCanAssert(t *testing.T) {
	c := config.Chain{Name: "dev", MaxBondEther: 1}
	ch := &market.Challenge{Target: evaluator.BlobDispute, AssertBond: new(big.Int), Terms: market.Terms{CommitBond: new(big.Int), ClaimBond: new(big.Int), ClaimWindow: 72, TurnWindow: 72, HoldoutGroups: 16, GroupSize: 50_000}}
	ch.Reward = new(big.Int)
	if why := acceptable(c, ch, feed.New(time.Now)); why != "" {
		t.Error(why)
	}
	ch.Terms.HoldoutGroups = 17
	if why := acceptable(c, ch, feed.New(time.Now)); !strings.Contains(why, "hold-out of 850000 examples") {
		t.Error(why)
	}
}
