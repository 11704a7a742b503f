package dataset

import (
	"bytes"
	"math/big"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// The bits of a group, formed here word by word as DenseEvaluator.sol and
// Dense4Evaluator.sol describe them.
func TestGroupLayout(t *testing.T) {
	for _, form := range []Form{Octets, Nibbles, Plain} {
		for _, features := range []int{1, 3, 4, 6, 8, 11, 16} {
			layout := Layout{Features: features, Classes: 4, Form: form}
			lanes := layout.Lanes()
			layout.GroupSize = 2 * lanes
			s := randomSet(80, Shape{1, 1, features}, 4, 1)
			indices := rand.New(rand.NewPCG(3, 3)).Perm(80)[:layout.GroupSize]
			p, err := EncodeGroup(s, indices, layout)
			if err != nil {
				t.Fatal(err)
			}
			if len(p) != layout.PayloadLen() {
				t.Fatalf("payload of %d bytes, expected %d", len(p), layout.PayloadLen())
			}
			word := func(batch, i int) *big.Int {
				at := batch*(len(p)-layout.GroupSize)/2 + 32*i
				return new(big.Int).SetBytes(p[at : at+32])
			}
			field := func(w *big.Int, at, n int) int {
				return int(new(big.Int).And(new(big.Int).Rsh(w, uint(at)), big.NewInt(1<<n-1)).Int64())
			}
			for v, i := range indices {
				batch, lane := v/lanes, lanes-1-v%lanes
				for f, pixel := range s.Example(i) {
					var got, want int
					if form == Plain {
						got, want = int(p[v*features+f]), int(pixel)
					} else if form == Nibbles {
						got, want = field(word(batch, f/4), 16*lane+4*(f%4), 4), (int(pixel)+8)/17
					} else if u := 3 * (f / 8); f%8 < 6 {
						got, want = field(word(batch, u+f%8/2), 21*lane+8*(f%2), 8), int(pixel)
					} else {
						tail := 0
						for k := range 3 {
							tail |= field(word(batch, u+k), 21*lane+16, 5) << (5 * k)
						}
						tail |= field(word(batch, u+lane/4), 252+lane%4, 1) << 15
						got, want = tail>>(8*(f%8-6))&255, int(pixel)
					}
					if got != want {
						t.Fatalf("%s: feature %d of vector %d is %d, expected %d", form, f, v, got, want)
					}
				}
				if label := p[len(p)-layout.GroupSize+v]; label != s.Labels[i] {
					t.Fatalf("label of vector %d is %d", v, label)
				}
			}
		}
	}
}

func TestGroupRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		layout := Layout{
			Features: rapid.IntRange(1, 50).Draw(t, "features"),
			Classes:  rapid.IntRange(2, 256).Draw(t, "classes"),
			Form:     rapid.SampledFrom([]Form{"", Octets, Nibbles, Plain, Blob}).Draw(t, "form"),
		}
		layout.GroupSize = layout.Lanes() * rapid.IntRange(1, 4).Draw(t, "words")
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
		if layout.Form == Nibbles {
			for i, v := range want.Pixels {
				want.Pixels[i] = byte((int(v) + 8) / 17 * 17)
			}
		}
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
		"form":          {upTo(12), Layout{GroupSize: 12, Features: 6, Classes: 4, Form: "rows"}},
		"4-bit lanes":   {upTo(12), Layout{GroupSize: 12, Features: 6, Classes: 4, Form: Nibbles}},
		"too large":     {upTo(12), Layout{GroupSize: 12 << 20, Features: 1 << 10, Classes: 4}},
	} {
		if _, err := EncodeGroup(s, tt.indices, tt.layout); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	wantError(t, Layout{GroupSize: 12, Features: 6, Classes: 4, Form: "columns12"}.Validate(), "no evaluator of this version takes groups of the form \"columns12\"")
	p, err := EncodeGroup(s, upTo(12), good)
	if err != nil {
		t.Fatal(err)
	}
	for name, payload := range map[string][]byte{
		"expected 108": p[:107],
		"of 109":       append(bytes.Clone(p), 0),
		"label":        append(bytes.Clone(p[:107]), 4),
		"no feature":   append([]byte{p[0] | 1<<7}, p[1:]...), // bit 255, of feature 7 of 6
	} {
		_, _, err := DecodeGroup(payload, good)
		wantError(t, err, name)
	}
}
