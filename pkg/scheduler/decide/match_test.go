package decide

import (
	"fmt"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/policy"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// every calls do with every choice of one of so many things for each device.
func every(kinds []int, do func([]int)) {
	chosen := make([]int, len(kinds))
	var next func(i int)
	next = func(i int) {
		if i == len(kinds) {
			do(chosen)
			return
		}
		for chosen[i] = range kinds[i] {
			next(i + 1)
		}
	}
	next(0)
}

// The match is as good as the best of all there are: no rule counts too many, as few as can be are missing, and
// as little as can be is lost.
func TestMatchIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules := rapid.IntRange(1, 4).Draw(t, "rules")
		devices := rapid.IntRange(1, 6).Draw(t, "devices")
		var spans []span
		for range rules {
			spans = append(spans, span{rapid.IntRange(0, 3).Draw(t, "least"), rapid.IntRange(-1, 4).Draw(t, "most")})
		}
		bids, kinds := make([][]bid, devices), make([]int, devices)
		for i := range bids {
			for m := range 1 << rules {
				if m == 0 || rapid.IntRange(0, 2).Draw(t, "can") == 0 {
					bids[i] = append(bids[i], bid{mark(m), rapid.Float64Range(0, 10).Draw(t, "loss")})
				}
			}
			kinds[i] = len(bids[i])
		}
		worth := func(chosen []int) (missing int, loss float64) {
			count := make([]int, rules)
			for i, k := range chosen {
				loss += bids[i][k].loss
				for r := range rules {
					if bids[i][k].mark&(1<<r) != 0 {
						count[r]++
					}
				}
			}
			for r, s := range spans {
				if s.most >= 0 && count[r] > max(s.most, s.least) {
					return math.MaxInt, loss
				}
				missing += max(s.least-count[r], 0)
			}
			return missing, loss
		}
		missing, loss := worth(match(bids, spans))
		every(kinds, func(chosen []int) {
			if n, l := worth(chosen); n < missing || n == missing && l < loss-1e-9 {
				t.Fatalf("%d missing, %v lost; %v has %d and %v", missing, loss, chosen, n, l)
			}
		})
		// A fleet's way keeps what it can, and never counts too many where nobody has to be counted.
		if n, _ := worth(greedy(bids, spans)); n == math.MaxInt && missing == 0 {
			for _, s := range spans {
				if s.least > 0 {
					return
				}
			}
			t.Fatal("the greedy way counts too many")
		}
	})
}

// Whatever several rules count on overlapping devices and work: where all can be kept, all are.
func TestCountsAreKeptTogether(t *testing.T) {
	names := []string{"a", "b", "c"}
	rapid.Check(t, func(r *rapid.T) {
		s := Snapshot{Policy: Policy{MinLead: .001, SwitchSeconds: 10, Horizon: 24 * time.Hour, MinRun: 5 * time.Minute}, Market: profit.Market{Now: time.Unix(1e9, 0),
			Tariff: profit.Tariff{PerKWh: profit.Quote{Value: 0.1, Source: "t"}, Rate: profit.Quote{Value: 1, Source: "t"}, Overhead: 1.1}}}
		for _, name := range names {
			s.Market.Coins = append(s.Market.Coins, profit.Coin{Name: name})
		}
		n := rapid.IntRange(1, 5).Draw(r, "devices")
		for i := range n {
			d := Device{Running: profit.Idling, Since: time.Unix(1e9, 0)}
			d.UUID, d.Index, d.IdleWatts, d.Mining = fmt.Sprintf("GPU-%d", i), i, 10, map[string]profit.MiningRate{}
			for _, name := range names {
				if rapid.IntRange(0, 4).Draw(r, "can") > 0 {
					d.Mining[name] = profit.MiningRate{Hashrate: 1, Watts: 200, Revenue: profit.Quote{Value: rapid.Float64Range(0.01, 1).Draw(r, "earns"), Source: "t"}}
				}
			}
			if w := rapid.IntRange(0, 3).Draw(r, "runs"); w < 3 && d.Mining[names[w]].Hashrate > 0 {
				d.Running = profit.Mining(names[w])
			}
			s.Devices = append(s.Devices, d)
		}
		for k := range rapid.IntRange(2, 4).Draw(r, "rules") {
			rule := policy.Rule{Name: fmt.Sprint("rule ", k), Devices: policy.Devices{Indices: rapid.SliceOfNDistinct(rapid.IntRange(0, n-1), 1, n, rapid.ID).Draw(r, "members")}}
			if c := rapid.SliceOfNDistinct(rapid.SampledFrom(names), 0, 2, rapid.ID).Draw(r, "coins"); len(c) > 0 {
				rule.Work.Coins = c
			}
			if rapid.Bool().Draw(r, "at least") {
				rule.AtLeast = rapid.IntRange(1, 3).Draw(r, "least")
			} else {
				rule.AtMost = new(rapid.IntRange(0, 2).Draw(r, "most"))
			}
			s.Policy.Rules = append(s.Policy.Rules, rule)
		}
		work := append([]profit.Workload{profit.Idling}, profit.Mining("a"), profit.Mining("b"), profit.Mining("c"))
		keeps := func(of func(i int) profit.Workload) bool {
			for _, rule := range s.Policy.Rules {
				count := 0
				for i := range s.Devices {
					if rule.Devices.Has(&s.Devices[i].Device) && rule.Work.Has(of(i)) {
						count++
					}
				}
				if count < rule.AtLeast || rule.AtMost != nil && count > *rule.AtMost {
					return false
				}
			}
			return true
		}
		kinds, can := make([]int, n), false
		for i := range kinds {
			kinds[i] = len(work)
		}
		every(kinds, func(chosen []int) {
			for i, k := range chosen {
				if k > 0 && s.Devices[i].Mining[work[k].Target].Hashrate == 0 {
					return
				}
			}
			can = can || keeps(func(i int) profit.Workload { return work[chosen[i]] })
		})
		plan := Decide(s, Estimates(s))
		if did := keeps(func(i int) profit.Workload { return plan.Decisions[i].Chosen }); did != can {
			r.Fatalf("kept: %v, could be: %v: %v", did, can, chosen(plan))
		}
		// It is steady: with that done nobody changes places.
		for i := range s.Devices {
			s.Devices[i].Running = plan.Decisions[i].Chosen
		}
		if again := Decide(s, Estimates(s)); can && fmt.Sprint(chosen(again)) != fmt.Sprint(chosen(plan)) {
			r.Fatalf("%v, and then %v", chosen(plan), chosen(again))
		}
	})
}
