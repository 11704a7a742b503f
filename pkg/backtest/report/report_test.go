package report

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/backtest"
	"github.com/gpuarbiter/gpuarbiter/pkg/report"
)

// The page names every policy with its figures.
func TestPage(t *testing.T) {
	results := []backtest.StreamResult{
		{Stream: "s1", Policy: "mine only", USD: 100, Prophet: 400, Mining: 100, Reference: 100, Equity: []float64{30, 60, 100}, DeviceDays: 10},
		{Stream: "s1", Policy: "own <1>", USD: 310, Prophet: 400, Mining: 100, Equity: []float64{90, 200, 310}, DeviceDays: 10, Won: 3, Entered: 5, Moves: 4},
		{Stream: "s2", Policy: "mine only", USD: 50, Prophet: 100, Mining: 50, Reference: 50, Equity: []float64{20, 40, 50}, DeviceDays: 10},
		{Stream: "s2", Policy: "own <1>", USD: 60, Prophet: 100, Mining: 50, Equity: []float64{20, 40, 60}, DeviceDays: 10},
	}
	sum := Sum(results, "own <1>")
	if sum.USD != 370 || math.Abs(sum.Extra()-220.0/350) > 1e-12 || sum.Min != 0.6 || sum.Max != 0.775 || sum.Equity[1] != 240 {
		t.Errorf("%+v, extra %g", sum, sum.Extra())
	}
	var b bytes.Buffer
	if err := (report.Page{Title: "T", Sections: []report.Section{Streams(results, []string{"mine only", "own <1>"}, []string{"own <1>"})}}).Write(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"own &lt;1&gt;", "0.7400", "0.6286", "0.600 to 0.775", `class="bold"`, "<svg", "0.20"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for _, outside := range []string{"http://", "https://", "<script", "src="} {
		if strings.Contains(b.String(), outside) {
			t.Errorf("the page needs something from outside: %s", outside)
		}
	}
}
