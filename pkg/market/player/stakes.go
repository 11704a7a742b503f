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
