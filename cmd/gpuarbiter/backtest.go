package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/backtest"
	backtestreport "github.com/gpuarbiter/gpuarbiter/pkg/backtest/report"
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/report"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

const backtestHelp = `Replay recorded markets under the daemon's own estimates and decisions, beside the rules that other
programs state, and say what share of the best possible each earns. A path is one of

  world    CSV, plain or gzip: time_utc, tariff_usd_per_kwh, class/coin... (true USD an hour).
           Quotes are made from the truth: late, noisy, sometimes frozen or absurd, by a seed.
  stream   JSON: challenges as they came, with what devices could mine meanwhile.
  record   JSON lines, plain or gzip, or a folder of them (state_dir/record): what a daemon looked
           at and decided. It is decided again, line by line, and then replayed as a world.

With --customers, a host's history beside worlds, devices are let as well, by the daemon's price and by simple rules:
CSV, plain or gzip: time_utc, usd_per_hour, hours, and class where devices differ.

docs/BACKTEST.md describes them all.`

// backtestJob is one call of the command.
type backtestJob struct {
	coins    backtest.Job
	worlds   []*backtest.World
	streams  []*backtest.Stream
	policies []namedPolicy
	own      []string
	times    []float64
	host     backtest.Letting // a host's figures, where there are customers
	history  []backtest.Customer
	sections []report.Section
	asJSON   bool
	out      backtestOutput
}

// backtestOutput is what --json prints and, of worlds and records, --csv writes.
type backtestOutput struct {
	Worlds  []backtest.Result       `json:"worlds,omitempty"`
	Streams []backtest.StreamResult `json:"streams,omitempty"`
	Records []backtest.Result       `json:"records,omitempty"`
	Letting []backtest.LetResult    `json:"letting,omitempty"`
}

type namedPolicy struct {
	name   string
	policy decide.Policy
	every  time.Duration // of the quotes' filter
}

func backtestCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "backtest PATH...", Short: "Replay recorded markets and challenges under the daemon's policy, other rules and the best possible",
		Long: backtestHelp, Args: args(cobra.MinimumNArgs(1)),
	}
	asJSON, policies := jsonFlag(cmd), cmd.Flags().StringArray("policy", nil, "a configuration whose policy is replayed; may be repeated (default: the default policy)")
	noises := cmd.Flags().Float64Slice("noise", []float64{0, .02, .05}, "worlds: standard deviations of quotes' logarithms")
	seeds := cmd.Flags().UintSlice("seed", []uint{1, 2, 3}, "worlds: seeds of noise, outages and spikes")
	lag := cmd.Flags().Int("lag", 1, "worlds: steps by which quotes are late")
	minutes := cmd.Flags().Float64("switch-minutes", 3, "worlds: minutes without earnings for a switch")
	times := cmd.Flags().Float64Slice("work-times", []float64{1}, "streams: what our work estimates are multiplied by, to see what wrong ones cost")
	csvPath := cmd.Flags().String("csv", "", "file to write every result of worlds and records to")
	html := cmd.Flags().String("html", "", "file to write a report with pictures to")
	customers := cmd.Flags().String("customers", "", "file of a host's customers, to let the worlds' devices to")
	occupancy := cmd.Flags().Float64("let-occupancy", 0.5, "customers: part of the time that a device is expected to be let")
	fee := cmd.Flags().Float64("let-fee", 0.25, "customers: part that the host keeps")
	margin := cmd.Flags().Float64("let-margin", 0.05, "customers: part by which our price is above what a device would earn otherwise")
	watts := cmd.Flags().Float64("let-watts", 0, "customers: what a device draws meanwhile (default: the most of its class)")
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		b := &backtestJob{asJSON: *asJSON, times: *times}
		if *customers != "" {
			if !(*fee >= 0 && *fee < 1 && *margin >= 0 && *margin < 10 && *watts >= 0 && *watts < 1e4 && *occupancy > 0 && *occupancy <= 1) {
				return usageError{errors.New("--let-fee and --let-occupancy are parts from 0 to 1, --let-margin and --let-watts not below zero")}
			}
			var err error
			if b.history, err = backtest.ReadCustomers(*customers); err != nil {
				return &app.Fault{Err: err, Hint: "gpuarbiter backtest --help says what the files hold"}
			}
			b.host = backtest.Letting{Host: profit.Host{Name: "host", Called: true, Fee: profit.Ratio(*fee), Occupancy: profit.Ratio(*occupancy)}, Watts: *watts, Margin: profit.Ratio(*margin)}
		}
		b.coins = backtest.Job{Policies: backtest.Peers(), Noises: *noises, Lag: *lag, Minutes: *minutes, Progress: progressOf("replaying")}
		for _, s := range *seeds {
			b.coins.Seeds = append(b.coins.Seeds, uint64(s))
		}
		if *lag < 0 || !(*minutes >= 0) || *minutes > 1e6 || len(*noises) == 0 || len(*seeds) == 0 || len(*times) == 0 || !(slices.Min(*noises) >= 0) || slices.Max(*noises) > 10 || !(slices.Min(*times) > 0) {
			return usageError{errors.New("--noise, --seed, --lag, --switch-minutes and --work-times must be given, as numbers, and none below zero")}
		}
		for _, path := range []string{*csvPath, *html} { // rather now than after the work
			if info, err := os.Stat(filepath.Dir(path)); path != "" && (err != nil || !info.IsDir()) {
				return &app.Fault{Err: fmt.Errorf("%s cannot be written: there is no folder %s", path, filepath.Dir(path)), Hint: "make the folder, or name another one"}
			}
		}
		if err := b.ownPolicies(*policies); err != nil {
			return err
		}
		done := make(chan error, 1)
		go func() { done <- b.run(paths) }()
		select {
		case err := <-done:
			if err != nil {
				return err
			}
		case <-cmd.Context().Done(): // what runs ends with the process
			return cmd.Context().Err()
		}
		if b.asJSON {
			if err := printJSON(b.out); err != nil {
				return err
			}
		}
		if *csvPath != "" {
			all := slices.Concat(b.out.Worlds, b.out.Records)
			if err := writeOutput(*csvPath, 0o644, func(w io.Writer) error { return backtest.WriteCSV(w, all) }); err != nil {
				return err
			}
		}
		if *html == "" {
			return nil
		}
		page := report.Page{Title: "gpuarbiter backtest", Subtitle: fmt.Sprintf("%s: %s", time.Now().Format(time.DateOnly), strings.Join(baseNames(paths), ", ")), Sections: b.sections}
		return writeOutput(*html, 0o644, page.Write)
	}
	return cmd
}

// ownPolicies are the daemon's, by the configurations that are named.
func (b *backtestJob) ownPolicies(paths []string) error {
	add := func(name string, cfg *config.Config) {
		p := app.PolicyOf(cfg)
		b.own = append(b.own, name)
		b.policies = append(b.policies, namedPolicy{name, p, cfg.Policy.SignalEvery})
		b.coins.Policies = append(b.coins.Policies, backtest.Engine(name, p))
	}
	if len(paths) == 0 {
		add("gpuarbiter", new(config.Default()))
	}
	for _, path := range paths {
		cfg, err := config.Load(path)
		if err != nil {
			return err
		}
		add(b.unused(path), cfg)
	}
	return nil
}

// unused is a policy's name in tables: its file's, or as much of the path as tells
// it from all others.
func (b *backtestJob) unused(path string) string {
	taken := []string{backtest.StaticName}
	for _, p := range slices.Concat(b.coins.Policies, backtest.Peers()) {
		taken = append(taken, p.Name)
	}
	for _, p := range backtest.StreamBaselines() {
		taken = append(taken, p.Name)
	}
	name := filepath.Base(path)
	if slices.Contains(taken, name) {
		name = path
	}
	for n := 2; slices.Contains(taken, name); n++ {
		name = fmt.Sprintf("%s (%d)", path, n)
	}
	return name
}

