package txmgr

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"pgregory.net/rapid"
)

type hexBytes = hexutil.Bytes

func TestLife(t *testing.T) {
	c := newChain()
	s := newShelf(c)
	m := manager(t, c, s)
	c.step = func(what string) {
		if what != "before send" {
			return
		}
		for _, in := range mustAll(t, s) {
			if in.State == Pending {
				return
			}
		}
		t.Error("sent, but nothing is stored")
	}
	in := ensure(t, m, "a")
	tx := newest(in)
	if in.State != Pending || in.Nonce != 0 || len(c.sent) != 1 || string(tx.Data()) != "a" || tx.Gas() != 158_333 {
		t.Errorf("%+v", in)
	}
	if tx.GasTipCap().Int64() != 1e9 || tx.GasFeeCap().Int64() != 21e9 { // tip + twice the base fee
		t.Errorf("tip %v, cap %v", tx.GasTipCap(), tx.GasFeeCap())
	}
	c.mine()
	if in := ensure(t, m, "a"); in.State != Pending {
		t.Errorf("one confirmation of two: %+v", in)
	}
	c.mine()
	in = ensure(t, m, "a")
	if in.State != Mined || in.Receipt == nil || in.Block != c.head()-1 {
		t.Errorf("%+v", in)
	}
	if gas, value := in.Cost(); gas.Int64() != 50_000*11e9 || value.Sign() != 0 {
		t.Errorf("cost %v, %v", gas, value)
	}
	for range 3 {
		c.mine()
		ensure(t, m, "a")
	}
	if len(c.mined()) != 1 || len(m.Final()) != 1 {
		t.Errorf("%d transactions, %d final", len(c.mined()), len(m.Final()))
	}
	if _, known := m.Known("b"); known {
		t.Error("b is known")
	}
}

