package txmgr

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

// changedSlot is what writing a storage slot takes more once another transaction
// has emptied it: ours that withdraws a balance before one that adds to it.
const changedSlot = 25_000

// create estimates, signs and stores a new intent. It returns the head that it was
// made at.
func (m *Manager) create(ctx context.Context, key string, call Call, sidecar *types.BlobTxSidecar) (*Intent, *types.Header, error) {
	gas, err := m.estimate(ctx, call, sidecar)
	if err != nil {
		return nil, nil, err
	}
	// Room for what other transactions change meanwhile, but within the cap: an
	// evaluation takes up to a third more once a rival has had a group of it
	// counted. What is not used is not paid.
	s := size{gas: min(gas+gas/3+changedSlot, GasCap), blobGas: params.BlobTxBlobGasPerBlob * uint64(len(call.Blobs))}
	head, err := m.backend.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, nil, err
	}
	nonce, err := m.nextNonce(ctx, head)
	if err != nil {
		return nil, nil, err
	}
	in := &Intent{Key: key, ChainID: m.chainID.Uint64(), From: m.signer.Address(), Nonce: nonce, State: Pending, Created: m.opt.Now(), Deadline: call.Deadline, Worth: call.Worth}
	b, err := m.fees(ctx, in, s, head)
	if err != nil {
		return nil, nil, err
	}
	return in, head, m.sign(in, m.transaction(nonce, s.gas, b, call, sidecar))
}

// estimate is the gas that a call takes.
func (m *Manager) estimate(ctx context.Context, call Call, sidecar *types.BlobTxSidecar) (uint64, error) {
	msg := ethereum.CallMsg{From: m.signer.Address(), To: call.To, Value: call.Value, Data: call.Data}
	if sidecar != nil { // the contract may read their hashes
		fee, err := m.backend.BlobBaseFee(ctx)
		if err != nil {
			return 0, err
		}
		msg.BlobHashes, msg.BlobGasFeeCap = sidecar.BlobHashes(), new(big.Int).Lsh(fee, 1)
	}
	gas, err := m.backend.EstimateGas(ctx, msg)
	if err = revert(err); err != nil && call.Gas > 0 && slow(err) {
		gas, err = call.Gas, nil
	}
	if err == nil && gas > GasCap {
		err = fmt.Errorf("%w: %d of %d", ErrTooMuchGas, gas, GasCap)
	}
	return gas, err
}

// transaction is a call as it is signed.
func (m *Manager) transaction(nonce, gas uint64, b bid, call Call, sidecar *types.BlobTxSidecar) *types.Transaction {
	if sidecar == nil {
		return types.NewTx(&types.DynamicFeeTx{
			ChainID: m.chainID, Nonce: nonce, GasTipCap: b.tip, GasFeeCap: b.gas,
			Gas: gas, To: call.To, Value: call.Value, Data: call.Data,
		})
	}
	return types.NewTx(&types.BlobTx{
		ChainID: uint256.MustFromBig(m.chainID), Nonce: nonce, GasTipCap: uint256.MustFromBig(b.tip), GasFeeCap: uint256.MustFromBig(b.gas),
		Gas: gas, To: *call.To, Value: uint256.MustFromBig(call.Value), Data: call.Data,
		BlobFeeCap: uint256.MustFromBig(b.blobGas), BlobHashes: sidecar.BlobHashes(), Sidecar: sidecar,
	})
}

// slow reports whether a node has not found out in time what a call takes. A node
// that is busy must not cost a turn.
func slow(err error) bool {
	text := err.Error()
	return errors.Is(err, context.DeadlineExceeded) || strings.Contains(text, "timeout") || strings.Contains(text, "timed out") || strings.Contains(text, "execution aborted")
}

// sign signs tx as the intent's newest version and stores the intent. A signature does
// not cover the sidecar: the signer does not see it, and only the newest version, the one
// that is sent, keeps it.
func (m *Manager) sign(in *Intent, tx *types.Transaction) error {
	signed, err := m.signer.SignTx(tx.WithoutBlobTxSidecar(), m.chainID)
	if err != nil {
		return fmt.Errorf("sign: %w", err)
	}
	if sidecar := tx.BlobTxSidecar(); sidecar != nil {
		signed = signed.WithBlobTxSidecar(sidecar)
	}
	raw, err := signed.MarshalBinary()
	if err != nil {
		return err
	}
	next := *in
	older, _ := withoutBlobs(in.Raw)
	next.Raw = append(older, raw)
	next.Sent = m.opt.Now()
	if err := m.store.Put(next); err != nil {
		return fmt.Errorf("nothing was sent: %w", err)
	}
	*in = next
	m.intents[in.Key] = in
	delete(m.offers, in.Key)
	return nil
}

// nextNonce is beyond the node's view and beyond every stored intent that is
// not final, sent or not. Nor is one used again that was mined of late: the node
// may lie behind the one that told us.
func (m *Manager) nextNonce(ctx context.Context, head *types.Header) (uint64, error) {
	nonce, err := m.backend.PendingNonceAt(ctx, m.signer.Address())
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
