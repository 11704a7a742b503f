package contract_test

import (
	_ "embed"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
)

// contracts/test/TestToken.sol, compiled by contracts/build.mjs.
//
//go:embed testdata/TestToken.hex
var tokenCode string

//go:embed testdata/TestToken.abi
var tokenABI string

// What the token answers to a transfer.
const (
	answersTrue uint8 = iota
	answersNothing
	answersFalse
	reverts
	answersTwo
	floods
)

// token is an ERC-20 that can be told to misbehave.
type token struct {
	*chain
	abi  abi.ABI
	addr common.Address
}

// newToken deploys a token of which every actor has a million and has approved
// all to the market.
func newToken(c *chain) *token {
	c.t.Helper()
	parsed, err := abi.JSON(strings.NewReader(tokenABI))
	if err != nil {
		c.t.Fatal(err)
	}
	k := &token{c, parsed, c.deploy(common.FromHex(strings.TrimSpace(tokenCode)))}
	for _, a := range c.actors[:8] {
		k.call(a, "mint", a.addr, wei(1_000_000))
		k.call(a, "approve", c.market, wei(1_000_000))
	}
	return k
}

func (k *token) pack(method string, args ...any) []byte {
	k.t.Helper()
	data, err := k.abi.Pack(method, args...)
	if err != nil {
		k.t.Fatal(err)
	}
	return data
}

func (k *token) call(from *actor, method string, args ...any) {
	k.t.Helper()
	if !k.transact(from, &k.addr, nil, k.pack(method, args...)) {
		k.t.Fatalf("token: %s failed", method)
	}
}

func (k *token) behave(answer uint8, fee int64, target common.Address, hook []byte) {
	k.t.Helper()
	k.call(k.actors[0], "behave", answer, wei(fee), target, hook)
}

func (k *token) read(method string, args ...any) []any {
	k.t.Helper()
	out, err := k.client.CallContract(k.t.Context(), ethereum.CallMsg{To: &k.addr, Data: k.pack(method, args...)}, nil)
	if err != nil {
		k.t.Fatal(err)
	}
	values, err := k.abi.Unpack(method, out)
	if err != nil {
		k.t.Fatal(err)
	}
	return values
}

func (k *token) held(by common.Address) *big.Int {
	k.t.Helper()
	return k.read("balanceOf", by)[0].(*big.Int)
}

// sponsored is a challenge for a reward in a token: the owner's and a sponsor's.
func sponsored(t *testing.T) (g *game, k *token, sponsor *actor) {
	c := newChain(t)
	k = newToken(c)
	g = newGame(c, 1)
	g.owner, sponsor = c.actors[1], c.actors[2]
	g.terms.Token, g.terms.DrawDelay = k.addr, 80
	g.id = g.count()
	g.do(g.owner, g.terms.OrganiserBond, g.abi.PackCreateChallenge(g.terms, wei(5000)))
	return g, k, sponsor
}

// A reward in a token is paid in the token, the bonds in ether.
func TestRewardInAToken(t *testing.T) {
	g, k, sponsor := sponsored(t)
	c := g.chain
	c.refuse("WrongValue 0", sponsor, wei(1), g.packFund(wei(700)))
	c.do(sponsor, nil, g.packFund(wei(700)))
	if got := c.challenge(g.id).Reward; got.Int64() != 5700 {
		t.Fatalf("reward %v", got)
	}
	winner, start := c.actors[3], c.worth(c.actors[3])
	g.drawNow()
	best := marshal(t, g.truth)
	g.commitTo(winner, best)
	g.endCommits()
	g.revealAll()
	g.claimOf(winner, 0, g.right(g.truth))
	g.expire()
	g.revealModel(winner, 0, best)
	g.evaluateAll(0, best)
	g.finalize()
	g.closedAs(won)
	g.settleBond(0)
	c.do(winner, nil, g.packTokens(winner))
	c.do(winner, nil, c.abi.PackWithdraw(winner.addr, everything))
	c.do(g.owner, nil, c.abi.PackWithdraw(g.owner.addr, everything))
	if got := k.held(winner.addr); got.Int64() != 1_005_700 {
		t.Errorf("the winner holds %v", got)
	}
	g.gained(winner, start, wei(0))
	g.empty()
	if left := k.held(g.vault()); left.Sign() != 0 {
		t.Errorf("%v tokens remain", left)
	}
	c.refuse("NothingToDo", winner, nil, g.packTokens(winner))
}

// Without a winner everybody gets back what they gave, in the token.
func TestTokensAreRefunded(t *testing.T) {
	g, k, sponsor := sponsored(t)
	c := g.chain
	k.behave(answersNothing, 0, common.Address{}, nil) // as some tokens do
	c.do(sponsor, nil, g.packFund(wei(700)))
	g.drawNow()
	g.expire()
	g.finalize()
	g.closedAs(noWinner)
	for _, a := range []*actor{g.owner, sponsor} {
		g.refund(a)
		c.do(a, nil, g.packTokens(a))
		if got := k.held(a.addr); got.Int64() != 1_000_000 {
			t.Errorf("a sponsor holds %v", got)
		}
	}
}

