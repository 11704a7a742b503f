package dataset

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// However a table is written, its cells come back.
func TestSniffFindsEveryForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(2, 6).Draw(t, "columns")
		header := rapid.Bool().Draw(t, "header")
		sep := rapid.SampledFrom([]string{",", ";", "\t", "|", " ", "  ", ", "}).Draw(t, "separator")
		end := rapid.SampledFrom([]string{"\n", "\r", "\r\n"}).Draw(t, "line end")
		comma := sep != "," && sep != ", " && rapid.Bool().Draw(t, "decimal comma")
		var lines []string
		want := make([]string, columns)
		for i := range want {
			want[i] = ""
		}
		if header {
			for i := range want {
				want[i] = fmt.Sprintf("name%d", i)
			}
			lines = append(lines, strings.Join(want, sep))
		}
		numbers := rapid.SliceOfN(rapid.SliceOfN(rapid.IntRange(-999, 999), columns, columns), 3, 20).Draw(t, "numbers")
		for _, row := range numbers {
			cells := make([]string, columns)
			for i, v := range row {
				cells[i] = fmt.Sprintf("%d.%d", v, i+10)
				if comma {
					cells[i] = strings.Replace(cells[i], ".", ",", 1)
				}
			}
			lines = append(lines, strings.Join(cells, sep))
		}
		table, err := tableOf([]byte(strings.Join(lines, end)), Source{})
		if err != nil {
			t.Fatal(err)
		}
		if table.form.header != header || !slices.Equal(table.form.names, want) {
			t.Fatalf("header %v, names %q", table.form.header, table.form.names)
		}
		rows := 0
		err = table.each(func(row *tableRow) error {
			for i, cell := range row.cells {
				v, kind := parseNumber(cell, table.decimalComma())
				text := fmt.Sprintf("%d.%d", numbers[rows][i], i+10)
				if whole, _ := parseNumber([]byte(text), false); kind != cellNumber || v != whole {
					t.Fatalf("row %d, column %d: %q is %v, want %s", rows, i, cell, v, text)
				}
			}
			rows++
			return nil
		})
		if err != nil || rows != len(numbers) {
			t.Fatalf("%d rows of %d, %v", rows, len(numbers), err)
		}
	})
}

func TestHeader(t *testing.T) {
	more := func(row string) string { return strings.Repeat("\n"+row, 12) }
	for name, tt := range map[string]struct {
		text string
		want bool
	}{
		"names":              {"a,b" + more("1,2"), true},
		"numbers":            {"5,7" + more("1,2"), false},
		"iris":               {"5.1,3.5,Iris-setosa" + more("4.9,3.0,Iris-virginica"), false},
		"names over text":    {"size,kind" + more("1,big"), true},
		"pandas":             {",0,1" + more("0,5,6"), true},
		"numbered":           {"0,1,2,3,4" + more("5,6,7,8,9"), true},
		"label and numbers":  {"label,0,1,2" + more("1,7,8,9"), true},
		"label over letters": {"class,cap,odor" + more("p,x,n"), true},
		"letters":            {"p,x,n" + more("p,x,n"), false},
		"names over letters": {"kind,cap,odor" + more("p,x,n"), true},
		"a number not known": {"?,3,4" + more("1,2,3"), false},
		"empty first cell":   {",3,4" + more("1,2,3"), false},
		"R":                  {"a,b" + more("x,1,2"), true},
		"one row":            {"1,2,3", false},
		"one row, with text": {"1,2,x", false},
		"quoted names":       {"\"a\",\"b\"" + more("\"1\",\"2\""), true},
		"latin-1":            {"S\xe4ure;S\xfc\xdfe" + more("1;2"), true},
	} {
		f, err := sniff(strings.NewReader(tt.text), "", nil)
		if err != nil || f.header != tt.want {
			t.Errorf("%s: header %v, %v", name, f != nil && f.header, err)
		}
	}
}

func TestDistinctNames(t *testing.T) {
	f, err := sniff(strings.NewReader("a,a,a.1,,a\n1,2,3,4,5\n"), "", nil)
	if err != nil || len(slices.Compact(slices.Sorted(slices.Values(f.names)))) != 5 || f.names[0] != "a" || f.names[1] != "a.1" {
		t.Errorf("%q, %v", f.names, err)
	}
}

func FuzzSniff(f *testing.F) {
	f.Add([]byte("a,b\n1,2\n"), "")
	f.Add([]byte(",0,1\n0;1,5;\"x\n"), "yes")
	f.Add([]byte("\xfe\xff\x00a\x00\t\x00\"\x00\n\x001\x00\t"), "no")
	f.Add([]byte("a b  c\r1 2 3\r\n#4\n\n5 6 \"7\"\"8\""), "")
	f.Fuzz(func(t *testing.T, data []byte, header string) {
		text, err := utf8Text(bytes.NewReader(data))
		if err != nil {
			return
		}
		form, err := sniff(text, header, []string{"kind"})
		if err != nil {
			return
		}
		if len(form.names) == 0 || len(form.names) > maxColumns+1 || len(form.list()) == 0 {
			t.Fatalf("%d columns: %q", len(form.names), form.list())
		}
		seen := map[string]bool{}
		for _, name := range form.names {
			if checkName(name) != nil || name != "" && seen[name] {
				t.Fatalf("names %q", form.names)
			}
			seen[name] = true
		}
		text, _ = utf8Text(bytes.NewReader(data))
		again, err := sniff(text, header, []string{"kind"})
		if err != nil || !form.same(again) {
			t.Fatalf("two looks at one table differ: %v", err)
		}
	})
}
