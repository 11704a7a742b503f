package app

import (
	"cmp"
	"fmt"
	"math"
	"math/big"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
	"github.com/gpuarbiter/gpuarbiter/pkg/work"
)

// testNetworks are chains whose coins are worth nothing, whatever a price
// source says of ether.
var testNetworks = map[uint64]string{
	5: "Goerli", 1337: "a development chain", 1338: "a development chain", 31337: "a development chain",
	17000: "Holesky", 11155111: "Sepolia", 560048: "Hoodi", 80002: "Polygon Amoy", 84532: "Base Sepolia",
	421614: "Arbitrum Sepolia", 11155420: "OP Sepolia",
}

// world translates the configuration, quotes and the market's challenges into
// the valuation's plain inputs.
type world struct {
	feed     *feed.Feed
	markets  func() []solver.State
	progress func(key string) workers.Progress // of a challenge's training
	// the network that is trained for a challenge, or would be
	network func(workers.Task) (trainer.Suggestion, error)
	// how much work earlier challenges took against its estimate; nil: none is known
	residuals func() []profit.Residual
	// what was learned of devices; nil: nothing is known
	learned *learned.Book
	// what hosts pay; nil: nothing is let
	landlord *landlord
	// work of kinds that are packages of their own
	others work.Opened

	mu  sync.Mutex
	cfg *config.Config
}

func (w *world) set(cfg *config.Config) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.cfg = cfg
}

func (w *world) config() *config.Config {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.cfg
}

// Market is the quotes and challenges of this moment.
func (w *world) Market(now time.Time) profit.Market {
	cfg := w.config()
	m := profit.Market{Now: now, Tariff: w.tariff(cfg, now), Risk: profit.Risk{
		Aversion: cfg.Policy.RiskAversion, Volatility: cfg.Policy.PriceVolatility, PayoutDays: cfg.Policy.PayoutDays,
	}, Commitment: profit.Hours(cfg.Policy.MinRun.Hours())}
	for _, c := range cfg.Mining.Coins {
		m.Coins = append(m.Coins, w.coin(cfg, c))
	}
	if w.landlord != nil {
		m.Hosts = w.landlord.market()
	}
	for _, state := range w.markets() {
		for _, c := range cfg.Chains {
			if c.Name == state.Chain {
				m.Challenges = append(m.Challenges, w.challenges(cfg, c, state)...)
			}
		}
	}
	return m
}

func (w *world) tariff(cfg *config.Config, now time.Time) profit.Tariff {
	e := cfg.Electricity
	t := profit.Tariff{Rate: profit.Quote{Value: 1, Source: "USD is the reporting currency"}, Overhead: profit.Ratio(e.OverheadRatio), Currency: e.Currency}
	ordinary := 1.0 // USD, or the currency's next best
	if t.Currency != "USD" {
		if t.Rate = w.rate(cfg, t.Currency); t.Rate.Value > 0 {
			ordinary /= t.Rate.Value
		}
	}
	t.PerKWh, t.Ahead = w.feed.Tariff("electricity.price_per_kwh", e.PricePerKWh, ordinary)
	if len(e.Periods) > 0 {
		base := t.PerKWh
		t.Ahead = feed.Periods(now, e.Place(), e.Periods)
		if len(t.Ahead) > 0 && !now.Before(t.Ahead[0].From) {
			t.PerKWh = profit.Quote{Value: t.Ahead[0].PerKWh, Source: "electricity.periods", Signed: true}
		}
		if base.Disbelief(now) == "" {
			t.Ahead = feed.Fill(now, t.Ahead, base.Value)
		}
	}
	full := func(price float64) float64 { return (price + e.SurchargePerKWh) * (1 + e.TaxRatio) }
	t.PerKWh.Value = full(t.PerKWh.Value)
	if e.SurchargePerKWh != 0 || e.TaxRatio != 0 {
		t.Ahead = slices.Clone(t.Ahead)
		for i := range t.Ahead {
			t.Ahead[i].PerKWh = full(t.Ahead[i].PerKWh)
		}
	}
	return t
}

func (w *world) coin(cfg *config.Config, c config.Coin) profit.Coin {
	at := "mining.coins." + c.Name + "."
	return profit.Coin{
		Name: c.Name, Algorithm: c.Algorithm,
		Price:               w.quote(cfg, at+"price_usd", c.PriceUSD),
		Difficulty:          w.feed.Quote(at+"difficulty", c.Difficulty),
		BlockReward:         w.feed.Quote(at+"block_reward", c.BlockReward),
		PerHash:             w.quote(cfg, at+"usd_per_hash", c.USDPerHash),
		HashesPerDifficulty: c.HashesPerDifficulty,
		PoolFee:             profit.Ratio(c.PoolFeeRatio), MinerFee: profit.Ratio(c.MinerFee()),
		Stale: profit.Ratio(c.StaleRatio), SaleFee: profit.Ratio(c.SaleFeeRatio),
	}
}

