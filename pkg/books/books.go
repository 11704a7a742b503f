// Package books answers what was earned: by day, week or month, device, work or kind, from the
// ledger's lines. It is pure; who reads the ledger hands it line by line.
package books

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// By is what lines are added up by.
type By string

// What lines are added up by.
const (
	Hour   By = "hour"
	Day    By = "day" // of the zone's calendar; lines that the ledger has rolled up to a day are of UTC's
	Week   By = "week"
	Month  By = "month"
	Device By = "device"
	Work   By = "work" // a coin, a challenge, a host
	Kind   By = "kind" // of line, as the ledger has it
)

// HourForm is how an hour is called; of the two that there are when summer time ends, by its zone.
const HourForm = "2006-01-02 15h -0700"

// Bys are all of them.
var Bys = []By{Hour, Day, Week, Month, Device, Work, Kind}

// Row is a sum. Money is in USD at the prices of its time; what was spent is above zero.
type Row struct {
	Name   string  `json:"name"`
	Earned float64 `json:"earned_usd"` // mined, let, curtailed, rewarded
	Power  float64 `json:"power_usd"`
	Fees   float64 `json:"fees_usd"`  // gas
	Bonds  float64 `json:"bonds_usd"` // out, less those that are back: below zero more have come back
	Net    float64 `json:"net_usd"`   // earned, less power, fees and bonds
	KWh    float64 `json:"kwh"`       // of the devices
	Hours  float64 `json:"hours"`     // that devices were at it
	Lines  int     `json:"lines"`
	// Expected is what was believed at the time; nil: nothing was, or what is added up has no time.
	Expected *Expected `json:"expected,omitempty"`
}

// Expected is what a rig was believed to bring while it was at work, net of power, fees and risk.
// Training counts with the power it takes; rewards are not expected by the hour.
type Expected struct {
	USD     float64 `json:"usd"`
	Hours   float64 `json:"hours"`         // that were looked at
	Best    string  `json:"best_coin"`     // the coin that alone would have been believed to bring most, in hindsight; "": none
	BestUSD float64 `json:"best_coin_usd"` // by it alone, each device at rest where that costs less; its moves are for free
	alone   map[string]float64
}

// Alone is what each coin alone was believed to bring, by its workload.
func (e *Expected) Alone() map[string]float64 { return maps.Clone(e.alone) }

func (e *Expected) add(f store.Expected) {
	if e.alone == nil {
		e.alone = map[string]float64{}
	}
	e.USD += f.USD
	e.Hours += f.Hours
	for coin, usd := range f.Alone {
		e.alone[coin] += usd
	}
	e.Best, e.BestUSD = "", 0
	for _, coin := range slices.Sorted(maps.Keys(e.alone)) {
		if usd := e.alone[coin]; e.Best == "" || usd > e.BestUSD {
			e.Best, e.BestUSD = coin, usd
		}
	}
}

// Plus is two rows as one, under the first one's name.
func (r Row) Plus(o Row) Row {
	r.Earned, r.Power, r.Fees, r.Bonds, r.Net = r.Earned+o.Earned, r.Power+o.Power, r.Fees+o.Fees, r.Bonds+o.Bonds, r.Net+o.Net
	r.KWh, r.Hours, r.Lines = r.KWh+o.KWh, r.Hours+o.Hours, r.Lines+o.Lines
	both := &Expected{}
	for _, e := range []*Expected{r.Expected, o.Expected} {
		if e != nil {
			both.add(store.Expected{Hours: e.Hours, USD: e.USD, Alone: e.alone})
			r.Expected = both
		}
	}
	return r
}

func (r *Row) expect(f store.Expected) {
	if r.Expected == nil {
		r.Expected = &Expected{}
	}
	r.Expected.add(f)
}

// PerKWh is the net for each kilowatt-hour that was drawn; 0 where none was.
func (r Row) PerKWh() float64 {
	if r.KWh <= 0 {
		return 0
	}
	return r.Net / r.KWh
}

