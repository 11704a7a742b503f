// Command gpuarbiter moves each GPU of a rig to the workload that earns most:
// mining a coin, or training a model for a reward that a contract holds.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"strings"
	"syscall"
	_ "time/tzdata" // tariffs know summer time on machines without zone files

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/beacon"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// version is set by the linker.
var version = "dev"

// Exit codes.
const (
	exitOK     = 0
	exitFailed = 1  // the command could not do it: a fault of the world, or of what it was given
	exitUsage  = 2  // flags; a crash of Go's, too: nothing may be concluded from it
	exitConfig = 78 // the configuration (EX_CONFIG): only a person can mend it, systemd does not start it again
)

// stdout and stderr carry what strangers say, too: nothing of it commands the terminal.
var (
	stdout io.Writer = plain.Writer{W: os.Stdout}
	stderr io.Writer = plain.Writer{W: os.Stderr}
)

func main() { os.Exit(Main(os.Args[1:])) }

// Main runs a command line and returns its exit code.
func Main(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	root := rootCommand()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var code exitCode
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &code):
		return int(code)
	}
	return complain(stderr, err)
}

// exitCode ends the program with a code and no further words.
type exitCode int

func (c exitCode) Error() string { return fmt.Sprintf("exit %d", int(c)) }

// usageError is a mistake on the command line.
type usageError struct{ error }

// complain prints error: and hint: lines and returns the exit code.
func complain(w io.Writer, err error) int {
	var faults *config.Faults
	if errors.As(err, &faults) {
		for _, f := range faults.List {
			fmt.Fprintf(w, "error: %s\n", f.Line(faults.File))
			if f.Hint != "" {
				fmt.Fprintf(w, "hint: %s\n", f.Hint)
			}
		}
		return exitConfig
	}
	fmt.Fprintf(w, "error: %s\n", strings.ReplaceAll(err.Error(), "\n", "; "))
	if h := hintOf(err); h != "" {
		fmt.Fprintf(w, "hint: %s\n", h)
	}
	var usage usageError
	if errors.As(err, &usage) || strings.HasPrefix(err.Error(), "unknown command") {
		fmt.Fprintln(w, "hint: gpuarbiter --help lists the commands, COMMAND --help the flags")
		return exitUsage
	}
	return exitFailed
}

// hintOf is the cure that an error carries, or that of a fault of the world
// which the packages below only name.
func hintOf(err error) string {
	if errors.Is(err, fs.ErrPermission) && os.Geteuid() != 0 {
		return config.Forbidden
	}
	if h := app.HintOf(err); h != "" {
		return h
	}
	for _, known := range []struct {
		err  error
		hint string
	}{
		{chain.ErrWrongChain, "the endpoint and the chain's id must belong together: chains[].rpc and chains[].id, or --rpc and --chain-id"},
		{chain.ErrNoContract, "chains[].market or --market must be what contract deploy printed, on this chain"},
		{chain.ErrUnreachable, "the node must run and be in reach: chains[].rpc, or --rpc"},
		{beacon.ErrUnreachable, "a beacon node must be in reach, for what is published as blobs: chains[].beacon, or --beacon"},
		{beacon.ErrNotThere, "beacon nodes have blobs for 18 days, and only those that keep all data columns; an archive may have older ones: chains[].beacon, or --beacon"},
		{chain.ErrNoChallenge, "gpuarbiter challenges lists those that the daemon sees; the first is number 0"},
	} {
		if errors.Is(err, known.err) {
			return known.hint
		}
	}
	return ""
}

// group is a command that only holds others.
func group(cmd *cobra.Command, commands ...*cobra.Command) *cobra.Command {
	cmd.AddCommand(commands...)
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usageError{fmt.Errorf("unknown command %q for %q", args[0], cmd.CommandPath())}
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	return cmd
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:               "gpuarbiter",
		Short:             "Moves each GPU to the workload that earns most: mining, or training for a challenge",
		Version:           version,
		SilenceUsage:      true,
		SilenceErrors:     true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(
		runCommand(), gpusCommand(), statusCommand(), topCommand(), explainCommand(), challengesCommand(), ledgerCommand(), reportCommand(), walletCommands(), versionCommand(), manCommand(), deviceCommands(), rigCommands(), benchCommand(), backupCommand(),
		configCommand(), minerCommands(), rentCommands(), policyCommands(), contractCommand(), challengeCommand(), predictCommand(), backtestCommand(), workerCommand(), helperCommand(),
	)
	fitHelp(root)
	return root
}

// args wraps cobra's argument checks so that a mistake is a usage error.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usageError{err}
		}
		return nil
	}
}
