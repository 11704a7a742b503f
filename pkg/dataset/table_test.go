package dataset

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// tableOf is the table in a text.
func tableOf(text []byte, src Source) (*table, error) {
	t := &table{src: src, paths: []string{"text"}}
	t.open = append(t.open, func(read func(io.Reader) error) error { return read(bytes.NewReader(text)) })
	return t, t.sniff(nil)
}

func readText(text string, src Source) (*Set, error) {
	table, err := tableOf([]byte(text), src)
	if err != nil {
		return nil, err
	}
	s, err := table.read()
	if err != nil {
		return nil, err
	}
	return s, s.Validate()
}

// checkEncoding applies a table's encoding to its cells, one row at a time.
func checkEncoding(t *testing.T, table *table, s *Set) {
	t.Helper()
	i := 0
	err := table.each(func(row *tableRow) error {
		var cells []string
		for _, c := range s.Encoding.Columns {
			cell := string(row.cells[c.At-1])
			if comma, _ := hasComma(row.cells[c.At-1]); comma && table.decimalComma() && c.Kind != Values {
				cell = strings.Replace(cell, ",", ".", 1)
			}
			cells = append(cells, cell)
		}
		got, err := s.Encoding.Apply(cells)
		if err == nil && !bytes.Equal(got, s.Example(i)) {
			err = fmt.Errorf("row %d of %q: the encoding gives %v, the set has %v", i, cells, got, s.Example(i))
		}
		i++
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func asUTF16(order binary.AppendByteOrder, s string) string {
	b := order.AppendUint16(nil, 0xfeff)
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

// All these tables say the same.
func TestTableWays(t *testing.T) {
	want := &Set{Shape: Shape{1, 2, 2}, Classes: 3, Pixels: []byte{1, 2, 3, 255, 9, 8, 7, 6, 0, 0, 0, 0}, Labels: []byte{2, 0, 1}}
	plain := "label,a,b,c,d\n2,1,2,3,255\n0,9,8,7,6\n1,0,0,0,0\n"
	with := func(sep string) string { return strings.ReplaceAll(plain, ",", sep) }
	for name, text := range map[string]string{
		"commas":           plain,
		"semicolons":       with(";"),
		"tabs":             with("\t"),
		"bars":             with("|"),
		"blanks":           with(" "),
		"runs of blanks":   "  label  a b\tc   d\n   2     1 2\t3 255  \n 0  9 8 7 6\n1 0 0 0 0\n",
		"comma and blank":  with(", "),
		"comma and tab":    with(",\t"),
		"cr":               strings.ReplaceAll(plain, "\n", "\r"),
		"crlf":             strings.ReplaceAll(plain, "\n", "\r\n"),
		"mixed line ends":  "label,a,b,c,d\r2,1,2,3,255\r\n0,9,8,7,6\n1,0,0,0,0",
		"blank lines":      "\n\nlabel,a,b,c,d\n\n2,1,2,3,255\n   \n0,9,8,7,6\n1,0,0,0,0\n\n",
		"comments":         "# made today\nlabel,a,b,c,d\n2,1,2,3,255\n  # more; of | it\n0,9,8,7,6\n1,0,0,0,0\n",
		"bom":              "\ufeff" + plain,
		"sep= of Excel":    "sep=;\r\n" + with(";"),
		"utf-16 little":    asUTF16(binary.LittleEndian, plain),
		"utf-16 big":       asUTF16(binary.BigEndian, strings.ReplaceAll(plain, "\n", "\r\n")),
		"quoted":           "\"label\",\"a\",\"b\",\"c\",\"d\"\n\"2\",\"1\",\"2\",\"3\",\"255\"\n\"0\",9,8,7,6\n1,0,0,0,0\n",
		"quoted semicolon": "\"label\";\"a;b\";\"b\n\";\"c \"\"c\";d\n2;1;2;3;255\n0;9;8;7;6\n1;0;0;0;0\n",
		"floats":           "label,a,b,c,d\n2.0,1.0,2.,3e0,+255\n0,9,8,7,6\n1,0,0,0,0\n",
		"target last":      "a,b,c,d,TARGET\n1,2,3,255,2\n9,8,7,6,0\n0,0,0,0,1\n",
		"class between":    "a,b, Class ,c,d\n1,2,2,3,255\n9,8,0,7,6\n0,0,1,0,0\n",
		"pandas index":     ",label,a,b,c,d\n0,2,1,2,3,255\n1,0,9,8,7,6\n2,1,0,0,0,0\n",
		"index anew":       "Unnamed: 0,label,a,b,c,d\n0,2,1,2,3,255\n1,0,9,8,7,6\n0,1,0,0,0,0\n",
		"shuffled index":   ",label,a,b,c,d\n70,2,1,2,3,255\n13,0,9,8,7,6\n42,1,0,0,0,0\n",
		"two indices":      ",Unnamed: 0,label,a,b,c,d\n0,0,2,1,2,3,255\n1,1,0,9,8,7,6\n2,2,1,0,0,0,0\n",
		"id":               "label,Id,a,b,c,d\n2,9001,1,2,3,255\n0,8,9,8,7,6\n1,77,0,0,0,0\n",
		"row names of R":   "label,a,b,c,d\nx1,2,1,2,3,255\nx2,0,9,8,7,6\nx3,1,0,0,0,0\n",
		"empty column":     "label,a,b,c,d,\n2,1,2,3,255,\n0,9,8,7,6,\n1,0,0,0,0,\n",
		"numbers as names": "label,0,1,2,3\n2,1,2,3,255\n0,9,8,7,6\n1,0,0,0,0\n",
	} {
		got, err := readText(text, Source{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		sameSet(t, got, want)
		for _, c := range got.Encoding.Columns {
			if c.Kind != Bytes {
				t.Errorf("%s: column %q is %s", name, c.Name, c.Kind)
			}
		}
	}
}

func TestTableLabel(t *testing.T) {
	want := &Set{Shape: Shape{1, 1, 2}, Classes: 2, Pixels: []byte{3, 4, 5, 6}, Labels: []byte{1, 0}}
	for _, tt := range []struct{ text, label, header string }{
		{"1,3,4\n0,5,6\n", "first", ""},
		{"1,3,4\n0,5,6\n", "1", ""},
		{"3,4,1\n5,6,0\n", "last", ""},
		{"3,4,1\n5,6,0\n", "3", ""},
		{"a,quality,b\n3,1,4\n5,0,6\n", "quality", ""},
		{"a,quality,b\n3,1,4\n5,0,6\n", " Quality", ""},
		{"a,quality,b\n3,1,4\n5,0,6\n", "2", ""},
		{"label,target,b\n3,1,4\n5,0,6\n", "target", ""},
		{"x,y,z\n3,1,4\n5,0,6\n", "y", ""},
		{"0,1,2\n3,1,4\n5,0,6\n", "#2", "yes"},
		{"0,1,2\n1,3,4\n0,5,6\n", "0", "yes"},
		{"first,b,c\n3,4,1\n5,6,0\n", "last", ""},
		{"a,b,first\n3,4,1\n5,6,0\n", "first", ""}, // the name, not the place
	} {
		got, err := readText(tt.text, Source{LabelColumn: tt.label, Header: tt.header})
		if err != nil {
			t.Errorf("%q %q: %v", tt.text, tt.label, err)
			continue
		}
		sameSet(t, got, want)
	}
}

// Where something is not certain, the refusal says what would settle it.
func TestTableRefusals(t *testing.T) {
	rows := "\n1,2,3\n4,5,6\n"
	tests := []struct {
		name, text string
		src        Source
		want, cure string
	}{
		{"no header", "1,2,3\n4,5,6\n", Source{}, "no header, its first row is: 1 (1), 2 (2), 3 (3)", "--label NAME"},
		{"mnist", "5,0,0,0\n0,0,9,0\n", Source{}, "no header", "--label first"},
		{"other name", "acid,sugar,quality" + rows, Source{}, "none is called label, labels, class, target, y; the columns are: acid, sugar, quality", "--label"},
		{"kaggle test", "id,f0,f1" + rows, Source{}, "the columns are: id, f0, f1", "--label"},
		{"two", "label,class,a" + rows, Source{}, `both "label" and "class"`, "--label"},
		{"same twice", "label,a,Label" + rows, Source{}, `both "label" and "Label"`, "--label"},
		{"coordinates", "x,y,size" + rows, Source{}, "coordinate", "--label"},
		{"no such name", "a,b,c" + rows, Source{LabelColumn: "kind"}, `no column is called "kind", the columns are: a, b, c`, "a column goes by"},
		{"number too large", "a,b,c" + rows, Source{LabelColumn: "4"}, `"4"`, ""},
		{"name without header", "1,2,3\n4,5,6\n", Source{LabelColumn: "kind"}, "no header", ""},
		{"name and number", "label,0,1,2,3\n1,2,3,4,5\n2,3,4,5,6\n", Source{LabelColumn: "1"}, "ambiguous", "#3 or #1"},
		{"names or data", "0,1,2\n3,4,5\n", Source{LabelColumn: "last"}, "counts up", "--header yes"},
		{"years", "1990,1991,1992,1993,1994\n3,4,5,6,7\n", Source{LabelColumn: "last"}, "counts up", "--header"},
		{"partly names", "5,b,7\n3,4,5\n", Source{LabelColumn: "last"}, "some cells look like names", "--header"},
		{"all text", "a,b\nc,d\ne,f\n", Source{LabelColumn: "last"}, "it is text", "--header"},
		{"nameless", ",a,label\n5,1,0\n5,2,1\n", Source{}, "has no name and does not number", "--features"},
		{"feature is label", "a,label\n1,2\n", Source{Features: []string{"a", "label"}}, "is the label", "--features"},
		{"feature twice", "a,label\n1,2\n", Source{Features: []string{"a", "1"}}, "named twice", ""},
		{"no feature", "a,label\n1,2\n", Source{Features: []string{"b"}}, `--features: no column is called "b"`, ""},
		{"gap", "a,label\n1,2\n,0\n", Source{}, `line 3, column "a": found ""`, "fill the gaps"},
		{"na", "a,b,label\n1,2,2\n1,NA,0\n", Source{}, `line 3, column "b": found "NA"`, "--features"},
		{"nan", "a,label\n1,2\nNaN,0\n", Source{}, `found "NaN"`, ""},
		{"inf", "a,label\n1,2\n-inf,0\n", Source{}, `found "-inf"`, ""},
		{"overflow", "a,label\n1,2\n1e999,0\n", Source{}, `found "1e999"`, ""},
		{"far apart", "a,label\n1e308,2\n-1e308,0\n", Source{}, "too far apart", "--features"},
		{"label gap", "a,label\n1,2\n3,\n", Source{}, `line 3, column "label": found ""`, "fill the gaps"},
		{"real label", "a,y\n1,2.5\n3,4\n", Source{}, `column "y": label 2.5 is no whole number`, "name another column"},
		{"many labels", "a,y\n" + column(300), Source{}, "300 different labels: at most 256", "--label"},
		{"many texts", "a,y\n" + textColumn(65), Source{}, `column "a": text (such as "t0" in line 2) with more than 64 different values`, "--features"},
		{"two decimal marks", "a;b;y\n1,5;1.5;0\n2,5;2.5;1\n", Source{}, `found "1,5", but column "b" has decimal points`, "decimals"},
		{"thousands", "a\tb\ty\n1,500\t1\t0\n2,500\t2\t1\n", Source{}, "thousands", ""},
		{"bad header flag", "a,y\n1,2\n", Source{Header: "maybe"}, `header "maybe"`, "--header yes"},
		{"one column", "1\n2\n", Source{}, "found 1 column", "separated"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readText(tt.text, tt.src)
			wantError(t, err, tt.want)
			var unclear *Unclear
			if !errors.As(err, &unclear) {
				t.Fatalf("%v: no cure", err)
			}
			if !strings.Contains(unclear.Cure, tt.cure) {
				t.Errorf("cure %q, want %q", unclear.Cure, tt.cure)
			}
		})
	}
}

func column(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d,%d\n", i%7, 2*i)
	}
	return b.String()
}

func textColumn(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "t%d,%d\n", i, i%2)
	}
	return b.String()
}

func TestTableErrors(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		src        Source
		want       []string
	}{
		{"empty", "", Source{}, []string{"no row"}},
		{"only comments", "# a\n#b\n", Source{}, []string{"no row"}},
		{"header only", "label,a\n", Source{}, []string{"no row"}},
		{"short row", "1,2,3\n1,2\n", Source{LabelColumn: "1"}, []string{"line 2", "expected 3 columns, found 2"}},
		{"long row", "1,2,3\n1,2,3,4\n1,2,3\n", Source{LabelColumn: "1"}, []string{"line 2", "found 4"}},
		{"open quote", "a,label\n\"1,2\n3,4\n", Source{}, []string{"line 2: a quote is not closed"}},
		{"shape", "1,2,3\n0,3,4\n", Source{LabelColumn: "1", Shape: Shape{1, 2, 2}}, []string{"2 features", "needs 4"}},
		{"classes", "a,label\n1,2\n1,0\n", Source{Classes: 2}, []string{"label 2", "expected below 2"}},
		{"half a character", "\xff\xfea\x00,", Source{}, []string{"half a UTF-16 character"}},
		{"utf-16 unmarked", "a\x00,\x00b\x00\n\x00", Source{}, []string{"byte order mark"}},
		{"budget", "a,label\n" + textColumn(60), Source{MaxBytes: 1000}, []string{"too large"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readText(tt.text, tt.src)
			wantError(t, err, tt.want...)
		})
	}
	for name, text := range map[string]string{"endless line": strings.Repeat("1", maxLine+1), "many columns": strings.Repeat("1,", maxColumns+2)} {
		if _, err := readText(text+"\n", Source{LabelColumn: "1"}); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: %.200v, want ErrTooLarge", name, err)
		}
	}
}

