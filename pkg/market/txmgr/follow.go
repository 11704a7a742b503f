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
	settled := m.settled(head)
	for _, raw := range in.Raw {
		tx, err := decode(raw)
		if err != nil {
			return false, err
		}
		receipt, err := m.backend.TransactionReceipt(ctx, tx.Hash())
		if errors.Is(err, ErrUnknown) {
			m.waiting(in.Key, head, "there is no receipt: "+err.Error())
			return false, nil
		}
		if err != nil && !errors.Is(err, ethereum.NotFound) {
			return false, err
		}
		if receipt == nil || err != nil {
			continue
		}
		if receipt.BlockNumber.Cmp(settled) > 0 {
			return false, nil
		}
		return false, m.finish(ctx, in, tx, receipt)
	}
	if settled.Sign() >= 0 {
		nonce, err := m.backend.NonceAt(ctx, in.From, settled)
		if err != nil {
			return false, err
		}
		if nonce > in.Nonce {
			included, err := m.included(ctx, in)
			if included {
				delete(m.suspect, in.Key)
				m.waiting(in.Key, head, "it stands in a block, but no node gives its receipt")
			}
			if err != nil || included {
				return false, err // its receipt will come
			}
			return m.lost(in.Key, head.Number.Uint64()), nil
		}
	}
	delete(m.suspect, in.Key)
	if held, err := m.held(ctx, in, head); err != nil || held {
		return false, err
	}
	m.waiting(in.Key, head, "no node has it in a block yet")
	if m.opt.Now().Sub(in.Sent) > m.replaceAfter(in) {
		return false, m.replace(ctx, in, head)
	}
	m.offer(ctx, in, head)
	return false, nil
}

// settled is the highest block that has its confirmations; below zero: there is none.
func (m *Manager) settled(head *types.Header) *big.Int {
	return new(big.Int).Sub(head.Number, new(big.Int).SetUint64(m.opt.Confirmations-1))
}

// included reports whether any version of an intent's transaction stands in a block:
// a node's index of receipts may be far behind its blocks.
func (m *Manager) included(ctx context.Context, in *Intent) (bool, error) {
	for _, raw := range in.Raw {
		tx, err := decode(raw)
		if err != nil {
			return false, err
		}
		if is, err := m.backend.Included(ctx, tx.Hash()); err != nil || is {
			return is, err
		}
	}
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

// finish stores the receipt of an intent's transaction. What it has paid is no part
// of what a block commits to, but follows from what is.
func (m *Manager) finish(ctx context.Context, in *Intent, tx *types.Transaction, receipt *types.Receipt) error {
	header, err := m.backend.HeaderByNumber(ctx, receipt.BlockNumber)
	if err != nil {
		return err
	}
	if header.BaseFee != nil {
		paid := new(big.Int).Add(header.BaseFee, tx.GasTipCap())
		if paid.Cmp(tx.GasFeeCap()) > 0 {
			paid = tx.GasFeeCap()
		}
		receipt.EffectiveGasPrice = paid
	}
	if hasBlobs(tx) {
		receipt.BlobGasUsed = tx.BlobGas()
		if p := receipt.BlobGasPrice; p == nil || p.Cmp(tx.BlobGasFeeCap()) > 0 {
			receipt.BlobGasPrice = tx.BlobGasFeeCap() // no block has it that asks for more
		}
	}
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
	delete(m.refused, in.Key)
	delete(m.waits, in.Key)
	delete(m.offers, in.Key)
	return nil
}

// revert turns a node's answer to a call that reverts into ErrRevert with the
// raw reason; other errors pass.
func revert(err error) error {
	if err == nil {
		return nil
	}
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
