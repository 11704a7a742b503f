package decide

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/policy"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

func rigOf(n int, running profit.Workload) (devices []Device) {
	for i := range n {
		d := card(fmt.Sprintf("GPU-%d", i), running)
		d.Index = i
		devices = append(devices, d)
	}
	return devices
}

func chosen(p Plan) (all []string) {
	for _, d := range p.Decisions {
		all = append(all, d.Chosen.String())
	}
	return all
}

// What operators would write: each is kept exactly, and said.
func TestRules(t *testing.T) {
	night := policy.When{From: 22 * 60, To: 6 * 60}
	day := policy.When{From: 6 * 60, To: 22 * 60}
	least := func(v profit.USDPerHour) *profit.USDPerHour { return &v }
	all := func(w string) []string { return []string{w, w, w, w} }
	for name, tt := range map[string]struct {
		rules []policy.Rule
		at    time.Time
		a, b  float64 // USD an hour
		prize float64
		want  []string
		says  string // of some decision or option
	}{
		"none":                      {nil, now, 1, 0.5, 0, all("mine a"), ""},
		"never train on device 3":   {[]policy.Rule{{Devices: policy.Devices{Indices: []int{0, 1, 2}}, Work: policy.Work{Kinds: []profit.Kind{profit.Train}}, Forbid: true}}, now, 0.1, 0.05, 5, []string{"mine a", "mine a", "mine a", "train dev/0"}, `rule "r0"`},
		"a coin at night, by day":   {[]policy.Rule{{Work: policy.Work{Coins: []string{"a"}}, When: day, Forbid: true}}, now, 1, 0.5, 0, all("mine b"), `rule "r0"`},
		"a coin at night, at night": {[]policy.Rule{{Work: policy.Work{Coins: []string{"a"}}, When: day, Forbid: true}}, now.Add(11 * time.Hour), 1, 0.5, 0, all("mine a"), ""},
		"quiet hours":               {[]policy.Rule{{When: night, Forbid: true}}, now.Add(15 * time.Hour), 1, 0.5, 0, all("idle"), `rule "r0"`},
		"only mining":               {[]policy.Rule{{Work: policy.Work{Kinds: []profit.Kind{profit.Mine}}, Only: true}}, now, 0.1, 0.05, 5, all("mine a"), `rule "r0"`},
		"two mine b at least":       {[]policy.Rule{{Work: policy.Work{Coins: []string{"b"}}, AtLeast: 2}}, now, 1, 0.5, 0, []string{"mine b", "mine b", "mine a", "mine a"}, `rule "r0"`},
		"one mines a at most":       {[]policy.Rule{{Work: policy.Work{Coins: []string{"a"}}, AtMost: new(1)}}, now, 1, 0.5, 0, []string{"mine a", "mine b", "mine b", "mine b"}, `rule "r0"`},
		"nobody mines a":            {[]policy.Rule{{Work: policy.Work{Coins: []string{"a"}}, AtMost: new(0)}}, now, 1, 0.5, 0, all("mine b"), ""},
		"one at least, none can":    {[]policy.Rule{{Work: policy.Work{Coins: []string{"z"}}, AtLeast: 2}}, now, 1, 0.5, 0, all("mine a"), ""},
		"b by a tenth":              {[]policy.Rule{{Work: policy.Work{Coins: []string{"b"}}, PreferRatio: 1.1}}, now, 1, 0.95, 0, all("mine b"), `by rule "r0"`},
		"b by a tenth, too little":  {[]policy.Rule{{Work: policy.Work{Coins: []string{"b"}}, PreferRatio: 1.1}}, now, 1, 0.8, 0, all("mine a"), ""},
		"a less by an amount":       {[]policy.Rule{{Work: policy.Work{Coins: []string{"a"}}, Prefer: -0.3}}, now, 1, 0.8, 0, all("mine b"), `by rule "r0"`},
		"heating":                   {[]policy.Rule{{Devices: policy.Devices{UUIDs: []string{"GPU-1"}}, LeastNet: least(-0.05)}}, now, 0.001, 0.0005, 0, []string{"idle", "mine a", "idle", "idle"}, ""},
		"a least net":               {[]policy.Rule{{LeastNet: least(2)}}, now, 1, 0.5, 0, all("idle"), `by rule "r0"`},
		"only with cheap power":     {[]policy.Rule{{When: policy.When{TariffAbove: new(0.05)}, Forbid: true}}, now, 1, 0.5, 0, all("idle"), `rule "r0"`},
		"power is cheap enough":     {[]policy.Rule{{When: policy.When{TariffAbove: new(0.2)}, Forbid: true}}, now, 1, 0.5, 0, all("mine a"), ""},
		"another day":               {[]policy.Rule{{When: policy.When{Days: []time.Weekday{time.Monday}}, Forbid: true}}, now, 1, 0.5, 0, all("mine a"), ""},
		"a model":                   {[]policy.Rule{{Devices: policy.Devices{Models: []string{"m"}}, Work: policy.Work{Coins: []string{"a"}}, Forbid: true}}, now, 1, 0.5, 0, all("mine b"), ""},
		"two rules": {[]policy.Rule{{Work: policy.Work{Coins: []string{"a"}}, AtMost: new(2)}, {Devices: policy.Devices{Indices: []int{0}}, Work: policy.Work{Coins: []string{"a"}}, Forbid: true}},
			now, 1, 0.5, 0, []string{"mine b", "mine a", "mine a", "mine b"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := world(tt.a, tt.b, tt.prize)
			s.Market.Now = tt.at
			for i := range s.Market.Coins {
				s.Market.Coins[i].Price.At, s.Market.Coins[i].BlockReward.At, s.Market.Coins[i].Difficulty.At = tt.at, tt.at, tt.at
			}
			s.Market.Tariff.PerKWh.At, s.Market.Tariff.Rate.At = tt.at, tt.at
			s.Devices, s.Policy.Rules = rigOf(4, idle), tt.rules
			for i := range s.Policy.Rules {
				s.Policy.Rules[i].Name = fmt.Sprintf("r%d", i)
			}
			plan := decide(s)
			if got := chosen(plan); !slices.Equal(got, tt.want) {
				t.Errorf("%v, not %v", got, tt.want)
			}
			text := ""
			for _, d := range plan.Decisions {
				text += d.Reason.String()
				for _, o := range d.Options {
					text += o.Note()
				}
			}
			if !strings.Contains(text, tt.says) {
				t.Errorf("nothing says %q: %s", tt.says, text)
			}
		})
	}
}

