// Package txmgr sends transactions so that a crash at any point loses none and
// repeats none. An intent (a key of the caller's, the call, its nonce) is
// stored with the signed bytes before anything is sent; a retry sends the same
// bytes; an unknown outcome is looked up by hash, never taken for failure; one
// nonce never serves two intents.
//
//	(none) --sign, store, send--> Pending --receipt, confirmed--> Mined | Reverted
//	                               |  ^ ^                              |
//	                               |  | +----the block was removed-----+
//	                               +--+ resend, or replace at a higher fee
//	                               |
//	                               +--nonce used by another transaction--> (none)
package txmgr

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
)

// GasCap is what one transaction may use at most (EIP-7825).
const GasCap = 1 << 24

// ErrRevert reports a call that the chain would revert; nothing was sent.
var ErrRevert = errors.New("the contract refuses the call")

// ErrTooMuchGas reports a call that does not fit one transaction.
var ErrTooMuchGas = errors.New("the call needs more gas than one transaction may use")

// State is the progress of an intent.
type State string

// The states of an intent.
const (
	Pending  State = "pending"
	Mined    State = "mined"
	Reverted State = "reverted"
)

// Intent is a transaction that we mean to happen once.
type Intent struct {
	Key     string          `json:"key"`
	ChainID uint64          `json:"chain_id"`
	From    common.Address  `json:"from"`
	Nonce   uint64          `json:"nonce"`
	Raw     []hexutil.Bytes `json:"raw"` // signed, the newest last
	Sent    time.Time       `json:"sent"`
	State   State           `json:"state"`
	Block   uint64          `json:"block,omitempty"`
	Receipt *types.Receipt  `json:"receipt,omitempty"`
	// What the fee is bounded by: see Call.
	Created  time.Time `json:"created,omitzero"`
	Deadline time.Time `json:"deadline,omitzero"`
	Worth    *big.Int  `json:"worth,omitempty"`
}

// Store persists intents. Put returns when the intent is on disk.
type Store interface {
	Put(Intent) error
	All() ([]Intent, error)
}

// Backend is what the manager needs of a node.
type Backend interface {
	PendingNonceAt(ctx context.Context, account common.Address) (uint64, error)
	NonceAt(ctx context.Context, account common.Address, block *big.Int) (uint64, error)
	EstimateGas(ctx context.Context, call ethereum.CallMsg) (uint64, error)
	SuggestGasTipCap(ctx context.Context) (*big.Int, error)
	// BlobBaseFee is what a blob gas costs now, in wei; ErrNoBlobs where there are none.
	BlobBaseFee(ctx context.Context) (*big.Int, error)
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
	SendTransaction(ctx context.Context, tx *types.Transaction) error
	// TransactionReceipt is ethereum.NotFound where there is none, and ErrUnknown
	// where the node cannot tell.
	TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error)
	// Included reports whether a transaction stands in a block, as far as nodes know.
	Included(ctx context.Context, hash common.Hash) (bool, error)
}

// Signer signs for one account. A transaction with blobs comes without them: only their
// hashes are signed.
type Signer interface {
	Address() common.Address
	SignTx(tx *types.Transaction, chainID *big.Int) (*types.Transaction, error)
}

// Options tune a manager; the zero value of each field means its default.
type Options struct {
	Confirmations uint64        // blocks, the transaction's own included; default 1
	ReplaceAfter  time.Duration // at a fee a quarter higher; default 60 s
	MaxFeePerGas  *big.Int      // wei, close to a deadline, for a blob gas too; default 500 gwei
	NodeCap       *big.Int      // wei that nodes let one transaction pay at most; default 1 ether, as geth and Besu have it
	Refused       func(Refusal) // is told of each refusal once; may be nil
	Poll          time.Duration // in Wait; default 1 s
	Now           func() time.Time
}

// Manager sends the transactions of one account on one chain.
type Manager struct {
	chainID *big.Int
	backend Backend
	signer  Signer
	store   Store
	opt     Options
	prove   func(*kzg4844.Blob) (kzg4844.Commitment, []kzg4844.Proof, error)

	mu      sync.Mutex // one transaction at a time: nonces are handed out under it
	intents map[string]*Intent
	suspect map[string]sighting // of intents that seem lost
	refused map[string]Refusal  // by intent
	waits   map[string]wait     // of pending intents
	offers  map[string]offered  // of pending intents

	sidecars map[common.Hash]*types.BlobTxSidecar // of calls that are not signed yet
}

// New loads the intents that the store holds for the signer's account.
func New(chainID *big.Int, backend Backend, signer Signer, store Store, opt Options) (*Manager, error) {
	if opt.Confirmations == 0 {
		opt.Confirmations = 1
	}
	if opt.ReplaceAfter == 0 {
		opt.ReplaceAfter = time.Minute
	}
	if opt.MaxFeePerGas == nil {
		opt.MaxFeePerGas = big.NewInt(500e9)
	}
	if opt.NodeCap == nil {
		opt.NodeCap = big.NewInt(1e18)
	}
	if opt.Poll == 0 {
		opt.Poll = time.Second
	}
	if opt.Now == nil {
		opt.Now = time.Now
	}
	m := &Manager{
		chainID: chainID, backend: backend, signer: signer, store: store, opt: opt, prove: prove,
		intents: map[string]*Intent{}, suspect: map[string]sighting{}, refused: map[string]Refusal{}, waits: map[string]wait{},
		offers: map[string]offered{}, sidecars: map[common.Hash]*types.BlobTxSidecar{},
	}
	all, err := store.All()
	if err != nil {
		return nil, err
	}
	for _, in := range all {
		if in.ChainID == chainID.Uint64() && in.From == signer.Address() {
			m.intents[in.Key] = &in
		}
	}
	return m, nil
}

