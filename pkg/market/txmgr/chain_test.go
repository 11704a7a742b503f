package txmgr

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
)

var chainID = big.NewInt(1337)

// key signs like a wallet.
type key struct{ *ecdsa.PrivateKey }

func (k key) Address() common.Address { return crypto.PubkeyToAddress(k.PublicKey) }

func (k key) SignTx(tx *types.Transaction, id *big.Int) (*types.Transaction, error) {
	return types.SignTx(tx, types.LatestSignerForChainID(id), k.PrivateKey)
}

var wallet = key{mustKey("b71c71a67e1177ad4e901695e1b4b9ee17ae16c6668d313eac2f96dbcda3f291")}

func mustKey(hex string) *ecdsa.PrivateKey {
	k, err := crypto.HexToECDSA(hex)
	if err != nil {
		panic(err)
	}
	return k
}

// chain is a node's view of one account: a pool, and blocks that take from it
// what pays the base fee, in the order of nonces.
type chain struct {
	blocks  [][]*types.Transaction
	pool    map[uint64]*types.Transaction
	baseFee *big.Int
	blobFee *big.Int // nil: it has no blobs
	now     time.Time
	sent    []*types.Transaction // whatever was accepted
	fails   map[common.Hash]bool // mined, but reverted
	fork    int64                // how often blocks were taken back
	blind   bool                 // it forgets receipts

	reserved int // sends of one kind while the pool had the other

	refuse   func(tx *types.Transaction) (err error, lost bool) // of sends: an error, and whether the node dropped it too
	estimate func(call ethereum.CallMsg) (uint64, error)
	step     func(what string) // before and after each call from outside
}

func newChain() *chain {
	c := &chain{pool: map[uint64]*types.Transaction{}, baseFee: big.NewInt(10e9), blobFee: big.NewInt(1e9), now: time.Unix(1e9, 0), fails: map[common.Hash]bool{}}
	for range 10 {
		c.mine()
	}
	return c
}

func (c *chain) hook(what string) func() {
	if c.step == nil {
		return func() {}
	}
	c.step("before " + what)
	return func() { c.step("after " + what) }
}

// mine makes a block.
func (c *chain) mine() {
	var block []*types.Transaction
	for {
		tx, ok := c.pool[c.nonceAt(len(c.blocks))+uint64(len(block))]
		if !ok || tx.GasFeeCap().Cmp(c.baseFee) < 0 || hasBlobs(tx) && tx.BlobGasFeeCap().Cmp(c.blobFee) < 0 {
			break
		}
		delete(c.pool, tx.Nonce())
		block = append(block, tx)
	}
	c.blocks = append(c.blocks, block)
}

// nonceAt is the account's nonce after the first n blocks.
func (c *chain) nonceAt(n int) (nonce uint64) {
	for _, b := range c.blocks[:n] {
		nonce += uint64(len(b))
	}
	return nonce
}

// mined are all transactions of the chain.
func (c *chain) mined() []*types.Transaction { return slices.Concat(c.blocks...) }

func (c *chain) head() uint64 { return uint64(len(c.blocks) - 1) }

// foreign is a transaction of the account that somebody else sends.
func (c *chain) foreign(nonce uint64) {
	tx, err := wallet.SignTx(types.NewTx(&types.DynamicFeeTx{
		ChainID: chainID, Nonce: nonce, Gas: 21000, GasFeeCap: big.NewInt(400e9), GasTipCap: big.NewInt(1e9), To: &common.Address{9}, Data: []byte("foreign"),
	}), chainID)
	if err != nil {
		panic(err)
	}
	c.pool[nonce] = tx
}

func (c *chain) PendingNonceAt(context.Context, common.Address) (uint64, error) {
	defer c.hook("nonce")()
	nonce := c.nonceAt(len(c.blocks))
	for c.pool[nonce] != nil {
		nonce++
	}
	return nonce, nil
}

func (c *chain) NonceAt(_ context.Context, _ common.Address, block *big.Int) (uint64, error) {
	defer c.hook("nonce")()
	return c.nonceAt(int(block.Int64()) + 1), nil
}

func (c *chain) EstimateGas(_ context.Context, call ethereum.CallMsg) (uint64, error) {
	defer c.hook("estimate")()
	if c.estimate != nil {
		return c.estimate(call)
	}
	return 100_000, nil
}

func (c *chain) SuggestGasTipCap(context.Context) (*big.Int, error) { return big.NewInt(1e9), nil }

func (c *chain) HeaderByNumber(context.Context, *big.Int) (*types.Header, error) {
	defer c.hook("head")()
	return &types.Header{Number: new(big.Int).SetUint64(c.head()), BaseFee: new(big.Int).Set(c.baseFee)}, nil
}

const errUnderpriced = answer("replacement transaction underpriced")

func (c *chain) SendTransaction(_ context.Context, tx *types.Transaction) error {
	defer c.hook("send")()
	if c.refuse != nil {
		if err, lost := c.refuse(tx); lost {
			return err
		} else if err != nil {
			_ = c.accept(tx)
			return err
		}
	}
	return c.accept(tx)
}

func (c *chain) accept(tx *types.Transaction) error {
	if tx.Nonce() < c.nonceAt(len(c.blocks)) {
		return answer("nonce too low")
	}
	if err := c.fits(tx); err != nil {
		return err
	}
	if old := c.pool[tx.Nonce()]; old != nil {
		if old.Hash() == tx.Hash() {
			return answer("already known")
		}
		// the rule of geth's pools: a tenth more, of cap and tip; with blobs twice as much, of all three
		more := func(v *big.Int) *big.Int {
			if hasBlobs(tx) {
				return new(big.Int).Lsh(v, 1)
			}
			return new(big.Int).Div(new(big.Int).Mul(v, big.NewInt(110)), big.NewInt(100))
		}
		if tx.GasFeeCap().Cmp(more(old.GasFeeCap())) < 0 || tx.GasTipCap().Cmp(more(old.GasTipCap())) < 0 || hasBlobs(tx) && tx.BlobGasFeeCap().Cmp(more(old.BlobGasFeeCap())) < 0 {
			return errUnderpriced
		}
	}
	c.pool[tx.Nonce()] = tx
	c.sent = append(c.sent, tx)
	return nil
}

