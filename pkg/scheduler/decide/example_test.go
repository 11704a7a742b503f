package decide_test

import (
	"fmt"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/policy"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func said(v float64) profit.Quote { return profit.Quote{Value: v, Source: "example"} }

// snapshot is a rig of two devices that mine AAA and could mine BBB; what a hash of it earns is given.
func snapshot(perHash float64) decide.Snapshot {
	s := decide.Snapshot{
		Market: profit.Market{
			Now: noon, Tariff: profit.Tariff{PerKWh: said(0.20), Rate: said(1), Overhead: 1, Currency: "USD"},
			Coins: []profit.Coin{{Name: "AAA", PerHash: said(1e-12)}, {Name: "BBB", PerHash: said(perHash)}},
		},
		Policy: decide.Policy{MinRun: 10 * time.Minute, MinLead: 0.005, LeadVariance: 0.001, SwitchSeconds: 60, Horizon: 24 * time.Hour},
	}
	for i, ran := range []time.Duration{time.Hour, 2 * time.Minute} {
		s.Devices = append(s.Devices, decide.Device{
			Device: profit.Device{UUID: fmt.Sprintf("GPU-%d", i), Index: i, Model: "RTX 3090", IdleWatts: 20, Mining: map[string]profit.MiningRate{
				"AAA": {Hashrate: 50e6, Watts: 250}, "BBB": {Hashrate: 50e6, Watts: 250},
			}},
			Running: profit.Mining("AAA"), Since: noon.Add(-ran),
		})
	}
	return s
}

// A snapshot goes in, a plan comes out; the same snapshot always gives the same one, and each
// decision says why it is as it is.
func ExampleDecide() {
	for _, perHash := range []float64{1.02e-12, 1.5e-12} {
		s := snapshot(perHash)
		for _, d := range decide.Decide(s, decide.Estimates(s)).Decisions {
			fmt.Printf("%s %s -> %s: %s\n", d.Device, d.Running, d.Chosen, d.Reason)
		}
	}
	// Output:
	// GPU-0 mine AAA -> mine AAA: mine BBB leads by 0.0036 USD/h, not more than the band of 0.0050 USD/h
	// GPU-1 mine AAA -> mine AAA: mine BBB leads by 0.0036 USD/h, but mine AAA runs for 2m0s of at least 10m0s
	// GPU-0 mine AAA -> mine BBB: mine BBB leads mine AAA by 0.0900 USD/h, more than the band of 0.0069 USD/h
	// GPU-1 mine AAA -> mine AAA: mine BBB leads by 0.0900 USD/h, but mine AAA runs for 2m0s of at least 10m0s
}

// What would have to be otherwise for another decision follows from the decision alone.
func ExampleExplain() {
	s := snapshot(1.02e-12)
	x := decide.Explain(decide.Decide(s, decide.Estimates(s)).Decisions[0])
	fmt.Println(x.Sentence)
	fmt.Println(x.Decisive)
	for _, change := range x.Changes {
		fmt.Println("-", change)
	}
	// Output:
	// mine BBB leads by 0.0036 USD/h, not more than the band of 0.0050 USD/h
	// gross decides: it makes 0.0036 USD/h of the 0.0036 USD/h by which mine BBB is ahead of mine AAA
	// - it would change to mine BBB if mine BBB brought +0.8 %: 0.1850 USD/h instead of 0.1836 USD/h
	// - it would change to mine BBB if mine AAA brought -0.8 %: 0.1786 USD/h instead of 0.1800 USD/h
}

// The operator's rules are part of the snapshot.
func ExamplePolicy() {
	s := snapshot(1.5e-12)
	s.Policy.Rules = []policy.Rule{{Name: "no BBB on the first card", Devices: policy.Devices{Indices: []int{0}}, Work: policy.Work{Coins: []string{"BBB"}}, Forbid: true}}
	for _, d := range decide.Decide(s, decide.Estimates(s)).Decisions {
		fmt.Printf("%s %s: %s\n", d.Device, d.Chosen, d.Reason)
		for _, e := range d.Options {
			if !e.Candidate() {
				fmt.Printf("  %s: %s\n", e.Workload, e.Note())
			}
		}
	}
	// Output:
	// GPU-0 mine AAA: mine AAA is the best option at 0.1300 USD/h
	//   mine BBB: rule "no BBB on the first card"
	// GPU-1 mine AAA: mine BBB leads by 0.0900 USD/h, but mine AAA runs for 2m0s of at least 10m0s
}
