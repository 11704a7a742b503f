package graph

import (
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
)

// Float is a trained network before quantisation: Network's tensors without zero points,
// shifts and offsets, and for each weighted one its rows (laid out as Network's) and
// biases. What an operation makes is cut off at zero (ReLU) but for the logits and what
// Signed names. Its inputs are bytes divided by 255.
type Float struct {
	Tensors []Tensor
	Weights [][]float64
	Bias    [][]float64
	Signed  []bool // by tensor; nil: none
}

func (f *Float) signed(k int) bool {
	return f.Tensors[k].Op == Logits || k < len(f.Signed) && f.Signed[k]
}

// The largest activation in use, and the zero point of what has a sign.
const (
	unsignedSteps = 255
	signedSteps   = 127
	signedZero    = 128
)

// Quantize turns a trained network into integers. Each tensor's scale is a power of two
// of the input's, the finest that holds nearly all that the calibration examples
// make of it (pixels in the data set's order, one example after the other); so the parts
// of a sum differ by shifts. A row's scale is what makes its accumulator a power of two of
// its output, as fine as 8 bits allow.
func Quantize(f *Float, pixels []byte) (*Network, error) {
	n := &Network{Tensors: slices.Clone(f.Tensors)}
	for k := range n.Tensors {
		if t := &n.Tensors[k]; t.Op == Max || t.Op == Average {
			t.Zero = n.Tensors[t.A].Zero
		} else if f.signed(k) && t.Op != Logits {
			t.Zero = signedZero
		}
	}
	size, err := n.Layout()
	if err != nil {
		return nil, err
	}
	inputs := n.Inputs()
	if len(pixels) == 0 || len(pixels)%inputs != 0 {
		return nil, fmt.Errorf("calibration: %d bytes are no positive multiple of %d values", len(pixels), inputs)
	}
	peaks, err := f.peaks(n, pixels)
	if err != nil {
		return nil, err
	}
	q := &quantizer{n: n, f: f, exponents: make([]int, len(n.Tensors))}
	for k := 1; k < len(n.Tensors); k++ {
		if err := q.choose(k, peaks[k]); err != nil {
			return nil, fmt.Errorf("tensor %d (%v): %w", k, n.Tensors[k].Op, err)
		}
	}
	n.Weights = make([]byte, size)
	for k := 1; k < len(n.Tensors); k++ {
		if err := q.fill(k); err != nil {
			return nil, fmt.Errorf("tensor %d (%v): %w", k, n.Tensors[k].Op, err)
		}
	}
	return n, n.Validate()
}

// quantizer: a unit of tensor k is 2^exponents[k] / 255.
type quantizer struct {
	n         *Network
	f         *Float
	exponents []int
}

func (q *quantizer) unit(k int) float64 { return math.Ldexp(1.0/255, q.exponents[k]) }

// choose gives tensor k its scale.
func (q *quantizer) choose(k int, peak float64) error {
	t := &q.n.Tensors[k]
	if t.Op == Max || t.Op == Average {
		q.exponents[k] = q.exponents[t.A]
		return nil
	}
	steps := float64(unsignedSteps)
	if t.Zero != 0 {
		steps = signedSteps
	}
	q.exponents[k] = int(math.Ceil(math.Log2(max(peak, 1e-9)*255/steps) - 1e-9))
	if t.Op != Add {
		return nil
	}
	// (a * 2^leftA + b * 2^leftB) / 2^shift: the finer of both is the unit of the sum
	a, b := q.exponents[t.A], q.exponents[t.B]
	fine := min(a, b)
	t.LeftA, t.LeftB = a-fine, b-fine
	if max(t.LeftA, t.LeftB) > 7 {
		return errors.New("the parts of the sum differ by more than seven bits in size")
	}
	t.Shift = min(max(q.exponents[k]-fine, 0), 15)
	q.exponents[k] = fine + t.Shift
	return nil
}

// fill rounds the rows of tensor k.
func (q *quantizer) fill(k int) error {
	t := &q.n.Tensors[k]
	if !t.Weighted() {
		return nil
	}
	fan, size, in := q.n.FanIn(k), q.n.rowLen(k), q.unit(t.A)
	logits := math.Inf(1) // weights are so many units for one, the same of all logits
	for o := range t.Channels {
		peak := 0.0
		for _, w := range q.f.Weights[k][o*fan : (o+1)*fan] {
			peak = max(peak, math.Abs(w))
		}
		if math.IsNaN(peak) || math.IsInf(peak, 0) || math.IsNaN(q.f.Bias[k][o]) || math.IsInf(q.f.Bias[k][o], 0) {
			return errors.New("weights are not finite")
		}
		logits = min(logits, 127/max(peak, 1e-9))
	}
	for o := range t.Channels {
		w := q.f.Weights[k][o*fan : (o+1)*fan]
		steps, shift := logits, 0
		if t.Op != Logits {
			steps, shift = q.rowSteps(w, in, q.unit(k))
		}
		row := q.n.Weights[t.Offset+o*size:]
		bias := int32(math.RoundToEven(min(max(q.f.Bias[k][o]*steps/in, -(1<<30)), 1<<30)))
		row[0], row[1], row[2], row[3], row[4] = byte(bias>>24), byte(bias>>16), byte(bias>>8), byte(bias), byte(shift)
		for i, v := range w {
			row[rowHead+i] = byte(int(math.RoundToEven(min(max(v*steps, -127), 127))) + weightOffset)
		}
	}
	return nil
}

