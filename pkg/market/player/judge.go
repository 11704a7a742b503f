package player

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// Why a false claim is not disputed.
const (
	tooDear = "gas is dearer than the bounty and what we have at stake"
	tooMany = "games that we have opened lock as much as max_game_bonds_ether allows, half of it where we have nothing at stake"
)

// judge computes the claim ourselves, and opens a game about an example that is said to be right and is not; where
// its blobs hold other weights, about any. found is what it says of the claim.
func (p *Player) judge(ctx context.Context, key string, ch *market.Challenge, entry uint64, c market.Assertion, games []game, cost bonds, head *types.Header) (found Standing, err error) {
	of := p.name(ch, entry, c)
	if why := p.tooLarge(ch); why != "" {
		p.tellCap(ch, entry, why)
		return Standing{Unchecked: 1, Cap: why}, nil
	}
	f, err := p.find(ctx, ch, entry, c)
	example := f.lie
	switch {
	case !f.over:
		return Standing{Unknown: 1}, err
	case example < 0:
		return found, err
	}
	said, err := p.asserted(ctx, ch, of)
	if err != nil {
		return found, err
	}
	found.False = 1
	p.tell(fmt.Sprintf("lie %x", of.key), func() {
		p.Log.Warn("a claim is false", zap.String("challenge", ch.Key()), zap.Uint64("entry", entry), zap.String("solver", c.Solver.Hex()), zap.Int("example", example))
	})
	nonce := int64(0) // of the next game: one that was lost, by being late, is followed by another
	for _, g := range games {
		if g.Challenger != p.Tx.Address() {
			continue
		}
		if !g.closed() {
			return found, nil // it is under way
		}
		nonce++
	}
	if cost.game == nil {
		return found, nil // why, is told already
	}
	// Another life finds another lie first: the game that is on its way goes on, whatever it is about.
	name := fmt.Sprintf("%s/dispute/%d/%x/%d", key, entry, of.facts[:8], nonce)
	_, known := p.Tx.Known(p.Tx.Fresh(name))
	if !known && p.MaxGameBonds != nil && head.Number.Uint64() <= p.first {
		return found, nil // what is locked already is known once everything was looked at
	}
	stake, err := p.stake(ctx, ch)
	if err != nil {
		return found, err
	}
	bounty := new(big.Int).Rsh(c.Bond, 2)
	if why := p.declines(bounty, cost.game, stake, head); why != "" && !known {
		found.Left, found.Why = 1, why
		p.tell(fmt.Sprintf("left %x %s", of.key, found.Why), func() {
			p.Log.Warn("a false claim is not disputed", zap.String("challenge", ch.Key()), zap.Uint64("entry", entry), zap.String("why", found.Why), zap.String("bounty_wei", bounty.String()))
		})
		return found, nil
	}
	data := abi.PackDispute(of.key, said.Facts, said.Bitmap, big.NewInt(int64(example)), big.NewInt(nonce))
	_, _, err = p.Tx.Step(ctx, name, txmgr.Call{To: &ch.Terms.Evaluator, Data: data, Value: cost.game, Deadline: time.Unix(c.Until.Int64(), 0), Worth: sum(bounty, stake), Gas: gasOf(data)})
	if err == nil {
		p.opening[of.key] = cost.game
	}
	return found, err
}

// declines says why no game is opened for a bounty, and for what a lie would cost us, now; "" if one is.
func (p *Player) declines(bounty, bond, stake *big.Int, head *types.Header) string {
	most := p.MaxGameBonds
	if most != nil && p.Stake != nil && (stake == nil || stake.Sign() == 0) { // the other half is for lies that cost us something
		most = new(big.Int).Rsh(most, 1)
	}
	switch {
	case head.BaseFee != nil && new(big.Int).Mul(big.NewInt(gasGame), head.BaseFee).Cmp(sum(bounty, stake)) >= 0:
		return tooDear
	case most != nil && sum(p.locked(), bond).Cmp(most) > 0:
		return tooMany
	}
	return ""
}

// locked is what the games that we have opened, or are about to, have locked.
func (p *Player) locked() (wei *big.Int) {
	for _, claims := range p.standings {
		for _, s := range claims {
			wei = sum(wei, s.GameBonds)
		}
	}
	for _, bond := range p.opening {
		wei = sum(wei, bond)
	}
	return wei
}

// costs are the bonds of a challenge's disputes. A game's is asked for once: it is its contract's for good.
func (p *Player) costs(ctx context.Context, ch *market.Challenge) (bonds, error) {
	at := ch.Terms.Evaluator
	if p.gameBonds[at] == nil {
		bond, err := read(ctx, p, ch, abi.PackGameBond(), abi.UnpackGameBond)
		if err != nil {
			return bonds{claim: ch.AssertBond}, err
		}
		p.gameBonds[at] = bond
	}
	return bonds{ch.AssertBond, p.gameBonds[at]}, nil
}
