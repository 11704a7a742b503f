package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
)

func showCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "show ID", Short: "A challenge as it stands on chain", Args: args(cobra.ExactArgs(1))}
	f := addChainFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		chain, ch, err := f.read(cmd.Context(), args[0])
		if err != nil {
			return err
		}
		defer chain.Close()
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
			words := fmt.Sprintf("%s by %s, claims %d, counted %d in %d groups", e.Status, e.Solver, e.Claimed, e.Right, e.Seen)
			if e.Dispute != "" {
				words += "; " + e.Dispute
			}
			t.row(fmt.Sprintf("entry %d", e.Entry), words)
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
	Dispute string `json:"dispute,omitempty"` // where what it asserts stands
}

func show(cmd *cobra.Command, chain *market.Market, ch *market.Challenge) (shownChallenge, error) {
	v := shownChallenge{
		Challenge: ch.ID, Phase: market.Phase(ch.Phase).String(), Outcome: market.Outcome(ch.Outcome).String(), Owner: ch.Owner.Hex(),
		RewardWei: ch.Reward.String(), Need: ch.Need(), Points: ch.Points(), Groups: int(ch.Terms.Groups), GroupSize: int(ch.Terms.GroupSize),
		Drawn: int(ch.Terms.HoldoutGroups), Revealed: int(ch.Revealed), DrawBlock: ch.DrawBlock, DataURI: ch.Terms.DataURI, Root: fmt.Sprintf("0x%x", ch.DatasetHash),
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
		v.Deadline = fmt.Sprintf("block %d", ch.IMarketChallenge.Deadline)
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
		shown := shownEntry{Entry: i, Solver: e.Solver.Hex(), Status: status, Claimed: int(e.Claimed), Right: int(e.Right), Seen: int(e.Seen)}
		if ch.Target.Disputed() {
			asserted, err := chain.Assertion(cmd.Context(), ch, i)
			if err != nil {
				return v, err
			}
			shown.Dispute = asserted.Words(time.Now())
		}
		v.Entries = append(v.Entries, shown)
	}
	return v, nil
}

// sponsorsRisk is said in the help, and again whenever somebody funds.
const sponsorsRisk = "What you risk: the organiser knows the hold-out data and can enter a model fitted to it.\n" +
	"No contract can prevent that. Fund only organisers whom you trust not to.\n" +
	"Your share is locked until the challenge has ended, and gone if somebody wins."

// unitName is what an amount is of.
func unitName(token interface{ Hex() string }) string {
	if !chain.IsAddress(token.Hex()) {
		return "ether"
	}
	return "of token " + token.Hex()
}
