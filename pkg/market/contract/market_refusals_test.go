package contract_test

import (
	"bytes"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
)

// Every limit of the terms, on both of its sides.
func TestTermsLimits(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	big96 := new(big.Int).Lsh(big.NewInt(1), 96)
	type edit = func(t *contract.IMarketTerms)
	tests := []struct {
		field   string
		allowed []edit
		refused []edit
	}{
		{"evaluator", nil, []edit{
			func(t *contract.IMarketTerms) { t.Evaluator = common.Address{} },
			func(t *contract.IMarketTerms) { t.Evaluator = c.market },
		}},
		{"groups", []edit{func(t *contract.IMarketTerms) { t.Groups = 65_535 }}, []edit{
			func(t *contract.IMarketTerms) { t.Groups = 29 },
		}},
		{"holdoutGroups", []edit{func(t *contract.IMarketTerms) { t.HoldoutGroups = 15 }}, []edit{
			func(t *contract.IMarketTerms) { t.HoldoutGroups = 0 },
			func(t *contract.IMarketTerms) { t.HoldoutGroups = 16 },
			func(t *contract.IMarketTerms) { t.HoldoutGroups = math.MaxUint16 },
		}},
		{"groupSize", []edit{
			func(t *contract.IMarketTerms) { t.GroupSize = 24 },
			func(t *contract.IMarketTerms) { t.GroupSize = 96 },
		}, []edit{
			func(t *contract.IMarketTerms) { t.GroupSize = 108 }, // more than a run
			func(t *contract.IMarketTerms) { t.GroupSize = 0 },
			func(t *contract.IMarketTerms) { t.GroupSize = 13 },
			func(t *contract.IMarketTerms) { t.GroupSize, t.Features = 132, 784 }, // 103,620 bytes
		}},
		{"features", []edit{func(t *contract.IMarketTerms) { t.Features = 4096 }}, []edit{
			func(t *contract.IMarketTerms) { t.Features = 0 },
			func(t *contract.IMarketTerms) { t.Features = 4097 },
		}},
		{"classes", []edit{
			func(t *contract.IMarketTerms) { t.Classes = 2 },
			func(t *contract.IMarketTerms) { t.Classes = 256 },
		}, []edit{
			func(t *contract.IMarketTerms) { t.Classes = 1 },
			func(t *contract.IMarketTerms) { t.Classes = 257 },
		}},
		{"accuracyThreshold", []edit{func(t *contract.IMarketTerms) { t.AccuracyThreshold = wei(48) }}, []edit{
			func(t *contract.IMarketTerms) { t.AccuracyThreshold = wei(0) },
			func(t *contract.IMarketTerms) { t.AccuracyThreshold = wei(49) },
			func(t *contract.IMarketTerms) { t.AccuracyThreshold = big96 },
		}},
		{"drawDelay", []edit{func(t *contract.IMarketTerms) { t.DrawDelay = 50_000 }}, []edit{
			func(t *contract.IMarketTerms) { t.DrawDelay = 1 },
			func(t *contract.IMarketTerms) { t.DrawDelay = 50_001 },
		}},
		{"organiserBond", []edit{func(t *contract.IMarketTerms) { t.OrganiserBond = wei(minBond) }}, []edit{
			func(t *contract.IMarketTerms) { t.OrganiserBond = wei(minBond - 1) },
			func(t *contract.IMarketTerms) { t.OrganiserBond = big96 },
		}},
		{"commitBond", []edit{func(t *contract.IMarketTerms) { t.CommitBond = wei(minBond) }}, []edit{
			func(t *contract.IMarketTerms) { t.CommitBond = wei(minBond - 1) },
			func(t *contract.IMarketTerms) { t.CommitBond = big96 },
		}},
		{"claimBond", []edit{func(t *contract.IMarketTerms) { t.ClaimBond = wei(minBond) }}, []edit{
			func(t *contract.IMarketTerms) { t.ClaimBond = wei(minBond - 1) },
			func(t *contract.IMarketTerms) { t.ClaimBond = big96 },
		}},
		{"tokenPrice", nil, []edit{func(t *contract.IMarketTerms) { t.TokenPrice = wei(1) }}}, // of ether
		{"commitWindow", []edit{func(t *contract.IMarketTerms) { t.CommitWindow = minWindow }, func(t *contract.IMarketTerms) { t.CommitWindow = 90 * 24 * 3600 }}, []edit{func(t *contract.IMarketTerms) { t.CommitWindow = minWindow - 1 }, func(t *contract.IMarketTerms) { t.CommitWindow = 90*24*3600 + 1 }}},
		{"claimWindow", []edit{func(t *contract.IMarketTerms) { t.ClaimWindow = minWindow }, func(t *contract.IMarketTerms) { t.ClaimWindow = 90 * 24 * 3600 }}, []edit{func(t *contract.IMarketTerms) { t.ClaimWindow = minWindow - 1 }, func(t *contract.IMarketTerms) { t.ClaimWindow = 90*24*3600 + 1 }}},
		{"revealWindow", []edit{
			func(t *contract.IMarketTerms) { t.RevealWindow = minWindow },
			func(t *contract.IMarketTerms) { hold(t, 170); t.RevealWindow = 2 * minWindow },
		}, []edit{
			func(t *contract.IMarketTerms) { t.RevealWindow = minWindow - 1 },
			func(t *contract.IMarketTerms) { t.RevealWindow = 90*24*3600 + 1 },
			func(t *contract.IMarketTerms) { hold(t, 170); t.RevealWindow = 2*minWindow - 1 },
		}},
		{"turnWindow", []edit{
			func(t *contract.IMarketTerms) { t.TurnWindow = minWindow },
			func(t *contract.IMarketTerms) { hold(t, 170); t.TurnWindow = 2 * minWindow },
		}, []edit{
			func(t *contract.IMarketTerms) { t.TurnWindow = minWindow - 1 },
			func(t *contract.IMarketTerms) { t.TurnWindow = 90*24*3600 + 1 },
			func(t *contract.IMarketTerms) { hold(t, 170); t.TurnWindow = 2*minWindow - 1 },
		}},
	}
	create := func(edit edit, more int64) string {
		terms := g.terms
		edit(&terms)
		value := sum(terms.OrganiserBond, wei(more))
		if value.BitLen() > 90 {
			value = nil // nobody has so much; the terms are checked first
		}
		return c.why(g.owner, value, c.abi.PackCreateChallenge(terms, wei(max(more, 0))))
	}
	for _, tt := range tests {
		t.Run(tt.field, func(t *testing.T) {
			for i, e := range tt.allowed {
				if why := create(e, 0); why != "" {
					t.Errorf("allowed case %d: %s", i, why)
				}
			}
			for i, e := range tt.refused {
				if why := create(e, 0); why != "BadTerms "+tt.field {
					t.Errorf("refused case %d: %q", i, why)
				}
			}
		})
	}
	code := common.FromHex(contract.MarketMetaData.Bin)
	c.market = c.deploy(append(code, c.abi.PackConstructor([]common.Address{c.evaluator}, minWindow, wei(minBond), 7)...))
	if why := create(func(t *contract.IMarketTerms) { t.DrawDelay = 6 }, 0); why != "BadTerms drawDelay" {
		t.Errorf("a draw before the market's shortest delay: %q", why)
	}
	if why := create(func(t *contract.IMarketTerms) { t.DrawDelay = 7 }, 0); why != "" {
		t.Errorf("a draw after the market's shortest delay: %q", why)
	}
	if why := create(func(t *contract.IMarketTerms) { t.DrawDelay = 7 }, -1); why != "WrongValue 50001" {
		t.Errorf("a value below the bond: %q", why)
	}
}

