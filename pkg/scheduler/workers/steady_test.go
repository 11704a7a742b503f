package workers

import (
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner"
)

// Shares that go back while the clock goes on count nothing, unless they have begun anew for good.
func TestSteady(t *testing.T) {
	begin := time.Unix(1e9, 0)
	book := func(told func(minute int) uint64) (booked uint64) {
		w := &minerWorker{last: miner.Stats{Accepted: 500, Uptime: time.Hour}}
		for minute := range 60 {
			s := w.steady(miner.Stats{Accepted: told(minute), Uptime: time.Hour + time.Duration(minute+1)*time.Minute}, begin.Add(time.Duration(minute)*time.Minute))
			booked += miner.Progress(w.last, s).Accepted
			w.last = s
		}
		return booked
	}
	if n := book(func(minute int) uint64 { return uint64(500 + minute) }); n != 59 {
		t.Errorf("one that goes on: %d", n)
	}
	if n := book(func(minute int) uint64 { return uint64(minute * 7 % 10) }); n != 0 {
		t.Errorf("one that goes back and forth: %d", n)
	}
	// Begun anew it is believed after ten minutes, and what it does from then on is booked.
	if n := book(func(minute int) uint64 { return uint64(minute) }); n < 45 || n > 50 {
		t.Errorf("one that has begun anew: %d", n)
	}
}
