// Package feed turns configured quote sources into quotes. It is the shell
// around the pure valuation: it reads files and the clock.
package feed

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// maxFile bounds a quote file.
const maxFile = 4 << 20

// Feed reads quotes; each file is read at most once a second.
type Feed struct {
	now func() time.Time

	mu    sync.Mutex
	files map[string]fileState
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
func New(now func() time.Time) *Feed { return &Feed{now: now, files: map[string]fileState{}} }

// Quote looks a configured source up. A fault of the source is in the quote.
func (f *Feed) Quote(name string, q config.Quote) profit.Quote {
	switch {
	case q.Value != nil:
		return profit.Quote{Value: *q.Value, Source: name + " (configuration)"}
	case q.File != "":
		return f.fromFile(name, q)
	}
	return profit.Quote{}
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
