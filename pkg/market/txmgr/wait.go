package txmgr

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
)

// refusalPatience is how long Wait hopes that a refused transaction was taken all
// the same: a few blocks of a slow chain, no more than a person has.
func (m *Manager) refusalPatience() time.Duration { return max(5*m.opt.Poll, 2*time.Second) }

// Step makes progress on a call under a key, or under a fresh one where its transaction was
// mined and reverted; done is true once it is confirmed. It does not wait.
func (m *Manager) Step(ctx context.Context, key string, call Call) (receipt *types.Receipt, done bool, err error) {
	key = m.Fresh(key)
	in, err := m.Ensure(ctx, key, call)
	switch {
	case err != nil:
		return nil, false, err
	case in.State == Reverted:
		return nil, false, fmt.Errorf("%s: %w: mined, but reverted", key, ErrRevert)
	case in.State == Pending:
		return nil, false, nil
	}
	return in.Receipt, true, nil
}

// Wait calls Ensure until the intent is final. A reverted one is an error, and so is
// one that nodes refuse for good; it stays an intent, and is gone on with when it is
// asked for again.
func (m *Manager) Wait(ctx context.Context, key string, call Call) (*types.Receipt, error) {
	for {
		in, err := m.Ensure(ctx, key, call)
		switch {
		case err != nil:
			return nil, err
		case in.State == Mined:
			return in.Receipt, nil
		case in.State == Reverted:
			return in.Receipt, fmt.Errorf("%s: transaction %s was mined and reverted", key, in.Receipt.TxHash)
		}
		if err := m.refusedFor(key, m.refusalPatience()); err != nil {
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("%s: %w", key, ctx.Err())
		case <-time.After(m.opt.Poll):
		}
	}
}
