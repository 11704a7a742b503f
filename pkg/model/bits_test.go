package model_test

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/modeltest"
)

func TestWidths(t *testing.T) {
	for width, want := range map[model.Bits][3]int{model.Bits8: {255, 1 << 20, 19}, model.Bits4: {15, 1 << 15, 14}} {
		if got := [3]int{width.ActivationMax(), width.AccumulatorBound(), int(width.MaxShift())}; got != want {
			t.Errorf("%d bits: largest activation, bound and shift %v, want %v", width, got, want)
		}
		if bound := width.AccumulatorBound() - 1; bound>>width.MaxShift() != 1 {
			t.Errorf("%d bits: the largest shift leaves %d of the largest accumulator, want 1", width, bound>>width.MaxShift())
		}
	}
}

func TestPixelsRoundToTheNearestStep(t *testing.T) {
	for p := range 256 {
		if got := model.Bits8.Quantize(byte(p)); int(got) != p {
			t.Errorf("8 bits: %d becomes %d", p, got)
		}
		x := int(model.Bits4.Quantize(byte(p)))
		if d := p - 17*x; x > 15 || d < -8 || d > 8 {
			t.Errorf("4 bits: %d becomes %d", p, x)
		}
	}
}

func TestMarshalKeepsTheWidth(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, width := range []model.Bits{model.Bits8, model.Bits4} {
		n := modeltest.DenseOf(width, r, 20, 7, 3)
		b, err := n.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		back, err := model.Parse(b)
		if err != nil || !reflect.DeepEqual(back, n) || b[4] != byte(width) {
			t.Errorf("%d bits: read back as %v, %v", width, back, err)
		}
	}
	n := modeltest.Dense(r, 20, 7, 3)
	b, _ := n.Marshal()
	n.Bits = 0
	if zero, err := n.Marshal(); err != nil || !bytes.Equal(b, zero) {
		t.Errorf("no width is not 8 bits: %v", err)
	}
	n.Bits = 16
	if _, err := n.Marshal(); err == nil {
		t.Error("16-bit activations were written")
	}
}

// A network that weighs one pixel against another keeps its answers in 4 bits.
func TestQuantizeToFourBits(t *testing.T) {
	f := &model.FloatNetwork{Input: model.Shape{Channels: 1, Height: 1, Width: 2}, Layers: []model.FloatLayer{
		{Kind: model.Dense, Outputs: 2, Bias: []float64{0, 0}, Weights: []float64{1, -1, -1, 1}},
		{Kind: model.Dense, Outputs: 2, Bias: []float64{0, 0}, Weights: []float64{3, 0, 0, 3}},
	}}
	r := rand.New(rand.NewPCG(2, 2))
	n, err := model.QuantizeTo(model.Bits4, f, modeltest.Pixels(r, 400))
	if err != nil {
		t.Fatal(err)
	}
	if n.Bits != model.Bits4 {
		t.Fatalf("%d bits", n.Bits)
	}
	e := model.NewEvaluator(n)
	for a := 0; a < 256; a += 17 {
		for b := 0; b < 256; b += 17 {
			want := 0
			if b > a {
				want = 1
			}
			if got := e.Classify([]byte{byte(a), byte(b)}); got != want {
				t.Errorf("pixels %d and %d: class %d", a, b, got)
			}
		}
	}
	if _, err := model.QuantizeTo(5, f, make([]byte, 2)); err == nil {
		t.Error("5 bits were accepted")
	}
}
