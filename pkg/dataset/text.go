package dataset

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// maxLine caps one row of a table, and with it what it can make us allocate.
const maxLine = 4 << 20

// utf8Text reads text as UTF-8: a byte order mark is left out, and where it
// says UTF-16 the text is converted.
func utf8Text(r io.Reader) (io.Reader, error) {
	br := bufio.NewReaderSize(r, 1<<16)
	head, err := br.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, err = br.Discard(3)
		return br, err
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		_, err = br.Discard(2)
		return &utf16Reader{r: br, order: binary.LittleEndian}, err
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		_, err = br.Discard(2)
		return &utf16Reader{r: br, order: binary.BigEndian}, err
	case bytes.IndexByte(head, 0) >= 0:
		return nil, &Unclear{errors.New("text with zero bytes: UTF-16 without a byte order mark, or no text"), "save the table as UTF-8"}
	}
	return br, nil
}

// utf16Reader converts UTF-16; halves of pairs become U+FFFD.
type utf16Reader struct {
	r     *bufio.Reader
	order binary.ByteOrder
	high  rune   // the first half of a pair, waiting for its second
	out   []byte // converted and not yet taken
	err   error
}

func (u *utf16Reader) Read(p []byte) (int, error) {
	for len(u.out) < len(p) && u.err == nil {
		var unit [2]byte
		if _, u.err = io.ReadFull(u.r, unit[:]); u.err != nil {
			if errors.Is(u.err, io.ErrUnexpectedEOF) {
				u.err = errors.New("truncated: half a UTF-16 character at the end")
			}
			break
		}
		u.append(rune(u.order.Uint16(unit[:])))
	}
	n := copy(p, u.out)
	u.out = append(u.out[:0], u.out[n:]...)
	if n == 0 && len(p) > 0 {
		return 0, u.err
	}
	return n, nil
}

func (u *utf16Reader) append(r rune) {
	if u.high != 0 {
		whole := utf16.DecodeRune(u.high, r) // U+FFFD where the second half is none
		u.high = 0
		u.out = utf8.AppendRune(u.out, whole)
		if whole != utf8.RuneError {
			return
		}
	}
	if r >= 0xd800 && r < 0xdc00 {
		u.high = r
		return
	}
	u.out = utf8.AppendRune(u.out, r)
}

// scanLines is bufio.ScanLines for lines that end with LF, CRLF or CR alone.
func scanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	i := bytes.IndexAny(data, "\r\n")
	switch {
	case i < 0 && (!atEOF || len(data) == 0):
		return 0, nil, nil
	case i < 0:
		return len(data), data, nil
	case data[i] == '\n':
		return i + 1, data[:i], nil
	case i+1 < len(data) && data[i+1] == '\n':
		return i + 2, data[:i], nil
	case i+1 == len(data) && !atEOF: // an LF may follow
		return 0, nil, nil
	}
	return i + 1, data[:i], nil
}

// blanks is the separator of columns that stand apart by blanks and tabs.
const blanks = ' '

// records reads a table row by row. Rows that are empty or begin with # are
// left out; a quoted cell may hold separators, line ends and doubled quotes.
type records struct {
	lines    *bufio.Scanner
	sep      byte
	line     int // of the row's first line, from 1
	next     int
	comments int
	cells    [][]byte // of the row, trimmed; they live until the next row
	joined   []byte
	fault    error
}

func newRecords(r io.Reader, sep byte) *records {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), maxLine)
	lines.Split(scanLines)
	return &records{lines: lines, sep: sep}
}

// scan goes to the next row.
func (r *records) scan() bool {
	for r.fault == nil && r.lines.Scan() {
		r.next++
		line := r.lines.Bytes()
		trimmed := bytes.TrimSpace(line)
		if len(trimmed) == 0 || r.next == 1 && isSeparatorLine(trimmed) {
			continue
		}
		if trimmed[0] == '#' {
			r.comments++
			continue
		}
		r.line = r.next
		return (r.split(line) || r.join(line)) && r.fault == nil
	}
	return false
}

// isSeparatorLine tells Excel's first line that only says sep=;
func isSeparatorLine(line []byte) bool {
	rest, ok := bytes.CutPrefix(bytes.ToLower(bytes.Trim(line, `"`)), []byte("sep="))
	return ok && len(rest) <= 1
}

// maxJoined bounds the lines of one row, since each may mean to split it again.
const maxJoined = 1000

// join continues a row whose quote is still open on the lines that follow.
func (r *records) join(line []byte) bool {
	r.joined = append(r.joined[:0], line...)
	for r.next-r.line < maxJoined && len(r.joined) <= maxLine && r.lines.Scan() {
		r.next++
		r.joined = append(append(r.joined, '\n'), r.lines.Bytes()...)
		if bytes.IndexByte(r.lines.Bytes(), '"') >= 0 && r.split(r.joined) {
			return r.fault == nil
		}
	}
	r.fault = fmt.Errorf("line %d: a quote is not closed", r.line)
	return false
}

func (r *records) err() error {
	err := r.lines.Err()
	switch {
	case errors.Is(err, bufio.ErrTooLong):
		return fmt.Errorf("line %d: longer than %d bytes: %w", r.next+1, maxLine, ErrTooLarge)
	case err != nil:
		return err
	}
	return r.fault
}

// split cuts a row into cells and reports whether its last quote is closed. A
// row of too many cells leaves a fault, and counts as whole.
func (r *records) split(row []byte) bool {
	r.cells = r.cells[:0]
	if r.sep == blanks {
		row = trimBlanks(row)
	}
	for {
		for len(row) > 0 && (row[0] == ' ' || row[0] == '\t' && r.sep != '\t') {
			row = row[1:]
		}
		var cell []byte
		var more, whole bool
		if len(row) > 0 && row[0] == '"' {
			if cell, row, whole = unquote(row); !whole {
				return false
			}
			_, row, more = r.cut(row) // what stands between quote and separator is nothing
		} else {
			cell, row, more = r.cut(row)
		}
		r.cells = append(r.cells, trimBlanks(cell))
		if !more {
			return true
		}
		if len(r.cells) > maxColumns {
			r.fault = fmt.Errorf("line %d: more than %d columns: %w", r.line, maxColumns, ErrTooLarge)
			return true
		}
	}
}

// trimBlanks is bytes.TrimSpace for the many short cells of a table.
func trimBlanks(b []byte) []byte {
	for len(b) > 0 && isBlank(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isBlank(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

func isBlank(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\v' || c == '\f' || c == '\r'
}

func (r *records) cut(row []byte) (cell, rest []byte, more bool) {
	for i, c := range row {
		if c == r.sep || c == '\t' && r.sep == blanks {
			return row[:i], row[i+1:], true
		}
	}
	return row, nil, false
}

// unquote takes a cell in quotes off the front of a row.
func unquote(row []byte) (cell, rest []byte, whole bool) {
	row = row[1:]
	for {
		i := bytes.IndexByte(row, '"')
		if i < 0 {
			return nil, nil, false
		}
		cell = append(cell, row[:i]...)
		row = row[i+1:]
		if len(row) == 0 || row[0] != '"' {
			return cell, row, true
		}
		cell = append(cell, '"')
		row = row[1:]
	}
}