func (r *Row) add(l store.Line) {
	switch l.Kind {
	case store.Electricity:
		r.Power -= l.USD
		if joules, err := strconv.ParseFloat(l.Amount, 64); err == nil && l.Unit == "J" {
			r.KWh += joules / 3.6e6
		}
		r.Hours += l.Seconds / 3600
	case store.Gas:
		r.Fees -= l.USD
	case store.Bond:
		r.Bonds -= l.USD
	default:
		r.Earned += l.USD
	}
	r.Net += l.USD
	r.Lines += max(l.Rolled, 1)
}

// Sums are rows in the making.
type Sums struct {
	by   By
	zone *time.Location
	rows map[string]*Row
	all  Row
}

// New begins to add up, by the calendar of a zone.
func New(by By, zone *time.Location) (*Sums, error) {
	if !slices.Contains(Bys, by) {
		return nil, fmt.Errorf("%q is not one of %v", by, Bys)
	}
	return &Sums{by: by, zone: zone, rows: map[string]*Row{}, all: Row{Name: "total"}}, nil
}

// Add adds a line.
func (s *Sums) Add(l store.Line) {
	s.row(s.name(l)).add(l)
	s.all.add(l)
}

// Expect adds what was believed of an hour; in a calendar only.
func (s *Sums) Expect(f store.Expected) {
	if s.by.calendar() {
		s.row(s.name(store.Line{At: f.Hour})).expect(f)
	}
	s.all.expect(f)
}

func (s *Sums) row(name string) *Row {
	if s.rows[name] == nil {
		s.rows[name] = &Row{Name: name}
	}
	return s.rows[name]
}

// calendar reports whether it is of time.
func (b By) calendar() bool { return b == Hour || b == Day || b == Week || b == Month }

func (s *Sums) name(l store.Line) string {
	at := l.At.In(s.zone)
	switch s.by {
	case Hour:
		return at.Format(HourForm)
	case Day:
		return at.Format(time.DateOnly)
	case Week:
		year, week := at.ISOWeek()
		return fmt.Sprintf("%d-W%02d", year, week)
	case Month:
		return at.Format("2006-01")
	case Device:
		return cmp.Or(l.Device, "rig")
	case Kind:
		return string(l.Kind)
	}
	return cmp.Or(l.Workload, "rig")
}

// Rows are the sums, in their order: of time, else the most earning first.
func (s *Sums) Rows() []Row {
	rows := make([]Row, 0, len(s.rows))
	for _, name := range slices.Sorted(maps.Keys(s.rows)) {
		rows = append(rows, *s.rows[name])
	}
	if !s.by.calendar() {
		slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(b.Net, a.Net) })
	}
	return rows
}

// Total is the sum of all.
func (s *Sums) Total() Row { return s.all }

// WriteCSV writes rows for a spreadsheet, with a header; numbers have a point.
func WriteCSV(w io.Writer, by By, rows []Row) error {
	out := csv.NewWriter(w)
	_ = out.Write([]string{string(by), "earned_usd", "power_usd", "fees_usd", "bonds_usd", "net_usd", "kwh", "hours", "lines", "expected_usd", "expected_hours", "best_coin", "best_coin_usd"})
	figure := func(v float64) string { return strconv.FormatFloat(v, 'f', 6, 64) }
	for _, r := range rows {
		row := []string{r.Name, figure(r.Earned), figure(r.Power), figure(r.Fees), figure(r.Bonds), figure(r.Net), figure(r.KWh), figure(r.Hours), strconv.Itoa(r.Lines)}
		if e := r.Expected; e != nil {
			row = append(row, figure(e.USD), figure(e.Hours), e.Best, figure(e.BestUSD))
		} else {
			row = append(row, "", "", "", "")
		}
		_ = out.Write(row)
	}
	out.Flush()
	return out.Error()
}
