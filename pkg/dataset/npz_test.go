package dataset

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func float32s(values ...float32) (b []byte) {
	for _, v := range values {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	return b
}

func float64s(values ...float64) (b []byte) {
	for _, v := range values {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
	}
	return b
}

// readZip reads an archive of name, content pairs.
func readZip(t *testing.T, src Source, entries ...any) (*Set, error) {
	t.Helper()
	z := zipOf(t, entries...)
	s, err := readNPZ(bytes.NewReader(z), int64(len(z)), src)
	if err == nil {
		err = s.Validate()
	}
	return s, err
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
	deep := fmt.Sprintf("(%d, %d, %d, %d)", 1<<30, 1<<30, 1<<30, 1<<30)
	tests := []struct {
		name string
		x, y []byte
		want []string
	}{
		{"nan", npyBytes(1, "<f4", "(2, 2)", float32s(0, 1, 2, float32(math.NaN()))), y, []string{"x", "example 1, value 1", "finite"}},
		{"infinity", npyBytes(1, "<f4", "(2, 2)", float32s(0, float32(math.Inf(-1)), 2, 3)), y, []string{"example 0, value 1"}},
		{"complex", npyBytes(1, "<c8", "(2, 2)", make([]byte, 32)), y, []string{"x.npy", "<c8"}},
		{"text", npyBytes(1, "<U1", "(2, 2)", make([]byte, 16)), y, []string{"x", "<U1", "expected numbers"}},
		{"huge fortran", npyRaw(1, "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 4000000000), }", nil), y, []string{"npy shape"}},
		{"pickle", npyRaw(1, "{'descr': '|O', 'fortran_order': False, 'shape': (2, 2), }", nil), y, []string{"x.npy"}},
		{"not npy", []byte("hello, world"), y, []string{"magic"}},
		{"version", npyBytes(3, "|u1", "(2, 2)", nil), y, []string{"version 3"}},
		{"truncated", x[:len(x)-1], y, []string{"expected 4 bytes, found 3"}},
		{"trailing", append(bytes.Clone(x), 0), y, []string{"trailing"}},
		{"count", npyBytes(1, "|u1", "(3, 1)", []byte{1, 2, 3}), y, []string{"3 examples", "y (2,) labels"}},
		{"empty", npyBytes(1, "|u1", "(0, 2)", nil), npyBytes(1, "|u1", "(0,)", nil), []string{"no example"}},
		{"fraction", x, npyBytes(1, "<f4", "(2,)", float32s(1, 1.5)), []string{"y", "label of example 1 is 1.5"}},
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
		"are missing": zipOf(t, "x.npy", x),
		"two":         zipOf(t, "x.npy", x, "y.npy", y, "x.npy", x),
		"no arrays":   zipOf(t, "a.npy", x),
		"zip":         []byte("PK nothing"),
	} {
		_, err := readNPZ(bytes.NewReader(z), int64(len(z)), Source{})
		wantError(t, err, name)
	}
	bomb := zipOf(t, "x.npy", npyBytes(1, "|u1", "(2, 1048576)", make([]byte, 2<<20)), "y.npy", y)
	if _, err := readNPZ(bytes.NewReader(bomb), int64(len(bomb)), Source{MaxBytes: 1 << 20}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("bomb: %v, want ErrTooLarge", err)
	}
}

// Every way to write the pixels 1..8 of two examples, and their labels.
func TestNPZTypes(t *testing.T) {
	want := &Set{Shape: Shape{1, 2, 2}, Classes: 2, Pixels: []byte{1, 2, 3, 4, 5, 6, 7, 8}, Labels: []byte{1, 0}}
	pixels := []float64{1, 2, 3, 4, 5, 6, 7, 8}
	array := func(descr string, shape string, values []float64) []byte {
		var body []byte
		for _, v := range values {
			var b [8]byte
			var order binary.ByteOrder = binary.LittleEndian
			if descr[0] == '>' {
				order = binary.BigEndian
			}
			size := int(descr[2] - '0')
			switch {
			case descr[1] == 'f' && size == 8:
				order.PutUint64(b[:], math.Float64bits(v))
			case descr[1] == 'f' && size == 4:
				order.PutUint32(b[:], math.Float32bits(float32(v)))
			case size == 8:
				order.PutUint64(b[:], uint64(int64(v)))
			case size == 4:
				order.PutUint32(b[:], uint32(int32(v)))
			case size == 2:
				order.PutUint16(b[:], uint16(int16(v)))
			default:
				b[0] = byte(int8(v))
			}
			body = append(body, b[:size]...)
		}
		return npyBytes(1, descr, shape, body)
	}
	for _, descr := range []string{"|u1", "|i1", "<u2", ">u2", "<i2", ">i2", "<u4", ">i4", "<i8", ">u8", "<f4", ">f4", "<f8", ">f8"} {
		got, err := readZip(t, Source{}, "x.npy", array(descr, "(2, 2, 2)", pixels), "y.npy", array(descr, "(2,)", []float64{1, 0}))
		if err != nil {
			t.Errorf("%s: %v", descr, err)
			continue
		}
		sameSet(t, got, want)
		if got.Encoding != nil {
			t.Errorf("%s: whole numbers 0..255 have an encoding", descr)
		}
	}
	half := []byte{0, 0x3c, 0, 0x40, 0, 0x42, 0, 0x44, 0, 0x45, 0, 0x46, 0, 0x47, 0, 0x48}
	got, err := readZip(t, Source{}, "x.npy", npyBytes(1, "<f2", "(2, 2, 2)", half), "y.npy", npyBytes(1, "|b1", "(2, 1)", []byte{1, 0}))
	if err != nil {
		t.Fatal(err)
	}
	sameSet(t, got, want)
}

// In Fortran order the first index runs fastest: which example, then row, then column.
func TestNPZFortran(t *testing.T) {
	want := &Set{Shape: Shape{1, 2, 2}, Classes: 2, Pixels: []byte{1, 2, 3, 4, 5, 6, 7, 8}, Labels: []byte{1, 0}}
	y := npyRaw(1, "{'descr': '|u1', 'fortran_order': True, 'shape': (2,), }", []byte{1, 0})
	for shape, body := range map[string][]byte{"(2, 2, 2)": {1, 5, 3, 7, 2, 6, 4, 8}, "(2, 4)": {1, 5, 2, 6, 3, 7, 4, 8}, "(2, 1, 2, 2)": {1, 5, 3, 7, 2, 6, 4, 8}} {
		x := npyRaw(2, "{'descr': '|u1', 'fortran_order': True, 'shape': "+shape+", }", body)
		got, err := readZip(t, Source{}, "x.npy", x, "y.npy", y)
		if err != nil {
			t.Fatal(err)
		}
		sameSet(t, got, want)
	}
	wide := npyRaw(1, "{'descr': '>i2', 'fortran_order': True, 'shape': (2, 4), }", []byte{0, 1, 0, 5, 0, 2, 0, 6, 0, 3, 0, 7, 0, 4, 0, 8})
	got, err := readZip(t, Source{}, "x.npy", wide, "y.npy", y)
	if err != nil {
		t.Fatal(err)
	}
	sameSet(t, got, want)
}

// Numbers that are no bytes are scaled: a table column by column, images by one scale.
func TestNPZScales(t *testing.T) {
	y := npyBytes(1, "|u1", "(2,)", []byte{1, 0})
	got, err := readZip(t, Source{}, "x.npy", npyBytes(1, "<f8", "(2, 3)", float64s(0, -1, 7, 1, 3, 7)), "y.npy", y)
	if err != nil {
		t.Fatal(err)
	}
	sameSet(t, got, &Set{Shape: Shape{1, 1, 3}, Classes: 2, Pixels: []byte{0, 0, 0, 255, 255, 0}, Labels: []byte{1, 0}})
	want := []Column{{At: 1, Kind: Scaled, Max: 1}, {At: 2, Kind: Scaled, Min: -1, Max: 3}, {At: 3, Kind: Scaled, Min: 7, Max: 7}}
	if d := cmp.Diff(want, got.Encoding.Columns); d != "" {
		t.Error(d)
	}
	for _, shape := range []string{"(2, 1, 3)", "(2, 1, 1, 3)", "(2, 1, 3, 1)"} {
		got, err = readZip(t, Source{Shape: Shape{1, 1, 3}}, "x.npy", npyBytes(1, "<f4", shape, float32s(0, 0.25, 0.5, 1, 0, 0)), "y.npy", y)
		if err != nil {
			t.Fatal(err)
		}
		// 63.75 and 127.5: to the nearest, a half to the even one.
		sameSet(t, got, &Set{Shape: Shape{1, 1, 3}, Classes: 2, Pixels: []byte{0, 64, 128, 255, 0, 0}, Labels: []byte{1, 0}})
		if d := cmp.Diff([]Column{{Count: 3, Kind: Scaled, Max: 1}}, got.Encoding.Columns); d != "" {
			t.Error(d)
		}
	}
	// Parts are scaled alike, or a class would look different in each.
	got, err = readZip(t, Source{}, "x_train.npy", npyBytes(1, "<f4", "(1, 1)", float32s(0.5)), "y_train.npy", npyBytes(1, "|u1", "(1,)", []byte{0}),
		"x_test.npy", npyBytes(1, "<f4", "(2, 1)", float32s(0, 1)), "y_test.npy", y)
	if err != nil || !bytes.Equal(got.Pixels, []byte{128, 0, 255}) {
		t.Errorf("pixels %v, error %v", got.Pixels, err)
	}
}

func TestNPZLabels(t *testing.T) {
	x := npyBytes(1, "|u1", "(3, 2)", make([]byte, 6))
	for _, tt := range []struct {
		name    string
		y       []byte
		labels  []byte
		classes []string
	}{
		{"from one", npyBytes(1, "<i8", "(3,)", []byte("\x03\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x02\x00\x00\x00\x00\x00\x00\x00")), []byte{2, 0, 1}, []string{"1", "2", "3"}},
		{"negative", npyBytes(1, "|i1", "(3,)", []byte{255, 1, 255}), []byte{0, 1, 0}, []string{"-1", "1"}},
		{"large", npyBytes(1, ">i2", "(3, 1)", []byte{1, 0, 0, 7, 1, 1}), []byte{1, 0, 2}, []string{"7", "256", "257"}},
		{"very large", npyBytes(1, "<i8", "(3,)", []byte("\x01\x00\x00\x00\x00\x00\x20\x00\x00\x00\x00\x00\x00\x00\x20\x00\x01\x00\x00\x00\x00\x00\x20\x00")), []byte{1, 0, 1}, []string{"9007199254740992", "9007199254740993"}},
		{"floats", npyBytes(1, "<f4", "(3,)", float32s(0, 1, 0)), []byte{0, 1, 0}, nil},
		{"one-hot", npyBytes(1, "<f4", "(3, 3)", float32s(0, 1, 0, 0, 0, 1, 1, 0, 0)), []byte{1, 2, 0}, nil},
		{"bytes", npyBytes(1, "|S3", "(3,)", []byte("catdogcat")), []byte{0, 1, 0}, []string{"cat", "dog"}},
		{"text", npyBytes(1, "<U2", "(3,)", []byte("b\x00\x00\x00\x00\x00\x00\x00a\x00\x00\x00a\x00\x00\x00\xe9\x00\x00\x00\x00\x00\x00\x00")), []byte{1, 0, 2}, []string{"aa", "b", "\u00e9"}},
	} {
		got, err := readZip(t, Source{}, "x.npy", x, "y.npy", tt.y)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		var names []string
		if got.Encoding != nil {
			names = got.Encoding.Classes
		}
		if !bytes.Equal(got.Labels, tt.labels) || cmp.Diff(tt.classes, names) != "" {
			t.Errorf("%s: labels %v of classes %q", tt.name, got.Labels, names)
		}
	}
	// A number of classes that is given leaves the labels as they are.
	got, err := readZip(t, Source{Classes: 5}, "x.npy", x, "y.npy", npyBytes(1, "|u1", "(3,)", []byte{1, 4, 1}))
	if err != nil || !bytes.Equal(got.Labels, []byte{1, 4, 1}) || got.Classes != 5 {
		t.Errorf("labels %v of %d classes, error %v", got.Labels, got.Classes, err)
	}
}

func TestNPZNames(t *testing.T) {
	x, y := npyBytes(1, "|u1", "(2, 2)", []byte{1, 2, 3, 4}), npyBytes(1, "|u1", "(2,)", []byte{0, 1})
	for _, names := range [][2]string{
		{"x", "y"}, {"X", "y"}, {"X", "Y"}, {"images", "labels"}, {"data", "target"}, {"arr_0", "arr_1"}, {"features", "labels"},
		{"x_train", "y_train"}, {"X_train", "y_train"}, {"train_images", "train_labels"}, {"training_images", "training_labels"},
		{"trainX", "trainY"}, {"test_x", "test_y"}, {"val_images", "val_labels"}, {"X-test", "Y-test"}, {"Images_Train", "Labels_Train"}, {"image", "label"},
	} {
		got, err := readZip(t, Source{}, names[0]+".npy", x, "other.npy", []byte("junk"), "__MACOSX/._x.npy", []byte("junk"), names[1]+".npy", y)
		if names[0] == "arr_0" {
			got, err = readZip(t, Source{}, names[0]+".npy", x, names[1]+".npy", y)
		}
		if err != nil || got.Len() != 2 || got.Labels[1] != 1 {
			t.Errorf("%v: %v", names, err)
		}
	}
	if got, err := readZip(t, Source{Arrays: []string{"b", "a"}}, "a.npy", y, "b.npy", x); err != nil || got.Len() != 2 {
		t.Error(err)
	}
	for name, tt := range map[string]struct {
		entries []any
		src     Source
	}{
		"holds a (2,) |u1, b (2, 2) |u1":     {[]any{"a.npy", y, "b.npy", x}, Source{}},
		"labels that belong to it":           {[]any{"X_train.npy", x, "labels_train2.npy", y}, Source{}},
		"both data and images":               {[]any{"data.npy", x, "images.npy", x, "target.npy", y}, Source{}},
		"x stands beside x_test":             {[]any{"x.npy", x, "y.npy", y, "x_test.npy", x, "y_test.npy", y}, Source{}},
		"have no names of their own":         {[]any{"arr_0.npy", y, "arr_1.npy", x}, Source{}},
		"shapes do not say":                  {[]any{"arr_0.npy", x, "arr_1.npy", y, "arr_2.npy", x, "arr_3.npy", y}, Source{}},
		`no array is called "z"`:             {[]any{"x.npy", x, "y.npy", y}, Source{Arrays: []string{"x", "z"}}},
		"expected two":                       {[]any{"x.npy", x, "y.npy", y}, Source{Arrays: []string{"x"}}},
		`no arrays for split "test"`:         {[]any{"x.npy", x, "y.npy", y}, Source{Split: Test}},
		"holds x () (not readable: no plain": {[]any{"x.npy", npyBytes(1, "|O", "(2,)", nil)}, Source{}},
	} {
		_, err := readZip(t, tt.src, tt.entries...)
		wantError(t, err, name)
		var unclear *Unclear
		if !errors.As(err, &unclear) {
			t.Errorf("%v: no cure", err)
		}
	}
}