// The twelfth of the wishes: no switch for less than five per cent.
func TestLeastLeadAsRatio(t *testing.T) {
	for b, want := range map[float64]profit.Workload{1.04: a, 1.07: {Kind: profit.Mine, Target: "b"}} {
		s := world(1, b, 0)
		s.Policy.LeadVariance, s.Policy.MinLeadRatio = 0, 0.05
		s.Devices = []Device{card("GPU-0", a)}
		if d := decide(s).Decisions[0]; d.Chosen != want {
			t.Errorf("%v: %s: %s", b, d.Chosen, d.Reason)
		}
	}
}

// Who does the work that a rule counts goes on with it: nobody changes places.
func TestCountsAreSteady(t *testing.T) {
	s := world(1, 0.5, 0)
	s.Devices = rigOf(4, a)
	s.Devices[2].Running, s.Devices[3].Running = b, b
	s.Policy.Rules = []policy.Rule{{Name: "two", Work: policy.Work{Coins: []string{"b"}}, AtLeast: 2}}
	for _, d := range decide(s).Decisions {
		if d.Switch {
			t.Errorf("%s: %s", d.Device, d.Reason)
		}
	}
}

// No plan breaks a rule, whatever the market is; rules with no effect change nothing; the
// plan is the same when it is made again from what is stored.
func TestRulesHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		plain := decide(s)
		s.Policy.Rules = []policy.Rule{{Name: "nobody", Devices: policy.Devices{UUIDs: []string{"another"}}, Forbid: true}}
		if got := decide(s); !reflect.DeepEqual(chosen(got), chosen(plain)) {
			t.Fatalf("a rule of no device changes %v to %v", chosen(plain), chosen(got))
		}
		coins := policy.Work{Coins: []string{"c0", "c2"}}
		most := rapid.IntRange(0, 3).Draw(t, "most")
		s.Policy.Rules = []policy.Rule{
			{Name: "most", Work: coins, AtMost: &most},
			{Name: "not", Devices: policy.Devices{UUIDs: []string{s.Devices[0].UUID}}, Work: policy.Work{Kinds: []profit.Kind{profit.Train}}, Forbid: true},
		}
		plan := decide(s)
		n := 0
		for _, d := range plan.Decisions {
			if i := slices.IndexFunc(s.Devices, func(v Device) bool { return v.UUID == d.Device }); s.Devices[i].planned() && coins.Has(d.Chosen) && d.Reason.rule != unvalued {
				n++
			}
			if d.Device == s.Devices[0].UUID && d.Chosen.Task() && s.Devices[0].planned() {
				t.Fatalf("%s: %s", d.Chosen, d.Reason)
			}
		}
		if n > most {
			t.Fatalf("%d devices mine what %d may", n, most)
		}
		raw, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var again Snapshot
		if err := json.Unmarshal(raw, &again); err != nil {
			t.Fatal(err)
		}
		if got := decide(again); !reflect.DeepEqual(chosen(got), chosen(plan)) {
			t.Fatalf("again it is %v, not %v", chosen(got), chosen(plan))
		}
	})
}