// hold sets a hold-out of about so many times 9,420 bytes.
func hold(t *contract.IMarketTerms, drawn uint16) {
	t.Groups, t.HoldoutGroups, t.Features = 2*drawn, drawn, 784
}

func TestWrongBonds(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(1000)
	p := g.players(g.truth)[0]
	g.drawNow()
	for _, v := range []int64{0, 2999, 3001} {
		c.refuse("WrongValue 3000", p.actor, wei(v), g.packCommit([32]byte{1}))
	}
	g.commitTo(p.actor, p.bytes)
	g.endCommits()
	g.revealAll()
	for _, v := range []int64{0, 6999, 7001} {
		c.refuse("WrongValue 7000", p.actor, wei(v), g.packClaim(p.actor, 0, 30))
	}
	c.refuse("BadTerms count", p.actor, g.terms.ClaimBond, g.packClaim(p.actor, 0, 19))
	c.refuse("BadTerms count", p.actor, g.terms.ClaimBond, g.packClaim(p.actor, 0, 49))
	c.refuse("NotAllowed", p.actor, g.terms.ClaimBond, c.abi.PackClaim(g.id, wei(0), [32]byte{1}, saltOfAll, wei(30)))
	c.refuse("NotAllowed", p.actor, g.terms.ClaimBond, c.abi.PackClaim(g.id, wei(0), g.modelHash[p.actor], [32]byte{1}, wei(30)))
	g.claimOf(p.actor, 0, 30)
	c.refuse("NotAllowed", p.actor, g.terms.ClaimBond, g.packClaim(p.actor, 0, 31)) // a claim is final
}

