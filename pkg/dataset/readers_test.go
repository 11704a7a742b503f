package dataset

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
)

var tiny = Shape{1, 2, 3}

func TestOpenReadsWhatWasWritten(t *testing.T) {
	dir := t.TempDir()
	a, b := randomSet(5, tiny, 4, 1), randomSet(3, tiny, 3, 2)
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
		{"csv, label first", Source{Format: FormatCSV, Shape: tiny, Images: []string{file("n.csv", csvOf(a, false))}}, a},
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

func TestCSV(t *testing.T) {
	square := &Set{Shape: Shape{1, 2, 2}, Classes: 3, Pixels: []byte{1, 2, 3, 255}, Labels: []byte{2}}
	for name, content := range map[string]string{
		"bare":            "2,1,2,3,255",
		"crlf, blank":     "2,1,2,3,255\r\n\r\n",
		"bom, header":     "\ufefflabel,a,b,c,d\n2,1,2,3,255\n",
		"quoted":          "\"a\",\"b\",\"class\",\"c\",\"d\"\n\"1\",\"2\",\"2\",\"3\",\"255\"\n",
		"floats, spaces":  " 2.0, 1 ,2.0,3,255.0\n",
		"unknown header":  "what,a,b,c,d\n2,1,2,3,255\n",
		"mixed case name": "a,b,c,d,TARGET\n1,2,3,255,2\n",
	} {
		got, err := readCSV(bytes.NewReader([]byte(content)), "", Shape{}, 0)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		sameSet(t, got, square)
	}
	got, err := readCSV(bytes.NewReader([]byte("a,b,kind,c,d\n1,2,2,3,255\n")), "kind", Shape{}, 3)
	if err != nil {
		t.Fatal(err)
	}
	sameSet(t, got, square)
}

func TestCSVErrors(t *testing.T) {
	tests := []struct {
		name, content, column string
		shape                 Shape
		want                  []string
	}{
		{"empty", "", "", Shape{}, []string{"no row"}},
		{"header only", "label,a\n", "", Shape{}, []string{"no row"}},
		{"one column", "1\n2\n", "", Shape{}, []string{"found 1 column"}},
		{"short row", "1,2,3\n1,2\n", "", Shape{}, []string{"line 2", "expected 3 columns, found 2"}},
		{"long row", "1,2,3\n1,2,3,4\n", "", Shape{}, []string{"line 2", "found 4"}},
		{"too large", "1,256\n", "", Shape{}, []string{"column 2", `"256"`, "0..255"}},
		{"negative", "1,-1\n", "", Shape{}, []string{`"-1"`}},
		{"fraction", "1,0.5\n", "", Shape{}, []string{`"0.5"`}},
		{"nan", "1,NaN\n", "", Shape{}, []string{`"NaN"`}},
		{"text below header", "label,a\n1,x\n", "", Shape{}, []string{"line 2", `"x"`}},
		{"missing cell", "label,a\n1,\n", "", Shape{}, []string{"line 2", "column 2"}},
		{"no such column", "label,a\n1,2\n", "kind", Shape{}, []string{`"kind"`}},
		{"column without header", "1,2\n", "kind", Shape{}, []string{"no header"}},
		{"shape", "1,2,3\n", "", Shape{1, 2, 2}, []string{"2 feature columns", "needs 4"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readCSV(bytes.NewReader([]byte(tt.content)), tt.column, tt.shape, 0)
			wantError(t, err, tt.want...)
		})
	}
	_, err := readCSV(bytes.NewReader(bytes.Repeat([]byte("1,"), maxCSVLine)), "", Shape{}, 0)
	if !errors.Is(err, ErrTooLarge) {
		t.Errorf("endless line: %v, want ErrTooLarge", err)
	}
}

func TestNPZLayouts(t *testing.T) {
	// Two examples of 1 row, 2 columns and 3 channels.
	last := []byte{1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16}
	first := []byte{1, 4, 2, 5, 3, 6, 11, 14, 12, 15, 13, 16}
	wide := binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, 1), 0)
	tests := []struct {
		name, shape string
		pixels      []byte
		want        Shape
		hint        Shape
	}{
		{"channels last", "(2, 1, 2, 3)", last, Shape{3, 1, 2}, Shape{3, 1, 2}},
		{"channels first", "(2, 3, 1, 2)", first, Shape{3, 1, 2}, Shape{}},
		{"flat", "(2, 6)", first, Shape{3, 1, 2}, Shape{3, 1, 2}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			z := zipOf(t, "x.npy", npyBytes(1, "|u1", tt.shape, tt.pixels), "y.npy", npyBytes(1, "<i8", "(2,)", wide))
			got, err := readNPZ(bytes.NewReader(z), int64(len(z)), Source{Shape: tt.hint})
			if err != nil {
				t.Fatal(err)
			}
			sameSet(t, got, &Set{Shape: tt.want, Classes: 2, Pixels: first, Labels: []byte{1, 0}})
		})
	}
}

