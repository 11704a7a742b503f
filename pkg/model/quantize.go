package model

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// FloatLayer is a trained layer before quantisation, laid out as Layer.
type FloatLayer struct {
	Kind    Kind
	Outputs int
	Bias    []float64
	Weights []float64
}

// FloatNetwork is a trained network; its inputs are pixel/255.
type FloatNetwork struct {
	Input  Shape
	Layers []FloatLayer
}

// Quantize turns a trained network into one of 8-bit activations.
func Quantize(f *FloatNetwork, pixels []byte) (*Network, error) {
	return QuantizeTo(Bits8, f, pixels)
}

// QuantizeTo turns a trained network into integers (post-training quantisation,
// layer by layer). Each row gets the largest scale that keeps its weights in
// int8 and its accumulator below the width's bound; the row's scale is undone in
// the next layer's weights, which ReLU allows since it commutes with positive
// scaling. Each layer's shift is the one with which the calibration examples
// (pixels, one after the other) lose least.
func QuantizeTo(width Bits, f *FloatNetwork, pixels []byte) (*Network, error) {
	if !width.valid() {
		return nil, fmt.Errorf("no network has %d-bit activations", width)
	}
	features := f.Input.Size()
	if features == 0 || len(pixels) < features || len(pixels)%features != 0 {
		return nil, fmt.Errorf("calibration: %d bytes are no positive multiple of %d features", len(pixels), features)
	}
	q := &quantizer{
		net: &Network{Bits: width, Input: f.Input}, width: width, largest: float64(width.ActivationMax()), bound: width.AccumulatorBound(),
		shape: f.Input, scale: constant(f.Input.Channels, float64(width.ActivationMax())),
	}
	for at := 0; at < len(pixels); at += features {
		x := make([]byte, features)
		for i, p := range pixels[at : at+features] {
			x[i] = width.Quantize(p)
		}
		q.acts = append(q.acts, x)
	}
	for i := range f.Layers {
		if err := q.add(f, i); err != nil {
			return nil, fmt.Errorf("layer %d: %w", i, err)
		}
	}
	if err := q.net.Validate(); err != nil {
		return nil, err
	}
	return q.net, nil
}

// quantizer walks through the layers with the calibration activations.
type quantizer struct {
	net     *Network
	width   Bits
	largest float64   // activation
	bound   int       // of the accumulators
	shape   Shape     // of the activations so far
	scale   []float64 // integer units per real unit, for each channel of shape
	acts    [][]byte  // integer activations of the calibration examples
}

func constant(n int, v float64) []float64 {
	s := make([]float64, n)
	for i := range s {
		s[i] = v
	}
	return s
}

func (q *quantizer) add(net *FloatNetwork, i int) error {
	f, last := &net.Layers[i], i == len(net.Layers)-1
	if f.Kind == MaxPool {
		q.push(Layer{Kind: MaxPool}, q.scale)
		return nil
	}
	l := Layer{Kind: f.Kind, Outputs: f.Outputs}
	fan := fanIn(&l, q.shape)
	if len(f.Weights) != f.Outputs*fan || len(f.Bias) != f.Outputs {
		return fmt.Errorf("%d weights and %d biases, want %d and %d", len(f.Weights), len(f.Bias), f.Outputs*fan, f.Outputs)
	}
	rows := q.unscaled(f, fan)
	for _, r := range rows {
		if math.IsNaN(r.limit) || r.limit <= 0 {
			return errors.New("weights are not finite")
		}
	}
	if last {
		// The outputs are compared with each other: one scale for all.
		s := math.Inf(1)
		for _, r := range rows {
			s = min(s, r.limit)
		}
		for !q.fill(&l, rows, constant(len(rows), s)) {
			s *= 0.98
		}
		q.push(l, nil)
		return nil
	}
	peaks := q.peaks(f.Kind, rows)
	matter := importance(net.Layers[i+1:], f.Outputs)
	best, bestLoss := uint8(0), math.Inf(1)
	for shift := uint8(0); shift <= q.width.MaxShift(); shift++ {
		if loss := q.shiftLoss(rows, peaks, matter, shift); loss < bestLoss {
			best, bestLoss = shift, loss
		}
	}
	l.Shift = best
	scales := make([]float64, len(rows))
	for j, r := range rows {
		scales[j] = q.rowScale(r, peaks[j], best)
	}
	for !q.fill(&l, rows, scales) {
		// fill shrank the row that rounding had pushed over its bound
	}
	for j := range scales {
		scales[j] /= float64(int(1) << best)
	}
	q.push(l, scales)
	return nil
}

// row is one output's weights in units of the integer inputs.
type row struct {
	w     []float64
	bias  float64
	limit float64 // the largest scale that int8 and the accumulator allow
}

func (q *quantizer) unscaled(f *FloatLayer, fan int) []row {
	rows := make([]row, f.Outputs)
	perChannel := fan / len(q.scale)
	for j := range rows {
		r := row{w: make([]float64, fan), bias: f.Bias[j]}
		l1, peak := 0.0, 0.0
		for k := range r.w {
			r.w[k] = f.Weights[j*fan+k] / q.scale[k/perChannel]
			l1 += math.Abs(r.w[k])
			peak = max(peak, math.Abs(r.w[k]))
		}
		// Rounding adds at most half a unit for each weight that does not
		// round to zero; leave room for it and for the rounding of the shift.
		room := float64(q.bound) * 0.96
		r.limit = min(127/max(peak, 1e-12), room/max(q.largest*l1+math.Abs(r.bias), 1e-12))
		rows[j] = r
	}
	return rows
}

