package rent

import (
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
)

// Reserve is the least price at which one of the devices is worth more to a host's customer
// than to us, in USD an hour before the host's fee: the mean over all that are let there, since
// one price is for all. It is pure. What cannot be valued gives no price.
func Reserve(s *decide.Snapshot, p decide.Plan, host *profit.Host, margin profit.Ratio) (profit.USDPerHour, string) {
	devices := make(map[string]*profit.Device, len(s.Devices))
	for i := range s.Devices {
		devices[s.Devices[i].UUID] = &s.Devices[i].Device
	}
	sum, n := profit.USDPerHour(0), 0
	for k := range p.Decisions {
		dec := &p.Decisions[k]
		d := devices[dec.Device]
		if d == nil {
			continue
		}
		if _, let := d.Renting[host.Name]; !let {
			continue
		}
		otherwise, known := alternative(dec, host.Name)
		if !known {
			return 0, "what " + dec.Device + " would earn otherwise is not known"
		}
		price, why := profit.Reservation(d, &s.Market, host, otherwise, margin)
		if why != "" {
			return 0, why
		}
		sum += price
		n++
	}
	if n == 0 {
		return 0, "no device is let there"
	}
	return sum / profit.USDPerHour(n), ""
}

// alternative is the best that a device would do but for a host: no task that is not its own.
// Where the worth of one is not known, none is: it may be the best.
func alternative(d *decide.Decision, host string) (net profit.USDPerHour, known bool) {
	for k := range d.Options {
		e := &d.Options[k]
		if e.Workload == profit.Renting(host) || e.Workload.Task() && e.Workload != d.Chosen || e.Impossible != "" {
			continue
		}
		if e.Unbelieved != "" {
			return 0, false
		}
		if !known || e.Money() > net {
			net, known = e.Money(), true
		}
	}
	return net, known
}

// TermsOf is what valuation knows of a host: occupancy is the operator's guess where the host
// does not tell.
func TermsOf(name string, p *pages.Page, o Offer, occupancy, fee, sigma, together profit.Ratio) profit.Host {
	if o.Occupancy > 0 {
		occupancy = profit.Ratio(o.Occupancy)
	}
	return profit.Host{
		Name: name, Called: p.Called(), Fee: fee, Occupancy: occupancy, Sigma: sigma,
		Leaving: profit.USD(p.Leaving), LeastTerm: p.LeastTerm, Together: together,
	}
}
