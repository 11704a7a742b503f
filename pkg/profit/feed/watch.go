package feed

import (
	"fmt"
	"math"
	"slices"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Electricity's price has no factor that it may not move by: it comes near zero,
// and below. But it has sizes that are usual: on a windy day most hours cost nearly
// nothing, and the evening what it always does.
const (
	outrageous = 20   // times the usual size: a slip of the unit, or a crisis
	seen       = 2    // times the largest that was believed so far
	fading     = 0.99 // of both, from answer to answer
)

// watch is what is remembered of a tariff: its usual size, the largest, and prices
// beyond them that wait to be believed, by the time that they are of.
type watch struct {
	mu      sync.Mutex
	size    float64
	peak    float64
	at      time.Time
	waiting map[time.Time]*jump
	slots   []profit.Slot // that were believed, of the last days and those to come, by time
	warning string        // of a price that is held; "" if it is not
}

// lately is how long a price is remembered: for as many days what it was at this hour stands
// in for one that nobody says.
const lately = 3

// keep remembers slots in the place of earlier words on the same time.
func (w *watch) keep(slots []profit.Slot, now time.Time) {
	if len(slots) == 0 {
		return
	}
	first := slots[0].From
	kept := slices.DeleteFunc(slices.Clone(w.slots), func(s profit.Slot) bool {
		return !s.From.Before(first) || now.Sub(s.Until) > (lately*24+1)*time.Hour
	})
	w.slots = append(kept, slots...)
}

func (w *watch) said() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.warning
}

func (w *watch) known() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.warning = ""
}

// held is the price that this hour had when it was known last, in the place of one that is not
// known, and those of the time to come.
func (w *watch) held(q profit.Quote, now time.Time) (profit.Quote, []profit.Slot) {
	slot, days := w.before(now)
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.warning = ""; days < 0 {
		return q, nil
	}
	if days > 0 {
		w.warning = fmt.Sprintf("%s is not known (%s): power is taken to cost what it did at this hour %d days ago", q.Source, q.Fault, days)
	}
	q.Source = fmt.Sprintf("%s (held: %s)", q.Source, q.Fault)
	q.Value, q.At, q.Fault, q.Doubt = slot.PerKWh, now, "", kind{free: true}.doubt(time.Duration(days)*24*time.Hour)
	return q, slices.DeleteFunc(slices.Clone(w.slots), func(s profit.Slot) bool { return !s.Until.After(now) })
}

// before is the price of this hour on the latest day of which it is known, and of how many days ago.
func (w *watch) before(now time.Time) (slot profit.Slot, days int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for days := range lately + 1 {
		then := now.Add(-time.Duration(days) * 24 * time.Hour)
		for _, s := range w.slots {
			if !then.Before(s.From) && then.Before(s.Until) {
				return s, days
			}
		}
	}
	return profit.Slot{}, -1
}

// usual reports which of an answer's prices are to be believed: those of a usual
// size, those that are ordinary anywhere, and those that so many answers have said. A
// crisis is known hours ahead.
func (w *watch) usual(slots []profit.Slot, at, now time.Time, patience time.Duration, ordinary float64) []bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.size == 0 {
		w.size = middle(slots)
	}
	believed, waiting := make([]bool, len(slots)), map[time.Time]*jump{}
	var kept []profit.Slot
	for i, s := range slots {
		believed[i] = w.size == 0 || math.Abs(s.PerKWh) <= max(outrageous*w.size, seen*w.peak, ordinary)
		if !believed[i] {
			j := w.waiting[s.From]
			if j == nil || apart(j.value, math.Abs(s.PerKWh)) > 2*near {
				j = &jump{value: math.Abs(s.PerKWh)}
			}
			j.again(at, now, patience)
			waiting[s.From] = j
			believed[i] = j.seen >= confirmed
		}
		if believed[i] {
			kept = append(kept, s)
		}
	}
	w.waiting = waiting
	w.keep(kept, now)
	if at.After(w.at) && len(kept) > 0 {
		w.at, w.size, w.peak = at, math.Max(middle(kept), fading*w.size), math.Max(largest(kept), fading*w.peak)
	}
	return believed
}

// middle is the median of the prices' sizes.
func middle(slots []profit.Slot) float64 {
	sizes := make([]float64, len(slots))
	for i, s := range slots {
		sizes[i] = math.Abs(s.PerKWh)
	}
	if len(sizes) == 0 {
		return 0
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

func largest(slots []profit.Slot) (size float64) {
	for _, s := range slots {
		size = math.Max(size, math.Abs(s.PerKWh))
	}
	return size
}
