package solver

import (
	"cmp"
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// disputes is where the intents of an attempt's disputes stand.
func disputes(a *Attempt) string { return a.Key + "/dispute" }

// dispute plays in the disputes of a challenge, be we in it or not, and books what
// they leave us.
func (s *Solver) dispute(ctx context.Context, a *Attempt, ch *market.Challenge, head *types.Header) error {
	if s.player == nil || !ch.Target.Disputed() || a.Collected || time.Now().Before(s.retry[a.Key]) {
		return nil
	}
	got, err := s.player.Follow(ctx, disputes(a), ch, head)
	if err != nil || !got.Done {
		return err
	}
	if !s.bookDisputes(a, got) {
		return fmt.Errorf("%s: what disputes brought is not in the ledger yet", a.Key)
	}
	a.Collected = true
	return s.save(a)
}

// lost is what a lie of somebody else would take from us in a challenge, if we are in it; nothing before we have claimed. Of a claim
// that is not out it is all that we can win: whoever is behind a lie loses the reward to it, be they the next or not, as those between may lie as well.
func (s *Solver) lost(ctx context.Context, ch *market.Challenge) (*big.Int, error) {
	a := s.attempts[ch.Key()]
	if !a.HasEntry || a.Withdrawn {
		return nil, nil
	}
	e, ours, err := s.cfg.Market.OwnEntry(ctx, ch.ID, a.Entry, s.cfg.Tx.Address())
	if err != nil || !ours {
		return nil, err
	}
	switch e.Status {
	case market.EntrySlashed, market.EntrySettled:
		return nil, nil
	case market.EntryCommitted:
		return new(big.Int), nil
	}
	lost := ch.ClaimBond()
	if reward := s.worth(ch); reward != nil {
		lost.Add(lost, reward)
	}
	return lost, nil
}

// bookDisputes books what was withdrawn: what others have lost to us, and bonds of ours that are back. All
// challenges share one balance: where another one's withdrawal took ours along, it was booked as bonds there,
// and is taken from them here.
func (s *Solver) bookDisputes(a *Attempt, got player.Collected) (booked bool) {
	source := cmp.Or(got.Source, "withdrawn with another challenge's")
	bonds := new(big.Int).Set(got.Wei)
	if booked = true; got.Bounty != nil {
		bonds.Sub(bonds, got.Bounty)
		booked = s.cfg.Pay(Payment{ID: a.Key + "/bounty", Key: a.Key, Kind: "bounty", Wei: got.Bounty, Source: source})
	}
	if bonds.Sign() != 0 {
		booked = s.cfg.Pay(Payment{ID: a.Key + "/disputes", Key: a.Key, Kind: "bond", Wei: bonds, Source: source}) && booked
	}
	return booked
}

// disputed is how we stand in a challenge's disputes.
func (s *Solver) disputed(ch *market.Challenge) (at player.Standing) {
	if s.player != nil {
		at = s.player.Standing(ch)
	}
	return at
}

// collecting reports whether a withdrawal from the contract of disputes is on its way: all
// attempts share one balance there.
func (s *Solver) collecting() bool {
	for _, a := range s.attempts {
		for n := 0; ; n++ {
			in, known := s.cfg.Tx.Known(s.cfg.Tx.Fresh(player.CollectKey(disputes(a), n)))
			if !known {
				break
			}
			if in.State == txmgr.Pending {
				return true
			}
		}
	}
	return false
}

// assert says on chain what our model is right about.
func (s *Solver) assert(ctx context.Context, a *Attempt, ch *market.Challenge) error {
	if a.State == Claimed {
		if err := s.move(a, Revealed, "our claim leads"); err != nil {
			return err
		}
	}
	right, err := s.right(ctx, a, ch)
	if err != nil || right == nil {
		return err
	}
	proof, err := s.prove(a, ch)
	if err != nil {
		return err
	}
	worth := s.stake(ch)
	if worth != nil {
		worth = new(big.Int).Add(worth, ch.AssertBond)
	}
	return s.player.Assert(ctx, disputes(a), ch, a.Entry, proof.Program, right, turnEnd(ch), worth)
}

// standing says in the attempt's reason where the leading assertion stands; it is shown, not
// stored.
func (s *Solver) standing(a *Attempt, v *View) {
	words := v.Assertion.Words(v.Now)
	switch {
	case words == "":
	case a.HasEntry && v.Leader == a.Entry:
		a.Reason = words
	default:
		a.Reason = fmt.Sprintf("entry %d leads: %s", v.Leader, words)
	}
}
