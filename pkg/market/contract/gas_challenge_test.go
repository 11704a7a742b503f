package contract_test

import (
	"bytes"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/contract"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
)

// Digits to train on and, by another seed, digits to be tested with.
func trainingDigits() *dataset.Set { return dataset.Digits(6000, 1) }

func testDigits(n int) *dataset.Set { return dataset.Digits(n, 2) }

// thumbnails averages 28x28 images down to 8x8, the inner 24x24 of them, and
// stretches the contrast of each: the darker half is paper and becomes zero,
// as are about half of the pixels of the known sets of 8x8 digits.
func thumbnails(set *dataset.Set) *dataset.Set {
	small := &dataset.Set{Shape: dataset.Shape{Channels: 1, Height: 8, Width: 8}, Classes: set.Classes, Labels: set.Labels}
	for i := range set.Len() {
		x, sums := set.Example(i), [64]int{}
		for at := range sums {
			for k := range 9 {
				sums[at] += int(x[(2+at/8*3+k/3)*28+2+at%8*3+k%3])
			}
		}
		sorted := slices.Sorted(slices.Values(sums[:]))
		paper, ink := sorted[32], sorted[63]
		for _, v := range sums {
			small.Pixels = append(small.Pixels, byte(max(v-paper, 0)*255/max(ink-paper, 1)))
		}
	}
	return small
}

// holdoutOf cuts a set into groups of the layout, one example after the other.
func holdoutOf(t testing.TB, set *dataset.Set, groupSize int, form dataset.Form) *holdout {
	t.Helper()
	d := &holdout{features: set.Shape.Features(), groupSize: groupSize}
	layout := dataset.Layout{GroupSize: groupSize, Features: d.features, Classes: set.Classes, Form: form}
	for at := 0; at+groupSize <= set.Len(); at += groupSize {
		pixels, labels := set.Pixels[at*d.features:(at+groupSize)*d.features], set.Labels[at:at+groupSize]
		d.pixels, d.labels = append(d.pixels, pixels), append(d.labels, labels)
		d.payloads, d.salts = append(d.payloads, payload(t, pixels, labels, layout)), append(d.salts, saltOf(at))
	}
	d.plant()
	return d
}

func saltOf(n int) [32]byte { return common.Hash(randaoOf(uint64(n))) }

// setTerms fits the terms to the data, half of which can be drawn.
func (g *game) setTerms(net *model.Network, data *holdout, drawn int, evaluator common.Address) {
	g.truth, g.data = net, data
	g.terms.DatasetHash, g.terms.Groups, g.terms.HoldoutGroups = data.root(), uint16(len(data.payloads)), uint16(drawn)
	g.terms.GroupSize, g.terms.Features, g.terms.Classes = uint16(data.groupSize), uint16(net.Input.Size()), uint16(net.Classes())
	g.terms.AccuracyThreshold, g.terms.Evaluator = wei(int64(drawn*data.groupSize/2)), evaluator
	g.terms.RevealWindow, g.terms.TurnWindow = 10_000, 10_000
}

// runs cuts n slots into runs of at most so many.
func runs(n, most int) (out [][2]int) {
	for at := 0; at < n; at += most {
		out = append(out, [2]int{at, min(at+most, n)})
	}
	return out
}

