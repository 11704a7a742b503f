package backtest

import (
	"fmt"
	"math"
	"math/rand/v2"
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
