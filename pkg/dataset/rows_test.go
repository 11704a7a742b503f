package dataset

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
)

// rowsOfText reads a table for a model of four features and two classes.
func rowsOfText(t *testing.T, text string, src Source, enc *Encoding) (*Rows, error) {
	t.Helper()
	src.Format, src.Images = FormatCSV, []string{writeFile(t, t.TempDir(), "rows.csv", []byte(text))}
	return OpenRows(src, enc, 4, 2)
}

// However the rows are written, they are the same to the model.
func TestRowsOfTables(t *testing.T) {
	pixels := []byte{0, 255, 0, 7, 255, 0, 255, 8}
	for name, tt := range map[string]struct {
		text   string
		src    Source
		labels []int
		note   string
	}{
		"as committed":      {"colour,alcohol,quality,age\nred,8,good,7\nwhite,12,bad,8\n", Source{}, []int{1, 0}, ""},
		"without the label": {"colour,alcohol,age\nred,8,7\nwhite,12,8\n", Source{}, nil, ""},
		"another order":     {"age;alcohol;colour\n7;8,0;red\n8;12,0;white\n", Source{}, nil, ""},
		"extra columns":     {"id,age,alcohol,colour,price\n1,7,8,red,3\n2,8,12,white,\n", Source{}, nil, `does not take: "id", "price"`},
		"unknown colour":    {"colour,alcohol,age\nred,8,7\nwhite,12,8\n", Source{}, nil, ""},
		"other label":       {"colour,alcohol,age,label\nred,8,7,good\nwhite,12,8,bad\n", Source{}, []int{1, 0}, ""},
		"named label":       {"colour,alcohol,age,verdict\nred,8,7,good\nwhite,12,8,bad\n", Source{LabelColumn: "verdict"}, []int{1, 0}, ""},
		"strange label":     {"colour,alcohol,age,quality\nred,8,7,good\nwhite,12,8,fair\n", Source{}, []int{1, -1}, "1 rows have labels that are no class"},
		"same places":       {"red,8,good,7\nwhite,12,bad,8\n", Source{}, []int{1, 0}, "by their places"},
		"features alone":    {"8,red,7\n12,white,8\n", Source{}, nil, "in their order"},
	} {
		got, err := rowsOfText(t, tt.text, tt.src, &wine)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got.Count != 2 || !bytes.Equal(got.Pixels, pixels) || !slices.Equal(got.Labels, tt.labels) {
			t.Errorf("%s: %d rows %v with labels %v", name, got.Count, got.Pixels, got.Labels)
		}
		if !strings.Contains(strings.Join(got.Reading.Notes, "; "), tt.note) {
			t.Errorf("%s: notes %q, want %q", name, got.Reading.Notes, tt.note)
		}
	}
}