// quote is a quote in USD, of sources in whatever currency.
func (w *world) quote(cfg *config.Config, name string, q config.Quote) profit.Quote {
	return w.inUSD(cfg, w.feed.Quote(name, q), q.In)
}

// rate is the USD that one unit of a currency is worth.
func (w *world) rate(cfg *config.Config, currency string) profit.Quote {
	q := cfg.Rates[currency]
	return w.inUSD(cfg, w.feed.Rate("rates."+currency, currency, q), q.In)
}

func (w *world) inUSD(cfg *config.Config, quote profit.Quote, in string) profit.Quote {
	if in == "" || in == "USD" {
		return quote
	}
	if cfg.Rates[in].In != in { // in no circle
		return feed.In(quote, w.rate(cfg, in), time.Now())
	}
	return feed.In(quote, profit.Quote{}, time.Now())
}

// etherPrice is what a chain's ether is believed to be worth. A chain without a
// source, and a test network, has none.
func (w *world) etherPrice(c config.Chain) profit.Quote {
	q := w.feed.Quote("chains."+c.Name+".ether_price_usd", c.EtherPriceUSD)
	if name, ok := testNetworks[c.ID]; ok && !c.TestNetworkIsMoney {
		q.Fault = fmt.Sprintf("chain %d is %s, whose ether is worth nothing", c.ID, name)
	}
	return q
}

// unit is what an amount on chain is of: ether or a token.
type unit struct {
	symbol   string
	decimals int
	price    profit.Quote // USD for one
}

// amount is so many smallest units, as a number for valuation only.
func (u unit) amount(v *big.Int) float64 {
	f, _ := new(big.Rat).SetFrac(v, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(u.decimals)), nil)).Float64()
	return f
}

// unit is what is believed of a token. One that the configuration does not
// name is worth nothing, whatever it calls itself.
func (w *world) unit(c config.Chain, token common.Address) unit {
	ether := w.etherPrice(c)
	if token == market.Ether {
		return unit{"ether", 18, ether}
	}
	for _, t := range c.Tokens {
		if common.HexToAddress(t.Address) != token {
			continue
		}
		q := w.feed.Quote("chains."+c.Name+".tokens."+t.Symbol+".price_usd", t.PriceUSD)
		if name, ok := testNetworks[c.ID]; ok && !c.TestNetworkIsMoney {
			q.Fault = fmt.Sprintf("chain %d is %s, whose tokens are worth nothing", c.ID, name)
		}
		return unit{t.Symbol, t.Decimals, q}
	}
	return unit{token.Hex(), 18, profit.Quote{Fault: "token " + token.Hex() + " is not in chains." + c.Name + ".tokens"}}
}

// worth is what a challenge's reward is worth in wei of its chain, at the present
// prices; nil if they are not believed.
func (w *world) worth(c config.Chain, ch *market.Challenge, now time.Time) *big.Int {
	if ch.Terms.Token == market.Ether {
		return new(big.Int).Set(ch.Reward)
	}
	u, ether := w.unit(c, ch.Terms.Token), w.etherPrice(c)
	if u.price.Disbelief(now) != "" || ether.Disbelief(now) != "" || ether.Value <= 0 {
		return nil
	}
	wei, _ := big.NewFloat(u.amount(ch.Reward) * u.price.Value / ether.Value * 1e18).Int(nil)
	return wei
}

// challenges are those that a device could train for now, or could later.
func (w *world) challenges(cfg *config.Config, c config.Chain, state solver.State) []profit.Challenge {
	var list []profit.Challenge
	price, prior := w.etherPrice(c), w.work(cfg)
	for _, s := range state.Challenges {
		open := s.Attempt.State == solver.Seen || s.Attempt.State == solver.Training
		if !open || market.Phase(s.Challenge.Phase) == market.PhaseClosed {
			continue
		}
		suggestion, err := w.network(task(s))
		ch := w.challenge(cfg, c, state, s, price, prior, suggestion)
		if err != nil {
			ch.Obstacle = err.Error()
		}
		list = append(list, ch)
	}
	return list
}

