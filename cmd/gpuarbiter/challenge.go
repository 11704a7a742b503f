package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"math"
	"math/big"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
)

func challengeCommand() *cobra.Command {
	return group(&cobra.Command{Use: "challenge", Short: "An organiser's steps, from a data set to a paid winner"},
		createCommand(), showCommand(), fundCommand(), drawCommand(), publishCommand(), revealCommand(),
		stepCommand("evaluate", "Evaluate the model whose turn it is (anyone may)", func(ctx context.Context, s *session, ch *market.Challenge) (string, error) {
			entry, err := s.Evaluate(ctx, s.key("evaluate", ch.ID), ch.ID)
			return fmt.Sprintf("evaluated entry %d", entry), err
		}),
		stepCommand("finalize", "Carry out what a passed deadline or a finished evaluation entails", func(ctx context.Context, s *session, ch *market.Challenge) (string, error) {
			return "finalized", s.Finalize(ctx, s.key("finalize", ch.ID, ch.Phase, ch.Deadline, ch.Winner), ch.ID)
		}),
		stepCommand("cancel", "Call a challenge off, while the draw's proposer cannot be known", func(ctx context.Context, s *session, ch *market.Challenge) (string, error) {
			return "cancelled", s.Cancel(ctx, s.key("cancel", ch.ID), ch.ID)
		}),
		withdrawCommand(), modelCommand(), serveCommand(), watchCommand(), verifyCommand(),
	)
}

// stepCommand is a command that takes one challenge and sends something.
func stepCommand(use, short string, do func(context.Context, *session, *market.Challenge) (string, error)) *cobra.Command {
	cmd := &cobra.Command{Use: use + " ID", Short: short, Args: args(cobra.ExactArgs(1))}
	f := addChainFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return withChallenge(cmd.Context(), f, args[0], func(s *session, ch *market.Challenge) error {
			words, err := do(cmd.Context(), s, ch)
			if err != nil {
				return err
			}
			return s.result(map[string]any{"challenge": ch.ID, "done": words}, "challenge %d: %s", ch.ID, words)
		})
	}
	return cmd
}

func withChallenge(ctx context.Context, f chainFlags, arg string, do func(*session, *market.Challenge) error) error {
	id, err := parseID(arg)
	if err != nil {
		return err
	}
	s, err := f.open(ctx, true)
	if err != nil {
		return err
	}
	defer s.close()
	ch, err := s.Market.Challenge(ctx, id)
	if err != nil {
		return err
	}
	return do(s, ch)
}

// createFlags are a challenge's terms as an organiser writes them.
type createFlags struct {
	groups, drawn, groupSize, drawDelay                    *int
	need, reward, bond, commitBond, claimBond, uri, output *string
	evaluator, token, tokenPrice                           *string
	commit, reveal, claim, turn                            *time.Duration
	dry                                                    *bool
}

func createCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "create", Short: "Commit to a data set and open a challenge on it", Args: args(cobra.NoArgs)}
	f, d, c := addChainFlags(cmd), addDataFlags(cmd), addCreateFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return c.run(cmd.Context(), f, d) }
	return cmd
}

func addCreateFlags(cmd *cobra.Command) createFlags {
	fs := cmd.Flags()
	return createFlags{
		groups:     fs.Int("groups", 0, "groups of data (default: all that the data set fills)"),
		evaluator:  fs.String("evaluator", string(evaluator.Dense), "what evaluates models: dense, dense4 (4-bit, cheaper), dispute (any graph of operations, at a cost that does not grow with it) or dispute-blobs (the same, hold-out and models in blobs)"),
		groupSize:  fs.Int("group-size", 0, "examples in a group (default: 24; dense4 32, dispute 1, dispute-blobs as many as one to six blobs hold)"),
		drawn:      fs.Int("holdout-groups", 0, "groups that become the hold-out (default: about 1,000 examples)"),
		need:       fs.String("need", "", "right answers needed: 83% or a number"),
		reward:     fs.String("reward", "", "ether, or tokens"),
		token:      fs.String("token", "", "address of an ERC-20 that the reward is in (default: ether); the market is approved for just that much"),
		tokenPrice: fs.String("token-price", "", "what one token is worth, in ether: solvers' bonds grow with it"),
		bond:       fs.String("bond", "0.01", "your bond, in ether: lost if you do not draw or reveal"),
		commitBond: fs.String("commit-bond", "0.001", "a solver's bond for a commit, in ether: doubled until it is a fiftieth of the reward"),
		claimBond:  fs.String("claim-bond", "0.01", "a solver's bond for a claim, in ether, or a hundredth of the reward if that is more"),
		drawDelay:  fs.Int("draw-delay", 100, "blocks until the one whose randomness draws; what it is longer than the market's shortest is the time to cancel"),
		commit:     fs.Duration("commit-window", 7*24*time.Hour, "time to train and commit"),
		reveal:     fs.Duration("reveal-window", 24*time.Hour, "time to reveal the hold-out"),
		claim:      fs.Duration("claim-window", 24*time.Hour, "time to claim"),
		turn:       fs.Duration("turn-window", 24*time.Hour, "time to reveal a model, and again to evaluate it"),
		uri:        fs.String("data-uri", "", "where you will publish the training groups: https://..."),
		dry:        fs.Bool("dry-run", false, "only say how the data set is understood: sign, store and send nothing"),
		output:     fs.StringP("output", "o", "commitment.json", "your secret file: without it the hold-out can never be revealed"),
	}
}

