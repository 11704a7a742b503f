package contract_test

import (
	"context"
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// moods are the settings of each knob that a token goes through, most often the first.
var moods = map[knob][]int64{
	ofKind:         {erc20, erc20, erc20, silent, noTransfer},
	onTransfer:     {says, saysNothing, falseThoughMoved, falseOnFailure, fails, saysTwo, overflows, failsLoudly, trueUnmoved, falseUnmoved, burnsGas},
	onTransferFrom: {says, saysNothing, falseThoughMoved, falseOnFailure, fails, overflows, trueUnmoved, falseUnmoved},
	onBalance:      {honest, honest, cannotSay, plus, percent, huge, percentToContracts, saysEmpty, fickle, saysLoudly},
	feeTo:          {0, 0, 100, 3333, 10_000},
	feeFrom:        {0, 0, 100, 3333},
	flatTo:         {0, 0, 1, 40},
	flatFrom:       {0, 0, 1, 40},
	burnUp:         {0, 0, 1},
	rounding:       {0, 1, 2},
	walletCap:      {0, 0, 10_000},
	partly:         {0, 1},
	most:           {0, 0, 300},
	least:          {0, 0, 5},
	paused:         {0, 0, 0, 1},
	noSelf:         {0, 0, 1},
	noContracts:    {0, 0, 1},
	cooldown:       {0, 0, 1},
	lieBy:          {97, 1, 130, 1000},
	floodSize:      {1000, 100_000},
	hookAt:         {0, 0, 7},
}

// peeker reads from the state itself, not from a copy of it: the states here are read
// far more often than they change.
type peeker struct{ *stillChain }

func (p peeker) CallContract(_ context.Context, m ethereum.CallMsg, _ *big.Int) ([]byte, error) {
	back := p.state.Snapshot()
	defer p.state.RevertToSnapshot(back)
	out, _, err := runtime.Call(*m.To, m.Data, &runtime.Config{
		ChainConfig: p.config, Origin: m.From, BlockNumber: p.head().Number, Time: p.head().Time, GasLimit: transactionGas, State: p.state,
	})
	return out, err
}

// bazaar is a market of tokens: some challenges in one token whose moods change, and a few
// accounts that give to them and take from them at random.
type bazaar struct {
	*chain
	*weird
	games  []*game
	people []*actor
	now    knobs // the token's mood
	r      *rand.Rand
	shrunk []*big.Int // by how much the credits of each challenge have shrunk
	over   []bool
	ether  *big.Int // what the market is to hold
}

func (b *bazaar) one(n int) int { return b.r.IntN(n) }

// Whatever moods a token goes through: a call for one challenge moves no other's
// tokens, who withdraws gets at most the share that their credit is, a refusal changes
// nothing, credits add up, and ether is nobody's business.
func TestATokensMoodsHurtNobodyElse(t *testing.T) {
	if race.Enabled {
		t.Skip("one goroutine calls the contract: the race detector has nothing to find here, and takes minutes")
	}
	start, failed := time.Now(), false
	accepted, runs := map[string]int{}, 0
	rapid.Check(t, func(rt *rapid.T) {
		if !failed && time.Since(start) > 5*time.Second {
			return // enough; a failure is shrunk without a limit
		}
		failed, runs = true, runs+1
		c, still := newStillChain(t)
		c.client = peeker{still}
		b := &bazaar{chain: c, weird: newWeird(c), people: c.actors[4:9], now: knobs{}, r: rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 0)), ether: new(big.Int)}
		worth := map[*actor]*big.Int{}
		for _, a := range c.actors {
			worth[a] = c.worth(a)
		}
		for i := range 3 {
			b.games = append(b.games, b.small(c.actors[1+i], int64(2+b.one(5000))))
			b.shrunk, b.over = append(b.shrunk, new(big.Int)), append(b.over, false)
			b.ether = sum(b.ether, b.games[i].terms.OrganiserBond)
		}
		b.call(c.actors[0], "setHooks", []weirdCall{
			{c.market, wei(0), c.abi.PackRefund(b.games[0].id, b.people[0].addr)},
			{c.market, wei(0), c.abi.PackWithdrawToken(b.games[1].id, everything, b.weird.addr)},
			{c.market, wei(0), b.games[2].packFund(wei(1))},
		})
		for range 80 + b.one(240) {
			if name := b.step(rt); name != "" {
				accepted[name]++
			}
			if got := c.ether(c.market); got.Cmp(b.ether) != 0 {
				rt.Fatalf("the market holds %v wei, want %v", got, b.ether)
			}
		}
		// once the token behaves, all that is left is paid
		for k := range b.now {
			b.turn(knobs{k: 0})
		}
		b.call(c.actors[0], "rebase", ether(1))
		for i, g := range b.games {
			if !b.over[i] {
				c.do(g.owner, nil, c.abi.PackCancel(g.id))
			}
			g.withdraw(g.owner)
			b.call(g.owner, "transfer", g.vault(), wei(0)) // interest that waits for a transfer is paid out
			for _, a := range b.everybody(g) {
				c.try(a, nil, c.abi.PackRefund(g.id, a.addr))
			}
			for _, a := range b.everybody(g) {
				if g.tokenCredit(a.addr).Sign() > 0 {
					b.withdraws(rt, i, a, everything, a.addr)
				}
			}
			for _, a := range b.everybody(g) {
				if left, held := g.tokenCredit(a.addr), b.real(g.vault()); left.Sign() > 0 && held.Int64() > 3 {
					rt.Fatalf("a credit of %v remains unpaid, of which the vault holds %v", left, held)
				}
			}
		}
		c.empty()
		for _, a := range c.actors[1:] {
			if got := minus(c.worth(a), worth[a]); got.Sign() != 0 {
				rt.Fatalf("an account has gained %v wei", got)
			}
		}
		failed = false
	})
	t.Logf("%d sequences; accepted calls: %v", runs, accepted)
}

