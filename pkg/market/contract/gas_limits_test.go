package contract_test

import (
	"bytes"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

// calldataBytes is what nodes relay, less what signs and addresses it.
const calldataBytes = poolMaxBytes - 172

// evaluatorKind is one of the evaluators, as a market of its own has it.
type evaluatorKind struct {
	name string
	form
}

var (
	dense8 = evaluatorKind{"dense, 8 bits", form{model.Bits8, dataset.Octets, contract.DenseEvaluatorMetaData.Bin}}
	dense4 = evaluatorKind{"dense, 4 bits", form{model.Bits4, dataset.Nibbles, contract.Dense4EvaluatorMetaData.Bin}}
)

// gasAtTheLimits is what the dearest calls take that the stated limits allow:
// data without a zero byte, and proofs in a tree of 65,535 groups. Execution
// does not depend on the weights: these are random.
func gasAtTheLimits(t testing.TB, table *gasTable) {
	table.section = "The largest calls, on data without a zero byte"
	r := rand.New(rand.NewPCG(61, 62))
	gasOfLargest(t, table, dense8, modeltest.Dense(r, 512, 147, 10), 96)
	gasOfLargest(t, table, dense4, modeltest.DenseOf(model.Bits4, r, 776, 98, 10), 128)
	for _, narrow := range [][]int{{5, 1024, 5, 1024, 10}, {65, 800, 10}, {1, 1024, 48, 8, 8, 8, 8, 8, 2}} { // most overhead for each weight
		gasOfLargest(t, table, dense8, modeltest.Dense(r, narrow...), 96)
		gasOfLargest(t, table, dense4, modeltest.DenseOf(model.Bits4, r, narrow...), 128)
	}
	gasAfterARival(t, table, modeltest.Dense(r, 784, 64, 10))
	for _, kind := range []evaluatorKind{dense8, dense4} {
		gasOfReveals(t, table, kind, 784)
		gasOfReveals(t, table, kind, 1)
	}
	gasOfALongHeader(t, table)
	gasOfManyEntries(t, table)
}

// sparse is a game whose tree is as large as can be, though only the groups
// that will be drawn exist: on a chain without chance the draw can be foretold.
func sparse(t testing.TB, kind evaluatorKind, net *model.Network, groupSize, groups, drawn int) *game {
	t.Helper()
	c, _ := newStillChain(t)
	c.evaluator = c.deploy(common.FromHex(kind.bin))
	c.newMarket(minBond)
	g := newGame(c, 1)
	word := func(b []byte) []byte { return common.LeftPadBytes(b, 32) }
	randao := randaoOf(c.head().Number.Uint64() + 1 + uint64(g.terms.DrawDelay))
	seed := crypto.Keccak256Hash(randao[:], word(big.NewInt(1337).Bytes()), word(c.market[:]), word(c.count().Bytes()))
	some := holdoutOf(t, noise(t, net, drawn*groupSize), groupSize, kind.data)
	d := &holdout{features: some.features, groupSize: groupSize, pixels: make([][]byte, groups), labels: make([][]byte, groups),
		payloads: make([][]byte, groups), salts: make([][32]byte, groups)}
	for slot, index := range dataset.Drawn(seed, groups, drawn) {
		d.pixels[index], d.labels[index], d.payloads[index], d.salts[index] = some.pixels[slot], some.labels[slot], some.payloads[slot], some.salts[slot]
	}
	d.plant()
	g.setTerms(net, d, drawn, c.evaluator)
	g.terms.AccuracyThreshold = wei(1)
	g.open(1000)
	g.drawNow()
	if got := c.challenge(g.id).Seed; got != seed {
		t.Fatalf("the draw's seed is %x, foretold was %x", got, seed)
	}
	return g
}

// toModel plays up to the solver's turn, and reveals the model.
func (g *game) toModel() *player {
	g.t.Helper()
	p := g.players(g.truth)[0]
	g.commitTo(p.actor, p.bytes)
	g.endCommits()
	for s := range int(g.terms.HoldoutGroups) {
		g.do(g.owner, nil, g.packReveal(g.piece(s, s+1)))
	}
	g.claimOf(p.actor, 0, g.right(p.net))
	g.expire()
	g.revealModel(p.actor, 0, p.bytes)
	return p
}

// shapeOf is a dense network's inputs and the outputs of its layers.
func shapeOf(net *model.Network) string {
	sizes := []int{net.Input.Width}
	for _, l := range net.Layers {
		sizes = append(sizes, l.Outputs)
	}
	return strings.Trim(fmt.Sprint(sizes), "[]")
}

// gasOfLargest reveals a model and evaluates one group of data with it.
func gasOfLargest(t testing.TB, table *gasTable, kind evaluatorKind, net *model.Network, groupSize int) {
	t.Helper()
	g := sparse(t, kind, net, groupSize, 65_535, 1)
	p := g.toModel()
	table.add("revealModel, "+kind.name, fmt.Sprintf("%s, %d bytes", shapeOf(net), len(p.bytes)), g.gas)
	one := g.piece(0, 1)
	g.do(p.actor, nil, g.packEvaluate(0, p.bytes, one))
	table.add("evaluate, "+kind.name, fmt.Sprintf("%s, a group of %d, %d bytes", shapeOf(net), groupSize, len(one.payloads[0])), g.gas).macs = groupSize * net.MACs()
	if e := g.entry(g.id, 0); int(e.Right) != groupSize {
		t.Errorf("%s: the contract counts %d, the model %d", shapeOf(net), e.Right, groupSize)
	}
}

// gasAfterARival evaluates four groups of which a rival has just had one
// counted: the others are then counted one by one.
func gasAfterARival(t testing.TB, table *gasTable, net *model.Network) {
	const groupSize, drawn = 24, 4
	g := sparse(t, dense8, net, groupSize, 65_535, drawn)
	p := g.toModel()
	g.do(g.actor(), nil, g.packEvaluate(0, p.bytes, g.piece(1, 2)))
	g.do(p.actor, nil, g.packEvaluate(0, p.bytes, g.piece(0, drawn)))
	table.add("evaluate, "+dense8.name, shapeOf(net)+", 4 groups of 24, one counted before", g.gas).macs = (drawn - 1) * groupSize * net.MACs()
}

// gasOfReveals is a reveal of as many groups as a transaction takes.
func gasOfReveals(t testing.TB, table *gasTable, kind evaluatorKind, features int) {
	layout := dataset.Layout{Features: features, Classes: 2, Form: kind.data}
	layout.GroupSize = layout.Lanes()
	net := modeltest.DenseOf(kind.bits, rand.New(rand.NewPCG(63, 64)), features, 2)
	drawn := min(400, calldataBytes/layout.PayloadLen()+2)
	g := sparse(t, kind, net, layout.Lanes(), max(800, 2*drawn), drawn)
	g.do(g.actor(), g.terms.CommitBond, g.packCommit([32]byte{1}))
	g.endCommits()
	whole := g.piece(0, drawn)
	pack := func(n int) []byte {
		return g.packReveal(piece{first: wei(0), salts: whole.salts[:n], proofs: whole.proofs[:n], payloads: whole.payloads[:n]})
	}
	n := 1
	for n < drawn && len(pack(n+1)) <= calldataBytes {
		n++
	}
	if n == drawn {
		t.Errorf("%s: all of %d groups fit a transaction, so its limit was not met", kind.name, n)
	}
	g.do(g.owner, nil, pack(n))
	table.add("revealHoldout, "+kind.name, fmt.Sprintf("%d groups of %d, %d bytes each", n, layout.Lanes(), len(whole.payloads[0])), g.gas)
}

// gasOfALongHeader draws by a block that only the history contract knows, and
// whose extraData is eight times as long as Ethereum allows: some chains have
// their validators in it.
func gasOfALongHeader(t testing.TB, table *gasTable) {
	c, s := newStillChain(t)
	s.extra = bytes.Repeat([]byte{7}, 253)
	g := newGame(c, 1)
	g.open(1000)
	at := c.challenge(g.id).DrawBlock
	c.mine(at + 300)
	header := c.header(at)
	c.do(c.actor(), nil, c.abi.PackDraw(g.id, header))
	table.add("draw", fmt.Sprintf("300 blocks later, header of %d bytes", len(header)), c.gas)
}

// gasOfManyEntries is where the ranking's depth shows.
func gasOfManyEntries(t testing.TB, table *gasTable) {
	const entries = 256
	c, _ := newStillChain(t)
	g := newGame(c, 1)
	g.terms.CommitWindow, g.terms.ClaimWindow = 10_000, 10_000
	g.open(1000)
	g.drawNow()
	p := g.players(g.truth)[0]
	for range entries {
		g.commitTo(p.actor, p.bytes)
	}
	table.add("commit", "the last of 256", c.gas)
	g.endCommits()
	g.revealAll()
	for e := range int64(entries - 1) {
		g.claimOf(p.actor, e, 20)
	}
	g.claimOf(p.actor, entries-1, 48)
	table.add("claim", "the best of 256", c.gas)
	g.expire()
	g.revealModel(p.actor, entries-1, p.bytes)
	g.expire()
	g.finalize()
	table.add("finalize", "the best of 256 has failed", c.gas)
}
