package decide

import (
	"math"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

func TestExpected(t *testing.T) {
	a, b := profit.Mining("A"), profit.Mining("B")
	estimate := func(w profit.Workload, net profit.USDPerHour) profit.Estimate {
		return profit.Estimate{Workload: w, Net: net}
	}
	preferred := estimate(a, 5)
	preferred.Preference = 4 // 1 in money
	rest := estimate(profit.Idling, -0.1)
	dead := profit.Estimate{Workload: b, Impossible: "its pool is away"}
	s := Snapshot{Devices: make([]Device, 4)}
	for i, id := range []string{"0", "1", "2", "3"} {
		s.Devices[i].UUID = id
	}
	s.Devices[3].Blocked = "quarantined"
	training := estimate(profit.Training("x/1"), 7)
	training.Electricity = 0.2
	p := Plan{Decisions: []Decision{
		{Device: "0", Running: a, Options: []profit.Estimate{preferred, estimate(b, 2), rest}},
		{Device: "1", Running: b, Options: []profit.Estimate{estimate(b, 3), rest, estimate(a, -1)}}, // A costs more than rest
		{Device: "2", Running: profit.Training("x/1"), Options: []profit.Estimate{training, rest, dead}},
		{Device: "3", Running: a, Options: []profit.Estimate{estimate(a, 100), rest}},
	}}
	got := ExpectedOf(s, p)
	for _, c := range []struct {
		name      string
		got, want profit.USDPerHour
	}{{"what runs", got.Net, 1 + 3 - 0.2}, {"A alone", got.Alone[a], 1 - 0.1 - 0.1}, {"B alone", got.Alone[b], 2 + 3 - 0.1}} {
		if math.Abs(float64(c.got-c.want)) > 1e-12 {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
	p.Decisions[0].Fault = "accepts nothing" // then it is worth the power it draws, whatever it promises
	p.Decisions[0].Options[0].Electricity = 0.3
	if got := ExpectedOf(s, p).Net; math.Abs(float64(got-(-0.3+3-0.2))) > 1e-12 {
		t.Errorf("%v", got)
	}
	if got := ExpectedOf(Snapshot{}, Plan{}); got.Net != 0 || len(got.Alone) != 0 {
		t.Errorf("%+v", got)
	}
}
