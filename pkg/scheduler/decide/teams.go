package decide

import (
	"cmp"
	"math"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Team is who trains for a challenge.
type Team struct {
	Devices     int         `json:"devices"`
	Speed       profit.MACs `json:"speed"`       // per second, of all together
	Probability float64     `json:"probability"` // of being paid
	Hours       float64     `json:"hours"`       // expected
	Value       profit.USD  `json:"value"`       // expected, less devices' other earnings, power and moves
}

// class is devices that are valued alike and may stand for one another.
type class struct {
	devices []int // indices into the snapshot's, in the order of their names
	options []profit.Estimate
	rest    profit.USDPerHour // the best of idling and mining
	power   profit.USDPerHour // for training
	speed   profit.MACs
}

// enlist gathers the devices that may train into classes.
func (p *planner) enlist() []class {
	at := make(map[string]int, len(p.order))
	var classes []class
	for _, i := range p.order {
		d := &p.s.Devices[i]
		if d.Blocked != "" || d.Training.PerSecond <= 0 || p.unvalued(i) {
			continue
		}
		k, ok := at[d.Class]
		if d.Class == "" || !ok {
			k = len(classes)
			at[d.Class] = k
			options := p.all.Options[i]
			power, _ := p.s.Market.Tariff.Cost(d.Training.Watts, p.s.Market.Now, 0)
			classes = append(classes, class{options: options, rest: profit.Rest(options), power: power, speed: d.Training.PerSecond})
		}
		classes[k].devices = append(classes[k].devices, i)
	}
	return classes
}

// alike is how much classes may differ, as a part, and still be taken as one.
const alike = 0.01

// merge joins classes that hardly differ: devices of one model, each measured by
// itself. The more devices can stand for one another, the more teams there are.
func merge(classes []class) []class {
	slices.SortStableFunc(classes, func(a, b class) int {
		return cmp.Or(cmp.Compare(b.speed, a.speed), cmp.Compare(a.rest+a.power, b.rest+b.power))
	})
	near := func(a, b float64) bool { return math.Abs(a-b) <= alike*math.Max(math.Abs(a), math.Abs(b)) }
	var merged []class
	for _, c := range classes {
		k := slices.IndexFunc(merged, func(m class) bool {
			return near(float64(m.speed), float64(c.speed)) && near(float64(m.rest), float64(c.rest)) && near(float64(m.power), float64(c.power))
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
	for k := range p.all.Options[i] {
		if e := &p.all.Options[i][k]; e.Workload == p.s.Devices[i].Running {
			return e.Unbelieved != "" && e.Impossible == ""
		}
	}
	return false
}

// assign gives devices to challenges. A challenge that one device trains for
// stays with it; until a trainer has gone, nobody takes its place.
func (p *planner) assign() {
	contests := p.all.contests
	p.trains = make([]int, len(p.s.Devices))
	for i := range p.trains {
		p.trains[i] = nobody
	}
	p.teams = make([]team, len(contests))
	if len(contests) == 0 {
		return
	}
	classes := merge(p.enlist())
	sides := make([]side, len(classes))
	for k := range classes {
		c := &classes[k]
		sides[k] = side{len(c.devices), float64(c.speed), float64(c.rest + c.power), p.moveLoss(c)}
	}
	order := make([]int, len(contests))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(contests[a].Key, contests[b].Key) })
	members, leaving := p.members(order)
	entries, of := make([]entry, 0, len(order)), make([]int, 0, len(order))
	for _, i := range order {
		c := &contests[i]
		if !c.Open() {
			continue
		}
		most := max(c.MaxDevices, 1) - leaving[i]
		if e := p.entry(c, classes, sides, members[i], most); len(e.teams) > 0 {
			entries, of = append(entries, e), append(of, i)
		}
	}
	chosen := allot(sides, entries, p.s.Policy.Horizon.Hours())
	for n, j := range chosen {
		if j >= 0 {
			p.teams[of[n]] = entries[n].teams[j]
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p.teams[b].value, p.teams[a].value) })
	for _, keep := range []bool{true, false} { // members first, of all challenges
		for _, i := range order {
			p.enrol(i, classes, members[i], keep)
		}
	}
}

const nobody = -1

// members are the devices that train for each challenge, and how many more still
// stop or cannot go on.
func (p *planner) members(order []int) (members [][]int, leaving []int) {
	at := make(map[string]int, len(order))
	for _, i := range order {
		at[p.all.contests[i].Key] = i
	}
	members, leaving = make([][]int, len(order)), make([]int, len(order))
	for _, i := range p.order {
		d := &p.s.Devices[i]
		if c, ok := at[d.Running.Target]; ok && d.Running.Kind == profit.Train {
			if d.Blocked == "" && d.Training.PerSecond > 0 {
				members[c] = append(members[c], i)
			} else {
				leaving[c]++
			}
		}
		if c, ok := at[d.Leaving.Target]; ok && d.Leaving.Kind == profit.Train && d.Leaving != d.Running {
			leaving[c]++
		}
	}
	return members, leaving
}

// moveLoss is what moving a device of the class to training and back costs: time
// in which it earns neither.
func (p *planner) moveLoss(c *class) float64 {
	d := &p.s.Devices[c.devices[0]]
	from := d.Running.Kind
	if from == profit.Train {
		from = profit.Mine
	}
	seconds := p.switchSeconds(d.UUID, from, profit.Train) + p.switchSeconds(d.UUID, profit.Train, from)
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

// entry values the teams that a challenge could have: the quickest devices, those
// whose work costs least, and those that train for it now.
func (p *planner) entry(c *profit.Contest, classes []class, sides []side, members []int, most int) entry {
	e := entry{}
	now := make([]int, len(classes))
	for k := range classes {
		for _, i := range classes[k].devices {
			if slices.Contains(members, i) {
				now[k]++
				e.gain -= sides[k].loss / 2
			}
		}
	}
	add := func(devices []int) {
		var rate, cost, moves float64
		n := 0
		for k, m := range devices {
			rate += float64(m) * sides[k].speed
			cost += float64(m) * sides[k].cost
			moves += math.Abs(float64(m-now[k])) * sides[k].loss
			n += m
		}
		pr := c.At(profit.MACs(rate), profit.USDPerHour(cost))
		if n == 0 || pr.Hours <= 0 {
			return
		}
		hours := math.Max(pr.Hours, 1.0/3600)
		worth := float64(c.Worth(pr))
		t := team{devices: devices, value: worth - hours*cost - moves, hours: hours, work: hours * rate, cost: cost}
		if !(t.value > e.gain) || math.IsInf(t.value, 0) {
			return
		}
		e.teams = append(e.teams, t)
		if v := worth / t.work; len(e.teams) == 1 || v > e.index {
			e.index = v
		}
	}
	if len(members) > 0 {
		add(trim(now, max(c.MaxDevices, 1)))
		if c.MaxDevices <= 1 {
			return e // progress is not moved about: if it ends, then before another begins
		}
	}
	if most < 1 {
		return e
	}
	if most == 1 {
		for k := range classes {
			one := make([]int, len(classes))
			one[k] = 1
			add(one)
		}
		return e
	}
	for _, by := range []func(side) float64{func(s side) float64 { return -s.speed }, func(s side) float64 { return s.cost / s.speed }} {
		ranks := make([]int, len(sides))
		for k := range ranks {
			ranks[k] = k
		}
		slices.SortStableFunc(ranks, func(a, b int) int {
			return cmp.Or(cmp.Compare(by(sides[a]), by(sides[b])), cmp.Compare(now[b], now[a]))
		})
		for _, n := range sizes(most) {
			devices := make([]int, len(sides))
			for _, k := range ranks {
				devices[k] = min(n, sides[k].free)
				n -= devices[k]
			}
			add(devices)
		}
	}
	for k := range sides { // teams of one class, for when the others are taken
		for _, n := range []int{most, (most + 1) / 2, 1} {
			devices := make([]int, len(sides))
			devices[k] = min(n, sides[k].free)
			add(devices)
		}
	}
	return e
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
	for k, n := range p.teams[contest].devices {
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
