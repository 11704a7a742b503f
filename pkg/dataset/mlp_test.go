package dataset

import (
	"math"
	"math/rand/v2"
)

// mlp is a features-32-10 network with ReLU, trained by plain SGD with
// momentum: just enough to tell how hard a data set is.
type mlp struct {
	in, hidden, out int
	w1, w2, b1, b2  []float32
}

func trainMLP(train *Set, hidden, epochs int) *mlp {
	rng := rand.New(rand.NewPCG(1, 2))
	n := &mlp{in: train.Shape.Features(), hidden: hidden, out: train.Classes}
	n.w1, n.b1 = make([]float32, hidden*n.in), make([]float32, hidden)
	n.w2, n.b2 = make([]float32, n.out*hidden), make([]float32, n.out)
	for i := range n.w1 {
		n.w1[i] = float32(rng.NormFloat64() * math.Sqrt(2/float64(n.in)))
	}
	for i := range n.w2 {
		n.w2[i] = float32(rng.NormFloat64() * math.Sqrt(2/float64(hidden)))
	}
	x, h, z := make([]float32, n.in), make([]float32, hidden), make([]float32, n.out)
	dh := make([]float32, hidden)
	for epoch := range epochs {
		rate := float32(0.02 * math.Pow(0.1, float64(epoch)/float64(epochs)))
		for _, i := range rng.Perm(train.Len()) {
			n.forward(train.Example(i), x, h, z)
			softmax(z)
			z[train.Labels[i]]--
			clear(dh)
			for k, d := range z {
				row := n.w2[k*hidden:][:hidden]
				for j := range row {
					dh[j] += d * row[j]
					row[j] -= rate * d * h[j]
				}
				n.b2[k] -= rate * d
			}
			for j, d := range dh {
				if h[j] <= 0 {
					continue
				}
				row := n.w1[j*n.in:][:n.in]
				for f, v := range x {
					row[f] -= rate * d * v
				}
				n.b1[j] -= rate * d
			}
		}
	}
	return n
}

func (n *mlp) forward(pixels []byte, x, h, z []float32) {
	for i, p := range pixels {
		x[i] = (float32(p) - 60) / 128
	}
	for j := range h {
		h[j] = max(0, dot(n.w1[j*n.in:][:n.in], x)+n.b1[j])
	}
	for k := range z {
		z[k] = dot(n.w2[k*n.hidden:][:n.hidden], h) + n.b2[k]
	}
}

func (n *mlp) accuracy(s *Set) float64 {
	x, h, z := make([]float32, n.in), make([]float32, n.hidden), make([]float32, n.out)
	right := 0
	for i := range s.Len() {
		n.forward(s.Example(i), x, h, z)
		best := 0
		for k := range z {
			if z[k] > z[best] {
				best = k
			}
		}
		if best == int(s.Labels[i]) {
			right++
		}
	}
	return float64(right) / float64(s.Len())
}

func dot(a, b []float32) float32 {
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
	return s0 + s1 + s2 + s3
}

func softmax(z []float32) {
	top := z[0]
	for _, v := range z {
		top = max(top, v)
	}
	var sum float32
	for i, v := range z {
		z[i] = float32(math.Exp(float64(v - top)))
		sum += z[i]
	}
	for i := range z {
		z[i] /= sum
	}
}
