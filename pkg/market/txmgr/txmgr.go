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
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
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
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
	SendTransaction(ctx context.Context, tx *types.Transaction) error
	TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error)
}

// Signer signs for one account.
type Signer interface {
	Address() common.Address
	SignTx(tx *types.Transaction, chainID *big.Int) (*types.Transaction, error)
}

// Options tune a manager; the zero value of each field means its default.
type Options struct {
	Confirmations uint64        // blocks, the transaction's own included; default 1
	ReplaceAfter  time.Duration // at a fee a quarter higher; default 60 s
	MaxFeePerGas  *big.Int      // wei, close to a deadline; default 500 gwei
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

	mu      sync.Mutex // one transaction at a time: nonces are handed out under it
	intents map[string]*Intent
	suspect map[string]sighting // of intents that seem lost
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
	if opt.Poll == 0 {
		opt.Poll = time.Second
	}
	if opt.Now == nil {
		opt.Now = time.Now
	}
	m := &Manager{chainID: chainID, backend: backend, signer: signer, store: store, opt: opt, intents: map[string]*Intent{}, suspect: map[string]sighting{}}
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
	// Deadline is when the call is of no use any more; zero: never. What is paid
	// for gas at most rises towards it.
	Deadline time.Time
	// Worth is what its gas may cost in all, in wei; nil: no limit.
	Worth *big.Int
}

// Ensure makes progress on the intent of this key and returns its state. It
// does not wait: call it again until the intent is Mined or Reverted. The call
// is only looked at when the key is new.
func (m *Manager) Ensure(ctx context.Context, key string, call Call) (Intent, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	in, known := m.intents[key]
	if known {
		lost, err := m.follow(ctx, in)
		if err != nil || !lost {
			return *in, err
		}
		delete(m.intents, key)
		delete(m.suspect, key)
	}
	in, err := m.create(ctx, key, call)
	if err != nil {
		return Intent{}, fmt.Errorf("%s: %w", key, err)
	}
	// The intent stands: whatever the send answers, its fate is looked up later.
	_ = m.send(ctx, in)
	return *in, nil
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
	for _, in := range m.intents {
		if in.State != Pending && head.Number.Uint64() < in.Block+reorgDepth {
			if err := m.recheck(ctx, in); err != nil {
				return err
			}
		}
		if in.State != Pending {
			continue
		}
		if _, err := m.follow(ctx, in); err != nil {
			return err
		}
	}
	return nil
}

