package decide

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// draw makes a snapshot of a few devices, coins and challenges. Of the quotes
// some are old, absurd or missing.
func draw(t *rapid.T) Snapshot {
	f := func(lo, hi float64, name string) float64 { return rapid.Float64Range(lo, hi).Draw(t, name) }
	s := Snapshot{Policy: Policy{
		MinRun:  time.Duration(rapid.IntRange(0, 1200).Draw(t, "min run")) * time.Second,
		MinLead: profit.USDPerHour(f(0, 0.02, "min lead")), LeadVariance: f(0, 0.05, "variance"),
		SwitchSeconds: f(0, 600, "switch"), Horizon: time.Duration(rapid.IntRange(1, 48).Draw(t, "horizon")) * time.Hour,
	}}
	s.Market = profit.Market{Now: now, Risk: profit.Risk{Aversion: f(0, 1, "aversion"), Volatility: 0.04, PayoutDays: 1}}
	s.Market.Tariff = profit.Tariff{PerKWh: drawQuote(t, "tariff", 0, 0.6), Rate: quote(1), Overhead: 1.06, Currency: "USD"}
	for i := range rapid.IntRange(0, 4).Draw(t, "coins") {
		c := coin(fmt.Sprintf("c%d", i), 1)
		c.Price = drawQuote(t, "price", 0.001, 0.5)
		c.PoolFee = profit.Ratio(f(0, 0.05, "fee"))
		s.Market.Coins = append(s.Market.Coins, c)
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "challenges") {
		c := prize(fmt.Sprintf("dev/%d", i), f(0, 2, "reward"))
		c.Price, c.Ether = drawQuote(t, "ether", 0.5, 1), drawQuote(t, "gas's ether", 0.5, 1)
		c.Deadline = now.Add(time.Duration(rapid.IntRange(-10, 300).Draw(t, "minutes")) * time.Minute)
		c.Work.Sigma, c.GasEntry, c.GasWin = f(0, 1, "sigma"), f(0, 0.01, "gas"), f(0, 0.05, "gas")
		c.Work.Learning, c.Rivals, c.MaxDevices = f(0, 5, "learning"), f(0, 3, "rivals"), rapid.IntRange(0, 3).Draw(t, "devices together")
		c.OneWorker = rapid.Bool().Draw(t, "one worker")
		c.Rule = rapid.SampledFrom([]profit.Rule{profit.Reaching, profit.First, profit.Best}).Draw(t, "rule")
		c.Opened = now.Add(-time.Hour)
		c.Spent = profit.MACs(f(0, 3600, "spent"))
		c.Obstacle = rapid.SampledFrom([]string{"", "", "", "no data"}).Draw(t, "obstacle")
		s.Market.Challenges = append(s.Market.Challenges, c)
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "devices") {
		s.Devices = append(s.Devices, drawDevice(t, i, s.Market))
		for range rapid.IntRange(0, 2).Draw(t, "costs") {
			kinds := rapid.SampledFrom([]profit.Kind{profit.Idle, profit.Mine, profit.Train})
			c := SwitchCost{s.Devices[i].UUID, kinds.Draw(t, "from"), kinds.Draw(t, "to"), f(0, 600, "seconds")}
			if !slices.ContainsFunc(s.Costs, func(o SwitchCost) bool { return o.Device == c.Device && o.From == c.From && o.To == c.To }) { // one for each pair, as the store has
				s.Costs = append(s.Costs, c)
			}
		}
	}
	return s
}

// A planner that has planned before says what a new one says.
func TestAPlannerForgets(t *testing.T) {
	p := new(Planner)
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		got, want := p.Decide(s, p.Estimates(s)), decide(s)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v\nwant %+v", got, want)
		}
	})
}

func drawQuote(t *rapid.T, name string, lo, hi float64) profit.Quote {
	q := quote(rapid.Float64Range(lo, hi).Draw(t, name))
	if rapid.IntRange(0, 5).Draw(t, name+" is bad") == 0 {
		q = rapid.SampledFrom(bad(q)).Draw(t, name+" bad")
		if math.IsNaN(q.Value) || math.IsInf(q.Value, 0) {
			q.Value = -1 // no file of quotes can hold them, nor can the store
		}
	}
	return q
}

// bad are ways in which a quote can be wrong.
func bad(q profit.Quote) []profit.Quote {
	all := make([]profit.Quote, 9)
	for i := range all {
		all[i] = q
	}
	all[0].Value = 0
	all[1].Value = -1 - math.Abs(q.Value)
	all[2].Value = math.NaN()
	all[3].Value = math.Inf(1)
	all[4].Value = math.Inf(-1)
	all[5].At = now.Add(16 * time.Minute) // beyond what clocks may differ
	all[6].At = now.Add(-61 * time.Minute)
	all[7] = profit.Quote{}
	all[8].Fault = "the source is gone"
	return all
}

