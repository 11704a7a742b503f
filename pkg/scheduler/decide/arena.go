package decide

import (
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Planner keeps the memory that planning needs for a moment, so that one who plans
// tick after tick allocates little. What it says does not depend on what it said
// before. One goroutine may use it at a time.
type Planner struct {
	planner planner
	sorter  sorter
}

// rest leaves the planner as it was made, but for its memory. Nothing of what it
// planned with is held by it.
func (p *planner) rest() {
	a, costs, found := p.arena, p.costs, p.found
	clear(costs)
	clear(found)
	a.reset()
	*p = planner{arena: a, costs: costs, found: found}
}

// arena is where a planner's slices come from that nothing keeps.
type arena struct {
	ints    chunk[int]
	floats  chunk[float64]
	lists   chunk[[]int]
	teams   chunk[team]
	headed  chunk[head]
	classes chunk[class]
	sides   chunk[side]
	entries chunk[entry]
	rosters chunk[roster]
}

func (a *arena) reset() {
	a.ints.reset()
	a.floats.reset()
	a.lists.reset()
	a.teams.reset()
	a.headed.reset()
	a.classes.reset()
	a.sides.reset()
	a.entries.reset()
	a.rosters.reset()
}

// chunk is a piece of memory that is given out from its begin on.
type chunk[T any] struct {
	all  []T
	used int
}

// take gives so many zeros. What does not fit comes from a new, larger piece; who
// has some of the old one keeps it.
func (c *chunk[T]) take(n int) []T {
	if len(c.all)-c.used < n {
		c.all, c.used = make([]T, max(2*len(c.all), n, 64)), 0
	}
	s := c.all[c.used : c.used+n : c.used+n]
	c.used += n
	return s
}

// reset takes everything back. What was given out is zero again, and holds on
// to nothing.
func (c *chunk[T]) reset() {
	clear(c.all[:c.used])
	c.used = 0
}

// sorter orders a device's options: an estimate is too large to be moved about.
type sorter struct {
	estimates []profit.Estimate
	ranks     []int
}

func (s *sorter) appendBestFirst(to []profit.Estimate) []profit.Estimate {
	s.ranks = s.ranks[:0]
	for k := range s.estimates {
		s.ranks = append(s.ranks, k)
	}
	slices.SortFunc(s.ranks, func(a, b int) int { return better(&s.estimates[a], &s.estimates[b]) })
	for _, k := range s.ranks {
		to = append(to, s.estimates[k])
	}
	clear(s.estimates)
	return to
}