// fits are geth's rules for blobs: with their sidecar, without a gap, and none of an
// account beside its ordinary transactions, executable or not.
func (c *chain) fits(tx *types.Transaction) error {
	for _, other := range c.pool {
		if hasBlobs(other) != hasBlobs(tx) {
			c.reserved++
			return answer("address already reserved")
		}
	}
	if !hasBlobs(tx) {
		return nil
	}
	if s := tx.BlobTxSidecar(); s == nil || s.Version != types.BlobSidecarVersion1 || s.ValidateBlobCommitmentHashes(tx.BlobHashes()) != nil {
		return answer("missing sidecar in blob transaction")
	}
	for n := c.nonceAt(len(c.blocks)); n < tx.Nonce(); n++ {
		if c.pool[n] == nil {
			return answer("nonce too high")
		}
	}
	return nil
}

func (c *chain) TransactionReceipt(_ context.Context, hash common.Hash) (*types.Receipt, error) {
	defer c.hook("receipt")()
	for n, b := range c.blocks {
		if c.blind {
			break
		}
		for _, tx := range b {
			if tx.Hash() == hash {
				r := &types.Receipt{TxHash: hash, Status: 1, BlockNumber: big.NewInt(int64(n)), BlockHash: common.BigToHash(big.NewInt(c.fork<<32 + int64(n))), GasUsed: 50_000, EffectiveGasPrice: big.NewInt(11e9), Logs: []*types.Log{}}
				if hasBlobs(tx) {
					r.BlobGasUsed, r.BlobGasPrice = tx.BlobGas(), c.blobFee
				}
				if c.fails[hash] {
					r.Status = 0
				}
				return r, nil
			}
		}
	}
	return nil, ethereum.NotFound
}

func (c *chain) Included(_ context.Context, hash common.Hash) (bool, error) {
	return !c.blind && slices.ContainsFunc(c.mined(), func(tx *types.Transaction) bool { return tx.Hash() == hash }), nil
}

// shelf keeps intents as the real store does, as JSON; but for transactions, which are
// long where they have blobs.
type shelf struct {
	intents map[string]Intent
	fail    error
	hook    func(string) func()
}

func newShelf(c *chain) *shelf { return &shelf{intents: map[string]Intent{}, hook: c.hook} }

func (s *shelf) Put(in Intent) error {
	defer s.hook("put")()
	if s.fail != nil {
		return s.fail
	}
	var raw []hexBytes
	for _, r := range in.Raw {
		raw = append(raw, slices.Clone(r))
	}
	in.Raw = nil
	b, err := json.Marshal(in)
	if err != nil {
		return err
	}
	var kept Intent
	if err := json.Unmarshal(b, &kept); err != nil {
		return err
	}
	kept.Raw = raw
	s.intents[in.Key] = kept
	return nil
}

func (s *shelf) All() ([]Intent, error) { return slices.Collect(maps.Values(s.intents)), nil }

// holds reports whether the store has a transaction's bytes.
func (s *shelf) holds(tx *types.Transaction) bool {
	raw, err := tx.MarshalBinary()
	if err != nil {
		return false
	}
	all, err := s.All()
	return err == nil && slices.ContainsFunc(all, func(in Intent) bool {
		return slices.ContainsFunc(in.Raw, func(b hexBytes) bool { return slices.Equal(b, raw) })
	})
}

func manager(t fataler, c *chain, s *shelf) *Manager {
	m, err := New(chainID, c, wallet, s, Options{Confirmations: 2, Now: func() time.Time { return c.now }})
	if err != nil {
		t.Fatal(err)
	}
	m.prove = proveZeros
	return m
}

// proveZeros is what prove gives for a blob of zeros, without the seconds that others take:
// all its points are that at infinity. TestBlobsOnANode in pkg/market/chain has others.
func proveZeros(blob *kzg4844.Blob) (kzg4844.Commitment, []kzg4844.Proof, error) {
	if *blob != (kzg4844.Blob{}) {
		return kzg4844.Commitment{}, nil, errors.New("not of zeros")
	}
	proofs := make([]kzg4844.Proof, kzg4844.CellProofsPerBlob)
	for i := range proofs {
		proofs[i][0] = 0xc0
	}
	return kzg4844.Commitment{0xc0}, proofs, nil
}

type fataler interface {
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Helper()
}

// call is what the intent of this name does; some have a blob.
func call(name string) Call {
	c := Call{To: &common.Address{1}, Data: []byte(name)}
	if strings.HasPrefix(name, "blob") {
		c.Blobs = make([]kzg4844.Blob, 1)
	}
	return c
}

// ensure is Ensure with an error's end.
func ensure(t *testing.T, m *Manager, name string) Intent {
	t.Helper()
	in, err := m.Ensure(t.Context(), name, call(name))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return in
}

func newest(in Intent) *types.Transaction {
	tx, err := decode(in.Raw[len(in.Raw)-1])
	if err != nil {
		panic(fmt.Sprint(in.Key, err))
	}
	return tx
}

func (c *chain) BlobBaseFee(context.Context) (*big.Int, error) {
	if c.blobFee == nil {
		return nil, ErrNoBlobs
	}
	return new(big.Int).Set(c.blobFee), nil
}
