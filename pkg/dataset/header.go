package dataset

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// labelNames are the header cells that make a label column certain.
var labelNames = []string{"label", "labels", "class", "target", "y"}

func isLabelName(s string) bool {
	return slices.Contains(labelNames, strings.ToLower(strings.TrimSpace(s)))
}

// askHeader is the refusal where the first row may be names or data.
func (f *tableForm) askHeader(why string) error {
	row := make([]string, 0, 12)
	for _, c := range f.sample[0][:min(12, len(f.sample[0]))] {
		row = append(row, fmt.Sprintf("%.20s", cleanName(string(c))))
	}
	return &Unclear{fmt.Errorf("whether the first row (%s) is a header is not certain: %s", strings.Join(row, ", "), why),
		"--header yes if it names the columns, --header no if it is data"}
}

// judgeHeader decides whether the first row names the columns. want are names
// that the caller asked for: a first row that holds one is a header.
func (f *tableForm) judgeHeader(header string, want []string) error {
	switch header {
	case "yes", "no":
		f.header = header == "yes"
		return nil
	case "":
	default:
		return &Unclear{fmt.Errorf("header %q: expected yes or no", header), "--header yes or --header no"}
	}
	names, values, numbers := f.compare()
	first := f.sample[0]
	f.header = true
	switch {
	case len(f.sample) > 1 && len(first)+1 == len(f.sample[1]) && len(numbers) == 0:
		return nil
	case values == 0 && names > 0:
		return nil
	case values == 0 && slices.ContainsFunc(first, func(c []byte) bool { return isName(c, want) }):
		return nil
	case values == 0 && len(numbers) == 0:
		return f.judgeText()
	case names > 0 && (counts(numbers, 0) || counts(numbers, 1)):
		return nil // label, 0, 1, 2...
	case names > 0:
		return f.askHeader("some cells look like names, others like data")
	case counts(numbers, 0) && (len(numbers) >= 5 || len(numbers) > 1 && len(first[0]) == 0):
		return nil // as pandas writes columns without names
	case len(numbers) > 1 && counts(numbers, 0), len(numbers) >= 5 && counts(numbers, numbers[0]):
		return f.askHeader("it counts up, as numbered columns do")
	}
	f.header = false
	return nil
}

// isName tells a cell that can only be a name: of a label column, or one that
// was asked for. A number may be both.
func isName(cell []byte, want []string) bool {
	if _, kind := parseNumber(cell, false); kind != cellText {
		return false
	}
	s := cleanName(string(cell))
	return isLabelName(s) || slices.ContainsFunc(want, func(w string) bool { return strings.EqualFold(strings.TrimSpace(w), s) })
}

// compare holds the first row against the others: columns of numbers in which
// its cell is text (a name), or a number (a value), and all its numbers.
func (f *tableForm) compare() (names, values int, numbers []float64) {
	for i, cell := range f.sample[0] {
		v, kind := parseNumber(cell, f.sep != ',')
		if kind == cellNumber {
			numbers = append(numbers, v)
		}
		if string(cell) == unknown {
			kind = cellMissing
		}
		switch below := f.kindBelow(i); {
		case kind == cellText && below == cellNumber:
			names++
		case kind == cellNumber && below == cellNumber:
			values++
		case kind == cellNumber && len(f.sample) == 1:
			values++
		}
	}
	return names, values, numbers
}

// unknown is how many old tables write a number that is not known.
const unknown = "?"

// kindBelow is the kind of the sample's column below the first row.
func (f *tableForm) kindBelow(i int) cellKind {
	found := cellMissing
	for _, row := range f.sample[1:] {
		if i >= len(row) {
			continue
		}
		switch _, kind := parseNumber(row[i], f.sep != ','); kind {
		case cellText:
			if string(row[i]) != unknown {
				return cellText
			}
		case cellNumber:
			found = cellNumber
		}
	}
	return found
}

// counts tells whether numbers count up by one from start.
func counts(numbers []float64, start float64) bool {
	for i, v := range numbers {
		if v != start+float64(i) {
			return false
		}
	}
	return len(numbers) > 0
}

// judgeText decides about a table that is all text: values come again further
// down, names do not.
func (f *tableForm) judgeText() error {
	again, columns := 0, len(f.sample[0])
	for i, cell := range f.sample[0] {
		for _, row := range f.sample[1:] {
			if i < len(row) && string(row[i]) == string(cell) {
				again++
				break
			}
		}
	}
	switch {
	case len(f.sample) == 1:
		return errors.New("no row of data below the header")
	case again == 0 && columns >= 3 && len(f.sample) >= 10:
		f.header = true
	case again*2 >= columns && len(f.sample) >= 5:
		f.header = false
	default:
		return f.askHeader("it is text, as are the rows below it")
	}
	return nil
}
