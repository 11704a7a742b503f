package txmgr

import (
	"math/big"

	"github.com/ethereum/go-ethereum/core/types"
)

// size is what a transaction may use: gas, and blob gas.
type size struct{ gas, blobGas uint64 }

func sizeOf(tx *types.Transaction) size { return size{tx.Gas(), tx.BlobGas()} }

// cost is what all of it costs, in wei, at these prices.
func (s size) cost(gas, blobGas *big.Int) *big.Int {
	whole := new(big.Int).Mul(gas, new(big.Int).SetUint64(s.gas))
	return whole.Add(whole, new(big.Int).Mul(blobGas, new(big.Int).SetUint64(s.blobGas)))
}

// prices are what gas costs now, in wei; that of blob gas is zero for who needs none.
type prices struct{ tip, base, blobGas *big.Int }

// bid is twice what the base fees are now: they may rise while a transaction waits.
func (p prices) bid() bid {
	return bid{p.tip, new(big.Int).Add(p.tip, new(big.Int).Lsh(p.base, 1)), new(big.Int).Lsh(p.blobGas, 1)}
}

// bid is what a transaction offers, in wei: the tip of a gas, and the most for a gas,
// tip included, and for a blob gas.
type bid struct{ tip, gas, blobGas *big.Int }

func bidOf(tx *types.Transaction) bid {
	b := bid{tx.GasTipCap(), tx.GasFeeCap(), new(big.Int)}
	if hasBlobs(tx) {
		b.blobGas = tx.BlobGasFeeCap()
	}
	return b
}

// limit is the most that a transaction may offer, in wei: for a gas of either kind, and
// in all.
type limit struct{ price, sum *big.Int }

// within is a bid that keeps to the limit. Where all of it would be too much, both
// kinds of gas are bid less for, in proportion; but a blob gas not less than a wei,
// below which it is never sold.
func (l limit) within(b bid, s size) bid {
	b.gas, b.blobGas = lower(b.gas, l.price), lower(b.blobGas, l.price)
	if whole := s.cost(b.gas, b.blobGas); whole.Cmp(l.sum) > 0 {
		blobGas := new(big.Int).Mul(b.blobGas, l.sum)
		if blobGas.Div(blobGas, whole); blobGas.Sign() == 0 && s.blobGas > 0 {
			blobGas.SetInt64(1)
		}
		left := new(big.Int).Sub(l.sum, size{blobGas: s.blobGas}.cost(new(big.Int), blobGas))
		if left.Sign() < 0 {
			left.SetInt64(0)
		}
		b.gas, b.blobGas = lower(b.gas, left.Div(left, new(big.Int).SetUint64(max(s.gas, 1)))), blobGas
	}
	b.tip = lower(b.tip, b.gas)
	return b
}

func lower(a, b *big.Int) *big.Int {
	if a.Cmp(b) <= 0 {
		return a
	}
	return b
}

// step is what a replacement bids, and what it has to bid for nodes to take it, in
// percent of what was bid before.
type step struct{ bid, needed int64 }

// stepOf is a quarter more; with blobs nodes ask for twice as much, of all three.
func stepOf(tx *types.Transaction) step {
	if hasBlobs(tx) {
		return step{200, 200}
	}
	return step{125, 110}
}

// raise is a step beyond the old bid, or what is bid for gas now where that is more.
func (s step) raise(old, now bid) bid {
	up := func(v, now *big.Int) *big.Int {
		r := new(big.Int).Mul(v, big.NewInt(s.bid))
		if r.Add(r.Div(r, big.NewInt(100)), big.NewInt(1)); r.Cmp(now) < 0 {
			return now
		}
		return r
	}
	return bid{up(old.tip, now.tip), up(old.gas, now.gas), up(old.blobGas, now.blobGas)}
}

// enough reports whether nodes take a bid in place of the old one.
func (s step) enough(b, old bid, z size) bool {
	more := func(v, than *big.Int) bool {
		least := new(big.Int).Mul(than, big.NewInt(s.needed))
		return v.Cmp(than) > 0 && new(big.Int).Mul(v, big.NewInt(100)).Cmp(least) >= 0
	}
	return more(b.tip, old.tip) && more(b.gas, old.gas) && (z.blobGas == 0 || more(b.blobGas, old.blobGas))
}
