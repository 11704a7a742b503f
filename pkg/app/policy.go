package app

import (
	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/policy"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// PolicyOf is the decision's policy; the hours of rules are by the clock of a time zone.
func PolicyOf(p config.Policy, zone string) decide.Policy {
	d := decide.Policy{
		MinRun: p.MinRun, MinLead: profit.USDPerHour(p.MinLeadUSD), LeadVariance: p.LeadVariance,
		SwitchSeconds: p.SwitchSeconds, Horizon: p.Horizon, LostWork: profit.Ratio(p.LostWorkRatio), WattBudget: profit.Watts(p.WattBudget),
		MinLeadRatio: profit.Ratio(p.MinLeadRatio),
	}
	for _, r := range p.Rules {
		d.Rules = append(d.Rules, ruleOf(r, zone))
	}
	return d
}

func ruleOf(r config.Rule, zone string) policy.Rule {
	from, to, _ := r.When.Minutes() // the configuration was checked
	rule := policy.Rule{
		Name: r.Name, Devices: policy.Devices(r.Devices), Work: policy.Work{Coins: r.Work.Coins, Chains: r.Work.Chains, Hosts: r.Work.Hosts},
		When:   policy.When{From: from, To: to, Zone: zone, TariffBelow: r.When.TariffBelow, TariffAbove: r.When.TariffAbove},
		Forbid: r.Forbid, Only: r.Only, PreferRatio: r.PreferRatio, Prefer: profit.USDPerHour(r.PreferUSD), AtLeast: r.AtLeast, AtMost: r.AtMost,
	}
	for _, k := range r.Work.Kinds {
		rule.Work.Kinds = append(rule.Work.Kinds, profit.Kind(k))
	}
	for _, d := range r.When.Days {
		rule.When.Days = append(rule.When.Days, config.Weekdays[d])
	}
	if r.LeastNetUSD != nil {
		rule.LeastNet = new(profit.USDPerHour(*r.LeastNetUSD))
	}
	return rule
}
