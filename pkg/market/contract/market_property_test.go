package contract_test

import (
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// world is several challenges of one market, that a few actors call at random.
type world struct {
	*chain
	games   []*game
	actors  []*actor
	nets    []*model.Network
	models  [][]byte
	entries [][]int // of each game, the model of each entry
	token   *token  // that some rewards are in
	phases  []phase
	r       *rand.Rand // evenly distributed, where rapid prefers small numbers
}

func (w *world) between(low, high int) int { return low + w.r.IntN(high-low+1) }

// Whatever is called, by whom and when: the market holds exactly what it owes,
// and once all is closed and paid it holds nothing.
func TestTheMarketHoldsWhatItOwes(t *testing.T) {
	c := newChain(t)
	start, failed := time.Now(), false
	accepted, runs := map[string]int{}, 0
	rapid.Check(t, func(rt *rapid.T) {
		if !failed && time.Since(start) > 5*time.Second {
			return // enough; a failure is shrunk without a limit
		}
		failed, runs = true, runs+1
		w := newWorld(rt, c)
		for range rapid.IntRange(60, 200).Draw(rt, "steps") {
			if name, ok := w.step(rt); ok {
				accepted[name]++
			}
			w.balances(rt)
		}
		w.closeAll(rt)
		w.payAll(rt)
		failed = false
	})
	t.Logf("%d sequences; accepted calls: %v", runs, accepted)
}

func newWorld(rt *rapid.T, c *chain) *world {
	c.newMarket(minBond)
	w := &world{chain: c, actors: c.actors[1:6], token: newToken(c), r: rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 0))}
	seed := w.r.Uint64N(100)
	for i := range w.between(2, 3) {
		g := newGame(c, seed)
		g.owner = w.actors[w.between(0, 4)]
		if w.between(0, 1) == 0 {
			g.terms.Token = w.token.addr
			g.terms.TokenPrice = new(big.Int).Lsh(wei(1), uint(w.between(58, 66)))
		}
		g.terms.CommitBond = wei(int64(w.between(minBond, 3000)))
		g.terms.ClaimBond = wei(int64(w.between(minBond, 7000)))
		g.terms.DrawDelay = uint16(w.between(2, 12))
		g.terms.OrganiserBond = wei(int64(w.between(minBond, 20_000)))
		g.terms.AccuracyThreshold = wei(int64(w.between(18, 40)))
		if i == 0 {
			w.nets = []*model.Network{g.truth, worse(g.truth, 1), worse(g.truth, 2), worse(g.truth, 8)}
		}
		g.open(int64(w.between(2, []int{5000, 300_000}[w.between(0, 1)]))) // an owner has a million tokens, for all three perhaps
		w.games, w.entries, w.phases = append(w.games, g), append(w.entries, nil), append(w.phases, created)
	}
	for _, n := range w.nets {
		w.models = append(w.models, marshal(c.t, n))
	}
	return w
}

// step makes one random call, or lets time pass.
func (w *world) step(rt *rapid.T) (name string, ok bool) {
	i := w.between(0, len(w.games)-1)
	g, by := w.games[i], w.actors[w.between(0, 4)]
	at := phase(w.challenge(g.id).Phase)
	if at == committing && w.head().Time > w.challenge(g.id).Deadline {
		at = revealing
	}
	// mostly what the phase asks for, sometimes anything
	usual := map[phase][]string{created: {"fund", "draw", "draw", "draw"}, committing: {"commit", "commit", "commit", "commit", "fund", "end"},
		revealing: {"revealHoldout"}, claiming: {"claim", "claim", "claim", "claim", "claim", "claim", "claim", "end", "turn"}, evaluating: {"turn", "evaluate", "evaluate", "evaluate", "finalize", "end"},
		closed: {"claimBond", "refund", "withdraw"}}[at]
	all := []string{"fund", "cancel", "draw", "commit", "revealHoldout", "claim", "turn", "evaluate", "finalize", "claimBond", "refund", "withdraw", "jump", "end"}
	if w.between(0, 3) > 0 {
		all = usual
	}
	name = all[w.between(0, len(all)-1)]
	switch name {
	case "jump":
		w.advance(time.Duration(w.between(1, 150)) * time.Second)
		return name, true
	case "end":
		g.pass()
		return name, true
	}
	data, value, from := w.arguments(rt, i, name, by)
	if data == nil {
		return name, false
	}
	ok = w.try(from, value, data)
	if ok && name == "commit" {
		w.entries[i] = append(w.entries[i], w.lastModel(rt, g, data))
	}
	if now := phase(w.challenge(g.id).Phase); now < w.phases[i] {
		rt.Fatalf("challenge %d went from %v back to %v", i, w.phases[i], now)
	} else {
		w.phases[i] = now
	}
	return name, ok
}