// playThrough books every call of a challenge from its creation to the
// withdrawals, with so many groups in a transaction. It gives the rows, and
// their evaluations once more without what a transaction and its calldata cost.
func playThrough(g *game, table *gasTable, revealed, evaluated int) (rows []gasRow, execution gasRow) {
	c, drawn, n := g.chain, int(g.terms.HoldoutGroups), g.terms.GroupSize
	first := len(table.rows)
	one := func(name, shape string) *gasRow { return table.add(name, shape, c.gas) }
	p := g.players(g.truth)[0]
	playToTurn(g, table, p, model.Hash(p.bytes), revealed, func() int { return g.right(p.net) })
	g.revealModel(p.actor, 0, p.bytes)
	one("revealModel", fmt.Sprintf("%d bytes", len(p.bytes)))
	points := drawn * int(n)
	for _, s := range runs(drawn, evaluated) {
		data := g.packEvaluate(0, p.bytes, g.piece(s[0], s[1]))
		g.do(p.actor, nil, data)
		one("evaluate", fmt.Sprintf("groups of %d, up to %d a call", n, evaluated)).macs = points * p.net.MACs()
		execution.calls++
		execution.gas += c.gas - intrinsic(data)
		execution.largest = max(execution.largest, c.gas-intrinsic(data))
	}
	if e := c.entry(g.id, 0); int(e.Right) != p.right || int(e.Seen) != drawn {
		c.t.Errorf("the contract counts %d of %d groups, the model %d", e.Right, e.Seen, p.right)
	}
	if 2*p.right < points {
		c.t.Errorf("%d of %d right: hardly a trained network", p.right, points)
	}
	playToEnd(g, table, p.actor)
	execution.macs = points * p.net.MACs()
	return append(rows, table.rows[first:]...), execution
}

// playToTurn books the calls from a challenge's creation to the claim, with so many groups in a
// transaction.
func playToTurn(g *game, table *gasTable, p *player, modelHash [32]byte, revealed int, right func() int) {
	one := func(name, shape string) { table.add(name, shape, g.gas) }
	g.open(1_000_000)
	one("createChallenge", fmt.Sprintf("URI of %d bytes", len(g.terms.DataURI)))
	g.drawNow()
	one("draw", "header as mainnet's")
	g.commitHash(p.actor, modelHash)
	one("commit", "the first")
	g.endCommits()
	for _, s := range runs(int(g.terms.HoldoutGroups), revealed) {
		p := g.piece(s[0], s[1])
		if g.before != nil {
			g.before(p)
		}
		g.do(g.owner, nil, g.packReveal(p))
		one("revealHoldout", fmt.Sprintf("groups of %d, up to %d a call", g.terms.GroupSize, revealed))
	}
	p.right = right()
	g.claimOf(p.actor, 0, p.right)
	one("claim", "the first")
	g.expire()
}

// playToEnd books what is left once the verdict is there.
func playToEnd(g *game, table *gasTable, solver *actor) {
	one := func(name, shape string) { table.add(name, shape, g.gas) }
	g.finalize()
	one("finalize", "the winner is known")
	g.settleBond(0)
	one("claimBond", "any")
	g.withdraw(solver)
	one("withdraw", "the solver")
	g.withdraw(g.owner)
	one("withdraw", "the organiser")
	g.closedAs(won)
}

// intrinsic is what a transaction costs before it does anything.
func intrinsic(data []byte) uint64 {
	zeroes := bytes.Count(data, []byte{0})
	return uint64(21_000 + 16*len(data) - 12*zeroes)
}

// gasOfAChallenge is every call of the market on a network for images.
func gasOfAChallenge(t testing.TB, table *gasTable) {
	const groupSize, drawn = 24, 42
	table.section = "A challenge on 784-64-10, 8-bit activations, 1,008 vectors"
	c, _ := newStillChain(t)
	g := newGame(c, 1)
	net := trained(t, trainingDigits(), model.Bits8, 6000, -64, -10)
	g.setTerms(net, holdoutOf(t, testDigits(2*drawn*groupSize), groupSize, dataset.Octets), drawn, c.evaluator)
	rows, execution := playThrough(g, table, 6, 4)
	table.sum("all calls", "one solver and the organiser", rows...)
	row := table.sum("evaluate", "execution alone, market included", execution)
	row.macs, row.mostPerMAC = execution.macs, 2.0
	gasOfAnEnd(newGame(c, 1), table)
}

// gasOfAnEnd is what sponsors pay, and the calls of a challenge called off.
func gasOfAnEnd(g *game, table *gasTable) {
	c, sponsor := g.chain, g.actor()
	g.terms.DrawDelay = 50
	g.open(1000)
	c.do(sponsor, wei(5), g.packFund(wei(5)))
	table.add("fund", "a sponsor's first", c.gas)
	c.do(g.owner, nil, c.abi.PackCancel(g.id))
	table.add("cancel", "any", c.gas)
	g.refund(sponsor)
	table.add("refund", "to a sponsor", c.gas)
}

