package market

import (
	"context"
	"fmt"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

// A chain has one endpoint or several. One of them is in use; it is changed
// when it fails (Drop), and when an audit finds it behind the others or alone
// with another chain than theirs.
const (
	maxLag       = 3               // blocks that an endpoint may lie behind the best
	auditDepth   = 2               // blocks below the lowest head at which they must agree
	auditTimeout = 5 * time.Second // for one endpoint; a slow one counts as absent
)

// Client is a client of the endpoint in use, whose chain id and, where one is
// expected, whose contract have been checked.
func (c *Chain) Client(ctx context.Context) (*ethclient.Client, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.urls) == 0 {
		return nil, fmt.Errorf("chain %s: %w: none is configured", c.Name, ErrUnreachable)
	}
	var first error
	for k := range c.urls {
		i := (c.current + k) % len(c.urls)
		client, err := c.open(ctx, i)
		if err == nil {
			c.current = i
			return client, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, first
}

// open dials an endpoint if it is not open. The caller holds the lock.
func (c *Chain) open(ctx context.Context, i int) (*ethclient.Client, error) {
	if c.clients[i] != nil {
		return c.clients[i], nil
	}
	client, err := c.dial(ctx, c.urls[i])
	if err != nil {
		// URLs may hold a key: say which, not what.
		return nil, fmt.Errorf("chain %s, rpc[%d]: %w", c.Name, i, err)
	}
	c.clients[i] = client
	return client, nil
}

func (c *Chain) dial(ctx context.Context, endpoint string) (*ethclient.Client, error) {
	ctx, cancel := context.WithTimeout(ctx, rpcTimeout)
	defer cancel()
	client, err := ethclient.DialContext(ctx, endpoint)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreachable, withoutURL(err))
	}
	if err := c.verify(ctx, client); err != nil {
		client.Close()
		return nil, err
	}
	return client, nil
}

func (c *Chain) verify(ctx context.Context, client *ethclient.Client) error {
	id, err := client.ChainID(ctx)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnreachable, withoutURL(err))
	}
	if !id.IsUint64() || id.Uint64() != c.ID {
		return fmt.Errorf("%w: id %v, configured %d", ErrWrongChain, id, c.ID)
	}
	if c.Market == (common.Address{}) {
		return nil
	}
	code, err := client.CodeAt(ctx, c.Market, nil)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnreachable, withoutURL(err))
	}
	if len(code) == 0 {
		return fmt.Errorf("%w %s", ErrNoContract, c.Market)
	}
	if !contract.MarketCode.Is(code) {
		return fmt.Errorf("%w: %s", ErrForeignCode, c.Market)
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

// opinion is what one endpoint says of the chain.
type opinion struct {
	head *types.Header // nil: it does not answer
	hash common.Hash   // of the block at the height that is compared
}

// Audit compares the endpoints, where there are several: it moves to the first
// that is neither behind the best nor against the majority. Where no majority
// agrees, none is believed.
func (c *Chain) Audit(ctx context.Context) error {
	if len(c.urls) < 2 {
		return nil
	}
	clients := c.openAll(ctx)
	opinions := make([]opinion, len(clients))
	each(clients, func(i int, client *ethclient.Client) {
		ctx, cancel := context.WithTimeout(ctx, auditTimeout)
		defer cancel()
		opinions[i].head, _ = client.HeaderByNumber(ctx, nil)
	})
	height, ok := commonHeight(opinions)
	if !ok {
		return nil // none answers: the next use says so
	}
	each(clients, func(i int, client *ethclient.Client) {
		if opinions[i].head == nil {
			return
		}
		ctx, cancel := context.WithTimeout(ctx, auditTimeout)
		defer cancel()
		if h, err := client.HeaderByNumber(ctx, new(big.Int).SetUint64(height)); err == nil {
			opinions[i].hash = h.Hash()
		}
	})
	best, err := judge(opinions, c.inUse())
	if err != nil {
		return fmt.Errorf("chain %s: %w", c.Name, err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.current = best
	return nil
}

func (c *Chain) inUse() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.current
}

// openAll dials what is not open; an endpoint that fails its checks has no say.
func (c *Chain) openAll(ctx context.Context) []*ethclient.Client {
	c.mu.Lock()
	defer c.mu.Unlock()
	ctx, cancel := context.WithTimeout(ctx, auditTimeout)
	defer cancel()
	clients := make([]*ethclient.Client, len(c.urls))
	for i := range c.urls {
		clients[i], _ = c.open(ctx, i)
	}
	return clients
}

// each asks all open clients at once.
func each(clients []*ethclient.Client, ask func(int, *ethclient.Client)) {
	var wg sync.WaitGroup
	for i, client := range clients {
		if client != nil {
			wg.Go(func() { ask(i, client) })
		}
	}
	wg.Wait()
}

// commonHeight is a height that every endpoint which is not far behind has.
func commonHeight(opinions []opinion) (height uint64, ok bool) {
	top := highest(opinions)
	height = top
	for _, o := range opinions {
		if o.head != nil && o.head.Number.Uint64()+maxLag >= top {
			height, ok = min(height, o.head.Number.Uint64()), true
		}
	}
	if height > auditDepth {
		height -= auditDepth
	}
	return height, ok
}

func highest(opinions []opinion) uint64 {
	top := uint64(0)
	for _, o := range opinions {
		if o.head != nil {
			top = max(top, o.head.Number.Uint64())
		}
	}
	return top
}

// judge picks the endpoint to use: the one in use if it is as good as any.
func judge(opinions []opinion, current int) (int, error) {
	top, votes, voters := highest(opinions), map[common.Hash]int{}, 0
	for _, o := range opinions {
		if o.head != nil && o.hash != (common.Hash{}) && o.head.Number.Uint64()+maxLag >= top {
			votes[o.hash]++
			voters++
		}
	}
	for k := range opinions {
		i := (current + k) % len(opinions)
		o := opinions[i]
		if o.head == nil || o.head.Number.Uint64()+maxLag < top {
			continue
		}
		if 2*votes[o.hash] > voters {
			return i, nil
		}
	}
	return 0, ErrDisagree
}
