// Package beacon reads the blobs of a chain's blocks (EIP-4844) back. Execution nodes never
// give them; beacon nodes do, for about 18 days, and archives longer. None of them is believed:
// a blob is what its versioned hash says, whoever sends it.
package beacon

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
)

// Faults of the world that callers tell apart.
var (
	ErrNotThere    = errors.New("blobs are not there: not yet, or not any more")
	ErrUnreachable = errors.New("no beacon endpoint answers")
)

// mostBlobs is how many blobs are read at once, and an answer may hold: more than any block has.
const mostBlobs = 128

// source is where blobs come from.
type source interface {
	// blobs gives what was asked for, more, less, in any order, some with an error: nothing of it is checked yet.
	blobs(ctx context.Context, blockTime uint64, hashes []common.Hash) ([]kzg4844.Blob, error)
	// try says whether it serves what belongs to a block, with the block's blobs or without.
	try(ctx context.Context, block *types.Header, withBlobs bool) (words string, minor bool, err error)
}

// Client reads blobs from several endpoints, which are tried in turn, and keeps them in an archive.
type Client struct {
	sources []source
	archive *Archive // nil: nothing is kept

	mu    sync.Mutex
	amiss []string // what was wrong with an endpoint when it was last asked, by endpoint; "": nothing
}

// New describes a chain's endpoints; nothing is asked before the first use. A URL is a beacon node's, or, if
// it holds {versioned_hash}, where an archive has a single blob. The archive may be nil.
func New(urls []string, archive *Archive) *Client {
	c := &Client{archive: archive, amiss: make([]string, len(urls))}
	for _, u := range urls {
		c.sources = append(c.sources, newSource(u))
	}
	return c
}

// Blobs are the blobs of these versioned hashes, in their order. They stand in transactions of one block, whose
// execution payload has this time, in seconds since 1970.
func (c *Client) Blobs(ctx context.Context, blockTime uint64, hashes []common.Hash) ([]kzg4844.Blob, error) {
	want := newWanted(ctx, hashes)
	if n := len(want.missing); n > mostBlobs {
		return nil, fmt.Errorf("%d blobs of one block: at most %d", n, mostBlobs)
	}
	want.takeKept(c.archive)
	var errs []error
	answered := false
	for _, i := range c.order() {
		if len(want.missing) == 0 {
			break
		}
		err := c.ask(ctx, i, blockTime, want)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("beacon[%d]: %w", i, err))
		}
		answered = answered || errors.Is(err, ErrNotThere)
	}
	switch {
	case len(want.missing) == 0:
		return want.inOrder(hashes), nil
	case answered:
		return nil, fmt.Errorf("%w: %s of %d: %w", ErrNotThere, want.missing[0], len(hashes), errors.Join(errs...))
	case len(errs) == 0:
		return nil, fmt.Errorf("%w: none is configured", ErrUnreachable)
	}
	return nil, fmt.Errorf("%w: %w", ErrUnreachable, errors.Join(errs...))
}

// order is that in which endpoints are asked: as configured, those last that failed lately.
func (c *Client) order() []int {
	amiss := c.Amiss()
	order := make([]int, len(c.sources))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(min(len(amiss[i]), 1), min(len(amiss[j]), 1)) })
	return order
}

// ask asks one endpoint for what is missing, and takes what stands the check. An endpoint that answers and
// leaves something missing is ErrNotThere; that one has no blob is no fault of it, that it lies is.
func (c *Client) ask(ctx context.Context, i int, blockTime uint64, want *wanted) error {
	blobs, err := c.sources[i].blobs(ctx, blockTime, slices.Clone(want.missing))
	foreign, checkErr := want.take(ctx, blobs, c.archive)
	if ctx.Err() != nil { // the caller's end is no fault of the endpoint
		return ctx.Err()
	}
	if err = errors.Join(err, checkErr); err == nil && len(want.missing) > 0 {
		err = ErrNotThere
		if foreign > 0 {
			err = fmt.Errorf("%w: %w", err, errForeign)
		}
	}
	if errors.Is(err, ErrNotThere) && !errors.Is(err, errForeign) {
		c.note(i, nil)
	} else {
		c.note(i, err)
	}
	return err
}

// errForeign reports blobs that nobody asked for in the place of those that were: a lie, or a node that passes over
// the question's hashes and has not got them.
var errForeign = errors.New("what it gives has other hashes")

func (c *Client) note(i int, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.amiss[i] = ""
	if err != nil {
		c.amiss[i] = err.Error()
	}
}

// Amiss is what was wrong with each endpoint when it was last asked; "" is nothing.
func (c *Client) Amiss() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.amiss)
}
