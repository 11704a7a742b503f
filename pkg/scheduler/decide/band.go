package decide

import (
	"math"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// switchLoss is what moving the device to e costs in USD, and back again from
// training: the time in which it earns neither, and work that was not saved. The
// time is worth what the device would earn by the hour; a challenge's reward does
// not shrink by it.
func (p *planner) switchLoss(d *Device, running, e *profit.Estimate) float64 {
	if d.Running == e.Workload {
		return 0
	}
	seconds, hourly := p.switchSeconds(d.UUID, d.Running.Kind, e.Workload.Kind), float64(running.Net)
	if e.Workload.Task() {
		seconds += p.switchSeconds(d.UUID, e.Workload.Kind, d.Running.Kind)
	} else {
		hourly = max(hourly, float64(e.Net+e.Electricity)) // it draws power before it earns
	}
	loss := seconds/3600*max(hourly, 0) + float64(running.Leaving)
	if d.Running.Task() {
		worth := float64(running.Gross - running.Risk - running.Gas)
		loss += float64(p.s.Policy.LostWork) * d.Unsaved / 3600 * max(worth, 0)
	}
	return loss
}

func (p *planner) switchSeconds(device string, from, to profit.Kind) float64 {
	if seconds, ok := p.costs[move{device, from, to}]; ok {
		return seconds
	}
	return p.s.Policy.SwitchSeconds
}

// threshold is the band around the running workload: a = (1.5*c*sigma^2)^(1/3)
// for a lead that moves as Brownian motion with variance rate sigma^2 and a
// switch that costs c (smooth pasting: w(a) = c, w'(a) = 0).
func (p *planner) threshold(loss, variance float64) profit.USDPerHour {
	return max(p.s.Policy.MinLead, profit.USDPerHour(math.Cbrt(1.5*loss*variance)))
}

// band is what the lead of an option over the running one must pass.
func (p *planner) band(d *Device, running, e *profit.Estimate) profit.USDPerHour {
	band := p.threshold(p.switchLoss(d, running, e), p.leadVariance(d, running, e)) + p.doubt(d, running, e)
	return max(band, profit.USDPerHour(math.Abs(float64(running.Net))*float64(p.s.Policy.MinLeadRatio)))
}

// The band is exact for a lead that is known. Of one that is only estimated the
// band is wider by a part of the estimate's uncertainty, the more the dearer a
// switch is, and then may be narrower by itself: found on recorded markets
// (pkg/backtest), with switches that cost one to fifteen minutes.
const (
	measuredBand = 0.7    // of the closed form, once the variance is measured,
	ordinary     = 180.0  // for a switch of so many seconds; of others by the fourth root,
	leastBand    = 0.5    // at least
	mostBand     = 1.0    // and at most
	doubtful     = 1000.0 // seconds of a switch for which a standard deviation is added
	mostDoubt    = 2.0    // standard deviations
)

// doubt is what the uncertainty of both values adds to the band.
//
//	deviations * sqrt(a^2 + b^2 - 2 * together * a * b)
func (p *planner) doubt(d *Device, running, best *profit.Estimate) profit.USDPerHour {
	deviations := math.Min(p.switchSeconds(d.UUID, running.Workload.Kind, best.Workload.Kind)/doubtful, mostDoubt)
	a, b := float64(d.signal(running.Workload).Sigma), float64(d.signal(best.Workload).Sigma)
	together := 0.0
	if running.Workload.Kind != best.Workload.Kind { // letting and mining, which one market moves
		together = float64(running.Together + best.Together)
	}
	return profit.USDPerHour(deviations * math.Sqrt(math.Max(a*a+b*b-2*math.Max(-1, math.Min(together, 1))*a*b, 0)))
}

// leastRun is how long a device stays at a workload at least.
func (p *planner) leastRun(running *profit.Estimate) time.Duration {
	return max(p.s.Policy.MinRun, running.Least)
}

// leadVariance is the variance rate of a lead, (USD/h)^2 per hour: measured, or
// else the policy's part of the larger net.
func (p *planner) leadVariance(d *Device, running, best *profit.Estimate) float64 {
	if signal := d.signal(best.Workload); signal.LeadVariance > 0 {
		part := measuredBand * math.Pow(p.switchSeconds(d.UUID, running.Workload.Kind, best.Workload.Kind)/ordinary, 0.25)
		part = math.Max(leastBand, math.Min(part, mostBand))
		return signal.LeadVariance * part * part * part
	}
	scale := max(math.Abs(float64(running.Net)), math.Abs(float64(best.Net)))
	return p.s.Policy.LeadVariance * scale * scale
}
