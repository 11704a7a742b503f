package gpu

import (
	"fmt"
	"time"
)

// HeatLimits are the temperatures that a device is kept below; 0: none is set.
type HeatLimits struct {
	Die    Celsius
	Memory Celsius
}

// HeatStep is what is done about heat.
type HeatStep string

// The steps, in the order in which they are taken.
const (
	HeatNone       HeatStep = ""
	HeatLimit      HeatStep = "limit"      // the power limit is lowered by a tenth
	HeatStop       HeatStep = "stop"       // the work stops until the device has cooled down
	HeatQuarantine HeatStep = "quarantine" // it was stopped again and again
	HeatGive       HeatStep = "give back"  // a tenth of what was taken is given back
	HeatCooled     HeatStep = "cooled"     // the stop is over
)

// Heat is how a device and its heat get on. It is a value: each reading gives the next one.
//
//	      too hot for a minute          still       3 degrees beyond, or the least limit
//	cool ----------------------> limited (x 0.9) ------------------> stopped
//	  ^                            |  cooler by 5: back by a tenth       | cooler by 15
//	  +----------------------------+-------------------------------------+
//	  the third stop within an hour: quarantined
type Heat struct {
	Lowered int       // tenths of the power limit that were taken
	Stopped bool      // the device may not work
	since   time.Time // when it was first too hot, or cool again, after the latest step
	hot     bool      // which of both
	stops   []time.Time
}

const (
	heatPatience = time.Minute // between steps: a die needs as long to show what one does
	heatUrgent   = 3           // degrees beyond the limit at which the work stops at once
	heatEase     = 5           // degrees below it at which a tenth is given back
	heatCool     = 15          // degrees below it at which work goes on
	heatMost     = 4           // tenths that are taken at most
	heatStops    = 3           // stops within an hour that quarantine
)

// Next is the heat after a reading, what is to be done, and why. A temperature that is not
// known is none.
func (h Heat) Next(at time.Time, r Reading, limits HeatLimits) (Heat, HeatStep, string) {
	over, known, why := excess(r, limits)
	if known && (over > 0) != h.hot {
		h.hot, h.since = over > 0, time.Time{}
	}
	switch {
	case !known:
		return h, HeatNone, ""
	case h.Stopped:
		if over > -heatCool {
			return h, HeatNone, why
		}
		h.Stopped, h.since = false, time.Time{}
		return h, HeatCooled, why
	case over >= heatUrgent:
		return h.stop(at, why)
	case over > 0:
		if h.since.IsZero() {
			h.since = at
		}
		if at.Sub(h.since) < heatPatience {
			return h, HeatNone, why
		}
		h.since = at
		if h.Lowered < heatMost {
			h.Lowered++
			return h, HeatLimit, why
		}
		return h.stop(at, why)
	case over <= -heatEase && h.Lowered > 0:
		if h.since.IsZero() {
			h.since = at
		}
		if at.Sub(h.since) < heatPatience {
			return h, HeatNone, why
		}
		h.since = at
		h.Lowered--
		return h, HeatGive, why
	}
	h.since = time.Time{}
	return h, HeatNone, why
}

func (h Heat) stop(at time.Time, why string) (Heat, HeatStep, string) {
	var stops []time.Time
	for _, s := range h.stops {
		if at.Sub(s) < time.Hour {
			stops = append(stops, s)
		}
	}
	h.stops, h.Stopped, h.since = append(stops, at), true, time.Time{}
	if len(h.stops) >= heatStops {
		h.stops = nil
		return h, HeatQuarantine, fmt.Sprintf("%s; it was stopped %d times within an hour: look at its fans and its air", why, heatStops)
	}
	return h, HeatStop, why
}

// Limited is a power limit with what was taken for heat taken off.
func (h Heat) Limited(limit Watts, span PowerRange) Watts {
	return max(limit*Watts(10-h.Lowered)/10, span.MinWatts)
}

// excess is how far the hotter of die and memory is beyond its limit.
func excess(r Reading, limits HeatLimits) (over Celsius, known bool, why string) {
	for _, part := range []struct {
		name  string
		is    *Celsius
		limit Celsius
	}{{"die", r.Temperature, limits.Die}, {"memory", r.MemoryTemperature, limits.Memory}} {
		if part.is == nil || part.limit <= 0 {
			continue
		}
		if by := *part.is - part.limit; !known || by > over {
			over, known, why = by, true, fmt.Sprintf("its %s is at %.0f C, the limit is %.0f C", part.name, *part.is, part.limit)
		}
	}
	return over, known, why
}
