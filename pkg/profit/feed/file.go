package feed

import (
	"fmt"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// maxFile bounds a quote file.
const maxFile = 4 << 20

// fileState is what a quote file said when it was read last.
type fileState struct {
	readAt  time.Time
	entries map[string]entry
	err     error
}

func (f *Feed) fromFile(name string, q config.Quote, k kind) profit.Quote {
	entries, err := f.read(q.File)
	one := said{source: fmt.Sprintf("%s: %s", q.File, q.Key)}
	e, ok := entries[q.Key]
	switch {
	case !ok && err != nil:
		one.fault = err.Error()
	case !ok:
		one.fault = fmt.Sprintf("%s has no entry %q", q.File, q.Key)
	case e.fault != "":
		one.fault = fmt.Sprintf("%s: entry %q %s", q.File, q.Key, e.fault)
	}
	one.Reading = e.Reading
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.blended(name, q, []said{one}, k)
}

func (f *Feed) read(path string) (map[string]entry, error) {
	f.mu.Lock()
	s, ok := f.files[path]
	f.mu.Unlock()
	if now := f.now(); !ok || now.Sub(s.readAt) >= time.Second || now.Before(s.readAt) {
		entries, err := parseFile(path) // without the lock: a disk may take its time
		s = fileState{readAt: now, entries: entries, err: err}
		f.mu.Lock()
		f.files[path] = s
		f.mu.Unlock()
	}
	return s.entries, s.err
}

func parseFile(path string) (map[string]entry, error) {
	b, err := plain.ReadFile(path, 0, maxFile)
	if err != nil {
		return nil, err
	}
	return parse(path, b)
}

func parse(path string, b []byte) (map[string]entry, error) {
	all, err := parseEntries(b)
	if err != nil {
		return all, fmt.Errorf("%s: %w", path, err)
	}
	return all, nil
}
