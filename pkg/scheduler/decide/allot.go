package decide

import (
	"cmp"
	"math"
	"slices"
)

// The allotment of devices to challenges, in numbers alone. Its problem: of each
// challenge at most one team may be chosen, and within the window no class gives
// more hours than its devices have:
//
//	max sum V z   s.t.   sum z <= 1 for each challenge,
//	                     sum z * hours * devices <= devices * window for each class.
//
// A challenge's value is S-shaped in devices, so that adding one device at a time
// gets stuck. Instead an hour of each class gets a price, and each challenge picks
// the team that is best at these prices (Lagrangian relaxation; the prices are the
// dual of the problem above). What does not fit is repaired.

// side is a class of equal devices.
type side struct {
	free  int
	speed float64 // MACs per second
	cost  float64 // USD/h of one device: what it would earn otherwise, and power
	loss  float64 // USD that moving one device costs
}

// team is one way to train for a challenge.
type team struct {
	devices []int   // by class
	value   float64 // USD: expected, less devices' cost and moves
	hours   float64 // expected
	work    float64 // expected, in MACs per second times hours
	cost    float64 // USD/h of its devices
}

// entry is a challenge with the teams it may be trained by.
type entry struct {
	teams []team
	gain  float64 // USD that leaving it untrained gains: less than nothing if devices would have to move
	index float64 // USD per work of the best team: who comes first
}

// window is the value and the hours of a team within so many hours.
func (t *team) within(window float64) (value, hours float64) {
	if t.hours <= window {
		return t.value, t.hours
	}
	return t.value * window / t.hours, window
}

// allot chooses a team for each entry, or none (-1), for now: of what is best
// over the window, those first that gain most for their work.
func allot(sides []side, entries []entry, window float64) []int {
	prices := price(sides, entries, window)
	chosen := make([]int, len(entries))
	order := make([]int, len(entries))
	for i := range entries {
		order[i], chosen[i] = i, -1
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(entries[b].index, entries[a].index) })
	free := make([]int, len(sides))
	for k, s := range sides {
		free[k] = s.free
	}
	for _, i := range order {
		if j := entries[i].pick(prices, window, free); j >= 0 {
			chosen[i] = j
			take(free, entries[i].teams[j].devices, 1)
		}
	}
	improve(entries, order, chosen, free, window)
	return chosen
}

// improve lets each entry choose again among what is left, devices at no price,
// until nothing changes; a few rounds are enough.
func improve(entries []entry, order, chosen, free []int, window float64) {
	for range 3 {
		changed := false
		for _, i := range order {
			if was := chosen[i]; was >= 0 {
				take(free, entries[i].teams[was].devices, -1)
			}
			j := entries[i].pick(nil, window, free)
			changed = changed || j != chosen[i]
			if chosen[i] = j; j >= 0 {
				take(free, entries[i].teams[j].devices, 1)
			}
		}
		if !changed {
			return
		}
	}
}

func take(free, devices []int, sign int) {
	for k, n := range devices {
		free[k] -= sign * n
	}
}

// pick is the team of the most surplus at the prices that free devices can make
// up, or -1. Free may be nil: all teams can.
func (e *entry) pick(prices []float64, window float64, free []int) int {
	best, most := -1, e.gain
	for j := range e.teams {
		t := &e.teams[j]
		surplus, hours := t.within(window)
		if surplus <= most {
			continue
		}
		fits := true
		for k, n := range t.devices {
			if n == 0 {
				continue
			}
			if prices != nil {
				surplus -= prices[k] * float64(n) * hours
			}
			fits = fits && (free == nil || n <= free[k])
		}
		if fits && surplus > most {
			best, most = j, surplus
		}
	}
	return best
}

// rounds of the search for prices; they end sooner where no class is short.
const rounds = 60

// price finds hourly prices of the classes at which no more is asked for than
// there is, by subgradient steps that shrink; of all prices seen, those with the
// least dual bound are kept.
func price(sides []side, entries []entry, window float64) []float64 {
	n := len(sides)
	buffer := make([]float64, 4*n)
	prices, best, demand, scale := buffer[:n:n], buffer[n:2*n:2*n], buffer[2*n:3*n:3*n], buffer[3*n:]
	for i := range entries {
		for j := range entries[i].teams {
			t := &entries[i].teams[j]
			value, hours := t.within(window)
			devices := 0
			for _, m := range t.devices {
				devices += m
			}
			for k, m := range t.devices {
				if m > 0 && value > 0 {
					scale[k] = math.Max(scale[k], value/hours/float64(devices))
				}
			}
		}
	}
	least := math.Inf(1)
	for round := range rounds {
		bound := 0.0
		for k := range demand {
			demand[k] = -float64(sides[k].free) * window
			bound -= prices[k] * demand[k]
		}
		for i := range entries {
			e := &entries[i]
			j := e.pick(prices, window, nil)
			if j < 0 {
				bound += e.gain
				continue
			}
			value, hours := e.teams[j].within(window)
			bound += value
			for k, m := range e.teams[j].devices {
				used := float64(m) * hours
				demand[k] += used
				bound -= prices[k] * used
			}
		}
		if bound < least {
			least = bound
			copy(best, prices)
		}
		step, still := 0.5/(1+float64(round)/4), true
		for k := range prices {
			if sides[k].free == 0 {
				continue
			}
			over := demand[k] / (float64(sides[k].free) * window)
			was := prices[k]
			prices[k] = math.Max(0, was+step*scale[k]*math.Max(-1, math.Min(over, 1)))
			still = still && prices[k] == was
		}
		if still {
			break
		}
	}
	return best
}
