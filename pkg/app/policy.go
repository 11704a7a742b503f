package app

import (
	"slices"
	"strconv"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/policy"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// PolicyOf is the decision's policy; the hours of rules are by the clock of the tariff's time
// zone.
func PolicyOf(c *config.Config) decide.Policy {
	p, zone := c.Policy, c.Electricity.Timezone
	d := decide.Policy{
		MinRun: p.MinRun, MinLead: profit.USDPerHour(p.MinLeadUSD), LeadVariance: p.LeadVariance,
		SwitchSeconds: p.SwitchSeconds, Horizon: p.Horizon, LostWork: profit.Ratio(p.LostWorkRatio), WattBudget: profit.Watts(p.WattBudget),
		MinLeadRatio: profit.Ratio(p.MinLeadRatio), MostSwitches: p.MostSwitches,
	}
	for _, r := range p.Rules {
		d.Rules = append(d.Rules, ruleOf(r, zone, c.Devices.Groups))
	}
	return d
}

func ruleOf(r config.Rule, zone string, groups map[string][]string) policy.Rule {
	rule := policy.Rule{
		Name: r.Name, Devices: devicesOf(r.Devices, groups), Work: policy.Work{Coins: r.Work.Coins, Chains: r.Work.Chains, Hosts: r.Work.Hosts},
		When:   whenOf(r.When, zone),
		Forbid: r.Forbid, Only: r.Only, PreferRatio: r.PreferRatio, Prefer: profit.USDPerHour(r.PreferUSD), AtLeast: r.AtLeast, AtMost: r.AtMost,
	}
	for _, k := range r.Work.Kinds {
		rule.Work.Kinds = append(rule.Work.Kinds, profit.Kind(k))
	}
	if r.LeastNetUSD != nil {
		rule.LeastNet = new(profit.USDPerHour(*r.LeastNetUSD))
	}
	if r.MostWatts != nil {
		rule.MostWatts = new(profit.Watts(*r.MostWatts))
	}
	return rule
}

// whenOf is a time by the clock of a zone.
func whenOf(w config.RuleWhen, zone string) policy.When {
	from, to, _ := w.Minutes() // the configuration was checked
	when := policy.When{From: from, To: to, Zone: zone, TariffBelow: w.TariffBelow, TariffAbove: w.TariffAbove}
	for _, d := range w.Days {
		when.Days = append(when.Days, config.Weekdays[d])
	}
	return when
}

// devicesOf are a rule's devices, with those of its groups.
func devicesOf(d config.RuleDevices, groups map[string][]string) policy.Devices {
	of := policy.Devices{UUIDs: slices.Clone(d.UUIDs), Indices: slices.Clone(d.Indices), Models: d.Models}
	for _, name := range d.Groups {
		for _, member := range groups[name] {
			if n, err := strconv.Atoi(member); err == nil {
				of.Indices = append(of.Indices, n)
			} else {
				of.UUIDs = append(of.UUIDs, member)
			}
		}
	}
	return of
}
