// Package curtail is power that is paid not to be used: what a signal asks for, how soon that
// has to be met, and how the rig comes back from it. It is pure; who reads the signal stands
// in pkg/app.
package curtail

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Terms are what the contract says, and how the rig comes back.
type Terms struct {
	Baseline     profit.Watts      // that 100 % stand for, at the wall
	OffWatts     profit.Watts      // below which the rig counts as off, at the wall
	MaxAge       time.Duration     // of a signal; an older one means off
	Within       time.Duration     // the target has to be met after its signal
	MinOff       time.Duration     // that a curtailment lasts, whatever the signal says
	RestoreStep  profit.Watts      // that come back at once
	RestoreEvery time.Duration     // between two steps
	Income       profit.USDPerHour // while a target is met
}

// skew is how far ahead a sender's clock may be.
const skew = 5 * time.Minute

// Signal is what was asked for last.
type Signal struct {
	Share float64   // of the baseline; 1 or more: no limit
	At    time.Time // when its sender made it; zero: there was none
	Fault string    // why nothing newer is known
}

// Parse reads {"target": per cent of the baseline, "timestamp": unix seconds}, or {"watts": ...}
// instead of the target. Without a timestamp it is of the moment it was read.
func Parse(raw []byte, baseline profit.Watts, read time.Time) (Signal, error) {
	var m struct {
		Target    *float64 `json:"target"`
		Watts     *float64 `json:"watts"`
		Timestamp *float64 `json:"timestamp"`
	}
	if err := json.Unmarshal(plain.JSON(raw), &m); err != nil {
		return Signal{}, fmt.Errorf("the signal cannot be read: %w", plain.Error(err))
	}
	s := Signal{At: read}
	switch {
	case m.Target != nil && m.Watts == nil:
		s.Share = *m.Target / 100
	case m.Watts != nil && m.Target == nil && baseline > 0:
		s.Share = *m.Watts / float64(baseline)
	default:
		return Signal{}, errors.New("the signal has to name a target in per cent, or watts")
	}
	if !(s.Share >= 0) || math.IsInf(s.Share, 0) {
		return Signal{}, fmt.Errorf("the signal asks for %v of the baseline", s.Share)
	}
	if m.Timestamp != nil {
		if !(*m.Timestamp > 0 && *m.Timestamp < 1e11) {
			return Signal{}, fmt.Errorf("the signal's timestamp %v is no time in seconds", *m.Timestamp)
		}
		s.At = time.Unix(int64(*m.Timestamp), 0)
	}
	if ahead := s.At.Sub(read); ahead > skew { // all that comes later would be older
		return Signal{}, fmt.Errorf("the signal is %s ahead of the clock", ahead.Round(time.Second))
	}
	return s, nil
}

// State is how far a curtailment is.
//
//	        below the baseline, or lost
//	Free ----------------------------------> Curtailed <---+
//	  ^                                          |         | below, or lost
//	  |  the baseline is reached                 | 100 %, and it has lasted
//	  +------------------ Restoring <------------+---------+
type State struct {
	Phase   Phase         `json:"phase"`
	Ceiling *profit.Watts `json:"ceiling,omitempty"` // of the rig, at the wall; nil: none
	Since   time.Time     `json:"since,omitzero"`    // of the curtailment
	Tighter time.Time     `json:"tighter,omitzero"`  // since when the ceiling is no higher
	Stepped time.Time     `json:"stepped,omitzero"`
	Asked   *profit.Watts `json:"asked,omitempty"` // what a signal asks for now, at the wall; nil: none does
	Why     string        `json:"why,omitempty"`
}

// Phase names a state.
type Phase string

// The phases of a curtailment.
const (
	Free      Phase = "free"
	Curtailed Phase = "curtailed"
	Restoring Phase = "restoring"
)

// Next is the state after a look at the signal. What is asked for is in force at once; what
// is given back comes in steps.
func (t Terms) Next(s State, sig Signal, now time.Time) State {
	share, why := sig.Share, fmt.Sprintf("its signal asks for %.0f %% of %.0f W", 100*sig.Share, float64(t.Baseline))
	switch {
	case sig.At.IsZero():
		share, why = 0, "there is no signal"
	case now.Sub(sig.At) > t.MaxAge:
		share, why = 0, fmt.Sprintf("its signal is %s old", now.Sub(sig.At).Round(time.Second))
	}
	if sig.Fault != "" && share == 0 && sig.Share != 0 {
		why += ": " + sig.Fault
	}
	wanted := profit.Watts(share) * t.Baseline
	heard := !sig.At.IsZero() && now.Sub(sig.At) <= t.MaxAge
	if s.Asked = nil; heard && share < 1 { // else nobody pays: there is no signal, or it lasts by our own terms
		s.Asked = &wanted
	}
	switch {
	case share < 1 && (s.Ceiling == nil || wanted <= *s.Ceiling):
		if s.Ceiling == nil {
			s.Since = now
		}
		if s.Ceiling == nil || wanted < *s.Ceiling {
			s.Tighter = now
		}
		s.Phase, s.Ceiling, s.Why = Curtailed, &wanted, why
		return s
	case s.Ceiling == nil:
		return State{Phase: Free}
	case now.Sub(s.Since) < t.MinOff:
		s.Phase, s.Why = Curtailed, fmt.Sprintf("it lasts %s at least", t.MinOff)
		return s
	}
	return t.restore(s, min(wanted, t.Baseline), share >= 1, now)
}

// restore gives back a step, when it is time.
func (t Terms) restore(s State, upTo profit.Watts, all bool, now time.Time) State {
	if s.Phase == Restoring && now.Sub(s.Stepped) < t.RestoreEvery {
		return s
	}
	ceiling := min(*s.Ceiling+t.RestoreStep, upTo)
	if all && ceiling >= t.Baseline {
		return State{Phase: Free}
	}
	s.Phase, s.Ceiling, s.Stepped, s.Why = Restoring, &ceiling, now, "it comes back in steps"
	return s
}

// Earned reports whether what is drawn is what somebody pays for now.
func (t Terms) Earned(s State, drawn profit.Watts) bool {
	return s.Asked != nil && drawn <= max(*s.Asked, t.OffWatts)
}

// Met reports whether the rig draws no more than is asked for, by what is measured at the
// wall; late, whether it had the time.
func (t Terms) Met(s State, drawn profit.Watts, now time.Time) (met, late bool) {
	if s.Ceiling == nil {
		return true, false
	}
	met = drawn <= max(*s.Ceiling, t.OffWatts)
	return met, !met && now.Sub(s.Tighter) > t.Within
}
