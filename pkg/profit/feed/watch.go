package feed

import (
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
