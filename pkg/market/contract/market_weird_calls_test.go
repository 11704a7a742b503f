package contract_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// weirdCall is WeirdToken.Call.
type weirdCall struct {
	To    common.Address
	Value *big.Int
	Data  []byte
}

// small is a cancelled or running challenge in a strange token, without solvers.
func (k *weird) small(owner *actor, reward int64) *game {
	k.t.Helper()
	g := newGame(k.chain, 1)
	g.owner = owner
	g.terms.Token, g.terms.DrawDelay = k.addr, 2000
	g.open(reward)
	return g
}

// calledOff cancels it and credits the owner, and others who have funded it.
func (g *game) calledOff(others ...*actor) {
	g.t.Helper()
	g.do(g.owner, nil, g.abi.PackCancel(g.id))
	for _, a := range append([]*actor{g.owner}, others...) {
		g.refund(a)
	}
}

func orNothing(value *big.Int) *big.Int {
	if value == nil {
		return new(big.Int)
	}
	return value
}

// acts makes the token itself call the market.
func (k *weird) acts(value *big.Int, data []byte) {
	k.t.Helper()
	if !k.transact(k.actors[0], &k.addr, value, k.pack("act", k.market, orNothing(value), data)) {
		k.t.Fatal("the token's call failed")
	}
}