// What a token keeps for itself is no part of the reward: the market never
// promises more than it has.
func TestFeeOnTransfer(t *testing.T) {
	g, k, sponsor := sponsored(t)
	c := g.chain
	k.behave(answersTrue, 10, common.Address{}, nil)
	c.do(sponsor, nil, g.packFund(wei(1000)))
	if got := c.challenge(g.id).Reward; got.Int64() != 5900 || k.held(g.vault()).Cmp(got) != 0 {
		t.Fatalf("reward %v, the vault holds %v", got, k.held(g.vault()))
	}
	k.behave(answersTrue, 100, common.Address{}, nil) // keeps it all
	c.refuse("TransferFailed", sponsor, nil, g.packFund(wei(1000)))
	c.do(g.owner, nil, c.abi.PackCancel(g.id))
	k.behave(answersTrue, 10, common.Address{}, nil)
	for _, a := range []*actor{g.owner, sponsor} {
		g.refund(a)
		c.do(a, nil, g.packTokens(a))
	}
	if left := k.held(g.vault()); left.Sign() != 0 {
		t.Errorf("%v tokens remain", left)
	}
	if got := k.held(sponsor.addr); got.Int64() != 999_000+900-90 {
		t.Errorf("the sponsor holds %v", got)
	}
}

// A token that says false, nothing sensible, or reverts moves nothing and locks
// nothing but itself: ether goes on flowing.
func TestTokensThatRefuse(t *testing.T) {
	g, k, sponsor := sponsored(t)
	c := g.chain
	for name, answer := range map[string]uint8{"false": answersFalse, "two": answersTwo, "a revert": reverts} {
		k.behave(answer, 0, common.Address{}, nil)
		if why := c.why(sponsor, nil, g.packFund(wei(10))); why == "" {
			t.Errorf("%s: fund gives %q", name, why)
		}
	}
	c.do(g.owner, nil, c.abi.PackCancel(g.id))
	g.refund(g.owner)
	k.behave(reverts, 0, common.Address{}, nil)
	if c.try(g.owner, nil, g.packTokens(g.owner)) {
		t.Error("a withdrawal succeeded though the token refuses")
	}
	c.do(g.owner, nil, c.abi.PackWithdraw(g.owner.addr, everything)) // the bond
	if got := g.tokenCredit(g.owner.addr); got.Int64() != 5000 {
		t.Errorf("a refused withdrawal left a credit of %v", got)
	}
	k.behave(floods, 0, common.Address{}, nil)
	c.do(g.owner, nil, g.packTokens(g.owner)) // a long answer costs, but harms nothing
	if got := k.held(g.owner.addr); got.Int64() != 1_000_000 {
		t.Errorf("the owner holds %v", got)
	}
	bad := g.terms
	bad.Token = c.actors[5].addr
	c.refuse("BadTerms token", g.owner, g.terms.OrganiserBond, c.abi.PackCreateChallenge(bad, wei(5)))
	bad.Token = c.evaluator // code, but no token
	c.refuse("execution reverted", g.owner, g.terms.OrganiserBond, c.abi.PackCreateChallenge(bad, wei(5)))
}

// A token that calls back in the middle of a transfer cannot have the same money
// counted twice, nor take anything out twice.
func TestTokensThatCallBack(t *testing.T) {
	g, k, sponsor := sponsored(t)
	c := g.chain
	h := newGame(c, 2)
	h.owner, h.id = g.owner, c.count()
	h.terms.Token, h.terms.DrawDelay = k.addr, 80
	c.do(h.owner, h.terms.OrganiserBond, c.abi.PackCreateChallenge(h.terms, wei(3000)))
	k.call(sponsor, "mint", k.addr, wei(1000))
	k.call(sponsor, "approveOwn", c.market, wei(1000))
	reentered := func(name string, from *actor, value *big.Int, hook, call []byte) {
		t.Helper()
		k.behave(answersTrue, 0, c.market, hook)
		c.do(from, value, call)
		if k.read("hookOK")[0].(bool) {
			t.Errorf("%s: the market let the token in", name)
		} else if why := c.errorName(k.read("hookSaid")[0].([]byte)); why != "Reentered" {
			t.Errorf("%s: %s", name, why)
		}
	}
	reentered("fund in fund", sponsor, nil, h.packFund(wei(1000)), g.packFund(wei(1000)))
	reentered("withdraw in fund", sponsor, nil, h.packTokens(sponsor), g.packFund(wei(10)))
	third := c.count()
	reentered("fund in create", g.owner, g.terms.OrganiserBond, h.packFund(wei(500)), c.abi.PackCreateChallenge(g.terms, wei(100)))
	if got := c.challenge(third).Reward; got.Int64() != 100 {
		t.Errorf("reward %v", got)
	}
	c.do(g.owner, nil, c.abi.PackCancel(g.id))
	g.refund(g.owner)
	g.refund(sponsor)
	reentered("withdraw in withdraw", g.owner, nil, g.packTokens(g.owner), g.packTokens(g.owner))
	c.do(sponsor, nil, g.packTokens(sponsor))
	if left := sum(k.held(g.vault()), k.held(h.vault())); left.Int64() != 3000 {
		t.Errorf("the vaults hold %v, of which they owe 3000", left)
	}
}
