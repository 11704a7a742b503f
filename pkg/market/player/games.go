package player

import (
	"context"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
)

// game is a game as the contract has it.
type game struct {
	id [32]byte
	contract.DisputeGame
	end
}

// end is how a game that is closed ended, and where among the chain's events.
type end struct {
	loser        loser
	block, index uint64
}

func (e end) before(o end) bool { return e.block < o.block || e.block == o.block && e.index < o.index }

// loser is who has lost a game that is closed.
type loser uint8

const (
	nobody     loser = iota // it is open, or nobody says
	claimant                // what they claim is false
	challenger              // they have proven nothing in time
)

func (g *game) closed() bool { return dispute.Turn(g.Turn) == dispute.Closed }

// missed reports whether the claimant was late in it, and nobody has said so before the verdict was there: its challenger can
// still take the bond, and nobody else.
func (g game) missed(c market.Assertion, now time.Time) bool {
	claimants, end := g.clock(c)
	return !g.closed() && claimants && now.After(end) && !c.Pending(now)
}

// mostGames is how many games of a claim of ours are looked at: each has cost its challenger a
// bond, and one that goes unanswered loses the claim.
const mostGames = 1 << 14

// games are those about a claim that are ours. One that is closed for good is not read again. Of those between others,
// of which a liar can play any number against themselves, it is told how they ended, once the claim is lost.
func (p *Player) games(ctx context.Context, ch *market.Challenge, c market.Assertion, claim [32]byte, head *types.Header) ([]game, error) {
	logs, err := p.Market.DisputeLogs(ctx, ch, "Disputed", claim)
	if err != nil {
		return nil, err
	}
	var all []game
	var closed []int // of those that were read, the ones of which we have to know how they ended
	stands := p.blocks(ctx)
	for i, log := range logs {
		e, err := abi.UnpackDisputedEvent(&logs[i])
		us := p.Tx.Address()
		between := c.Solver != us && err == nil && e.Challenger != us
		if err != nil || log.Removed || between && !c.Lost || c.Solver == us && len(all) >= mostGames {
			continue
		}
		if g, final := p.closed.final(e.Game); final {
			all = append(all, g)
			continue
		}
		if between {
			closed = append(closed, len(all))
			all = append(all, game{id: e.Game, DisputeGame: contract.DisputeGame{Challenger: e.Challenger, Since: new(big.Int)}})
			continue
		}
		read, err := read(ctx, p, ch, abi.PackGetGame(e.Game), abi.UnpackGetGame)
		if err != nil {
			return nil, err
		}
		g := game{id: e.Game, DisputeGame: read}
		switch {
		case g.Claim != claim:
			continue
		case !g.closed():
			delete(p.closed, g.id)
		default:
			closed = append(closed, len(all))
		}
		all = append(all, g)
	}
	ends, err := p.ends(ctx, ch, all, closed)
	for _, i := range closed {
		if all[i].end = ends[all[i].id]; all[i].loser != nobody {
			p.closed.over(all[i].id, all[i], head, stands)
		}
	}
	return all, err
}

// atOnce is of how many games one request asks for events: nodes take a thousand at most.
const atOnce = 500

// ends says how games ended, these of all, as far as the node tells.
func (p *Player) ends(ctx context.Context, ch *market.Challenge, all []game, which []int) (map[[32]byte]end, error) {
	ends := map[[32]byte]end{}
	for part := range slices.Chunk(which, atOnce) {
		var ids [][32]byte
		for _, i := range part {
			ids = append(ids, all[i].id)
		}
		logs, err := p.Market.DisputeLogs(ctx, ch, "Ended", ids...)
		if err != nil {
			return ends, err
		}
		for i, log := range logs {
			e, err := abi.UnpackEndedEvent(&logs[i])
			if err != nil || log.Removed {
				continue
			}
			how := end{challenger, log.BlockNumber, uint64(log.Index)}
			if e.ClaimantLost {
				how.loser = claimant
			}
			ends[e.Game] = how
		}
	}
	return ends, nil
}