// A token calls everything that the market has in the middle of each of its own
// functions, as an organiser, sponsor and creditor itself: what would touch a token is
// refused, what is not guarded does what it would have done without it.
func TestATokenCallsEverything(t *testing.T) {
	if race.Enabled {
		t.Skip("one goroutine calls the contract: the race detector has nothing to find here, and takes minutes")
	}
	for at, moment := range []string{"transferFrom", "transfer", "balanceOf"} {
		t.Run(moment, func(t *testing.T) {
			c, _ := newStillChain(t)
			k := newWeird(c)
			k.call(c.actors[0], "mint", k.addr, wei(10_000))
			if !c.transact(c.actors[0], &k.addr, nil, k.pack("act", k.addr, wei(0), k.pack("approve", c.market, everything))) {
				t.Fatal("the token cannot approve")
			}
			// a bystander's two, one of them over; and one that the token itself has called off
			bystander, victim := c.actors[5], c.actors[6]
			running, over := k.small(bystander, 4000), k.small(bystander, 3000)
			c.do(victim, nil, over.packFund(wei(500)))
			k.acts(nil, over.packFund(wei(700)))
			over.do(bystander, nil, c.abi.PackCancel(over.id))
			over.refund(bystander)
			c.do(c.actors[0], nil, c.abi.PackRefund(over.id, k.addr))
			own := newGame(c, 2)
			own.terms.Token, own.id, own.owner = k.addr, c.count(), &actor{addr: k.addr}
			own.terms.DrawDelay = 2000
			k.acts(own.terms.OrganiserBond, c.abi.PackCreateChallenge(own.terms, wei(900)))
			k.acts(own.terms.OrganiserBond, c.abi.PackCreateChallenge(own.terms, wei(900)))
			k.acts(nil, c.abi.PackCancel(sum(own.id, wei(1)))) // leaves the token a balance

			inEther := own.terms
			inEther.Token = common.Address{}
			calls := []struct {
				name, want string // want: its error; "" if it succeeds
				data       []byte
			}{
				{"createChallenge", "Reentered", c.abi.PackCreateChallenge(own.terms, wei(5))},
				{"createChallenge in ether", "", c.abi.PackCreateChallenge(inEther, wei(5))},
				{"fund", "Reentered", running.packFund(wei(5))},
				{"fund, nothing", "Reentered", running.packFund(wei(0))},
				{"draw", "WrongPhase Created", c.abi.PackDraw(running.id, nil)},
				{"commit", "WrongPhase Created", running.packCommit([32]byte{1})},
				{"revealHoldout", "NotDirect", c.abi.PackRevealHoldout(running.id, wei(0), nil, nil, nil)},
				{"claim", "WrongPhase Created", c.abi.PackClaim(running.id, wei(0), [32]byte{}, [32]byte{}, wei(1))},
				{"revealModel", "NotDirect", c.abi.PackRevealModel(running.id, wei(0), nil)},
				{"evaluate", "WrongPhase Created", c.abi.PackEvaluate(running.id, wei(0), nil, wei(0), nil, nil, nil, nil)},
				{"finalize", "NothingToDo", c.abi.PackFinalize(running.id)},
				{"claimBond", "NothingToDo", c.abi.PackClaimBond(over.id, wei(0))},
				{"withdrawToken", "Reentered", c.abi.PackWithdrawToken(over.id, everything, k.addr)},
				{"cancel another's", "NotAllowed", c.abi.PackCancel(running.id)},
				{"cancel", "", c.abi.PackCancel(own.id)},
				{"refund", "", c.abi.PackRefund(own.id, k.addr)},
				{"refund another", "", c.abi.PackRefund(over.id, victim.addr)},
				{"withdraw", "", c.abi.PackWithdraw(k.addr, everything)},
				{"send of the vault", "NotAllowed", append(crypto.Keccak256([]byte("send(address,address,uint256)"))[:4], make([]byte, 96)...)},
			}
			var hooks []weirdCall
			for _, h := range calls {
				to, value := c.market, wei(0)
				switch h.name {
				case "createChallenge":
					value = own.terms.OrganiserBond
				case "createChallenge in ether":
					value = sum(own.terms.OrganiserBond, wei(5))
				}
				if strings.HasPrefix(h.name, "send") {
					to = over.vault()
				}
				hooks = append(hooks, weirdCall{to, value, h.data})
			}
			if !c.transact(c.actors[0], &k.addr, ether(1), nil) {
				t.Fatal("the token takes no ether")
			}
			k.call(c.actors[0], "setHooks", hooks)
			k.turn(knobs{hookAt: 1 << at, hookGas: 60_000})
			vaults := []common.Address{running.vault(), over.vault(), own.vault()}
			var held []*big.Int
			for _, v := range vaults {
				held = append(held, k.real(v))
			}
			market := c.ether(c.market)
			paid := new(big.Int)
			if moment == "transferFrom" {
				c.do(victim, nil, running.packFund(wei(50)))
				held[0] = sum(held[0], wei(50))
			} else {
				c.do(bystander, nil, over.packTokens(bystander))
				paid = wei(3000)
			}
			k.turn(knobs{hookAt: 0})
			if moment == "balanceOf" { // where nothing can be changed at all
				if got := c.ether(c.market); got.Cmp(market) != 0 {
					t.Errorf("the market's ether went from %v to %v", market, got)
				}
				if p := phase(c.challenge(own.id).Phase); p != created {
					t.Errorf("a call from balanceOf has cancelled: %v", p)
				}
			} else {
				said := k.read("said")[0].([][]byte)
				if len(said) != len(calls) {
					t.Fatalf("%d of %d calls were made", len(said), len(calls))
				}
				for i, h := range calls {
					got := ""
					if len(said[i]) > 0 {
						got = c.errorName(said[i])
					}
					if strings.HasPrefix(h.name, "send") {
						got = h.want // an error of the vault; that nothing moved is checked below
					}
					if got != h.want {
						t.Errorf("%s in %s: %q, want %q", h.name, moment, got, h.want)
					}
				}
				// the token has got its own two bonds and has paid for a new challenge
				if got := minus(market, c.ether(c.market)); got.Cmp(minus(own.terms.OrganiserBond, wei(5))) != 0 {
					t.Errorf("%v wei left the market", got)
				}
				if last := c.challenge(minus(c.count(), wei(1))); last.Reward.Int64() != 5 || last.Owner != k.addr {
					t.Errorf("the challenge that the token has opened: %+v", last)
				}
				if got := over.tokenCredit(victim.addr); got.Int64() != 500 {
					t.Errorf("the other's credit is %v", got)
				}
			}
			held[1] = minus(held[1], paid)
			for i, v := range vaults {
				if got := k.real(v); got.Cmp(held[i]) != 0 {
					t.Errorf("vault %d holds %v, want %v", i, got, held[i])
				}
			}
			if moment == "balanceOf" {
				over.refund(victim)
			}
			if moment != "transferFrom" {
				c.do(victim, nil, over.packTokens(victim)) // all that is theirs
				if got := k.real(victim.addr); got.Int64() != 1_000_000 {
					t.Errorf("the victim has %v", got)
				}
			}
		})
	}
}

