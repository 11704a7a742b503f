package dispute_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute/disputetest"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
)

var updateGas = flag.Bool("update", false, "write contracts/gas-dispute.txt anew instead of comparing with it")

const (
	gasFile   = "../../../contracts/gas-dispute.txt"
	gasHeader = `# What disputes cost in gas: go-ethereum's EVM under mainnet's rules, every transaction with its
# base fee and its calldata, weights and data at random. contracts/gas.txt has what an assertion
# costs that nobody disputes. TestGasTable in pkg/market/dispute writes this file (make gas) and
# compares it. A dispute is about one byte, and ends with its proof; both sides' moves are counted.
`
	transactionGas = 1 << 24 // the cap of one transaction (EIP-7825)
)

// gasTable is the text of a table, section by section.
type gasTable struct {
	text strings.Builder
	rows *tabwriter.Writer
}

func (g *gasTable) section(title string, columns ...string) {
	if g.rows != nil {
		g.rows.Flush()
	}
	fmt.Fprintf(&g.text, "\n%s\n", title)
	g.rows = tabwriter.NewWriter(&g.text, 0, 0, 2, ' ', 0)
	fmt.Fprintf(g.rows, "  %s\n", strings.Join(columns, "\t"))
}

func (g *gasTable) row(cells ...any) {
	for i, c := range cells {
		cells[i] = fmt.Sprint(c)
	}
	fmt.Fprintf(g.rows, "  %s\n", strings.TrimSuffix(fmt.Sprintf(strings.Repeat("%s\t", len(cells)), cells...), "\t"))
}

