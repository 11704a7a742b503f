package blob

import (
	"errors"
	"math/rand/v2"
	"testing"
)

// Any number of blobs is checked, and one other byte in any of them is found.
func TestBatch(t *testing.T) {
	r := rand.NewChaCha8([32]byte{9})
	var contents [][]byte
	var commitments []Commitment
	for _, n := range []int{1, 31, 32, 5000, Bytes} {
		b := make([]byte, n)
		_, _ = r.Read(b)
		c, err := Commit(&Cut(b)[0])
		if err != nil {
			t.Fatal(err)
		}
		contents, commitments = append(contents, b), append(commitments, c)
	}
	check := func(change func(i int, b []byte, c Commitment) ([]byte, Commitment)) error {
		var batch Batch
		for i := range contents {
			b, c := change(i, append([]byte(nil), contents[i]...), commitments[i])
			if err := batch.Add(b, []Commitment{c}); err != nil {
				return err
			}
		}
		return batch.Check()
	}
	if err := check(func(_ int, b []byte, c Commitment) ([]byte, Commitment) { return b, c }); err != nil {
		t.Error(err)
	}
	for other := range contents {
		err := check(func(i int, b []byte, c Commitment) ([]byte, Commitment) {
			if i == other {
				b[len(b)/2] ^= 4
			}
			return b, c
		})
		if !errors.Is(err, ErrOtherBlob) {
			t.Errorf("another byte in blob %d: %v", other, err)
		}
	}
	if err := check(func(i int, b []byte, c Commitment) ([]byte, Commitment) { return b, commitments[len(contents)-1-i] }); !errors.Is(err, ErrOtherBlob) {
		t.Errorf("the commitments of others: %v", err)
	}
	if err := check(func(i int, b []byte, c Commitment) ([]byte, Commitment) { c[7] ^= 1; return b, c }); err == nil {
		t.Error("what is no point is taken")
	}
	var none Batch
	if err := none.Check(); err != nil {
		t.Error(err)
	}
}

func BenchmarkBatch(b *testing.B) {
	content := make([]byte, Bytes)
	_, _ = rand.NewChaCha8([32]byte{8}).Read(content)
	c, err := Commit(&Cut(content)[0])
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		var batch Batch
		for range 100 {
			if err := batch.Add(content, []Commitment{c}); err != nil {
				b.Fatal(err)
			}
		}
		if err := batch.Check(); err != nil {
			b.Fatal(err)
		}
	}
}
