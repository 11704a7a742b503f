package market

import (
	"context"
	"errors"
	"math/big"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// RevealAll hands every batch of hold-out groups that the contract does not have yet to
// send, halving those that do not fit a transaction.
func (m *Market) RevealAll(ctx context.Context, ch *Challenge, groups []Group, send func([]int, txmgr.Call) error) error {
	open, err := m.unrevealed(ctx, ch)
	if err != nil {
		return err
	}
	pack := func(batch []int) txmgr.Call {
		salts, proofs, committed := flat(groups, batch)
		call := txmgr.Call{Data: m.ABI.PackRevealHoldout(ch.Number(), big.NewInt(int64(batch[0])), salts, proofs, committed)}
		if ch.Target.Blobs() {
			for _, slot := range batch {
				call.Blobs = append(call.Blobs, blob.Cut(groups[slot].Payload)...)
			}
		}
		return call
	}
	return sendAll(batches(open, revealPerTx(ch)), pack, send)
}

// EvaluateAll hands every batch that the contract has not counted to send,
// halving those that do not fit a transaction.
func (m *Market) EvaluateAll(ctx context.Context, ch *Challenge, entry uint64, p Proof, groups []Group, send func([]int, txmgr.Call) error) error {
	open, err := m.unseen(ctx, ch, entry)
	if err != nil {
		return err
	}
	pack := func(batch []int) txmgr.Call {
		salts, proofs, payloads := flat(groups, batch)
		return txmgr.Call{Data: m.ABI.PackEvaluate(ch.Number(), new(big.Int).SetUint64(entry), p.Program, big.NewInt(int64(batch[0])), salts, proofs, payloads, nil)}
	}
	return sendAll(batches(open, max(1, p.cost.perTx())), pack, send)
}

// sendAll sends each batch; one that needs too much gas is halved.
func sendAll(queue [][]int, pack func([]int) txmgr.Call, send func([]int, txmgr.Call) error) error {
	for len(queue) > 0 {
		batch := queue[0]
		queue = queue[1:]
		err := send(batch, pack(batch))
		if errors.Is(err, txmgr.ErrTooMuchGas) && len(batch) > 1 {
			half := len(batch) / 2
			queue = slices.Insert(queue, 0, batch[:half], batch[half:])
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// flat lays the groups of a batch end to end, as the contract takes them.
func flat(groups []Group, batch []int) (salts, proofs [][32]byte, payloads []byte) {
	for _, slot := range batch {
		g := groups[slot]
		salts, proofs, payloads = append(salts, g.Salt), append(proofs, g.Proof...), append(payloads, g.Committed...)
	}
	return salts, proofs, payloads
}
