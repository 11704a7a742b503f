package txmgr

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// ErrRefused reports a transaction that nodes do not take, and that time alone will
// not make them take.
var ErrRefused = errors.New("the node refuses the transaction")

// ErrUnknown reports that a node cannot say now what became of a transaction: its
// index is behind. It is neither mined nor lost.
var ErrUnknown = errors.New("the node cannot tell yet")

// Refusal is a node's answer to a transaction that it does not take.
type Refusal struct {
	Key     string
	Words   string // the node's own
	Since   time.Time
	Lasting bool // time alone will not cure it
}

// Words of nodes that have the transaction, or a successor of it, already.
var known = []string{"already known", "known transaction", "nonce too low", "already imported", "already exists", "replacement transaction underpriced"}

// Words of refusals that pass: prices fall, pools empty.
var passing = []string{"less than block base fee", "less than block blob base fee", "nonce too high", "underpriced", "txpool is full", "pool is full", "limit exceeded", "rate limit", "too many requests", "timeout", "try again"}

// Words of nodes that have transactions of the account with blobs, and take none without
// meanwhile, or the other way round: geth's, Nethermind's, Reth's.
var reserved = []string{"already reserved", "conflictingtype", "conflicts with existing transaction"}

// says reports whether an error is a node's answer with any of these words.
func says(err error, list []string) bool {
	var answer rpc.Error
	if err == nil || !errors.As(err, &answer) {
		return false
	}
	text := strings.ToLower(answer.Error())
	return slices.ContainsFunc(list, func(w string) bool { return strings.Contains(text, w) })
}

// refusal reads a node's answer to a transaction that was sent; ok is false if it is
// none: the transaction was taken, or nobody knows, because no node answered.
func refusal(err error) (words string, lasting, ok bool) {
	var answer rpc.Error
	if err == nil || !errors.As(err, &answer) {
		return "", false, false
	}
	if says(err, known) || says(err, reserved) {
		return "", false, false
	}
	return plain.Line(answer.Error()), !says(err, passing), true
}

// send broadcasts the newest version. What the node answers is no failure: the
// transaction's fate is looked up by its hash. But that nobody takes it is said.
func (m *Manager) send(ctx context.Context, in *Intent) error {
	tx, err := decode(in.newest())
	if err != nil {
		return err
	}
	err = m.backend.SendTransaction(ctx, tx)
	words, lasting, refused := refusal(err)
	before, was := m.refused[in.Key]
	switch {
	case !refused:
		delete(m.refused, in.Key)
		return err
	case !was:
		before.Since = m.opt.Now()
	}
	r := Refusal{in.Key, words, before.Since, lasting}
	m.refused[in.Key] = r
	if before.Words != words && m.opt.Refused != nil {
		m.opt.Refused(r)
	}
	return err
}

// Refusals are the pending intents whose transactions no node takes.
func (m *Manager) Refusals() []Refusal {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.SortedFunc(maps.Values(m.refused), func(a, b Refusal) int { return strings.Compare(a.Key, b.Key) })
}

// wait is what a pending intent waits for, and since when, by the chain's clock.
type wait struct {
	what       string
	since, now uint64
}

// silence is for how many seconds nothing is said of a transaction that waits.
const silence = 60

// waiting notes what an intent is found to wait for at a head.
func (m *Manager) waiting(key string, head *types.Header, what string) {
	w, ok := m.waits[key]
	if !ok {
		w.since = head.Time
	}
	w.what, w.now = what, head.Time
	m.waits[key] = w
}

// Silences are the pending intents that have waited for a minute, and what for.
func (m *Manager) Silences() map[string]string {
	m.mu.Lock()
	defer m.mu.Unlock()
	list := map[string]string{}
	for key, w := range m.waits {
		if w.now >= w.since+silence {
			list[key] = w.what
		}
	}
	return list
}

// refusedFor reports a lasting refusal that has stood for longer than d: nodes exist
// that take a transaction and say that they do not.
func (m *Manager) refusedFor(key string, d time.Duration) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	r, refused := m.refused[key]
	if !refused || !r.Lasting || m.opt.Now().Sub(r.Since) < d {
		return nil
	}
	return fmt.Errorf("%s: %w: %s", key, ErrRefused, r.Words)
}
