package backtest

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	rules "github.com/gpuarbiter/gpuarbiter/pkg/policy"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// dayOfFour is a record of two days of four cards with two coins that take turns every three hours, a challenge
// from noon on, power that is dear in the evening, and a host whose customer has card 1 on the second day from 8 to 10.
func dayOfFour() (ticks []Tick) {
	begin := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	for step := range 2 * 24 * 6 {
		now := begin.Add(time.Duration(step) * 10 * time.Minute)
		hour := now.Hour()
		quote := func(v float64) profit.Quote { return profit.Quote{Value: v, Source: "t", At: now} }
		s := decide.Snapshot{Policy: decide.Policy{MinLead: .001, SwitchSeconds: 180, Horizon: 24 * time.Hour, MinRun: 10 * time.Minute}, Market: profit.Market{
			Now: now, Tariff: profit.Tariff{PerKWh: quote(0.1), Rate: profit.Quote{Value: 1, Source: "t"}, Overhead: 1},
			Coins: []profit.Coin{{Name: "a"}, {Name: "b"}},
		}}
		if hour >= 17 && hour < 20 {
			s.Market.Tariff.PerKWh = quote(0.6)
		}
		if hour >= 12 {
			s.Market.Challenges = []profit.Challenge{{
				Key: "dev/1", Reward: 0.05, Price: quote(1000), Ether: quote(1000), Deadline: now.Add(20 * time.Hour), Work: profit.Work{Median: 7200 * 1e11, Reach: 1}, MaxDevices: 1,
			}}
		}
		turn := 0.05 * math.Sin(2*math.Pi*float64(step)/36)
		for i := range 4 {
			d := decide.Device{Running: profit.Idling, Since: begin.Add(-24 * time.Hour)}
			d.UUID, d.Index, d.Model, d.IdleWatts = fmt.Sprintf("GPU-%d", i), i, "M", 10
			d.Training = profit.TrainingRate{PerSecond: 1e11, Watts: 250, Measured: true}
			d.Mining = map[string]profit.MiningRate{
				"a": {Hashrate: 1, Watts: 200, Revenue: quote(0.2 + turn)}, "b": {Hashrate: 1, Watts: 200, Revenue: quote(0.2 - turn)},
			}
			if i == 1 && now.Day() == 3 && hour >= 8 && hour < 10 {
				d.Contract = &decide.Contract{Work: profit.Renting("vast"), Why: "under contract"}
			}
			s.Devices = append(s.Devices, d)
		}
		ticks = append(ticks, Tick{Began: begin, Snapshot: s, Choices: make([]Choice, 4)})
	}
	return ticks
}

