package miner

import (
	"fmt"
	"math"
	"time"
)

// Promise compares what a worker's stated rate promises with what its pool accepts,
// whatever stands between them: a pool that refuses, that never answers, that is away
// and back, a proxy without a pool, a device that computes wrongly. Shares come by
// chance, as a Poisson process whose mean is hashes over difficulty: none where n were
// expected is chance once in e^n times. It keeps four numbers, so a coin of one
// share in an hour is seen through like one of ten in a second.
type Promise struct {
	Since    time.Time // of the latest accepted share, or of the start
	Missing  float64   // shares that should have been accepted since
	expected float64   // of late, as accepted: both fade by half while promiseMemory come
	accepted float64
	rate     float64 // hashes per second and share, when last known
	share    float64
}

const (
	promiseGap    = time.Minute // between answers, beyond which the machine may have slept
	promiseMemory = 30          // expected shares
	promiseLeast  = 20          // of which so many must have been expected before a part counts
	promisePart   = 0.25        // of them accepted, below which the pool does not pay: chance once in 10,000 at 20, never in practice at 30
)

// Add takes the newest answer, dt after the one before it, in which so many shares
// were newly accepted. While there is no connection the promise goes on as it was.
func (p Promise) Add(at time.Time, dt time.Duration, s Stats, accepted uint64) Promise {
	if p.Since.IsZero() {
		p.Since = at.Add(-dt)
	}
	switch {
	case s.Connected && hashing(s):
		p.rate = *s.Hashrate
	case s.Connected:
		p.rate = 0 // it waits, or states nothing: nothing is promised
	}
	if s.ShareDifficulty > 0 {
		p.share = s.ShareDifficulty
	}
	if dt = min(dt, promiseGap); p.rate > 0 && p.share > 0 && dt > 0 {
		due := p.rate * dt.Seconds() / p.share
		fade := math.Exp2(-due / promiseMemory)
		p.expected, p.accepted, p.Missing = p.expected*fade+due, p.accepted*fade, p.Missing+due
	}
	if accepted > 0 {
		p.accepted += float64(accepted)
		p.Since, p.Missing = at, 0
	}
	return p
}

// Broken says in words how the promise is not kept; "" if it is, or if that may still be
// chance. drought is how many expected shares may be missing in a row; 0: any number.
func (p Promise) Broken(now time.Time, drought float64) string {
	if drought <= 0 {
		return ""
	}
	// What a pool has paid before is what it may go on paying.
	before := min(max((p.accepted+3)/(max(p.expected-p.Missing, 0)+3), promisePart), 1)
	if p.Missing*before > drought {
		return fmt.Sprintf("it has accepted none of %.0f expected shares for %s", p.Missing, now.Sub(p.Since).Round(time.Second))
	}
	if p.expected >= promiseLeast && p.accepted < promisePart*p.expected {
		return fmt.Sprintf("it accepts %.0f %% of the shares that the hashrate promises", 100*p.accepted/p.expected)
	}
	return ""
}
