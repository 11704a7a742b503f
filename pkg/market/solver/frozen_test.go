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

// The seeds of a leader's model that is right about all, and of one that is right about nothing.
const rightSeed, wrongSeed = 3, 0

// asserting is an arena whose leader has asserted to be right about every example; they are dead from then on, but
// for what is sent for them.
func asserting(t *testing.T, seed uint64) (a *arena, c *contestant, claim *dispute.Claim, send func(key string, call txmgr.Call)) {
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
	send = func(key string, call txmgr.Call) {
		t.Helper()
		_, err := rival.Ensure(ctx, key, call)
		a.must(err)
	}
	send("reveal", txmgr.Call{To: &c.market, Data: m.ABI.PackRevealModel(ch.Number(), new(big.Int), proof.Parts[0].Data)})
	a.must(a.node.Mine(0))
	groups, err := m.Revealed(ctx, ch)
	a.must(err)
	right, err := player.Right(ctx, ch, raw, groups)
	if a.must(err); slices.Contains(right, seed != rightSeed) {
		t.Fatalf("the model of seed %d is right about %v", seed, right)
	}
	bitmap := dispute.Bitmap(slices.Repeat([]bool{true}, len(right)))
	send("assert", txmgr.Call{To: &ch.Terms.Evaluator, Value: ch.AssertBond, Data: disputeCalls.PackAssertRight(m.Address, ch.Number(), new(big.Int), bitmap, proof.Program)})
	a.must(a.node.Mine(0))
	claim, err = player.New(m, rival, zap.NewNop()).Asserted(ctx, ch, 0)
	a.must(err)
	return a, c, claim, send
}

// lists answers a game as the claimant, with nonsense.
func lists(a *arena, c *contestant, claim *dispute.Claim, send func(key string, call txmgr.Call), game [32]byte) {
	a.Helper()
	ch, err := a.chain(c.market).Challenge(a.Context(), 0)
	a.must(err)
	send(fmt.Sprintf("list/%x", game), txmgr.Call{To: &ch.Terms.Evaluator, Data: disputeCalls.PackList(game, make([][32]byte, len(claim.Net.Tensors)))})
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
	const games = 3
	a, c, claim, send := asserting(t, rightSeed)
	m := a.chain(c.market)
	ch, err := m.Challenge(t.Context(), 0)
	a.must(err)
	for nonce := range int64(games) {
		send(fmt.Sprintf("dispute/%d", nonce), txmgr.Call{To: &ch.Terms.Evaluator, Value: gameBond, Data: disputeCalls.PackDispute(claim.Key, claim.Facts, claim.Bitmap, new(big.Int), big.NewInt(nonce))})
	}
	a.must(a.node.Mine(0))
	logs, err := m.DisputeLogs(t.Context(), ch, "Disputed", claim.Key)
	a.must(err)
	for _, log := range logs[1:] {
		lists(a, c, claim, send, log.Topics[2])
	}
	a.must(a.node.Mine(0))
	a.lives(c, 20) // of which a few would do
	ch, err = m.Challenge(t.Context(), 0)
	a.must(err)
	asserted, err := m.Assertion(t.Context(), ch, 0)
	a.must(err)
	if all, _ := c.attempts.All(); market.Phase(ch.Phase) != market.PhaseClosed || asserted.Games.Int64() != games {
		t.Errorf("20 windows later the challenge is %v, %v games of the claim are open, and the honest one is %s", market.Phase(ch.Phase), asserted.Games, all[0].State)
	}
	// That the claimant was late, said when the leader is paid, changes nothing of what was right.
	send("late", txmgr.Call{To: &ch.Terms.Evaluator, Data: disputeCalls.PackTimeout(logs[0].Topics[2])})
	a.must(a.node.Mine(0))
	asserted, err = m.Assertion(t.Context(), ch, 0)
	a.must(err)
	checks, err := m.Verify(t.Context(), 0)
	if a.must(err); !asserted.Lost || len(checks) < 5 {
		t.Errorf("the claim is lost: %t, %d checks", asserted.Lost, len(checks))
	}
	for _, check := range checks {
		if !check.OK {
			t.Errorf("%s: %s", check.What, check.Words)
		}
	}
}

// A game that we have lost by being late, and that its winner does not end, does not keep what else is ours: once
// the verdict is there we end it ourselves.
func TestAGameThatWeWereLateForKeepsNothing(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	a, c, claim, send := asserting(t, wrongSeed)
	m := a.chain(c.market)
	ch, err := m.Challenge(t.Context(), 0)
	a.must(err)
	var ours [][32]byte
	for range 10 {
		c.live()
		a.must(a.node.Mine(0))
		logs, err := m.DisputeLogs(t.Context(), ch, "Disputed", claim.Key)
		a.must(err)
		for _, log := range logs {
			ours = append(ours, log.Topics[2])
		}
		if len(ours) > 0 {
			break
		}
	}
	if len(ours) != 1 {
		t.Fatalf("%d games are opened against the lie", len(ours))
	}
	lists(a, c, claim, send, ours[0])
	a.must(a.node.Mine(0))
	for range 2 { // while the rig is off
		a.pass()
	}
	a.lives(c, 20)
	asserted, err := m.Assertion(t.Context(), ch, 0)
	a.must(err)
	if all, _ := c.attempts.All(); !all[0].Collected || !all[0].Withdrawn || asserted.Games.Sign() != 0 || c.disputes().GameBonds != nil {
		t.Errorf("20 windows later: collected %t, withdrawn %t, %v games open, %v wei locked in games", all[0].Collected, all[0].Withdrawn, asserted.Games, c.disputes().GameBonds)
	}
}

// One about our own claim, which then stands, costs its bond, and the rest of what is ours is withdrawn.
func TestAnOwnClaimThatWeWereLateForKeepsNothing(t *testing.T) {
	if race.Enabled {
		return // one goroutine plays
	}
	a, c, rival := disputantOf(t, wrongSeed, 0)
	a.each = func() {}
	ctx, m := t.Context(), a.chain(c.market)
	ch, err := m.Challenge(ctx, 0)
	a.must(err)
	stands := func() bool {
		at, err := m.Assertion(ctx, ch, 1)
		a.must(err)
		return at.Stands()
	}
	for i := 0; i < 60 && !stands(); i++ {
		c.live()
		if a.must(a.node.Mine(0)); i%10 == 9 {
			a.pass() // the first to claim does not reveal
		}
	}
	claim, err := player.New(m, rival, zap.NewNop()).Asserted(ctx, ch, 1)
	a.must(err)
	example := 0
	for !dispute.Says(claim.Bitmap, example) {
		example++
	}
	_, err = rival.Ensure(ctx, "dispute", txmgr.Call{To: &ch.Terms.Evaluator, Value: gameBond, Data: disputeCalls.PackDispute(claim.Key, claim.Facts, claim.Bitmap, big.NewInt(int64(example)), new(big.Int))})
	a.must(err)
	a.must(a.node.Mine(0))
	for range 2 { // while the rig is off
		a.pass()
	}
	a.lives(c, 20)
	at, err := m.Assertion(ctx, ch, 1)
	a.must(err)
	if all, _ := c.attempts.All(); !all[0].Collected || !all[0].Withdrawn || at.Games.Int64() != 1 || !c.disputes().Until.IsZero() {
		t.Errorf("20 windows later: collected %t, withdrawn %t, %v games open, %s left", all[0].Collected, all[0].Withdrawn, at.Games, c.disputes().Until)
	}
}