// Address is the account that the manager sends from.
func (m *Manager) Address() common.Address { return m.signer.Address() }

// Call is what a transaction does. To nil deploys Data.
type Call struct {
	To    *common.Address
	Data  []byte
	Value *big.Int
	// Blobs are what it carries besides (EIP-4844), at most blob.MaxPerTx; the contract sees
	// their hashes. None: it is an ordinary transaction.
	Blobs []kzg4844.Blob
	// Deadline is when the call is of no use any more; zero: never. What is paid
	// for gas at most rises towards it.
	Deadline time.Time
	// Worth is what its gas may cost in all, in wei, that of blobs too; nil: no limit.
	Worth *big.Int
	// Gas is what it takes by the caller's own reckoning: it is sent with that where
	// the node does not find out in time. 0: it is not sent then.
	Gas uint64
}

// Ensure makes progress on the intent of this key and returns its state. It
// does not wait: call it again until the intent is Mined or Reverted. The call
// is only looked at when the key is new.
func (m *Manager) Ensure(ctx context.Context, key string, call Call) (Intent, error) {
	if in, known, err := m.goOn(ctx, key); known {
		return in, err
	}
	sidecar, err := m.sidecar(ctx, call) // before the lock: it takes seconds
	if err != nil {
		return Intent{}, fmt.Errorf("%s: %w", key, err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if in, known := m.intents[key]; known {
		return *in, nil
	}
	in, head, err := m.create(ctx, key, call, sidecar)
	if err != nil {
		return Intent{}, fmt.Errorf("%s: %w", key, err)
	}
	delete(m.sidecars, sumOf(call.Blobs))
	if held, err := m.held(ctx, in, head); err != nil || held {
		return *in, err
	}
	m.offer(ctx, in, head)
	return *in, nil
}

// goOn makes progress on an intent that is known, and not lost.
func (m *Manager) goOn(ctx context.Context, key string) (Intent, bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	in, known := m.intents[key]
	if !known {
		return Intent{}, false, nil
	}
	lost, err := m.follow(ctx, in)
	if err != nil || !lost {
		return *in, true, err
	}
	delete(m.intents, key)
	delete(m.suspect, key)
	return Intent{}, false, nil
}

// reorgDepth is how many blocks a chain may take back: so long an intent that
// was mined is looked at again.
const reorgDepth = 64

// Advance follows every intent that is not final, whether or not anybody asks
// for it any more: its gas was spent all the same. One whose block the chain
// has taken back is pending again.
func (m *Manager) Advance(ctx context.Context) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	head, err := m.backend.HeaderByNumber(ctx, nil)
	if err != nil {
		return err
	}
	// In the order of their nonces: so they are sent again.
	for _, in := range slices.SortedFunc(maps.Values(m.intents), func(a, b *Intent) int { return cmp.Compare(a.Nonce, b.Nonce) }) {
		if err := m.advance(ctx, in, head.Number.Uint64()); err != nil {
			return err
		}
	}
	return nil
}

func (m *Manager) advance(ctx context.Context, in *Intent, head uint64) error {
	if in.State != Pending && head < in.Block+reorgDepth {
		if err := m.recheck(ctx, in); err != nil {
			return err
		}
	}
	if in.State != Pending {
		if head >= in.Block+keepBlobs {
			return m.strip(in)
		}
		return nil
	}
	_, err := m.follow(ctx, in)
	return err
}

// recheck makes an intent pending again if its receipt is gone or has moved to
// another block.
func (m *Manager) recheck(ctx context.Context, in *Intent) error {
	receipt, err := m.backend.TransactionReceipt(ctx, in.Receipt.TxHash)
	if errors.Is(err, ErrUnknown) {
		return nil
	}
	if err != nil && !errors.Is(err, ethereum.NotFound) {
		return err
	}
	if err == nil && receipt != nil && receipt.BlockHash == in.Receipt.BlockHash {
		return nil
	}
	next := *in
	next.State, next.Receipt, next.Block = Pending, nil, 0
	next.Sent = m.opt.Now()
	if err := m.store.Put(next); err != nil {
		return err
	}
	*in = next
	return nil
}

// Final returns the intents whose fate is sealed.
func (m *Manager) Final() []Intent {
	m.mu.Lock()
	defer m.mu.Unlock()
	var final []Intent
	for _, in := range m.intents {
		if in.State != Pending {
			final = append(final, *in)
		}
	}
	return final
}

// Cost is what a final intent's transaction paid for gas, that of its blobs too, and the
// value that it moved; a reverted one moves none.
func (in *Intent) Cost() (gas, value *big.Int) {
	gas, value = new(big.Int), new(big.Int)
	if in.Receipt == nil {
		return gas, value
	}
	gas.Mul(new(big.Int).SetUint64(in.Receipt.GasUsed), in.Receipt.EffectiveGasPrice)
	if price := in.Receipt.BlobGasPrice; price != nil {
		gas.Add(gas, new(big.Int).Mul(new(big.Int).SetUint64(in.Receipt.BlobGasUsed), price))
	}
	if tx, err := decode(in.Raw[0]); err == nil && in.State == Mined {
		value.Set(tx.Value())
	}
	return gas, value
}

// Known returns the intent of this key, if there is one.
func (m *Manager) Known(key string) (Intent, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	in, ok := m.intents[key]
	if !ok {
		return Intent{}, false
	}
	return *in, true
}

// Fresh is the key under which to try again what key stands for: the key
// itself, unless its transaction was mined and reverted.
func (m *Manager) Fresh(key string) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	for try, k := 2, key; ; try++ {
		if in, ok := m.intents[k]; !ok || in.State != Reverted {
			return k
		}
		k = fmt.Sprintf("%s#%d", key, try)
	}
}
