// Package market is a market's contract as it stands on chain: its challenges, their
// revealed hold-outs and models, and what calls of it take. solver and organiser act on it.
// It is, with its subfolders, the only user of go-ethereum besides the keystore's opening.
package market

import (
	"context"
	"fmt"
	"math/big"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

// Market is a market's contract, read through a chain. What it reads is as proven as
// the chain's endpoints can prove it, and is checked against what the contract has.
type Market struct {
	*chain.Chain
	ABI   *contract.Market
	Blobs BlobReader // nil: challenges whose data stand in blobs cannot be read

	mu      sync.Mutex
	targets map[common.Address]evaluator.Target
	readers map[string]*reader // of revealed hold-outs, by challenge
	reads   uint64             // how often one was asked for
}

// New describes a market; nothing is dialled before the first use.
// Its address may be zero for a chain that is only deployed to.
func New(name string, id uint64, urls []string, address common.Address) *Market {
	return &Market{
		Chain: chain.New(name, id, urls, address), ABI: contract.NewMarket(),
		targets: map[common.Address]evaluator.Target{}, readers: map[string]*reader{},
	}
}

// ReorgBlocks is how many blocks a chain may take back.
const ReorgBlocks = 64

// call reads from the market's contract.
func call[T any](ctx context.Context, m *Market, data []byte, unpack func([]byte) (T, error)) (T, error) {
	var zero T
	out, err := m.Read(ctx, m.Address, data)
	if err != nil {
		return zero, fmt.Errorf("chain %s: %w", m.Name, err)
	}
	v, err := unpack(out)
	if err != nil {
		return zero, fmt.Errorf("chain %s: market %s answers nonsense: %w", m.Name, m.Address, err)
	}
	return v, nil
}

// Everything is more than any balance: a withdrawal of it is one of all there is.
var Everything = new(big.Int).Lsh(big.NewInt(1), 128)

// Credit is what an account may withdraw from the market, in wei.
func (m *Market) Credit(ctx context.Context, a common.Address) (*big.Int, error) {
	return call(ctx, m, m.ABI.PackBalance(a), m.ABI.UnpackBalance)
}

// TokenCredit is an account's credit of a challenge's token, in its smallest unit.
func (m *Market) TokenCredit(ctx context.Context, id uint64, a common.Address) (*big.Int, error) {
	return call(ctx, m, m.ABI.PackTokenCredit(new(big.Int).SetUint64(id), a), m.ABI.UnpackTokenCredit)
}

// Contribution is what an account has paid into a challenge's reward.
func (m *Market) Contribution(ctx context.Context, id uint64, a common.Address) (*big.Int, error) {
	return call(ctx, m, m.ABI.PackContribution(new(big.Int).SetUint64(id), a), m.ABI.UnpackContribution)
}

// ChallengeCount is the number of challenges; their ids are 0 to n-1.
func (m *Market) ChallengeCount(ctx context.Context) (uint64, error) {
	n, err := call(ctx, m, m.ABI.PackChallengeCount(), m.ABI.UnpackChallengeCount)
	if err != nil {
		return 0, err
	}
	return n.Uint64(), nil
}
