package market

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// Backend gives a transaction manager whichever endpoint of the chain works now.
func Backend(c *Chain) txmgr.Backend { return backend{c} }

type backend struct{ c *Chain }

// with runs f on a checked client, within the time of one request.
func with[T any](ctx context.Context, c *Chain, f func(context.Context, *ethclient.Client) (T, error)) (T, error) {
	client, err := c.Client(ctx)
	if err != nil {
		var zero T
		return zero, err
	}
	ctx, cancel := context.WithTimeout(ctx, rpcTimeout)
	defer cancel()
	v, err := f(ctx, client)
	return v, withoutURL(err)
}

func (b backend) PendingNonceAt(ctx context.Context, a common.Address) (uint64, error) {
	return with(ctx, b.c, func(ctx context.Context, e *ethclient.Client) (uint64, error) { return e.PendingNonceAt(ctx, a) })
}

func (b backend) NonceAt(ctx context.Context, a common.Address, block *big.Int) (uint64, error) {
	return with(ctx, b.c, func(ctx context.Context, e *ethclient.Client) (uint64, error) { return e.NonceAt(ctx, a, block) })
}

func (b backend) EstimateGas(ctx context.Context, call ethereum.CallMsg) (uint64, error) {
	return with(ctx, b.c, func(ctx context.Context, e *ethclient.Client) (uint64, error) { return e.EstimateGas(ctx, call) })
}

func (b backend) SuggestGasTipCap(ctx context.Context) (*big.Int, error) {
	return with(ctx, b.c, func(ctx context.Context, e *ethclient.Client) (*big.Int, error) { return e.SuggestGasTipCap(ctx) })
}

func (b backend) HeaderByNumber(ctx context.Context, n *big.Int) (*types.Header, error) {
	return with(ctx, b.c, func(ctx context.Context, e *ethclient.Client) (*types.Header, error) { return e.HeaderByNumber(ctx, n) })
}

func (b backend) SendTransaction(ctx context.Context, tx *types.Transaction) error {
	_, err := with(ctx, b.c, func(ctx context.Context, e *ethclient.Client) (struct{}, error) {
		return struct{}{}, e.SendTransaction(ctx, tx)
	})
	return err
}

func (b backend) TransactionReceipt(ctx context.Context, h common.Hash) (*types.Receipt, error) {
	return with(ctx, b.c, func(ctx context.Context, e *ethclient.Client) (*types.Receipt, error) {
		return e.TransactionReceipt(ctx, h)
	})
}
