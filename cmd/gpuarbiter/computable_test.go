package main

import (
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
)

// A hold-out that nobody could check in time is refused, with the numbers; the defaults, and short trials, are not.
func TestHoldoutsThatNobodyCouldCheck(t *testing.T) {
	cifar := &dataset.Set{Shape: dataset.Shape{Channels: 3, Height: 32, Width: 32}, Classes: 10}
	for name, tt := range map[string]struct {
		points  int
		claim   time.Duration
		turn    time.Duration
		target  evaluator.Target
		refused bool
	}{
		"the default":               {1000, time.Hour, 24 * time.Hour, evaluator.Dispute, false},
		"a trial":                   {1225, 15 * time.Second, 30 * time.Second, evaluator.BlobDispute, false},
		"large, in a short window":  {50_000, time.Hour, 5 * time.Second, evaluator.BlobDispute, true},
		"claims in seconds":         {50_000, 5 * time.Second, 24 * time.Hour, evaluator.BlobDispute, true},
		"large, in a day":           {50_000, time.Hour, 24 * time.Hour, evaluator.BlobDispute, false},
		"evaluated by the contract": {50_000, time.Second, time.Second, evaluator.Dense, false},
	} {
		terms := market.Terms{Groups: 60_000, HoldoutGroups: uint16(tt.points / 25), GroupSize: 25, ClaimWindow: uint32(tt.claim / time.Second), TurnWindow: uint32(tt.turn / time.Second)}
		err := computable(cifar, terms, tt.target)
		if (err != nil) != tt.refused || err != nil && (!strings.Contains(err.Error(), "50000 examples of ") || !strings.Contains(err.Error(), " window, 5s")) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
