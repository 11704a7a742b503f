package contract_test

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// asked is what the contract says a commit and a claim cost now.
func (g *game) asked() (commit, claim *big.Int) {
	g.t.Helper()
	b := view(g.chain, g.abi.PackBondsOf(g.id), g.abi.UnpackBondsOf)
	return b.ForCommit, b.ForClaim
}

// E7: who commits many models to choose among them on the revealed hold-out loses
// half of each bond that does not claim, and a bond is a fiftieth of the reward at
// least: a hundred such entries eat the whole reward.
func TestManyCommitsForOneClaimAreALoss(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	const reward, entries = 10_000_000, 20
	g.open(reward)
	g.drawNow()
	start := c.worth(c.actors[0])
	attacker := c.actors[0]
	best := marshal(t, g.truth)
	for i := range entries {
		raw := best
		if i > 0 {
			raw = marshal(t, worse(g.truth, int32(i)))
		}
		g.commitTo(attacker, raw)
	}
	g.modelHash[attacker] = model.Hash(best)
	g.endCommits()
	g.revealAll()
	g.claimOf(attacker, 0, g.right(g.truth))
	g.expire()
	g.revealModel(attacker, 0, best)
	g.evaluateAll(0, best)
	g.finalize()
	g.closedAs(won)
	for i := range entries {
		g.settleBond(int64(i))
	}
	g.withdraw(attacker)
	g.withdraw(g.owner)
	bond, _ := g.bonds()
	if least := wei(reward / 50); bond.Cmp(least) < 0 {
		t.Fatalf("a commit costs %v, less than %v", bond, least)
	}
	lost := times(new(big.Int).Rsh(bond, 1), entries-1)
	g.gained(attacker, start, minus(wei(reward), lost))
	if lost.Cmp(wei(reward/100*(entries-1))) < 0 {
		t.Errorf("%d entries for one claim cost %v of a reward of %v", entries, lost, reward)
	}
	if b := c.burned(); b.Cmp(lost) != 0 {
		t.Errorf("%v wei burned, want %v: who forfeits to the winner forfeits to themselves", b, lost)
	}
	c.empty()
}

// E10: bonds grow with what sponsors add, so that a lie always costs a share of
// what it holds up.
func TestBondsGrowWithTheReward(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.terms.CommitBond, g.terms.ClaimBond = wei(minBond), wei(minBond)
	sponsor := c.actor()
	g.open(1000)
	g.drawNow()
	early, late := c.actor(), c.actor()
	if commit, claim := g.asked(); commit.Int64() != minBond || claim.Int64() != minBond {
		t.Fatalf("a small reward asks for %v and %v", commit, claim)
	}
	c.do(early, wei(minBond), g.packCommit(commitment(g, early.addr, [32]byte{1})))
	c.do(sponsor, wei(1_000_000), g.packFund(wei(1_000_000)))
	wantCommit, wantClaim := g.bonds()
	if commit, claim := g.asked(); commit.Cmp(wantCommit) != 0 || claim.Cmp(wantClaim) != 0 || claim.Int64() != 10_010 || commit.Int64() != 32_000 {
		t.Fatalf("asks for %v and %v, want %v and %v", commit, claim, wantCommit, wantClaim)
	}
	hash := commitment(g, late.addr, model.Hash(marshal(t, g.truth)))
	for _, v := range []int64{minBond, 16_000, 31_999, 32_001, 48_000} {
		c.refuse("WrongValue 32000", late, wei(v), g.packCommit(hash))
	}
	// a sponsor who adds a little more must not make a commit on its way fail
	c.do(late, wei(64_000), g.packCommit(hash))
	if e := c.entry(g.id, 1); g.bondOf(e).Int64() != 64_000 {
		t.Errorf("the entry's bond is %v", g.bondOf(e))
	}
	g.endCommits()
	g.revealAll()
	g.modelHash[late] = model.Hash(marshal(t, g.truth))
	c.refuse("WrongValue 10010", late, wei(minBond), g.packClaim(late, 1, g.right(g.truth)))
	g.claimOf(late, 1, g.right(g.truth))
	start := c.worth(late)
	c.at(c.challenge(g.id).Deadline + uint64(g.terms.TurnWindow) + 1) // it does not reveal
	g.finalize()
	g.closedAs(noWinner)
	g.settleBond(0)
	g.settleBond(1)
	g.withdraw(late)
	g.gained(late, start, wei(64_000)) // but not the claim's
	g.withdraw(early)
	g.withdraw(g.owner)
	g.refund(sponsor)
	g.refund(g.owner)
	g.withdraw(sponsor)
	g.withdraw(g.owner)
	if b := c.burned(); b.Int64() != minBond/2+10_010 {
		t.Errorf("%v wei burned", b)
	}
	c.empty()
}

