package policy_test

import (
	"fmt"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/policy"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// A rule changes what a device's options count for, and what is changed by it says so.
func ExampleApply() {
	d := &profit.Device{UUID: "GPU-0", Model: "RTX 3090"}
	rules := []policy.Rule{
		{Name: "quiet nights", Work: policy.Work{Kinds: []profit.Kind{profit.Train}}, When: policy.When{From: 22 * 60, To: 6 * 60}, Forbid: true},
		{Name: "a friend's coin", Work: policy.Work{Coins: []string{"BBB"}}, Prefer: 0.02},
	}
	for _, hour := range []int{12, 23} {
		m := &profit.Market{Now: time.Date(2026, 3, 1, hour, 0, 0, 0, time.UTC)}
		options := []profit.Estimate{
			{Workload: profit.Training("chain/7"), Gross: 0.30, Net: 0.25}, {Workload: profit.Mining("AAA"), Gross: 0.12, Net: 0.10}, {Workload: profit.Mining("BBB"), Gross: 0.11, Net: 0.09},
		}
		policy.Apply(rules, m, d, options)
		for _, e := range options {
			if !e.Candidate() {
				fmt.Printf("%d:00 %-13s %s\n", hour, e.Workload, e.Note())
				continue
			}
			fmt.Printf("%d:00 %-13s %.2f USD/h, counts as %.2f: %s\n", hour, e.Workload, e.Money(), e.Net, e.Note())
		}
	}
	// Output:
	// 12:00 train chain/7 0.25 USD/h, counts as 0.25: prior
	// 12:00 mine AAA      0.10 USD/h, counts as 0.10: prior
	// 12:00 mine BBB      0.09 USD/h, counts as 0.11: prior, counts as +0.0200 USD/h by rule "a friend's coin"
	// 23:00 train chain/7 rule "quiet nights"
	// 23:00 mine AAA      0.10 USD/h, counts as 0.10: prior
	// 23:00 mine BBB      0.09 USD/h, counts as 0.11: prior, counts as +0.0200 USD/h by rule "a friend's coin"
}

// Hours may pass midnight; a day is the one on which they begin.
func ExampleWhen_Holds() {
	friday := policy.When{From: 22 * 60, To: 6 * 60, Days: []time.Weekday{time.Friday}, Zone: "UTC"}
	for _, at := range []time.Time{
		time.Date(2026, 3, 6, 23, 0, 0, 0, time.UTC), time.Date(2026, 3, 7, 5, 0, 0, 0, time.UTC), time.Date(2026, 3, 7, 23, 0, 0, 0, time.UTC),
	} {
		fmt.Println(at.Format("Mon 15:04"), friday.Holds(&profit.Market{Now: at}))
	}
	// Output:
	// Fri 23:00 true
	// Sat 05:00 true
	// Sat 23:00 false
}
