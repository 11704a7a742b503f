package main

import (
	"testing"

	"pgregory.net/rapid"
)

// Whatever stands in a table, it is no wider than the terminal, as far as columns of a few
// characters allow; what fits is left as it is.
func TestFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(1, 9).Draw(t, "columns")
		var rows [][]string
		for range rapid.IntRange(1, 8).Draw(t, "rows") {
			var row []string
			for range rapid.IntRange(1, columns).Draw(t, "cells") {
				row = append(row, rapid.StringMatching(`[a-zA-Z0-9µé ]{0,60}`).Draw(t, "cell"))
			}
			rows = append(rows, row)
		}
		width := rapid.IntRange(80, 200).Draw(t, "width")
		natural, fitted := widthOf(rows), fit(rows, width)
		if w := widthOf(fitted); w > width || natural <= width && w != natural {
			t.Fatalf("%d wide of %d, in %d: %q", w, natural, width, fitted)
		}
		if len(fitted) != len(rows) {
			t.Fatalf("%d rows of %d", len(fitted), len(rows))
		}
	})
	rows := [][]string{{"a", "a long cell that says more than there is room for"}}
	if got := fit(rows, 20)[0]; got[0] != "a" || got[1] != "a long cell that\u2026" {
		t.Errorf("%q", got)
	}
	if got := fit(rows, 0)[0]; got[1] != rows[0][1] {
		t.Errorf("in a pipe: %q", got)
	}
}

func widthOf(rows [][]string) int {
	_, total := columnWidths(rows)
	return total
}
