package profit

// Idle is doing nothing.
const Idle Kind = "idle"

var idling = registered{Idle, Traits{Rest: true}, func(v *Valuation, es []Estimate, d *Device) []Estimate {
	idle := Estimate{Workload: Idling, Watts: d.IdleWatts}
	if v.noPower == "" {
		idle.Electricity = USDPerHour(d.IdleWatts) / 1000 * v.perKW
		idle.Net = 0 - idle.Electricity // not -0 where power is free
	}
	return append(es, idle)
}, func(d *Device, _ string) Watts { return d.IdleWatts }}

// Idling is what a device does that has nothing to do.
var Idling = Workload{Kind: Idle}
