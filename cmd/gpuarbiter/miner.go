package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
)

// minerCommands are about the pages of miners.
func minerCommands() *cobra.Command {
	return group(&cobra.Command{Use: "miner", Short: "Miners that gpuarbiter knows, each by a page of YAML"},
		minerListCommand(), minerShowCommand(), minerCheckCommand(), minerAddCommand())
}

func minersDir(cmd *cobra.Command) *string {
	return cmd.Flags().String("miners-dir", config.Default().Mining.MinersDir, "folder with pages of your own, as mining.miners_dir")
}

func minerListCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "list", Short: "List the miners that have a page", Args: args(cobra.NoArgs)}
	dir := minersDir(cmd)
	asJSON := cmd.Flags().Bool("json", false, "print JSON")
	cmd.RunE = func(*cobra.Command, []string) error {
		set, err := drivers.Load(*dir)
		if *asJSON {
			type line struct {
				Name, Title, Versions string
				Algorithms            []string
			}
			var list []line
			for _, name := range set.Names() {
				list = append(list, line{name, set[name].Title, set[name].Versions, set[name].Known()})
			}
			return errors.Join(err, printJSON(list))
		}
		t := newTable("MINER", "FOR", "WRITTEN FOR", "ALGORITHMS")
		for _, name := range set.Names() {
			p := set[name]
			t.row(name, p.Title, cmp.Or(p.Versions, "this program"), cmp.Or(brief(strings.Join(p.Known(), " "), 60), "any"))
		}
		return errors.Join(t.flush(), err)
	}
	return cmd
}

// brief cuts a text at a blank.
func brief(s string, most int) string {
	if len(s) <= most {
		return s
	}
	return s[:strings.LastIndexByte(s[:most], ' ')] + " ..."
}

func minerShowCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "show NAME", Short: "Print a miner's page, as one to start your own from", Args: args(cobra.ExactArgs(1))}
	dir := minersDir(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		set, err := drivers.Load(*dir)
		page, missing := set.Find(args[0])
		if missing != nil {
			return errors.Join(missing, err)
		}
		_, err = stdout.Write(page.Text())
		return err
	}
	return cmd
}

func minerCheckCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "check PAGE", Short: "Check a page: its form, what it starts, and what it makes of an answer", Args: args(cobra.ExactArgs(1)),
		Long: "Check a page, which is a file or the name of a miner.\n\nIts form is checked, and the command line printed that it would start. With --answer what it\n" +
			"makes of a saved answer (or log) is shown. With --binary the miner itself is started for a\nwhile, at the pool that is named, and asked, as the daemon would.",
	}
	dir := minersDir(cmd)
	var c minerCheck
	cmd.Flags().StringVar(&c.answer, "answer", "", "file with an answer of the miner's API, or with its log")
	cmd.Flags().StringVar(&c.spec.Binary, "binary", "", "the miner's program, which is started")
	cmd.Flags().BoolVar(&c.start, "start", false, "start the miner; for one whose program the page knows, such as a package's")
	cmd.Flags().StringVar(&c.spec.Algorithm, "algorithm", "", "by its usual name; default: the first that the page knows")
	cmd.Flags().StringVar(&c.spec.PoolURL, "pool", "stratum+tcp://pool.example:3333", "address of a pool")
	cmd.Flags().StringVar(&c.spec.Wallet, "wallet", "WALLET", "login at the pool")
	cmd.Flags().StringVar(&c.spec.Device, "device", "0", "UUID of the device that it is to use")
	cmd.Flags().DurationVar(&c.length, "for", time.Minute, "how long the miner is tried")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		page, err := findPage(args[0], *dir)
		if err != nil {
			return err
		}
		c.page = page
		return c.run(cmd.Context())
	}
	return cmd
}

