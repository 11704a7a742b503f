package curve_test

import (
	"fmt"
	"math"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
)

// Accuracies so far say how much work the needed one will take, and whether it is to be had at all.
func ExampleFit() {
	var points []curve.Point
	for i := 1; i <= 8; i++ { // the error halves with four times the work
		points = append(points, curve.Point{Work: profit.MACs(i) * 1e9, Accuracy: 1 - 0.4/math.Sqrt(float64(i))})
	}
	for _, need := range []float64{0.85, 0.90, 0.995} {
		f, _ := curve.Fit(points, need)
		fmt.Printf("%.1f %%: reached with a probability of %.2f", 100*need, f.Reach)
		if f.Evidence.Precision > 0 {
			fmt.Printf(", by about %.0fe9 MACs", math.Exp(f.Evidence.Log)/1e9)
		}
		fmt.Println()
	}
	_, ok := curve.Fit(points[:3], 0.9)
	fmt.Println("three points say something:", ok)
	// Output:
	// 85.0 %: reached with a probability of 1.00, by about 8e9 MACs
	// 90.0 %: reached with a probability of 1.00, by about 18e9 MACs
	// 99.5 %: reached with a probability of 0.00
	// three points say something: false
}