func TestTableEncoding(t *testing.T) {
	table, err := tableOf([]byte("id;alcohol;colour;flat;species\n1;8,5;red;3;b\n2;9,5;white;3;a\n3;10,5;?;3;c\n4;8,5;red;3;a\n"), Source{LabelColumn: "species"})
	if err != nil {
		t.Fatal(err)
	}
	s, err := table.read()
	if err != nil {
		t.Fatal(err)
	}
	sameSet(t, s, &Set{Shape: Shape{1, 1, 5}, Classes: 3, Labels: []byte{1, 0, 2, 0}, Pixels: []byte{
		0, 0, 255, 0, 0,
		128, 0, 0, 255, 0, // half of 255 is rounded to the even 128
		255, 255, 0, 0, 0,
		0, 0, 255, 0, 0,
	}})
	want := &Encoding{
		Columns: []Column{
			{Name: "alcohol", At: 2, Kind: Scaled, Min: 8.5, Max: 10.5},
			{Name: "colour", At: 3, Kind: Values, Values: []string{"?", "red", "white"}},
			{Name: "flat", At: 4, Kind: Scaled, Min: 3, Max: 3},
		},
		Width: 5, Label: "species", LabelAt: 5, Classes: []string{"a", "b", "c"},
	}
	if d := cmp.Diff(want, s.Encoding); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{`column "id": it counts the rows`}, s.Reading.LeftOut); d != "" {
		t.Error(d)
	}
	checkEncoding(t, table, s)
}

