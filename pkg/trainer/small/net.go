package small

import (
	"math"
	"math/rand/v2"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// net is a multi-layer perceptron in training: parameters and Adam's moments.
// Parameters lie one layer after the other, each its rows over the inputs and
// then its biases: the order of model.FloatLayer.
type net struct {
	sizes  []int // inputs, hidden layers, classes
	params []float32
	m, v   []float32
	step   int
}

// newNet draws He-uniform weights (He et al. 2015) and zero biases.
func newNet(sizes []int, rng *rand.Rand) *net {
	n := &net{sizes: sizes}
	for i, out := range sizes[1:] {
		bound := math.Sqrt(6 / float64(sizes[i]))
		for range out * sizes[i] {
			n.params = append(n.params, float32((2*rng.Float64()-1)*bound))
		}
		n.params = append(n.params, make([]float32, out)...)
	}
	n.m, n.v = make([]float32, len(n.params)), make([]float32, len(n.params))
	return n
}

// layer is where layer i's weights and biases lie within v.
func (n *net) layer(v []float32, i int) (w, b []float32) {
	at := 0
	for k := range i {
		at += (n.sizes[k] + 1) * n.sizes[k+1]
	}
	end := at + n.sizes[i]*n.sizes[i+1]
	return v[at:end], v[end : end+n.sizes[i+1]]
}

// scratch is what one pass through a network needs, for one goroutine.
type scratch struct {
	acts   [][]float32 // of each layer, the input first
	deltas [][]float32
	grad   []float32
}

func newScratch(sizes []int) *scratch {
	s := &scratch{}
	total := 0
	for i, size := range sizes {
		s.acts, s.deltas = append(s.acts, make([]float32, size)), append(s.deltas, make([]float32, size))
		if i > 0 {
			total += (sizes[i-1] + 1) * size
		}
	}
	s.grad = make([]float32, total)
	return s
}

// forward gives the logits of x, which the scratch keeps.
func (n *net) forward(s *scratch, x []float32) []float32 {
	copy(s.acts[0], x)
	last := len(n.sizes) - 2
	for i := range last + 1 {
		w, b := n.layer(n.params, i)
		in, out := s.acts[i], s.acts[i+1]
		for j := range out {
			v := b[j] + dot(w[j*len(in):(j+1)*len(in)], in)
			if i < last && v < 0 {
				v = 0
			}
			out[j] = v
		}
	}
	return s.acts[last+1]
}

// backward adds the gradient of the example's cross-entropy to the scratch's,
// after forward. A share smooth of the label is spread over all classes.
func (n *net) backward(s *scratch, label byte, smooth float32) {
	last := len(n.sizes) - 2
	softmax(s.deltas[last+1], s.acts[last+1])
	d := s.deltas[last+1]
	for j := range d {
		d[j] -= smooth / float32(len(d))
	}
	d[label] -= 1 - smooth
	for i := last; i >= 0; i-- {
		w, _ := n.layer(n.params, i)
		gw, gb := n.layer(s.grad, i)
		in, below, delta := s.acts[i], s.deltas[i], s.deltas[i+1]
		clear(below)
		for j, d := range delta {
			if d == 0 {
				continue
			}
			gb[j] += d
			axpy(gw[j*len(in):(j+1)*len(in)], in, d)
			if i > 0 {
				axpy(below, w[j*len(in):(j+1)*len(in)], d)
			}
		}
		for k, a := range in {
			if a == 0 {
				below[k] = 0
			}
		}
	}
}

// Adam's constants (Kingma and Ba 2015), as the engine's.
const (
	beta1   = 0.9
	beta2   = 0.999
	epsilon = 1e-7
)

// update takes one step of AdamW along the mean gradient of a batch.
func (n *net) update(s *scratch, batch int, rate, decay float64) {
	n.step++
	c1, c2 := 1-math.Pow(beta1, float64(n.step)), math.Sqrt(1-math.Pow(beta2, float64(n.step)))
	size, eps, scale := float32(rate*c2/c1), float32(epsilon*c2), 1/float32(batch)
	keep := float32(1 - rate*decay)
	for i := range len(n.sizes) - 1 {
		w, _ := n.layer(n.params, i)
		for k := range w {
			w[k] *= keep
		}
	}
	for k, g := range s.grad {
		g *= scale
		n.m[k] = beta1*n.m[k] + (1-beta1)*g
		n.v[k] = beta2*n.v[k] + (1-beta2)*g*g
		n.params[k] -= size * n.m[k] / (float32(math.Sqrt(float64(n.v[k]))) + eps)
	}
	clear(s.grad)
}

// export is the network in model's terms.
func (n *net) export(in model.Shape) *model.FloatNetwork {
	f := &model.FloatNetwork{Input: in}
	for i, out := range n.sizes[1:] {
		w, b := n.layer(n.params, i)
		f.Layers = append(f.Layers, model.FloatLayer{Kind: model.Dense, Outputs: out, Weights: wide(w), Bias: wide(b)})
	}
	return f
}

func wide(v []float32) []float64 {
	out := make([]float64, len(v))
	for i, x := range v {
		out[i] = float64(x)
	}
	return out
}

func softmax(dst, logits []float32) {
	top := logits[0]
	for _, v := range logits {
		top = max(top, v)
	}
	sum := float32(0)
	for i, v := range logits {
		dst[i] = float32(math.Exp(float64(v - top)))
		sum += dst[i]
	}
	for i := range dst {
		dst[i] /= sum
	}
}

// dot has four sums, which the processor adds up side by side.
func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	for ; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + (s2 + s3)
}

func axpy(y, x []float32, a float32) {
	x = x[:len(y)]
	for i := range y {
		y[i] += a * x[i]
	}
}
