package model

// MaxConvGas is what one batch of 12 vectors may cost on the contract's
// ConvEvaluator, calldata included: more would not fit a transaction of 2^24
// gas beside the market's own work and the 64th part that a call leaves behind.
const MaxConvGas = 16_000_000

// ConvGas bounds from above the gas that the contract's ConvEvaluator takes for
// one batch of 12 vectors and for the calldata of the model and the batch. It
// is the evaluator's own estimate, to the unit: a network over MaxConvGas is
// refused on chain. The constants were measured on the compiled contract.
func (n *Network) ConvGas() int {
	p := convPlan{at: mapsAt, end: mapsAt}
	p.place(n.kindAt(0), n.Input)
	p.gas += 16*(n.size()+12*(n.Input.Size()+1)) + 3000 + 213*n.Input.Size() + 80*n.Input.Channels*(n.Input.Height+1)
	in := n.Input
	for i := 0; i < len(n.Layers); i++ {
		l := &n.Layers[i]
		out := outShape(l, in)
		switch l.Kind {
		case Conv3x3:
			tiles := (in.Height + 1) / 2 * ((in.Width + 1) / 2)
			if n.kindAt(i+1) == MaxPool {
				i++
				out = Shape{out.Channels, out.Height / 2, out.Width / 2}
				tiles = out.Height * out.Width
			}
			p.place(n.kindAt(i+1), out)
			p.convolution(in.Channels, out.Channels, tiles)
		case MaxPool:
			p.place(n.kindAt(i+1), out)
			p.gas += 360*out.Size() + 150*out.Channels*(out.Height+1)
		default:
			p.dense(in.Size(), out.Channels)
			p.place(n.kindAt(i+1), out)
		}
		in = out
	}
	p.gas += 12 * (90*in.Channels + 150)
	words := (p.top + 31) / 32
	return p.gas + 3*words + words*words/512
}

// mapsAt is where the evaluator's maps begin in memory.
const mapsAt = 0x8b00

// convPlan follows what the evaluator does: gas so far and memory in bytes.
type convPlan struct{ gas, at, end, top int }

func (n *Network) kindAt(i int) Kind {
	if i < len(n.Layers) {
		return n.Layers[i].Kind
	}
	return 0
}

// place puts a map where it does not overlap the one that is read.
func (p *convPlan) place(reader Kind, s Shape) {
	if reader == Conv3x3 { // whole 2x2 tiles within a border of zeros
		s.Height, s.Width = 2*((s.Height+1)/2)+2, 2*((s.Width+1)/2)+2
		p.gas += 3 * s.Size()
	}
	size, at := 32*s.Size(), mapsAt
	if at+size > p.at {
		at = p.end
	}
	p.top = max(p.top, p.end, at+size)
	p.at, p.end = at, at+size
	p.gas += 700
}

func (p *convPlan) convolution(in, out, tiles int) {
	chunk := min(max(256/in, 1), out) // output channels at a time
	chunks := (out + chunk - 1) / chunk
	blocks, kept := in/16+in%16/8+in%8/4+min(in%4, 1), in/16
	if in < 32 {
		kept = 0
	}
	p.gas += out*(1520*in+250*blocks+300) + chunks*tiles*(970*in+200*blocks+400) +
		tiles*out*(1300+370*in+330*blocks+1700*kept) + 1000*chunks
	p.top = max(p.top, p.top+512*chunk*(1+in)+17408*kept)
}

func (p *convPlan) dense(in, out int) {
	blocks := in/64 + (in%64+15)/16
	p.gas += 23*out*(in/64*64+(in%64+15)/16*16) + 110*out*blocks + 300*out + 45*in + 400*blocks
}
