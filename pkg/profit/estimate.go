package profit

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// Estimate is what a workload would earn on a device, with every part:
// Net = Gross - Fees - Electricity - Gas - Risk + Preference.
type Estimate struct {
	Workload    Workload      `json:"workload"`
	Gross       USDPerHour    `json:"gross"`            // if all goes well
	Quoted      USDPerHour    `json:"quoted,omitempty"` // what the latest quotes alone would make of Gross
	Fees        USDPerHour    `json:"fees"`
	Electricity USDPerHour    `json:"electricity"`
	Gas         USDPerHour    `json:"gas"`
	Risk        USDPerHour    `json:"risk"`                 // what not winning, and price risk, take from Gross
	Preference  USDPerHour    `json:"preference,omitempty"` // what the operator's rules put on it: no money
	Rule        string        `json:"rule,omitempty"`       // the last of these
	Net         USDPerHour    `json:"net"`
	Sigma       USDPerHour    `json:"sigma"`                 // uncertainty of Net
	Watts       Watts         `json:"watts"`                 // at the device
	Hours       float64       `json:"hours,omitempty"`       // remaining work; 0: open-ended
	Probability float64       `json:"probability,omitempty"` // of being paid
	Leaving     USD           `json:"leaving,omitempty"`     // what it costs to leave it
	Least       time.Duration `json:"least,omitempty"`       // that it is stayed at, at least
	Together    Ratio         `json:"together,omitzero"`     // how much its income moves with that of coins: a correlation
	Measured    bool          `json:"measured,omitempty"`    // the device's performance is; else it is a prior
	Realised    Ratio         `json:"realised,omitzero"`     // what Gross was multiplied with, by experience; 0: there is none
	Unbelieved  string        `json:"unbelieved,omitempty"`  // why its money is worth nothing
	Impossible  string        `json:"impossible,omitempty"`  // why the device cannot do it
}

// Signal is what is believed of an option beyond the latest quote.
type Signal struct {
	Workload     Workload   `json:"workload"`
	Gross        USDPerHour `json:"gross"`                   // filtered
	Sigma        USDPerHour `json:"sigma,omitempty"`         // uncertainty of Gross
	LeadVariance float64    `json:"lead_variance,omitempty"` // of its lead over the running workload, (USD/h)^2 per hour; 0: unknown
}

// Scaled is the estimate with another gross: fees and risk are parts of it.
func (e Estimate) Scaled(gross USDPerHour) Estimate {
	if e.Gross > 0 && e.Candidate() && e.Workload.Quoted() {
		k := gross / e.Gross
		e.Quoted, e.Gross, e.Fees, e.Risk, e.Sigma = e.Gross, gross, e.Fees*k, e.Risk*k, e.Sigma*k
		e.Net = e.Gross - e.Fees - e.Electricity - e.Gas - e.Risk + e.Preference
	}
	return e
}

// Money is Net without what rules put on it.
func (e Estimate) Money() USDPerHour { return e.Net - e.Preference }

// Candidate reports whether the workload may be chosen at all.
func (e Estimate) Candidate() bool { return e.Impossible == "" && e.Unbelieved == "" }

// Note says where the estimate comes from, or why there is none.
func (e Estimate) Note() string {
	switch {
	case !e.Candidate():
		return e.Impossible + e.Unbelieved
	case e.Preference != 0:
		rest := e
		rest.Preference = 0
		return strings.TrimPrefix(rest.Note()+", ", ", ") + fmt.Sprintf("counts as %+.4f USD/h by rule %q", float64(e.Preference), e.Rule)
	case e.Workload.Rests():
		return ""
	case e.Measured && e.Realised > 0 && math.Abs(float64(e.Realised)-1) >= 0.005:
		return fmt.Sprintf("measured, %.2f of it realised", float64(e.Realised))
	case e.Measured:
		return "measured"
	}
	return "prior"
}

// Estimates values idling, every coin, host and challenge for the device, in
// the order of the market's lists.
func Estimates(d Device, m Market) []Estimate {
	v := Value(&m)
	return v.Append(make([]Estimate, 0, 1+len(m.Coins)+len(m.Hosts)+len(m.Challenges)), &d)
}

// Valuation is a market at its moment, with all that does not depend on a device.
type Valuation struct {
	m        *Market
	Contests []Contest  // of the market's challenges, in their order
	coins    []perHash  // of the market's coins
	perKW    USDPerHour // what a kilowatt at the device costs over the commitment
	noPower  string     // why it is not known
}

