package feed

import (
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// ahead is how far periods are laid out.
const ahead = 48 * time.Hour

// Periods lays out a tariff that depends on the time of day: the prices from now
// on, by the wall clock of the place, which knows summer time. Of periods that
// overlap the first in the list holds. The configuration has been checked.
func Periods(now time.Time, place *time.Location, periods []config.Period) []profit.Slot {
	var slots []profit.Slot
	local := now.In(place)
	for _, p := range periods {
		from, until, days := p.Times()
		for day := -1; day <= 2; day++ {
			date := local.AddDate(0, 0, day)
			if !slices.Contains(days, date.Weekday()) {
				continue
			}
			at := func(d time.Duration) time.Time {
				return time.Date(date.Year(), date.Month(), date.Day(), 0, int(d.Minutes()), 0, 0, place)
			}
			begin, end := at(from), at(until)
			if until <= from { // into the next day
				end = at(until + 24*time.Hour)
			}
			if !end.After(begin) { // an hour that summer time takes away
				continue
			}
			slots = cut(slots, profit.Slot{From: begin.UTC(), Until: end.UTC(), PerKWh: p.PricePerKWh})
		}
	}
	slots = slices.DeleteFunc(slots, func(s profit.Slot) bool { return !s.Until.After(now) || s.From.After(now.Add(ahead)) })
	slices.SortFunc(slots, func(a, b profit.Slot) int { return a.From.Compare(b.From) })
	return slots
}

// Fill lays a base price out where no slot is, from now on.
func Fill(now time.Time, slots []profit.Slot, perKWh float64) []profit.Slot {
	slots = cut(slots, profit.Slot{From: now.UTC(), Until: now.Add(ahead).UTC(), PerKWh: perKWh})
	slices.SortFunc(slots, func(a, b profit.Slot) int { return a.From.Compare(b.From) })
	return slots
}

// cut adds what of the slot is not taken yet.
func cut(slots []profit.Slot, s profit.Slot) []profit.Slot {
	rest := []profit.Slot{s}
	for _, taken := range slots {
		var left []profit.Slot
		for _, r := range rest {
			if !taken.Until.After(r.From) || !r.Until.After(taken.From) {
				left = append(left, r)
				continue
			}
			if taken.From.After(r.From) {
				left = append(left, profit.Slot{From: r.From, Until: taken.From, PerKWh: r.PerKWh})
			}
			if r.Until.After(taken.Until) {
				left = append(left, profit.Slot{From: taken.Until, Until: r.Until, PerKWh: r.PerKWh})
			}
		}
		rest = left
	}
	return append(slots, rest...)
}
