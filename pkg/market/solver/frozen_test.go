package solver

import (
	"context"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/organiser"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/test/liar"
	"github.com/gpuarbiter/gpuarbiter/test/race"
	"github.com/gpuarbiter/gpuarbiter/test/rpcproxy"
)

// frozen is an arena in which the leader has asserted what is true, opened games on it against themselves, listed, and
// gone.
func frozen(t *testing.T, games int64) (*arena, *contestant) {
	const seed = 3 // of a model that is right about something
	a, c, rival := disputantOf(t, seed, 0)
	a.each = func() {}
	ctx, m := t.Context(), a.chain(c.market)
	ch, err := m.Challenge(ctx, 0)
	a.must(err)
	net := liar.New(m, rival, seed, graphtest.Residual(rand.New(rand.NewPCG(5, 6))), "", 0).Net
	raw, err := net.Marshal()
	a.must(err)
	proof, err := market.Prove(ch, raw)
	a.must(err)
	send := func(key string, call txmgr.Call) {
		t.Helper()
		_, err := rival.Ensure(ctx, key, call)
		a.must(err)
	}
	mine := func() { a.must(a.node.Mine(0)) }
	send("reveal", txmgr.Call{To: &c.market, Data: m.ABI.PackRevealModel(ch.Number(), new(big.Int), proof.Parts[0].Data)})
	mine()
	groups, err := m.Revealed(ctx, ch)
	a.must(err)
	right, err := player.Right(ctx, ch, raw, groups)
	a.must(err)
	example := slices.Index(right, true)
	if example < 0 {
		t.Fatal("the model is right about nothing")
	}
	at := &ch.Terms.Evaluator
	send("assert", txmgr.Call{To: at, Value: ch.AssertBond, Data: disputeCalls.PackAssertRight(m.Address, ch.Number(), new(big.Int), dispute.Bitmap(right), proof.Program)})
	mine()
	claim, err := player.New(m, rival, zap.NewNop()).Asserted(ctx, ch, 0)
	a.must(err)
	for nonce := range games {
		send(fmt.Sprintf("dispute/%d", nonce), txmgr.Call{To: at, Value: gameBond, Data: disputeCalls.PackDispute(claim.Key, claim.Facts, claim.Bitmap, big.NewInt(int64(example)), big.NewInt(nonce))})
	}
	mine()
	for nonce := range games {
		id := dispute.GameOf(claim, rival.Address(), example, nonce)
		send(fmt.Sprintf("list/%d", nonce), txmgr.Call{To: at, Data: disputeCalls.PackList(id, make([][32]byte, len(claim.Net.Tensors)))})
	}
	mine()
	return a, c
}

// lives lets a window go by, and the honest one look a few times before.
func (a *arena) lives(c *contestant, windows int) {
	for range windows {
		for range 6 {
			c.live()
			a.must(a.node.Mine(0))
		}
		a.pass()
	}
}

// Who leads and asserts what is true cannot keep the honest one from the reward by a game against
// themselves that nobody goes on with.
func TestAGameAgainstOneselfFreezesNoChallenge(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	a, c := frozen(t, 1)
	a.lives(c, 20) // of which a few would do
	m := a.chain(c.market)
	asserted, err := m.Assertion(t.Context(), a.challenge(m), 0)
	a.must(err)
	ch := a.challenge(m)
	if all, _ := c.attempts.All(); market.Phase(ch.Phase) != market.PhaseClosed {
		t.Errorf("20 windows later the challenge is %v, %v games of the claim are open, and the honest one is %s", market.Phase(ch.Phase), asserted.Games, all[0].State)
	}
}

// Who serves a challenge ends them as well: its reward hangs on that.
func TestServingEndsGamesOfOthers(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	a, c := frozen(t, 1)
	for range 4 {
		a.pass()
	}
	m, ctx := a.chain(c.market), t.Context()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ended := false
	hooks := organiser.Hooks{
		Say:     func(organiser.Step, error) {},
		Publish: func(*market.Challenge) error { return nil },
		Account: func(context.Context) (*txmgr.Manager, func(), error) { // asked for at every look
			asserted, err := m.Assertion(t.Context(), a.challenge(m), 0)
			if ended = err == nil && asserted.Games.Sign() == 0; ended {
				stop()
			}
			return c.organise.Tx, func() {}, err
		},
	}
	a.mining(func() { _ = c.organise.Serve(ctx, "serve", 0, 20*time.Millisecond, hooks) })
	if !ended {
		t.Error("it ended before the game did")
	}
}

func (a *arena) challenge(m *market.Market) *market.Challenge {
	a.Helper()
	ch, err := m.Challenge(a.Context(), 0)
	a.must(err)
	return ch
}

// Games of others are left to them until their clocks have all run out, and to those who have nothing at stake always;
// then they are ended some at a time, however many they are, where that costs less than what is at stake.
func TestGamesOfOthersAreEndedWhenTheyHoldUsUp(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	const games, atOnce = 20, 16
	a, c := frozen(t, games)
	r := &reads{}
	proxy, err := rpcproxy.New(a.node.URL, r.mode)
	a.must(err)
	t.Cleanup(proxy.Close)
	c.url, c.life = proxy.URL, life{}
	m := a.chain(c.market)
	open := func() int64 {
		asserted, err := m.Assertion(t.Context(), a.challenge(m), 0)
		a.must(err)
		return asserted.Games.Int64()
	}
	game, read := disputeCalls.PackGetGame([32]byte{})[:4], 0
	a.lives(c, 3) // the last ends with all clocks
	if n := open(); n != games {
		t.Fatalf("%d games are open before their clocks have run out, of %d", n, games)
	}
	a.pass()
	watch := organiser.NewWatch(organiser.New(m, c.organise.Tx), "watch", nil)
	poor := player.New(m, c.organise.Tx, zap.NewNop())
	poor.Stakes = func(context.Context, *market.Challenge) (player.Stakes, error) {
		return player.Stakes{End: big.NewInt(1)}, nil
	}
	for range 3 {
		_, err := watch.Look(t.Context())
		a.must(err)
		head, err := m.Head(t.Context())
		a.must(err)
		_, err = poor.Follow(t.Context(), "poor", a.challenge(m), head)
		a.must(err)
		a.must(a.node.Mine(0))
	}
	if n := open(); n != games {
		t.Fatalf("who only watches, or has next to nothing at stake, has ended games of others: %d of %d are open", n, games)
	}
	for range 20 {
		read = max(read, r.during(c.live, game))
		a.must(a.node.Mine(0))
	}
	if n := open(); n != 0 || read == 0 || read > 2*atOnce { // a life is two looks
		t.Errorf("%d games are still open, and %d were read at a look", n, read)
	}
}
