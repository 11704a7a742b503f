package contract_test

import (
	"bytes"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/freivalds"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// entryOfWide is not 0, so that what forgets the entry is found out.
const entryOfWide = 1

// wide is a challenge for the Freivalds evaluator, with one solver.
type wide struct {
	*game
	solver    *actor
	model     *freivalds.Model
	witnesses *freivalds.Witnesses
	loading   freivalds.Loading
}

// newWide opens a challenge over 32 vectors a group on a market that knows the
// Freivalds evaluator, and plays it up to the solver's turn.
func newWide(c *chain, net *model.Network, data *holdout, drawn int) *wide {
	c.t.Helper()
	c.evaluator = c.deploy(common.FromHex(contract.FreivaldsEvaluatorMetaData.Bin))
	c.newMarket(minBond)
	g := newGame(c, 1)
	g.truth, g.data = net, data
	g.terms.DatasetHash, g.terms.Groups, g.terms.HoldoutGroups = data.root(), uint16(len(data.payloads)), uint16(drawn)
	g.terms.GroupSize, g.terms.Features, g.terms.Classes = freivalds.Lanes, uint16(net.Input.Size()), uint16(net.Classes())
	g.terms.AccuracyThreshold = wei(1)
	w := &wide{game: g, solver: c.actor()}
	var err error
	if w.model, err = freivalds.NewModel(net); err != nil {
		c.t.Fatal(err)
	}
	g.open(1000)
	g.drawNow()
	g.do(g.actor(), g.terms.CommitBond, g.packCommit([32]byte{1})) // entry 0 claims nothing
	g.modelHash[w.solver] = w.model.Hash()
	g.do(w.solver, g.terms.CommitBond, g.packCommit(commitment(g, w.solver.addr, w.model.Hash())))
	g.endCommits()
	for s := 0; s < drawn; s += 4 {
		g.do(g.owner, nil, g.packReveal(g.piece(s, min(s+4, drawn))))
	}
	g.claimOf(w.solver, entryOfWide, g.right(net))
	g.expire()
	if w.witnesses, err = w.model.Witnesses(g.piece(0, drawn).payloads); err != nil {
		c.t.Fatal(err)
	}
	w.loading = w.model.Load(w.context(), w.witnesses.Root())
	return w
}

func (w *wide) context() [32]byte {
	ch := w.challenge(w.id)
	return freivalds.Context(big.NewInt(1337), w.market, w.id.Uint64(), entryOfWide, ch.DatasetHash, ch.Seed)
}

func (w *wide) hinted(first, end int) piece {
	p := w.piece(first, end)
	for s := first; s < end; s++ {
		p.witnesses = append(p.witnesses, w.witnesses.Witness(s))
	}
	return p
}

// load sends the parts of the model and gives the gas of all of them.
func (w *wide) load() (sum bill) {
	w.t.Helper()
	for _, part := range w.loading.Parts {
		w.pay(&sum, w.abi.PackRevealModel(w.id, wei(entryOfWide), part))
	}
	return sum
}

// bill is what some transactions cost.
type bill struct{ transactions, bytes, gas, largest, floor, calldata uint64 }

func (w *wide) pay(b *bill, data []byte) {
	w.t.Helper()
	w.do(w.solver, nil, data)
	b.book(data, w.gas)
}

// book adds a transaction: what it took, its floor, and what it pays before
// it does anything.
func (b *bill) book(data []byte, gas uint64) {
	zeroes := uint64(bytes.Count(data, []byte{0}))
	tokens := 4*(uint64(len(data))-zeroes) + zeroes
	b.transactions++
	b.bytes += uint64(len(data))
	b.gas += gas
	b.largest = max(b.largest, gas)
	b.floor += 21_000 + 10*tokens
	b.calldata += 21_000 + 4*tokens
}

// evaluate sends as many groups in a transaction as the pool takes.
func (w *wide) evaluate() (sum bill) {
	w.t.Helper()
	for s, drawn := 0, int(w.terms.HoldoutGroups); s < drawn; {
		end := s + 1
		data := w.packEvaluate(entryOfWide, w.loading.Program, w.hinted(s, end))
		for end < drawn {
			more := w.packEvaluate(entryOfWide, w.loading.Program, w.hinted(s, end+1))
			if len(more) > 130_900 {
				break
			}
			data, end = more, end+1
		}
		w.pay(&sum, data)
		s = end
	}
	return sum
}

// A model that travels in several parts wins, through the market's own calls.
func TestFreivaldsChallenge(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	net := balancedNet(r, 784, 180, 10)
	w := newWide(newChain(t), net, newDataset(t, r, net, 30, freivalds.Lanes, dataset.Columns32), 2)
	c, parts, one := w.chain, w.loading.Parts, w.hinted(0, 1)
	if len(parts) != 2 {
		t.Fatalf("%d parts, want 2", len(parts))
	}
	reveal := func(part []byte) []byte { return c.abi.PackRevealModel(w.id, wei(entryOfWide), part) }
	c.refuse("BadModel", w.solver, nil, reveal(parts[1]))
	c.refuse("BadModel", w.solver, nil, reveal(w.loading.Program))
	c.do(w.solver, nil, reveal(parts[0]))
	w.status(entryOfWide, 7)
	c.refuse("BadModel", w.solver, nil, reveal(parts[0]))
	c.refuse("NotAllowed", w.owner, nil, reveal(parts[1]))
	c.refuse("NotAllowed", w.solver, nil, w.packEvaluate(entryOfWide, w.loading.Program, one))
	c.do(w.solver, nil, reveal(parts[1]))
	w.status(entryOfWide, revealed)
	c.refuse("NotAllowed", w.solver, nil, reveal(parts[1]))

	without := one
	without.witnesses = nil
	c.refuse("BadWitness", w.solver, nil, w.packEvaluate(entryOfWide, w.loading.Program, without))
	swapped := one
	swapped.witnesses = [][]byte{w.witnesses.Witness(1)}
	c.refuse("BadWitness", w.solver, nil, w.packEvaluate(entryOfWide, w.loading.Program, swapped))
	forged := append([]byte(nil), w.loading.Program...)
	forged[len(forged)-1] ^= 1
	c.refuse("NotAllowed", w.solver, nil, w.packEvaluate(entryOfWide, forged, one))

	// a rival's group beforehand does not undo the rest: they go one by one
	c.do(w.owner, nil, w.packEvaluate(entryOfWide, w.loading.Program, one))
	c.do(w.solver, nil, w.packEvaluate(entryOfWide, w.loading.Program, w.hinted(0, 2)))
	if e := c.entry(w.id, entryOfWide); int(e.Right) != w.right(net) {
		t.Errorf("the contract counts %d, the model %d", e.Right, w.right(net))
	}
	w.finalize()
	w.closedAs(won)
}

// A solver whose model is only half in when the turn ends loses the turn.
func TestFreivaldsHalfLoaded(t *testing.T) {
	r := rand.New(rand.NewPCG(23, 24))
	net := balancedNet(r, 784, 180, 10)
	w := newWide(newChain(t), net, newDataset(t, r, net, 30, freivalds.Lanes, dataset.Columns32), 1)
	w.do(w.solver, nil, w.abi.PackRevealModel(w.id, wei(entryOfWide), w.loading.Parts[0]))
	w.expire()
	w.refuse("WrongPhase Evaluate", w.solver, nil, w.abi.PackRevealModel(w.id, wei(entryOfWide), w.loading.Parts[1]))
	w.finalize()
	w.closedAs(noWinner)
	w.status(entryOfWide, slashed)
}
