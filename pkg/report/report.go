// Package report writes one HTML page with pictures, which needs nothing else: no script, no
// network; and draws the pictures, as SVG, for other pages too.
package report

import (
	_ "embed"
	"html/template"
	"io"
)

//go:embed page.gohtml
var pageText string

var page = template.Must(template.New("page").Parse(pageText))

// Figure is a chart with what it shows.
type Figure struct {
	Title, Text string
	Chart       template.HTML
}

// Table is a table; its last Bold rows are ours.
type Table struct {
	Head []string
	Rows []Row
}

// Row is a line of a table.
type Row struct {
	Cells []Cell
	Bold  bool
}

// Cell is a figure, and what is said of it in small print.
type Cell struct{ Main, Small string }

// Section is a part of the page.
type Section struct {
	Title, Text string
	Table       Table
	Figures     []Figure
}

// Page is a report.
type Page struct {
	Title, Subtitle string
	Sections        []Section
}

// Write writes the page.
func (p Page) Write(w io.Writer) error { return page.Execute(w, p) }
