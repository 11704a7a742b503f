package market

import (
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// Limits of one transaction: what nodes relay (131,072 bytes, less what the
// envelope takes) and the gas cap.
const (
	txBytes = 130_000
	// The 8-bit evaluator's cost on 784-64-10, measured, in hundredths of gas.
	// Small networks and a few batches cost more, 4-bit activations less: a
	// batch that the node's own estimate finds too large is halved, so this only
	// has to be a good first guess.
	centigasPerMAC = 200
	gasPerByte     = 40 // EIP-7623's floor for non-zero bytes
	evaluateFixed  = 600_000
	groupWordBytes = 32 * 4 // salt, offsets and lengths of one group's arguments
)

// batches cuts slots into runs of consecutive slots that fit one transaction
// together with fixed bytes, of at most perTx each.
func batches(slots []int, perTx int) [][]int {
	var out [][]int
	for i := 0; i < len(slots); {
		j := i + 1
		for j < len(slots) && j-i < perTx && slots[j] == slots[j-1]+1 {
			j++
		}
		out = append(out, slots[i:j])
		i = j
	}
	return out
}

// revealPerTx is how many groups one revealTest can carry.
func revealPerTx(ch *Challenge) int {
	group := groupBytes(ch)
	byGas := (txmgr.GasCap - evaluateFixed) / (group * gasPerByte)
	return max(1, min(txBytes/group, byGas))
}

// evaluatePerTx is how many groups one evaluate can carry beside a model.
func evaluatePerTx(ch *Challenge, modelBytes, macs int) int {
	group := groupBytes(ch)
	byBytes := (txBytes - modelBytes) / group
	perGroup := macs*int(ch.Terms.GroupSize)*centigasPerMAC/100 + group*16
	byGas := (txmgr.GasCap - evaluateFixed - modelBytes*16) / perGroup
	return max(1, min(byBytes, byGas))
}

// Fits reports whether a model can be evaluated on chain at all: beside one
// group of data, within the bytes and the gas of a transaction.
func Fits(ch *Challenge, modelBytes, macs int) bool {
	group := groupBytes(ch)
	gas := evaluateFixed + modelBytes*16 + macs*int(ch.Terms.GroupSize)*centigasPerMAC*3/200 + group*16
	return modelBytes+group <= txBytes && gas <= txmgr.GasCap
}

// groupBytes is the calldata of one group: payload, proof and the words around them.
func groupBytes(ch *Challenge) int {
	depth := 0
	for 1<<depth < int(ch.Terms.Groups) {
		depth++
	}
	return ch.Data().Layout.PayloadLen() + 32 + 32*depth + groupWordBytes
}