// What an operator means is kept at every tick of a replay, as in the daemon: the wishes about which something is decided.
// Settings of cards (watts, clocks, heat), miners and pools are not: what they bring is in the record's rates.
func TestWishesInTheBacktest(t *testing.T) {
	of := func(kind profit.Kind) rules.Work { return rules.Work{Kinds: []profit.Kind{kind}} }
	count := func(choices []Choice, is func(profit.Workload) bool) (n int) {
		for _, c := range choices {
			if is(c.Chosen) {
				n++
			}
		}
		return n
	}
	kind := func(k profit.Kind) func(profit.Workload) bool {
		return func(w profit.Workload) bool { return w.Kind == k }
	}
	type at struct {
		now     time.Time
		choices []Choice
	}
	night := rules.When{From: 22 * 60, To: 6 * 60}
	isNight := func(now time.Time) bool { return now.Hour() >= 22 || now.Hour() < 6 }
	for name, tt := range map[string]struct {
		change func(p *decide.Policy)
		keeps  func(at) bool
		free   bool // without the change it is broken: the wish matters
	}{
		"one card never trains": {func(p *decide.Policy) {
			p.Rules = []rules.Rule{{Name: "r", Devices: rules.Devices{Indices: []int{0, 2, 3}}, Work: of(profit.Train), Forbid: true}}
		}, func(a at) bool {
			return a.choices[0].Chosen.Kind != profit.Train && a.choices[2].Chosen.Kind != profit.Train
		}, true},
		"a coin at night only": {func(p *decide.Policy) {
			p.Rules = []rules.Rule{{Name: "r", Work: rules.Work{Coins: []string{"a"}}, When: rules.When{From: 6 * 60, To: 22 * 60}, Forbid: true}}
		}, func(a at) bool {
			return isNight(a.now) || count(a.choices, func(w profit.Workload) bool { return w == profit.Mining("a") }) == 0
		}, true},
		"quiet hours": {func(p *decide.Policy) { p.Rules = []rules.Rule{{Name: "r", When: night, Forbid: true}} },
			func(a at) bool { return !isNight(a.now) || count(a.choices, kind(profit.Idle)) == 4 }, true},
		"two mine b at least": {func(p *decide.Policy) {
			p.Rules = []rules.Rule{{Name: "r", Work: rules.Work{Coins: []string{"b"}}, AtLeast: 2}}
		},
			func(a at) bool {
				return count(a.choices, func(w profit.Workload) bool { return w == profit.Mining("b") }) >= 2
			}, true},
		"no more than three mine": {func(p *decide.Policy) { p.Rules = []rules.Rule{{Name: "r", Work: of(profit.Mine), AtMost: new(3)}} },
			func(a at) bool { return count(a.choices, kind(profit.Mine)) <= 3 }, true},
		"a budget of watts": {func(p *decide.Policy) { p.WattBudget = 500 }, func(a at) bool {
			w := 0.0
			for _, c := range a.choices {
				w += map[profit.Kind]float64{profit.Idle: 10, profit.Mine: 200, profit.Train: 250}[c.Chosen.Kind]
			}
			return w <= 500
		}, true},
		"nothing at dear power": {func(p *decide.Policy) {
			p.Rules = []rules.Rule{{Name: "r", When: rules.When{TariffAbove: new(0.35)}, Forbid: true}}
		},
			func(a at) bool {
				return a.now.Hour() < 17 || a.now.Hour() >= 20 || count(a.choices, kind(profit.Idle)) == 4-count(a.choices, kind(profit.Rent))
			}, true},
		"a least net": {func(p *decide.Policy) { p.Rules = []rules.Rule{{Name: "r", LeastNet: new(profit.USDPerHour(1))}} },
			func(a at) bool { return count(a.choices, kind(profit.Mine)) == 0 }, true},
		"a customer is let in": {func(*decide.Policy) {}, func(a at) bool {
			let := a.now.Day() == 3 && a.now.Hour() >= 8 && a.now.Hour() < 10
			return (a.choices[1].Chosen == profit.Renting("vast")) == let
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			ticks := dayOfFour()
			broken := func(p decide.Policy) int {
				n := 0
				for i, choices := range Replay(ticks, &p, new(time.Duration(0))) {
					if !tt.keeps(at{ticks[i].Snapshot.Market.Now, choices}) {
						n++
					}
				}
				return n
			}
			p := ticks[0].Snapshot.Policy
			if n := broken(p); (n > 0) != tt.free {
				t.Errorf("without it, it is broken at %d ticks", n)
			}
			tt.change(&p)
			if n := broken(p); n > 0 {
				t.Errorf("broken at %d of %d ticks", n, len(ticks))
			}
		})
	}
}

// A lead that is asked for, and so many switches a day, hold a replay back as they do the daemon.
func TestSwitchesInTheBacktest(t *testing.T) {
	ticks := dayOfFour()
	most := func(change func(p *decide.Policy)) (cheap, aDay int) { // switches at cheap power, and within a day

		p := ticks[0].Snapshot.Policy
		change(&p)
		was := map[string]profit.Workload{}
		switched := map[string][]time.Time{}
		for i, choices := range Replay(ticks, &p, new(time.Duration(0))) {
			now := ticks[i].Snapshot.Market.Now
			for _, c := range choices {
				if w, known := was[c.Device]; known && w != c.Chosen && c.Chosen.Kind == profit.Mine && w.Kind == profit.Mine {
					if now.Hour() < 17 || now.Hour() > 20 { // when power is dear, hardly anything is left: any lead is large
						cheap++
					}
					switched[c.Device] = append(slices.DeleteFunc(switched[c.Device], func(t time.Time) bool { return now.Sub(t) > 24*time.Hour }), now)
					aDay = max(aDay, len(switched[c.Device]))
				}
				was[c.Device] = c.Chosen
			}
		}
		return cheap, aDay
	}
	free, day := most(func(*decide.Policy) {})
	if free < 20 || day < 4 {
		t.Fatalf("%d switches, %d a day: nothing to hold back", free, day)
	}
	if _, day := most(func(p *decide.Policy) { p.MostSwitches = 2 }); day > 2 {
		t.Errorf("%d switches within a day, of 2", day)
	}
	if n, _ := most(func(p *decide.Policy) { p.MinLeadRatio = 0.9 }); n != 0 {
		t.Errorf("%d switches for less than nine tenths", n)
	}
}
