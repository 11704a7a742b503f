package scheduler

import (
	"math"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/learned"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// A device that is predicted 2 USD an hour and gets 1.5 is found to be a quarter
// below, hour by hour; what is not long enough waits.
func TestCalibration(t *testing.T) {
	st, err := store.Open(t.TempDir() + "/db")
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close() //nolint:errcheck // a test
	c := newCalibrator(Config{Learned: learned.New(st)})
	mining := profit.Mining("a")
	s := Status{Workload: mining, Report: Report{State: "ok"}}
	s.Device.UUID = "GPU-1"
	at1 := learned.At{Device: "GPU-1", Work: "mine a"}
	at := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	known := profit.USDPerHour(1) // what is expected of the prediction, once something is
	tick := func(state string) {
		s.Report.State = state
		plan := decide.Plan{At: at, Decisions: []decide.Decision{{Device: "GPU-1", Options: []profit.Estimate{
			{Workload: profit.Idling}, {Workload: mining, Gross: 2.2 * known, Fees: 0.2 * known, Electricity: 0.3, Realised: profit.Ratio(known)},
		}}}}
		c.predict([]Status{s}, plan)
		at = at.Add(time.Minute)
	}
	load := func() (all learned.Calibration) {
		c.close(at)
		all, _ = learned.New(st).Calibrations.Get(at1) // as the store has it
		return all
	}
	tick("ok")
	for range 59 {
		tick("ok")
	}
	if all := load(); all.Windows != 0 {
		t.Errorf("59 minutes are a window: %+v", all)
	}
	for hour := range 20 {
		for range 60 {
			tick("ok")
		}
		c.realise(profit.Mining("a"), store.Line{Device: "GPU-1", Workload: "mine a", Kind: store.MiningRevenue, USD: 1.5})
		c.realise(profit.Mining("a"), store.Line{Device: "GPU-1", Workload: "mine a", Kind: store.Electricity, USD: -0.33})
		c.realise(profit.Training("x/1"), store.Line{Device: "GPU-1", Workload: "train x/1", Kind: store.Reward, USD: 99})
		if hour == 0 { // the first hour and 59 minutes
			c.windows[at1].Realised += 1.5 * 59 / 60
		}
		if realised, _, ok := load().Expected(at, time.Hour); ok != (hour >= 11) || ok && math.Abs(float64(realised)-0.75) > 0.01 {
			t.Errorf("after %d hours: %g, %t", hour+1, float64(realised), ok)
		} else if ok {
			known = profit.USDPerHour(realised) // and the experience stays what it is
		}
	}
	all := load()
	if _, _, ok := all.Expected(at.Add(2*time.Hour), time.Hour); ok {
		t.Error("old experience counts")
	}
	if all.Windows != 20 || math.Abs(all.Ratio()-0.75) > 1e-9 || math.Abs(all.Bias-math.Log(0.75)) > 0.01 || math.Abs(all.Error()+math.Log(0.75)) > 0.01 || math.Abs(all.Hours-(20+59.0/60)) > 1e-6 {
		t.Errorf("%+v: ratio %g, error %g", all, all.Ratio(), all.Error())
	}
	if math.Abs(all.PredictedPower-0.3*all.Hours) > 1e-9 || math.Abs(all.RealisedPower-20*0.33) > 1e-9 {
		t.Errorf("power: %+v", all)
	}
	// An hour with shares that nobody could value teaches nothing.
	for range 61 {
		tick("ok")
	}
	c.realise(profit.Mining("a"), store.Line{Device: "GPU-1", Workload: "mine a", Kind: store.MiningRevenue, Quote: "not believed"})
	if after := load(); after != all {
		t.Errorf("%+v, then %+v", all, after)
	}
	// Time in which the worker does not work, or nobody looked, predicts nothing.
	before := len(c.windows)
	for range 10 {
		tick("disconnected")
	}
	at = at.Add(24 * time.Hour)
	tick("ok")
	if len(c.windows) != before {
		t.Errorf("%+v", c.windows)
	}
}
