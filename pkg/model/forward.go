package model

// Evaluator runs the integer forward pass; it holds the scratch space, so one
// serves one goroutine.
type Evaluator struct {
	net    *Network
	shapes []Shape
	a, b   []byte
	logits []int32
}

// NewEvaluator prepares the forward pass of a validated network.
func NewEvaluator(n *Network) *Evaluator {
	e := &Evaluator{net: n, shapes: n.Shapes()}
	largest := 0
	for _, s := range e.shapes {
		largest = max(largest, s.Size())
	}
	e.a, e.b = make([]byte, largest), make([]byte, largest)
	e.logits = make([]int32, n.Classes())
	return e
}

// Logits is the last layer's accumulators for one example of
// Network.Input.Size() features, each 0 to PixelMax; the slice is reused by the
// next call.
func (e *Evaluator) Logits(x []byte) []int32 {
	in, out := e.a[:len(x)], e.b
	width := e.net.ActivationBits()
	for i, p := range x {
		in[i] = width.Quantize(p)
	}
	last := len(e.net.Layers) - 1
	for i := range e.net.Layers {
		l, shape := &e.net.Layers[i], e.shapes[i]
		out = out[:e.shapes[i+1].Size()]
		switch {
		case l.Kind == MaxPool:
			maxPool(in, out, shape)
		case l.Kind == Conv3x3:
			conv3x3(l, width, in, out, shape)
		case i == last:
			for j := range e.logits {
				e.logits[j] = dot(l, j, in)
			}
			return e.logits
		default:
			for j := range out {
				out[j] = requantise(dot(l, j, in), l.Shift, width)
			}
		}
		in, out = out, in[:cap(in)]
	}
	return e.logits
}

// Classify is the index of the largest logit, the lowest of equals.
func (e *Evaluator) Classify(x []byte) int {
	best := 0
	logits := e.Logits(x)
	for j, v := range logits {
		if v > logits[best] {
			best = j
		}
	}
	return best
}

// CountRight classifies len(labels) examples laid out one after the other and
// counts those whose class is their label.
func (e *Evaluator) CountRight(pixels, labels []byte) int {
	right, features := 0, e.net.Input.Size()
	for i, label := range labels {
		if e.Classify(pixels[i*features:(i+1)*features]) == int(label) {
			right++
		}
	}
	return right
}

func dot(l *Layer, row int, in []byte) int32 {
	acc := l.Bias[row]
	w := l.Weights[row*len(in) : (row+1)*len(in)]
	for k, x := range in {
		acc += int32(w[k]) * int32(x)
	}
	return acc
}

func requantise(acc int32, shift uint8, width Bits) byte {
	if acc <= 0 {
		return 0
	}
	return byte(min(acc>>shift, int32(width.ActivationMax())))
}

func conv3x3(l *Layer, width Bits, in, out []byte, s Shape) {
	fan := s.Channels * 9
	for o := range l.Outputs {
		w := l.Weights[o*fan : (o+1)*fan]
		for y := range s.Height {
			for x := range s.Width {
				acc := l.Bias[o] + convAt(w, in, s, y, x)
				out[(o*s.Height+y)*s.Width+x] = requantise(acc, l.Shift, width)
			}
		}
	}
}

func convAt(w []int8, in []byte, s Shape, y, x int) int32 {
	var acc int32
	for c := range s.Channels {
		for ky := range 3 {
			yy := y + ky - 1
			if yy < 0 || yy >= s.Height {
				continue
			}
			row := in[(c*s.Height+yy)*s.Width:]
			k := w[c*9+ky*3:]
			for kx := range 3 {
				if xx := x + kx - 1; xx >= 0 && xx < s.Width {
					acc += int32(k[kx]) * int32(row[xx])
				}
			}
		}
	}
	return acc
}

func maxPool(in, out []byte, s Shape) {
	h, w := s.Height/2, s.Width/2
	for c := range s.Channels {
		for y := range h {
			for x := range w {
				at := (c*s.Height+2*y)*s.Width + 2*x
				out[(c*h+y)*w+x] = max(in[at], in[at+1], in[at+s.Width], in[at+s.Width+1])
			}
		}
	}
}
