// Package decide chooses the workload of every device. Decide is a pure
// function of a Snapshot: the same snapshot gives the same plan, bit for bit.
package decide

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Snapshot is all that a decision may look at.
type Snapshot struct {
	Market  profit.Market `json:"market"`
	Devices []Device      `json:"devices"`
	Costs   []SwitchCost  `json:"costs,omitempty"` // learned
	Policy  Policy        `json:"policy"`
}

// Device is a device and what it does.
type Device struct {
	profit.Device
	Running profit.Workload `json:"running"` // during a handover: the one that it leads to
	Since   time.Time       `json:"since"`
	Leaving profit.Workload `json:"leaving,omitzero"`  // during a handover: the one that still stops
	Blocked string          `json:"blocked,omitempty"` // quarantined or lost: no plan for it
	// Signals are what polls so far make believe of its options; none: the quotes alone.
	Signals []profit.Signal `json:"signals,omitempty"`
}

// SwitchCost is what handing a device to a kind of workload has cost so far.
type SwitchCost struct {
	Device  string      `json:"device"`
	From    profit.Kind `json:"from"`
	To      profit.Kind `json:"to"`
	Seconds float64     `json:"seconds"` // without earnings
}

// Policy is the operator's.
type Policy struct {
	MinRun        time.Duration     `json:"min_run"`        // no switch earlier, unless the workload loses money
	MinLead       profit.USDPerHour `json:"min_lead"`       // no switch for less
	LeadVariance  float64           `json:"lead_variance"`  // of a lead, (USD/h)^2 per hour, as a part of the running net squared
	SwitchSeconds float64           `json:"switch_seconds"` // prior, until it is learned
	Horizon       time.Duration     `json:"horizon"`        // a switch must repay itself within
}

// Plan is the wanted workload of every device.
type Plan struct {
	At        time.Time  `json:"at"`
	Decisions []Decision `json:"decisions"`
}

// Decision is one device's line of the plan, with its alternatives and why.
type Decision struct {
	Device    string            `json:"device"`
	Running   profit.Workload   `json:"running"`
	Chosen    profit.Workload   `json:"chosen"`
	Switch    bool              `json:"switch"`
	Reason    string            `json:"reason"`
	Lead      profit.USDPerHour `json:"lead"`      // of the best option over the running one
	Threshold profit.USDPerHour `json:"threshold"` // that the lead must pass
	Options   []profit.Estimate `json:"options"`   // best first
}

// Estimates values every option of every device.
func Estimates(s Snapshot) map[string][]profit.Estimate {
	all := make(map[string][]profit.Estimate, len(s.Devices))
	for _, d := range s.Devices {
		all[d.UUID] = d.filtered(profit.Estimates(d.Device, s.Market))
	}
	return all
}

// filtered replaces what quotes say now by what is believed.
func (d Device) filtered(es []profit.Estimate) []profit.Estimate {
	for i, e := range es {
		if signal, ok := d.signal(e.Workload); ok && signal.Gross > 0 {
			es[i] = e.Scaled(signal.Gross)
		}
	}
	return es
}

func (d Device) signal(w profit.Workload) (profit.Signal, bool) {
	for _, s := range d.Signals {
		if s.Workload == w {
			return s, true
		}
	}
	return profit.Signal{}, false
}

// Decide plans every device. A challenge occupies at most one device: the one
// where training gains most over what the device would do otherwise.
func Decide(s Snapshot, estimates map[string][]profit.Estimate) Plan {
	plan := Plan{At: s.Market.Now}
	devices := slices.Clone(s.Devices)
	slices.SortFunc(devices, func(a, b Device) int { return cmp.Compare(a.UUID, b.UUID) })
	trainer := assignChallenges(s, devices, estimates)
	for _, d := range devices {
		options := ranked(estimates[d.UUID])
		plan.Decisions = append(plan.Decisions, decideDevice(s, d, options, trainer))
	}
	return plan
}

// ranked sorts the options: candidates first, by net, ties by name.
func ranked(es []profit.Estimate) []profit.Estimate {
	es = slices.Clone(es)
	slices.SortStableFunc(es, func(a, b profit.Estimate) int {
		if a.Candidate() != b.Candidate() {
			if a.Candidate() {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.Net, a.Net), cmp.Compare(a.Workload.String(), b.Workload.String()))
	})
	return es
}

// assignChallenges gives each challenge the device on which training leads
// most over the best of the rest; a device that trains for it already keeps it,
// and until its trainer has stopped nobody else gets it.
func assignChallenges(s Snapshot, devices []Device, estimates map[string][]profit.Estimate) map[string]string {
	type claim struct {
		challenge, device string
		gain              float64 // USD over the remaining work
		running           bool    // already there: progress is not moved about
	}
	var claims []claim
	for _, d := range devices {
		if d.Blocked != "" {
			continue
		}
		rest := bestOther(estimates[d.UUID])
		for _, e := range estimates[d.UUID] {
			if e.Workload.Kind != profit.Train || !e.Candidate() {
				continue
			}
			gain := float64(e.Net-rest)*e.Hours - s.switchLoss(d, e, rest)
			if gain > 0 || d.Running == e.Workload {
				claims = append(claims, claim{e.Workload.Target, d.UUID, gain, d.Running == e.Workload})
			}
		}
	}
	slices.SortFunc(claims, func(a, b claim) int {
		if a.running != b.running {
			if a.running {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.gain, a.gain), cmp.Compare(a.challenge, b.challenge), cmp.Compare(a.device, b.device))
	})
	of, busy := map[string]string{}, map[string]bool{}
	for _, c := range claims {
		if !c.running {
			break
		}
		if _, taken := of[c.challenge]; !taken {
			of[c.challenge], busy[c.device] = c.device, true
		}
	}
	for _, d := range devices {
		for _, w := range []profit.Workload{d.Running, d.Leaving} {
			if _, taken := of[w.Target]; w.Kind == profit.Train && !taken {
				of[w.Target] = "" // nobody's, until that trainer has gone
			}
		}
	}
	for _, c := range claims {
		if _, taken := of[c.challenge]; !taken && !busy[c.device] {
			of[c.challenge], busy[c.device] = c.device, true
		}
	}
	return of
}

// bestOther is the best net among idling and mining.
func bestOther(es []profit.Estimate) profit.USDPerHour {
	best := profit.USDPerHour(math.Inf(-1))
	for _, e := range es {
		if e.Workload.Kind != profit.Train && e.Candidate() {
			best = max(best, e.Net)
		}
	}
	return best
}

// switchLoss is what moving the device to e, and back again from training,
// costs in USD: the time in which it earns neither. That time is worth what the
// device would earn by the hour; a challenge's reward does not shrink by it.
func (s Snapshot) switchLoss(d Device, e profit.Estimate, rest profit.USDPerHour) float64 {
	if d.Running == e.Workload {
		return 0
	}
	seconds, hourly := s.switchSeconds(d.UUID, d.Running.Kind, e.Workload.Kind), float64(rest)
	if e.Workload.Kind == profit.Train {
		seconds += s.switchSeconds(d.UUID, profit.Train, d.Running.Kind)
	} else {
		hourly = max(hourly, float64(e.Net+e.Electricity)) // it draws power before it earns
	}
	return seconds / 3600 * max(hourly, 0)
}

func (s Snapshot) switchSeconds(device string, from, to profit.Kind) float64 {
	for _, c := range s.Costs {
		if c.Device == device && c.From == from && c.To == to {
			return c.Seconds
		}
	}
	return s.Policy.SwitchSeconds
}
