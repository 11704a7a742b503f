package chain

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

// Client is a client of the endpoint in use, whose chain id and, where one is
// expected, whose contract have been checked. A chain has one endpoint or
// several. One of them is in use; it is changed when it fails (Drop), and when an
// audit finds another to be better.
func (c *Chain) Client(ctx context.Context) (*ethclient.Client, error) {
	if len(c.urls) == 0 {
		return nil, fmt.Errorf("chain %s: %w: none is configured", c.Name, ErrUnreachable)
	}
	var first error
	begin := c.InUse()
	for k := range c.urls {
		i := (begin + k) % len(c.urls)
		client, err := c.open(ctx, i)
		if err == nil {
			c.use(i)
			return client, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, first
}

// InUse is the number of the endpoint in use.
func (c *Chain) InUse() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.current
}

func (c *Chain) use(i int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.current = i
}

// patience is how long one request may take: less where another endpoint could
// be asked instead.
func (c *Chain) patience() time.Duration {
	if len(c.urls) > 1 {
		return rpcTimeout / 3
	}
	return rpcTimeout
}

// open dials an endpoint if it is not open. No lock is held meanwhile: one that
// hangs holds up nobody who asks another.
func (c *Chain) open(ctx context.Context, i int) (*ethclient.Client, error) {
	c.mu.Lock()
	client := c.clients[i]
	c.mu.Unlock()
	if client != nil {
		return client, nil
	}
	client, err := c.dial(ctx, c.urls[i])
	if err != nil {
		// URLs may hold a key: say which, not what.
		return nil, fmt.Errorf("chain %s, rpc[%d]: %w", c.Name, i, err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if other := c.clients[i]; other != nil {
		client.Close()
		return other, nil
	}
	c.clients[i] = client
	return client, nil
}

func (c *Chain) dial(ctx context.Context, endpoint string) (*ethclient.Client, error) {
	ctx, cancel := context.WithTimeout(ctx, c.patience())
	defer cancel()
	client, err := dialRPC(ctx, endpoint)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreachable, said(err))
	}
	busy, stop := context.WithTimeout(ctx, auditTimeout)
	defer stop()
	if err := c.patiently(busy, func() error { return c.verify(ctx, client) }); err != nil {
		client.Close()
		return nil, err
	}
	return client, nil
}

func (c *Chain) verify(ctx context.Context, client *ethclient.Client) error {
	id, err := client.ChainID(ctx)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnreachable, said(err))
	}
	if !id.IsUint64() || id.Uint64() != c.ID {
		return fmt.Errorf("%w: id %v, configured %d", ErrWrongChain, id, c.ID)
	}
	if err := ownHashes(ctx, client); err != nil {
		return err
	}
	if c.Address == (common.Address{}) {
		return nil
	}
	code, err := client.CodeAt(ctx, c.Address, nil)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnreachable, said(err))
	}
	if len(code) == 0 {
		return fmt.Errorf("%w %s", ErrNoContract, c.Address)
	}
	if !contract.MarketCode.Is(code) {
		return fmt.Errorf("%w: %s", ErrForeignCode, c.Address)
	}
	return nil
}

// ownHashes checks that a block's hash is that of its header as we know headers: by
// it the draw is proven, and all that a block commits to.
func ownHashes(ctx context.Context, client *ethclient.Client) error {
	var raw json.RawMessage
	if err := client.Client().CallContext(ctx, &raw, "eth_getBlockByNumber", "latest", false); err != nil {
		return fmt.Errorf("%w: %w", ErrUnreachable, said(err))
	}
	var block *struct {
		Hash common.Hash `json:"hash"`
	}
	var header *types.Header
	if err := errors.Join(json.Unmarshal(raw, &block), json.Unmarshal(raw, &header)); err != nil {
		return fmt.Errorf("%w: its newest block cannot be read: %w", ErrUnreachable, said(err))
	}
	if block == nil {
		return fmt.Errorf("%w: %w", ErrUnreachable, errMoment)
	}
	if header.Hash() != block.Hash {
		return ErrHeaders
	}
	return nil
}

// Drop gives the endpoint in use up after a failure: the next use tries the
// next one first.
func (c *Chain) Drop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.drop(c.current)
	if len(c.urls) > 0 {
		c.current = (c.current + 1) % len(c.urls)
	}
}

// Close closes every endpoint.
func (c *Chain) Close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := range c.clients {
		c.drop(i)
	}
}

func (c *Chain) drop(i int) {
	if i < len(c.clients) && c.clients[i] != nil {
		c.clients[i].Close()
		c.clients[i] = nil
	}
}
