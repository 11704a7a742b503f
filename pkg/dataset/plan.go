package dataset

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// plan is what becomes of a table's columns, and then of its rows.
type plan struct {
	label    int      // column, -1: none
	take     []int    // columns that become features
	encoding Encoding // of them
	classOf  map[string]*labelValue
	classes  int
	numbers  bool // the labels are numbers
	reading  Reading
	rows     int

	shaped Shape
	pixels []byte
	labels []int // -1: of no known class
}

// plan looks at all that the table holds and decides what becomes of it.
// label is -1 where there is none.
func (t *table) plan(label int) (*plan, error) {
	p := &plan{label: label}
	candidates, chosen, err := t.form.featureColumns(t.src.Features, label)
	if err != nil {
		return nil, err
	}
	stats, err := t.survey(p, candidates)
	if err != nil {
		return nil, err
	}
	if p.rows == 0 {
		return nil, errors.New("no row of data")
	}
	if label >= 0 {
		if err := t.settleClasses(p); err != nil {
			return nil, err
		}
	}
	if !chosen {
		if candidates, stats, err = t.leaveOut(p, candidates, stats); err != nil {
			return nil, err
		}
	}
	p.take = candidates
	for k, i := range p.take {
		if err := t.judge(i, stats[k]); err != nil {
			return nil, err
		}
	}
	if err := t.judgeCommas(p.take, stats); err != nil {
		return nil, err
	}
	return p, t.makeEncoding(p, stats)
}

// survey is the pass that finds what each column holds, and which labels there are.
func (t *table) survey(p *plan, columns []int) ([]*columnStats, error) {
	stats := make([]*columnStats, len(columns))
	for k, i := range columns {
		stats[k] = &columnStats{}
		if may, nameless := t.form.mayBeIndex(i); may {
			stats[k].index = &indexStats{named: nameless || slices.Contains(indexNames, strings.ToLower(t.form.names[i]))}
		}
	}
	p.classOf = map[string]*labelValue{}
	err := t.each(func(row *tableRow) error {
		p.rows++
		for k, i := range columns {
			stats[k].add(row, row.cells[i], t.decimalComma())
		}
		if p.label < 0 {
			return nil
		}
		cell := row.cells[p.label]
		if p.classOf[string(cell)] == nil {
			if len(p.classOf) == maxLabels {
				return fmt.Errorf("column %s: %w", t.columnName(p.label), tooManyLabels(fmt.Sprintf("more than %d", maxLabels)))
			}
			v, kind := parseNumber(cell, t.decimalComma())
			p.classOf[string(cell)] = &labelValue{text: cleanName(string(cell)), number: v, kind: kind,
				where: t.at(place{row.file, row.line, ""}) + ", column " + t.columnName(p.label)}
		}
		return nil
	})
	return stats, err
}

func (t *table) settleClasses(p *plan) error {
	all := make([]*labelValue, 0, len(p.classOf))
	p.numbers = true
	for _, l := range p.classOf {
		all = append(all, l)
		p.numbers = p.numbers && l.kind == cellNumber
	}
	slices.SortFunc(all, func(a, b *labelValue) int { // a map's order must not choose the complaint
		return cmp.Or(cmp.Compare(len(a.where), len(b.where)), strings.Compare(a.where, b.where)) // line 9 before line 10
	})
	names, classes, err := assignClasses(all, t.src.Classes)
	if err != nil {
		return fmt.Errorf("label column %s: %w", t.columnName(p.label), err)
	}
	p.encoding.Classes, p.classes = names, classes
	return nil
}

// leaveOut drops the columns that number the rows or hold nothing.
func (t *table) leaveOut(p *plan, columns []int, stats []*columnStats) (take []int, kept []*columnStats, err error) {
	for k, i := range columns {
		s := stats[k]
		why, err := "", error(nil)
		if s.index != nil {
			why, err = t.form.indexReason(i, s.index)
		}
		switch {
		case err != nil:
			return nil, nil, err
		case s.missing == p.rows:
			why = "it is empty"
		}
		if why != "" {
			name := t.columnName(i)
			if t.form.names[i] == "" {
				name = fmt.Sprintf("%d (without a name)", i+1)
			}
			p.reading.LeftOut = append(p.reading.LeftOut, fmt.Sprintf("column %s: %s", name, why))
			continue
		}
		if s.index != nil && s.index.named && s.texts+s.missing == 0 {
			p.reading.Notes = append(p.reading.Notes, fmt.Sprintf("column %s is taken for a feature: its numbers come again, so it does not number the rows", t.columnName(i)))
		}
		take, kept = append(take, i), append(kept, s)
	}
	if len(take) == 0 {
		return nil, nil, errors.New("no column is left that could be a feature")
	}
	return take, kept, nil
}