func drawDevice(t *rapid.T, i int, m profit.Market) Device {
	d := Device{Since: now.Add(-time.Duration(rapid.IntRange(0, 7200).Draw(t, "ran")) * time.Second)}
	d.UUID, d.Model, d.IdleWatts = fmt.Sprintf("GPU-%d", i), "M", profit.Watts(rapid.Float64Range(5, 30).Draw(t, "idle watts"))
	d.Mining = map[string]profit.MiningRate{}
	work := []profit.Workload{idle}
	watts := profit.Watts(rapid.Float64Range(50, 350).Draw(t, "watts"))
	for _, c := range m.Coins {
		if rapid.IntRange(0, 4).Draw(t, "can mine") > 0 {
			d.Mining[c.Name] = profit.MiningRate{Hashrate: profit.Hashrate(rapid.Float64Range(0.1, 2).Draw(t, "hashrate")), Watts: watts, Sigma: 0.2}
		}
		work = append(work, profit.Mining(c.Name))
	}
	for _, c := range m.Challenges {
		work = append(work, profit.Training(c.Key))
	}
	d.Training = profit.TrainingRate{PerSecond: profit.MACs(rapid.SampledFrom([]float64{0, 0.1, 0.5, 1, 1, 3}).Draw(t, "speed")), Watts: watts, Drag: profit.Drag(rapid.SampledFrom([]float64{0, 0, 0.2, 2}).Draw(t, "drag"))}
	d.Running = rapid.SampledFrom(work).Draw(t, "running")
	if rapid.IntRange(0, 4).Draw(t, "moves") == 0 {
		if w := rapid.SampledFrom(work).Draw(t, "leaving"); w != d.Running {
			d.Leaving = w
		}
	}
	if rapid.IntRange(0, 5).Draw(t, "is blocked") == 0 {
		d.Blocked = "quarantined: lost"
	}
	return d
}

func text(t *rapid.T, v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The plan computed again, now or from the stored snapshot, is the same to the
// last bit.
func TestPlanIsReproducible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		first := decide(s)
		if again := decide(s); !reflect.DeepEqual(first, again) {
			t.Fatalf("%+v\n%+v", first, again)
		}
		var stored Snapshot
		if err := json.Unmarshal(text(t, s), &stored); err != nil {
			t.Fatal(err)
		}
		if again := decide(stored); !bytes.Equal(text(t, first), text(t, again)) {
			t.Fatalf("from the store:\n%s\n%s", text(t, first), text(t, again))
		}
		var plan Plan
		if err := json.Unmarshal(text(t, first), &plan); err != nil || !bytes.Equal(text(t, plan), text(t, first)) {
			t.Fatalf("the plan itself does not survive the store: %v", err)
		}
	})
}

func choices(p Plan) map[string]profit.Workload {
	m := map[string]profit.Workload{}
	for _, d := range p.Decisions {
		m[d.Device] = d.Chosen
	}
	return m
}

func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		first := decide(s)
		s.Devices = rapid.Permutation(s.Devices).Draw(t, "devices")
		s.Costs = rapid.Permutation(s.Costs).Draw(t, "costs")
		s.Market.Coins = rapid.Permutation(s.Market.Coins).Draw(t, "coins")
		s.Market.Challenges = rapid.Permutation(s.Market.Challenges).Draw(t, "challenges")
		if again := decide(s); !bytes.Equal(text(t, first), text(t, again)) {
			t.Fatalf("%s\n%s", text(t, first), text(t, again))
		}
	})
}

// Money has no absolute size: in another currency the plan is the same.
func TestMoneyScales(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		s.Policy.MinLead = 0
		first := choices(decide(s))
		// Powers of eight are exact, under the cube root too.
		k := math.Pow(8, float64(rapid.IntRange(-8, 8).Draw(t, "scale")))
		s.Market.Tariff.PerKWh.Value *= k
		for i := range s.Market.Coins {
			s.Market.Coins[i].Price.Value *= k
		}
		for i := range s.Market.Challenges {
			s.Market.Challenges[i].Price.Value *= k
			s.Market.Challenges[i].Ether.Value *= k
		}
		if again := choices(decide(s)); !reflect.DeepEqual(first, again) {
			t.Fatalf("times %g: %v became %v", k, first, again)
		}
	})
}

