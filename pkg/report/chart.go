package report

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"
)

// Series is a line of a chart: a value for each day, or for each name of its axis. NaN: none is known.
type Series struct {
	Name   string
	Values []float64
	Bold   bool
}

// Bar is one bar with the least and the most of what it is the mean of.
type Bar struct {
	Name            string
	Value, Min, Max float64
	Note            string
	Bold            bool
}

// colours are apart for most people who see colours differently (Okabe and Ito).
var colours = []string{"#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#8a7f00", "#777777", "#9467bd"}

const bold = "#000000"

// paint chooses a line's colour: the first bold one is black.
func paint(series []Series) []string {
	all, first := make([]string, len(series)), true
	for i, s := range series {
		all[i] = colours[i%len(colours)]
		if s.Bold && first {
			all[i], first = bold, false
		}
	}
	return all
}

// The size of a chart and what its frame leaves, in pixels.
const (
	width, height            = 640, 300
	left, right, top, bottom = 58, 8, 8, 26
	barHeight, barFigure     = 22, 100
)

// Lines draws series over days.
func Lines(unit string, series []Series) template.HTML {
	days := 0
	for _, s := range series {
		days = max(days, len(s.Values))
	}
	names := make([]string, days)
	for i := range names {
		names[i] = strconv.Itoa(i)
	}
	return LinesOver(unit, "days", names, series)
}

