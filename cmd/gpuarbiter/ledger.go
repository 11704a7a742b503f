package main

import (
	"fmt"
	"net/url"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/books"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

func ledgerCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "ledger", Short: "What was really earned and spent", Args: args(cobra.NoArgs),
		Long: "What was really earned and spent.\n\nWithout --by the newest lines, as they were booked. With --by they are added up: by hour, day, week,\n" +
			"month, device, work (a coin, a challenge, a host) or kind. --since and --until take a day\n(2026-10-01), a span (36h, 7d), today or yesterday.\n\n" +
			"EXPECTED is the net that the plans believed in while they held; training counts\nwith the power it takes, without its reward. BEST COIN is what the best single coin of the span would have been believed to\nbring on all devices, each at rest where that costs less: what was gained by choosing.",
		Example: "  gpuarbiter ledger --by day --since 7d\n  gpuarbiter ledger --by work --since 2026-10-01 --until 2026-11-01 --csv",
	}
	f := addDaemonFlags(cmd)
	n := cmd.Flags().IntP("lines", "n", 50, "newest lines")
	wide := cmd.Flags().Bool("wide", false, "also where each line comes from, and the quote of its time")
	calibration := cmd.Flags().Bool("calibration", false, "instead: what was predicted against what came, of devices, coins, sources and challenges; and what networks came to")
	by := cmd.Flags().String("by", "", "add up by hour, day, week, month, device, work or kind")
	since := cmd.Flags().String("since", "", "with --by: from when on; default 30d")
	until := cmd.Flags().String("until", "", "with --by: until when; default now")
	asCSV := cmd.Flags().Bool("csv", false, "with --by: print CSV")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if *calibration {
			var c httpapi.Calibration
			if err := f.get(cmd.Context(), "/api/calibration", &c); err != nil {
				return err
			}
			if *f.json {
				return printJSON(c)
			}
			return printCalibration(c)
		}
		if *by == "" && (*since != "" || *until != "" || *asCSV) {
			*by = string(books.Day)
		}
		if *by != "" {
			return earned(cmd, f, books.By(*by), *since, *until, *asCSV)
		}
		var lines []store.Line
		if err := f.get(cmd.Context(), fmt.Sprintf("/api/ledger?n=%d", *n), &lines); err != nil {
			return err
		}
		if *f.json {
			return printJSON(lines)
		}
		return printLines(lines, *wide)
	}
	return cmd
}

func printLines(lines []store.Line, wide bool) error {
	header := []string{"TIME", "DEVICE", "WORK", "KIND", "USD", "AMOUNT"}
	if wide {
		header = append(header, "SOURCE", "QUOTE")
	}
	t := newTable(header...)
	var devices []string
	for _, l := range lines {
		devices = append(devices, l.Device)
	}
	short := shortNames(devices)
	for _, l := range lines {
		row := []string{l.At.Local().Format("01-02 15:04:05"), orDash(short[l.Device]), orDash(l.Workload), string(l.Kind), fmt.Sprintf("%.6f", l.USD), amountFor(l)}
		if wide {
			row = append(row, l.Source, l.Quote)
		}
		t.row(row...)
	}
	return t.flush()
}

// amountFor is a line's amount for people: --json has the exact one.
func amountFor(l store.Line) string {
	v, err := strconv.ParseFloat(l.Amount, 64)
	switch {
	case err != nil:
		return l.Amount + " " + l.Unit
	case l.Unit == "J":
		return fmt.Sprintf("%.4f kWh", v/3.6e6)
	case l.Unit == "wei":
		return fmt.Sprintf("%.6g ether", v/1e18)
	case l.Unit == "hashes":
		return httpapi.SI(v) + "H"
	}
	return fmt.Sprintf("%.6g %s", v, l.Unit)
}

// earned prints what was earned within a span, added up.
func earned(cmd *cobra.Command, f daemonFlags, by books.By, since, until string, asCSV bool) error {
	now := time.Now()
	from, err := instant(since, now, now.AddDate(0, 0, -30))
	if err != nil {
		return usageError{err}
	}
	to, err := instant(until, now, now)
	if err != nil {
		return usageError{err}
	}
	if _, err := books.New(by, time.Local); err != nil {
		return usageError{fmt.Errorf("--by: %w", err)}
	}
	var e httpapi.Earned
	q := url.Values{"by": {string(by)}, "since": {from.Format(time.RFC3339)}, "until": {to.Format(time.RFC3339)}, "zone": {zoneName()}}
	if err := f.get(cmd.Context(), "/api/money?"+q.Encode(), &e); err != nil {
		return err
	}
	switch {
	case asCSV:
		return books.WriteCSV(stdout, by, e.Rows)
	case *f.json:
		return printJSON(e)
	}
	return printEarned(by, e)
}

// expected is what was believed at the time of what a row covers.
func expected(r books.Row) string {
	if r.Expected == nil {
		return "-"
	}
	return httpapi.Dollars(r.Expected.USD)
}

// printEarned prints sums as a table.
func printEarned(by books.By, e httpapi.Earned) error {
	t := newTable(strings.ToUpper(string(by)), "EARNED", "POWER", "FEES", "BONDS", "NET USD", "KWH", "NET/KWH", "EXPECTED", "BEST COIN")
	var names []string
	for _, r := range e.Rows {
		names = append(names, r.Name)
	}
	short := shortNames(names)
	for _, r := range append(e.Rows, e.Total) {
		name := r.Name
		if by == books.Device && short[name] != "" {
			name = short[name]
		}
		t.row(name, httpapi.Dollars(r.Earned), httpapi.Dollars(r.Power), httpapi.Dollars(r.Fees), httpapi.Dollars(r.Bonds), httpapi.Dollars(r.Net), fmt.Sprintf("%.2f", r.KWh), fmt.Sprintf("%.3f", r.PerKWh()), expected(r), orDash(httpapi.BestCoin(r.Expected)))
	}
	return t.flush()
}

// zoneName is this machine's zone as another program can load it.
func zoneName() string {
	if name := os.Getenv("TZ"); name != "" {
		if _, err := time.LoadLocation(name); err == nil {
			return name
		}
	}
	if target, err := os.Readlink("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(target, "zoneinfo/"); ok {
			return name
		}
	}
	return "UTC"
}

var spanOfDays = regexp.MustCompile(`^([0-9]{1,5})d$`)

// instant reads a day, a span before now, today or yesterday.
func instant(s string, now, otherwise time.Time) (time.Time, error) {
	midnight := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	switch s {
	case "":
		return otherwise, nil
	case "today":
		return midnight, nil
	case "yesterday":
		return midnight.AddDate(0, 0, -1), nil
	}
	if m := spanOfDays.FindStringSubmatch(s); m != nil {
		days, err := strconv.Atoi(m[1])
		return now.AddDate(0, 0, -days), err
	}
	if d, err := time.ParseDuration(s); err == nil && d > 0 {
		return now.Add(-d), nil
	}
	for _, form := range []string{time.DateOnly, "2006-01", time.RFC3339} {
		if at, err := time.ParseInLocation(form, s, now.Location()); err == nil {
			return at, nil
		}
	}
	return now, fmt.Errorf("%q is neither a day, such as 2026-10-01, nor a span, such as 36h or 7d", s)
}
