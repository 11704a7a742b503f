package market

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/sync/errgroup"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

// Phase is where a challenge stands; Outcome how it ended. Their numbers are
// the contract's.
type (
	Phase   uint8
	Outcome uint8
)

// The contract's phases.
const (
	PhaseNone Phase = iota
	PhaseCreated
	PhaseCommit
	PhaseReveal
	PhaseClaim
	PhaseEvaluate
	PhaseClosed
)

// The contract's outcomes.
const (
	OutcomeOpen Outcome = iota
	OutcomeWon
	OutcomeNoWinner
	OutcomeCancelled
	OutcomeDrawMissed
	OutcomeNotRevealed
)

func (p Phase) String() string {
	return name(int(p), "none", "created", "commit", "reveal", "claim", "evaluate", "closed")
}

func (o Outcome) String() string {
	return name(int(o), "open", "won", "no winner", "cancelled", "draw missed", "hold-out not revealed")
}

func name(i int, names ...string) string {
	if i < len(names) {
		return names[i]
	}
	return fmt.Sprint(i)
}

// Terms are what an organiser chooses; amounts in wei, windows in seconds.
type Terms = contract.IMarketTerms

// Challenge is a challenge as it stands on chain.
type Challenge struct {
	Chain string
	ID    uint64
	contract.IMarketChallenge
	Terms contract.IMarketTerms
	// Target is the evaluator, recognised by its code; "" is none that we know.
	Target evaluator.Target
	// AssertBond is what asserting a verdict takes besides, in wei; nil where none is asserted.
	AssertBond *big.Int
}

// Key names the challenge among all chains.
func (c *Challenge) Key() string { return ChallengeKey(c.Chain, c.ID) }

// ChallengeKey names a challenge among all chains.
func ChallengeKey(chain string, id uint64) string { return fmt.Sprintf("%s/%d", chain, id) }

// At returns the phase, with what deadlines that have passed entail but no
// transaction has recorded yet.
func (c *Challenge) At(now time.Time) Phase {
	p, late := Phase(c.Phase), uint64(now.Unix()) > c.Deadline
	switch {
	case p == PhaseCommit && late:
		return PhaseReveal
	case p == PhaseClaim && late:
		return PhaseEvaluate
	}
	return p
}

// DeadlineTime is the end of the phase; for the draw it is a block, not a time.
func (c *Challenge) DeadlineTime() time.Time { return time.Unix(int64(c.Deadline), 0) }

// Points is the number of hold-out vectors.
func (c *Challenge) Points() int { return int(c.Terms.HoldoutGroups) * int(c.Terms.GroupSize) }

// Need is the number of right answers needed.
func (c *Challenge) Need() int { return int(c.AccuracyThreshold.Int64()) }

// Of the reward so many parts are asked for at least as bonds: the contract's
// COMMIT_SHARE and CLAIM_SHARE.
const (
	commitShare = 50
	claimShare  = 100
)

// Worth is what the reward is worth, in wei: of a token, by the terms' word.
// The contract caps it where sums could no longer be counted.
func (c *Challenge) Worth() *big.Int {
	w := number(c.Reward)
	if c.Terms.Token != Ether {
		w.Rsh(w.Mul(w, number(c.Terms.TokenPrice)), 64)
	}
	if most := new(big.Int).Lsh(big.NewInt(1), 100); w.Cmp(most) > 0 {
		return most
	}
	return w
}

// CommitBond is what a commit asks for now, in wei: it grows with the reward.
// Half of it is lost if the hold-out is revealed and the entry does not claim.
func (c *Challenge) CommitBond() *big.Int {
	bond, least := number(c.Terms.CommitBond), c.Worth()
	least.Div(least, big.NewInt(commitShare))
	for bond.Sign() > 0 && bond.Cmp(least) < 0 {
		bond.Lsh(bond, 1)
	}
	return bond
}

// ClaimBond is what a claim asks for, in wei, with the reward as it is now.
func (c *Challenge) ClaimBond() *big.Int {
	bond, least := number(c.Terms.ClaimBond), c.Worth()
	if least.Div(least, big.NewInt(claimShare)); least.Cmp(bond) > 0 {
		return least
	}
	return bond
}

// number is a copy of n; of none, zero.
func number(n *big.Int) *big.Int {
	if n == nil {
		return new(big.Int)
	}
	return new(big.Int).Set(n)
}

// Data is what a bundle for the challenge is measured against.
func (c *Challenge) Data() dataset.Challenge {
	return dataset.Challenge{
		Root:          c.DatasetHash,
		Layout:        dataset.Layout{GroupSize: int(c.Terms.GroupSize), Features: int(c.Terms.Features), Classes: int(c.Terms.Classes), Form: c.Target.Form()},
		Groups:        int(c.Terms.Groups),
		HoldoutGroups: int(c.Terms.HoldoutGroups),
		Seed:          c.Seed,
	}
}

// Challenges reads challenges, several at a time, in the order of their ids.
func (m *Market) Challenges(ctx context.Context, ids []uint64) ([]*Challenge, error) {
	list := make([]*Challenge, len(ids))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(readersAtOnce)
	for i, id := range ids {
		group.Go(func() (err error) {
			list[i], err = m.Challenge(ctx, id)
			return err
		})
	}
	return list, group.Wait()
}

