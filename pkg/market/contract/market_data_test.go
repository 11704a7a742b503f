package contract_test

import (
	"bytes"
	"encoding/binary"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

// holdout is the organiser's groups and the Merkle tree over them.
type holdout struct {
	features, groupSize int
	pixels, labels      [][]byte // of each group, vector by vector
	payloads            [][]byte // as the contract takes them
	salts               [][32]byte
	levels              [][][32]byte // levels[0] the leaves, padded with zeroes
}

// newDataset labels random vectors by the network, wrongly for about one in ten,
// and for one of each group at least: the network that labelled them is never right
// on all that is drawn, so that a lie can always claim more.
func newDataset(t testing.TB, r *rand.Rand, truth *model.Network, groups, groupSize int, form dataset.Form) *holdout {
	layout := dataset.Layout{GroupSize: groupSize, Features: truth.Input.Size(), Classes: truth.Classes(), Form: form}
	d := &holdout{features: truth.Input.Size(), groupSize: groupSize}
	e := model.NewEvaluator(truth)
	for range groups {
		pixels, labels := modeltest.Pixels(r, groupSize*d.features), make([]byte, groupSize)
		for v := range labels {
			labels[v] = byte(e.Classify(pixels[v*d.features : (v+1)*d.features]))
			if r.IntN(10) == 0 {
				labels[v] = byte(r.IntN(truth.Classes()))
			}
		}
		if e.CountRight(pixels, labels) == groupSize {
			labels[0] = (labels[0] + 1) % byte(truth.Classes())
		}
		d.pixels, d.labels = append(d.pixels, pixels), append(d.labels, labels)
		d.payloads = append(d.payloads, payload(t, pixels, labels, layout))
		var salt [32]byte
		for i := range 4 {
			binary.BigEndian.PutUint64(salt[8*i:], r.Uint64())
		}
		d.salts = append(d.salts, salt)
	}
	d.plant()
	return d
}

// plant builds the tree over the payloads as they are.
func (d *holdout) plant() {
	width := 1
	for width < len(d.payloads) {
		width *= 2
	}
	level := make([][32]byte, width)
	for i, p := range d.payloads {
		var index [32]byte
		binary.BigEndian.PutUint64(index[24:], uint64(i))
		level[i] = crypto.Keccak256Hash([]byte{0}, index[:], d.salts[i][:], p)
	}
	d.levels = [][][32]byte{level}
	for len(level) > 1 {
		above := make([][32]byte, len(level)/2)
		for i := range above {
			above[i] = crypto.Keccak256Hash([]byte{1}, level[2*i][:], level[2*i+1][:])
		}
		d.levels, level = append(d.levels, above), above
	}
}

func (d *holdout) root() [32]byte { return d.levels[len(d.levels)-1][0] }

func (d *holdout) proof(index int) (proof [][32]byte) {
	for _, level := range d.levels[:len(d.levels)-1] {
		proof = append(proof, level[index^1])
		index /= 2
	}
	return proof
}

// piece is a run of drawn groups as revealHoldout and evaluate take it.
type piece struct {
	first     *big.Int
	salts     [][32]byte
	proofs    [][][32]byte
	payloads  [][]byte
	witnesses [][]byte // evaluate alone takes them, and only of some evaluators
}

// game is one challenge, as all its parties together see it.
type game struct {
	*chain
	id        *big.Int
	owner     *actor
	terms     contract.IMarketTerms
	data      *holdout
	truth     *model.Network
	modelHash map[*actor][32]byte
	before    func(piece) // a piece is revealed; nil: nothing
}

// balancedNet is a random network of one hidden layer whose classes all occur
// often: every output is centred on random vectors.
func balancedNet(r *rand.Rand, features, hidden, classes int) *model.Network {
	return balancedNetOf(model.Bits8, r, features, hidden, classes)
}

func balancedNetOf(width model.Bits, r *rand.Rand, features, hidden, classes int) *model.Network {
	layer := func(inputs, outputs int, shift uint8) model.Layer {
		l := model.Layer{Kind: model.Dense, Outputs: outputs, Shift: shift, Bias: make([]int32, outputs), Weights: make([]int8, inputs*outputs)}
		reach := min(127, width.AccumulatorBound()/2/width.ActivationMax()/inputs)
		for i := range l.Weights {
			l.Weights[i] = int8(r.IntN(2*reach+1) - reach)
		}
		return l
	}
	n := &model.Network{Bits: width, Input: model.Shape{Channels: 1, Height: 1, Width: features}, Layers: []model.Layer{layer(features, hidden, uint8(width)), layer(hidden, classes, 0)}}
	const samples = 200
	e, sums := model.NewEvaluator(n), make([]int64, classes)
	for range samples {
		for j, v := range e.Logits(modeltest.Pixels(r, features)) {
			sums[j] += int64(v)
		}
	}
	for j, s := range sums {
		n.Layers[1].Bias[j] = int32(-s / samples)
	}
	return n
}

// marshal is the model's bytes.
func marshal(t testing.TB, n *model.Network) []byte {
	t.Helper()
	b, err := n.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// worse is the network with a bias towards class 0, the more the worse.
func worse(n *model.Network, by int32) *model.Network {
	m := *n
	m.Layers = append([]model.Layer(nil), n.Layers...)
	last := &m.Layers[len(m.Layers)-1]
	last.Bias = append([]int32(nil), last.Bias...)
	last.Bias[0] += by * 2000
	return &m
}

// zeroNet answers class 0 to everything.
func zeroNet(features, classes int) *model.Network {
	return &model.Network{Input: model.Shape{Channels: 1, Height: 1, Width: features}, Layers: []model.Layer{
		{Kind: model.Dense, Outputs: classes, Bias: make([]int32, classes), Weights: make([]int8, features*classes)}}}
}

// newGame prepares the terms of a challenge on a 12-8-3 network: 30 groups of
// 12 vectors, 4 of them drawn, 20 of the 48 right answers needed.
func newGame(c *chain, seed uint64) *game {
	r := rand.New(rand.NewPCG(seed, 7))
	truth := balancedNet(r, 12, 8, 3)
	data := newDataset(c.t, r, truth, 30, 12, dataset.Octets)
	return &game{chain: c, owner: c.actor(), truth: truth, data: data, modelHash: map[*actor][32]byte{}, terms: contract.IMarketTerms{
		DatasetHash: data.root(), Groups: 30, HoldoutGroups: 4, TokenPrice: new(big.Int), GroupSize: 12, Features: 12, Classes: 3, DrawDelay: 3, Evaluator: c.evaluator,
		AccuracyThreshold: wei(20), OrganiserBond: wei(50_001), CommitBond: wei(3000), ClaimBond: wei(7000),
		CommitWindow: 100, RevealWindow: 100, ClaimWindow: 100, TurnWindow: 100, DataURI: "https://example.org/data",
	}}
}

// open creates the challenge with a reward.
func (g *game) open(reward int64) {
	g.t.Helper()
	g.id = g.count()
	value := g.terms.OrganiserBond
	if g.terms.Token == inEther {
		value = sum(value, wei(reward))
	}
	g.do(g.owner, value, g.abi.PackCreateChallenge(g.terms, wei(reward)))
}

// drawNow mines up to the draw and draws.
func (g *game) drawNow() {
	g.t.Helper()
	at := g.challenge(g.id).DrawBlock
	g.mine(at)
	g.do(g.actors[0], nil, g.abi.PackDraw(g.id, g.header(at)))
}

func (g *game) slot(slot int) int {
	g.t.Helper()
	if g.challenge(g.id).Seed == [32]byte{} {
		return slot // not drawn: any group will do to be refused
	}
	return int(view(g.chain, g.abi.PackGroupOf(g.id, wei(int64(slot))), g.abi.UnpackGroupOf).Int64())
}

// piece takes the drawn groups of the slots from first to before end.
func (g *game) piece(first, end int) (p piece) {
	g.t.Helper()
	p.first = wei(int64(first))
	for s := first; s < end; s++ {
		index := g.slot(s)
		p.salts = append(p.salts, g.data.salts[index])
		p.proofs = append(p.proofs, g.data.proof(index))
		p.payloads = append(p.payloads, g.data.payloads[index])
	}
	return p
}

func (g *game) packReveal(p piece) []byte {
	return g.abi.PackRevealHoldout(g.id, p.first, p.salts, slices.Concat(p.proofs...), bytes.Join(p.payloads, nil))
}

func (g *game) packEvaluate(entry int64, model []byte, p piece) []byte {
	return g.abi.PackEvaluate(g.id, wei(entry), model, p.first, p.salts, slices.Concat(p.proofs...), bytes.Join(p.payloads, nil), bytes.Join(p.witnesses, nil))
}

// everything is more than anybody's balance.
var everything = new(big.Int).Lsh(big.NewInt(1), 128)

var saltOfAll = [32]byte{5, 4, 3}

// commitTo commits the solver to a model.
func (g *game) commitTo(solver *actor, raw []byte) {
	g.t.Helper()
	g.commitHash(solver, model.Hash(raw))
}

func (g *game) commitHash(solver *actor, hash [32]byte) {
	g.t.Helper()
	bond, _ := g.bonds()
	g.do(solver, bond, g.packCommit(commitment(g, solver.addr, hash)))
	g.modelHash[solver] = hash
}

func (g *game) packCommit(hash [32]byte) []byte {
	return g.abi.PackCommit(g.id, g.terms.DatasetHash, hash)
}

func (g *game) packFund(amount *big.Int) []byte {
	return g.abi.PackFund(g.id, g.owner.addr, g.terms.DatasetHash, amount)
}

// tokenCredit is what an account may withdraw of the challenge's token.
func (g *game) tokenCredit(of common.Address) *big.Int {
	g.t.Helper()
	return view(g.chain, g.abi.PackTokenCredit(g.id, of), g.abi.UnpackTokenCredit)
}

// vault is the account that holds the challenge's token.
func (g *game) vault() common.Address {
	g.t.Helper()
	return view(g.chain, g.abi.PackVaultOf(g.id), g.abi.UnpackVaultOf)
}

// bonds are what a commit and a claim ask for now, reckoned apart from the contract.
func (g *game) bonds() (commit, claim *big.Int) {
	g.t.Helper()
	worth := g.challenge(g.id).Reward
	if g.terms.Token != inEther {
		worth = new(big.Int).Rsh(new(big.Int).Mul(worth, g.terms.TokenPrice), 64)
	}
	commit, claim = g.terms.CommitBond, new(big.Int).Div(worth, wei(100))
	for commit.Cmp(new(big.Int).Div(worth, wei(50))) < 0 {
		commit = times(commit, 2)
	}
	if claim.Cmp(g.terms.ClaimBond) < 0 {
		claim = g.terms.ClaimBond
	}
	return commit, claim
}

// forfeited is what an entry of the terms' bond loses if it does not claim.
func (g *game) forfeited() *big.Int { return new(big.Int).Rsh(g.terms.CommitBond, 1) }

// toWinner is what of a false claim's bond the winner gets: the rest burns.
func (g *game) toWinner() *big.Int { return new(big.Int).Rsh(g.terms.ClaimBond, 1) }

// bondOf is what an entry has paid to commit.
func (g *game) bondOf(e contract.IMarketEntry) *big.Int {
	return new(big.Int).Lsh(g.terms.CommitBond, uint(e.Doublings))
}

// packTokens withdraws all of an account's credit of the challenge's token.
func (g *game) packTokens(who *actor) []byte {
	return g.abi.PackWithdrawToken(g.id, everything, who.addr)
}

// commitment is formed here, apart from the contract: five words, hashed.
func commitment(g *game, solver common.Address, modelHash [32]byte) [32]byte {
	word := func(b []byte) []byte { return common.LeftPadBytes(b, 32) }
	return crypto.Keccak256Hash(word(big.NewInt(1337).Bytes()), word(g.market[:]), word(g.id.Bytes()), word(solver[:]), modelHash[:], saltOfAll[:])
}

// endCommits passes the commits' deadline.
func (g *game) endCommits() { g.at(g.challenge(g.id).Deadline + 1) }

// revealAll reveals the whole hold-out.
func (g *game) revealAll() {
	g.t.Helper()
	g.do(g.owner, nil, g.packReveal(g.piece(0, int(g.terms.HoldoutGroups))))
}

func (g *game) claimOf(solver *actor, entry int64, count int) {
	g.t.Helper()
	_, bond := g.bonds()
	g.do(solver, bond, g.packClaim(solver, entry, count))
}

func (g *game) packClaim(solver *actor, entry int64, count int) []byte {
	return g.abi.PackClaim(g.id, wei(entry), g.modelHash[solver], saltOfAll, wei(int64(count)))
}

// expire passes the current deadline.
func (g *game) expire() { g.at(g.challenge(g.id).Deadline + 1) }

func (g *game) revealModel(solver *actor, entry int64, model []byte) {
	g.t.Helper()
	g.do(solver, nil, g.abi.PackRevealModel(g.id, wei(entry), model))
}

func (g *game) evaluateAll(entry int64, model []byte) {
	g.t.Helper()
	g.do(g.actors[0], nil, g.packEvaluate(entry, model, g.piece(0, int(g.terms.HoldoutGroups))))
}

func (g *game) finalize() {
	g.t.Helper()
	g.do(g.actors[0], nil, g.abi.PackFinalize(g.id))
}

// right is what pkg/model counts on the hold-out.
func (g *game) right(n *model.Network) (right int) {
	g.t.Helper()
	e := model.NewEvaluator(n)
	for s := range int(g.terms.HoldoutGroups) {
		index := g.slot(s)
		right += e.CountRight(g.data.pixels[index], g.data.labels[index])
	}
	return right
}

// settleBond moves an entry's bonds to its solver's balance.
func (g *game) settleBond(entry int64) {
	g.t.Helper()
	g.do(g.actors[0], nil, g.abi.PackClaimBond(g.id, wei(entry)))
}

func (g *game) refund(sponsor *actor) {
	g.t.Helper()
	g.do(g.actors[0], nil, g.abi.PackRefund(g.id, sponsor.addr))
}

func (g *game) withdraw(who *actor) {
	g.t.Helper()
	g.do(who, nil, g.abi.PackWithdraw(who.addr, everything))
}

// closedAs checks the outcome of a closed challenge.
func (g *game) closedAs(outcome uint8) {
	g.t.Helper()
	c := g.challenge(g.id)
	if phase(c.Phase) != closed || c.Outcome != outcome || c.Active {
		g.t.Fatalf("phase %v, outcome %d, active %v; want closed with outcome %d", phase(c.Phase), c.Outcome, c.Active, outcome)
	}
}

// in checks the phase.
func (g *game) in(want phase) {
	g.t.Helper()
	if got := phase(g.challenge(g.id).Phase); got != want {
		g.t.Fatalf("in phase %v, want %v", got, want)
	}
}

// status checks an entry's status.
func (g *game) status(entry int64, want uint8) {
	g.t.Helper()
	if got := g.entry(g.id, entry).Status; got != want {
		g.t.Fatalf("entry %d has status %d, want %d", entry, got, want)
	}
}

// gained checks what an actor has won or lost, gas apart.
func (g *game) gained(a *actor, before, want *big.Int) {
	g.t.Helper()
	if got := minus(g.worth(a), before); got.Cmp(want) != 0 {
		g.t.Errorf("gained %v wei, want %v", got, want)
	}
}

// empty checks that the market holds no ether.
func (c *chain) empty() {
	c.t.Helper()
	if b := c.ether(c.market); b.Sign() != 0 {
		c.t.Errorf("%v wei remain in the market", b)
	}
}

// player is a solver with a model.
type player struct {
	*actor
	net   *model.Network
	bytes []byte
	entry int64
	right int // known once the hold-out is revealed
	start *big.Int
}

// players makes a solver for each model.
func (g *game) players(nets ...*model.Network) (players []*player) {
	g.t.Helper()
	for i, n := range nets {
		a := g.actor()
		players = append(players, &player{actor: a, net: n, bytes: marshal(g.t, n), entry: int64(i), start: g.worth(a)})
	}
	return players
}

// toClaims plays from an opened challenge until claims are due.
func (g *game) toClaims(players ...*player) {
	g.t.Helper()
	g.drawNow()
	for _, p := range players {
		g.commitTo(p.actor, p.bytes)
	}
	g.endCommits()
	g.revealAll()
	g.in(claiming)
	for _, p := range players {
		p.right = g.right(p.net)
	}
}

// prove reveals the player's model and has all of it evaluated.
func (g *game) prove(p *player) {
	g.t.Helper()
	g.revealModel(p.actor, p.entry, p.bytes)
	g.evaluateAll(p.entry, p.bytes)
}

// cashIn settles the players' bonds, pays everybody out and leaves the market empty.
func (g *game) cashIn(players ...*player) {
	g.t.Helper()
	for _, p := range players {
		g.settleBond(p.entry)
	}
	for _, p := range players {
		if g.credit(p.addr).Sign() > 0 {
			g.withdraw(p.actor)
		}
	}
	if g.credit(g.owner.addr).Sign() > 0 {
		g.withdraw(g.owner)
	}
}
