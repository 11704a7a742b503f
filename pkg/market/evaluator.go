package market

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/freivalds"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// ErrForeignEvaluator reports an evaluator whose code is none of ours.
var ErrForeignEvaluator = errors.New("the evaluator runs code that this program does not know")

// codes are those of the evaluators that this program knows. A market may have others:
// what they count cannot be foretold, so nothing is trained for them.
var codes = map[evaluator.Target]struct {
	contract.Code
	bin string // what deploys it
}{
	evaluator.Dense:     {contract.DenseEvaluatorCode, contract.DenseEvaluatorMetaData.Bin},
	evaluator.Dense4:    {contract.Dense4EvaluatorCode, contract.Dense4EvaluatorMetaData.Bin},
	evaluator.Conv:      {contract.ConvEvaluatorCode, contract.ConvEvaluatorMetaData.Bin},
	evaluator.Freivalds: {contract.FreivaldsEvaluatorCode, contract.FreivaldsEvaluatorMetaData.Bin},
}

// TargetAt recognises the evaluator at an address by its code; "" is none of ours.
func (m *Market) TargetAt(ctx context.Context, address common.Address) (evaluator.Target, error) {
	m.mu.Lock()
	t, known := m.targets[address]
	m.mu.Unlock()
	if known {
		return t, nil
	}
	code, err := with(ctx, m.Chain, func(ctx context.Context, e *ethclient.Client) ([]byte, error) { return e.CodeAt(ctx, address, nil) })
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

// EvaluatorFor is the market's evaluator of a target.
func (m *Market) EvaluatorFor(ctx context.Context, t evaluator.Target) (common.Address, error) {
	for i := int64(0); i < 256; i++ { // the list's end is a revert
		address, err := call(ctx, m, m.abi.PackEvaluators(big.NewInt(i)), m.abi.UnpackEvaluators)
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

// modelHash is what a solver commits to.
func modelHash(t evaluator.Target, raw []byte) ([32]byte, error) {
	if t != evaluator.Freivalds {
		return model.Hash(raw), nil
	}
	n, err := model.Parse(raw)
	if err != nil {
		return [32]byte{}, err
	}
	wide, err := freivalds.NewModel(n)
	if err != nil {
		return [32]byte{}, err
	}
	return wide.Hash(), nil
}

// proof is what has to be sent for a model to be evaluated.
type proof struct {
	parts     [][]byte // each of a revealModel, in order
	program   []byte   // what evaluate takes
	witnesses *freivalds.Witnesses
	cost      cost
}

// of are the witnesses of some slots, end to end; nil where none are needed.
func (p proof) of(slots []int) (witnesses []byte) {
	if p.witnesses == nil {
		return nil
	}
	for _, s := range slots {
		witnesses = append(witnesses, p.witnesses.Witness(s)...)
	}
	return witnesses
}

// prove makes the proof of an entry's model on the revealed hold-out.
func (m *Market) prove(ch *Challenge, entry uint64, raw []byte, groups []Group) (proof, error) {
	if ch.Target == "" {
		return proof{}, ErrForeignEvaluator
	}
	n, err := model.Parse(raw)
	if err != nil {
		return proof{}, err
	}
	p := proof{parts: [][]byte{raw}, program: raw, cost: costOf(ch, n)}
	if ch.Target != evaluator.Freivalds {
		return p, nil
	}
	wide, err := freivalds.NewModel(n)
	if err != nil {
		return proof{}, err
	}
	payloads := make([][]byte, len(groups))
	for i, g := range groups {
		payloads[i] = g.Payload
	}
	if p.witnesses, err = wide.Witnesses(payloads); err != nil {
		return proof{}, err
	}
	context := freivalds.Context(new(big.Int).SetUint64(m.ID), m.Address, ch.ID, entry, ch.DatasetHash, ch.Seed)
	loading := wide.Load(context, p.witnesses.Root())
	p.parts, p.program = loading.Parts, loading.Program
	return p, nil
}
