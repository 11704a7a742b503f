package dataset

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// maxCSVLine caps one line, and with it what a line can make us allocate.
const maxCSVLine = 4 << 20

// csvLabelNames are the header names taken for the label column when the
// source names none.
var csvLabelNames = []string{"label", "class", "target", "y"}

func openCSV(src Source) (*Set, error) {
	if len(src.Images) == 0 || len(src.Labels) != 0 {
		return nil, fmt.Errorf("csv: expected data files and no labels files, found %d and %d", len(src.Images), len(src.Labels))
	}
	sets := make([]*Set, len(src.Images))
	for i, path := range src.Images {
		err := withPlain(path, src.maxBytes(), func(r *bufio.Reader) (err error) {
			sets[i], err = readCSV(r, src.LabelColumn, src.Shape, src.Classes)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return concat(sets)
}

// readCSV reads integers 0..255 separated by commas. Numbers need no quoting,
// so a quoted cell may not hold a comma or a line break. The first row is a
// header where a cell of it is no number. The label is the column called
// labelColumn, else one of the usual names, else the first.
func readCSV(r io.Reader, labelColumn string, shape Shape, classes int) (*Set, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), maxCSVLine)
	s := &Set{Shape: shape}
	columns, label, header := 0, 0, false
	for number := 1; lines.Scan(); number++ {
		line := bytes.TrimSuffix(lines.Bytes(), []byte("\r"))
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
			var err error
			if columns, label, header, err = csvColumns(line, labelColumn); err != nil {
				return nil, err
			}
			if s.Shape == (Shape{}) {
				s.Shape = flatShape(columns - 1)
			}
			if err := s.Shape.Validate(); err != nil {
				return nil, err
			}
			if s.Shape.Features() != columns-1 {
				return nil, fmt.Errorf("%d feature columns: shape %v needs %d", columns-1, s.Shape, s.Shape.Features())
			}
			if header {
				continue
			}
		}
		if len(line) == 0 {
			continue
		}
		if err := s.appendCSV(line, columns, label); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	if err := lines.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			err = fmt.Errorf("line longer than %d bytes: %w", maxCSVLine, ErrTooLarge)
		}
		return nil, err
	}
	if s.Len() == 0 {
		return nil, errors.New("no row of data")
	}
	return s, classify(s, classes, "csv")
}

// csvColumns judges the first line: how many columns, which is the label, and
// whether the line is a header.
func csvColumns(line []byte, want string) (columns, label int, header bool, err error) {
	cells := strings.Split(string(line), ",")
	for i := range cells {
		cells[i] = strings.Trim(strings.TrimSpace(cells[i]), `"`)
		if _, err := strconv.ParseFloat(cells[i], 64); err != nil {
			header = true
		}
	}
	if len(cells) < 2 {
		return 0, 0, false, fmt.Errorf("line 1: expected a label and at least one feature, found %d column", len(cells))
	}
	if !header && want != "" {
		return 0, 0, false, fmt.Errorf("line 1: no header, so no column is called %q", want)
	}
	names := csvLabelNames
	if want != "" {
		names = []string{want}
	}
	if header {
		label = slices.IndexFunc(cells, func(c string) bool {
			return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(c, n) })
		})
	}
	if label < 0 && want != "" {
		return 0, 0, false, fmt.Errorf("line 1: no column is called %q", want)
	}
	return len(cells), max(label, 0), header, nil
}

func (s *Set) appendCSV(line []byte, columns, label int) error {
	// Counted before anything is appended: a bad row must not leave half of itself.
	if n := bytes.Count(line, []byte(",")) + 1; n != columns {
		return fmt.Errorf("expected %d columns, found %d", columns, n)
	}
	for column := range columns {
		cell, rest, _ := bytes.Cut(line, []byte(","))
		line = rest
		v, err := parseByte(bytes.TrimSpace(cell))
		if err != nil {
			return fmt.Errorf("column %d: %w", column+1, err)
		}
		if column == label {
			s.Labels = append(s.Labels, v)
		} else {
			s.Pixels = append(s.Pixels, v)
		}
	}
	return nil
}

// parseByte reads 0..255, also as "12.0", the way data frames write integers
// beside a missing value.
func parseByte(cell []byte) (byte, error) {
	if n := len(cell); n > 0 && n <= 3 {
		v := 0
		for _, c := range cell {
			if c < '0' || c > '9' {
				v = 256
				break
			}
			v = v*10 + int(c-'0')
		}
		if v <= 255 {
			return byte(v), nil
		}
	}
	text := strings.Trim(string(cell), `"`)
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || v < 0 || v > 255 || v != float64(int(v)) {
		return 0, fmt.Errorf("found %.40q: expected an integer 0..255", text)
	}
	return byte(v), nil
}
