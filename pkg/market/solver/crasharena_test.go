package solver

import (
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/beacon"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/organiser"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/test/devnet"
	"github.com/gpuarbiter/gpuarbiter/test/liar"
)

// arena is a node whose blocks are made by the test, so that nobody can be late,
// with an organiser and the contestants.
type arena struct {
	*testing.T
	node                   *devnet.Node
	head                   *market.Market // that is only deployed to
	known                  map[evaluator.Target]common.Address
	floor                  uint64 // the block that no reorganisation takes away
	reorgs, taken, deepest int
	each                   func() // is done before each block
	*points
}

// manager sends a wallet's transactions; the arena knows nothing of them.
func (a *arena) manager(m *market.Market, w wallet) *txmgr.Manager {
	tx, err := txmgr.New(new(big.Int).SetUint64(m.ID), m.Backend(), w, newShelf(func(in txmgr.Intent) string { return in.Key }), txmgr.Options{ReplaceAfter: time.Hour})
	a.must(err)
	return tx
}

// first has a liar act before each block, and commit before all others do: of equal claims the earlier leads.
func (a *arena) first(l *liar.Liar) {
	a.each = func() { a.must(l.Act(a.Context())) }
	for range 4 {
		a.each()
		a.must(a.node.Mine(0))
	}
	a.until("committed", func(_ *contestant, at Attempt) bool { return at.State == Committed })
	a.pass()
}

// claimed goes on until all have claimed.
func (a *arena) claimed(contests []*contest) {
	a.reveal(contests)
	a.until("claimed", func(_ *contestant, at Attempt) bool { return at.State == Claimed })
	a.pass()
}

