// Package blob puts bytes into blobs (EIP-4844) and proves what one holds: 31 bytes in each of its 4,096
// field elements, the lower ones, as contracts/src/Blobs.sol reads them. The top byte of an element means
// nothing, so that there is no blob without content.
package blob

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/crypto/kzg4844"
)

// Blob is 128 KiB that travel beside a transaction; the chain keeps its hash.
type Blob = kzg4844.Blob

// Bytes is how many bytes a blob holds.
const Bytes = perElement * elements

// MaxPerTx is how many blobs a transaction may carry (EIP-7594).
const MaxPerTx = 6

const (
	perElement = 31
	elements   = 4096

	openingBytes = 32 + 32 + 48 + 48 // what Open makes
)

// Cut puts bytes into as many blobs as it takes.
func Cut(b []byte) []Blob {
	blobs := make([]Blob, (len(b)+Bytes-1)/Bytes)
	for i := range blobs {
		rest := b[i*Bytes:]
		for k := 0; k < elements && k*perElement < len(rest); k++ {
			copy(blobs[i][32*k+1:32*(k+1)], rest[k*perElement:])
		}
	}
	return blobs
}

// Join reads the first n bytes of blobs; there must be as many as that takes.
func Join(blobs []Blob, n int) ([]byte, error) {
	if want := (n + Bytes - 1) / Bytes; len(blobs) != want {
		return nil, fmt.Errorf("%d blobs, %d bytes stand in %d", len(blobs), n, want)
	}
	b := make([]byte, 0, len(blobs)*Bytes)
	for i := range blobs {
		for k := range elements {
			b = append(b, blobs[i][32*k+1:32*(k+1)]...)
		}
	}
	return b[:n], nil
}

// Hash is a blob's versioned hash. It takes a processor a tenth of a second.
func Hash(b *Blob) ([32]byte, error) {
	c, err := Commit(b)
	return HashOf(c), err
}

// Open proves the element that holds byte i of a blob: the blob's hash, the element, the commitment and the
// proof, end to end, as the contract takes them.
func Open(b *Blob, i int) ([]byte, error) {
	c, err := Commit(b)
	if err != nil {
		return nil, err
	}
	proof, element, err := kzg4844.ComputeProof(b, point(i/perElement))
	if err != nil {
		return nil, fmt.Errorf("proof of a blob's element: %w", err)
	}
	hash := HashOf(c)
	opening := append(make([]byte, 0, openingBytes), hash[:]...)
	opening = append(append(opening, element[:]...), c[:]...)
	return append(opening, proof[:]...), nil
}

// The field, and its root of unity for 4,096 (EIP-4844).
var (
	modulus, _ = new(big.Int).SetString("52435875175126190479447740508185965837690552500527637822603658699938581184513", 10)
	root, _    = new(big.Int).SetString("39033254847818212395286706435128746857159659164139250548781411570340225835782", 10)
)

// point is where element k stands: elements are values at the roots of unity, in the order of their reversed bits.
func point(k int) (p kzg4844.Point) {
	exponent := 0
	for bit := range 12 {
		exponent |= k >> bit & 1 << (11 - bit)
	}
	new(big.Int).Exp(root, big.NewInt(int64(exponent)), modulus).FillBytes(p[:])
	return p
}