// While a token is being taken for a challenge, that challenge is not there yet, for
// nobody; another in ether that the token opens meanwhile gets the next number.
func TestATokenCallsItsChallengeInTheMaking(t *testing.T) {
	if race.Enabled {
		t.Skip("one goroutine calls the contract: the race detector has nothing to find here, and takes minutes")
	}
	c, _ := newStillChain(t)
	k := newWeird(c)
	g := newGame(c, 1)
	g.owner, g.terms.Token, g.terms.DrawDelay, g.id = c.actors[1], k.addr, 500, c.count()
	inEther := g.terms
	inEther.Token = common.Address{}
	calls := []struct {
		want  string
		value int64
		data  []byte
	}{
		{"WrongChallenge", 0, g.packFund(wei(5))},
		{"WrongPhase None", 0, c.abi.PackFund(g.id, common.Address{}, [32]byte{}, wei(5))},
		{"NotAllowed", 0, c.abi.PackCancel(g.id)},
		{"WrongPhase None", 0, c.abi.PackDraw(g.id, nil)},
		{"NothingToDo", 0, c.abi.PackFinalize(g.id)},
		{"WrongPhase None", 0, c.abi.PackClaimBond(g.id, wei(0))},
		{"WrongPhase None", 0, c.abi.PackRefund(g.id, k.addr)},
		{"Reentered", 0, c.abi.PackWithdrawToken(g.id, everything, k.addr)},
		{"", 50_001 + 9, c.abi.PackCreateChallenge(inEther, wei(9))},
		{"", 50_001 + 4, c.abi.PackCreateChallenge(inEther, wei(4))},
	}
	var hooks []weirdCall
	for _, h := range calls {
		hooks = append(hooks, weirdCall{c.market, wei(h.value), h.data})
	}
	if !c.transact(c.actors[0], &k.addr, ether(1), nil) {
		t.Fatal("the token takes no ether")
	}
	k.call(c.actors[0], "setHooks", hooks)
	k.turn(knobs{hookAt: 1})
	c.do(g.owner, g.terms.OrganiserBond, c.abi.PackCreateChallenge(g.terms, wei(700)))
	k.turn(knobs{hookAt: 0})
	for i, said := range k.read("said")[0].([][]byte) {
		got := ""
		if len(said) > 0 {
			got = c.errorName(said)
		}
		if got != calls[i].want {
			t.Errorf("call %d gives %q, want %q", i, got, calls[i].want)
		}
	}
	for i, want := range []struct {
		owner  common.Address
		reward int64
	}{{g.owner.addr, 700}, {k.addr, 9}, {k.addr, 4}} {
		if ch := c.challenge(sum(g.id, wei(int64(i)))); ch.Owner != want.owner || ch.Reward.Int64() != want.reward {
			t.Errorf("challenge %d is %v's for %v", i, ch.Owner, ch.Reward)
		}
	}
	g.calledOff()
	c.do(g.owner, nil, g.packTokens(g.owner))
	if got := k.real(g.owner.addr); got.Int64() != 1_000_000 {
		t.Errorf("the owner has %v", got)
	}
}

