package report

import (
	"encoding/xml"
	"io"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is written is well-formed, whatever the figures are: a picture that a
// browser does not show would be worse than none.
func TestChartsAreWellFormed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.OneOf(rapid.Float64Range(-1e6, 1e6), rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), 1e300, -1e300})), 0, 40)
		var series []Series
		var bars []Bar
		for range rapid.IntRange(0, 12).Draw(t, "n") {
			name := rapid.StringMatching(`[a-z0-9 <>&"%,]{0,20}`).Draw(t, "name")
			series = append(series, Series{name, values.Draw(t, "values"), rapid.Bool().Draw(t, "bold")})
			v := rapid.OneOf(rapid.Float64Range(0, 1e4), rapid.Float64(), rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), math.Inf(-1)})).Draw(t, "value")
			bars = append(bars, Bar{name, v, v * rapid.Float64Range(0, 1).Draw(t, "min"), v * rapid.Float64Range(1, 2).Draw(t, "max"), name, true})
		}
		for _, chart := range []string{string(Lines("USD & more", series)), string(Bars(bars)), string(Columns("USD <", bars))} {
			chart = strings.ReplaceAll(chart, "class=legend", `class="legend"`)
			d := xml.NewDecoder(strings.NewReader("<a>" + chart + "</a>"))
			for {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%v in %s", err, chart)
				}
			}
			if strings.Contains(chart, "NaN") || strings.Contains(chart, "Inf") {
				t.Fatalf("%s", chart)
			}
		}
	})
}

// Figures at the ends of what a float holds end the drawing, not the machine's memory.
func TestChartsEnd(t *testing.T) {
	const least, most = math.SmallestNonzeroFloat64, math.MaxFloat64
	for _, ends := range [][2]float64{{0, least}, {0, 3 * least}, {0, 1e-310}, {0, most}, {-most, 0}, {0, 1e300}, {-1e300, 1e300}, {0, 1.7e308},
		{most * 0.999999, most}, {1e15, 1e15 + 0.25}, {1e300, 1.000001e300}, {-1e6, -1e6 + 1e-9}, {math.NaN(), 1}, {math.Inf(-1), 1}} {
		for _, chart := range []string{string(Lines("USD", []Series{{"a", ends[:], true}})), string(Bars([]Bar{{"a", ends[1], ends[0], ends[1], "", true}})), string(Columns("", []Bar{{"a", ends[1], 0, 0, "", true}, {"b", ends[0], 0, 0, "", true}}))} {
			if n := strings.Count(chart, "<line"); n > 20 {
				t.Errorf("from %g to %g: %d lines", ends[0], ends[1], n)
			}
		}
	}
}
