package decide

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Team is who trains for a challenge.
type Team struct {
	Devices     int         `json:"devices"`           // that it was valued for
	Members     []string    `json:"members,omitempty"` // UUIDs of those that take part
	Speed       profit.MACs `json:"speed"`             // per second, of all together
	Probability float64     `json:"probability"`       // of being paid
	Hours       float64     `json:"hours"`             // expected
	Value       profit.USD  `json:"value"`             // expected, less devices' other earnings, power and moves
}

// class is devices that are valued alike and may stand for one another.
type class struct {
	devices  []int             // indices into the snapshot's, in the order of their names
	rest     profit.USDPerHour // the best of idling and mining
	power    profit.USDPerHour // for training
	training profit.TrainingRate
	excluded string // the keys of the challenges that it cannot have, each behind a blank
}

// may reports whether the class may train for a challenge.
func (c *class) may(contest *profit.Contest) bool {
	return c.excluded == "" || !strings.Contains(c.excluded+" ", " "+contest.Key+" ")
}

// enlist gathers the devices that may train into classes.
func (p *planner) enlist() []class {
	var at map[int]int // by the first of those that are valued alike
	classes := p.classes.take(len(p.order))[:0]
	lists := p.ints.take(len(p.order)) // a class of one takes its list from here
	for n, i := range p.order {
		d := &p.s.Devices[i]
		if !d.planned() || d.Training.PerSecond <= 0 || p.apart[i] || p.unvalued(i) {
			continue
		}
		if d.Class != "" {
			if k, ok := at[p.all.first[i]]; ok {
				if k != nobody {
					classes[k].devices = append(classes[k].devices, i)
				}
				continue
			}
			if at == nil {
				at = map[int]int{}
			}
			at[p.all.first[i]] = len(classes)
		}
		excluded, all := p.excluded(i)
		if all {
			if d.Class != "" {
				at[p.all.first[i]] = nobody
			}
			continue
		}
		rest, power := p.otherwise(i)
		lists[n] = i
		classes = append(classes, class{devices: lists[n : n+1 : n+1], rest: rest, power: power, training: d.Training, excluded: excluded})
	}
	return classes
}

// otherwise is what the device would earn without a challenge, and what training takes in power.
func (p *planner) otherwise(i int) (rest, power profit.USDPerHour) {
	power, _ = p.s.Market.Tariff.Cost(p.s.Devices[i].Training.Watts, p.s.Market.Now, profit.Hours(p.s.Policy.Horizon.Hours()))
	return profit.Rest(p.all.Options[i]), power
}

// excluded are the challenges that the device cannot have, for rules or its own failures, in the order of their
// keys, and whether these are all.
func (p *planner) excluded(i int) (keys string, all bool) {
	if len(p.s.Policy.Rules) == 0 && len(p.s.Devices[i].Cooldowns) == 0 {
		return "", false
	}
	var list []string
	all = true
	for k := range p.all.Options[i] {
		switch e := &p.all.Options[i][k]; {
		case !e.Workload.Task():
		case e.Candidate():
			all = false
		default:
			list = append(list, e.Workload.Target)
		}
	}
	if all || len(list) == 0 {
		return "", all
	}
	slices.Sort(list)
	return " " + strings.Join(list, " "), false
}

// alike is how much classes may differ, as a part, and still be taken as one.
const alike = 0.01

// merge joins classes that hardly differ: devices of one model, each measured by
// itself. The more devices can stand for one another, the more teams there are.
func merge(classes []class) []class {
	slices.SortStableFunc(classes, func(a, b class) int {
		return cmp.Or(cmp.Compare(b.training.PerSecond, a.training.PerSecond), cmp.Compare(a.rest+a.power, b.rest+b.power))
	})
	near := func(a, b float64) bool { return math.Abs(a-b) <= alike*math.Max(math.Abs(a), math.Abs(b)) }
	merged := classes[:0]
	for _, c := range classes {
		k := slices.IndexFunc(merged, func(m class) bool {
			return m.excluded == c.excluded && near(float64(m.training.PerSecond), float64(c.training.PerSecond)) && near(m.training.Drag.Slows(2), c.training.Drag.Slows(2)) &&
				near(float64(m.rest), float64(c.rest)) && near(float64(m.power), float64(c.power))
		})
		if k < 0 {
			merged = append(merged, c)
		} else {
			merged[k].devices = append(merged[k].devices, c.devices...)
		}
	}
	return merged
}

// unvalued reports whether nobody knows what the device earns now: it goes on.
func (p *planner) unvalued(i int) bool {
	e := p.option(i, p.s.Devices[i].Running)
	return e.Unbelieved != "" && e.Impossible == ""
}

