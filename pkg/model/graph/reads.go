package graph

// Range are the bytes From to To-1 of a run.
type Range struct{ From, To int }

// Reads is what one output hangs on. The contract derives the same ranges and reads no
// others.
type Reads struct {
	A, B    []Range // of the tensors that K reads; B is Add's second
	Weights []Range // the output's row; nil where there is none
}

// Reads derives them for the number at a byte of tensor k (of logits, the four bytes from
// there on), which is not the input.
func (n *Network) Reads(k, at int) Reads {
	t := &n.Tensors[k]
	var r Reads
	channel := at % t.Channels
	if t.Op == Logits {
		channel = at / 4
	}
	if t.Weighted() {
		from := t.Offset + channel*n.rowLen(k)
		r.Weights = []Range{{from, from + n.rowLen(k)}}
	}
	switch t.Op {
	case Dense, Logits:
		r.A = []Range{{0, n.Tensors[t.A].Size()}}
	case Add:
		r.A, r.B = []Range{{at, at + 1}}, []Range{{at, at + 1}}
	case Conv:
		each := n.Tensors[t.A].Channels / t.Groups
		r.A = n.cells(t, at/t.Channels, channel/(t.Channels/t.Groups)*each, each)
	case Max, Average:
		r.A = n.cells(t, at/t.Channels, channel, 1)
	}
	return r
}

// cells are the bytes of so many channels of each cell of the window of an output's
// position, those beyond the borders left out.
func (n *Network) cells(t *Tensor, position, first, channels int) (out []Range) {
	in := &n.Tensors[t.A]
	y0, x0 := position/t.Width*t.Stride-t.Pad, position%t.Width*t.Stride-t.Pad
	for y := max(y0, 0); y < min(y0+t.Kernel, in.Height); y++ {
		for x := max(x0, 0); x < min(x0+t.Kernel, in.Width); x++ {
			at := (y*in.Width+x)*in.Channels + first
			out = append(out, Range{at, at + channels})
		}
	}
	return out
}
