package gpu

import (
	"cmp"
	"fmt"
	"strings"
)

// Settings are what may be changed about a device; nil: as it is. Of clocks and fan zero is
// the driver's own choice, so that settings also say how to give one back.
type Settings struct {
	PowerLimit *Watts `json:"power_limit_watts,omitempty"`
	// Clocks that the device is held at.
	CoreClockMHz   *int `json:"core_clock_mhz,omitempty"`
	MemoryClockMHz *int `json:"memory_clock_mhz,omitempty"`
	// Offsets move the curve of clock over voltage: below zero cooler, above it faster
	// and less stable.
	CoreOffsetMHz   *int `json:"core_offset_mhz,omitempty"`
	MemoryOffsetMHz *int `json:"memory_offset_mhz,omitempty"`
	// Fan is the speed that all fans are held at, 0 to 1. Nothing but us then protects
	// the device from heat.
	Fan *float64 `json:"fan_ratio,omitempty"`
}

// each calls f with every setting that is to be changed, for people.
func (s Settings) each(f func(name, value string)) {
	show(f, "power limit", "%.0f W", s.PowerLimit)
	show(f, "core clock", "%d MHz", s.CoreClockMHz)
	show(f, "memory clock", "%d MHz", s.MemoryClockMHz)
	show(f, "core offset", "%d MHz", s.CoreOffsetMHz)
	show(f, "memory offset", "%d MHz", s.MemoryOffsetMHz)
	show(f, "fan", "%.2f", s.Fan)
}

func show[T any](f func(name, value string), name, format string, v *T) {
	if v != nil {
		f(name, fmt.Sprintf(format, *v))
	}
}

// String names what is set, for people.
func (s Settings) String() string {
	var parts []string
	s.each(func(name, value string) { parts = append(parts, name+" "+value) })
	return cmp.Or(strings.Join(parts, ", "), "nothing")
}

// Empty reports whether nothing is to be changed.
func (s Settings) Empty() bool { return s == Settings{} }

// Over gives s, with what it leaves open taken from under.
func (s Settings) Over(under Settings) Settings {
	fill(&s.PowerLimit, under.PowerLimit)
	fill(&s.CoreClockMHz, under.CoreClockMHz)
	fill(&s.MemoryClockMHz, under.MemoryClockMHz)
	fill(&s.CoreOffsetMHz, under.CoreOffsetMHz)
	fill(&s.MemoryOffsetMHz, under.MemoryOffsetMHz)
	fill(&s.Fan, under.Fan)
	return s
}

func fill[T any](p **T, under *T) {
	if *p == nil {
		*p = under
	}
}

// Only gives of s what like has, too.
func (s Settings) Only(like Settings) Settings { return s.pick(like, true) }

// Without gives of s what like has not.
func (s Settings) Without(like Settings) Settings { return s.pick(like, false) }

func (s Settings) pick(like Settings, there bool) Settings {
	keep(&s.PowerLimit, like.PowerLimit, there)
	keep(&s.CoreClockMHz, like.CoreClockMHz, there)
	keep(&s.MemoryClockMHz, like.MemoryClockMHz, there)
	keep(&s.CoreOffsetMHz, like.CoreOffsetMHz, there)
	keep(&s.MemoryOffsetMHz, like.MemoryOffsetMHz, there)
	keep(&s.Fan, like.Fan, there)
	return s
}

func keep[T any](p **T, like *T, there bool) {
	if (like != nil) != there {
		*p = nil
	}
}

// Check reports what of the settings a device cannot be set to. One that does not say what its
// power limit may be is asked.
func (s Settings) Check(d Device) error {
	if s.PowerLimit != nil && d.PowerLimit.MaxWatts > 0 && !d.PowerLimit.Contains(*s.PowerLimit) {
		return fmt.Errorf("power limit %.0f W of %s is outside %.0f..%.0f W", *s.PowerLimit, d.UUID, d.PowerLimit.MinWatts, d.PowerLimit.MaxWatts)
	}
	return s.Plausible()
}

// Plausible reports what of the settings no device could mean.
func (s Settings) Plausible() error {
	for _, c := range []struct {
		name      string
		v         *int
		low, high int
	}{{"core clock", s.CoreClockMHz, 0, 10_000}, {"memory clock", s.MemoryClockMHz, 0, 40_000},
		{"core offset", s.CoreOffsetMHz, -2_000, 2_000}, {"memory offset", s.MemoryOffsetMHz, -6_000, 6_000}} {
		if c.v != nil && (*c.v < c.low || *c.v > c.high) {
			return fmt.Errorf("%s %d MHz is outside %d..%d MHz", c.name, *c.v, c.low, c.high)
		}
	}
	if s.PowerLimit != nil && !(*s.PowerLimit > 0 && *s.PowerLimit < 10_000) {
		return fmt.Errorf("power limit %v W is outside 1..9999 W", *s.PowerLimit)
	}
	if s.Fan != nil && !(*s.Fan == 0 || *s.Fan >= 0.2 && *s.Fan <= 1) {
		return fmt.Errorf("fan %v is neither 0 (the device's own) nor 0.2..1", *s.Fan)
	}
	return nil
}
