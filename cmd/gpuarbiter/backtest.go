package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/backtest"
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

func backtestCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "backtest WORLD...", Short: "Replay recorded markets under the daemon's policy, other rules and the best possible",
		Long: "Replay recorded markets (CSV, plain or gzip: time_utc, tariff_usd_per_kwh, class/coin...) under the\ndaemon's own estimates and decisions, beside the rules that other programs state, and say what share\nof the clairvoyant optimum each earns. Quotes are made from the truth: late, noisy, sometimes frozen\nor absurd, by a seed.",
		Args: args(cobra.MinimumNArgs(1)),
	}
	asJSON, policies := jsonFlag(cmd), cmd.Flags().StringArray("policy", nil, "a configuration whose policy is replayed too; may be repeated (default: the default policy)")
	noises := cmd.Flags().Float64Slice("noise", []float64{0, .02, .05}, "standard deviations of quotes' logarithms")
	seeds := cmd.Flags().UintSlice("seed", []uint{1, 2, 3}, "seeds of noise, outages and spikes")
	lag := cmd.Flags().Int("lag", 1, "steps by which quotes are late")
	minutes := cmd.Flags().Float64("switch-minutes", 3, "minutes without earnings for a switch")
	csvPath := cmd.Flags().String("csv", "", "file to write every result to")
	cmd.RunE = func(_ *cobra.Command, paths []string) error {
		job := backtest.Job{Policies: backtest.Peers(), Noises: *noises, Lag: *lag, Minutes: *minutes}
		for _, s := range *seeds {
			job.Seeds = append(job.Seeds, uint64(s))
		}
		if *lag < 0 || *minutes < 0 || len(job.Noises) == 0 || len(job.Seeds) == 0 || slices.Min(job.Noises) < 0 {
			return usageError{errors.New("--noise, --seed, --lag and --switch-minutes must be given, and none below zero")}
		}
		ours, err := ownPolicies(*policies)
		if err != nil {
			return err
		}
		job.Policies = append(job.Policies, ours...)
		days := map[string]float64{}
		for _, path := range paths {
			w, err := backtest.ReadWorld(path)
			if err != nil {
				return &app.Fault{Err: err, Hint: "gpuarbiter backtest --help says what a world's file holds"}
			}
			job.Worlds, days[w.Name] = append(job.Worlds, w), float64(w.Steps())*w.Hours()/24
		}
		job.Progress = func(done, all int) {
			if done*10/all != (done-1)*10/all {
				fmt.Fprintf(os.Stderr, "%d of %d replayed\n", done, all)
			}
		}
		results := job.Run()
		if *csvPath != "" {
			if err := writeResults(*csvPath, results); err != nil {
				return err
			}
		}
		if *asJSON {
			return printJSON(results)
		}
		return printBacktest(job, backtest.Cells(results, days))
	}
	return cmd
}

// ownPolicies are the daemon's, by the configurations that are named.
func ownPolicies(paths []string) (all []backtest.Policy, err error) {
	if len(paths) == 0 {
		cfg := config.Default()
		return []backtest.Policy{backtest.Engine("gpuarbiter", app.PolicyOf(cfg.Policy))}, nil
	}
	for _, path := range paths {
		cfg, err := config.Load(path)
		if err != nil {
			return nil, err
		}
		all = append(all, backtest.Engine(filepath.Base(path), app.PolicyOf(cfg.Policy)))
	}
	return all, nil
}

func writeResults(path string, results []backtest.Result) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(backtest.WriteCSV(f, results), f.Close())
}

// printBacktest prints the share of the clairvoyant's money, with the least and
// the most of any world, class and seed, and switches a day.
func printBacktest(job backtest.Job, cells map[string]map[string]map[float64]backtest.Cell) error {
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
				row = append(row, fmt.Sprintf("%.4f", c.Share), fmt.Sprintf("%.3f..%.3f", c.Min, c.Max), fmt.Sprintf("%.2f", c.Switches))
			}
		}
		t.row(row...)
	}
	return t.flush()
}
