// Package feed turns configured quote sources into quotes. It is the shell
// around the pure valuation: it asks sources, reads files and the clock.
package feed

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Feed answers from what its sources have said; nobody waits for them. A quote
// file is read at most once a second.
type Feed struct {
	now func() time.Time

	mu      sync.Mutex
	files   map[string]fileState
	sources map[string]*source
	blends  map[string]*blend // by the quote's name, currency and sources
	watches map[string]*watch // of tariffs
	log     *zap.Logger
	clock   bool // it has been said that our clock is wrong
}

// New makes a feed that reads the time from now.
func New(now func() time.Time) *Feed {
	return &Feed{now: now, files: map[string]fileState{}, sources: map[string]*source{}, blends: map[string]*blend{}, watches: map[string]*watch{}, log: zap.NewNop()}
}

// Run asks the sources until ctx ends.
func (f *Feed) Run(ctx context.Context, sources map[string]config.Source, log *zap.Logger) {
	f.each(sources, log, func(s *source) { s.run(ctx) })
}

// Ask asks every source once and waits for their answers.
func (f *Feed) Ask(ctx context.Context, sources map[string]config.Source, log *zap.Logger) {
	f.each(sources, log, func(s *source) { s.ask(ctx) })
}

// each makes the sources and does something with all of them at once.
func (f *Feed) each(sources map[string]config.Source, log *zap.Logger, do func(s *source)) {
	var wg sync.WaitGroup
	f.mu.Lock()
	f.log = log
	for name, cfg := range sources {
		s := &source{name: name, cfg: cfg, now: f.now, log: log, after: f.noteClock}
		f.sources[name] = s
		wg.Go(func() { do(s) })
	}
	f.mu.Unlock()
	wg.Wait()
}

// Health is how a source is.
type Health struct {
	Source string  `json:"source"`
	Fault  string  `json:"fault,omitempty"` // "" if its latest answer was good
	Error  float64 `json:"error"`           // relative, against what was believed: the root of the mean square over its quotes
}

// Health is how the sources are.
func (f *Feed) Health() (all []Health) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for name, s := range f.sources {
		_, fault := s.said()
		sum, n := 0.0, 0.0
		for _, b := range f.blends {
			for from, square := range b.errors {
				if of, _, _ := strings.Cut(from, ":"); of == name {
					sum, n = sum+square, n+1
				}
			}
		}
		all = append(all, Health{name, fault, math.Sqrt(sum / max(n, 1))})
	}
	slices.SortFunc(all, func(a, b Health) int { return strings.Compare(a.Source, b.Source) })
	return all
}

