package contract_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

// trained is a quantised network after one pass of plain SGD over so many
// examples: weights and activations as solvers have them. Layers are numbers
// as modeltest.Layers reads them.
func trained(t testing.TB, set *dataset.Set, width model.Bits, examples int, layers ...int) *model.Network {
	t.Helper()
	r := rand.New(rand.NewPCG(1, uint64(len(layers))))
	shape := model.Shape(set.Shape)
	f := &floatNet{shapes: []model.Shape{shape}}
	f.net.Input = shape
	for _, p := range modeltest.Layers(layers...) {
		f.push(r, p)
	}
	for _, i := range r.Perm(set.Len())[:examples] {
		f.step(set.Example(i), int(set.Labels[i]), 0.02)
	}
	calibration := min(examples, 2_000_000/f.products())
	q, err := model.QuantizeTo(width, &f.net, set.Pixels[:min(200, calibration)*shape.Size()])
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// floatNet is a network that learns: its shapes before and after each layer.
type floatNet struct {
	net    model.FloatNetwork
	shapes []model.Shape
}

// push adds a layer with weights of He's size.
func (f *floatNet) push(r *rand.Rand, p modeltest.Planned) {
	in := f.shapes[len(f.shapes)-1]
	l, out, fan := model.FloatLayer{Kind: p.Kind, Outputs: p.Outputs}, model.Shape{Channels: p.Outputs, Height: 1, Width: 1}, in.Size()
	switch p.Kind {
	case model.MaxPool:
		out = model.Shape{Channels: in.Channels, Height: in.Height / 2, Width: in.Width / 2}
	case model.Conv3x3:
		out.Height, out.Width, fan = in.Height, in.Width, 9*in.Channels
	}
	l.Bias, l.Weights = make([]float64, p.Outputs), make([]float64, p.Outputs*fan)
	for i := range l.Weights {
		l.Weights[i] = r.NormFloat64() * math.Sqrt(2/float64(fan))
	}
	f.net.Layers, f.shapes = append(f.net.Layers, l), append(f.shapes, out)
}

// products is about what one example costs.
func (f *floatNet) products() (n int) {
	for i, l := range f.net.Layers {
		out := f.shapes[i+1]
		n += len(l.Weights) * out.Height * out.Width
	}
	return n
}

// step moves all layers down the gradient of one example's cross-entropy.
func (f *floatNet) step(pixels []byte, label int, rate float64) {
	x := make([]float64, len(pixels))
	for i, p := range pixels {
		x[i] = float64(p) / 255
	}
	maps, last := [][]float64{x}, len(f.net.Layers)-1
	for i := range f.net.Layers {
		y := f.forward(i, maps[i])
		if i < last {
			for j := range y {
				y[j] = max(y[j], 0)
			}
		}
		maps = append(maps, y)
	}
	d, total := maps[last+1], 0.0
	for k, z := range d {
		d[k] = math.Exp(min(z, 30))
		total += d[k]
	}
	for k := range d {
		d[k] /= total
	}
	d[label]--
	for i := last; i >= 0; i-- {
		back := f.backward(i, maps[i], d, rate)
		for j, v := range maps[i] {
			if v == 0 {
				back[j] = 0 // behind the ReLU, or an empty pixel
			}
		}
		d = back
	}
}

func (f *floatNet) forward(i int, x []float64) []float64 {
	l, in, out := &f.net.Layers[i], f.shapes[i], f.shapes[i+1]
	y := make([]float64, out.Size())
	switch l.Kind {
	case model.MaxPool:
		for j := range y {
			y[j] = x[f.largest(i, x, j)]
		}
	case model.Dense:
		for j := range y {
			y[j] = l.Bias[j] + dot(l.Weights[j*len(x):(j+1)*len(x)], x)
		}
	default:
		plane := out.Height * out.Width
		for j := range y {
			y[j] = l.Bias[j/plane]
		}
		taps(in, out, func(w, from, to, n int) { axpy(y[to:to+n], l.Weights[w], x[from:from+n]) })
	}
	return y
}

// backward moves a layer by the gradient d of its outputs, and gives that of
// its inputs as they were.
func (f *floatNet) backward(i int, x, d []float64, rate float64) []float64 {
	l, in, out := &f.net.Layers[i], f.shapes[i], f.shapes[i+1]
	back := make([]float64, len(x))
	plane := out.Height * out.Width
	for j, v := range d {
		switch {
		case v == 0:
		case l.Kind == model.MaxPool:
			back[f.largest(i, x, j)] += v
		case l.Kind == model.Dense:
			row := l.Weights[j*len(x) : (j+1)*len(x)]
			axpy(back, v, row)
			axpy(row, -rate*v, x)
			l.Bias[j] -= rate * v
		default:
			l.Bias[j/plane] -= rate * v
		}
	}
	if l.Kind == model.Conv3x3 {
		moved := make([]float64, len(l.Weights))
		taps(in, out, func(w, from, to, n int) {
			axpy(back[from:from+n], l.Weights[w], d[to:to+n])
			moved[w] += dot(d[to:to+n], x[from:from+n])
		})
		axpy(l.Weights, -rate, moved)
	}
	return back
}

// largest is the input that a pooled output is taken from.
func (f *floatNet) largest(i int, x []float64, j int) int {
	in, out := f.shapes[i], f.shapes[i+1]
	c, row, column := j/(out.Height*out.Width), j/out.Width%out.Height, j%out.Width
	first := (c*in.Height+2*row)*in.Width + 2*column
	best := first
	for _, k := range []int{first + 1, first + in.Width, first + in.Width + 1} {
		if x[k] > x[best] {
			best = k
		}
	}
	return best
}

// taps names every weight of a convolution with each row that it is applied
// to: n inputs from one index on, and as many outputs.
func taps(in, out model.Shape, visit func(w, from, to, n int)) {
	w := 0
	for o := range out.Channels {
		for c := range in.Channels {
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					for y := max(0, -dy); y < in.Height-max(0, dy); y++ {
						left := max(0, -dx)
						visit(w, (c*in.Height+y+dy)*in.Width+left+dx, (o*in.Height+y)*in.Width+left, in.Width-max(dx, -dx))
					}
					w++
				}
			}
		}
	}
}

func dot(a, b []float64) (sum float64) {
	for i, v := range a {
		sum += v * b[i]
	}
	return sum
}

func axpy(y []float64, a float64, x []float64) {
	for i, v := range x {
		y[i] += a * v
	}
}
