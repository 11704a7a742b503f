package app

import (
	"crypto/ecdsa"
	"errors"
	"math/big"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// signerArgs are what a signer is asked to sign.
type signerArgs struct {
	To                   *common.Address
	Gas, Nonce           hexutil.Uint64
	Value                *hexutil.Big
	MaxFeePerGas         *hexutil.Big
	MaxPriorityFeePerGas *hexutil.Big
	Data                 hexutil.Bytes
	ChainID              *hexutil.Big
	BlobVersionedHashes  []common.Hash
	MaxFeePerBlobGas     *hexutil.Big
}

// clef signs as Clef does, after what the test does to the transaction.
type clef struct {
	key    *ecdsa.PrivateKey
	refuse error
	change func(*types.DynamicFeeTx)
}

func (c *clef) sign(a signerArgs) (hexutil.Bytes, error) {
	if c.refuse != nil {
		return nil, c.refuse
	}
	inner := &types.DynamicFeeTx{
		ChainID: (*big.Int)(a.ChainID), Nonce: uint64(a.Nonce), GasTipCap: (*big.Int)(a.MaxPriorityFeePerGas), GasFeeCap: (*big.Int)(a.MaxFeePerGas),
		Gas: uint64(a.Gas), To: a.To, Value: (*big.Int)(a.Value), Data: a.Data,
	}
	if c.change != nil {
		c.change(inner)
	}
	tx, err := types.SignNewTx(c.key, types.LatestSignerForChainID(inner.ChainID), inner)
	if err != nil {
		return nil, err
	}
	raw, err := tx.MarshalBinary()
	return raw, err
}

// accountAPI answers account_signTransaction.
type accountAPI struct{ *clef }

func (a accountAPI) SignTransaction(args signerArgs) (map[string]any, error) {
	raw, err := a.sign(args)
	return map[string]any{"raw": raw, "tx": map[string]any{}}, err
}

// ethAPI answers eth_signTransaction.
type ethAPI struct{ *clef }

func (e ethAPI) SignTransaction(args signerArgs) (hexutil.Bytes, error) { return e.sign(args) }

// The remote signer's answer is used if it is the signature that was asked for,
// and nothing else.
func TestRemoteSigner(t *testing.T) {
	key, other := must(crypto.GenerateKey())(t), must(crypto.GenerateKey())(t)
	to := common.Address{7}
	tx := types.NewTx(&types.DynamicFeeTx{ChainID: big.NewInt(5), Nonce: 3, GasTipCap: big.NewInt(2), GasFeeCap: big.NewInt(9), Gas: 21_000, To: &to, Value: big.NewInt(11), Data: []byte{1, 2}})
	deploy := types.NewTx(&types.DynamicFeeTx{ChainID: big.NewInt(5), GasTipCap: big.NewInt(2), GasFeeCap: big.NewInt(9), Gas: 90_000, Value: new(big.Int), Data: []byte{1, 2}})
	for name, tt := range map[string]struct {
		clef   clef
		spaces map[string]func(*clef) any
		want   string
	}{
		"Clef":             {clef{key: key}, map[string]func(*clef) any{"account": func(c *clef) any { return accountAPI{c} }}, ""},
		"a node's method":  {clef{key: key}, map[string]func(*clef) any{"eth": func(c *clef) any { return ethAPI{c} }}, ""},
		"denied":           {clef{key: key, refuse: errors.New("request denied")}, map[string]func(*clef) any{"account": func(c *clef) any { return accountAPI{c} }}, "request denied"},
		"another account":  {clef{key: other}, map[string]func(*clef) any{"account": func(c *clef) any { return accountAPI{c} }}, "signed for"},
		"another receiver": {clef{key: key, change: func(t *types.DynamicFeeTx) { t.To = &common.Address{8} }}, map[string]func(*clef) any{"account": func(c *clef) any { return accountAPI{c} }}, "changed the transaction"},
		"a higher value":   {clef{key: key, change: func(t *types.DynamicFeeTx) { t.Value = big.NewInt(1e9) }}, map[string]func(*clef) any{"account": func(c *clef) any { return accountAPI{c} }}, "changed the transaction"},
		"another nonce":    {clef{key: key, change: func(t *types.DynamicFeeTx) { t.Nonce++ }}, map[string]func(*clef) any{"account": func(c *clef) any { return accountAPI{c} }}, "another nonce"},
		"more gas":         {clef{key: key, change: func(t *types.DynamicFeeTx) { t.Gas++ }}, map[string]func(*clef) any{"account": func(c *clef) any { return accountAPI{c} }}, "another gas"},
		"a higher fee":     {clef{key: key, change: func(t *types.DynamicFeeTx) { t.GasFeeCap = big.NewInt(1e12) }}, map[string]func(*clef) any{"account": func(c *clef) any { return accountAPI{c} }}, "another highest fee"},
		"a higher tip":     {clef{key: key, change: func(t *types.DynamicFeeTx) { t.GasTipCap = big.NewInt(9) }}, map[string]func(*clef) any{"account": func(c *clef) any { return accountAPI{c} }}, "another tip"},
		"other data":       {clef{key: key, change: func(t *types.DynamicFeeTx) { t.Data = []byte{1, 3} }}, map[string]func(*clef) any{"account": func(c *clef) any { return accountAPI{c} }}, "another data"},
		"an access list":   {clef{key: key, change: func(t *types.DynamicFeeTx) { t.AccessList = types.AccessList{{Address: common.Address{1}}} }}, map[string]func(*clef) any{"account": func(c *clef) any { return accountAPI{c} }}, "another access list"},
		"another chain":    {clef{key: key, change: func(t *types.DynamicFeeTx) { t.ChainID = big.NewInt(1) }}, map[string]func(*clef) any{"account": func(c *clef) any { return accountAPI{c} }}, "chain"},
		"no such method":   {clef{key: key}, nil, "remote signer"},
	} {
		server := rpc.NewServer()
		for space, api := range tt.spaces {
			if err := server.RegisterName(space, api(&tt.clef)); err != nil {
				t.Fatal(err)
			}
		}
		web := httptest.NewServer(server)
		s, err := OpenSigner(config.Wallet{Signer: config.SecretURL(web.URL), Address: crypto.PubkeyToAddress(key.PublicKey).Hex()})
		if err != nil {
			t.Fatal(err)
		}
		for _, tx := range []*types.Transaction{tx, deploy} {
			signed, err := s.SignTx(tx, big.NewInt(5))
			if tt.want != "" {
				if err == nil || !strings.Contains(err.Error(), tt.want) {
					t.Errorf("%s: %v, want %q", name, err, tt.want)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s: %v", name, err)
			} else if from := must(types.Sender(types.LatestSignerForChainID(big.NewInt(5)), signed))(t); from != s.Address() {
				t.Errorf("%s: signed by %s", name, from)
			}
		}
		web.Close()
		server.Stop()
	}
	gone, err := OpenSigner(config.Wallet{Signer: "http://127.0.0.1:1", Address: "0x00000000000000000000000000000000000000aa"})
	if err != nil {
		t.Fatalf("a signer that is not there stops the start: %v", err)
	}
	if _, err := gone.SignTx(tx, big.NewInt(5)); err == nil {
		t.Error("a signer that is not there signs")
	}
}

func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// blobClef signs transactions with blobs, of which it is shown the hashes.
type blobClef struct {
	*clef
	change func(*types.BlobTx)
}

func (c blobClef) SignTransaction(a signerArgs) (hexutil.Bytes, error) {
	inner := &types.BlobTx{
		ChainID: uint256.MustFromBig((*big.Int)(a.ChainID)), Nonce: uint64(a.Nonce), GasTipCap: uint256.MustFromBig((*big.Int)(a.MaxPriorityFeePerGas)),
		GasFeeCap: uint256.MustFromBig((*big.Int)(a.MaxFeePerGas)), Gas: uint64(a.Gas), To: *a.To, Value: uint256.MustFromBig((*big.Int)(a.Value)), Data: a.Data,
		BlobHashes: a.BlobVersionedHashes, BlobFeeCap: uint256.MustFromBig((*big.Int)(a.MaxFeePerBlobGas)),
	}
	c.change(inner)
	tx, err := types.SignNewTx(c.key, types.LatestSignerForChainID((*big.Int)(a.ChainID)), inner)
	if err != nil {
		return nil, err
	}
	raw, err := tx.MarshalBinary()
	return raw, err
}

// A transaction with blobs is signed by a keystore's key and by a signer that knows them;
// one that does not, or changes them, is refused.
func TestSignBlobs(t *testing.T) {
	key := must(crypto.GenerateKey())(t)
	address := crypto.PubkeyToAddress(key.PublicKey)
	tx := types.NewTx(&types.BlobTx{
		ChainID: uint256.NewInt(5), Nonce: 3, GasTipCap: uint256.NewInt(2), GasFeeCap: uint256.NewInt(9), Gas: 21_000, To: common.Address{7}, Value: uint256.NewInt(11),
		BlobFeeCap: uint256.NewInt(4), BlobHashes: []common.Hash{{1, 2}, {1, 3}},
	})
	signed := must((&Key{key: key, address: address}).SignTx(tx, big.NewInt(5)))(t)
	if err := sameTx(signed, tx, address, big.NewInt(5)); err != nil {
		t.Error(err)
	}
	blobs := func(change func(*types.BlobTx)) any { return blobClef{&clef{key: key}, change} }
	for name, tt := range map[string]struct {
		api  any
		want string
	}{
		"as it is":          {blobs(func(*types.BlobTx) {}), ""},
		"another blob":      {blobs(func(b *types.BlobTx) { b.BlobHashes[1][5] = 1 }), "another blob"},
		"a blob less":       {blobs(func(b *types.BlobTx) { b.BlobHashes = b.BlobHashes[:1] }), "another blob"},
		"a higher blob fee": {blobs(func(b *types.BlobTx) { b.BlobFeeCap = uint256.NewInt(1e18) }), "another highest blob fee"},
		"knows no blobs":    {accountAPI{&clef{key: key}}, "another type"},
	} {
		server := rpc.NewServer()
		if err := server.RegisterName("account", tt.api); err != nil {
			t.Fatal(err)
		}
		web := httptest.NewServer(server)
		signed, err := must(OpenSigner(config.Wallet{Signer: config.SecretURL(web.URL), Address: address.Hex()}))(t).SignTx(tx, big.NewInt(5))
		if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", name, err, tt.want)
		}
		if err == nil && len(signed.BlobHashes()) != 2 {
			t.Errorf("%s: %d blobs", name, len(signed.BlobHashes()))
		}
		web.Close()
		server.Stop()
	}
}
