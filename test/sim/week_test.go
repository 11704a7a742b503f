package sim

import (
	"os"
	"runtime"
	"testing"
	"testing/synctest"
	"time"

	bolt "go.etcd.io/bbolt"
)

// size is what a daemon takes at a moment.
type size struct {
	goroutines, files int
	heap              uint64
	keys              map[string]int // of the store, by bucket
}

func measure(t *testing.T, path string) (s size) {
	synctest.Wait()
	runtime.GC()
	runtime.GC() // what finalizers let go
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	s.goroutines, s.heap, s.keys = runtime.NumGoroutine(), m.HeapAlloc, map[string]int{}
	files, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	s.files = len(files)
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
			s.keys[string(name)] = b.Stats().KeyN
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestAWeekDoesNotGrow: a daemon with all its faults takes as much after a week as after a day,
// but for the ledger, whose lines are rolled up later, and what was expected, which is kept for three years (pkg/store).
func TestAWeekDoesNotGrow(t *testing.T) {
	dir := t.TempDir()
	var day, week size
	defer func(was int) { *days = was }(*days)
	*days = 7
	synctest.Test(t, func(t *testing.T) {
		simulateWith(t, 77, dir, func(lived time.Duration, path string) {
			switch {
			case lived >= 24*time.Hour && day.keys == nil:
				day = measure(t, path)
			case lived >= 7*24*time.Hour:
				week = measure(t, path)
			}
		})
	})
	t.Logf("after a day %+v, after a week %+v", day, week)
	if week.goroutines > day.goroutines+2 || week.files > day.files || week.heap > day.heap+day.heap/4+(4<<20) {
		t.Errorf("after a day %+v, after a week %+v", day, week)
	}
	for bucket, n := range week.keys {
		most := max(2*day.keys[bucket], 50)
		if bucket == "expected" { // one an hour, for three years
			most = 7*24 + 1
		}
		if bucket != "ledger" && bucket != "decisions" && n > most {
			t.Errorf("%s has %d keys after a week, %d after a day", bucket, n, day.keys[bucket])
		}
	}
	if n := week.keys["decisions"]; n > 200 {
		t.Errorf("%d decisions are kept", n)
	}
}
