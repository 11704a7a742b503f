package feed

import (
	"math"
	"slices"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Electricity's price has no factor that it may not move by: it comes near zero,
// and below. But it has a size that is usual.
const (
	outrageous = 20   // times the usual size: a slip of the unit, or a crisis
	fading     = 0.99 // of the usual size, from answer to answer
)

// watch is what is remembered of a tariff: its usual size, and prices beyond it
// that wait to be believed, by the time that they are of.
type watch struct {
	mu      sync.Mutex
	size    float64
	at      time.Time
	waiting map[time.Time]*jump
}

// usual reports which of an answer's prices are to be believed: those of a usual
// size, and those that so many answers have said. A crisis is known hours ahead.
func (w *watch) usual(slots []profit.Slot, at, now time.Time, patience time.Duration) []bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.size == 0 {
		w.size = middle(slots)
	}
	believed, waiting := make([]bool, len(slots)), map[time.Time]*jump{}
	var kept []profit.Slot
	for i, s := range slots {
		believed[i] = w.size == 0 || math.Abs(s.PerKWh) <= outrageous*w.size
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
		w.at, w.size = at, math.Max(middle(kept), fading*w.size)
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
