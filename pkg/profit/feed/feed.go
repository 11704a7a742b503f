// Package feed turns configured quote sources into quotes. It is the shell
// around the pure valuation: it asks sources, reads files and the clock.
package feed

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// maxFile bounds a quote file.
const maxFile = 4 << 20

// Feed answers from what its sources have said; nobody waits for them. A quote
// file is read at most once a second.
type Feed struct {
	now func() time.Time

	mu      sync.Mutex
	files   map[string]fileState
	sources map[string]*source
	blends  map[string]*blend // by the quote's name, currency and sources
}

type fileState struct {
	readAt  time.Time
	entries map[string]entry
	err     error
}

// entry is one value of a quote file.
type entry struct {
	Value float64   `json:"value"`
	At    time.Time `json:"at"`
}

// New makes a feed that reads the time from now.
func New(now func() time.Time) *Feed {
	return &Feed{now: now, files: map[string]fileState{}, sources: map[string]*source{}, blends: map[string]*blend{}}
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
	for name, cfg := range sources {
		s := &source{name: name, cfg: cfg, now: f.now, log: log}
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

// Quote looks a configured quote up. A fault of its source is in the quote.
func (f *Feed) Quote(name string, q config.Quote) profit.Quote {
	switch {
	case q.Value != nil:
		return profit.Quote{Value: *q.Value, Source: name + " (configuration)"}
	case q.File != "":
		return f.fromFile(name, q)
	case len(q.From) > 0:
		return f.fromSources(name, q)
	}
	return profit.Quote{}
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
	return q
}

// Tariff is the price of electricity now and in the time to come, from a source
// that has times, such as awattar or octopus. Its prices may be below zero.
func (f *Feed) Tariff(name string, q config.Quote) (profit.Quote, []profit.Slot) {
	if len(q.From) != 1 {
		return f.Quote(name, q), nil
	}
	of, key, _ := strings.Cut(q.From[0], ":")
	if key != "price" {
		return f.Quote(name, q), nil
	}
	f.mu.Lock()
	s := f.sources[of]
	f.mu.Unlock()
	if s == nil {
		return profit.Quote{Source: name, Fault: "source " + of + " is not asked"}, nil
	}
	a, fault := s.said()
	now := f.now()
	quote := profit.Quote{Source: fmt.Sprintf("%s (%s)", name, of), Signed: true}
	for _, slot := range a.Slots {
		if !now.Before(slot.From) && now.Before(slot.Until) {
			// What was said of this hour yesterday is as good as if it were said now.
			quote.Value, quote.At = slot.PerKWh, now
			return quote, a.Slots
		}
	}
	if quote.Fault = fault; fault == "" {
		quote.Fault = of + " has no price for this time"
	}
	return quote, nil
}

func (f *Feed) fromSources(name string, q config.Quote) profit.Quote {
	now := f.now()
	all := make([]said, 0, len(q.From))
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, from := range q.From {
		of, key, _ := strings.Cut(from, ":")
		one := said{source: from}
		if s := f.sources[of]; s == nil {
			one.fault = "source " + of + " is not asked"
		} else if a, fault := s.said(); a.Readings[key] != (Reading{}) {
			one.Reading = a.Readings[key]
		} else if one.fault = fault; fault == "" {
			one.fault = fmt.Sprintf("%s does not say %s", of, key)
		}
		all = append(all, one)
	}
	// What was believed in another unit, or of other sources, is not held.
	key := strings.Join(append([]string{name, q.In}, q.From...), " ")
	b := f.blends[key]
	if b == nil {
		b = &blend{}
		f.blends[key] = b
	}
	return b.take(name, all, now, limits{maxAge: q.MaxAge, jump: q.MaxJump, hold: q.Hold})
}

func (f *Feed) fromFile(name string, q config.Quote) profit.Quote {
	quote := profit.Quote{Source: fmt.Sprintf("%s (%s: %s)", name, q.File, q.Key), MaxAge: q.MaxAge}
	entries, err := f.read(q.File)
	if err != nil {
		quote.Fault = err.Error()
		return quote
	}
	e, ok := entries[q.Key]
	switch {
	case !ok:
		quote.Fault = fmt.Sprintf("%s has no entry %q", q.File, q.Key)
	case e.At.IsZero():
		quote.Fault = fmt.Sprintf("%s: entry %q has no time", q.File, q.Key)
	}
	quote.Value, quote.At = e.Value, e.At
	return quote
}

func (f *Feed) read(path string) (map[string]entry, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	s, ok := f.files[path]
	if now := f.now(); !ok || now.Sub(s.readAt) >= time.Second || now.Before(s.readAt) {
		entries, err := parseFile(path)
		s = fileState{readAt: now, entries: entries, err: err}
		f.files[path] = s
	}
	return s.entries, s.err
}

func parseFile(path string) (map[string]entry, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	b, err := io.ReadAll(io.LimitReader(file, maxFile))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return parse(path, b)
}

func parse(path string, b []byte) (map[string]entry, error) {
	var entries map[string]entry
	if err := json.Unmarshal(b, &entries); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return entries, nil
}
