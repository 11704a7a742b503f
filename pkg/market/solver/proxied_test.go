package solver

import (
	"context"
	"fmt"
	"math/big"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/zap"
	"go.uber.org/zap/zaptest/observer"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/organiser"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
	"github.com/gpuarbiter/gpuarbiter/test/race"
	"github.com/gpuarbiter/gpuarbiter/test/rpcproxy"
)

// onlooker is a solver that sees the chain through proxies only. Its market is its
// own, so whatever it misses is nobody else's doing.
type onlooker struct {
	*contestant
	name    string
	proxies []*rpcproxy.Proxy
	trouble atomic.Bool // the proxies' modes are on
	logs    *observer.ObservedLogs
	words   []string // what a person could see while there was trouble
	untrain bool     // nothing is trained
	lost    bool     // no model is kept
}

// show is what a person sees now.
func (b *onlooker) show() (list []string) {
	state := b.solver.State()
	list = append(list, state.Fault)
	list = append(append(list, state.Refusals...), state.Endpoints...)
	for _, c := range state.Challenges {
		list = append(list, c.Attempt.Reason)
	}
	for _, line := range b.logs.TakeAll() {
		if line.Level >= zap.WarnLevel {
			list = append(list, line.Message+" "+fmt.Sprint(line.ContextMap()))
		}
	}
	return list
}

// start makes a process out of what the stores hold.
func (b *onlooker) start() {
	var urls []string
	for _, p := range b.proxies {
		urls = append(urls, p.URL)
	}
	chain := market.New("dev", b.organise.Market.ID, urls, b.market)
	core, logs := observer.New(zap.DebugLevel)
	log := zap.New(core)
	b.logs = logs
	b.life = life{chain: chain, began: map[string]bool{}, told: map[string]bool{}}
	tx, err := txmgr.New(new(big.Int).SetUint64(chain.ID), chain.Backend(), b.wallet, b.intents, txmgr.Options{
		ReplaceAfter: time.Hour, Refused: func(r txmgr.Refusal) { log.Warn("refused", zap.String("words", r.Words)) },
	})
	if err != nil {
		b.Fatal(err)
	}
	b.solver, err = New(Config{
		Market: chain, Tx: tx, Attempts: b.attempts, Log: log, Poll: time.Nanosecond, Margin: time.Second, Pay: b.book,
		Fetch: func(context.Context, *market.Challenge) (string, dataset.Shape, error) {
			return "bundle", dataset.Shape{}, nil
		},
		Accept: func(*market.Challenge) string { return "" },
		Kept: func(key string) []string {
			if b.lost {
				return nil
			}
			found, _ := filepath.Glob(filepath.Join(filepath.Dir(b.work[key].artifact), "*.gaq"))
			return found
		},
	})
	if err != nil {
		b.Fatal(err)
	}
}

// stop ends the process.
func (b *onlooker) stop() {
	if b.solver != nil {
		b.chain.Close()
		b.life = life{}
	}
}

func (b *onlooker) book(p Payment) bool {
	if old, ok := b.ledger[p.ID]; ok && (old.Wei.Cmp(p.Wei) != 0 || old.Kind != p.Kind) {
		b.Errorf("%s: %s is booked as %v of %s, and again as %v of %s", b.name, p.ID, old.Wei, old.Kind, p.Wei, p.Kind)
	}
	p.Wei = new(big.Int).Set(p.Wei)
	b.ledger[p.ID] = p
	return true
}

// turn is one turn of Solver.Run, and of the daemon's training beside it.
func (b *onlooker) turn() {
	if b.solver == nil {
		b.start()
	}
	s := b.solver
	s.retell()
	s.note(s.look(b.Context()))
	s.fetches.Wait()
	for len(s.fetched) > 0 {
		s.onFetched(<-s.fetched)
	}
	if !b.untrain {
		b.train()
	}
	for len(s.trained) > 0 {
		s.untold = append(s.untold, <-s.trained)
	}
	words := b.show()
	for _, w := range words {
		if len(w) > 4000 || strings.ContainsFunc(w, func(r rune) bool { return r < ' ' || r == 0x202e || r == 0x7f }) {
			b.Errorf("%s: this is shown to people: %.300q", b.name, w)
		}
	}
	if b.trouble.Load() {
		b.words = append(b.words, words...)
	}
}

// saw reports whether a person could have seen this.
func (b *onlooker) saw(words string) bool {
	return slices.ContainsFunc(b.words, func(w string) bool { return strings.Contains(w, words) })
}

// attempt is what is stored of the only challenge.
func (b *onlooker) attempt() Attempt {
	all, err := b.attempts.All()
	if err != nil {
		b.Fatal(err)
	}
	if len(all) == 0 {
		return Attempt{}
	}
	return all[0]
}

