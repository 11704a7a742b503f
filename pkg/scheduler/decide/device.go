package decide

import (
	"fmt"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// device compares the device's running workload with its best option.
func (p *planner) device(i int) Decision {
	d := &p.s.Devices[i]
	dec := Decision{Device: d.UUID, Running: d.Running, Chosen: d.Running, Fault: d.Fault, Options: p.all.Options[i]}
	if d.Blocked != "" {
		dec.Chosen = profit.Idling
		dec.Switch = !d.Running.Rests()
		dec.Reason = Reason{rule: blocked, detail: d.Blocked}
		return dec
	}
	if c := d.Contract; c != nil {
		dec.Chosen, dec.Switch = c.Work, d.Running != c.Work
		dec.Reason = Reason{rule: contracted, best: c.Work, detail: c.Why}
		return dec
	}
	if !d.Measuring.None() {
		dec.Chosen, dec.Switch = d.Measuring, d.Running != d.Measuring
		dec.Reason = Reason{rule: measured, best: d.Measuring}
		return dec
	}
	running, best := p.option(i, d.Running), p.best(i)
	if share := p.join(i, &dec); share != nil { // its part of a team is worth more or less than training alone
		best = share
		if d.Running == share.Workload {
			running = share
		}
		if h := p.head(i); h.open != nobody && better(&p.all.Options[i][h.open], share) < 0 {
			best = &p.all.Options[i][h.open]
		}
	}
	dec.Rival = p.rival(i, best, dec.Options)
	switch {
	case best == nil || running.Unbelieved != "" && running.Impossible == "":
		dec.Reason = Reason{rule: unvalued, running: d.Running, detail: running.Unbelieved}
	case best.Workload == d.Running:
		dec.Reason = Reason{rule: bestAlready, best: best.Workload, lead: best.Net}
		if rival := p.option(i, dec.Rival); !dec.Rival.None() {
			dec.Threshold = p.band(d, running, rival)
		}
	default:
		p.compare(i, &dec, running, best)
	}
	p.limit(i, &dec, running)
	return dec
}

// limit notes what besides the band stands between the device and its rival.
func (p *planner) limit(i int, dec *Decision, running *profit.Estimate) {
	d, rival := &p.s.Devices[i], p.option(i, dec.Rival)
	if dec.Rival.None() || !running.Candidate() || running.Workload != d.Running {
		return
	}
	dec.Limits.Others = dec.Reason.rule == others
	if dec.Rival.Rests() || dec.Reason.rule == losing || dec.Reason.rule == notWorth {
		return // money that is lost asks for nothing else
	}
	dec.Limits.Repay = profit.USDPerHour(p.switchLoss(d, running, rival) / p.hours(rival))
	ran := p.s.Market.Now.Sub(d.Since)
	if !dec.Switch && !d.Running.Rests() && ran < p.leastRun(running) && !p.losesToIdling(i, running) {
		dec.Limits.Wait = p.leastRun(running) - ran
	}
}

// hours are those in which a switch to the option must repay itself.
func (p *planner) hours(e *profit.Estimate) float64 {
	hours := p.s.Policy.Horizon.Hours()
	if e.Hours > 0 {
		hours = min(hours, e.Hours)
	}
	return max(hours, 1.0/3600)
}

// join values the challenge that the device trains for in a team as its part of
// that team, and puts that among the options; nil: it is in no team of several.
func (p *planner) join(i int, dec *Decision) *profit.Estimate {
	c := p.trains[i]
	if c == nobody {
		return nil
	}
	contest, t, d := &p.all.Contests[c], &p.formed[c], &p.s.Devices[i]
	devices := 0
	for _, n := range t.devices {
		devices += n
	}
	if devices <= 1 {
		return nil
	}
	rate := profit.MACs(t.work / t.hours)
	pr := contest.At(rate, profit.USDPerHour(t.cost))
	part := float64(d.Training.PerSecond / rate)
	if contest.OneWorker {
		part = p.fairPart(i, t, devices, float64(contest.Worth(pr)))
	}
	share := contest.Share(&d.Device, &p.s.Market, pr, part)
	dec.Team = &Team{Devices: devices, Speed: rate, Probability: share.Probability, Hours: share.Hours, Value: profit.USD(t.value)}
	dec.Options = slices.Clone(dec.Options)
	for k := range dec.Options {
		if dec.Options[k].Workload == share.Workload {
			dec.Options[k] = share
		}
	}
	slices.SortFunc(dec.Options, func(a, b profit.Estimate) int { return better(&a, &b) })
	return &share
}

// rival is the best option other than the running one that the device may take.
func (p *planner) rival(i int, best *profit.Estimate, options []profit.Estimate) (none profit.Workload) {
	d := &p.s.Devices[i]
	if best != nil && best.Workload != d.Running {
		return best.Workload
	}
	for k := range options {
		e := &options[k]
		if e.Workload != d.Running && e.Candidate() && (!e.Workload.Task() || p.meant(i, e.Workload)) {
			return e.Workload
		}
	}
	return none
}

// best is the best option that the device may take: a challenge only if it was
// assigned to this device; nil: there is none.
func (p *planner) best(i int) (best *profit.Estimate) {
	options := p.all.Options[i]
	if h := p.head(i); h.open != nobody {
		best = &options[h.open]
	}
	if c := p.trains[i]; c != nobody {
		e := p.option(i, p.all.Contests[c].Workload())
		if e.Candidate() && (best == nil || better(e, best) < 0) {
			best = e
		}
	}
	return best
}

// meant reports whether the device is to train for the challenge.
func (p *planner) meant(i int, w profit.Workload) bool {
	return p.trains[i] != nobody && p.all.Contests[p.trains[i]].Key == w.Target
}

// taken reports whether others are to train for the challenge, or too many do.
func (p *planner) taken(w profit.Workload) bool {
	for c := range p.formed {
		if p.all.Contests[c].Key == w.Target {
			return len(p.formed[c].devices) > 0 || len(p.member[c]) > max(p.all.Contests[c].MaxDevices, 1)
		}
	}
	return false
}

// compare applies, in this order: a workload that is over, cannot go on or has
// gone to others is left at once; one that loses money against idling too;
// otherwise the minimum run, the band and the repayment.
func (p *planner) compare(i int, dec *Decision, running, best *profit.Estimate) {
	d := &p.s.Devices[i]
	dec.Reason = Reason{running: d.Running, best: best.Workload, lead: best.Net}
	change := func(r rule) {
		dec.Chosen, dec.Switch, dec.Reason.rule = best.Workload, true, r
	}
	if running.Workload != d.Running || running.Impossible != "" {
		dec.Reason.detail = running.Impossible
		if dec.Reason.detail == "" {
			dec.Reason.detail = "no longer on offer"
		}
		change(over)
		return
	}
	loss := p.switchLoss(d, running, best)
	dec.Lead = best.Net - running.Net
	dec.Threshold = p.band(d, running, best)
	if d.Running.Task() && !p.meant(i, d.Running) {
		switch dec.Reason.lead, dec.Reason.band = dec.Lead, dec.Threshold; {
		case p.taken(d.Running):
			change(others)
		case dec.Lead > dec.Threshold:
			change(notWorth)
		default:
			dec.Reason.rule = withinBand
		}
		return
	}
	dec.Reason.lead, dec.Reason.band, dec.Reason.loss = dec.Lead, dec.Threshold, loss
	dec.Reason.ran, dec.Reason.least = p.s.Market.Now.Sub(d.Since), p.leastRun(running)
	dec.Reason.hours = p.hours(best)
	idling := d.Running.Rests()
	loses := p.losesToIdling(i, running)
	switch {
	case !idling && best.Workload.Rests() && dec.Lead > dec.Threshold:
		change(losing)
	case !idling && !loses && dec.Reason.ran < dec.Reason.least:
		dec.Reason.rule = tooEarly
	case dec.Lead <= dec.Threshold:
		dec.Reason.rule = withinBand
	case !loses && p.s.Policy.MostSwitches > 0 && d.Switches >= p.s.Policy.MostSwitches:
		dec.Reason.rule, dec.Reason.detail = tooOften, fmt.Sprintf("%d switches within a day are enough", d.Switches)
	case float64(dec.Lead)*dec.Reason.hours <= loss:
		dec.Reason.rule = notRepaid
	default:
		change(leads)
	}
}

// losesToIdling reports whether the workload costs money: then there is nothing
// to wait for.
func (p *planner) losesToIdling(i int, running *profit.Estimate) bool {
	h, d := p.head(i), &p.s.Devices[i]
	if h.idle == nobody || !p.all.Options[i][h.idle].Candidate() {
		return false
	}
	idle := &p.all.Options[i][h.idle]
	lead := idle.Net - running.Net
	if lead <= p.s.Policy.MinLead {
		return false
	}
	return lead > p.band(d, running, idle)
}
