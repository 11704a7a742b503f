package profit_test

import (
	"fmt"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// What a device could do is valued by its rates and by quotes alone. A quote that is not believed
// makes a workload worth nothing that could be compared, and says why.
func ExampleEstimates() {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	m := profit.Market{
		Now: now,
		Tariff: profit.Tariff{
			PerKWh: profit.Quote{Value: 0.20, Source: "the contract"}, Rate: profit.Quote{Value: 1.10, Source: "the bank"},
			Currency: "EUR", Overhead: 1.1,
		},
		Coins: []profit.Coin{
			{Name: "AAA", PerHash: profit.Quote{Value: 1e-12, Source: "the pool"}, PoolFee: 0.01},
			{Name: "BBB", PerHash: profit.Quote{Value: 2e-12, Source: "the pool", At: now.Add(-2 * time.Hour), MaxAge: time.Hour}},
			{Name: "CCC", PerHash: profit.Quote{Value: 1e-12, Source: "the pool"}},
		},
	}
	d := profit.Device{Model: "RTX 3090", IdleWatts: 20, Mining: map[string]profit.MiningRate{
		"AAA": {Hashrate: 50e6, Watts: 250, Measured: true},
		"BBB": {Hashrate: 50e6, Watts: 250},
	}}
	for _, e := range profit.Estimates(d, m) {
		if !e.Candidate() {
			fmt.Printf("%-8s %s\n", e.Workload, e.Note())
			continue
		}
		fmt.Printf("%-8s %.4f gross, %.4f fees, %.4f power: %.4f USD/h net\n", e.Workload, e.Gross, e.Fees, e.Electricity, e.Net)
	}
	// Output:
	// idle     0.0000 gross, 0.0000 fees, 0.0048 power: -0.0048 USD/h net
	// mine AAA 0.1800 gross, 0.0018 fees, 0.0605 power: 0.1177 USD/h net
	// mine BBB revenue of BBB: the pool is 2h0m0s old, believed for 1h0m0s
	// mine CCC no hashrate is known for RTX 3090
}

// Power without a believed tariff is refused: it is never free by accident.
func ExampleTariff_Cost() {
	now := time.Date(2026, 3, 1, 23, 0, 0, 0, time.UTC)
	t := profit.Tariff{
		PerKWh: profit.Quote{Value: 0.30, Source: "the exchange"}, Rate: profit.Quote{Value: 1, Source: "USD"}, Overhead: 1,
		Ahead: []profit.Slot{{From: now.Add(time.Hour), Until: now.Add(2 * time.Hour), PerKWh: 0.10}},
	}
	alone, _ := t.Cost(1000, now, 0)
	both, _ := t.Cost(1000, now, 2)
	fmt.Printf("%.2f USD/h now, %.2f over the next two hours\n", alone, both)
	t.PerKWh.Fault = "the exchange does not answer"
	_, why := t.Cost(1000, now, 0)
	fmt.Println(why)
	// Output:
	// 0.30 USD/h now, 0.20 over the next two hours
	// electricity price: the exchange does not answer
}
