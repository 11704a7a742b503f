package market

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// ErrForeignEvaluator reports an evaluator whose code is none of ours.
var ErrForeignEvaluator = errors.New("the evaluator runs code that this program does not know")

// codes are those of the evaluators that this program knows. A market may have others:
// what they count cannot be foretold, so nothing is trained for them.
var codes = map[evaluator.Target]struct {
	contract.Code
	bin string // what deploys it
}{
	evaluator.Dense:   {contract.DenseEvaluatorCode, contract.DenseEvaluatorMetaData.Bin},
	evaluator.Dense4:  {contract.Dense4EvaluatorCode, contract.Dense4EvaluatorMetaData.Bin},
	evaluator.Dispute: {contract.CalldataDisputeCode, contract.CalldataDisputeMetaData.Bin},

	evaluator.BlobDispute: {contract.BlobDisputeCode, contract.BlobDisputeMetaData.Bin},
}

// DeployCode is what deploys an evaluator; gasPrice, in wei, is what bonds of disputes
// are reckoned at.
func DeployCode(t evaluator.Target, gasPrice *big.Int) []byte {
	code := common.FromHex(codes[t].bin)
	if t.Disputed() {
		code = append(code, contract.NewDispute().PackConstructor(gasPrice)...)
	}
	return code
}

// TargetAt recognises the evaluator at an address by its code; "" is none of ours.
func (m *Market) TargetAt(ctx context.Context, address common.Address) (evaluator.Target, error) {
	m.mu.Lock()
	t, known := m.targets[address]
	m.mu.Unlock()
	if known {
		return t, nil
	}
	code, err := chain.With(ctx, m.Chain, func(ctx context.Context, e *ethclient.Client) ([]byte, error) { return e.CodeAt(ctx, address, nil) })
	if err != nil {
		return "", fmt.Errorf("chain %s: code of the evaluator %s: %w", m.Name, address, err)
	}
	for t, known := range codes {
		if !known.Is(code) {
			continue
		}
		m.mu.Lock()
		defer m.mu.Unlock()
		m.targets[address] = t
		return t, nil
	}
	return "", nil
}

// assertBond is what an assertion takes; it is fixed in the contract's code.
func (m *Market) assertBond(ctx context.Context, at common.Address) (*big.Int, error) {
	d := contract.NewDispute()
	out, err := m.Read(ctx, at, d.PackClaimBond())
	if err != nil {
		return nil, fmt.Errorf("chain %s: the bond of an assertion: %w", m.Name, err)
	}
	return d.UnpackClaimBond(out)
}

// EvaluatorFor is the market's evaluator of a target.
func (m *Market) EvaluatorFor(ctx context.Context, t evaluator.Target) (common.Address, error) {
	for i := int64(0); i < 256; i++ { // the list's end is a revert
		address, err := call(ctx, m, m.ABI.PackEvaluators(big.NewInt(i)), m.ABI.UnpackEvaluators)
		if err != nil && i > 0 {
			break
		}
		if err != nil {
			return common.Address{}, err
		}
		if at, err := m.TargetAt(ctx, address); err != nil || at == t {
			return address, err
		}
	}
	return common.Address{}, fmt.Errorf("chain %s: market %s has no %s evaluator", m.Name, m.Address, t)
}

// ModelHash is what a solver commits to.
func ModelHash(t evaluator.Target, raw []byte) ([32]byte, error) {
	if !t.Graph() {
		return model.Hash(raw), nil
	}
	n, err := graph.Parse(raw)
	if err != nil {
		return [32]byte{}, err
	}
	return n.Hash(), nil
}

// Proof is what has to be sent for a model to be evaluated.
type Proof struct {
	Parts   []Part // each of a revealModel, in order
	Program []byte // what evaluate or assertRight takes
	cost    cost
}

// Part is what a revealModel carries.
type Part struct {
	Data  []byte
	Blobs []blob.Blob // beside it
}

// Gas is what evaluating so many slots with so much calldata takes, by our own reckoning.
func (p Proof) Gas(slots int, data []byte) uint64 { return p.cost.gas(slots, data) }

// Prove makes the proof of a model for a challenge.
func Prove(ch *Challenge, raw []byte) (Proof, error) {
	if ch.Target == "" {
		return Proof{}, ErrForeignEvaluator
	}
	n, err := evaluator.Parse(raw)
	if err != nil {
		return Proof{}, err
	}
	g, is := n.(*graph.Network)
	switch p := (Proof{cost: costOf(ch, n)}); {
	case !is:
		p.Parts, p.Program = []Part{{Data: raw}}, raw
		return p, nil
	case ch.Target.Blobs():
		parts, program, err := g.BlobParts()
		for _, part := range parts {
			p.Parts = append(p.Parts, Part(part))
		}
		p.Program = program.Bytes()
		return p, err
	default:
		for _, part := range g.Parts() {
			p.Parts = append(p.Parts, Part{Data: part})
		}
		return p, nil
	}
}
