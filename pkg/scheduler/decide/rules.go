package decide

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/policy"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// count keeps the rules that say how many devices do some work, all of them together (match.go): devices
// are held to options of the mark that was chosen for them, and all is planned once more. What a
// device was to do and does not get, a challenge that another one trains for say, it is not asked
// for again.
func (own *Planner) count(s Snapshot, all Valued, plan Plan) Plan {
	c := counting(&s)
	if c == nil {
		return plan
	}
	at := places(&s, plan)
	free := all // without the holds of this count
	refused := map[place]bool{}
	for round := range 6 {
		if c.kept(plan, at) {
			break
		}
		m := own.marked(c, &s, &free, plan, at, refused)
		to, again := map[int]mark{}, round == 0
		for n, k := range match(m.bids, m.spans) {
			// Who does what it is to do by itself is let, unless it comes to another's work instead.
			if i := m.devices[n]; round > 0 || c.mark(i, plan.Decisions[m.lines[n]].Chosen) != m.bids[n][k].mark {
				to[i] = m.bids[n][k].mark
			}
		}
		plan = own.plan(s, hold(c, free, to))
		for n := range plan.Decisions {
			i := at[n]
			if m, held := to[i]; !held || c.mark(i, plan.Decisions[n].Chosen) == m {
				continue
			}
			for _, w := range m.options[i] {
				if c.mark(i, w) == to[i] {
					refused[place{i, w}], again = true, true
				}
			}
		}
		if !again {
			break
		}
	}
	return plan
}

// counted are the rules that count, and whom and what they count.
type counted struct {
	rules   []*policy.Rule
	devices []mark // rules that name the device, by its place in the snapshot
	work    map[profit.Workload]mark
}

// counting are the snapshot's rules that count devices now.
func counting(s *Snapshot) *counted {
	c := &counted{}
	for k := range s.Policy.Rules {
		if r := &s.Policy.Rules[k]; r.Counts() && r.When.Holds(&s.Market) && len(c.rules) < mostCounted {
			c.rules = append(c.rules, r)
		}
	}
	if len(c.rules) == 0 {
		return nil
	}
	c.devices, c.work = make([]mark, len(s.Devices)), map[profit.Workload]mark{}
	for i := range s.Devices {
		for r, rule := range c.rules {
			if rule.Devices.Has(&s.Devices[i].Device) {
				c.devices[i] |= 1 << r
			}
		}
	}
	return c
}

// mark are the rules that count the device, by its place, if it does the work.
func (c *counted) mark(i int, w profit.Workload) mark {
	of, known := c.work[w]
	if !known {
		for r, rule := range c.rules {
			if rule.Work.Has(w) {
				of |= 1 << r
			}
		}
		c.work[w] = of
	}
	return of & c.devices[i]
}

// kept reports whether a plan keeps all the rules.
func (c *counted) kept(plan Plan, at []int) bool {
	var do [mostCounted]int
	for n := range plan.Decisions {
		for m := c.mark(at[n], plan.Decisions[n].Chosen); m != 0; m &= m - 1 {
			do[bits.TrailingZeros64(uint64(m))]++
		}
	}
	for r, rule := range c.rules {
		if do[r] < rule.AtLeast || rule.AtMost != nil && do[r] > *rule.AtMost {
			return false
		}
	}
	return true
}

// marked are the devices that rules can move, with their bids.
type marked struct {
	devices []int // by their place in the snapshot
	lines   []int // of the plan
	bids    [][]bid
	spans   []span
	options map[int][]profit.Workload // that stand for the marks
}

