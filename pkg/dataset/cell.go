package dataset

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"
)

// cellKind is what a cell of a table looks like.
type cellKind int

const (
	cellText cellKind = iota
	cellNumber
	cellMissing // empty, NA, NaN, an infinity...: nothing that can be computed with
)

// missing are the ways to write that there is no number, in lower case.
var missing = []string{"", "na", "n/a", "#n/a", "<na>", "nan", "-nan", "null", "none", "inf", "-inf", "+inf", "infinity", "-infinity"}

// parseNumber reads a trimmed cell: a decimal number, where comma is set also
// one with a decimal comma. Go's own extensions, such as 0x10 and 1_000, are text.
func parseNumber(cell []byte, comma bool) (float64, cellKind) {
	if n := len(cell); n > 0 && n <= 4 { // most cells of images
		v := 0
		for _, c := range cell {
			if c < '0' || c > '9' {
				v = -1
				break
			}
			v = v*10 + int(c-'0')
		}
		if v >= 0 {
			return float64(v), cellNumber
		}
	}
	text := string(cell)
	if len(cell) == 0 || strings.Trim(text, "0123456789+-.,eE") != "" {
		if len(cell) <= 10 && slices.Contains(missing, strings.ToLower(text)) {
			return 0, cellMissing
		}
		return 0, cellText
	}
	if comma && strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
		text = strings.Replace(text, ",", ".", 1)
	}
	v, err := strconv.ParseFloat(text, 64)
	switch {
	case err != nil && math.IsInf(v, 0):
		return 0, cellMissing // beyond what a float holds
	case err != nil:
		return 0, cellText
	}
	return v, cellNumber
}

// hasComma tells a number with a decimal comma, and whether exactly three
// digits follow it, as they do where the comma separates thousands.
func hasComma(cell []byte) (comma, three bool) {
	_, after, found := bytes.Cut(cell, []byte(","))
	return found, found && len(after) == 3
}

func isByte(v float64) bool { return v >= 0 && v <= 255 && v == math.Trunc(v) }
