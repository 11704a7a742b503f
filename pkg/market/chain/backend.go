package chain

import (
	"context"
	"errors"
	"math/big"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// Backend gives a transaction manager whichever endpoint of the chain works now.
func (c *Chain) Backend() txmgr.Backend { return backend{c} }

type backend struct{ c *Chain }

// With runs f on a checked client, within the time of one request. Where the
// endpoint only asks for a moment's patience, it is asked again.
func With[T any](ctx context.Context, c *Chain, f func(context.Context, *ethclient.Client) (T, error)) (T, error) {
	client, err := c.Client(ctx)
	if err != nil {
		var zero T
		return zero, err
	}
	ctx, cancel := context.WithTimeout(ctx, c.patience())
	defer cancel()
	var v T
	err = whileBusy(ctx, func() (err error) {
		v, err = f(ctx, client)
		return err
	})
	return v, said(err)
}

// whileBusy does something again and again, within ctx, while the endpoint only asks
// for a moment's patience.
func whileBusy(ctx context.Context, do func() error) error {
	pause := backoff.NewExponentialBackOff()
	pause.InitialInterval = 200 * time.Millisecond
	for {
		if err := do(); !isPassing(err) || Sleep(ctx, pause.NextBackOff()) != nil {
			return err
		}
	}
}

// patiently is whileBusy where there is no other endpoint to ask.
func (c *Chain) patiently(ctx context.Context, do func() error) error {
	if len(c.urls) > 1 {
		return do()
	}
	return whileBusy(ctx, do)
}

// errMoment reports an endpoint that knows of no head: it has just started, or
// several nodes stand behind one address.
var errMoment = errors.New("the endpoint knows of no newest block now")

// isPassing reports an endpoint that is busy, or has had enough of us for a moment.
func isPassing(err error) bool {
	if err == nil {
		return false
	}
	var status rpc.HTTPError
	if errors.As(err, &status) {
		return status.StatusCode == 429 || status.StatusCode >= 502 && status.StatusCode <= 504
	}
	var answer rpc.Error
	text := strings.ToLower(err.Error())
	return errors.Is(err, errMoment) || errors.As(err, &answer) && answer.ErrorCode() == -32005 ||
		strings.Contains(text, "rate limit") || strings.Contains(text, "too many requests")
}

// lacks reports an endpoint that does not have a method.
func lacks(err error) bool {
	var answer rpc.Error
	return errors.As(err, &answer) && (answer.ErrorCode() == -32601 || strings.Contains(answer.Error(), "not available") || strings.Contains(answer.Error(), "not supported"))
}

// PendingNonceAt is the account's next nonce; of an endpoint that has no pending
// state, that of its newest block. The manager knows of its own besides.
func (b backend) PendingNonceAt(ctx context.Context, a common.Address) (uint64, error) {
	return With(ctx, b.c, func(ctx context.Context, e *ethclient.Client) (uint64, error) {
		n, err := e.PendingNonceAt(ctx, a)
		if err != nil && ctx.Err() == nil && !isPassing(err) {
			return e.NonceAt(ctx, a, nil)
		}
		return n, err
	})
}

func (b backend) NonceAt(ctx context.Context, a common.Address, block *big.Int) (uint64, error) {
	return With(ctx, b.c, func(ctx context.Context, e *ethclient.Client) (uint64, error) { return e.NonceAt(ctx, a, block) })
}

func (b backend) EstimateGas(ctx context.Context, call ethereum.CallMsg) (uint64, error) {
	return With(ctx, b.c, func(ctx context.Context, e *ethclient.Client) (uint64, error) { return e.EstimateGas(ctx, call) })
}

func (b backend) HeaderByNumber(ctx context.Context, n *big.Int) (*types.Header, error) {
	return With(ctx, b.c, func(ctx context.Context, e *ethclient.Client) (*types.Header, error) {
		h, err := e.HeaderByNumber(ctx, n)
		if n == nil && errors.Is(err, ethereum.NotFound) {
			err = errMoment
		}
		return h, err
	})
}

// SuggestGasTipCap is the median of what the endpoints suggest, and no more than
// twice what nine in ten transactions of late have paid: one endpoint's word must
// not spend a reward.
func (b backend) SuggestGasTipCap(ctx context.Context) (*big.Int, error) {
	if _, err := b.c.Client(ctx); err != nil {
		return nil, err
	}
	tips, err := askEach(ctx, b, suggestedTip)
	if len(tips) == 0 {
		return nil, err
	}
	tip := median(tips)
	if paid, _ := askEach(ctx, b, paidTip); len(paid) > 0 {
		if most := median(paid); tip.Cmp(most.Lsh(most, 1)) > 0 && most.Sign() > 0 {
			tip = most
		}
	}
	return tip, nil
}

// suggestedTip is an endpoint's suggestion, or what its gas price leaves above the
// base fee: the method for it is no required one. A price is of a block that nobody
// names, so the base fee is asked before and after it, and the lower one is taken: one
// that has risen in between would leave no tip, and nodes refuse a transaction without.
func suggestedTip(ctx context.Context, e *ethclient.Client) (*big.Int, error) {
	tip, err := e.SuggestGasTipCap(ctx)
	if err == nil || !lacks(err) {
		return tip, err
	}
	before, err := baseFee(ctx, e)
	if err != nil {
		return nil, err
	}
	price, err := e.SuggestGasPrice(ctx)
	if err != nil {
		return nil, err
	}
	after, err := baseFee(ctx, e)
	if err != nil {
		return nil, err
	}
	if after.Cmp(before) < 0 {
		before = after
	}
	if tip = new(big.Int).Sub(price, before); tip.Sign() <= 0 {
		tip.SetInt64(1)
	}
	return tip, nil
}

// baseFee is that of an endpoint's latest block.
func baseFee(ctx context.Context, e *ethclient.Client) (*big.Int, error) {
	head, err := e.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, err
	}
	if head.BaseFee == nil {
		return nil, txmgr.ErrNoBaseFee
	}
	return head.BaseFee, nil
}

