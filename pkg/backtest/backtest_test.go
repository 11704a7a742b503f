package backtest

import (
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// small is a world of a few steps and options.
func small(r *rand.Rand, steps, coins int, volatility float64) *World {
	w := &World{Name: "small-1", Start: time.Unix(1_500_000_000, 0).UTC(), Step: 10 * time.Minute}
	c := Class{Name: "x"}
	for k := range coins {
		c.Coins = append(c.Coins, string(rune('a'+k)))
		level := math.Log(0.05)
		var gross []float64
		for range steps {
			level += volatility * r.NormFloat64()
			gross = append(gross, math.Exp(level))
		}
		c.Gross = append(c.Gross, gross)
		c.Watts = append(c.Watts, 100+20*r.Float64())
	}
	c.Gross, c.Watts = append(c.Gross, make([]float64, steps)), append(c.Watts, 10)
	for range steps {
		w.Tariff = append(w.Tariff, 0.05+0.3*r.Float64())
	}
	w.Classes = []Class{c}
	return w
}

func ours() Policy { return Engine("ours", decide.Policy{Horizon: 24 * time.Hour}) }

// No path earns more than the clairvoyant's, and one earns just as much.
func TestClairvoyantIsTheBestPath(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		w := small(r, 6, 2, 0.05)
		c := &w.Classes[0]
		best := math.Inf(-1)
		for code := range 729 { // 3 options, 6 steps
			path, rest := make([]int8, 6), code
			for i := range path {
				path[i], rest = int8(rest%3), rest/3
			}
			best = max(best, Earned(w, c, path, 3).USD)
		}
		if got := Earned(w, c, Clairvoyant(w, c, 3), 3).USD; math.Abs(got-best) > 1e-12 {
			t.Fatalf("%v, the best path has %v", got, best)
		}
	}
}

// Whatever comes after a step changes nothing of what was decided up to it; and
// what is true at a step is told only after the lag.
func TestNoLookAhead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		w := small(r, 120, 3, 0.05)
		f := Faults{Noise: .02, Lag: rapid.IntRange(1, 3).Draw(t, "lag"), Seed: r.Uint64()}
		at := rapid.IntRange(1, 118).Draw(t, "at")
		policies := append(Peers(), ours())
		var before [][]int8
		for _, p := range policies {
			before = append(before, Run(w, &w.Classes[0], p, quotes(&w.Classes[0], f), 3))
		}
		for k := range w.Classes[0].Coins { // what was not told yet is another story now
			later := w.Classes[0].Gross[k][max(at-f.Lag, 0)+1:]
			r.Shuffle(len(later), func(i, j int) { later[i], later[j] = 7*later[j], later[i]/3 })
		}
		tariff := w.Tariff[at+1:]
		r.Shuffle(len(tariff), func(i, j int) { tariff[i], tariff[j] = tariff[j], tariff[i] })
		for i, p := range policies {
			after := Run(w, &w.Classes[0], p, quotes(&w.Classes[0], f), 3)
			if !slices.Equal(before[i][:at+1], after[:at+1]) {
				t.Fatalf("%s decided by what came later", p.Name)
			}
		}
	})
}

// Of a quote that is absurd for one poll nothing is believed, not even which way
// it goes: a thousand times as much moves the device as little as a thousandth.
func TestAnAbsurdQuoteMovesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	w := small(r, 300, 3, 0.004)
	c := &w.Classes[0]
	told := quotes(c, Faults{Lag: 1, Seed: 1})
	for at := 100; at < 290; at += 7 {
		for k := range c.Coins {
			var first []int8
			for _, factor := range []float64{1000, 30, 1.0 / 30, 1e-6} {
				changed := slices.Clone(told)
				changed[k] = slices.Clone(told[k])
				changed[k][at] *= factor
				got := Run(w, c, ours(), changed, 3)
				if first == nil {
					first = got
				}
				if got[at] != first[at] {
					t.Fatalf("step %d: %s times %v is mined or left, times 1000 it is not", at, c.Coins[k], factor)
				}
			}
		}
	}
}

func TestReadWorldRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"no file at all":  "",
		"another header":  "a,b,c\n",
		"no class":        "time_utc,tariff_usd_per_kwh,eth\n",
		"unknown class":   "time_utc,tariff_usd_per_kwh,abacus/eth\n2018-06-13T00:00Z,0.05,1\n2018-06-13T00:10Z,0.05,1\n",
		"no number":       "time_utc,tariff_usd_per_kwh,rx580/eth\n2018-06-13T00:00Z,0.05,much\n2018-06-13T00:10Z,0.05,1\n",
		"a negative gain": "time_utc,tariff_usd_per_kwh,rx580/eth\n2018-06-13T00:00Z,0.05,-1\n2018-06-13T00:10Z,0.05,1\n",
		"NaN":             "time_utc,tariff_usd_per_kwh,rx580/eth\n2018-06-13T00:00Z,0.05,NaN\n2018-06-13T00:10Z,0.05,1\n",
		"a gap":           "time_utc,tariff_usd_per_kwh,rx580/eth\n2018-06-13T00:00Z,0.05,1\n2018-06-13T00:10Z,0.05,1\n2018-06-13T00:30Z,0.05,1\n",
		"one step":        "time_utc,tariff_usd_per_kwh,rx580/eth\n2018-06-13T00:00Z,0.05,1\n",
		"a short row":     "time_utc,tariff_usd_per_kwh,rx580/eth\n2018-06-13T00:00Z,0.05\n",
	} {
		path := filepath.Join(t.TempDir(), "real-9.csv")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadWorld(path); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// On recorded markets the engine is ahead of every stated rule at every noise,
// and rows that the reference has too agree with it. The figures are those of
// the reference's own run, on other seeds.
func TestRecordedMarkets(t *testing.T) {
	if testing.Short() || race.Enabled {
		t.Skip("it replays two years, in one goroutine")
	}
	job, days := Job{Policies: append(Peers(), ours()), Noises: []float64{0, .02, .05}, Seeds: []uint64{1}, Lag: 1, Minutes: 3}, map[string]float64{}
	for _, name := range []string{"real-1", "equal-1"} {
		path := filepath.Join("..", "..", "..", "shared", "data", "worlds", name+".csv.gz")
		if _, err := os.Stat(path); err != nil {
			t.Skipf("%s is absent", path)
		}
		w, err := ReadWorld(path)
		if err != nil {
			t.Fatal(err)
		}
		job.Worlds, days[w.Name] = append(job.Worlds, w), float64(w.Steps())*w.Hours()/24
	}
	cells := Cells(job.Run(), days)
	for name, want := range map[string]map[string][3]float64{
		StaticName: {"real": {.940, .940, .940}, "equal": {.875, .875, .875}},
		"greedy":   {"real": {.973, .965, .935}, "equal": {.944, .925, .889}},
		"3 %":      {"real": {.989, .986, .963}, "equal": {.979, .970, .935}},
	} {
		for kind, row := range want {
			for i, noise := range job.Noises {
				// one world and one seed of two: more leeway than between the programs
				if got := cells[name][kind][noise].Share; math.Abs(got-row[i]) > .006 {
					t.Errorf("%s, %s at %v: %.4f, the reference has %.3f", name, kind, noise, got, row[i])
				}
			}
		}
	}
	aheadOfPeers(t, cells, job.Noises)
	// What a switch costs is learned on each rig: it may be more.
	job.Minutes, job.Noises = 8, []float64{0, .05}
	aheadOfPeers(t, Cells(job.Run(), days), job.Noises)
}

func aheadOfPeers(t *testing.T, cells map[string]map[string]map[float64]Cell, noises []float64) {
	t.Helper()
	for _, p := range Peers() {
		for _, kind := range []string{"real", "equal"} {
			for _, noise := range noises {
				if ours, theirs := cells["ours"][kind][noise].Share, cells[p.Name][kind][noise].Share; ours <= theirs {
					t.Errorf("%s at %v: %.4f, %s has %.4f", kind, noise, ours, p.Name, theirs)
				}
			}
		}
	}
}

// A world's file may be anybody's.
func FuzzParseWorld(f *testing.F) {
	f.Add("time_utc,tariff_usd_per_kwh,rx580/eth,rx580/etc\n2018-06-13T00:00Z,0.05,1,2\n2018-06-13T00:10Z,0.05,1,3\n")
	f.Fuzz(func(t *testing.T, text string) {
		w, err := parseWorld("real-1", strings.NewReader(text))
		if err != nil {
			return
		}
		for i := range w.Classes {
			c := &w.Classes[i]
			if len(c.Gross) != len(c.Coins)+1 || len(c.Watts) != len(c.Gross) {
				t.Fatalf("%+v", c)
			}
			Clairvoyant(w, c, 3)
		}
	})
}

// Where power costs less than nothing, it is believed.
func TestNegativeTariff(t *testing.T) {
	w := &World{Name: "real-x", Start: time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC), Step: 10 * time.Minute}
	c := Class{Name: "x", Coins: []string{"a", "b"}, Watts: []float64{100, 100, 10}, Gross: make([][]float64, 3)}
	for t := range 300 {
		w.Tariff = append(w.Tariff, -0.05)
		a, b := 0.02, 0.03
		if t > 150 {
			a, b = b, a
		}
		c.Gross[0], c.Gross[1], c.Gross[2] = append(c.Gross[0], a), append(c.Gross[1], b), append(c.Gross[2], 0)
	}
	w.Classes = []Class{c}
	m := Earned(w, &w.Classes[0], Run(w, &w.Classes[0], ours(), c.Gross, 3), 3)
	if best := Earned(w, &w.Classes[0], Clairvoyant(w, &w.Classes[0], 3), 3).USD; m.Switches == 0 || m.USD < 0.97*best {
		t.Errorf("%+v of %g", m, best)
	}
}
