// Package report makes sections of a page (pkg/report) of backtests.
package report

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/gpuarbiter/gpuarbiter/pkg/backtest"
	"github.com/gpuarbiter/gpuarbiter/pkg/report"
)

// plain are cells without small print.
func plain(texts ...string) (cells []report.Cell) {
	for _, t := range texts {
		cells = append(cells, report.Cell{Main: t})
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

// Coins is the section on recorded markets. Own are the names of our policies.
func Coins(job backtest.Job, results []backtest.Result, own []string) report.Section {
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
	s := report.Section{
		Title: "Coins",
		Text: fmt.Sprintf("What each policy earns of what anyone could have earned who knew everything beforehand (exact dynamic programming). "+
			"Quotes are %d step(s) late, with noise in their logarithm, sometimes frozen for hours, sometimes absurd; a switch costs %g minutes. %d worlds, %d seeds.",
			job.Lag, job.Minutes, len(job.Worlds), len(job.Seeds)),
		Table: report.Table{Head: []string{"policy"}},
	}
	s.Text += " Under each share: the least and most of any world, class and seed, and switches of a device a day."
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		for _, noise := range job.Noises {
			column := fmt.Sprintf("%s, noise %s %%", kind, strconv.FormatFloat(noise*100, 'g', 3, 64))
			s.Table.Head = append(s.Table.Head, column)
			var shares, switches []report.Bar
			for _, name := range names {
				c := cells[name][kind][noise]
				isOwn := slices.Contains(own, name)
				shares = append(shares, report.Bar{Name: name, Value: c.Share, Min: c.Min, Max: c.Max, Note: fmt.Sprintf("%.4f", c.Share), Bold: isOwn})
				switches = append(switches, report.Bar{Name: name, Value: c.Switches, Max: c.Switches, Note: fmt.Sprintf("%.2f", c.Switches), Bold: isOwn})
			}
			s.Figures = append(s.Figures,
				report.Figure{Title: column + ": share of the clairvoyant's money", Text: "Whiskers: least and most of any world, class and seed. The axis does not begin at zero.", Chart: report.Bars(shares)},
				report.Figure{Title: column + ": switches of a device a day", Text: "Each costs time, wears the hardware and may fail.", Chart: report.Bars(switches)},
				report.Figure{Title: column + ": money ahead of the best static coin", Text: "USD of one device, on average over worlds, classes and seeds. The best static coin is known in hindsight only.", Chart: report.Lines("USD", ahead(results, names, own, kind, noise))})
		}
	}
	for _, name := range names {
		row := report.Row{Cells: plain(name), Bold: slices.Contains(own, name)}
		for _, kind := range slices.Sorted(maps.Keys(kinds)) {
			for _, noise := range job.Noises {
				c := cells[name][kind][noise]
				row.Cells = append(row.Cells, report.Cell{Main: Share(c.Share, 4), Small: fmt.Sprintf("%s to %s; %.1f a day", Share(c.Min, 3), Share(c.Max, 3), c.Switches)})
			}
		}
		s.Table.Rows = append(s.Table.Rows, row)
	}
	return s
}

// ahead is each policy's money beyond the best static coin's, by day, and the
// clairvoyant's.
func ahead(results []backtest.Result, names, own []string, kind string, noise float64) []report.Series {
	days := 0 // worlds of a kind may differ in length: as long as all are there
	for _, r := range results {
		if backtest.Kind(r.World) == kind && (days == 0 || len(r.StaticEquity) < days) {
			days = len(r.StaticEquity)
		}
	}
	var all []report.Series
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
		all = append(all, report.Series{Name: name, Values: sum, Bold: slices.Contains(own, name)})
	}
	return all
}

// Streams is the section on streams of challenges.
func Streams(results []backtest.StreamResult, policies []string, own []string) report.Section {
	s := report.Section{
		Title: "Challenges",
		Text: "What each policy earns on streams of challenges, with mining for the rest of the time, of what a prophet would have earned who knew all hidden work and rivals " +
			"(a bound by linear programming, which nobody can reach).",
		Table: report.Table{Head: []string{"policy", "of the prophet's", "of the extra over mining", "least and most of a stream", "reference", "challenges entered", "won", "moves of a device a day"}},
	}
	var bars []report.Bar
	var lines []report.Series
	baseline := Sum(results, policies[0])
	for _, name := range policies {
		t := Sum(results, name)
		isOwn := slices.Contains(own, name)
		reference := ""
		if t.Reference > 0 {
			reference = fmt.Sprintf("%.4f", t.Reference/t.Prophet)
		}
		s.Table.Rows = append(s.Table.Rows, report.Row{Cells: plain(name, fmt.Sprintf("%.4f", t.USD/t.Prophet), fmt.Sprintf("%.4f", t.Extra()), fmt.Sprintf("%.3f to %.3f", t.Min, t.Max), reference,
			fmt.Sprint(t.Entered), fmt.Sprint(t.Won), fmt.Sprintf("%.2f", float64(t.Moves)/max(t.DeviceDays, 1))), Bold: isOwn})
		bars = append(bars, report.Bar{Name: name, Value: t.USD / t.Prophet, Min: t.Min, Max: t.Max, Note: fmt.Sprintf("%.4f", t.USD/t.Prophet), Bold: isOwn})
		beyond := make([]float64, len(t.Equity))
		for d := range beyond {
			beyond[d] = t.Equity[d] - baseline.Equity[d]
		}
		lines = append(lines, report.Series{Name: name, Values: beyond, Bold: isOwn})
	}
	s.Figures = []report.Figure{
		{Title: "Share of the prophet's money", Text: "Whiskers: least and most of any stream.", Chart: report.Bars(bars)},
		{Title: "Money beyond " + policies[0], Text: "USD, all streams together.", Chart: report.Lines("USD", lines)},
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
