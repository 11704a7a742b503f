package solver

import (
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/organiser"
	"github.com/gpuarbiter/gpuarbiter/test/race"
	"github.com/gpuarbiter/gpuarbiter/test/rpcproxy"
)

// some is the hash of a transaction that succeeded and is not a solver's.
func (p *proxied) some() common.Hash {
	for _, in := range p.all[0].organise.Tx.Final() {
		return in.Receipt.TxHash
	}
	p.Fatal("the organiser has sent nothing")
	return common.Hash{}
}

// Of three endpoints the first tells lies, all the time, of what became of our
// transactions: nothing is done twice, and the challenge is won.
func TestOneOfThreeLies(t *testing.T) {
	list := []provider{
		{name: "flipped status", mode: rpcproxy.FlipStatus()},
		{name: "no events", mode: rpcproxy.NoEvents()},
		{name: "other events", mode: rpcproxy.ChangeEvents()},
		{name: "more gas", mode: rpcproxy.MoreGas()},
		{name: "another's receipt"},
		{name: "another's receipt under our name"},
		{name: "a block that never was, by its hash", mode: rpcproxy.ForgedBlock(true)},
		{name: "a block that never was", mode: rpcproxy.ForgedBlock(false)},
		{name: "no receipts", mode: rpcproxy.Always("eth_getTransactionReceipt", "null")},
		{name: "indexing", mode: rpcproxy.Indexing(1 << 20)},
		{name: "a dear tip", mode: rpcproxy.Tip(busy)},
		{name: "refuses", mode: rpcproxy.SendErr("intrinsic gas too low")},
		{name: "a page", mode: rpcproxy.HTML()},
	}
	if race.Enabled {
		list = append(few(list[:4]), list[4:6]...)
	}
	p := newProxied(t, namesOf(list), 3)
	for i, name := range namesOf(list) {
		switch name {
		case "another's receipt":
			list[i].mode = rpcproxy.OtherReceipt(p.some(), false)
		case "another's receipt under our name":
			list[i].mode = rpcproxy.OtherReceipt(p.some(), true)
		}
	}
	p.set(list)
	p.through(0, true)
}

// unlucky is how many solvers meet trouble by chance.
var unlucky = map[bool]int{false: 3, true: 1}[race.Enabled]

// All kinds of trouble by chance, of single requests.
func TestTroubleByChance(t *testing.T) {
	p := newProxied(t, []string{"1", "2", "3"}[:unlucky], 1)
	for i, b := range p.all {
		b.proxies[0].Set(rpcproxy.While(b.trouble.Load, rpcproxy.ByChance(uint64(i), 0.04, p.kinds()...)))
	}
	p.through(0, true)
}

// The same of three endpoints, each in its own way.
func TestTroubleOfThreeByChance(t *testing.T) {
	p := newProxied(t, []string{"1", "2", "3"}[:unlucky], 3)
	for i, b := range p.all {
		for k, proxy := range b.proxies {
			proxy.Set(rpcproxy.While(b.trouble.Load, rpcproxy.ByChance(uint64(10*i+k), 0.08, p.kinds()...)))
		}
	}
	p.through(0, true)
}

// kinds are all ways to misbehave that a single answer can have.
func (p *proxied) kinds() []rpcproxy.Mode {
	return []rpcproxy.Mode{
		rpcproxy.SendErr("transaction type not supported"), rpcproxy.SendThenErr("intrinsic gas too low"), rpcproxy.LogRange(2), rpcproxy.NoLogs(),
		rpcproxy.RateLimit(1, 1), rpcproxy.TooMany(1), rpcproxy.Indexing(1 << 20), rpcproxy.NoTip(), rpcproxy.PreLondon(), rpcproxy.NullHead(1),
		rpcproxy.NoPending(), rpcproxy.TxNull(), rpcproxy.Tip(busy), rpcproxy.Tempo(), rpcproxy.HTML(), rpcproxy.NoBlockHash(), rpcproxy.CallPruned(),
		rpcproxy.NullRecent(3), rpcproxy.ExtraHead(), rpcproxy.FlipStatus(), rpcproxy.NoEvents(), rpcproxy.MoreGas(), rpcproxy.OtherReceipt(p.some(), false),
		rpcproxy.OtherReceipt(p.some(), true), rpcproxy.ForgedBlock(true), rpcproxy.Bomb(false), rpcproxy.Endless(), rpcproxy.EscapedError(), rpcproxy.LongError(500),
	}
}

// The store forgets an attempt that is committed to: what is in there is settled
// all the same, and nothing is committed to again. What it forgets is the attempt,
// or all.
func TestForgottenAttempts(t *testing.T) {
	list := []provider{
		{name: "alone"},
		{name: "flipped", mode: rpcproxy.FlipStatus()},
		{name: "no receipts of a block", mode: rpcproxy.Missing("eth_getBlockReceipts")},
		{name: "logs of ten blocks", mode: rpcproxy.LogRange(10)},
	}
	p := newProxied(t, namesOf(list), 3)
	for i, b := range p.all {
		if list[i].mode != nil {
			b.proxies[0].Set(list[i].mode)
		}
	}
	p.until("committed", committedTo)
	for i, b := range p.all {
		b.stop()
		b.untrain, b.lost = true, true
		clear(b.attempts.all)
		if i%2 == 1 {
			clear(b.intents.all)
		}
	}
	p.turns(2)
	p.reveal()
	p.turns(2)
	p.pass()
	p.mining(func() {
		together(len(p.all), func(i int) {
			o := p.all[i].organise
			p.must(organiser.New(o.Market, o.Tx).Finalize(t.Context(), fmt.Sprintf("finalize/%d", i), 0))
		})
	})
	p.until("swept", func(_ *onlooker, at Attempt) bool { return at.Swept })
	for _, b := range p.all {
		e, err := b.organise.Market.Entry(t.Context(), 0, 0)
		if err != nil || e.Status != market.EntrySettled {
			t.Errorf("%s: the entry's status is %d, %v", b.name, e.Status, err)
		}
		if n := b.challenge().Commits; n != 1 {
			t.Errorf("%s: %d commits", b.name, n)
		}
		if credit, err := b.organise.Market.Credit(t.Context(), b.wallet.Address()); err != nil || credit.Sign() == 0 {
			t.Errorf("%s: nothing came back: %v, %v", b.name, credit, err)
		}
	}
}

// An attempt that a restored store knows nothing of is taken up where it stands on chain, by the model that is kept
// and by nothing else: it is finished and paid, with one bond.
func TestForgottenAttemptsAreFinished(t *testing.T) {
	p := newProxied(t, []string{"nothing trained", "no transactions either", "trained again"}, 1)
	p.until("committed", committedTo)
	for i, b := range p.all {
		b.stop()
		b.untrain = i < 2
		clear(b.attempts.all)
		if i == 1 {
			clear(b.intents.all)
		}
	}
	p.until("found again", committedTo)
	p.reveal()
	p.until("claimed", claimed)
	p.pass()
	p.until("paid", func(_ *onlooker, at Attempt) bool { return at.State == Paid && at.Withdrawn })
	for _, b := range p.all {
		b.once()
	}
}
