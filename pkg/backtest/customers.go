package backtest

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// Customer is one who took a device, or would have: a line of a host's history.
type Customer struct {
	At      time.Time
	Class   string  // of the device; "": of any
	PerHour float64 // USD, before the host's fee
	Hours   float64 // that they stayed
}

// mostCustomers bounds a file.
const mostCustomers = 1_000_000

// ReadCustomers reads a host's history: CSV, plain or gzip, with a head of time_utc, usd_per_hour, hours and,
// where devices differ, class. The lines may stand in any order.
func ReadCustomers(path string) ([]Customer, error) {
	f, err := unzipped(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, err := parseCustomers(io.LimitReader(f, 1<<30))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return all, nil
}

func parseCustomers(r io.Reader) (all []Customer, err error) {
	lines := csv.NewReader(r)
	lines.ReuseRecord = true
	head, err := lines.Read()
	if err != nil {
		return nil, fmt.Errorf("the head: %w", err)
	}
	at := map[string]int{}
	for i, name := range head {
		at[strings.TrimPrefix(strings.TrimSpace(name), "\ufeff")] = i
	}
	for _, name := range []string{"time_utc", "usd_per_hour", "hours"} {
		if _, ok := at[name]; !ok {
			return nil, fmt.Errorf("the head has no column %s", name)
		}
	}
	for n := 2; ; n++ {
		fields, err := lines.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		c := Customer{}
		if c.At, err = time.Parse("2006-01-02T15:04Z07:00", fields[at["time_utc"]]); err != nil { // as in worlds
			c.At, err = time.Parse(time.RFC3339, fields[at["time_utc"]])
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: time_utc: %w", n, err)
		}
		for _, v := range []struct {
			name string
			to   *float64
			most float64
		}{{"usd_per_hour", &c.PerHour, 1e4}, {"hours", &c.Hours, 24 * 366}} {
			if *v.to, err = strconv.ParseFloat(fields[at[v.name]], 64); err != nil || !(*v.to >= 0 && *v.to <= v.most) {
				return nil, fmt.Errorf("line %d: %s: %.40q is no number from 0 to %g", n, v.name, fields[at[v.name]], v.most)
			}
		}
		if k, ok := at["class"]; ok {
			c.Class = fields[k]
		}
		if all = append(all, c); len(all) > mostCustomers {
			return nil, fmt.Errorf("more than %d customers", mostCustomers)
		}
	}
}

// DemandOf is who comes to one device of a class, by the world's steps: of several at once who pays best.
// known is how many of the customers are of the world's time and of the class.
func DemandOf(w *World, class string, customers []Customer) (demand []Demand, known int) {
	demand = make([]Demand, w.Steps())
	for _, c := range customers {
		t := int(math.Floor(c.At.Sub(w.Start).Hours() / w.Hours()))
		if t < 0 || t >= len(demand) || c.Class != "" && c.Class != class {
			continue
		}
		known++
		if d := (Demand{c.PerHour, max(int(math.Round(c.Hours/w.Hours())), 1)}); d.PerHour > demand[t].PerHour {
			demand[t] = d
		}
	}
	return demand, known
}

// LetResult is what a rule earns with a device that mines and is let.
type LetResult struct {
	World    string  `json:"world"`
	Class    string  `json:"class"`
	Rule     string  `json:"rule"`
	Noise    float64 `json:"noise"`
	Seed     uint64  `json:"seed"`
	USD      float64 `json:"usd"`
	Switches int     `json:"switches"`
}

// RunLettings replays every class of the job's worlds that customers come to, by every rule. The host's own
// figures, but for its demand, are in l.
func (j Job) RunLettings(l Letting, customers []Customer, p decide.Policy) (all []LetResult) {
	for _, w := range j.Worlds {
		for k := range w.Classes {
			c := &w.Classes[k]
			of := l
			n := 0
			if of.Demand, n = DemandOf(w, c.Name, customers); n == 0 {
				continue
			}
			if of.Watts == 0 {
				of.Watts = slices.Max(c.Watts)
			}
			for _, noise := range j.Noises {
				for _, seed := range j.Seeds {
					told := quotes(c, Faults{Noise: noise, Lag: j.Lag, Seed: seed})
					for _, rule := range LetRules() {
						m := RunLetting(w, c, of, rule, p, told, j.Minutes)
						all = append(all, LetResult{w.Name, c.Name, rule.Name, noise, seed, m.USD, m.Switches})
					}
				}
			}
		}
	}
	return all
}
