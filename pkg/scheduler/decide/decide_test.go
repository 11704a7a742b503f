package decide

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

var now = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func quote(v float64) profit.Quote {
	return profit.Quote{Value: v, Source: "test", At: now, MaxAge: time.Hour}
}

// coin pays usd for an hour of a unit hashrate.
func coin(name string, usd float64) profit.Coin {
	return profit.Coin{Name: name, Price: quote(usd), BlockReward: quote(1), Difficulty: quote(3600), HashesPerDifficulty: 1}
}

// prize takes a device of unit speed an hour.
func prize(key string, ether float64) profit.Challenge {
	return profit.Challenge{Key: key, Reward: ether, Price: quote(1), Ether: quote(1), Deadline: now.Add(24 * time.Hour), Work: profit.Work{Median: 3600, Reach: 1}}
}

// card mines every coin at unit hashrate, draws 100 W at work and 10 W idle.
func card(uuid string, running profit.Workload) Device {
	d := Device{Running: running, Since: now.Add(-time.Hour)}
	d.UUID, d.Model, d.IdleWatts = uuid, "M", 10
	d.Mining = map[string]profit.MiningRate{}
	for _, c := range []string{"a", "b", "c"} {
		d.Mining[c] = profit.MiningRate{Hashrate: 1, Watts: 100}
	}
	d.Training = profit.TrainingRate{PerSecond: 1, Watts: 100}
	return d
}

var (
	idle = profit.Idling
	a    = profit.Mining("a")
	b    = profit.Mining("b")
	x    = profit.Training("dev/0")
	y    = profit.Training("dev/1")
)

// world is a market of two coins and a challenge worth an hour; 0.1 USD/kWh
// make 0.01 USD/h for a working device.
func world(usdA, usdB, ether float64) Snapshot {
	s := Snapshot{Policy: Policy{
		MinRun: 10 * time.Minute, MinLead: 0.001, LeadVariance: 0.0025, SwitchSeconds: 60, Horizon: 24 * time.Hour,
	}}
	s.Market = profit.Market{
		Now:    now,
		Tariff: profit.Tariff{PerKWh: quote(0.1), Rate: quote(1), Overhead: 1, Currency: "USD"},
		Coins:  []profit.Coin{coin("a", usdA), coin("b", usdB)},
	}
	if ether > 0 {
		s.Market.Challenges = []profit.Challenge{prize("dev/0", ether)}
	}
	return s
}

func decide(s Snapshot) Plan { return Decide(s, Estimates(s)) }

