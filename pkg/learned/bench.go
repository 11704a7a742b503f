package learned

import (
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Trial is a measurement that a device is to go through: so long at a workload, at a power
// limit.
type Trial struct {
	Workload profit.Workload `json:"workload"`
	Limit    gpu.Watts       `json:"limit,omitempty"` // 0: as it is tuned
	For      time.Duration   `json:"for"`             // of work, behind the warm-up
}

// Measurement is what came of a trial.
type Measurement struct {
	Trial
	At        time.Time `json:"at"`
	PerSecond float64   `json:"per_second"` // hashes of the coin
	Watts     float64   `json:"watts"`      // at the device; 0: it has no meter
	Rejected  float64   `json:"rejected"`   // of the shares, 0 to 1
	Fault     string    `json:"fault,omitempty"`
}

// Bench is what a device does at a kind of work, limit by limit.
type Bench struct {
	Device string        `json:"device"`
	Work   string        `json:"work"`
	All    []Measurement `json:"all"`
}

// Best is the measurement with the most net at what a hash pays and a kilowatt-hour costs at
// the socket; where the price is not known, the one with the most hashes for a joule. ok is
// false unless at least two limits were measured within the age.
func (b Bench) Best(now time.Time, age time.Duration, usdPerHash, usdPerKWh float64) (best Measurement, ok bool) {
	n := 0
	score := func(m Measurement) float64 {
		if usdPerHash > 0 {
			return m.PerSecond*3600*usdPerHash - m.Watts/1000*usdPerKWh
		}
		return m.PerSecond / m.Watts
	}
	for _, m := range b.All {
		if m.Limit == 0 || m.Watts <= 0 || m.PerSecond <= 0 || now.Sub(m.At) > age {
			continue
		}
		if n++; n == 1 || score(m) > score(best) {
			best = m
		}
	}
	return best, n >= 2
}
