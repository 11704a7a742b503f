// Package profit values workloads. It is pure: everything it looks at is in
// its arguments; it has no clock, no I/O and no globals. The daemon, the
// explanation and the backtest call the same functions.
package profit

import (
	"fmt"
	"math"
	"time"
)

// Units of money, power and work, so that they are never bare numbers side by side.
type (
	USD        float64 // United States dollars
	USDPerHour float64
	Watts      float64
	Ratio      float64 // 0.01 is one per cent
	Hashrate   float64 // hashes per second
	MACs       float64 // multiply-accumulates
	Hours      float64
)

// Quote is a price-like input: what a source said, when, and for how long it
// is believed. A zero Quote is no quote.
type Quote struct {
	Value  float64       `json:"value"`
	Source string        `json:"source,omitempty"`
	At     time.Time     `json:"at,omitzero"`
	MaxAge time.Duration `json:"max_age,omitempty"` // 0: does not age (the operator's own word)
	Fault  string        `json:"fault,omitempty"`   // why the source has no value
	Signed bool          `json:"signed,omitempty"`  // it may be below zero, as a spot price of power
	Doubt  Ratio         `json:"doubt,omitzero"`    // how far it may be off, of a value that is held although it is old
}

// ahead is how far in the future a quote may be: clocks differ, by minutes on a rig that
// nobody sets, and against what a quote is believed for that is little.
func (q *Quote) ahead() time.Duration { return min(max(q.MaxAge/6, time.Minute), 15*time.Minute) }

// Disbelief says why a quote is not believed at now; "" if it is.
func (q *Quote) Disbelief(now time.Time) string {
	switch {
	case q.Fault != "":
		return q.Fault
	case q.Source == "":
		return "no source is configured"
	case math.IsNaN(q.Value) || math.IsInf(q.Value, 0):
		return fmt.Sprintf("%s says %v", q.Source, q.Value)
	case q.Value < 0 && !q.Signed:
		return fmt.Sprintf("%s says %v, below zero", q.Source, q.Value)
	case q.At.After(now.Add(q.ahead())):
		return fmt.Sprintf("%s is from the future (%s)", q.Source, q.At.UTC().Format(time.RFC3339))
	case q.MaxAge > 0 && now.Sub(q.At) > q.MaxAge:
		return fmt.Sprintf("%s is %s old, believed for %s", q.Source, now.Sub(q.At).Round(time.Second), q.MaxAge)
	}
	return ""
}

// doubt is Disbelief with a name, for what is never nothing: sources say 0 when
// they have nothing to say.
func (q *Quote) doubt(now time.Time, what, of string) string {
	why := q.Disbelief(now)
	if why == "" && q.Value == 0 {
		why = q.Source + " says 0"
	}
	if why == "" {
		return ""
	}
	return what + of + ": " + why
}
