package solver

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
)

// crash is what ends a life: a panic that nothing in the program catches.
type crash struct{ at string }

// points are the moments at which a process can leave a trace: before and after
// each write to a store and each transaction sent. Each is somebody's death.
type points struct {
	all   []*contestant
	seen  map[string]*point
	turns bool       // whoever has died least dies; otherwise whoever comes first
	full  bool       // nobody dies: a write fails once instead, for want of space
	only  string     // the one point to die at
	odds  *rand.Rand // drawn instead: a life in forty points, and blocks that are taken back
}

var errFull = errors.New("no space left on device")

type point struct {
	passed map[*contestant]bool
	died   bool
}

// strike reports whether c dies at the point: somebody has to. In turns it is the
// one who has died least of those that have not come by yet, so that between its
// deaths everybody lives through a part of the attempt. Otherwise a process may
// die at every single point, and no point is left out.
func (p *points) strike(c *contestant, name string) bool {
	if p.odds != nil {
		return p.odds.IntN(40) == 0
	}
	at := p.seen[name]
	if at == nil {
		at = &point{passed: map[*contestant]bool{}}
		p.seen[name] = at
	}
	at.passed[c] = true
	if at.died || p.only != "" && p.only != name {
		return false
	}
	for _, other := range p.all {
		if p.turns && !at.passed[other] && other.deaths < c.deaths {
			return false
		}
	}
	at.died = true
	return true
}

// check fails if a point was nobody's death, or if one that must be there is not.
// In turns, those that only some come by are left out: it depends on where they
// died before.
func (p *points) check(t *testing.T, must []string) {
	t.Helper()
	deaths := 0
	for name, at := range p.seen {
		if at.died {
			deaths++
		} else if !p.turns || len(at.passed) == len(p.all) {
			t.Errorf("nobody died %s", name)
		}
	}
	times := []string{"before", "after"}
	if p.full {
		times = []string{"instead of"}
	}
	for _, trace := range must {
		for _, when := range times {
			if p.seen[when+" "+trace] == nil && (!p.full || !strings.HasPrefix(trace, "the node")) {
				t.Errorf("nobody came %s %s", when, trace)
			}
		}
	}
	t.Logf("%d points, %d deaths", len(p.seen), deaths)
}

// at carries a write or a send out, unless the process dies before it or after.
// A process that goes on after its death fails the test.
func (c *contestant) at(name string, do func() error) error {
	if c.solver == nil {
		c.Errorf("%d: a dead process goes on to %s", c.number, name)
	}
	name = endOfPhase.ReplaceAllString(name, "finalize")
	if c.points.full {
		if strings.Contains(name, "the node") || !c.points.strike(c, "instead of "+name) {
			return do()
		}
		return errFull
	}
	c.die("before " + name)
	err := do()
	c.times[name]++
	c.die("after " + name)
	return err
}

// endOfPhase is a key of a transaction that names a time.
var endOfPhase = regexp.MustCompile(`finalize/[0-9]+/[0-9]+/[0-9]+`)

func (c *contestant) die(name string) {
	if c.points.strike(c, name) {
		c.deaths++
		panic(crash{name})
	}
}

// again names what may come any number of times, as a transaction that is sent
// again: the first time, and the others.
func (c *contestant) again(name string) string {
	if c.times[endOfPhase.ReplaceAllString(name, "finalize")] > 0 {
		return name + ", again"
	}
	return name
}

// mortalAttempts, mortalIntents, mortalNode and pay are the solver's ways out
// into the world, each of which may be its end.
type (
	mortalAttempts struct{ *contestant }
	mortalIntents  struct{ *contestant }
	mortalNode     struct {
		txmgr.Backend
		c *contestant
	}
)

func (m mortalAttempts) All() ([]Attempt, error) { return m.attempts.All() }

func (m mortalAttempts) Put(a Attempt) error {
	changed := m.changed(a)
	name := fmt.Sprintf("the store has %s as %s: %s", a.Key, a.State, changed)
	if changed == "gas_wei" { // several times in one state
		name = fmt.Sprintf("%s of %d transactions", name, m.booked(a.Key))
	}
	return m.at(name, func() error { return m.attempts.Put(a) })
}

