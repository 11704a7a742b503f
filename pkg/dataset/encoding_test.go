package dataset

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var wine = Encoding{
	Columns: []Column{
		{Name: "alcohol", At: 2, Kind: Scaled, Min: 8, Max: 12},
		{Name: "colour", At: 1, Kind: Values, Values: []string{"red", "white"}},
		{Name: "age", At: 4, Kind: Bytes},
	},
	Width: 4, Label: "quality", LabelAt: 3, Classes: []string{"bad", "good"},
}

func TestApply(t *testing.T) {
	for _, tt := range []struct {
		row  []string
		want []byte
		err  string
	}{
		{[]string{"8", "red", "7"}, []byte{0, 255, 0, 7}, ""},
		{[]string{" 12.0 ", "white", "7.0"}, []byte{255, 0, 255, 7}, ""},
		{[]string{"10", "rosé", "0"}, []byte{128, 0, 0, 0}, ""}, // 127.5 to the even one; a colour that was not there
		{[]string{"99", "red", "255"}, []byte{255, 255, 0, 255}, ""},
		{[]string{"-99", "red", "255"}, []byte{0, 255, 0, 255}, ""},
		{[]string{"8", "red"}, nil, "a row of 2 values: the encoding takes 3"},
		{[]string{"", "red", "7"}, nil, `column "alcohol"`},
		{[]string{"8", "red", "7.5"}, nil, `column "age": found 7.5: expected an integer 0..255`},
		{[]string{"8", "red", "256"}, nil, `"age"`},
	} {
		got, err := wine.Apply(tt.row)
		if tt.err != "" {
			wantError(t, err, tt.err)
		} else if err != nil || !bytes.Equal(got, tt.want) {
			t.Errorf("%q: %v, error %v, want %v", tt.row, got, err, tt.want)
		}
	}
	if got, err := new(Encoding).Apply([]string{"1", "255"}); err != nil || !bytes.Equal(got, []byte{1, 255}) {
		t.Errorf("bytes: %v, %v", got, err)
	}
}

func TestEncodingJSON(t *testing.T) {
	text, err := json.Marshal(wine)
	if err != nil {
		t.Fatal(err)
	}
	var back Encoding
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(wine, back); d != "" {
		t.Error(d)
	}
	if err := back.Validate(4, 2); err != nil {
		t.Error(err)
	}
}

// A scale survives JSON bit for bit, whatever the numbers are, and its ends
// are 0 and 255.
func TestScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Column{Kind: Scaled, Min: rapid.Float64Range(-1e300, 1e300).Draw(t, "min"), Max: rapid.Float64Range(-1e300, 1e300).Draw(t, "max")}
		c.Min, c.Max = min(c.Min, c.Max), max(c.Min, c.Max)
		v := rapid.Float64Range(-1e300, 1e300).Draw(t, "v")
		text, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var back Column
		if err := json.Unmarshal(text, &back); err != nil || back.scale(v) != c.scale(v) {
			t.Fatalf("%s: %v and %v, error %v", text, c.scale(v), back.scale(v), err)
		}
		if c.Min < c.Max && (c.scale(c.Min) != 0 || c.scale(c.Max) != 255) {
			t.Fatalf("%v..%v: ends %d, %d", c.Min, c.Max, c.scale(c.Min), c.scale(c.Max))
		}
		if v <= c.Min && c.scale(v) != 0 || v >= c.Max && c.Max > c.Min && c.scale(v) != 255 {
			t.Fatalf("%v is not clamped to %v..%v", v, c.Min, c.Max)
		}
	})
}

