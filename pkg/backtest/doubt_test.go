package backtest

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// made is a world of three coins that wander together and each a little by itself; lean says
// by how much each is ahead, in logarithms.
func made(name string, days int, lean func(day float64) [3]float64) *World {
	r := rand.New(rand.NewPCG(uint64(len(name)), 99))
	w := &World{Name: name, Start: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC), Step: 10 * time.Minute}
	c := Class{Name: "rtx2080ti", Coins: []string{"eth", "etc", "zec"}, Watts: []float64{190, 190, 230, 15}, Gross: make([][]float64, 4)}
	common, own := 0.0, [3]float64{}
	for t := range days * 144 {
		common += r.NormFloat64() * .0033
		ahead := lean(float64(t) / 144)
		for k := range own {
			own[k] = own[k]*.9995 + r.NormFloat64()*.0019
			c.Gross[k] = append(c.Gross[k], .08*math.Exp(common+own[k]+ahead[k]))
		}
		c.Gross[3] = append(c.Gross[3], 0)
		w.Tariff = append(w.Tariff, .05)
	}
	w.Classes = []Class{c}
	return w
}

// The engine's doubt grows with the noise of the quotes by itself: where one coin leads nearly
// all the time, where two take turns and where three are as good as each other it is ahead of
// every stated rule at every noise, and of the best single coin in hindsight.
func TestDoubtGrowsWithNoise(t *testing.T) {
	if testing.Short() || race.Enabled {
		t.Skip("it replays half a year, in one goroutine")
	}
	worlds := []*World{
		made("dominant", 180, func(float64) [3]float64 { return [3]float64{.12, 0, -.05} }),
		made("alternate", 180, func(day float64) [3]float64 {
			s := .08 * math.Sin(2*math.Pi*day/3)
			return [3]float64{s, -s, -.2}
		}),
		made("close", 180, func(float64) [3]float64 { return [3]float64{} }),
	}
	job := Job{Worlds: worlds, Policies: append(Peers(), ours()), Noises: []float64{.02, .05, .10}, Seeds: []uint64{1}, Lag: 1, Minutes: 3}
	days := map[string]float64{}
	for _, w := range worlds {
		days[w.Name] = 180
	}
	cells := Cells(job.Run(), days)
	for _, w := range worlds {
		for _, noise := range job.Noises {
			us := cells["ours"][w.Name][noise]
			for _, p := range Peers() {
				if theirs := cells[p.Name][w.Name][noise]; us.Share <= theirs.Share {
					t.Errorf("%s at %v: %.4f, %s has %.4f", w.Name, noise, us.Share, p.Name, theirs.Share)
				}
			}
			static := cells[StaticName][w.Name][noise].Share
			// In hindsight one knows which coin dominates; at 10 % of noise that is worth a quarter of a per cent.
			if known := w.Name == "dominant" && noise == .10; us.Share <= static && !known || us.Share <= static-.003 {
				t.Errorf("%s at %v: %.4f, the best coin in hindsight alone has %.4f", w.Name, noise, us.Share, static)
			}
			t.Logf("%s at %v: %.4f (best coin alone %.4f), %.2f switches a day", w.Name, noise, us.Share, static, us.Switches)
		}
	}
}
