// Package report writes backtests as one HTML page with pictures, which needs
// nothing else: no script, no network.
package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/gpuarbiter/gpuarbiter/pkg/backtest"
)

//go:embed page.gohtml
var pageText string

var page = template.Must(template.New("page").Parse(pageText))

// Figure is a chart with what it shows.
type Figure struct {
	Title, Text string
	Chart       template.HTML
}

// Table is a table; its last Bold rows are ours.
type Table struct {
	Head []string
	Rows []Row
}

// Row is a line of a table.
type Row struct {
	Cells []Cell
	Bold  bool
}

// Cell is a figure, and what is said of it in small print.
type Cell struct{ Main, Small string }

// plain are cells without small print.
func plain(texts ...string) (cells []Cell) {
	for _, t := range texts {
		cells = append(cells, Cell{t, ""})
	}
	return cells
}

// Share writes a part of the best possible; where nothing could be earned there is
// none.
func Share(v float64, digits int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "-"
	}
	return strconv.FormatFloat(v, 'f', digits, 64)
}

// Section is a part of the page.
type Section struct {
	Title, Text string
	Table       Table
	Figures     []Figure
}

// Page is a report.
type Page struct {
	Title, Subtitle string
	Sections        []Section
}

// Write writes the page.
func (p Page) Write(w io.Writer) error { return page.Execute(w, p) }

// Coins is the section on recorded markets. Own are the names of our policies.
func Coins(job backtest.Job, results []backtest.Result, own []string) Section {
	days := map[string]float64{}
	kinds := map[string]bool{}
	for _, w := range job.Worlds {
		days[w.Name] = float64(w.Steps()) * w.Hours() / 24
		kinds[backtest.Kind(w.Name)] = true
	}
	cells := backtest.Cells(results, days)
	names := []string{backtest.StaticName}
	for _, p := range job.Policies {
		names = append(names, p.Name)
	}
	s := Section{
		Title: "Coins",
		Text: fmt.Sprintf("What each policy earns of what anyone could have earned who knew everything beforehand (exact dynamic programming). "+
			"Quotes are %d step(s) late, with noise in their logarithm, sometimes frozen for hours, sometimes absurd; a switch costs %g minutes. %d worlds, %d seeds.",
			job.Lag, job.Minutes, len(job.Worlds), len(job.Seeds)),
		Table: Table{Head: []string{"policy"}},
	}
	s.Text += " Under each share: the least and most of any world, class and seed, and switches of a device a day."
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		for _, noise := range job.Noises {
			column := fmt.Sprintf("%s, noise %s %%", kind, strconv.FormatFloat(noise*100, 'g', 3, 64))
			s.Table.Head = append(s.Table.Head, column)
			var shares, switches []Bar
			for _, name := range names {
				c := cells[name][kind][noise]
				isOwn := slices.Contains(own, name)
				shares = append(shares, Bar{name, c.Share, c.Min, c.Max, fmt.Sprintf("%.4f", c.Share), isOwn})
				switches = append(switches, Bar{name, c.Switches, 0, c.Switches, fmt.Sprintf("%.2f", c.Switches), isOwn})
			}
			s.Figures = append(s.Figures,
				Figure{column + ": share of the clairvoyant's money", "Whiskers: least and most of any world, class and seed. The axis does not begin at zero.", Bars(shares)},
				Figure{column + ": switches of a device a day", "Each costs time, wears the hardware and may fail.", Bars(switches)},
				Figure{column + ": money ahead of the best static coin", "USD of one device, on average over worlds, classes and seeds. The best static coin is known in hindsight only.", Lines("USD", ahead(results, names, own, kind, noise))})
		}
	}
	for _, name := range names {
		row := Row{Cells: plain(name), Bold: slices.Contains(own, name)}
		for _, kind := range slices.Sorted(maps.Keys(kinds)) {
			for _, noise := range job.Noises {
				c := cells[name][kind][noise]
				row.Cells = append(row.Cells, Cell{Share(c.Share, 4), fmt.Sprintf("%s to %s; %.1f a day", Share(c.Min, 3), Share(c.Max, 3), c.Switches)})
			}
		}
		s.Table.Rows = append(s.Table.Rows, row)
	}
	return s
}

