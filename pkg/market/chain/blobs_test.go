package chain

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"math/big"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/test/devnet"
	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// purse signs for the account of a blob test.
type purse struct{ *ecdsa.PrivateKey }

func (p purse) Address() common.Address { return crypto.PubkeyToAddress(p.PublicKey) }

func (p purse) SignTx(tx *types.Transaction, id *big.Int) (*types.Transaction, error) {
	return types.SignTx(tx, types.LatestSignerForChainID(id), p.PrivateKey)
}

// drawer keeps intents in the real store.
type drawer struct{ *store.Store }

func (d drawer) Put(in txmgr.Intent) error { return d.Store.Put(store.Intents, in.Key, in) }

func (d drawer) All() ([]txmgr.Intent, error) {
	return store.All[txmgr.Intent](d.Store, store.Intents)
}

// blobStage is a daemon that sends, on a node whose blocks come when they are asked for.
type blobStage struct {
	*testing.T
	node  *devnet.Node
	key   purse
	path  string
	now   time.Time
	chain *Chain
	store *store.Store
	tx    *txmgr.Manager
}

func newBlobStage(t *testing.T) *blobStage {
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	s := &blobStage{T: t, key: purse{key}, path: filepath.Join(t.TempDir(), "store.db"), now: time.Now()}
	if s.node, err = devnet.Embedded(devnet.Options{Accounts: []common.Address{s.key.Address()}, Manual: true}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.node.Stop)
	s.mine()
	s.start()
	t.Cleanup(func() { s.chain.Close(); _ = s.store.Close() })
	return s
}

// start opens what a daemon does.
func (s *blobStage) start() {
	var err error
	s.chain = New("dev", s.node.ChainID, []string{s.node.URL}, common.Address{})
	if s.store, err = store.Open(s.path); err != nil {
		s.Fatal(err)
	}
	s.tx, err = txmgr.New(new(big.Int).SetUint64(s.node.ChainID), s.chain.Backend(), s.key, drawer{s.store}, txmgr.Options{Now: func() time.Time { return s.now }})
	if err != nil {
		s.Fatal(err)
	}
}

// restart is a kill and a start: nothing is left but the store.
func (s *blobStage) restart() {
	s.chain.Close()
	if err := s.store.Close(); err != nil {
		s.Fatal(err)
	}
	s.start()
}

func (s *blobStage) mine() {
	if err := s.node.Mine(0); err != nil {
		s.Fatal(err)
	}
}

func (s *blobStage) ensure(key string, call txmgr.Call) txmgr.Intent {
	s.Helper()
	in, err := s.tx.Ensure(s.Context(), key, call)
	if err != nil {
		s.Fatalf("%s: %v", key, err)
	}
	return in
}

// mined makes blocks until an intent is mined.
func (s *blobStage) mined(key string) txmgr.Intent {
	s.Helper()
	for range 20 {
		s.mine()
		if err := s.tx.Advance(s.Context()); err != nil {
			s.Fatal(err)
		}
		if in, _ := s.tx.Known(key); in.State != txmgr.Pending {
			return in
		}
	}
	s.Fatalf("%s is not mined: %v, %+v", key, s.tx.Silences(), s.tx.Refusals())
	return txmgr.Intent{}
}

// filled are blobs in which something stands.
func filled(n int) []kzg4844.Blob {
	blobs := make([]kzg4844.Blob, n)
	for i := range blobs {
		for j := range 64 {
			blobs[i][32*j+1], blobs[i][32*j+31] = byte(i+1), byte(j)
		}
	}
	return blobs
}

// sixthHash deploys a contract that stores the hash of a transaction's sixth blob, and refuses
// one that has fewer.
var sixthHash = common.FromHex("6010806009" + "3d393df3" + "60054980600b57600080fd5b60005500")

// On a real node: six blobs, an ordinary call behind them and a blob behind that, a kill
// while all wait and a replacement; all are mined in their order, each once, and what
// they cost is what the account has lost.
func TestBlobsOnANode(t *testing.T) {
	if race.Enabled {
		t.Skip("commitments take minutes there; what runs beside them is raced in txmgr's tests")
	}
	s := newBlobStage(t)
	ctx := t.Context()
	client, err := ethclient.Dial(s.node.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	before, err := client.BalanceAt(ctx, s.key.Address(), nil)
	if err != nil {
		t.Fatal(err)
	}
	s.ensure("deploy", txmgr.Call{Data: sixthHash})
	at := s.mined("deploy").Receipt.ContractAddress

	other := common.Address{7}
	if _, err := s.tx.Ensure(ctx, "five", txmgr.Call{To: &at, Blobs: filled(5)}); !errors.Is(err, txmgr.ErrRevert) {
		t.Errorf("the contract takes five blobs: %v", err)
	}
	bad := filled(1)
	bad[0][0] = 0xff
	if _, err := s.tx.Ensure(ctx, "bad", txmgr.Call{To: &at, Blobs: bad}); !errors.Is(err, txmgr.ErrBlobs) {
		t.Errorf("a blob of what is no number: %v", err)
	}
	six := s.ensure("six", txmgr.Call{To: &at, Blobs: filled(6)})
	s.ensure("ordinary", txmgr.Call{To: &other, Value: big.NewInt(123)})
	s.ensure("one", txmgr.Call{To: &other, Blobs: filled(1)})
	if list := s.tx.Refusals(); len(list) != 0 {
		t.Fatalf("%+v", list)
	}

	s.restart()
	s.now = s.now.Add(10 * time.Minute)
	replaced := s.ensure("six", txmgr.Call{})
	if len(replaced.Raw) != 2 || len(s.tx.Refusals()) != 0 {
		t.Fatalf("%d versions, %+v", len(replaced.Raw), s.tx.Refusals())
	}
	s.restart()
	for n, key := range []string{"six", "ordinary", "one"} {
		in := s.mined(key)
		if in.State != txmgr.Mined || in.Nonce != uint64(n+1) {
			t.Fatalf("%s: %s with nonce %d", key, in.State, in.Nonce)
		}
		if gas := map[string]uint64{"six": 6, "one": 1}[key] * params.BlobTxBlobGasPerBlob; in.Receipt.BlobGasUsed != gas {
			t.Errorf("%s used %d blob gas, want %d", key, in.Receipt.BlobGasUsed, gas)
		}
	}
	newest, oldest := new(types.Transaction), new(types.Transaction)
	if err := errors.Join(newest.UnmarshalBinary(replaced.Raw[1]), oldest.UnmarshalBinary(six.Raw[0])); err != nil {
		t.Fatal(err)
	}
	if in, _ := s.tx.Known("six"); in.Receipt.TxHash != newest.Hash() || newest.Hash() == oldest.Hash() {
		t.Errorf("%s was mined, the replacement is %s", in.Receipt.TxHash, newest.Hash())
	}
	if stored, err := client.StorageAt(ctx, at, common.Hash{}, nil); err != nil || common.BytesToHash(stored) != newest.BlobHashes()[5] {
		t.Errorf("the contract saw %x, %v", stored, err)
	}
	s.balances(ctx, client, before)
}

// balances holds what intents cost against what the account has lost.
func (s *blobStage) balances(ctx context.Context, client *ethclient.Client, before *big.Int) {
	after, err := client.BalanceAt(ctx, s.key.Address(), nil)
	if err != nil {
		s.Fatal(err)
	}
	for _, in := range s.tx.Final() {
		gas, value := in.Cost()
		after.Add(after, gas.Add(gas, value))
	}
	if after.Cmp(before) != 0 {
		s.Errorf("the account and what was paid are %v, before %v", after, before)
	}
}