func (w *world) challenge(cfg *config.Config, c config.Chain, state solver.State, s solver.Status, price profit.Quote, work profit.Work, suggestion trainer.Suggestion) profit.Challenge {
	ch := s.Challenge
	p := profit.Challenge{
		Key: ch.Key(), Ether: price, Deadline: ch.DeadlineTime(),
		Lag: lagOf(c), Committed: int(ch.Commits), Rivals: c.Rivals,
		Organiser: profit.Ratio(c.OrganiserRatio), Obstacle: s.Obstacle,
		// Bonds come back unless the claim is wrong.
		Bond: ether(ch.ClaimBond()) + ether(ch.CommitBond()), BondAtRisk: profit.Ratio(c.BondAtRiskRatio),
	}
	unit := w.unit(c, ch.Terms.Token)
	p.Reward, p.Price = unit.amount(ch.Reward), unit.price
	if c.RivalsAtUSD > 0 { // teams grow as prize^0.43 (371 prizes on Kaggle)
		p.Rivals *= math.Pow(math.Max(p.Reward*p.Price.Value, 0)/c.RivalsAtUSD, 0.43)
	}
	if state.Fault != "" {
		// What was seen last may be old: training that runs goes on, none begins.
		if s.Attempt.State != solver.Training {
			p.Obstacle = "the market cannot be reached"
		}
	}
	if suggestion.Model == nil {
		return p
	}
	// At the pace of the devices' rates.
	pace := w.pace(cfg, suggestion)
	whole := profit.MACs(suggestion.Work / pace)
	p.Work = work
	p.Work.Median *= whole
	progress := w.progress(p.Key)
	if suggestion.Job.Folds == 0 && !progress.Alone { // a cross-validation is the processor's
		p.MaxDevices, p.OneWorker = cfg.Training.MaxDevices, cfg.Training.MaxDevices > 1
	}
	givenUp := progress.GivenUp
	p.Spent = profit.MACs(progress.Done) * whole
	learn(&p.Work, progress, task(s).Need+cfg.Training.MarginRatio, pace)
	if passes(progress, task(s).Need) {
		// A model that meets the need is there, and is handed in before the deadline
		// whatever margin it was to have: little is left to do.
		p.Work = profit.Work{Median: p.Spent + 0.01*whole, Reach: 1}
	}
	// A draw that the chain took back makes a trained challenge one to train for again.
	if givenUp != "" && (givenUp != workers.Trained || s.Attempt.State == solver.Training) {
		p.Obstacle = givenUp
	}
	weiPerGas, _ := new(big.Float).SetInt(orZero(state.GasPrice)).Float64()
	entry, win := market.Gas(ch, suggestion.Model)
	p.GasEntry, p.GasWin = float64(entry)*weiPerGas/1e18, float64(win)*weiPerGas/1e18
	return p
}

// explained are challenges with what the trainers' side has against them.
func (w *world) explained(list []solver.Status) []solver.Status {
	list = slices.Clone(list)
	for i := range list {
		if s := &list[i]; s.Obstacle == "" {
			s.Obstacle = w.progress(s.Challenge.Key()).GivenUp
		}
	}
	return list
}

// surprise is the least probability that a training still succeeds, whatever its
// curve says: curves have been flat and then fallen.
const surprise = 0.01

// learn takes in what the learning curve says: the more of the planned work is
// done, the more the curve counts against the prior.
func learn(work *profit.Work, progress workers.Progress, need, pace float64) {
	if progress.Done < curve.Early {
		return
	}
	fit, ok := curve.Fit(progress.Curve, need)
	if !ok {
		return
	}
	work.Evidence = fit.Evidence
	work.Evidence.Log -= math.Log(pace)
	work.Reach = profit.Ratio(math.Pow(float64(work.Reach), 1-progress.Done) * math.Pow(math.Max(fit.Reach, surprise), progress.Done))
}

// passes reports whether training has come to a model that meets the need already.
func passes(progress workers.Progress, need float64) bool {
	return slices.ContainsFunc(progress.Curve, func(p curve.Point) bool { return p.Accuracy >= need })
}

// learning is how much the learning curve of the median work tells, as parts of
// what the prior holds: assumed, as it is on the streams of pkg/backtest.
const learning = 4

// ether is an amount of wei, for valuation only.
func ether(wei *big.Int) float64 { return unit{decimals: 18}.amount(orZero(wei)) }

// work is what is believed of the work that challenges take, as times its
// estimate: the policy's prior, and what earlier trainings have shown.
func (w *world) work(cfg *config.Config) profit.Work {
	work := profit.Work{
		Median: 1, Sigma: cfg.Training.WorkSigma, Reach: profit.Ratio(cfg.Training.ReachProbability), Learning: learning,
	}
	if w.residuals != nil {
		shift, sigma := profit.LearnWork(w.residuals(), work)
		work.Median, work.Sigma = profit.MACs(math.Exp(shift)), sigma
	}
	return work
}

func orZero(v *big.Int) *big.Int {
	if v == nil {
		return new(big.Int)
	}
	return v
}