// ahead is each policy's money beyond the best static coin's, by day, and the
// clairvoyant's.
func ahead(results []backtest.Result, names, own []string, kind string, noise float64) []Series {
	days := 0 // worlds of a kind may differ in length: as long as all are there
	for _, r := range results {
		if backtest.Kind(r.World) == kind && (days == 0 || len(r.StaticEquity) < days) {
			days = len(r.StaticEquity)
		}
	}
	var all []Series
	for _, name := range append(slices.Clone(names[1:]), "clairvoyant") {
		sum, n := make([]float64, days), 0.0
		for _, r := range results {
			of := r.Equity
			if name == "clairvoyant" {
				of = r.MostEquity
			}
			if backtest.Kind(r.World) != kind || r.Faults.Noise != noise || r.Policy != name && name != "clairvoyant" {
				continue
			}
			n++
			for d := range sum {
				sum[d] += of[d] - r.StaticEquity[d]
			}
		}
		for d := range sum {
			sum[d] /= max(n, 1)
		}
		all = append(all, Series{name, sum, slices.Contains(own, name)})
	}
	return all
}

// Streams is the section on streams of challenges.
func Streams(results []backtest.StreamResult, policies []string, own []string) Section {
	s := Section{
		Title: "Challenges",
		Text: "What each policy earns on streams of challenges, with mining for the rest of the time, of what a prophet would have earned who knew all hidden work and rivals " +
			"(a bound by linear programming, which nobody can reach).",
		Table: Table{Head: []string{"policy", "of the prophet's", "of the extra over mining", "least and most of a stream", "reference", "challenges entered", "won", "moves of a device a day"}},
	}
	var bars []Bar
	var lines []Series
	baseline := Sum(results, policies[0])
	for _, name := range policies {
		t := Sum(results, name)
		isOwn := slices.Contains(own, name)
		reference := ""
		if t.Reference > 0 {
			reference = fmt.Sprintf("%.4f", t.Reference/t.Prophet)
		}
		s.Table.Rows = append(s.Table.Rows, Row{plain(name, fmt.Sprintf("%.4f", t.USD/t.Prophet), fmt.Sprintf("%.4f", t.Extra()), fmt.Sprintf("%.3f to %.3f", t.Min, t.Max), reference,
			fmt.Sprint(t.Entered), fmt.Sprint(t.Won), fmt.Sprintf("%.2f", float64(t.Moves)/max(t.DeviceDays, 1))), isOwn})
		bars = append(bars, Bar{name, t.USD / t.Prophet, t.Min, t.Max, fmt.Sprintf("%.4f", t.USD/t.Prophet), isOwn})
		beyond := make([]float64, len(t.Equity))
		for d := range beyond {
			beyond[d] = t.Equity[d] - baseline.Equity[d]
		}
		lines = append(lines, Series{name, beyond, isOwn})
	}
	s.Figures = []Figure{
		{"Share of the prophet's money", "Whiskers: least and most of any stream.", Bars(bars)},
		{"Money beyond " + policies[0], "USD, all streams together.", Lines("USD", lines)},
	}
	return s
}

// Totals is a policy's results on all streams.
type Totals struct {
	backtest.StreamResult
	Min, Max float64 // share of the prophet's money on any stream
}

// Extra is the part of what a prophet earns beyond mining.
func (t Totals) Extra() float64 { return (t.USD - t.Mining) / (t.Prophet - t.Mining) }

// Sum adds a policy's results up.
func Sum(results []backtest.StreamResult, policy string) (t Totals) {
	t.Min, t.Max = math.Inf(1), math.Inf(-1)
	for _, r := range results {
		if r.Policy != policy {
			continue
		}
		t.USD, t.Prophet, t.Mining, t.Reference = t.USD+r.USD, t.Prophet+r.Prophet, t.Mining+r.Mining, t.Reference+r.Reference
		t.Won, t.Entered, t.Moves = t.Won+r.Won, t.Entered+r.Entered, t.Moves+r.Moves
		t.DeviceDays += r.DeviceDays
		share := r.USD / r.Prophet
		t.Min, t.Max = min(t.Min, share), max(t.Max, share)
		if t.Equity == nil {
			t.Equity = make([]float64, len(r.Equity))
		}
		for d := range min(len(t.Equity), len(r.Equity)) {
			t.Equity[d] += r.Equity[d]
		}
	}
	return t
}