// proxied is an arena in which everybody stands behind proxies.
type proxied struct {
	*arena
	work *contest
	all  []*onlooker
}

// newProxied gives each named solver so many proxies.
func newProxied(t *testing.T, names []string, endpoints int) *proxied {
	t.Helper()
	work := newContest(t, evaluator.Dense, modeltest.Dense(rand.New(rand.NewPCG(1, 2)), 12, 3), 12)
	p := &proxied{arena: newArena(t, len(names), points{}, []*contest{work}), work: work}
	for i, c := range p.arena.points.all {
		b := &onlooker{contestant: c, name: names[i]}
		t.Cleanup(b.stop)
		for range endpoints {
			proxy, err := rpcproxy.New(p.node.URL)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(proxy.Close)
			b.proxies = append(b.proxies, proxy)
		}
		p.all = append(p.all, b)
	}
	return p
}

// turns lets everybody take a turn a block, for n blocks.
func (p *proxied) turns(n int) {
	p.Helper()
	for range n {
		together(len(p.all), func(i int) { p.all[i].turn() })
		if p.must(p.node.Mine(0)); p.Failed() {
			p.FailNow()
		}
	}
}

// until lets those who are not as wanted take turns until they are.
func (p *proxied) until(what string, ok func(*onlooker, Attempt) bool) {
	p.Helper()
	var waiting []*onlooker
	for range 60 {
		waiting = waiting[:0]
		for _, b := range p.all {
			if !ok(b, b.attempt()) {
				waiting = append(waiting, b)
			}
		}
		if len(waiting) == 0 {
			return
		}
		together(len(waiting), func(i int) { waiting[i].turn() })
		if p.must(p.node.Mine(0)); p.Failed() {
			break
		}
	}
	for _, b := range waiting {
		p.Errorf("%s is not %s: %+v; one sees %.600q", b.name, what, b.attempt(), b.show())
	}
	p.FailNow()
}

// reveal lets the windows for commits pass and the organisers reveal.
func (p *proxied) reveal() {
	p.pass()
	p.mining(func() {
		together(len(p.all), func(i int) {
			o := p.all[i].organise
			p.must(organiser.New(o.Market, o.Tx).Reveal(p.Context(), fmt.Sprintf("reveal/%d", i), 0, p.work.com, p.work.payloads))
		})
	})
}

// in sets everybody's trouble and lets some turns pass with it.
func (p *proxied) in(turns int) {
	for _, b := range p.all {
		b.trouble.Store(true)
	}
	p.turns(turns)
	for _, b := range p.all {
		b.trouble.Store(false)
	}
}

func committedTo(_ *onlooker, at Attempt) bool { return at.State == Committed }
func claimed(_ *onlooker, at Attempt) bool     { return at.State == Claimed }

func paidAndBooked(b *onlooker, at Attempt) bool {
	_, done := b.ledger[at.Key+"/reward"]
	for key := range b.intents.all {
		_, booked := b.ledger[key+"/gas"]
		done = done && booked
	}
	return done && at.State == Paid && at.Withdrawn && at.GasWei == b.gas(at.Key).String()
}

// once checks that nothing was done twice on chain: one commit, one claim, and no
// transaction beside those that the store has.
func (b *onlooker) once() {
	ch := b.challenge()
	logs := func(event string) int {
		list, err := b.organise.Market.Logs(b.Context(), ch, event)
		if err != nil {
			b.Fatal(err)
		}
		return len(list)
	}
	if commits, claims := logs("Committed"), logs("Claimed"); commits != 1 || claims != 1 {
		b.Errorf("%s: %d commits, %d claims", b.name, commits, claims)
	}
	e, err := b.organise.Market.Entry(b.Context(), 0, 0)
	if err != nil || e.Status != market.EntrySettled {
		b.Errorf("%s: the entry's status is %d, %v", b.name, e.Status, err)
	}
}

func (b *onlooker) challenge() *market.Challenge {
	ch, err := b.organise.Market.Challenge(b.Context(), 0)
	if err != nil {
		b.Fatal(err)
	}
	return ch
}

// through carries everybody through the challenge, with trouble for some turns at
// each step, or all the time.
func (p *proxied) through(turns int, always bool) {
	p.Helper()
	trouble := func() {
		if !always {
			p.in(turns)
		}
	}
	for _, b := range p.all {
		b.trouble.Store(always)
	}
	trouble()
	p.until("committed", committedTo)
	trouble()
	p.reveal()
	trouble()
	p.until("claimed", claimed)
	p.pass()
	trouble()
	p.until("revealed", func(_ *onlooker, at Attempt) bool {
		return at.State == Revealed || at.State == Evaluated || at.State == Paid
	})
	trouble()
	p.until("paid and booked", paidAndBooked)
	for _, b := range p.all {
		b.check()
		b.once()
	}
}