// LinesOver draws series over an axis whose places have names, some of which are written.
func LinesOver(unit, axis string, places []string, series []Series) template.HTML {
	low, high, days := 0.0, 0.0, len(places)
	for _, s := range series {
		for _, v := range s.Values {
			if !math.IsNaN(v) {
				low, high = math.Min(low, v), math.Max(high, v)
			}
		}
	}
	if days < 2 || high == low || !drawable(low, high) {
		return "<p>There is nothing to draw.</p>"
	}
	step := tick((high - low) / 5)
	if low > -step/2 { // a dip below zero needs no room of its own
		low = math.Max(low, -step/2)
	} else {
		low = math.Floor(low/step) * step
	}
	high = math.Ceil(high/step) * step
	x := func(day int) float64 { return left + float64(day)/float64(days-1)*(width-left-right) }
	y := func(v float64) float64 { return top + (high-v)/(high-low)*(height-top-bottom) }
	var b strings.Builder
	var names []string
	for _, s := range series {
		names = append(names, s.Name)
	}
	fmt.Fprintf(&b, `<svg viewBox="0 0 %d %d" role="img" aria-label="%s">`, width, height, template.HTMLEscapeString(unit+" over "+axis+": "+strings.Join(names, ", ")))
	for _, v := range ticks(math.Ceil(low/step-1e-9)*step, high, step) {
		class := "grid"
		if math.Abs(v) < step/2 {
			class = "zero"
		}
		fmt.Fprintf(&b, `<line class="%s" x1="%d" x2="%d" y1="%.1f" y2="%.1f"/><text x="%d" y="%.1f" text-anchor="end">%s</text>`, class, left, width-right, y(v), y(v), left-6, y(v)+4, number(v, step))
	}
	stepDays := int(math.Max(tick(float64(days)/6), 1))
	for d := 0; d < days; d += stepDays {
		fmt.Fprintf(&b, `<text x="%.1f" y="%d" text-anchor="middle">%s</text>`, x(d), height-8, template.HTMLEscapeString(places[d]))
	}
	fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="end">%s</text><text x="%d" y="%d">%s</text>`, width-right, height-bottom-4, template.HTMLEscapeString(axis), left+6, top+10, template.HTMLEscapeString(unit))
	strokes := paint(series)
	for i, s := range series {
		thick := 1.4
		if s.Bold {
			thick = 2.6
		}
		var points []string
		end := func() {
			if len(points) == 1 { // a place alone is a dot
				cx, cy, _ := strings.Cut(points[0], ",")
				fmt.Fprintf(&b, `<circle cx="%s" cy="%s" r="3" fill="%s"><title>%s</title></circle>`, cx, cy, strokes[i], template.HTMLEscapeString(s.Name))
			} else if len(points) > 0 {
				fmt.Fprintf(&b, `<polyline fill="none" stroke="%s" stroke-width="%.1f" points="%s"><title>%s</title></polyline>`, strokes[i], thick, strings.Join(points, " "), template.HTMLEscapeString(s.Name))
			}
			points = nil
		}
		for d, v := range s.Values {
			if math.IsNaN(v) {
				end()
				continue
			}
			points = append(points, fmt.Sprintf("%.1f,%.1f", x(d), y(v)))
		}
		end()
	}
	b.WriteString("</svg><p class=legend>")
	for i, s := range series {
		fmt.Fprintf(&b, `<span><i style="background:%s"></i>%s</span> `, strokes[i], template.HTMLEscapeString(s.Name))
	}
	b.WriteString("</p>")
	return template.HTML(b.String())
}

// Bars draws bars from a low end on, so that what is close together can be told
// apart: the axis says where it begins.
func Bars(bars []Bar) template.HTML {
	if len(bars) == 0 {
		return ""
	}
	low, high, longest := bars[0].Min, bars[0].Max, 0
	for _, b := range bars {
		low, high, longest = math.Min(low, math.Min(b.Min, b.Value)), math.Max(high, math.Max(b.Max, b.Value)), max(longest, len(b.Name))
	}
	barName := 7*longest + 14
	if !drawable(low, high) {
		return "<p>There is nothing to draw: a figure is no number, or beyond all measure.</p>"
	}
	if least := math.Max(1e-6, 1e-6*math.Abs(high)); high-low < least { // an axis needs a length
		high = low + least
	}
	step := tick((high - low) / 4)
	low, high = math.Floor(low/step)*step, math.Ceil(high/step)*step
	x := func(v float64) float64 {
		return float64(barName) + (v-low)/(high-low)*float64(width-barName-barFigure)
	}
	tall := barHeight*len(bars) + bottom
	var b strings.Builder
	var names []string
	for _, b := range bars {
		names = append(names, b.Name+" "+b.Note)
	}
	fmt.Fprintf(&b, `<svg viewBox="0 0 %d %d" role="img" aria-label="%s">`, width, tall, template.HTMLEscapeString(strings.Join(names, ", ")))
	for _, v := range ticks(low, high, step) {
		fmt.Fprintf(&b, `<line class="grid" x1="%.1f" x2="%.1f" y1="0" y2="%d"/><text x="%.1f" y="%d" text-anchor="middle">%s</text>`, x(v), x(v), tall-bottom+4, x(v), tall-8, number(v, step))
	}
	for i, bar := range bars {
		y := float64(i*barHeight) + 3
		fill, weight := "#9ec3de", "normal"
		if bar.Bold {
			fill, weight = "#0072B2", "bold"
		}
		middle := y + (barHeight-8)/2.0
		fmt.Fprintf(&b, `<text x="%d" y="%.1f" text-anchor="end" font-weight="%s">%s</text>`, barName-6, middle+4, weight, template.HTMLEscapeString(bar.Name))
		fmt.Fprintf(&b, `<rect x="%d" y="%.1f" width="%.1f" height="%d" fill="%s"/>`, barName, y, math.Max(x(bar.Value)-float64(barName), 0), barHeight-8, fill)
		ends := []float64{bar.Min, bar.Max}
		if bar.Min == 0 && bar.Max == bar.Value { // no spread: only a bar
			ends = nil
		} else {
			fmt.Fprintf(&b, `<line stroke="#333" x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f"/>`, x(bar.Min), x(bar.Max), middle, middle)
		}
		for _, end := range ends {
			fmt.Fprintf(&b, `<line stroke="#333" x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f"/>`, x(end), x(end), middle-4, middle+4)
		}
		fmt.Fprintf(&b, `<text x="%d" y="%.1f" font-weight="%s">%s</text>`, width-barFigure+8, middle+4, weight, template.HTMLEscapeString(bar.Note))
	}
	b.WriteString("</svg>")
	return template.HTML(b.String())
}

