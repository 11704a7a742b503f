package graph

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Limits of the format. The contract checks the same when a header is loaded.
const (
	MaxTensors     = 255
	MaxHeaderBytes = headLen + MaxTensors*recordLen
	MaxDimension   = 4096    // of channels, height and width
	MaxTensorBytes = 1 << 22 // of one tensor
	MaxWeightBytes = 1 << 25
	MaxAllBytes    = 1 << 26 // of all tensors together
	MaxWork        = 1 << 32 // operations for an example
	outputWork     = 16      // operations of an output besides one for each of its inputs: depthwise convolutions and additions are no cheaper (BenchmarkWork)
	MaxFanIn       = 32768   // inputs of one output: so that no accumulator leaves 32 bits
	MaxKernel      = 7       // of a convolution
	MaxPool        = 16      // kernel of a pooling
	MaxStride      = 16
	MaxClasses     = 256 // a label is one byte
	rowHead        = 5   // bytes of a row before its weights: the bias (4) and the shift
	weightOffset   = 128 // weights stand in offset binary: w + 128
)

// Op is what makes a tensor.
type Op uint8

// The operations. Their numbers are part of the format.
const (
	Input   Op = 0 // the example's bytes
	Conv    Op = 1 // convolution, rescaled
	Dense   Op = 2 // full connection, rescaled
	Max     Op = 3 // maximum pooling
	Average Op = 4 // average pooling
	Add     Op = 5 // of two tensors, each shifted
	Logits  Op = 6 // full connection, its accumulators as they are, 4 bytes each
)

var opNames = [...]string{"input", "conv", "dense", "max", "average", "add", "logits"}

func (o Op) String() string {
	if int(o) < len(opNames) {
		return opNames[o]
	}
	return fmt.Sprintf("op %d", uint8(o))
}

// Tensor is one operation and the shape of what it makes. What an operation does
// not use is zero.
type Tensor struct {
	Op     Op
	A, B   int // the tensors that it reads; B is Add's second
	Kernel int // Conv, Max, Average: side of the square window
	Stride int
	Pad    int // cells beyond each border; they hold A's zero point (Conv) or nothing (Max)
	Zero   int // the byte that stands for the number 0
	Shift  int // Add: the sum is divided by 2^Shift
	LeftA  int // Add: A's numbers are multiplied by 2^LeftA first
	LeftB  int
	Groups int // Conv: 1 to channels

	Channels, Height, Width int
	Offset                  int // Conv, Dense, Logits: where its rows begin in the weights
}

// Positions is the number of its cells, each of Channels values.
func (t *Tensor) Positions() int { return t.Height * t.Width }

// Size is its length in bytes.
func (t *Tensor) Size() int {
	if t.Op == Logits {
		return 4 * t.Channels
	}
	return t.Positions() * t.Channels
}

// Weighted reports whether it has rows of weights, one for each output channel.
func (t *Tensor) Weighted() bool { return t.Op == Conv || t.Op == Dense || t.Op == Logits }

// Network is a header and the weights that it describes. For each weighted tensor,
// in their order, and each of its output channels, the weights hold a row: the bias
// (int32, big-endian), the shift, and fan-in weights in offset binary. Conv's are
// ordered by ky, kx, channel of the group, the others' as A's bytes.
type Network struct {
	Tensors []Tensor
	Weights []byte
}

// FanIn is the number of weights in a row of tensor k.
func (n *Network) FanIn(k int) int {
	t := &n.Tensors[k]
	switch t.Op {
	case Conv:
		return t.Kernel * t.Kernel * n.Tensors[t.A].Channels / t.Groups
	case Dense, Logits:
		return n.Tensors[t.A].Size()
	}
	return 0
}

// rowLen is the number of bytes of a row of tensor k.
func (n *Network) rowLen(k int) int { return rowHead + n.FanIn(k) }