// TestGasTable measures disputes about every operation, at every depth that a tensor can have, and
// about the widest rows. It asserts the targets, and compares with the table that is committed:
// everything is drawn by seeds and computed in integers, so nothing may differ.
func TestGasTable(t *testing.T) {
	g := &gasTable{}
	for _, measure := range []func(*testing.T, *gasTable){gasOfWholeDisputes, gasOfOperations, gasOfDepths, gasOfOtherEnds} {
		measure(t, g)
	}
	g.rows.Flush()
	text := gasHeader + g.text.String()
	if *updateGas {
		if err := os.WriteFile(gasFile, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	committed, err := os.ReadFile(gasFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(committed) != text {
		t.Errorf("contracts/gas-dispute.txt is another table; if that is meant, make gas writes it anew. Now:\n%s", text)
	}
}

// deep is a network of 64 convolutions of 512 channels: 4,608 inputs a row.
func deep(r *rand.Rand) *graph.Network {
	n := &graph.Network{Tensors: []graph.Tensor{{Op: graph.Input, Channels: 3, Height: 32, Width: 32, Zero: 128}}}
	add := func(t graph.Tensor) int {
		n.Tensors = append(n.Tensors, t)
		return len(n.Tensors) - 1
	}
	x := add(graph.Tensor{Op: graph.Conv, A: 0, Channels: 64, Kernel: 3, Stride: 2, Pad: 1, Groups: 1})
	x = add(graph.Tensor{Op: graph.Conv, A: x, Channels: 512, Kernel: 3, Stride: 4, Pad: 1, Groups: 1})
	for i := 2; i < 6; i++ { // the others are narrow: their weights would be 150 MB, and no game sees them
		x = add(graph.Tensor{Op: graph.Conv, A: x, Channels: 512, Kernel: 3, Stride: 1, Pad: 1, Groups: 1})
	}
	for i := 6; i < 64; i++ {
		x = add(graph.Tensor{Op: graph.Conv, A: x, Channels: 16, Kernel: 1, Stride: 1, Groups: 1})
	}
	x = add(graph.Tensor{Op: graph.Average, A: x, Kernel: 4, Stride: 1})
	add(graph.Tensor{Op: graph.Logits, A: x, Channels: 10})
	return graphtest.Fill(r, n)
}

// widest is a network of rows as wide as the format takes them: 32,768 inputs of a dense layer,
// 32,760 of a convolution.
func widest(r *rand.Rand) *graph.Network {
	return graphtest.Fill(r, &graph.Network{Tensors: []graph.Tensor{
		{Op: graph.Input, Channels: 1, Height: 8, Width: 8},
		{Op: graph.Conv, A: 0, Channels: 3640, Kernel: 1, Stride: 1, Groups: 1},
		{Op: graph.Conv, A: 1, Channels: 16, Kernel: 3, Stride: 1, Pad: 1, Groups: 1},
		{Op: graph.Conv, A: 2, Channels: 512, Kernel: 1, Stride: 1, Groups: 1},
		{Op: graph.Dense, A: 3, Channels: 16},
		{Op: graph.Logits, A: 4, Channels: 10},
	}})
}

// operations is a network with all of them, as large as in networks for small images.
func operations(r *rand.Rand) *graph.Network {
	return graphtest.Fill(r, &graph.Network{Tensors: []graph.Tensor{
		{Op: graph.Input, Channels: 3, Height: 32, Width: 32, Zero: 128},
		{Op: graph.Conv, A: 0, Channels: 64, Kernel: 3, Stride: 2, Pad: 1, Groups: 1},
		{Op: graph.Conv, A: 1, Channels: 64, Kernel: 3, Stride: 1, Pad: 1, Groups: 1, Zero: 128},
		{Op: graph.Conv, A: 2, Channels: 64, Kernel: 3, Stride: 1, Pad: 1, Groups: 64, Zero: 128},
		{Op: graph.Add, A: 3, B: 2, Shift: 1},
		{Op: graph.Max, A: 4, Kernel: 3, Stride: 2, Pad: 1},
		{Op: graph.Average, A: 5, Kernel: 2, Stride: 2},
		{Op: graph.Dense, A: 6, Channels: 128},
		{Op: graph.Logits, A: 7, Channels: 10},
	}})
}

// deepest is a network with a tensor of 2^depth words, each byte made of one.
func deepest(r *rand.Rand, depth int) *graph.Network {
	side, channels := 64, 1
	width := side
	switch {
	case depth > 7:
		channels <<= depth - 7
	case depth > 1:
		side, width = 1<<(depth-1), 64 // 64 * 2^(depth-1)
	default:
		side, width = 4, 8<<depth
	}
	n := &graph.Network{Tensors: []graph.Tensor{{Op: graph.Input, Channels: 1, Height: side, Width: width}, {Op: graph.Conv, A: 0, Channels: channels, Kernel: 1, Stride: 1, Groups: 1}}}
	if depth > 7 {
		n.Tensors = append(n.Tensors, graph.Tensor{Op: graph.Max, A: 1, Kernel: 16, Stride: 16}, graph.Tensor{Op: graph.Average, A: 2, Kernel: 4, Stride: 1})
	}
	n.Tensors = append(n.Tensors, graph.Tensor{Op: graph.Logits, A: len(n.Tensors) - 1, Channels: 2})
	return graphtest.Fill(r, n)
}

// result is what a whole dispute took.
type result struct {
	moves                       []move
	gas, byClaimant, byOpponent uint64
}

func (r result) proof() uint64 { return r.moves[len(r.moves)-1].gas }

// quarrel plays a whole dispute about an example of which the claimant has a trace that is
// false.
func (a *arena) quarrel(example int, theirs func(honest *dispute.Trace) *dispute.Trace) result {
	a.t.Helper()
	right := make([]bool, drawn)
	right[example] = true // whatever it is: what is played about is the trace
	honest, err := a.claim.Trace(a.pixelsOf(example))
	if err != nil {
		a.t.Fatal(err)
	}
	if err := a.assert(right); err != nil {
		a.t.Fatal(err)
	}
	a.moves = nil
	clear(a.gas)
	id, err := a.dispute(example, 1)
	if err != nil {
		a.t.Fatal(err)
	}
	if err := a.play(id, example, theirs(honest), honest, -1); err != nil || !a.lost() {
		a.t.Fatalf("%v; lost: %t", err, a.lost())
	}
	for _, m := range a.moves {
		if m.gas > transactionGas || m.bytes > 128<<10 {
			a.t.Errorf("%v does not fit a transaction", m)
		}
	}
	return result{a.moves, a.gas[claimant] + a.gas[challenger], a.gas[claimant], a.gas[challenger]}
}

// dear plays a whole dispute about the byte in the middle of tensor k, whose window has no border.
func (a *arena) dear(k int) result {
	a.t.Helper()
	at := a.claim.Net.Tensors[k].Size() / 2
	return a.quarrel(0, func(honest *dispute.Trace) *dispute.Trace {
		return disputetest.Alter(a.claim.Net, honest.Tensors, k, func(b []byte) { b[at] ^= 1 }, true)
	})
}

// gasOfWholeDisputes is the dearest dispute about a network, move by move.
func gasOfWholeDisputes(t *testing.T, g *gasTable) {
	for _, c := range []struct {
		name string
		net  func(*rand.Rand) *graph.Network
		most uint64
	}{{"ResNet-20", graphtest.ResNet20, 650_000}, {"64 layers, 4,608 inputs a row", deep, 1_100_000}} {
		r := rand.New(rand.NewPCG(31, 32))
		net, widest, dearest := c.net(r), 0, result{}
		for k := 1; k < len(net.Tensors); k++ {
			if net.FanIn(k) <= net.FanIn(max(widest, 1)) && widest > 0 && k%8 != 0 {
				continue // a sample of the others
			}
			if d := newArena(t, r, net).dear(k); d.gas > dearest.gas {
				widest, dearest = k, d
			}
		}
		g.section(fmt.Sprintf("The dearest dispute about %s: %v, %d inputs", c.name, net.Tensors[widest].Op, net.FanIn(widest)), "move", "bytes", "gas")
		for _, m := range dearest.moves {
			g.row(m.name, m.bytes, m.gas)
		}
		g.row("the claimant's", "-", dearest.byClaimant)
		g.row("the challenger's", "-", dearest.byOpponent)
		g.row(fmt.Sprintf("both, at most %d wanted", c.most), "-", dearest.gas)
		if dearest.gas > c.most {
			t.Errorf("%s: a dispute takes %d gas, at most %d wanted", c.name, dearest.gas, c.most)
		}
	}
}

// gasOfOperations is a dispute about each operation, and about what is none.
func gasOfOperations(t *testing.T, g *gasTable) {
	g.section("A dispute about each operation", "about", "inputs", "bytes of the tensor", "moves", "gas", "its proof")
	r := rand.New(rand.NewPCG(33, 34))
	row := func(name string, net *graph.Network, k int, d result) {
		g.row(name, net.FanIn(k), net.Tensors[k].Size(), len(d.moves), d.gas, d.proof())
	}
	net := operations(r)
	for k, tensor := range net.Tensors {
		name := fmt.Sprint(tensor.Op)
		if tensor.Groups > 1 {
			name += ", depthwise"
		}
		row(name, net, k, newArena(t, r, net).dear(k))
	}
	last := len(net.Tensors) - 1
	a := newArena(t, r, net)
	example, _, _ := a.wrong()
	row("the class alone", net, last, a.quarrel(example, func(honest *dispute.Trace) *dispute.Trace { return honest }))
	a = newArena(t, r, net)
	row("a root too few", net, last, a.quarrel(0, func(honest *dispute.Trace) *dispute.Trace {
		short := &dispute.Trace{Tensors: honest.Tensors, Trees: honest.Trees[:last]}
		short.List = dispute.NewList(short.Roots())
		return short
	}))
	wide := widest(r)
	for _, k := range []int{2, 4} {
		row(fmt.Sprintf("%v, the widest", wide.Tensors[k].Op), wide, k, newArena(t, r, wide).dear(k))
	}
}

// gasOfDepths is a dispute about a tensor of each depth, with the same proof but for its path.
func gasOfDepths(t *testing.T, g *gasTable) {
	g.section("A dispute about a byte made of one, by the depth of its tensor", "depth", "bytes of the tensor", "moves", "gas", "its proof")
	r := rand.New(rand.NewPCG(35, 36))
	for depth := range 18 {
		net := deepest(r, depth)
		if got := graph.Depth(net.Tensors[1].Size()); got != depth {
			t.Fatalf("a tensor of depth %d, want %d", got, depth)
		}
		d := newArena(t, r, net).dear(1)
		g.row(depth, net.Tensors[1].Size(), len(d.moves), d.gas, d.proof())
	}
}

// gasOfOtherEnds is what ends a game or a claim without a proof.
func gasOfOtherEnds(t *testing.T, g *gasTable) {
	g.section("Other ends", "call", "what for", "gas")
	a := newArena(t, rand.New(rand.NewPCG(37, 38)), graphtest.Residual(rand.New(rand.NewPCG(39, 40))))
	right := make([]bool, drawn)
	for i := range right {
		right[i] = true
	}
	if err := a.assert(right); err != nil {
		t.Fatal(err)
	}
	asserted := a.cfg.State
	begin := func(n int64) (games [][32]byte) {
		a.cfg.State = asserted.Copy()
		for i := range n {
			id, err := a.dispute(int(i), 1)
			if err != nil {
				t.Fatal(err)
			}
			games = append(games, id)
		}
		return games
	}
	one := func(name, what string, data []byte) {
		t.Helper()
		if _, err := a.call(challenger, nil, name, data); err != nil {
			t.Fatal(err)
		}
		g.row(name, what, a.moves[len(a.moves)-1].gas)
	}
	now := a.cfg.Time
	games := begin(2)
	a.cfg.Time += window + 1
	one("timeout", "the claimant is silent: the claim is lost", abi.PackTimeout(games[0]))
	one("settle", "another game about a claim that is lost", abi.PackSettle(games[1]))
	one("withdraw", "a challenger's", abi.PackWithdraw(challenger))
	a.cfg.Time = now
	one("concede", "by the challenger", abi.PackConcede(begin(1)[0]))
	a.cfg.State, a.cfg.Time = asserted.Copy(), now+window+1
	one("release", "the bond of a claim that stood", abi.PackRelease(a.claim.Key))
}