func mustAll(t *testing.T, s *shelf) []Intent {
	t.Helper()
	all, err := s.All()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// What cannot be stored is not sent.
func TestStoreFails(t *testing.T) {
	c := newChain()
	s := newShelf(c)
	m := manager(t, c, s)
	s.fail = errors.New("no space left on device")
	if _, err := m.Ensure(t.Context(), "a", call("a")); !errors.Is(err, s.fail) || !strings.Contains(err.Error(), "a: nothing was sent") {
		t.Error(err)
	}
	if len(c.sent) != 0 || len(m.intents) != 0 {
		t.Errorf("sent %d, remembered %d", len(c.sent), len(m.intents))
	}
	s.fail = nil
	first := newest(ensure(t, m, "a"))
	// Nor is a replacement that cannot be stored.
	s.fail = errors.New("no space left on device")
	c.now = c.now.Add(2 * time.Minute)
	if _, err := m.Ensure(t.Context(), "a", call("a")); !errors.Is(err, s.fail) {
		t.Error(err)
	}
	if len(c.sent) != 1 || c.pool[0].Hash() != first.Hash() {
		t.Errorf("sent %d", len(c.sent))
	}
	// Nor is a mined one taken for final before that is stored.
	c.mine()
	c.mine()
	if in, err := m.Ensure(t.Context(), "a", call("a")); err == nil || in.State != Pending {
		t.Errorf("%+v, %v", in, err)
	}
	s.fail = nil
	if in := ensure(t, m, "a"); in.State != Mined {
		t.Errorf("%+v", in)
	}
}

// An error of the send is no failure: the transaction is looked up by its hash,
// and where the node does not know it, the same bytes are sent again.
func TestSendErrorIsUnknown(t *testing.T) {
	for _, lost := range []bool{false, true} {
		c := newChain()
		m := manager(t, c, newShelf(c))
		sends := 0
		c.refuse = func(*types.Transaction) (error, bool) {
			sends++
			return errors.New("connection reset by peer"), lost
		}
		in := ensure(t, m, "a")
		if in.State != Pending || len(in.Raw) != 1 {
			t.Fatalf("%+v", in)
		}
		c.refuse = nil
		c.now = c.now.Add(30 * time.Second)
		again := ensure(t, m, "a")
		if len(again.Raw) != 1 || len(c.sent) != 1 || c.sent[0].Hash() != newest(in).Hash() {
			t.Fatalf("lost %v: %d versions, %d sent", lost, len(again.Raw), len(c.sent))
		}
		c.mine()
		c.mine()
		if in := ensure(t, m, "a"); in.State != Mined || len(c.mined()) != 1 {
			t.Errorf("lost %v: %+v", lost, in)
		}
	}
}

// After a minute without a receipt a quarter more is offered, for the same call
// at the same nonce, up to the cap and never beyond it.
func TestReplacement(t *testing.T) {
	c := newChain()
	m := manager(t, c, newShelf(c))
	first := newest(ensure(t, m, "a"))
	var in Intent
	last := first
	for range 40 {
		c.baseFee = new(big.Int).Div(new(big.Int).Mul(c.baseFee, big.NewInt(6)), big.NewInt(5)) // in the end more than we ever pay
		c.now = c.now.Add(61 * time.Second)
		in = ensure(t, m, "a") // no error, at the cap neither
		tx := newest(in)
		if tx.Nonce() != first.Nonce() || string(tx.Data()) != "a" || tx.Gas() != first.Gas() || *tx.To() != *first.To() {
			t.Fatalf("%+v", tx)
		}
		if tx.GasFeeCap().Int64() > 500e9 || tx.GasTipCap().Cmp(tx.GasFeeCap()) > 0 {
			t.Fatalf("offers a cap of %v and a tip of %v", tx.GasFeeCap(), tx.GasTipCap())
		}
		if tx.Hash() != last.Hash() {
			least := new(big.Int).Mul(last.GasFeeCap(), big.NewInt(11))
			if least.Cmp(new(big.Int).Mul(tx.GasFeeCap(), big.NewInt(10))) > 0 {
				t.Fatalf("a node does not take %v after %v", tx.GasFeeCap(), last.GasFeeCap())
			}
		}
		last = tx
	}
	if last.GasFeeCap().Int64() < 450e9 || c.pool[0].Hash() != last.Hash() {
		t.Errorf("offered at last %v", last.GasFeeCap())
	}
	if len(in.Raw) > 17 {
		t.Errorf("%d versions", len(in.Raw))
	}
	// An older version may be the one that is mined.
	c.pool[0] = mustDecode(t, in.Raw[3])
	c.baseFee = big.NewInt(10e9)
	c.mine()
	c.mine()
	if in := ensure(t, m, "a"); in.State != Mined || in.Receipt.TxHash != mustDecode(t, in.Raw[3]).Hash() {
		t.Errorf("%+v", in)
	}
}

func mustDecode(t *testing.T, raw []byte) *types.Transaction {
	t.Helper()
	tx, err := decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

// A block that is removed steps back: nothing is final before its confirmations.
func TestReorganisation(t *testing.T) {
	c := newChain()
	m := manager(t, c, newShelf(c))
	tx := newest(ensure(t, m, "a"))
	c.mine()
	ensure(t, m, "a")
	c.blocks = c.blocks[:len(c.blocks)-1] // and the node forgets the transaction, too
	c.mine()
	c.mine()
	if in := ensure(t, m, "a"); in.State != Pending || c.pool[0].Hash() != tx.Hash() {
		t.Fatalf("%+v", in)
	}
	c.mine()
	c.mine()
	if in := ensure(t, m, "a"); in.State != Mined || len(c.mined()) != 1 {
		t.Errorf("%+v", in)
	}
	// A final one steps back with its block, and is final again in another one.
	c.blocks, c.fork = c.blocks[:len(c.blocks)-2], 1
	c.mine()
	if err := m.Advance(t.Context()); err != nil {
		t.Fatal(err)
	}
	if in, _ := m.Known("a"); in.State != Pending || len(in.Raw) != 1 || c.pool[0].Hash() != tx.Hash() || len(m.Final()) != 0 {
		t.Fatalf("%+v", in)
	}
	c.mine()
	c.mine()
	if in := ensure(t, m, "a"); in.State != Mined || len(c.mined()) != 1 {
		t.Errorf("%+v", in)
	}
}

// A node that does not find a receipt for a moment does not make us send twice.
func TestBlindNode(t *testing.T) {
	c := newChain()
	m := manager(t, c, newShelf(c))
	ensure(t, m, "a")
	for range 10 {
		c.mine()
	}
	c.blind = true
	ensure(t, m, "a")
	c.mine()
	c.mine()
	ensure(t, m, "a")
	c.blind = false
	if in := ensure(t, m, "a"); in.State != Mined || len(c.mined()) != 1 || len(c.pool) != 0 {
		t.Errorf("%+v, pool %v", in, c.pool)
	}
}

// A nonce that another program of the same account used: the call is made again
// with a new one, but only once the old one can never be mined.
func TestLostNonce(t *testing.T) {
	c := newChain()
	s := newShelf(c)
	m := manager(t, c, s)
	c.refuse = func(*types.Transaction) (error, bool) { return errors.New("timeout"), true }
	old := newest(ensure(t, m, "a"))
	c.foreign(0)
	c.refuse = nil
	for i := range 1 + 1 + lostAfter {
		c.mine()
		if in := ensure(t, m, "a"); in.Nonce != 0 && i < 1+lostAfter {
			t.Fatalf("given up after %d blocks", i+1)
		}
	}
	in := ensure(t, m, "a")
	if in.Nonce != 1 || len(in.Raw) != 1 || newest(in).Hash() == old.Hash() {
		t.Fatalf("%+v", in)
	}
	c.mine()
	c.mine()
	if in := ensure(t, manager(t, c, s), "a"); in.State != Mined {
		t.Errorf("%+v", in)
	}
	if n := len(c.mined()); n != 2 {
		t.Errorf("%d transactions, want the foreign one and ours", n)
	}
}

// Two calls, whether sent or not, never get one nonce; nor after a restart.
func TestNoncesAreNotShared(t *testing.T) {
	c := newChain()
	s := newShelf(c)
	m := manager(t, c, s)
	c.refuse = func(*types.Transaction) (error, bool) { return errors.New("timeout"), true }
	ensure(t, m, "a")
	ensure(t, m, "b")
	m = manager(t, c, s)
	ensure(t, m, "c")
	c.refuse = nil
	if err := m.Advance(t.Context()); err != nil {
		t.Fatal(err)
	}
	c.mine()
	c.mine()
	if err := m.Advance(t.Context()); err != nil {
		t.Fatal(err)
	}
	got := map[string]uint64{}
	for _, tx := range c.mined() {
		got[string(tx.Data())] = tx.Nonce()
	}
	if len(got) != 3 || got["a"] != 0 || got["b"] != 1 || got["c"] != 2 || len(m.Final()) != 3 {
		t.Errorf("%v", got)
	}
}

// Fresh is where to try again what was mined and reverted.
func TestFresh(t *testing.T) {
	c := newChain()
	s := newShelf(c)
	m := manager(t, c, s)
	for i, want := range []string{"a", "a#2", "a#3"} {
		k := m.Fresh("a")
		if k != want {
			t.Fatalf("try %d is %s, want %s", i+1, k, want)
		}
		tx := newest(ensure(t, m, k))
		if got := m.Fresh("a"); got != want {
			t.Fatalf("while %s is pending, a new try is %s", want, got)
		}
		c.fails[tx.Hash()] = true
		c.mine()
		c.mine()
		in := ensure(t, m, k)
		if gas, value := in.Cost(); in.State != Reverted || gas.Sign() == 0 || value.Sign() != 0 {
			t.Fatalf("%+v", in)
		}
		m = manager(t, c, s)
	}
	if _, err := m.Wait(t.Context(), "a#2", call("a")); err == nil || !strings.Contains(err.Error(), "was mined and reverted") {
		t.Error(err)
	}
	ensure(t, m, m.Fresh("a"))
	c.mine()
	c.mine()
	ensure(t, m, "a#4")
	if got := m.Fresh("a"); got != "a#4" {
		t.Errorf("after a success: %s", got)
	}
}

type revertError struct{ data any }

func (revertError) Error() string    { return "execution reverted" }
func (e revertError) ErrorData() any { return e.data }

// A call that the contract refuses is not sent, and says why.
func TestRefused(t *testing.T) {
	for name, tt := range map[string]struct {
		gas  uint64
		err  error
		want error
		data string
	}{
		"with the contract's reason":  {err: revertError{"0x12345678"}, want: ErrRevert, data: "\x12\x34\x56\x78"},
		"without":                     {err: errors.New("execution reverted: no"), want: ErrRevert},
		"too much for a transaction":  {gas: GasCap + 1, want: ErrTooMuchGas},
		"too much for the node":       {err: errors.New("gas required exceeds allowance (16777216)"), want: ErrTooMuchGas},
		"too much for a block":        {err: errors.New("exceeds block gas limit"), want: ErrTooMuchGas},
		"the node is gone":            {err: context.DeadlineExceeded, want: context.DeadlineExceeded},
		"an odd reason is none":       {err: revertError{17}, want: ErrRevert},
		"just within a transaction":   {gas: GasCap},
		"the cap leaves no more room": {gas: GasCap - 10},
	} {
		c := newChain()
		m := manager(t, c, newShelf(c))
		c.estimate = func(ethereum.CallMsg) (uint64, error) { return tt.gas, tt.err }
		in, err := m.Ensure(t.Context(), "a", call("a"))
		if !errors.Is(err, tt.want) || (err == nil) != (tt.want == nil) {
			t.Errorf("%s: %v", name, err)
		}
		if tt.want == nil {
			if newest(in).Gas() != GasCap {
				t.Errorf("%s: limit %d", name, newest(in).Gas())
			}
			continue
		}
		var r *RevertError
		if got := errors.As(err, &r); got != (tt.want == ErrRevert) || got && string(r.Data) != tt.data {
			t.Errorf("%s: %+v", name, r)
		}
		if len(c.sent) != 0 || len(m.intents) != 0 {
			t.Errorf("%s: sent %d", name, len(c.sent))
		}
	}
}

func TestWait(t *testing.T) {
	c := newChain()
	m := manager(t, c, newShelf(c))
	m.opt.Poll = time.Millisecond
	polls := 0
	c.step = func(what string) {
		if what == "before head" {
			if polls++; polls%2 == 0 {
				c.mine()
			}
		}
	}
	if r, err := m.Wait(t.Context(), "a", call("a")); err != nil || r.Status != 1 {
		t.Fatal(r, err)
	}
	c.step = nil
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := m.Wait(ctx, "b", call("b")); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}

// Intents of another chain or account are not ours.
func TestOthersIntents(t *testing.T) {
	c := newChain()
	s := newShelf(c)
	ensure(t, manager(t, c, s), "a")
	other := key{mustKey("8a1f9a8f95be41cd7ccb6168179afb4504aefe388d1e14474d32c45c72ce7b7a")}
	for _, m := range []func() (*Manager, error){
		func() (*Manager, error) { return New(big.NewInt(1), c, wallet, s, Options{}) },
		func() (*Manager, error) { return New(chainID, c, other, s, Options{}) },
	} {
		m, err := m()
		if err != nil {
			t.Fatal(err)
		}
		if _, known := m.Known("a"); known {
			t.Error("a is known")
		}
	}
}

type crash struct{}

// A daemon that is killed before or after any single call from outside, and
// starts again, completes three transactions and makes no fourth.
func TestCrashAnywhere(t *testing.T) {
	for _, faulty := range []bool{false, true} { // the answers of sends get lost besides
		for at := 0; ; at++ {
			c := newChain()
			if faulty {
				c.refuse = func(*types.Transaction) (error, bool) { return errors.New("timeout"), false }
			}
			s := newShelf(c)
			calls := 0
			c.step = func(string) {
				if calls++; calls == at+1 {
					panic(crash{})
				}
			}
			crashed := until(t, c, s)
			if crashed {
				if until(t, c, s) {
					t.Fatal("it crashed twice")
				}
			}
			seen := map[string]bool{}
			for _, tx := range c.mined() {
				if seen[string(tx.Data())] {
					t.Fatalf("crash at %d: %s was mined twice", at, tx.Data())
				}
				seen[string(tx.Data())] = true
			}
			if len(seen) != 3 || c.reserved > 0 {
				t.Fatalf("crash at %d: mined %v, %d sent out of turn", at, seen, c.reserved)
			}
			if !crashed {
				if at < 30 {
					t.Errorf("only %d calls", at)
				}
				break
			}
		}
	}
}

// until works until three intents are mined, or it crashes.
func until(t *testing.T, c *chain, s *shelf) (crashed bool) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(crash); !ok {
				panic(r)
			}
			crashed = true
		}
	}()
	m := manager(t, c, s)
	for range 100 {
		done := 0
		for _, k := range []string{"a", "blob", "c"} {
			in, err := m.Ensure(context.Background(), k, call(k))
			if err != nil {
				t.Fatal(err)
			}
			if in.State == Mined {
				done++
			}
		}
		if done == 3 {
			return false
		}
		c.now = c.now.Add(20 * time.Second)
		c.mine()
	}
	t.Fatal("it does not end")
	return false
}

