package profit

import (
	"slices"
)

// Offer is work without an end whose worth its own package tells.
type Offer struct {
	Target     string     `json:"target"`
	PerHour    USDPerHour `json:"per_hour"` // what it is worth on the device, power aside
	Sigma      USDPerHour `json:"sigma,omitempty"`
	Watts      Watts      `json:"watts"`
	Impossible string     `json:"impossible,omitempty"` // why the device cannot do it
}

// Register adds a kind of work that is a package of its own (pkg/work), when the program starts:
// a device's offers of it are in Device.Offers.
func Register(k Kind, t Traits) {
	if slices.Contains(Kinds(), k) {
		panic("profit: two kinds of work are called " + string(k))
	}
	kinds = append(kinds, registered{k, t, func(v *Valuation, es []Estimate, d *Device) []Estimate {
		for _, o := range d.Offers[k] {
			es = append(es, v.offered(k, o))
		}
		return es
	}, func(d *Device, target string) Watts {
		for _, o := range d.Offers[k] {
			if o.Target == target {
				return o.Watts
			}
		}
		return 0
	}})
}

// offered: per hour - W * overhead * tariff / 1000.
func (v *Valuation) offered(k Kind, o Offer) Estimate {
	e := Estimate{Workload: Workload{k, o.Target}, Watts: o.Watts, Impossible: o.Impossible}
	if e.Impossible != "" {
		return e
	}
	if e.Unbelieved = v.noPower; e.Unbelieved != "" {
		return e
	}
	e.Gross, e.Sigma = o.PerHour, o.Sigma
	e.Electricity = USDPerHour(e.Watts) / 1000 * v.perKW
	e.sum()
	return e
}
