package player

import (
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/google/go-cmp/cmp"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
)

func TestStanding(t *testing.T) {
	us, them, others := common.Address{1}, common.Address{2}, common.Address{3}
	cost := bonds{claim: big.NewInt(100), game: big.NewInt(1)}
	wei := func(n int64) *big.Int { return big.NewInt(n) }
	at := func(seconds int64) time.Time { return time.Unix(seconds, 0) }
	of := func(who common.Address, turn dispute.Turn, since int64, lost loser) game {
		return game{DisputeGame: contract.DisputeGame{Challenger: who, Turn: uint8(turn), Since: wei(since), UsedByClaimant: 10, UsedByChallenger: 20, Moves: 3}, end: end{loser: lost, block: uint64(since)}}
	}
	claim := func(who common.Address, bond int64, lost bool) market.Assertion {
		return market.Assertion{DisputeClaim: contract.DisputeClaim{Solver: who, Bond: wei(bond), Clock: 3600, Lost: lost, PerMove: wei(4)}}
	}
	for name, c := range map[string]struct {
		claim market.Assertion
		games []game
		want  Standing
	}{
		"nothing of ours":         {claim(them, 100, false), []game{of(others, dispute.Listing, 5, nobody), of(others, dispute.Closed, 5, claimant)}, Standing{}},
		"a claim that stands":     {claim(us, 100, false), nil, Standing{ClaimBonds: wei(100)}},
		"one that is taken back":  {claim(us, 0, false), nil, Standing{}},
		"one that is lost":        {claim(us, 0, true), []game{of(them, dispute.Closed, 0, claimant)}, Standing{Claimant: Side{Lost: 1}}},
		"our list is waited for":  {claim(us, 100, false), []game{of(them, dispute.Listing, 1000, nobody)}, Standing{Claimant: Side{Ours: 1}, Disputed: 1, ClaimBonds: wei(100), Until: at(4590), Clock: time.Hour}},
		"they choose":             {claim(us, 100, false), []game{of(them, dispute.Choosing, 1000, nobody)}, Standing{Claimant: Side{Theirs: 1}, Disputed: 1, ClaimBonds: wei(100)}},
		"the first clock counts":  {claim(us, 100, false), []game{of(them, dispute.Opening, 2000, nobody), of(others, dispute.Listing, 1000, nobody), of(them, dispute.Choosing, 5, nobody)}, Standing{Claimant: Side{Ours: 2, Theirs: 1}, Disputed: 1, ClaimBonds: wei(100), Until: at(4590), Clock: time.Hour}},
		"defended":                {claim(us, 100, false), []game{of(them, dispute.Closed, 0, challenger), of(them, dispute.Closed, 0, challenger)}, Standing{Claimant: Side{Won: 2}, ClaimBonds: wei(100), Bounty: wei(2)}},
		"closed, nobody says how": {claim(us, 100, false), []game{of(them, dispute.Closed, 0, nobody)}, Standing{ClaimBonds: wei(100)}},
		"we dispute":              {claim(them, 100, false), []game{of(us, dispute.Choosing, 1000, nobody), of(us, dispute.Opening, 1000, nobody)}, Standing{Challenger: Side{Ours: 1, Theirs: 1}, GameBonds: wei(2), Until: at(4580), Clock: time.Hour}},
		"another has proven it":   {claim(them, 0, true), []game{of(us, dispute.Choosing, 1000, nobody), of(others, dispute.Closed, 0, claimant)}, Standing{Challenger: Side{Won: 1}, GameBonds: wei(1)}},
		"we have proven it":       {claim(them, 0, true), []game{of(others, dispute.Closed, 9, claimant), of(us, dispute.Closed, 8, claimant)}, Standing{Challenger: Side{Won: 1}, Bounty: wei(25 + 12)}},
		"another was first":       {claim(them, 0, true), []game{of(others, dispute.Closed, 7, claimant), of(us, dispute.Closed, 8, claimant)}, Standing{Challenger: Side{Won: 1}, Bounty: wei(12)}},
		"we were late":            {claim(them, 100, false), []game{of(us, dispute.Closed, 0, challenger)}, Standing{Challenger: Side{Lost: 1}}},
		"against ourselves":       {claim(us, 100, false), []game{of(us, dispute.Listing, 1000, nobody)}, Standing{Claimant: Side{Ours: 1}, Challenger: Side{Theirs: 1}, Disputed: 1, ClaimBonds: wei(100), GameBonds: wei(1), Until: at(4590), Clock: time.Hour}},
	} {
		t.Run(name, func(t *testing.T) {
			got := standingOf(us, c.claim, c.games, cost)
			if diff := cmp.Diff(c.want, got, cmp.Comparer(func(a, b *big.Int) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 })); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What is locked is what stands in games of all challenges, and what is on its way there.
func TestLocked(t *testing.T) {
	p := New(nil, nil, nil)
	if p.locked() != nil {
		t.Errorf("%v wei are locked by nothing", p.locked())
	}
	for id := range uint64(3) {
		ch := &market.Challenge{Chain: "dev", ID: id}
		p.stand(ch, 0, Standing{GameBonds: big.NewInt(2), ClaimBonds: big.NewInt(1000)})
		p.stand(ch, 1, Standing{GameBonds: big.NewInt(1)})
		p.stand(ch, 1, Standing{})
	}
	p.opening[[32]byte{1}] = big.NewInt(10)
	if got := p.locked(); got.Int64() != 16 {
		t.Errorf("%v wei are locked, want 16", got)
	}
	if got := p.Standing(&market.Challenge{Chain: "dev", ID: 1}); got.GameBonds.Int64() != 2 || got.ClaimBonds.Int64() != 1000 {
		t.Errorf("%+v", got)
	}
}

func TestStandingInWords(t *testing.T) {
	now := time.Unix(1000, 0)
	for want, s := range map[string]Standing{
		"": {ClaimBonds: big.NewInt(5)},
		"our claim is disputed: 3 open, our turn in 1; our time is over in 50m0s":             {Claimant: Side{Ours: 1, Theirs: 2}, Until: now.Add(50 * time.Minute)},
		"we dispute: 1 open, our turn in 0; disputes won: 2, lost: 1":                         {Challenger: Side{Theirs: 1, Won: 2, Lost: 1}},
		"false and not disputed: 1 (gas is dearer than the bounty and what we have at stake)": {False: 1, Left: 1, Why: tooDear},
	} {
		if got := s.Words(now); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
