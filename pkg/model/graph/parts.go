package graph

import (
	"encoding/binary"
	"errors"
	"slices"
)

// PartBytes is how many bytes of weights travel in one part: the contract's PART, a
// whole subtree of the weights.
const PartBytes = 1 << 16

// partHead is what stands in a part behind the header: its number and the model's hash.
const partHead = 2 + 32

// Parts cuts a model into the parts in which the contract takes it. Each has the header,
// its number, the model's hash, the roots of those before it, and its weights.
func (n *Network) Parts() (parts [][]byte) {
	header, hash := n.Header(), n.Hash()
	var roots []byte
	for at := 0; at < len(n.Weights); at += PartBytes {
		chunk := n.Weights[at:min(at+PartBytes, len(n.Weights))]
		p := binary.BigEndian.AppendUint16(slices.Clone(header), uint16(at/PartBytes))
		p = append(append(append(p, hash[:]...), roots...), chunk...)
		parts = append(parts, p)
		words := make([][32]byte, PartBytes/Word)
		for i := 0; i < len(chunk); i += Word {
			copy(words[i/Word][:], chunk[i:])
		}
		root := TreeOf(words).Root()
		roots = append(roots, root[:]...)
	}
	return parts
}

// Join finds the model of a hash among parts that anyone may have sent, in any order.
func Join(parts [][]byte, hash [32]byte) (*Network, error) {
	for _, first := range parts {
		n, size, header, err := parsePart(first, 0, hash)
		if err != nil {
			continue
		}
		n.Weights = slices.Clone(first[header+partHead:])
		for k := 1; len(n.Weights) < size; k++ {
			i := slices.IndexFunc(parts, func(p []byte) bool {
				_, _, _, err := parsePart(p, k, hash)
				return err == nil && string(p[:header]) == string(first[:header])
			})
			if i < 0 {
				break
			}
			n.Weights = append(n.Weights, parts[i][header+partHead+Word*k:]...)
		}
		if n.Validate() == nil && n.Hash() == hash {
			return n, nil
		}
	}
	return nil, errors.New("the model is not there whole")
}

// parsePart reads part k of the model of a hash, without its weights.
func parsePart(p []byte, k int, hash [32]byte) (n *Network, size, header int, err error) {
	bad := errors.New("not that part")
	if len(p) < headLen {
		return nil, 0, 0, bad
	}
	header = headLen + recordLen*int(p[4])
	if len(p) < header+partHead || int(binary.BigEndian.Uint16(p[header:])) != k || [32]byte(p[header+2:header+partHead]) != hash {
		return nil, 0, 0, bad
	}
	if n, size, err = ParseHeader(p[:header]); err != nil {
		return nil, 0, 0, err
	}
	if at := k * PartBytes; at >= size || len(p) != header+partHead+Word*k+min(PartBytes, size-at) {
		return nil, 0, 0, bad
	}
	return n, size, header, nil
}
