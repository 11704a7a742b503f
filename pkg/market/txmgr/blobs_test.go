package txmgr

import (
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
	"github.com/ethereum/go-ethereum/params"
	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
)

// A call with blobs is estimated with their hashes and stored with all of them before it is
// sent; it costs what its blobs do besides, and once it is final for long the store
// keeps none of them.
func TestBlobLife(t *testing.T) {
	c := newChain()
	s := newShelf(c)
	m := manager(t, c, s)
	var asked ethereum.CallMsg
	c.estimate = func(call ethereum.CallMsg) (uint64, error) { asked = call; return 100_000, nil }
	c.refuse = func(tx *types.Transaction) (error, bool) {
		if !s.holds(tx) {
			t.Error("sent, but not stored")
		}
		return nil, false
	}
	tx := newest(ensure(t, m, "blob"))
	if !hasBlobs(tx) || len(tx.BlobTxSidecar().Blobs) != 1 || tx.BlobGasFeeCap().Int64() != 2e9 || tx.GasFeeCap().Int64() != 21e9 || tx.Gas() != 158_333 {
		t.Errorf("%d blob hashes, caps of %v and %v", len(tx.BlobHashes()), tx.GasFeeCap(), tx.BlobGasFeeCap())
	}
	if !slices.Equal(asked.BlobHashes, tx.BlobHashes()) || asked.BlobGasFeeCap.Int64() != 2e9 {
		t.Errorf("estimated with %v, %v", asked.BlobHashes, asked.BlobGasFeeCap)
	}
	if by, err := types.Sender(types.LatestSignerForChainID(chainID), tx); err != nil || by != wallet.Address() {
		t.Errorf("signed by %s, %v", by, err)
	}
	m = manager(t, c, s)
	clear(c.pool)
	if again := newest(ensure(t, m, "blob")); again.Hash() != tx.Hash() || len(c.sent) != 2 || c.sent[1].BlobTxSidecar() == nil {
		t.Errorf("after a restart %d were sent", len(c.sent))
	}
	c.mine()
	c.mine()
	in := ensure(t, m, "blob")
	if gas, _ := in.Cost(); in.State != Mined || gas.Int64() != 50_000*11e9+params.BlobTxBlobGasPerBlob*1e9 {
		t.Errorf("%s, cost %v", in.State, gas)
	}
	for range keepBlobs - 3 {
		c.mine()
	}
	advance := func(least, most int) {
		t.Helper()
		if err := m.Advance(t.Context()); err != nil {
			t.Fatal(err)
		}
		kept := s.intents["blob"]
		if n := len(kept.newest()); n < least || n > most {
			t.Errorf("%d bytes are stored", n)
		}
	}
	advance(130_000, 150_000)
	c.mine()
	c.mine()
	advance(100, 500)
	m = manager(t, c, s)
	if after := ensure(t, m, "blob"); newest(after).Hash() != tx.Hash() || after.State != Mined || len(c.sent) != 2 {
		t.Errorf("%+v", after)
	}
}