// E10, of a token: its price stands in the terms.
func TestBondsOfATokenFollowItsPrice(t *testing.T) {
	c := newChain(t)
	k := newToken(c)
	g := newGame(c, 1)
	g.owner = c.actors[1]
	g.terms.Token, g.terms.TokenPrice = k.addr, new(big.Int).Lsh(wei(1000), 64) // a thousand wei a unit
	g.open(5000)
	if commit, claim := g.asked(); claim.Int64() != 50_000 || commit.Int64() != 192_000 {
		t.Fatalf("a reward of 5 million wei asks for %v and %v", commit, claim)
	}
	g.terms.TokenPrice = new(big.Int).Sub(new(big.Int).Lsh(wei(1), 128), wei(1))
	g.open(5000) // absurd, but no overflow: nobody can enter, and all comes back
	g.drawNow()
	g.expire()
	g.finalize()
	g.refund(g.owner)
	c.do(g.owner, nil, g.packTokens(g.owner))
}

// E9: what names a challenge by its number alone is taken by another one, where the
// chain has taken blocks back and given the number to a thief.
func TestANumberAloneNamesNoChallenge(t *testing.T) {
	c := newChain(t)
	g, theirs := newGame(c, 1), newGame(c, 2)
	thief := theirs.owner
	theirs.open(1) // stands at the number that the sponsor's call was made for
	g.id = theirs.id
	sponsor, solver := c.actor(), c.actor()
	c.refuse("WrongChallenge", sponsor, ether(5), g.packFund(ether(5)))
	// nor with the same data, which the thief can copy but never open
	copied := newGame(c, 1)
	copied.owner = thief
	copied.open(1)
	c.refuse("WrongChallenge", sponsor, ether(5), c.abi.PackFund(copied.id, g.owner.addr, g.terms.DatasetHash, ether(5)))
	theirs.drawNow()
	bond, _ := theirs.bonds()
	c.refuse("WrongChallenge", solver, bond, g.packCommit([32]byte{1}))
	c.do(solver, bond, theirs.packCommit([32]byte{1}))
}

// E3: nothing that a token says can stop ether. A token's author makes the reward
// as large as numbers go, and a winner hold some of it already.
func TestAnAbsurdTokenRewardHoldsNoEther(t *testing.T) {
	c := newChain(t)
	k := newToken(c)
	g := newGame(c, 1)
	g.owner = c.actors[1]
	g.terms.Token, g.terms.DrawDelay = k.addr, 60
	huge := new(big.Int).Sub(new(big.Int).Lsh(wei(1), 256), wei(1))
	most := new(big.Int).Sub(new(big.Int).Lsh(wei(1), 128), wei(1))
	for _, a := range []*actor{c.actors[1], c.actors[2]} {
		k.call(a, "approve", c.market, huge)
	}
	k.call(g.owner, "mint", g.owner.addr, new(big.Int).Lsh(wei(1), 255))
	c.refuse("TransferFailed", g.owner, g.terms.OrganiserBond, c.abi.PackCreateChallenge(g.terms, new(big.Int).Lsh(wei(1), 255)))
	g.id = g.count()
	c.do(g.owner, g.terms.OrganiserBond, c.abi.PackCreateChallenge(g.terms, most))
	c.refuse("TransferFailed", c.actors[2], nil, g.packFund(wei(1)))
	p := &player{actor: c.actors[3], net: g.truth, bytes: marshal(t, g.truth), start: c.worth(c.actors[3])}
	g.toClaims(p)
	g.claimOf(p.actor, 0, p.right)
	g.expire()
	g.prove(p)
	k.behave(reverts, 0, common.Address{}, nil)
	g.finalize()
	g.cashIn(p)
	g.gained(p.actor, p.start, wei(0))
	c.empty()
	k.behave(answersTrue, 0, common.Address{}, nil)
	c.do(p.actor, nil, g.packTokens(p.actor))
}

// E11: one call answers for many challenges, and a word for 256 slots.
func TestViewsAnswerForMany(t *testing.T) {
	c := newChain(t)
	var ids []*big.Int
	for i := range 5 {
		g := newGame(c, uint64(i))
		g.open(int64(i))
		ids = append(ids, g.id)
	}
	all := view(c, c.abi.PackGetChallenges([]*big.Int{ids[3], ids[1], wei(99)}), c.abi.UnpackGetChallenges)
	if len(all) != 3 || all[0].Reward.Int64() != 3 || all[1].Reward.Int64() != 1 || all[2] != (contract.IMarketChallenge{Reward: all[2].Reward, AccuracyThreshold: all[2].AccuracyThreshold, Pot: all[2].Pot}) {
		t.Errorf("%+v", all)
	}
	g := newGame(c, 7)
	g.open(10)
	p := g.players(g.truth)[0]
	g.drawNow()
	g.commitTo(p.actor, p.bytes)
	g.endCommits()
	c.do(g.owner, nil, g.packReveal(g.piece(1, 3)))
	if w := view(c, c.abi.PackIsRevealed(g.id, wei(0)), c.abi.UnpackIsRevealed); w.Int64() != 0b110 {
		t.Errorf("revealed slots %b", w)
	}
}