func TestOneDevice(t *testing.T) {
	type change func(*Snapshot)
	since := func(d time.Duration) change { return func(s *Snapshot) { s.Devices[0].Since = now.Add(-d) } }
	stale := func(coin int) change {
		return func(s *Snapshot) { s.Market.Coins[coin].Price.At = now.Add(-2 * time.Hour) }
	}
	obstacle := func(why string) change { return func(s *Snapshot) { s.Market.Challenges[0].Obstacle = why } }
	noTariff := func(s *Snapshot) { s.Market.Tariff.PerKWh = profit.Quote{} }
	for _, tt := range []struct {
		name    string
		world   Snapshot
		changes []change
		running profit.Workload
		want    profit.Workload
		reason  string
	}{
		{"mining beats idling", world(0.1, 0.05, 0), nil, idle, a, "mine a leads idle by 0.0910 USD/h"},
		{"the best goes on", world(0.1, 0.05, 0), nil, a, a, "is the best option"},
		{"the better coin", world(0.1, 0.2, 0), nil, a, b, "leads mine a by 0.1000 USD/h"},
		{"a lead within the band", world(0.1, 0.101, 0), nil, a, a, "not more than the band"},
		{"a lead below the least", world(0.1, 0.1009, 0), []change{func(s *Snapshot) { s.Policy.LeadVariance = 0 }}, a, a, "not more than the band of 0.0010"},
		{"a lead, but too early", world(0.1, 0.2, 0), []change{since(9 * time.Minute)}, a, a, "runs for 9m0s of at least 10m0s"},
		{"a lead that does not repay", world(0.1, 0.11, 0), []change{func(s *Snapshot) { s.Policy.Horizon = time.Minute; s.Policy.LeadVariance = 0 }}, a, a, "less than the"},
		{"a learned cost", world(0.1, 0.2, 0), []change{func(s *Snapshot) {
			s.Costs = []SwitchCost{{"GPU-1", profit.Mine, profit.Mine, 20 * 3600}}
		}}, a, a, "less than the 4.0000 USD that switching costs"},
		{"another device's cost", world(0.1, 0.2, 0), []change{func(s *Snapshot) {
			s.Costs = []SwitchCost{{"GPU-2", profit.Mine, profit.Mine, 20 * 3600}}
		}}, a, b, "leads"},
		{"nothing pays", world(0.005, 0.001, 0), nil, a, idle, "loses 0.0040 USD/h against idling"},
		{"nothing pays: at once", world(0.005, 0.001, 0), []change{since(time.Second)}, a, idle, "against idling"},
		{"nothing pays, hardly", world(0.0085, 0.001, 0), nil, a, a, "not more than the band"},
		{"an idling device stays so", world(0.005, 0.001, 0), nil, idle, idle, "best option"},
		{"an idling device need not wait", world(0.1, 0.05, 0), []change{since(time.Second)}, idle, a, "leads idle"},
		{"training pays more", world(0.1, 0.05, 1), nil, a, x, "train dev/0 leads"},
		{"training pays less", world(0.1, 0.05, 0.05), nil, a, a, "best option"},
		{"training pays no longer", world(0.5, 0.05, 0.1), nil, x, a, "leads train dev/0"},
		{"the challenge has gone", world(0.1, 0.05, 0), []change{since(time.Second)}, x, a, "train dev/0 is over (no longer on offer)"},
		{"the challenge is over", world(0.1, 0.05, 1), []change{obstacle("attempt is ready"), since(time.Second)}, x, a, "train dev/0 is over (attempt is ready)"},
		{"the challenge is over, mining loses", world(0.001, 0.001, 1), []change{obstacle("phase is claim")}, x, idle, "idle is the best option"},
		{"the coin has gone", world(0.1, 0.05, 0), nil, profit.Mining("z"), a, "no longer on offer"},
		{"its quote is old: goes on, too early", world(0.1, 0.05, 0), []change{stale(0), since(time.Minute)}, a, a, "it goes on until it has"},
		{"its quote is old: no reason to switch", world(0.1, 0.05, 0), []change{stale(0)}, a, a, "it goes on until it has"},
		{"its quote is old, no other pays: goes on", world(0.1, 0.002, 0), []change{stale(0)}, a, a, "it goes on"},
		{"no quote at all: goes on", world(0.1, 0.05, 0), []change{stale(0), stale(1)}, a, a, "it goes on"},
		{"no tariff: goes on", world(0.1, 0.05, 0), []change{noTariff}, a, a, "it goes on"},
		{"no tariff: goes on idling", world(0.1, 0.05, 1), []change{noTariff}, idle, idle, "best option"},
		{"an old quote is no reason to begin", world(5, 0.05, 0), []change{stale(0)}, idle, b, "mine b leads"},
		{"a test network is no reason to train", world(0.1, 0.05, 1e6), []change{func(s *Snapshot) {
			s.Market.Challenges[0].Price.Fault = "chain 11155111 is Sepolia, whose ether is worth nothing"
		}}, a, a, "best option"},
		{"no price of ether, no training", world(0.001, 0.001, 1e6), []change{func(s *Snapshot) {
			s.Market.Challenges[0].Price = profit.Quote{}
		}}, idle, idle, "best option"},
		{"blocked", world(0.1, 0.05, 1), []change{func(s *Snapshot) { s.Devices[0].Blocked = "quarantined: lost" }}, a, idle, "quarantined: lost"},
	} {
		s := tt.world
		s.Devices = []Device{card("GPU-1", tt.running)}
		for _, c := range tt.changes {
			c(&s)
		}
		d := decide(s).Decisions[0]
		if d.Chosen != tt.want || d.Switch != (tt.want != tt.running) || !strings.Contains(d.Reason.String(), tt.reason) {
			t.Errorf("%s: chose %s (switch %v): %q; want %s, %q", tt.name, d.Chosen, d.Switch, d.Reason, tt.want, tt.reason)
		}
	}
}

func TestBlockedAndIdle(t *testing.T) {
	s := world(0.1, 0.05, 1)
	s.Devices = []Device{card("GPU-1", idle), card("GPU-2", idle)}
	s.Devices[0].Blocked = "no reading: timeout"
	p := decide(s)
	if d := p.Decisions[0]; d.Switch || d.Chosen != idle {
		t.Errorf("%+v", d)
	}
	if d := p.Decisions[1]; d.Chosen != x {
		t.Errorf("a blocked device keeps the challenge from the other: %+v", d)
	}
}

