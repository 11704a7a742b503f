package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

func showCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "show ID", Short: "A challenge as it stands on chain", Args: args(cobra.ExactArgs(1))}
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
		ch, err := chain.Challenge(cmd.Context(), id)
		if err != nil {
			return err
		}
		v, err := show(cmd, chain, ch)
		if err != nil {
			return err
		}
		if *f.json {
			return printJSON(v)
		}
		t := newTable("challenge", fmt.Sprint(ch.ID))
		for _, row := range [][2]string{
			{"phase", v.Phase}, {"outcome", v.Outcome}, {"owner", v.Owner}, {"reward", v.Reward},
			{"need", fmt.Sprintf("%d of %d", v.Need, v.Points)}, {"groups", fmt.Sprintf("%d of %d examples, %d drawn", v.Groups, v.GroupSize, v.Drawn)},
			{"revealed", fmt.Sprintf("%d of %d groups", v.Revealed, v.Drawn)}, {"commits", fmt.Sprint(len(v.Entries))},
			{"evaluator", v.Evaluator}, {"draw block", fmt.Sprint(v.DrawBlock)}, {"deadline", v.Deadline}, {"data", v.DataURI}, {"root", v.Root},
		} {
			t.row(row[0], row[1])
		}
		for _, e := range v.Entries {
			t.row(fmt.Sprintf("entry %d", e.Entry), fmt.Sprintf("%s by %s, claims %d, counted %d in %d groups", e.Status, e.Solver, e.Claimed, e.Right, e.Seen))
		}
		return t.flush()
	}
	return cmd
}

type shownChallenge struct {
	Challenge uint64       `json:"challenge"`
	Phase     string       `json:"phase"`
	Outcome   string       `json:"outcome"`
	Owner     string       `json:"owner"`
	RewardWei string       `json:"reward_wei"`      // in the smallest unit of ether or the token
	Reward    string       `json:"reward"`          // for people
	Token     string       `json:"token,omitempty"` // that the reward is in; empty: ether
	Evaluator string       `json:"evaluator"`
	Need      int          `json:"need"`
	Points    int          `json:"points"`
	Groups    int          `json:"groups"`
	GroupSize int          `json:"group_size"`
	Drawn     int          `json:"drawn"`
	Revealed  int          `json:"revealed"`
	DrawBlock uint64       `json:"draw_block"`
	Deadline  string       `json:"deadline"`
	DataURI   string       `json:"data_uri"`
	Root      string       `json:"root"`
	Winner    *uint64      `json:"winner,omitempty"`
	Entries   []shownEntry `json:"entries"`
}

type shownEntry struct {
	Entry   uint64 `json:"entry"`
	Solver  string `json:"solver"`
	Status  string `json:"status"`
	Claimed int    `json:"claimed"`
	Right   int    `json:"right"`
	Seen    int    `json:"seen_groups"`
}

func show(cmd *cobra.Command, chain *market.Chain, ch *market.Challenge) (shownChallenge, error) {
	v := shownChallenge{
		Challenge: ch.ID, Phase: market.Phase(ch.Phase).String(), Outcome: market.Outcome(ch.Outcome).String(), Owner: ch.Owner.Hex(),
		RewardWei: ch.Reward.String(), Need: ch.Need(), Points: ch.Points(), Groups: int(ch.Terms.Groups), GroupSize: int(ch.Terms.GroupSize),
		Drawn: int(ch.Terms.Drawn), Revealed: int(ch.Revealed), DrawBlock: ch.DrawBlock, DataURI: ch.Terms.DataURI, Root: fmt.Sprintf("0x%x", ch.DatasetHash),
		Deadline: ch.DeadlineTime().UTC().Format(time.RFC3339),
	}
	if v.Evaluator = string(ch.Target); v.Evaluator == "" {
		v.Evaluator = ch.Terms.Evaluator.Hex() + " (foreign code)"
	}
	decimals, err := chain.Decimals(cmd.Context(), ch.Terms.Token)
	if err != nil {
		return v, err
	}
	v.Reward = amountText(v.RewardWei, decimals) + " " + unitName(ch.Terms.Token)
	if ch.Terms.Token != market.Ether {
		v.Token = ch.Terms.Token.Hex()
	}
	if market.Phase(ch.Phase) == market.PhaseCreated {
		v.Deadline = fmt.Sprintf("block %d", ch.MarketChallenge.Deadline)
	}
	if ch.Winner > 0 {
		w := uint64(ch.Winner - 1)
		v.Winner = &w
	}
	for i := range uint64(ch.Commits) {
		e, err := chain.Entry(cmd.Context(), ch.ID, i)
		if err != nil {
			return v, err
		}
		status := [...]string{"none", "committed", "claimed", "revealed", "counted", "failed", "settled", "loading"}[min(int(e.Status), 7)]
		v.Entries = append(v.Entries, shownEntry{i, e.Solver.Hex(), status, int(e.Claimed), int(e.Right), int(e.Seen)})
	}
	return v, nil
}