// rowSteps is how many steps a weight of one has, and the shift that belongs to it: the
// accumulator's unit is in/steps, and the output's is that times 2^shift.
func (q *quantizer) rowSteps(w []float64, in, out float64) (steps float64, shift int) {
	peak := 1e-9
	for _, v := range w {
		peak = max(peak, math.Abs(v))
	}
	for shift = 24; shift > 0; shift-- {
		if steps = in / out * math.Ldexp(1, shift); steps*peak <= 127 {
			return steps, shift
		}
	}
	return in / out, 0
}

// peaks are the largest magnitudes of each tensor on the examples, but for one value in a
// thousand. The examples are run side by side: a validation waits for them.
func (f *Float) peaks(n *Network, pixels []byte) ([]float64, error) {
	const perTensor = 200_000
	inputs := n.Inputs()
	examples := len(pixels) / inputs
	workers := min(runtime.GOMAXPROCS(0), examples)
	seen := make([][][]float64, workers)
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			seen[w] = make([][]float64, len(n.Tensors))
			for i := w; i < examples; i += workers {
				for k, v := range f.run(n, pixels[i*inputs:(i+1)*inputs]) {
					step := max(1, len(v)*examples/perTensor)
					for j := i % step; j < len(v); j += step {
						seen[w][k] = append(seen[w][k], math.Abs(v[j]))
					}
				}
			}
		})
	}
	group.Wait()
	peaks := make([]float64, len(n.Tensors))
	for k := range peaks {
		var all []float64
		for _, own := range seen {
			all = append(all, own[k]...)
		}
		slices.Sort(all) // what is no number comes first, and whose they were is gone
		if math.IsNaN(all[0]) || math.IsInf(all[len(all)-1], 0) {
			return nil, fmt.Errorf("tensor %d (%v) is not finite", k, n.Tensors[k].Op)
		}
		peaks[k] = all[int(float64(len(all)-1)*0.999)]
	}
	return peaks, nil
}

// run is the forward pass in floats.
func (f *Float) run(n *Network, pixels []byte) [][]float64 {
	x := make([]byte, len(pixels))
	Interleave(x, pixels, &n.Tensors[0])
	out := make([][]float64, len(n.Tensors))
	for k := range n.Tensors {
		t := &n.Tensors[k]
		out[k] = make([]float64, t.Positions()*t.Channels)
		switch t.Op {
		case Input:
			for i, v := range x {
				out[k][i] = float64(v) / 255
			}
		case Add:
			for i := range out[k] {
				out[k][i] = out[t.A][i] + out[t.B][i]
			}
		default:
			for at := range out[k] {
				out[k][at] = f.output(n, k, at, out[t.A])
			}
		}
		if t.Op != Input && !f.signed(k) {
			for i, v := range out[k] {
				out[k][i] = max(v, 0)
			}
		}
	}
	return out
}

// output is one value, from the cells that it reads.
func (f *Float) output(n *Network, k, at int, in []float64) float64 {
	t := &n.Tensors[k]
	if t.Op == Dense || t.Op == Logits {
		return f.Bias[k][at] + dot(f.Weights[k][at*len(in):(at+1)*len(in)], in)
	}
	a, channel := &n.Tensors[t.A], at%t.Channels
	top, left := at/t.Channels/t.Width*t.Stride-t.Pad, at/t.Channels%t.Width*t.Stride-t.Pad
	y0, y1, x0, x1 := max(top, 0), min(top+t.Kernel, a.Height), max(left, 0), min(left+t.Kernel, a.Width)
	if t.Op == Conv {
		each, fan := a.Channels/t.Groups, n.FanIn(k)
		first := channel / (t.Channels / t.Groups) * each
		w, sum := f.Weights[k][channel*fan:(channel+1)*fan], f.Bias[k][channel]
		for y := y0; y < y1; y++ {
			row, weights := in[(y*a.Width+x0)*a.Channels:(y*a.Width+x1)*a.Channels], w[((y-top)*t.Kernel+x0-left)*each:]
			if t.Groups == 1 { // the window's cells of a row are one run
				sum += dot(weights[:len(row)], row)
				continue
			}
			for x := range x1 - x0 {
				sum += dot(weights[x*each:][:each], row[x*a.Channels+first:])
			}
		}
		return sum
	}
	sum, most := 0.0, math.Inf(-1)
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			v := in[(y*a.Width+x)*a.Channels+channel]
			sum, most = sum+v, max(most, v)
		}
	}
	if t.Op == Max {
		return most
	}
	return sum / float64(t.Kernel*t.Kernel)
}

// dot is the sum of products; in four parts, since each addition waits for the one before it.
func dot(w, v []float64) float64 {
	v = v[:len(w)]
	var a, b, c, d float64
	i := 0
	for ; i+4 <= len(w); i += 4 {
		a += w[i] * v[i]
		b += w[i+1] * v[i+1]
		c += w[i+2] * v[i+2]
		d += w[i+3] * v[i+3]
	}
	for ; i < len(w); i++ {
		a += w[i] * v[i]
	}
	return a + b + c + d
}
