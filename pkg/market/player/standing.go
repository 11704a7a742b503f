package player

import (
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
)

// Side is how the games stand in which an account has one role.
type Side struct {
	Ours, Theirs int // open ones, by whose turn it is
	Won, Lost    int // decided ones
}

// Open is the number of games that are not decided.
func (s Side) Open() int { return s.Ours + s.Theirs }

func (s Side) plus(o Side) Side {
	return Side{s.Ours + o.Ours, s.Theirs + o.Theirs, s.Won + o.Won, s.Lost + o.Lost}
}

// Standing is how an account stands in the disputes of a challenge.
type Standing struct {
	Claimant, Challenger Side
	Disputed             int           // claims of ours about which games are open
	Until                time.Time     // when our time is over, in the game where it is first; zero: it is our turn in none
	Clock                time.Duration // that we have in that game for all our moves
	ClaimBonds           *big.Int      // wei of ours that stand in claims; nil: none, as below
	GameBonds            *big.Int      // and in games
	Bounty               *big.Int      // wei that others have lost to us
	False                int           // claims that we have found false, while they can be disputed
	Left                 int           // those of them that we do not dispute
	Why                  string        // we do not
	Unknown              int           // claims that we have not computed yet
	Unchecked            int           // and those that we do not compute
	Cap                  string        // why
}

// plus is how an account stands in both.
func (s Standing) plus(o Standing) Standing {
	s.Claimant, s.Challenger = s.Claimant.plus(o.Claimant), s.Challenger.plus(o.Challenger)
	s.Disputed, s.False, s.Left = s.Disputed+o.Disputed, s.False+o.False, s.Left+o.Left
	s.ClaimBonds, s.GameBonds, s.Bounty = sum(s.ClaimBonds, o.ClaimBonds), sum(s.GameBonds, o.GameBonds), sum(s.Bounty, o.Bounty)
	s.Unknown, s.Unchecked = s.Unknown+o.Unknown, s.Unchecked+o.Unchecked
	s.Why, s.Cap = max(s.Why, o.Why), max(s.Cap, o.Cap) // one of them, the same each time
	s.hurry(o.Until, o.Clock)
	return s
}

// Standing is how our account stands in a challenge's disputes, as far as they were looked at last.
func (p *Player) Standing(ch *market.Challenge) (all Standing) {
	for _, s := range p.standings[ch.Key()] {
		all = all.plus(s)
	}
	return all
}

// stand notes how we stand in what an entry claims.
func (p *Player) stand(ch *market.Challenge, entry uint64, s Standing) {
	of := p.standings[ch.Key()]
	switch {
	case s == Standing{}:
		delete(of, entry)
	case of == nil:
		p.standings[ch.Key()] = map[uint64]Standing{entry: s}
	default:
		of[entry] = s
	}
}

// hurry notes when our time is over, if nothing is over earlier.
func (s *Standing) hurry(until time.Time, clock time.Duration) {
	if !until.IsZero() && (s.Until.IsZero() || until.Before(s.Until)) {
		s.Until, s.Clock = until, clock
	}
}

// sum adds wei; nil is none.
func sum(a, b *big.Int) *big.Int {
	switch {
	case b == nil:
		return a
	case a == nil:
		return b
	}
	return new(big.Int).Add(a, b)
}

// bonds are what an assertion and a game cost, in wei.
type bonds struct{ claim, game *big.Int }

// standingOf is how an account stands in a claim and the games about it.
func standingOf(us common.Address, c market.Assertion, games []game, b bonds) (s Standing) {
	ours := c.Solver == us
	for i := range games {
		g := &games[i]
		mine := g.Challenger == us
		if ours {
			s.Claimant.count(g, c, true)
		}
		if mine {
			s.Challenger.count(g, c, false)
		}
		if mine && !g.closed() {
			s.GameBonds = sum(s.GameBonds, b.game)
		}
		if mine && g.loser == claimant {
			s.Bounty = sum(s.Bounty, new(big.Int).Mul(big.NewInt(int64(g.Moves)), c.PerMove))
		}
		if ours && g.loser == challenger {
			s.Bounty = sum(s.Bounty, b.game)
		}
		if claimants, end := g.clock(c); !g.closed() && !c.Lost && (ours && claimants || mine && !claimants) {
			s.hurry(end, time.Duration(c.Clock)*time.Second)
		}
	}
	if first := decisive(games); first != nil && first.Challenger == us {
		s.Bounty = sum(s.Bounty, new(big.Int).Rsh(b.claim, 2))
	}
	if ours && !c.Lost && c.Bond.Sign() > 0 {
		s.ClaimBonds = c.Bond
	}
	if ours && s.Claimant.Open() > 0 {
		s.Disputed = 1
	}
	return s
}

// decisive is the game that its claimant lost first, if any: with it the claim was.
func decisive(games []game) (first *game) {
	for i := range games {
		if g := &games[i]; g.loser == claimant && (first == nil || g.before(first.end)) {
			first = g
		}
	}
	return first
}

// count counts a game for the claimant or the challenger. The first game that a claimant loses decides
// all that are open.
func (s *Side) count(g *game, c market.Assertion, claims bool) {
	lost := g.loser
	if !g.closed() && c.Lost {
		lost = claimant
	}
	claimants, _ := g.clock(c)
	switch {
	case lost != nobody && (lost == claimant) == claims:
		s.Lost++
	case lost != nobody:
		s.Won++
	case g.closed(): // nobody says who has lost
	case claimants == claims:
		s.Ours++
	default:
		s.Theirs++
	}
}

// clock says whether it is the claimant's turn, and when the time of whose turn it is is over.
func (g *game) clock(c market.Assertion) (claimants bool, end time.Time) {
	used := g.UsedByChallenger
	if claimants = dispute.Turn(g.Turn) != dispute.Choosing; claimants {
		used = g.UsedByClaimant
	}
	return claimants, time.Unix(g.Since.Int64()+int64(c.Clock)-int64(used), 0)
}

// Words say it to a person, at a time by the chain's clock; "" if there is nothing to say.
func (s Standing) Words(now time.Time) string {
	var parts []string
	say := func(ok bool, format string, args ...any) {
		if ok {
			parts = append(parts, fmt.Sprintf(format, args...))
		}
	}
	say(s.Claimant.Open() > 0, "our claim is disputed: %d open, our turn in %d", s.Claimant.Open(), s.Claimant.Ours)
	say(s.Challenger.Open() > 0, "we dispute: %d open, our turn in %d", s.Challenger.Open(), s.Challenger.Ours)
	say(!s.Until.IsZero(), "our time is over in %s", s.Until.Sub(now).Round(time.Second))
	say(s.Left > 0, "false and not disputed: %d (%s)", s.Left, s.Why)
	say(s.Unknown > 0, "claims not computed yet: %d", s.Unknown)
	say(s.Unchecked > 0, "claims not computed: %d (%s)", s.Unchecked, s.Cap)
	won, lost := s.Claimant.Won+s.Challenger.Won, s.Claimant.Lost+s.Challenger.Lost
	say(won+lost > 0, "disputes won: %d, lost: %d", won, lost)
	return strings.Join(parts, "; ")
}
