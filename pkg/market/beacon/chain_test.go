package beacon_test

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/beacon"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/test/devnet"
)

// sender sends blobs on a node that makes blocks when it is told to.
type sender struct {
	*testing.T
	node   *devnet.Node
	client *ethclient.Client
	key    *ecdsa.PrivateKey
	nonce  uint64
}

func newSender(t *testing.T) *sender {
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	node, err := devnet.Embedded(devnet.Options{Manual: true, Accounts: []common.Address{crypto.PubkeyToAddress(key.PublicKey)}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(node.Stop)
	client, err := ethclient.Dial(node.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return &sender{T: t, node: node, client: client, key: key}
}

// send sends the blobs of a sidecar.
func (s *sender) send(sidecar *types.BlobTxSidecar) *types.Transaction {
	s.Helper()
	tx := types.MustSignNewTx(s.key, types.LatestSignerForChainID(new(big.Int).SetUint64(s.node.ChainID)), &types.BlobTx{
		ChainID: uint256.NewInt(s.node.ChainID), Nonce: s.nonce, Gas: 21_000,
		GasTipCap: uint256.NewInt(params.GWei), GasFeeCap: uint256.NewInt(10 * params.GWei), BlobFeeCap: uint256.NewInt(params.GWei),
		BlobHashes: sidecar.BlobHashes(), Sidecar: sidecar,
	})
	if err := s.client.SendTransaction(s.Context(), tx); err != nil {
		s.Fatal(err)
	}
	s.nonce++
	return tx
}

// mine makes a block and returns it.
func (s *sender) mine() *types.Block {
	s.Helper()
	if err := s.node.Mine(0); err != nil {
		s.Fatal(err)
	}
	block, err := s.client.BlockByNumber(s.Context(), nil)
	if err != nil {
		s.Fatal(err)
	}
	return block
}

// sidecar is one of blobs of which each holds a number. Proofs take half a second for each.
func sidecar(t *testing.T, numbers ...byte) *types.BlobTxSidecar {
	t.Helper()
	s := types.NewBlobTxSidecar(types.BlobSidecarVersion1, nil, nil, nil)
	for _, n := range numbers {
		blob := kzg4844.Blob{31: n}
		commitment, err := kzg4844.BlobToCommitment(&blob)
		if err != nil {
			t.Fatal(err)
		}
		proofs, err := kzg4844.ComputeCellProofs(&blob)
		if err != nil {
			t.Fatal(err)
		}
		s.Blobs, s.Commitments, s.Proofs = append(s.Blobs, blob), append(s.Commitments, commitment), append(s.Proofs, proofs...)
	}
	return s
}

// times is a sidecar of the first blob of another, so many times.
func times(s *types.BlobTxSidecar, n int) *types.BlobTxSidecar {
	proofs := s.Proofs[:kzg4844.CellProofsPerBlob]
	return types.NewBlobTxSidecar(types.BlobSidecarVersion1, slices.Repeat(s.Blobs[:1], n), slices.Repeat(s.Commitments[:1], n), slices.Repeat(proofs, n))
}

// Blobs of a real transaction come back from what stands beside a real node, are kept when that has forgotten them,
// and are not believed when it lies.
func TestBlobsOfATransaction(t *testing.T) {
	s := newSender(t)
	two := sidecar(t, 1, 2)
	s.send(two)
	block := s.mine()
	hashes := two.BlobHashes()
	back := []common.Hash{hashes[1], hashes[0], hashes[1]}

	dir := t.TempDir()
	read := func(archive *beacon.Archive) ([]kzg4844.Blob, error) {
		return beacon.New([]string{s.node.Beacon}, archive).Blobs(t.Context(), block.Time(), back)
	}
	want := []kzg4844.Blob{two.Blobs[1], two.Blobs[0], two.Blobs[1]}
	s.node.Lie(true)
	if _, err := read(nil); !errors.Is(err, beacon.ErrNotThere) {
		t.Errorf("of a node that lies: %v", err)
	}
	s.node.Lie(false)
	for _, when := range []string{"there", "forgotten"} {
		if got, err := read(beacon.NewArchive(dir, beacon.MostKept)); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %d blobs, %v", when, len(got), err)
		}
		s.node.Forget()
	}
	if _, err := read(nil); !errors.Is(err, beacon.ErrNotThere) {
		t.Errorf("of a node that has forgotten: %v", err)
	}
}

// The rules are those in force: six blobs in a transaction, 21 in a block.
func TestFullBlock(t *testing.T) {
	s := newSender(t)
	one := sidecar(t, 7)
	for _, n := range []int{6, 6, 6, 3, 1} {
		s.send(times(one, n))
	}
	if n := *s.mine().BlobGasUsed() / params.BlobTxBlobGasPerBlob; n != 21 {
		t.Errorf("%d blobs in a full block, not 21", n)
	}
	if n := *s.mine().BlobGasUsed() / params.BlobTxBlobGasPerBlob; n != 1 {
		t.Errorf("%d blobs in the next block, not 1", n)
	}
}

// What an endpoint must serve is tried before it matters; one of another network is found out.
func TestNeeds(t *testing.T) {
	s, other := newSender(t), newSender(t)
	if err := s.node.Mine(time.Hour); err != nil { // so that none of its blocks is of a time of the other's
		t.Fatal(err)
	}
	s.send(sidecar(t, 3))
	for range 6 {
		s.mine()
	}
	if err := other.node.Mine(100 * time.Second); err != nil {
		t.Fatal(err)
	}
	on := chain.New("dev", s.node.ChainID, []string{s.node.URL}, common.Address{})
	defer on.Close()
	c := beacon.New([]string{s.node.Beacon, other.node.Beacon, "http://127.0.0.1:1/key", s.node.URL + "/{versioned_hash}"}, nil)
	want := []chain.Need{
		{What: "blobs", Words: "1 blobs of slot "},
		{Endpoint: 1, What: "blobs", Words: "another network", Lacks: true},
		{Endpoint: 2, What: "blobs", Words: "connection refused", Lacks: true},
		{Endpoint: 3, What: "blobs", Words: "an archive"},
	}
	for i, n := range c.Needs(t.Context(), on) {
		if !strings.Contains(n.Words, want[i].Words) || strings.Contains(n.Words, "key") {
			t.Errorf("%q does not say %q", n.Words, want[i].Words)
		}
		if n.Words = want[i].Words; n != want[i] {
			t.Errorf("%+v, not %+v", n, want[i])
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); c.Watch(ctx, on, time.Hour) }()
	for slices.Contains(c.Amiss()[1:3], "") { // until it has looked once
		time.Sleep(time.Millisecond)
	}
	cancel()
	<-done
	if amiss := c.Amiss(); amiss[0] != "" || !strings.Contains(amiss[1], "another network") || amiss[3] != "" {
		t.Errorf("amiss are %q", amiss)
	}
	s.node.Forget()
	if n := c.Needs(t.Context(), on)[0]; !n.Lacks || !strings.Contains(n.Words, "it gives 0 blobs") {
		t.Errorf("of a node that gives no blobs: %+v", n)
	}
}
