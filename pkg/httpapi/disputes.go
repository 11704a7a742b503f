package httpapi

import (
	"math/big"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
)

// DisputeStatus is how we stand in a challenge's disputes.
type DisputeStatus struct {
	Words         string    `json:"words,omitempty"`
	Disputed      int       `json:"disputed_claims,omitempty"` // of ours
	Claimant      GameCount `json:"as_claimant"`
	Challenger    GameCount `json:"as_challenger"`
	Until         time.Time `json:"until,omitzero"` // when our time is over, in the game where it is first
	ClaimBondsWei string    `json:"claim_bonds_wei,omitempty"`
	GameBondsWei  string    `json:"game_bonds_wei,omitempty"`
	FalseClaims   int       `json:"false_claims,omitempty"`      // that we have found
	LeftAlone     int       `json:"left_alone_claims,omitempty"` // of them: not disputed by us
	Why           string    `json:"why_left_alone,omitempty"`
}

// GameCount counts the games in which we have one role.
type GameCount struct {
	OurTurn   int `json:"our_turn"`
	TheirTurn int `json:"their_turn"`
	Won       int `json:"won"`
	Lost      int `json:"lost"`
}

func disputeStatus(s player.Standing, now time.Time) *DisputeStatus {
	d := &DisputeStatus{
		Words: s.Words(now), Disputed: s.Disputed, Claimant: gameCount(s.Claimant), Challenger: gameCount(s.Challenger),
		ClaimBondsWei: weiText(s.ClaimBonds), GameBondsWei: weiText(s.GameBonds), FalseClaims: s.False, LeftAlone: s.Left, Why: s.Why,
	}
	if !s.Until.IsZero() {
		d.Until = s.Until.UTC()
	}
	return d
}

func gameCount(s player.Side) GameCount {
	return GameCount{OurTurn: s.Ours, TheirTurn: s.Theirs, Won: s.Won, Lost: s.Lost}
}

func weiText(wei *big.Int) string {
	if wei == nil {
		return ""
	}
	return wei.String()
}

// Why says to a person where a challenge stands with us: our attempt on it, and disputes.
func (c ChallengeStatus) Why() string {
	switch {
	case c.Disputes == nil || c.Disputes.Words == "":
		return c.Reason
	case c.Reason == "":
		return c.Disputes.Words
	}
	return c.Reason + "; " + c.Disputes.Words
}

// The metrics of disputes. Challenges with verdicts of another kind have none.
var (
	disputeClaims  = describe("dispute_claims_disputed", "Claims of ours about which games are open.", "challenge")
	disputeGames   = describe("dispute_games", "Open games, by our role and by whose turn it is.", "challenge", "role", "turn")
	disputeDecided = describe("dispute_games_decided", "Games that are decided, by our role and by who has won.", "challenge", "role", "result")
	disputeEnd     = describe("dispute_clock_end_timestamp_seconds", "When our time is over in the game where it is first, in unix time; absent while it is our turn in none.", "challenge")
	disputeClock   = describe("dispute_clock_seconds", "Time that we have for all our moves in the game whose time is over first; absent while it is our turn in none.", "challenge")
	disputeBonds   = describe("dispute_bonds_ether", "Bonds of ours that are locked in claims and in games.", "challenge", "of")
	disputeFalse   = describe("dispute_false_claims", "Claims of others that we have found false while they can be disputed, by whether we do.", "challenge", "disputed")

	disputeDescs = []desc{disputeClaims, disputeGames, disputeDecided, disputeEnd, disputeClock, disputeBonds, disputeFalse}
)

// disputes shows how we stand in a challenge's disputes: what is nothing, too, so that an increase is one.
func (e emitter) disputes(challenge string, s player.Standing) {
	e.gauge(disputeClaims, float64(s.Disputed), challenge)
	for role, side := range map[string]player.Side{"claimant": s.Claimant, "challenger": s.Challenger} {
		e.gauge(disputeGames, float64(side.Ours), challenge, role, "ours")
		e.gauge(disputeGames, float64(side.Theirs), challenge, role, "theirs")
		e.gauge(disputeDecided, float64(side.Won), challenge, role, "won")
		e.gauge(disputeDecided, float64(side.Lost), challenge, role, "lost")
	}
	if !s.Until.IsZero() {
		e.gauge(disputeEnd, float64(s.Until.Unix()), challenge)
		e.gauge(disputeClock, s.Clock.Seconds(), challenge)
	}
	e.gauge(disputeBonds, Ether(s.ClaimBonds), challenge, "claims")
	e.gauge(disputeBonds, Ether(s.GameBonds), challenge, "games")
	e.gauge(disputeFalse, float64(s.False-s.Left), challenge, "yes")
	e.gauge(disputeFalse, float64(s.Left), challenge, "no")
}