// provider is a way to misbehave for a whole challenge.
type provider struct {
	name string
	mode rpcproxy.Mode
	says string // what a person must see of it
}

func (p *proxied) set(list []provider) {
	for i, b := range p.all {
		b.proxies[0].Set(rpcproxy.While(b.trouble.Load, list[i].mode))
	}
}

// few are some of a list under the race detector, where the node is some twenty times
// as slow and which goroutines meet depends little on what is answered.
func few(list []provider) (some []provider) {
	if !race.Enabled {
		return list
	}
	for i := 0; i < len(list); i += 5 {
		some = append(some, list[i])
	}
	return some
}

func namesOf(list []provider) (names []string) {
	for _, f := range list {
		names = append(names, f.name)
	}
	return names
}

const busy = 200e9 // wei of a tip

// What providers do all the time, alone: the challenge is won as if nothing were.
func TestProviders(t *testing.T) {
	list := []provider{
		{name: "logs of one block", mode: rpcproxy.LogRange(1)},
		{name: "logs of ten blocks", mode: rpcproxy.LogRange(10)},
		{name: "logs at times", mode: rpcproxy.LogRate(3)},
		{name: "rate limits", mode: rpcproxy.RateLimit(0.1, 7)},
		{name: "429", mode: rpcproxy.TooMany(11)},
		{name: "indexing", mode: rpcproxy.Indexing(5)},
		{name: "no tip", mode: rpcproxy.NoTip()},
		{name: "no fees at all", mode: rpcproxy.Missing("eth_maxPriorityFeePerGas", "eth_feeHistory")},
		{name: "null heads", mode: rpcproxy.NullHead(3)},
		{name: "no pending state", mode: rpcproxy.NoPending()},
		{name: "a dear tip", mode: rpcproxy.Tip(busy)},
		{name: "headers with more fields", mode: rpcproxy.ExtraHead()},
		{name: "takes and refuses", mode: rpcproxy.SendThenErr("transaction type not supported")},
		{name: "takes and names a cap", mode: rpcproxy.SendThenErr("tx fee (1.20 ether) exceeds the configured cap (1.00 ether)")},
		{name: "no batches", mode: rpcproxy.NoBatch()},
		{name: "no receipts of a block", mode: rpcproxy.Missing("eth_getBlockReceipts")},
		{name: "recent blocks unknown", mode: rpcproxy.NullRecent(2)},
	}
	list = few(list)
	p := newProxied(t, namesOf(list), 1)
	p.set(list)
	p.through(0, true)
}

// What nobody can work with, for a while at each step: the words say so meanwhile,
// and nothing is lost afterwards.
func TestTrouble(t *testing.T) {
	list := []provider{
		{"no logs", rpcproxy.NoLogs(), "eth_getLogs does not exist"},
		{"transactions unknown", rpcproxy.TxNull(), "not found"},
		{"strange hashes", rpcproxy.Tempo(), "block hashes are not those of their headers"},
		{"before London", rpcproxy.PreLondon(), "block hashes are not those of their headers"},
		{"a page", rpcproxy.HTML(), "invalid character '<'"},
		{"no calls at a hash", rpcproxy.NoBlockHash(), "hex string without 0x prefix"},
		{"state pruned", rpcproxy.CallPruned(), "missing trie node"},
		{"refuses", rpcproxy.SendErr("intrinsic gas too low"), "intrinsic gas too low"},
		{"refuses the type", rpcproxy.SendErr("transaction type not supported"), "transaction type not supported"},
		{"refuses for a while", rpcproxy.SendErr("max fee per gas less than block base fee"), "less than block base fee"},
		{"refuses in colours", rpcproxy.EscapedError("eth_sendRawTransaction"), "long long"},
		{"flipped status", rpcproxy.FlipStatus(), "commits to"},
		{"no events", rpcproxy.NoEvents(), "commits to"},
		{"other events", rpcproxy.ChangeEvents(), "commits to"},
		{"more gas", rpcproxy.MoreGas(), "commits to"},
		{"null receipts", rpcproxy.Always("eth_getTransactionReceipt", "null"), ""},
		{"indexing", rpcproxy.Indexing(1 << 20), ""},
	}
	list = few(list)
	p := newProxied(t, namesOf(list), 1)
	p.set(list)
	p.through(5, false)
	for i, b := range p.all {
		if !b.saw(list[i].says) {
			t.Errorf("%s: nobody says %q, but %.900q", b.name, list[i].says, slices.Compact(b.words))
		}
	}
}
