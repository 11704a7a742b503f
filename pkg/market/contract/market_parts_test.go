package contract_test

import (
	_ "embed"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
)

//go:embed testdata/WitnessEvaluator.hex
var witnessCode string

// second is an entry that is not 0, so that what forgets the entry is found out.
const second = 1

// toTurn is a challenge on an evaluator of its own, over groups of plain bytes of which so
// many are drawn, played up to the turn of the second entry; the first claims nothing.
func toTurn(t *testing.T, code []byte, modelHash [32]byte, features, drawn int) (*game, *actor) {
	t.Helper()
	c := newChain(t)
	c.evaluator = c.deploy(code)
	c.newMarket(minBond)
	g := newGame(c, 1)
	r := rand.New(rand.NewPCG(21, 22))
	net := balancedNet(r, features, 4, 3)
	g.setTerms(net, newDataset(t, r, net, 30, 12, dataset.Plain), drawn, c.evaluator)
	g.terms.RevealWindow, g.terms.TurnWindow = 100, 100
	g.open(1000)
	g.drawNow()
	g.do(g.actor(), g.terms.CommitBond, g.packCommit([32]byte{1}))
	solver := g.actor()
	g.commitHash(solver, modelHash)
	g.endCommits()
	g.revealAll()
	g.claimOf(solver, second, 12*drawn)
	g.expire()
	return g, solver
}

// inParts is a network that travels in two parts, and the evaluator that takes it.
func inParts(t *testing.T) (code []byte, parts [][]byte, hash [32]byte) {
	t.Helper()
	n := graphtest.Fill(rand.New(rand.NewPCG(23, 24)), &graph.Network{Tensors: []graph.Tensor{
		{Op: graph.Input, Channels: 1, Height: 1, Width: 600}, {Op: graph.Dense, A: 0, Channels: 115}, {Op: graph.Logits, A: 1, Channels: 3},
	}})
	if parts = n.Parts(); len(parts) != 2 {
		t.Fatalf("%d parts, want 2", len(parts))
	}
	return append(common.FromHex(contract.CalldataDisputeMetaData.Bin), contract.NewDispute().PackConstructor(wei(1))...), parts, n.Hash()
}

// A model that travels in several parts is revealed with the last, part after part, by its solver alone.
func TestModelInParts(t *testing.T) {
	code, parts, hash := inParts(t)
	g, solver := toTurn(t, code, hash, 600, 2)
	reveal := func(part []byte) []byte { return g.abi.PackRevealModel(g.id, wei(second), part) }
	g.refuse("BadModel", solver, nil, reveal(parts[1]))
	g.refuse("BadModel", solver, nil, reveal(parts[0][:len(parts[0])-1]))
	g.do(solver, nil, reveal(parts[0]))
	g.status(second, 7)
	g.refuse("BadModel", solver, nil, reveal(parts[0]))
	g.refuse("NotAllowed", g.owner, nil, reveal(parts[1]))
	g.refuse("NotAllowed", solver, nil, g.packEvaluate(second, parts[0], g.piece(0, 1)))
	g.do(solver, nil, reveal(parts[1]))
	g.status(second, revealed)
	g.refuse("NotAllowed", solver, nil, reveal(parts[1]))
	if e := g.entry(g.id, second); e.ModelHash != hash {
		t.Errorf("the entry's hash is %x, the network's %x", e.ModelHash, hash)
	}
}

// A solver whose model is only half in when the turn ends loses the turn.
func TestHalfAModelLosesItsTurn(t *testing.T) {
	code, parts, hash := inParts(t)
	g, solver := toTurn(t, code, hash, 600, 1)
	g.do(solver, nil, g.abi.PackRevealModel(g.id, wei(second), parts[0]))
	g.expire()
	g.refuse("WrongPhase Evaluate", solver, nil, g.abi.PackRevealModel(g.id, wei(second), parts[1]))
	g.finalize()
	g.closedAs(noWinner)
	g.status(second, slashed)
}

// An evaluator gets the time that there is for an example, the program that it has made, and each group's
// slot and witness, whether groups are counted together or, after a rival's, one by one.
func TestProgramAndWitnesses(t *testing.T) {
	model := []byte("any model")
	g, solver := toTurn(t, common.FromHex(strings.TrimSpace(witnessCode)), crypto.Keccak256Hash(model), 12, 4)
	g.do(solver, nil, g.abi.PackRevealModel(g.id, wei(second), model))
	g.status(second, revealed)
	word := func(b []byte) []byte { return common.LeftPadBytes(b, 32) }
	time := new(big.Int).SetUint64(uint64(g.terms.TurnWindow) * 1e9 / (4 * 12))
	program := append(word(time.Bytes()), model...)
	witnessed := func(first, end int) piece {
		p := g.piece(first, end)
		for i, payload := range p.payloads {
			p.witnesses = append(p.witnesses, crypto.Keccak256(word([]byte{byte(first + i)}), payload))
		}
		return p
	}
	evaluate := func(program []byte, p piece) []byte { return g.packEvaluate(second, program, p) }
	g.refuse("NotAllowed", solver, nil, evaluate(model, witnessed(0, 1)))
	g.refuse("BadWitness", solver, nil, evaluate(program, g.piece(0, 1)))
	swapped := witnessed(0, 2)
	swapped.witnesses[0], swapped.witnesses[1] = swapped.witnesses[1], swapped.witnesses[0]
	g.refuse("BadWitness", solver, nil, evaluate(program, swapped))
	g.do(g.owner, nil, evaluate(program, witnessed(1, 2)))
	g.do(solver, nil, evaluate(program, witnessed(0, 3)))
	g.do(solver, nil, evaluate(program, witnessed(3, 4)))
	if e := g.entry(g.id, second); e.Right != 4*12 || e.Seen != 4 {
		t.Errorf("the market counts %d of %d groups", e.Right, e.Seen)
	}
	g.finalize()
	g.closedAs(won)
}
