package decide

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// budget keeps all caps on power: those of rules, on some devices, and then that of the rig,
// the watt budget or a curtailment's. Who gave way for one only does with less for the next,
// so that all are kept.
func (p *planner) budget(decisions []Decision) {
	p.capped = nil
	for k := range p.s.Policy.Rules {
		r := &p.s.Policy.Rules[k]
		if r.MostWatts == nil || !r.When.Holds(&p.s.Market) {
			continue
		}
		has := func(n int) bool { return r.Devices.Has(&p.s.Devices[p.order[n]].Device) }
		p.cap(decisions, float64(*r.MostWatts), fmt.Sprintf("rule %q", r.Name), has)
		for n := range decisions {
			if has(n) {
				if p.capped == nil {
					p.capped = map[int]bool{}
				}
				p.capped[p.order[n]] = true
			}
		}
	}
	limit, of := float64(p.s.Policy.WattBudget), "watt budget"
	if c := p.s.Ceiling; c != nil && (limit <= 0 || float64(*c) < limit) {
		limit, of = float64(*c), curtailment
	} else if limit <= 0 {
		return
	}
	p.cap(decisions, limit, of, func(int) bool { return true })
}

// curtailment is what explain calls the cap that nothing but a customer is let off.
const curtailment = "curtailment"

// cap keeps the devices that it is for, by their places in the plan, within a limit: a price of
// a watt, the least at which what every device then prefers fits. A device keeps what was
// decided for it as long as it can. What runs unvalued goes on, unless there is no
// other way.
func (p *planner) cap(decisions []Decision, limit float64, of string, has func(n int) bool) {
	p.under = has
	if p.drawn(decisions, nil) <= limit {
		return
	}
	choices := make([]profit.Workload, len(decisions))
	if !p.price(decisions, choices, limit, false) {
		p.price(decisions, choices, limit, true)
	}
	p.fill(decisions, choices, limit)
	if of == curtailment && p.drawn(decisions, choices) > limit {
		p.off(decisions, choices)
	}
	drawn := p.drawn(decisions, choices)
	for n := range decisions {
		d := &decisions[n]
		if choices[n] == d.Chosen {
			continue
		}
		d.Limits = Limits{Wanted: d.Chosen, Short: profit.Watts(drawn + p.watts(d, d.Chosen) - p.watts(d, choices[n]) - limit)}
		d.Chosen, d.Switch = choices[n], choices[n] != d.Running
		d.Reason = Reason{rule: budgeted, best: choices[n], detail: fmt.Sprintf("%s of %.0f W", of, limit)}
	}
}

// off lets everybody idle whom the plan may stop, and that is nobody who is let: below what
// idling draws a ceiling is as near as it gets.
func (p *planner) off(decisions []Decision, choices []profit.Workload) {
	for n, i := range p.order {
		if d := &p.s.Devices[i]; d.Blocked == "" && d.Contract == nil {
			choices[n] = profit.Idling
		}
	}
}

// price finds the price of a watt and what is chosen at it, and reports whether
// that fits. Yield: what runs unvalued gives way too.
func (p *planner) price(decisions []Decision, choices []profit.Workload, limit float64, yield bool) bool {
	low, high := 0.0, 1.0
	for range 40 { // a price at which idling is best, or as good as it gets
		p.prefer(decisions, choices, high, yield)
		if p.drawn(decisions, choices) <= limit {
			break
		}
		high *= 2
	}
	for range 50 {
		mid := (low + high) / 2
		p.prefer(decisions, choices, mid, yield)
		if p.drawn(decisions, choices) > limit {
			low = mid
		} else {
			high = mid
		}
	}
	p.prefer(decisions, choices, high, yield)
	return p.drawn(decisions, choices) <= limit
}

// fill gives devices back what was decided for them as long as that fits, those
// that run it first, and of these those that earn most for a watt: equal devices give way
// one by one, and always the same ones.
func (p *planner) fill(decisions []Decision, choices []profit.Workload, limit float64) {
	drawn := p.drawn(decisions, choices)
	order := p.ints.take(len(decisions))
	worth := make([]float64, len(decisions)) // USD for a watt
	for n := range decisions {
		d := &decisions[n]
		order[n] = n
		if more := p.watts(d, d.Chosen) - p.watts(d, choices[n]); more > 0 {
			worth[n] = float64(p.option(p.order[n], d.Chosen).Net-p.option(p.order[n], choices[n]).Net) / more
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(worth[b], worth[a]) })
	for _, running := range []bool{true, false} {
		for _, n := range order {
			d := &decisions[n]
			if choices[n] == d.Chosen || (d.Chosen == d.Running) != running {
				continue
			}
			if more := p.watts(d, d.Chosen) - p.watts(d, choices[n]); drawn+more <= limit {
				choices[n] = d.Chosen
				drawn += more
			}
		}
	}
}

// prefer is what each device would do if a watt cost so many USD an hour more.
func (p *planner) prefer(decisions []Decision, choices []profit.Workload, price float64, yield bool) {
	for n, i := range p.order {
		d := &decisions[n]
		choices[n] = d.Chosen
		if !p.under(n) || !p.s.Devices[i].planned() || !yield && p.unvalued(i) {
			continue
		}
		best, found := 0.0, false
		for pass := range 2 { // what was decided first: of equals it is kept
			for k := range d.Options {
				e := &d.Options[k]
				kept := e.Workload == d.Chosen
				if kept != (pass == 0) || !e.Candidate() || e.Workload.Task() && !kept && !p.meant(i, e.Workload) {
					continue
				}
				if p.capped[i] && !kept && float64(e.Watts)*float64(p.s.Market.Tariff.Overhead) > p.watts(d, d.Chosen) {
					continue
				}
				net := float64(e.Net) - price*float64(e.Watts)
				if !kept {
					net -= p.reluctance(i, d, e)
				}
				if !found || net > best {
					best, found, choices[n] = net, true, e.Workload
				}
			}
		}
	}
}

// steadfast is how many times its money a device gives up rather than leave a
// workload within its minimum run.
const steadfast = 1000

// reluctance is by how much an option that was not decided for must be ahead of
// what the device runs, in USD/h: as without a budget, or equal devices would
// change places for ever.
func (p *planner) reluctance(i int, d *Decision, e *profit.Estimate) float64 {
	device, running := &p.s.Devices[i], p.option(i, d.Running)
	if e.Workload == d.Running || running.Workload != d.Running || !running.Candidate() {
		return 0
	}
	most := float64(p.band(device, running, e)) + p.switchLoss(device, running, e)/p.hours(e)
	if p.s.Ceiling == nil && !d.Running.Rests() && p.s.Market.Now.Sub(device.Since) < p.leastRun(running) && !p.losesToIdling(i, running) {
		for k := range d.Options {
			most = max(most, steadfast*math.Abs(float64(d.Options[k].Net)))
		}
	}
	return most
}

// watts is what a device draws at the wall by a workload.
func (p *planner) watts(d *Decision, w profit.Workload) float64 {
	for k := range d.Options {
		if d.Options[k].Workload == w {
			return float64(d.Options[k].Watts) * float64(p.s.Market.Tariff.Overhead)
		}
	}
	return 0
}

// drawn is the power at the wall, of the devices that the cap is for, of what is decided, or
// of the choices.
func (p *planner) drawn(decisions []Decision, choices []profit.Workload) float64 {
	sum := 0.0
	for n := range decisions {
		if !p.under(n) {
			continue
		}
		w := decisions[n].Chosen
		if choices != nil {
			w = choices[n]
		}
		sum += p.watts(&decisions[n], w)
	}
	return sum
}
