package market

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"golang.org/x/sync/errgroup"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

// reader reads a revealed hold-out back from the chain, and goes on where it was
// when an endpoint fails in the middle. It is of one draw.
type reader struct {
	mu      sync.Mutex // of what is below: who plays and who computes a claim may read the same one
	size    int        // of the hold-out, in bytes
	used    uint64     // when it was asked for last, by the market's count
	seed    [32]byte
	groups  []Group
	missing int
	low     uint64               // blocks from here up to high were looked through
	high    uint64               // 0: none yet
	pending []types.Log          // whose transactions could not be read yet
	seen    map[common.Hash]bool // transactions that were read, or are pending
}

// maxPending bounds how many transactions are tried again: each of the contract's
// events names a group that was new.
const maxPending = 1 << 16

// readersAtOnce is how many transactions are read side by side.
const readersAtOnce = 8

// What is kept of hold-outs at once: so many, of so many bytes, and the latest whatever its size.
const (
	mostReaders = 16
	mostHeld    = 512 << 20
)

// reader finds the reader of a challenge's draw.
func (m *Market) reader(ch *Challenge) *reader {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.reads++
	r := m.readers[ch.Key()]
	if r == nil || r.seed != ch.Seed {
		n := int(ch.Terms.HoldoutGroups)
		r = &reader{seed: ch.Seed, size: ch.Points() * (int(ch.Terms.Features) + 1), groups: make([]Group, n), missing: n, seen: map[common.Hash]bool{}}
		delete(m.readers, ch.Key())
		m.forget(r.size)
		m.readers[ch.Key()] = r
	}
	r.used = m.reads
	return r
}

// forget drops the readers that were used longest ago, until there is room for one of so many bytes.
func (m *Market) forget(size int) {
	for {
		oldest, held := "", size
		for key, r := range m.readers {
			if held += r.size; oldest == "" || r.used < m.readers[oldest].used {
				oldest = key
			}
		}
		if oldest == "" || held <= mostHeld && len(m.readers) < mostReaders {
			return
		}
		delete(m.readers, oldest)
	}
}

// Revealed reads the revealed hold-out groups, each verified, in the order of their
// slots. It is an error if one is missing; what was read is kept for the next try.
func (m *Market) Revealed(ctx context.Context, ch *Challenge) ([]Group, error) {
	r := m.reader(ch)
	r.mu.Lock()
	defer r.mu.Unlock()
	head, err := m.Head(ctx)
	if err != nil {
		return nil, err
	}
	if top := head.Number.Uint64(); r.missing > 0 {
		err = r.read(ctx, m, ch, top)
	}
	if r.missing > 0 {
		cause := ""
		if err != nil {
			cause = ": " + err.Error()
		} else if len(r.pending) == 0 {
			r.high = 0 // all was looked through: blocks may have been taken back
			clear(r.seen)
		}
		return nil, fmt.Errorf("challenge %s: %d of %d hold-out groups cannot be read from the chain yet%s", ch.Key(), r.missing, len(r.groups), cause)
	}
	return slices.Clone(r.groups), nil
}

// read looks through blocks from the newest down, as reveals come late, until all
// groups are found.
func (r *reader) read(ctx context.Context, m *Market, ch *Challenge, top uint64) error {
	failed := r.fetch(ctx, m, ch)
	look := func(least, to uint64) (from uint64, err error) {
		logs, from, err := m.LogsBelow(ctx, m.filter(ch, "HoldoutRevealed"), least, to)
		if err != nil {
			return 0, fmt.Errorf("HoldoutRevealed events: %w", err)
		}
		for _, log := range logs {
			if !r.seen[log.TxHash] && len(r.pending) < maxPending {
				r.seen[log.TxHash] = true
				r.pending = append(r.pending, log)
			}
		}
		failed = r.fetch(ctx, m, ch) // it has tried again what could not be read before
		return from, nil
	}
	if r.high == 0 {
		r.low, r.high = top+1, top
	}
	for to := top; to > r.high && r.missing > 0; { // what has come since
		from, err := look(r.high+1, to)
		if err != nil {
			return err
		}
		to = from - 1
	}
	r.high = max(r.high, top)
	for r.low > ch.DrawBlock && r.missing > 0 {
		from, err := look(ch.DrawBlock, r.low-1)
		if err != nil {
			return err
		}
		r.low = from
	}
	return failed
}

// fetch reads the pending transactions. One that cannot be read holds no other up,
// and is tried again the next time.
func (r *reader) fetch(ctx context.Context, m *Market, ch *Challenge) (failed error) {
	pending := r.pending
	r.pending = nil
	for at := 0; at < len(pending) && r.missing > 0; at += readersAtOnce {
		some := pending[at:min(at+readersAtOnce, len(pending))]
		inputs, errs := make([][]byte, len(some)), make([]error, len(some))
		var group errgroup.Group
		for i, log := range some {
			group.Go(func() error {
				var tx chain.Sent
				tx, errs[i] = m.Sent(ctx, log.TxHash)
				if inputs[i] = tx.Input; tx.Block != 0 {
					some[i].BlockNumber = tx.Block // the one of the event may have been taken back
				}
				return nil
			})
		}
		_ = group.Wait()
		for i := range some {
			var fresh []Group
			for _, call := range contract.Reveals(inputs[i]) {
				fresh = append(fresh, collect(ch, r.groups, call)...)
			}
			if errs[i] == nil {
				errs[i] = m.fill(ctx, ch, some[i].BlockNumber, fresh)
			}
			if errs[i] != nil {
				failed = errs[i]
				r.pending = append(r.pending, some[i])
				continue
			}
			for _, g := range fresh {
				if r.groups[g.Slot].Payload == nil {
					r.groups[g.Slot] = g
					r.missing--
				}
			}
		}
	}
	return failed
}
