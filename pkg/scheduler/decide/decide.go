// Package decide chooses the workload of every device. Decide is a pure
// function of a Snapshot: the same snapshot gives the same plan, bit for bit.
package decide

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/gpuarbiter/gpuarbiter/pkg/policy"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Valued is every option of every device, with the challenges' races.
type Valued struct {
	// Options are by the snapshot's devices, best first; devices of one class
	// share them.
	Options [][]profit.Estimate
	*profit.Valuation
	first []int // of each device's class
}

// Estimates values every option of every device.
func Estimates(s Snapshot) Valued { return new(Planner).Estimates(s) }

// Estimates values every option of every device.
func (p *Planner) Estimates(s Snapshot) Valued {
	v := Valued{Options: make([][]profit.Estimate, len(s.Devices)), Valuation: profit.Value(&s.Market)}
	of := classes(s.Devices, s.Policy.Rules)
	v.first = of
	each, distinct := 1+len(s.Market.Coins)+len(s.Market.Challenges), 0
	for i, first := range of {
		if first == i {
			distinct++
		}
	}
	all, sorter := make([]profit.Estimate, 0, each*distinct), &p.sorter
	for i, first := range of {
		if first != i {
			v.Options[i] = v.Options[first]
			continue
		}
		from := len(all)
		d := &s.Devices[i]
		one := v.AppendOpen(sorter.estimates[:0], &d.Device)
		d.believe(one)
		one = v.AppendContests(one, &d.Device, profit.Rest(one))
		d.cool(one)
		policy.Apply(s.Policy.Rules, &s.Market, &d.Device, one)
		sorter.estimates = one
		all = sorter.appendBestFirst(all)
		v.Options[i] = all[from:len(all):len(all)]
	}
	return v
}

// cool has nothing possible that fails on the device.
func (d *Device) cool(options []profit.Estimate) {
	for _, b := range d.Cooldowns {
		for k := range options {
			if e := &options[k]; e.Workload == b.Workload {
				*e = profit.Estimate{Workload: e.Workload, Watts: e.Watts, Impossible: b.Reason}
			}
		}
	}
}

// believe puts what is believed in the place of what quotes say now. Where polls are followed, what they have not shown
// yet is not believed.
func (d *Device) believe(options []profit.Estimate) {
	d.cool(options)
	if len(d.Signals) == 0 {
		return
	}
	for k := range options {
		e := &options[k]
		switch signal := d.signal(e.Workload); {
		case signal.Gross > 0:
			*e = e.Scaled(signal.Gross)
		case e.Workload.Quoted() && e.Candidate():
			*e = profit.Estimate{Workload: e.Workload, Watts: e.Watts, Measured: e.Measured, Unbelieved: "its quotes have not been seen often enough"}
		}
	}
}

// classes gives, for each device, the first of its class: itself, mostly. Those that rules tell
// apart by their names are of one only as far as the same rules name them.
func classes(devices []Device, rules []policy.Rule) []int {
	type class struct{ name, named string }
	of := make([]int, len(devices))
	var first map[class]int
	for i := range devices {
		of[i] = i
		if devices[i].Class == "" {
			continue
		}
		c := class{name: devices[i].Class}
		for k := range rules {
			if r := &rules[k].Devices; r.Single() && r.Has(&devices[i].Device) {
				c.named += strconv.Itoa(k) + " "
			}
		}
		if first == nil {
			first = map[class]int{}
		}
		if k, ok := first[c]; ok {
			of[i] = k
		} else {
			first[c] = i
		}
	}
	return of
}

func (d *Device) signal(w profit.Workload) (none profit.Signal) {
	for i := range d.Signals {
		if d.Signals[i].Workload == w {
			return d.Signals[i]
		}
	}
	return none
}