// recheck makes an intent pending again if its receipt is gone or has moved to
// another block.
func (m *Manager) recheck(ctx context.Context, in *Intent) error {
	receipt, err := m.backend.TransactionReceipt(ctx, in.Receipt.TxHash)
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

// Cost is what a final intent's transaction paid for gas, and the value that it
// moved; a reverted one moves none.
func (in *Intent) Cost() (gas, value *big.Int) {
	gas, value = new(big.Int), new(big.Int)
	if in.Receipt == nil {
		return gas, value
	}
	gas.Mul(new(big.Int).SetUint64(in.Receipt.GasUsed), in.Receipt.EffectiveGasPrice)
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

// Wait calls Ensure until the intent is final. A reverted one is an error.
func (m *Manager) Wait(ctx context.Context, key string, call Call) (*types.Receipt, error) {
	for {
		in, err := m.Ensure(ctx, key, call)
		switch {
		case err != nil:
			return nil, err
		case in.State == Mined:
			return in.Receipt, nil
		case in.State == Reverted:
			return in.Receipt, fmt.Errorf("%s: transaction %s was mined and reverted", key, in.Receipt.TxHash)
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("%s: %w", key, ctx.Err())
		case <-time.After(m.opt.Poll):
		}
	}
}

// changedSlot is what writing a storage slot takes more once another transaction
// has emptied it: ours that withdraws a balance before one that adds to it.
const changedSlot = 25_000

// create estimates, signs and stores a new intent.
func (m *Manager) create(ctx context.Context, key string, call Call) (*Intent, error) {
	from := m.signer.Address()
	gas, err := m.backend.EstimateGas(ctx, ethereum.CallMsg{From: from, To: call.To, Value: call.Value, Data: call.Data})
	if err != nil {
		return nil, revert(err)
	}
	// Room for what other transactions change meanwhile, but within the cap: an
	// evaluation takes up to a third more once a rival has had a group of it
	// counted. What is not used is not paid.
	limit := min(gas+gas/3+changedSlot, GasCap)
	if gas > GasCap {
		return nil, fmt.Errorf("%w: %d of %d", ErrTooMuchGas, gas, GasCap)
	}
	nonce, err := m.nextNonce(ctx)
	if err != nil {
		return nil, err
	}
	in := &Intent{Key: key, ChainID: m.chainID.Uint64(), From: from, Nonce: nonce, State: Pending, Created: m.opt.Now(), Deadline: call.Deadline, Worth: call.Worth}
	tip, cap, err := m.fees(ctx, in, limit)
	if err != nil {
		return nil, err
	}
	tx := types.NewTx(&types.DynamicFeeTx{
		ChainID: m.chainID, Nonce: nonce, GasTipCap: tip, GasFeeCap: cap,
		Gas: limit, To: call.To, Value: call.Value, Data: call.Data,
	})
	return in, m.sign(in, tx)
}

// sign signs tx as the intent's newest version and stores the intent.
func (m *Manager) sign(in *Intent, tx *types.Transaction) error {
	signed, err := m.signer.SignTx(tx, m.chainID)
	if err != nil {
		return fmt.Errorf("sign: %w", err)
	}
	raw, err := signed.MarshalBinary()
	if err != nil {
		return err
	}
	next := *in
	next.Raw = append(append([]hexutil.Bytes(nil), in.Raw...), raw)
	next.Sent = m.opt.Now()
	if err := m.store.Put(next); err != nil {
		return fmt.Errorf("nothing was sent: %w", err)
	}
	*in = next
	m.intents[in.Key] = in
	return nil
}

// nextNonce is beyond the node's view and beyond every stored intent that is
// not final, sent or not. Nor is one used again that was mined of late: the node
// may lie behind the one that told us.
func (m *Manager) nextNonce(ctx context.Context) (uint64, error) {
	nonce, err := m.backend.PendingNonceAt(ctx, m.signer.Address())
	if err != nil {
		return 0, err
	}
	head, err := m.backend.HeaderByNumber(ctx, nil)
	if err != nil {
		return 0, err
	}
	for _, in := range m.intents {
		if in.State == Pending || head.Number.Uint64() < in.Block+reorgDepth {
			nonce = max(nonce, in.Nonce+1)
		}
	}
	return nonce, nil
}

// send broadcasts the newest version.
func (m *Manager) send(ctx context.Context, in *Intent) error {
	tx, err := decode(in.Raw[len(in.Raw)-1])
	if err != nil {
		return err
	}
	return m.backend.SendTransaction(ctx, tx)
}

func decode(raw []byte) (*types.Transaction, error) {
	tx := new(types.Transaction)
	return tx, tx.UnmarshalBinary(raw)
}

// lostAfter is in how many blocks an intent must seem lost after the first to
// count as lost: behind one address there can be several nodes, of which one
// knows the nonce and another not yet, or not for a moment, the receipt.
const lostAfter = 3

// sighting is how often, at heads that differ, an intent has seemed lost, and
// the highest such head. Blocks that passed unseen do not count: one endpoint
// may be far ahead of the one before it.
type sighting struct {
	head  uint64
	times int
}

// follow looks an intent's fate up; lost means that its nonce went to a
// transaction of somebody else's, for good.
func (m *Manager) follow(ctx context.Context, in *Intent) (lost bool, err error) {
	if in.State != Pending {
		return false, nil
	}
	head, err := m.backend.HeaderByNumber(ctx, nil)
	if err != nil {
		return false, err
	}
	depth := new(big.Int).SetUint64(m.opt.Confirmations - 1)
	settled := new(big.Int).Sub(head.Number, depth)
	for _, raw := range in.Raw {
		tx, err := decode(raw)
		if err != nil {
			return false, err
		}
		receipt, err := m.backend.TransactionReceipt(ctx, tx.Hash())
		if err != nil && !errors.Is(err, ethereum.NotFound) {
			return false, err
		}
		if receipt == nil || err != nil {
			continue
		}
		if receipt.BlockNumber.Cmp(settled) > 0 {
			return false, nil
		}
		return false, m.finish(in, receipt)
	}
	if settled.Sign() >= 0 {
		nonce, err := m.backend.NonceAt(ctx, in.From, settled)
		if err != nil {
			return false, err
		}
		if nonce > in.Nonce {
			return m.lost(in.Key, head.Number.Uint64()), nil
		}
	}
	delete(m.suspect, in.Key)
	if m.opt.Now().Sub(in.Sent) > m.opt.ReplaceAfter {
		return false, m.replace(ctx, in)
	}
	_ = m.send(ctx, in) // harmless if the node knows it
	return false, nil
}

// lost notes that an intent seems lost, and reports whether it has for long enough.
func (m *Manager) lost(key string, head uint64) bool {
	seen := m.suspect[key]
	if seen.times == 0 || head > seen.head {
		seen = sighting{head, seen.times + 1}
		m.suspect[key] = seen
	}
	return seen.times > lostAfter
}

func (m *Manager) finish(in *Intent, receipt *types.Receipt) error {
	next := *in
	next.State, next.Receipt, next.Block = Mined, receipt, receipt.BlockNumber.Uint64()
	if receipt.Status != types.ReceiptStatusSuccessful {
		next.State = Reverted
	}
	if err := m.store.Put(next); err != nil {
		return err
	}
	*in = next
	delete(m.suspect, in.Key)
	return nil
}

// revert turns a node's answer to a call that reverts into ErrRevert with the
// raw reason; other errors pass.
func revert(err error) error {
	if strings.Contains(err.Error(), "gas required exceeds") || strings.Contains(err.Error(), "exceeds block gas limit") {
		return fmt.Errorf("%w: %w", ErrTooMuchGas, err)
	}
	var data rpc.DataError
	if errors.As(err, &data) {
		if s, ok := data.ErrorData().(string); ok {
			return &RevertError{Data: common.FromHex(s), msg: err.Error()}
		}
	}
	if strings.Contains(err.Error(), "execution reverted") {
		return &RevertError{msg: err.Error()}
	}
	return err
}

// RevertError carries the reason that the contract gave, in its ABI's encoding.
type RevertError struct {
	Data []byte
	msg  string
}

func (e *RevertError) Error() string { return ErrRevert.Error() + ": " + e.msg }

// Unwrap makes errors.Is(err, ErrRevert) hold.
func (e *RevertError) Unwrap() error { return ErrRevert }