func newArena(t *testing.T, n int, p points, contests []*contest, others ...wallet) *arena {
	owner := newWallet(t)
	p.seen = map[string]*point{}
	a := &arena{T: t, points: &p}
	accounts := []common.Address{owner.Address()}
	for i := range n {
		c := &contestant{
			T: t, number: i, points: a.points, wallet: newWallet(t), work: map[string]*contest{}, ledger: map[string]Payment{},
			times: map[string]int{}, nonces: map[uint64]string{}, calls: map[string]*types.Transaction{},
			attempts: newShelf(func(a Attempt) string { return a.Key }), intents: newShelf(func(in txmgr.Intent) string { return in.Key }),
		}
		a.all, accounts = append(a.all, c), append(accounts, c.wallet.Address())
	}
	for _, w := range others {
		accounts = append(accounts, w.Address())
	}
	var err error
	if a.node, err = devnet.Embedded(devnet.Options{Accounts: accounts, Manual: true}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(a.node.Stop)
	a.head = a.chain(common.Address{})
	a.open(owner, contests)
	return a
}

func (a *arena) chain(address common.Address) *market.Market {
	c := market.New("dev", a.node.ChainID, []string{a.node.URL}, address)
	c.Blobs = beacon.New([]string{a.node.Beacon}, nil)
	a.Cleanup(c.Close)
	return c
}

// open gives each contestant a market with a challenge for each contest, drawn.
func (a *arena) open(owner wallet, contests []*contest) {
	ctx := a.Context()
	tx, err := txmgr.New(new(big.Int).SetUint64(a.node.ChainID), a.head.Backend(), owner, newShelf(func(in txmgr.Intent) string { return in.Key }), txmgr.Options{Poll: 20 * time.Millisecond})
	a.must(err)
	a.mining(func() {
		var err error
		_, a.known, err = organiser.New(a.head, tx).Deploy(ctx, "deploy", organiser.Rules{MinWindow: 2, MinBond: big.NewInt(1e15), MinDrawDelay: 2, GasPrice: big.NewInt(1e9)})
		if a.must(err); err != nil {
			return
		}
		evaluators := evaluatorsOf(a.known)
		together(len(a.all), func(i int) {
			code := append(common.FromHex(contract.MarketMetaData.Bin), a.head.ABI.PackConstructor(evaluators, 2, big.NewInt(1e15), 2)...)
			r, err := tx.Wait(ctx, fmt.Sprintf("market/%d", i), txmgr.Call{Data: code})
			if a.must(err); err != nil {
				return
			}
			c := a.all[i]
			c.url, c.market, c.organise = a.node.URL, r.ContractAddress, organiser.New(a.chain(r.ContractAddress), tx)
			for _, contest := range contests {
				a.create(c, contest)
			}
		})
	})
	if a.Failed() {
		a.FailNow()
	}
	for _, c := range a.all {
		c.before, err = a.head.Balance(ctx, c.wallet.Address())
		a.must(err)
	}
}

func evaluatorsOf(known map[evaluator.Target]common.Address) (list []common.Address) {
	for _, e := range evaluator.All() {
		list = append(list, known[e])
	}
	return list
}

// create opens a challenge and draws its hold-out. Its windows are long: what
// is waited for costs no time here.
func (a *arena) create(c *contestant, w *contest) {
	name := fmt.Sprintf("%d/%d", c.number, len(c.work))
	features, classes := uint16(w.net.Inputs()), uint16(w.net.Classes())
	id, err := organiser.New(c.organise.Market, c.organise.Tx).Create(a.Context(), "create/"+name, market.Terms{
		DatasetHash: w.com.Root, Groups: 30, HoldoutGroups: 3, GroupSize: uint16(w.size), Features: features, Classes: classes,
		DrawDelay: 2, Evaluator: a.known[w.target], AccuracyThreshold: big.NewInt(int64(3*w.size - 2)),
		OrganiserBond: big.NewInt(4e15), CommitBond: big.NewInt(1e15), TokenPrice: new(big.Int), ClaimBond: big.NewInt(2e15),
		CommitWindow: 3600, RevealWindow: 3600, ClaimWindow: 3600, TurnWindow: 3600, DataURI: "file:///none",
	}, big.NewInt(1e17))
	if a.must(err); err != nil {
		return
	}
	c.work[market.ChallengeKey("dev", id)] = w
	a.must(organiser.New(c.organise.Market, c.organise.Tx).Draw(a.Context(), "draw/"+name, id, 20*time.Millisecond))
}

func (a *arena) must(err error) {
	a.Helper()
	if err != nil {
		a.Error(err)
	}
}

// mining makes blocks while f runs.
func (a *arena) mining(f func()) {
	done := make(chan struct{})
	go func() { defer close(done); f() }()
	for {
		select {
		case <-done:
			return
		case <-time.After(20 * time.Millisecond):
			a.must(a.node.Mine(0))
		}
	}
}

// pass lets the chain's clock pass the window that everything is in.
func (a *arena) pass() {
	a.Helper()
	var err error
	for range 100 { // the pool takes a moment to notice that its transactions were mined
		if err = a.node.Mine(time.Hour + time.Minute); err == nil {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	a.Fatal(err)
}

// until lets everybody live, block after block, until their attempts are as wanted.
func (a *arena) until(what string, ok func(c *contestant, at Attempt) bool) {
	a.Helper()
	for range 200 {
		waiting := 0
		for _, c := range a.all {
			if c.all(ok) {
				continue
			}
			waiting++
			c.live()
		}
		if a.each != nil {
			a.each()
		}
		if a.must(a.node.Mine(0)); a.Failed() {
			a.FailNow()
		}
		if waiting == 0 {
			return
		}
		a.takeBack()
	}
	for _, c := range a.all {
		if !c.all(ok) {
			all, _ := c.attempts.All()
			a.Errorf("contestant %d is not %s: %+v", c.number, what, all)
		}
	}
	a.FailNow()
}

// reveal has every organiser reveal every contest's hold-out.
func (a *arena) reveal(contests []*contest) {
	a.mining(func() {
		together(len(a.all), func(i int) {
			o := a.all[i].organise
			for id, w := range contests {
				a.must(organiser.New(o.Market, o.Tx).Reveal(a.Context(), fmt.Sprintf("reveal/%d/%d", i, id), uint64(id), w.com, w.payloads))
			}
		})
	})
}

// paid reports whether an attempt's reward is withdrawn, and all that it cost is booked.
func paid(c *contestant, at Attempt) bool {
	_, done := c.ledger[at.Key+"/reward"]
	for key := range c.intents.all {
		_, booked := c.ledger[key+"/gas"]
		done = done && booked
	}
	return done && at.State == Paid && at.Withdrawn && at.GasWei == c.gas(at.Key).String()
}