// sponsorsRisk is said in the help, and again whenever somebody funds.
const sponsorsRisk = "What you risk: the organiser knows the hold-out data and can enter a model fitted to it.\n" +
	"No contract can prevent that. Fund only organisers whom you trust not to.\n" +
	"Your share is locked until the challenge has ended, and gone if somebody wins."

// unitName is what an amount is of.
func unitName(token interface{ Hex() string }) string {
	if !market.IsAddress(token.Hex()) {
		return "ether"
	}
	return "of token " + token.Hex()
}

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
			decimals, err := s.Chain.Decimals(cmd.Context(), ch.Terms.Token)
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
		id, err := parseID(args[0])
		if err != nil {
			return err
		}
		chain, err := f.reader()
		if err != nil {
			return err
		}
		defer chain.Close()
		ch, err := chain.Challenge(cmd.Context(), id)
		if err != nil {
			return err
		}
		path, err := bundlePath(*output, ch)
		if err != nil {
			return err
		}
		groups, size, err := publish(*file, path, ch)
		if err != nil {
			return err
		}
		if *f.json {
			return printJSON(map[string]any{"challenge": id, "file": path, "bytes": size, "groups": groups})
		}
		fmt.Printf("%s: %d training groups, %d bytes; it must be readable at %s\n", path, groups, size, ch.Terms.DataURI)
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
	train := dataset.Training(ch.Seed, int(ch.Terms.Groups), int(ch.Terms.Drawn))
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
				if err := s.WaitFor(cmd.Context(), ch.ID, market.PhaseTestReveal); err != nil {
					return err
				}
			}
			if err := s.Reveal(cmd.Context(), s.key("reveal", ch.ID), ch.ID, com, payloads); err != nil {
				return err
			}
			return s.result(map[string]any{"challenge": ch.ID, "groups": ch.Terms.Drawn}, "challenge %d: %d hold-out groups are revealed", ch.ID, ch.Terms.Drawn)
		})
	}
	return cmd
}

func withdrawCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "withdraw [ID]", Short: "Take what is yours out of the contract; with ID your share of a reward that nobody won too", Args: args(cobra.MaximumNArgs(1))}
	f := addChainFlags(cmd)
	token := cmd.Flags().String("token", "", "address of an ERC-20 to take out (default: ether, and with ID the challenge's token)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		s, err := f.open(ctx, true)
		if err != nil {
			return err
		}
		defer s.close()
		if len(args) == 1 {
			id, err := parseID(args[0])
			if err != nil {
				return err
			}
			if err := s.RefundIfDue(ctx, s.key("refund", id), id); err != nil {
				return err
			}
			ch, err := s.Chain.Challenge(ctx, id)
			if err != nil {
				return err
			}
			if ch.Terms.Token != market.Ether && *token == "" {
				*token = ch.Terms.Token.Hex()
			}
		}
		return s.takeOut(ctx, *token)
	}
	return cmd
}

// takeOut withdraws ether, and a token if one is named.
func (s *session) takeOut(ctx context.Context, token string) error {
	if token != "" && !market.IsAddress(token) {
		return usageError{fmt.Errorf("--token: %q is no address", token)}
	}
	address := market.AddressOf(token) // of none: ether's
	amounts, err := s.WithdrawAll(ctx, s.key("withdraw", time.Now().UnixNano()), market.Ether, address)
	if err != nil {
		return err
	}
	decimals, err := s.Chain.Decimals(ctx, address)
	if err != nil {
		return err
	}
	out := map[string]any{"withdrawn_wei": amounts[0].String()}
	text := fmt.Sprintf("withdrew %s ether", etherText(amounts[0].String()))
	if address != market.Ether {
		out["withdrawn_tokens"] = amounts[1].String()
		text += fmt.Sprintf("\nwithdrew %s %s", amountText(amounts[1].String(), decimals), unitName(address))
	}
	if amounts[0].Sign() == 0 && amounts[1].Sign() == 0 {
		return errors.New("there is nothing to withdraw")
	}
	return s.result(out, "%s", text)
}

func modelCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "model ID -o FILE", Short: "Download the winner's model, verified against its commitment", Args: args(cobra.ExactArgs(1))}
	f := addChainFlags(cmd)
	output := cmd.Flags().StringP("output", "o", "", "file")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *output == "" {
			return usageError{errors.New("--output: is missing")}
		}
		id, err := parseID(args[0])
		if err != nil {
			return err
		}
		chain, err := f.reader()
		if err != nil {
			return err
		}
		defer chain.Close()
		ch, err := chain.Challenge(cmd.Context(), id)
		if err != nil {
			return err
		}
		if ch.Winner == 0 {
			return fmt.Errorf("challenge %d has no winner (%s)", id, market.Phase(ch.Phase))
		}
		raw, err := chain.Model(cmd.Context(), ch, uint64(ch.Winner-1))
		if err != nil {
			return err
		}
		n, err := model.Parse(raw)
		if err != nil {
			return err
		}
		if err := os.WriteFile(*output, raw, 0o644); err != nil {
			return err
		}
		if *f.json {
			return printJSON(map[string]any{"challenge": id, "file": *output, "bytes": len(raw), "macs": n.MACs()})
		}
		fmt.Printf("%s: %d bytes, %d layers, %d multiply-accumulates for an example\n", *output, len(raw), len(n.Layers), n.MACs())
		return nil
	}
	return cmd
}

// predicted is what predict prints.
type predicted struct {
	Examples int     `json:"examples"`
	Right    int     `json:"right"`
	Accuracy float64 `json:"accuracy"`
	Classes  []int   `json:"classes,omitempty"`
}

func predictCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "predict", Short: "Use a model: on a data set, or on a challenge's revealed hold-out", Args: args(cobra.NoArgs)}
	f, d := addChainFlags(cmd), addDataFlags(cmd)
	file := cmd.Flags().String("model", "", "model file")
	holdout := cmd.Flags().String("holdout", "", "number of a challenge: use its revealed hold-out")
	each := cmd.Flags().Bool("each", false, "print the class of every example")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if *file == "" {
			return usageError{errors.New("--model: is missing")}
		}
		n, err := readModel(*file)
		if err != nil {
			return &app.Fault{Err: fmt.Errorf("--model: %w", err), Hint: "challenge model ID -o FILE downloads one"}
		}
		p, err := predict(cmd, n, f, d, *holdout)
		if err != nil {
			return err
		}
		if !*each {
			p.Classes = nil
		}
		if *f.json {
			return printJSON(p)
		}
		for _, c := range p.Classes {
			fmt.Println(c)
		}
		fmt.Printf("%d of %d right, %.2f %%\n", p.Right, p.Examples, 100*p.Accuracy)
		return nil
	}
	return cmd
}

// readModel reads no more of a file than a model may have.
func readModel(path string) (*model.Network, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, model.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > model.MaxBytes {
		return nil, fmt.Errorf("%s: %w: over %d bytes", path, model.ErrTooLarge, model.MaxBytes)
	}
	n, err := model.Parse(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return n, nil
}

func predict(cmd *cobra.Command, n *model.Network, f chainFlags, d dataFlags, holdout string) (predicted, error) {
	var pixels, labels []byte
	if holdout != "" {
		id, err := parseID(holdout)
		if err != nil {
			return predicted{}, err
		}
		chain, err := f.reader()
		if err != nil {
			return predicted{}, err
		}
		defer chain.Close()
		ch, err := chain.Challenge(cmd.Context(), id)
		if err != nil {
			return predicted{}, err
		}
		if pixels, labels, err = chain.Holdout(cmd.Context(), ch); err != nil {
			return predicted{}, err
		}
	} else {
		src, err := d.source()
		if err != nil {
			return predicted{}, err
		}
		set, err := openData(src)
		if err != nil {
			return predicted{}, err
		}
		pixels, labels = set.Pixels, set.Labels
	}
	features := n.Input.Size()
	if len(pixels) != len(labels)*features {
		return predicted{}, fmt.Errorf("the model takes %d features, the data have %d", features, len(pixels)/max(1, len(labels)))
	}
	oracle, p := model.NewEvaluator(n), predicted{Examples: len(labels)}
	for i, label := range labels {
		class := oracle.Classify(pixels[i*features : (i+1)*features])
		p.Classes = append(p.Classes, class)
		if class == int(label) {
			p.Right++
		}
	}
	p.Accuracy = float64(p.Right) / float64(max(1, p.Examples))
	return p, nil
}
