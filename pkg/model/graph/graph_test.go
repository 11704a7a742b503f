package graph_test

import (
	"bytes"
	"math/big"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph/graphtest"
)

func pixels(r *rand.Rand, n int) []byte {
	x := make([]byte, n)
	for i := range x {
		x[i] = byte(r.Uint32())
		if r.IntN(8) == 0 {
			x[i] = byte(255 * r.IntN(2))
		}
	}
	return x
}

// divide is v/2^s or v/d rounded half to even, by rational arithmetic.
func divide(v, d int64) int64 {
	q, rest := new(big.Int).DivMod(big.NewInt(v), big.NewInt(d), new(big.Int))
	switch new(big.Int).Lsh(rest, 1).Cmp(big.NewInt(d)) {
	case 1:
		return q.Int64() + 1
	case 0:
		return q.Int64() + q.Int64()&1
	}
	return q.Int64()
}

// plain computes one output as docs/FORMAT.md has it, index by index.
func plain(n *graph.Network, tensors [][]byte, k, at int) []byte {
	t := n.Tensors[k]
	num := func(of, y, x, c int) int64 {
		s := n.Tensors[of]
		return int64(tensors[of][(y*s.Width+x)*s.Channels+c]) - int64(s.Zero)
	}
	clamp := func(v int64) []byte { return []byte{byte(min(max(v+int64(t.Zero), 0), 255))} }
	if t.Op == graph.Add {
		c, x, y := at%t.Channels, at/t.Channels%t.Width, at/t.Channels/t.Width
		return clamp(divide(num(t.A, y, x, c)*(1<<t.LeftA)+num(t.B, y, x, c)*(1<<t.LeftB), 1<<t.Shift))
	}
	in, o, x, y := n.Tensors[t.A], at%t.Channels, at/t.Channels%t.Width, at/t.Channels/t.Width
	if t.Op == graph.Logits {
		o, x, y = at/4, 0, 0
	}
	row := n.Weights[min(t.Offset+o*(5+n.FanIn(k)), len(n.Weights)):]
	sum, most, i := int64(0), int64(-1<<40), 0
	kh, kw, channels, first := t.Kernel, t.Kernel, in.Channels, 0
	switch t.Op {
	case graph.Dense, graph.Logits:
		kh, kw, t.Stride = in.Height, in.Width, 1
	case graph.Conv:
		channels = in.Channels / t.Groups
		first = o / (t.Channels / t.Groups) * channels
	default:
		channels, first = 1, o
	}
	for ky := range kh {
		for kx := range kw {
			for c := range channels {
				yy, xx := y*t.Stride-t.Pad+ky, x*t.Stride-t.Pad+kx
				inside := yy >= 0 && xx >= 0 && yy < in.Height && xx < in.Width
				if inside {
					v := num(t.A, yy, xx, first+c)
					most = max(most, v)
					if t.Weighted() {
						sum += v * (int64(row[5+i]) - 128)
					} else {
						sum += v
					}
				}
				i++
			}
		}
	}
	switch t.Op {
	case graph.Max:
		return clamp(most)
	case graph.Average:
		return clamp(divide(sum, int64(t.Kernel*t.Kernel)))
	}
	sum += int64(int32(uint32(row[0])<<24 | uint32(row[1])<<16 | uint32(row[2])<<8 | uint32(row[3])))
	if t.Op == graph.Logits {
		return []byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)}
	}
	return clamp(divide(sum, 1<<(row[4]&31)))
}

// Every byte of every tensor is what the semantics say.
func TestForwardIsTheSemantics(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		n := graphtest.Random(r)
		runner := graph.NewRunner(n)
		for range 2 {
			tensors := runner.Run(pixels(r, n.Tensors[0].Size()))
			for k := 1; k < len(n.Tensors); k++ {
				step := 1
				if n.Tensors[k].Op == graph.Logits {
					step = 4
				}
				for at := 0; at < len(tensors[k]); at += step {
					if want := plain(n, tensors, k, at); !bytes.Equal(tensors[k][at:at+step], want) {
						t.Fatalf("tensor %d %+v of %+v, byte %d: %v, want %v", k, n.Tensors[k], n.Tensors[n.Tensors[k].A], at, tensors[k][at:at+step], want)
					}
				}
			}
		}
	})
}

