package books_test

import (
	"fmt"
	"os"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/books"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// Lines of the ledger are added up by days of the operator's calendar, which are not UTC's.
func ExampleSums() {
	zone := time.FixedZone("CET", 3600)
	sums, err := books.New(books.Day, zone)
	if err != nil {
		fmt.Println(err)
		return
	}
	late := time.Date(2026, 3, 1, 23, 30, 0, 0, time.UTC) // half past midnight in Berlin
	for _, l := range []store.Line{
		{At: late.Add(-6 * time.Hour), Kind: store.MiningRevenue, USD: 2.40, Workload: "mine AAA"},
		{At: late.Add(-6 * time.Hour), Kind: store.Electricity, USD: -0.90, Amount: "10800000", Unit: "J", Seconds: 3600},
		{At: late, Kind: store.MiningRevenue, USD: 0.40, Workload: "mine AAA"},
		{At: late, Kind: store.Gas, USD: -0.05},
	} {
		sums.Add(l)
	}
	for _, r := range append(sums.Rows(), sums.Total()) {
		fmt.Printf("%-10s %.2f earned, %.2f power, %.2f fees: %.2f USD net, %.2f a kWh\n", r.Name, r.Earned, r.Power, r.Fees, r.Net, r.PerKWh())
	}
	// Output:
	// 2026-03-01 2.40 earned, 0.90 power, 0.00 fees: 1.50 USD net, 0.50 a kWh
	// 2026-03-02 0.40 earned, 0.00 power, 0.05 fees: 0.35 USD net, 0.00 a kWh
	// total      2.80 earned, 0.90 power, 0.05 fees: 1.85 USD net, 0.62 a kWh
}

// The same for a spreadsheet.
func ExampleWriteCSV() {
	if err := books.WriteCSV(os.Stdout, books.Work, []books.Row{{Name: "mine AAA", Earned: 2.4, Power: 0.9, Net: 1.5, KWh: 3, Hours: 1, Lines: 2}}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// work,earned_usd,power_usd,fees_usd,bonds_usd,net_usd,kwh,hours,lines,expected_usd,expected_hours,best_coin,best_coin_usd
	// mine AAA,2.400000,0.900000,0.000000,0.000000,1.500000,3.000000,1.000000,2,,,,
}