func task(s solver.Status) workers.Task {
	ch := s.Challenge
	data := ch.Data()
	if s.Attempt.Bundle != "" {
		data.Shape = s.Attempt.Shape
	}
	return workers.Task{
		Key: ch.Key(), Challenge: data, Bundle: s.Attempt.Bundle, Target: ch.Target,
		Fits: func(n model.Integer) bool { return market.Fits(ch, n) },
		Need: float64(s.Challenge.Need()) / float64(s.Challenge.Points()),
	}
}

// Device is what is known of a device's performance.
func (w *world) Device(d gpu.Device) profit.Device {
	cfg := w.config()
	m, _ := cfg.Devices.Model(d.Model)
	p := profit.Device{
		UUID: string(d.UUID), Index: d.Index, Model: d.Model, IdleWatts: profit.Watts(m.IdleWatts), Mining: map[string]profit.MiningRate{},
		Training: profit.TrainingRate{PerSecond: profit.MACs(m.TrainingMACsPerSecond), Watts: profit.Watts(m.TrainingWatts)},
	}
	for _, c := range cfg.Mining.Coins {
		if r, ok := c.Model(d.Model); ok {
			p.Mining[c.Name] = w.miningRate(d, c.Name, r)
		} else if _, known := w.measured(d, profit.Mining(c.Name)); known && len(c.Models) == 0 {
			p.Mining[c.Name] = w.miningRate(d, c.Name, config.CoinModel{HashScale: 1})
		}
	}
	if p.Training.PerSecond > 0 {
		w.training(d, cfg.Training.MaxDevices, &p.Training)
	}
	p.Offers = w.others.Offers(d)
	if w.landlord != nil {
		p.Renting = w.landlord.rates(d, max(p.Training.Watts, profit.Watts(d.PowerLimit.DefaultWatts)))
	}
	return p
}

// Relative uncertainties of a hashrate.
const (
	priorSigma    = 0.2
	measuredSigma = 0.05
)

// miningRate is what was measured, else the configuration's prior. Where nothing tells what it
// draws, that is the power limit: power that is not known is not free.
func (w *world) miningRate(d gpu.Device, coin string, prior config.CoinModel) profit.MiningRate {
	rate := w.knownRate(d, coin, prior)
	if rate.Watts == 0 {
		m, _ := w.config().Devices.Model(d.Model)
		rate.Watts = profit.Watts(cmp.Or(m.MiningLimitWatts, float64(d.PowerLimit.DefaultWatts)))
	}
	return rate
}

func (w *world) knownRate(d gpu.Device, coin string, prior config.CoinModel) profit.MiningRate {
	rate := profit.MiningRate{Hashrate: profit.Hashrate(prior.HashesPerSecond), Watts: profit.Watts(prior.Watts), Sigma: priorSigma}
	if prior.USDPerHour.Configured() {
		rate.Revenue = w.quote(w.config(), "mining.coins."+coin+".models."+d.Model+".usd_per_hour", prior.USDPerHour)
	}
	workload := profit.Mining(coin)
	r, ok := w.measured(d, workload)
	if !ok {
		return rate
	}
	rate.Hashrate, rate.Sigma, rate.Measured = profit.Hashrate(r.PerSecond), measuredSigma, true
	if r.Watts > 0 {
		rate.Watts = profit.Watts(r.Watts)
	}
	// Experience says how far off it is, once there is some.
	if c, ok := w.learned.Calibrations.Get(learned.At{Device: d.UUID, Work: workload.String()}); ok {
		if realised, sigma, ok := c.Expected(time.Now(), rateMaxAge); ok {
			rate.Realised, rate.Sigma = realised, sigma
		}
	}
	return rate
}

// rateMaxAge is how long a measurement, and experience, count. After it the prior does again,
// so that what was measured on a bad day is tried once more.
const rateMaxAge = 14 * 24 * time.Hour

func (w *world) measured(d gpu.Device, workload profit.Workload) (learned.Rate, bool) {
	return w.measuredIn(1, d, workload)
}

// measuredIn is what the device does at a workload for its part in a team of so many.
func (w *world) measuredIn(team int, d gpu.Device, workload profit.Workload) (learned.Rate, bool) {
	if w.learned == nil {
		return learned.Rate{}, false
	}
	r, ok := w.learned.Rates.Get(learned.At{Device: d.UUID, Work: w.RateOf(d, workload), Team: team})
	return r, ok && r.PerSecond > 0 && time.Since(r.At) < rateMaxAge
}

// Unsaved is how long ago the challenge's training was saved.
func (w *world) Unsaved(challenge string, now time.Time) time.Duration {
	saved := w.progress(challenge).Saved
	if saved.IsZero() {
		return 0
	}
	return max(now.Sub(saved), 0)
}
