package contract_test

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

const (
	transactionGas = 1 << 24 // the cap of one transaction (EIP-7825)
	blockGas       = 60_000_000
	minWindow      = 10   // seconds
	minBond        = 1000 // wei
)

// inEther stands for ether where a token is named.
var inEther common.Address

// actor is an account with a key, or a contract that an account acts through.
type actor struct {
	key   *ecdsa.PrivateKey
	addr  common.Address
	nonce uint64
	fees  *big.Int // wei paid for gas so far
}

// backend seals the blocks: go-ethereum's simulated chain, or a stillChain.
type backend interface {
	Commit() common.Hash
	AdjustTime(time.Duration) error
	Close() error
}

// chain is a simulated mainnet with a market on it. Its clock runs ahead of
// the wall clock, so that every block is one second after its parent.
type chain struct {
	t         testing.TB
	sim       backend
	client    simulated.Client
	abi       *contract.Market
	evaluator common.Address // of 8-bit activations
	fourBits  common.Address // the evaluator of 4-bit activations
	market    common.Address
	signer    types.Signer
	actors    []*actor
	used      int
	tips      *big.Int // wei, which the simulated blocks pay to the zero address
	gas       uint64   // used by the last transaction
}

// mainnetRules are the rules that are live: the default of the simulated
// backend also enables the fork that is being prepared.
func mainnetRules(_ *node.Config, conf *ethconfig.Config) {
	rules := *params.AllDevChainProtocolChanges
	rules.BogotaTime = nil
	conf.Genesis.Config = &rules
	conf.RPCEVMTimeout = 0 // the longest calls take seconds, and minutes on a busy machine
}

func newChain(t testing.TB) *chain {
	t.Helper()
	c, alloc := newActors(t)
	sim := simulated.NewBackend(alloc, simulated.WithBlockGasLimit(blockGas), simulated.WithMinerMinTip(big.NewInt(1)), mainnetRules)
	c.sim, c.client = sim, sim.Client()
	t.Cleanup(func() { c.sim.Close() })
	c.advance(24 * time.Hour)
	c.deployAll()
	return c
}

// newActors is a chain without a backend yet, and what its accounts own.
func newActors(t testing.TB) (*chain, types.GenesisAlloc) {
	t.Helper()
	c := &chain{t: t, abi: contract.NewMarket(), tips: new(big.Int), signer: types.LatestSignerForChainID(big.NewInt(1337))}
	alloc := types.GenesisAlloc{}
	for i := range 24 {
		key, err := crypto.ToECDSA(crypto.Keccak256([]byte(fmt.Sprintf("actor %d", i))))
		if err != nil {
			t.Fatal(err)
		}
		a := &actor{key: key, addr: crypto.PubkeyToAddress(key.PublicKey), fees: new(big.Int)}
		c.actors = append(c.actors, a)
		alloc[a.addr] = types.Account{Balance: ether(1_000_000)}
	}
	return c, alloc
}

func (c *chain) deployAll() {
	c.t.Helper()
	c.evaluator = c.deploy(common.FromHex(contract.DenseEvaluatorMetaData.Bin))
	c.fourBits = c.deploy(common.FromHex(contract.Dense4EvaluatorMetaData.Bin))
	c.newMarket(minBond)
}

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.Ether)) }

func wei(n int64) *big.Int { return big.NewInt(n) }

func sum(values ...*big.Int) *big.Int {
	total := new(big.Int)
	for _, v := range values {
		total.Add(total, v)
	}
	return total
}

func minus(a, b *big.Int) *big.Int { return new(big.Int).Sub(a, b) }

func times(a *big.Int, n int64) *big.Int { return new(big.Int).Mul(a, big.NewInt(n)) }

// newMarket deploys another market, which the chain's calls go to from now on.
func (c *chain) newMarket(bond int64) {
	c.t.Helper()
	code := common.FromHex(contract.MarketMetaData.Bin)
	c.market = c.deploy(append(code, c.abi.PackConstructor([]common.Address{c.evaluator, c.fourBits}, minWindow, wei(bond), 2)...))
}

func (c *chain) deploy(code []byte) common.Address {
	c.t.Helper()
	a := c.actors[0]
	at := crypto.CreateAddress(a.addr, a.nonce)
	if !c.transact(a, nil, nil, code) {
		c.t.Fatal("deployment failed")
	}
	return at
}