// An encoding without names goes by the columns' order, beside a label or not.
func TestRowsByOrder(t *testing.T) {
	enc := &Encoding{Columns: []Column{{Kind: Scaled, Max: 255}, {Kind: Bytes}, {Kind: Bytes}, {Kind: Bytes}}, Classes: []string{"bad", "good"}}
	for name, tt := range map[string]struct {
		text, label string
		labels      []int
	}{
		"alone":   {"1,2,3,4\n5,6,7,8\n", "", nil},
		"by flag": {"1,2,good,3,4\n5,6,bad,7,8\n", "3", []int{1, 0}},
		"by name": {"a,class,b,c,d\n1,good,2,3,4\n5,bad,6,7,8\n", "", []int{1, 0}},
	} {
		got, err := rowsOfText(t, tt.text, Source{LabelColumn: tt.label}, enc)
		if err != nil || !bytes.Equal(got.Pixels, []byte{1, 2, 3, 4, 5, 6, 7, 8}) || !slices.Equal(got.Labels, tt.labels) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	_, err := rowsOfText(t, "1,2,3,4,1\n5,6,7,8,0\n", Source{}, enc)
	wantError(t, err, "which column is the label is not certain")
}

func TestRowsRefusals(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		src  Source
		enc  *Encoding
		want string
	}{
		"missing":         {"colour,age\nred,7\nwhite,8\n", Source{}, &wine, "1 columns are missing: alcohol; the table has colour, age"},
		"gap":             {"colour,alcohol,age\nred,8,7\nwhite,,8\n", Source{}, &wine, `line 3, column "alcohol": found ""`},
		"no byte":         {"colour,alcohol,age\nred,8,7\nwhite,9,8.5\n", Source{}, &wine, `line 3, column "age": found 8.5`},
		"width":           {"8,red,7,1,1\n9,white,8,1,1\n", Source{}, &wine, "which columns are which is not certain"},
		"label a feature": {"colour,alcohol,age\nred,8,7\nwhite,9,8\n", Source{LabelColumn: "age"}, &wine, "is a feature of the model"},
		"other model":     {"a\n1\n", Source{}, &Encoding{Columns: []Column{{Kind: Bytes}}}, "the model takes 4 features, the encoding gives 1"},
		"one too many":    {"7,2,3,4,5\n1,2,3,4,5\n", Source{}, nil, "which column is the label is not certain"},
		"two too many":    {"7,2,3,4,5,6\n1,2,3,4,5,6\n", Source{}, nil, "the model takes 4 features, the data have 6"},
		"floats":          {"a,b,c,d\n0.5,2,3,4\n", Source{}, nil, `column "a": found 0.5: expected an integer 0..255`},
		"class too large": {"a,b,c,d,label\n1,2,3,4,2\n", Source{}, nil, "the label of row 1 is no class of the model"},
		"class name":      {"a,b,c,d,label\n1,2,3,4,cat\n", Source{}, nil, "the label of row 1 is no class"},
	} {
		_, err := rowsOfText(t, tt.text, tt.src, tt.enc)
		wantError(t, err, tt.want)
		var unclear *Unclear
		if errors.As(err, &unclear) != (name != "gap" && name != "no byte") {
			t.Errorf("%s: cure of %v", name, err)
		}
	}
}

