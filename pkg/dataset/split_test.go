package dataset

import (
	"bytes"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// ownLabels is a set whose example i is i, labelled i.
func ownLabels(n int) *Set {
	s := &Set{Shape: Shape{Channels: 1, Height: 1, Width: 1}, Classes: 256}
	for i := range n {
		s.Pixels, s.Labels = append(s.Pixels, byte(i)), append(s.Labels, byte(i))
	}
	return s
}

// Every example is in one part, and the same seed divides alike.
func TestSplit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, share, seed := rapid.IntRange(2, 256).Draw(t, "n"), rapid.Float64Range(0.001, 0.5).Draw(t, "share"), rapid.Uint64().Draw(t, "seed")
		train, val, err := ownLabels(n).Split(share, seed)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[byte]int{}
		for _, l := range append(bytes.Clone(train.Labels), val.Labels...) {
			seen[l]++
		}
		if len(seen) != n || train.Len()+val.Len() != n || val.Len() < 1 || math.Abs(float64(val.Len())-share*float64(n)) > 1 {
			t.Fatalf("%d and %d of %d, %d seen", train.Len(), val.Len(), n, len(seen))
		}
		_, again, err := ownLabels(n).Split(share, seed)
		if err != nil || !bytes.Equal(again.Labels, val.Labels) {
			t.Fatal("the same seed divides otherwise")
		}
	})
}
