package decide

import (
	"cmp"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/policy"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// count keeps the rules that say how many devices do some work: the devices for which it
// costs least are forbidden the work, or all other work, and all is planned once more. A
// device that does the work already goes before one that would have to begin.
func (own *Planner) count(s Snapshot, all Valued, plan Plan) Plan {
	var at []int // where the plan's devices stand in the snapshot
	for k := range s.Policy.Rules {
		r := &s.Policy.Rules[k]
		if !r.Counts() || !r.When.Holds(&s.Market) {
			continue
		}
		if at == nil {
			at = places(&s, plan)
		}
		for range 3 { // who gives way for one may be in the way of another
			bound := bind(r, &s, &all, plan, at)
			if len(bound) == 0 {
				break
			}
			all = bound.apply(r, all)
			plan = own.plan(s, all)
		}
	}
	return plan
}

// bindings are devices, by their place in the snapshot, and what they may not do.
type bindings map[int]func(profit.Workload) bool

// bind finds who has to give way for the rule; nobody where it is kept, or cannot be.
func bind(r *policy.Rule, s *Snapshot, all *Valued, plan Plan, at []int) bindings {
	if kept(r, s, plan, at) {
		return nil
	}
	type candidate struct {
		device  int
		running bool
		gain    profit.USDPerHour // of the work over all else
	}
	var do, could []candidate
	fixed := 0 // devices that do the work whatever the plan says
	for n := range plan.Decisions {
		dec, i := &plan.Decisions[n], at[n]
		d := &s.Devices[i]
		if !r.Devices.Has(&d.Device) {
			continue
		}
		if !d.planned() { // it does what it does, under a contract for instance
			if r.Work.Has(dec.Chosen) {
				fixed++
			}
			continue
		}
		with, without := bests(r, all.Options[i])
		c := candidate{i, r.Work.Has(d.Running), 0}
		if with != nil && without != nil {
			c.gain = with.Net - without.Net
		}
		switch {
		case r.Work.Has(dec.Chosen):
			do = append(do, c)
		case with != nil:
			could = append(could, c)
		}
	}
	first := func(a, b candidate) int { // who is to do the work before others
		if a.running != b.running {
			if a.running {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.gain, a.gain), cmp.Compare(s.Devices[a.device].UUID, s.Devices[b.device].UUID))
	}
	bound := bindings{}
	if r.AtMost != nil && len(do)+fixed > *r.AtMost {
		slices.SortFunc(do, first)
		for _, c := range do[max(*r.AtMost-fixed, 0):] {
			bound[c.device] = r.Work.Has
		}
		for _, c := range could { // nor do they come to it instead
			bound[c.device] = r.Work.Has
		}
	}
	if missing := min(r.AtLeast-len(do)-fixed, len(could)); missing > 0 && len(bound) == 0 {
		slices.SortFunc(could, first)
		for _, c := range append(could[:missing:missing], do...) {
			bound[c.device] = func(w profit.Workload) bool { return !r.Work.Has(w) }
		}
	}
	return bound
}

// places are where a plan's devices stand in its snapshot.
func places(s *Snapshot, plan Plan) []int {
	of := make(map[string]int, len(s.Devices))
	for i := range s.Devices {
		of[s.Devices[i].UUID] = i
	}
	at := make([]int, len(plan.Decisions))
	for n := range plan.Decisions {
		at[n] = of[plan.Decisions[n].Device]
	}
	return at
}

// kept reports whether a plan keeps a rule about a number of devices.
func kept(r *policy.Rule, s *Snapshot, plan Plan, at []int) bool {
	do := 0
	for n := range plan.Decisions {
		if d := &s.Devices[at[n]]; r.Work.Has(plan.Decisions[n].Chosen) && r.Devices.Has(&d.Device) {
			do++
		}
	}
	return do >= r.AtLeast && (r.AtMost == nil || do <= *r.AtMost)
}

// bests are the best candidates of the rule's work and of all other; nil: there is none.
func bests(r *policy.Rule, options []profit.Estimate) (with, without *profit.Estimate) {
	for k := range options {
		e := &options[k]
		to := &without
		if r.Work.Has(e.Workload) {
			to = &with
		}
		if e.Candidate() && (*to == nil || better(e, *to) < 0) {
			*to = e
		}
	}
	return with, without
}

// apply makes impossible what the devices may not do. Each is a class of its own from then
// on.
func (b bindings) apply(r *policy.Rule, all Valued) Valued {
	all.Options, all.first = slices.Clone(all.Options), slices.Clone(all.first)
	for i := range all.first { // a class whose first device leaves it has another first
		if _, bound := b[i]; bound {
			for j := i + 1; j < len(all.first); j++ {
				if all.first[j] == i && b[j] == nil {
					for k := j; k < len(all.first); k++ {
						if all.first[k] == i && b[k] == nil {
							all.first[k] = j
						}
					}
					break
				}
			}
		}
	}
	for i, not := range b {
		options := slices.Clone(all.Options[i])
		for k := range options {
			if not(options[k].Workload) {
				options[k] = policy.Forbidden(options[k], r)
			}
		}
		slices.SortFunc(options, func(a, b profit.Estimate) int { return better(&a, &b) })
		all.Options[i], all.first[i] = options, i
	}
	return all
}

// singled reports whether rules tell devices of one class apart.
func singled(rules []policy.Rule) bool {
	return slices.ContainsFunc(rules, func(r policy.Rule) bool { return r.Devices.Single() })
}