func (b *backtestJob) run(paths []string) error {
	var records []string
	for _, path := range paths {
		var err error
		switch info, failed := os.Stat(path); {
		case failed != nil:
			err = failed
		case info.IsDir() || strings.Contains(filepath.Base(path), ".jsonl"):
			records = append(records, path)
		case strings.HasSuffix(path, ".json"):
			var s *backtest.Stream
			if s, err = backtest.ReadStream(path); err == nil {
				b.streams = append(b.streams, s)
			}
		default:
			var w *backtest.World
			if w, err = backtest.ReadWorld(path); err == nil {
				for n, name := 2, w.Name; slices.ContainsFunc(b.worlds, func(o *backtest.World) bool { return o.Name == w.Name }); n++ {
					w.Name = fmt.Sprintf("%s (%d)", name, n)
				}
				b.worlds = append(b.worlds, w)
			}
		}
		if err != nil {
			return &app.Fault{Err: err, Hint: "gpuarbiter backtest --help says what the files hold"}
		}
	}
	if len(b.worlds) > 0 {
		if err := b.replayWorlds(b.coins, b.worlds, &b.out.Worlds); err != nil {
			return err
		}
	}
	if len(b.history) > 0 {
		if err := b.replayLettings(); err != nil {
			return err
		}
	}
	if len(b.streams) > 0 {
		if err := b.replayStreams(); err != nil {
			return err
		}
	}
	for _, path := range records {
		if err := b.replayRecord(path); err != nil {
			return &app.Fault{Err: err, Hint: "gpuarbiter backtest --help says what the files hold"}
		}
	}
	return nil
}

func (b *backtestJob) replayWorlds(job backtest.Job, worlds []*backtest.World, out *[]backtest.Result) error {
	job.Worlds = worlds
	results := job.Run()
	days := map[string]float64{}
	for _, w := range worlds {
		days[w.Name] = float64(w.Steps()) * w.Hours() / 24
	}
	b.sections = append(b.sections, backtestreport.Coins(job, results, b.own))
	*out = append(*out, results...)
	if b.asJSON {
		return nil
	}
	return printCells(job, backtest.Cells(results, days))
}

// replayLettings lets the worlds' devices to the customers, by the first of our policies.
func (b *backtestJob) replayLettings() error {
	job := b.coins
	job.Worlds = b.worlds
	b.out.Letting = job.RunLettings(b.host, b.history, b.policies[0].policy)
	if len(b.out.Letting) == 0 {
		return &app.Fault{Err: errors.New("no customer is of a world's time and classes"), Hint: "name worlds of that time; a class has to be one of theirs"}
	}
	if b.asJSON {
		return nil
	}
	t := newTable("WORLD", "NOISE", "RULE", "USD", "OF OURS", "CHANGES")
	type line struct {
		world, rule string
		noise       float64
	}
	usd, changes := map[line]float64{}, map[line]int{}
	var order []line
	for _, r := range b.out.Letting {
		l := line{r.World, r.Rule, r.Noise}
		if _, seen := usd[l]; !seen {
			order = append(order, l)
		}
		usd[l] += r.USD / float64(len(job.Seeds))
		changes[l] += r.Switches
	}
	for _, l := range order {
		ours := usd[line{l.world, backtest.LetRules()[0].Name, l.noise}]
		t.row(l.world, fmt.Sprintf("%g %%", 100*l.noise), l.rule, fmt.Sprintf("%.2f", usd[l]), fmt.Sprintf("%.4f", usd[l]/ours), strconv.Itoa(changes[l]/len(job.Seeds)))
	}
	return t.flush()
}