// What no transaction can carry is said, and nothing is signed.
func TestBlobsThatDoNotFit(t *testing.T) {
	c := newChain()
	m := manager(t, c, newShelf(c))
	for name, tt := range map[string]struct {
		call Call
		want string
	}{
		"seven":      {Call{To: &wallet1, Blobs: make([]kzg4844.Blob, 7)}, "7 are more than the 6 of one transaction"},
		"deployment": {Call{Blobs: make([]kzg4844.Blob, 1)}, "deploys"},
		"no number":  {Call{To: &wallet1, Blobs: []kzg4844.Blob{{}, {0xff}}}, "blob 1: "},
	} {
		if _, err := m.Ensure(t.Context(), name, tt.call); !errors.Is(err, ErrBlobs) || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	c.blobFee = nil
	if _, err := m.Ensure(t.Context(), "blob", call("blob")); !errors.Is(err, ErrNoBlobs) || len(m.intents) != 0 {
		t.Errorf("%v", err)
	}
}

var wallet1 = wallet.Address()

// Transactions with and without blobs go out in turns, in the order of the calls, also
// after a restart; who waits says so, and is no refusal.
func TestKindsTakeTurns(t *testing.T) {
	c := newChain()
	s := newShelf(c)
	m := manager(t, c, s)
	names := []string{"a", "blob", "blob2", "c", "blob3"}
	for n, name := range names {
		if in := ensure(t, m, name); in.Nonce != uint64(n) || in.State != Pending {
			t.Fatalf("%+v", in)
		}
	}
	if len(c.sent) != 1 {
		t.Fatalf("%d are sent at once", len(c.sent))
	}
	c.now = c.now.Add(time.Hour) // who waits does not hang
	m.waits["c"] = wait{what: m.waits["c"].what, now: silence}
	if why := m.Silences()["c"]; !strings.Contains(why, "earlier transactions") || len(m.Refusals()) != 0 {
		t.Errorf("%q, %+v", why, m.Refusals())
	}
	m = manager(t, c, s)
	for range 12 {
		if err := m.Advance(t.Context()); err != nil {
			t.Fatal(err)
		}
		c.mine()
	}
	var order []string
	for _, tx := range c.mined() {
		order = append(order, string(tx.Data()))
	}
	if !slices.Equal(order, names) || c.reserved != 0 || len(m.Final()) != len(names) {
		t.Errorf("%v, %d out of turn", order, c.reserved)
	}
}

// An intent that has lost its nonce, and that nobody asks for any more, holds none up.
func TestNobodyWaitsForTheLost(t *testing.T) {
	c := newChain()
	m := manager(t, c, newShelf(c))
	c.refuse = func(*types.Transaction) (error, bool) { return errors.New("timeout"), true }
	ensure(t, m, "a")
	c.refuse = nil
	c.foreign(0)
	ensure(t, m, "blob")
	for range 4 {
		c.mine()
		ensure(t, m, "blob")
	}
	if in := ensure(t, m, "blob"); in.State != Mined || in.Nonce != 1 {
		t.Errorf("%+v", in.State)
	}
}

// An account that a node keeps transactions of the other kind of, whoever sent them, is
// waited for; that is no refusal.
func TestReservedElsewhere(t *testing.T) {
	for _, words := range []string{"address already reserved", "PendingTxsOfConflictingType", "transaction type 3 conflicts with existing transaction for 0x1"} {
		c := newChain()
		m := manager(t, c, newShelf(c))
		c.refuse = func(*types.Transaction) (error, bool) { return answer(words), true }
		ensure(t, m, "blob")
		for range 3 {
			c.mine()
			ensure(t, m, "blob")
		}
		if what := m.waits["blob"].what; what != otherFirst || len(m.Refusals()) != 0 {
			t.Errorf("%s: waits for %q, %+v", words, what, m.Refusals())
		}
		c.refuse = nil
		for range 8 {
			c.mine()
			ensure(t, m, "blob")
		}
		if in := ensure(t, m, "blob"); in.State != Mined || len(c.sent) != 1 {
			t.Errorf("%s: %s", words, in.State)
		}
	}
}

// Blobs that hang are replaced at twice of all three fees, which nodes ask for, and kept
// once; they are sent again at ever rarer blocks.
func TestBlobReplacement(t *testing.T) {
	c := newChain()
	s := newShelf(c)
	m := manager(t, c, s)
	first := newest(ensure(t, m, "blob"))
	c.blobFee = big.NewInt(30e9)
	sends := 0
	c.refuse = func(*types.Transaction) (error, bool) { sends++; return nil, false }
	for range 100 {
		c.mine()
		ensure(t, m, "blob")
	}
	if sends < 4 || sends > 10 {
		t.Errorf("sent %d times in 100 blocks", sends)
	}
	c.refuse = nil
	c.now = c.now.Add(3*m.opt.ReplaceAfter + time.Second)
	in := ensure(t, m, "blob")
	second := newest(in)
	if len(in.Raw) != 2 || c.pool[0].Hash() != second.Hash() || second.BlobGasFeeCap().Int64() != 60e9 || second.GasTipCap().Cmp(new(big.Int).Lsh(first.GasTipCap(), 1)) < 0 {
		t.Fatalf("%d versions, the blob gas at %v", len(in.Raw), second.BlobGasFeeCap())
	}
	if n := len(in.Raw[0]); n > 1000 || mustDecode(t, in.Raw[0]).Hash() != first.Hash() {
		t.Errorf("the first version is kept in %d bytes", n)
	}
	c.mine()
	c.mine()
	if in := ensure(t, manager(t, c, s), "blob"); in.State != Mined || in.Receipt.TxHash != second.Hash() {
		t.Errorf("%s", in.State)
	}
}

// Whatever a node says of the blob fee: no more is bid than the call is worth, than nodes
// take, than the highest fee; and commitments are made once.
func TestBlobFees(t *testing.T) {
	huge := new(big.Int).Lsh(big.NewInt(1), 255)
	for _, tt := range []struct {
		fee, worth *big.Int
		want       error
	}{
		{huge, nil, ErrTooMuchGas}, {big.NewInt(1e13), nil, ErrTooMuchGas}, {big.NewInt(1e12), nil, nil},
		{big.NewInt(100e9), big.NewInt(1e15), ErrTooDear}, {big.NewInt(100e9), big.NewInt(16e15), nil},
		{big.NewInt(1), big.NewInt(2e15), nil}, {big.NewInt(1), big.NewInt(1e15), ErrTooDear},
	} {
		c := newChain()
		c.blobFee = tt.fee
		m := manager(t, c, newShelf(c))
		proofs := 0
		m.prove = func(b *kzg4844.Blob) (kzg4844.Commitment, []kzg4844.Proof, error) { proofs++; return proveZeros(b) }
		blobs := call("blob")
		blobs.Worth = tt.worth
		var in Intent
		var err error
		for range 3 {
			in, err = m.Ensure(t.Context(), "blob", blobs)
		}
		if !errors.Is(err, tt.want) || (err == nil) != (tt.want == nil) || proofs != 1 {
			t.Errorf("fee %v, worth %v: %v, %d proofs", tt.fee, tt.worth, err, proofs)
		}
		for range 20 {
			if err != nil {
				break
			}
			tx, most := newest(in), m.opt.NodeCap
			if tt.worth != nil {
				most = tt.worth
			}
			if cost := sizeOf(tx).cost(tx.GasFeeCap(), tx.BlobGasFeeCap()); cost.Cmp(most) > 0 || tx.BlobGasFeeCap().Cmp(m.opt.MaxFeePerGas) > 0 || tx.BlobGasFeeCap().Sign() == 0 {
				t.Errorf("fee %v, worth %v: bids %v in all, %v a blob gas", tt.fee, tt.worth, cost, tx.BlobGasFeeCap())
			}
			c.now = c.now.Add(4 * time.Minute)
			c.baseFee, c.blobFee = new(big.Int).Lsh(c.baseFee, 1), new(big.Int).Lsh(c.blobFee, 1)
			in, err = m.Ensure(t.Context(), "blob", blobs)
		}
		if tt.want != nil && (len(m.intents) != 0 || len(c.sent) != 0) {
			t.Errorf("fee %v: %d sent", tt.fee, len(c.sent))
		}
	}
}

// A bid keeps to its limit, whatever it is of, and pays for a blob gas at least a wei.
func TestBidProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wei := func(name string, most int64) *big.Int { return big.NewInt(rapid.Int64Range(1, most).Draw(t, name)) }
		s := size{rapid.Uint64Range(21_000, GasCap).Draw(t, "gas"), params.BlobTxBlobGasPerBlob * rapid.Uint64Range(0, blob.MaxPerTx).Draw(t, "blobs")}
		l := limit{wei("price", 1e13), wei("sum", 1e18)}
		l.sum.Add(l.sum, new(big.Int).SetUint64(s.blobGas)) // a wei for each is there
		b := l.within(bid{wei("tip", 1e12), wei("fee", 1e13), wei("blob fee", 1e13)}, s)
		if s.cost(b.gas, b.blobGas).Cmp(l.sum) > 0 || b.gas.Cmp(l.price) > 0 || b.blobGas.Cmp(l.price) > 0 || b.tip.Cmp(b.gas) > 0 || s.blobGas > 0 && b.blobGas.Sign() <= 0 || b.gas.Sign() < 0 {
			t.Fatalf("%+v within %+v for %+v", b, l, s)
		}
	})
}

// Blobs that were mined and are taken back with their block are still there to be sent again,
// and before the account's later transactions.
func TestBlobsAreTakenBack(t *testing.T) {
	c := newChain()
	m := manager(t, c, newShelf(c))
	ensure(t, m, "blob")
	c.mine()
	c.mine()
	if in := ensure(t, m, "blob"); in.State != Mined {
		t.Fatal(in.State)
	}
	c.blocks, c.fork = c.blocks[:len(c.blocks)-2], 1
	c.mine()
	if err := m.Advance(t.Context()); err != nil {
		t.Fatal(err)
	}
	ensure(t, m, "a")
	if tx := c.pool[0]; tx == nil || tx.BlobTxSidecar() == nil || c.pool[1] != nil {
		t.Fatalf("%v", c.pool)
	}
	for range 6 {
		c.mine()
		if err := m.Advance(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if len(c.mined()) != 2 || len(m.Final()) != 2 || c.reserved != 0 {
		t.Errorf("%d mined, %d out of turn", len(c.mined()), c.reserved)
	}
}
