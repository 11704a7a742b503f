package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/organiser"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

func serveCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "serve ID", Short: "Do every organiser's step of a challenge in time, unattended", Args: args(cobra.ExactArgs(1))}
	f := addChainFlags(cmd)
	file := cmd.Flags().String("commitment", "commitment.json", "your secret file")
	output := cmd.Flags().StringP("output", "o", "", "where to write the training groups (default: the path of a file:// URI)")
	poll := cmd.Flags().Duration("poll", 12*time.Second, "time between two looks at the chain")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		// What cannot work is found out now, not at a deadline.
		if _, _, err := loadCommitted(*file); err != nil {
			return err
		}
		return withChallenge(cmd.Context(), f, args[0], func(s *session, ch *market.Challenge) error {
			path, err := bundlePath(*output, ch)
			if err != nil {
				return err
			}
			s.close() // other commands send between the steps
			hooks := organiser.Hooks{
				Account: func(ctx context.Context) (*txmgr.Manager, func(), error) {
					step, err := f.open(ctx, true)
					if err != nil {
						return nil, nil, err
					}
					return step.Tx, step.close, nil
				},
				Data:    func() (*dataset.Commitment, [][]byte, error) { return loadCommitted(*file) },
				Publish: func(ch *market.Challenge) error { _, _, err := publish(*file, path, ch); return err },
				Say: func(step organiser.Step, err error) {
					if err != nil {
						fmt.Fprintf(os.Stderr, "%s challenge %d: %s: %v; tried again\n", time.Now().Format(time.TimeOnly), ch.ID, step, err)
						return
					}
					fmt.Fprintf(os.Stderr, "%s challenge %d: %s\n", time.Now().Format(time.TimeOnly), ch.ID, step)
				},
			}
			if err := s.Serve(cmd.Context(), s.key("serve", ch.ID), ch.ID, *poll, hooks); err != nil {
				return err
			}
			return s.result(map[string]any{"challenge": ch.ID, "done": "closed and withdrawn"}, "challenge %d: closed and withdrawn", ch.ID)
		})
	}
	return cmd
}

func verifyCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "verify ID", Short: "Replay a challenge from the chain alone and say whether every step was right", Args: args(cobra.ExactArgs(1))}
	f := addChainFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		id, err := parseID(args[0])
		if err != nil {
			return err
		}
		chain, err := f.reader()
		if err != nil {
			return err
		}
		defer chain.Close()
		checks, err := chain.Verify(cmd.Context(), id)
		if err != nil {
			return err
		}
		if *f.json {
			err = printJSON(checks)
		} else {
			t := newTable("", "WHAT", "")
			for _, c := range checks {
				mark := "ok"
				if !c.OK {
					mark = "FAULT"
				}
				t.row(mark, c.What, c.Words)
			}
			err = t.flush()
		}
		if err != nil {
			return err
		}
		for _, c := range checks {
			if !c.OK {
				return exitCode(exitFailed)
			}
		}
		return nil
	}
	return cmd
}