// better orders options: candidates first, by net, ties by name.
func better(a, b *profit.Estimate) int {
	if can := a.Impossible == "" && a.Unbelieved == ""; can != (b.Impossible == "" && b.Unbelieved == "") {
		if can {
			return -1
		}
		return 1
	}
	if a.Net != b.Net {
		return cmp.Compare(b.Net, a.Net)
	}
	return cmp.Or(cmp.Compare(a.Workload.Kind, b.Workload.Kind), cmp.Compare(a.Workload.Target, b.Workload.Target))
}

// planner is the work of one Decide.
type planner struct {
	s      Snapshot
	all    Valued
	order  []int            // devices by UUID
	costs  map[move]float64 // learned, in seconds
	trains []int            // the challenge that each device is meant to train for, or nobody
	formed []team           // the team of each challenge
	member [][]int          // devices that train for each challenge now
	apart  map[int]bool     // devices that decline a team with one worker
	none   profit.Estimate  // of a workload that is no longer on offer
	heads  []head           // of options, by the first device of the class
	capped map[int]bool     // devices that gave way for a cap: by another one they only do with less
	found  map[place]int    // where a workload is among a class's options
	arena
}

// head is where among a class's options idling and the best of idling and mining
// are.
type head struct {
	known      bool
	idle, open int
}

type place struct {
	class    int
	workload profit.Workload
}

func (p *planner) head(i int) *head {
	h, options := &p.heads[p.all.first[i]], p.all.Options[i]
	if h.known {
		return h
	}
	*h = head{true, nobody, nobody}
	for k := range options {
		if options[k].Workload.Rests() {
			h.idle = k
		}
		if h.open == nobody && !options[k].Workload.Task() && options[k].Candidate() {
			h.open = k
		}
	}
	return h
}

// option is the device's estimate of a workload; none if it is not on offer.
func (p *planner) option(i int, w profit.Workload) *profit.Estimate {
	options := p.all.Options[i]
	at, known := nobody, false
	shared := p.s.Devices[i].Class != "" // with others, mostly
	if shared {
		at, known = p.found[place{p.all.first[i], w}]
	}
	if !known {
		at = nobody
		for k := range options {
			if options[k].Workload == w {
				at = k
				break
			}
		}
		if shared {
			if p.found == nil {
				p.found = map[place]int{}
			}
			p.found[place{p.all.first[i], w}] = at
		}
	}
	if at == nobody {
		return &p.none
	}
	return &options[at]
}

type move struct {
	device   string
	from, to profit.Kind
}

// Decide plans every device: who trains for which challenge, then whether each
// device's best option is worth the switch, then the watt budget.
func Decide(s Snapshot, all Valued) Plan { return new(Planner).Decide(s, all) }

// Decide plans every device.
func (own *Planner) Decide(s Snapshot, all Valued) Plan {
	return own.count(s, all, own.plan(s, all))
}

// begin has the planner look at a snapshot; it is to rest afterwards.
func (own *Planner) begin(s Snapshot, all Valued) *planner {
	p := &own.planner
	p.s, p.all = s, all
	p.order, p.heads = p.ints.take(len(s.Devices)), p.headed.take(len(s.Devices))
	for i := range p.order {
		p.order[i] = i
	}
	slices.SortFunc(p.order, func(a, b int) int { return cmp.Compare(s.Devices[a].UUID, s.Devices[b].UUID) })
	if len(s.Costs) > 0 {
		if p.costs == nil {
			p.costs = make(map[move]float64, len(s.Costs))
		}
		for _, c := range s.Costs {
			p.costs[move{c.Device, c.From, c.To}] = c.Seconds
		}
	}
	return p
}

func (own *Planner) plan(s Snapshot, all Valued) Plan {
	p := own.begin(s, all)
	defer p.rest()
	plan := Plan{At: s.Market.Now, Decisions: make([]Decision, len(p.order))}
	for again := true; again; again = p.declined(plan.Decisions) {
		p.assign()
		for n, i := range p.order {
			if !p.apart[i] {
				plan.Decisions[n] = p.device(i)
			}
		}
	}
	p.budget(plan.Decisions)
	p.name(plan.Decisions)
	return plan
}
