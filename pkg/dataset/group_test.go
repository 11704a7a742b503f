package dataset

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

func TestGroupIsFeatureMajor(t *testing.T) {
	s := randomSet(20, tiny, 4, 1)
	layout := Layout{GroupSize: 12, Features: 6, Classes: 4}
	indices := []int{19, 3, 5, 7, 11, 13, 0, 1, 2, 4, 6, 8}
	p, err := EncodeGroup(s, indices, layout)
	if err != nil {
		t.Fatal(err)
	}
	if len(p) != 12*7 || layout.PayloadLen() != 12*7 {
		t.Fatalf("payload of %d bytes", len(p))
	}
	for v, i := range indices {
		for f := range 6 {
			if p[f*12+v] != s.Example(i)[f] {
				t.Fatalf("feature %d of vector %d is %d", f, v, p[f*12+v])
			}
		}
		if p[6*12+v] != s.Labels[i] {
			t.Fatalf("label of vector %d is %d", v, p[6*12+v])
		}
	}
}

func TestGroupRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		layout := Layout{
			GroupSize: 12 * rapid.IntRange(1, 4).Draw(t, "words"),
			Features:  rapid.IntRange(1, 50).Draw(t, "features"),
			Classes:   rapid.IntRange(2, 256).Draw(t, "classes"),
		}
		n := layout.GroupSize + rapid.IntRange(0, 30).Draw(t, "spare")
		s := randomSet(n, Shape{1, 1, layout.Features}, layout.Classes, rapid.Uint64().Draw(t, "seed"))
		indices := rand.New(rand.NewPCG(1, uint64(n))).Perm(n)[:layout.GroupSize]
		p, err := EncodeGroup(s, indices, layout)
		if err != nil {
			t.Fatal(err)
		}
		pixels, labels, err := DecodeGroup(p, layout)
		if err != nil {
			t.Fatal(err)
		}
		want := s.Subset(indices)
		if !bytes.Equal(pixels, want.Pixels) || !bytes.Equal(labels, want.Labels) {
			t.Fatal("decoded other vectors than were encoded")
		}
	})
}

func TestGroupErrors(t *testing.T) {
	s := randomSet(12, tiny, 4, 1)
	good := Layout{GroupSize: 12, Features: 6, Classes: 4}
	for name, tt := range map[string]struct {
		indices []int
		layout  Layout
	}{
		"group size":    {upTo(10), Layout{GroupSize: 10, Features: 6, Classes: 4}},
		"no group":      {nil, Layout{GroupSize: 0, Features: 6, Classes: 4}},
		"negative size": {nil, Layout{GroupSize: -12, Features: 6, Classes: 4}},
		"features":      {upTo(12), Layout{GroupSize: 12, Features: 5, Classes: 4}},
		"one class":     {upTo(12), Layout{GroupSize: 12, Features: 6, Classes: 1}},
		"label":         {upTo(12), Layout{GroupSize: 12, Features: 6, Classes: 3}},
		"short":         {upTo(11), good},
		"example 12":    {append(upTo(11), 12), good},
		"example -1":    {append(upTo(11), -1), good},
		"too large":     {upTo(12), Layout{GroupSize: 12 << 20, Features: 1 << 10, Classes: 4}},
	} {
		if _, err := EncodeGroup(s, tt.indices, tt.layout); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	p, err := EncodeGroup(s, upTo(12), good)
	if err != nil {
		t.Fatal(err)
	}
	for name, payload := range map[string][]byte{"expected 84": p[:83], "of 85": append(bytes.Clone(p), 0), "label": append(bytes.Clone(p[:83]), 4)} {
		_, _, err := DecodeGroup(payload, good)
		wantError(t, err, name)
	}
}
