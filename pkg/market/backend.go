package market

import (
	"context"
	"errors"
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
	ctx, cancel := context.WithTimeout(ctx, c.patience())
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

// SendTransaction hands the transaction to every endpoint that answers: the one
// in use may be one that takes transactions and forgets them.
func (b backend) SendTransaction(ctx context.Context, tx *types.Transaction) error {
	if _, err := b.c.Client(ctx); err != nil {
		return err
	}
	return b.askAll(ctx, func(ctx context.Context, _ int, e *ethclient.Client) error { return e.SendTransaction(ctx, tx) })
}

// askAll asks all endpoints that are awake at once, and returns the error of the
// one in use. One that takes too long is sent to rest.
func (b backend) askAll(ctx context.Context, f func(context.Context, int, *ethclient.Client) error) error {
	used, errs := b.c.inUse(), make([]error, len(b.c.urls))
	each(b.c.awake(), func(i int) {
		ctx, cancel := context.WithTimeout(ctx, auditTimeout)
		defer cancel()
		client, err := b.c.open(ctx, i)
		if err == nil {
			err = f(ctx, i, client)
		}
		if errors.Is(err, context.DeadlineExceeded) {
			b.c.rest(i)
		}
		errs[i] = withoutURL(err)
	})
	return errs[used]
}

// TransactionReceipt asks the endpoint in use and, if that knows of none, all of
// them: a node may have lost its index of transactions, and what seems not to
// have happened would be done again. Another's receipt counts only if the
// endpoint in use has its block.
func (b backend) TransactionReceipt(ctx context.Context, h common.Hash) (*types.Receipt, error) {
	own, err := with(ctx, b.c, func(ctx context.Context, e *ethclient.Client) (*types.Receipt, error) {
		return e.TransactionReceipt(ctx, h)
	})
	if !errors.Is(err, ethereum.NotFound) || len(b.c.urls) < 2 {
		return own, err
	}
	receipts := make([]*types.Receipt, len(b.c.urls))
	_ = b.askAll(ctx, func(ctx context.Context, i int, e *ethclient.Client) (err error) {
		receipts[i], err = e.TransactionReceipt(ctx, h)
		return err
	})
	for _, r := range receipts {
		if r == nil || r.TxHash != h {
			continue
		}
		if block, err := b.HeaderByNumber(ctx, r.BlockNumber); err == nil && block.Hash() == r.BlockHash {
			return r, nil
		}
	}
	return nil, err
}
