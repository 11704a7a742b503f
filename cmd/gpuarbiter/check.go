package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/config/sanity"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
)

func configCommand() *cobra.Command {
	return group(&cobra.Command{Use: "config", Short: "The configuration"}, configInit(), configCheck(), configSchema())
}

// warning is what a finding is called that stops nothing, and ought to be known.
const warning = "warning"

// finding is one line of config check.
type finding struct {
	What  string `json:"what"`
	OK    bool   `json:"ok"`
	Words string `json:"words"`
	Minor bool   `json:"minor,omitempty"` // ok, at a price that the words name
	Cure  string `json:"cure,omitempty"`
}

// mark is how a finding begins.
func (f finding) mark() string {
	switch {
	case !f.OK:
		return "FAULT"
	case f.Minor || f.What == warning:
		return "WARN"
	}
	return "ok"
}

func configSchema() *cobra.Command {
	return &cobra.Command{Use: "schema", Short: "Print a JSON Schema of the configuration, for editors", Args: args(cobra.NoArgs),
		Long: "Print a JSON Schema of the configuration. Editors that speak yaml-language-server use it by a comment on the\nfile's first line: # yaml-language-server: $schema=gpuarbiter.schema.json",
		RunE: func(*cobra.Command, []string) error { return printJSON(config.Schema()) },
	}
}

func configCheck() *cobra.Command {
	cmd := &cobra.Command{Use: "check", Short: "Check a configuration file; with --online also what it names", Args: args(cobra.NoArgs)}
	path, asJSON := configFlag(cmd), jsonFlag(cmd)
	online := cmd.Flags().Bool("online", false, "also try devices, wallet, pools and chains")
	strict := cmd.Flags().Bool("strict", false, "fail on warnings too, as in a test of a configuration")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		cfg, err := config.Load(*path)
		if err != nil {
			return err
		}
		list := []finding{{What: "configuration", OK: true, Words: *path + " is well formed"}}
		list = append(list, checkSense(*path, cfg, *online)...)
		if *online {
			list = append(list, checkOnline(cmd.Context(), cfg)...)
		}
		if *asJSON {
			err = printJSON(list)
		} else {
			err = tellFindings(list)
		}
		if err != nil {
			return err
		}
		for _, f := range list {
			if !f.OK || *strict && f.mark() == "WARN" {
				return exitCode(exitFailed)
			}
		}
		return nil
	}
	return cmd
}

// tellFindings prints findings; those that have a cure last, with it.
func tellFindings(list []finding) error {
	t := newTable("", "WHAT", "")
	for _, f := range list {
		if f.Cure == "" && f.OK {
			t.row(f.mark(), f.What, f.Words)
		}
	}
	err := t.flush()
	for _, f := range list {
		if f.Cure == "" && f.OK {
			continue
		}
		say("%s  %s: %s", f.mark(), f.What, f.Words)
		if f.Cure != "" {
			say("      hint: %s", f.Cure)
		}
	}
	return err
}

// checkSense looks for what is well formed and yet hardly meant, and, on the rig itself, for the
// programs and files that are named.
func checkSense(path string, cfg *config.Config, online bool) (list []finding) {
	lines, err := config.Lines(path)
	if err != nil {
		lines = func(string) int { return 0 }
	}
	faults := sanity.Check(cfg)
	if online || sanity.OnRig(cfg) {
		faults = append(faults, sanity.CheckMachine(cfg)...)
	}
	for _, f := range faults {
		what := f.Where
		if n := lines(f.Where); n > 0 {
			what = fmt.Sprintf("%s (line %d)", f.Where, n)
		}
		list = append(list, finding{What: what, OK: true, Minor: true, Words: f.What, Cure: f.Hint})
	}
	return list
}

// checkOnline tries everything that the configuration names.
func checkOnline(ctx context.Context, cfg *config.Config) []finding {
	var list []finding
	add := func(what string, words string, err error, cure ...string) {
		f := finding{What: what, OK: err == nil, Words: words}
		if err != nil {
			f.Words = err.Error()
			if f.Cure = hintOf(err); f.Cure == "" && len(cure) > 0 {
				f.Cure = cure[0]
			}
		}
		list = append(list, f)
	}
	devices, err := readDevices(ctx, cfg, setSource)
	add("devices", fmt.Sprintf("%d found", len(devices)), err)
	for _, d := range devices {
		if d.Fault != "" {
			add("device "+string(d.UUID), "", errors.New(d.Fault))
		}
	}
	list = append(list, checkModels(cfg, devices)...)
	if key, err := app.OpenSigner(cfg.Wallet); err != nil || key != nil {
		words := ""
		if err == nil {
			words = "account " + key.Address().Hex()
		}
		add("wallet", words, err)
	}
	for _, c := range cfg.Mining.Coins {
		words, err := workers.TryPool(ctx, cfg.Mining, c)
		add("pool of "+c.Name, words, err, "see that this machine reaches it, and that address, port and wallet are as the pool's own page has them")
	}
	for _, c := range cfg.Chains {
		list = append(list, checkChain(ctx, c)...)
	}
	quotes, warnings := app.Quotes(ctx, cfg)
	for _, w := range warnings {
		add(warning, w, nil)
	}
	for _, q := range quotes {
		why := q.Quote.Disbelief(time.Now())
		var err error
		if why != "" {
			err = errors.New(why + ": money that it would price is worth nothing")
		}
		add("quote "+q.Name, fmt.Sprintf("%g", q.Quote.Value), err, "see that this machine reaches the source, or name another one")
	}
	return list
}

// checkChain tries everything that a chain's endpoints have to serve.
func checkChain(ctx context.Context, c config.Chain) (list []finding) {
	chain := app.MarketOf(c)
	defer chain.Close()
	for _, n := range chain.Needs(ctx) {
		if n.Lacks || n.Minor {
			list = append(list, finding{What: fmt.Sprintf("chain %s, rpc[%d], %s", c.Name, n.Endpoint, n.What), OK: !n.Lacks, Words: n.Words, Minor: n.Minor})
		}
	}
	for _, n := range app.BlobNeeds(ctx, c, chain) {
		f := finding{What: fmt.Sprintf("chain %s, beacon[%d], %s", c.Name, n.Endpoint, n.What), OK: !n.Lacks, Words: n.Words, Minor: n.Minor}
		if n.Lacks {
			f.Cure = "name a beacon node of this chain that keeps the data columns of all blobs; docs/OPERATIONS.md says what it must serve"
		}
		list = append(list, f)
	}
	words, err := checkMarket(ctx, chain, c)
	f := finding{What: "chain " + c.Name, OK: err == nil, Words: words}
	if err != nil {
		f.Words = err.Error()
	}
	return append([]finding{f}, list...)
}

func checkMarket(ctx context.Context, chain *market.Market, c config.Chain) (string, error) {
	head, err := chain.Head(ctx)
	if err != nil {
		return "", err
	}
	words := fmt.Sprintf("block %d", head.Number)
	if c.Market == "" {
		return words + ", no market configured", nil
	}
	n, err := chain.ChallengeCount(ctx)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s, market %s has %d challenges", words, c.Market, n), nil
}
