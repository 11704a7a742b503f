package profit

import "math"

// shiftSigma is what is believed of the bias of work estimates (of its
// logarithm) before any challenge has been trained for.
const shiftSigma = 0.5

// Residual is how much work a challenge has shown to take against its estimate:
// the difference of the logarithms, and how sure it is (1/variance).
type Residual struct {
	Log       float64 `json:"log"`
	Precision float64 `json:"precision"`
}

// WorkShift is the bias of work estimates that residuals of earlier challenges
// show, of the logarithm: the mode of a normal posterior. A challenge that takes
// Beyond times as much counts by the probability that it is not one of those
// (a few rounds of expectation and maximisation).
func WorkShift(residuals []Residual, prior Work) float64 {
	shift := 0.0
	for range 4 {
		weight, sum := 1/(shiftSigma*shiftSigma), 0.0
		for _, r := range residuals {
			if !(r.Precision > 0) {
				continue
			}
			variance := prior.Sigma*prior.Sigma + 1/r.Precision
			far := 0.0
			if prior.Beyond > 1 {
				far = math.Log(prior.Beyond)
			}
			d, f := r.Log-shift, r.Log-shift-far
			near := float64(prior.Reach) * math.Exp(-d*d/(2*variance))
			beyond := float64(1-prior.Reach) * math.Exp(-f*f/(2*variance))
			if near+beyond == 0 {
				near = 1
			}
			p := near / (near + beyond)
			weight += 1 / variance
			sum += (p*r.Log + (1-p)*(r.Log-far)) / variance
		}
		shift = sum / weight
	}
	return shift
}
