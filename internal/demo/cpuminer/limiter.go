package cpuminer

import (
	"context"
	"sync"
	"time"
)

const (
	slotLength = 20 * time.Millisecond // time between two batches of a thread, where the limit allows
	freeBatch  = 16                    // hashes per batch without a limit
	maxLag     = 250 * time.Millisecond

	maxInterval = 24 * time.Hour
)

// limiter spreads hashes evenly over time, so that many workers can share a few
// cores: each batch is booked at its own moment, and a thread sleeps until then.
type limiter struct {
	interval time.Duration // between two batches of all threads; 0 is no limit
	batch    int           // hashes per batch

	mu   sync.Mutex
	next time.Time
}

// newLimiter allows rate hashes per second over all threads; 0 is no limit.
func newLimiter(rate float64, threads int) *limiter {
	if rate <= 0 {
		return &limiter{batch: freeBatch}
	}
	batch := int(max(1, rate*slotLength.Seconds()/float64(threads)))
	seconds := min(float64(batch)/rate, maxInterval.Seconds())
	return &limiter{interval: time.Duration(seconds * float64(time.Second)), batch: batch}
}

// book returns how long to wait for the next batch. Delays are made up for, but
// only up to maxLag: after a pause there is no burst.
func (l *limiter) book(now time.Time) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	if oldest := now.Add(-maxLag); l.next.Before(oldest) {
		l.next = now
	}
	at := l.next
	l.next = at.Add(l.interval)
	return at.Sub(now)
}

// wait returns the size of the batch that may now be hashed; false when ctx
// ends.
func (l *limiter) wait(ctx context.Context) (int, bool) {
	if l.interval > 0 {
		if d := l.book(time.Now()); d > 0 {
			t := time.NewTimer(d)
			defer t.Stop()
			select {
			case <-t.C:
			case <-ctx.Done():
			}
		}
	}
	return l.batch, ctx.Err() == nil
}