// lastModel is the model that a successful commit was for.
func (w *world) lastModel(rt *rapid.T, g *game, data []byte) int {
	e := w.entry(g.id, int64(w.challenge(g.id).Commits)-1)
	for m := range w.models {
		if commitment(g, e.Solver, model.Hash(w.models[m])) == e.Commitment {
			return m
		}
	}
	rt.Fatalf("an unknown commitment was stored by %x", data)
	return 0
}

// arguments makes a call's arguments, mostly sensible; nil if there are none yet.
func (w *world) arguments(rt *rapid.T, i int, name string, by *actor) (data []byte, value *big.Int, from *actor) {
	g, m := w.games[i], w.abi
	c := w.challenge(g.id)
	drawn := phase(c.Phase) >= committing && c.Seed != [32]byte{}
	entry, solver := int64(0), by
	if n := len(w.entries[i]); n > 0 {
		entry = int64(w.between(0, n-1))
		if w.between(0, 9) > 0 {
			solver = w.by(w.entry(g.id, entry).Solver)
		}
	}
	first := w.between(0, 3)
	end := w.between(first, 4)
	if w.between(0, 3) > 0 {
		first, end = 0, 4
	}
	switch name {
	case "fund":
		amount := wei(int64(w.between(0, 500)))
		if value = amount; g.terms.Token != inEther {
			value = nil
		}
		return g.packFund(amount), value, by
	case "cancel":
		return m.PackCancel(g.id), nil, by
	case "draw":
		at := c.DrawBlock
		if w.head().Number.Uint64() < at && w.between(0, 1) == 0 {
			at = 1
		}
		w.mine(at)
		return m.PackDraw(g.id, w.header(at)), nil, by
	case "commit":
		n := w.between(0, len(w.models)-1)
		bond, _ := g.bonds()
		if w.between(0, 9) == 0 {
			bond = times(bond, int64(w.between(1, 4))) // twice and four times are taken too
		}
		return g.packCommit(commitment(g, by.addr, model.Hash(w.models[n]))), bond, by
	case "finalize":
		return m.PackFinalize(g.id), nil, by
	case "refund":
		return m.PackRefund(g.id, by.addr), nil, by
	case "withdraw":
		amount := []*big.Int{everything, wei(int64(w.between(0, 5000)))}[w.between(0, 1)]
		if g.terms.Token != inEther && w.between(0, 1) == 0 {
			return m.PackWithdrawToken(g.id, amount, by.addr), nil, by
		}
		return m.PackWithdraw(by.addr, amount), nil, by
	case "claimBond":
		return m.PackClaimBond(g.id, wei(entry)), nil, by
	case "revealHoldout":
		if drawn {
			return g.packReveal(g.piece(first, end)), nil, by
		}
	case "claim":
		if drawn && len(w.entries[i]) > 0 {
			n := w.entries[i][entry]
			count := int64(g.right(w.nets[n]))
			if w.between(0, 1) == 0 {
				count = int64(w.between(18, 49))
			}
			_, bond := g.bonds()
			return m.PackClaim(g.id, wei(entry), model.Hash(w.models[n]), saltOfAll, wei(count)), bond, solver
		}
	case "turn":
		if top, ok := w.leader(g); ok {
			return m.PackRevealModel(g.id, wei(top), w.models[w.entries[i][top]]), nil, w.by(w.entry(g.id, top).Solver)
		}
	case "evaluate":
		if top, ok := w.leader(g); ok {
			return g.packEvaluate(top, w.models[w.entries[i][top]], g.piece(first, end)), nil, by
		}
	}
	return nil, nil, nil
}

func (w *world) by(addr common.Address) *actor {
	for _, a := range w.actors {
		if a.addr == addr {
			return a
		}
	}
	panic("an unknown address")
}

// leader is the entry whose turn it is, if there is one.
func (w *world) leader(g *game) (int64, bool) {
	data := w.abi.PackLeader(g.id)
	if w.why(w.actors[0], nil, data) != "" {
		return 0, false
	}
	return view(w.chain, data, w.abi.UnpackLeader).Int64(), true
}