// marked values the marks of each device: by the best option of each, ahead of what runs by what the
// device would not change for by itself.
func (own *Planner) marked(c *counted, s *Snapshot, all *Valued, plan Plan, at []int, refused map[place]bool) marked {
	p := own.begin(*s, *all)
	defer p.rest()
	m := marked{spans: make([]span, len(c.rules)), options: map[int][]profit.Workload{}}
	members := make([]int, len(c.rules))
	for r, rule := range c.rules {
		m.spans[r] = span{rule.AtLeast, -1}
		if rule.AtMost != nil {
			m.spans[r].most = *rule.AtMost
		}
	}
	for n := range plan.Decisions {
		i, dec := at[n], &plan.Decisions[n]
		d := &s.Devices[i]
		if !d.planned() { // it does what it does, under a contract for instance
			for r := range c.rules {
				if c.mark(i, dec.Chosen)&(1<<r) != 0 {
					m.spans[r].least = max(m.spans[r].least-1, 0)
					if m.spans[r].most > 0 {
						m.spans[r].most--
					}
				}
			}
			continue
		}
		if c.devices[i] == 0 {
			continue
		}
		for r := range c.rules {
			members[r] += int(c.devices[i] >> r & 1)
		}
		bids, options := p.bids(c, dec, i, refused)
		m.devices, m.lines, m.bids, m.options[i] = append(m.devices, i), append(m.lines, n), append(m.bids, bids), options
	}
	for r := range m.spans { // what cannot be too many need not be counted
		if m.spans[r].most >= members[r] {
			m.spans[r].most = -1
		}
	}
	return m
}

// bids are what a device loses by its marks, those of most rules first.
func (p *planner) bids(c *counted, dec *Decision, i int, refused map[place]bool) (bids []bid, options []profit.Workload) {
	add := func(w profit.Workload, net float64) {
		if refused[place{i, w}] {
			return
		}
		m := c.mark(i, w)
		k := slices.IndexFunc(bids, func(b bid) bool { return b.mark == m })
		if k < 0 {
			bids, options, k = append(bids, bid{m, math.Inf(1)}), append(options, w), len(bids)
		}
		if -net < bids[k].loss {
			bids[k].loss, options[k] = -net, w
		}
	}
	most := 0.0
	for k := range p.all.Options[i] {
		e := &p.all.Options[i][k]
		if !e.Candidate() {
			continue
		}
		most = math.Max(most, math.Abs(float64(e.Net)))
		// They stand best first: a later one of a mark is only better for being what runs.
		m := c.mark(i, e.Workload)
		if e.Workload == dec.Running || !slices.ContainsFunc(bids, func(b bid) bool { return b.mark == m }) {
			add(e.Workload, float64(e.Net)-p.reluctance(i, dec, e))
		}
	}
	if len(bids) == 0 || !slices.Contains(options, dec.Chosen) && dec.Reason.rule == unvalued { // what runs unvalued goes on, if that can be
		add(dec.Chosen, steadfast*(most+1))
	}
	add(profit.Idling, -steadfast*(most+1)) // where it is no option it is what is left
	least := math.Inf(1)
	for _, b := range bids {
		least = math.Min(least, b.loss)
	}
	for k := range bids {
		bids[k].loss -= least
	}
	order := make([]int, len(bids))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(bits.OnesCount64(uint64(bids[b].mark)), bits.OnesCount64(uint64(bids[a].mark))), cmp.Compare(bids[a].mark, bids[b].mark))
	})
	sorted := make([]bid, len(bids))
	for k, o := range order {
		sorted[k] = bids[o]
	}
	return sorted, options
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

// hold keeps devices, by their place in the snapshot, to options of a mark: others are forbidden by the
// first rule that tells them apart. Those of one class that are held to the same are one class still.
func hold(c *counted, all Valued, to map[int]mark) Valued {
	type group struct {
		class int
		held  bool
		to    mark
	}
	first, options := map[group]int{}, slices.Clone(all.Options)
	classes := slices.Clone(all.first)
	for i := range all.Options {
		m, held := to[i]
		g := group{all.first[i], held, m}
		if k, known := first[g]; known {
			classes[i], options[i] = k, options[k]
			continue
		}
		first[g], classes[i] = i, i
		if !held {
			continue
		}
		own := slices.Clone(all.Options[i])
		for k := range own {
			if odd := c.mark(i, own[k].Workload) ^ m; odd != 0 {
				own[k] = policy.Forbidden(own[k], c.rules[bits.TrailingZeros64(uint64(odd))])
			}
		}
		slices.SortFunc(own, func(a, b profit.Estimate) int { return better(&a, &b) })
		options[i] = own
	}
	all.Options, all.first = options, classes
	return all
}
