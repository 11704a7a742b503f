package decide

import (
	"fmt"
	"math"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// decideDevice compares the device's running workload with its best option.
func decideDevice(s Snapshot, d Device, options []profit.Estimate, trainer map[string]string) Decision {
	dec := Decision{Device: d.UUID, Running: d.Running, Chosen: d.Running, Options: options}
	if d.Blocked != "" {
		dec.Chosen = profit.Workload{Kind: profit.Idle}
		dec.Switch = d.Running.Kind != profit.Idle
		dec.Reason = d.Blocked
		return dec
	}
	running, best, ok := pick(d, options, trainer)
	if !ok {
		dec.Reason = fmt.Sprintf("%s has no believed value (%s), and no other workload pays: it goes on", d.Running, running.Unbelieved)
		return dec
	}
	if best.Workload == d.Running {
		dec.Reason = fmt.Sprintf("%s is the best option at %s", best.Workload, usdPerHour(best.Net))
		return dec
	}
	return s.compare(d, dec, running, best, trainer)
}

// pick finds the running workload's estimate and the best option that the
// device may take: a challenge only if it was assigned to this device.
func pick(d Device, options []profit.Estimate, trainer map[string]string) (running, best profit.Estimate, ok bool) {
	for _, e := range options {
		if e.Workload == d.Running {
			running = e
		}
		if ok || !e.Candidate() {
			continue
		}
		if e.Workload.Kind == profit.Train && trainer[e.Workload.Target] != d.UUID {
			continue
		}
		best, ok = e, true
	}
	// Idling is no reason to stop a workload whose value is only unknown.
	if ok && best.Workload.Kind == profit.Idle && running.Unbelieved != "" && running.Impossible == "" {
		return running, best, false
	}
	return running, best, ok
}

// compare applies, in this order: a workload that is over or cannot go on is
// left at once; one that loses money against idling too; otherwise the minimum
// run, the band and the repayment.
func (s Snapshot) compare(d Device, dec Decision, running, best profit.Estimate, trainer map[string]string) Decision {
	change := func(format string, args ...any) Decision {
		dec.Chosen, dec.Switch = best.Workload, true
		dec.Reason = fmt.Sprintf(format, args...)
		return dec
	}
	stay := func(format string, args ...any) Decision {
		dec.Reason = fmt.Sprintf(format, args...)
		return dec
	}
	if running.Workload != d.Running || running.Impossible != "" {
		why := running.Impossible
		if why == "" {
			why = "no longer on offer"
		}
		return change("%s is over (%s): %s is the best option at %s", d.Running, why, best.Workload, usdPerHour(best.Net))
	}
	if d.Running.Kind == profit.Train && running.Candidate() && trainer[d.Running.Target] != d.UUID {
		return change("%s is another device's: %s is the best option at %s", d.Running, best.Workload, usdPerHour(best.Net))
	}
	if running.Unbelieved != "" {
		if s.Market.Now.Sub(d.Since) < s.Policy.MinRun {
			return stay("%s has no believed value (%s), but runs for less than %s", d.Running, running.Unbelieved, s.Policy.MinRun)
		}
		return change("%s has no believed value (%s); %s has %s", d.Running, running.Unbelieved, best.Workload, usdPerHour(best.Net))
	}
	loss := s.switchLoss(d, best, running.Net)
	dec.Lead = best.Net - running.Net
	dec.Threshold = s.threshold(loss, s.leadVariance(d, running, best)) + d.doubt(running, best)
	idling := d.Running.Kind == profit.Idle
	ran := s.Market.Now.Sub(d.Since)
	switch {
	case !idling && best.Workload.Kind == profit.Idle && dec.Lead > dec.Threshold:
		return change("%s loses %s against idling", d.Running, usdPerHour(dec.Lead))
	case !idling && ran < s.Policy.MinRun:
		return stay("%s leads by %s, but %s runs for %s of at least %s", best.Workload, usdPerHour(dec.Lead), d.Running, ran.Round(1e9), s.Policy.MinRun)
	case dec.Lead <= dec.Threshold:
		return stay("%s leads by %s, not more than the band of %s", best.Workload, usdPerHour(dec.Lead), usdPerHour(dec.Threshold))
	}
	hours := s.Policy.Horizon.Hours()
	if best.Hours > 0 {
		hours = min(hours, best.Hours)
	}
	if gain := float64(dec.Lead) * hours; gain <= loss {
		return stay("%s leads by %s, which earns %.4f USD in %.1f h, less than the %.4f USD that switching costs", best.Workload, usdPerHour(dec.Lead), gain, hours, loss)
	}
	return change("%s leads %s by %s, more than the band of %s", best.Workload, d.Running, usdPerHour(dec.Lead), usdPerHour(dec.Threshold))
}

// threshold is the band around the running workload: a = (1.5*c*sigma^2)^(1/3)
// for a lead that moves as Brownian motion with variance rate sigma^2 and a
// switch that costs c (smooth pasting: w(a) = c, w'(a) = 0).
func (s Snapshot) threshold(loss, variance float64) profit.USDPerHour {
	return max(s.Policy.MinLead, profit.USDPerHour(math.Cbrt(1.5*loss*variance)))
}

// The band is exact for a lead that is known. Of one that is only estimated the
// band is wider by a part of the estimate's uncertainty, and then may be narrower
// by itself: both found on recorded markets (pkg/backtest).
const (
	measuredBand = 0.7 // of the closed form, once the variance is measured
	doubted      = 0.6 // standard deviations
)

// doubt is what the uncertainty of both values adds to the band.
func (d Device) doubt(running, best profit.Estimate) profit.USDPerHour {
	a, _ := d.signal(running.Workload)
	b, _ := d.signal(best.Workload)
	return profit.USDPerHour(doubted * math.Hypot(float64(a.Sigma), float64(b.Sigma)))
}

// leadVariance is the variance rate of a lead, (USD/h)^2 per hour: measured, or
// else the policy's part of the larger net.
func (s Snapshot) leadVariance(d Device, running, best profit.Estimate) float64 {
	if signal, ok := d.signal(best.Workload); ok && signal.LeadVariance > 0 {
		return signal.LeadVariance * measuredBand * measuredBand * measuredBand
	}
	scale := max(math.Abs(float64(running.Net)), math.Abs(float64(best.Net)))
	return s.Policy.LeadVariance * scale * scale
}

func usdPerHour(v profit.USDPerHour) string { return fmt.Sprintf("%.4f USD/h", float64(v)) }
