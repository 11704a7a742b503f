package main

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/books"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/report"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

func reportCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "report", Short: "A month's books as one HTML file, or as text", Args: args(cobra.NoArgs),
		Long: "A month's books: what was earned and spent by day, by work, by device and by kind, at the prices of\n" +
			"its time, and each receipt of a chain. As HTML it is one file with pictures that needs nothing else.",
		Example: "  gpuarbiter report --month 2026-10 -o october.html",
	}
	f := addDaemonFlags(cmd)
	month := cmd.Flags().String("month", "", "such as 2026-10; default: this one")
	out := cmd.Flags().StringP("output", "o", "", "HTML file to write; without, text is printed")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		now := time.Now()
		from, err := time.ParseInLocation("2006-01", cmp.Or(*month, now.Format("2006-01")), time.Local)
		if err != nil {
			return usageError{fmt.Errorf("--month: %q is not a month, such as 2026-10", *month)}
		}
		m := monthBooks{from: from, until: from.AddDate(0, 1, 0), by: map[books.By]httpapi.Earned{}}
		for _, by := range []books.By{books.Day, books.Work, books.Device, books.Kind} {
			var e httpapi.Earned
			q := url.Values{"by": {string(by)}, "since": {m.from.Format(time.RFC3339)}, "until": {m.until.Format(time.RFC3339)}, "zone": {zoneName()}}
			if err := f.get(cmd.Context(), "/api/money?"+q.Encode(), &e); err != nil {
				return err
			}
			m.by[by] = e
		}
		q := url.Values{"since": {m.from.Format(time.RFC3339)}, "until": {m.until.Format(time.RFC3339)}}
		if err := f.get(cmd.Context(), "/api/receipts?"+q.Encode(), &m.receipts); err != nil {
			return err
		}
		if *f.json {
			return printJSON(m.by)
		}
		if *out == "" {
			return m.text()
		}
		if err := writeOutput(*out, 0o644, m.page().Write); err != nil {
			return err
		}
		fmt.Fprintln(stdout, "written:", *out)
		return nil
	}
	return cmd
}

// monthBooks is a month as the ledger has it.
type monthBooks struct {
	from, until time.Time
	by          map[books.By]httpapi.Earned
	receipts    []store.Line // what is not booked by the minute: of chains and hosts
}

// titles are what the parts are called, in their order.
var titles = []struct {
	by    books.By
	title string
}{{books.Day, "By day"}, {books.Work, "By work"}, {books.Device, "By device"}, {books.Kind, "By kind"}}

func (m monthBooks) text() error {
	fmt.Fprintf(stdout, "%s\n", m.from.Format("January 2006"))
	for _, part := range titles {
		fmt.Fprintf(stdout, "\n%s\n", part.title)
		if err := printEarned(part.by, m.by[part.by]); err != nil {
			return err
		}
	}
	return nil
}

func (m monthBooks) page() report.Page {
	total := m.by[books.Day].Total
	p := report.Page{
		Title: "gpuarbiter: " + m.from.Format("January 2006"),
		Subtitle: fmt.Sprintf("Net %.2f USD: earned %.2f, power %.2f (%.1f kWh), fees %.2f, bonds that are out %.2f. Money is in USD at the prices of its time; days are those of %s. Made on %s.",
			total.Net, total.Earned, total.Power, total.KWh, total.Fees, total.Bonds, zoneName(), time.Now().Format(time.DateOnly)),
	}
	for _, part := range titles {
		e := m.by[part.by]
		s := report.Section{Title: part.title, Table: report.Table{Head: []string{string(part.by), "earned", "power", "fees", "bonds", "net USD", "kWh", "net per kWh", "lines", "expected", "best single coin"}}}
		var columns []report.Bar
		for _, r := range append(slices.Clone(e.Rows), e.Total) {
			s.Table.Rows = append(s.Table.Rows, report.Row{Bold: r.Name == e.Total.Name, Cells: cells(r.Name, httpapi.Dollars(r.Earned), httpapi.Dollars(r.Power), httpapi.Dollars(r.Fees), httpapi.Dollars(r.Bonds), httpapi.Dollars(r.Net), fmt.Sprintf("%.2f", r.KWh), fmt.Sprintf("%.3f", r.PerKWh()), fmt.Sprint(r.Lines), expected(r), orDash(httpapi.BestCoin(r.Expected)))})
			if r.Name != e.Total.Name {
				columns = append(columns, report.Bar{Name: strings.TrimPrefix(r.Name, m.from.Format("2006-01-")), Value: r.Net, Note: httpapi.Dollars(r.Net) + " USD"})
			}
		}
		if part.by == books.Day {
			s.Text = "What was earned, less power, fees and bonds; beside it what the plans expected while they held, and what the best single coin would have been expected to bring on all devices."
			s.Figures = []report.Figure{{Title: "Net by day", Chart: report.Columns("USD", columns)}}
		}
		p.Sections = append(p.Sections, s)
	}
	receipts := report.Section{Title: "Receipts", Text: "What was booked by itself: of chains and hosts. Shares and energy are booked by the minute; `gpuarbiter ledger --json` has each line.",
		Table: report.Table{Head: []string{"time", "kind", "work", "USD", "amount", "source", "quote"}}}
	for _, l := range m.receipts {
		receipts.Table.Rows = append(receipts.Table.Rows, report.Row{Cells: cells(l.At.Local().Format(time.DateTime), string(l.Kind), l.Workload, fmt.Sprintf("%.6f", l.USD), l.Amount+" "+l.Unit, l.Source, l.Quote)})
	}
	p.Sections = append(p.Sections, receipts)
	return p
}

func cells(texts ...string) (all []report.Cell) {
	for _, t := range texts {
		all = append(all, report.Cell{Main: t})
	}
	return all
}