// assign gives devices to challenges. A challenge that one device trains for
// stays with it; until a trainer has gone, nobody takes its place.
func (p *planner) assign() {
	contests := p.all.Contests
	p.trains = p.ints.take(len(p.s.Devices))
	for i := range p.trains {
		p.trains[i] = nobody
	}
	p.formed = p.teams.take(len(contests))
	if len(contests) == 0 {
		return
	}
	sides, entries, q := p.problem()
	p.member = q.members
	chosen := p.allot(sides, entries, p.s.Policy.Horizon.Hours(), q.refill)
	for n, j := range chosen {
		if j >= 0 {
			p.formed[q.of[n]] = entries[n].teams[j]
		}
	}
	slices.SortStableFunc(q.order, func(a, b int) int { return cmp.Compare(p.formed[b].value, p.formed[a].value) })
	for _, keep := range []bool{true, false} { // members first, of all challenges
		for _, i := range q.order {
			p.enrol(i, q.classes, q.members[i], keep)
		}
	}
}

// question is what the entries of a problem stand for.
type question struct {
	classes []class
	order   []int   // challenges by key
	members [][]int // devices that train for each
	of      []int   // the challenge of each entry
	rosters []roster
}

// refill adds teams of what is left, with what the entry has itself.
func (q *question) refill(e *entry, n int, free []int) {
	if !q.rosters[n].fixed && q.rosters[n].most > 1 {
		q.rosters[n].choose(e, free)
	}
}

// problem is the assignment in numbers.
func (p *planner) problem() ([]side, []entry, question) {
	contests := p.all.Contests
	classes := merge(p.enlist())
	sides := p.sides.take(len(classes))
	for k := range classes {
		c := &classes[k]
		sides[k] = side{len(c.devices), float64(c.training.PerSecond), float64(c.rest + c.power), p.moveLoss(c), p.restartLoss(c), c.training.Drag}
	}
	order := p.ints.take(len(contests))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(contests[a].Key, contests[b].Key) })
	members, leaving := p.members(order)
	classOf := p.ints.take(len(p.s.Devices))
	for i := range classOf {
		classOf[i] = nobody
	}
	for k := range classes {
		for _, i := range classes[k].devices {
			classOf[i] = k
		}
	}
	q := question{classes: classes, order: order, members: members}
	entries := p.entries.take(len(order))[:0]
	q.of, q.rosters = p.ints.take(len(order))[:0], p.rosters.take(len(order))[:0]
	for _, i := range order {
		c := &contests[i]
		if !c.Open() {
			continue
		}
		most := max(c.MaxDevices, 1) - leaving[i]
		if r, e := p.roster(c, p.open(c, classes, sides), classOf, members[i], most); len(e.teams) > 0 {
			entries, q.of, q.rosters = append(entries, e), append(q.of, i), append(q.rosters, r)
		}
	}
	return sides, entries, q
}

// open are the sides with those empty that may not train for a challenge.
func (p *planner) open(c *profit.Contest, classes []class, sides []side) []side {
	own := sides
	for k := range classes {
		if !classes[k].may(c) {
			if &own[0] == &sides[0] {
				own = slices.Clone(sides)
			}
			own[k].free = 0
		}
	}
	return own
}

const nobody = -1

// members are the devices that train for each challenge, and how many more still
// stop or cannot go on.
func (p *planner) members(order []int) (members [][]int, leaving []int) {
	if !p.training() {
		return p.lists.take(len(order)), p.ints.take(len(order))
	}
	at := make(map[string]int, len(order))
	for _, i := range order {
		at[p.all.Contests[i].Key] = i
	}
	members, leaving = p.lists.take(len(order)), p.ints.take(len(order))
	for _, i := range p.order {
		d := &p.s.Devices[i]
		if c, ok := at[d.Running.Target]; ok && d.Running.Task() {
			if d.planned() && d.Training.PerSecond > 0 {
				members[c] = append(members[c], i)
			} else {
				leaving[c]++
			}
		}
		if c, ok := at[d.Leaving.Target]; ok && d.Leaving.Task() && d.Leaving != d.Running {
			leaving[c]++
		}
	}
	return members, leaving
}

// training reports whether any device trains, or did.
func (p *planner) training() bool {
	for i := range p.s.Devices {
		if d := &p.s.Devices[i]; d.Running.Task() || d.Leaving.Task() {
			return true
		}
	}
	return false
}

// moveLoss is what moving a device of the class to training and back costs: time
// in which it earns neither.
func (p *planner) moveLoss(c *class) float64 {
	d := &p.s.Devices[c.devices[0]]
	from, to := d.Running, p.all.Contests[0].Workload().Kind
	if from.Task() {
		from = profit.Idling
		if h := p.head(c.devices[0]); h.open != nobody {
			from = p.all.Options[c.devices[0]][h.open].Workload
		}
	}
	seconds := p.switchSeconds(d.UUID, from.Kind, to) + p.switchSeconds(d.UUID, to, from.Kind)
	return seconds / 3600 * math.Max(float64(c.rest), 0)
}

// sizes of a team that are looked at: all the small ones, then every so many.
func sizes(most int) []int {
	var ns []int
	for n := 1; n <= most; n += max(1, n/8) {
		ns = append(ns, n)
	}
	if len(ns) > 0 && ns[len(ns)-1] != most {
		ns = append(ns, most)
	}
	return ns
}

// roster is what the teams of one challenge are made from.
type roster struct {
	planner *planner
	contest *profit.Contest
	sides   []side
	now     []int // devices of each class that train for it
	most    int
	fixed   bool // nothing but what is now, or no team
}

