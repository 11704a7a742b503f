package blob

import (
	"bytes"
	"crypto/sha256"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/crypto/kzg4844"
	"github.com/ethereum/go-ethereum/params"
	"pgregory.net/rapid"
)

func TestWhatIsCutIsJoined(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.OneOf(rapid.IntRange(0, 100), rapid.IntRange(Bytes-40, Bytes+40), rapid.IntRange(0, 3*Bytes)).Draw(t, "bytes")
		b := make([]byte, n)
		r := rand.NewChaCha8([32]byte{byte(n)})
		_, _ = r.Read(b)
		got, err := Join(Cut(b), n)
		if err != nil || !bytes.Equal(got, b) {
			t.Fatalf("%d bytes come back as %d others: %v", n, len(got), err)
		}
		if _, err := Join(Cut(b), n+Bytes); err == nil {
			t.Fatal("a blob too few is taken")
		}
	})
}

func TestLimitsAreTheChains(t *testing.T) {
	if MaxPerTx != params.BlobTxMaxBlobs || elements != params.BlobTxFieldElementsPerBlob || len(Blob{}) != params.BlobTxBytesPerFieldElement*elements {
		t.Error("blobs are others")
	}
}

// Any byte is proven, against go-ethereum's own check of what the contract's precompile checks.
func TestOpenings(t *testing.T) {
	b := make([]byte, Bytes)
	_, _ = rand.NewChaCha8([32]byte{7}).Read(b)
	blobs := Cut(b)
	hash, err := Hash(&blobs[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range []int{0, 30, 31, 12345, Bytes - 1} {
		o, err := Open(&blobs[0], i)
		if err != nil || len(o) != openingBytes {
			t.Fatal(err)
		}
		c, proof := kzg4844.Commitment(o[64:112]), kzg4844.Proof(o[112:])
		if [32]byte(o) != hash || kzg4844.CalcBlobHashV1(sha256.New(), &c) != hash {
			t.Errorf("byte %d is opened of another blob", i)
		}
		if err := kzg4844.VerifyProof(c, point(i/perElement), kzg4844.Claim(o[32:64]), proof); err != nil {
			t.Errorf("byte %d: %v", i, err)
		}
		if o[33+i%perElement] != b[i] {
			t.Errorf("byte %d is opened as %d, is %d", i, o[33+i%perElement], b[i])
		}
	}
}

func BenchmarkHash(b *testing.B) {
	full := make([]byte, Bytes)
	_, _ = rand.NewChaCha8([32]byte{8}).Read(full)
	blobs := Cut(full)
	for b.Loop() {
		if _, err := Hash(&blobs[0]); err != nil {
			b.Fatal(err)
		}
	}
}