// What lies beyond what Reads names changes nothing.
func TestReadsNamesAllThatCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		n := graphtest.Random(r)
		tensors := graph.NewRunner(n).Run(pixels(r, n.Tensors[0].Size()))
		k := 1 + r.IntN(len(n.Tensors)-1)
		at := r.IntN(n.Tensors[k].Size())
		if n.Tensors[k].Op == graph.Logits {
			at = at / 4 * 4
		}
		reads := n.Reads(k, at)
		other := graph.Network{Tensors: n.Tensors, Weights: keep(r, n.Weights, reads.Weights)}
		changed := make([][]byte, len(tensors))
		for i := range tensors {
			var ranges []graph.Range
			if i == n.Tensors[k].A {
				ranges = append(ranges, reads.A...)
			}
			if n.Tensors[k].Op == graph.Add && i == n.Tensors[k].B {
				ranges = append(ranges, reads.B...)
			}
			changed[i] = keep(r, tensors[i], ranges)
		}
		if a, b := plain(n, tensors, k, at), plain(&other, changed, k, at); !bytes.Equal(a, b) {
			t.Fatalf("tensor %d %+v at %d: %v and %v", k, n.Tensors[k], at, a, b)
		}
	})
}

func keep(r *rand.Rand, b []byte, ranges []graph.Range) []byte {
	out := pixels(r, len(b))
	for _, g := range ranges {
		copy(out[g.From:g.To], b[g.From:])
	}
	return out
}

func TestFileThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := graphtest.Random(rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0)))
		raw, err := n.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		back, err := graph.Parse(raw)
		if err != nil {
			t.Fatal(err)
		}
		again, err := back.Marshal()
		if err != nil || !bytes.Equal(raw, again) || back.Hash() != n.Hash() {
			t.Fatalf("%v; the same: %t", err, bytes.Equal(raw, again))
		}
	})
}

func FuzzParse(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		raw, _ := graphtest.Random(r).Marshal()
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		n, err := graph.Parse(raw)
		if err != nil {
			return
		}
		again, err := n.Marshal()
		if err != nil || !bytes.Equal(raw, again) {
			t.Fatalf("a second form of one network: %v", err)
		}
		if n.MACs() < 1<<20 {
			graph.NewRunner(n).Run(make([]byte, n.Tensors[0].Size()))
		}
	})
}

func TestTrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := rapid.SliceOfN(rapid.Byte(), 0, 700).Draw(t, "bytes")
		tree := graph.NewTree(b)
		if tree.Depth() != graph.Depth(len(b)) {
			t.Fatalf("depth %d, want %d", tree.Depth(), graph.Depth(len(b)))
		}
		words := rapid.SliceOfNDistinct(rapid.IntRange(0, 1<<tree.Depth()-1), 1, min(12, 1<<tree.Depth()), rapid.ID[int]).Draw(t, "words")
		sortInts(words)
		values, proof := tree.Prove(words)
		if root, err := graph.RootFrom(tree.Depth(), words, values, proof); err != nil || root != tree.Root() {
			t.Fatalf("%v", err)
		}
		values[len(values)-1][3] ^= 1
		if root, err := graph.RootFrom(tree.Depth(), words, values, proof); err == nil && root == tree.Root() {
			t.Fatal("another word has the same root")
		}
		w := words[0]
		node := tree.Nodes(tree.Depth(), w, 1)[0]
		for i, s := range tree.Siblings(tree.Depth(), w, tree.Depth()) {
			if w>>i&1 == 0 {
				node = graph.Node(node, s)
			} else {
				node = graph.Node(s, node)
			}
		}
		if node != tree.Root() {
			t.Fatal("the path does not lead to the root")
		}
	})
}

func sortInts(v []int) {
	for i := range v {
		for j := i; j > 0 && v[j] < v[j-1]; j-- {
			v[j], v[j-1] = v[j-1], v[j]
		}
	}
}

func BenchmarkResNet20(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	n := graphtest.ResNet20(r)
	runner, x := graph.NewRunner(n), pixels(r, n.Tensors[0].Size())
	b.ReportMetric(float64(n.MACs())/1e6, "MMAC")
	for b.Loop() {
		runner.Run(x)
	}
}

func BenchmarkTreesOfResNet20(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	n := graphtest.ResNet20(r)
	tensors := graph.NewRunner(n).Run(pixels(r, n.Tensors[0].Size()))
	for b.Loop() {
		for _, t := range tensors {
			graph.NewTree(t)
		}
	}
}

// A model goes through its parts, whatever stands between them.
func TestPartsJoin(t *testing.T) {
	r := rand.New(rand.NewPCG(41, 42))
	for _, n := range []*graph.Network{graphtest.Random(r), graphtest.ResNet20(r)} {
		parts := n.Parts()
		other := graphtest.Random(r).Parts()
		shuffled := append(append([][]byte{nil, other[0]}, parts...), other...)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		back, err := graph.Join(shuffled, n.Hash())
		if err != nil || !bytes.Equal(back.Weights, n.Weights) {
			t.Fatalf("%d parts: %v", len(parts), err)
		}
		if _, err := graph.Join(parts[1:], n.Hash()); err == nil {
			t.Error("a model without its first part")
		}
	}
}