// roster of a challenge, and its entry with the teams that it could have: the
// quickest devices, those whose work costs least, and those that train for it now.
func (p *planner) roster(c *profit.Contest, sides []side, classOf, members []int, most int) (roster, entry) {
	r, e := roster{planner: p, contest: c, sides: sides, now: p.ints.take(len(sides)), most: most}, entry{}
	for _, i := range members {
		if k := classOf[i]; k >= 0 {
			r.now[k]++
			e.gain -= sides[k].loss / 2
		}
	}
	if len(members) > 0 {
		r.add(&e, trim(r.now, max(c.MaxDevices, 1)))
		// Progress is not moved about: if it ends, then before another begins.
		r.fixed = c.MaxDevices <= 1
	}
	if r.fixed || most < 1 {
		r.fixed = true
		return r, e
	}
	all := p.ints.take(len(sides))
	for k := range sides {
		all[k] = sides[k].free
		for _, n := range []int{most, (most + 1) / 2, 1} { // of one class, for when the others are taken
			if n = min(n, all[k]); n > 0 {
				devices := p.ints.take(len(sides))
				devices[k] = n
				r.add(&e, devices)
			}
			if most == 1 {
				break
			}
		}
	}
	if most > 1 {
		r.choose(&e, all)
	}
	return r, e
}

func (r *roster) add(e *entry, devices []int) {
	t, ok := teamOf(r.contest, r.sides, devices, r.now)
	if !ok || t.value <= e.gain {
		return
	}
	if e.teams == nil {
		e.teams = r.planner.teams.take(len(r.sides) + 1)[:0]
	}
	e.teams = append(e.teams, t)
	e.index = max(e.index, (t.value/t.hours+t.cost)/(t.work/t.hours))
}

// choose adds teams of what is free, of every size.
func (r *roster) choose(e *entry, free []int) {
	ranks := r.planner.ints.take(len(r.sides))
	for _, by := range []func(side) float64{func(s side) float64 { return -s.speed }, func(s side) float64 { return s.cost / s.speed }} {
		for k := range ranks {
			ranks[k] = k
		}
		slices.SortStableFunc(ranks, func(a, b int) int {
			return cmp.Or(cmp.Compare(by(r.sides[a]), by(r.sides[b])), cmp.Compare(r.now[b], r.now[a]))
		})
		for _, n := range sizes(r.most) {
			devices := r.planner.ints.take(len(r.sides))
			for _, k := range ranks {
				devices[k] = min(n, free[k], r.sides[k].free)
				n -= devices[k]
			}
			r.add(e, devices)
		}
	}
}

// teamOf values a team; now are those of each class that train already.
func teamOf(c *profit.Contest, sides []side, devices, now []int) (t team, ok bool) {
	var moves, again float64
	changes, works := false, false
	for k, m := range devices {
		t.cost += float64(m) * sides[k].cost
		moves += math.Abs(float64(m-now[k])) * sides[k].loss
		again += float64(min(m, now[k])) * sides[k].again
		changes, works = changes || m != now[k], works || m > 0 && now[k] > 0
	}
	if c.OneWorker && changes && works { // those that stay start anew, too
		moves += again
	}
	rate := rateOf(c, sides, devices)
	if rate == 0 {
		return t, false
	}
	pr := c.At(profit.MACs(rate), profit.USDPerHour(t.cost))
	if pr.Hours <= 0 {
		return t, false
	}
	t.devices, t.hours = devices, math.Max(pr.Hours, 1.0/3600)
	t.value, t.work = float64(c.Worth(pr))-t.hours*t.cost-moves, t.hours*rate
	return t, !math.IsNaN(t.value) && !math.IsInf(t.value, 0)
}

// trim is as many of the devices as there may be.
func trim(devices []int, most int) []int {
	devices = slices.Clone(devices)
	for k, n := range devices {
		devices[k] = min(n, most)
		most -= devices[k]
	}
	return devices
}

// enrol names the team's devices: those that are members, or those that are not.
func (p *planner) enrol(contest int, classes []class, members []int, keep bool) {
	for k, n := range p.formed[contest].devices {
		if n == 0 {
			continue
		}
		for _, i := range classes[k].devices {
			if p.trains[i] == contest {
				n--
			}
		}
		for _, i := range classes[k].devices {
			if n > 0 && p.trains[i] == nobody && slices.Contains(members, i) == keep {
				p.trains[i] = contest
				n--
			}
		}
	}
}

// name says of each team who takes part in it: not all that it was valued for may.
func (p *planner) name(decisions []Decision) {
	if !slices.ContainsFunc(decisions, func(d Decision) bool { return d.Team != nil }) {
		return
	}
	members := map[profit.Workload][]string{}
	for n := range decisions {
		if d := &decisions[n]; d.Chosen.Task() {
			members[d.Chosen] = append(members[d.Chosen], d.Device)
		}
	}
	for n := range decisions {
		d := &decisions[n]
		if d.Team == nil {
			continue
		}
		if c := p.trains[p.order[n]]; c != nobody {
			d.Team.Members = members[p.all.Contests[c].Workload()]
		}
	}
}