// A coin that pays less than another one is never looked at.
func TestDominatedOption(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		if len(s.Market.Coins) == 0 {
			return
		}
		first := choices(decide(s))
		worse := rapid.SampledFrom(s.Market.Coins).Draw(t, "coin")
		better := worse.Name
		worse.Name = "zz" // of equal options the first by name is chosen
		worse.PoolFee += profit.Ratio(rapid.Float64Range(0, 0.5).Draw(t, "worse by"))
		s.Market.Coins = append(s.Market.Coins, worse)
		for _, d := range s.Devices {
			if r, ok := d.Mining[better]; ok {
				d.Mining[worse.Name] = r
			}
		}
		if again := choices(decide(s)); !reflect.DeepEqual(first, again) {
			t.Fatalf("%v became %v", first, again)
		}
	})
}

// No device begins a coin or a challenge whose value is not believed.
func TestBadQuotesAttractNobody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		target := ""
		if n := len(s.Market.Coins) + len(s.Market.Challenges); n == 0 {
			return
		} else if i := rapid.IntRange(0, n-1).Draw(t, "which"); i < len(s.Market.Coins) {
			c := &s.Market.Coins[i]
			field := rapid.SampledFrom([]*profit.Quote{&c.Price, &c.Difficulty, &c.BlockReward}).Draw(t, "field")
			*field = rapid.SampledFrom(bad(*field)).Draw(t, "bad")
			target = c.Name
		} else {
			c := &s.Market.Challenges[i-len(s.Market.Coins)]
			c.Price = rapid.SampledFrom(bad(c.Price)).Draw(t, "bad")
			target = c.Key
		}
		for _, d := range decide(s).Decisions {
			if d.Switch && d.Chosen.Target == target {
				t.Fatalf("%s moves to %s: %s", d.Device, d.Chosen, d.Reason)
			}
			for _, o := range d.Options {
				if o.Workload.Target == target && o.Candidate() {
					t.Fatalf("%+v", o)
				}
			}
		}
	})
}

// Dearer power never starts a miner.
func TestTariff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		s.Market.Challenges = nil // a challenge may be given to another device then
		s.Market.Tariff.PerKWh = quote(rapid.Float64Range(0, 0.5).Draw(t, "tariff"))
		for i := range s.Devices {
			s.Devices[i].Running, s.Devices[i].Leaving = idle, profit.Workload{}
		}
		before := choices(decide(s))
		s.Market.Tariff.PerKWh.Value += rapid.Float64Range(0, 0.5).Draw(t, "more")
		for device, w := range choices(decide(s)) {
			if before[device] == idle && w != idle {
				t.Fatalf("%s idles at the lower tariff, and at the higher one does %s", device, w)
			}
		}
	})
}

// Whatever is the case: at most one device is meant to train for a challenge,
// no other begins while one still stops, every device has one line, a blocked
// one does nothing, and what is chosen anew is worth more than idling.
func TestPlanIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		p := decide(s)
		if len(p.Decisions) != len(s.Devices) {
			t.Fatalf("%d decisions for %d devices", len(p.Decisions), len(s.Devices))
		}
		trainers := map[string][]string{}
		for i, d := range p.Decisions {
			dev := s.Devices[i] // drawn in the order of their names
			if d.Switch != (d.Chosen != d.Running) || d.Running != dev.Running || d.Reason.String() == "" {
				t.Fatalf("%+v", d)
			}
			if dev.Blocked != "" && d.Chosen != idle {
				t.Fatalf("blocked, but %+v", d)
			}
			if d.Chosen.Task() && believed(d) {
				trainers[d.Chosen.Target] = append(trainers[d.Chosen.Target], d.Device)
			}
			if d.Switch && dev.Blocked == "" {
				checkSwitch(t, s, p.Decisions, d)
			}
		}
		for _, c := range s.Market.Challenges {
			if n := len(trainers[c.Key]); n > max(c.MaxDevices, 1) {
				t.Fatalf("%v train for %s", trainers[c.Key], c.Key)
			}
		}
	})
}

// believed is false for what only goes on because its value is not known.
func believed(d Decision) bool {
	for _, o := range d.Options {
		if o.Workload == d.Chosen {
			return o.Candidate()
		}
	}
	return false
}