// Row is what the weights hold of output channel o of tensor k. The weights are the
// network's own.
func (n *Network) Row(k, o int) (bias int32, shift uint8, weights []byte) {
	size := n.rowLen(k)
	b := n.Weights[n.Tensors[k].Offset+o*size:][:size]
	return int32(binary.BigEndian.Uint32(b)), b[4] & 31, b[rowHead:]
}

// Classes is the number of logits.
func (n *Network) Classes() int { return n.Tensors[len(n.Tensors)-1].Channels }

// MACs is the number of multiply-accumulates for one example.
func (n *Network) MACs() int {
	macs := 0
	for k := range n.Tensors {
		macs += n.FanIn(k) * n.Tensors[k].Positions() * n.Tensors[k].Channels
	}
	return macs
}

// Work is what an example takes to compute, in operations: one for each input of each output, and outputWork for each output.
// The network is laid out.
func (n *Network) Work() (work int) {
	for k := range n.Tensors {
		work += n.work(k)
	}
	return work
}

// LeastWork is what an example takes any network of so many inputs and classes, at least: the input, and logits that hang on
// a single number.
func LeastWork(inputs, classes int) int { return outputWork*inputs + (outputWork+1)*4*classes }

func (n *Network) work(k int) int {
	t := &n.Tensors[k]
	return t.Size() * (outputWork + max(n.FanIn(k), t.Kernel*t.Kernel))
}

// Layout fills in what follows from the rest: shapes, and offsets into the weights.
// It gives the length that the weights must have, and the first thing that is wrong.
func (n *Network) Layout() (weightBytes int, err error) {
	if len(n.Tensors) < 2 || len(n.Tensors) > MaxTensors {
		return 0, fmt.Errorf("%d tensors, want 2 to %d", len(n.Tensors), MaxTensors)
	}
	bytes, work := 0, 0
	for k := range n.Tensors {
		t := &n.Tensors[k]
		if err := n.place(k); err != nil {
			return 0, fmt.Errorf("tensor %d (%v): %w", k, t.Op, err)
		}
		bytes += t.Size()
		if work += n.work(k); bytes > MaxAllBytes || work > MaxWork {
			return 0, fmt.Errorf("tensor %d (%v): with those before it %d bytes and %d operations, at most %d and %d", k, t.Op, bytes, work, MaxAllBytes, MaxWork)
		}
		if t.Weighted() {
			t.Offset = weightBytes
			weightBytes += t.Channels * n.rowLen(k)
		}
		if weightBytes > MaxWeightBytes {
			return 0, fmt.Errorf("tensor %d (%v): more than %d bytes of weights", k, t.Op, MaxWeightBytes)
		}
	}
	return weightBytes, nil
}

// Validate checks a network whose shapes and offsets are said already.
func (n *Network) Validate() error {
	said := make([]Tensor, len(n.Tensors))
	copy(said, n.Tensors)
	laid := Network{Tensors: said}
	size, err := laid.Layout()
	if err != nil {
		return err
	}
	for k := range said {
		if said[k] != n.Tensors[k] {
			return fmt.Errorf("tensor %d (%v): shape or offset is not what its inputs make", k, said[k].Op)
		}
	}
	if len(n.Weights) != size {
		return fmt.Errorf("%d bytes of weights, want %d", len(n.Weights), size)
	}
	return nil
}

func between(name string, v, least, most int) error {
	if v < least || v > most {
		return fmt.Errorf("%s %d: want %d to %d", name, v, least, most)
	}
	return nil
}

