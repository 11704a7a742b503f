package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/organiser"
)

func watchCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "watch [ID...]", Short: "Recompute what is claimed of models, and dispute what is false, for its bounty", Args: args(cobra.ArbitraryArgs),
		Long: "Recompute what is claimed of models in challenges whose evaluator is dispute, all of them or those named, and dispute\nwhat is false: whoever proves a lie gets a quarter of its bond. It goes on until it is stopped; what was won is\nwithdrawn to the account once a challenge is closed."}
	f := addChainFlags(cmd)
	poll := cmd.Flags().Duration("poll", 12*time.Second, "time between two looks at the chain")
	once := cmd.Flags().Bool("until-closed", false, "end once all challenges named are closed and nothing of them is owed")
	cmd.RunE = func(cmd *cobra.Command, names []string) error {
		ids := map[uint64]bool{}
		for _, n := range names {
			id, err := parseID(n)
			if err != nil {
				return err
			}
			ids[id] = true
		}
		s, err := f.open(cmd.Context(), true)
		if err != nil {
			return err
		}
		defer s.close()
		s.Log = watchLog()
		s.Beside = true
		defer s.Organiser.Close()
		w := organiser.NewWatch(s.Organiser, s.key("watch"), ids)
		for {
			left, err := w.Look(cmd.Context())
			if cmd.Context().Err() != nil {
				return nil
			}
			if err != nil {
				s.Market.Drop()
				fmt.Fprintf(os.Stderr, "%s %v; tried again\n", time.Now().Format(time.TimeOnly), err)
			} else if *once && left == 0 {
				return s.result(map[string]any{"watched": len(ids)}, "nothing is left to watch")
			}
			if chain.Sleep(cmd.Context(), *poll) != nil {
				return nil
			}
		}
	}
	return cmd
}

// watchLog tells on standard error what is seen and done.
func watchLog() *zap.Logger {
	enc := zap.NewDevelopmentEncoderConfig()
	enc.EncodeTime = zapcore.TimeEncoderOfLayout(time.TimeOnly)
	return zap.New(zapcore.NewCore(zapcore.NewConsoleEncoder(enc), zapcore.Lock(os.Stderr), zapcore.InfoLevel))
}