// replayRecord decides again at each tick of a record, and replays it as a world
// whose truth are its quotes: without lag, noise and faults of our making.
func (b *backtestJob) replayRecord(path string) error {
	ticks, left, err := backtest.ReadRecord(path)
	if err != nil {
		return err
	}
	if left > 0 && !b.asJSON {
		fmt.Fprintf(stdout, "%s: %d ticks were left out: written in part, or not later than the ones before\n", path, left)
	}
	if len(ticks) == 0 {
		return fmt.Errorf("%s holds no tick", path)
	}
	for n, p := range append([]namedPolicy{{name: "the daemon's own policy"}}, b.policies...) {
		policy, every := &p.policy, &p.every
		if n == 0 { // the record's
			policy, every = nil, nil
		}
		lines, differ := backtest.Differences(ticks, backtest.Replay(ticks, policy, every), 5)
		if !b.asJSON {
			fmt.Fprintf(stdout, "%s, %s to %s: %d ticks; under %s %d decisions differ from the daemon's\n", path, ticks[0].Snapshot.Market.Now.Format(time.RFC3339),
				ticks[len(ticks)-1].Snapshot.Market.Now.Format(time.RFC3339), len(ticks), p.name, differ)
			for _, l := range lines {
				fmt.Fprintln(stdout, "  "+l)
			}
		}
	}
	w, err := backtest.RecordWorld(strings.TrimSuffix(filepath.Base(path), ".jsonl.gz"), ticks)
	if err != nil {
		return err
	}
	job := b.coins
	job.Noises, job.Seeds, job.Lag, job.Bare = []float64{0}, []uint64{1}, 0, true
	return b.replayWorlds(job, []*backtest.World{w}, &b.out.Records)
}

func (b *backtestJob) replayStreams() error {
	policies := backtest.StreamBaselines()
	for _, p := range b.policies {
		for _, times := range b.times {
			name := p.name
			if times != 1 {
				name = fmt.Sprintf("%s, work x %g", p.name, times)
				b.own = append(b.own, name)
			}
			policies = append(policies, backtest.StreamEngine(name, p.policy, times))
		}
	}
	results := backtest.RunStreams(b.streams, policies, progressOf("streams"))
	var names []string
	for _, p := range policies {
		names = append(names, p.Name)
	}
	b.sections = append(b.sections, backtestreport.Streams(results, names, b.own))
	b.out.Streams = results
	if b.asJSON {
		return nil
	}
	t := newTable("POLICY", "USD", "OF THE PROPHET'S", "MIN..MAX", "OF THE EXTRA", "REFERENCE", "DIFFERENCE", "ENTERED", "WON")
	for _, name := range names {
		sum := backtestreport.Sum(results, name)
		reference, difference := "", ""
		if sum.Reference > 0 {
			reference = fmt.Sprintf("%.4f", sum.Reference/sum.Prophet)
			difference = fmt.Sprintf("%+.2f %%", 100*(sum.USD/sum.Reference-1))
		}
		t.row(name, fmt.Sprintf("%.0f", sum.USD), fmt.Sprintf("%.4f", sum.USD/sum.Prophet), fmt.Sprintf("%.3f..%.3f", sum.Min, sum.Max), fmt.Sprintf("%.4f", sum.Extra()),
			reference, difference, strconv.Itoa(sum.Entered), strconv.Itoa(sum.Won))
	}
	return t.flush()
}

func baseNames(paths []string) (names []string) {
	for _, p := range paths {
		names = append(names, filepath.Base(p))
	}
	return names
}

// printCells prints the share of the clairvoyant's money, with the least and the
// most of any world, class and seed, and switches a day.
func printCells(job backtest.Job, cells map[string]map[string]map[float64]backtest.Cell) error {
	kinds := map[string]bool{}
	for _, w := range job.Worlds {
		kinds[backtest.Kind(w.Name)] = true
	}
	head := []string{"POLICY"}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		for _, noise := range job.Noises {
			head = append(head, fmt.Sprintf("%s %s %%", kind, strconv.FormatFloat(noise*100, 'g', 3, 64)), "MIN..MAX", "SWITCHES/DAY")
		}
	}
	t := newTable(head...)
	names := []string{backtest.StaticName}
	for _, p := range job.Policies {
		names = append(names, p.Name)
	}
	for _, name := range names {
		row := []string{name}
		for _, kind := range slices.Sorted(maps.Keys(kinds)) {
			for _, noise := range job.Noises {
				c := cells[name][kind][noise]
				row = append(row, backtestreport.Share(c.Share, 4), backtestreport.Share(c.Min, 3)+".."+backtestreport.Share(c.Max, 3), fmt.Sprintf("%.2f", c.Switches))
			}
		}
		t.row(row...)
	}
	return t.flush()
}