// owed is everything that the market owes in ether, and each challenge in its
// token, reckoned apart from the contract.
func (w *world) owed() (total *big.Int, tokens []*big.Int) {
	total = new(big.Int)
	add := func(v ...*big.Int) { total.Add(total, sum(v...)) }
	for _, a := range w.actors {
		add(w.credit(a.addr))
	}
	for i, g := range w.games {
		c := w.challenge(g.id)
		share, reward := new(big.Int), total
		tokens = append(tokens, new(big.Int))
		if g.terms.Token != inEther {
			reward = tokens[i]
			for _, a := range w.actors {
				reward.Add(reward, g.tokenCredit(a.addr))
			}
		}
		_, claimBond := g.bonds()
		switch {
		case phase(c.Phase) != closed:
			add(g.terms.OrganiserBond, c.Pot)
			reward.Add(reward, c.Reward)
		case c.Outcome != won:
			for _, a := range w.actors {
				reward.Add(reward, view(w.chain, w.abi.PackContribution(g.id, a.addr), w.abi.UnpackContribution))
			}
			if c.Outcome == notRevealed {
				share.Div(new(big.Int).Rsh(g.terms.OrganiserBond, 1), wei(int64(c.Commits)))
				if share.Cmp(g.terms.CommitBond) > 0 {
					share = g.terms.CommitBond
				}
			}
		}
		for n := range w.entries[i] {
			e := w.entry(g.id, int64(n))
			if e.Status == settled {
				continue
			}
			add(g.bondOf(e), share) // what it will forfeit is here until it is settled
			if e.Status == claimed || e.Status == revealed || e.Status == counted && e.Right >= e.Claimed {
				add(claimBond)
			}
		}
	}
	return total, tokens
}

func (w *world) balances(rt *rapid.T) {
	owes, tokens := w.owed()
	if has := w.ether(w.market); has.Cmp(owes) != 0 {
		rt.Fatalf("the market holds %v wei and owes %v", has, owes)
	}
	for i, g := range w.games {
		if has := w.token.held(g.vault()); has.Cmp(tokens[i]) != 0 {
			rt.Fatalf("the vault of challenge %d holds %v tokens and owes %v", i, has, tokens[i])
		}
	}
}

// closeAll drives every challenge to its end by calls that anyone may make.
func (w *world) closeAll(rt *rapid.T) {
	for i, g := range w.games {
		for range 40 {
			c := w.challenge(g.id)
			if phase(c.Phase) == closed {
				break
			}
			if phase(c.Phase) == created {
				g.drawNow()
			}
			w.advance(300 * time.Second)
			if c := w.challenge(g.id); !w.try(w.actors[0], nil, w.abi.PackFinalize(g.id)) {
				rt.Fatalf("challenge %d is stuck in %v", i, phase(c.Phase))
			}
			w.balances(rt)
		}
		w.fairly(rt, i)
	}
}

// fairly checks the winner: it has what was needed, by the model's own count,
// and nobody who proved or was never asked to prove more.
func (w *world) fairly(rt *rapid.T, i int) {
	g := w.games[i]
	c := w.challenge(g.id)
	if phase(c.Phase) != closed {
		rt.Fatalf("challenge %d did not close", i)
	}
	if c.Outcome != won {
		return
	}
	winner := w.entry(g.id, int64(c.Winner)-1)
	right := g.right(w.nets[w.entries[i][c.Winner-1]])
	if int(winner.Right) != right || right < int(g.terms.AccuracyThreshold.Int64()) {
		rt.Fatalf("the winner was counted %d, the model has %d, needed %v", winner.Right, right, g.terms.AccuracyThreshold)
	}
	ranked := min(winner.Claimed, winner.Right)
	for n := range w.entries[i] {
		e := w.entry(g.id, int64(n))
		if e.Status == claimed && (e.Claimed > ranked || e.Claimed == ranked && n < int(c.Winner)-1) {
			rt.Fatalf("entry %d claims %d and was passed over for entry %d with %d", n, e.Claimed, c.Winner-1, ranked)
		}
	}
}

// payAll settles and withdraws everything; then nothing remains.
func (w *world) payAll(rt *rapid.T) {
	for i, g := range w.games {
		for n := range w.entries[i] {
			w.try(w.actors[0], nil, w.abi.PackClaimBond(g.id, wei(int64(n))))
		}
		if w.challenge(g.id).Outcome != won {
			for _, a := range w.actors {
				w.try(a, nil, w.abi.PackRefund(g.id, a.addr))
			}
		}
	}
	w.balances(rt)
	for _, a := range w.actors {
		w.try(a, nil, w.abi.PackWithdraw(a.addr, everything))
		for _, g := range w.games {
			if g.terms.Token != inEther {
				w.try(a, nil, g.packTokens(a))
			}
		}
	}
	if left := w.ether(w.market); left.Sign() != 0 {
		rt.Fatalf("%v wei remain for ever", left)
	}
	for i, g := range w.games {
		if left := w.token.held(g.vault()); left.Sign() != 0 {
			rt.Fatalf("%v tokens of challenge %d remain for ever", left, i)
		}
	}
}
