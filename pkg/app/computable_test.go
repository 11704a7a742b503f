package app

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/solver"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/workers"
	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// What cannot be checked within the window is not entered; what is usual, with the windows of trials, is.
func TestHoldoutsThatNobodyCanCheck(t *testing.T) {
	c := config.Chain{Name: "dev", MaxBondEther: 1}
	cifar := func(points int, turn time.Duration) *market.Challenge {
		ch := &market.Challenge{Chain: "dev", Target: evaluator.BlobDispute, AssertBond: new(big.Int)}
		ch.Reward, ch.AccuracyThreshold = new(big.Int), new(big.Int)
		ch.Terms = market.Terms{CommitBond: new(big.Int), ClaimBond: new(big.Int), Groups: 65535, HoldoutGroups: uint16(points / 25), GroupSize: 25, Features: 3072, Classes: 10, ClaimWindow: uint32(max(turn, 72*time.Second) / time.Second), TurnWindow: uint32(turn / time.Second)}
		return ch
	}
	suggest := func(ch *market.Challenge, residual bool) (trainer.Suggestion, error) {
		cfg := config.Training{}
		if residual {
			cfg.Backend, cfg.Command = "cuda", []string{"trainer"}
		}
		at := task(solver.Status{Challenge: ch, Attempt: solver.Attempt{Bundle: "b", Shape: dataset.Shape{Channels: 3, Height: 32, Width: 32}}})
		return workers.Suggest(at, cfg)
	}
	for name, tt := range map[string]struct {
		points   int
		turn     time.Duration
		residual bool
		layers   bool // fewer than of the residual network fit
	}{
		"a trial":              {1225, 30 * time.Second, false, true},
		"an hour":              {2000, time.Hour, true, false},
		"a day":                {20_000, 24 * time.Hour, true, false},
		"residual, but short":  {2000, time.Minute, true, true},
		"as many as there are": {800_000, 5 * time.Minute, true, true},
	} {
		ch := cifar(tt.points, tt.turn)
		s, err := suggest(ch, tt.residual)
		if why := acceptable(c, ch, feed.New(time.Now)); why != "" || err != nil {
			t.Errorf("%s: %v, %v", name, why, err)
			continue
		}
		work := s.Model.(*graph.Network).Work()
		if takes := market.Computing(ch.Points(), work); takes > tt.turn || (work < 30e6) != tt.layers {
			t.Errorf("%s: a network of %d operations is chosen, which takes %s", name, work, takes)
		}
	}
	if why := acceptable(c, cifar(800_000, 20*time.Second), feed.New(time.Now)); !strings.Contains(why, "800000 examples of 49832 operations each take 40s at 1000000000 a second, and who checks them has the turn window, 20s") {
		t.Errorf("%q", why)
	}
}