// A curtailment is in force at once, whatever a device has begun, and takes those first that
// earn least for a watt; a ceiling that idling exceeds means off.
func TestCeiling(t *testing.T) {
	for watts, working := range map[profit.Watts]int{400: 4, 399: 3, 250: 2, 130: 1, 100: 0, 0: 0} {
		s := world(1, 0.5, 0)
		s.Devices = rigOf(4, a)
		s.Devices[1].Mining["a"] = profit.MiningRate{Hashrate: 0.1, Watts: 100}
		for i := range s.Devices {
			s.Devices[i].Since = now // none has run for long
		}
		s.Ceiling = &watts
		n, drawn := 0, 0.0
		plan := decide(s)
		for _, d := range plan.Decisions {
			if !d.Chosen.Rests() {
				n++
				drawn += 100
			} else {
				drawn += 10
			}
		}
		if n != working || working < 4 && !plan.Decisions[1].Chosen.Rests() || working > 0 && drawn > float64(watts) {
			t.Errorf("%v W: %d work and draw %v W: %v", watts, n, drawn, chosen(plan))
		}
		if working < 4 && !strings.Contains(plan.Decisions[1].Reason.String(), "the curtailment of") {
			t.Errorf("%s", plan.Decisions[1].Reason)
		}
	}
}