// run says what the data set was understood to be, writes the commitment, and
// opens the challenge.
func (c createFlags) run(ctx context.Context, f chainFlags, d dataFlags) error {
	src, err := d.source(false)
	if err != nil {
		return err
	}
	set, err := openData(src)
	if err != nil {
		return err
	}
	target, err := c.target(set)
	if err != nil {
		return err
	}
	if err := c.describe(set, *c.dry, *f.json); err != nil || *c.dry {
		return err
	}
	terms, err := c.terms(set)
	if err != nil {
		return err
	}
	if points := int(terms.HoldoutGroups) * int(terms.GroupSize); target.Disputed() && points > market.MostAsserted {
		return &app.Fault{Err: fmt.Errorf("a hold-out of %d examples: of more than %d nobody can assert anything in a transaction", points, market.MostAsserted), Hint: "draw fewer groups: --holdout-groups"}
	}
	if err := computable(set, terms, target); err != nil {
		return err
	}
	if open := market.OpenFor(terms); target.Blobs() && open > market.BlobsLast {
		return &app.Fault{Err: fmt.Errorf("--reveal-window, --claim-window and twice --turn-window are %s: blobs are kept for %s", open, market.BlobsLast),
			Hint: "choose shorter windows, or --evaluator dispute, whose data stand in calldata"}
	}
	commitment, err := c.commitment(set, src, terms, target)
	if err != nil {
		return err
	}
	s, err := f.open(ctx, true)
	if err != nil {
		return err
	}
	defer s.close()
	if err := s.serves(ctx); err != nil {
		return err
	}
	terms.DatasetHash = commitment.Root
	if terms.Evaluator, err = s.Market.EvaluatorFor(ctx, target); err != nil {
		return err
	}
	decimals, err := s.Market.Decimals(ctx, terms.Token)
	if err != nil {
		return &app.Fault{Err: fmt.Errorf("--token: %w", err), Hint: "name the token's contract on this chain"}
	}
	reward, err := parseAmount(*c.reward, decimals)
	if err != nil {
		return usageError{fmt.Errorf("--reward: %w", err)}
	}
	if terms.TokenPrice, err = c.price(terms.Token, decimals); err != nil {
		return err
	}
	id, err := s.Create(ctx, s.key("create", fmt.Sprintf("%x", commitment.Root)), terms, reward)
	if err != nil {
		return err
	}
	return s.result(map[string]any{"challenge": id, "need": terms.AccuracyThreshold, "points": int(terms.HoldoutGroups) * int(terms.GroupSize), "commitment": *c.output},
		"challenge %d: %v of %d right answers for %s %s; your secret is in %s", id, terms.AccuracyThreshold, int(terms.HoldoutGroups)*int(terms.GroupSize), *c.reward, unitName(terms.Token), *c.output)
}

// price is what 2^64 of a token's smallest units are worth, in wei, by the
// organiser's word; sponsors and solvers read it in the terms.
func (c createFlags) price(token chain.Address, decimals int) (*big.Int, error) {
	if token == market.Ether {
		return new(big.Int), nil
	}
	wei, err := parseEther(*c.tokenPrice)
	if err != nil || wei.Sign() == 0 {
		return nil, usageError{errors.New("--token-price: say what one token is worth, in ether: a lie must cost a share of what it holds up")}
	}
	return wei.Div(wei.Lsh(wei, 64), power10(decimals)), nil
}

// target is the evaluator, and the default of the group size that it takes.
func (c createFlags) target(set *dataset.Set) (evaluator.Target, error) {
	t := evaluator.Target(*c.evaluator)
	if !t.Known() {
		return t, usageError{fmt.Errorf("--evaluator: %q is not one of %v", t, evaluator.All())}
	}
	if *c.groupSize == 0 {
		*c.groupSize = t.GroupSize(set.Shape.Features(), set.Len())
	}
	return t, nil
}

