package solver

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/test/liar"
	"github.com/gpuarbiter/gpuarbiter/test/race"
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

// Who leads and asserts what is true cannot keep the honest one from the reward by games against
// themselves that nobody goes on with, however many: nobody has to end them.
func TestGamesAgainstOneselfFreezeNoChallenge(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	a, c := frozen(t, 3)
	a.lives(c, 20) // of which a few would do
	m := a.chain(c.market)
	ch, err := m.Challenge(t.Context(), 0)
	a.must(err)
	asserted, err := m.Assertion(t.Context(), ch, 0)
	a.must(err)
	if all, _ := c.attempts.All(); market.Phase(ch.Phase) != market.PhaseClosed || asserted.Games.Int64() != 3 {
		t.Errorf("20 windows later the challenge is %v, %v games of the claim are open, and the honest one is %s", market.Phase(ch.Phase), asserted.Games, all[0].State)
	}
}