func checkSwitch(t *rapid.T, s Snapshot, plan []Decision, d Decision) {
	var net, idling profit.USDPerHour
	found := false
	for _, o := range d.Options {
		if o.Workload == idle {
			idling = o.Net
		}
		if o.Workload == d.Chosen {
			net, found = o.Net, o.Candidate()
		}
	}
	if !found || net < idling {
		t.Fatalf("%s moves to %s at %v, idling is at %v", d.Device, d.Chosen, net, idling)
	}
	if !d.Chosen.Task() {
		return
	}
	occupied := 0
	for i, other := range s.Devices {
		if plan[i].Chosen == d.Chosen || other.Leaving == d.Chosen || other.Running == d.Chosen && other.Blocked != "" {
			occupied++
		}
	}
	for _, c := range s.Market.Challenges {
		if c.Key == d.Chosen.Target && occupied > max(c.MaxDevices, 1) {
			t.Fatalf("%s begins %s, which %d devices do or still stop: %s", d.Device, d.Chosen, occupied, text(t, s))
		}
	}
}

// A quote that becomes stale or absurd makes no device switch that would not
// have switched anyway.
func TestBadQuotesSwitchNobody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		for i := range s.Market.Challenges {
			s.Market.Challenges[i].MaxDevices = 1 // of a team the others may be better off without the one
		}
		s.Policy.MinRun = 0 // it may be all that keeps a device where it is
		if rapid.IntRange(0, 2).Draw(t, "budgeted") == 0 {
			s.Policy.WattBudget = profit.Watts(rapid.Float64Range(20, 1500).Draw(t, "budget"))
		}
		before := decide(s)
		for _, d := range before.Decisions {
			if d.Switch && s.Policy.WattBudget > 0 {
				return // a device that moves anyway leaves others its watts, or does not
			}
		}
		fields := []*profit.Quote{&s.Market.Tariff.PerKWh}
		for i := range s.Market.Coins {
			c := &s.Market.Coins[i]
			fields = append(fields, &c.Price, &c.Difficulty, &c.BlockReward)
		}
		field := rapid.SampledFrom(fields).Draw(t, "field")
		*field = rapid.SampledFrom(bad(*field)).Draw(t, "bad")
		if field == fields[0] && field.Value == 0 && field.Disbelief(now) == "" {
			return // power may well be free
		}
		for i, d := range decide(s).Decisions {
			was := before.Decisions[i]
			if d.Running.Task() && doing(s, d.Running) > 1 {
				continue // of several trainers of one challenge another one may be kept
			}
			if d.Switch && !was.Switch && !d.Chosen.Task() {
				t.Fatalf("%s moves from %s to %s (%s) because of a bad quote; before: %s", d.Device, d.Running, d.Chosen, d.Reason, was.Reason)
			}
		}
	})
}

// Whatever is decided keeps the watt budget, as far as idling can.
func TestWattBudget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		s.Policy.WattBudget = profit.Watts(rapid.Float64Range(20, 1500).Draw(t, "budget"))
		p := decide(s)
		drawn, least := 0.0, 0.0
		for i, d := range p.Decisions {
			lowest := math.Inf(1)
			for _, e := range d.Options {
				if e.Workload == d.Chosen {
					drawn += float64(e.Watts) * float64(s.Market.Tariff.Overhead)
				}
				if e.Candidate() {
					lowest = min(lowest, float64(e.Watts))
				}
			}
			for _, e := range d.Options { // what has no value goes on: it cannot be weighed
				if e.Workload == d.Chosen && !e.Candidate() {
					lowest = float64(e.Watts)
				}
			}
			_ = i
			least += lowest * float64(s.Market.Tariff.Overhead)
		}
		if drawn > float64(s.Policy.WattBudget)+1e-6 && drawn > least+1e-6 {
			t.Fatalf("%g W of a budget of %g W; %g W would do: %s", drawn, float64(s.Policy.WattBudget), least, text(t, p))
		}
	})
}

// Devices of one class are planned as if each were a class of its own.
func TestClassesChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		first := s.Devices[0]
		for i := range s.Devices {
			d := &s.Devices[i]
			d.Model, d.Mining, d.Training, d.IdleWatts = first.Model, first.Mining, first.Training, first.IdleWatts
		}
		s.Costs = nil
		apart := choices(decide(s))
		for i := range s.Devices {
			s.Devices[i].Class = "equal"
		}
		count := func(m map[string]profit.Workload) map[profit.Workload]int {
			n := map[profit.Workload]int{}
			for _, w := range m {
				n[w]++
			}
			return n
		}
		if together := choices(decide(s)); !reflect.DeepEqual(count(apart), count(together)) {
			t.Fatalf("apart %v, as a class %v: %s", apart, together, text(t, s))
		}
	})
}

func doing(s Snapshot, w profit.Workload) (n int) {
	for _, d := range s.Devices {
		if d.Running == w || d.Leaving == w {
			n++
		}
	}
	return n
}