// findPage reads a page from a file, or finds it by its name.
func findPage(name, dir string) (*drivers.Page, error) {
	if !strings.ContainsAny(name, "/") && !strings.HasSuffix(name, ".yaml") {
		set, err := drivers.Load(dir)
		page, missing := set.Find(name)
		if missing != nil {
			return nil, errors.Join(missing, err)
		}
		return page, nil
	}
	text, err := plain.ReadFile(name, 0, 1<<20)
	if err != nil {
		return nil, err
	}
	page, err := drivers.Parse(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return page, nil
}

type minerCheck struct {
	page   *drivers.Page
	answer string
	start  bool
	spec   miner.Spec
	length time.Duration
}

func (c *minerCheck) run(ctx context.Context) error {
	if c.spec.Algorithm == "" {
		c.spec.Algorithm = slices.Concat(c.page.Known(), []string{"algorithm"})[0]
	}
	fmt.Fprintf(stdout, "%s: the page of %s is well formed\n", c.page.Name, c.page.Title)
	if err := c.page.Try(ctx); err != nil {
		return err
	}
	if n := len(c.page.Examples); n > 0 {
		fmt.Fprintf(stdout, "understands: its %d example as it says\n", n)
	}
	for _, n := range c.page.Notes {
		fmt.Fprintf(stdout, "note: %s\n", n)
	}
	temp, err := os.MkdirTemp("", "gpuarbiter-miner-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	started := c.start || c.spec.Binary != ""
	c.spec.Coin, c.spec.Worker, c.spec.APIToken, c.spec.WorkDir = "COIN", "rig0", "token", temp
	c.spec.Binary = cmp.Or(c.spec.Binary, c.page.Binary, c.page.Name)
	if c.spec.APIPort, err = miner.FreePort(); err != nil {
		return err
	}
	command, err := miner.Miner{Page: c.page}.Command(c.spec)
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "starts: %s\n", strings.Join(command.Argv, " "))
	for name := range command.Files {
		fmt.Fprintf(stdout, "writes: %s\n", filepath.Join(command.Dir, name))
	}
	if c.answer != "" {
		if err := c.understand(ctx); err != nil {
			return err
		}
	}
	if started {
		return c.try(ctx, command)
	}
	return nil
}

func (c *minerCheck) understand(ctx context.Context) error {
	raw, err := plain.ReadFile(c.answer, 0, 8<<20)
	if err != nil {
		return err
	}
	a, err := c.page.Read(ctx, raw, c.spec.Algorithm)
	if err != nil {
		return fmt.Errorf("%s: %w", c.answer, err)
	}
	fmt.Fprintf(stdout, "understood: %s\n", told(a))
	c.warn(a)
	return nil
}

// warn says what of an answer the daemon would object to.
func (c *minerCheck) warn(a drivers.Answer) {
	if why := c.page.TooOld(a.Version, c.spec.Algorithm); why != "" {
		fmt.Fprintf(stdout, "warning: %s\n", why)
	}
}

// told is an answer in words.
func told(a drivers.Answer) string {
	words := []string{"rate unknown"}
	if a.Hashrate != nil {
		words[0] = fmt.Sprintf("%.6g H/s", *a.Hashrate)
	}
	if a.Accepted == nil {
		words = append(words, "shares unknown")
	} else {
		words = append(words, fmt.Sprintf("%d shares accepted, %d refused", *a.Accepted, a.Rejected))
	}
	switch {
	case a.Work != nil:
		words = append(words, fmt.Sprintf("worth %.6g hashes", *a.Work))
	case a.Difficulty != nil:
		words = append(words, fmt.Sprintf("each worth %.6g hashes", *a.Difficulty))
	default:
		words = append(words, "what a share is worth is not told: taken from the rate")
	}
	if a.Uptime != nil {
		words = append(words, "up for "+a.Uptime.String())
	}
	if a.Connected != nil {
		words = append(words, map[bool]string{true: "connected", false: "without a pool"}[*a.Connected])
	}
	for _, s := range []string{a.Version, a.Algorithm, a.Pool, a.Fault} {
		if s != "" {
			words = append(words, plain.Line(s))
		}
	}
	return strings.Join(words, ", ")
}

// try starts the miner and asks it, until the time is over or the miner ends.
func (c *minerCheck) try(ctx context.Context, command miner.Command) error {
	if !c.page.Ports() && c.page.API.Kind != drivers.File {
		return usageError{fmt.Errorf("%s is read by its log: start it yourself and give the log as --answer", c.page.Name)}
	}
	for name, text := range command.Files {
		if err := os.WriteFile(filepath.Join(command.Dir, name), text, 0o600); err != nil {
			return err
		}
	}
	vars, err := c.spec.Vars()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, c.length)
	defer cancel()
	ended := make(chan error, 1)
	log := filepath.Join(command.Dir, "log")
	worker, err := process.Start(ctx, process.Config{}, process.Spec{
		Argv: command.Argv, Env: append(os.Environ(), command.Env...), Dir: command.Dir, LogPath: log, LogStdout: true, Owner: "check", Room: command.Room,
	})
	if err != nil {
		return err
	}
	defer worker.Kill(context.WithoutCancel(ctx))
	go func() {
		defer close(ended)
		select {
		case <-ctx.Done():
		case <-worker.Done():
			words, err := plain.ReadFile(log, 0, 64<<20)
			ended <- errors.Join(fmt.Errorf("the miner has ended (%s): %s", worker.Exit(), plain.Line(string(lastOf(words, 400)))), err)
		}
	}()
	last := ""
	for {
		select {
		case err := <-ended:
			return err
		case <-time.After(2 * time.Second):
		}
		a, err := c.page.Ask(ctx, drivers.Place{Vars: vars, Run: process.Output})
		words := "understood: "
		if err != nil {
			words += err.Error()
		} else {
			words += told(a)
		}
		if ctx.Err() == nil && words != last {
			fmt.Fprintln(stdout, words)
		}
		if last = words; err == nil {
			c.warn(a)
		}
	}
}

func lastOf(b []byte, n int) []byte { return b[max(len(b)-n, 0):] }
