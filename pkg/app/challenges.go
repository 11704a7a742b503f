package app

import (
	"math"
	"math/big"
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

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
		if !trainable(s) {
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

// trainable reports whether a challenge is one to train for, now or later.
func trainable(s solver.Status) bool {
	open := s.Attempt.State == solver.Seen || s.Attempt.State == solver.Training
	return open && market.Phase(s.Challenge.Phase) != market.PhaseClosed
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

// Barred implements scheduler.World.
func (w *world) Barred(d gpu.Device) (list []decide.Cooldown) {
	for _, state := range w.markets() {
		for _, s := range state.Challenges {
			if !trainable(s) {
				continue
			}
			key := s.Challenge.Key()
			if why, is := w.progress(key).Barred[d.UUID]; is {
				list = append(list, decide.Cooldown{Workload: profit.Training(key), Reason: why})
			}
		}
	}
	return list
}
