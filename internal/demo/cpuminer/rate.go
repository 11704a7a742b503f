package cpuminer

import (
	"sync"
	"time"
)

// sample is the number of hashes done by a moment.
type sample struct {
	at     time.Time
	hashes uint64
}

// rates keeps the samples of the longest window, newest last, and the highest
// rate of the shortest window.
type rates struct {
	windows [3]time.Duration // XMRig's: 10 s, 60 s, 15 min

	mu      sync.Mutex
	samples []sample
	highest float64
}

func newRates() *rates {
	return &rates{windows: [3]time.Duration{10 * time.Second, time.Minute, 15 * time.Minute}}
}

// add records a sample and forgets those that no window needs any more.
func (r *rates) add(at time.Time, hashes uint64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.samples = append(r.samples, sample{at, hashes})
	keep := 0
	for keep+1 < len(r.samples) && at.Sub(r.samples[keep+1].at) >= r.windows[2] {
		keep++
	}
	r.samples = r.samples[keep:]
	if rate := r.over(r.windows[0]); rate != nil {
		r.highest = max(r.highest, *rate)
	}
}

// total holds hashes per second over each window; nil, as in XMRig, until the
// window is full.
func (r *rates) total() (out [3]*float64, highest *float64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i, w := range r.windows {
		out[i] = r.over(w)
	}
	if r.highest > 0 {
		v := r.highest
		highest = &v
	}
	return out, highest
}

// over measures back from the newest sample to the last one that is at least a
// window older.
func (r *rates) over(window time.Duration) *float64 {
	if len(r.samples) == 0 {
		return nil
	}
	last := r.samples[len(r.samples)-1]
	for i := len(r.samples) - 2; i >= 0; i-- {
		if d := last.at.Sub(r.samples[i].at); d >= window {
			rate := float64(last.hashes-r.samples[i].hashes) / d.Seconds()
			return &rate
		}
	}
	return nil
}
