package dataset

import (
	"bytes"
	"compress/gzip"
	"testing"
)

// Whatever a reader accepts must be a valid set; nothing may panic.
func checkSet(t *testing.T, s *Set, err error) {
	t.Helper()
	if err != nil {
		return
	}
	if err := s.Validate(); err != nil {
		t.Fatalf("an invalid set was read: %v", err)
	}
	if s.Len() == 0 {
		t.Fatal("an empty set was read")
	}
}

const fuzzMax = 1 << 16

func FuzzIDX(f *testing.F) {
	s := randomSet(3, tiny, 2, 1)
	f.Add(idxImagesOf(s))
	f.Add(gzipOf(idxImagesOf(s)))
	f.Add(idxBytes(idxColour, []uint{1, 3, 2, 2}, make([]byte, 12)))
	f.Add(idxLabelsOf(s))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := plain(bytes.NewReader(data), fuzzMax)
		if err != nil {
			return
		}
		if shape, pixels, err := readIDXImages(r, fuzzMax); err == nil {
			n := len(pixels) / shape.Features()
			checkSet(t, &Set{Shape: shape, Classes: 1, Pixels: pixels, Labels: make([]byte, n)}, nil)
		}
		if labels, err := readIDXLabels(bytes.NewReader(data), fuzzMax); err == nil && len(labels)+8 != len(data) {
			t.Fatalf("%d labels out of %d bytes", len(labels), len(data))
		}
	})
}

func FuzzCIFAR(f *testing.F) {
	f.Add(cifarOf(randomSet(2, cifarShape, 10, 1)))
	f.Add([]byte{1, 2})
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := readCIFAR(bytes.NewReader(data))
		checkSet(t, s, err)
		if err == nil && !bytes.Equal(cifarOf(s), data) {
			t.Fatal("the set is not what was read")
		}
	})
}

func FuzzCSV(f *testing.F) {
	s := randomSet(3, tiny, 2, 1)
	f.Add(csvOf(s, true), "")
	f.Add(csvOf(s, false), "")
	f.Add([]byte("a,\"b\",kind\n1.0, 2,3\r\n\n"), "kind")
	f.Add([]byte("a;b;c\r1,5;x;3\r2,5;y;4\r"), "last")
	f.Add([]byte("\xff\xfea\x00,\x00y\x00\n\x001\x00,\x002\x00"), "")
	f.Add([]byte("# c\n,0,1\n0\t\"a\nb\"\t1\n"), "#2")
	f.Fuzz(func(t *testing.T, data []byte, column string) {
		table, err := tableOf(data, Source{LabelColumn: column, MaxBytes: fuzzMax})
		if err != nil {
			return
		}
		s, err := table.read()
		checkSet(t, s, err)
		if err == nil {
			checkEncoding(t, table, s)
		}
	})
}

func FuzzNPZ(f *testing.F) {
	s := randomSet(3, tiny, 2, 1)
	f.Add(npyBytes(1, "|u1", "(3, 2, 3)", s.Pixels), npyBytes(2, "|u1", "(3,)", s.Labels))
	f.Add(npyBytes(1, "|u1", "(1, 2, 2, 3)", make([]byte, 12)), npyBytes(1, "<i8", "(1,)", make([]byte, 8)))
	f.Fuzz(func(t *testing.T, x, y []byte) {
		z := zipOf(t, "x.npy", x, "y.npy", y)
		set, err := readNPZ(bytes.NewReader(z), int64(len(z)), Source{MaxBytes: fuzzMax})
		checkSet(t, set, err)
		set, err = readNPZ(bytes.NewReader(x), int64(len(x)), Source{MaxBytes: fuzzMax}) // not even a zip
		checkSet(t, set, err)
	})
}

func FuzzDecodeGroup(f *testing.F) {
	f.Add(make([]byte, 108), 12, 6, 4, "octets")
	f.Add(make([]byte, 108), 12, 1, 256, "plain")
	f.Add(make([]byte, 80), 16, 6, 4, "nibbles")
	f.Fuzz(func(t *testing.T, payload []byte, size, features, classes int, form string) {
		layout := Layout{GroupSize: size, Features: features, Classes: classes, Form: Form(form)}
		pixels, labels, err := DecodeGroup(payload, layout)
		if err != nil {
			return
		}
		s := &Set{Shape: Shape{1, 1, features}, Classes: classes, Pixels: pixels, Labels: labels}
		again, err := EncodeGroup(s, upTo(size), layout)
		if err != nil || !bytes.Equal(again, payload) {
			t.Fatalf("the group does not encode to itself: %v", err)
		}
	})
}

// FuzzReadBundle changes what is inside the compression, which a fuzzer would
// never get through, and the file as a whole.
func FuzzReadBundle(f *testing.F) {
	// Small, so that the fuzzer gets around: 2 of 3 groups of 12 x 1.
	layout := Layout{GroupSize: 12, Features: 1, Classes: 2}
	c, payloads, err := Commit(randomSet(36, Shape{1, 1, 1}, 2, 1), layout, 3, counting())
	if err != nil {
		f.Fatal(err)
	}
	want := Challenge{Root: c.Root, Layout: layout, Groups: 3, HoldoutGroups: 1}
	var b bytes.Buffer
	if err := WriteBundle(&b, c, payloads, Training(want.Seed, 3, 1)); err != nil {
		f.Fatal(err)
	}
	bundle := b.Bytes()
	head, groups := entries(f, bundle, want)
	good, err := ReadBundle(bytes.NewReader(bundle), Limits{}, want)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(append(bytes.Clone(head), bytes.Join(groups, nil)...), true)
	f.Add(head, true)
	f.Add(bundle, false)
	f.Fuzz(func(t *testing.T, content []byte, compress bool) {
		if compress {
			content = storedOf(content)
		}
		data, err := ReadBundle(bytes.NewReader(content), Limits{MaxDecompressed: 1 << 20}, want)
		if err != nil {
			return
		}
		// The root fixes the data: there is nothing else to accept.
		if !bytes.Equal(data.Pixels, good.Pixels) || !bytes.Equal(data.Labels, good.Labels) {
			t.Fatal("other data passed for the committed one")
		}
	})
}

// storedOf is gzip without the work of compressing.
func storedOf(b []byte) []byte {
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.NoCompression)
	w.Write(b)
	w.Close()
	return out.Bytes()
}
