package miner

import (
	"errors"
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
// Hung asks for a restart, Disconnected for patience or another pool; a worker whose
// shares the pool refuses, or of which it accepts far fewer than the rate promises, is as
// one without a pool. A hung worker that hashes again is
// OK again.
//
// What counts is whether it earns: accepted shares first, then what the device is seen
// to do, then what the worker's API says. A rate that is null, or an answer that cannot
// be read, is no reason for a kill.
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

// Device is what the device of a worker is seen to do.
type Device int

// What a device does.
const (
	DeviceUnknown  Device = iota // it has no sensors, or they were not asked
	DeviceIdles                  // neither its utilisation nor its power tell of work
	DeviceComputes               //
)

// History is what is known of a worker. Polls are oldest first, of one process:
// begin again at a restart. They should reach back past the longest limit; a
// bounded ring will do.
type History struct {
	Started time.Time
	Polls   []Poll
	Promise Promise
	Refused uint64 // shares since the last one that was accepted
	Device  Device
}

// Limits bound a worker's bad moments.
type Limits struct {
	Warmup       time.Duration // from the start to the first hashes: a DAG must be built
	Silent       time.Duration // API without an answer
	Stalled      time.Duration // connected, but no hashes or a clock that stands still
	Disconnected time.Duration // no pool
	Drought      float64       // shares that ought to have been accepted by the stated rate, with none that was
	Refused      uint64        // shares in a row, after which the pool counts as lost
	Contradicted time.Duration // that a device may compute while its worker states no hashes
}

// NewLimits holds the defaults. Thirteen missing shares come about by chance once in
// e^13 = 440,000 times, at two in a minute twice a year.
func NewLimits() Limits {
	return Limits{
		Warmup:       90 * time.Second,
		Silent:       30 * time.Second,
		Stalled:      60 * time.Second,
		Disconnected: 60 * time.Second,
		Drought:      13,
		Refused:      5,
		Contradicted: 15 * time.Minute,
	}
}

// Diagnose decides how a worker is from its polls, and from what its device does.
func Diagnose(h History, now time.Time, l Limits) Verdict {
	answers := answered(h.Polls)
	warming := now.Sub(h.Started) < l.Warmup
	if len(answers) == 0 {
		switch {
		case warming:
			return Verdict{Starting, "no answer yet"}
		case unreadable(h.Polls):
			return diagnoseUnread(h)
		}
		return Verdict{Hung, "its API never answered" + lastError(h.Polls)}
	}
	last := answers[len(answers)-1]
	if quiet := now.Sub(last.At); quiet > l.Silent && !warming {
		if unreadable(h.Polls) {
			return diagnoseUnread(h)
		}
		return Verdict{Hung, fmt.Sprintf("its API has been silent for %s%s", quiet.Round(time.Second), lastError(h.Polls))}
	}
	if l.Refused > 0 && h.Refused >= l.Refused {
		return Verdict{Disconnected, fmt.Sprintf("the pool has refused %d shares in a row", h.Refused)}
	}
	if warming && !hashedOnce(answers) {
		return Verdict{Starting, "no hashes yet"}
	}
	verdict := diagnoseWork(answers, h, now, l, warming)
	if !last.Stats.Connected {
		verdict = diagnoseConnection(answers, h, now, l)
	}
	if broken := h.Promise.Broken(now, l.Drought); broken != "" && verdict.State == OK && !warming {
		return Verdict{Disconnected, "the pool does not pay: " + broken}
	}
	return verdict
}

// diagnoseUnread: the process answers, so it lives; what it does only the device tells.
func diagnoseUnread(h History) Verdict {
	switch h.Device {
	case DeviceIdles:
		return Verdict{Hung, "its API cannot be read, and the device idles" + lastError(h.Polls)}
	case DeviceComputes:
		return Verdict{OK, "its API cannot be read, but the device computes" + lastError(h.Polls)}
	}
	return Verdict{OK, "its API answers, but cannot be read" + lastError(h.Polls)}
}

func diagnoseConnection(answers []Poll, h History, now time.Time, l Limits) Verdict {
	since := streak(answers, h.Started, func(s Stats) bool { return !s.Connected })
	if gone := now.Sub(since); gone > l.Disconnected {
		return Verdict{Disconnected, fmt.Sprintf("no pool for %s", gone.Round(time.Second))}
	}
	return Verdict{OK, "between two connections"}
}

func diagnoseWork(answers []Poll, h History, now time.Time, l Limits, warming bool) Verdict {
	last := answers[len(answers)-1].Stats
	if warming {
		return Verdict{OK, "hashing"}
	}
	if !hashing(last) {
		return diagnoseRate(answers, h, now, l)
	}
	frozen := func(s Stats) bool { return s.Uptime == last.Uptime && s.Accepted == last.Accepted }
	if d := now.Sub(streak(answers, now, frozen)); d > l.Stalled && last.Unknown&UnknownUptime == 0 {
		return Verdict{Hung, fmt.Sprintf("its own clock has stood still for %s", d.Round(time.Second))}
	}
	return Verdict{OK, "hashing"}
}

// diagnoseRate looks for other proof of work where the worker states no rate.
func diagnoseRate(answers []Poll, h History, now time.Time, l Limits) Verdict {
	last := answers[len(answers)-1].Stats
	d := now.Sub(streak(answers, h.Started, func(s Stats) bool { return s.Connected && !hashing(s) }))
	switch {
	case sharesCome(answers, now, l):
		return Verdict{OK, "no hashes are stated, but shares are accepted"}
	case d <= l.Stalled:
		return Verdict{OK, "no hashes for a moment"}
	case h.Device == DeviceComputes && !last.Paused && (last.Hashrate == nil || d <= l.Contradicted):
		return Verdict{OK, "no hashes are stated, but the device computes"}
	}
	return Verdict{Hung, fmt.Sprintf("connected, but no hashes for %s%s", d.Round(time.Second), pausedNote(last))}
}

// sharesCome reports whether shares are accepted about as often as they have been.
func sharesCome(answers []Poll, now time.Time, l Limits) bool {
	for i := len(answers) - 1; i > 0; i-- {
		last, first := answers[i], answers[0]
		if n := last.Stats.Accepted - first.Stats.Accepted; last.Stats.Accepted > answers[i-1].Stats.Accepted && last.Stats.Accepted > first.Stats.Accepted {
			usual := last.At.Sub(first.At).Seconds() / float64(n)
			patience := min(time.Duration(l.Drought*usual*float64(time.Second)), time.Hour)
			return now.Sub(last.At) <= max(l.Stalled, patience)
		}
	}
	return false
}

// unreadable reports whether the newest poll had an answer that says nothing.
func unreadable(polls []Poll) bool {
	return len(polls) > 0 && errors.Is(polls[len(polls)-1].Err, ErrUnreadable)
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
		if hashing(p.Stats) || p.Stats.Accepted > 0 {
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

// disbelief is how many times what is expected a rate may be, or the expected it.
const disbelief = 100

// Believe takes a rate out of an answer that is beyond belief, such as one whose unit is
// wrong by a thousand, and says so. expected is in the miner's own hashes per second; 0:
// nobody knows.
func Believe(s Stats, expected float64) (Stats, string) {
	if s.Hashrate == nil || *s.Hashrate <= 0 || expected <= 0 {
		return s, ""
	}
	rate := *s.Hashrate
	if rate < expected*disbelief && rate > expected/disbelief {
		return s, ""
	}
	s.Hashrate = nil
	return s, fmt.Sprintf("it states %.4g H/s where its device is known for %.4g H/s: not believed, perhaps its unit is wrong", rate, expected)
}
