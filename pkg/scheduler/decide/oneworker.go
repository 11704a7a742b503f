package decide

import (
	"math"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// What is otherwise of teams with one worker: its devices wait for each other at every step, and a
// change of the team is a restart for all.

// restartLoss is what a restart of its trainer costs a device of the class that stays in a team
// which changes: time in which it is no use to anybody.
func (p *planner) restartLoss(c *class) float64 {
	train := p.all.Contests[0].Workload().Kind
	return p.switchSeconds(p.s.Devices[c.devices[0]].UUID, train, train) / 3600 * math.Max(float64(c.rest+c.power), 0)
}

// rateOf is what a team does in a second: the sum of what its devices do, or, of one worker, as
// often as there are devices what the slowest does.
func rateOf(c *profit.Contest, sides []side, devices []int) (rate float64) {
	n, slowest := 0, math.Inf(1)
	for _, m := range devices {
		n += m
	}
	for k, m := range devices {
		if m > 0 {
			rate += float64(m) * sides[k].speed
			slowest = min(slowest, sides[k].speed/sides[k].drag.Slows(n))
		}
	}
	if c.OneWorker && n > 1 {
		return float64(n) * slowest
	}
	return rate
}

// declined notes the devices that were meant for a team with one worker and stay away from it: their
// lead is not enough, or it is too early. The team is valued again without them, by what those that
// come can do. It reports whether there are new ones.
func (p *planner) declined(decisions []Decision) (again bool) {
	for n, i := range p.order {
		d := &decisions[n]
		if c := p.trains[i]; c == nobody || d.Team == nil || !p.all.Contests[c].OneWorker || d.Chosen == p.all.Contests[c].Workload() {
			continue
		}
		if p.apart == nil {
			p.apart = map[int]bool{}
		}
		p.apart[i], again, d.Team = true, true, nil
	}
	return again
}

// fairPart is the device's part of a team with one worker: what it would earn otherwise, and as much
// of what the team gains as any other. So all of them are for the team, or none is: by their
// steps a fast one might leave, and with it what the others train for.
func (p *planner) fairPart(i int, t *team, devices int, worth float64) float64 {
	if worth <= 0 {
		return 1 / float64(devices)
	}
	rest, power := p.otherwise(i)
	part := (float64(rest+power)*t.hours + (worth-t.cost*t.hours)/float64(devices)) / worth
	return math.Max(0, math.Min(part, 1))
}
