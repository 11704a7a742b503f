package devnet_test

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"math/big"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/beacon"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/test/devnet"
)

// account is a funded key on a node.
type account struct {
	t      *testing.T
	node   *devnet.Node
	client *ethclient.Client
	key    *ecdsa.PrivateKey
	addr   common.Address
}

func newKey(t *testing.T) (*ecdsa.PrivateKey, common.Address) {
	t.Helper()
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	return key, crypto.PubkeyToAddress(key.PublicKey)
}

func dial(t *testing.T, n *devnet.Node) *ethclient.Client {
	t.Helper()
	client, err := ethclient.DialContext(t.Context(), n.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

// send signs and sends a transaction; a nil to is a deployment.
func (a *account) send(to *common.Address, gas uint64, data []byte) (*types.Transaction, error) {
	a.t.Helper()
	ctx := a.t.Context()
	nonce := must(a.client.PendingNonceAt(ctx, a.addr))(a.t)
	tx := types.MustSignNewTx(a.key, types.LatestSignerForChainID(new(big.Int).SetUint64(a.node.ChainID)), &types.DynamicFeeTx{
		ChainID: new(big.Int).SetUint64(a.node.ChainID), Nonce: nonce, To: to, Gas: gas, Data: data,
		GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(10 * params.GWei),
	})
	if err := a.client.SendTransaction(ctx, tx); err != nil {
		return nil, err
	}
	// The pool takes a transaction up a moment after its sending is answered.
	if !within(time.Minute, func() bool { return must(a.client.PendingNonceAt(ctx, a.addr))(a.t) == nonce+1 }) {
		a.t.Fatalf("nonce %d is sent but not pending", nonce)
	}
	return tx, nil
}

// receipt waits for a transaction's receipt, which must be a success.
func (a *account) receipt(tx *types.Transaction) *types.Receipt {
	a.t.Helper()
	var r *types.Receipt
	if !within(time.Minute, func() (found bool) {
		var err error
		r, err = a.client.TransactionReceipt(a.t.Context(), tx.Hash())
		return err == nil
	}) {
		a.t.Fatal("no receipt within 10 s")
	}
	if r.Status != types.ReceiptStatusSuccessful {
		a.t.Fatalf("transaction failed with %d gas used", r.GasUsed)
	}
	return r
}

// mine sends a transaction and waits for its receipt.
func (a *account) mine(to *common.Address, gas uint64, data []byte) *types.Receipt {
	a.t.Helper()
	return a.receipt(must(a.send(to, gas, data))(a.t))
}

// must turns a value and an error into the value.
func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// onBoth runs a test on a node of each kind.
func onBoth(t *testing.T, period time.Duration, test func(a *account)) {
	kinds := []struct {
		name  string
		start func(*testing.T, devnet.Options) (*devnet.Node, error)
	}{
		{"geth", func(t *testing.T, o devnet.Options) (*devnet.Node, error) {
			needGeth(t)
			o.Dir = t.TempDir()
			return devnet.Geth(t.Context(), o)
		}},
		{"embedded", func(_ *testing.T, o devnet.Options) (*devnet.Node, error) { return devnet.Embedded(o) }},
	}
	for _, kind := range kinds {
		t.Run(kind.name, func(t *testing.T) {
			t.Parallel()
			key, addr := newKey(t)
			began := time.Now()
			n, err := kind.start(t, devnet.Options{Period: period, Accounts: []common.Address{addr}})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(n.Stop)
			t.Logf("started in %v", time.Since(began).Round(time.Millisecond))
			test(&account{t: t, node: n, client: dial(t, n), key: key, addr: addr})
		})
	}
}

func needGeth(t *testing.T) {
	t.Helper()
	if _, err := devnet.FindGeth(); err != nil && os.Getenv("GETH") == "" {
		t.Skip(err)
	} else if err != nil {
		t.Fatal(err)
	}
}

func TestNodes(t *testing.T) {
	t.Parallel()
	onBoth(t, time.Second, func(a *account) {
		a.genesis()
		a.freshSlot()
		a.transactionCap()
		a.logs()
		a.deployments()
		a.headers()
		a.blobs()
		a.takenBack()
	})
}

func (a *account) genesis() {
	if id := must(a.client.ChainID(a.t.Context()))(a.t); id.Uint64() != a.node.ChainID || a.node.ChainID != 1337 {
		a.t.Errorf("chain id %v, node says %d", id, a.node.ChainID)
	}
	head := must(a.client.HeaderByNumber(a.t.Context(), nil))(a.t)
	if head.Number.Sign() == 0 || head.GasLimit != 60_000_000 {
		a.t.Errorf("block %v has a gas limit of %d", head.Number, head.GasLimit)
	}
	want := new(big.Int).Mul(big.NewInt(1_000_000), big.NewInt(params.Ether))
	if got := must(a.client.BalanceAt(a.t.Context(), a.addr, nil))(a.t); got.Cmp(want) != 0 {
		a.t.Errorf("balance %v wei, want %v", got, want)
	}
	var status map[string]hexutil.Uint
	if err := a.client.Client().CallContext(a.t.Context(), &status, "txpool_status"); err != nil {
		a.t.Error(err)
	}
}

// freshSlot: calldata's first word is the slot that becomes 1. Under the rules
// of the fork that is being prepared the transaction costs about 131,000.
func (a *account) freshSlot() {
	// runtime: PUSH1 1, PUSH1 0, CALLDATALOAD, SSTORE, STOP
	deployed := a.mine(nil, 200_000, common.FromHex("6660016000355500"+"600052"+"60076019f3"))
	slot := common.BigToHash(big.NewInt(77)).Bytes()
	call := ethereum.CallMsg{From: a.addr, To: &deployed.ContractAddress, Data: slot}
	estimate := must(a.client.EstimateGas(a.t.Context(), call))(a.t)
	r := a.mine(&deployed.ContractAddress, 500_000, slot)
	for name, gas := range map[string]uint64{"estimate": estimate, "receipt": r.GasUsed} {
		if gas < 43_000 || gas > 44_000 {
			a.t.Errorf("a fresh slot costs %d gas by the %s, want about 43,200", gas, name)
		}
	}
	if got := must(a.client.StorageAt(a.t.Context(), deployed.ContractAddress, common.BytesToHash(slot), nil))(a.t); new(big.Int).SetBytes(got).Uint64() != 1 {
		a.t.Errorf("slot holds %x", got)
	}
}

func (a *account) transactionCap() {
	if _, err := a.send(&a.addr, 1<<24+1, nil); err == nil || !strings.Contains(err.Error(), "gas limit") {
		a.t.Errorf("a transaction of 2^24+1 gas: %v", err)
	}
	must(a.send(&a.addr, 1<<24, nil))(a.t)
}

func (a *account) logs() {
	// constructor: LOG1 with topic 42 and no data, then no code
	r := a.mine(nil, 100_000, common.FromHex("602a60006000a100"))
	found := must(a.client.FilterLogs(a.t.Context(), ethereum.FilterQuery{
		FromBlock: common.Big0, Topics: [][]common.Hash{{common.BigToHash(big.NewInt(42))}},
	}))(a.t)
	if len(found) != 1 || found[0].TxHash != r.TxHash || found[0].BlockHash != r.BlockHash || found[0].Address != r.ContractAddress {
		a.t.Errorf("logs %+v, want the one of %v", found, r.TxHash)
	}
}

func (a *account) deployments() {
	first := must(a.send(nil, 1<<24, common.FromHex(contract.DenseEvaluatorMetaData.Bin)))(a.t)
	evaluator := crypto.CreateAddress(a.addr, first.Nonce())
	abi := contract.NewMarket()
	code := append(common.FromHex(contract.MarketMetaData.Bin), abi.PackConstructor([]common.Address{evaluator}, 10, big.NewInt(1000), 2)...)
	market := a.mine(nil, 1<<24, code).ContractAddress
	for name, at := range map[string]common.Address{"evaluator": evaluator, "market": market} {
		if len(must(a.client.CodeAt(a.t.Context(), at, nil))(a.t)) < 1000 {
			a.t.Errorf("there is no %s at %v", name, at)
		}
	}
	bond := must(a.client.CallContract(a.t.Context(), ethereum.CallMsg{To: &market, Data: abi.PackMinBond()}, nil))(a.t)
	if new(big.Int).SetBytes(bond).Int64() != 1000 {
		a.t.Errorf("the market's least bond is %x wei, want 1000", bond)
	}
}

// headers: what the contract's draw rests on.
func (a *account) headers() {
	ctx := a.t.Context()
	seen := map[common.Hash]bool{}
	var before uint64
	head := must(a.client.BlockNumber(ctx))(a.t)
	if head < 4 {
		a.t.Fatalf("only %d blocks", head)
	}
	for number := uint64(1); number <= head; number++ {
		var block struct{ Hash common.Hash }
		if err := a.client.Client().CallContext(ctx, &block, "eth_getBlockByNumber", hexutil.Uint64(number), false); err != nil {
			a.t.Fatal(err)
		}
		h := must(a.client.HeaderByNumber(ctx, new(big.Int).SetUint64(number)))(a.t)
		if h.Hash() != block.Hash {
			a.t.Errorf("block %d: the header's hash is %v, the block's %v", number, h.Hash(), block.Hash)
		}
		if h.MixDigest == (common.Hash{}) || seen[h.MixDigest] {
			a.t.Errorf("block %d: prevrandao %v is zero or not new", number, h.MixDigest)
		}
		seen[h.MixDigest] = true
		if h.Time <= before {
			a.t.Errorf("block %d: time %d after %d", number, h.Time, before)
		}
		before = h.Time
	}
	if late := time.Since(time.Unix(int64(before), 0)); late < -1500*time.Millisecond || late > time.Minute {
		a.t.Errorf("the head's time is %v behind the wall clock", late)
	}
	history := params.HistoryStorageAddress
	got := must(a.client.CallContract(ctx, ethereum.CallMsg{To: &history, Data: common.BigToHash(big.NewInt(1)).Bytes()}, nil))(a.t)
	if want := must(a.client.HeaderByNumber(ctx, common.Big1))(a.t).Hash(); common.BytesToHash(got) != want {
		a.t.Errorf("the chain's history has %x for block 1, want %v", got, want)
	}
}

// takenBack: blocks and their transactions can be removed, and the chain goes
// on with others.
func (a *account) takenBack() {
	ctx := a.t.Context()
	r := a.mine(&a.addr, 21_000, nil)
	if err := a.client.Client().CallContext(ctx, nil, "debug_setHead", (*hexutil.Big)(new(big.Int).Sub(r.BlockNumber, common.Big1))); err != nil {
		a.t.Fatal(err)
	}
	if !within(time.Minute, func() bool {
		h, err := a.client.HeaderByNumber(ctx, r.BlockNumber)
		return err == nil && h.Hash() != r.BlockHash
	}) {
		a.t.Errorf("block %v still is %v", r.BlockNumber, r.BlockHash)
	}
}

// TestSameChain: one genesis serves both, and the library's own configuration
// is as it was.
func TestSameChain(t *testing.T) {
	needGeth(t)
	_, addr := newKey(t)
	o := devnet.Options{Period: 3 * time.Second, GasLimit: 30_000_000, Accounts: []common.Address{addr}, Balance: big.NewInt(5)}
	geth := must(devnet.Geth(t.Context(), o))(t)
	t.Cleanup(geth.Stop)
	embedded := must(devnet.Embedded(o))(t)
	t.Cleanup(embedded.Stop)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	a, b := dial(t, geth), dial(t, embedded)
	one, other := must(a.HeaderByNumber(ctx, common.Big0))(t), must(b.HeaderByNumber(ctx, common.Big0))(t)
	if one.Hash() != other.Hash() || one.GasLimit != 30_000_000 {
		t.Errorf("geth starts from %v (%d gas), the embedded node from %v", one.Hash(), one.GasLimit, other.Hash())
	}
	if got := must(a.BalanceAt(ctx, addr, nil))(t); got.Int64() != 5 {
		t.Errorf("balance %v wei, want 5", got)
	}
	if params.AllDevChainProtocolChanges.BogotaTime == nil {
		t.Error("the library's chain configuration was changed")
	}
}

// blobs sends a blob, in a batch of one call: the node takes it, and what stands before it gives it back.
func (a *account) blobs() {
	ctx := a.t.Context()
	blob := kzg4844.Blob{31: 5}
	commitment := must(kzg4844.BlobToCommitment(&blob))(a.t)
	proofs := must(kzg4844.ComputeCellProofs(&blob))(a.t)
	sidecar := types.NewBlobTxSidecar(types.BlobSidecarVersion1, []kzg4844.Blob{blob}, []kzg4844.Commitment{commitment}, proofs)
	tx := types.MustSignNewTx(a.key, types.LatestSignerForChainID(new(big.Int).SetUint64(a.node.ChainID)), &types.BlobTx{
		ChainID: uint256.NewInt(a.node.ChainID), Nonce: must(a.client.PendingNonceAt(ctx, a.addr))(a.t), Gas: 21_000,
		GasTipCap: uint256.NewInt(params.GWei), GasFeeCap: uint256.NewInt(10 * params.GWei), BlobFeeCap: uint256.NewInt(params.GWei),
		BlobHashes: sidecar.BlobHashes(), Sidecar: sidecar,
	})
	raw := hexutil.Bytes(must(tx.MarshalBinary())(a.t))
	call := rpc.BatchElem{Method: "eth_sendRawTransaction", Args: []any{raw}, Result: new(common.Hash)}
	if err := errors.Join(a.client.Client().BatchCallContext(ctx, []rpc.BatchElem{call}), call.Error); err != nil {
		a.t.Fatal(err)
	}
	block := must(a.client.HeaderByHash(ctx, a.receipt(tx).BlockHash))(a.t)
	c := beacon.New([]string{a.node.Beacon}, nil)
	if got, err := c.Blobs(ctx, block.Time, tx.BlobHashes()); err != nil || len(got) != 1 || got[0] != blob {
		a.t.Errorf("%d blobs come back: %v", len(got), err)
	}
	if _, err := c.Blobs(ctx, block.Time-1, tx.BlobHashes()); !errors.Is(err, beacon.ErrNotThere) {
		a.t.Errorf("of another slot: %v", err)
	}
}