// changed lists the fields in which an attempt differs from what is stored.
func (c *contestant) changed(a Attempt) string {
	fields := func(raw []byte) (f map[string]json.RawMessage) {
		if err := json.Unmarshal(raw, &f); err != nil {
			c.Fatal(err)
		}
		delete(f, "updated")
		return f
	}
	raw, err := json.Marshal(a)
	if err != nil {
		c.Fatal(err)
	}
	before, now := map[string]json.RawMessage{}, fields(raw)
	if old, ok := c.attempts.all[a.Key]; ok {
		before = fields(old)
	}
	var names []string
	for name, v := range now {
		if !bytes.Equal(v, before[name]) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

// booked counts the transactions of a challenge whose gas is in the ledger.
func (c *contestant) booked(key string) (n int) {
	for _, p := range c.ledger {
		if p.Key == key && p.Kind == "gas" {
			n++
		}
	}
	return n
}

func (m mortalIntents) All() ([]txmgr.Intent, error) { return m.intents.All() }

func (m mortalIntents) Put(in txmgr.Intent) error {
	return m.at(fmt.Sprintf("the store has %s as %s", in.Key, in.State), func() error {
		m.consistent(in) // what was never stored was never sent: it takes no nonce
		return m.intents.Put(in)
	})
}

// consistent fails if an intent takes another's nonce, or changes its own call.
func (c *contestant) consistent(in txmgr.Intent) {
	if owner, taken := c.nonces[in.Nonce]; taken && owner != in.Key {
		c.Errorf("%d: %s takes nonce %d from %s", c.number, in.Key, in.Nonce, owner)
	}
	c.nonces[in.Nonce] = in.Key
	for _, raw := range in.Raw {
		tx := new(types.Transaction)
		if err := tx.UnmarshalBinary(raw); err != nil {
			c.Fatal(err)
		}
		first, known := c.calls[in.Key]
		if !known {
			c.calls[in.Key], first = tx, tx
		}
		if tx.Nonce() != first.Nonce() || *tx.To() != *first.To() || tx.Value().Cmp(first.Value()) != 0 || !bytes.Equal(tx.Data(), first.Data()) {
			c.Errorf("%d: %s is two transactions: %s and %s", c.number, in.Key, first.Hash(), tx.Hash())
		}
	}
}

func (m mortalNode) SendTransaction(ctx context.Context, tx *types.Transaction) error {
	key := m.c.nonces[tx.Nonce()]
	if first := m.c.calls[key]; first == nil || first.Nonce() != tx.Nonce() || !bytes.Equal(first.Data(), tx.Data()) || !m.c.holds(key, tx) {
		m.c.Errorf("%d: %s is sent, but is not in the store so", m.c.number, key)
	}
	return m.c.at(m.c.again("the node has "+key), func() error { return m.Backend.SendTransaction(ctx, tx) })
}

// holds reports whether the store has the intent with this transaction.
func (c *contestant) holds(key string, tx *types.Transaction) bool {
	raw, err := tx.MarshalBinary()
	if err != nil {
		c.Fatal(err)
	}
	var in txmgr.Intent
	if err := json.Unmarshal(c.intents.all[key], &in); err != nil {
		return false
	}
	return slices.ContainsFunc(in.Raw, func(b hexutil.Bytes) bool { return bytes.Equal(b, raw) })
}

// pay is the ledger, which outlives the process: an id is booked once, and must
// always be the same payment.
func (c *contestant) pay(p Payment) bool {
	return nil == c.at(c.again("the ledger has "+p.ID), func() error {
		if old, ok := c.ledger[p.ID]; ok {
			if old.Wei.Cmp(p.Wei) != 0 || old.Kind != p.Kind {
				c.Errorf("%d: %s is booked as %v of %s, and again as %v of %s", c.number, p.ID, old.Wei, old.Kind, p.Wei, p.Kind)
			}
			return nil
		}
		p.Wei = new(big.Int).Set(p.Wei)
		c.ledger[p.ID] = p
		return nil
	})
}