// drawable says whether an axis from low to high can be computed: beyond
// 1e300 its rounded ends overflow, and below 1e-300 so do its steps.
func drawable(low, high float64) bool {
	const most, least = 1e300, 1e-300
	return low >= -most && high <= most && (high == low || high-low >= least)
}

// ticks are the values from low to high, a step apart. They are counted, not
// summed: a sum whose step is lost in rounding would never reach the end.
func ticks(low, high, step float64) []float64 {
	all := make([]float64, int((high-low)/step+0.5)+1)
	for i := range all {
		all[i] = low + float64(i)*step
	}
	return all
}

// tick is a round number not below v.
func tick(v float64) float64 {
	if !(v > 0) || math.IsInf(v, 0) {
		return 1
	}
	base := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 5, 10} {
		if base*m >= v*0.999 {
			return base * m
		}
	}
	return base * 10
}

// number writes a value of an axis with ticks of that step.
func number(v, step float64) string {
	digits := max(0, int(math.Ceil(-math.Log10(step)-1e-9)))
	if math.Abs(v) < step/1e6 {
		v = 0
	}
	return fmt.Sprintf("%.*f", digits, v)
}

// Columns draws one column for each name, such as a day; those below zero go down.
func Columns(unit string, columns []Bar) template.HTML {
	low, high := 0.0, 0.0
	for _, c := range columns {
		low, high = math.Min(low, c.Value), math.Max(high, c.Value)
	}
	if len(columns) == 0 || high == low || !drawable(low, high) {
		return "<p>There is nothing to draw.</p>"
	}
	step := tick((high - low) / 4)
	low, high = math.Floor(low/step)*step, math.Ceil(high/step)*step
	each := float64(width-left-right) / float64(len(columns))
	y := func(v float64) float64 { return top + (high-v)/(high-low)*(columnsHeight-top-bottom) }
	var b strings.Builder
	last := columns[len(columns)-1]
	fmt.Fprintf(&b, `<svg viewBox="0 0 %d %d" role="img" aria-label="%s">`, width, columnsHeight, template.HTMLEscapeString(fmt.Sprintf("%d columns; the last, %s: %s", len(columns), last.Name, last.Note)))
	for _, v := range ticks(low, high, step) {
		class := "grid"
		if math.Abs(v) < step/2 {
			class = "zero"
		}
		fmt.Fprintf(&b, `<line class="%s" x1="%d" x2="%d" y1="%.1f" y2="%.1f"/><text x="%d" y="%.1f" text-anchor="end">%s</text>`, class, left, width-right, y(v), y(v), left-6, y(v)+4, number(v, step))
	}
	for i, c := range columns {
		x := left + float64(i)*each
		fill := colours[0]
		if c.Value < 0 {
			fill = colours[5]
		}
		fmt.Fprintf(&b, `<rect x="%.1f" width="%.1f" y="%.1f" height="%.1f" fill="%s"><title>%s</title></rect>`, x+each*0.1, each*0.8, math.Min(y(c.Value), y(0)), math.Abs(y(c.Value)-y(0)), fill, template.HTMLEscapeString(c.Name+": "+c.Note))
		if every := int(math.Ceil(float64(len(columns)) / 8)); i%every == 0 {
			fmt.Fprintf(&b, `<text x="%.1f" y="%d" text-anchor="middle">%s</text>`, x+each/2, columnsHeight-8, template.HTMLEscapeString(c.Name))
		}
	}
	fmt.Fprintf(&b, `<text x="%d" y="%d">%s</text></svg>`, left+6, top+10, template.HTMLEscapeString(unit))
	return template.HTML(b.String())
}

// columnsHeight is that of a chart of columns, in pixels.
const columnsHeight = 200
