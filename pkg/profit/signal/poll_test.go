package signal

import (
	"math"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// A price that was far off for a while does not keep devices from moving for
// days: the lead's variance is about what it was.
func TestASpikeIsNoVariance(t *testing.T) {
	track := NewTrack(1.0 / 6)
	running, other := profit.Mining("a"), profit.Mining("b")
	poll := func(i int, times float64) float64 {
		b := profit.USDPerHour(times * 0.05 * (1 + 0.02*math.Sin(float64(i)/20)))
		for _, s := range track.Leads(track.Observe([]profit.Estimate{{Workload: running, Gross: 0.05}, {Workload: other, Gross: b}}), running) {
			if s.Workload == other {
				return s.LeadVariance
			}
		}
		return 0
	}
	var before, after float64
	for i := range 2000 {
		before = poll(i, 1)
	}
	for i := range 18 {
		poll(i, 1000)
	}
	for i := range 60 {
		after = poll(i, 1)
	}
	if after > 5*before { // of the band that is a factor of 1.7
		t.Errorf("the variance was %g, three hours of a thousand times the price made it %g", before, after)
	}
}

// What is believed of an option whose quotes come and go, poll by poll and between.
func TestPoller(t *testing.T) {
	const every = 10 * time.Minute
	const no = -1.0 // not believed
	type look struct {
		after time.Duration
		b     float64 // what quotes say of coin b; a says 0.05
		times int     // 0: once
		want  float64 // of b's signal; 0: there is none
	}
	calm := look{every, 0.04, 200, 0.04}
	for name, looks := range map[string][]look{
		"one absurd poll":                        {calm, {every, 40, 1, 0.04}, {every, 0.04, 1, 0.04}},
		"away at the poll, absurd between":       {calm, {every, no, 1, 0.04}, {10 * time.Second, 40, 1, 0.04}, {every, 0.04, 1, 0.04}},
		"away at the poll, a tenth between":      {calm, {every, no, 1, 0.04}, {10 * time.Second, 0.004, 1, 0.04}},
		"back after hours: soon believed":        {calm, {every, no, 30, 0.04}, {every, 0.042, 2, 0.042}},
		"back after days: nothing is left":       {calm, {every, no, 400, 0}, {every, 0.09, 2, 0}, {every, 0.09, 1, 0.09}},
		"the first poll of all":                  {{every, 0.04, 1, 0.04}},
		"sources that answer after it":           {{every, no, 1, 0}, {10 * time.Second, 0.04, 1, 0.04}},
		"a coin that is new beside an old one":   {{every, no, 50, 0}, {10 * time.Second, 0.04, 1, 0}, {every, 0.04, 1, 0}, {every, 0.04, 1, 0.04}},
		"new, and absurd at first":               {{every, no, 50, 0}, {10 * time.Second, 40, 1, 0}, {every, 0.04, 1, 0}, {every, 0.04, 1, 0.04}},
		"absurd at the very beginning":           {{every, 40, 1, 40}, {every, 0.04, 1, 0.04}, {every, 0.041, 1, 0.041}},
		"the daemon was away for a night":        {calm, {9 * time.Hour, 0.08, 1, 0.08}},
		"the clock is set right":                 {calm, {-2 * time.Second, 4, 1, 0.04}, {every, 0.04, 1, 0.04}},
		"the clock was days ahead: begun anew":   {calm, {-48 * time.Hour, 0.08, 1, 0.08}},
		"the daemon was away: then less patient": {calm, {5 * time.Hour, 0.05, 1, 0.05}},
	} {
		p, now := NewPoller(every), time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
		d := profit.Device{Mining: map[string]profit.MiningRate{"a": {Hashrate: 1}, "b": {Hashrate: 1}}}
		quote := func(v float64) profit.Quote { return profit.Quote{Value: v, Source: "test"} }
		for n, l := range looks {
			got := 0.0
			for range max(l.times, 1) {
				now = now.Add(l.after)
				m := profit.Market{Now: now, Tariff: profit.Tariff{PerKWh: profit.Quote{Source: "test"}, Rate: quote(1)}}
				m.Coins = []profit.Coin{{Name: "a", PerHash: quote(0.05 / 3600)}, {Name: "b", PerHash: quote(l.b / 3600)}}
				if l.b == no {
					m.Coins[1].PerHash = profit.Quote{Source: "test", Fault: "away"}
				}
				got = 0
				signals, _ := p.Signals(d, profit.Mining("a"), m)
				for _, s := range signals {
					if s.Workload.Target == "b" {
						got = float64(s.Gross)
					}
				}
			}
			if math.Abs(got-l.want) > 0.06*l.want {
				t.Errorf("%s, look %d: b is believed to be %.4f, want %.4f", name, n, got, l.want)
			}
		}
	}
}

// A coin that takes the place of all others is believed at once: there is nothing
// to stay with. One that comes back after days is not what it was.
func TestACoinInTheOthersPlace(t *testing.T) {
	p, now := NewPoller(10*time.Minute), time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	look := func(after time.Duration, coin string, usd float64) float64 {
		now = now.Add(after)
		quote := func(v float64) profit.Quote { return profit.Quote{Value: v, Source: "test"} }
		m := profit.Market{Now: now, Tariff: profit.Tariff{PerKWh: profit.Quote{Source: "test"}, Rate: quote(1)}, Coins: []profit.Coin{{Name: coin, PerHash: quote(usd / 3600)}}}
		signals, _ := p.Signals(profit.Device{Mining: map[string]profit.MiningRate{coin: {Hashrate: 1}}}, profit.Idling, m)
		for _, s := range signals {
			if s.Workload.Target == coin {
				return float64(s.Gross)
			}
		}
		return 0
	}
	for range 50 {
		look(10*time.Minute, "a", 0.04)
	}
	if got := look(10*time.Second, "b", 0.07); math.Abs(got-0.07) > 1e-9 {
		t.Errorf("the new one is believed to be %g", got)
	}
	for range 50 {
		look(10*time.Minute, "b", 0.07)
	}
	if got := look(10*time.Second, "a", 0.01); math.Abs(got-0.01) > 1e-9 {
		t.Errorf("the old one, back, is believed to be %g", got)
	}
}
