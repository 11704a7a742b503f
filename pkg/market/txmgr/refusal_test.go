package txmgr

import (
	"context"
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// answer is a node's error.
type answer string

func (a answer) Error() string  { return string(a) }
func (a answer) ErrorCode() int { return -32000 }

// What a node says of a transaction is said once, for as long as it says so; what is
// no refusal is not.
func TestRefusalsAreSaidOnce(t *testing.T) {
	for _, tt := range []struct {
		says             string
		refused, lasting bool
	}{
		{"insufficient funds for gas * price + value: balance 0, tx cost 1, overshot 1", true, true},
		{"transaction type not supported", true, true},
		{"intrinsic gas too low: gas 21000, minimum needed 53000", true, true},
		{"tx fee (1.20 ether) exceeds the configured cap (1.00 ether)", true, true},
		{"oversized data: transaction size 131073, limit 131072", true, true},
		{"invalid sender", true, true},
		{"max fee per gas less than block base fee: address 0x1, maxFeePerGas: 1, baseFee: 2", true, false},
		{"transaction underpriced", true, false},
		{"txpool is full", true, false},
		{"daily request count exceeded, request rate limited: rate limit", true, false},
		{"already known", false, false},
		{"ALREADY KNOWN", false, false},
		{"nonce too low: next nonce 5, tx nonce 4", false, false},
		{"replacement transaction underpriced", false, false},
		{"\x1b[2Jinsufficient\r\nfunds \u202e", true, true},
	} {
		c := newChain()
		m := manager(t, c, newShelf(c))
		var told []Refusal
		m.opt.Refused = func(r Refusal) { told = append(told, r) }
		c.refuse = func(*types.Transaction) (error, bool) { return answer(tt.says), true }
		ensure(t, m, "a")
		began := c.now
		for range 3 {
			c.now = c.now.Add(time.Second)
			c.mine()
			ensure(t, m, "a")
		}
		list := m.Refusals()
		if !tt.refused {
			if len(told) != 0 || len(list) != 0 {
				t.Errorf("%q: %+v", tt.says, list)
			}
			continue
		}
		if len(told) != 1 || len(list) != 1 || list[0].Key != "a" || list[0].Lasting != tt.lasting || !list[0].Since.Equal(began) || strings.ContainsAny(list[0].Words, "\x1b\r\n\u202e") {
			t.Errorf("%q: told %+v, now %+v", tt.says, told, list)
		}
		if err := m.refusedFor("a", 2*time.Second); errors.Is(err, ErrRefused) != tt.lasting {
			t.Errorf("%q: %v", tt.says, err)
		}
		if m.refusedFor("a", time.Hour) != nil || m.refusedFor("b", 0) != nil {
			t.Errorf("%q: given up too early", tt.says)
		}
		c.refuse = func(*types.Transaction) (error, bool) { return answer("other words"), true }
		ensure(t, m, "a")
		ensure(t, m, "a")
		if len(told) != 2 || !m.Refusals()[0].Since.Equal(began) {
			t.Errorf("%q, then other words: %+v", tt.says, told)
		}
		c.refuse = nil
		c.mine()
		ensure(t, m, "a")
		if list := m.Refusals(); len(list) != 0 {
			t.Errorf("%q: it is taken, and %+v", tt.says, list)
		}
		c.mine()
		c.mine()
		if in := ensure(t, m, "a"); in.State != Mined || len(c.mined()) != 1 {
			t.Errorf("%q: %+v", tt.says, in)
		}
	}
}

// That no node answered is no refusal.
func TestSilenceIsNoRefusal(t *testing.T) {
	for _, err := range []error{errors.New("connection refused"), context.DeadlineExceeded, nil} {
		c := newChain()
		m := manager(t, c, newShelf(c))
		c.refuse = func(*types.Transaction) (error, bool) { return err, true }
		ensure(t, m, "a")
		if list := m.Refusals(); len(list) != 0 {
			t.Errorf("%v: %+v", err, list)
		}
	}
}

// A node that refuses in words and takes the transaction all the same: Wait ends well.
func TestTakenAndRefused(t *testing.T) {
	c := newChain()
	m := manager(t, c, newShelf(c))
	m.opt.Poll = time.Millisecond
	c.refuse = func(*types.Transaction) (error, bool) { return answer("transaction type not supported"), false }
	polls := 0
	c.step = func(what string) {
		if what == "before head" {
			if polls++; polls%4 == 0 {
				c.mine()
			}
		}
	}
	if r, err := m.Wait(t.Context(), "a", call("a")); err != nil || r.Status != 1 || len(c.mined()) != 1 {
		t.Errorf("%v, %v", r, err)
	}
	if list := m.Refusals(); len(list) != 0 {
		t.Errorf("mined, and %+v", list)
	}
}

// What nodes refuse for good ends Wait in their words, and the same command again
// goes on with the same transaction.
func TestWaitEndsWithALastingRefusal(t *testing.T) {
	c := newChain()
	s := newShelf(c)
	m := manager(t, c, s)
	m.opt.Poll = time.Millisecond
	sends := 0
	c.refuse = func(*types.Transaction) (error, bool) {
		sends++
		c.now = c.now.Add(time.Second)
		return answer("insufficient funds for gas * price + value"), true
	}
	_, err := m.Wait(t.Context(), "a", call("a"))
	if !errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), "a: ") || !strings.Contains(err.Error(), "insufficient funds") || sends < 2 {
		t.Errorf("%v after %d sends", err, sends)
	}
	c.refuse = nil
	m = manager(t, c, s)
	ensure(t, m, "a")
	c.mine()
	c.mine()
	if in := ensure(t, m, "a"); in.State != Mined || in.Nonce != 0 || len(in.Raw) != 1 {
		t.Errorf("%+v", in)
	}
}