func (c createFlags) terms(set *dataset.Set) (t market.Terms, err error) {
	amount := func(flag, value string) *big.Int {
		v, e := parseEther(value)
		if e != nil {
			err = errors.Join(err, usageError{fmt.Errorf("--%s: %w", flag, e)})
		}
		return v
	}
	if *c.groupSize < 1 || *c.groupSize > 65535 {
		return t, usageError{fmt.Errorf("--group-size: %d is out of range", *c.groupSize)}
	}
	if err := checkFits(set); err != nil {
		return t, err
	}
	groups, drawn := c.split(set)
	if groups < leastGroups || groups > 65535 || drawn < 1 || drawn > groups/2 || groups > set.Len() / *c.groupSize {
		return t, &app.Fault{Err: fmt.Errorf("%d groups of %d examples with %d drawn cannot be used; the data set has %d examples", groups, *c.groupSize, drawn, set.Len()),
			Hint: "at least 30 groups, at most half of them drawn, and no more than the data fill; use more data or smaller groups"}
	}
	need, e := parseNeed(*c.need, drawn**c.groupSize)
	if e != nil {
		err = errors.Join(err, usageError{fmt.Errorf("--need: %w", e)})
	}
	if *c.uri == "" {
		err = errors.Join(err, usageError{errors.New("--data-uri: is missing")})
	} else if _, e := url.Parse(*c.uri); e != nil {
		err = errors.Join(err, usageError{fmt.Errorf("--data-uri: %w", e)})
	}
	amount("reward", *c.reward) // a token's decimals are checked later
	if *c.token != "" && !chain.IsAddress(*c.token) {
		err = errors.Join(err, usageError{fmt.Errorf("--token: %q is no address", *c.token)})
	}
	t = market.Terms{
		Groups: uint16(groups), HoldoutGroups: uint16(drawn), TokenPrice: new(big.Int), GroupSize: uint16(*c.groupSize), Features: uint16(set.Shape.Features()), Classes: uint16(set.Classes),
		DrawDelay: uint16(*c.drawDelay), AccuracyThreshold: big.NewInt(int64(need)), OrganiserBond: amount("bond", *c.bond),
		CommitBond: amount("commit-bond", *c.commitBond), ClaimBond: amount("claim-bond", *c.claimBond),
		CommitWindow: seconds(*c.commit), RevealWindow: seconds(*c.reveal), ClaimWindow: seconds(*c.claim), TurnWindow: seconds(*c.turn),
		DataURI: *c.uri, Token: chain.AddressOf(*c.token),
	}
	return t, err
}

func seconds(d time.Duration) uint32 { return uint32(d.Round(time.Second) / time.Second) }

// parseNeed reads 83% or 830.
func parseNeed(s string, points int) (int, error) {
	if s == "" {
		return 0, errors.New("is missing")
	}
	if p, ok := strings.CutSuffix(s, "%"); ok {
		v, err := strconv.ParseFloat(p, 64)
		if err != nil || v <= 0 || v > 100 {
			return 0, fmt.Errorf("%q is no percentage", s)
		}
		return int(math.Ceil(v / 100 * float64(points))), nil
	}
	v, err := strconv.Atoi(s)
	if err != nil || v < 1 || v > points {
		return 0, fmt.Errorf("%q is neither a percentage nor a number from 1 to %d", s, points)
	}
	return v, nil
}

// commitment makes the organiser's secret and writes it before anything is
// sent: without it the reward could never be won and the bond would be lost.
// An earlier one for the same data is used again.
func (c createFlags) commitment(set *dataset.Set, src dataset.Source, t market.Terms, target evaluator.Target) (*dataset.Commitment, error) {
	if old, err := dataset.LoadCommitment(*c.output); err == nil {
		if form := target.Form(); old.Layout.Form != form {
			return nil, &app.Fault{Err: fmt.Errorf("%s commits to groups for another evaluator (%s, this one takes %s)", *c.output, old.Layout.Form, form), Hint: "name another file with --output"}
		}
		if err := old.Verify(set); err != nil {
			return nil, &app.Fault{Err: fmt.Errorf("%s: %w", *c.output, err), Hint: "it belongs to other data: name another file with --output"}
		}
		return old, nil
	} else if !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	var seed [32]byte
	rand.Read(seed[:])
	layout := dataset.Layout{GroupSize: int(t.GroupSize), Features: int(t.Features), Classes: int(t.Classes), Form: target.Form()}
	com, _, err := dataset.Commit(set, layout, int(t.Groups), seed)
	if err != nil {
		return nil, err
	}
	com.Source = src
	return com, com.Save(*c.output)
}

// loadCommitted opens a commitment with the data that it commits to.
func loadCommitted(path string) (*dataset.Commitment, [][]byte, error) {
	com, err := dataset.LoadCommitment(path)
	if err != nil {
		return nil, nil, &app.Fault{Err: fmt.Errorf("--commitment: %w", err), Hint: "name the file that challenge create wrote"}
	}
	set, err := com.Open()
	if err != nil {
		return nil, nil, &app.Fault{Err: err, Hint: "the data set has changed since challenge create: restore the files"}
	}
	payloads, err := com.Payloads(set)
	return com, payloads, err
}
