// Package curve reads learning curves: from the accuracies that a training has
// reached so far, how much work the needed one will take. It is pure.
package curve

import (
	"math"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Point is a validation: the work until then and the accuracy, 0 to 1.
type Point struct {
	Work     profit.MACs `json:"work"`
	Accuracy float64     `json:"accuracy"`
}

// Expected is what a curve says of the work that an accuracy takes.
type Expected struct {
	Evidence profit.Evidence
	Reach    float64 // probability that the accuracy is reached at all
}

// The family is error = floor + a*work^-b, a power law as learning curves have
// (cf. Domhan et al. 2015): every floor and exponent of a grid is fitted, and
// counts by how well it does.
const (
	fewest    = 4    // points before anything is said
	floors    = 24   // from none to the least error seen
	exponents = 24   // from slowest to steepest
	slowest   = 0.05 //
	steepest  = 2.0
	noise     = 0.004 // of an accuracy, at least: validation sets are finite
	spread    = 0.25  // of the logarithm of the work, at least: no curve is exact
	farthest  = 50.0  // times the work so far; beyond it is out of reach
)

// Fit forecasts the work that the accuracy needed takes. Without enough points,
// or where they say nothing, ok is false.
func Fit(points []Point, need float64) (f Expected, ok bool) {
	var xs, es []float64
	least, last, first := 1.0, 0.0, math.Inf(1)
	for _, p := range points {
		if !(p.Work >= 1) || p.Work > 1e30 || !(p.Accuracy > 0) || p.Accuracy > 1 {
			continue
		}
		xs, es = append(xs, math.Log(float64(p.Work))), append(es, 1-p.Accuracy)
		least, last = math.Min(least, 1-p.Accuracy), math.Max(last, float64(p.Work))
		first = math.Min(first, math.Log(float64(p.Work)))
	}
	target := 1 - need
	if len(xs) < fewest || !(target > 0) || target >= 1 {
		return f, false
	}
	if least <= target { // it is reached
		return Expected{profit.Evidence{Log: math.Log(last), Precision: 1 / (spread * spread)}, 1}, true
	}
	type fit struct{ sse, log float64 } // log: of the work needed, or +Inf
	fits := make([]fit, 0, floors*exponents)
	best := math.Inf(1)
	for i := range floors {
		floor := least * float64(i) / floors
		for j := range exponents {
			b := slowest * math.Pow(steepest/slowest, float64(j)/(exponents-1))
			one := fit{sse: 0, log: math.Inf(1)}
			a := scale(xs, es, first, floor, b)
			for k := range xs {
				d := es[k] - floor - a*math.Exp(-b*(xs[k]-first))
				one.sse += d * d
			}
			if target > floor && a > 0 {
				one.log = first + math.Log(a/(target-floor))/b
			}
			fits = append(fits, one)
			best = math.Min(best, one.sse)
		}
	}
	variance := math.Max(best/float64(len(xs)-2), noise*noise)
	var all, finite, sum, squares float64
	limit := math.Log(last * farthest)
	for _, one := range fits {
		w := math.Exp(-(one.sse - best) / (2 * variance))
		all += w
		if one.log <= limit {
			log := math.Max(one.log, math.Log(last))
			finite += w
			sum += w * log
			squares += w * log * log
		}
	}
	f.Reach = finite / all
	if finite/all < 1e-3 {
		return f, true
	}
	mean := sum / finite
	f.Evidence = profit.Evidence{Log: mean, Precision: 1 / math.Max(squares/finite-mean*mean, spread*spread)}
	return f, true
}

// scale is the factor of the least squares for a floor and an exponent.
func scale(xs, es []float64, first, floor, b float64) float64 {
	var top, bottom float64
	for k := range xs {
		g := math.Exp(-b * (xs[k] - first))
		top += (es[k] - floor) * g
		bottom += g * g
	}
	return math.Max(top/bottom, 0)
}