// paidTip is what nine in ten transactions of the latest blocks have paid at most,
// in the dearest of them.
func paidTip(ctx context.Context, e *ethclient.Client) (*big.Int, error) {
	h, err := e.FeeHistory(ctx, 20, nil, []float64{90})
	if err != nil {
		return nil, err
	}
	most := new(big.Int)
	for _, r := range h.Reward {
		if len(r) > 0 && r[0] != nil && r[0].Cmp(most) > 0 {
			most.Set(r[0])
		}
	}
	return most, nil
}

func median(list []*big.Int) *big.Int {
	slices.SortFunc(list, (*big.Int).Cmp)
	return new(big.Int).Set(list[(len(list)-1)/2])
}

// askEach asks all endpoints that are awake at once, and gives the answers of those
// that answer, with one error of the others.
func askEach[T any](ctx context.Context, b backend, f func(context.Context, *ethclient.Client) (T, error)) (answers []T, err error) {
	var mu sync.Mutex
	failed := b.askAll(ctx, auditTimeout, func(ctx context.Context, _ int, e *ethclient.Client) error {
		v, err := f(ctx, e)
		if err == nil {
			mu.Lock()
			defer mu.Unlock()
			answers = append(answers, v)
		}
		return err
	})
	for _, e := range failed {
		if e != nil {
			err = e
		}
	}
	return answers, err
}

// askAll asks all endpoints that are awake at once, and returns the error of each.
// One that takes longer than most is sent to rest.
func (b backend) askAll(ctx context.Context, most time.Duration, f func(context.Context, int, *ethclient.Client) error) []error {
	errs := make([]error, len(b.c.urls))
	each(b.c.awake(), func(i int) {
		ctx, cancel := context.WithTimeout(ctx, most)
		defer cancel()
		client, err := b.c.open(ctx, i)
		if err == nil {
			err = b.c.patiently(ctx, func() error { return f(ctx, i, client) })
		}
		if errors.Is(err, context.DeadlineExceeded) {
			b.c.rest(i)
		}
		errs[i] = said(err)
	})
	return errs
}

// sendTimeout leaves a transaction the time that its bytes take on a slow line, in
// hexadecimal digits: one with six blobs has 1.6 MB of them.
func sendTimeout(tx *types.Transaction) time.Duration {
	const perSecond = 64 << 10 // bytes, each two digits: a line of a megabit
	return auditTimeout + time.Duration(tx.Size())*time.Second/perSecond
}

// SendTransaction hands the transaction to every endpoint that answers: the one
// in use may be one that takes transactions and forgets them. It is refused where
// one refuses it and none has taken it.
func (b backend) SendTransaction(ctx context.Context, tx *types.Transaction) error {
	if _, err := b.c.Client(ctx); err != nil {
		return err
	}
	var mu sync.Mutex
	taken := false
	errs := b.askAll(ctx, sendTimeout(tx), func(ctx context.Context, _ int, e *ethclient.Client) error {
		err := e.SendTransaction(ctx, tx)
		mu.Lock()
		defer mu.Unlock()
		taken = taken || err == nil
		return err
	})
	if taken {
		return nil
	}
	var answer rpc.Error
	for _, err := range errs {
		if errors.As(err, &answer) {
			return err
		}
	}
	return errs[b.c.InUse()]
}

// Included reports whether any endpoint has the transaction in a block.
func (b backend) Included(ctx context.Context, h common.Hash) (bool, error) {
	found, err := askEach(ctx, b, func(ctx context.Context, e *ethclient.Client) (bool, error) {
		var tx *struct {
			Hash        common.Hash  `json:"hash"`
			BlockNumber *hexutil.Big `json:"blockNumber"`
		}
		err := e.Client().CallContext(ctx, &tx, "eth_getTransactionByHash", h)
		return tx != nil && tx.Hash == h && tx.BlockNumber != nil, err
	})
	if len(found) == 0 {
		return false, err
	}
	return slices.Contains(found, true), nil
}

// Sleep waits, or until ctx ends, of which it returns the error.
func Sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}
