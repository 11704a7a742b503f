package scheduler

import (
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// counter turns a device's readings into energy.
type counter struct {
	at     time.Time
	joules *gpu.Joules
	ahead  float64 // joules that were reckoned while the device's own counter stood still
	still  float64 // seconds for which it does
}

// stands is how long a counter stands still before that is spoken of: some are brought up to date now and then only.
const stands = 10 * time.Minute

// reckoned says why a device's energy is reckoned and not measured; "" if it is measured.
func (c *counter) reckoned(r gpu.Reading) string {
	switch {
	case !metered(r):
		return "it tells neither power nor energy: what it draws is reckoned by its limit, its benchmark or the configuration"
	case c.still > stands.Seconds():
		return "its energy counter stands still: what it draws is reckoned by power and time"
	}
	return ""
}

// longGap is the time between two readings beyond which the present power says
// nothing about what was used meanwhile.
const longGap = 5 * time.Minute

// energy is what the device used since the last reading: by its own counter where that
// moves, else by power and time. A counter that stood still and goes on owes no more than what
// was not reckoned meanwhile. Power falls back to nothing after a gap that cannot be explained.
func (c *counter) energy(r gpu.Reading) (joules, seconds float64) {
	defer func() { c.at, c.joules = r.At, r.Energy }()
	if c.at.IsZero() || !r.At.After(c.at) {
		return 0, 0
	}
	seconds = r.At.Sub(c.at).Seconds()
	reckoned := 0.0
	if r.Power != nil && *r.Power > 0 && seconds <= longGap.Seconds() {
		reckoned = float64(*r.Power) * seconds
	}
	if r.Energy == nil || c.joules == nil || *r.Energy < *c.joules { // none, or one that began anew
		c.ahead = 0
		return reckoned, seconds
	}
	moved := float64(*r.Energy - *c.joules)
	if moved == 0 && reckoned > 0 {
		c.ahead += reckoned
		c.still += seconds
		return reckoned, seconds
	}
	c.still = 0
	owed := max(moved-c.ahead, 0)
	c.ahead = max(c.ahead-moved, 0)
	return owed, seconds
}

// metered reports whether the device says what it draws. Some drivers give neither
// power nor energy, some a power of 0.
func metered(r gpu.Reading) bool { return r.Energy != nil || r.Power != nil && *r.Power > 0 }

// likelyWatts is what a device without a meter is reckoned to draw: what decisions
// reckon with, no more than its power limit, and that limit where nothing else is known.
// Booked as nothing its power would be free, and its coins look better than they are.
func (r *runner) likelyWatts(reading gpu.Reading) float64 {
	known, w := r.cfg.World.Device(r.dev), r.Status().Workload
	if r.worker == nil {
		return float64(known.IdleWatts)
	}
	watts := float64(known.WattsAt(w))
	limit := float64(r.dev.PowerLimit.DefaultWatts)
	if reading.PowerLimit != nil {
		limit = float64(*reading.PowerLimit)
	}
	switch {
	case !(watts > 0):
		return limit
	case limit > 0:
		return min(watts, limit)
	}
	return watts
}
