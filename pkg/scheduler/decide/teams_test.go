package decide

import (
	"fmt"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// A team with one worker goes as fast as its slowest, as often as there are devices, and each
// further one slows all; else each does its part.
func TestRateOfATeam(t *testing.T) {
	sides := []side{{speed: 1, drag: 0.25}, {speed: 3, drag: 0.5}}
	for _, c := range []struct {
		devices []int
		one     bool
		want    float64
	}{
		{[]int{1, 0}, true, 1}, {[]int{2, 0}, true, 1.6}, {[]int{0, 3}, true, 4.5}, {[]int{1, 1}, true, 1.6}, {[]int{0, 0}, true, 0},
		{[]int{2, 0}, false, 2}, {[]int{1, 2}, false, 7},
	} {
		contest := profit.Contest{Challenge: &profit.Challenge{OneWorker: c.one}}
		if got := rateOf(&contest, sides, c.devices); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%v, one worker %v: %v, want %v", c.devices, c.one, got, c.want)
		}
	}
}

// drawTeam is a snapshot of devices that could train as one for what is worth most to who is quick.
func drawTeam(t *rapid.T) Snapshot {
	f := func(lo, hi float64, name string) float64 { return rapid.Float64Range(lo, hi).Draw(t, name) }
	s := Snapshot{Policy: Policy{MinLead: 0.001, SwitchSeconds: f(0, 600, "switch"), Horizon: 24 * time.Hour}}
	s.Market = profit.Market{Now: now, Tariff: profit.Tariff{PerKWh: quote(0.1), Rate: quote(1), Overhead: 1, Currency: "USD"}, Coins: []profit.Coin{coin("a", 1)}}
	c := prize("dev/0", f(1, 60, "reward"))
	c.Rule, c.Rivals, c.Opened, c.Work.Median, c.OneWorker = profit.First, f(0, 5, "rivals"), now, 4*3600, true
	c.Deadline, c.MaxDevices = now.Add(100*time.Hour), rapid.IntRange(2, 6).Draw(t, "devices together")
	s.Market.Challenges = []profit.Challenge{c}
	for i := range rapid.IntRange(1, 6).Draw(t, "devices") {
		d := Device{Running: profit.Mining("a"), Since: now.Add(-time.Hour)}
		d.UUID, d.Mining = fmt.Sprintf("GPU-%d", i), map[string]profit.MiningRate{"a": {Hashrate: profit.Hashrate(f(0.1, 1, "hashrate")), Watts: 200}}
		d.Training = profit.TrainingRate{PerSecond: profit.MACs(rapid.SampledFrom([]float64{0.5, 1, 2}).Draw(t, "speed")), Watts: 200, Drag: profit.Drag(f(0, 0.3, "drag"))}
		s.Devices = append(s.Devices, d)
	}
	return s
}

// The parts of a team are its whole, and each device gains as much by it as any other: so all are
// for it, or none is.
func TestPartsOfATeam(t *testing.T) {
	formed := 0
	rapid.Check(t, func(t *rapid.T) {
		s := drawTeam(t)
		work := profit.Training("dev/0")
		gross, least, most := profit.USDPerHour(0), math.Inf(1), math.Inf(-1)
		var team *Team
		for _, d := range decide(s).Decisions {
			if d.Team == nil {
				continue
			}
			team = d.Team
			var own, rest profit.Estimate
			for _, e := range d.Options {
				switch {
				case e.Workload == work:
					own = e
				case rest.Workload.None() && e.Candidate():
					rest = e
				}
			}
			gross += own.Gross
			least, most = min(least, float64(own.Net-rest.Net)), max(most, float64(own.Net-rest.Net))
		}
		if team == nil {
			return
		}
		formed++
		c := s.Market.Challenges[0]
		if want := c.Reward / team.Hours; math.Abs(float64(gross)-want) > alike*want {
			t.Fatalf("the parts are %v USD/h of %v", gross, want)
		}
		if most-least > 2*alike*float64(gross) {
			t.Fatalf("they gain from %v to %v USD/h", least, most)
		}
	})
	if formed == 0 {
		t.Error("no team was formed")
	}
}

// A team is valued by those that come: whoever stays away for its minimum run, or for a lead that is
// not enough, is in no team.
func TestTeamIsOfThoseThatCome(t *testing.T) {
	smaller := 0
	rapid.Check(t, func(t *rapid.T) {
		s := drawTeam(t)
		s.Policy.MinRun = 10 * time.Minute
		for i := range s.Devices {
			s.Devices[i].Since = now.Add(-time.Duration(rapid.IntRange(1, 30).Draw(t, "ran")) * time.Minute)
			if rapid.IntRange(0, 3).Draw(t, "trains") == 0 {
				s.Devices[i].Running = profit.Training("dev/0")
			}
		}
		for _, d := range decide(s).Decisions {
			if d.Team == nil {
				continue
			}
			if d.Chosen != profit.Training("dev/0") || len(d.Team.Members) != d.Team.Devices {
				t.Fatalf("%s does %s, in a team of %d: %v", d.Device, d.Chosen, d.Team.Devices, d.Team.Members)
			}
			if d.Team.Devices < len(s.Devices) {
				smaller++
			}
		}
	})
	if smaller == 0 {
		t.Error("no team was smaller than it could be")
	}
}

// A team that trains changes only where that is worth what the restart costs those who stay.
func TestTeamChangesForAPrice(t *testing.T) {
	plan := func(restart float64) *Team {
		s := Snapshot{Policy: Policy{MinLead: 0.001, SwitchSeconds: 1, Horizon: 24 * time.Hour}}
		s.Market = profit.Market{Now: now, Tariff: profit.Tariff{PerKWh: quote(0.1), Rate: quote(1), Overhead: 1, Currency: "USD"}, Coins: []profit.Coin{coin("a", 1)}}
		c := prize("dev/0", 20)
		c.Rule, c.Rivals, c.Opened, c.Work.Median, c.OneWorker, c.MaxDevices, c.Deadline = profit.First, 3, now, 4*3600, true, 3, now.Add(100*time.Hour)
		s.Market.Challenges = []profit.Challenge{c}
		for i := range 3 {
			d := Device{Running: profit.Training("dev/0"), Since: now.Add(-time.Hour)}
			if i == 2 {
				d.Running = profit.Mining("a")
			}
			d.UUID, d.Mining, d.Training = fmt.Sprintf("GPU-%d", i), map[string]profit.MiningRate{"a": {Hashrate: 1, Watts: 200}}, profit.TrainingRate{PerSecond: 1, Watts: 200}
			s.Devices = append(s.Devices, d)
			s.Costs = append(s.Costs, SwitchCost{d.UUID, profit.Train, profit.Train, restart})
		}
		return decide(s).Decisions[0].Team
	}
	if cheap := plan(1); cheap == nil || len(cheap.Members) != 3 {
		t.Errorf("a restart of a second: %+v", cheap)
	}
	if dear := plan(6 * 3600); dear == nil || len(dear.Members) != 2 {
		t.Errorf("a restart of six hours: %+v", dear)
	}
}