// Without an encoding the values are bytes and the labels the classes' numbers.
func TestRowsOfBytes(t *testing.T) {
	for name, tt := range map[string]struct {
		text   string
		src    Source
		labels []int
	}{
		"no label":         {"a,b,c,d\n1,2,3,4\n5,6,7,8\n", Source{}, nil},
		"no header":        {"1,2,3,4\n5,6,7,8\n", Source{}, nil},
		"id":               {"id,a,b,c,d\n10,1,2,3,4\n11,5,6,7,8\n", Source{}, nil},
		"label":            {"a,b,c,d,label\n1,2,3,4,1\n5,6,7,8,0\n", Source{}, []int{1, 0}},
		"open labels":      {"a,b,c,d,label\n1,2,3,4,\n5,6,7,8,?\n", Source{}, nil},
		"label by flag":    {"1,1,2,3,4\n0,5,6,7,8\n", Source{LabelColumn: "first"}, []int{1, 0}},
		"one class only":   {"a,b,c,d,label\n1,2,3,4,1\n5,6,7,8,1\n", Source{}, []int{1, 1}},
		"features by flag": {"a,b,c,d,e\n1,2,9,3,4\n5,6,9,7,8\n", Source{Features: []string{"a", "b", "d", "e"}}, nil},
	} {
		got, err := rowsOfText(t, tt.text, tt.src, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !bytes.Equal(got.Pixels, []byte{1, 2, 3, 4, 5, 6, 7, 8}) || !slices.Equal(got.Labels, tt.labels) {
			t.Errorf("%s: %v with labels %v", name, got.Pixels, got.Labels)
		}
	}
}

func TestRowsOfArrays(t *testing.T) {
	dir := t.TempDir()
	x, y := npyBytes(1, "|u1", "(2, 2, 2)", []byte{1, 2, 3, 4, 5, 6, 7, 8}), npyBytes(1, "<i2", "(2,)", []byte{1, 0, 0, 0})
	scaled := &Encoding{Columns: []Column{{Count: 4, Kind: Scaled, Max: 51}}, Classes: []string{"7", "9"}}
	for name, tt := range map[string]struct {
		zip    []byte
		enc    *Encoding
		pixels []byte
		labels []int
		err    string
	}{
		"x alone":       {zipOf(t, "x.npy", x), nil, []byte{1, 2, 3, 4, 5, 6, 7, 8}, nil, ""},
		"any one array": {zipOf(t, "new.npy", x), nil, []byte{1, 2, 3, 4, 5, 6, 7, 8}, nil, ""},
		"test alone":    {zipOf(t, "X_test.npy", x), nil, []byte{1, 2, 3, 4, 5, 6, 7, 8}, nil, ""},
		"labels":        {zipOf(t, "x.npy", x, "y.npy", y), nil, []byte{1, 2, 3, 4, 5, 6, 7, 8}, []int{1, 0}, ""},
		"names":         {zipOf(t, "x.npy", x, "y.npy", npyBytes(1, "<i2", "(2,)", []byte{9, 0, 7, 0})), scaled, []byte{5, 10, 15, 20, 25, 30, 35, 40}, []int{1, 0}, ""},
		"text names":    {zipOf(t, "x.npy", x, "y.npy", npyBytes(1, "|S1", "(2,)", []byte("78"))), scaled, []byte{5, 10, 15, 20, 25, 30, 35, 40}, []int{0, -1}, ""},
		"floats":        {zipOf(t, "x.npy", npyBytes(1, "<f4", "(1, 4)", float32s(0, .5, 1, 2))), nil, nil, nil, "expected an integer 0..255"},
		"width":         {zipOf(t, "x.npy", npyBytes(1, "|u1", "(2, 3)", make([]byte, 6))), scaled, nil, nil, "examples of 3 values, the encoding takes 4"},
		"features":      {zipOf(t, "x.npy", npyBytes(1, "|u1", "(2, 3)", make([]byte, 6))), nil, nil, nil, "the model takes 4 features, the data have 3"},
		"table's":       {zipOf(t, "x.npy", npyBytes(1, "|u1", "(2, 3)", make([]byte, 6))), &wine, nil, nil, "text columns"},
	} {
		src := Source{Format: FormatNPZ, Images: []string{writeFile(t, dir, "a.npz", tt.zip)}}
		got, err := OpenRows(src, tt.enc, 4, 2)
		if tt.err != "" {
			wantError(t, err, tt.err)
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got.Count != 2 || !bytes.Equal(got.Pixels, tt.pixels) || !slices.Equal(got.Labels, tt.labels) {
			t.Errorf("%s: %v with labels %v", name, got.Pixels, got.Labels)
		}
	}
}

func TestRowsOfImages(t *testing.T) {
	dir := t.TempDir()
	s := randomSet(5, tiny, 4, 1)
	s.Labels = []byte{7, 9, 7, 9, 8}
	path := writeFile(t, dir, "t10k-images-idx3-ubyte", idxImagesOf(s))
	src, err := Detect(dir, DetectOptions{Unlabelled: true})
	if err != nil {
		t.Fatal(err)
	}
	got, err := OpenRows(src, nil, 6, 2)
	if err != nil || got.Count != 5 || got.Labels != nil || !bytes.Equal(got.Pixels, s.Pixels) {
		t.Fatalf("%+v, %v", got, err)
	}
	writeFile(t, dir, "t10k-labels-idx1-ubyte", idxLabelsOf(s))
	if src, err = Detect(path, DetectOptions{Unlabelled: true}); err != nil {
		t.Fatal(err)
	}
	got, err = OpenRows(src, &Encoding{Classes: []string{"7", "9"}}, 6, 2)
	if err != nil || !slices.Equal(got.Labels, []int{0, 1, 0, 1, -1}) {
		t.Fatalf("%+v, %v", got, err)
	}
	_, err = OpenRows(src, nil, 6, 2)
	wantError(t, err, "no class of the model")
	got, err = OpenRows(Source{Format: FormatDigits, Count: 3, Seed: 1}, nil, 784, 10)
	if err != nil || len(got.Labels) != 3 {
		t.Fatal(err)
	}
}
