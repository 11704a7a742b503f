package dataset

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// randomSet is noise with a shape: enough for everything that does not learn.
func randomSet(n int, shape Shape, classes int, seed uint64) *Set {
	rng := rand.New(rand.NewPCG(seed, 0))
	s := &Set{Shape: shape, Classes: classes, Pixels: make([]byte, n*shape.Features()), Labels: make([]byte, n)}
	for i := range s.Pixels {
		s.Pixels[i] = byte(rng.Uint32())
	}
	for i := range s.Labels {
		s.Labels[i] = byte(rng.IntN(classes))
	}
	s.Labels[n-1] = byte(classes - 1) // the largest label is there, so that readers count right
	return s
}

func sameSet(t *testing.T, got, want *Set) {
	t.Helper()
	if got.Shape != want.Shape || got.Classes != want.Classes {
		t.Fatalf("shape %v, %d classes: want %v, %d", got.Shape, got.Classes, want.Shape, want.Classes)
	}
	if !bytes.Equal(got.Pixels, want.Pixels) || !bytes.Equal(got.Labels, want.Labels) {
		t.Fatal("pixels or labels differ")
	}
}

func idxBytes(magic uint32, dims []uint, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, magic)
	for _, d := range dims {
		b = binary.BigEndian.AppendUint32(b, uint32(d))
	}
	return append(b, body...)
}

func idxImagesOf(s *Set) []byte {
	return idxBytes(idxImages, []uint{uint(s.Len()), uint(s.Shape.Height), uint(s.Shape.Width)}, s.Pixels)
}

func idxLabelsOf(s *Set) []byte { return idxBytes(idxLabels, []uint{uint(s.Len())}, s.Labels) }

func cifarOf(s *Set) []byte {
	var b []byte
	for i := range s.Len() {
		b = append(append(b, s.Labels[i]), s.Example(i)...)
	}
	return b
}

func csvOf(s *Set, header bool) []byte {
	var b strings.Builder
	if header {
		for f := range s.Shape.Features() {
			fmt.Fprintf(&b, "p%d,", f)
		}
		b.WriteString("Label\n")
	}
	for i := range s.Len() {
		if !header {
			fmt.Fprintf(&b, "%d", s.Labels[i])
		}
		for f, p := range s.Example(i) {
			if !header || f > 0 {
				b.WriteByte(',')
			}
			fmt.Fprint(&b, p)
		}
		if header {
			fmt.Fprintf(&b, ",%d", s.Labels[i])
		}
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

func npyBytes(version byte, descr, shape string, body []byte) []byte {
	header := fmt.Sprintf("{'descr': '%s', 'fortran_order': False, 'shape': %s, }", descr, shape)
	return npyRaw(version, header, body)
}

func npyRaw(version byte, header string, body []byte) []byte {
	b := append([]byte("\x93NUMPY"), version, 0)
	if version == 1 {
		b = binary.LittleEndian.AppendUint16(b, uint16(len(header)+1))
	} else {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(header)+1))
	}
	return append(append(append(b, header...), '\n'), body...)
}

// zipOf takes name, content pairs.
func zipOf(t testing.TB, entries ...any) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(entries); i += 2 {
		f, err := w.Create(entries[i].(string))
		if err != nil {
			t.Fatal(err)
		}
		f.Write(entries[i+1].([]byte))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipOf(b []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

func writeFile(t testing.TB, dir, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// wantError fails unless err holds every part of its message.
func wantError(t *testing.T, err error, parts ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want one with %q", parts)
	}
	for _, p := range parts {
		if !strings.Contains(err.Error(), p) {
			t.Errorf("error %q does not mention %q", err, p)
		}
	}
}

func upTo(n int) []int { return complement(nil, n) }
