package dataset

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

// sampleRows and sampleBytes bound what the form of a table is told by.
const (
	sampleRows  = 60
	sampleBytes = 1 << 20
)

// tableForm is how one file writes a table.
type tableForm struct {
	sep      byte
	header   bool
	rowNames bool     // the header is one cell short: R's way with its row names
	names    []string // of all columns; "" where a column has none
	first    []string // cells of the first row of data, to show
	sample   [][][]byte
	fault    error // that ended the sample: it may only have been cut off there
}

// sniff tells a table's form by its first rows. want are the names that the
// caller will ask for, header is "yes", "no" or "" for what the rows say.
func sniff(r io.Reader, header string, want []string) (*tableForm, error) {
	sample, err := readSample(r)
	if err != nil {
		return nil, err
	}
	f := separator(sample)
	if len(f.sample) < 2 && f.fault != nil {
		return nil, f.fault
	}
	if len(f.sample) == 0 {
		return nil, errors.New("no row of data")
	}
	if err := f.judgeHeader(header, want); err != nil {
		return nil, err
	}
	return f, f.nameColumns()
}

// readSample reads the first rows of text as they stand; of comments only
// their line ends are kept, so that lines are counted right.
func readSample(r io.Reader) ([]byte, error) {
	rows := newRecords(r, 0)
	var sample []byte
	for n := 0; n < sampleRows && (len(sample) < sampleBytes || n < 3 && len(sample) < 4*maxLine) && rows.lines.Scan(); {
		line := bytes.TrimSpace(rows.lines.Bytes())
		if len(line) > 0 && line[0] != '#' && (rows.next > 0 || !isSeparatorLine(line)) {
			sample = append(sample, rows.lines.Bytes()...)
			n++
		}
		sample = append(sample, '\n')
		rows.next++
	}
	return sample, rows.err()
}

// separator tries every separator and takes the one whose rows agree best on
// the number of columns, then the one that leaves most numbers. Blanks come
// last: they also stand in text, and after other separators.
func separator(sample []byte) *tableForm {
	var best *tableForm
	var score [3]float64
	for _, sep := range []byte{',', ';', '\t', '|', blanks} {
		f := &tableForm{sep: sep}
		f.sample, f.fault = rowsOf(sample, sep)
		if errors.Is(f.fault, ErrTooLarge) && len(f.sample) == 0 {
			return f
		}
		agree, numbers, columns := f.agreement()
		if columns < 2 {
			agree = 0
		}
		s := [3]float64{agree, numbers, float64(columns)}
		if sep == blanks {
			s[2] = 0
		}
		if best == nil || s[0] > score[0] || s[0] == score[0] && (s[1] > score[1] || s[1] == score[1] && s[2] > score[2]) {
			best, score = f, s
		}
	}
	return best
}

func rowsOf(sample []byte, sep byte) (rows [][][]byte, fault error) {
	r := newRecords(bytes.NewReader(sample), sep)
	for r.scan() {
		row := make([][]byte, len(r.cells))
		for i, c := range r.cells {
			row[i] = bytes.Clone(c)
		}
		rows = append(rows, row)
	}
	return rows, r.err()
}

// agreement is the share of rows that have the usual number of columns, and
// the share of cells that are numbers.
func (f *tableForm) agreement() (agree, numbers float64, columns int) {
	counts := map[int]int{}
	cells, found := 0, 0
	for _, row := range f.sample {
		counts[len(row)]++
		cells += len(row)
		for _, c := range row {
			if _, kind := parseNumber(c, f.sep != ','); kind == cellNumber {
				found++
			}
		}
	}
	for n, count := range counts {
		if count > counts[columns] || count == counts[columns] && n > columns {
			columns = n
		}
	}
	if len(f.sample) == 0 {
		return 0, 0, 0
	}
	same := counts[columns]
	if first := len(f.sample[0]); len(f.sample) > 1 && first+1 == columns {
		same++ // the header of a table with row names
	}
	return float64(same) / float64(len(f.sample)), float64(found) / float64(max(1, cells)), columns
}

// nameColumns takes the names out of the header and makes them distinct, the
// way data frames do: a, a.1, a.2.
func (f *tableForm) nameColumns() error {
	head, body := f.sample[0], f.sample
	if f.header {
		body = f.sample[1:]
	}
	if len(body) == 0 {
		return errors.New("no row of data below the header")
	}
	for _, c := range body[0] {
		f.first = append(f.first, cleanName(string(c)))
	}
	f.names = make([]string, len(head))
	if !f.header {
		return nil
	}
	if len(head)+1 == len(body[0]) {
		f.rowNames = true
		head = append([][]byte{nil}, head...)
		f.names = append(f.names, "")
	}
	seen := map[string]int{}
	for i, c := range head {
		name := cleanName(string(c))
		base := name
		for n := seen[base]; name != "" && seen[name] > 0; n++ {
			name = fmt.Sprintf("%.240s.%d", base, n)
			seen[base] = n + 1
		}
		seen[name]++
		f.names[i] = name
	}
	return nil
}

// list shows a table's columns to a person.
func (f *tableForm) list() string {
	var words []string
	for i, name := range f.names {
		if i == 20 && len(f.names) > 25 {
			words = append(words, fmt.Sprintf("... (%d in all)", len(f.names)))
			break
		}
		switch {
		case f.header && name != "":
			words = append(words, name)
		case f.header:
			words = append(words, fmt.Sprintf("#%d (no name)", i+1))
		default:
			words = append(words, fmt.Sprintf("%d (%.20s)", i+1, f.first[min(i, len(f.first)-1)]))
		}
	}
	if n := len(f.names); !f.header && n > 25 {
		words = append(words, fmt.Sprintf("%d (%.20s)", n, f.first[min(n, len(f.first))-1]))
	}
	return strings.Join(words, ", ")
}
