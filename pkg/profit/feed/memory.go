package feed

import (
	"maps"
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Memory is what outlives a daemon of prices: what was believed last.
type Memory struct {
	Quotes  map[string]Believed `json:"quotes,omitempty"`  // by the quote's name, unit and sources
	Tariffs map[string]Usual    `json:"tariffs,omitempty"` // the same
}

// Believed is a quote's last value.
type Believed struct {
	Value  float64   `json:"value"`
	At     time.Time `json:"at"`
	Agreed bool      `json:"agreed,omitempty"` // two sources were believed together once
}

// Usual is what is known of a tariff: sizes, and prices of the last days and to come.
type Usual struct {
	Size  float64       `json:"size"`
	Peak  float64       `json:"peak"`
	At    time.Time     `json:"at"`
	Slots []profit.Slot `json:"slots,omitempty"`
}

// forgotten is when what was believed serves nobody any more.
const forgotten = 60 * 24 * time.Hour

// Memory is what there is to remember now.
func (f *Feed) Memory() Memory {
	f.mu.Lock()
	defer f.mu.Unlock()
	m := Memory{map[string]Believed{}, map[string]Usual{}}
	for key, b := range f.blends {
		if !b.last.At.IsZero() && f.now().Sub(b.last.At) < forgotten {
			m.Quotes[key] = Believed{b.last.Value, b.last.At, b.agreed}
		}
	}
	for key, w := range f.watches {
		w.mu.Lock()
		if w.size != 0 && f.now().Sub(w.at) < forgotten {
			m.Tariffs[key] = Usual{w.size, w.peak, w.at, slices.Clone(w.slots)}
		}
		w.mu.Unlock()
	}
	return m
}

// Recall takes over what an earlier daemon believed. It is called before the first question.
func (f *Feed) Recall(m Memory) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for key, q := range m.Quotes {
		if !q.At.After(f.now()) { // of a clock that was wrong
			f.blends[key] = &blend{last: Reading{q.Value, q.At}, agreed: q.Agreed}
		}
	}
	for key, u := range m.Tariffs {
		f.watches[key] = &watch{size: u.Size, peak: u.Peak, at: u.At, slots: u.Slots}
	}
}

// Same reports whether nothing was learned since.
func (m Memory) Same(o Memory) bool {
	return maps.Equal(m.Quotes, o.Quotes) && maps.EqualFunc(m.Tariffs, o.Tariffs, func(a, b Usual) bool { return a.At.Equal(b.At) && len(a.Slots) == len(b.Slots) })
}
