package player

import (
	"context"
	"math/big"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
)

// Stakes are what of ours hangs on the verdicts of a challenge, in wei; nil: nothing.
type Stakes struct {
	Lie *big.Int // is lost where a false claim of somebody else stands
	End *big.Int // is not ours before the challenge has come to its end
}

// stakes are what of ours hangs on a challenge.
func (p *Player) stakes(ctx context.Context, ch *market.Challenge) (Stakes, error) {
	if p.Stakes == nil {
		return Stakes{}, nil
	}
	return p.Stakes(ctx, ch)
}

// worth is what a move about a claim may cost: of our own, its bond and the reward, of that of somebody else the bounty
// and what a lie would cost us.
func (p *Player) worth(ctx context.Context, ch *market.Challenge, c market.Assertion) (*big.Int, error) {
	if c.Solver != p.Tx.Address() {
		at, err := p.stakes(ctx, ch)
		return sum(new(big.Int).Rsh(c.Bond, 2), at.Lie), err
	}
	if ch.Terms.Token != market.Ether {
		return new(big.Int).Set(c.Bond), nil
	}
	return new(big.Int).Add(c.Bond, ch.Reward), nil
}