// Only the fixed block's own header, whole and unchanged, draws.
func TestOnlyTheFixedBlockDraws(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(1000)
	at := c.challenge(g.id).DrawBlock
	c.mine(at - 1)
	c.refuse("WrongPhase Created", g.owner, nil, c.abi.PackDraw(g.id, c.header(at-1)))
	if c.head().Number.Uint64() != at {
		t.Fatal("the refused draw was not in the draw's block")
	}
	c.mine(at + 1)
	header := c.header(at)
	for name, h := range map[string][]byte{
		"none": nil, "the block before": c.header(at - 1), "the block after": c.header(at + 1), "cut short": header[:len(header)-1],
		"extended": append(bytes.Clone(header), 0), "another prevrandao": flip(header, len(header)-300),
	} {
		if why := c.why(g.owner, nil, c.abi.PackDraw(g.id, h)); why != "BadHeader" {
			t.Errorf("%s: %q", name, why)
		}
	}
	c.do(c.actor(), nil, c.abi.PackDraw(g.id, header))
	before := c.challenge(g.id).Seed
	c.refuse("WrongPhase Commit", g.owner, nil, c.abi.PackDraw(g.id, header))
	if c.challenge(g.id).Seed != before {
		t.Error("drawn twice")
	}
}

func flip(b []byte, at int) []byte {
	b = bytes.Clone(b)
	b[max(0, at)] ^= 1
	return b
}