// Value prepares a market for its devices.
func Value(m *Market) *Valuation {
	v := &Valuation{m: m, Contests: Contests(m), coins: perHashes(m)}
	v.perKW, v.noPower = m.Tariff.Cost(1000, m.Now, m.Commitment)
	return v
}

// Append appends the device's estimates: idling, coins, hosts, challenges.
func (v *Valuation) Append(es []Estimate, d *Device) []Estimate {
	first := len(es)
	es = v.AppendOpen(es, d)
	return v.AppendContests(es, d, Rest(es[first:]))
}

// AppendOpen appends what has no end: the offers of every kind but tasks.
func (v *Valuation) AppendOpen(es []Estimate, d *Device) []Estimate {
	for i := range kinds {
		if kinds[i].offers != nil {
			es = kinds[i].offers(v, es, d)
		}
	}
	return es
}

// AppendContests appends the challenges, for a device that would earn rest
// otherwise.
func (v *Valuation) AppendContests(es []Estimate, d *Device, rest USDPerHour) []Estimate {
	for i := range v.Contests {
		es = append(es, v.Contests[i].Alone(d, v.m, rest))
	}
	return es
}

// Rest is the best net of what has no end: what a task forgoes.
func Rest(es []Estimate) USDPerHour {
	best := USDPerHour(math.Inf(-1))
	for i := range es {
		if !es[i].Workload.Task() && es[i].Candidate() {
			best = max(best, es[i].Net)
		}
	}
	return best
}

// Cost is what a device's watts cost in an hour, wall losses included, on average
// over the hours from now. Power without a believed tariff is refused: it is never
// free by accident.
func (t *Tariff) Cost(w Watts, now time.Time, hours Hours) (USDPerHour, string) {
	if why := t.PerKWh.Disbelief(now); why != "" {
		return 0, "electricity price: " + why
	}
	if why := t.Rate.Disbelief(now); why != "" {
		return 0, "exchange rate of " + t.Currency + ": " + why
	}
	if t.Rate.Value == 0 {
		return 0, "exchange rate of " + t.Currency + ": " + t.Rate.Source + " says 0"
	}
	return USDPerHour(float64(w) / 1000 * float64(t.Overhead) * t.mean(now, hours) * t.Rate.Value), ""
}

// mean is the price over the hours from now. Of hours that no price is known for
// yet the next ones cost what it is now, later ones the mean of those known.
func (t *Tariff) mean(now time.Time, hours Hours) float64 {
	if len(t.Ahead) == 0 || !(hours > 0) {
		return t.PerKWh.Value
	}
	until := now.Add(time.Duration(math.Min(float64(hours), 7*24) * float64(time.Hour)))
	known, sum, first := 0.0, 0.0, until
	for _, s := range t.Ahead {
		from, to := s.From, s.Until
		if from.Before(now) {
			from = now
		}
		if to.After(until) {
			to = until
		}
		if part := to.Sub(from).Hours(); part > 0 {
			known += part
			sum += part * s.PerKWh
			if from.Before(first) {
				first = from
			}
		}
	}
	gap := first.Sub(now).Hours()
	if known+gap <= 0 {
		return t.PerKWh.Value
	}
	return (sum + gap*t.PerKWh.Value) / (known + gap)
}

// absurd is USD/h whose squares, and theirs, can no longer be computed with.
const absurd = 1e60

// sum adds up. What is not finite cannot be compared, nor stored; what is absurd
// would spoil all that is learned from it.
func (e *Estimate) sum() {
	e.Net = e.Gross - e.Fees - e.Electricity - e.Gas - e.Risk
	if bad := math.Abs(float64(e.Net)) + math.Abs(float64(e.Gross)) + float64(e.Sigma) + float64(e.Watts) + e.Hours; !(bad < absurd) {
		watts := e.Watts
		if math.IsNaN(float64(watts)) || math.IsInf(float64(watts), 0) {
			watts = 0
		}
		*e = Estimate{Workload: e.Workload, Watts: watts, Unbelieved: fmt.Sprintf("its value is %v", bad)}
	}
}

// finish subtracts electricity over the estimate's hours and adds up.
func (e *Estimate) finish(m *Market) {
	cost, why := m.Tariff.Cost(e.Watts, m.Now, Hours(e.Hours))
	if why != "" {
		*e = Estimate{Workload: e.Workload, Watts: e.Watts, Unbelieved: why}
		return
	}
	e.Electricity = cost
	e.sum()
}
