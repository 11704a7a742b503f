package player

import (
	"context"
	"math/big"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
)

// stake is what a false claim of somebody else would take from us, in wei; nil: we are not in the challenge.
func (p *Player) stake(ctx context.Context, ch *market.Challenge) (*big.Int, error) {
	if p.Stake == nil {
		return nil, nil
	}
	return p.Stake(ctx, ch)
}

// worth is what a move about a claim may cost: of our own, its bond and the reward, of that of somebody else the bounty
// and what a lie would cost us.
func (p *Player) worth(ctx context.Context, ch *market.Challenge, c market.Assertion) (*big.Int, error) {
	if c.Solver != p.Tx.Address() {
		stake, err := p.stake(ctx, ch)
		return sum(new(big.Int).Rsh(c.Bond, 2), stake), err
	}
	if ch.Terms.Token != market.Ether {
		return new(big.Int).Set(c.Bond), nil
	}
	return new(big.Int).Add(c.Bond, ch.Reward), nil
}