// place checks tensor k and fills in its shape.
func (n *Network) place(k int) error {
	t := &n.Tensors[k]
	if (k == 0) != (t.Op == Input) {
		return errors.New("the first tensor, and no other, is the input")
	}
	if (k == len(n.Tensors)-1) != (t.Op == Logits) {
		return errors.New("the last tensor, and no other, is the logits")
	}
	if err := errors.Join(between("zero", t.Zero, 0, 255), between("channels", t.Channels, 0, MaxDimension)); err != nil {
		return err
	}
	if k > 0 && (t.A < 0 || t.A >= k || t.B < 0 || t.B >= k) {
		return errors.New("it reads a tensor that does not come before it")
	}
	use := fields{}
	var err error
	switch t.Op {
	case Input:
		err = errors.Join(between("height", t.Height, 1, MaxDimension), between("width", t.Width, 1, MaxDimension))
		use.shape = true
	case Conv, Max, Average:
		use = fields{window: true, groups: t.Op == Conv}
		err = n.window(t)
	case Dense, Logits:
		t.Height, t.Width = 1, 1
		if t.Op == Logits {
			err = errors.Join(between("classes", t.Channels, 2, MaxClasses), between("zero", t.Zero, 0, 0))
		}
	case Add:
		use.add = true
		err = n.sum(t)
	default:
		err = errors.New("unknown operation")
	}
	if err != nil {
		return err
	}
	if err := use.others(t); err != nil {
		return err
	}
	if t.Channels < 1 || t.Size() > MaxTensorBytes {
		return fmt.Errorf("%d channels, %d bytes: want at least 1, at most %d", t.Channels, t.Size(), MaxTensorBytes)
	}
	if fan := n.FanIn(k); fan > MaxFanIn {
		return fmt.Errorf("%d inputs for an output, at most %d", fan, MaxFanIn)
	}
	return nil
}

// fields says which of a tensor's fields its operation uses.
type fields struct{ shape, window, groups, add bool }

// others refuses what an operation does not use, so that a network has one form.
func (f fields) others(t *Tensor) error {
	unused := 0
	if !f.window {
		unused |= t.Kernel | t.Stride | t.Pad
	}
	if !f.groups {
		unused |= t.Groups
	}
	if !f.add {
		unused |= t.B | t.Shift | t.LeftA | t.LeftB
	}
	if f.shape {
		unused |= t.A
	}
	if !t.Weighted() {
		unused |= t.Offset
	}
	if unused != 0 {
		return errors.New("a field that the operation does not use is not zero")
	}
	return nil
}

func (n *Network) window(t *Tensor) error {
	in := &n.Tensors[t.A]
	most := MaxKernel
	if t.Op != Conv {
		most, t.Channels = MaxPool, in.Channels
	}
	if err := errors.Join(between("kernel", t.Kernel, 1, most), between("stride", t.Stride, 1, MaxStride)); err != nil {
		return err
	}
	pad := t.Kernel / 2 // so that every window holds a cell
	if t.Op == Average {
		pad = 0
	}
	if err := between("pad", t.Pad, 0, pad); err != nil {
		return err
	}
	h, w := in.Height+2*t.Pad-t.Kernel, in.Width+2*t.Pad-t.Kernel
	if h < 0 || w < 0 {
		return fmt.Errorf("its input of %d by %d is smaller than the window", in.Height, in.Width)
	}
	t.Height, t.Width = h/t.Stride+1, w/t.Stride+1
	if t.Op == Conv {
		if t.Groups < 1 || in.Channels%t.Groups != 0 || t.Channels%t.Groups != 0 {
			return fmt.Errorf("%d groups do not divide %d and %d channels", t.Groups, in.Channels, t.Channels)
		}
		return nil
	}
	if t.Op == Max && t.Zero != in.Zero {
		return errors.New("a maximum keeps its input's zero point")
	}
	return nil
}

func (n *Network) sum(t *Tensor) error {
	a, b := &n.Tensors[t.A], &n.Tensors[t.B]
	if a.Channels != b.Channels || a.Height != b.Height || a.Width != b.Width {
		return errors.New("its inputs have different shapes")
	}
	t.Channels, t.Height, t.Width = a.Channels, a.Height, a.Width
	return errors.Join(between("shift", t.Shift, 0, 15), between("left shift", t.LeftA, 0, 7), between("left shift", t.LeftB, 0, 7))
}
