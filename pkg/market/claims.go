package market

import (
	"context"
	"fmt"
	"math"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

// MostAsserted is how many examples a hold-out may have whose verdict is asserted: a bit for each has to fit
// a transaction, with what else disputes it.
const MostAsserted = 8 * 100_000

// ComputedPerSecond is how many operations (graph.Network.Work) whoever checks a claim is taken to compute in a second; the contract
// reckons alike (PER_NANOSECOND), and lets no network be revealed that takes longer than the turn's window. Two
// cores of 2026, without vector instructions, do nearly twice as many of the slowest kind of layer that was tried, and ten times as many of
// ResNet-20 (docs/BENCHMARKS.md). What is left of that is for polls, confirmations, reading, and slower machines.
const ComputedPerSecond = 1e9

// Computing is how long the whole of a hold-out takes whoever checks a network of so much work.
func Computing(points, work int) time.Duration {
	seconds := float64(points) * float64(work) / ComputedPerSecond
	return time.Duration(min(seconds, math.MaxInt32) * float64(time.Second)) // beyond are no windows
}

// Uncomputable says, with the numbers, that a network of so much work cannot be computed on a whole hold-out within the
// claim's window, in which its solver counts, or the turn's, the time for opening games; "" if it can.
func Uncomputable(points, work int, t Terms) string {
	for _, window := range []struct {
		who     string
		seconds uint32
	}{{"who counts them has the claim window", t.ClaimWindow}, {"who checks them has the turn window", t.TurnWindow}} {
		if within := time.Duration(window.seconds) * time.Second; uint64(points)*uint64(work) > uint64(window.seconds)*ComputedPerSecond { // exactly what the contract allows
			takes := Computing(points, work)
			return fmt.Sprintf("%d examples of %d operations each take %s at %d a second, and %s, %s",
				points, work, takes.Round(time.Second), int(ComputedPerSecond), window.who, within)
		}
	}
	return ""
}

// Turn is the turn's window, as long as which games can be opened about an assertion.
func (c *Challenge) Turn() time.Duration { return time.Duration(c.Terms.TurnWindow) * time.Second }

// Assertion is what an entry has asserted its model to be right about, where the verdict
// is reached by dispute, as it stands on chain.
type Assertion struct{ contract.DisputeClaim }

var disputes = contract.NewDispute()

// ClaimKey is the contract's name of what an entry asserts: its claimOf.
func (m *Market) ClaimKey(id, entry uint64) [32]byte {
	word := func(n uint64) []byte { return common.BigToHash(new(big.Int).SetUint64(n)).Bytes() }
	return crypto.Keccak256Hash(common.BytesToHash(m.Address.Bytes()).Bytes(), word(id), word(entry))
}

// Assertion reads what an entry has asserted; it has no Solver if it has not.
func (m *Market) Assertion(ctx context.Context, ch *Challenge, entry uint64) (Assertion, error) {
	out, err := m.Read(ctx, ch.Terms.Evaluator, disputes.PackGetClaim(m.ClaimKey(ch.ID, entry)))
	if err != nil {
		return Assertion{}, fmt.Errorf("chain %s: %w", m.Name, err)
	}
	c, err := disputes.UnpackGetClaim(out)
	if err != nil {
		return Assertion{}, fmt.Errorf("chain %s: dispute contract %s answers nonsense: %w", m.Name, ch.Terms.Evaluator, err)
	}
	return Assertion{c}, nil
}

// Stands reports whether something is asserted.
func (a *Assertion) Stands() bool { return a.Solver != common.Address{} }

// Pending reports whether it can be disputed, or is, at a time by the chain's clock: games that nobody has ended a clock
// after the last one of theirs has run out hold up nothing.
func (a *Assertion) Pending(now time.Time) bool {
	if !a.Stands() || a.Lost {
		return false
	}
	until := a.Until.Int64()
	if a.Games.Sign() > 0 {
		until += 3 * int64(a.Clock)
	}
	return now.Unix() <= until
}

// Words say where it stands.
func (a *Assertion) Words(now time.Time) string {
	switch {
	case !a.Stands():
		return ""
	case a.Lost:
		return "what was asserted was disputed and lost"
	case a.Games.Sign() > 0 && a.Pending(now):
		return fmt.Sprintf("%v right asserted, %v disputes under way", a.Right, a.Games)
	case a.Games.Sign() > 0:
		return fmt.Sprintf("%v right, %v disputes that nobody went on with", a.Right, a.Games)
	case a.Pending(now):
		return fmt.Sprintf("%v right asserted, open to disputes until %s", a.Right, time.Unix(a.Until.Int64(), 0).UTC().Format(time.RFC3339))
	}
	return fmt.Sprintf("%v right, undisputed or defended", a.Right)
}

// DisputeLogs are the contract's events of claims or of games, the oldest first.
func (m *Market) DisputeLogs(ctx context.Context, ch *Challenge, event string, of ...[32]byte) ([]types.Log, error) {
	var names []common.Hash
	for _, name := range of {
		names = append(names, name)
	}
	return m.logs(ctx, ch, event, ethereum.FilterQuery{Addresses: []common.Address{ch.Terms.Evaluator}, Topics: [][]common.Hash{{disputes.GetABI().Events[event].ID}, names}})
}

// asserted are the logs of an entry's assertion; none where nothing is.
func (m *Market) asserted(ctx context.Context, ch *Challenge, entry uint64) ([]types.Log, error) {
	if !ch.Target.Disputed() {
		return nil, nil
	}
	return m.DisputeLogs(ctx, ch, "Asserted", m.ClaimKey(ch.ID, entry))
}
