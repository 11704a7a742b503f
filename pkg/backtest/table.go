package backtest

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// Cell is a policy's share of the clairvoyant's money on one kind of world at
// one noise: over all of its worlds, classes and seeds, and the least and most
// of any one of them. Where even the clairvoyant earns nothing there are no shares:
// they are no numbers.
type Cell struct {
	Share, Min, Max float64
	Switches        float64 // a day, of a device
}

// StaticName is the row of the best static coin in hindsight.
const StaticName = "best static"

// Kind is a world's name without its number: worlds of a kind share a column.
func Kind(world string) string { kind, _, _ := strings.Cut(world, "-"); return kind }

// Cells sums results up by policy, kind of world and noise. Days is the length
// of a world by its name.
func Cells(results []Result, days map[string]float64) map[string]map[string]map[float64]Cell {
	type sums struct{ usd, most, switches, days float64 }
	total := map[string]map[string]map[float64]sums{}
	cells := map[string]map[string]map[float64]Cell{}
	add := func(policy string, r Result, usd float64, switches int) {
		kind, noise := Kind(r.World), r.Faults.Noise
		if total[policy] == nil {
			total[policy], cells[policy] = map[string]map[float64]sums{}, map[string]map[float64]Cell{}
		}
		if total[policy][kind] == nil {
			total[policy][kind], cells[policy][kind] = map[float64]sums{}, map[float64]Cell{}
		}
		s, share := total[policy][kind][noise], usd/r.Clairvoyant
		c, seen := cells[policy][kind][noise]
		if !seen {
			c = Cell{Min: math.Inf(1), Max: math.Inf(-1)}
		}
		if r.Clairvoyant > 0 {
			c.Min, c.Max = min(c.Min, share), max(c.Max, share)
		}
		s = sums{s.usd + usd, s.most + r.Clairvoyant, s.switches + float64(switches), s.days + days[r.World]}
		c.Share, c.Switches = s.usd/s.most, s.switches/s.days
		total[policy][kind][noise], cells[policy][kind][noise] = s, c
	}
	counted := map[string]bool{}
	for _, r := range results {
		add(r.Policy, r, r.USD, r.Switches)
		if key := fmt.Sprint(r.World, r.Class, r.Faults); !counted[key] {
			counted[key] = true
			add(StaticName, r, r.Static, 0)
		}
	}
	for policy, kinds := range total {
		for kind, noises := range kinds {
			for noise, s := range noises {
				c := cells[policy][kind][noise]
				if !(s.most > 0) {
					c.Share = math.NaN()
				}
				if c.Min > c.Max {
					c.Min, c.Max = math.NaN(), math.NaN()
				}
				cells[policy][kind][noise] = c
			}
		}
	}
	return cells
}

// WriteCSV writes every result, a line each.
func WriteCSV(w io.Writer, results []Result) error {
	out := csv.NewWriter(w)
	number := func(v float64) string {
		if math.IsNaN(v) {
			return ""
		}
		return strconv.FormatFloat(v, 'g', 8, 64)
	}
	if err := out.Write([]string{"world", "class", "policy", "noise", "lag_steps", "seed", "usd", "switches", "share", "clairvoyant_usd", "best_static_usd"}); err != nil {
		return err
	}
	for _, r := range results {
		if err := out.Write([]string{r.World, r.Class, r.Policy, number(r.Faults.Noise), strconv.Itoa(r.Faults.Lag), strconv.FormatUint(r.Faults.Seed, 10),
			number(r.USD), strconv.Itoa(r.Switches), number(r.Share()), number(r.Clairvoyant), number(r.Static)}); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
