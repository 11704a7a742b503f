package curve

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// points are of error = floor + a*x^-b at x = 1..n.
func points(n int, floor, a, b float64) []Point {
	var ps []Point
	for x := 1; x <= n; x++ {
		wiggle := 0.002 * math.Sin(float64(7*x))
		ps = append(ps, Point{profit.MACs(x) * 1e9, 1 - floor - a*math.Pow(float64(x), -b) + wiggle})
	}
	return ps
}

func TestFit(t *testing.T) {
	for name, tt := range map[string]struct {
		points     []Point
		need       float64
		log        float64 // of the work, in units of 1e9
		tolerance  float64
		most, than float64 // of Reach
	}{
		"soon":            {points(10, 0.05, 0.4, 0.6), 0.86, math.Log(math.Pow(0.4/0.09, 1/0.6)), 0.3, 1, 0.9},
		"far":             {points(10, 0.05, 0.4, 0.6), 0.90, math.Log(math.Pow(0.4/0.05, 1/0.6)), 0.6, 1, 0.5},
		"never":           {points(20, 0.20, 0.3, 1.0), 0.90, 0, math.Inf(1), 0.25, -1},
		"already reached": {points(10, 0.05, 0.4, 0.6), 0.80, math.Log(10), 0.01, 1, 0.99},
	} {
		f, ok := Fit(tt.points, tt.need)
		if !ok || f.Reach > tt.most || f.Reach <= tt.than || f.Evidence.Precision > 0 && math.Abs(f.Evidence.Log-math.Log(1e9)-tt.log) > tt.tolerance {
			t.Errorf("%s: %+v (%.2f), want %.2f", name, f, f.Evidence.Log-math.Log(1e9), tt.log)
		}
	}
	for name, ps := range map[string][]Point{"none": nil, "few": points(3, 0, 0.4, 0.5), "nonsense": {{-1, 0.5}, {1, math.NaN()}, {1, 2}, {math.MaxFloat64, -1}}} {
		if f, ok := Fit(ps, 0.9); ok {
			t.Errorf("%s: %+v", name, f)
		}
	}
}

// Whatever a trainer says, the forecast is a number, and more points of a curve
// that is flat make no better of it.
func TestFitIsFinite(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var ps []Point
		for range rapid.IntRange(0, 30).Draw(t, "n") {
			ps = append(ps, Point{profit.MACs(rapid.Float64Range(-1, 1e15).Draw(t, "work")), rapid.Float64Range(-0.1, 1.1).Draw(t, "accuracy")})
		}
		f, ok := Fit(ps, rapid.Float64Range(0, 1).Draw(t, "need"))
		if ok && (math.IsNaN(f.Evidence.Log) || math.IsInf(f.Evidence.Log, 0) || !(f.Evidence.Precision >= 0) || !(f.Reach >= 0) || f.Reach > 1+1e-9) {
			t.Fatalf("%+v", f)
		}
	})
}
