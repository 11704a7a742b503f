package graph

import (
	"encoding/binary"
	"errors"
	"fmt"

	"golang.org/x/crypto/sha3"
)

// The header, all numbers big-endian:
//
//	0   4   magic "GAQ2"
//	4   1   number of tensors
//	5   3   zero
//	8   22  each tensor: op, a, b, kernel, stride, pad, zero point, shift, left shift of
//	        a, left shift of b (1 byte each); groups, channels, height, width (2 each);
//	        offset into the weights (4)
//
// A model's file is its header and then its weights. What a solver commits to is
// keccak-256 of keccak-256 of the header and the root of the weights' Tree.
const (
	Magic     = "GAQ2"
	headLen   = 8
	recordLen = 22
)

// Header writes what the contract is shown of a network.
func (n *Network) Header() []byte {
	b := make([]byte, headLen, headLen+recordLen*len(n.Tensors))
	copy(b, Magic)
	b[4] = byte(len(n.Tensors))
	for i := range n.Tensors {
		t := &n.Tensors[i]
		b = append(b, byte(t.Op), byte(t.A), byte(t.B), byte(t.Kernel), byte(t.Stride), byte(t.Pad), byte(t.Zero), byte(t.Shift), byte(t.LeftA), byte(t.LeftB))
		for _, v := range []int{t.Groups, t.Channels, t.Height, t.Width} {
			b = binary.BigEndian.AppendUint16(b, uint16(v))
		}
		b = binary.BigEndian.AppendUint32(b, uint32(t.Offset))
	}
	return b
}

// ParseHeader reads a header without its weights, and the bytes that they take.
func ParseHeader(b []byte) (n *Network, weightBytes int, err error) {
	if len(b) < headLen || string(b[:4]) != Magic {
		return nil, 0, errors.New("not a network: it does not begin with " + Magic)
	}
	if b[5]|b[6]|b[7] != 0 || len(b) != headLen+recordLen*int(b[4]) {
		return nil, 0, fmt.Errorf("the header of %d tensors has %d bytes, want %d, and zeros before them", b[4], len(b), headLen+recordLen*int(b[4]))
	}
	n = &Network{Tensors: make([]Tensor, b[4])}
	for i := range n.Tensors {
		r := b[headLen+recordLen*i:]
		two := func(at int) int { return int(binary.BigEndian.Uint16(r[at:])) }
		n.Tensors[i] = Tensor{
			Op: Op(r[0]), A: int(r[1]), B: int(r[2]), Kernel: int(r[3]), Stride: int(r[4]), Pad: int(r[5]), Zero: int(r[6]), Shift: int(r[7]), LeftA: int(r[8]), LeftB: int(r[9]),
			Groups: two(10), Channels: two(12), Height: two(14), Width: two(16), Offset: int(binary.BigEndian.Uint32(r[18:])),
		}
	}
	laid := Network{Tensors: append([]Tensor(nil), n.Tensors...)}
	if weightBytes, err = laid.Layout(); err != nil {
		return nil, 0, err
	}
	for k := range n.Tensors {
		if laid.Tensors[k] != n.Tensors[k] {
			return nil, 0, fmt.Errorf("tensor %d (%v): shape or offset is not what its inputs make", k, n.Tensors[k].Op)
		}
	}
	return n, weightBytes, nil
}

// Marshal validates a network and writes its file.
func (n *Network) Marshal() ([]byte, error) {
	if err := n.Validate(); err != nil {
		return nil, err
	}
	return append(n.Header(), n.Weights...), nil
}

// Parse reads and validates a file. The network keeps b.
func Parse(b []byte) (*Network, error) {
	if len(b) < headLen || len(b) < headLen+recordLen*int(b[4]) {
		return nil, errors.New("not a network: it ends within its header")
	}
	end := headLen + recordLen*int(b[4])
	n, size, err := ParseHeader(b[:end])
	if err != nil {
		return nil, err
	}
	if len(b)-end != size {
		return nil, fmt.Errorf("%d bytes of weights, want %d", len(b)-end, size)
	}
	n.Weights = b[end:]
	return n, nil
}

// Is reports whether a file is of this format.
func Is(b []byte) bool { return len(b) >= len(Magic) && string(b[:len(Magic)]) == Magic }

// Hash is what a solver commits to.
func (n *Network) Hash() [32]byte {
	header := Keccak(n.Header())
	root := NewTree(n.Weights).Root()
	return Keccak(header[:], root[:])
}

// Keccak is keccak-256 of parts, end to end.
func Keccak(parts ...[]byte) (out [32]byte) {
	h := sha3.NewLegacyKeccak256()
	for _, p := range parts {
		h.Write(p)
	}
	h.Sum(out[:0])
	return out
}
