package dispute_test

import (
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	claims "github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
)

// pending asks for the verdict as the market does, and of our own reckoning whether it waits for it.
func (a *arena) pending() bool {
	a.t.Helper()
	out, err := a.call(market, nil, "verdict", evaluatorABI.PackVerdict(big.NewInt(3), big.NewInt(4)))
	if err != nil {
		a.t.Fatal(err)
	}
	v, err := evaluatorABI.UnpackVerdict(out)
	if err != nil {
		a.t.Fatal(err)
	}
	ours := claims.Assertion{DisputeClaim: a.claimNow()}
	if waits := v.Stage == 1; waits != ours.Pending(time.Unix(int64(a.cfg.Time), 0)) {
		a.t.Errorf("the contract's verdict is at stage %d, ours: %s", v.Stage, ours.Words(time.Unix(int64(a.cfg.Time), 0)))
	}
	if lost := ours.Lost; v.Stage == 2 && (v.Right.Sign() == 0) != lost {
		a.t.Errorf("a verdict of %v right, the claim lost: %t", v.Right, lost)
	}
	return v.Stage == 1
}

// A verdict waits for the window, and for games as long as they can be played and ended in time: a game that nobody goes on
// with, as a claimant plays it against themselves, does not hold it up for ever. Who has been played against has as long to
// say so as for all moves.
func TestAVerdictWaitsForGamesButNotForEver(t *testing.T) {
	for _, c := range []struct {
		name        string
		games       int
		end         uint64 // seconds behind the assertion when a game is ended by the claimant's clock; 0: never
		waits, ends uint64
	}{
		{"no game", 0, 0, window, window + 1},
		{"games that nobody goes on with", 3, 0, 4 * window, 4*window + 1},
		{"one that the claimant left", 1, 2*window + 5, 2*window + 5, 2*window + 5},
		{"one ended at the last moment", 2, 4 * window, 4 * window, 4 * window},
	} {
		a := newArena(t, rand.New(rand.NewPCG(37, 38)), graphtest.Residual(rand.New(rand.NewPCG(39, 40))))
		right := make([]bool, drawn)
		right[0], right[5] = true, true
		if err := a.assert(right); err != nil {
			t.Fatal(err)
		}
		asserted := a.cfg.Time
		a.cfg.Time = asserted + window // the last moment for games
		var last [32]byte
		for i := range c.games {
			var err error
			if last, err = a.dispute(5*(i%2), int64(i)); err != nil {
				t.Fatal(err)
			}
		}
		a.cfg.Time = asserted + c.waits
		if !a.pending() {
			t.Errorf("%s: final %d seconds behind the assertion", c.name, c.waits)
		}
		if c.end > 0 {
			if _, err := a.call(challenger, nil, "timeout", abi.PackTimeout(last)); err != nil {
				t.Fatal(err)
			}
		}
		a.cfg.Time = asserted + c.ends
		if a.pending() || a.lost() != (c.end > 0) {
			t.Errorf("%s: pending %t, lost %t after %d seconds", c.name, a.pending(), a.lost(), c.ends)
		}
	}
}
