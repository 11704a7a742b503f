package profit

import "time"

// Rent is letting a device to a host's customers.
const Rent Kind = "rent"

var renting = registered{Rent, Traits{Quoted: true, Named: "host"}, func(v *Valuation, es []Estimate, d *Device) []Estimate {
	for i := range v.m.Hosts {
		es = append(es, v.renting(d, &v.m.Hosts[i]))
	}
	return es
}, func(d *Device, target string) Watts { return d.Renting[target].Watts }}

// Renting is the work of being let through a host.
func Renting(host string) Workload { return Workload{Rent, host} }

// Host is a market that pays for devices by the hour.
type Host struct {
	Name      string        `json:"name"`
	Called    bool          `json:"called,omitempty"`    // its customers come when they like: nobody can go there
	Fee       Ratio         `json:"fee,omitzero"`        // that it keeps of what customers pay
	Occupancy Ratio         `json:"occupancy"`           // part of the time that a customer pays, once a device waits there
	Sigma     Ratio         `json:"sigma,omitzero"`      // relative uncertainty of what it pays in the mean
	Leaving   USD           `json:"leaving,omitempty"`   // what it costs to leave
	LeastTerm time.Duration `json:"least_term,omitzero"` // that is stayed at least
	Together  Ratio         `json:"together,omitzero"`   // how much its income moves with mining's: a correlation
}

// RentRate is what a host pays for a device.
type RentRate struct {
	PerHour  Quote  `json:"per_hour"` // USD, while a customer has it, before the host's fee
	Watts    Watts  `json:"watts"`    // while a customer has it
	Taken    bool   `json:"taken,omitempty"`
	Obstacle string `json:"obstacle,omitempty"` // why nobody can have it there
}

// renting: occupancy * (per hour * (1 - fee) - W * overhead * tariff / 1000), and idling for
// the rest of the time.
func (v *Valuation) renting(d *Device, h *Host) Estimate {
	e := Estimate{Workload: Renting(h.Name), Leaving: h.Leaving, Least: h.LeastTerm, Together: h.Together}
	rate, ok := d.Renting[h.Name]
	occupancy := h.Occupancy
	if rate.Taken {
		occupancy = 1
	}
	e.Watts = Watts(occupancy)*rate.Watts + Watts(1-occupancy)*d.IdleWatts
	switch {
	case !ok:
		e.Impossible = "it does not take a " + d.Model
	case rate.Obstacle != "":
		e.Impossible = rate.Obstacle
	case h.Called && !rate.Taken:
		e.Impossible = "no customer has it now"
	}
	if e.Impossible != "" {
		return e
	}
	why := rate.PerHour.doubt(v.m.Now, "what it pays at ", h.Name)
	if why == "" {
		why = v.noPower
	}
	if e.Unbelieved = why; why != "" {
		return e
	}
	e.Gross = USDPerHour(rate.PerHour.Value) * USDPerHour(occupancy)
	e.Fees = e.Gross * USDPerHour(h.Fee)
	e.Sigma = (e.Gross - e.Fees) * USDPerHour(h.Sigma)
	e.Electricity = USDPerHour(e.Watts) / 1000 * v.perKW
	e.sum()
	return e
}

// Reservation is the least price in USD an hour, before the host's fee, at which a device is
// worth more to a customer than to us: what it would earn otherwise, the power that the
// customer draws, and the margin; nothing where its alternatives cannot be valued.
//
//	(otherwise + |otherwise| * margin + W * overhead * tariff / 1000) / (1 - fee)
func Reservation(d *Device, m *Market, h *Host, otherwise USDPerHour, margin Ratio) (USDPerHour, string) {
	power, why := m.Tariff.Cost(d.Renting[h.Name].Watts, m.Now, m.Commitment)
	if why != "" {
		return 0, why
	}
	ahead := otherwise
	if ahead < 0 {
		ahead = -ahead
	}
	return max(otherwise+ahead*USDPerHour(margin)+power, 0) / (1 - USDPerHour(h.Fee)), ""
}
