package dataset

import (
	"fmt"
	"math"
	"slices"
)

// place is a cell's row, for people.
type place struct {
	file, line int
	cell       string
}

func (p *place) set(file, line int, cell []byte) {
	if p.line == 0 {
		*p = place{file, line, fmt.Sprintf("%.40s", cleanName(string(cell)))}
	}
}

// columnStats are what one pass over a table finds out about a column.
type columnStats struct {
	numbers, texts, missing int
	min, max                float64
	bytes                   bool // every number is an integer 0..255
	points, threes          bool // some number has a decimal point; every comma has three digits after it
	text, gap, comma        place
	index                   *indexStats
	values                  map[string]bool // of text, gathered by a second pass
}

func (s *columnStats) add(row *tableRow, cell []byte, comma bool) {
	v, kind := parseNumber(cell, comma)
	if s.index != nil {
		s.index.add(v, kind == cellNumber && v == math.Trunc(v), cell)
	}
	switch kind {
	case cellMissing:
		s.missing++
		s.gap.set(row.file, row.line, cell)
		return
	case cellText:
		s.texts++
		s.text.set(row.file, row.line, cell)
		return
	}
	if s.numbers == 0 {
		s.min, s.max, s.bytes, s.threes = v, v, true, true
	}
	s.numbers++
	s.min, s.max = min(s.min, v), max(s.max, v)
	s.bytes = s.bytes && isByte(v)
	if comma {
		s.addComma(row, cell)
	}
}

func (s *columnStats) addComma(row *tableRow, cell []byte) {
	if found, three := hasComma(cell); found {
		s.comma.set(row.file, row.line, cell)
		s.threes = s.threes && three
	}
	s.points = s.points || slices.Contains(cell, '.')
}

// judge refuses a column of numbers that has gaps in it.
func (t *table) judge(i int, s *columnStats) error {
	if s.texts > 0 {
		return nil
	}
	if s.missing > 0 {
		return &Unclear{fmt.Errorf("%s, column %s: found %q: expected a number, as in the other rows", t.at(s.gap), t.columnName(i), s.gap.cell),
			"fill the gaps, leave those rows out, or leave the column out with --features"}
	}
	if v := 255 * (s.max - s.min); math.IsInf(v, 0) {
		return &Unclear{fmt.Errorf("column %s: numbers from %v to %v: too far apart to be scaled", t.columnName(i), s.min, s.max), "leave the column out with --features"}
	}
	return nil
}

// judgeCommas refuses numbers whose commas may mean two things.
func (t *table) judgeCommas(take []int, stats []*columnStats) error {
	comma, point, threes := -1, -1, true
	for k, i := range take {
		s := stats[k]
		if s.texts > 0 {
			continue
		}
		if s.comma.line != 0 {
			threes = threes && s.threes
			if comma < 0 {
				comma = k
			}
		}
		if s.points && point < 0 {
			point = i
		}
	}
	if comma < 0 {
		return nil
	}
	s := stats[comma]
	if point >= 0 {
		return &Unclear{fmt.Errorf("%s, column %s: found %q, but column %s has decimal points: which separates the decimals is not certain", t.at(s.comma), t.columnName(take[comma]), s.comma.cell, t.columnName(point)),
			"write all decimals with a point, and no separators of thousands"}
	}
	if threes && t.form.sep != ';' {
		return &Unclear{fmt.Errorf("%s, column %s: found %q: whether the comma separates decimals or thousands is not certain", t.at(s.comma), t.columnName(take[comma]), s.comma.cell),
			"write decimals with a point, and no separators of thousands"}
	}
	return nil
}

// rule is the column's part of the encoding. asBytes: every feature of the
// table is an integer 0..255.
func (t *table) rule(i int, s *columnStats, asBytes bool) (Column, error) {
	c := Column{Name: t.form.names[i], At: i + 1, Kind: Scaled, Min: s.min, Max: s.max}
	switch {
	case s.texts > 0:
		if len(s.values) > maxValues {
			return c, &Unclear{fmt.Errorf("column %s: text (such as %q in %s) with more than %d different values", t.columnName(i), s.text.cell, t.at(s.text), maxValues),
				"leave it out: name the columns to take with --features NAME,NAME,..."}
		}
		c.Kind, c.Min, c.Max = Values, 0, 0
		for v := range s.values {
			c.Values = append(c.Values, v)
		}
		slices.Sort(c.Values)
	case asBytes:
		c.Kind, c.Min, c.Max = Bytes, 0, 0
	}
	return c, nil
}
