package contract_test

import (
	_ "embed"
	"math/big"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/test/race"
)

// contracts/test/WeirdToken.sol, compiled by contracts/build.mjs.
//
//go:embed testdata/WeirdToken.hex
var weirdCode string

//go:embed testdata/WeirdToken.abi
var weirdABI string

// contracts/test/UsualToken.sol, compiled by contracts/build.mjs.
//
//go:embed testdata/UsualToken.hex
var usualCode string

//go:embed testdata/UsualToken.abi
var usualABI string

// knob is what of a WeirdToken can be turned, in its order.
type knob uint8

const (
	ofKind knob = iota
	onTransfer
	onTransferFrom
	onBalance
	lieBy
	floodSize
	feeTo
	feeFrom
	flatTo
	flatFrom
	burnUp
	reflect
	rounding
	walletCap
	partly
	most
	least
	paused
	noSelf
	noNull
	noContracts
	cooldown
	notify
	hookAt
	hookGas
	ledger
	strictApprove
	unlimited
	maxIsAll
)

// Kinds of token, answers to a transfer and to balanceOf, in WeirdToken's order.
const (
	erc20 int64 = iota
	erc721
	kitty
	erc1155
	noTransfer
	noBalance
	silent
)

const (
	says int64 = iota
	saysNothing
	falseThoughMoved
	falseOnFailure
	fails
	saysTwo
	overflows
	failsLoudly
	burnsGas
	trueUnmoved
	falseUnmoved
)

const (
	honest int64 = iota
	cannotSay
	plus
	percent
	huge
	percentToContracts
	saysByBurning
	saysLoudly
	saysEmpty
	fickle
)

// knobs are settings of a WeirdToken.
type knobs map[knob]int64

// weird is a WeirdToken, of which every actor has a million and has approved all to
// the market.
type weird struct{ *token }

