package model

import (
	"encoding/binary"
	"errors"
	"fmt"

	"golang.org/x/crypto/sha3"
)

// The byte format, all numbers big-endian:
//
//	0   4  magic "GAQ1"
//	4   1  activation bits (8 or 4)
//	5   1  number of layers L
//	6   6  input channels, height, width (2 each)
//	12  4L descriptors: kind (1), shift (1), outputs (2)
//	then, for each weighted layer: outputs x 4 bytes of biases (two's
//	complement), outputs x fan-in bytes of weights in offset binary (w + 128)
//
// Weights are stored offset so that the contract can use the BYTE opcode on
// them without extending a sign.
// Magic is what a file begins with.
const (
	Magic         = "GAQ1"
	headerLen     = 12
	descriptorLen = 4
	weightOffset  = 128
)

// Hash is the keccak-256 of a marshalled model: what a solver commits to.
func Hash(model []byte) [32]byte {
	var out [32]byte
	h := sha3.NewLegacyKeccak256()
	h.Write(model)
	h.Sum(out[:0])
	return out
}

// Size is the length of the network in the byte format.
func (n *Network) Size() int { return n.size() }

func (n *Network) size() int {
	size := headerLen + descriptorLen*len(n.Layers)
	for i := range n.Layers {
		size += 4*len(n.Layers[i].Bias) + len(n.Layers[i].Weights)
	}
	return size
}

// Marshal validates the network and writes it in the byte format.
func (n *Network) Marshal() ([]byte, error) {
	if err := n.Validate(); err != nil {
		return nil, err
	}
	b := make([]byte, 0, n.size())
	b = append(b, Magic...)
	b = append(b, byte(n.ActivationBits()), byte(len(n.Layers)))
	for _, d := range []int{n.Input.Channels, n.Input.Height, n.Input.Width} {
		b = binary.BigEndian.AppendUint16(b, uint16(d))
	}
	for i := range n.Layers {
		l := &n.Layers[i]
		b = append(b, byte(l.Kind), l.Shift)
		b = binary.BigEndian.AppendUint16(b, uint16(l.Outputs))
	}
	for i := range n.Layers {
		l := &n.Layers[i]
		for _, v := range l.Bias {
			b = binary.BigEndian.AppendUint32(b, uint32(v))
		}
		for _, w := range l.Weights {
			b = append(b, byte(int(w)+weightOffset))
		}
	}
	return b, nil
}

// Parse reads and validates a model. It never allocates more than a small
// multiple of the input.
func Parse(b []byte) (*Network, error) {
	if len(b) > MaxBytes {
		return nil, fmt.Errorf("%w: %d bytes, at most %d", ErrTooLarge, len(b), MaxBytes)
	}
	if len(b) < headerLen || string(b[:4]) != Magic {
		return nil, errors.New("not a gpuarbiter model: it begins with neither " + Magic + " nor GAQ2")
	}
	width := Bits(b[4])
	if !width.valid() {
		return nil, fmt.Errorf("model has %d-bit activations, want %d or %d", width, Bits8, Bits4)
	}
	layers := int(b[5])
	if layers < 1 || layers > MaxLayers {
		return nil, fmt.Errorf("model has %d layers, want 1 to %d", layers, MaxLayers)
	}
	dim := func(at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
	n := &Network{Bits: width, Input: Shape{dim(6), dim(8), dim(10)}, Layers: make([]Layer, layers)}
	// Before anything is computed from them: foreign dimensions can overflow.
	if err := n.Input.validate(); err != nil {
		return nil, err
	}
	at := headerLen + descriptorLen*layers
	if len(b) < at {
		return nil, errors.New("model ends within its layer descriptors")
	}
	in := n.Input
	for i := range n.Layers {
		l := &n.Layers[i]
		d := b[headerLen+descriptorLen*i:]
		*l = Layer{Kind: Kind(d[0]), Shift: d[1], Outputs: int(binary.BigEndian.Uint16(d[2:]))}
		if l.Outputs > MaxOutputs {
			return nil, fmt.Errorf("layer %d: %w: %d outputs, at most %d", i, ErrTooLarge, l.Outputs, MaxOutputs)
		}
		if l.Weighted() {
			params := l.Outputs * (4 + fanIn(l, in))
			if len(b)-at < params {
				return nil, fmt.Errorf("model ends within layer %d: %d bytes of parameters left, want %d", i, len(b)-at, params)
			}
			l.read(b[at : at+params])
			at += params
		}
		in = l.Output(in)
	}
	if at != len(b) {
		return nil, fmt.Errorf("model has %d bytes after its last layer", len(b)-at)
	}
	if err := n.Validate(); err != nil {
		return nil, err
	}
	return n, nil
}

func (l *Layer) read(params []byte) {
	l.Bias = make([]int32, l.Outputs)
	for j := range l.Bias {
		l.Bias[j] = int32(binary.BigEndian.Uint32(params[4*j:]))
	}
	raw := params[4*l.Outputs:]
	l.Weights = make([]int8, len(raw))
	for k, u := range raw {
		l.Weights[k] = int8(int(u) - weightOffset)
	}
}
