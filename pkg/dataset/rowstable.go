package dataset

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// tableRows reads a table for a model.
func tableRows(src Source, enc *Encoding, known bool, features, classes int) (*Rows, error) {
	var names []string
	for i := range enc.Columns {
		names = append(names, enc.Columns[i].Name)
	}
	t, err := newTable(src, names)
	if err != nil {
		return nil, err
	}
	var p *plan
	if len(enc.Columns) > 0 {
		p, err = t.matchColumns(enc)
	} else {
		p, err = t.bareColumns(enc, features)
	}
	if err != nil {
		return nil, t.named(err)
	}
	if p.label >= 0 && !slices.ContainsFunc(slices.Collect(maps.Values(p.classOf)), (*labelValue).isKnown) {
		p.reading.Notes = append(p.reading.Notes, fmt.Sprintf("column %s holds no labels", t.columnName(p.label)))
		p.label = -1
	}
	for _, l := range p.classOf {
		l.class = enc.class(l.text, l.number, l.kind, classes)
	}
	if err := t.encode(p); err != nil {
		return nil, t.named(cureValues(err, known))
	}
	rows := &Rows{Count: p.rows, Pixels: p.pixels, Reading: p.reading}
	if p.label >= 0 {
		rows.Labels = p.labels
		rows.Reading.Label = "column " + t.columnName(p.label)
	}
	return rows, nil
}

// matchColumns finds the columns of an encoding: by their names where both
// have names, else by their places.
func (t *table) matchColumns(enc *Encoding) (*plan, error) {
	p := &plan{label: -1, encoding: *enc}
	named := t.form.header
	for i := range enc.Columns {
		named = named && enc.Columns[i].Name != ""
	}
	find := t.byPlace
	if named {
		find = t.byName
	}
	err := find(p, enc)
	if err != nil {
		return nil, err
	}
	if p.label, err = t.labelOf(enc, p.label, p.take); err != nil {
		return nil, err
	}
	t.noteExtra(p)
	_, err = t.survey(p, nil)
	if err == nil && p.rows == 0 {
		err = errors.New("no row of data")
	}
	return p, err
}

func (t *table) byName(p *plan, enc *Encoding) error {
	at := map[string]int{}
	for i, name := range t.form.names {
		at[name] = i
	}
	var lost []string
	for i := range enc.Columns {
		k, ok := at[enc.Columns[i].Name]
		if !ok {
			lost = append(lost, enc.Columns[i].Name)
		}
		p.take = append(p.take, k)
	}
	if len(lost) > 0 {
		return &Unclear{fmt.Errorf("%d columns are missing: %s; the table has %s", len(lost), strings.Join(lost[:min(20, len(lost))], ", "), t.form.list()),
			"the model needs every column that it was trained with, under the same name"}
	}
	return nil
}

// byPlace takes a table without names: its columns stand as in the table that
// the encoding was made from, or are the features alone.
func (t *table) byPlace(p *plan, enc *Encoding) error {
	width := len(t.form.names)
	switch {
	case width == enc.Width:
		for i := range enc.Columns {
			at := enc.Columns[i].At - 1
			if at < 0 || at >= width {
				return fmt.Errorf("encoding: column %d has no place in a table of %d", i+1, width)
			}
			p.take = append(p.take, at)
		}
		if p.label = enc.LabelAt - 1; p.label >= width {
			p.label = -1
		}
		p.reading.Notes = append(p.reading.Notes, "columns are taken by their places, as in the table that the encoding was made from")
	case width == len(enc.Columns):
		for i := range enc.Columns {
			p.take = append(p.take, i)
		}
		p.reading.Notes = append(p.reading.Notes, "columns are taken in their order: there is one for each that the encoding takes")
	case width == len(enc.Columns)+1:
		label, _, err := t.form.labelColumn(t.src.LabelColumn)
		if err != nil {
			return err
		}
		for i := range width {
			if i != label {
				p.take = append(p.take, i)
			}
		}
		p.label = label
	default:
		return &Unclear{fmt.Errorf("which columns are which is not certain: the table has %d columns (%s), the encoding takes %d of %d", width, t.form.list(), len(enc.Columns), enc.Width),
			"give the table a header with the names of the columns, or just the columns that the encoding takes"}
	}
	return nil
}

// labelOf finds the label beside columns that are already taken.
func (t *table) labelOf(enc *Encoding, at int, take []int) (int, error) {
	taken := map[int]bool{}
	for _, i := range take {
		taken[i] = true
	}
	if t.src.LabelColumn != "" {
		i, err := t.form.column(t.src.LabelColumn)
		if err == nil && taken[i] {
			err = &Unclear{fmt.Errorf("column %q is a feature of the model, not the label", t.src.LabelColumn), "leave --label out where the rows have none"}
		}
		return i, err
	}
	if !t.form.header || at >= 0 {
		return at, nil
	}
	for i, name := range t.form.names {
		if name == enc.Label && name != "" && !taken[i] {
			return i, nil
		}
	}
	if i, _, err := t.form.labelColumn(""); err == nil && !taken[i] {
		return i, nil
	}
	return -1, nil
}

// noteExtra says which columns are of no use.
func (t *table) noteExtra(p *plan) {
	used := map[int]bool{p.label: true}
	for _, i := range p.take {
		used[i] = true
	}
	var extra []string
	for i := range t.form.names {
		if !used[i] {
			extra = append(extra, t.columnName(i))
		}
	}
	if n := len(extra); n > 0 {
		p.reading.Notes = append(p.reading.Notes, fmt.Sprintf("columns that the model does not take: %s", strings.Join(extra[:min(n, 20)], ", ")))
	}
}

// bareColumns takes a table of bytes for a model of so many features: with a
// label where it is certain, without one where the columns are just enough.
func (t *table) bareColumns(enc *Encoding, features int) (p *plan, err error) {
	p = &plan{label: -1, encoding: Encoding{Classes: enc.Classes}}
	if t.src.LabelColumn != "" {
		p.label, err = t.form.column(t.src.LabelColumn)
	} else if i, _, unclear := t.form.labelColumn(""); unclear == nil {
		p.label = i
	}
	if err != nil {
		return nil, err
	}
	columns, chosen, err := t.form.featureColumns(t.src.Features, p.label)
	if err != nil {
		return nil, err
	}
	stats, err := t.survey(p, columns)
	if err != nil {
		return nil, err
	}
	if p.rows == 0 {
		return nil, errors.New("no row of data")
	}
	if !chosen && len(columns) != features {
		if columns, _, err = t.leaveOut(p, columns, stats); err != nil {
			return nil, err
		}
	}
	if len(columns) != features {
		err := fmt.Errorf("the model takes %d features, the data have %d (%s)", features, len(columns), t.form.list())
		if len(columns) == features+1 && p.label < 0 {
			err = fmt.Errorf("%w: which column is the label is not certain", err)
		}
		return nil, &Unclear{err, "name the label (--label NAME, 1, first or last), the columns to take (--features NAME,NAME,...) or the encoding that the model was trained with (--encoding FILE)"}
	}
	p.take = columns
	for _, i := range columns {
		p.encoding.Columns = append(p.encoding.Columns, Column{Name: t.form.names[i], At: i + 1, Kind: Bytes})
	}
	return p, nil
}
