package solver

import (
	"bytes"
	"math/big"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/test/liar"
	"github.com/gpuarbiter/gpuarbiter/test/race"
	"github.com/gpuarbiter/gpuarbiter/test/rpcproxy"
)

var disputeCalls = contract.NewDispute()

// reads counts calls of contracts by what their data begin with.
type reads struct {
	mu    sync.Mutex
	calls [][]byte // parameters
}

func (r *reads) mode(c rpcproxy.Call, next func(rpcproxy.Call) rpcproxy.Answer) rpcproxy.Answer {
	if c.Method == "eth_call" && len(c.Params) > 0 {
		r.mu.Lock()
		r.calls = append(r.calls, c.Params[0])
		r.mu.Unlock()
	}
	return next(c)
}

// during says how many of the calls while f runs began with data.
func (r *reads) during(f func(), data []byte) (n int) {
	r.mu.Lock()
	r.calls = nil
	r.mu.Unlock()
	f()
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, c := range r.calls {
		if bytes.Contains(c, []byte(`"`+hexutil.Encode(data))) {
			n++
		}
	}
	return n
}

// disputant is an honest solver in one challenge, whose rival claims falsely and disputes what is true.
func disputant(t *testing.T, games int) (a *arena, c *contestant, rival *txmgr.Manager) {
	return disputantOf(t, 0, games)
}

// disputantOf is one whose rival's model is of a seed.
func disputantOf(t *testing.T, seed uint64, games int) (a *arena, c *contestant, rival *txmgr.Manager) {
	net := graphtest.Residual(rand.New(rand.NewPCG(5, 6)))
	contests := []*contest{newContest(t, evaluator.Dispute, net, 4)}
	w := newWallet(t)
	a = newArena(t, 1, points{only: "nobody"}, contests, w)
	m := a.chain(a.all[0].market)
	rival = a.manager(m, w)
	l := liar.New(m, rival, seed, net, "the class alone", games)
	a.first(l)
	a.claimed(contests)
	return a, a.all[0], rival
}

// disputes is how the solver stands in the only challenge's disputes, by its latest look.
func (c *contestant) disputes() (at player.Standing) {
	if c.solver != nil {
		for _, status := range c.solver.State().Challenges {
			at = status.Disputes
		}
	}
	return at
}

// Games and claims that are over are read again while the chain can take blocks back, and noticed if it does;
// then no more.
func TestWhatIsOverIsReadNoMore(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	const games = 4
	r := &reads{}
	a, c, rival := disputant(t, games)
	proxy, err := rpcproxy.New(a.node.URL, r.mode)
	a.must(err)
	t.Cleanup(proxy.Close)
	c.url, c.life = proxy.URL, life{}
	ctx, m := t.Context(), a.chain(c.market)
	ch, err := m.Challenge(ctx, 0)
	a.must(err)
	lies, ours := m.ClaimKey(0, 0), m.ClaimKey(0, 1)
	a.until("disputed", func(*contestant, Attempt) bool { return c.disputes().Claimant.Open() == games })
	a.quiet(func(*contestant, Attempt) bool { return false }) // until it is the rival's turn in all games
	if d := c.disputes(); d.Challenger.Won != 1 || d.Claimant.Theirs != games || d.Disputed != 1 || d.ClaimBonds == nil {
		t.Errorf("the rival's claim is disproved and ours disputed, but we see %+v", d)
	}
	a.each = func() {}
	disputed, err := m.DisputeLogs(ctx, ch, "Disputed", ours)
	a.must(err)
	for _, l := range disputed {
		id := l.Topics[2]
		_, err := rival.Ensure(ctx, "concede/"+hexutil.Encode(id[:]), txmgr.Call{To: &ch.Terms.Evaluator, Data: disputeCalls.PackConcede(id)})
		a.must(err)
	}
	a.must(a.node.Mine(0))

	game, claim := disputeCalls.PackGetGame([32]byte{})[:4], disputeCalls.PackGetClaim(lies)
	look := func() { c.look() }
	for range 2 {
		if n := r.during(look, game); n != games+1 || c.disputes().Claimant.Won != games {
			t.Errorf("%d games are read, want those %d that have just been closed; %+v", n, games+1, c.disputes())
		}
	}
	a.must(a.node.Reorg(1))
	if look(); c.disputes().Claimant.Theirs != games {
		t.Errorf("the games are open again, but we see %+v", c.disputes())
	}
	a.must(a.node.Mine(0)) // with the same transactions
	if look(); c.disputes().Claimant.Won != games {
		t.Errorf("the games are closed again, but we see %+v", c.disputes())
	}
	for range market.ReorgBlocks {
		a.must(a.node.Mine(0))
	}
	look()
	if n := r.during(look, game); n != 0 || c.disputes().Claimant.Won != games || c.disputes().Challenger.Won != 1 {
		t.Errorf("%d games are read that are over for good; %+v", n, c.disputes())
	}
	if n := r.during(look, claim); n != 0 {
		t.Errorf("the rival's claim, which is over for good, is read %d times at a look", n)
	}
	if n := r.during(look, disputeCalls.PackGetClaim(ours)); n == 0 {
		t.Error("our own claim is not looked at, though its bond is not back")
	}
}