func (b *bazaar) everybody(g *game) []*actor { return append([]*actor{g.owner}, b.people...) }

// step does one thing at random and names it if it succeeded.
func (b *bazaar) step(rt *rapid.T) string {
	i := b.one(3)
	g, by := b.games[i], b.everybody(b.games[i])[b.one(6)]
	amount := wei(int64(1 + b.one([]int{3, 500, 20_000}[b.one(3)])))
	switch b.one(14) {
	case 0, 1:
		k := knob(b.one(29))
		for moods[k] == nil {
			k = knob(b.one(29))
		}
		v := moods[k][b.one(len(moods[k]))]
		for old := range b.now {
			if len(b.now) > 2 { // a few at once
				delete(b.now, old)
				b.turn(knobs{old: 0})
			}
		}
		b.now[k] = v
		b.turn(knobs{k: v})
		return "mood"
	case 3:
		switch b.one(4) {
		case 0:
			b.call(b.actors[0], "rebase", wei(5e17+b.r.Int64N(1e18)))
		case 1:
			b.call(b.actors[0], "mint", g.vault(), amount)
		case 2:
			if held := b.real(g.vault()); held.Sign() > 0 {
				b.call(b.actors[0], "seize", g.vault(), wei(b.r.Int64N(held.Int64())))
			}
		case 3:
			b.call(b.actors[0], "accrue", g.vault(), wei(int64(b.one(50))))
		}
		return "balances"
	case 4, 5:
		others := b.others(i)
		before := b.challenge(g.id).Reward
		ok := b.try(by, nil, g.packFund(amount))
		others(rt, "fund")
		got := minus(b.challenge(g.id).Reward, before)
		if ok && got.Sign() <= 0 || !ok && got.Sign() != 0 {
			rt.Fatalf("a fund of %v, %v, counts %v", amount, ok, got)
		}
		return named("fund", ok)
	case 7:
		if b.over[i] || b.one(2) > 0 {
			return ""
		}
		b.do(g.owner, nil, b.chain.abi.PackCancel(g.id))
		b.over[i] = true
		for _, a := range b.everybody(g)[:b.one(7)] {
			b.try(a, nil, b.chain.abi.PackRefund(g.id, a.addr))
		}
		return "cancel"
	case 8:
		others := b.others(i)
		held := b.real(g.vault())
		ok := b.try(b.actors[0], nil, b.chain.abi.PackRefund(g.id, by.addr))
		others(rt, "refund")
		if b.real(g.vault()).Cmp(held) != 0 {
			rt.Fatal("a refund has moved tokens")
		}
		return named("refund", ok)
	default:
		if !b.over[i] {
			return ""
		}
		to := b.people[b.one(5)].addr
		if b.one(3) > 0 {
			to = by.addr
		} else if b.one(2) == 0 {
			to = common.Address{1, byte(b.one(256))}
		}
		if b.one(20) == 0 {
			to = b.games[b.one(3)].vault()
		}
		return named("withdrawToken", b.withdraws(rt, i, by, amount, to))
	}
}

func named(name string, ok bool) string {
	if ok {
		return name
	}
	return ""
}

// others notes what the other challenges' vaults hold, to be compared later.
func (b *bazaar) others(i int) func(rt *rapid.T, what string) {
	var held []*big.Int
	for _, g := range b.games {
		held = append(held, b.real(g.vault()))
	}
	return func(rt *rapid.T, what string) {
		for j, g := range b.games {
			if now := b.real(g.vault()); j != i && now.Cmp(held[j]) < 0 {
				rt.Fatalf("%s of challenge %d: the vault of %d went from %v to %v", what, i, j, held[j], now)
			}
		}
	}
}

// withdraws withdraws and checks what that did.
func (b *bazaar) withdraws(rt *rapid.T, i int, by *actor, amount *big.Int, to common.Address) bool {
	g := b.games[i]
	others := b.others(i)
	credit, held, there := g.tokenCredit(by.addr), b.real(g.vault()), b.real(to)
	outstanding := minus(b.challenge(g.id).Reward, b.shrunk[i])
	ok := b.try(by, nil, b.chain.abi.PackWithdrawToken(g.id, amount, to))
	others(rt, "withdrawToken")
	shrunk, left, arrived := minus(credit, g.tokenCredit(by.addr)), minus(held, b.real(g.vault())), minus(b.real(to), there)
	b.shrunk[i] = sum(b.shrunk[i], shrunk)
	if !ok {
		if shrunk.Sign() != 0 || left.Sign() != 0 || arrived.Sign() != 0 {
			rt.Fatalf("a refused withdrawal: the credit shrank by %v, %v left, %v arrived", shrunk, left, arrived)
		}
		return false
	}
	if shrunk.Sign() <= 0 || shrunk.Cmp(credit) > 0 {
		rt.Fatalf("a credit of %v shrank by %v", credit, shrunk)
	}
	// what the token says is all that the contract can go by
	if lie := b.now[onBalance]; lie != honest && lie != saysLoudly {
		return true
	}
	if arrived.Sign() <= 0 {
		rt.Fatalf("%v left and %v arrived for a credit of %v", left, arrived, shrunk)
	}
	// no more than the share that the credit is of all, but for two units
	if new(big.Int).Mul(shrunk, held).Cmp(new(big.Int).Mul(minus(left, wei(2)), outstanding)) < 0 {
		rt.Fatalf("a credit of %v of %v took %v of %v", shrunk, outstanding, left, held)
	}
	return true
}
