package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"golang.org/x/term"
)

// table prints aligned columns. On a terminal it is no wider than that: the widest cells are cut,
// which a pipe, or --json, has whole.
type table struct{ rows [][]string }

func newTable(header ...string) *table {
	t := &table{}
	t.row(header...)
	return t
}

func (t *table) row(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) flush() error {
	out := tabwriter.NewWriter(stdout, 0, 4, columnGap, ' ', 0)
	for _, row := range fit(t.rows, terminalWidth()) {
		if _, err := out.Write([]byte(strings.Join(row, "\t") + "\n")); err != nil {
			return err
		}
	}
	return out.Flush()
}

// terminalWidth is the terminal's, in columns; 0: there is none.
func terminalWidth() int {
	fd := int(os.Stdout.Fd())
	if !term.IsTerminal(fd) {
		return 0
	}
	width, _, err := term.GetSize(fd)
	if err != nil {
		return 0
	}
	return width
}

const (
	columnGap   = 2
	leastColumn = 6 // below which none is cut
)

// shorten cuts a text to some characters; of a UUID and an address the end tells most.
func shorten(cell string, to int) string {
	r := []rune(cell)
	if strings.HasPrefix(cell, "GPU-") || strings.HasPrefix(cell, "0000") {
		return "\u2026" + string(r[len(r)-to+1:])
	}
	return string(r[:to-1]) + "\u2026"
}

// fit leaves columns out that say nothing, and then cuts the widest, until the rows fit a width; 0: they
// are left as they are.
func fit(rows [][]string, width int) [][]string {
	if width <= 0 {
		return rows
	}
	rows = saying(rows, width)
	widths, total := columnWidths(rows)
	for ; total > width; total-- {
		widest := 0
		for i, w := range widths {
			if w > widths[widest] {
				widest = i
			}
		}
		if len(widths) == 0 || widths[widest] <= leastColumn {
			break
		}
		widths[widest]--
	}
	cut := make([][]string, len(rows))
	for i, row := range rows {
		for j, cell := range row {
			if utf8.RuneCountInString(cell) > widths[j] {
				cell = shorten(cell, widths[j])
			}
			cut[i] = append(cut[i], cell)
		}
	}
	return cut
}

// nothing is what cells hold that say nothing.
var nothing = []string{"", "-", "0", "0.00", "0.000", "0.0000"}

// saying leaves columns out, the last ones first, in which no row below the head says anything, as long as the
// rows do not fit.
func saying(rows [][]string, width int) [][]string {
	_, total := columnWidths(rows)
	if len(rows) < 2 {
		return rows
	}
	for j := len(rows[0]) - 1; j > 0 && total > width; j-- {
		if slices.ContainsFunc(rows[1:], func(row []string) bool { return j < len(row) && !slices.Contains(nothing, row[j]) }) {
			continue
		}
		left := make([][]string, len(rows))
		for i, row := range rows {
			if left[i] = slices.Clone(row); j < len(row) {
				left[i] = slices.Delete(left[i], j, j+1)
			}
		}
		rows = left
		_, total = columnWidths(rows)
	}
	return rows
}

// say prints a line to the terminal's width.
func say(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if width := terminalWidth(); width > 0 {
		text = wrap(text, width)
	}
	fmt.Fprintln(stdout, text)
}

// columnWidths are the columns' widths, and that of the table.
func columnWidths(rows [][]string) (widths []int, total int) {
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	total = columnGap * (len(widths) - 1)
	for _, w := range widths {
		total += w
	}
	return widths, total
}

// shortNames are names of devices that are short and yet each its own: the ends of their UUIDs. Others
// stay as they are.
func shortNames(names []string) map[string]string {
	short := map[string]string{}
	for n := 4; n <= 32; n++ {
		taken := map[string]string{}
		clear(short)
		clash := false
		for _, name := range names {
			s := name
			if digits := strings.ReplaceAll(name, "-", ""); strings.HasPrefix(name, "GPU-") && len(digits) > n {
				s = digits[len(digits)-n:]
			}
			if other, ok := taken[s]; ok && other != name {
				clash = true
			}
			taken[s], short[name] = name, s
		}
		if !clash {
			break
		}
	}
	return short
}