// What may be locked in games at once is a bound, and false claims beyond it are told of. Who defends own
// claims alone disputes none.
func TestDisputesAreBounded(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	for name, set := range map[string]struct {
		own  bool
		most *big.Int
		want player.Standing
	}{
		"own claims alone":          {own: true},
		"less than a game's bond":   {most: new(big.Int).Sub(gameBond, common.Big1), want: player.Standing{False: 1, Left: 1}},
		"a game's bond":             {most: gameBond, want: player.Standing{False: 1, GameBonds: gameBond}},
		"a game's bond, and a half": {most: new(big.Int).Add(gameBond, common.Big2), want: player.Standing{False: 1, GameBonds: gameBond}},
	} {
		t.Run(name, func(t *testing.T) {
			a, c, _ := disputant(t, 0)
			c.own, c.most, c.life = set.own, set.most, life{}
			for range 6 {
				c.live()
				a.each()
				a.must(a.node.Mine(0))
				if c.disputes().GameBonds != nil {
					break
				}
			}
			got, want := c.disputes(), set.want
			if got.False != want.False || got.Left != want.Left || (got.Why != "") != (want.Left > 0) || (got.GameBonds == nil) != (want.GameBonds == nil) || got.GameBonds != nil && got.GameBonds.Cmp(want.GameBonds) != 0 {
				t.Errorf("%+v, want %+v", got, want)
			}
		})
	}
}

// gameBond is what a game costs in the arena: its contract's gas at its price.
var gameBond = big.NewInt(1e6 * 1e9)

// However many games a liar plays against themselves: who disputes the claim reads their own alone, and is not
// hidden behind the others.
func TestGamesOfOthersHideNoneOfOurs(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	const games = 20
	r := &reads{}
	a, c, rival := disputant(t, 0)
	proxy, err := rpcproxy.New(a.node.URL, r.mode)
	a.must(err)
	t.Cleanup(proxy.Close)
	c.url, c.life = proxy.URL, life{}
	ctx, m := t.Context(), a.chain(c.market)
	ch, err := m.Challenge(ctx, 0)
	a.must(err)
	for asserted := false; !asserted; {
		a.each()
		a.must(a.node.Mine(0))
		at, err := m.Assertion(ctx, ch, 0)
		a.must(err)
		asserted = at.Stands()
	}
	claim, err := player.New(m, rival, zap.NewNop()).Asserted(ctx, ch, 0)
	a.must(err)
	for nonce := range int64(games) {
		data := disputeCalls.PackDispute(claim.Key, claim.Facts, claim.Bitmap, common.Big0, big.NewInt(nonce))
		_, err := rival.Ensure(ctx, "self/"+hexutil.EncodeUint64(uint64(nonce)), txmgr.Call{To: &ch.Terms.Evaluator, Data: data, Value: gameBond})
		a.must(err)
	}
	a.must(a.node.Mine(0))
	game, most := disputeCalls.PackGetGame([32]byte{})[:4], 0
	for range 30 {
		most = max(most, r.during(c.live, game))
		a.each()
		a.must(a.node.Mine(0))
		if c.disputes().Challenger.Won > 0 {
			break
		}
	}
	if d := c.disputes(); d.Challenger.Won != 1 || most > 2 { // a life is two looks
		t.Errorf("%d games are read at a look, and of our own we see %+v", most, d.Challenger)
	}
}

// What a move in the defence of a claim may cost is what is at stake, not what a challenger could win.
func TestADefenceIsWorthTheReward(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	a, c, _ := disputant(t, 1)
	a.until("disputed", func(*contestant, Attempt) bool { return c.sent("/list-") })
	ch, err := a.chain(c.market).Challenge(t.Context(), 0)
	a.must(err)
	all, err := c.intents.All()
	a.must(err)
	for _, in := range all {
		if want := new(big.Int).Add(ch.Reward, ch.AssertBond); strings.Contains(in.Key, "/list-") && in.Worth.Cmp(want) != 0 {
			t.Errorf("%s may cost %v wei, want %v", in.Key, in.Worth, want)
		}
	}
}

// What a game against a lie may cost those who would win otherwise is the bounty, and what the lie would cost them.
func TestADisputeIsWorthWhatALieWouldCost(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	a, c, _ := disputant(t, 0)
	a.until("proven", func(*contestant, Attempt) bool { return c.disputes().Challenger.Won > 0 })
	ch, err := a.chain(c.market).Challenge(t.Context(), 0)
	a.must(err)
	all, err := c.intents.All()
	a.must(err)
	want, games := new(big.Int).Rsh(ch.AssertBond, 2), 0
	want.Add(want.Add(want, ch.Reward), ch.ClaimBond())
	for _, in := range all {
		if !strings.Contains(in.Key, "/dispute/dispute/") && !strings.Contains(in.Key, "/dispute/game/") {
			continue
		}
		if games++; in.Worth.Cmp(want) != 0 {
			t.Errorf("%s may cost %v wei, want %v", in.Key, in.Worth, want)
		}
	}
	if games < 2 {
		t.Errorf("%d moves", games)
	}
}
