package contract_test

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

// stillChain is a backend in which nothing is left to chance: the simulated
// one takes the time of day and a random prevrandao, so that every run draws
// other groups and pays other gas. Transactions are applied by go-ethereum's
// own state transition under mainnet's configuration, so base fee, calldata
// and its floor, refunds and the gas cap are what they are on mainnet.
type stillChain struct {
	simulated.Client // nil: the calls that no test makes
	t                testing.TB
	config           *params.ChainConfig
	state            *state.StateDB
	headers          []*types.Header // from firstBlock on
	pending          []*types.Transaction
	receipts         map[common.Hash]*types.Receipt
	extra            []byte        // extraData of the blocks to come
	blobs            []common.Hash // that transactions to come carry
}

const (
	firstBlock   = 30_000_000
	firstTime    = 1_790_000_000
	poolMaxBytes = 128 << 10 // of a transaction that nodes relay
)

// newStillChain is newChain on a stillChain.
func newStillChain(t testing.TB) (*chain, *stillChain) {
	t.Helper()
	config := *params.MainnetChainConfig
	config.ChainID = big.NewInt(1337) // what the helpers sign for
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		t.Fatal(err)
	}
	s := &stillChain{t: t, config: &config, state: db, receipts: map[common.Hash]*types.Receipt{}, extra: []byte("extra data of a block")}
	s.state.SetCode(params.HistoryStorageAddress, params.HistoryStorageCode, tracing.CodeChangeUnspecified)
	c, alloc := newActors(t)
	for address, account := range alloc {
		s.state.AddBalance(address, uint256.MustFromBig(account.Balance), tracing.BalanceChangeUnspecified)
	}
	s.seal(firstTime)
	c.sim, c.client = s, s
	c.deployAll()
	return c, s
}

// randaoOf is the prevrandao of a block, known before it is sealed.
func randaoOf(number uint64) common.Hash {
	return crypto.Keccak256Hash([]byte("randao"), binary.BigEndian.AppendUint64(nil, number))
}

// seal makes the next block of what is pending. Its header is as long as one
// of mainnet, and a draw pays for its bytes: hashes and a full bloom are made
// up, since nothing depends on them.
func (s *stillChain) seal(unix uint64) {
	number := firstBlock + uint64(len(s.headers))
	parent := common.Hash{}
	if n := len(s.headers); n > 0 {
		parent = s.headers[n-1].Hash()
		slot := common.BigToHash(new(big.Int).SetUint64((number - 1) % 8191))
		s.state.SetState(params.HistoryStorageAddress, slot, parent)
	}
	some := func(name string) common.Hash { return crypto.Keccak256Hash([]byte(name), parent[:]) }
	withdrawals, requests, beacon, blobs := some("withdrawals"), some("requests"), some("beacon"), uint64(6*131_072)
	header := &types.Header{
		ParentHash: parent, UncleHash: types.EmptyUncleHash, Coinbase: common.Address(some("coinbase").Bytes()[:20]), Root: some("root"),
		TxHash: some("transactions"), ReceiptHash: some("receipts"), Difficulty: new(big.Int), Number: new(big.Int).SetUint64(number),
		GasLimit: blockGas, GasUsed: blockGas / 2, Time: unix, Extra: s.extra, MixDigest: randaoOf(number), BaseFee: big.NewInt(params.GWei),
		WithdrawalsHash: &withdrawals, BlobGasUsed: &blobs, ExcessBlobGas: &blobs, ParentBeaconRoot: &beacon, RequestsHash: &requests,
	}
	for i := range header.Bloom {
		header.Bloom[i] = byte(1 + i%255)
	}
	s.headers = append(s.headers, header)
	for _, tx := range s.pending {
		s.apply(header, tx)
	}
	s.pending = nil
}

