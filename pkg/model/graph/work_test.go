package graph_test

import (
	"math/rand/v2"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
)

// What an operation of Work takes, in networks of the layers that have least inputs for what each output costs besides. Who
// checks claims is taken to do one in a nanosecond on all cores.
func BenchmarkWork(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	of := func(t graph.Tensor) *graph.Network {
		t.A, t.B = 1, 0
		if t.Op == graph.Add {
			t.B = 1
		}
		return graphtest.Fill(r, &graph.Network{Tensors: []graph.Tensor{
			{Op: graph.Input, Channels: 1, Height: 32, Width: 32}, {Op: graph.Conv, A: 0, Channels: 1024, Kernel: 1, Stride: 1, Groups: 1},
			t, {Op: graph.Average, A: 2, Kernel: 16, Stride: 16}, {Op: graph.Logits, A: 3, Channels: 10},
		}})
	}
	conv := func(channels, kernel, groups int) *graph.Network {
		return of(graph.Tensor{Op: graph.Conv, Channels: channels, Kernel: kernel, Stride: 1, Pad: kernel / 2, Groups: groups})
	}
	for _, c := range []struct {
		name string
		net  *graph.Network
	}{
		{"depthwise/1x1", conv(1024, 1, 1024)}, {"depthwise/3x3", conv(1024, 3, 1024)}, {"depthwise/7x7", conv(1024, 7, 1024)},
		{"doubling/3x3", conv(2048, 3, 1024)}, {"pairs/1x1", conv(1024, 1, 512)}, {"pairs/3x3", conv(1024, 3, 512)}, {"pairs/7x7", conv(1024, 7, 512)},
		{"halving/3x3", conv(512, 3, 512)}, {"add", of(graph.Tensor{Op: graph.Add})}, {"average", of(graph.Tensor{Op: graph.Average, Kernel: 1, Stride: 1})},
		{"max", of(graph.Tensor{Op: graph.Max, Kernel: 1, Stride: 1})}, {"ResNet-20", graphtest.ResNet20(r)},
	} {
		b.Run(c.name, func(b *testing.B) {
			x, counter := make([]byte, c.net.Inputs()), c.net.Counter()
			for b.Loop() {
				counter.Logits(x)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(c.net.Work()), "ns/operation")
		})
	}
}