// dim is a node that says of receipts what it is told to.
type dim struct {
	*chain
	receipt  error
	included func() (bool, error)
	tip      *big.Int
}

func (d dim) TransactionReceipt(ctx context.Context, h common.Hash) (*types.Receipt, error) {
	if d.receipt != nil {
		return nil, d.receipt
	}
	return d.chain.TransactionReceipt(ctx, h)
}

func (d dim) Included(ctx context.Context, h common.Hash) (bool, error) {
	if d.included != nil {
		return d.included()
	}
	return d.chain.Included(ctx, h)
}

func (d dim) SuggestGasTipCap(ctx context.Context) (*big.Int, error) {
	if d.tip != nil {
		return d.tip, nil
	}
	return d.chain.SuggestGasTipCap(ctx)
}

// However long an index is behind, and whatever happens meanwhile, there is no second
// transaction; when it is there, the first one is mined.
func TestAnIndexThatIsBehind(t *testing.T) {
	broken := errors.New("bad gateway")
	for name, d := range map[string]dim{
		"the node cannot tell":                {receipt: ErrUnknown},
		"no receipt, but a block has it":      {receipt: ethereum.NotFound},
		"no receipt, and nobody knows of it":  {receipt: ethereum.NotFound, included: func() (bool, error) { return false, broken }},
		"neither, but for a look or two only": {receipt: ethereum.NotFound, included: sometimes()},
		"an error":                            {receipt: broken},
	} {
		c := newChain()
		s := newShelf(c)
		d.chain = c
		m := manager(t, c, s)
		ensure(t, m, "a")
		for range 3 {
			c.mine()
		}
		m.backend = d
		for i := range 100 {
			_, _ = m.Ensure(t.Context(), "a", call("a"))
			_ = m.Advance(t.Context())
			c.now = c.now.Add(25 * time.Second)
			c.mine()
			if i == 50 {
				m = manager(t, c, s)
				m.backend = d
			}
		}
		if n := len(c.sent); n != 1 {
			t.Errorf("%s: %d transactions were sent", name, n)
		}
		m.backend = c
		if in := ensure(t, m, "a"); in.State != Mined || in.Nonce != 0 || len(c.mined()) != 1 {
			t.Errorf("%s: %+v", name, in)
		}
		// Nor is one that was mined made again where its receipt goes away.
		m.backend = d
		for range 100 {
			_ = m.Advance(t.Context())
			c.mine()
		}
		m.backend = c
		if in := ensure(t, m, "a"); in.State != Mined || len(c.mined()) != 1 || len(c.sent) != 1 {
			t.Errorf("%s, afterwards: %+v", name, in)
		}
	}
}

// sometimes is Included of nodes of which every third knows a transaction.
func sometimes() func() (bool, error) {
	n := 0
	return func() (bool, error) {
		n++
		return n%3 == 0, nil
	}
}

