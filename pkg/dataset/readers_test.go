package dataset

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"
)

var tiny = Shape{1, 2, 3}

func TestOpenReadsWhatWasWritten(t *testing.T) {
	dir := t.TempDir()
	a, b := randomSet(5, tiny, 4, 1), randomSet(3, tiny, 3, 2)
	for _, s := range []*Set{a, b} { // every class is there: no label is renumbered
		s.Classes = 2
		for i := range s.Labels {
			s.Labels[i] = byte(i % 2)
		}
	}
	both, _ := concat([]*Set{a, b})
	cifar := randomSet(4, cifarShape, 10, 3)
	twice, _ := concat([]*Set{cifar, cifar})
	file := func(name string, content []byte) string { return writeFile(t, dir, name, content) }
	aImages, aLabels := file("a-images", idxImagesOf(a)), file("a-labels", idxLabelsOf(a))
	// gzip goes by content: the names say nothing.
	bImages, bLabels := file("b-images", gzipOf(idxImagesOf(b))), file("b-labels", gzipOf(idxLabelsOf(b)))
	record := file("c.bin", cifarOf(cifar))
	x, y := npyBytes(1, "|u1", "(5, 2, 3)", a.Pixels), npyBytes(2, "|u1", "(5,)", a.Labels)

	tests := []struct {
		name string
		src  Source
		want *Set
	}{
		{"idx", Source{Format: FormatIDX, Images: []string{aImages}, Labels: []string{aLabels}}, a},
		{"idx gzip and plain", Source{Format: FormatIDX, Images: []string{aImages, bImages}, Labels: []string{aLabels, bLabels}}, both},
		{"cifar", Source{Format: FormatCIFAR, Images: []string{record}}, cifar},
		{"cifar twice", Source{Format: FormatCIFAR, Images: []string{record, file("d", gzipOf(cifarOf(cifar)))}}, twice},
		{"csv, label last by name", Source{Format: FormatCSV, Shape: tiny, Images: []string{file("h.csv", csvOf(a, true))}}, a},
		{"csv, label first", Source{Format: FormatCSV, Shape: tiny, LabelColumn: "first", Images: []string{file("n.csv", csvOf(a, false))}}, a},
		{"csv gzip", Source{Format: FormatCSV, Shape: tiny, Images: []string{file("z", gzipOf(csvOf(a, true)))}}, a},
		{"npz x and y", Source{Format: FormatNPZ, Images: []string{file("a.npz", zipOf(t, "x.npy", x, "y.npy", y))}}, a},
		{"npz images and labels", Source{Format: FormatNPZ, Images: []string{file("b.npz", zipOf(t, "images.npy", x, "labels.npy", y))}}, a},
		{"npz train and test", Source{Format: FormatNPZ, Images: []string{file("c.npz", zipOf(t, "x_train.npy", x, "y_train.npy", y,
			"x_test.npy", npyBytes(1, "|u1", "(3, 2, 3)", b.Pixels), "y_test.npy", npyBytes(1, "|u1", "(3, 1)", b.Labels)))}}, both},
		{"npz split", Source{Format: FormatNPZ, Split: Test, Images: []string{filepath.Join(dir, "c.npz")}}, b},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Open(tt.src)
			if err != nil {
				t.Fatal(err)
			}
			sameSet(t, got, tt.want)
		})
	}
}

func TestIDXColour(t *testing.T) {
	want := randomSet(4, Shape{3, 2, 2}, 2, 9)
	shape, pixels, err := readIDXImages(bytes.NewReader(idxBytes(idxColour, []uint{4, 3, 2, 2}, want.Pixels)), 1000)
	if err != nil || shape != want.Shape || !bytes.Equal(pixels, want.Pixels) {
		t.Fatalf("shape %v, error %v", shape, err)
	}
}