// Whatever happens: every intent is mined exactly once, and no two of them ever
// stand in the store with one nonce, unless one of them has lost it for good.
func TestAnyWeather(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := newChain()
		s := newShelf(c)
		m := manager(t, c, s)
		names := []string{"a", "blob", "c"}
		foreign := 0
		c.refuse = func(tx *types.Transaction) (error, bool) {
			if !s.holds(tx) {
				t.Fatalf("%s is sent, but not stored", tx.Data())
			}
			switch rapid.IntRange(0, 5).Draw(t, "send") {
			case 0:
				return errors.New("timeout"), true
			case 1:
				return errors.New("timeout"), false
			}
			return nil, false
		}
		t.Repeat(map[string]func(*rapid.T){
			"ensure": func(t *rapid.T) {
				k := rapid.SampledFrom(names).Draw(t, "key")
				_, _ = m.Ensure(context.Background(), k, call(k))
			},
			"advance": func(*rapid.T) { _ = m.Advance(context.Background()) },
			"mine":    func(*rapid.T) { c.mine() },
			"time":    func(*rapid.T) { c.now = c.now.Add(25 * time.Second) },
			"restart": func(t *rapid.T) { m = manager(t, c, s) },
			"forget":  func(*rapid.T) { clear(c.pool) },
			"dearer":  func(t *rapid.T) { c.baseFee = big.NewInt(rapid.Int64Range(1e9, 100e9).Draw(t, "fee")) },
			"disk": func(t *rapid.T) {
				s.fail = rapid.SampledFrom([]error{nil, nil, errors.New("disk")}).Draw(t, "fault")
			},
			"foreign": func(*rapid.T) {
				if foreign < 2 {
					foreign++
					c.foreign(c.nonceAt(len(c.blocks)))
					c.mine()
				}
			},
			"": func(t *rapid.T) { checkNonces(t, c, s) },
		})
		c.refuse, s.fail, c.baseFee = nil, nil, big.NewInt(10e9)
		for range 40 {
			for _, k := range names {
				if _, err := m.Ensure(context.Background(), k, call(k)); err != nil {
					t.Fatal(err)
				}
			}
			c.now = c.now.Add(25 * time.Second)
			c.mine()
		}
		count := map[string]int{}
		for _, tx := range c.mined() {
			count[string(tx.Data())]++
		}
		if fmt.Sprint(count["a"], count["blob"], count["c"]) != "1 1 1" {
			t.Fatalf("mined %v", count)
		}
	})
}

func checkNonces(t *rapid.T, c *chain, s *shelf) {
	all, err := s.All()
	if err != nil {
		t.Fatal(err)
	}
	of := map[uint64]string{}
	for _, in := range all {
		if in.State == Pending && c.nonceAt(len(c.blocks)) > in.Nonce {
			continue // mined or lost, which is not noticed yet
		}
		if other, taken := of[in.Nonce]; taken {
			t.Fatalf("%s and %s have nonce %d", in.Key, other, in.Nonce)
		}
		of[in.Nonce] = in.Key
	}
	for _, in := range all {
		for _, raw := range in.Raw {
			if tx, err := decode(raw); err != nil || tx.Nonce() != in.Nonce || string(tx.Data()) != in.Key || *tx.To() != (common.Address{1}) {
				t.Fatalf("%s has a version that does something else", in.Key)
			}
		}
	}
}
