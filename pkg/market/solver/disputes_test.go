package solver

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/chain"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute/disputetest"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/player"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// liar is somebody with a model that is wrong about almost everything, who claims that
// it is right about all, and with as many disputes of what is right as wanted.
type liar struct {
	*testing.T
	wallet
	market *market.Market
	tx     *txmgr.Manager
	player *player.Player
	r      *rand.Rand
	net    *graph.Network
	lie    string // of disputetest; "silence": does not answer
	entry  map[uint64]uint64
	games  int // disputes of each honest claim
}

func newLiar(t *testing.T, seed uint64, net *graph.Network, lie string, games int) *liar {
	l := &liar{T: t, wallet: newWallet(t), r: rand.New(rand.NewPCG(seed, 5)), lie: lie, entry: map[uint64]uint64{}, games: games}
	l.net = &graph.Network{Tensors: net.Tensors, Weights: make([]byte, len(net.Weights))}
	for i := range l.net.Weights {
		l.net.Weights[i] = byte(l.r.Uint32())
	}
	return l
}

// join lets the liar act on a contestant's market.
func (l *liar) join(a *arena, c *contestant) {
	l.market = a.chain(c.market)
	var err error
	l.tx, err = txmgr.New(new(big.Int).SetUint64(l.market.ID), l.market.Backend(), l.wallet, newShelf(func(in txmgr.Intent) string { return in.Key }), txmgr.Options{ReplaceAfter: time.Hour})
	a.must(err)
	l.player = player.New(l.market, l.tx, zap.NewNop())
	l.player.Dispute = false // not what is false
	l.player.Trace = l.trace
}

// trace is what the liar says of an example of theirs.
func (l *liar) trace(c *dispute.Claim, pixels []byte) (*dispute.Trace, error) {
	honest, err := c.Trace(pixels)
	if err != nil || l.lie == "silence" || l.lie == "" {
		return nil, errors.New("the liar is silent")
	}
	last := len(honest.Tensors) - 1
	label := (graph.Argmax(honest.Tensors[last]) + 1) % c.Net.Classes()
	lies := disputetest.Lies(rand.New(rand.NewPCG(3, 4)), c.Net, honest, label) // the same each time
	var fit []disputetest.Lie
	for _, x := range lies {
		if x.Name == l.lie {
			fit = append(fit, x)
		}
	}
	return fit[len(fit)/2].Trace, nil
}

func (l *liar) send(key string, data []byte, value *big.Int) {
	ctx := l.Context()
	if err := l.tx.Advance(ctx); err != nil {
		l.Error(err)
	}
	_, err := l.tx.Ensure(ctx, key, txmgr.Call{To: &l.market.Address, Data: data, Value: value})
	if err != nil && !errors.Is(err, txmgr.ErrRevert) {
		l.Errorf("%s: %v", key, err)
	}
}

// act is everything that the liar does at one block.
func (l *liar) act() {
	ctx := l.Context()
	head, err := l.market.Head(ctx)
	if err != nil {
		l.Fatal(err)
	}
	ctx = chain.Pin(ctx, head)
	if err := l.tx.Advance(ctx); err != nil {
		l.Fatal(err)
	}
	n, err := l.market.ChallengeCount(ctx)
	if err != nil {
		l.Fatal(err)
	}
	for id := range n {
		ch, err := l.market.Challenge(ctx, id)
		if err != nil {
			l.Fatal(err)
		}
		l.step(ch, head)
	}
}

