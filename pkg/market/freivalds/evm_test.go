package freivalds_test

import (
	"bytes"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/freivalds"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

// evm is the evaluator in go-ethereum's EVM, under the rules of today's mainnet.
type evm struct {
	testing.TB
	cfg     *runtime.Config
	address common.Address
	abi     *contract.Evaluator
}

func newEVM(t testing.TB) *evm {
	t.Helper()
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		t.Fatal(err)
	}
	cfg := &runtime.Config{ChainConfig: params.MainnetChainConfig, BlockNumber: big.NewInt(30_000_000), Time: 1_790_000_000, State: db, GasLimit: 1 << 40}
	_, address, _, err := runtime.Create(common.FromHex(contract.FreivaldsEvaluatorMetaData.Bin), cfg)
	if err != nil {
		t.Fatal(err)
	}
	return &evm{t, cfg, address, contract.NewEvaluator()}
}

// errorName is "" for success, the contract's error's name, or "revert".
func (e *evm) call(data []byte) (out []byte, gas uint64, errorName string) {
	out, left, err := runtime.Call(e.address, data, e.cfg)
	gas = e.cfg.GasLimit - left
	if err == nil {
		return out, gas, ""
	}
	switch raised, _ := e.abi.UnpackError(out); raised.(type) {
	case *contract.EvaluatorBadModel:
		return nil, gas, "BadModel"
	case *contract.EvaluatorBadWitness:
		return nil, gas, "BadWitness"
	}
	return nil, gas, "revert"
}

func num(n int) *big.Int { return big.NewInt(int64(n)) }

// job is a model, its hold-out and what its prover makes of them.
type job struct {
	net       *model.Network
	model     *freivalds.Model
	payloads  [][]byte
	right     []int // per group, by the oracle
	context   [32]byte
	witnesses *freivalds.Witnesses
	loading   freivalds.Loading
}

func newJob(t testing.TB, r *rand.Rand, groups int, sizes ...int) *job {
	t.Helper()
	j := &job{net: modeltest.Dense(r, sizes...), context: [32]byte{1, 2, 3}}
	features, classes := sizes[0], sizes[2]
	oracle := model.NewEvaluator(j.net)
	for range groups {
		pixels, labels := modeltest.Pixels(r, freivalds.Lanes*features), make([]byte, freivalds.Lanes)
		for v := range labels {
			labels[v] = byte(oracle.Classify(pixels[v*features : (v+1)*features]))
			if r.IntN(3) == 0 {
				labels[v] = byte(r.IntN(classes))
			}
		}
		j.right = append(j.right, oracle.CountRight(pixels, labels))
		j.payloads = append(j.payloads, payload(pixels, labels, features))
	}
	j.prove(t)
	return j
}

func (j *job) prove(t testing.TB) {
	t.Helper()
	var err error
	if j.model, err = freivalds.NewModel(j.net); err != nil {
		t.Fatal(err)
	}
	if j.witnesses, err = j.model.Witnesses(j.payloads); err != nil {
		t.Fatal(err)
	}
	j.loading = j.model.Load(j.context, j.witnesses.Root())
}

func (j *job) features() int { return j.net.Input.Size() }

func (j *job) hintsOf(first, end int) (out [][]byte) {
	for s := first; s < end; s++ {
		out = append(out, j.witnesses.Witness(s))
	}
	return out
}

func payload(pixels, labels []byte, features int) []byte {
	n := len(labels)
	p := make([]byte, 0, n*(features+1))
	for f := range features {
		for v := range n {
			p = append(p, pixels[v*features+f])
		}
	}
	return append(p, labels...)
}

// load feeds the parts to the contract as the market does.
func (e *evm) load(j *job, modelHash [32]byte, parts [][]byte) (digest [32]byte, done bool, gas uint64, errorName string) {
	digest = modelHash
	for i, part := range parts {
		out, used, why := e.call(e.abi.PackLoad(j.context, digest, i == 0, part, num(j.features()), num(j.net.Classes())))
		gas += used
		if why != "" {
			return digest, done, gas, why
		}
		o, err := e.abi.UnpackLoad(out)
		if err != nil {
			e.Fatal(err)
		}
		digest, done = o.Next, o.Done
	}
	return digest, done, gas, ""
}

// mustLoad loads the job's model and compares the contract's program with ours.
func (e *evm) mustLoad(j *job) {
	e.Helper()
	digest, done, _, why := e.load(j, j.model.Hash(), j.loading.Parts)
	if why != "" || !done {
		e.Fatalf("load: %q, done %v", why, done)
	}
	if crypto.Keccak256Hash(j.loading.Program) != digest {
		e.Fatal("the contract's program is not ours")
	}
}

func (e *evm) count(j *job, program []byte, first int, payloads, witnesses [][]byte) (int, uint64, string) {
	e.Helper()
	out, gas, why := e.call(e.abi.PackCount(program, num(first), bytes.Join(payloads, nil), bytes.Join(witnesses, nil), num(freivalds.Lanes)))
	if why != "" {
		return 0, gas, why
	}
	n, err := e.abi.UnpackCount(out)
	if err != nil {
		e.Fatal(err)
	}
	return int(n.Int64()), gas, ""
}

func clone(b [][]byte) [][]byte {
	out := make([][]byte, len(b))
	for i := range b {
		out[i] = bytes.Clone(b[i])
	}
	return out
}
