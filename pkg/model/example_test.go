package model_test

import (
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// Two pixels, two hidden units, two classes: whether the left pixel is brighter than the right one. What
// is counted here is what the contract counts.
func Example() {
	n := &model.Network{Input: model.Shape{Channels: 1, Height: 1, Width: 2}, Layers: []model.Layer{
		{Kind: model.Dense, Outputs: 2, Shift: 4, Bias: []int32{0, 0}, Weights: []int8{16, -16, -16, 16}},
		{Kind: model.Dense, Outputs: 2, Bias: []int32{0, 1}, Weights: []int8{1, 0, 0, 1}},
	}}
	b, err := n.Marshal()
	if err != nil {
		fmt.Println(err)
		return
	}
	again, err := model.Parse(b)
	if err != nil {
		fmt.Println(err)
		return
	}
	e := model.NewEvaluator(again)
	pixels, labels := []byte{200, 10, 10, 200, 90, 90, 100, 99}, []byte{0, 1, 1, 1}
	for i := range labels {
		x := pixels[2*i : 2*i+2]
		fmt.Println(x, "logits", e.Logits(x), "class", e.Classify(x), "label", labels[i])
	}
	fmt.Printf("%d of %d right, %d MACs each, a model of %d bytes\n", e.CountRight(pixels, labels), len(labels), n.MACs(), len(b))
	// Output:
	// [200 10] logits [190 1] class 0 label 0
	// [10 200] logits [0 191] class 1 label 1
	// [90 90] logits [0 1] class 1 label 1
	// [100 99] logits [1 1] class 0 label 1
	// 3 of 4 right, 8 MACs each, a model of 44 bytes
}

// A row that could leave the contract's lanes is refused before anything is locked up on it.
func ExampleNetwork_Validate() {
	n := &model.Network{Bits: model.Bits4, Input: model.Shape{Channels: 1, Height: 1, Width: 2}, Layers: []model.Layer{
		{Kind: model.Dense, Outputs: 2, Bias: []int32{0, 1 << 15}, Weights: []int8{1, 2, 3, 4}},
	}}
	fmt.Println(n.Validate())
	// Output:
	// layer 0 (dense): row 1 can reach 32873, must stay below 32768
}

// Activations of 4 bits have 16 steps of 17; a pixel is rounded to the nearest.
func ExampleBits_Quantize() {
	for _, pixel := range []byte{0, 8, 9, 128, 255} {
		fmt.Println(pixel, model.Bits8.Quantize(pixel), model.Bits4.Quantize(pixel))
	}
	// Output:
	// 0 0 0
	// 8 8 0
	// 9 9 1
	// 128 128 8
	// 255 255 15
}