// One challenge, several devices.
func TestAssignment(t *testing.T) {
	type line struct{ running, want profit.Workload }
	with := func(s Snapshot, changes ...func(*Snapshot)) Snapshot {
		s.Devices = []Device{card("GPU-1", idle), card("GPU-2", idle), card("GPU-3", idle)}
		for _, c := range changes {
			c(&s)
		}
		return s
	}
	for _, tt := range []struct {
		name  string
		world Snapshot
		want  [3]line
	}{
		{"equal devices: one trains", with(world(0.1, 0.05, 1)), [3]line{{idle, x}, {idle, a}, {idle, a}}},
		{"the one that forgoes least", with(world(0.5, 0.05, 1), func(s *Snapshot) {
			s.Devices[1].Mining = nil
		}), [3]line{{a, a}, {idle, x}, {a, a}}},
		{"one that has failed at it leaves it to another", with(world(0.1, 0.05, 1), func(s *Snapshot) {
			s.Devices[0].Cooldowns = []Cooldown{{Workload: x, Reason: "exit 69"}}
		}), [3]line{{a, a}, {a, x}, {a, a}}},
		{"one that fails at it stops first", with(world(0.1, 0.05, 1), func(s *Snapshot) {
			s.Devices[0].Cooldowns = []Cooldown{{Workload: x, Reason: "exit 69"}}
		}), [3]line{{x, a}, {a, a}, {a, a}}},
		{"all have failed at it", with(world(0.1, 0.05, 1), func(s *Snapshot) {
			for i := range s.Devices {
				s.Devices[i].Cooldowns = []Cooldown{{Workload: x, Reason: "exit 69"}}
			}
		}), [3]line{{x, a}, {a, a}, {idle, a}}},
		{"who trains goes on", with(world(0.5, 0.05, 1), func(s *Snapshot) {
			s.Devices[1].Mining = nil
		}), [3]line{{x, x}, {idle, idle}, {a, a}}},
		{"two trainers: one leaves", with(world(0.1, 0.05, 1)), [3]line{{x, x}, {x, a}, {a, a}}},
		{"who is on the way there counts", with(world(0.1, 0.05, 1), func(s *Snapshot) {
			s.Devices[2].Leaving = a // an order to train that is not carried out yet
		}), [3]line{{a, a}, {a, a}, {x, x}}},
		{"while the old trainer stops nobody begins", with(world(0.1, 0.05, 1), func(s *Snapshot) {
			s.Devices[1].Leaving = x
			s.Devices[1].Since = now
		}), [3]line{{a, a}, {a, a}, {a, a}}},
		{"a trainer that cannot go on still stops", with(world(0.1, 0.05, 1), func(s *Snapshot) {
			s.Devices[0].Training = profit.TrainingRate{}
		}), [3]line{{x, a}, {a, a}, {a, a}}},
		{"two challenges, two devices", with(world(0.1, 0.05, 1), func(s *Snapshot) {
			s.Market.Challenges = append(s.Market.Challenges, prize("dev/1", 2))
		}), [3]line{{idle, y}, {idle, x}, {idle, a}}},
	} {
		s := tt.world
		for i, l := range tt.want {
			s.Devices[i].Running = l.running
		}
		for i, d := range decide(s).Decisions {
			if d.Chosen != tt.want[i].want {
				t.Errorf("%s: %s does %s (%s), want %s", tt.name, d.Device, d.Chosen, d.Reason, tt.want[i].want)
			}
		}
	}
}

// The band is the closed form of the reference: a = (1.5 c sigma^2)^(1/3).
func TestThreshold(t *testing.T) {
	p := planner{s: Snapshot{Policy: Policy{LeadVariance: 0.01, SwitchSeconds: 180}}}
	running, best := &profit.Estimate{Net: 1}, &profit.Estimate{Net: 2, Workload: b}
	if got := p.threshold(0.02, p.leadVariance(&Device{}, running, best)); got < 0.1062 || got > 0.1063 { // (1.5*0.02*0.01*4)^(1/3)
		t.Errorf("threshold is %v", got)
	}
	p.s.Policy.MinLead = 0.5
	if got := p.threshold(0.02, 0.04); got != 0.5 {
		t.Errorf("threshold is %v, least lead 0.5", got)
	}
	if got := p.leadVariance(&Device{Signals: []profit.Signal{{Workload: b, LeadVariance: 1000}}}, running, best); math.Abs(got-343) > 1e-9 {
		t.Errorf("the measured variance is not taken: %v", got)
	}
}

