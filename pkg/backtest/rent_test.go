package backtest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// demand makes customers for a class: what they pay wanders, with a correlation to what mining
// brings, around a level; they come by chance and stay for hours.
func demand(w *World, c *Class, level, together, busy float64, seed uint64) []Demand {
	r := rand.New(rand.NewPCG(seed, 3))
	all, own := make([]Demand, w.Steps()), 0.0
	mean := 0.0
	for t := range all {
		mean += math.Log(c.Gross[0][t]) / float64(len(all))
	}
	for t := range all {
		own = own*0.999 + r.NormFloat64()*0.3*math.Sqrt(1-0.999*0.999)
		if r.Float64() < busy {
			all[t] = Demand{level * math.Exp(together*(math.Log(c.Gross[0][t])-mean)+own), 1 + r.IntN(6*24)}
		}
	}
	return all
}

// With a host the engine is ahead of mining always, of renting always and of renting before
// mining, whatever customers pay and however many there are, on markets that move with mining and
// on those that do not. Where every customer pays more than mining brings, renting before mining
// is the same rule: there it is level.
func TestLetting(t *testing.T) {
	if testing.Short() || race.Enabled {
		t.Skip("it replays years, in one goroutine")
	}
	w := made("close", 60, func(float64) [3]float64 { return [3]float64{} })
	c := &w.Classes[0]
	told := quotes(c, Faults{Noise: .02, Lag: 1, Seed: 1})
	p := decide.Policy{MinRun: 10 * time.Minute, MinLead: .001, LeadVariance: .0025, SwitchSeconds: 180, Horizon: 24 * time.Hour}
	for _, level := range []float64{0.05, 0.08, 0.12} { // mining brings .08
		for _, together := range []float64{0, 0.5, 0.9} {
			for _, busy := range []float64{0.003, 0.05} {
				l := Letting{Host: profit.Host{Name: "host", Called: true, Fee: .1, Occupancy: .5}, Watts: 220, Margin: .05, Demand: demand(w, c, level, together, busy, 7)}
				earned := map[string]float64{}
				line := fmt.Sprintf("level %.2f, together %.1f, busy %.3f:", level, together, busy)
				for _, rule := range LetRules() {
					m := RunLetting(w, c, l, rule, p, told, 3)
					earned[rule.Name] = m.USD
					line += fmt.Sprintf(" %s %.2f", rule.Name, m.USD)
				}
				t.Log(line)
				for name, usd := range earned {
					if name != "gpuarbiter" && usd > earned["gpuarbiter"]*1.0005 {
						t.Errorf("%s: %s earns %.2f, we %.2f", line, name, usd, earned["gpuarbiter"])
					}
				}
			}
		}
	}
}

// The same on recorded markets, with customers drawn beside them.
func TestLettingOnRecordedMarkets(t *testing.T) {
	if testing.Short() || race.Enabled {
		t.Skip("it replays years, in one goroutine")
	}
	p := decide.Policy{MinRun: 10 * time.Minute, MinLead: .001, LeadVariance: .0025, SwitchSeconds: 180, Horizon: 24 * time.Hour}
	for _, name := range []string{"real-1", "equal-2"} {
		path := filepath.Join("..", "..", "..", "shared", "data", "worlds", name+".csv.gz")
		if _, err := os.Stat(path); err != nil {
			t.Skipf("%s is absent", path)
		}
		w, err := ReadWorld(path)
		if err != nil {
			t.Fatal(err)
		}
		c := &w.Classes[0]
		mean := 0.0
		for _, v := range c.Gross[0] {
			mean += v / float64(w.Steps())
		}
		told := quotes(c, Faults{Noise: .02, Lag: 1, Seed: 1})
		for _, level := range []float64{0.7, 1.3} {
			l := Letting{Host: profit.Host{Name: "host", Called: true, Fee: .1, Occupancy: .5}, Watts: 220, Margin: .05, Demand: demand(w, c, level*mean, 0.5, 0.02, 7)}
			earned := map[string]float64{}
			for _, rule := range LetRules() {
				earned[rule.Name] = RunLetting(w, c, l, rule, p, told, 3).USD
			}
			t.Logf("%s, customers at %.1f of mining: %v", name, level, earned)
			for rule, usd := range earned {
				if rule != "gpuarbiter" && usd > earned["gpuarbiter"]*1.0005 {
					t.Errorf("%s, customers at %.1f of mining: %s earns %.2f, we %.2f", name, level, rule, usd, earned["gpuarbiter"])
				}
			}
		}
	}
}

// A host's history is read as it is written, and what cannot be meant is refused with its line.
func TestCustomers(t *testing.T) {
	all, err := parseCustomers(strings.NewReader("\ufefftime_utc,class,usd_per_hour,hours\n2020-01-01T00:05:00Z,rtx2080ti,0.2,1\n2020-01-01T00:07:00Z,,0.3,0.1\n2020-01-02T00:00:00Z,other,9,9\n2019-01-01T00:00:00Z,,9,9\n"))
	if err != nil || len(all) != 4 {
		t.Fatal(all, err)
	}
	w := made("close", 2, func(float64) [3]float64 { return [3]float64{} })
	demand, known := DemandOf(w, "rtx2080ti", all)
	if known != 2 || demand[0] != (Demand{0.3, 1}) || demand[1] != (Demand{}) {
		t.Errorf("%d, %v", known, demand[:3])
	}
	for text, want := range map[string]string{
		"": "the head", "time_utc,hours\n": "no column usd_per_hour", "time_utc,usd_per_hour,hours\nsoon,1,1\n": "line 2: time_utc", "time_utc,usd_per_hour,hours\n2020-01-01T00:05:00Z,-1,1\n": "line 2: usd_per_hour",
		"time_utc,usd_per_hour,hours\n2020-01-01T00:05:00Z,1,NaN\n": "line 2: hours", "time_utc,usd_per_hour,hours\n2020-01-01T00:05:00Z,1\n": "wrong number of fields",
	} {
		if _, err := parseCustomers(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
