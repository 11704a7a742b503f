package solver

import (
	"context"
	"encoding/json"
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/organiser"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// contestant is a solver with a market of its own, that dies again and again:
// what is above life is what a process leaves behind.
type contestant struct {
	*testing.T
	number        int
	points        *points
	deaths        int
	confirmations uint64 // that its transactions wait for
	wallet        wallet
	url           string // of the node
	market        common.Address
	organise      *organiser.Organiser
	work          map[string]*contest // by challenge
	before        *big.Int            // wei in the wallet
	attempts      *shelf[Attempt]
	intents       *shelf[txmgr.Intent]
	ledger        map[string]Payment
	times         map[string]int                // how often something was done, over all lives
	nonces        map[uint64]string             // whose a nonce is
	calls         map[string]*types.Transaction // what an intent first was
	own           bool                          // only own claims are defended
	most          *big.Int                      // wei that may be locked in games
	beside        bool                          // claims are computed beside the looks, each before the next
	life
}

// life is what dies with the process.
type life struct {
	solver *Solver // nil: dead
	chain  *market.Market
	began  map[string]bool // training, in this life
	told   map[string]bool // that it is over
}

// all reports whether all attempts are as wanted, by the store.
func (c *contestant) all(ok func(c *contestant, at Attempt) bool) bool {
	stored, err := c.attempts.All()
	if err != nil {
		c.Fatal(err)
	}
	for _, at := range stored {
		if !ok(c, at) {
			return false
		}
	}
	return len(stored) == len(c.work)
}

// live lets the process look at the chain twice. Where it dies there is a new one
// at once, or, every other time, after the next block only.
func (c *contestant) live() {
	for looks := 0; looks < 2 && !c.Failed(); {
		if c.solver == nil {
			c.birth()
		}
		if c.look() {
			looks++
		} else if c.deaths%2 == 0 {
			return
		}
	}
}

// birth makes a process out of what the stores hold.
func (c *contestant) birth() {
	chain := market.New("dev", c.organise.Market.ID, []string{c.url}, c.market)
	chain.Blobs = c.organise.Market.Blobs
	c.life = life{chain: chain, began: map[string]bool{}, told: map[string]bool{}}
	tx, err := txmgr.New(new(big.Int).SetUint64(chain.ID), mortalNode{chain.Backend(), c}, c.wallet, mortalIntents{c}, txmgr.Options{ReplaceAfter: time.Hour, Confirmations: c.confirmations})
	if err != nil {
		c.Fatal(err)
	}
	c.solver, err = New(Config{
		Market: chain, Tx: tx, Attempts: mortalAttempts{c}, Log: zap.NewNop(), Poll: time.Nanosecond, Margin: time.Second, Pay: c.pay,
		Fetch: func(context.Context, *market.Challenge) (string, dataset.Shape, error) {
			return "bundle", dataset.Shape{}, nil
		},
		Accept: func(*market.Challenge) string { return "" }, OwnClaims: c.own, MaxGameBonds: c.most,
	})
	if err != nil {
		c.Fatal(err)
	}
}

// look is one turn of Solver.Run, and of the daemon's training beside it. It is
// false if the process died in it.
func (c *contestant) look() (alive bool) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(crash); !ok {
				panic(r)
			}
			c.chain.Close()
			c.life = life{}
		}
	}()
	s, ctx := c.solver, c.Context()
	s.retell()
	if c.beside {
		s.player.Beside = true
		defer s.player.Wait()
	}
	if err := s.look(ctx); !c.points.full && c.points.odds == nil && (err != nil || len(s.stumbles) > 0 || len(s.untold) > 0) {
		c.Errorf("%d: %v, %v, %d untold", c.number, err, s.stumbles, len(s.untold))
	}
	s.fetches.Wait()
	for len(s.fetched) > 0 {
		s.onFetched(<-s.fetched)
	}
	c.train()
	for len(s.trained) > 0 {
		s.untold = append(s.untold, <-s.trained)
	}
	return true
}

// train is what the daemon does beside the solver: a challenge without an
// obstacle gets a trainer, which says once that it begins and once that it has
// ended. One that was trained before ends at once, from its last checkpoint.
func (c *contestant) train() {
	for _, status := range c.solver.State().Challenges {
		key := status.Challenge.Key()
		switch {
		case status.Obstacle != "" || c.told[key]:
		case !c.began[key]:
			c.began[key] = true
			c.solver.TrainingBegan(c.Context(), key)
		default:
			c.told[key] = true
			c.solver.Trained(c.Context(), key, c.work[key].artifact, 1, 1)
		}
	}
}

// A process that dies before or after any write or send of an attempt, over and
// over, is followed by one that finishes the attempt: every step happens once,
// everything is paid, and the ledger agrees with the wallet to the wei.
func TestDeathAtEveryStep(t *testing.T) {
	t.Run("in turns", func(t *testing.T) { compete(t, 4, points{turns: true}) })
	if race.Enabled {
		return // who dies when decides nothing about which goroutines meet
	}
	t.Run("at once", func(t *testing.T) { compete(t, 3, points{}) })
}

