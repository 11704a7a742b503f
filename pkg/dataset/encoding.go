package dataset

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds of an encoding: it is read out of bundles that strangers publish.
const (
	maxColumns   = 1 << 16 // of a table
	maxNameBytes = 256     // of a column's, a class's or a value's name
	maxValues    = 64      // different values of a text column
)

// Kind is how the values of a column become bytes.
type Kind string

// The kinds of columns.
const (
	Bytes  Kind = "bytes"  // whole numbers 0..255, taken as they are
	Scaled Kind = "scaled" // numbers, scaled to 0..255
	Values Kind = "values" // text: for each value a feature that is 255 where the cell holds it, else 0
)

// Column is the rule of one column of a table, or of Count values of an array
// that stand side by side and are treated alike.
type Column struct {
	Name   string   `json:"name,omitempty"`
	At     int      `json:"at,omitempty"`    // place in the table it was made from, from 1
	Count  int      `json:"count,omitempty"` // arrays: so many values; 0 is 1
	Kind   Kind     `json:"kind"`
	Min    float64  `json:"min,omitempty"`    // scaled: becomes 0
	Max    float64  `json:"max,omitempty"`    // scaled: becomes 255
	Values []string `json:"values,omitempty"` // values: sorted
}

// Encoding says how the rows of a table or an array became features, and what
// the classes are called. A solver's model is of no use on new data without
// it, so it stands in the commitment and in the bundle. The zero Encoding is
// bytes that are taken as they are, in classes that have numbers only.
type Encoding struct {
	Columns []Column `json:"columns,omitempty"`  // the features in their order; none: bytes as they are
	Width   int      `json:"width,omitempty"`    // columns of the table it was made from
	Label   string   `json:"label,omitempty"`    // name of that table's label column
	LabelAt int      `json:"label_at,omitempty"` // its place, from 1
	Classes []string `json:"classes,omitempty"`  // names; none: 0, 1, 2...
}

// count is the number of values that a rule takes.
func (c *Column) count() int { return max(1, c.Count) }

// outputs is the number of features that a rule gives.
func (c *Column) outputs() int {
	if c.Kind == Values {
		return len(c.Values)
	}
	return c.count()
}

// Inputs is the number of values in a row that Apply takes; 0 is any number.
func (e *Encoding) Inputs() (n int) {
	for i := range e.Columns {
		n += e.Columns[i].count()
	}
	return n
}

// Features is the number of bytes that Apply gives; 0 is any number.
func (e *Encoding) Features() (n int) {
	for i := range e.Columns {
		n += e.Columns[i].outputs()
	}
	return n
}

// Validate checks an encoding against the features and classes of its data.
func (e *Encoding) Validate(features, classes int) error {
	if len(e.Columns) > features {
		return fmt.Errorf("encoding: %d columns for %d features", len(e.Columns), features)
	}
	total := 0
	for i := range e.Columns {
		c := &e.Columns[i]
		if err := c.validate(features); err != nil {
			return fmt.Errorf("encoding: column %d: %w", i+1, err)
		}
		if total += c.outputs(); total > features { // here, before a sum of foreign numbers could overflow
			break
		}
	}
	if len(e.Columns) > 0 && total != features {
		return fmt.Errorf("encoding: its columns do not give %d features", features)
	}
	if len(e.Classes) != 0 && len(e.Classes) != classes {
		return fmt.Errorf("encoding: %d names for %d classes", len(e.Classes), classes)
	}
	if e.Width < 0 || e.Width > maxColumns || e.LabelAt < 0 || e.LabelAt > maxColumns {
		return fmt.Errorf("encoding: label column %d of %d: at most %d", e.LabelAt, e.Width, maxColumns)
	}
	if err := checkName(e.Label); err != nil {
		return fmt.Errorf("encoding: label: %w", err)
	}
	for i, name := range e.Classes {
		if err := checkName(name); err != nil {
			return fmt.Errorf("encoding: class %d: %w", i, err)
		}
	}
	return distinct(e.Classes)
}