// Challenge reads a challenge.
func (m *Market) Challenge(ctx context.Context, id uint64) (*Challenge, error) {
	n := new(big.Int).SetUint64(id)
	state, err := call(ctx, m, m.ABI.PackGetChallenge(n), m.ABI.UnpackGetChallenge)
	if err != nil {
		return nil, err
	}
	if Phase(state.Phase) == PhaseNone {
		return nil, fmt.Errorf("chain %s: %w: %d", m.Name, chain.ErrNoChallenge, id)
	}
	terms, err := call(ctx, m, m.ABI.PackGetTerms(n), m.ABI.UnpackGetTerms)
	if err != nil {
		return nil, err
	}
	target, err := m.TargetAt(ctx, terms.Evaluator)
	if err != nil {
		return nil, err
	}
	c := &Challenge{Chain: m.Name, ID: id, IMarketChallenge: state, Terms: terms, Target: target}
	if target.Disputed() {
		c.AssertBond, err = m.assertBond(ctx, terms.Evaluator)
	}
	return c, err
}

// atOnce is how many challenges one call reads: their gas stays far below what nodes
// give a call.
const atOnce = 100

// Refresh reads what can change of challenges; the terms cannot.
func (m *Market) Refresh(ctx context.Context, list []*Challenge) error {
	for some := range slices.Chunk(list, atOnce) {
		ids := make([]*big.Int, len(some))
		for i, ch := range some {
			ids[i] = new(big.Int).SetUint64(ch.ID)
		}
		states, err := call(ctx, m, m.ABI.PackGetChallenges(ids), m.ABI.UnpackGetChallenges)
		if err != nil {
			return err
		}
		if len(states) != len(some) {
			return fmt.Errorf("chain %s: market %s answers nonsense: %d challenges of %d", m.Name, m.Address, len(states), len(some))
		}
		for i, ch := range some {
			ch.IMarketChallenge = states[i]
		}
	}
	return nil
}

// OwnEntries are the commits of an account to a challenge, by the contract's events:
// whether we remember them or not.
func (m *Market) OwnEntries(ctx context.Context, ch *Challenge, account common.Address) (entries []uint64, err error) {
	logs, err := m.Logs(ctx, ch, "Committed", nil, []common.Hash{common.BytesToHash(account[:])})
	if err != nil {
		return nil, err
	}
	for _, log := range logs {
		if e, err := m.ABI.UnpackCommittedEvent(&log); err == nil {
			entries = append(entries, e.Entry.Uint64())
		}
	}
	return entries, nil
}

// Entry is a commit and what became of it.
type Entry = contract.IMarketEntry

// The contract's states of an entry.
const (
	EntryNone uint8 = iota
	EntryCommitted
	EntryClaimed
	EntryRevealed
	EntryCounted
	EntrySlashed
	EntrySettled
	EntryLoading // some parts of its model are in
)

// Entry reads a commit.
func (m *Market) Entry(ctx context.Context, id, entry uint64) (Entry, error) {
	return call(ctx, m, m.ABI.PackGetEntry(new(big.Int).SetUint64(id), new(big.Int).SetUint64(entry)), m.ABI.UnpackGetEntry)
}

// OwnEntry reads a commit and whether it stands on chain and is the account's.
func (m *Market) OwnEntry(ctx context.Context, id, entry uint64, account common.Address) (Entry, bool, error) {
	e, err := m.Entry(ctx, id, entry)
	return e, err == nil && e.Status != EntryNone && e.Solver == account, err
}

// Leader is the entry whose turn it is; ok is false when none is left, which the
// contract says by refusing the call.
func (m *Market) Leader(ctx context.Context, id uint64) (entry uint64, ok bool, err error) {
	n, err := call(ctx, m, m.ABI.PackLeader(new(big.Int).SetUint64(id)), m.ABI.UnpackLeader)
	switch {
	case err != nil && strings.Contains(err.Error(), "revert"):
		return 0, false, nil
	case err != nil:
		return 0, false, err
	}
	return n.Uint64(), true, nil
}

// unseen lists the slots that are not evaluated yet for an entry.
func (m *Market) unseen(ctx context.Context, ch *Challenge, entry uint64) ([]int, error) {
	return m.slots(ctx, ch, func(word *big.Int) ([]byte, func([]byte) (*big.Int, error)) {
		return m.ABI.PackIsSeen(new(big.Int).SetUint64(ch.ID), new(big.Int).SetUint64(entry), word), m.ABI.UnpackIsSeen
	})
}

// unrevealed lists the slots whose group is not revealed yet.
func (m *Market) unrevealed(ctx context.Context, ch *Challenge) ([]int, error) {
	return m.slots(ctx, ch, func(word *big.Int) ([]byte, func([]byte) (*big.Int, error)) {
		return m.ABI.PackIsRevealed(new(big.Int).SetUint64(ch.ID), word), m.ABI.UnpackIsRevealed
	})
}

// slots lists the slots whose bit is not set; a word has those of 256.
func (m *Market) slots(ctx context.Context, ch *Challenge, query func(word *big.Int) ([]byte, func([]byte) (*big.Int, error))) ([]int, error) {
	var open []int
	bits := new(big.Int)
	for s := range int(ch.Terms.HoldoutGroups) {
		if s%256 == 0 {
			data, unpack := query(big.NewInt(int64(s / 256)))
			var err error
			if bits, err = call(ctx, m, data, unpack); err != nil {
				return nil, err
			}
		}
		if bits.Bit(s%256) == 0 {
			open = append(open, s)
		}
	}
	return open, nil
}

// Commitment is what commit takes: it binds chain, market, challenge, solver,
// model and salt, so that it can be neither copied nor replayed.
func (m *Market) Commitment(ctx context.Context, id uint64, solver common.Address, modelHash, salt [32]byte) ([32]byte, error) {
	return call(ctx, m, m.ABI.PackCommitmentOf(new(big.Int).SetUint64(id), solver, modelHash, salt), m.ABI.UnpackCommitmentOf)
}

// Number is the challenge's id, as the contract takes it.
func (c *Challenge) Number() *big.Int { return new(big.Int).SetUint64(c.ID) }
