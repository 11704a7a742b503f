package dataset

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"math"
	"slices"
	"strings"
)

// ClassCount is a class with the number of its examples.
type ClassCount struct {
	Name     string `json:"name"`
	Examples int    `json:"examples"`
}

// Description is what a data set was understood to be, for whoever is about to
// lock money on it.
type Description struct {
	Examples int          `json:"examples"`
	Features int          `json:"features"`
	Shape    Shape        `json:"shape"`
	Columns  []Column     `json:"columns,omitempty"` // none: bytes as they are
	LeftOut  []string     `json:"left_out,omitempty"`
	Label    string       `json:"label,omitempty"` // which column or array, and why that is certain
	Classes  []ClassCount `json:"classes"`
	Empty    int          `json:"empty_classes"` // without any example
	Notes    []string     `json:"notes,omitempty"`

	Repeated  int   `json:"repeated"`  // rows whose features stand in an earlier row too
	Different int   `json:"different"` // different rows
	Contrary  int   `json:"contrary"`  // rows whose features stand elsewhere with another label
	repeats   []int // repeats[k] rows stand k+1 times
}

// Describe looks at a whole set.
func Describe(set *Set) Description {
	d := Description{
		Examples: set.Len(), Features: set.Shape.Features(), Shape: set.Shape,
		LeftOut: set.Reading.LeftOut, Label: set.Reading.Label, Notes: set.Reading.Notes,
	}
	if set.Encoding != nil {
		d.Columns = set.Encoding.Columns
	}
	d.Classes = make([]ClassCount, set.Classes)
	for _, l := range set.Labels {
		d.Classes[l].Examples++
	}
	for i := range d.Classes {
		d.Classes[i].Name = set.Encoding.ClassName(i)
		d.Empty += boolInt(d.Classes[i].Examples == 0)
	}
	d.countRepeats(set)
	return d
}

// maxRepeats bounds the counts that are told apart.
const maxRepeats = 1000

// countRepeats finds rows with the same features by their hashes: a false
// match among 2^64 would only be a false warning.
func (d *Description) countRepeats(set *Set) {
	type row struct {
		hash  uint64
		label byte
	}
	seed, rows := maphash.MakeSeed(), make([]row, set.Len())
	for i := range rows {
		rows[i] = row{maphash.Bytes(seed, set.Example(i)), set.Labels[i]}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.label, b.label)) })
	d.repeats = make([]int, maxRepeats)
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && rows[n].hash == rows[0].hash {
			n++
		}
		if rows[0].label != rows[n-1].label {
			d.Contrary += n
		}
		d.Different++
		d.repeats[min(n, maxRepeats)-1] += n
		rows = rows[n:]
	}
	d.Repeated = d.Examples - d.Different
}

// Apart is how many rows are expected to have a copy in another group, when
// the rows are dealt to so many groups at random.
func (d Description) Apart(groups int) int {
	return d.expect(func(copies float64) float64 { return 1 - math.Pow(1/float64(max(1, groups)), copies) }, d.Examples)
}

// Known is how many rows of a hold-out of so many are expected to stand in the
// training groups too, if so many of the groups are drawn.
func (d Description) Known(groups, drawn, points int) int {
	share := float64(drawn) / float64(max(1, groups))
	return d.expect(func(copies float64) float64 { return 1 - math.Pow(share, copies) }, points)
}

// expect sums over the rows what happens to one with so many other copies.
func (d Description) expect(chance func(copies float64) float64, of int) int {
	sum := 0.0
	for k, rows := range d.repeats {
		if k > 0 {
			sum += float64(rows) * chance(float64(k))
		}
	}
	return int(math.Round(sum / float64(max(1, d.Examples)) * float64(of)))
}

func (d Description) String() string { return strings.Join(d.Lines(), "\n") }

// Lines say it all to a person; what may cost money begins with "warning:".
func (d Description) Lines() []string {
	lines := []string{fmt.Sprintf("examples: %d, each of %d features (%v)", d.Examples, d.Features, d.Shape), "features: " + d.featureText()}
	for _, c := range d.LeftOut {
		lines = append(lines, "left out: "+c)
	}
	if d.Label != "" {
		lines = append(lines, "label: "+d.Label)
	}
	lines = append(lines, fmt.Sprintf("classes: %d: %s", len(d.Classes), d.classText()))
	for _, n := range d.Notes {
		lines = append(lines, "note: "+n)
	}
	if d.Empty > 0 {
		lines = append(lines, fmt.Sprintf("warning: %d of %d classes have no example: each costs gas all the same", d.Empty, len(d.Classes)))
	}
	if d.Repeated > 0 {
		lines = append(lines, fmt.Sprintf("warning: %d of %d rows repeat an earlier one (%d different rows): where a copy falls into the hold-out, who memorises wins", d.Repeated, d.Examples, d.Different))
	}
	if d.Contrary > 0 {
		lines = append(lines, fmt.Sprintf("warning: %d rows have the features of another row with a different label: no model can be right on all of them", d.Contrary))
	}
	if len(d.Classes) == 1 {
		lines = append(lines, "warning: every label is the same: there is nothing to tell apart, and no challenge can be made of it")
	}
	return lines
}

// GroupLines say what repeated rows mean once the set is cut into groups.
func (d Description) GroupLines(groups, drawn, size int) []string {
	points := drawn * size
	known := d.Known(groups, drawn, points)
	if d.Repeated == 0 || known == 0 {
		return nil
	}
	return []string{fmt.Sprintf("warning: about %d rows have a copy in another group, and about %d of the hold-out's %d rows would stand in the training groups too", d.Apart(groups), known, points)}
}

func (d Description) featureText() string {
	if len(d.Columns) == 0 {
		return "whole numbers 0..255, taken as they are"
	}
	var whole int
	var scaled, texts []string
	for i := range d.Columns {
		c := &d.Columns[i]
		name := fmt.Sprintf("#%d", c.At)
		if c.Name != "" {
			name = fmt.Sprintf("%q", c.Name)
		}
		switch {
		case c.Kind == Scaled && c.count() > 1:
			return fmt.Sprintf("numbers, scaled to 0..255, all by one scale: %v..%v", c.Min, c.Max)
		case c.Kind == Scaled:
			scaled = append(scaled, fmt.Sprintf("%s %v..%v", name, c.Min, c.Max))
		case c.Kind == Values:
			texts = append(texts, fmt.Sprintf("%s (%s)", name, firstOf(c.Values, 8)))
		default:
			whole++
		}
	}
	var parts []string
	if whole > 0 {
		parts = append(parts, fmt.Sprintf("whole numbers 0..255, taken as they are (columns: %d)", whole))
	}
	if n := len(scaled); n > 0 {
		parts = append(parts, fmt.Sprintf("numbers, each column scaled to 0..255 (columns: %d): %s", n, firstOf(scaled, 12)))
	}
	if n := len(texts); n > 0 {
		parts = append(parts, fmt.Sprintf("text, a feature for each value (columns: %d): %s", n, firstOf(texts, 12)))
	}
	return strings.Join(parts, "; ")
}

func (d Description) classText() string {
	words := make([]string, len(d.Classes))
	for i, c := range d.Classes {
		words[i] = fmt.Sprintf("%s (%d)", c.Name, c.Examples)
	}
	return firstOf(words, 30)
}

// firstOf joins the first words of a list.
func firstOf(words []string, most int) string {
	if len(words) <= most+1 {
		return strings.Join(words, ", ")
	}
	return strings.Join(words[:most], ", ") + fmt.Sprintf(", ... (%d more)", len(words)-most)
}
