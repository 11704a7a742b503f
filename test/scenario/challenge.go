package scenario

import (
	"context"
	"fmt"
	"math/big"
	"path/filepath"
	"strconv"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
)

// Terms of a challenge, as flags of `challenge create`.
type Terms struct {
	Data         []string // flags that name the data set
	Evaluator    string   // default dense
	Groups       int      // 0: all
	Drawn        int
	Need         string
	Reward       string
	CommitWindow time.Duration
	RevealWindow time.Duration
	ClaimWindow  time.Duration
	TurnWindow   time.Duration
}

// Costs sums what an organiser's commands cost.
type Costs struct {
	Gas          *big.Int // wei
	Transactions int
}

func (c *Costs) add(out map[string]any) {
	if c.Gas == nil {
		c.Gas = new(big.Int)
	}
	if text, ok := out["gas_wei"].(string); ok {
		v, _ := new(big.Int).SetString(text, 10)
		c.Gas.Add(c.Gas, v)
	}
	if n, ok := out["transactions"].(float64); ok {
		c.Transactions += int(n)
	}
}

// Create opens a challenge, draws it and publishes its training data.
func (w *World) Create(ctx context.Context, t Terms, costs *Costs) (id int, err error) {
	secret := filepath.Join(w.opt.Dir, "organiser", fmt.Sprintf("commitment-%d.json", time.Now().UnixNano()))
	bundle := filepath.Join(w.opt.Dir, "published", filepath.Base(secret)+".bundle")
	if err := mkdir(filepath.Dir(bundle)); err != nil {
		return 0, err
	}
	args := append([]string{"challenge", "create"}, t.Data...)
	args = append(args, "--need", t.Need, "--reward", t.Reward, "--holdout-groups", strconv.Itoa(t.Drawn), "--groups", strconv.Itoa(t.Groups),
		"--data-uri", "file://"+bundle, "--output", secret, "--draw-delay", "3",
		"--commit-window", t.CommitWindow.String(), "--reveal-window", t.RevealWindow.String(), "--claim-window", t.ClaimWindow.String(), "--turn-window", t.TurnWindow.String())
	if t.Evaluator != "" {
		args = append(args, "--evaluator", t.Evaluator)
	}
	out, err := w.CLI(ctx, args...)
	if err != nil {
		return 0, err
	}
	costs.add(out)
	id = int(out["challenge"].(float64))
	w.secrets = append(w.secrets, secret)
	for _, step := range [][]string{{"draw"}, {"publish", "--commitment", secret}} {
		out, err := w.CLI(ctx, append([]string{"challenge", step[0], strconv.Itoa(id)}, step[1:]...)...)
		if err != nil {
			return id, err
		}
		costs.add(out)
	}
	return id, nil
}

// Reveal waits for the commits' end and reveals the hold-out.
func (w *World) Reveal(ctx context.Context, id int, costs *Costs) error {
	out, err := w.CLI(ctx, "challenge", "reveal", strconv.Itoa(id), "--wait", "--commitment", w.secrets[id])
	if err == nil {
		costs.add(out)
	}
	return err
}

// Challenge finds a challenge in a status.
func Challenge(s httpapi.Status, id int) (httpapi.ChallengeStatus, bool) {
	for _, m := range s.Markets {
		for _, c := range m.Challenges {
			if c.Key == market.ChallengeKey("dev", uint64(id)) {
				return c, true
			}
		}
	}
	return httpapi.ChallengeStatus{}, false
}

// WaitState waits until our attempt has come to a state. A state from which it
// cannot come there any more is an error.
func (w *World) WaitState(ctx context.Context, id int, want ...solver.AttemptState) error {
	last := httpapi.ChallengeStatus{}
	err := w.Wait(ctx, fmt.Sprintf("challenge %d: waiting for %v", id, want), func(s httpapi.Status) bool {
		c, ok := Challenge(s, id)
		if !ok {
			return false
		}
		last = c
		for _, x := range append(want, solver.Passed, solver.Abandoned, solver.Beaten, solver.Expired, solver.Slashed) {
			if c.State == x {
				return true
			}
		}
		return false
	})
	for _, x := range want {
		if err == nil && last.State == x {
			return nil
		}
	}
	if err == nil {
		err = fmt.Errorf("challenge %d: attempt is %s (%s), not %v", id, last.State, last.Reason, want)
	}
	return fmt.Errorf("%w; last seen %s (%s)", err, last.State, last.Reason)
}

// Serve does every organiser's step unattended until the challenge is closed.
func (w *World) Serve(ctx context.Context, id int) error {
	_, err := w.CLI(ctx, "challenge", "serve", strconv.Itoa(id), "--commitment", w.secrets[id], "--poll", "1s")
	return err
}

// Verify replays the challenge from the chain; a step that was not right is an
// error.
func (w *World) Verify(ctx context.Context, id int) (string, error) {
	out, err := w.Command(ctx, "challenge", "verify", strconv.Itoa(id), "--rpc", w.Node.URL, "--beacon", w.Node.Beacon, "--chain-id", strconv.FormatUint(w.Node.ChainID, 10), "--market", w.Market)
	return string(out), err
}