// Groups that are not the drawn ones, or not as committed to, are refused, by
// revealHoldout and by evaluate.
func TestWrongGroups(t *testing.T) {
	c := newChain(t)
	g := newGame(c, 1)
	g.open(1000)
	p := g.players(g.truth)[0]
	toCommits(g, p)
	g.endCommits()
	undrawn := g.slot(4)
	node := func() piece { // the parent of two leaves passed off as a leaf
		q := g.piece(0, 1)
		q.proofs[0] = q.proofs[0][1:]
		return q
	}
	edits := []struct {
		name string
		want string
		make func(q *piece)
	}{
		{"another salt", "BadProof 1", func(q *piece) { q.salts[1][0] ^= 1 }},
		{"another group's proof", "BadProof 1", func(q *piece) { q.proofs[1] = q.proofs[0] }},
		{"no proof", "BadProof 0", func(q *piece) { q.proofs[1] = nil }},
		{"longer proof", "BadProof 0", func(q *piece) { q.proofs[1] = append(q.proofs[1], [32]byte{}) }},
		{"shorter proof", "BadProof 0", func(q *piece) { *q = node() }},
		{"changed pixel", "BadProof 1", func(q *piece) { q.payloads[1] = flip(q.payloads[1], 5) }},
		{"changed label", "BadProof 1", func(q *piece) { q.payloads[1] = flip(q.payloads[1], len(q.payloads[1])-1) }},
		{"payload cut short", "BadGroup 0", func(q *piece) { q.payloads[1] = q.payloads[1][1:] }},
		{"payload extended", "BadGroup 0", func(q *piece) { q.payloads[1] = append(bytes.Clone(q.payloads[1]), 0) }},
		{"one payload", "BadGroup 0 or BadProof 0", func(q *piece) { q.payloads[1] = nil }},
		{"the groups swapped", "BadProof 0", func(q *piece) {
			q.salts[0], q.salts[1] = q.salts[1], q.salts[0]
			q.proofs[0], q.proofs[1] = q.proofs[1], q.proofs[0]
			q.payloads[0], q.payloads[1] = q.payloads[1], q.payloads[0]
		}},
		{"a group that was not drawn", "BadProof 4", func(q *piece) {
			*q = piece{first: wei(4), salts: [][32]byte{g.data.salts[undrawn]}, proofs: [][][32]byte{g.data.proof(undrawn)}, payloads: [][]byte{g.data.payloads[undrawn]}}
		}},
		{"a group that was not drawn, as slot 3", "BadProof 3", func(q *piece) {
			*q = piece{first: wei(3), salts: [][32]byte{g.data.salts[undrawn]}, proofs: [][][32]byte{g.data.proof(undrawn)}, payloads: [][]byte{g.data.payloads[undrawn]}}
		}},
		{"fewer salts", "BadGroup 0 or BadProof 0", func(q *piece) { q.salts = q.salts[:1] }},
		{"fewer proofs", "BadProof 0", func(q *piece) { q.proofs = q.proofs[:1] }},
		{"a slot beyond all numbers", "panic", func(q *piece) { q.first = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1)) }},
	}
	check := func(t *testing.T, pack func(piece) []byte, revealed bool) {
		for _, e := range edits {
			if e.want == "BadGroup 0 or BadProof 0" { // a group's form was checked when it was revealed; then only its hash is
				e.want = map[bool]string{false: "BadGroup 0", true: "BadProof 0"}[revealed]
			}
			q := g.piece(0, 2)
			e.make(&q)
			got := c.why(g.owner, nil, pack(q))
			if e.want == "panic" && (strings.HasPrefix(got, "0x4e487b71") || strings.HasPrefix(got, "BadProof 1157920892")) {
				continue
			}
			if got != e.want {
				t.Errorf("%s: %q, want %q", e.name, got, e.want)
			}
		}
	}
	t.Run("revealHoldout", func(t *testing.T) { check(t, g.packReveal, false) })
	g.revealAll()
	g.claimOf(p.actor, 0, 30)
	g.expire()
	g.revealModel(p.actor, 0, p.bytes)
	t.Run("evaluate", func(t *testing.T) {
		check(t, func(q piece) []byte { return g.packEvaluate(0, p.bytes, q) }, true)
	})
	c.refuse("NotAllowed", g.owner, nil, g.packEvaluate(0, flip(p.bytes, len(p.bytes)-1), g.piece(0, 1)))
	c.refuse("NotAllowed", g.owner, nil, g.packEvaluate(1, p.bytes, g.piece(0, 1)))
}

// An organiser who put malformed groups under the root cannot reveal them.
func TestMalformedGroupsDoNotCountAsRevealed(t *testing.T) {
	c := newChain(t)
	for name, spoil := range map[string]func(p []byte) []byte{
		"label 3 of 3 classes": func(p []byte) []byte { p[len(p)-12] = 3; return p },
		"label 255":            func(p []byte) []byte { p[len(p)-1] = 255; return p },
		"a vector too few":     func(p []byte) []byte { return p[13:] },
		"a byte too many":      func(p []byte) []byte { return append(p, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			g := newGame(c, 3)
			for i := range g.data.payloads {
				g.data.payloads[i] = spoil(bytes.Clone(g.data.payloads[i]))
			}
			g.data.plant()
			g.terms.DatasetHash = g.data.root()
			g.open(0)
			g.drawNow()
			p := g.players(g.truth)[0]
			g.commitTo(p.actor, p.bytes)
			g.endCommits()
			c.refuse("BadGroup 0", g.owner, nil, g.packReveal(g.piece(0, 1)))
			g.at(c.challenge(g.id).Deadline + 101)
			g.finalize()
			g.closedAs(notRevealed)
		})
	}
}
