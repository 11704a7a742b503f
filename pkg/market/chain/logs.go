package chain

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
)

// mostSpan is for how many blocks logs are asked for at once at most. Public endpoints
// allow 10,000, 5,000, 1,000 or 50, and say so in words of their own: on any error
// the span is halved, what works is remembered, and after a while more is tried.
const mostSpan = 9000

// LogsBelow are the logs of the blocks up to `to`, from as far below it as the
// endpoint gives at once, but not below least. from is the first of these blocks.
func (c *Chain) LogsBelow(ctx context.Context, query ethereum.FilterQuery, least, to uint64) (logs []types.Log, from uint64, err error) {
	for again := false; ; again = true {
		span := c.logSpan()
		from = least
		if to-least >= span {
			from = to - span + 1
		}
		query.FromBlock, query.ToBlock = new(big.Int).SetUint64(from), new(big.Int).SetUint64(to)
		logs, err = With(ctx, c, func(ctx context.Context, e *ethclient.Client) ([]types.Log, error) {
			return e.FilterLogs(large(ctx), query)
		})
		if err == nil {
			c.widen()
			return logs, from, nil
		}
		if ctx.Err() != nil || again && from == to || lacks(err) {
			return nil, 0, err
		}
		c.narrow(to - from + 1)
	}
}

func (c *Chain) logSpan() uint64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.span
}

// narrow halves the span after so many blocks were too many.
func (c *Chain) narrow(failed uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.span, c.streak = max(1, failed/2), 0
}

// widen tries more once the span has worked for a while.
func (c *Chain) widen() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.streak++; c.streak >= 50 {
		c.span, c.streak = min(mostSpan, 2*c.span), 0
	}
}

// Sent is what a transaction carries. It is read by itself: an endpoint may
// answer with kinds of transactions that no client here knows, and whose data are
// data all the same.
func (c *Chain) Sent(ctx context.Context, hash common.Hash) (Sent, error) {
	type transaction struct {
		Hash  common.Hash   `json:"hash"`
		Input hexutil.Bytes `json:"input"`
		Blobs []common.Hash `json:"blobVersionedHashes"`
		Block *hexutil.Big  `json:"blockNumber"`
	}
	tx, err := With(ctx, c, func(ctx context.Context, e *ethclient.Client) (tx *transaction, err error) {
		err = e.Client().CallContext(ctx, &tx, "eth_getTransactionByHash", hash)
		return tx, err
	})
	if err == nil && (tx == nil || tx.Hash != hash) {
		err = ethereum.NotFound
	}
	if err != nil {
		return Sent{}, fmt.Errorf("chain %s: transaction %s: %w", c.Name, hash, err)
	}
	sent := Sent{Input: tx.Input}
	if tx.Block != nil {
		sent.Block = tx.Block.ToInt().Uint64()
	}
	for _, b := range tx.Blobs {
		sent.Blobs = append(sent.Blobs, b)
	}
	return sent, nil
}

// Sent is what a transaction carries.
type Sent struct {
	Input []byte
	Blobs [][32]byte // versioned hashes
	Block uint64     // in which it stands now, as the endpoint says; 0: in none, or it does not say
}
