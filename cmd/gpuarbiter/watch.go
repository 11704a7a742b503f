package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/spf13/cobra"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
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
		w := watching{s, ids, map[uint64]bool{}}
		for {
			left, err := w.look(cmd.Context())
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

// watching is what is left to watch.
type watching struct {
	*session
	ids  map[uint64]bool // none: all
	over map[uint64]bool
}

// look follows every challenge once, and says how many are not over.
func (w *watching) look(ctx context.Context) (left int, err error) {
	head, err := w.Market.Head(ctx)
	if err != nil {
		return 0, err
	}
	pinned := chain.Pin(ctx, head)
	n, err := w.Market.ChallengeCount(pinned)
	if err != nil {
		return 0, err
	}
	for id := range n {
		if w.over[id] || len(w.ids) > 0 && !w.ids[id] {
			continue
		}
		done, err := w.follow(pinned, id, head)
		if err != nil {
			return 0, fmt.Errorf("challenge %d: %w", id, err)
		}
		if w.over[id] = done; !done {
			left++
		}
	}
	return left, nil
}

func (w *watching) follow(ctx context.Context, id uint64, head *types.Header) (done bool, err error) {
	ch, err := w.Market.Challenge(ctx, id)
	if err != nil {
		return false, err
	}
	if ch.Target != evaluator.Dispute {
		return true, nil
	}
	got, err := w.Follow(ctx, w.key("watch", id), ch, head)
	return got.Done && market.Phase(ch.Phase) == market.PhaseClosed, err
}
