package market

import (
	"github.com/ethereum/go-ethereum/params"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// Limits of one transaction: what nodes relay (131,072 bytes, less what the
// envelope takes) and the gas cap; and what calls were measured to take
// (contracts/README.md). A batch that the node's own estimate finds too large
// is halved, so these only have to be good first guesses.
const (
	txBytes       = 130_000
	gasPerByte    = 40 // EIP-7623's floor for non-zero bytes
	evaluateFixed = 600_000

	GasEntry      = 330_000 // commit, claim, settle, withdraw
	gasFinalize   = 120_000
	GasClosing    = 400_000 // finalize where it slashes, ranks anew and pays
	GasClaim      = 200_000
	GasWithdraw   = 80_000
	GasReveal     = 130_000
	blobGas       = params.BlobTxBlobGasPerBlob // of its own market, whose price is the other's or less most of the time
	GasAssert     = 300_000                     // the assertion, and its bond's way back
	RevealPerByte = 46                          // of a model: the floor, or reading it
)

// cost is what evaluating a model takes, once for a transaction and for each
// group: bytes of calldata, and gas for them and for the execution.
type cost struct{ fixedBytes, groupBytes, fixedGas, groupGas int }

// costOf estimates what evaluating takes; only the network's shape matters.
func costOf(ch *Challenge, n model.Integer) cost {
	group, size, vectors := groupBytes(ch), n.Size(), int(ch.Terms.GroupSize)
	return cost{fixedBytes: size, groupBytes: group, fixedGas: evaluateFixed + 16*size, groupGas: 16*group + ch.Target.Gas(n, vectors)}
}

// perTx is how many groups one transaction can carry; 0 if not even one.
func (c cost) perTx() int {
	return min((txBytes-c.fixedBytes)/c.groupBytes, (txmgr.GasCap-c.fixedGas)/c.groupGas)
}

// gas is what evaluating n groups takes by our own reckoning, with so much calldata.
func (c cost) gas(n int, data []byte) uint64 {
	return uint64(min(txmgr.GasCap, max(c.fixedGas+n*c.groupGas, 21_000+gasPerByte*len(data))))
}

// Fits reports whether a model of this shape can be evaluated on chain at all:
// beside one group of data, within the bytes and the gas of a transaction; or, where the verdict is
// asserted, by whoever checks it, within the time that they have.
func Fits(ch *Challenge, n model.Integer) bool {
	if ch.Target.Accepts(n) != nil {
		return false
	}
	if g, is := n.(*graph.Network); is && ch.Target.Disputed() { // what is accepted can be revealed
		return Uncomputable(ch.Points(), g.Work(), ch.Terms) == ""
	}
	c := costOf(ch, n)
	return c.fixedBytes+c.groupBytes <= txBytes && c.fixedGas+c.groupGas <= txmgr.GasCap
}

// Gas estimates what an attempt takes, in gas: to enter, whoever wins, and what
// the winner pays besides to have a model of this shape revealed and evaluated.
func Gas(ch *Challenge, n model.Integer) (entry, win uint64) {
	c := costOf(ch, n)
	drawn, per := int(ch.Terms.HoldoutGroups), max(1, c.perTx())
	txs := (drawn + per - 1) / per
	if ch.Target.Blobs() {
		blobs := (n.Size() + blob.Bytes - 1) / blob.Bytes
		return GasEntry, uint64(blobs*(GasReveal+blobGas) + GasAssert + gasFinalize)
	}
	if ch.Target.Disputed() {
		return GasEntry, uint64(GasReveal + RevealPerByte*n.Size() + GasAssert + gasFinalize)
	}
	evaluate := txs*c.fixedGas + drawn*c.groupGas
	floor := gasPerByte * (txs*c.fixedBytes + drawn*c.groupBytes)
	return GasEntry, uint64(GasReveal + RevealPerByte*n.Size() + max(evaluate, floor) + gasFinalize)
}

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

// revealPerTx is how many groups one revealHoldout can carry.
func revealPerTx(ch *Challenge) int {
	group := groupBytes(ch)
	byGas := (txmgr.GasCap - evaluateFixed) / (group * gasPerByte)
	most := max(1, min(txBytes/group, byGas))
	if ch.Target.Blobs() {
		most = min(most, max(1, blob.MaxPerTx/ch.Data().Layout.Blobs()))
	}
	return most
}

// groupBytes is the calldata of one group: payload, salt and proof.
func groupBytes(ch *Challenge) int {
	payload := ch.Data().Layout.PayloadLen()
	if ch.Target.Blobs() {
		payload = 32 * ch.Data().Layout.Blobs() // their hashes
	}
	return payload + 32 + 32*ch.depth()
}

// depth is the depth of the tree over the challenge's groups.
func (c *Challenge) depth() int {
	depth := 0
	for 1<<depth < int(c.Terms.Groups) {
		depth++
	}
	return depth
}