// makeEncoding settles every column's rule; text needs a pass of its own.
func (t *table) makeEncoding(p *plan, stats []*columnStats) error {
	asBytes, texts := true, false
	for _, s := range stats {
		asBytes = asBytes && s.texts == 0 && s.bytes
		if s.texts > 0 {
			texts, s.values = true, map[string]bool{}
		}
	}
	if texts {
		if err := t.gatherValues(p, stats); err != nil {
			return err
		}
	}
	e := &p.encoding
	for k, i := range p.take {
		c, err := t.rule(i, stats[k], asBytes)
		if err != nil {
			return err
		}
		e.Columns = append(e.Columns, c)
		if s := stats[k]; s.texts > 0 && s.numbers > s.texts {
			p.reading.Notes = append(p.reading.Notes, fmt.Sprintf("column %s is taken for text: %d cells are numbers, but %d are not (such as %q in %s)",
				t.columnName(i), s.numbers, s.texts, s.text.cell, t.at(s.text)))
		}
	}
	e.Width = len(t.form.names)
	if p.label >= 0 {
		e.Label, e.LabelAt = t.form.names[p.label], p.label+1
	}
	if t.comments > 0 {
		p.reading.Notes = append(p.reading.Notes, fmt.Sprintf("%d lines that begin with # are left out", t.comments))
	}
	return nil
}

func (t *table) gatherValues(p *plan, stats []*columnStats) error {
	return t.each(func(row *tableRow) error {
		for k, i := range p.take {
			if v := stats[k].values; v != nil && len(v) <= maxValues {
				v[cleanName(string(row.cells[i]))] = true
			}
		}
		return nil
	})
}

// shape settles the shape of an example.
func (p *plan) shape(want Shape) error {
	features := p.encoding.Features()
	switch {
	case want != Shape{}:
		p.shaped = want
	case p.encoding.Columns[0].Kind == Bytes:
		p.shaped = flatShape(min(features, maxFeatures))
	default:
		p.shaped = Shape{1, 1, features} // measurements are no picture
	}
	if err := p.shaped.Validate(); err != nil {
		return err
	}
	if p.shaped.Features() != features {
		return fmt.Errorf("%d features: shape %v needs %d", features, p.shaped, p.shaped.Features())
	}
	return nil
}

// encode is the pass that makes the bytes.
func (t *table) encode(p *plan) error {
	features := p.encoding.Features()
	if int64(p.rows) > t.src.maxBytes()/int64(max(1, features)) {
		return fmt.Errorf("%d rows of %d features: more than the %d bytes allowed: %w", p.rows, features, t.src.maxBytes(), ErrTooLarge)
	}
	p.pixels = make([]byte, p.rows*features)
	p.labels = make([]int, 0, p.rows)
	out := p.pixels
	return t.each(func(row *tableRow) error {
		if len(out) < features {
			return errors.New("the file changes while it is read")
		}
		if err := t.encodeRow(p, row, out[:features]); err != nil {
			return err
		}
		out = out[features:]
		if p.label >= 0 {
			l := p.classOf[string(row.cells[p.label])]
			if l == nil {
				return errors.New("the file changes while it is read")
			}
			p.labels = append(p.labels, l.class)
		}
		return nil
	})
}

func (t *table) encodeRow(p *plan, row *tableRow, out []byte) error {
	for k, i := range p.take {
		c, cell := &p.encoding.Columns[k], row.cells[i]
		if c.Kind == Values {
			n := len(c.Values)
			c.text(string(cell), out[:n])
			out = out[n:]
			continue
		}
		v, kind := parseNumber(cell, t.decimalComma())
		if kind != cellNumber {
			return fmt.Errorf("line %d, column %s: found %.40q: expected a number", row.line, t.columnName(i), cell)
		}
		b, err := c.number(v)
		if err != nil {
			return fmt.Errorf("line %d, column %s: %w", row.line, t.columnName(i), err)
		}
		out[0], out = b, out[1:]
	}
	return nil
}