// peaks is, for each output, the 99.9th percentile of its positive real
// activations: beyond it they may saturate.
func (q *quantizer) peaks(kind Kind, rows []row) []float64 {
	peaks := make([]float64, len(rows))
	step := max(1, len(q.acts)/256)
	for j, r := range rows {
		var seen []float64
		for i := 0; i < len(q.acts); i += step {
			seen = append(seen, q.responses(kind, r, q.acts[i])...)
		}
		peaks[j] = percentile(seen, 0.999)
	}
	return peaks
}

func (q *quantizer) responses(kind Kind, r row, x []byte) []float64 {
	if kind == Dense {
		sum := r.bias
		for k, v := range x {
			sum += r.w[k] * float64(v)
		}
		return []float64{sum}
	}
	s, out := q.shape, []float64(nil)
	for y := 0; y < s.Height; y++ {
		for xx := 0; xx < s.Width; xx++ {
			sum := r.bias
			for k, w := range r.w {
				yy, xk := y+k%9/3-1, xx+k%3-1
				if yy >= 0 && yy < s.Height && xk >= 0 && xk < s.Width {
					sum += w * float64(x[(k/9*s.Height+yy)*s.Width+xk])
				}
			}
			out = append(out, sum)
		}
	}
	return out
}

// rowScale is the scale of a row under a shift: what the limits allow, but not
// so much that its peak saturates.
func (q *quantizer) rowScale(r row, peak float64, shift uint8) float64 {
	if peak <= 0 {
		return r.limit
	}
	return min(r.limit, (q.largest+0.5)*float64(int(1)<<shift)/peak)
}

// shiftLoss sums, over the rows, the squared error that rounding weights and
// activations makes under a shift: a part of the row's peak, at most all of it,
// for what the row matters. A row that hardly ever fires must not decide for all.
func (q *quantizer) shiftLoss(rows []row, peaks, matter []float64, shift uint8) float64 {
	loss := 0.0
	for j, r := range rows {
		if peaks[j] <= 0 {
			continue
		}
		s := q.rowScale(r, peaks[j], shift)
		norm := 0.0
		for _, w := range r.w {
			norm += w * w
		}
		steps := max(peaks[j]*s/float64(int(1)<<shift), 1e-9) // activation steps up to the peak
		weights := float64(len(r.w)) / 12 / max(norm*s*s, 1e-12)
		loss += min(weights+1/(12*steps*steps)*16, 1) * peaks[j] * peaks[j] * matter[j]
	}
	return loss
}

// fill rounds the rows and reports whether every one keeps its bound. Half a
// step of the shift goes into the bias so that the shift rounds.
func (q *quantizer) fill(l *Layer, rows []row, scales []float64) bool {
	l.Bias, l.Weights = nil, nil
	half := 0.0
	if l.Shift > 0 {
		half = float64(int(1) << (l.Shift - 1))
	}
	for j, r := range rows {
		bias := int32(math.Round(min(max(r.bias*scales[j]+half, float64(1-q.bound)), float64(q.bound-1))))
		w := make([]int8, len(r.w))
		for k, v := range r.w {
			w[k] = int8(math.Round(min(max(v*scales[j], -127), 127)))
		}
		if q.width.RowBound(bias, w) >= int64(q.bound) {
			scales[j] *= 0.98
			return false
		}
		l.Bias, l.Weights = append(l.Bias, bias), append(l.Weights, w...)
	}
	return true
}

// push appends the layer and moves the calibration examples through it.
func (q *quantizer) push(l Layer, scale []float64) {
	q.net.Layers = append(q.net.Layers, l)
	in := q.shape
	q.shape = l.Output(in)
	if scale == nil {
		return
	}
	q.scale = scale
	for i, x := range q.acts {
		out := make([]byte, q.shape.Size())
		switch l.Kind {
		case MaxPool:
			maxPool(x, out, in)
		case Conv3x3:
			conv3x3(&l, q.width, x, out, in)
		default:
			for j := range out {
				out[j] = requantise(dot(&l, j, x), l.Shift, q.width)
			}
		}
		q.acts[i] = out
	}
}

// percentile is the p-quantile (0..1) of v, which it sorts; 0 for none.
func percentile(v []float64, p float64) float64 {
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	return v[int(p*float64(len(v)-1)+0.5)]
}

// importance is, for each output of a layer, the sum of the squared weights with
// which the next weighted layer uses it.
func importance(next []FloatLayer, outputs int) []float64 {
	sums := constant(outputs, 0)
	for i := range next {
		l := &next[i]
		if l.Kind == MaxPool || outputs == 0 || l.Outputs == 0 || len(l.Weights) == 0 {
			continue
		}
		fan := len(l.Weights) / l.Outputs
		for k, w := range l.Weights {
			sums[min(k%fan*outputs/fan, outputs-1)] += w * w
		}
		break
	}
	return sums
}
