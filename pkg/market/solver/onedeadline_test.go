package solver

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/test/rpcproxy"
)

// A single answer names an earlier deadline while we train: what is being trained is
// handed in all the same.
func TestOneWrongDeadline(t *testing.T) {
	p := newProxied(t, []string{"seen", "training"}, 1)
	word := func(n uint64) []byte { return common.BigToHash(new(big.Int).SetUint64(n)).Bytes() }
	for i, b := range p.all {
		p.turns(1 + i)
		end := b.challenge().Deadline
		b.proxies[0].Set(rpcproxy.Swap(1, word(end), word(end-7200)))
		p.turns(1)
		b.proxies[0].Set()
	}
	p.until("committed", committedTo)
}