// ERC-777: sender and receiver are told, and call back.
func TestHooksOfSenderAndReceiver(t *testing.T) {
	c, _ := newStillChain(t)
	k := newWeird(c)
	k.turn(knobs{notify: 1})
	contractual := newWeird(c) // a party that answers hooks
	k.call(c.actors[0], "mint", contractual.addr, wei(9000))
	by := func(to common.Address, data []byte) bool {
		return c.transact(c.actors[0], &contractual.addr, nil, contractual.pack("act", to, wei(0), data))
	}
	by(k.addr, k.pack("approve", c.market, everything))
	owner := c.actors[1]
	g, other := k.small(owner, 1000), k.small(c.actors[2], 2000)
	hook := func(calls ...weirdCall) { contractual.call(c.actors[0], "setHooks", calls) }
	outcome := func(want ...string) {
		t.Helper()
		said := contractual.read("said")[0].([][]byte)
		var got []string
		for _, s := range said {
			if len(s) == 0 {
				got = append(got, "")
			} else {
				got = append(got, c.errorName(s))
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("the hooks gave %q, want %q", got, want)
		}
	}
	hook(weirdCall{c.market, wei(0), other.packFund(wei(7))}, weirdCall{c.market, wei(0), g.packFund(wei(7))})
	if !by(c.market, g.packFund(wei(600))) {
		t.Fatal("a sponsor with hooks is refused")
	}
	outcome("Reentered", "Reentered")
	if got := c.challenge(g.id).Reward; got.Int64() != 1600 {
		t.Errorf("reward %v", got)
	}
	g.calledOff()
	c.do(owner, nil, c.abi.PackRefund(g.id, contractual.addr))
	// a receiver that withdraws again, and one that sends all on
	hook(weirdCall{c.market, wei(0), c.abi.PackWithdrawToken(g.id, wei(10), contractual.addr)})
	if !by(c.market, c.abi.PackWithdrawToken(g.id, wei(100), contractual.addr)) {
		t.Fatal("a receiver with hooks is refused")
	}
	outcome("Reentered")
	before := k.real(g.vault())
	hook(weirdCall{k.addr, wei(0), k.pack("transfer", g.vault(), wei(150))})
	if by(c.market, c.abi.PackWithdrawToken(g.id, wei(100), contractual.addr)) {
		t.Error("what returned more than it got was paid")
	}
	hook(weirdCall{k.addr, wei(0), k.pack("transfer", g.vault(), wei(40))})
	if !by(c.market, c.abi.PackWithdrawToken(g.id, wei(100), contractual.addr)) {
		t.Fatal("a receiver that gives some back is refused")
	}
	if got := minus(before, k.real(g.vault())); got.Int64() != 60 || g.tokenCredit(contractual.addr).Int64() != 440 {
		t.Errorf("%v left the vault, a credit of %v remains", got, g.tokenCredit(contractual.addr))
	}
	hook()
	c.do(owner, nil, g.packTokens(owner))
	if got := k.real(owner.addr); got.Int64() != 1_000_000 {
		t.Errorf("the owner has %v", got)
	}
	if got := k.real(other.vault()); got.Int64() != 2000 {
		t.Errorf("the other's vault holds %v", got)
	}
}

// A token of which what arrives can exceed what was sent by one, as those that earn
// interest do, is taken whatever the amount.
func TestTokensThatRoundUpAreTaken(t *testing.T) {
	if race.Enabled {
		t.Skip("one goroutine calls the contract: the race detector has nothing to find here, and takes minutes")
	}
	c, _ := newStillChain(t)
	r := rand.New(rand.NewPCG(1, 2))
	for _, how := range []int64{1, 2} {
		k := newWeird(c)
		k.turn(knobs{rounding: how})
		g, exceeds := newGame(c, 1), 0
		g.owner = c.actors[1]
		g.terms.Token = k.addr
		for i := range 200 {
			if i%20 == 0 {
				k.call(c.actors[0], "rebase", wei(1_000_000_000_000_000_000+r.Int64N(1_000_000_000_000_000_000)))
			}
			amount := wei(1 + r.Int64N(4000))
			id, before := c.count(), k.real(g.owner.addr)
			if why := c.why(g.owner, g.terms.OrganiserBond, c.abi.PackCreateChallenge(g.terms, amount)); why != "" {
				t.Fatalf("rounding %d: a deposit of %v is refused: %s", how, amount, why)
			}
			g.id = id
			c.do(g.owner, g.terms.OrganiserBond, c.abi.PackCreateChallenge(g.terms, amount))
			arrived, counted := k.real(g.vault()), c.challenge(id).Reward
			if counted.Cmp(minOf(arrived, amount)) != 0 {
				t.Fatalf("rounding %d: of %v arrived %v, and %v count", how, amount, arrived, counted)
			}
			if arrived.Cmp(amount) > 0 {
				exceeds++
			}
			_ = before
			k.call(c.actors[0], "mint", g.owner.addr, times(amount, 2))
		}
		if exceeds == 0 {
			t.Errorf("rounding %d never rounded up", how)
		}
	}
}

// What has no code is no token; nor is what loses it one any more, with which nobody
// else loses anything.
func TestTokensWithoutCode(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.owner = c.actors[1]
	create := func(token common.Address) []byte {
		g.terms.Token = token
		return c.abi.PackCreateChallenge(g.terms, wei(5))
	}
	c.refuse("BadTerms token", g.owner, g.terms.OrganiserBond, create(c.actors[9].addr))
	c.refuse("BadTerms token", g.owner, g.terms.OrganiserBond, create(common.Address{1, 2, 3}))
	for _, none := range []common.Address{c.market, c.evaluator, {19: 4}} { // code or none, but no token
		if why := c.why(g.owner, g.terms.OrganiserBond, create(none)); why == "" {
			t.Errorf("%v is taken for a token", none)
		}
	}

	// an account that calls itself a token for a while (EIP-7702)
	k := newWeird(c)
	account := c.actors[20]
	c.delegate(account, k.addr)
	own := &weird{&token{c, k.abi, account.addr}}
	own.call(c.actors[0], "rebase", ether(1))
	own.endow()
	h := own.small(c.actors[2], 3000)
	c.delegate(account, common.Address{}) // and then no more
	c.do(h.owner, nil, c.abi.PackCancel(h.id))
	h.refund(h.owner)
	c.do(h.owner, nil, c.abi.PackWithdraw(h.owner.addr, everything)) // the bond
	if why := c.why(h.owner, nil, h.packTokens(h.owner)); why == "" {
		t.Error("a token without code was withdrawn")
	}
	if c.try(h.owner, nil, h.packTokens(h.owner)) || h.tokenCredit(h.owner.addr).Int64() != 3000 {
		t.Errorf("a credit of %v remains of 3000", h.tokenCredit(h.owner.addr))
	}
	c.delegate(account, k.addr)
	c.do(h.owner, nil, h.packTokens(h.owner))
	if got := own.real(h.owner.addr); got.Int64() != 1_000_000 {
		t.Errorf("the owner has %v", got)
	}

	// a token that is there for the transaction that makes the challenge only
	nurse := newWeird(c)
	code := common.FromHex(strings.TrimSpace(weirdCode))
	child := crypto.CreateAddress2(nurse.addr, [32]byte{}, crypto.Keccak256(code))
	v := newGame(c, 1)
	v.owner, v.terms.Token, v.id = &actor{addr: nurse.addr}, child, c.count()
	gone := func() {
		t.Helper()
		if !c.transact(c.actors[0], &nurse.addr, v.terms.OrganiserBond, nurse.pack("nurse", code, nurse.pack("mint", nurse.addr, wei(800)),
			nurse.pack("approve", c.market, wei(800)), c.market, v.terms.OrganiserBond, c.abi.PackCreateChallenge(v.terms, wei(800)))) {
			t.Fatal("a token of one transaction is refused")
		}
	}
	gone()
	if code, err := c.client.CodeAt(t.Context(), child, nil); err != nil || len(code) != 0 {
		t.Fatalf("the token is still there: %d bytes, %v", len(code), err)
	}
	c.refuse("BadTerms token", g.owner, g.terms.OrganiserBond, create(child))
	if why := c.why(c.actors[3], nil, v.packFund(wei(5))); why == "" {
		t.Error("a token that is gone can be given")
	}
	v.drawNow()
	v.expire()
	v.finalize()
	c.do(c.actors[0], nil, c.abi.PackRefund(v.id, nurse.addr))
	act := func(data []byte) bool {
		return c.transact(c.actors[0], &nurse.addr, nil, nurse.pack("act", c.market, wei(0), data))
	}
	if act(v.abi.PackWithdrawToken(v.id, everything, nurse.addr)) || v.tokenCredit(nurse.addr).Int64() != 800 {
		t.Errorf("a token that is gone was withdrawn, a credit of %v remains", v.tokenCredit(nurse.addr))
	}
	if !act(c.abi.PackWithdraw(c.actors[0].addr, everything)) {
		t.Error("the bond is held up")
	}
	c.empty()
}

// delegate makes an account run a contract's code (EIP-7702), or nobody's.
func (c *chain) delegate(account *actor, to common.Address) {
	c.t.Helper()
	auth, err := types.SignSetCode(account.key, types.SetCodeAuthorization{ChainID: *uint256.NewInt(1337), Address: to, Nonce: account.nonce})
	if err != nil {
		c.t.Fatal(err)
	}
	by := c.actors[0]
	tx, err := types.SignNewTx(by.key, types.NewPragueSigner(big.NewInt(1337)), &types.SetCodeTx{
		ChainID: uint256.NewInt(1337), Nonce: by.nonce, To: by.addr, Gas: 200_000, AuthList: []types.SetCodeAuthorization{auth},
		GasFeeCap: uint256.NewInt(20_000_000_000), GasTipCap: uint256.NewInt(1),
	})
	if err != nil {
		c.t.Fatal(err)
	}
	if err := c.client.SendTransaction(c.t.Context(), tx); err != nil {
		c.t.Fatal(err)
	}
	by.nonce++
	account.nonce++
	c.sim.Commit()
	if !c.settle(by, tx.Hash()) {
		c.t.Fatal("delegation failed")
	}
	if code, _ := c.client.CodeAt(c.t.Context(), account.addr, nil); (len(code) > 0) != (to != common.Address{}) {
		c.t.Fatalf("the account has %d bytes of code", len(code))
	}
}

// An account that runs code holds, gives and gets tokens like any other.
func TestADelegatedAccountHoldsTokens(t *testing.T) {
	c := newChain(t)
	k := newWeird(c)
	k.turn(knobs{notify: 1})
	holder := c.actors[3]
	c.delegate(holder, newWeird(c).addr)
	g := k.small(c.actors[2], 3000)
	if !c.transact(c.actors[0], &holder.addr, nil, k.pack("setHooks", []weirdCall{{c.market, wei(0), g.packFund(wei(1))}})) {
		t.Fatal("no hooks")
	}
	c.do(holder, nil, g.packFund(wei(500)))
	g.calledOff(holder)
	c.do(holder, nil, g.packTokens(holder))
	c.do(g.owner, nil, g.packTokens(g.owner))
	for _, a := range []*actor{holder, g.owner} {
		if got := k.real(a.addr); got.Int64() != 1_000_000 {
			t.Errorf("%v", got)
		}
	}
}

// Two addresses for one ledger: each challenge has its own account in it.
func TestTwoEntriesToOneLedger(t *testing.T) {
	c, _ := newStillChain(t)
	k, second := newWeird(c), newWeird(c)
	if !c.transact(c.actors[0], &second.addr, nil, k.pack("set", uint8(ledger), new(big.Int).SetBytes(k.addr[:]))) {
		t.Fatal("no ledger")
	}
	a, b := k.small(c.actors[1], 1000), second.small(c.actors[2], 2000)
	if k.real(a.vault()).Int64() != 1000 || k.real(b.vault()).Int64() != 2000 {
		t.Fatal("the deposits are not where they belong")
	}
	a.calledOff()
	b.calledOff()
	for _, g := range []*game{a, b} {
		c.do(g.owner, nil, g.packTokens(g.owner))
		if got := k.real(g.owner.addr); got.Int64() != 1_000_000 {
			t.Errorf("the owner has %v", got)
		}
	}
}

// Numbers as large as they go, of a token with many decimals or none, or that takes
// no more than 96 bits.
func TestAmountsOfAllSizes(t *testing.T) {
	c, _ := newStillChain(t)
	k := newWeird(c)
	a, b := c.actors[1], c.actors[2]
	most := minus(everything, wei(1))
	k.call(a, "mint", a.addr, most)
	k.call(b, "mint", b.addr, most)
	for _, give := range []*big.Int{wei(2), minus(new(big.Int).Lsh(wei(1), 96), wei(1)), new(big.Int).Exp(wei(10), wei(36), nil), minus(most, wei(3))} {
		g := newGame(c, 1)
		g.owner, g.terms.Token, g.terms.DrawDelay, g.id = a, k.addr, 500, c.count()
		k.call(a, "approve", c.market, everything)
		k.call(b, "approve", c.market, everything)
		before := k.real(b.addr)
		c.do(a, g.terms.OrganiserBond, c.abi.PackCreateChallenge(g.terms, give))
		c.do(b, nil, g.packFund(wei(3)))
		g.calledOff(b)
		for _, who := range []*actor{b, a} {
			c.do(who, nil, g.packTokens(who))
		}
		if k.real(g.vault()).Sign() != 0 || k.real(b.addr).Cmp(before) != 0 {
			t.Errorf("%v remain of %v", k.real(g.vault()), give)
		}
	}
	// all that there is, where the largest number means that
	k.turn(knobs{maxIsAll: 1, unlimited: 1})
	huge := minus(new(big.Int).Lsh(wei(1), 256), wei(1))
	g := newGame(c, 1)
	g.owner, g.terms.Token, g.id = c.actors[4], k.addr, c.count()
	k.call(g.owner, "approve", c.market, huge)
	c.do(g.owner, g.terms.OrganiserBond, c.abi.PackCreateChallenge(g.terms, huge))
	if got := c.challenge(g.id).Reward; got.Int64() != 1_000_000 {
		t.Errorf("reward %v", got)
	}
}

// A loan that is made of nothing and gone at the end of the transaction buys nothing
// of anybody's.
func TestFlashLoansOfAToken(t *testing.T) {
	c, _ := newStillChain(t)
	k, thief := newWeird(c), newWeird(c)
	g := k.small(c.actors[1], 1000) // a bystander's
	loan := new(big.Int).Lsh(wei(1), 100)
	own := newGame(c, 1)
	own.owner, own.terms.Token, own.terms.DrawDelay, own.id = &actor{addr: thief.addr}, k.addr, 500, c.count()
	k.call(c.actors[0], "mint", thief.addr, wei(5))
	run := func(value *big.Int, to common.Address, data []byte) bool {
		return c.transact(c.actors[0], &thief.addr, value, thief.pack("act", to, orNothing(value), data))
	}
	flash := func(calls ...weirdCall) bool {
		return c.transact(c.actors[0], &thief.addr, nil, thief.pack("flash", k.addr, loan, calls))
	}
	if !run(nil, k.addr, k.pack("approve", c.market, everything)) || !run(own.terms.OrganiserBond, c.market, c.abi.PackCreateChallenge(own.terms, wei(5))) {
		t.Fatal("the thief cannot play")
	}
	if flash(weirdCall{c.market, wei(0), g.packFund(loan)}) {
		t.Error("a loan was given away and paid back")
	}
	all := []weirdCall{{c.market, wei(0), own.packFund(loan)}, {c.market, wei(0), c.abi.PackCancel(own.id)}, {c.market, wei(0), c.abi.PackRefund(own.id, thief.addr)},
		{c.market, wei(0), c.abi.PackWithdrawToken(own.id, everything, thief.addr)}}
	if !flash(all...) {
		t.Fatal("a loan through one's own challenge fails")
	}
	if got := k.real(thief.addr); got.Int64() != 5 {
		t.Errorf("the thief has %v", got)
	}
	g.calledOff()
	c.do(g.owner, nil, g.packTokens(g.owner))
	if got := k.real(g.owner.addr); got.Int64() != 1_000_000 {
		t.Errorf("the bystander has %v", got)
	}
}

// What most tokens are made of.
func TestAUsualToken(t *testing.T) {
	c, _ := newStillChain(t)
	k := &weird{&token{c, parsed(t, usualABI), c.deploy(common.FromHex(strings.TrimSpace(usualCode)))}}
	k.endow()
	owner, sponsor := c.actors[1], c.actors[2]
	k.call(owner, "delegate", sponsor.addr)
	g := k.small(owner, 5000)
	// the sponsor's allowance by a signature
	domain := k.read("DOMAIN_SEPARATOR")[0].([32]byte)
	word := func(b []byte) []byte { return common.LeftPadBytes(b, 32) }
	deadline := new(big.Int).Lsh(wei(1), 40)
	digest := crypto.Keccak256([]byte{0x19, 1}, domain[:], crypto.Keccak256(
		crypto.Keccak256([]byte("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)")),
		word(sponsor.addr[:]), word(c.market[:]), word(wei(700).Bytes()), word(nil), word(deadline.Bytes())))
	sig, err := crypto.Sign(digest, sponsor.key)
	if err != nil {
		t.Fatal(err)
	}
	k.call(sponsor, "approve", c.market, wei(0))
	k.call(c.actors[5], "permit", sponsor.addr, c.market, wei(700), deadline, sig[64]+27, [32]byte(sig[:32]), [32]byte(sig[32:64]))
	c.do(sponsor, nil, g.packFund(wei(700)))
	if why := c.why(sponsor, nil, g.packFund(wei(1))); why == "" {
		t.Error("more was taken than allowed")
	}
	g.calledOff(sponsor)
	k.call(owner, "pause", true)
	if c.try(owner, nil, g.packTokens(owner)) || g.tokenCredit(owner.addr).Int64() != 5000 {
		t.Error("paid while paused, or a credit lost")
	}
	k.call(owner, "pause", false)
	c.do(owner, nil, c.abi.PackWithdrawToken(g.id, wei(1), owner.addr))
	for _, a := range []*actor{sponsor, owner} {
		if c.try(a, nil, c.abi.PackWithdrawToken(g.id, everything, common.Address{})) {
			t.Error("sent to nobody")
		}
		c.do(a, nil, g.packTokens(a))
		if got := k.held(a.addr); got.Int64() != 1_000_000 {
			t.Errorf("%v", got)
		}
	}
	if got := k.read("votes", sponsor.addr)[0].(*big.Int); got.Int64() != 1_000_000 {
		t.Errorf("%v votes", got)
	}
}