// gasOfASmallChallenge is a whole challenge, evaluated in one transaction.
func gasOfASmallChallenge(t testing.TB, table *gasTable) {
	const groupSize, drawn, groups = 112, 9, 30
	table.section = "A challenge on 64-32-10, 4-bit activations, 1,008 vectors"
	net := trained(t, thumbnails(trainingDigits()), model.Bits4, 6000, -32, -10)
	play := func(table *gasTable, set *dataset.Set) (rows []gasRow, execution gasRow) {
		c, _ := newStillChain(t)
		g := newGame(c, 1)
		g.setTerms(net, holdoutOf(t, set, groupSize, dataset.Nibbles), drawn, c.fourBits)
		return playThrough(g, table, drawn, drawn)
	}
	rows, execution := play(table, thumbnails(testDigits(groups*groupSize)))
	table.sum("all calls", "one solver and the organiser", rows...).mostGas = 7_000_000
	row := table.sum("evaluate", "execution alone, market included", execution)
	row.macs = execution.macs
	if execution.calls != 1 {
		t.Errorf("evaluated in %d transactions, want one", execution.calls)
	}
	dearest, _ := play(&gasTable{}, noise(t, net, groups*groupSize))
	table.sum("all calls", "the same, data without a zero byte", dearest...)
}

// gasOfAnAssertion is a whole challenge whose verdict is asserted, and disputed by nobody: the
// network that gets 59 % of CIFAR-10, and images without a zero byte. No call looks at what the
// network says of them.
func gasOfAnAssertion(t testing.TB, table *gasTable) {
	const groupSize, drawn = 12, 84
	table.section = "A challenge on 3x32x32 8 P 10 P 12 P 64 10, asserted and not disputed, 1,008 vectors without a zero byte"
	net := graphtest.Fill(rand.New(rand.NewPCG(71, 72)), cifar())
	c, _ := newStillChain(t)
	game, abi := c.deploy(append(common.FromHex(contract.CalldataDisputeMetaData.Bin), contract.NewDispute().PackConstructor(wei(1))...)), contract.NewDispute()
	c.evaluator = game
	c.newMarket(minBond)
	g := newGame(c, 1)
	shape := zeroNet(net.Inputs(), net.Classes())
	g.setTerms(shape, holdoutOf(t, noise(t, shape, 2*drawn*groupSize), groupSize, dataset.Plain), drawn, game)
	first := len(table.rows)
	p := &player{actor: g.actor()}
	playToTurn(g, table, p, net.Hash(), 3, func() int { return drawn * groupSize })
	for _, part := range net.Parts() {
		g.revealModel(p.actor, 0, part)
		table.add("revealModel", fmt.Sprintf("%d bytes", net.Size()), g.gas)
	}
	send := func(name string, value *big.Int, data []byte) gasRow {
		t.Helper()
		if !c.transact(p.actor, &game, value, data) {
			t.Fatalf("%s is refused", name)
		}
		return *table.add(name, "Dispute's", c.gas)
	}
	bitmap := bytes.Repeat([]byte{255}, drawn*groupSize/8)
	verdict := []gasRow{send("assertRight", wei(100_000_000), abi.PackAssertRight(g.market, g.id, new(big.Int), bitmap, nil))}
	c.advance(2 * time.Duration(g.terms.TurnWindow) * time.Second)
	verdict = append(verdict, send("release", nil, abi.PackRelease(firstClaim(g))), send("withdraw", nil, abi.PackWithdraw(p.addr)))
	playToEnd(g, table, p.actor)
	table.sum("all calls", "one solver and the organiser", table.rows[first:]...)
	table.sum("the verdict", "assertRight, release, withdraw", verdict...).mostGas = 210_000
}