// A fee stays below what nodes take for one transaction, while the present price
// allows it; where it does not, the words say so.
func TestNodeCap(t *testing.T) {
	ether := big.NewInt(1e18)
	for _, tt := range []struct {
		base, gas int64 // gwei; as estimated
		fits      bool
	}{
		{10, 100_000, true}, {30, GasCap, true}, {35, GasCap, true}, {50, GasCap, true}, {52, GasCap, true}, {60, GasCap, false}, {500, GasCap, false}, {60, GasCap / 2, true}, {200, 1_000_000, true},
	} {
		c := newChain()
		m := manager(t, c, newShelf(c))
		m.opt.MaxFeePerGas = big.NewInt(5000e9)
		c.baseFee = big.NewInt(tt.base * 1e9)
		c.estimate = func(ethereum.CallMsg) (uint64, error) { return uint64(tt.gas), nil }
		most := func() *big.Int {
			worst := new(big.Int)
			for _, tx := range c.sent {
				if fee := new(big.Int).Mul(tx.GasFeeCap(), new(big.Int).SetUint64(tx.Gas())); fee.Cmp(worst) > 0 {
					worst = fee
				}
			}
			return worst
		}
		in, err := m.Ensure(t.Context(), "a", call("a"))
		if (err == nil) != tt.fits {
			t.Errorf("%d gwei, %d gas: %v", tt.base, tt.gas, err)
		}
		if err != nil {
			if !strings.Contains(err.Error(), "nodes take at most") || len(c.sent) != 0 || len(m.intents) != 0 {
				t.Errorf("%d gwei, %d gas: %v, %d sent", tt.base, tt.gas, err, len(c.sent))
			}
			continue
		}
		if tx := newest(in); tx.GasFeeCap().Cmp(c.baseFee) < 0 || most().Cmp(ether) > 0 {
			t.Errorf("%d gwei, %d gas: a fee of %v at most, %v a gas", tt.base, tt.gas, most(), tx.GasFeeCap())
		}
		for range 30 { // nor does a replacement pass it
			c.baseFee = new(big.Int).Div(new(big.Int).Mul(c.baseFee, big.NewInt(9)), big.NewInt(8))
			c.now = c.now.Add(61 * time.Second)
			if _, err := m.Ensure(t.Context(), "a", call("a")); err != nil {
				t.Fatal(err)
			}
		}
		if most().Cmp(ether) > 0 {
			t.Errorf("%d gwei, %d gas: replaced by a fee of %v", tt.base, tt.gas, most())
		}
	}
}

// A tip is a node's word: what goes far beyond the base fee is not believed, whatever
// it is, nor in replacements.
func TestTips(t *testing.T) {
	huge := new(big.Int).Lsh(big.NewInt(1), 255)
	for _, tt := range []struct{ base, tip, want *big.Int }{
		{big.NewInt(7), big.NewInt(200e9), big.NewInt(3e9)},
		{big.NewInt(7), huge, big.NewInt(3e9)},
		{big.NewInt(10e9), big.NewInt(200e9), big.NewInt(10e9)},
		{big.NewInt(10e9), huge, big.NewInt(10e9)},
		{big.NewInt(10e9), big.NewInt(1e9), big.NewInt(1e9)},
		{big.NewInt(10e9), new(big.Int), new(big.Int)},
		{new(big.Int), big.NewInt(2e9), big.NewInt(2e9)},
		{big.NewInt(30e9), big.NewInt(30e9), big.NewInt(30e9)},
	} {
		c := newChain()
		c.baseFee = tt.base
		m := manager(t, c, newShelf(c))
		m.backend = dim{chain: c, tip: tt.tip}
		in := ensure(t, m, "a")
		if got := newest(in).GasTipCap(); got.Cmp(tt.want) != 0 || newest(in).GasFeeCap().Cmp(got) < 0 {
			t.Errorf("base %v, tip %v: offers %v", tt.base, tt.tip, got)
		}
		m.backend = nobody{dim{chain: c, tip: tt.tip}}
		for range 5 {
			c.now = c.now.Add(61 * time.Second)
			in = ensure(t, m, "a")
		}
		if !slices.ContainsFunc(in.Raw, func(raw hexBytes) bool { return mustDecode(t, raw).Hash() == newest(in).Hash() }) || newest(in).GasFeeCap().Cmp(m.opt.MaxFeePerGas) > 0 {
			t.Errorf("%+v", in)
		}
	}
}

// nobody mines.
type nobody struct{ dim }
