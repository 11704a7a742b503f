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

// judge computes the claim ourselves, and opens a game about the first example that is
// said to be right and is not; where its blobs hold other weights, about the first of all. found is what it says of the claim.
func (p *Player) judge(ctx context.Context, key string, ch *market.Challenge, entry uint64, c market.Assertion, games []game, cost bonds, head *types.Header) (found Standing, err error) {
	t, err := p.truth(ctx, ch, entry)
	if err != nil {
		return found, err
	}
	example := t.lie()
	if example < 0 {
		return found, nil
	}
	found.False = 1
	p.tell(fmt.Sprintf("lie %x", t.claim.Key), func() {
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
	name := fmt.Sprintf("%s/dispute/%d/%d/%d", key, entry, example, nonce)
	_, known := p.Tx.Known(p.Tx.Fresh(name)) // one that is on its way goes on
	if !known && p.MaxGameBonds != nil && head.Number.Uint64() <= p.first {
		return found, nil // what is locked already is known once everything was looked at
	}
	at, err := p.stakes(ctx, ch)
	if err != nil {
		return found, err
	}
	bounty := new(big.Int).Rsh(c.Bond, 2)
	if why := p.declines(bounty, cost.game, at, head); why != "" && !known {
		found.Left, found.Why = 1, why
		p.tell(fmt.Sprintf("left %x %s", t.claim.Key, found.Why), func() {
			p.Log.Warn("a false claim is not disputed", zap.String("challenge", ch.Key()), zap.Uint64("entry", entry), zap.String("why", found.Why), zap.String("bounty_wei", bounty.String()))
		})
		return found, nil
	}
	data := abi.PackDispute(t.claim.Key, t.claim.Facts, t.claim.Bitmap, big.NewInt(int64(example)), big.NewInt(nonce))
	_, _, err = p.Tx.Step(ctx, name, txmgr.Call{To: &ch.Terms.Evaluator, Data: data, Value: cost.game, Deadline: time.Unix(c.Until.Int64(), 0), Worth: sum(bounty, at.Lie), Gas: gasOf(data)})
	if err == nil {
		p.opening[t.claim.Key] = cost.game
	}
	return found, err
}

// declines says why no game is opened for a bounty, and for what a lie would cost us, now; "" if one is.
func (p *Player) declines(bounty, bond *big.Int, at Stakes, head *types.Header) string {
	most := p.MaxGameBonds
	if most != nil && p.Stakes != nil && at.Lie == nil { // the other half is for lies that cost us something
		most = new(big.Int).Rsh(most, 1)
	}
	switch {
	case head.BaseFee != nil && new(big.Int).Mul(big.NewInt(gasGame), head.BaseFee).Cmp(sum(bounty, at.Lie)) >= 0:
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