func parsed(t testing.TB, text string) abi.ABI {
	t.Helper()
	a, err := abi.JSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func newWeird(c *chain) *weird {
	c.t.Helper()
	k := &weird{&token{c, parsed(c.t, weirdABI), c.deploy(common.FromHex(strings.TrimSpace(weirdCode)))}}
	k.endow()
	return k
}

// endow gives every actor of a game its million.
func (k *weird) endow() {
	k.t.Helper()
	for _, a := range k.actors[1:13] {
		k.call(a, "mint", a.addr, wei(1_000_000))
		k.call(a, "approve", k.market, everything)
	}
}

func (k *weird) turn(settings knobs) {
	k.t.Helper()
	for n, v := range settings {
		k.call(k.actors[0], "set", uint8(n), wei(v))
	}
}

// real is what an account has, whatever balanceOf says.
func (k *weird) real(of common.Address) *big.Int {
	k.t.Helper()
	return k.read("real", of)[0].(*big.Int)
}

// party is a game of a strange token and what is outstanding of its reward's credits.
type party struct {
	*game
	sponsor, winner *actor
	gave            []int64 // organiser and sponsor
	outstanding     *big.Int
}

// fair is a token's own challenges, a bystander's in the same token and one in ether,
// all at the same time.
type fair struct {
	*chain
	*weird
	won, lost, other, inEther *party
	elsewhere                 *actor // where blocked accounts have their money sent
	row                       oddity
}

// oddity is a behaviour and what is to be expected of it.
type oddity struct {
	name        string
	early, late knobs                        // at the deposit, and from the commits on
	before      func(*weird)                 // what else happens before it,
	then        func(*fair)                  // and after it
	refused     string                       // createChallenge's error, if it is refused
	counts      func(x int64) int64          // what of a deposit arrives; nil: all
	leaves      func(x int64) int64          // of a vault that sends x; nil: x
	arrives     func(x int64) int64          // of it; nil: x
	tells       func(real *big.Int) *big.Int // what balanceOf says; nil: the truth
	stuck       bool                         // nothing can be withdrawn, until the cure
	cure        knobs
	cured       func(*fair)
	take        func(*fair, *party, *actor) // how its owner takes the credit; nil: all at once
	keeps       int64                       // how many units may remain in a vault: what rounding leaves
	rounds      int64                       // by how many units a transfer may be off
	whole       bool                        // the whole credit cannot be taken at once, a part could
	loose       bool                        // what arrives depends on everybody's: only bounds are checked
}

// part is the share of x that stands in hundredths of a per cent.
func part(x, bps int64) int64 { return x * bps / 10_000 }

var weirdRows = []oddity{
	{name: "plain"},

	// answers
	{name: "no return values", early: knobs{onTransfer: saysNothing, onTransferFrom: saysNothing}},
	{name: "transfer answers, transferFrom does not", early: knobs{onTransferFrom: saysNothing}},
	{name: "transferFrom answers, transfer does not", early: knobs{onTransfer: saysNothing}},
	{name: "false though it moved", early: knobs{onTransfer: falseThoughMoved, onTransferFrom: falseThoughMoved}, refused: "SafeERC20FailedOperation"},
	{name: "false from transfer only", early: knobs{onTransfer: falseThoughMoved}, refused: "SafeERC20FailedOperation"},
	{name: "false though it moved, later", late: knobs{onTransfer: falseThoughMoved}, stuck: true, cure: knobs{onTransfer: says}},
	{name: "false on failure", early: knobs{onTransfer: falseOnFailure, onTransferFrom: falseOnFailure}},
	{name: "false, nothing moved", late: knobs{onTransfer: falseUnmoved}, stuck: true, cure: knobs{onTransfer: says}},
	{name: "true, nothing moved, at the deposit", early: knobs{onTransferFrom: trueUnmoved}, refused: panicked(0x11)},
	{name: "true, nothing moved, later", late: knobs{onTransfer: trueUnmoved}, stuck: true, cure: knobs{onTransfer: says}},
	{name: "reverts always, later", late: knobs{onTransfer: fails, onTransferFrom: fails, onBalance: cannotSay}, stuck: true, cure: knobs{onTransfer: says, onBalance: honest}},
	{name: "reverts at the deposit", early: knobs{onTransferFrom: fails}, refused: `Error("no")`},
	{name: "answers two", late: knobs{onTransfer: saysTwo}, stuck: true, cure: knobs{onTransfer: says}},
	{name: "burns all gas, later", late: knobs{onTransfer: burnsGas, onTransferFrom: burnsGas, onBalance: saysByBurning}, stuck: true, cure: knobs{onTransfer: says, onBalance: honest}},
	{name: "burns all gas at the deposit", early: knobs{onTransferFrom: burnsGas}, refused: "execution reverted"},
	{name: "floods on success", early: knobs{onTransfer: overflows, onTransferFrom: overflows, floodSize: 300_000}},
	{name: "floods on revert", early: knobs{floodSize: 300_000}, late: knobs{onTransfer: failsLoudly}, stuck: true, cure: knobs{onTransfer: says}},
	{name: "balanceOf floods", early: knobs{onBalance: saysLoudly, floodSize: 300_000}},

	// fees
	{name: "fee of the receiver", early: knobs{feeTo: 137}, counts: func(x int64) int64 { return x - part(x, 137) }, arrives: func(x int64) int64 { return x - part(x, 137) }},
	{name: "fee switched on later", late: knobs{feeTo: 2500}, arrives: func(x int64) int64 { return x - part(x, 2500) }},
	{name: "flat fee of the receiver", late: knobs{flatTo: 7}, arrives: func(x int64) int64 { return x - 7 }},
	{name: "flat fee at the deposit", early: knobs{flatTo: 7}, refused: panicked(0x11)},
	{name: "fee of 100 % at the deposit", early: knobs{feeTo: 10_000}, refused: panicked(0x11)},
	{name: "fee of 100 % later", late: knobs{feeTo: 10_000}, stuck: true, cure: knobs{feeTo: 0}},
	{name: "deflationary, rounds its fee up", early: knobs{burnUp: 1}, // the trial with one unit costs one, too
		counts: func(x int64) int64 { return x - (x+99)/100 - 1 }, arrives: func(x int64) int64 { return x - (x+99)/100 }},
	{name: "fee of the sender at the deposit", early: knobs{feeFrom: 137}, cure: knobs{feeFrom: 0}, take: takeOnTop,
		leaves: func(x int64) int64 { return x + part(x, 137) }},
	{name: "fee of the sender later", late: knobs{feeFrom: 1000}, take: takeOnTop, leaves: func(x int64) int64 { return x + part(x, 1000) }},
	{name: "flat fee of the sender later", late: knobs{flatFrom: 13}, take: takeOnTop, leaves: func(x int64) int64 { return x + 13 }, keeps: 1},
	{name: "reflects fees to all holders", late: knobs{feeTo: 500, reflect: 1}, loose: true, keeps: 3},

	// balances that move by themselves
	{name: "rebases down", then: regrow(90), rounds: 1, keeps: 3},
	{name: "rebases up", then: regrow(125), rounds: 1, keeps: 3},
	{name: "rebases to almost nothing", then: func(f *fair) { f.call(f.actors[0], "rebase", wei(1e15)) }, rounds: 1, keeps: 3},
	{name: "rounds down by a unit", early: knobs{rounding: 0}, then: func(f *fair) { f.call(f.actors[0], "rebase", wei(1_137_000_000_000_000_011)) }, rounds: 2, keeps: 6},
	{name: "rounds to the nearest", early: knobs{rounding: 1}, then: func(f *fair) { f.call(f.actors[0], "rebase", wei(1_337_000_000_000_000_011)) }, rounds: 1, take: takeAllBut, keeps: 6},
	{name: "rounds up", early: knobs{rounding: 2}, then: func(f *fair) { f.call(f.actors[0], "rebase", wei(1_337_000_000_000_000_011)) }, rounds: 1, take: takeAllBut, keeps: 6},
	{name: "pays to the vault unasked", then: func(f *fair) { f.call(f.actors[0], "mint", f.won.vault(), wei(577)) }, keeps: 3},
	{name: "takes from a vault", then: func(f *fair) {
		f.call(f.actors[0], "seize", f.won.vault(), wei(1000))
		f.call(f.actors[0], "seize", f.lost.vault(), wei(1))
	}, keeps: 3},

	// refusals
	{name: "paused", late: knobs{paused: 1}, stuck: true, cure: knobs{paused: 0}},
	{name: "paused at the deposit", early: knobs{paused: 1}, refused: `Error("paused")`},
	{name: "blocks the winner", then: block(true), take: takeElsewhere},
	{name: "blocks the vaults", then: func(f *fair) { f.blockVaults(true) }, stuck: true, cured: func(f *fair) { f.blockVaults(false) }},
	{name: "blocks the market", then: func(f *fair) { f.call(f.actors[0], "setBlocked", f.market, true) }},
	{name: "no wallet holds more", late: knobs{walletCap: 1_000_100}, take: takeInParts, keeps: 3},
	{name: "no wallet holds more, and it moves a part", late: knobs{walletCap: 1_002_000, partly: 1}, take: takePartly, loose: true, keeps: 3},
	{name: "no more than so much at once", late: knobs{most: 450}, take: takeInParts, keeps: 3},
	{name: "no less than so much at the deposit", early: knobs{least: 100}, refused: `Error("too little")`},
	{name: "no less than so much later", late: knobs{least: 100}},
	{name: "nothing reverts", early: knobs{least: 1}},
	{name: "refuses transfers to itself", early: knobs{noSelf: 1}, refused: `Error("to itself")`},
	{name: "refuses transfers to itself later", late: knobs{noSelf: 1}},
	{name: "refuses transfers to nobody", early: knobs{noNull: 1}},
	{name: "refuses contracts at the deposit", early: knobs{noContracts: 1}, refused: `Error("to a contract")`},
	{name: "refuses contracts later", late: knobs{noContracts: 1}},
	{name: "cools down at the deposit", early: knobs{cooldown: 1}, refused: `Error("cooldown")`},
	{name: "cools down later", late: knobs{cooldown: 1}},
	{name: "approves from zero only", early: knobs{strictApprove: 1}},
	{name: "unlimited allowance", early: knobs{unlimited: 1}},
	{name: "moves all that there is for the largest number", early: knobs{maxIsAll: 1}},

	// balanceOf
	{name: "balanceOf reverts later", late: knobs{onBalance: cannotSay}, stuck: true, cure: knobs{onBalance: honest}},
	{name: "balanceOf burns all gas later", late: knobs{onBalance: saysByBurning}, stuck: true, cure: knobs{onBalance: honest}},
	{name: "balanceOf answers nothing", early: knobs{onBalance: saysEmpty}, refused: "execution reverted"},
	{name: "balanceOf answers nothing later", late: knobs{onBalance: saysEmpty}, stuck: true, cure: knobs{onBalance: honest}},
	{name: "balanceOf always says the most", early: knobs{onBalance: huge}, refused: "TransferFailed"},
	{name: "balanceOf always says the most, later", late: knobs{onBalance: huge}, stuck: true, cure: knobs{onBalance: honest}},
	{name: "balanceOf says more", late: knobs{onBalance: plus, lieBy: 50_000}, stuck: true, whole: true, cure: knobs{onBalance: honest}},
	{name: "balanceOf says half", late: knobs{onBalance: percent, lieBy: 50}, loose: true, cure: knobs{onBalance: honest}, keeps: 9000},
	{name: "balanceOf says ten times as much", late: knobs{onBalance: percent, lieBy: 1000}, stuck: true, whole: true, cure: knobs{onBalance: honest}},
	{name: "balanceOf says other things to contracts", late: knobs{onBalance: percentToContracts, lieBy: 30}, loose: true, cure: knobs{onBalance: honest}, keeps: 9000},

	// what is no token
	{name: "ERC-721", early: knobs{ofKind: erc721}, before: ownOne, refused: "execution reverted"},
	{name: "ERC-721 that has transfer", early: knobs{ofKind: kitty}, before: ownOne, refused: `Error("not yours")`},
	{name: "ERC-1155", early: knobs{ofKind: erc1155}, refused: "execution reverted"},
	{name: "no transfer", early: knobs{ofKind: noTransfer}, refused: "execution reverted"},
	{name: "no balanceOf", early: knobs{ofKind: noBalance}, refused: "execution reverted"},
	{name: "a fallback that is silent", early: knobs{ofKind: silent}, refused: "execution reverted"},
	{name: "becomes silent later", late: knobs{ofKind: silent}, stuck: true, cure: knobs{ofKind: erc20}},
	{name: "loses transfer later", late: knobs{ofKind: noTransfer}, stuck: true, cure: knobs{ofKind: erc20}},
}

func panicked(code byte) string {
	return "0x4e487b71" + strings.Repeat("00", 31) + string("0123456789abcdef"[code>>4]) + string("0123456789abcdef"[code&15])
}

// ownOne gives the organiser the one of its kind that the reward's number names.
func ownOne(k *weird) { k.call(k.actors[0], "mintOne", k.actors[1].addr, wei(5003)) }

func regrow(percent int64) func(*fair) {
	return func(f *fair) { f.call(f.actors[0], "grow", wei(percent)) }
}

func block(is bool) func(*fair) {
	return func(f *fair) {
		f.call(f.actors[0], "setBlocked", f.won.winner.addr, is)
		f.call(f.actors[0], "setBlocked", f.lost.owner.addr, is)
	}
}

func (f *fair) blockVaults(is bool) {
	for _, p := range f.inToken() {
		f.call(f.actors[0], "setBlocked", p.vault(), is)
	}
}

func (f *fair) inToken() []*party { return []*party{f.won, f.lost, f.other} }

// newFair opens and funds all challenges; false if the token is refused.
func newFair(c *chain, k *weird, row oddity) (*fair, bool) {
	c.t.Helper()
	f := &fair{chain: c, weird: k, row: row, elsewhere: c.actors[12]}
	k.turn(row.early)
	if row.before != nil {
		row.before(k)
	}
	part := func(first int, gave ...int64) *party {
		g := newGame(c, 1)
		g.owner = c.actors[first]
		g.terms.Token, g.terms.DrawDelay = k.addr, 40
		return &party{game: g, sponsor: c.actors[first+1], winner: c.actors[first+2], gave: gave}
	}
	f.won, f.lost, f.other, f.inEther = part(1, 5003, 709), part(4, 3001, 411), part(7, 4001, 211), part(10, 600, 77)
	f.inEther.terms.Token, f.inEther.winner = inEther, c.actors[0]
	if row.refused != "" {
		f.won.id = c.count()
		held := k.real(f.won.owner.addr)
		c.refuseToken(row.refused, f.won.owner, f.won.terms.OrganiserBond, c.abi.PackCreateChallenge(f.won.terms, wei(5003)))
		if got := k.real(f.won.owner.addr); got.Cmp(held) != 0 {
			c.t.Errorf("a refused deposit cost %v", minus(held, got))
		}
		return f, false
	}

	for _, p := range append(f.inToken(), f.inEther) {
		counts := new(big.Int) // what all of a party's deposits come to
		p.open(p.gave[0])
		var value *big.Int
		if p == f.inEther {
			value = wei(p.gave[1])
		}
		c.do(p.sponsor, value, p.packFund(wei(p.gave[1])))
		for _, x := range p.gave {
			if row.counts != nil && p != f.inEther {
				x = row.counts(x)
			}
			counts.Add(counts, wei(x))
		}
		if got := c.challenge(p.id).Reward; got.Cmp(counts) != 0 {
			c.t.Fatalf("a reward of %v, want %v", got, counts)
		}
		p.outstanding = counts
	}
	return f, true
}

// refuseToken is refuse with the errors of tokens in words.
func (c *chain) refuseToken(want string, from *actor, value *big.Int, data []byte) {
	c.t.Helper()
	got := c.why(from, value, data)
	if e, err := abi.UnpackRevert(common.FromHex(got)); err == nil && !strings.HasPrefix(e, "panic") && strings.HasPrefix(got, "0x08c379a0") {
		got = `Error("` + e + `")`
	}
	got = strings.TrimPrefix(got, "*contract.Market")
	if got != want && !(want == "execution reverted" && strings.HasPrefix(got, want)) {
		c.t.Errorf("reverted with %q, want %q", got, want)
	}
	if c.try(from, value, data) {
		c.t.Errorf("succeeded, want %s", want)
	}
}

// usualGas is what the calls that owe nothing to a token cost with a plain one.
var (
	usualGas     = map[string]uint64{}
	usualGasOnce sync.Mutex
)

// costs books or compares the gas of the last call: of a call that never asks the
// token it is the same whatever the token does.
func (f *fair) costs(name string) {
	f.t.Helper()
	usualGasOnce.Lock()
	defer usualGasOnce.Unlock()
	if want, known := usualGas[name]; !known {
		usualGas[name] = f.gas
	} else if f.gas != want {
		f.t.Errorf("%s costs %d gas, with a plain token %d", name, f.gas, want)
	}
}

// play plays all challenges to their ends, and settles all in ether.
func (f *fair) play() {
	f.t.Helper()
	c := f.chain
	start := map[*actor]*big.Int{}
	for _, a := range c.actors[:13] {
		start[a] = sum(c.worth(a), wei(0))
	}
	played := []*party{f.won, f.other, f.inEther}
	for _, p := range []*party{f.won, f.lost, f.other, f.inEther} {
		p.drawNow()
	}
	best := marshal(c.t, f.won.truth)
	for _, p := range played {
		p.commitTo(p.winner, best)
	}
	f.turn(f.row.late)
	if f.row.then != nil {
		f.row.then(f)
	}
	last := f.inEther
	last.endCommits()
	for _, p := range played {
		p.revealAll()
	}
	for _, p := range played {
		p.claimOf(p.winner, 0, p.right(p.truth))
	}
	last.expire()
	for _, p := range played {
		p.prove(&player{actor: p.winner, bytes: best})
		p.finalize()
		f.costs("finalize " + p.id.String())
		p.closedAs(won)
		p.settleBond(0)
		f.costs("claimBond " + p.id.String())
	}
	f.lost.finalize()
	f.costs("finalize without a winner")
	f.lost.closedAs(noWinner)
	for _, a := range []*actor{f.lost.owner, f.lost.sponsor} {
		f.lost.refund(a)
		f.costs("refund " + a.addr.String())
	}
	for _, p := range []*party{f.won, f.lost, f.other, f.inEther} {
		for _, a := range []*actor{p.owner, p.winner} {
			if c.credit(a.addr).Sign() > 0 {
				f.won.withdraw(a)
			}
		}
	}
	c.empty()
	if b := c.burned(); b.Sign() != 0 {
		c.t.Errorf("%v wei burned", b)
	}
	for _, a := range c.actors[:13] {
		want := new(big.Int)
		if a == f.inEther.winner {
			want.Add(want, f.inEther.outstanding)
		}
		for _, p := range []*party{f.won, f.lost, f.other, f.inEther} {
			if p.owner == a {
				want.Add(want, p.terms.OrganiserBond)
			}
		}
		if got := minus(c.worth(a), start[a]); got.Cmp(want) != 0 {
			c.t.Errorf("actor %d has gained %v wei, want %v", slices.Index(c.actors, a), got, want)
		}
	}
}

// credits are who has credit in a challenge.
func (f *fair) creditors(p *party) []*actor {
	if p == f.lost {
		return []*actor{p.owner, p.sponsor}
	}
	return []*actor{p.winner}
}

func least128(x *big.Int) *big.Int {
	if most := minus(everything, wei(1)); x.Cmp(most) > 0 {
		return most
	}
	return x
}

// draws withdraws from a credit and checks all that follows, to the unit.
func (f *fair) draws(p *party, who *actor, amount *big.Int, to common.Address) {
	f.t.Helper()
	row := f.row
	credit, vault, there := p.tokenCredit(who.addr), f.real(p.vault()), f.real(to)
	amount = minOf(amount, credit)
	held := vault
	if row.tells != nil {
		held = row.tells(held)
	}
	share := new(big.Int).Div(new(big.Int).Mul(amount, least128(held)), p.outstanding)
	f.do(who, nil, p.abi.PackWithdrawToken(p.id, amount, to))
	left, arrived := minus(vault, f.real(p.vault())), minus(f.real(to), there)
	shrunk := minus(credit, p.tokenCredit(who.addr))
	p.outstanding = minus(p.outstanding, shrunk)
	if arrived.Sign() <= 0 || left.Sign() <= 0 || shrunk.Sign() <= 0 {
		f.t.Fatalf("%v left, %v arrived, the credit shrank by %v", left, arrived, shrunk)
	}
	if row.loose {
		return
	}
	wantLeft, wantArrived := share.Int64(), share.Int64()
	if row.leaves != nil {
		wantLeft = row.leaves(wantLeft)
	}
	if row.arrives != nil {
		wantArrived = row.arrives(wantArrived)
	}
	if !within(left, wantLeft, row.rounds) || !within(arrived, wantArrived, row.rounds) {
		f.t.Errorf("%v left and %v arrived, want %d and %d", left, arrived, wantLeft, wantArrived)
	}
	want := new(big.Int).Mul(amount, left)
	want.Add(want, share).Sub(want, wei(1)).Div(want, share)
	if !within(shrunk, want.Int64(), row.rounds) {
		f.t.Errorf("the credit shrank by %v, want %v", shrunk, want)
	}
}

func within(x *big.Int, want, by int64) bool { return x.Int64() >= want-by && x.Int64() <= want+by }

func minOf(a, b *big.Int) *big.Int {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

// cannot checks that a withdrawal is refused and changes nothing.
func (f *fair) cannot(p *party, who *actor, amount *big.Int, to common.Address) {
	f.t.Helper()
	credit, vault, there := p.tokenCredit(who.addr), f.real(p.vault()), f.real(to)
	if f.try(who, nil, p.abi.PackWithdrawToken(p.id, amount, to)) {
		f.t.Errorf("a withdrawal of %v succeeded", amount)
	}
	if p.tokenCredit(who.addr).Cmp(credit) != 0 || f.real(p.vault()).Cmp(vault) != 0 || f.real(to).Cmp(there) != 0 {
		f.t.Error("a refused withdrawal has changed something")
	}
}

// takeAll takes all at once.
func takeAll(f *fair, p *party, who *actor) { f.draws(p, who, everything, who.addr) }

// takeOnTop: what a token asks of the sender falls on who withdraws.
func takeOnTop(f *fair, p *party, who *actor) {
	credit := p.tokenCredit(who.addr)
	onlyOne := credit.Cmp(p.outstanding) == 0
	f.cannot(p, who, everything, who.addr)
	// the most that the credit suffices for
	for amount := credit.Int64(); amount > 0; amount-- {
		share := new(big.Int).Div(new(big.Int).Mul(wei(amount), f.real(p.vault())), p.outstanding).Int64()
		if share > 0 && (amount*f.row.leaves(share)+share-1)/share <= credit.Int64() {
			f.draws(p, who, wei(amount), who.addr)
			break
		}
	}
	if left := p.tokenCredit(who.addr); left.Int64() > 1 && !onlyOne {
		f.t.Errorf("a credit of %v remains", left)
	}
}

// takeElsewhere has it sent to another account.
func takeElsewhere(f *fair, p *party, who *actor) {
	if f.read("blocked", who.addr)[0].(bool) {
		f.cannot(p, who, everything, who.addr)
		f.draws(p, who, everything, f.elsewhere.addr)
		return
	}
	takeAll(f, p, who)
}

// takeInParts sends what a wallet may hold or a transfer move to several accounts.
func takeInParts(f *fair, p *party, who *actor) {
	if f.why(who, nil, p.packTokens(who)) == "" {
		takeAll(f, p, who)
		return
	}
	f.cannot(p, who, everything, who.addr)
	for i := byte(1); p.tokenCredit(who.addr).Sign() > 0; i++ {
		f.draws(p, who, wei(450), common.Address{19: i, 18: byte(p.id.Int64() + 1), 0: who.addr[0]})
	}
}

// takePartly: what did not move remains as credit.
func takePartly(f *fair, p *party, who *actor) {
	f.draws(p, who, everything, who.addr)
	for i := byte(1); p.tokenCredit(who.addr).Sign() > 0 && i < 9; i++ {
		f.draws(p, who, everything, common.Address{19: i, 18: byte(p.id.Int64() + 1), 0: who.addr[0]})
	}
}

// takeAllBut takes all, or one unit less where the token rounds against the sender.
func takeAllBut(f *fair, p *party, who *actor) {
	if f.why(who, nil, p.packTokens(who)) == "" {
		f.draws(p, who, everything, who.addr)
		return
	}
	f.draws(p, who, minus(p.tokenCredit(who.addr), wei(1)), who.addr)
}

// payOut pays everybody's tokens, the bystander's last.
func (f *fair) payOut() {
	f.t.Helper()
	row := f.row
	if row.stuck {
		for _, p := range f.inToken() {
			for _, a := range f.creditors(p) {
				f.cannot(p, a, everything, a.addr)
				if !row.whole {
					f.cannot(p, a, wei(7), f.elsewhere.addr)
				}
			}
		}
	}
	if row.stuck || row.take == nil && !row.loose {
		f.turn(row.cure)
	}
	if row.cured != nil {
		row.cured(f)
	}
	bystander := f.real(f.other.vault())
	take := row.take
	if take == nil {
		take = takeAll
	}
	for _, p := range f.inToken() {
		if p == f.other {
			now := f.real(p.vault())
			if less := now.Cmp(bystander) < 0; less || !row.loose && now.Cmp(bystander) != 0 {
				f.t.Errorf("a bystander's vault went from %v to %v", bystander, now)
			}
		}
		for _, a := range f.creditors(p) {
			take(f, p, a)
		}
		if left := f.real(p.vault()); left.Int64() > row.keeps && row.leaves == nil {
			f.t.Errorf("%v remain in the vault of %v, a credit of %v", left, p.id, p.tokenCredit(f.creditors(p)[0].addr))
		}
	}
}

// Whatever a token does, it does to those who play for it, each by their share:
// ether and other challenges in the same token are exact, and a credit is paid or
// stays.
func TestWeirdTokens(t *testing.T) {
	if race.Enabled {
		t.Skip("one goroutine calls the contract: the race detector has nothing to find here, and takes minutes")
	}
	for _, row := range weirdRows {
		t.Run(row.name, func(t *testing.T) {
			c, _ := newStillChain(t)
			f, ok := newFair(c, newWeird(c), row)
			if !ok {
				return
			}
			f.play()
			f.payOut()
		})
	}
}
