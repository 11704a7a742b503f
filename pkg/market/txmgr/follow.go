package txmgr

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

// lostAfter is in how many blocks an intent must seem lost after the first to
// count as lost: behind one address there can be several nodes, of which one
// knows the nonce and another not yet, or not for a moment, the receipt.
const lostAfter = 3

// sighting is how often, at heads that differ, an intent has seemed lost, and
// the highest such head. Blocks that passed unseen do not count: one endpoint
// may be far ahead of the one before it.
type sighting struct {
	head  uint64
	times int
}

// follow looks an intent's fate up; lost means that its nonce went to a
// transaction of somebody else's, for good.
func (m *Manager) follow(ctx context.Context, in *Intent) (lost bool, err error) {
	if in.State != Pending {
		return false, nil
	}
	head, err := m.backend.HeaderByNumber(ctx, nil)
	if err != nil {
		return false, err
	}
	depth := new(big.Int).SetUint64(m.opt.Confirmations - 1)
	settled := new(big.Int).Sub(head.Number, depth)
	for _, raw := range in.Raw {
		tx, err := decode(raw)
		if err != nil {
			return false, err
		}
		receipt, err := m.backend.TransactionReceipt(ctx, tx.Hash())
		if err != nil && !errors.Is(err, ethereum.NotFound) {
			return false, err
		}
		if receipt == nil || err != nil {
			continue
		}
		if receipt.BlockNumber.Cmp(settled) > 0 {
			return false, nil
		}
		return false, m.finish(in, receipt)
	}
	if settled.Sign() >= 0 {
		nonce, err := m.backend.NonceAt(ctx, in.From, settled)
		if err != nil {
			return false, err
		}
		if nonce > in.Nonce {
			return m.lost(in.Key, head.Number.Uint64()), nil
		}
	}
	delete(m.suspect, in.Key)
	if m.opt.Now().Sub(in.Sent) > m.opt.ReplaceAfter {
		return false, m.replace(ctx, in)
	}
	_ = m.send(ctx, in) // harmless if the node knows it
	return false, nil
}

// lost notes that an intent seems lost, and reports whether it has for long enough.
func (m *Manager) lost(key string, head uint64) bool {
	seen := m.suspect[key]
	if seen.times == 0 || head > seen.head {
		seen = sighting{head, seen.times + 1}
		m.suspect[key] = seen
	}
	return seen.times > lostAfter
}

func (m *Manager) finish(in *Intent, receipt *types.Receipt) error {
	next := *in
	next.State, next.Receipt, next.Block = Mined, receipt, receipt.BlockNumber.Uint64()
	if receipt.Status != types.ReceiptStatusSuccessful {
		next.State = Reverted
	}
	if err := m.store.Put(next); err != nil {
		return err
	}
	*in = next
	delete(m.suspect, in.Key)
	return nil
}

// revert turns a node's answer to a call that reverts into ErrRevert with the
// raw reason; other errors pass.
func revert(err error) error {
	if strings.Contains(err.Error(), "gas required exceeds") || strings.Contains(err.Error(), "exceeds block gas limit") {
		return fmt.Errorf("%w: %w", ErrTooMuchGas, err)
	}
	var data rpc.DataError
	if errors.As(err, &data) {
		if s, ok := data.ErrorData().(string); ok {
			return &RevertError{Data: common.FromHex(s), msg: err.Error()}
		}
	}
	if strings.Contains(err.Error(), "execution reverted") {
		return &RevertError{msg: err.Error()}
	}
	return err
}

// RevertError carries the reason that the contract gave, in its ABI's encoding.
type RevertError struct {
	Data []byte
	msg  string
}

func (e *RevertError) Error() string { return ErrRevert.Error() + ": " + e.msg }

// Unwrap makes errors.Is(err, ErrRevert) hold.
func (e *RevertError) Unwrap() error { return ErrRevert }