// Whatever caps rules set on whatever devices, beside the rig's: all are kept, as far as idling
// lets them, and nobody gives way for nothing.
func TestCapsAreKept(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := Snapshot{Policy: Policy{MinLead: .001, SwitchSeconds: 10, Horizon: 24 * time.Hour}, Market: profit.Market{Now: time.Unix(1e9, 0),
			Tariff: profit.Tariff{PerKWh: profit.Quote{Value: 0.1, Source: "t"}, Rate: profit.Quote{Value: 1, Source: "t"}, Overhead: 1.1}}}
		for _, name := range []string{"a", "b"} {
			s.Market.Coins = append(s.Market.Coins, profit.Coin{Name: name})
		}
		n := rapid.IntRange(1, 8).Draw(r, "devices")
		for i := range n {
			d := Device{Running: profit.Idling, Since: time.Unix(0, 0)}
			d.UUID, d.Index, d.IdleWatts, d.Mining = fmt.Sprintf("GPU-%d", i), i, 10, map[string]profit.MiningRate{}
			for _, name := range []string{"a", "b"} {
				d.Mining[name] = profit.MiningRate{Hashrate: 1, Watts: profit.Watts(rapid.IntRange(50, 350).Draw(r, "watts")),
					Revenue: profit.Quote{Value: rapid.Float64Range(0.01, 1).Draw(r, "earns"), Source: "t"}}
			}
			if rapid.Bool().Draw(r, "runs") {
				d.Running = profit.Mining("a")
			}
			s.Devices = append(s.Devices, d)
		}
		caps := map[string][]int{}
		for k := range rapid.IntRange(0, 3).Draw(r, "caps") {
			members := rapid.SliceOfNDistinct(rapid.IntRange(0, n-1), 1, n, rapid.ID).Draw(r, "members")
			name := fmt.Sprint("cap ", k)
			caps[name] = members
			s.Policy.Rules = append(s.Policy.Rules, policy.Rule{Name: name, Devices: policy.Devices{Indices: members}, MostWatts: new(profit.Watts(rapid.IntRange(100, 2000).Draw(r, "cap")))})
		}
		s.Policy.WattBudget = profit.Watts(rapid.IntRange(0, 3000).Draw(r, "budget"))
		plan := Decide(s, Estimates(s))
		drawn := func(members []int) (sum, least float64) {
			for _, i := range members {
				sum += float64(s.Devices[i].WattsAt(plan.Decisions[i].Chosen)) * 1.1
				least += 11
			}
			return sum, least
		}
		all := make([]int, n)
		for i := range all {
			all[i] = i
		}
		for k, rule := range s.Policy.Rules {
			if sum, least := drawn(caps[rule.Name]); sum > math.Max(float64(*rule.MostWatts), least)+1e-6 {
				r.Fatalf("rule %d: %v W are drawn of %v", k, sum, *rule.MostWatts)
			}
		}
		if sum, least := drawn(all); s.Policy.WattBudget > 0 && sum > math.Max(float64(s.Policy.WattBudget), least)+1e-6 {
			r.Fatalf("%v W are drawn of %v", sum, s.Policy.WattBudget)
		}
		again := Decide(s, Estimates(s))
		if !reflect.DeepEqual(plan, again) {
			r.Fatal("the same snapshot gives another plan")
		}
	})
}

// So many switches a day are enough: a device stays, unless its work is over or loses money.
func TestMostSwitches(t *testing.T) {
	for _, tt := range []struct {
		name     string
		switches int
		earns    float64 // what runs does
		want     profit.Workload
	}{
		{"may", 2, 0.3, profit.Mining("b")},
		{"has done enough", 3, 0.3, profit.Mining("a")},
		{"loses", 3, 0.001, profit.Mining("b")},
	} {
		s := Snapshot{Policy: Policy{MinLead: .001, SwitchSeconds: 1, Horizon: 24 * time.Hour, MostSwitches: 3}, Market: profit.Market{Now: time.Unix(1e9, 0), Coins: []profit.Coin{{Name: "a"}, {Name: "b"}},
			Tariff: profit.Tariff{PerKWh: profit.Quote{Value: 0.3, Source: "t"}, Rate: profit.Quote{Value: 1, Source: "t"}, Overhead: 1}}}
		d := Device{Running: profit.Mining("a"), Switches: tt.switches}
		d.UUID, d.Mining = "GPU-0", map[string]profit.MiningRate{
			"a": {Hashrate: 1, Watts: 300, Revenue: profit.Quote{Value: tt.earns, Source: "t"}},
			"b": {Hashrate: 1, Watts: 300, Revenue: profit.Quote{Value: 1, Source: "t"}},
		}
		s.Devices = []Device{d}
		if got := Decide(s, Estimates(s)).Decisions[0]; got.Chosen != tt.want {
			t.Errorf("a device that %s does %s: %s", tt.name, got.Chosen, got.Reason)
		}
	}
}

