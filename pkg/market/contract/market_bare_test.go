package contract_test

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

// bareMarket is a market in the EVM alone, without a chain: the block number
// can be set, which thousands of blocks would otherwise have to be mined for.
type bareMarket struct {
	*chain // for its bindings; it has no backend
	cfg    *runtime.Config
	at     common.Address
}

func newBareMarket(t testing.TB) *bareMarket {
	t.Helper()
	e := newEvaluator(t, forms()[0])
	c := &chain{t: t, abi: contract.NewMarket(), evaluator: e.address, actors: make([]*actor, 2)}
	m := &bareMarket{chain: c, cfg: e.cfg}
	e.cfg.GetHashFn = func(uint64) common.Hash { return common.Hash{} }
	code := append(common.FromHex(contract.MarketMetaData.Bin), c.abi.PackConstructor([]common.Address{e.address}, minWindow, wei(minBond), 2)...)
	_, at, _, err := runtime.Create(code, e.cfg)
	if err != nil {
		t.Fatal(err)
	}
	m.at = at
	for _, a := range []common.Address{{1}, {2}} {
		e.cfg.State.AddBalance(a, uint256.NewInt(1_000_000), tracing.BalanceChangeUnspecified)
	}
	return m
}

// serve makes up a block's header, whose hash the history contract will know.
func (m *bareMarket) serve(number uint64) *types.Header {
	header := &types.Header{Number: new(big.Int).SetUint64(number), MixDigest: common.Hash{1, 2, 3}, Difficulty: new(big.Int), Extra: make([]byte, 32)}
	m.cfg.State.SetCode(params.HistoryStorageAddress, params.HistoryStorageCode, tracing.CodeChangeUnspecified)
	m.cfg.State.SetState(params.HistoryStorageAddress, common.BigToHash(new(big.Int).SetUint64(number%8191)), header.Hash())
	return header
}

func (m *bareMarket) block(number uint64) { m.cfg.BlockNumber = new(big.Int).SetUint64(number) }

func (m *bareMarket) try(from common.Address, value int64, data []byte) string {
	m.t.Helper()
	m.cfg.Origin, m.cfg.Value = from, wei(value)
	m.cfg.GasLimit = transactionGas
	out, err := callBare(m, data)
	if err == nil {
		return ""
	}
	if len(out) < 4 {
		return err.Error()
	}
	return m.errorName(out)
}

func (m *bareMarket) call(from common.Address, value int64, data []byte) {
	m.t.Helper()
	if why := m.try(from, value, data); why != "" {
		m.t.Fatalf("refused: %s", why)
	}
}

func (m *bareMarket) refuse(want string, from common.Address, data []byte) {
	m.t.Helper()
	if got := m.try(from, 0, data); got != want {
		m.t.Errorf("reverted with %q, want %q", got, want)
	}
}

func callBare(m *bareMarket, data []byte) ([]byte, error) {
	out, _, err := runtime.Call(m.at, data, m.cfg)
	return out, err
}
