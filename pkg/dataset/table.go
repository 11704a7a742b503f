package dataset

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path/filepath"
)

// table is a table in one or more files of one form. It is read several times
// rather than kept: first what its columns hold, then the bytes they become.
type table struct {
	src      Source
	form     *tableForm
	open     []func(read func(io.Reader) error) error
	paths    []string
	comments int // lines that the last pass left out
}

// tableRow is a row as a pass over the table sees it.
type tableRow struct {
	file, line int
	cells      [][]byte
}

func openCSV(src Source) (*Set, error) {
	t, err := newTable(src, nil)
	if err != nil {
		return nil, err
	}
	return t.read()
}

// newTable finds out how the files of a source are written. names are those
// that will be asked for.
func newTable(src Source, names []string) (*table, error) {
	if len(src.Images) == 0 || len(src.Labels) != 0 {
		return nil, fmt.Errorf("csv: expected data files and no labels files, found %d and %d", len(src.Images), len(src.Labels))
	}
	t := &table{src: src, paths: src.Images}
	for _, path := range src.Images {
		t.open = append(t.open, func(read func(io.Reader) error) error {
			return withPlain(path, src.maxBytes(), func(r *bufio.Reader) error { return read(r) })
		})
	}
	return t, t.sniff(names)
}

func (t *table) sniff(names []string) error {
	want := append([]string{t.src.LabelColumn}, t.src.Features...)
	want = append(want, names...)
	for _, place := range []string{"first", "last", AllColumns} {
		for i := range want {
			if want[i] == place {
				want[i] = "" // no name
			}
		}
	}
	for i := range t.open {
		var f *tableForm
		err := t.text(i, func(r io.Reader) (err error) {
			f, err = sniff(r, t.src.Header, want)
			return err
		})
		if err != nil {
			return err
		}
		if t.form == nil {
			t.form = f
		} else if !t.form.same(f) {
			return fmt.Errorf("%s has the columns %s, but %s has %s", t.paths[0], t.form.list(), t.paths[i], f.list())
		}
	}
	return nil
}

func (f *tableForm) same(other *tableForm) bool {
	if f.header != other.header || f.rowNames != other.rowNames || f.sep != other.sep || len(f.names) != len(other.names) {
		return false
	}
	for i := range f.names {
		if f.names[i] != other.names[i] {
			return false
		}
	}
	return true
}

// text opens file i as UTF-8.
func (t *table) text(i int, read func(io.Reader) error) error {
	return t.open[i](func(r io.Reader) error {
		text, err := utf8Text(r)
		if err != nil {
			return err
		}
		return read(text)
	})
}

// each visits every row of data.
func (t *table) each(visit func(*tableRow) error) error {
	t.comments = 0
	for i := range t.open {
		if err := t.text(i, func(r io.Reader) error { return t.eachOf(i, r, visit) }); err != nil {
			return err
		}
	}
	return nil
}

func (t *table) eachOf(file int, r io.Reader, visit func(*tableRow) error) error {
	rows := newRecords(r, t.form.sep)
	if t.form.header {
		rows.scan()
	}
	row := &tableRow{file: file}
	for rows.scan() {
		row.line, row.cells = rows.line, rows.cells
		if len(row.cells) != len(t.form.names) {
			return fmt.Errorf("line %d: expected %d columns, found %d", row.line, len(t.form.names), len(row.cells))
		}
		if err := visit(row); err != nil {
			return err
		}
	}
	t.comments += rows.comments
	return rows.err()
}

// decimalComma tells whether a number may be written 1,5.
func (t *table) decimalComma() bool { return t.form.sep != ',' }

// at is a place for people; a single file is named by whoever opened it.
func (t *table) at(p place) string {
	if len(t.paths) > 1 {
		return fmt.Sprintf("%s: line %d", filepath.Base(t.paths[p.file]), p.line)
	}
	return fmt.Sprintf("line %d", p.line)
}

func (t *table) columnName(i int) string {
	if !t.form.header || t.form.names[i] == "" {
		return fmt.Sprintf("%d", i+1)
	}
	return fmt.Sprintf("%q", t.form.names[i])
}

// read makes the labelled set.
func (t *table) read() (*Set, error) {
	label, why, err := t.form.labelColumn(t.src.LabelColumn)
	if err != nil {
		return nil, t.named(err)
	}
	p, err := t.plan(label)
	if err != nil {
		return nil, t.named(err)
	}
	if err := p.shape(t.src.Shape); err != nil {
		return nil, t.named(err)
	}
	if err := t.encode(p); err != nil {
		return nil, t.named(err)
	}
	s := &Set{Shape: p.shaped, Classes: p.classes, Pixels: p.pixels, Labels: make([]byte, len(p.labels)), Encoding: &p.encoding}
	for i, l := range p.labels {
		s.Labels[i] = byte(l)
	}
	s.Reading = p.reading
	s.Reading.Label = fmt.Sprintf("column %s, %s", t.columnName(label), why)
	if len(p.encoding.Classes) > 0 && p.numbers {
		s.Reading.Notes = append(s.Reading.Notes, renumbered(p.encoding.Classes))
	}
	return s, nil
}

// named adds the file to an error of a table in one file.
func (t *table) named(err error) error {
	if len(t.paths) == 1 && t.src.Format == FormatCSV {
		return withFile(t.paths[0], err)
	}
	return err
}

// withFile names the file of an error that does not name it yet.
func withFile(path string, err error) error {
	var file *fileError
	if errors.As(err, &file) {
		return err
	}
	return &fileError{path, err}
}

// fileError is an error with the file that it is about.
type fileError struct {
	path string
	err  error
}

func (e *fileError) Error() string { return e.path + ": " + e.err.Error() }
func (e *fileError) Unwrap() error { return e.err }