func (l *liar) step(ch *market.Challenge, head *types.Header) {
	ctx, abi, key := chain.Pin(l.Context(), head), l.market.ABI, fmt.Sprintf("liar/%d", ch.ID)
	hash := l.net.Hash()
	raw, err := l.net.Marshal()
	if err != nil {
		l.Fatal(err)
	}
	entry, in := l.entry[ch.ID]
	switch ch.At(time.Unix(int64(head.Time), 0)) {
	case market.PhaseCommit:
		if l.lie == "" {
			return
		}
		commitment, err := l.market.Commitment(ctx, ch.ID, l.Address(), hash, [32]byte{1})
		if err != nil {
			l.Fatal(err)
		}
		l.send(key+"/commit", abi.PackCommit(ch.Number(), ch.DatasetHash, commitment), ch.CommitBond())
		if own, err := l.market.OwnEntries(ctx, ch, l.Address()); err == nil && len(own) > 0 {
			l.entry[ch.ID] = own[0]
		}
	case market.PhaseClaim:
		if in {
			l.send(key+"/claim", abi.PackClaim(ch.Number(), new(big.Int).SetUint64(entry), hash, [32]byte{1}, big.NewInt(int64(ch.Points()))), ch.ClaimBond())
		}
	case market.PhaseEvaluate:
		leader, ok, err := l.market.Leader(ctx, ch.ID)
		if err != nil || !ok {
			return
		}
		if in && leader == entry {
			l.send(key+"/reveal", abi.PackRevealModel(ch.Number(), new(big.Int).SetUint64(entry), raw), nil)
			if e, err := l.market.Entry(ctx, ch.ID, entry); err == nil && e.Status == market.EntryRevealed {
				all := make([]bool, ch.Points())
				for i := range all {
					all[i] = true
				}
				_ = l.player.Assert(ctx, key, ch, entry, all, time.Time{}, nil)
			}
		}
		_, _ = l.player.Follow(ctx, key, ch, head) // a silent one fails
		if !in || leader != entry {
			l.harass(ch, leader, head)
		}
	}
}

// harass disputes an honest claim, chooses at random where it can, and does not go on.
func (l *liar) harass(ch *market.Challenge, entry uint64, head *types.Header) {
	ctx, d := chain.Pin(l.Context(), head), contract.NewDispute()
	claim, err := l.player.Asserted(ctx, ch, entry)
	if err != nil {
		return
	}
	for nonce := range int64(l.games) {
		key := fmt.Sprintf("harass/%d/%d/%d", ch.ID, entry, nonce)
		example := big.NewInt(nonce % int64(ch.Points()))
		bond, err := d.UnpackGameBond(must(l.market.Read(ctx, ch.Terms.Evaluator, d.PackGameBond())))
		if err != nil {
			l.Fatal(err)
		}
		_, _ = l.tx.Ensure(ctx, key, txmgr.Call{To: &ch.Terms.Evaluator, Data: d.PackDispute(claim.Key, claim.Facts, claim.Bitmap, example, big.NewInt(nonce)), Value: bond})
		id := dispute.GameOf(claim, l.Address(), int(nonce)%ch.Points(), nonce)
		g, err := d.UnpackGetGame(must(l.market.Read(ctx, ch.Terms.Evaluator, d.PackGetGame(id))))
		if err != nil || dispute.Turn(g.Turn) != dispute.Choosing || g.Moves > uint32(nonce) {
			continue // each goes another way before it stalls
		}
		data := d.PackChoose(id, g.Node, big.NewInt(0))
		if g.Opened == 0 {
			data = d.PackChooseTensor(id, g.Node, claim.Facts, claim.Header, claim.Weights.Root(), big.NewInt(int64(l.r.IntN(len(claim.Net.Tensors)))))
		}
		_, _ = l.tx.Ensure(ctx, fmt.Sprintf("%s/%d", key, g.Moves), txmgr.Call{To: &ch.Terms.Evaluator, Data: data})
	}
}

func must(out []byte, err error) []byte {
	if err != nil {
		return nil
	}
	return out
}

// Whatever liars do, in whatever number, to an honest solver that dies and whose chain takes
// blocks back: the honest one proves every lie, defends what is right, wins every challenge, and
// has more than the reward at the end.
func TestDisputesOnAChain(t *testing.T) {
	if race.Enabled {
		return // who dies when decides nothing about which goroutines meet
	}
	for name, c := range map[string]struct {
		lies   []string // each of a liar of their own
		games  int
		points points
	}{
		"a liar of each kind": {[]string{"a byte, and its consequences"}, 0, points{only: "nobody"}},
		"nonsense":            {[]string{"nonsense"}, 0, points{only: "nobody"}},
		"the class alone":     {[]string{"the class alone"}, 0, points{only: "nobody"}},
		"a root too few":      {[]string{"a root too few"}, 0, points{only: "nobody"}},
		"silence":             {[]string{"silence"}, 0, points{only: "nobody"}},
		"two in a row":        {[]string{"the logits", "a byte alone"}, 0, points{only: "nobody"}},
		"ten challengers":     {nil, 10, points{only: "nobody"}},
		"kill -9 everywhere":  {[]string{"a byte alone"}, 3, points{}},
		"blocks taken back":   {[]string{"a byte alone"}, 3, points{odds: rand.New(rand.NewPCG(9, 9))}},
	} {
		t.Run(name, func(t *testing.T) { quarrel(t, c.lies, c.games, c.points) })
	}
}

