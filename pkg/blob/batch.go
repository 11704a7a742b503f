package blob

import (
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/consensys/gnark-crypto/ecc"
	bls "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
	"github.com/ethereum/go-ethereum/crypto/kzg4844"
)

// Commitment is what a blob's hash is the hash of.
type Commitment = kzg4844.Commitment

// Commit makes a blob's commitment. It takes a processor a tenth of a second.
func Commit(b *Blob) (Commitment, error) {
	c, err := kzg4844.BlobToCommitment(b)
	if err != nil {
		return c, fmt.Errorf("commitment of a blob: %w", err)
	}
	return c, nil
}

// HashOf is the versioned hash of a blob with a commitment.
func HashOf(c Commitment) [32]byte { return kzg4844.CalcBlobHashV1(sha256.New(), &c) }

// Batch checks many blobs at the cost of one: a commitment is linear in what it commits to, so that of a random
// sum of blobs is the same sum of theirs. Who does not know the chances passes with wrong blobs once in 2^128.
type Batch struct {
	sum     [elements]fr.Element
	points  []bls.G1Affine
	chances []fr.Element
}

// ErrOtherBlob reports that commitments are of other blobs.
var ErrOtherBlob = errors.New("the bytes are not those that were committed to")

// Hashes are the hashes of blobs with commitments, end to end.
func Hashes(all []Commitment) []byte {
	var b []byte
	for _, c := range all {
		hash := HashOf(c)
		b = append(b, hash[:]...)
	}
	return b
}

// Add has bytes checked against the commitments of the blobs that hold them; there must be as many as that takes.
func (b *Batch) Add(bytes []byte, commitments []Commitment) error {
	if want := (len(bytes) + Bytes - 1) / Bytes; len(commitments) != want {
		return fmt.Errorf("%d commitments for %d blobs", len(commitments), want)
	}
	for i, c := range commitments {
		if err := b.add(bytes[i*Bytes:min((i+1)*Bytes, len(bytes))], c); err != nil {
			return err
		}
	}
	return nil
}

func (b *Batch) add(bytes []byte, c Commitment) error {
	var chance fr.Element
	var random [16]byte
	_, _ = rand.Read(random[:]) // never fails
	chance.SetBytes(random[:])
	var point bls.G1Affine
	if _, err := point.SetBytes(c[:]); err != nil { // it is on the curve, and in the group
		return fmt.Errorf("commitment of a blob: %w", err)
	}
	var element fr.Element
	for k := 0; k*perElement < len(bytes); k++ {
		var word [32]byte
		copy(word[1:], bytes[k*perElement:min((k+1)*perElement, len(bytes))])
		element.SetBytes(word[:])
		element.Mul(&element, &chance)
		b.sum[k].Add(&b.sum[k], &element)
	}
	b.points, b.chances = append(b.points, point), append(b.chances, chance)
	return nil
}

// Check says whether all are what was committed to.
func (b *Batch) Check() error {
	if len(b.points) == 0 {
		return nil
	}
	var sum Blob
	for k := range b.sum {
		word := b.sum[k].Bytes()
		copy(sum[32*k:], word[:])
	}
	got, err := Commit(&sum)
	if err != nil {
		return err
	}
	var want bls.G1Affine
	if _, err := want.MultiExp(b.points, b.chances, ecc.MultiExpConfig{}); err != nil {
		return fmt.Errorf("commitments of blobs: %w", err)
	}
	if want.Bytes() != got {
		return ErrOtherBlob
	}
	return nil
}