// actor hands out an account that no other part of the test uses, until they
// run out and start again.
func (c *chain) actor() *actor {
	c.used++
	return c.actors[1+c.used%(len(c.actors)-1)]
}

// pool puts a transaction into the pool; mine includes it.
func (c *chain) pool(from *actor, to *common.Address, value *big.Int, data []byte) common.Hash {
	c.t.Helper()
	tx, err := types.SignNewTx(from.key, c.signer, &types.DynamicFeeTx{
		ChainID: big.NewInt(1337), Nonce: from.nonce, To: to, Value: value, Data: data, Gas: transactionGas,
		GasFeeCap: wei(20 * params.GWei), GasTipCap: wei(1),
	})
	if err != nil {
		c.t.Fatal(err)
	}
	if err := c.client.SendTransaction(context.Background(), tx); err != nil {
		c.t.Fatalf("sending %d bytes: %v", len(data), err)
	}
	from.nonce++
	return tx.Hash()
}

// settle books the fees of an included transaction and reports its success.
func (c *chain) settle(from *actor, hash common.Hash) bool {
	c.t.Helper()
	receipt, err := c.client.TransactionReceipt(context.Background(), hash)
	if err != nil {
		c.t.Fatal(err)
	}
	c.gas = receipt.GasUsed
	used := new(big.Int).SetUint64(receipt.GasUsed)
	from.fees.Add(from.fees, new(big.Int).Mul(used, receipt.EffectiveGasPrice))
	c.tips.Add(c.tips, used)
	return receipt.Status == types.ReceiptStatusSuccessful
}

// transact mines one transaction in a block of its own.
func (c *chain) transact(from *actor, to *common.Address, value *big.Int, data []byte) bool {
	c.t.Helper()
	hash := c.pool(from, to, value, data)
	c.sim.Commit()
	return c.settle(from, hash)
}

// try calls the market in a block of its own and reports whether it succeeded.
func (c *chain) try(from *actor, value *big.Int, data []byte) bool {
	c.t.Helper()
	return c.transact(from, &c.market, value, data)
}

// do calls the market, which must succeed.
func (c *chain) do(from *actor, value *big.Int, data []byte) {
	c.t.Helper()
	if why := c.why(from, value, data); why != "" {
		c.t.Fatalf("refused: %s", why)
	}
	if !c.try(from, value, data) {
		c.t.Fatal("failed though its trial succeeded")
	}
}

// refuse calls the market, which must revert with the error want, as why names it.
func (c *chain) refuse(want string, from *actor, value *big.Int, data []byte) {
	c.t.Helper()
	if got := c.why(from, value, data); got != want {
		c.t.Errorf("reverted with %q, want %q", got, want)
	}
	if c.try(from, value, data) {
		c.t.Errorf("succeeded, want %s", want)
	}
}

// why runs a call as the next block's transaction would and names the error
// that it reverts with: "" for none.
func (c *chain) why(from *actor, value *big.Int, data []byte) string {
	c.t.Helper()
	_, err := c.client.PendingCallContract(context.Background(), ethereum.CallMsg{From: from.addr, To: &c.market, Value: value, Data: data, Gas: transactionGas})
	if err == nil {
		return ""
	}
	var reverted rpc.DataError
	if !errors.As(err, &reverted) {
		return err.Error()
	}
	text, _ := reverted.ErrorData().(string)
	raw, decodeErr := hexutil.Decode(text)
	if decodeErr != nil || len(raw) == 0 {
		return err.Error()
	}
	return c.errorName(raw)
}

func (c *chain) errorName(raw []byte) string {
	e, err := c.abi.UnpackError(raw)
	if err != nil {
		switch e, _ := evaluatorABI.UnpackError(raw); e.(type) {
		case *contract.EvaluatorBadModel:
			return "BadModel"
		case *contract.EvaluatorBadWitness:
			return "BadWitness"
		}
		return fmt.Sprintf("%#x", raw)
	}
	switch e := e.(type) {
	case *contract.MarketWrongPhase:
		return "WrongPhase " + phase(e.Phase).String()
	case *contract.MarketWrongValue:
		return "WrongValue " + e.Want.String()
	case *contract.MarketBadTerms:
		return "BadTerms " + e.Field
	case *contract.MarketBadProof:
		return "BadProof " + e.Slot.String()
	case *contract.MarketBadGroup:
		return "BadGroup " + e.Slot.String()
	case *contract.MarketNotYourTurn:
		return "NotYourTurn"
	case *contract.MarketNotAllowed:
		return "NotAllowed"
	case *contract.MarketNothingToDo:
		return "NothingToDo"
	case *contract.MarketNotDirect:
		return "NotDirect"
	case *contract.MarketWrongChallenge:
		return "WrongChallenge"
	case *contract.MarketReentered:
		return "Reentered"
	case *contract.MarketTransferFailed:
		return "TransferFailed"
	case *contract.MarketBadHeader:
		return "BadHeader"
	}
	return fmt.Sprintf("%T", e)
}

