package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// backupCommand takes a copy of the database from the daemon while it runs.
func backupCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "backup FILE", Short: "Copy the daemon's database while it runs: attempts, signed transactions, ledger", Args: args(cobra.ExactArgs(1)),
		Long: "Copy the daemon's database while it runs: attempts, signed transactions, ledger.\n\n" +
			"FILE is replaced once the copy is whole. Models and checkpoints are in state_dir/challenges\nbeside it: docs/OPERATIONS.md, Backup.",
	}
	f := addDaemonFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		n, err := backup(cmd.Context(), f, args[0])
		if err != nil {
			return err
		}
		if *f.json {
			return printJSON(map[string]any{"file": args[0], "bytes": n})
		}
		fmt.Fprintf(stdout, "%s: %d bytes\n", args[0], n)
		return nil
	}
	return cmd
}

func backup(ctx context.Context, f daemonFlags, path string) (n int64, err error) {
	c, err := f.client()
	if err != nil {
		return 0, err
	}
	err = writeOutput(path, 0o600, func(w io.Writer) error {
		return c.ask(ctx, "/api/backup", func(body io.Reader) (err error) {
			n, err = io.Copy(w, body)
			return err
		})
	})
	if err != nil {
		return 0, fmt.Errorf("backup: %w", err)
	}
	return n, nil
}
