package learned

import (
	"math"
	"time"
)

// Rate is a device's measured performance at a workload.
type Rate struct {
	PerSecond float64   `json:"per_second"`      // hashes of the coin, or multiply-accumulates
	Watts     float64   `json:"watts,omitempty"` // at the device; 0: not measured
	Seconds   float64   `json:"seconds"`         // that it was measured for
	At        time.Time `json:"at"`              // of the latest measurement that is stored
}

const rateMemory = 10 * time.Minute // older measurements fade

// Add takes a sample that stands for the last dt seconds: a plain mean at first,
// then an exponential one. What a worker says about itself can be nonsense for
// a moment: more than twice the mean is taken for twice.
func (r Rate) Add(perSecond, watts, dt float64) Rate {
	weight := max(1-math.Exp(-dt/rateMemory.Seconds()), dt/(r.Seconds+dt))
	mean := func(was, is float64) float64 {
		if was == 0 {
			return is
		}
		return was + weight*(min(is, 2*was)-was)
	}
	r.PerSecond = mean(r.PerSecond, perSecond)
	if watts > 0 {
		r.Watts = mean(r.Watts, watts)
	}
	r.Seconds += dt
	return r
}