func (s *stillChain) apply(header *types.Header, tx *types.Transaction) {
	s.t.Helper()
	signer := types.LatestSignerForChainID(s.config.ChainID)
	message, err := core.TransactionToMessage(tx, signer, header.BaseFee)
	if err != nil {
		s.t.Fatal(err)
	}
	at := s.blockContext(header)
	if len(s.blobs) > 0 {
		message.BlobHashes, message.BlobGasFeeCap = s.blobs, uint256.NewInt(1)
	}
	s.state.SetTxContext(tx.Hash(), 0, 0)
	result, err := core.ApplyMessage(vm.NewEVM(at, s.state, s.config, vm.Config{}), message, core.NewGasPool(blockGas))
	if err != nil {
		s.t.Fatal(err)
	}
	s.state.Finalise(s.config.Rules(at.BlockNumber, true, at.Time))
	receipt := &types.Receipt{Status: types.ReceiptStatusSuccessful, GasUsed: result.UsedGas, EffectiveGasPrice: message.GasPrice.ToBig()}
	if result.Failed() {
		receipt.Status = types.ReceiptStatusFailed
	}
	s.receipts[tx.Hash()] = receipt
}

func (s *stillChain) blockContext(header *types.Header) vm.BlockContext {
	random := header.MixDigest
	return vm.BlockContext{
		CanTransfer: core.CanTransfer, Transfer: core.Transfer, GetHash: s.hash, GasLimit: blockGas, BlockNumber: header.Number,
		Time: header.Time, Difficulty: new(big.Int), BaseFee: header.BaseFee, BlobBaseFee: big.NewInt(1), Random: &random,
	}
}

func (s *stillChain) hash(number uint64) common.Hash { return s.headers[number-firstBlock].Hash() }

func (s *stillChain) head() *types.Header { return s.headers[len(s.headers)-1] }

// Commit, AdjustTime and Close are the simulated backend's.
func (s *stillChain) Commit() common.Hash {
	s.seal(s.head().Time + 1)
	return s.head().Hash()
}

func (s *stillChain) AdjustTime(by time.Duration) error {
	s.seal(s.head().Time + uint64(by/time.Second))
	return nil
}

func (s *stillChain) Close() error { return nil }

func (s *stillChain) SendTransaction(_ context.Context, tx *types.Transaction) error {
	if tx.Size() > poolMaxBytes {
		return fmt.Errorf("transaction of %d bytes, nodes relay at most %d", tx.Size(), poolMaxBytes)
	}
	s.pending = append(s.pending, tx)
	return nil
}

func (s *stillChain) TransactionReceipt(_ context.Context, hash common.Hash) (*types.Receipt, error) {
	if r := s.receipts[hash]; r != nil {
		return r, nil
	}
	return nil, ethereum.NotFound
}

func (s *stillChain) HeaderByNumber(_ context.Context, number *big.Int) (*types.Header, error) {
	if number == nil {
		return s.head(), nil
	}
	return s.headers[number.Uint64()-firstBlock], nil
}

func (s *stillChain) BalanceAt(_ context.Context, of common.Address, _ *big.Int) (*big.Int, error) {
	return s.state.GetBalance(of).ToBig(), nil
}

func (s *stillChain) CallContract(_ context.Context, m ethereum.CallMsg, _ *big.Int) ([]byte, error) {
	return s.call(m, s.head().Number, s.head().Time)
}

func (s *stillChain) PendingCallContract(_ context.Context, m ethereum.CallMsg) ([]byte, error) {
	return s.call(m, new(big.Int).Add(s.head().Number, common.Big1), s.head().Time+1)
}

// call runs on a copy of the state.
func (s *stillChain) call(m ethereum.CallMsg, number *big.Int, unix uint64) ([]byte, error) {
	value := m.Value
	if value == nil {
		value = new(big.Int)
	}
	out, _, err := runtime.Call(*m.To, m.Data, &runtime.Config{
		ChainConfig: s.config, Origin: m.From, BlockNumber: number, Time: unix, GasLimit: m.Gas, Value: value, State: s.state.Copy(),
		GetHashFn: s.hash, BaseFee: s.head().BaseFee, BlobHashes: s.blobs,
	})
	if err != nil && len(out) > 0 {
		return nil, revert(out)
	}
	return out, err
}

// revert is an error with its data, as nodes report it.
type revert []byte

func (revert) Error() string    { return "execution reverted" }
func (r revert) ErrorData() any { return hexutil.Encode(r) }
