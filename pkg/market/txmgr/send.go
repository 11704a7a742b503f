package txmgr

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
)

// changedSlot is what writing a storage slot takes more once another transaction
// has emptied it: ours that withdraws a balance before one that adds to it.
const changedSlot = 25_000

// create estimates, signs and stores a new intent.
func (m *Manager) create(ctx context.Context, key string, call Call) (*Intent, error) {
	from := m.signer.Address()
	gas, err := m.backend.EstimateGas(ctx, ethereum.CallMsg{From: from, To: call.To, Value: call.Value, Data: call.Data})
	if err = revert(err); err != nil && call.Gas > 0 && slow(err) {
		gas, err = call.Gas, nil
	}
	if err != nil {
		return nil, err
	}
	// Room for what other transactions change meanwhile, but within the cap: an
	// evaluation takes up to a third more once a rival has had a group of it
	// counted. What is not used is not paid.
	limit := min(gas+gas/3+changedSlot, GasCap)
	if gas > GasCap {
		return nil, fmt.Errorf("%w: %d of %d", ErrTooMuchGas, gas, GasCap)
	}
	nonce, err := m.nextNonce(ctx)
	if err != nil {
		return nil, err
	}
	in := &Intent{Key: key, ChainID: m.chainID.Uint64(), From: from, Nonce: nonce, State: Pending, Created: m.opt.Now(), Deadline: call.Deadline, Worth: call.Worth}
	tip, cap, err := m.fees(ctx, in, limit)
	if err != nil {
		return nil, err
	}
	tx := types.NewTx(&types.DynamicFeeTx{
		ChainID: m.chainID, Nonce: nonce, GasTipCap: tip, GasFeeCap: cap,
		Gas: limit, To: call.To, Value: call.Value, Data: call.Data,
	})
	return in, m.sign(in, tx)
}

// slow reports whether a node has not found out in time what a call takes. A node
// that is busy must not cost a turn.
func slow(err error) bool {
	text := err.Error()
	return errors.Is(err, context.DeadlineExceeded) || strings.Contains(text, "timeout") || strings.Contains(text, "timed out") || strings.Contains(text, "execution aborted")
}

// sign signs tx as the intent's newest version and stores the intent.
func (m *Manager) sign(in *Intent, tx *types.Transaction) error {
	signed, err := m.signer.SignTx(tx, m.chainID)
	if err != nil {
		return fmt.Errorf("sign: %w", err)
	}
	raw, err := signed.MarshalBinary()
	if err != nil {
		return err
	}
	next := *in
	next.Raw = append(append([]hexutil.Bytes(nil), in.Raw...), raw)
	next.Sent = m.opt.Now()
	if err := m.store.Put(next); err != nil {
		return fmt.Errorf("nothing was sent: %w", err)
	}
	*in = next
	m.intents[in.Key] = in
	return nil
}

// nextNonce is beyond the node's view and beyond every stored intent that is
// not final, sent or not. Nor is one used again that was mined of late: the node
// may lie behind the one that told us.
func (m *Manager) nextNonce(ctx context.Context) (uint64, error) {
	nonce, err := m.backend.PendingNonceAt(ctx, m.signer.Address())
	if err != nil {
		return 0, err
	}
	head, err := m.backend.HeaderByNumber(ctx, nil)
	if err != nil {
		return 0, err
	}
	for _, in := range m.intents {
		if in.State == Pending || head.Number.Uint64() < in.Block+reorgDepth {
			nonce = max(nonce, in.Nonce+1)
		}
	}
	return nonce, nil
}

func decode(raw []byte) (*types.Transaction, error) {
	tx := new(types.Transaction)
	return tx, tx.UnmarshalBinary(raw)
}
