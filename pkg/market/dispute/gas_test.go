package dispute_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute/disputetest"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
)

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

// dear plays a whole dispute about a byte of tensor k, and gives what both sides pay together.
func (a *arena) dear(r *rand.Rand, k int) (gas uint64) {
	a.t.Helper()
	example, right := 0, make([]bool, drawn)
	right[0] = true // whatever it is: the trace is false
	honest, err := a.claim.Trace(a.pixelsOf(0))
	if err != nil {
		a.t.Fatal(err)
	}
	if err := a.assert(right); err != nil {
		a.t.Fatal(err)
	}
	t := a.claim.Net.Tensors[k]
	at := t.Size() / 2 // in the middle: a window without borders
	theirs := disputetest.Alter(a.claim.Net, honest.Tensors, k, func(b []byte) { b[at] ^= 1 }, true)
	a.moves = nil
	clear(a.gas)
	id, err := a.dispute(example, int64(r.Uint32()))
	if err != nil {
		a.t.Fatal(err)
	}
	if err := a.play(id, example, theirs, honest, -1); err != nil || !a.lost() {
		a.t.Fatalf("%v; lost: %t", err, a.lost())
	}
	return a.gas[claimant] + a.gas[challenger]
}

func TestGasOfADispute(t *testing.T) {
	for _, c := range []struct {
		name string
		net  func(*rand.Rand) *graph.Network
		most uint64
	}{{"ResNet-20", graphtest.ResNet20, 650_000}, {"64 layers, 4,608 inputs a row", deep, 1_100_000}} {
		r := rand.New(rand.NewPCG(31, 32))
		net, widest, cost := c.net(r), 0, uint64(0)
		var moves []string
		for k := 1; k < len(net.Tensors); k++ {
			if net.FanIn(k) <= net.FanIn(max(widest, 1)) && widest > 0 && k%8 != 0 {
				continue // a sample of the others
			}
			a := newArena(t, r, net)
			if gas := a.dear(r, k); gas > cost {
				widest, cost, moves = k, gas, a.moves
			}
		}
		t.Logf("%s: %d gas, about tensor %d (%v, %d inputs):\n%s", c.name, cost, widest, net.Tensors[widest].Op, net.FanIn(widest), strings.Join(moves, "\n"))
		if cost > c.most {
			t.Errorf("%s: a dispute takes %d gas, at most %d wanted", c.name, cost, c.most)
		}
	}
}