func TestIDXErrors(t *testing.T) {
	dir := t.TempDir()
	s := randomSet(5, tiny, 4, 1)
	images, labels := idxImagesOf(s), idxLabelsOf(s)
	badSum := gzipOf(images)
	badSum[len(badSum)-8] ^= 1
	tests := []struct {
		name           string
		images, labels []byte
		classes        int
		want           []string
	}{
		{"swapped", labels, images, 0, []string{"images", "0x00000801", "labels", "0x00000803"}},
		{"truncated", images[:len(images)-1], labels, 0, []string{"images", "expected 30 bytes, found 29"}},
		{"trailing", append(bytes.Clone(images), 0), labels, 0, []string{"images", "trailing"}},
		{"no magic", images[:3], labels, 0, []string{"magic", "expected 4 bytes, found 3"}},
		{"count", images, idxLabelsOf(randomSet(4, tiny, 4, 1)), 0, []string{"holds 5 images", "holds 4 labels"}},
		{"label", images, labels, 3, []string{"labels", "expected below 3"}},
		{"floats", idxBytes(0x00000d03, []uint{5, 2, 3}, nil), labels, 0, []string{"type 0x0d"}},
		{"other", []byte("<html>..."), labels, 0, []string{"not IDX"}},
		{"zero", idxBytes(idxImages, []uint{0, 2, 3}, nil), labels, 0, []string{"0 examples"}},
		{"lying header", idxBytes(idxImages, []uint{1 << 30, 256, 256}, nil), labels, 0, []string{"the cap is"}},
		{"overflowing header", idxBytes(idxImages, []uint{1<<32 - 1, 1<<32 - 1, 1<<32 - 1}, nil), labels, 0, []string{"dimension"}},
		{"checksum", badSum, labels, 0, []string{"checksum"}},
		{"half a gzip", gzipOf(images)[:20], labels, 0, []string{"images"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			i, l := writeFile(t, dir, "images", tt.images), writeFile(t, dir, "labels", tt.labels)
			_, err := Open(Source{Format: FormatIDX, Images: []string{i}, Labels: []string{l}, Classes: tt.classes})
			wantError(t, err, append(tt.want, dir)...)
		})
	}
}

func TestDecompressionBombStops(t *testing.T) {
	bomb := gzipOf(idxBytes(idxImages, []uint{1 << 10, 64, 64}, make([]byte, 4<<20)))
	path := writeFile(t, t.TempDir(), "bomb", bomb)
	src := Source{Format: FormatIDX, Images: []string{path}, Labels: []string{path}, MaxBytes: 1 << 20}
	if _, err := Open(src); !errors.Is(err, ErrTooLarge) {
		t.Fatalf("error %v, want ErrTooLarge", err)
	}
	src = Source{Format: FormatCIFAR, Images: []string{writeFile(t, t.TempDir(), "b", gzipOf(make([]byte, 1000*cifarRecord)))}, MaxBytes: 100 * cifarRecord}
	if _, err := Open(src); !errors.Is(err, ErrTooLarge) {
		t.Fatalf("cifar: error %v, want ErrTooLarge", err)
	}
	src.MaxBytes = 1000 * cifarRecord // an exact fit is no bomb
	if s, err := Open(src); err != nil || s.Len() != 1000 {
		t.Fatalf("exact fit: %v", err)
	}
}

func TestCIFARErrors(t *testing.T) {
	dir := t.TempDir()
	good := cifarOf(randomSet(2, cifarShape, 10, 1))
	bad := bytes.Clone(good)
	bad[cifarRecord] = 10
	for name, tt := range map[string]struct {
		content []byte
		want    string
	}{
		"truncated": {good[:len(good)-5], "record 1: expected 3073 bytes, found 3068"},
		"label":     {bad, "label of CIFAR-10 record 1 is 10"},
		"empty":     {nil, "no CIFAR-10 record"},
	} {
		path := writeFile(t, dir, name, tt.content)
		_, err := Open(Source{Format: FormatCIFAR, Images: []string{path}})
		wantError(t, err, path, tt.want)
	}
}

func TestOpenErrors(t *testing.T) {
	dir := t.TempDir()
	csv := writeFile(t, dir, "a.csv", []byte("1,2\n"))
	record := writeFile(t, dir, "a.bin", cifarOf(randomSet(1, cifarShape, 10, 1)))
	tests := []struct {
		name string
		src  Source
		want string
	}{
		{"format", Source{Format: "tfrecord"}, "tfrecord"},
		{"absent", Source{Format: FormatCSV, Images: []string{filepath.Join(dir, "none")}}, "no such file"},
		{"directory", Source{Format: FormatCSV, Images: []string{dir}}, "not a regular file"},
		{"no files", Source{Format: FormatIDX}, "0 images files"},
		{"labels to spare", Source{Format: FormatCSV, Images: []string{csv}, Labels: []string{csv}}, "no labels files"},
		{"classes", Source{Format: FormatCIFAR, Images: []string{record}, Classes: 7}, "source says 7"},
		{"shape", Source{Format: FormatCIFAR, Images: []string{record}, Shape: Shape{1, 1, 1}}, "source says 1x1x1"},
		{"label range", Source{Format: FormatCSV, Images: []string{csv}, LabelColumn: "first", Classes: 1}, "expected below 1"},
		{"digits", Source{Format: FormatDigits}, "count 0"},
		{"digits side", Source{Format: FormatDigits, Count: 1, Side: 17}, "side 17"},
		{"many digits", Source{Format: FormatDigits, Count: 1 << 30}, "count"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Open(tt.src)
			wantError(t, err, tt.want)
		})
	}
}
