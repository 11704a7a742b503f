package httpapi

import (
	"cmp"
	"fmt"
	"html/template"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/books"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/report"
)

// What the page shows of the ledger, and how often it looks there: hours that are over change
// only where something is booked late.
const (
	shownDays   = 14
	recentHours = 2
	lookRecent  = time.Minute
	lookAll     = 6 * time.Hour
)

// earnings remembers what each hour brought, so that a page that is left open does not read the
// whole ledger again and again.
type earnings struct {
	mu     sync.Mutex
	hours  map[string]books.Row
	all    time.Time // when all hours were looked at
	recent time.Time
}

// brought are the hours as far back as they are shown.
func (e *earnings) brought(d Daemon, now time.Time) (map[string]books.Row, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	since := hourOf(now, recentHours)
	switch {
	case now.Sub(e.all) >= lookAll || now.Before(e.all):
		since = midnight(now).AddDate(0, 0, -shownDays)
		e.hours, e.all = map[string]books.Row{}, now
	case now.Sub(e.recent) < lookRecent && !now.Before(e.recent):
		return maps.Clone(e.hours), nil
	}
	e.recent = now
	found, err := EarnedOf(d, books.Hour, since, now.Add(time.Hour), now.Location())
	if err != nil {
		e.all = time.Time{}
		return nil, err
	}
	for _, row := range found.Rows {
		e.hours[row.Name] = row
	}
	return maps.Clone(e.hours), nil // others look at what is handed out while the next one changes it
}

// hourOf is when the hour of t's clock began, so many hours back: zones need not be whole hours from UTC.
func hourOf(t time.Time, back int) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), 0, 0, 0, t.Location()).Add(-time.Duration(back) * time.Hour)
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// moneyShown is the page's part about money.
type moneyShown struct {
	Today, Yesterday books.Row
	Days, Hours      template.HTML // net, as columns
	Watts            template.HTML // by the hour
	Coins            template.HTML // what each would bring by the hour; none: nothing is known
	Fault            string
}

// ExpectedText is what was believed of a span, and what the best single coin would have been; "" where
// nothing is known.
func ExpectedText(e *books.Expected) string {
	switch {
	case e == nil:
		return ""
	case e.Best == "":
		return "expected " + Dollars(e.USD)
	}
	return fmt.Sprintf("expected %s, best single coin %s", Dollars(e.USD), BestCoin(e))
}

// BestCoin is the best single coin of a span with what it would have brought.
func BestCoin(e *books.Expected) string {
	if e == nil || e.Best == "" {
		return ""
	}
	_, coin, _ := strings.Cut(e.Best, " ")
	return Dollars(e.BestUSD) + " " + coin
}

func shownMoney(hours map[string]books.Row, now time.Time) (m moneyShown) {
	days := map[string]books.Row{}
	for name, row := range hours {
		day := name[:len(time.DateOnly)]
		days[day] = days[day].Plus(row)
	}
	m.Today, m.Yesterday = days[now.Format(time.DateOnly)], days[now.AddDate(0, 0, -1).Format(time.DateOnly)]
	var byDay, byHour, watts []report.Bar
	for i := shownDays - 1; i >= 0; i-- {
		at := now.AddDate(0, 0, -i)
		net := days[at.Format(time.DateOnly)].Net
		byDay = append(byDay, report.Bar{Name: at.Format("2 Jan"), Value: net, Note: fmt.Sprintf("%.2f USD", net)})
	}
	for i := 23; i >= 0; i-- {
		at := hourOf(now, i)
		row := hours[at.Format(books.HourForm)]
		name := at.Format("15:00")
		byHour = append(byHour, report.Bar{Name: name, Value: row.Net, Note: fmt.Sprintf("%.4f USD", row.Net)})
		watts = append(watts, report.Bar{Name: name, Value: 1000 * row.KWh, Note: fmt.Sprintf("%.0f Wh", 1000*row.KWh)})
	}
	m.Coins = coinsByHour(hours, now)
	m.Days, m.Hours, m.Watts = report.Columns("USD", byDay), report.Columns("USD", byHour), report.Columns("Wh", watts)
	return m
}

// mostCoins are drawn: those that would have brought most.
const mostCoins = 7

// coinsByHour draws what each coin alone was believed to bring on all devices, net of power: the prices that
// decide, in what they mean.
func coinsByHour(hours map[string]books.Row, now time.Time) template.HTML {
	const shown = 24
	places := make([]string, shown)
	lines, sums := map[string][]float64{}, map[string]float64{}
	for i := range shown {
		at := hourOf(now, shown-1-i)
		places[i] = at.Format("15:00")
		e := hours[at.Format(books.HourForm)].Expected
		if e == nil || !(e.Hours > 0) {
			continue
		}
		for coin, usd := range e.Alone() {
			if lines[coin] == nil {
				lines[coin] = slices.Repeat([]float64{math.NaN()}, shown)
			}
			lines[coin][i] = usd / e.Hours
			sums[coin] += usd
		}
	}
	coins := slices.SortedFunc(maps.Keys(lines), func(a, b string) int { return cmp.Or(cmp.Compare(sums[b], sums[a]), cmp.Compare(a, b)) })
	var series []report.Series
	for _, coin := range coins[:min(len(coins), mostCoins)] {
		_, name, _ := strings.Cut(coin, " ")
		series = append(series, report.Series{Name: plain.Line(name), Values: lines[coin]})
	}
	if len(series) == 0 {
		return ""
	}
	return report.LinesOver("USD/h", "hours", places, series)
}
