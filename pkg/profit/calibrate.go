package profit

import "math"

// realisedSigma is what is believed of realised over predicted revenue before
// there is any experience: a normal around 1.
const realisedSigma = 0.1

// Realised is what of a predicted revenue is expected to come in, and how sure
// that is (a standard deviation): the mean of a normal posterior, from the ratio
// that so many windows had whose ratios spread with that variance. Experience that
// is short or wild counts for little.
func Realised(ratio, windows, variance float64) (expected, sigma Ratio) {
	const least, most, finest = 0.01, 2, 1e-4
	if !(ratio >= 0) || !(windows > 0) || !(variance >= 0) {
		return 1, realisedSigma
	}
	prior, experience := 1/(realisedSigma*realisedSigma), windows/math.Max(variance, finest)
	mean := (prior + experience*math.Min(ratio, most)) / (prior + experience)
	return Ratio(math.Max(mean, least)), Ratio(1 / math.Sqrt(prior+experience))
}

// What is believed of work estimates before any challenge has been trained for.
const (
	shiftSigma = 0.5 // of the bias of their logarithm
	spreadSeen = 30  // challenges that the prior's Sigma is worth
)

// Residual is how much work a challenge has shown to take against its estimate:
// the difference of the logarithms, and how sure it is (1/variance).
type Residual struct {
	Log       float64 `json:"log"`
	Precision float64 `json:"precision"`
	AtLeast   bool    `json:"at_least,omitempty"` // so much was not enough
}

// LearnWork is what residuals of earlier challenges say of work estimates: their
// bias, of the logarithm, and their Sigma. A challenge that takes Beyond times as
// much, or is out of reach, counts by the probability that it is not one of those;
// one that only showed a least by what lies beyond that on average. (The mode of a
// posterior, by a few rounds of expectation and maximisation.)
func LearnWork(residuals []Residual, prior Work) (shift, sigma float64) {
	variance := prior.Sigma * prior.Sigma
	for range 8 {
		weight, sum := 1/(shiftSigma*shiftSigma), 0.0
		count, squares := float64(spreadSeen), spreadSeen*prior.Sigma*prior.Sigma
		for _, r := range residuals {
			if !(r.Precision > 0) {
				continue
			}
			total := variance + 1/r.Precision
			for _, part := range r.parts(shift, total, prior) {
				weight += part.probability / total
				sum += part.probability * part.log / total
				d := variance / total * (part.log - shift)
				count += part.probability
				squares += part.probability * (d*d + variance/total*(1/r.Precision+variance/total*part.variance))
			}
		}
		shift, variance = sum/weight, squares/count
	}
	return shift, math.Sqrt(variance)
}

// part is what a residual may be: its logarithm as if it were of the usual kind.
type part struct{ probability, log, variance float64 }

func (r Residual) parts(shift, variance float64, prior Work) [2]part {
	sd, far := math.Sqrt(variance), 0.0
	if prior.Beyond > 1 {
		far = math.Log(prior.Beyond)
	}
	one := func(offset float64) (p part, likelihood float64) {
		z := (r.Log - offset - shift) / sd
		if !r.AtLeast {
			return part{log: r.Log - offset}, math.Exp(-z * z / 2)
		}
		above := math.Max(1-normalCDF(z), 1e-12)
		hazard := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) / above
		if z > 6 { // its limit, where the quotient is lost in rounding
			hazard = z
		}
		return part{log: shift + sd*hazard, variance: variance * math.Max(1+z*hazard-hazard*hazard, 0)}, above
	}
	near, likely := one(0)
	beyond, unlikely := one(far)
	near.probability, beyond.probability = float64(prior.Reach)*likely, float64(1-prior.Reach)*unlikely
	sum := near.probability + beyond.probability
	if far == 0 { // no work is enough: then it shows nothing of the others
		beyond.probability = 0
		if sum = near.probability; r.AtLeast {
			sum += float64(1 - prior.Reach)
		}
	}
	if !(sum > 0) {
		near.probability, sum = 1, 1
	}
	near.probability /= sum
	beyond.probability /= sum
	return [2]part{near, beyond}
}