func TestEncodingValidate(t *testing.T) {
	for name, change := range map[string]func(*Encoding){
		"do not give 4 features": func(e *Encoding) { e.Columns = e.Columns[:2] },
		"5 columns":              func(e *Encoding) { e.Columns = append(e.Columns, e.Columns[:2]...) },
		"3 names for 2 classes":  func(e *Encoding) { e.Classes = append([]string{"c"}, e.Classes...) },
		"named twice":            func(e *Encoding) { e.Classes = []string{"a", "a"} },
		"printable":              func(e *Encoding) { e.Classes = []string{"a", "\x1b[2J"} },
		"at most 256 bytes":      func(e *Encoding) { e.Label = strings.Repeat("x", 257) },
		"printable UTF-8":        func(e *Encoding) { e.Columns[0].Name = "\xff" },
		"finite":                 func(e *Encoding) { e.Columns[0].Max = math.NaN() },
		"finite and in order":    func(e *Encoding) { e.Columns[0].Max = math.Inf(1) },
		"in order":               func(e *Encoding) { e.Columns[0].Max = 7 },
		"scale":                  func(e *Encoding) { e.Columns[0].Min, e.Columns[0].Max = -1e308, 1e308 },
		"out of range":           func(e *Encoding) { e.Columns[0].Count = math.MaxInt },
		"place":                  func(e *Encoding) { e.Columns[0].At = -1 },
		"kind":                   func(e *Encoding) { e.Columns[0].Kind = "hot" },
		"values in a column":     func(e *Encoding) { e.Columns[2].Values = []string{"a"} },
		"0 values":               func(e *Encoding) { e.Columns[1].Values = nil },
		"65 values":              func(e *Encoding) { e.Columns[1].Values = make([]string, 65) },
		"not sorted":             func(e *Encoding) { e.Columns[1].Values = []string{"b", "a"} },
		"\"a\" is named twice":   func(e *Encoding) { e.Columns[1].Values = []string{"a", "a"} },
		"label column":           func(e *Encoding) { e.LabelAt = 1 << 20 },
	} {
		bad := wine
		bad.Columns = append([]Column(nil), wine.Columns...)
		change(&bad)
		err := bad.Validate(4, 2)
		wantError(t, err, name)
	}
}

func TestCleanName(t *testing.T) {
	for in, want := range map[string]string{
		" a ": "a", "a\tb": "a b", "s\xfc\xdf": "süß", "süß": "süß", "\x1b[2J": "[2J", "": "",
		strings.Repeat("ü", 200):        strings.Repeat("ü", 128),
		strings.Repeat("x", 255) + " y": strings.Repeat("x", 255),
	} {
		if got := cleanName(in); got != want || cleanName(got) != got || len(got) > maxNameBytes {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// The encoding stands in the commitment and in the bundle, from which whoever
// uses a model takes it.
func TestLoadEncoding(t *testing.T) {
	set := randomSet(400, tiny, 4, 1)
	set.Encoding = &Encoding{Columns: []Column{{Count: 6, Kind: Scaled, Min: -1, Max: 0.1}}, Classes: []string{"a", "b", "c", "d"}}
	c, payloads, err := Commit(set, tinyLayout, 30, counting())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	commitment := dir + "/commitment.json"
	if err := c.Save(commitment); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	want := Challenge{Root: c.Root, Layout: tinyLayout, Groups: 30, HoldoutGroups: 6, Seed: [32]byte{9}}
	if err := WriteBundle(&b, c, payloads, Training(want.Seed, 30, 6)); err != nil {
		t.Fatal(err)
	}
	data, err := ReadBundle(bytes.NewReader(b.Bytes()), Limits{}, want)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(set.Encoding, data.ToSet().Encoding); d != "" {
		t.Error(d)
	}
	bare, _ := json.Marshal(set.Encoding)
	for _, path := range []string{commitment, writeFile(t, dir, "bundle", b.Bytes()), writeFile(t, dir, "bare.json", bare)} {
		got, err := LoadEncoding(path)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(set.Encoding, got); d != "" {
			t.Errorf("%s: %s", path, d)
		}
	}
	for name, content := range map[string]string{
		"expected a commitment": "hello", "unknown field": `{"columns": [], "extra": 1}`, "expected 1 or 2": `{"version": 7}`, "gzip": "\x1f\x8b",
		"magic": string(gzipOf([]byte("something else that is long"))), "kind": `{"columns": [{"kind": "hot"}]}`, "more features": `{"columns": [{"kind": "bytes", "count": 16777217}]}`,
	} {
		path := writeFile(t, dir, "bad", []byte(content))
		_, err := LoadEncoding(path)
		wantError(t, err, path, name)
	}
}

func TestReadBundleRejectsBadEncodings(t *testing.T) {
	bundle, want, _, c, payloads := tinyBundle(t)
	head, groups := entries(t, bundle, want)
	for name, e := range map[string]*Encoding{
		"features": {Columns: []Column{{Kind: Bytes, Count: 5}}},
		"classes":  {Classes: []string{"a"}},
	} {
		var h bundleHeader
		if err := json.Unmarshal(head[12:], &h); err != nil {
			t.Fatal(err)
		}
		h.Encoding = e
		_, err := ReadBundle(bytes.NewReader(joined(headOfBundle(h), groups...)), Limits{}, want)
		wantError(t, err, "bad bundle", "encoding", name)
		c.Encoding = e
		wantError(t, WriteBundle(io.Discard, c, payloads, nil), "encoding")
	}
}