// A move to training costs the way there and back, at what the device would
// earn else; a move between coins costs one way, at the better coin's rate.
func TestSwitchLoss(t *testing.T) {
	p := planner{s: Snapshot{Policy: Policy{SwitchSeconds: 36, LostWork: 0.1}}, costs: map[move]float64{{"GPU-1", profit.Mine, profit.Train}: 360}}
	d := card("GPU-1", a)
	for _, tt := range []struct {
		to   profit.Workload
		net  profit.USDPerHour
		rest profit.USDPerHour
		want float64
	}{
		{x, 1000, 2, 2 * 396.0 / 3600},
		{b, 5, 2, 5 * 36.0 / 3600},
		{a, 5, 2, 0},
		{idle, -0.01, -1, 0},
	} {
		if got := p.switchLoss(&d, &profit.Estimate{Net: tt.rest}, &profit.Estimate{Workload: tt.to, Net: tt.net}); got != tt.want {
			t.Errorf("to %s: %v, want %v", tt.to, got, tt.want)
		}
	}
	// A trainer that is stopped may lose what it has not saved.
	d = card("GPU-1", x)
	d.Unsaved = 1800
	if got, want := p.switchLoss(&d, &profit.Estimate{Net: 2, Gross: 12, Risk: 3, Gas: 1}, &profit.Estimate{Workload: a, Net: 3}), 3*36.0/3600+0.1*0.5*8; math.Abs(got-want) > 1e-12 {
		t.Errorf("with half an hour that is not saved: %v, want %v", got, want)
	}
}

// Of equal devices so many work as the watt budget allows, and those that work go
// on: nobody changes places.
func TestWattBudgetOfEqualDevices(t *testing.T) {
	s := world(0.1, 0.05, 0)
	s.Policy.WattBudget = 250 // two at 100 W, the others idling at 10
	s.Devices = []Device{card("GPU-1", idle), card("GPU-2", a), card("GPU-3", idle), card("GPU-4", a)}
	for range 3 {
		for i, d := range decide(s).Decisions {
			if want := []profit.Workload{idle, a, idle, a}[i]; d.Chosen != want {
				t.Errorf("%s does %s (%s), want %s", d.Device, d.Chosen, d.Reason, want)
			}
		}
	}
	s.Policy.WattBudget = 330
	n := 0
	for _, d := range decide(s).Decisions {
		if d.Chosen == a {
			n++
		}
	}
	if n != 3 {
		t.Errorf("%d devices work, three can", n)
	}
}

// Under a watt budget, too, a device does not change its place with an equal one
// for nothing, and a quote that is lost stops nobody.
func TestWattBudgetHoldsStill(t *testing.T) {
	s := world(0.1, 0.08, 0)
	s.Policy.WattBudget = 115 // one at work, one idle
	s.Devices = []Device{card("GPU-1", a), card("GPU-2", idle)}
	for i := range 100 { // measured hashrates tremble
		for k := range s.Devices {
			tremble := 1 + 0.002*math.Sin(float64(7*i+5*k))
			s.Devices[k].Mining = map[string]profit.MiningRate{"a": {Hashrate: profit.Hashrate(tremble), Watts: 100}}
		}
		if p := decide(s); p.Decisions[0].Switch || p.Decisions[1].Switch {
			t.Fatalf("%+v", p.Decisions)
		}
	}
	// One that earns a quarter more takes the place, but not within the minimum run.
	s.Devices[1].Mining = map[string]profit.MiningRate{"a": {Hashrate: 1.25, Watts: 100}}
	s.Devices[0].Since = now.Add(-time.Minute)
	if p := decide(s); p.Decisions[0].Switch || p.Decisions[1].Switch {
		t.Errorf("within the minimum run: %+v", p.Decisions)
	}
	s.Devices[0].Since = now.Add(-time.Hour)
	if p := decide(s); p.Decisions[0].Chosen != idle || p.Decisions[1].Chosen != a {
		t.Errorf("%+v", p.Decisions)
	}

	s = world(0.1, 0.08, 0)
	s.Policy.WattBudget = 215 // two at work, one idle
	s.Devices = []Device{card("GPU-1", a), card("GPU-2", b), card("GPU-3", idle)}
	for k, coin := range []string{"a", "b", "b"} { // each can do one thing
		s.Devices[k].Mining = map[string]profit.MiningRate{coin: {Hashrate: 1, Watts: 100}}
	}
	s.Market.Coins[0].Price.At = now.Add(-2 * time.Hour)
	if p := decide(s); p.Decisions[0].Switch || p.Decisions[1].Switch || p.Decisions[2].Switch {
		t.Errorf("a lost quote: %+v", p.Decisions)
	}
	s.Policy.WattBudget = 60 // unless there is no other way
	if p := decide(s); p.Decisions[0].Chosen != idle || p.Decisions[1].Chosen != idle {
		t.Errorf("too little for one: %+v", p.Decisions)
	}
}