// A device under a contract is one of those that do the work.
func TestCountsKnowContracts(t *testing.T) {
	s := Snapshot{Policy: Policy{MinLead: .001, SwitchSeconds: 1, Horizon: 24 * time.Hour, Rules: []policy.Rule{{Name: "one", Work: policy.Work{Hosts: []string{"h"}}, AtMost: new(1)}}},
		Market: profit.Market{Now: time.Unix(1e9, 0), Hosts: []profit.Host{{Name: "h", Occupancy: 1}}, Coins: []profit.Coin{{Name: "a"}},
			Tariff: profit.Tariff{PerKWh: profit.Quote{Value: 0.1, Source: "t"}, Rate: profit.Quote{Value: 1, Source: "t"}, Overhead: 1}}}
	for i := range 3 {
		d := Device{Running: profit.Idling}
		d.UUID, d.Index = fmt.Sprint("GPU-", i), i
		d.Mining = map[string]profit.MiningRate{"a": {Hashrate: 1, Watts: 100, Revenue: profit.Quote{Value: 0.1, Source: "t"}}}
		d.Renting = map[string]profit.RentRate{"h": {Watts: 100, PerHour: profit.Quote{Value: 1, Source: "t"}}}
		s.Devices = append(s.Devices, d)
	}
	s.Devices[2].Contract = &Contract{Work: profit.Renting("h"), Why: "under contract"}
	s.Devices[2].Running = profit.Renting("h")
	for i, want := range []profit.Workload{profit.Mining("a"), profit.Mining("a"), profit.Renting("h")} {
		if got := Decide(s, Estimates(s)).Decisions[i]; got.Chosen != want {
			t.Errorf("device %d does %s, not %s: %s", i, got.Chosen, want, got.Reason)
		}
	}
}

// A device that a rule keeps from one chain's challenges leaves them to another one, and has the others.
func TestRuleOfOneChain(t *testing.T) {
	s := world(0.1, 0.05, 0)
	s.Market.Challenges = []profit.Challenge{prize("main/7", 9), prize("other/1", 5)}
	s.Devices = rigOf(3, idle)
	for k := range s.Devices { // the first is the quickest, the last hardly quick enough
		s.Devices[k].Training.PerSecond = profit.MACs(4 - k)
	}
	main := policy.Work{Chains: []string{"main"}}
	for name, tt := range map[string]struct {
		rules []policy.Rule
		want  []string
	}{
		"none":                         {nil, []string{"train main/7", "train other/1", "mine a"}},
		"the quickest not on main":     {[]policy.Rule{{Devices: policy.Devices{Indices: []int{0}}, Work: main, Forbid: true}}, []string{"train other/1", "train main/7", "mine a"}},
		"only the slowest on main":     {[]policy.Rule{{Devices: policy.Devices{Indices: []int{0, 1}}, Work: main, Forbid: true}}, []string{"train other/1", "mine a", "train main/7"}},
		"nobody on main":               {[]policy.Rule{{Work: main, Forbid: true}}, []string{"train other/1", "mine a", "mine a"}},
		"the quickest trains not":      {[]policy.Rule{{Devices: policy.Devices{Indices: []int{0}}, Work: policy.Work{Kinds: []profit.Kind{profit.Train}}, Forbid: true}}, []string{"mine a", "train main/7", "train other/1"}},
		"the first two train for main": {[]policy.Rule{{Devices: policy.Devices{Indices: []int{0, 1}}, Work: main, Only: true}}, []string{"train main/7", "idle", "train other/1"}},
	} {
		s.Policy.Rules = tt.rules
		for i := range s.Policy.Rules {
			s.Policy.Rules[i].Name = "r"
		}
		if got := chosen(decide(s)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, not %v", name, got, tt.want)
		}
	}
	// A device that trains and is kept from it from now on gives it to another one, once it is gone.
	s.Policy.Rules = []policy.Rule{{Name: "r", Devices: policy.Devices{Indices: []int{0}}, Work: main, Forbid: true}}
	s.Devices[0].Running = profit.Training("main/7")
	if got := chosen(decide(s)); got[0] == "train main/7" {
		t.Errorf("%v", got)
	}
	s.Devices[0].Running = profit.Training("other/1")
	if got := chosen(decide(s)); !slices.Equal(got, []string{"train other/1", "train main/7", "mine a"}) {
		t.Errorf("%v", got)
	}
}
