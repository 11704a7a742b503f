package player

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
)

// mostRemembered is how many games, and how many claims, are remembered at most. Whoever has more of
// them reads them anew.
const mostRemembered = 1 << 15

// memory keeps games or claims that are over, by their names, so that they are not read at every look.
// As long as the chain can take blocks back, what is over may come back: it is read again at every look,
//
//	(none) --over--> Seen --over at every look, for ReorgBlocks on top of a block that stands--> Final
//	   ^               |
//	   +--not over-----+
type memory[T any] map[[32]byte]remembered[T]

// remembered is what was read last of something that is over.
type remembered[T any] struct {
	what  T
	since block // at which it was over first
	final bool
}

// block is one of the chain, as it was when we looked.
type block struct {
	number uint64
	hash   common.Hash
}

// final is what was read of something that can change no more.
func (m memory[T]) final(name [32]byte) (what T, ok bool) {
	r := m[name]
	return r.what, r.final
}

// over notes that something was read and is over. stands reports whether a block is the chain's still.
func (m memory[T]) over(name [32]byte, what T, head *types.Header, stands func(block) bool) {
	r, seen := m[name]
	if !seen && len(m) >= mostRemembered {
		clear(m)
	}
	number := head.Number.Uint64()
	deep := seen && number >= r.since.number+market.ReorgBlocks
	if !seen || number < r.since.number || deep && !stands(r.since) {
		r.since, deep = block{number, head.Hash()}, false
	}
	r.what, r.final = what, deep
	m[name] = r
}

// finish notes whether nothing of a claim is left, to do or to see.
func (p *Player) finish(ctx context.Context, claim [32]byte, over bool, games []game, head *types.Header) {
	if !over {
		delete(p.over, claim)
		return
	}
	p.over.over(claim, struct{}{}, head, p.blocks(ctx))
	if _, final := p.over.final(claim); final {
		for i := range games {
			delete(p.closed, games[i].id)
		}
	}
}

// blocks answers within one look which blocks are the chain's still, asking of each once. One that
// cannot be had counts as gone: then more is read than has to be.
func (p *Player) blocks(ctx context.Context) func(block) bool {
	asked := map[block]bool{}
	return func(b block) bool {
		stands, known := asked[b]
		if !known {
			header, err := p.Market.Backend().HeaderByNumber(ctx, new(big.Int).SetUint64(b.number))
			stands = err == nil && header.Hash() == b.hash
			asked[b] = stands
		}
		return stands
	}
}
