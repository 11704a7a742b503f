//go:build e2e

package e2e

import (
	"context"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

// disputed are the terms of a challenge whose verdict is reached by dispute.
func disputed() scenario.Terms {
	return scenario.Terms{
		Data: []string{"--digits", "2400"}, Groups: 2400, Drawn: 480, Need: "70%", Reward: "1", Evaluator: string(evaluator.Dispute),
		CommitWindow: 60 * time.Second, RevealWindow: 2 * time.Minute, ClaimWindow: 15 * time.Second, TurnWindow: 15 * time.Second,
	}
}

// The main job where the verdict is an assertion that nobody disputes: what solver and
// organiser send for it does not grow with the network.
func TestDisputeNobodyLies(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 9*time.Minute)
	defer cancel()
	w := world(t, scenario.Options{Geth: true, Epochs: 12, Margin: 0.3, Threads: 2})
	daemon(t, w)
	r := mainJob(ctx, t, w, disputed())
	gas, sent := gasUsed(t, w, "/dispute/")
	t.Logf("%d of %d right; what the verdict took: %d gas in %d transactions", r.right, r.points, gas, sent)
}
