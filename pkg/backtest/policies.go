package backtest

import "math"

// poll is what a policy sees at one step: quotes, and what it reckons from them.
type poll struct {
	step   int
	tariff float64
	gross  []float64 // quoted, by option
	net    []float64 // of that
}

// policy chooses an option at each step; it remembers what it wants to.
type policy interface{ choose(p poll) int }

// Policy is a rule that can be backtested.
type Policy struct {
	Name string
	new  func(w *World, c *Class, minutes float64) policy
}

// Peers are the rules that other programs state, and the simplest one.
func Peers() []Policy {
	rule := func(h hysteresis) func(*World, *Class, float64) policy {
		return func(_ *World, c *Class, _ float64) policy {
			h := h
			h.idle, h.ran = len(c.Coins), math.MaxInt32
			return &h
		}
	}
	return []Policy{
		{"greedy", rule(hysteresis{lead: -1})},
		{"2 %, two polls", rule(hysteresis{lead: .02, persist: 2})},
		{"3 %", rule(hysteresis{lead: .03})},
		{"10 %, 1 h", rule(hysteresis{lead: .10, minRun: 6})},
		{"24 %", rule(hysteresis{lead: .24})},
	}
}

// hysteresis switches to what leads by a part of the running gross, for so many
// polls in a row, after so many steps at least. A lead below zero is greed.
type hysteresis struct {
	lead            float64
	minRun, persist int

	idle, running, ran, seen, last int
}

func (h *hysteresis) choose(p poll) int {
	best := 0
	for k, v := range p.net {
		if v > p.net[best] {
			best = k
		}
	}
	base := math.Max(math.Abs(p.gross[h.running]), 1e-9)
	if h.running == h.idle {
		base = math.Max(p.gross[best], 1e-9)
	}
	leave := h.lead < 0 || p.net[best]-p.net[h.running] > h.lead*base && h.ran >= h.minRun
	if h.persist > 0 {
		switch {
		case leave && best == h.last:
			h.seen++
		case leave:
			h.seen = 1
		default:
			h.seen = 0
		}
		h.last = best
		leave = leave && h.seen >= h.persist
	}
	if leave && best != h.running {
		h.running, h.ran = best, 0
	} else {
		h.ran++
	}
	return h.running
}
