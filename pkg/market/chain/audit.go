package chain

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
)

const (
	auditTimeout = 5 * time.Second  // for one endpoint; a slow one counts as absent
	auditRest    = 15 * time.Second // for which an absent one is not asked again: it takes everybody's time
	doubtFor     = 10 * time.Minute // after it was last against the majority an endpoint has no vote
)

// Audit compares the endpoints, where there are several, and returns the newest
// header of the one to use: one that is neither behind the best nor against the
// majority. Where no majority agrees, none is believed.
func (c *Chain) Audit(ctx context.Context) (*types.Header, error) {
	if len(c.urls) < 2 {
		return c.Head(ctx)
	}
	opinions := c.ask(ctx)
	best, amiss, err := quorum(opinions, c.InUse())
	if err != nil {
		c.note(amiss, nil)
		return nil, fmt.Errorf("chain %s: %w", c.Name, err)
	}
	c.note(amiss, opinions)
	c.use(best)
	return opinions[best].head, nil
}

// Amiss is what the latest audit found wrong, by endpoint; "" is nothing.
func (c *Chain) Amiss() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.amiss)
}

// note keeps what an audit found. Without opinions, none is believed, and
// whoever rests may have the vote that decides.
func (c *Chain) note(amiss []string, opinions []opinion) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.amiss = amiss
	if opinions == nil {
		clear(c.rests)
	}
	for i, o := range opinions {
		switch {
		case o.head == nil:
		case amiss[i] == against:
			c.doubts[i] = time.Now().Add(doubtFor)
		default:
			delete(c.doubts, i)
		}
	}
}

// ask asks every endpoint at once for its head, and for the blocks at which it
// is compared with the others.
func (c *Chain) ask(ctx context.Context) []opinion {
	opinions := make([]opinion, len(c.urls))
	each(c.awake(), func(i int) {
		ctx, cancel := context.WithTimeout(ctx, auditTimeout)
		defer cancel()
		o := &opinions[i]
		var client *ethclient.Client
		if client, o.err = c.open(ctx, i); o.err == nil {
			o.head, o.err = client.HeaderByNumber(ctx, nil)
		}
		if o.err != nil {
			c.rest(i)
		}
	})
	list := answering(opinions)
	for _, i := range list {
		opinions[i].hashes = map[uint64]common.Hash{}
		for _, j := range list {
			opinions[i].hashes[comparedAt(opinions[i], opinions[j])] = common.Hash{}
		}
	}
	each(list, func(i int) {
		ctx, cancel := context.WithTimeout(ctx, auditTimeout)
		defer cancel()
		o := &opinions[i]
		for h := range o.hashes {
			var client *ethclient.Client
			var header *types.Header
			if client, o.err = c.open(ctx, i); o.err == nil {
				header, o.err = client.HeaderByNumber(ctx, new(big.Int).SetUint64(h))
			}
			if o.err != nil { // no answer is no other opinion
				o.head = nil
				return
			}
			o.hashes[h] = header.Hash()
		}
	})
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := range opinions {
		opinions[i].doubted = time.Now().Before(c.doubts[i])
	}
	return opinions
}

// rest spares us an endpoint for a while.
func (c *Chain) rest(i int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rests[i] = time.Now().Add(auditRest)
}

// awake are the endpoints that do not rest; all, if none is left otherwise.
func (c *Chain) awake() (list []int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := range c.urls {
		if time.Now().After(c.rests[i]) {
			list = append(list, i)
		}
	}
	if len(list) > 0 {
		return list
	}
	for i := range c.urls {
		list = append(list, i)
	}
	return list
}

// each does something for each of the endpoints at once.
func each(list []int, do func(int)) {
	var wg sync.WaitGroup
	for _, i := range list {
		wg.Go(func() { do(i) })
	}
	wg.Wait()
}