// Features that are named are taken, whatever they are called, in that order.
func TestTableFeatures(t *testing.T) {
	s, err := readText("id,a,b,label\n1,10,20,0\n2,11,21,1\n", Source{Features: []string{"b", "id"}})
	if err != nil {
		t.Fatal(err)
	}
	sameSet(t, s, &Set{Shape: Shape{1, 1, 2}, Classes: 2, Pixels: []byte{20, 1, 21, 2}, Labels: []byte{0, 1}})
	s, err = readText("id,a,label\n1,10,0\n2,11,1\n", Source{Features: []string{AllColumns}})
	if err != nil || s.Shape.Features() != 2 {
		t.Errorf("%v features, error %v", s.Shape, err)
	}
}

// UCI writes rows' numbers without a header; a column that counts on from row
// to row is no chance.
func TestTableCountedRows(t *testing.T) {
	for _, tt := range []struct{ rows, from, step, features int }{{12, 1, 1, 1}, {12, 0, 1, 1}, {12, 2, 1, 2}, {12, 1, 2, 2}, {5, 1, 1, 2}} {
		var text string
		for i := range tt.rows {
			text += fmt.Sprintf("%d,%d,%d\n", tt.from+i*tt.step, i*i, i%2)
		}
		s, err := readText(text, Source{LabelColumn: "last"})
		if err != nil || s.Shape.Features() != tt.features || len(s.Reading.LeftOut) != 2-tt.features {
			t.Errorf("%+v: shape %v, left out %q, %v", tt, s.Shape, s.Reading.LeftOut, err)
		}
	}
}
