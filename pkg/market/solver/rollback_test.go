package solver

import (
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
)

func TestRollback(t *testing.T) {
	entry := func(status uint8) market.Entry { return market.Entry{Status: status} }
	tests := []struct {
		name               string
		a                  Attempt
		e                  market.Entry
		present, withdrawn bool
		want               AttemptState
		changed            bool
	}{
		{"nothing happened", Attempt{State: Committed, HasEntry: true}, entry(market.EntryCommitted), true, false, Committed, false},
		{"the commit is gone", Attempt{State: Committed, HasEntry: true, Entry: 3}, market.Entry{}, false, false, Ready, true},
		{"commit and claim are gone", Attempt{State: Claimed, HasEntry: true}, market.Entry{}, false, false, Ready, true},
		{"the claim is gone", Attempt{State: Claimed, HasEntry: true}, entry(market.EntryCommitted), true, false, Committed, true},
		{"the reveal is gone", Attempt{State: Revealed, HasEntry: true}, entry(market.EntryClaimed), true, false, Claimed, true},
		{"reveal and claim are gone", Attempt{State: Revealed, HasEntry: true}, entry(market.EntryCommitted), true, false, Committed, true},
		{"evaluation goes on", Attempt{State: Revealed, HasEntry: true}, entry(market.EntryRevealed), true, false, Revealed, false},
		{"the settlement is gone", Attempt{State: Evaluated, HasEntry: true, Settled: true}, entry(market.EntryCounted), true, false, Revealed, true},
		{"the withdrawal is gone", Attempt{State: Paid, HasEntry: true, Settled: true, Withdrawn: true}, entry(market.EntrySettled), true, false, Evaluated, true},
		{"paid for good", Attempt{State: Paid, HasEntry: true, Settled: true, Withdrawn: true}, entry(market.EntrySettled), true, true, Paid, false},
		{"a beaten attempt's bonds", Attempt{State: Beaten, HasEntry: true}, entry(market.EntryCommitted), true, false, Beaten, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, changed := Rollback(tt.a, tt.e, tt.present, tt.withdrawn)
			if got.State != tt.want || changed != tt.changed {
				t.Errorf("%s, %v; want %s, %v", got.State, changed, tt.want, tt.changed)
			}
			if !tt.present && (got.HasEntry || got.Entry != 0) {
				t.Error("the entry that is gone is still held")
			}
		})
	}
}

func TestRedrawn(t *testing.T) {
	one, two := [32]byte{1}, [32]byte{2}
	trained := Attempt{Key: "c/1", State: Ready, Seed: one[:], Bundle: "b", Artifact: "m", GasWei: "5", Need: 3, Points: 4}
	if _, changed := Redrawn(trained, one); changed {
		t.Error("the same draw starts the attempt over")
	}
	if _, changed := Redrawn(trained, [32]byte{}); changed {
		t.Error("a challenge that is not drawn starts the attempt over")
	}
	got, changed := Redrawn(trained, two)
	if !changed || got.State != Seen || got.Bundle != "" || got.Artifact != "" || got.HasEntry || got.GasWei != "5" || got.Need != 3 {
		t.Errorf("after another draw: %+v", got)
	}
}
