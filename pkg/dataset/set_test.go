package dataset

import (
	"bytes"
	"testing"
)

func TestSetExamplesAndSubset(t *testing.T) {
	s := &Set{Shape: Shape{1, 1, 2}, Classes: 3, Pixels: []byte{0, 1, 10, 11, 20, 21}, Labels: []byte{0, 1, 2}}
	if err := s.Validate(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(s.Example(1), []byte{10, 11}) {
		t.Errorf("example 1 is %v", s.Example(1))
	}
	sub := s.Subset([]int{2, 0, 2})
	sameSet(t, sub, &Set{Shape: s.Shape, Classes: 3, Pixels: []byte{20, 21, 0, 1, 20, 21}, Labels: []byte{2, 0, 2}})
	sub.Pixels[0] = 99
	if s.Pixels[4] != 20 {
		t.Error("the subset shares memory with its set")
	}
	if e := s.Example(0); cap(e) != len(e) {
		t.Error("appending to an example would overwrite the next")
	}
}

func TestSetValidate(t *testing.T) {
	tests := []struct {
		name string
		set  Set
		want string
	}{
		{"pixels short", Set{Shape: Shape{1, 1, 2}, Classes: 2, Pixels: make([]byte, 3), Labels: make([]byte, 2)}, "need 4 pixels, found 3"},
		{"label too large", Set{Shape: Shape{1, 1, 1}, Classes: 2, Pixels: make([]byte, 2), Labels: []byte{0, 2}}, "label of example 1 is 2"},
		{"no class", Set{Shape: Shape{1, 1, 1}, Classes: 0, Pixels: nil, Labels: nil}, "0 classes"},
		{"zero dimension", Set{Shape: Shape{1, 0, 1}, Classes: 2, Pixels: nil, Labels: nil}, "1x0x1"},
		{"negative twice", Set{Shape: Shape{1, -1, -1}, Classes: 2, Pixels: make([]byte, 1), Labels: make([]byte, 1)}, "each dimension"},
		{"huge", Set{Shape: Shape{1 << 16, 1 << 16, 1 << 16}, Classes: 2, Pixels: nil, Labels: nil}, "features"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantError(t, tt.set.Validate(), tt.want) })
	}
}

func TestFlatShape(t *testing.T) {
	for n, want := range map[int]Shape{784: {1, 28, 28}, 3072: {3, 32, 32}, 4: {1, 2, 2}, 13: {1, 1, 13}, 1: {1, 1, 1}} {
		if got := flatShape(n); got != want {
			t.Errorf("%d features: shape %v, want %v", n, got, want)
		}
	}
}