// gasOfBlobs is a whole challenge whose hold-out and models stand in blobs, which nobody disputes: 988 images of
// 20,000 of CIFAR-10's size, and ResNet-20.
func gasOfBlobs(t testing.TB, table *gasTable) {
	const groupSize, groups, drawn, most = 247, 80, 4, 1_500_000
	table.section = "A challenge on ResNet-20 in blobs, asserted and not disputed, 988 vectors"
	net := graphtest.ResNet20(rand.New(rand.NewPCG(73, 74)))
	parts, program, err := net.BlobParts()
	if err != nil {
		t.Fatal(err)
	}
	c, still := newStillChain(t)
	game, abi := c.deploy(append(common.FromHex(contract.BlobDisputeMetaData.Bin), contract.NewDispute().PackConstructor(wei(1))...)), contract.NewDispute()
	c.evaluator = game
	c.newMarket(minBond)
	g := newGame(c, 1)
	data := &holdout{features: net.Inputs(), groupSize: groupSize} // groups stand for themselves by their blobs' hashes
	for i := range groups {
		var hashes []byte
		for b := range blob.MaxPerTx {
			hash := crypto.Keccak256([]byte("blob"), []byte{byte(i), byte(b)})
			hash[0] = 1 // its version
			hashes = append(hashes, hash...)
		}
		data.payloads, data.salts = append(data.payloads, hashes), append(data.salts, saltOf(i))
	}
	data.plant()
	g.setTerms(zeroNet(net.Inputs(), net.Classes()), data, drawn, game)
	g.terms.DataURI = "https://data.example/cifar.gz" // of no more than 31 bytes: a slot
	first := len(table.rows)
	p := &player{actor: g.actor()}
	g.before = func(p piece) {
		still.blobs = nil
		for hash := range slices.Chunk(p.payloads[0], 32) {
			still.blobs = append(still.blobs, common.Hash(hash))
		}
	}
	playToTurn(g, table, p, net.Hash(), 1, func() int { return drawn * groupSize })
	still.blobs = nil
	for _, hash := range program.Blobs {
		still.blobs = append(still.blobs, hash)
	}
	g.revealModel(p.actor, 0, parts[0].Data)
	table.add("revealModel", fmt.Sprintf("%d bytes in %d blobs", net.Size(), len(program.Blobs)), g.gas)
	still.blobs = nil
	send := func(name string, value *big.Int, data []byte) {
		t.Helper()
		if !c.transact(p.actor, &game, value, data) {
			t.Fatalf("%s is refused", name)
		}
		table.add(name, "BlobDispute's", c.gas)
	}
	bitmap := append(bytes.Repeat([]byte{255}, drawn*groupSize/8), 1<<(drawn*groupSize%8)-1)
	send("assertRight", wei(100_000_000), abi.PackAssertRight(g.market, g.id, new(big.Int), bitmap, program.Bytes()))
	c.advance(2 * time.Duration(g.terms.TurnWindow) * time.Second)
	send("release", nil, abi.PackRelease(firstClaim(g)))
	send("withdraw", nil, abi.PackWithdraw(p.addr))
	playToEnd(g, table, p.actor)
	if all := table.sum("all calls", "one solver and the organiser", table.rows[first:]...); all.gas > most {
		t.Errorf("%d gas for a challenge in blobs, at most %d wanted", all.gas, most)
	}
}

// firstClaim is the key of the first entry's claim.
func firstClaim(g *game) [32]byte {
	word := func(b []byte) []byte { return common.LeftPadBytes(b, 32) }
	return crypto.Keccak256Hash(word(g.market[:]), word(g.id.Bytes()), word(nil))
}

// cifar is the network that ConvEvaluator evaluated for 1,008M gas (docs/adr/0008-verdicts.md).
func cifar() *graph.Network {
	n := &graph.Network{Tensors: []graph.Tensor{{Op: graph.Input, Channels: 3, Height: 32, Width: 32}}}
	for i, channels := range []int{8, 10, 12} {
		n.Tensors = append(n.Tensors, graph.Tensor{Op: graph.Conv, A: 2 * i, Channels: channels, Kernel: 3, Stride: 1, Pad: 1, Groups: 1}, graph.Tensor{Op: graph.Max, A: 2*i + 1, Kernel: 2, Stride: 2})
	}
	n.Tensors = append(n.Tensors, graph.Tensor{Op: graph.Dense, A: 6, Channels: 64}, graph.Tensor{Op: graph.Logits, A: 7, Channels: 10})
	return n
}
