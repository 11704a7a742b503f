// Package disputetest makes liars for tests.
package disputetest

import (
	"math/rand/v2"

	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// Lie is a trace of an example that is false somewhere.
type Lie struct {
	Name  string
	Trace *dispute.Trace
}

// Alter copies tensors, changes one, and computes what follows if wanted.
func Alter(net *graph.Network, tensors [][]byte, k int, change func([]byte), follow bool) *dispute.Trace {
	out := make([][]byte, len(tensors))
	for i := range tensors {
		out[i] = append([]byte(nil), tensors[i]...)
	}
	change(out[k])
	if follow {
		for i, t := range graph.NewRunner(net).From(out, k+1) {
			copy(out[i], t)
		}
	}
	return dispute.NewTrace(out)
}

// Lies are false traces of an example that the model is wrong about: a byte of each
// tensor, followed by what is computed from it or not; bytes beyond the end; whole tensors
// of nonsense; logits that say the label; nothing but the class; lists of another length.
func Lies(r *rand.Rand, net *graph.Network, honest *dispute.Trace, label int) (all []Lie) {
	last := len(net.Tensors) - 1
	for k := range net.Tensors {
		size := net.Tensors[k].Size()
		at := r.IntN(size)
		flip := func(b []byte) { b[at] ^= byte(1 + r.IntN(255)) }
		nonsense := func(b []byte) {
			for i := range b {
				b[i] = byte(r.Uint32())
			}
		}
		all = append(all,
			Lie{"a byte, and its consequences", Alter(net, honest.Tensors, k, flip, true)},
			Lie{"a byte alone", Alter(net, honest.Tensors, k, flip, false)},
			Lie{"nonsense", Alter(net, honest.Tensors, k, nonsense, false)})
		if size%graph.Word != 0 {
			all = append(all, Lie{"beyond the end", beyond(r, honest, k, size)})
		}
	}
	claim := func(logits []byte) { // the label's logit is the largest
		clear(logits)
		logits[4*label+2] = 1
	}
	if last > 1 { // of fewer than two roots the contract takes no list
		all = append(all, Lie{"a root too few", listed(honest, last)})
	}
	return append(all,
		Lie{"the logits", Alter(net, honest.Tensors, last, claim, false)},
		Lie{"the class alone", honest},
		Lie{"as many roots again", listed(honest, len(honest.Trees), honest.Trees...)})
}

// listed is a trace of which only so many tensors are listed, and others behind them.
func listed(honest *dispute.Trace, n int, more ...*graph.Tree) *dispute.Trace {
	t := &dispute.Trace{Tensors: honest.Tensors, Trees: append(append([]*graph.Tree(nil), honest.Trees[:n]...), more...)}
	t.List = dispute.NewList(t.Roots())
	return t
}

// beyond sets a byte of the padding of a tensor's tree.
func beyond(r *rand.Rand, honest *dispute.Trace, k, size int) *dispute.Trace {
	padded := make([]byte, graph.Word<<graph.Depth(size))
	copy(padded, honest.Tensors[k])
	padded[size+r.IntN(len(padded)-size)] = 1
	t := *honest
	t.Trees = append([]*graph.Tree(nil), t.Trees...)
	t.Trees[k] = graph.NewTree(padded)
	t.List = dispute.NewList(t.Roots())
	return &t
}
