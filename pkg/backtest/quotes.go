package backtest

import (
	"math"
	"math/rand/v2"
)

// Faults are what stands between the truth and what a policy is told.
type Faults struct {
	Noise float64 // standard deviation of the logarithm; correlated over an hour
	Lag   int     // steps
	Seed  uint64
}

// Correlation of the noise over a step, and how often quotes freeze and jump.
var correlation = math.Exp(-1.0 / 6)

const (
	freezeEvery = 6 * 24 * 10 // steps, on average, for each coin
	spikeEvery  = 6 * 24 * 14
)

var spikes = []float64{.2, .5, 2, 3, 5}

// quotes is what a policy is told of a class: late, noisy, sometimes frozen for
// hours, sometimes absurd for one step. Idling needs no quote. What is told of
// one step depends on no later one.
func quotes(c *Class, f Faults) [][]float64 {
	r := rand.New(rand.NewPCG(f.Seed, 0x51))
	told := make([][]float64, len(c.Gross))
	for k, gross := range c.Gross {
		told[k] = make([]float64, len(gross))
		if k == len(c.Coins) {
			continue
		}
		noise, frozen, value := 0.0, 0, 0.0
		for i := range gross {
			noise = noise*correlation + r.NormFloat64()*f.Noise*math.Sqrt(1-correlation*correlation)
			q := gross[max(i-f.Lag, 0)] * math.Exp(noise)
			if r.IntN(freezeEvery) == 0 && frozen == 0 {
				frozen, value = 3+r.IntN(21), q
			}
			if frozen > 0 {
				q = value
				frozen--
			}
			if r.IntN(spikeEvery) == 0 {
				q *= spikes[r.IntN(len(spikes))]
			}
			told[k][i] = q
		}
	}
	return told
}
