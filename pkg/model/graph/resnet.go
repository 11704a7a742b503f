package graph

import (
	"fmt"

	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

// ResNet is a residual network (He et al. 2015) without weights: a convolution of 3 by 3
// to the first width, then a stage for each width with so many basic blocks of two
// convolutions of 3 by 3, the average of what is left of the image, and the logits. Every
// stage but the first halves the sides. A block's shortcut, where stride or width changes, is
// a convolution of 1 by 1, which stands behind the block's other two. Its tensors are laid out.
func ResNet(in model.Shape, channels []int, blocks, classes int) (*Float, error) {
	if len(channels) < 1 || blocks < 1 || len(channels) > MaxTensors || blocks > MaxTensors || ResNetTensors(len(channels), blocks) > MaxTensors {
		return nil, fmt.Errorf("%d stages of %d blocks: want at least one of each, and no more than make %d tensors", len(channels), blocks, MaxTensors)
	}
	f := &Float{Tensors: []Tensor{{Op: Input, Channels: in.Channels, Height: in.Height, Width: in.Width}}, Signed: []bool{false}}
	add := func(t Tensor, signed bool) int {
		f.Tensors, f.Signed = append(f.Tensors, t), append(f.Signed, signed)
		return len(f.Tensors) - 1
	}
	conv := func(from, width, kernel, stride int, signed bool) int {
		return add(Tensor{Op: Conv, A: from, Channels: width, Kernel: kernel, Stride: stride, Pad: kernel / 2, Groups: 1}, signed)
	}
	x := conv(0, channels[0], 3, 1, false)
	height, width := in.Height, in.Width
	for stage, wide := range channels {
		for block := range blocks {
			stride, short := 1, x
			if stage > 0 && block == 0 {
				stride, height, width = 2, (height+1)/2, (width+1)/2
			}
			y := conv(conv(x, wide, 3, stride, false), wide, 3, 1, true)
			if stride > 1 {
				short = conv(x, wide, 1, stride, true)
			}
			x = add(Tensor{Op: Add, A: y, B: short}, false)
		}
	}
	if height != width || height > MaxPool {
		return nil, fmt.Errorf("an image of %d by %d ends as %d by %d behind %d stages: want a square of at most %d by %d", in.Height, in.Width, height, width, len(channels), MaxPool, MaxPool)
	}
	x = add(Tensor{Op: Average, A: x, Kernel: height, Stride: 1}, false)
	add(Tensor{Op: Logits, A: x, Channels: classes}, true)
	f.Weights, f.Bias = make([][]float64, len(f.Tensors)), make([][]float64, len(f.Tensors))
	_, err := (&Network{Tensors: f.Tensors}).Layout()
	return f, err
}

// ResNetTensors is how many tensors a residual network has.
func ResNetTensors(stages, blocks int) int { return 3*stages*blocks + stages + 3 }

// Take gives tensor k its weights, as frameworks order them: by output, input channel, row
// and column of the kernel; and its biases. The tensors are laid out.
func (f *Float) Take(k int, weights, bias []float64) error {
	t := &f.Tensors[k]
	fan := (&Network{Tensors: f.Tensors}).FanIn(k)
	if !t.Weighted() || len(weights) != fan*t.Channels || len(bias) != t.Channels {
		return fmt.Errorf("tensor %d (%v): %d weights and %d biases, want %d and %d", k, t.Op, len(weights), len(bias), fan*t.Channels, t.Channels)
	}
	channels := f.Tensors[t.A].Channels
	if t.Op == Conv {
		channels /= t.Groups
	}
	f.Weights[k], f.Bias[k] = interleaved(weights, t.Channels, fan, channels), bias
	return nil
}

// Shape is the network as integers, all weights zero: for who asks what it costs.
func (f *Float) Shape() (*Network, error) {
	out := &Network{Tensors: f.Tensors}
	size, err := out.Layout()
	out.Weights = make([]byte, size)
	return out, err
}
