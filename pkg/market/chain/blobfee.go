package chain

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum/consensus/misc/eip4844"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// BlobBaseFee is the median of what the endpoints say that a blob gas costs, but no more
// than follows from the newest block's header by the rules that we know. Neither is
// believed alone: a word may be a lie, and of a rule that has changed since this program
// was made (each change so far has made blobs cheaper) only the words know. Too low a
// fee is mended by a replacement, and no blob gas is paid for at more than its price.
func (b backend) BlobBaseFee(ctx context.Context) (*big.Int, error) {
	head, err := b.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, err
	}
	fee, err := blobFee(rulesOf(b.c.ID), head)
	if err != nil {
		return nil, err
	}
	words, _ := askEach(ctx, b, func(ctx context.Context, e *ethclient.Client) (*big.Int, error) { return e.BlobBaseFee(ctx) })
	if len(words) == 0 { // the method is no required one
		return fee, nil
	}
	if said := median(words); said.Cmp(fee) < 0 && said.Sign() > 0 {
		return said, nil
	}
	return fee, nil
}

// mostSteepness bounds the exponent of the blob fee: no blob was ever near e^64 wei, and
// a header that says so, or more, must not cost us time.
const mostSteepness = 64

// blobFee is what a blob gas costs in a block, which follows from its header by the
// chain's rules.
func blobFee(rules *params.ChainConfig, h *types.Header) (*big.Int, error) {
	schedule := rules.BlobConfig(rules.LatestFork(h.Time))
	if h.ExcessBlobGas == nil || schedule == nil || !rules.IsCancun(rules.LondonBlock, h.Time) {
		return nil, txmgr.ErrNoBlobs
	}
	excess := min(*h.ExcessBlobGas, mostSteepness*schedule.UpdateFraction)
	return eip4844.CalcBlobFee(rules, &types.Header{Time: h.Time, ExcessBlobGas: &excess}), nil
}

// rulesOf are a chain's rules, as far as blobs go: those of the public chains as they
// are known, of any other those that hold since Osaka.
func rulesOf(chainID uint64) *params.ChainConfig {
	for _, rules := range []*params.ChainConfig{params.MainnetChainConfig, params.SepoliaChainConfig, params.HoodiChainConfig} {
		if rules.ChainID.Uint64() == chainID {
			return rules
		}
	}
	return newestRules(chainID)
}

// newestRules are those that hold since Osaka.
func newestRules(chainID uint64) *params.ChainConfig {
	rules := *params.AllDevChainProtocolChanges
	rules.ChainID = new(big.Int).SetUint64(chainID)
	return &rules
}
