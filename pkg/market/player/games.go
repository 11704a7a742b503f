package player

import (
	"context"
	"slices"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
)

// game is a game as the contract has it.
type game struct {
	id [32]byte
	contract.DisputeGame
	loser loser
}

// loser is who has lost a game that is closed.
type loser uint8

const (
	nobody     loser = iota // it is open, or nobody says
	claimant                // what they claim is false
	challenger              // they have proven nothing in time
)

func (g *game) closed() bool { return dispute.Turn(g.Turn) == dispute.Closed }

// mostGames is how many games of one claim are looked at: each has cost its challenger a
// bond, and one that goes unanswered loses the claim.
const mostGames = 1 << 14

// games are those about a claim. One that is closed for good is not read again.
func (p *Player) games(ctx context.Context, ch *market.Challenge, c market.Assertion, claim [32]byte, head *types.Header) ([]game, error) {
	logs, err := p.Market.DisputeLogs(ctx, ch, "Disputed", claim)
	if err != nil {
		return nil, err
	}
	var all []game
	var closed []int // of those that were read, the ones that are ours
	stands := p.blocks(ctx)
	for i, log := range logs {
		e, err := abi.UnpackDisputedEvent(&logs[i])
		if err != nil || log.Removed || len(all) >= mostGames {
			continue
		}
		if g, final := p.closed.final(e.Game); final {
			all = append(all, g)
			continue
		}
		read, err := read(ctx, p, ch, abi.PackGetGame(e.Game), abi.UnpackGetGame)
		if err != nil {
			return nil, err
		}
		g := game{e.Game, read, nobody}
		switch {
		case g.Claim != claim:
			continue
		case !g.closed():
			delete(p.closed, g.id)
		case g.Challenger == p.Tx.Address() || c.Solver == p.Tx.Address():
			closed = append(closed, len(all))
		default:
			p.closed.over(g.id, g, head, stands)
		}
		all = append(all, g)
	}
	lost, err := p.losers(ctx, ch, all, closed)
	for _, i := range closed {
		if all[i].loser = lost[all[i].id]; all[i].loser != nobody {
			p.closed.over(all[i].id, all[i], head, stands)
		}
	}
	return all, err
}

// atOnce is of how many games one request asks for events: nodes take a thousand at most.
const atOnce = 500

// losers says who has lost, of these of all games, as far as the node tells.
func (p *Player) losers(ctx context.Context, ch *market.Challenge, all []game, which []int) (map[[32]byte]loser, error) {
	lost := map[[32]byte]loser{}
	for part := range slices.Chunk(which, atOnce) {
		var ids [][32]byte
		for _, i := range part {
			ids = append(ids, all[i].id)
		}
		logs, err := p.Market.DisputeLogs(ctx, ch, "Ended", ids...)
		if err != nil {
			return lost, err
		}
		for i, log := range logs {
			e, err := abi.UnpackEndedEvent(&logs[i])
			if err != nil || log.Removed {
				continue
			}
			if lost[e.Game] = challenger; e.ClaimantLost {
				lost[e.Game] = claimant
			}
		}
	}
	return lost, nil
}