// Warnings are what an operator ought to know of prices that are believed all the same.
func (f *Feed) Warnings() (all []string) {
	if words := f.Clock(); words != "" {
		all = append(all, words)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, b := range f.blends {
		if b.warning != "" {
			all = append(all, b.warning)
		}
	}
	for _, w := range f.watches {
		if words := w.said(); words != "" {
			all = append(all, words)
		}
	}
	slices.Sort(all)
	return all
}

// Quote looks a configured quote up. A fault of its source is in the quote.
func (f *Feed) Quote(name string, q config.Quote) profit.Quote { return f.quote(name, q, kind{}) }

// Rate looks a currency's rate up. One that a state issues is held when its sources
// keep a holiday; others move too much for that.
func (f *Feed) Rate(name, currency string, q config.Quote) profit.Quote {
	return f.quote(name, q, kind{lasting: issued(currency)})
}

func (f *Feed) quote(name string, q config.Quote, k kind) profit.Quote {
	switch {
	case q.Value != nil:
		return profit.Quote{Value: *q.Value, Source: name + " (configuration)", Signed: k.free}
	case q.File != "":
		return f.fromFile(name, q, k)
	case len(q.From) > 0:
		return f.fromSources(name, q, k)
	}
	return profit.Quote{}
}

// patience is a file's: half an hour for an entry that is kept by hand.
func patience(q config.Quote) time.Duration {
	if q.File == "" {
		return 0
	}
	return min(q.MaxAge/4, 15*time.Minute)
}

// In is a quote in USD of one that is in another currency.
func In(q, rate profit.Quote, now time.Time) profit.Quote {
	if q.Fault == "" {
		if why := rate.Disbelief(now); why != "" {
			q.Fault = "exchange rate: " + why
		} else if rate.Value == 0 {
			q.Fault = "exchange rate: " + rate.Source + " says 0"
		}
	}
	q.Value *= rate.Value
	q.Doubt = profit.Ratio(math.Hypot(float64(q.Doubt), float64(rate.Doubt)))
	return q
}

// Tariff is the price of electricity now and in the time to come, from a source
// that has times, such as awattar or octopus. Its prices may be below zero. One
// beyond all that was usual is believed only once it has been said again and again;
// below ordinary, in the tariff's currency, it is what power costs somewhere every day.
func (f *Feed) Tariff(name string, q config.Quote, ordinary float64) (profit.Quote, []profit.Slot) {
	of, key := "", ""
	if len(q.From) == 1 {
		of, key, _ = strings.Cut(q.From[0], ":")
	}
	s := f.source(of)
	if key != "price" || s != nil && s.cfg.Type == "command" { // one price, without times
		q.MaxJump = 0 // across zero, and between day and night, a factor says little
		quote := f.quote(name, q, kind{free: true})
		if q.Value == nil && quote.Fault == "" && !f.watch(name, q).usual([]profit.Slot{{PerKWh: quote.Value}}, quote.At, f.now(), patience(q), ordinary)[0] {
			quote.Fault = fmt.Sprintf("%g is beyond all that was usual, not believed yet", quote.Value)
		}
		return quote, nil
	}
	a, fault := Answer{}, "source "+of+" is not asked"
	if s != nil {
		a, fault = s.said()
	}
	now := f.now()
	quote := profit.Quote{Source: fmt.Sprintf("%s (%s)", name, of), Signed: true}
	if quote.Fault = fault; fault == "" {
		quote.Fault = of + " has no price for this time"
	}
	var slots []profit.Slot
	w := f.watch(name, q)
	for i, usual := range w.usual(a.Slots, a.At, now, 0, ordinary) {
		slot := a.Slots[i]
		present := !now.Before(slot.From) && now.Before(slot.Until)
		switch {
		case usual && present:
			// What was said of this hour yesterday is as good as if it were said now.
			quote.Value, quote.At, quote.Fault = slot.PerKWh, now, ""
		case present:
			quote.Fault = fmt.Sprintf("%s says %g, beyond all that was usual, not believed yet", of, slot.PerKWh)
		}
		if usual {
			slots = append(slots, slot)
		}
	}
	if quote.Fault != "" {
		return w.held(quote, now)
	}
	w.known()
	return quote, slots
}

func (f *Feed) source(name string) *source {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.sources[name]
}

// watch is what is remembered of a tariff.
func (f *Feed) watch(name string, q config.Quote) *watch {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := strings.Join(append([]string{name, q.File, q.Key}, q.From...), " ")
	w := f.watches[key]
	if w == nil {
		w = &watch{}
		f.watches[key] = w
	}
	return w
}

func (f *Feed) fromSources(name string, q config.Quote, k kind) profit.Quote {
	all := make([]said, 0, len(q.From))
	f.mu.Lock()
	defer f.mu.Unlock()
	behind := time.Duration(0)
	if by, agree := f.skew(); len(agree) > 1 {
		behind = by // several say so: their times are read as ours would be
	}
	for _, from := range q.From {
		of, key, _ := strings.Cut(from, ":")
		one := said{source: from}
		if s := f.sources[of]; s == nil {
			one.fault = "source " + of + " is not asked"
		} else if a, fault := s.said(); a.Readings[key] != (Reading{}) {
			one.Reading = a.Readings[key]
			one.At = one.At.Add(-behind)
		} else if one.fault = fault; a.Faults[key] != "" {
			one.fault = fmt.Sprintf("%s: %s %s", of, key, a.Faults[key])
		} else if fault == "" {
			one.fault = fmt.Sprintf("%s does not say %s", of, key)
		}
		all = append(all, one)
	}
	return f.blended(name, q, all, k)
}

// blended is what is believed of what is said. What was believed in another unit,
// or of other sources, is not held. The caller has the lock.
func (f *Feed) blended(name string, q config.Quote, all []said, k kind) profit.Quote {
	key := strings.Join(append([]string{name, q.In, q.File, q.Key}, q.From...), " ")
	b := f.blends[key]
	if b == nil {
		b = &blend{}
		f.blends[key] = b
	}
	was := b.warning
	quote := b.take(name, all, f.now(), limits{maxAge: q.MaxAge, jump: q.MaxJump, hold: q.Hold, kind: k, patience: patience(q)})
	if b.warning != "" && was == "" {
		f.log.Warn(b.warning)
	}
	return quote
}
