package scheduler

import (
	"math"
	"testing"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// What is believed is kept by the hour, over the end of the daemon; of hours that nobody looked
// at, nothing is.
func TestExpectations(t *testing.T) {
	st, err := store.Open(t.TempDir() + "/db")
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close() //nolint:errcheck // a test
	cfg := Config{Store: st, LedgerEvery: time.Minute, Log: zap.NewNop()}
	f := &expectations{cfg: cfg}
	noon := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	believed := decide.Expected{Net: 2, Alone: map[profit.Workload]profit.USDPerHour{profit.Mining("A"): 1, profit.Mining("B"): -1}}
	minutes := func(from, to int) {
		for m := from; m <= to; m++ {
			f.add(believed, noon.Add(time.Duration(m)*time.Minute))
		}
	}
	check := func(hour time.Time, hours, usd float64) {
		t.Helper()
		got, _, err := st.Expected(hour)
		if err != nil || math.Abs(got.Hours-hours) > 1e-9 || math.Abs(got.USD-usd) > 1e-9 || math.Abs(got.Alone["mine A"]-usd/2) > 1e-9 || math.Abs(got.Alone["mine B"]+usd/2) > 1e-9 {
			t.Errorf("%v: %+v, %v, want %v hours, %v USD", hour, got, err, hours, usd)
		}
	}
	minutes(0, 30)
	check(noon, 0.5, 1)
	f = &expectations{cfg: cfg} // killed; back within the hour, ten minutes later
	minutes(40, 70)
	check(noon, 0.5+19.0/60, 1+38.0/60) // what ends at 13:00 is of the next hour
	check(noon.Add(time.Hour), 11.0/60, 22.0/60)
	minutes(200, 230) // the rig slept: nobody knows what it would have brought
	check(noon.Add(3*time.Hour), 0.5, 1)
	if _, ok, _ := st.Expected(noon.Add(2 * time.Hour)); ok {
		t.Error("an hour that nobody looked at has something expected")
	}
	f.add(believed, noon) // a clock that was set back
	minutes(231, 231)
	check(noon.Add(3*time.Hour), 0.5, 1)
}
