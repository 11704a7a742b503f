package decide

import (
	"cmp"
	"slices"
)

// Several rules that count devices, kept together. For the rules a device's option is only which
// of them count it: a set, its mark. Of each mark the device's best option stands for all. Marks are
// chosen so that no rule counts more than it allows, as few are missing from those that want some
// as can be, and then as little is lost as can be:
//
//	min sum value lost   s.t.   least <= devices with the rule's mark <= most, for each rule
//
// By dynamic programming over the devices: what has been counted so far is all that the rest has to
// know. It is exact for a rig. A fleet's rules are kept one after the other, by those who lose least.

// mark is a set of rules by their place.
type mark uint64

// mostCounted is how many rules are kept together.
const mostCounted = 16

// bid is what a device would lose by the best of its options of a mark.
type bid struct {
	mark mark
	loss float64
}

// span is how many devices a rule wants counted, those aside that nobody can move.
type span struct{ least, most int }

// counts are devices counted so far, by rule. More than a rule can tell apart is not kept.
type counts [mostCounted]uint8

// step is the cheapest way to counts: the bid of the device, and what was before it.
type step struct {
	counts counts
	loss   float64
	bid    int32
	from   int32
}

// Bounds of what is done exactly: devices, and ways that are followed from one to the next.
const (
	mostMatched = 128
	mostSteps   = 20_000
)

// nothingGained is what is lost to rounding.
const nothingGained = 1e-12

// match chooses a bid of each device. Every device has one that no rule counts, or what it cannot
// help: then rules may be broken by it.
func match(bids [][]bid, spans []span) []int {
	if len(bids) > mostMatched {
		return greedy(bids, spans)
	}
	layers := make([][]step, len(bids)+1)
	layers[0] = []step{{}}
	at := map[counts]int{}
	for i, of := range bids {
		clear(at)
		var next []step
		for f := range layers[i] {
			from := &layers[i][f]
			for k, b := range of {
				c, ok := from.counts.with(b.mark, spans)
				if !ok {
					continue
				}
				s := step{c, from.loss + b.loss, int32(k), int32(f)}
				if j, seen := at[c]; !seen {
					at[c] = len(next)
					next = append(next, s)
				} else if s.loss < next[j].loss-nothingGained {
					next[j] = s
				}
			}
		}
		if len(next) == 0 { // it can do nothing that is allowed: it does what it does
			for f := range layers[i] {
				next = append(next, step{layers[i][f].counts, layers[i][f].loss, 0, int32(f)})
			}
		}
		layers[i+1] = cheapest(next)
	}
	last := layers[len(bids)]
	best := 0
	for k := range last {
		missing, least := last[k].counts.missing(spans), last[best].counts.missing(spans)
		if missing < least || missing == least && last[k].loss < last[best].loss-nothingGained {
			best = k
		}
	}
	chosen := make([]int, len(bids))
	for i := len(bids); i > 0; i-- {
		s := &layers[i][best]
		chosen[i-1], best = int(s.bid), int(s.from)
	}
	return chosen
}

// with counts a mark; false: a rule has no room for it.
func (c counts) with(m mark, spans []span) (counts, bool) {
	for r := range spans {
		if m&(1<<r) == 0 {
			continue
		}
		switch s := &spans[r]; {
		case int(c[r]) < s.least || s.most >= 0 && int(c[r]) < s.most:
			c[r]++
		case s.most >= 0:
			return c, false
		}
	}
	return c, true
}

// missing is how many devices rules lack.
func (c counts) missing(spans []span) (n int) {
	for r := range spans {
		n += max(spans[r].least-int(c[r]), 0)
	}
	return n
}

// cheapest keeps as many ways as are followed.
func cheapest(all []step) []step {
	if len(all) <= mostSteps {
		return all
	}
	slices.SortStableFunc(all, func(a, b step) int {
		switch {
		case a.loss < b.loss:
			return -1
		case a.loss > b.loss:
			return 1
		}
		return 0
	})
	return all[:mostSteps]
}

// greedy starts with what each device loses nothing by, and lets those change who lose least, rule by
// rule: where too many are counted, and then where too few are. Rules that are in each other's way
// take a few rounds.
func greedy(bids [][]bid, spans []span) []int {
	chosen, counted := make([]int, len(bids)), make([]int, len(spans))
	move := func(i, k, by int) {
		for r := range spans {
			if bids[i][k].mark&(1<<r) != 0 {
				counted[r] += by
			}
		}
	}
	for i := range bids {
		for k := range bids[i] {
			if bids[i][k].loss < bids[i][chosen[i]].loss {
				chosen[i] = k
			}
		}
		move(i, chosen[i], 1)
	}
	for range 3 {
		moved := false
		for r, s := range spans {
			if s.most >= 0 && counted[r] > s.most {
				moved = shift(bids, spans, chosen, counted, move, r, counted[r]-s.most, false) || moved
			}
			if counted[r] < s.least {
				moved = shift(bids, spans, chosen, counted, move, r, s.least-counted[r], true) || moved
			}
		}
		if !moved {
			break
		}
	}
	return chosen
}

// shift moves so many devices into a rule, or out of it, where no other rule is broken by that.
func shift(bids [][]bid, spans []span, chosen, counted []int, move func(i, k, by int), r, devices int, in bool) (moved bool) {
	type change struct {
		device, to int
		loss       float64
	}
	var all []change
	for i := range bids {
		if (bids[i][chosen[i]].mark&(1<<r) != 0) == in {
			continue
		}
		for k := range bids[i] {
			if (bids[i][k].mark&(1<<r) != 0) == in {
				all = append(all, change{i, k, bids[i][k].loss - bids[i][chosen[i]].loss})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b change) int {
		if !in && a.loss == b.loss { // of equals the later ones leave
			return cmp.Compare(b.device, a.device)
		}
		return cmp.Compare(a.loss, b.loss)
	})
	for _, c := range all {
		if devices == 0 {
			break
		}
		was := bids[c.device][chosen[c.device]].mark
		if (was&(1<<r) != 0) == in { // it has changed already
			continue
		}
		fits := true
		for o, s := range spans {
			to, from := bids[c.device][c.to].mark&(1<<o) != 0, was&(1<<o) != 0
			if o != r && (to && !from && s.most >= 0 && counted[o] >= s.most || from && !to && counted[o] <= s.least) {
				fits = false
			}
		}
		if fits {
			move(c.device, chosen[c.device], -1)
			chosen[c.device] = c.to
			move(c.device, c.to, 1)
			devices, moved = devices-1, true
		}
	}
	return moved
}
