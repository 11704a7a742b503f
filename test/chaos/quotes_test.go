//go:build chaos

package chaos

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"sync"
	"syscall"
	"time"
)

// requote is how often prices change. The daemon reads them once a second.
const requote = 1500 * time.Millisecond

// quotes is the file of prices. Its price of a hash moves so far from one writing to the
// next that another coin is the best one nearly each time.
type quotes struct {
	path  string
	coins []string
	fail  func(format string, args ...any)
	rng   *rand.Rand

	mu      sync.Mutex
	rubbish bool // what stands there is none of ours
}

type quote struct {
	Value float64   `json:"value"`
	At    time.Time `json:"at"`
}

// run writes until ctx ends.
func (q *quotes) run(ctx context.Context) {
	for ctx.Err() == nil {
		q.mu.Lock()
		if !q.rubbish {
			q.write()
		}
		q.mu.Unlock()
		select {
		case <-ctx.Done():
		case <-time.After(requote):
		}
	}
}

func (q *quotes) good() []byte {
	prices := map[string]quote{}
	for _, coin := range q.coins {
		prices[coin] = quote{1e-6 * (1 + 3*q.rng.Float64()), time.Now().UTC()}
	}
	text, err := json.Marshal(prices)
	if err != nil {
		panic(err) // of numbers and times
	}
	return text
}

// write replaces the file at once. The caller has the lock.
func (q *quotes) write() {
	err := os.WriteFile(q.path+".new", q.good(), 0o600)
	if err == nil {
		err = os.Rename(q.path+".new", q.path)
	}
	if err != nil {
		q.fail("quotes: %v", err)
	}
}

// spoilt are ways in which the file is none.
var spoilt = []func(path string, good []byte) error{
	func(path string, _ []byte) error { return os.WriteFile(path, nil, 0o600) },
	func(path string, good []byte) error { return os.WriteFile(path, good[:len(good)/2], 0o600) },
	func(path string, _ []byte) error {
		return os.WriteFile(path, []byte("\x00\xff<html>502</html>"), 0o600)
	},
	func(path string, _ []byte) error {
		return os.WriteFile(path, []byte(`{"AAA":{"value":1e300,"at":"2999-01-01T00:00:00Z"},"BBB":{"value":-4,"at":0},"CCC":[],"DDD":null}`), 0o600)
	},
	func(path string, _ []byte) error { return os.Remove(path) },
	func(path string, _ []byte) error {
		if err := os.Remove(path); err != nil {
			return err
		}
		return os.Mkdir(path, 0o700)
	},
	func(path string, _ []byte) error { // whoever opens it waits for a writer
		if err := os.Remove(path); err != nil {
			return err
		}
		return syscall.Mkfifo(path, 0o600)
	},
}

// spoil makes the file rubbish for a while.
func (q *quotes) spoil(way int, hold time.Duration) error {
	q.mu.Lock()
	q.rubbish = true
	err := spoilt[way%len(spoilt)](q.path, q.good())
	q.mu.Unlock()
	time.Sleep(hold)
	q.mu.Lock()
	defer q.mu.Unlock()
	if err := os.RemoveAll(q.path); err != nil {
		return err
	}
	q.write()
	q.rubbish = false
	return err
}
