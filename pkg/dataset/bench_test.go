package dataset

import (
	"bytes"
	"testing"
)

func BenchmarkDigits(b *testing.B) {
	Digits(1, 0) // the glyphs
	for b.Loop() {
		Digits(1000, 1)
	}
	b.ReportMetric(float64(b.N)*1000/b.Elapsed().Seconds(), "images/s")
}

func BenchmarkLeafHash(b *testing.B) {
	payload := make([]byte, Layout{GroupSize: 24, Features: 784, Classes: 10}.PayloadLen())
	b.SetBytes(int64(len(payload)))
	for b.Loop() {
		LeafHash(3, [32]byte{}, payload)
	}
}

func BenchmarkReadBundle(b *testing.B) {
	set := Digits(6000, 1)
	layout := Layout{GroupSize: 24, Features: 784, Classes: 10}
	c, payloads, err := Commit(set, layout, 250, [32]byte{1})
	if err != nil {
		b.Fatal(err)
	}
	want := Challenge{Root: c.Root, Layout: layout, Groups: 250, HoldoutGroups: 42}
	var bundle bytes.Buffer
	if err := WriteBundle(&bundle, c, payloads, Training(want.Seed, 250, 42)); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(208 * int64(layout.PayloadLen()))
	for b.Loop() {
		if _, err := ReadBundle(bytes.NewReader(bundle.Bytes()), Limits{}, want); err != nil {
			b.Fatal(err)
		}
	}
}
