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
// expected is chance once in e^n times. It keeps a few numbers, so a coin of one
// share in an hour is seen through like one of ten in a second.
//
// Most miners do not tell the difficulty. There a share is what the shares so far have been, taken
// or refused; where none was ever found, an hour without one is enough.
type Promise struct {
	Since    time.Time // of the latest accepted share, or of the start
	Missing  float64   // shares that should have been accepted since
	expected float64   // of late, as accepted: both fade by half while promiseMemory come
	accepted float64
	rate     float64 // hashes per second and share, when last known
	share    float64
	told     bool    // the share's difficulty, by the miner
	hashed   float64 // without a told one: of late, as found
	found    float64 // shares, whatever the pool said to them
	since    float64 // hashes since the latest
	worked   time.Duration
}

const (
	promiseGap    = time.Minute // between answers, beyond which the machine may have slept
	promiseMemory = 30          // expected shares
	promiseLeast  = 20          // of which so many must have been expected before a part counts
	promiseHour   = time.Hour   // of work without any share, where nothing tells how long one takes
	promiseVague  = 5           // times as many must be missing of shares whose difficulty is guessed: pools change it
	promisePart   = 0.25        // of them accepted, below which the pool does not pay: chance once in 10,000 at 20, never in practice at 30
)

// Add takes the newest answer, dt after the one before it, in which so many shares
// were newly accepted. While there is no connection the promise goes on as it was.
func (p Promise) Add(at time.Time, dt time.Duration, s Stats, accepted, rejected uint64) Promise {
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
		p.share, p.told = s.ShareDifficulty, true
	}
	dt = max(min(dt, promiseGap), 0)
	hashes := p.rate * dt.Seconds()
	due := 0.0
	if p.share > 0 {
		due = hashes / p.share
		p.Missing += due
	}
	if !p.told {
		due = float64(accepted + rejected)
		p = p.guess(hashes, due, dt)
	}
	fade := math.Exp2(-due / promiseMemory)
	p.expected, p.accepted = p.expected*fade+due, p.accepted*fade
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
	if !p.told {
		before = min(max((p.accepted+3)/(p.expected+3), promisePart), 1)
		drought = p.vague(drought)
		if p.found == 0 && p.worked > promiseHour {
			return fmt.Sprintf("no share was found in %s", p.worked.Round(time.Minute))
		}
	}
	if p.Missing*before > drought {
		return fmt.Sprintf("it has accepted none of %.0f expected shares for %s", p.Missing, now.Sub(p.Since).Round(time.Second))
	}
	if p.expected >= promiseLeast && p.accepted < promisePart*p.expected {
		return fmt.Sprintf("it accepts %.0f %% of the shares that the hashrate promises", 100*p.accepted/p.expected)
	}
	return ""
}

// guess learns what a share stands for from those that were found.
func (p Promise) guess(hashes, found float64, dt time.Duration) Promise {
	p.since += hashes
	if p.rate > 0 {
		p.worked += dt
	}
	if found > 0 {
		fade := math.Exp2(-found / promiseMemory)
		p.hashed, p.found, p.since = p.hashed*fade+p.since, p.found*fade+found, 0
		p.share = p.hashed / p.found
	}
	return p
}

// vague is how many expected shares may be missing where what a share stands for is known from n
// of them alone: none where m are due by that is chance once in (1 + m/n)^n times.
func (p Promise) vague(drought float64) float64 {
	if p.found < 1 {
		return math.Inf(1)
	}
	return promiseVague * min(p.found*math.Expm1(drought/p.found), 100)
}
