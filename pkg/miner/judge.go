package miner

import (
	"fmt"
	"time"
)

// State is a verdict on a worker.
//
//	            first hashes
//	Starting ----------------> OK <-------> Disconnected
//	   |                       |                 |
//	   | grace over            | API silent, no  | API silent
//	   |                       v hashes, frozen  |
//	   +--------------------> Hung <-------------+
//
// Hung asks for a restart, Disconnected for patience or another pool. A hung
// worker that hashes again is OK again.
type State int

// The states of a worker.
const (
	Starting State = iota
	OK
	Disconnected
	Hung
)

func (s State) String() string {
	switch s {
	case Starting:
		return "starting"
	case OK:
		return "ok"
	case Disconnected:
		return "disconnected"
	case Hung:
		return "hung"
	}
	return fmt.Sprintf("State(%d)", int(s))
}

// Verdict is a state with its reason in words.
type Verdict struct {
	State  State
	Reason string
}

// Poll is one attempt to ask a worker: its answer, or why there is none.
type Poll struct {
	At    time.Time
	Stats Stats // meaningless when Err is set
	Err   error
}

// History is what is known of a worker. Polls are oldest first, of one process:
// begin again at a restart. They should reach back past the longest limit and
// past Drought times the usual time between shares; a bounded ring will do.
type History struct {
	Started time.Time
	Polls   []Poll
}

// Limits bound a worker's bad moments.
type Limits struct {
	Warmup       time.Duration // from the start to the first hashes: a DAG must be built
	Silent       time.Duration // API without an answer
	Stalled      time.Duration // connected, but no hashes or a clock that stands still
	Disconnected time.Duration // no pool
	Drought      float64       // shares that ought to have come by the stated rate, with none seen
}

// NewLimits holds the defaults. Ten missing shares come about by chance once in
// e^10 = 22000 times.
func NewLimits() Limits {
	return Limits{
		Warmup:       90 * time.Second,
		Silent:       30 * time.Second,
		Stalled:      60 * time.Second,
		Disconnected: 60 * time.Second,
		Drought:      10,
	}
}

// Judge decides how a worker is from its polls alone.
func Judge(h History, now time.Time, l Limits) Verdict {
	answers := answered(h.Polls)
	warming := now.Sub(h.Started) < l.Warmup
	if len(answers) == 0 {
		if warming {
			return Verdict{Starting, "no answer yet"}
		}
		return Verdict{Hung, "its API never answered" + lastError(h.Polls)}
	}
	last := answers[len(answers)-1]
	if quiet := now.Sub(last.At); quiet > l.Silent && !warming {
		return Verdict{Hung, fmt.Sprintf("its API has been silent for %s%s", quiet.Round(time.Second), lastError(h.Polls))}
	}
	if warming && !hashedOnce(answers) {
		return Verdict{Starting, "no hashes yet"}
	}
	if !last.Stats.Connected {
		return judgeConnection(answers, h, now, l)
	}
	return judgeWork(answers, h, now, l, warming)
}

func judgeConnection(answers []Poll, h History, now time.Time, l Limits) Verdict {
	since := streak(answers, h.Started, func(s Stats) bool { return !s.Connected })
	if gone := now.Sub(since); gone > l.Disconnected {
		return Verdict{Disconnected, fmt.Sprintf("no pool for %s", gone.Round(time.Second))}
	}
	return Verdict{OK, "between two connections"}
}

func judgeWork(answers []Poll, h History, now time.Time, l Limits, warming bool) Verdict {
	last := answers[len(answers)-1].Stats
	if warming {
		return Verdict{OK, "hashing"}
	}
	idle := func(s Stats) bool { return s.Connected && !hashing(s) }
	if !hashing(last) {
		if d := now.Sub(streak(answers, h.Started, idle)); d > l.Stalled {
			return Verdict{Hung, fmt.Sprintf("connected, but no hashes for %s%s", d.Round(time.Second), pausedNote(last))}
		}
		return Verdict{OK, "no hashes for a moment"}
	}
	frozen := func(s Stats) bool { return s.Uptime == last.Uptime }
	if d := now.Sub(streak(answers, now, frozen)); d > l.Stalled {
		return Verdict{Hung, fmt.Sprintf("its own clock has stood still for %s", d.Round(time.Second))}
	}
	if missing := drought(answers); l.Drought > 0 && missing > l.Drought {
		return Verdict{Hung, fmt.Sprintf("states %.4g H/s, but %.0f expected shares did not come", *last.Hashrate, missing)}
	}
	return Verdict{OK, "hashing"}
}

// answered drops the failed polls.
func answered(polls []Poll) []Poll {
	var out []Poll
	for _, p := range polls {
		if p.Err == nil {
			out = append(out, p)
		}
	}
	return out
}

func lastError(polls []Poll) string {
	if n := len(polls); n > 0 && polls[n-1].Err != nil {
		return ": " + polls[n-1].Err.Error()
	}
	return ""
}

func hashing(s Stats) bool { return s.Hashrate != nil && *s.Hashrate > 0 && !s.Paused }

func hashedOnce(answers []Poll) bool {
	for _, p := range answers {
		if hashing(p.Stats) {
			return true
		}
	}
	return false
}

func pausedNote(s Stats) string {
	if s.Paused {
		return " (paused)"
	}
	return ""
}

// streak is the time since when the newest answers, without a gap, satisfy is;
// fallback when not even the newest does. When all do, the oldest answer is the
// earliest moment that is known.
func streak(answers []Poll, fallback time.Time, is func(Stats) bool) time.Time {
	since := fallback
	for i := len(answers) - 1; i >= 0 && is(answers[i].Stats); i-- {
		since = answers[i].At
	}
	return since
}

// drought is the number of shares that the stated rate should have yielded
// since the pool last answered a share: the integral of rate over difficulty,
// over the newest answers whose counters did not move.
func drought(answers []Poll) float64 {
	missing := 0.0
	for i := len(answers) - 1; i > 0; i-- {
		a, b := answers[i-1], answers[i]
		if a.Stats.Accepted != b.Stats.Accepted || a.Stats.Rejected != b.Stats.Rejected {
			break
		}
		if hashing(a.Stats) && hashing(b.Stats) && b.Stats.Connected && b.Stats.ShareDifficulty > 0 {
			rate := min(*a.Stats.Hashrate, *b.Stats.Hashrate)
			missing += rate * b.At.Sub(a.At).Seconds() / b.Stats.ShareDifficulty
		}
	}
	return missing
}
