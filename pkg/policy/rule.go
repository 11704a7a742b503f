// Package policy is what an operator means: rules that say which devices may do which work
// when, which work is preferred, and by how much. It is pure: the same rules decide in the
// daemon, in a dry run and in a backtest. docs/POLICY.md has them for operators.
package policy

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Rule says something about some work of some devices at some times. What it does not name
// it says of all.
type Rule struct {
	Name    string  `json:"name"`
	Devices Devices `json:"devices,omitzero"`
	Work    Work    `json:"work,omitzero"`
	When    When    `json:"when,omitzero"`

	Forbid      bool               `json:"forbid,omitempty"`       // the work
	Only        bool               `json:"only,omitempty"`         // the work, or idling
	PreferRatio float64            `json:"prefer_ratio,omitempty"` // the work counts as if it earned so many times as much; 0: as it does
	Prefer      profit.USDPerHour  `json:"prefer,omitempty"`       // the work counts as if it earned so much more
	LeastNet    *profit.USDPerHour `json:"least_net,omitempty"`    // that a device must earn, or it idles; below zero: it may cost so much
	AtLeast     int                `json:"at_least,omitempty"`     // so many of the devices do the work, as far as they can
	AtMost      *int               `json:"at_most,omitempty"`      // no more of the devices do the work
	MostWatts   *profit.Watts      `json:"most_watts,omitempty"`   // that the devices draw together, at the wall
}

// Devices are devices by any of their names; none: all.
type Devices struct {
	UUIDs   []string `json:"uuids,omitempty"`
	Indices []int    `json:"indices,omitempty"`
	Models  []string `json:"models,omitempty"`
}

// Has reports whether a device is one of them.
func (d Devices) Has(device *profit.Device) bool {
	if len(d.UUIDs)+len(d.Indices)+len(d.Models) == 0 {
		return true
	}
	return slices.Contains(d.UUIDs, device.UUID) || slices.Contains(d.Indices, device.Index) ||
		slices.ContainsFunc(d.Models, func(m string) bool { return strings.EqualFold(m, device.Model) })
}

// Single reports whether they are told apart by more than their model.
func (d Devices) Single() bool { return len(d.UUIDs)+len(d.Indices) > 0 }

// Work is work by its kind, its coin, its chain or its host; none: all but idling.
type Work struct {
	Kinds  []profit.Kind `json:"kinds,omitempty"`
	Coins  []string      `json:"coins,omitempty"`
	Chains []string      `json:"chains,omitempty"`
	Hosts  []string      `json:"hosts,omitempty"`
}

// Has reports whether a workload is such work. Idling never is.
func (w Work) Has(work profit.Workload) bool {
	switch {
	case work.Rests():
		return false
	case len(w.Kinds)+len(w.Coins)+len(w.Chains)+len(w.Hosts) == 0, slices.Contains(w.Kinds, work.Kind):
		return true
	}
	name, _, _ := strings.Cut(work.Target, "/") // a challenge's is of its chain
	return slices.Contains(w.names(work.Kind.Traits().Named), name)
}

// names are those of what a kind of work is for, by what rules call it.
func (w Work) names(called string) []string {
	switch called {
	case "coin":
		return w.Coins
	case "chain":
		return w.Chains
	case "host":
		return w.Hosts
	}
	return nil
}

// When is a time; none: always. All that it names must hold.
type When struct {
	From        int            `json:"from,omitempty"` // minutes of the day; from is to: all day
	To          int            `json:"to,omitempty"`   // below from: over midnight
	Days        []time.Weekday `json:"days,omitempty"` // on which it begins; none: every day
	Zone        string         `json:"zone,omitempty"` // of the clock, such as Europe/Berlin; empty: UTC
	TariffBelow *float64       `json:"tariff_below,omitempty"`
	TariffAbove *float64       `json:"tariff_above,omitempty"` // per kWh, in the tariff's currency
}

// Holds reports whether it is that time. A tariff that is not believed is neither below nor
// above anything.
func (w When) Holds(m *profit.Market) bool {
	if !w.hours(m.Now.In(zone(w.Zone))) {
		return false
	}
	if w.TariffBelow == nil && w.TariffAbove == nil {
		return true
	}
	price := m.Tariff.PerKWh
	if price.Disbelief(m.Now) != "" {
		return false
	}
	return (w.TariffBelow == nil || price.Value < *w.TariffBelow) && (w.TariffAbove == nil || price.Value > *w.TariffAbove)
}

func (w When) hours(now time.Time) bool {
	minute, day := now.Hour()*60+now.Minute(), now.Weekday()
	in := w.From == w.To || w.From < w.To && minute >= w.From && minute < w.To
	if w.From > w.To {
		if in = minute >= w.From; !in && minute < w.To {
			in, day = true, (day+6)%7 // it began yesterday
		}
	}
	return in && (len(w.Days) == 0 || slices.Contains(w.Days, day))
}

var zones sync.Map // by name: they are read once

func zone(name string) *time.Location {
	if z, ok := zones.Load(name); ok {
		return z.(*time.Location)
	}
	z, err := time.LoadLocation(name)
	if err != nil {
		z = time.UTC // the configuration was checked
	}
	zones.Store(name, z)
	return z
}

// Counts reports whether the rule is about how many devices do the work.
func (r *Rule) Counts() bool { return r.AtLeast > 0 || r.AtMost != nil }

// Reason is why an option is impossible by the rule.
func (r *Rule) Reason() string { return fmt.Sprintf("rule %q", r.Name) }

// Apply changes a device's options as the rules that are in force say: what is forbidden is
// impossible, and what is preferred is put ahead by Preference, which is part of Net.
func Apply(rules []Rule, m *profit.Market, d *profit.Device, options []profit.Estimate) {
	for k := range rules {
		r := &rules[k]
		if r.Counts() || !r.Devices.Has(d) || !r.When.Holds(m) {
			continue
		}
		for i := range options {
			r.apply(&options[i])
		}
	}
}

func (r *Rule) apply(e *profit.Estimate) {
	has := r.Work.Has(e.Workload)
	idle := e.Workload.Rests()
	switch {
	case r.Forbid && has, r.Only && !has && !idle:
		r.forbid(e)
	case has && e.Candidate():
		bonus := r.Prefer
		if r.PreferRatio > 0 {
			bonus += profit.USDPerHour(r.PreferRatio-1) * (e.Gross - e.Fees)
		}
		r.add(e, bonus)
	case idle && r.LeastNet != nil && e.Candidate():
		r.add(e, *r.LeastNet)
	}
}

func (r *Rule) add(e *profit.Estimate, bonus profit.USDPerHour) {
	if bonus != 0 {
		e.Preference, e.Net, e.Rule = e.Preference+bonus, e.Net+bonus, r.Name
	}
}

func (r *Rule) forbid(e *profit.Estimate) { *e = Forbidden(*e, r) }

// Forbidden is an option that a rule makes impossible.
func Forbidden(e profit.Estimate, r *Rule) profit.Estimate {
	if e.Impossible != "" {
		return e
	}
	return profit.Estimate{Workload: e.Workload, Watts: e.Watts, Measured: e.Measured, Impossible: r.Reason()}
}