func TestNPZErrors(t *testing.T) {
	y := npyBytes(1, "|u1", "(2,)", []byte{0, 1})
	x := npyBytes(1, "|u1", "(2, 2)", []byte{1, 2, 3, 4})
	negative := binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, 1), 1<<32-1)
	deep := fmt.Sprintf("(%d, %d, %d, %d)", 1<<30, 1<<30, 1<<30, 1<<30)
	tests := []struct {
		name string
		x, y []byte
		want []string
	}{
		{"floats", npyBytes(1, "<f4", "(2, 2)", make([]byte, 16)), y, []string{"x.npy", "<f4"}},
		{"wide pixels", npyBytes(1, "<i4", "(2, 2)", make([]byte, 16)), y, []string{"x.npy", "<i4", "uint8"}},
		{"fortran", npyRaw(1, "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 2), }", x[len(x)-4:]), y, []string{"Fortran"}},
		{"pickle", npyRaw(1, "{'descr': '|O', 'fortran_order': False, 'shape': (2, 2), }", nil), y, []string{"x.npy"}},
		{"not npy", []byte("hello, world"), y, []string{"magic"}},
		{"version", npyBytes(3, "|u1", "(2, 2)", nil), y, []string{"version 3"}},
		{"truncated", x[:len(x)-1], y, []string{"expected 4 bytes, found 3"}},
		{"trailing", append(bytes.Clone(x), 0), y, []string{"trailing"}},
		{"count", npyBytes(1, "|u1", "(3, 1)", []byte{1, 2, 3}), y, []string{"3 images", "2 labels"}},
		{"empty", npyBytes(1, "|u1", "(0, 2)", nil), npyBytes(1, "|u1", "(0,)", nil), []string{"no example"}},
		{"negative label", x, npyBytes(1, "<i4", "(2,)", negative), []string{"label of example 1"}},
		{"label matrix", x, npyBytes(1, "|u1", "(2, 2)", make([]byte, 4)), []string{"(N,)"}},
		{"overflow", npyBytes(1, "|u1", deep, nil), y, []string{"too large"}},
		{"ambiguous", npyBytes(1, "|u1", "(2, 3, 1, 4)", make([]byte, 24)), y, []string{"cannot tell"}},
		{"scalar", npyBytes(1, "|u1", "()", []byte{1}), y, []string{"shape"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			z := zipOf(t, "x.npy", tt.x, "y.npy", tt.y)
			_, err := readNPZ(bytes.NewReader(z), int64(len(z)), Source{MaxBytes: 1 << 20})
			wantError(t, err, tt.want...)
		})
	}
	for name, z := range map[string][]byte{
		"is missing": zipOf(t, "x.npy", x),
		"two":        zipOf(t, "x.npy", x, "y.npy", y, "x.npy", x),
		"no arrays":  zipOf(t, "a.npy", x),
		"zip":        []byte("PK nothing"),
	} {
		_, err := readNPZ(bytes.NewReader(z), int64(len(z)), Source{})
		wantError(t, err, name)
	}
	bomb := zipOf(t, "x.npy", npyBytes(1, "|u1", "(2, 1048576)", make([]byte, 2<<20)), "y.npy", y)
	if _, err := readNPZ(bytes.NewReader(bomb), int64(len(bomb)), Source{MaxBytes: 1 << 20}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("bomb: %v, want ErrTooLarge", err)
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
		{"label range", Source{Format: FormatCSV, Images: []string{csv}, Classes: 1}, "expected below 1"},
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
