package small

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// The gradient is that of the loss: held against differences.
func TestGradient(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	n := newNet([]int{5, 4, 3, 3}, rng)
	x := make([]float32, 5)
	for i := range x {
		x[i] = float32(rng.NormFloat64())
	}
	const smooth = 0.1
	loss := func() float64 {
		s := newScratch(n.sizes)
		logits := wide(n.forward(s, x))
		sum := 0.0
		for label := range byte(3) {
			weight := smooth / 3
			if label == 1 {
				weight += 1 - smooth
			}
			sum += weight * crossEntropy(logits, []byte{label}, 1)
		}
		return sum
	}
	s := newScratch(n.sizes)
	n.forward(s, x)
	n.backward(s, 1, smooth)
	for i := range n.params {
		const h = 1e-2
		was := n.params[i]
		n.params[i] = was + h
		up := loss()
		n.params[i] = was - h
		down := loss()
		n.params[i] = was
		if want := (up - down) / (2 * h); math.Abs(want-float64(s.grad[i])) > 2e-3 {
			t.Errorf("parameter %d: gradient %v, by differences %v", i, s.grad[i], want)
		}
	}
}

// With the scale in its first layer, the network says of the bytes what it said of
// the scaled inputs.
func TestScaleFolds(t *testing.T) {
	set := iris(t)
	s := scaleOf(set)
	inputs, n := s.of(set), newNet([]int{4, 6, 3}, rand.New(rand.NewPCG(3, 4)))
	f := n.export(model.Shape{Channels: 1, Height: 1, Width: 4})
	s.fold(&f.Layers[0])
	work := newScratch(n.sizes)
	n.forward(work, inputs[:4])
	for j := range 6 {
		sum := f.Layers[0].Bias[j]
		for k := range 4 {
			sum += f.Layers[0].Weights[4*j+k] * float64(set.Pixels[k]) / 255
		}
		if got := max(sum, 0); math.Abs(got-float64(work.acts[1][j])) > 1e-4 {
			t.Errorf("unit %d: %v, scaled %v", j, got, work.acts[1][j])
		}
	}
}

// Integer logits are a multiple of the floats' and a shift: the multiple is found,
// and the loss is the floats'.
func TestUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale, shift := rapid.Float64Range(50, 5000).Draw(t, "scale"), rapid.Int32Range(-9999, 9999).Draw(t, "shift")
		floats := rapid.SliceOfN(rapid.Float32Range(-9, 9), 30, 30).Draw(t, "floats")
		integers := make([]int32, 30)
		for i, v := range floats {
			integers[i] = int32(math.Round(float64(v)*scale)) + shift
		}
		labels := []byte{0, 1, 2, 0, 1, 2, 0, 1, 2, 0}
		spread := slices.Max(floats) - slices.Min(floats)
		if unit := units(integers, floats, 3); spread > 4 && (unit*scale > 1.1 || unit < 0) {
			t.Errorf("unit %v of scale %v", unit, scale)
		}
		if a, b := Loss(integers, floats, labels), crossEntropy(wide(floats), labels, 1); spread > 4 && math.Abs(a-b) > 0.05*max(1, b) {
			t.Errorf("loss %v, of the floats %v", a, b)
		}
	})
}

// How sure of itself a network is does not matter, within a factor of eight.
func TestCalibrated(t *testing.T) {
	v := verdict{logits: []float64{2, 0, 1, 0, 3, 1, 0.5, 1, 0}, labels: []byte{0, 1, 0}}
	loose := verdict{labels: v.labels}
	for _, x := range v.logits {
		loose.logits = append(loose.logits, x/2)
	}
	if a, b := v.calibrated(), loose.calibrated(); math.Abs(a-b) > 1e-6 || a > crossEntropy(v.logits, v.labels, 1) {
		t.Errorf("%v and %v", a, b)
	}
}
