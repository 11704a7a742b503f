package backtest

import (
	"math"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// Demand is the best customer at a host at one step, for one device; the zero Demand: nobody.
type Demand struct {
	PerHour float64 // USD that they would pay, before the host's fee
	Steps   int     // that they stay, at least one
}

// Lets is a rule for a device that a host's customers may take: at which price it is let, and
// whether it mines in between.
type Lets struct {
	Name string
	// price is the least that a customer has to pay, given the reservation price; below zero: no
	// customer is taken.
	price func(reservation float64) float64
	mines bool
}

// LetRules are the engine's, and the simple ones.
func LetRules() []Lets {
	never, any := func(float64) float64 { return -1 }, func(float64) float64 { return 0 }
	return []Lets{
		{"gpuarbiter", func(r float64) float64 { return r }, true},
		{"mine always", never, true},
		{"rent always", any, false},
		{"rent before mining", any, true},
	}
}

// Letting is a class that is let at a host besides mining.
type Letting struct {
	Host   profit.Host
	Watts  float64 // at the device, while a customer has it
	Margin profit.Ratio
	Demand []Demand // by step
}

// RunLetting replays a class that mines by the engine and is let by a rule: a customer that pays
// the price that is named takes the device for as long as they stay. To enter mining costs the
// minutes of a switch; to be let costs nothing. The money is the truth's.
func RunLetting(w *World, c *Class, l Letting, rule Lets, p decide.Policy, told [][]float64, minutes float64) (m Money) {
	e := newEngine(w, c, p, minutes)
	d := &e.snap.Devices[0]
	e.snap.Market.Hosts = []profit.Host{l.Host}
	d.Renting = map[string]profit.RentRate{l.Host.Name: {Watts: profit.Watts(l.Watts)}}
	seen, named := poll{gross: make([]float64, len(told))}, rent.Price{}
	until, pays, idle := -1, 0.0, len(c.Coins)
	did := 0 // the option of the step before; -1: let
	for t := range w.Steps() {
		seen.step, seen.tariff = t, w.Tariff[t]
		for k := range told {
			seen.gross[k] = told[k][t]
		}
		now := w.Start.Add(time.Duration(t) * w.Step)
		if t > until {
			d.Contract = nil
		}
		option := e.choose(seen)
		if price, why := rent.Reserve(&e.snap, e.plan, &l.Host, l.Margin); why == "" && rent.Renew(named, math.Max(float64(price), 1e-9), now) {
			named = rent.Price{PerHour: float64(price), At: now}
		}
		if want := rule.price(named.PerHour); t > until && want >= 0 && !named.At.IsZero() && l.Demand[t].Steps > 0 && l.Demand[t].PerHour >= want {
			until, pays = t+l.Demand[t].Steps-1, l.Demand[t].PerHour
			d.Contract = &decide.Contract{Work: profit.Renting(l.Host.Name), Why: "under contract"}
			d.Running, d.Since = d.Contract.Work, now
		}
		switch {
		case t <= until:
			m.USD += (pays*(1-float64(l.Host.Fee)) - l.Watts*wall*w.Tariff[t]/1000) * w.Hours()
			option = -1
		default:
			if !rule.mines {
				option = idle
			}
			m.USD += w.net(c, option, t) * w.Hours()
			if option != did {
				m.USD -= switchCost(c, option, t, minutes)
			}
		}
		if option != did && t > 0 {
			m.Switches++
		}
		did = option
	}
	return m
}
