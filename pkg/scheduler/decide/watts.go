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

// offer is something that a device could do under a cap.
type offer struct {
	work  profit.Workload
	net   float64 // USD/h, less what the device would not change for
	watts float64 // at the wall
}

// capped is a cap at work: what each of its devices could do, and does.
type capped struct {
	lines  []int     // of the plan
	menus  [][]offer // what was decided first, then what is worth a thought at some price of a watt
	chosen []int     // of each menu
}

// cap keeps the devices that it is for, by their places in the plan, within a limit: a price of
// a watt, the least at which what every device then prefers fits. A device keeps what was
// decided for it as long as it can. What runs unvalued goes on, unless there is no
// other way.
func (p *planner) cap(decisions []Decision, limit float64, of string, has func(n int) bool) {
	drawn := 0.0
	for n := range decisions {
		if has(n) {
			drawn += p.watts(&decisions[n], decisions[n].Chosen)
		}
	}
	if drawn <= limit {
		return
	}
	c := p.menus(decisions, has, false)
	if !c.price(limit) {
		c = p.menus(decisions, has, true)
		c.price(limit)
	}
	p.fill(decisions, c, limit)
	choices := make([]profit.Workload, len(c.lines))
	for k := range c.lines {
		choices[k] = c.menus[k][c.chosen[k]].work
	}
	if drawn = c.drawn(); of == curtailment && drawn > limit {
		drawn = p.off(decisions, c, choices)
	}
	for k, n := range c.lines {
		d := &decisions[n]
		if choices[k] == d.Chosen {
			continue
		}
		d.Limits = Limits{Wanted: d.Chosen, Short: profit.Watts(drawn + p.watts(d, d.Chosen) - p.watts(d, choices[k]) - limit)}
		d.Chosen, d.Switch = choices[k], choices[k] != d.Running
		d.Reason = Reason{rule: budgeted, best: choices[k], detail: fmt.Sprintf("%s of %.0f W", of, limit)}
	}
}

// off lets everybody idle whom the plan may stop, and that is nobody who is let: below what
// idling draws a ceiling is as near as it gets. It returns what is drawn then.
func (p *planner) off(decisions []Decision, c *capped, choices []profit.Workload) (drawn float64) {
	for k, n := range c.lines {
		if d := &p.s.Devices[p.order[n]]; d.Blocked == "" && d.Contract == nil {
			choices[k] = profit.Idling
		}
		drawn += p.watts(&decisions[n], choices[k])
	}
	return drawn
}

// menus are what the cap's devices could do. Yield: what runs unvalued gives way too.
func (p *planner) menus(decisions []Decision, has func(n int) bool, yield bool) *capped {
	c := &capped{}
	frugal := map[int][]int{} // options of a class that are worth a thought, but for tasks
	for n, i := range p.order {
		if !has(n) {
			continue
		}
		d := &decisions[n]
		menu := []offer{{d.Chosen, 0, p.watts(d, d.Chosen)}}
		if e := p.option(i, d.Chosen); e.Workload == d.Chosen {
			menu[0].net = float64(e.Net)
		}
		if p.s.Devices[i].planned() && (yield || !p.unvalued(i)) {
			menu = p.menu(menu, i, d, frugal)
		}
		c.lines, c.menus = append(c.lines, n), append(c.menus, menu)
	}
	c.chosen = make([]int, len(c.lines))
	return c
}

// menu adds to what was decided for a device what it could do instead. Who gave way for a cap before
// only does with less.
func (p *planner) menu(menu []offer, i int, d *Decision, frugal map[int][]int) []offer {
	class := p.all.first[i]
	worth, known := frugal[class]
	if !known {
		worth = frugalOf(d.Options)
		frugal[class] = worth
	}
	decided := p.option(i, d.Chosen)
	add := func(e *profit.Estimate) {
		o := offer{e.Workload, float64(e.Net) - p.reluctance(i, d, e), float64(e.Watts) * float64(p.s.Market.Tariff.Overhead)}
		if !p.capped[i] || o.watts <= menu[0].watts {
			menu = append(menu, o)
		}
	}
	for _, k := range worth {
		if e := &d.Options[k]; e.Workload != d.Chosen {
			add(e)
		}
	}
	if c := p.trains[i]; c != nobody { // it is meant to train
		if e := p.option(i, profit.Training(p.all.Contests[c].Key)); e.Candidate() && e.Workload != d.Chosen && e.Workload.Task() {
			add(e)
		}
	}
	if e := p.option(i, d.Running); e.Candidate() && e.Workload == d.Running && e.Workload != d.Chosen && !e.Workload.Task() {
		add(e)
	}
	if !decided.Candidate() && len(menu) > 1 { // it cannot be had: anything else is better
		menu = menu[1:]
	}
	return menu
}

// frugalOf are the options of which none earns more with less power, but for tasks: those that
// somebody could prefer at some price of a watt. Options stand best first.
func frugalOf(options []profit.Estimate) (worth []int) {
	least := math.Inf(1)
	for k := range options {
		if e := &options[k]; e.Candidate() && !e.Workload.Task() && float64(e.Watts) < least {
			worth, least = append(worth, k), float64(e.Watts)
		}
	}
	return worth
}

// price finds the least price of a watt at which what is chosen fits, and reports whether there
// is one.
func (c *capped) price(limit float64) bool {
	low, high := 0.0, 1.0
	for range 40 { // a price at which idling is best, or as good as it gets
		if c.prefer(high) <= limit {
			break
		}
		high *= 2
	}
	for range 50 {
		mid := (low + high) / 2
		if c.prefer(mid) > limit {
			low = mid
		} else {
			high = mid
		}
	}
	return c.prefer(high) <= limit
}

// prefer is what each device would do if a watt cost so many USD an hour more; it returns what
// all draw. Of equals what was decided is kept.
func (c *capped) prefer(price float64) (drawn float64) {
	for k, menu := range c.menus {
		best, at := math.Inf(-1), 0
		for j := range menu {
			if net := menu[j].net - price*menu[j].watts; net > best {
				best, at = net, j
			}
		}
		c.chosen[k] = at
		drawn += menu[at].watts
	}
	return drawn
}

func (c *capped) drawn() (sum float64) {
	for k, menu := range c.menus {
		sum += menu[c.chosen[k]].watts
	}
	return sum
}

// fill gives devices back what was decided for them as long as that fits, those
// that run it first, and of these those that earn most for a watt: equal devices give way
// one by one, and always the same ones.
func (p *planner) fill(decisions []Decision, c *capped, limit float64) {
	drawn := c.drawn()
	order, worth := p.ints.take(len(c.lines)), make([]float64, len(c.lines)) // USD for a watt
	decided := func(k int) int {
		return slices.IndexFunc(c.menus[k], func(o offer) bool { return o.work == decisions[c.lines[k]].Chosen })
	}
	more := func(k, to int) float64 { return c.menus[k][to].watts - c.menus[k][c.chosen[k]].watts }
	for k, n := range c.lines {
		order[k] = k
		if to := decided(k); to >= 0 && more(k, to) > 0 {
			worth[k] = float64(p.option(p.order[n], c.menus[k][to].work).Net-p.option(p.order[n], c.menus[k][c.chosen[k]].work).Net) / more(k, to)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(worth[b], worth[a]) })
	for _, running := range []bool{true, false} {
		for _, k := range order {
			d, to := &decisions[c.lines[k]], decided(k)
			if to < 0 || to == c.chosen[k] || (d.Chosen == d.Running) != running {
				continue
			}
			if m := more(k, to); drawn+m <= limit {
				c.chosen[k] = to
				drawn += m
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
