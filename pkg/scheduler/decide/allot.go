package decide

import (
	"cmp"
	"math"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
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
	again float64 // USD that starting one anew in another team costs, where a team is one worker
	drag  profit.Drag
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

// within is the value and the hours of a team within so many hours.
func (t *team) within(window float64) (value, hours float64) {
	if t.hours <= window {
		return t.value, t.hours
	}
	return t.value * window / t.hours, window
}

// allot chooses a team for each entry, or none (-1), for now: of what is best
// over the window, those first that gain most for their work; then what gains more
// an hour by exchange. Refill, where given, adds teams to an entry that can be made
// of what is free, for when a class is short.
func (a *arena) allot(sides []side, entries []entry, window float64, refill func(e *entry, n int, free []int)) []int {
	prices := a.price(sides, entries, window)
	byWork := func(a, b int) int { return cmp.Compare(entries[b].index, entries[a].index) }
	d := a.begin(sides, entries, window, prices, byWork)
	if !slices.Contains(d.free, 0) {
		return d.chosen
	}
	// A class is short: what came first may be in the way of what is worth more.
	surplus := a.floats.take(len(entries))
	for i := range entries {
		if j := entries[i].pick(prices, window, nil); j >= 0 {
			devices := 0
			for _, n := range entries[i].teams[j].devices {
				devices += n
			}
			surplus[i] = entries[i].rate(j, window) / float64(devices)
		}
	}
	other := a.begin(sides, entries, window, prices, func(a, b int) int { return cmp.Compare(surplus[b], surplus[a]) })
	if other.rate() > d.rate() {
		d = other
	}
	if refill != nil {
		d.refill(refill)
	}
	return d.chosen
}

// draft is an allotment in the making.
type draft struct {
	entries []entry
	window  float64
	order   []int // of the entries
	chosen  []int // team of each entry, or -1
	free    []int // devices of each class
}

// begin lets entries choose at the prices, in an order, and improves that.
func (a *arena) begin(sides []side, entries []entry, window float64, prices []float64, by func(a, b int) int) draft {
	d := draft{entries, window, a.ints.take(len(entries)), a.ints.take(len(entries)), a.ints.take(len(sides))}
	for i := range entries {
		d.order[i], d.chosen[i] = i, -1
	}
	slices.SortStableFunc(d.order, by)
	for k, s := range sides {
		d.free[k] = s.free
	}
	for _, i := range d.order {
		d.set(i, entries[i].pick(prices, window, d.free))
	}
	d.improve()
	d.exchange()
	return d
}

// set gives entry i its team j instead of what it has.
func (d *draft) set(i, j int) {
	if was := d.chosen[i]; was >= 0 {
		take(d.free, d.entries[i].teams[was].devices, -1)
	}
	if d.chosen[i] = j; j >= 0 {
		take(d.free, d.entries[i].teams[j].devices, 1)
	}
}

// rate is what all gain in an hour.
func (d *draft) rate() (sum float64) {
	for i, j := range d.chosen {
		sum += d.entries[i].rate(j, d.window)
	}
	return sum
}

// refill adds teams of what is free, and improves with them.
func (d *draft) refill(add func(e *entry, n int, free []int)) {
	for i := range d.entries {
		was := d.chosen[i]
		d.set(i, -1)
		add(&d.entries[i], i, d.free)
		d.set(i, was)
	}
	d.improve()
	d.exchange()
}

// improve lets each entry choose again among what is left, devices at no price,
// until nothing changes; a few rounds are enough.
func (d *draft) improve() {
	for range 3 {
		changed := false
		for _, i := range d.order {
			was := d.chosen[i]
			d.set(i, -1)
			d.set(i, d.entries[i].pick(nil, d.window, d.free))
			changed = changed || d.chosen[i] != was
		}
		if !changed {
			return
		}
	}
}

// exchange lets an entry have a team that takes devices from one other entry,
// which then chooses anew, where both together gain more an hour.
func (d *draft) exchange() {
	for range 4 {
		changed := false
		for _, i := range d.order {
			for j := range d.entries[i].teams {
				if d.entries[i].rate(j, d.window) > d.entries[i].rate(d.chosen[i], d.window) && d.displace(i, j) {
					changed = true
				}
			}
		}
		if !changed {
			return
		}
	}
}

// displace gives entry i its team j, if need be at the cost of the one other
// entry that loses least by it, and reports whether that gained anything.
func (d *draft) displace(i, j int) bool {
	was := d.chosen[i]
	gain := d.entries[i].rate(j, d.window) - d.entries[i].rate(was, d.window)
	d.set(i, j)
	if fits(d.free) {
		return true
	}
	best, loser, instead := 1e-12, -1, -1
	for v := range d.entries {
		had := d.chosen[v]
		if v == i || had < 0 {
			continue
		}
		d.set(v, -1)
		if fits(d.free) {
			next := d.entries[v].pick(nil, d.window, d.free)
			if sum := gain + d.entries[v].rate(next, d.window) - d.entries[v].rate(had, d.window); sum > best {
				best, loser, instead = sum, v, next
			}
		}
		d.set(v, had)
	}
	if loser < 0 {
		d.set(i, was)
		return false
	}
	d.set(loser, instead)
	return true
}

func fits(free []int) bool {
	for _, n := range free {
		if n < 0 {
			return false
		}
	}
	return true
}

func take(free, devices []int, sign int) {
	for k, n := range devices {
		free[k] -= sign * n
	}
}

// rate is what an entry gains in an hour by its team j, or by none.
func (e *entry) rate(j int, window float64) float64 {
	if j < 0 {
		return e.gain / window
	}
	value, hours := e.teams[j].within(window)
	return value / hours
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
func (a *arena) price(sides []side, entries []entry, window float64) []float64 {
	n := len(sides)
	prices, best, demand, scale := a.floats.take(n), a.floats.take(n), a.floats.take(n), a.floats.take(n)
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
