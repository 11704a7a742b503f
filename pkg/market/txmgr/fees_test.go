package txmgr

import (
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"
)

func (c *chain) call(deadline time.Duration, worth *big.Int) Call {
	return Call{To: &common.Address{9}, Data: []byte("a"), Deadline: c.now.Add(deadline), Worth: worth}
}

// With time left a quarter of the highest fee is paid at most, all of it at the
// deadline; what it is before is never lowered.
func TestFeesRiseTowardsTheDeadline(t *testing.T) {
	c := newChain()
	m := manager(t, c, newShelf(c))
	c.baseFee = big.NewInt(400e9)
	call := c.call(time.Hour, nil)
	in, err := m.Ensure(t.Context(), "a", call)
	if err != nil {
		t.Fatal(err)
	}
	if got := newest(in).GasFeeCap().Int64(); got != 125e9 {
		t.Errorf("at first %d", got)
	}
	last := newest(in).GasFeeCap()
	for at := range 60 {
		c.now = c.now.Add(time.Minute + time.Second)
		if in, err = m.Ensure(t.Context(), "a", call); err != nil {
			t.Fatal(err)
		}
		got := newest(in).GasFeeCap()
		if got.Cmp(last) < 0 || got.Int64() > 500e9 {
			t.Fatalf("after %d minutes %v, before %v", at, got, last)
		}
		if at == 29 && (got.Int64() < 280e9 || got.Int64() > 320e9) {
			t.Errorf("half way %v", got)
		}
		last = got
	}
	if last.Int64() < 450e9 {
		t.Errorf("at the deadline %v", last)
	}
}

// A call whose gas costs more than it is worth is not sent, and no nonce is
// taken for it; when gas is cheaper, it is.
func TestTooDear(t *testing.T) {
	c := newChain()
	m := manager(t, c, newShelf(c))
	c.baseFee = big.NewInt(100e9)
	worth := big.NewInt(135_000 * 50e9) // what it may take, at 50 gwei
	if _, err := m.Ensure(t.Context(), "a", c.call(time.Hour, worth)); !errors.Is(err, ErrTooDear) {
		t.Fatalf("%v", err)
	}
	if _, known := m.Known("a"); known || len(c.sent) != 0 {
		t.Fatalf("%d sent", len(c.sent))
	}
	c.baseFee = big.NewInt(20e9)
	in, err := m.Ensure(t.Context(), "a", c.call(time.Hour, worth))
	if err != nil || in.Nonce != 0 {
		t.Fatalf("%+v, %v", in, err)
	}
	c.baseFee = big.NewInt(300e9)
	for range 100 {
		c.now = c.now.Add(61 * time.Second)
		if in, err = m.Ensure(t.Context(), "a", Call{}); err != nil {
			t.Fatal(err)
		}
	}
	if got := newest(in).GasFeeCap().Int64(); got > 50e9 || got < 45e9 {
		t.Errorf("it is worth 50 gwei a gas, offered %d", got)
	}
}

// A transaction that may pay more must not wait behind one that may not.
func TestWhoWaitsBehindLifts(t *testing.T) {
	c := newChain()
	m := manager(t, c, newShelf(c))
	c.baseFee = big.NewInt(200e9)
	if _, err := m.Ensure(t.Context(), "patient", c.call(10*time.Hour, nil)); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Ensure(t.Context(), "urgent", c.call(0, nil)); err != nil {
		t.Fatal(err)
	}
	c.now = c.now.Add(61 * time.Second)
	in, err := m.Ensure(t.Context(), "patient", Call{})
	if err != nil {
		t.Fatal(err)
	}
	if got := newest(in).GasFeeCap().Int64(); got < 400e9 {
		t.Errorf("the first in the queue offers %d", got)
	}
}

// Whatever the deadline, the worth and the clock: never more than the highest
// fee, nor than it is worth, nor less as time passes.
func TestCeilingProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := time.Unix(1_790_000_000, 0)
		m := &Manager{opt: Options{MaxFeePerGas: big.NewInt(rapid.Int64Range(1, 1e13).Draw(t, "max"))}}
		in := &Intent{Created: start, Deadline: start.Add(time.Duration(rapid.Int64Range(-1e9, 1e16).Draw(t, "window")))}
		gas := uint64(rapid.IntRange(21_000, GasCap).Draw(t, "gas"))
		if rapid.Bool().Draw(t, "limited") {
			in.Worth = big.NewInt(rapid.Int64().Draw(t, "worth") & (1<<62 - 1))
		}
		at := rapid.Int64Range(-1e10, 2e16).Draw(t, "at")
		early, late := m.ownCeiling(in, gas, start.Add(time.Duration(at))), m.ownCeiling(in, gas, start.Add(time.Duration(at)+time.Hour))
		if early.Cmp(late) > 0 || late.Cmp(m.opt.MaxFeePerGas) > 0 || early.Sign() < 0 {
			t.Fatalf("%v, an hour later %v", early, late)
		}
		if in.Worth != nil && new(big.Int).Mul(late, new(big.Int).SetUint64(gas)).Cmp(in.Worth) > 0 {
			t.Fatalf("%v for each of %d gas is more than %v", late, gas, in.Worth)
		}
	})
}
