package graph

import (
	"errors"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/blob"
)

// BlobPart is a call's part of a model whose weights stand in blobs.
type BlobPart struct {
	Data  []byte // the header, the model's hash, the root of its weights, the hashes of the blobs before
	Blobs []blob.Blob
}

// BlobParts puts a model's weights into blobs, as many in a part as a transaction carries.
func (n *Network) BlobParts() (parts []BlobPart, p Program, err error) {
	p.ModelHash = n.Hash()
	root := NewTree(n.Weights).Root()
	for some := range slices.Chunk(blob.Cut(n.Weights), blob.MaxPerTx) {
		data := slices.Concat(n.Header(), p.ModelHash[:], root[:], slices.Concat(sliced(p.Blobs)...))
		parts = append(parts, BlobPart{data, some})
		for i := range some {
			hash, err := blob.Hash(&some[i])
			if err != nil {
				return nil, p, err
			}
			p.Blobs = append(p.Blobs, hash)
		}
	}
	return parts, p, nil
}

// Program is what a model in blobs is loaded as.
type Program struct {
	ModelHash [32]byte
	Blobs     [][32]byte // the hashes of those that hold its weights
}

// Bytes are the program as the contract takes it.
func (p Program) Bytes() []byte { return append(p.ModelHash[:], slices.Concat(sliced(p.Blobs)...)...) }

func sliced(words [][32]byte) [][]byte {
	all := make([][]byte, len(words))
	for i := range words {
		all[i] = words[i][:]
	}
	return all
}

// InBlobs is a model in blobs as its solver has told of it: what the blobs hold is not looked at.
type InBlobs struct {
	Program
	Net         *Network // without weights
	WeightsRoot [32]byte // as the solver committed to it
	size        int
}

// ParseBlobPart reads a part, with the hashes of the blobs that its transaction carried.
func ParseBlobPart(data []byte, carried [][32]byte) (m InBlobs, err error) {
	bad := errors.New("not a part of a model in blobs")
	if len(data) < headLen {
		return m, bad
	}
	end := headLen + recordLen*int(data[4])
	if len(data) < end+2*Word || (len(data)-end)%Word != 0 {
		return m, bad
	}
	if m.Net, m.size, err = ParseHeader(data[:end]); err != nil {
		return m, err
	}
	m.ModelHash, m.WeightsRoot = [32]byte(data[end:]), [32]byte(data[end+Word:])
	for rest := data[end+2*Word:]; len(rest) > 0; rest = rest[Word:] {
		m.Blobs = append(m.Blobs, [32]byte(rest))
	}
	m.Blobs = append(m.Blobs, carried...)
	header := Keccak(data[:end])
	if Keccak(header[:], m.WeightsRoot[:]) != m.ModelHash {
		return m, bad
	}
	return m, nil
}

// Fill gives the network the weights that its blobs hold.
func (m *InBlobs) Fill(blobs []blob.Blob) (err error) {
	if m.Net.Weights, err = blob.Join(blobs, m.size); err != nil {
		return err
	}
	return m.Net.Validate()
}
