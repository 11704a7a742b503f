package evaluator

import "github.com/gpuarbiter/gpuarbiter/pkg/model"

// convVectors is how many vectors the evaluator takes at once.
const convVectors = 12

// MaxConvGas is what one batch of 12 vectors may cost on the contract's
// ConvEvaluator, calldata included: more would not fit a transaction of 2^24
// gas beside the market's own work and the 64th part that a call leaves behind.
const MaxConvGas = 16_250_000

// ConvGas bounds from above the gas that the contract's ConvEvaluator takes for
// one batch of 12 vectors and for the calldata of the model and the batch. It
// is the evaluator's own estimate, to the unit: a network over MaxConvGas is
// refused on chain. The constants were measured on the compiled contract.
func ConvGas(n *model.Network) int {
	p := convPlan{at: mapsAt, end: mapsAt, free: mapsAt, top: mapsAt}
	p.place(kindAt(n, 0), n.Input)
	p.gas += 8000 + 16*(n.Size()+convVectors*(n.Input.Size()+1)) + 205*n.Input.Size() + 225*n.Input.Channels*n.Input.Height
	in := n.Input
	for i := 0; i < len(n.Layers); i++ {
		l := &n.Layers[i]
		out := l.Output(in)
		switch l.Kind {
		case model.Conv3x3:
			pooled := kindAt(n, i+1) == model.MaxPool // then it is done together
			if pooled {
				i++
				out.Height, out.Width = out.Height/2, out.Width/2
			}
			p.place(kindAt(n, i+1), out)
			p.convolution(in.Channels, out, pooled)
		case model.MaxPool:
			p.place(kindAt(n, i+1), out)
			p.gas += 410 * out.Size()
		default:
			p.place(kindAt(n, i+1), out)
			p.dense(in.Size(), out.Channels)
		}
		in = out
	}
	p.gas += 830 * in.Channels
	words := (p.top + 31) / 32
	return p.gas + 3*words + words*words/512
}

// mapsAt is where the evaluator's maps begin in memory.
const mapsAt = 0x8b00

// convPlan follows what the evaluator does: gas so far and memory in bytes.
type convPlan struct{ gas, at, end, free, top int }

func kindAt(n *model.Network, i int) model.Kind {
	if i < len(n.Layers) {
		return n.Layers[i].Kind
	}
	return 0
}

// place puts a map where it does not overlap the one that is read.
func (p *convPlan) place(reader model.Kind, s model.Shape) {
	if reader == model.Conv3x3 { // whole 2x2 tiles within a border of zeros
		s.Height, s.Width = 2*((s.Height+1)/2)+2, 2*((s.Width+1)/2)+2
		p.gas += 3 * s.Size()
	}
	size, at := 32*s.Size(), mapsAt
	if at+size > p.at {
		at = p.end
	}
	p.free = max(p.end, at+size)
	p.top = max(p.top, p.free)
	p.at, p.end = at, at+size
	p.gas += 2500 // and all else that is done once a layer
}

// convolution adds a layer that makes out of in channels.
func (p *convPlan) convolution(in int, out model.Shape, pooled bool) {
	outputs := out.Channels
	chunk := min(max(256/in, 1), outputs) // output channels for which kernels are kept
	chunks := (outputs + chunk - 1) / chunk
	blocks, kept := in/16+in%16/8+in%8/4+min(in%4, 1), 0 // blocks of channels; those of 16 that are kept apart
	if in >= 32 {
		kept = in / 16
	}
	tiles := out.Height * out.Width
	if pooled {
		p.gas += 1092 * tiles * outputs
	} else {
		tiles = (out.Height + 1) / 2 * ((out.Width + 1) / 2)
		p.gas += 575*tiles*outputs + 208*out.Size()
	}
	p.gas += outputs*(1080*in+145*blocks+270) + chunks*tiles*(920*in+360*blocks+305) +
		tiles*outputs*(367*in+505*(blocks-1)+1700*kept)
	p.top = max(p.top, p.free+32*chunk*(1+16*in)+17408*kept)
}

func (p *convPlan) dense(in, out int) {
	blocks := in/64 + (in%64+15)/16 // of 64 inputs, the last ones of 16
	p.gas += 26*out*(in/64*64+(in%64+15)/16*16) + 60*out*blocks + 365*out + 75*in
}
