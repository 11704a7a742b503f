package market

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

// Check is one step of a challenge, replayed.
type Check struct {
	What  string `json:"what"`
	OK    bool   `json:"ok"`
	Words string `json:"words"`
}

// verifier collects checks.
type verifier struct {
	market *Market
	ch     *Challenge
	checks []Check
}

func (v *verifier) add(what string, ok bool, format string, args ...any) {
	v.checks = append(v.checks, Check{what, ok, fmt.Sprintf(format, args...)})
}

// Verify replays a challenge from the chain alone: the draw, the revealed data,
// every claim and model, every count with our own integer forward pass, and who
// won. It trusts the node for what is on chain, and nothing else.
func (m *Market) Verify(ctx context.Context, id uint64) ([]Check, error) {
	ch, err := m.Challenge(ctx, id)
	if err != nil {
		return nil, err
	}
	v := &verifier{market: m, ch: ch}
	if Phase(ch.Phase) == PhaseCreated || ch.Seed == [32]byte{} {
		v.add("draw", true, "not drawn (%s, %s)", Phase(ch.Phase), Outcome(ch.Outcome))
		return v.checks, nil
	}
	if err := v.draw(ctx); err != nil {
		return v.checks, err
	}
	v.add("evaluator", ch.Target != "", "%s runs the code of %q", ch.Terms.Evaluator, ch.Target)
	groups, err := m.Revealed(ctx, ch)
	if err != nil {
		v.add("hold-out", Outcome(ch.Outcome) == OutcomeNotRevealed || Phase(ch.Phase) < PhaseClaim || ch.Commits == 0, "%v", err)
		return v.checks, nil
	}
	v.add("hold-out", true, "%d groups, each proven against the root", len(groups))
	return v.checks, v.entries(ctx, groups)
}

// draw recomputes the seed from the header of the draw's block.
func (v *verifier) draw(ctx context.Context) error {
	header, err := v.market.Chain.Backend().HeaderByNumber(ctx, new(big.Int).SetUint64(v.ch.DrawBlock))
	if err != nil {
		return err
	}
	raw, err := rlp.EncodeToBytes(header)
	if err != nil {
		return err
	}
	word := func(n *big.Int) []byte { return common.BigToHash(n).Bytes() }
	seed := crypto.Keccak256Hash(header.MixDigest.Bytes(), word(new(big.Int).SetUint64(v.market.ID)),
		common.BytesToHash(v.market.Address.Bytes()).Bytes(), word(v.ch.Number()))
	v.add("draw", seed == common.Hash(v.ch.Seed) && crypto.Keccak256Hash(raw) == header.Hash(),
		"seed %s from the randomness of block %d", seed, v.ch.DrawBlock)
	return nil
}

// entries replays every commit: its claim, its model, its count; then the ranking.
func (v *verifier) entries(ctx context.Context, groups []Group) error {
	var counted []rankedEntry
	for i := range uint64(v.ch.Commits) {
		e, err := v.market.Entry(ctx, v.ch.ID, i)
		if err != nil {
			return err
		}
		what := fmt.Sprintf("entry %d", i)
		if e.ModelHash == [32]byte{} {
			v.add(what, true, "%s committed and did not claim", e.Solver)
			continue
		}
		committed, err := v.claim(ctx, what, i, e)
		if err != nil {
			return err
		}
		r, err := v.market.Revelation(ctx, v.ch, i)
		if err != nil {
			v.add(what, e.Seen == 0, "claimed %d, its model was not revealed", e.Claimed)
			continue
		}
		if r.Lied() {
			fate := "nothing of it counts yet"
			if asserted, err := v.market.Assertion(ctx, v.ch, i); err == nil && asserted.Lost {
				fate = "its claim was disputed and lost"
			}
			v.add(what, e.Right == 0, "its blobs hold other weights than were committed to; %s", fate)
			continue
		}
		raw := r.Raw
		hash, err := ModelHash(v.ch.Target, raw)
		same := err == nil && slices.Contains(committed, hash)
		v.add(what, same, "the revealed model is the one that was committed to")
		if !same {
			continue
		}
		right, ok := v.count(ctx, what, i, raw, e, groups)
		if ok && int(e.Seen) == len(groups) && right >= v.ch.Need() {
			counted = append(counted, rankedEntry{i, right})
		}
	}
	v.winner(counted)
	return nil
}

// claim compares what was opened with what had been committed to, and returns
// the hashes of models that open the commitment.
func (v *verifier) claim(ctx context.Context, what string, entry uint64, e Entry) (hashes [][32]byte, err error) {
	logs, err := v.market.entryLogs(ctx, v.ch, "Claimed", entry)
	if err != nil {
		return nil, err
	}
	for _, log := range logs {
		tx, err := v.market.Sent(ctx, log.TxHash)
		if err != nil {
			v.add(what, false, "%v", err)
			continue
		}
		opens := false
		for _, o := range contract.Openings(tx.Input) {
			want, err := v.market.Commitment(ctx, v.ch.ID, e.Solver, o.ModelHash, o.Salt)
			if err != nil {
				return nil, err
			}
			if want == e.Commitment {
				opens, hashes = true, append(hashes, o.ModelHash)
			}
		}
		v.add(what, opens, "%s claimed %d; the claim opens its commitment", e.Solver, e.Claimed)
	}
	return hashes, nil
}

// count evaluates a revealed model with our own forward pass.
func (v *verifier) count(ctx context.Context, what string, entry uint64, raw []byte, e Entry, groups []Group) (int, bool) {
	n, err := evaluator.Parse(raw)
	if err != nil {
		v.add(what, false, "its model was accepted, but %v", err)
		return 0, false
	}
	if int(e.Seen) < len(groups) {
		v.add(what, true, "the contract counted %d in %d of %d groups and stopped", e.Right, e.Seen, len(groups))
		return 0, false
	}
	right, err := CountRight(n, v.ch, groups)
	if err != nil {
		v.add(what, false, "%v", err)
		return 0, false
	}
	if v.ch.Target.Disputed() {
		asserted, err := v.market.Assertion(ctx, v.ch, entry)
		if err == nil && asserted.Lost && e.Right == 0 { // one that is lost when the verdict is taken already was counted all the same
			v.add(what, true, "its claim was disputed and lost; we count %d", right)
			return 0, false
		}
	}
	v.add(what, right == int(e.Right), "the contract counted %d, we count %d", e.Right, right)
	return right, right == int(e.Right)
}

type rankedEntry struct {
	entry uint64
	right int
}

// winner checks that the best counted entry won, of equals the earliest.
func (v *verifier) winner(counted []rankedEntry) {
	if Phase(v.ch.Phase) != PhaseClosed {
		v.add("winner", true, "not closed yet (%s)", Phase(v.ch.Phase))
		return
	}
	slices.SortStableFunc(counted, func(a, b rankedEntry) int { return b.right - a.right })
	switch won := Outcome(v.ch.Outcome) == OutcomeWon; {
	case !won:
		v.add("winner", len(counted) == 0, "none (%s); %d entries reached what was needed", Outcome(v.ch.Outcome), len(counted))
	case len(counted) == 0:
		v.add("winner", false, "entry %d was paid, no entry reached what was needed", v.ch.Winner-1)
	default:
		v.add("winner", counted[0].entry == uint64(v.ch.Winner-1), "entry %d with %d right was paid; the best is entry %d", v.ch.Winner-1, counted[0].right, counted[0].entry)
	}
}