func quarrel(t *testing.T, lies []string, games int, p points) {
	net := graphtest.Residual(rand.New(rand.NewPCG(5, 6)))
	contests := []*contest{newContest(t, evaluator.Dispute, net, 4)}
	var liars []*liar
	var wallets []wallet
	for i, lie := range lies {
		liars = append(liars, newLiar(t, uint64(i), net, lie, games))
	}
	if len(liars) == 0 {
		liars = append(liars, newLiar(t, 1, net, "", games))
	}
	for _, l := range liars {
		wallets = append(wallets, l.wallet)
	}
	a := newArena(t, 1, p, contests, wallets...)
	if p.odds != nil {
		a.all[0].confirmations = confirmed
		a.stay()
	}
	for _, l := range liars {
		l.join(a, a.all[0])
	}
	act := func() {
		for _, l := range liars {
			l.act()
		}
	}
	for range 4 { // liars are first: of equal claims the earlier leads
		act()
		a.must(a.node.Mine(0))
	}
	a.each = act
	a.until("committed", func(_ *contestant, at Attempt) bool { return at.State == Committed })
	a.pass()
	a.reveal(contests)
	a.stay()
	a.until("claimed", func(_ *contestant, at Attempt) bool { return at.State == Claimed })
	a.pass()
	a.stay()
	done := func(c *contestant, at Attempt) bool { return at.State == Paid && at.Withdrawn && paid(c, at) }
	for range 12 { // until everything is decided: then whoever is silent runs out of time
		if a.all[0].all(done) {
			break
		}
		a.quiet(done)
		a.pass()
		a.stay()
	}
	a.until("paid and booked", done)
	a.all[0].came(len(lies) > 0)
}

// quiet lets everybody act until the chain has been silent for a while.
func (a *arena) quiet(done func(*contestant, Attempt) bool) {
	a.Helper()
	for silent := 0; silent < 6; {
		c := a.all[0]
		before, deaths := len(c.intents.all), c.deaths
		if c.all(done) {
			return
		}
		c.live()
		a.each()
		if a.must(a.node.Mine(0)); a.Failed() {
			a.FailNow()
		}
		a.takeBack()
		if silent++; len(c.intents.all) != before || c.deaths != deaths || c.pending() {
			silent = 0
		}
	}
}

// pending reports whether a transaction of ours is on its way.
func (c *contestant) pending() bool {
	all, _ := c.intents.All()
	for _, in := range all {
		if in.State == txmgr.Pending {
			return true
		}
	}
	return false
}

// came checks that the honest one has come out with more than the reward, less gas.
func (c *contestant) came(proved bool) {
	ctx, o := c.Context(), c.organise
	after, err := o.Market.Balance(ctx, c.wallet.Address())
	if err != nil {
		c.Fatal(err)
	}
	total, gas := new(big.Int), new(big.Int)
	for _, p := range c.ledger {
		total.Add(total, p.Wei)
		if p.Kind == "gas" {
			gas.Sub(gas, p.Wei)
		}
	}
	gained := new(big.Int).Sub(after, c.before)
	if gained.Cmp(total) != 0 {
		c.Errorf("the wallet gained %v wei, the ledger says %v", gained, total)
	}
	least := big.NewInt(1e17)
	if !proved { // what liars' games lost pays for their moves
		least.Sub(least, gas)
	}
	if gained.Cmp(least) <= 0 {
		c.Errorf("the honest solver has gained %v wei, %v of it gas, want above %v", gained, gas, least)
	}
	c.Logf("%d transactions, %d deaths, gained %v of 1e17, gas %v", len(c.intents.all), c.deaths, gained, gas)
}