// view reads the market's latest state.
func view[T any](c *chain, data []byte, unpack func([]byte) (T, error)) T {
	c.t.Helper()
	out, err := c.client.CallContract(context.Background(), ethereum.CallMsg{To: &c.market, Data: data, Gas: transactionGas}, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	v, err := unpack(out)
	if err != nil {
		c.t.Fatal(err)
	}
	return v
}

func (c *chain) challenge(id *big.Int) contract.IMarketChallenge {
	c.t.Helper()
	return view(c, c.abi.PackGetChallenge(id), c.abi.UnpackGetChallenge)
}

func (c *chain) entry(id *big.Int, entry int64) contract.IMarketEntry {
	c.t.Helper()
	return view(c, c.abi.PackGetEntry(id, wei(entry)), c.abi.UnpackGetEntry)
}

func (c *chain) count() *big.Int {
	c.t.Helper()
	return view(c, c.abi.PackChallengeCount(), c.abi.UnpackChallengeCount)
}

// credit is what an address may withdraw.
func (c *chain) credit(of common.Address) *big.Int {
	c.t.Helper()
	return view(c, c.abi.PackBalance(of), c.abi.UnpackBalance)
}

func (c *chain) ether(of common.Address) *big.Int {
	c.t.Helper()
	b, err := c.client.BalanceAt(context.Background(), of, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	return b
}

// worth is an actor's ether as if gas cost nothing.
func (c *chain) worth(a *actor) *big.Int { return sum(c.ether(a.addr), a.fees) }

// burned is what the market has sent to the zero address.
func (c *chain) burned() *big.Int { return minus(c.ether(common.Address{}), c.tips) }

func (c *chain) head() *types.Header {
	c.t.Helper()
	h, err := c.client.HeaderByNumber(context.Background(), nil)
	if err != nil {
		c.t.Fatal(err)
	}
	return h
}

// header is a block's header in RLP.
func (c *chain) header(number uint64) []byte {
	c.t.Helper()
	h, err := c.client.HeaderByNumber(context.Background(), new(big.Int).SetUint64(number))
	if err != nil {
		c.t.Fatal(err)
	}
	b, err := rlp.EncodeToBytes(h)
	if err != nil {
		c.t.Fatal(err)
	}
	return b
}

// mine seals empty blocks until the head has the number.
func (c *chain) mine(number uint64) {
	for c.head().Number.Uint64() < number {
		c.sim.Commit()
	}
}

// advance seals an empty block that much later. The pool forgets a mined
// transaction a moment after its block, hence the patience.
func (c *chain) advance(d time.Duration) {
	c.t.Helper()
	var err error
	for range 1000 {
		if err = c.sim.AdjustTime(d); err == nil {
			return
		}
		time.Sleep(time.Millisecond)
	}
	c.t.Fatal(err)
}

// at makes the next transaction's block have the time, in unix seconds.
func (c *chain) at(unix uint64) {
	c.t.Helper()
	now := c.head().Time
	switch {
	case now+1 > unix:
		c.t.Fatalf("the chain is at %d already, past %d", now, unix-1)
	case now+1 < unix:
		c.advance(time.Duration(unix-1-now) * time.Second)
	}
}

// phase and its names, in the contract's order.
type phase uint8

const (
	none phase = iota
	created
	committing
	revealing
	claiming
	evaluating
	closed
)

func (p phase) String() string {
	return [...]string{"None", "Created", "Commit", "Reveal", "Claim", "Evaluate", "Closed"}[p]
}

// outcomes and statuses, in the contract's order.
const (
	open uint8 = iota
	won
	noWinner
	cancelled
	drawMissed
	notRevealed
)

const (
	_ uint8 = iota
	committed
	claimed
	revealed
	counted
	slashed
	settled
)
