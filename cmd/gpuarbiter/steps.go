package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net/url"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
)

func fundCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "fund ID", Short: "Add to a challenge's reward", Args: args(cobra.ExactArgs(1)),
		Long: "Add to a challenge's reward. If nobody wins, your share comes back.\n\n" + sponsorsRisk}
	f := addChainFlags(cmd)
	amount := cmd.Flags().String("amount", "", "ether, or tokens of the kind that the reward is in")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if v, err := parseAmount(*amount, 77); err != nil || v.Sign() == 0 {
			return usageError{fmt.Errorf("--amount: %q is no amount", *amount)}
		}
		return withChallenge(cmd.Context(), f, args[0], func(s *session, ch *market.Challenge) error {
			decimals, err := s.Market.Decimals(cmd.Context(), ch.Terms.Token)
			if err != nil {
				return err
			}
			v, err := parseAmount(*amount, decimals)
			if err != nil {
				return usageError{fmt.Errorf("--amount: %w", err)}
			}
			fmt.Fprintln(os.Stderr, sponsorsRisk)
			if err := s.Fund(cmd.Context(), s.key("fund", ch.ID, time.Now().UnixNano()), ch, v); err != nil {
				return err
			}
			return s.result(map[string]any{"challenge": ch.ID, "funded_wei": v.String()}, "challenge %d: added %s %s", ch.ID, *amount, unitName(ch.Terms.Token))
		})
	}
	return cmd
}

func drawCommand() *cobra.Command {
	return stepCommand("draw", "Wait for the draw's block and draw the hold-out by it (anyone may)", func(ctx context.Context, s *session, ch *market.Challenge) (string, error) {
		return "drawn", s.Draw(ctx, s.key("draw", ch.ID), ch.ID, time.Second)
	})
}

func publishCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "publish ID", Short: "Write the file of training groups that belongs at the challenge's data URI", Args: args(cobra.ExactArgs(1))}
	f := addChainFlags(cmd)
	file := cmd.Flags().String("commitment", "commitment.json", "your secret file")
	output := cmd.Flags().StringP("output", "o", "", "where to write it (default: the path of a file:// URI)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		chain, ch, err := f.read(cmd.Context(), args[0])
		if err != nil {
			return err
		}
		defer chain.Close()
		path, err := bundlePath(*output, ch)
		if err != nil {
			return err
		}
		groups, size, err := publish(*file, path, ch)
		if err != nil {
			return err
		}
		if *f.json {
			return printJSON(map[string]any{"challenge": ch.ID, "file": path, "bytes": size, "groups": groups})
		}
		fmt.Fprintf(stdout, "%s: %d training groups, %d bytes; it must be readable at %s\n", path, groups, size, ch.Terms.DataURI)
		return nil
	}
	return cmd
}

// bundlePath is where the training groups are written.
func bundlePath(output string, ch *market.Challenge) (string, error) {
	if output != "" {
		return output, nil
	}
	if u, err := url.Parse(ch.Terms.DataURI); err == nil && u.Scheme == "file" {
		return u.Path, nil
	}
	return "", usageError{errors.New("--output: is missing")}
}

// publish writes the training groups of a drawn challenge.
func publish(commitment, path string, ch *market.Challenge) (groups int, size int64, err error) {
	com, payloads, err := loadCommitted(commitment)
	if err != nil {
		return 0, 0, err
	}
	if market.Phase(ch.Phase) == market.PhaseCreated {
		return 0, 0, &app.Fault{Err: fmt.Errorf("challenge %d is not drawn yet: which groups are for training is not known", ch.ID), Hint: "gpuarbiter challenge draw first"}
	}
	if com.Root != ch.DatasetHash {
		return 0, 0, &app.Fault{Err: fmt.Errorf("%s is not the commitment of challenge %d: its root is %x, the challenge's %x", commitment, ch.ID, com.Root, ch.DatasetHash), Hint: "name the file that challenge create wrote for it"}
	}
	train := dataset.Training(ch.Seed, int(ch.Terms.Groups), int(ch.Terms.HoldoutGroups))
	if err := dataset.WriteBundleFile(path, com, payloads, train); err != nil {
		return 0, 0, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return 0, 0, err
	}
	return len(train), info.Size(), nil
}

func revealCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "reveal ID", Short: "Reveal the hold-out groups once commits are closed", Args: args(cobra.ExactArgs(1))}
	f := addChainFlags(cmd)
	file := cmd.Flags().String("commitment", "commitment.json", "your secret file")
	wait := cmd.Flags().Bool("wait", false, "wait until commits are closed")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		com, payloads, err := loadCommitted(*file)
		if err != nil {
			return err
		}
		return withChallenge(cmd.Context(), f, args[0], func(s *session, ch *market.Challenge) error {
			if *wait {
				if err := s.WaitFor(cmd.Context(), ch.ID, market.PhaseReveal); err != nil {
					return err
				}
			}
			if err := s.Reveal(cmd.Context(), s.key("reveal", ch.ID), ch.ID, com, payloads); err != nil {
				return err
			}
			return s.result(map[string]any{"challenge": ch.ID, "groups": ch.Terms.HoldoutGroups}, "challenge %d: %d hold-out groups are revealed", ch.ID, ch.Terms.HoldoutGroups)
		})
	}
	return cmd
}

func withdrawCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "withdraw [ID]", Short: "Take what is yours out of the contract; with ID your share of a reward that nobody won too", Args: args(cobra.MaximumNArgs(1))}
	f := addChainFlags(cmd)
	to := cmd.Flags().String("to", "", "address that gets it (default: your account)")
	amount := cmd.Flags().String("amount", "", "of a challenge's token, not all but so many; some tokens take a fee from the sender")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		s, err := f.open(ctx, true)
		if err != nil {
			return err
		}
		defer s.close()
		if *to != "" && !chain.IsAddress(*to) {
			return usageError{fmt.Errorf("--to: %q is no address", *to)}
		}
		receiver := chain.AddressOf(*to)
		if *to == "" {
			receiver = s.Tx.Address()
		}
		var ch *market.Challenge
		if len(args) == 1 {
			id, err := parseID(args[0])
			if err != nil {
				return err
			}
			if ch, err = s.Market.Challenge(ctx, id); err != nil {
				return err
			}
		}
		units, decimals, err := s.units(ctx, ch, *amount)
		if err != nil {
			return err
		}
		if ch != nil {
			if err := s.RefundIfDue(ctx, s.key("refund", ch.ID), ch.ID); err != nil {
				return err
			}
		}
		return s.takeOut(ctx, ch, receiver, units, decimals)
	}
	return cmd
}

// units is how much of a challenge's token is to be withdrawn, and the token's
// decimals. It is found out before anything is sent.
func (s *session) units(ctx context.Context, ch *market.Challenge, amount string) (units *big.Int, decimals int, err error) {
	if ch == nil || ch.Terms.Token == market.Ether {
		if amount != "" {
			return nil, 0, usageError{errors.New("--amount: is of a token: name a challenge whose reward is in one")}
		}
		return nil, 0, nil
	}
	if decimals, err = s.Market.Decimals(ctx, ch.Terms.Token); err != nil || amount == "" {
		return market.Everything, decimals, err
	}
	if units, err = parseAmount(amount, decimals); err != nil {
		return nil, 0, usageError{fmt.Errorf("--amount: %w", err)}
	}
	return units, decimals, nil
}

// takeOut withdraws ether, and so many units of a challenge's token if it has one.
func (s *session) takeOut(ctx context.Context, ch *market.Challenge, to chain.Address, units *big.Int, decimals int) error {
	key := s.key("withdraw", time.Now().UnixNano())
	wei, err := s.Withdraw(ctx, key, to, market.Everything)
	if err != nil {
		return err
	}
	out := map[string]any{"withdrawn_wei": wei.String()}
	text := fmt.Sprintf("withdrew %s ether", etherText(wei.String()))
	tokens := new(big.Int)
	if units != nil {
		if tokens, err = s.WithdrawToken(ctx, key+"/token", ch.ID, to, units); err != nil {
			return err
		}
		out["withdrawn_tokens"] = tokens.String()
		text += fmt.Sprintf("\nwithdrew %s %s", amountText(tokens.String(), decimals), unitName(ch.Terms.Token))
	}
	if wei.Sign() == 0 && tokens.Sign() == 0 {
		return errors.New("there is nothing to withdraw")
	}
	return s.result(out, "%s", text)
}
