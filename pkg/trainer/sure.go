package trainer

import "math"

// sureness is how probable it must be that a model wins before training for it
// stops early. To go on costs minutes, to be beaten costs the reward.
const sureness = 0.95

// GoodEnough says whether a model that gets right of val validation examples is
// good enough to stop training at. Two things are asked. By the validation
// examples alone it must reach target + margin. And it must be probable that of
// holdout examples that nobody has seen it gets as many right as the target
// asks: 28 of 29 is no proof of nine in ten. With the prior of Jeffreys
// (Beta(1/2, 1/2)) on the true accuracy, the hold-out's count is beta-binomial,
// which knows both sizes. A holdout of 0 is unknown, and taken to be without end:
// then it is the true accuracy that must reach the target.
//
// Where nothing is sure, training goes on until its patience, epochs or time are
// spent.
func GoodEnough(right, val, holdout int, target, margin float64) bool {
	if target <= 0 || val < 1 || right < 0 || right > val {
		return false
	}
	if float64(right) < (target+margin)*float64(val)-1e-9 {
		return false
	}
	return Chance(right, val, holdout, target) >= sureness
}

// endless stands for a hold-out whose size is unknown: its count's ratio is then
// as good as the true accuracy.
const endless = 20_000

// Chance is the probability that a model with right of val validation examples
// gets at least the ratio target of holdout others right.
func Chance(right, val, holdout int, target float64) float64 {
	if holdout < 1 {
		holdout = endless
	}
	need := int(math.Ceil(target*float64(holdout) - 1e-9))
	a, b := float64(right)+0.5, float64(val-right)+0.5
	chance := 0.0
	for k := need; k <= holdout; k++ {
		chance += math.Exp(choose(holdout, k) + beta(a+float64(k), b+float64(holdout-k)) - beta(a, b))
	}
	return min(chance, 1)
}

// beta is the logarithm of the beta function.
func beta(a, b float64) float64 { return gamma(a) + gamma(b) - gamma(a+b) }

// choose is the logarithm of the binomial coefficient.
func choose(n, k int) float64 {
	return gamma(float64(n)+1) - gamma(float64(k)+1) - gamma(float64(n-k)+1)
}

func gamma(x float64) float64 {
	v, _ := math.Lgamma(x)
	return v
}
