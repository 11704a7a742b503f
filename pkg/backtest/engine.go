package backtest

import (
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/signal"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// Engine is the daemon's own policy: the same estimates, signals and decisions.
func Engine(name string, p decide.Policy) Policy {
	return Policy{name, func(w *World, c *Class, minutes float64) policy {
		return newEngine(w, c, p, minutes)
	}}
}

type engine struct {
	world *World
	class *Class
	track *signal.Track
	snap  decide.Snapshot

	planner decide.Planner
	plan    decide.Plan // the latest
}

// newEngine makes a rig of one device of the class. A quote of a coin is the
// price of what a unit hashrate finds in an hour.
func newEngine(w *World, c *Class, p decide.Policy, minutes float64) *engine {
	p.SwitchSeconds = minutes * 60
	e := &engine{world: w, class: c, track: signal.NewTrack(w.Hours())}
	e.snap = decide.Snapshot{Policy: p, Devices: make([]decide.Device, 1)}
	d := &e.snap.Devices[0]
	idle := len(c.Coins)
	d.UUID, d.Model, d.IdleWatts = c.Name, c.Name, profit.Watts(c.Watts[idle])
	d.Mining = map[string]profit.MiningRate{}
	for k, coin := range c.Coins {
		d.Mining[coin] = profit.MiningRate{Hashrate: 1, Watts: profit.Watts(c.Watts[k])}
		e.snap.Market.Coins = append(e.snap.Market.Coins, profit.Coin{Name: coin, HashesPerDifficulty: 1, Difficulty: profit.Quote{Value: 3600, Source: "unit"}, BlockReward: profit.Quote{Value: 1, Source: "unit"}})
	}
	d.Running = profit.Mining(c.Coins[0])
	d.Since = w.Start.Add(-24 * time.Hour)
	e.snap.Market.Tariff = profit.Tariff{Rate: profit.Quote{Value: 1, Source: "unit"}, Overhead: 1, Currency: "USD"}
	return e
}

func (e *engine) choose(p poll) int {
	d, m := &e.snap.Devices[0], &e.snap.Market
	m.Now = e.world.Start.Add(time.Duration(p.step) * e.world.Step)
	m.Tariff.PerKWh = profit.Quote{Value: p.tariff, Source: "world", Signed: true}
	for k := range m.Coins {
		m.Coins[k].Price = profit.Quote{Value: p.gross[k], Source: "world"}
	}
	d.Signals = e.track.Leads(e.track.Observe(profit.Estimates(d.Device, *m)), d.Running)
	e.plan = e.planner.Decide(e.snap, e.planner.Estimates(e.snap))
	if chosen := e.plan.Decisions[0].Chosen; chosen != d.Running {
		d.Running, d.Since = chosen, m.Now
	}
	for k, coin := range e.class.Coins {
		if d.Running == profit.Mining(coin) {
			return k
		}
	}
	return len(e.class.Coins)
}