// The same, if each write fails once, because the disk is full, and succeeds when
// it is tried again.
func TestFullDiskAtEveryStep(t *testing.T) {
	compete(t, 2, points{full: true})
}

// compete lets n contestants go through their attempts, struck as p says.
func compete(t *testing.T, n int, p points) {
	r := rand.New(rand.NewPCG(1, 2))
	contests := []*contest{
		newContest(t, evaluator.Dense, modeltest.Dense(r, 12, 8, 3), 12),
		newContest(t, evaluator.Dense, modeltest.Dense(r, 12, 3), 12),
		newContest(t, evaluator.Dispute, twoParts(r), 2),
	}
	if race.Enabled { // the node is some twenty times as slow
		n, contests = min(n, 2), contests[:2]
	} else if !p.turns && !p.full { // one verdict by dispute is enough there
		contests = append(contests, newContest(t, evaluator.BlobDispute, graphtest.Random(r), 2))
	}
	a := newArena(t, n, p, contests)
	a.until("committed", func(_ *contestant, at Attempt) bool { return at.State == Committed })
	a.pass()
	a.claimed(contests)
	a.until("paid and booked, or asserted", func(c *contestant, at Attempt) bool { return asserted(c, at) || paid(c, at) })
	a.pass() // nobody disputes
	a.until("paid and booked", paid)
	for _, c := range a.all {
		c.check()
	}
	a.points.check(t, traces(len(contests)))
}

// asserted reports whether a verdict that is reached by dispute is asserted.
func asserted(c *contestant, at Attempt) bool {
	in, known := c.intent(at.Key + "/dispute/assert")
	return known && in.State == txmgr.Mined
}

// intent is one of the store's.
func (c *contestant) intent(key string) (in txmgr.Intent, known bool) {
	raw, known := c.intents.all[key]
	if known {
		if err := json.Unmarshal(raw, &in); err != nil {
			c.Fatal(err)
		}
	}
	return in, known
}

// traces are what every attempt leaves; there are others besides.
func traces(challenges int) (all []string) {
	for id := range challenges {
		key := market.ChallengeKey("dev", uint64(id))
		verdict := "evaluate/0-2"
		if id >= 2 {
			verdict = "dispute/assert"
			all = append(all, "the node has "+key+"/dispute/release/0")
		}
		for _, step := range []string{"commit", "claim", "reveal", verdict, "settle"} {
			all = append(all, "the node has "+key+"/"+step, "the store has "+key+"/"+step+" as pending",
				"the store has "+key+"/"+step+" as mined", "the ledger has "+key+"/"+step+"/gas")
		}
		all = append(all, "the ledger has "+key+"/reward", "the ledger has "+key+"/bonds")
		if id == 2 {
			all = append(all, "the node has "+key+"/reveal/1", "the node has "+key+"/dispute/collect/0", "the ledger has "+key+"/disputes")
		}
	}
	return append(all, "the node has dev/0/withdraw")
}

// check compares the wallet, the ledger, the attempts and the chain at the end.
func (c *contestant) check() {
	ctx, o := c.Context(), c.organise
	after, err := o.Market.Balance(ctx, c.wallet.Address())
	if err != nil {
		c.Fatal(err)
	}
	total := new(big.Int)
	sums := map[string]*big.Int{"gas": new(big.Int), "bond": new(big.Int), "reward": new(big.Int)}
	for _, p := range c.ledger {
		total.Add(total, p.Wei)
		sums[p.Kind].Add(sums[p.Kind], p.Wei)
	}
	if gained := new(big.Int).Sub(after, c.before); gained.Cmp(total) != 0 || sums["bond"].Sign() != 0 || sums["reward"].Cmp(big.NewInt(int64(len(c.work))*1e17)) != 0 {
		c.Errorf("%d: the wallet gained %v wei, the ledger says %v: %v", c.number, gained, total, sums)
	}
	if credit, err := o.Market.Credit(ctx, c.wallet.Address()); err != nil || credit.Sign() != 0 {
		c.Errorf("%d: %v wei are left in the contract, %v", c.number, credit, err)
	}
	all, _ := c.attempts.All()
	for _, at := range all {
		if want := 3 * c.work[at.Key].size; at.Right != want || at.Claim != want || at.RewardWei != "100000000000000000" {
			c.Errorf("%d: %+v", c.number, at)
		}
	}
	intents, _ := c.intents.All()
	for _, in := range intents {
		if in.State != txmgr.Mined {
			c.Errorf("%d: %s is %s", c.number, in.Key, in.State)
		}
	}
	if sent, err := o.Market.Backend().NonceAt(ctx, c.wallet.Address(), nil); err != nil || sent != uint64(len(intents)) {
		c.Errorf("%d: the account has made %d transactions, the store has %d, %v", c.number, sent, len(intents), err)
	}
}

// gas is what the ledger says that a challenge has cost in gas.
func (c *contestant) gas(key string) *big.Int {
	total := new(big.Int)
	for _, p := range c.ledger {
		if p.Key == key && p.Kind == "gas" {
			total.Sub(total, p.Wei)
		}
	}
	return total
}