func (c *Column) validate(features int) error {
	if err := checkName(c.Name); err != nil {
		return err
	}
	if c.At < 0 || c.At > maxColumns || c.Count < 0 || c.Count > features {
		return fmt.Errorf("place %d, %d values: out of range", c.At, c.Count)
	}
	finite := !math.IsNaN(c.Min) && !math.IsNaN(c.Max) && !math.IsInf(255*(c.Max-c.Min), 0)
	switch {
	case !finite || c.Min > c.Max:
		return fmt.Errorf("scale %v to %v: must be finite and in order", c.Min, c.Max)
	case c.Kind == Bytes, c.Kind == Scaled:
		if len(c.Values) > 0 {
			return fmt.Errorf("values in a column of kind %q", c.Kind)
		}
		return nil
	case c.Kind != Values:
		return fmt.Errorf("kind %.40q: expected bytes, scaled or values", string(c.Kind))
	case len(c.Values) < 1 || len(c.Values) > maxValues || c.Count > 1:
		return fmt.Errorf("%d values: must be 1..%d", len(c.Values), maxValues)
	}
	for _, v := range c.Values {
		if err := checkName(v); err != nil {
			return err
		}
	}
	if !slices.IsSorted(c.Values) {
		return errors.New("values that are not sorted")
	}
	return distinct(c.Values)
}

func distinct(names []string) error {
	seen := make(map[string]bool, len(names))
	for _, n := range names {
		if seen[n] {
			return fmt.Errorf("encoding: %q is named twice", n)
		}
		seen[n] = true
	}
	return nil
}

// checkName refuses what would spoil a terminal or a log.
func checkName(s string) error {
	if len(s) > maxNameBytes || s != cleanName(s) {
		return fmt.Errorf("name %.40q: expected at most %d bytes of printable UTF-8", s, maxNameBytes)
	}
	return nil
}

// cleanName makes a name of a cell: bytes that are not UTF-8 are taken for
// Latin-1, control characters become blanks, and the end is cut.
func cleanName(s string) string {
	if !utf8.ValidString(s) {
		runes := make([]rune, len(s))
		for i := range len(s) {
			runes[i] = rune(s[i])
		}
		s = string(runes)
	}
	s = strings.TrimSpace(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, s))
	for len(s) > maxNameBytes {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return strings.TrimSpace(s)
}

// scale is 255*(v-min)/(max-min), rounded half to even and clamped; a column
// without extent is 0. The conversions keep compilers from fusing operations,
// which would round differently on different machines.
func (c *Column) scale(v float64) byte {
	if c.Max <= c.Min {
		return 0
	}
	scaled := float64(255*float64(v-c.Min)) / float64(c.Max-c.Min)
	return byte(min(max(math.RoundToEven(scaled), 0), 255))
}

// number encodes a number.
func (c *Column) number(v float64) (byte, error) {
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return 0, fmt.Errorf("%v is no finite number", v)
	case c.Kind == Scaled:
		return c.scale(v), nil
	case c.Kind == Bytes && v == math.Trunc(v) && v >= 0 && v <= 255:
		return byte(v), nil
	case c.Kind == Bytes:
		return 0, fmt.Errorf("found %v: expected an integer 0..255, as in the data it was made for", v)
	}
	return 0, errors.New("expected text")
}

// text sets the feature of a text value. A value that was not there when the
// encoding was made is none of them: every feature is 0.
func (c *Column) text(value string, out []byte) {
	clear(out)
	if i, ok := slices.BinarySearch(c.Values, cleanName(value)); ok {
		out[i] = 255
	}
}

// Apply encodes one row: a cell for each value that the columns take, numbers
// with a decimal point.
func (e *Encoding) Apply(row []string) ([]byte, error) {
	if n := e.Inputs(); n != 0 && len(row) != n {
		return nil, fmt.Errorf("a row of %d values: the encoding takes %d", len(row), n)
	}
	columns := e.Columns
	if len(columns) == 0 {
		columns = []Column{{Kind: Bytes, Count: len(row)}}
	}
	out := make([]byte, 0, max(e.Features(), len(row)))
	for i := range columns {
		c := &columns[i]
		if c.Kind == Values {
			out = append(out, make([]byte, len(c.Values))...)
			c.text(row[0], out[len(out)-len(c.Values):])
			row = row[1:]
			continue
		}
		for range min(c.count(), len(row)) {
			v, err := c.parse(row[0])
			if err != nil {
				return nil, fmt.Errorf("column %s: %w", cmpName(c.Name, i+1), err)
			}
			out, row = append(out, v), row[1:]
		}
	}
	return out, nil
}

func (c *Column) parse(cell string) (byte, error) {
	v, kind := parseNumber([]byte(strings.TrimSpace(cell)), false)
	if kind != cellNumber {
		return 0, fmt.Errorf("found %.40q: expected a number", cell)
	}
	return c.number(v)
}

// cmpName is a column's name for people, its number where it has none.
func cmpName(name string, number int) string {
	if name == "" {
		return strconv.Itoa(number)
	}
	return strconv.Quote(name)
}

// ClassName is what a class is called.
func (e *Encoding) ClassName(class int) string {
	if e != nil && class >= 0 && class < len(e.Classes) {
		return e.Classes[class]
	}
	return strconv.Itoa(class)
}
