package trainer

import (
	"fmt"
	"time"
)

// RestartPolicy limits how often a job is started again. Preemptions have a
// budget of their own: a job that is moved about by the scheduler has done
// nothing wrong.
type RestartPolicy struct {
	Failures    int           // failures allowed within Window
	Preemptions int           // preemptions and kills allowed within Window
	Window      time.Duration // how long an end is remembered
	Delay       time.Duration // before the first retry; doubles with each remembered failure
	MaxDelay    time.Duration // the delay's cap
	Halvings    int           // of the batch after running out of memory, over the job's life
}

// DefaultRestartPolicy suits jobs of minutes to hours.
func DefaultRestartPolicy() RestartPolicy {
	return RestartPolicy{Failures: 3, Preemptions: 100, Window: 6 * time.Hour, Delay: 15 * time.Second, MaxDelay: 10 * time.Minute, Halvings: 4}
}

// RestartState is what to do with a job whose worker has ended.
type RestartState int

// The states. A tracker's verdict depends on the ends it has seen:
//
//	             done
//	(running) ---------> Finished
//	    ^  | preempted, killed, failed: within budget
//	    |  +-------------------------------> Waiting --(delay)--+
//	    +--------------------------------------------------------+
//	       | permanent, or a budget is spent
//	       +-------------------------------> GivenUp
const (
	Finished RestartState = iota
	Waiting
	GivenUp
)

func (s RestartState) String() string { return [...]string{"finished", "waiting", "given up"}[s] }

// Verdict says what to do after an end.
type Verdict struct {
	State  RestartState
	Delay  time.Duration // Waiting: not before so long
	Halve  bool          // Waiting: with half the batch
	Reason string
}

// Tracker remembers a job's ends. It is a value: Next gives the next one, so
// that a plan can be tried and dropped, and it can be stored as JSON.
type Tracker struct {
	Failures    []time.Time `json:"failures,omitempty"`
	Preemptions []time.Time `json:"preemptions,omitempty"`
	Halvings    int         `json:"halvings,omitempty"`
}

// Next takes the end of a worker at now and gives the tracker after it and
// what to do.
func (t Tracker) Next(p RestartPolicy, now time.Time, o Outcome) (Tracker, Verdict) {
	t.Failures, t.Preemptions = recent(t.Failures, now, p.Window), recent(t.Preemptions, now, p.Window)
	switch o {
	case OutcomeDone:
		return t, Verdict{State: Finished, Reason: "done"}
	case OutcomePermanent:
		return t, Verdict{State: GivenUp, Reason: "the job cannot work"}
	case OutcomePreempted, OutcomeResume:
		t.Preemptions = append(t.Preemptions, now)
		if n := len(t.Preemptions); n > p.Preemptions {
			return t, Verdict{State: GivenUp, Reason: fmt.Sprintf("stopped %d times within %v, at most %d", n, p.Window, p.Preemptions)}
		}
		v := Verdict{State: Waiting, Reason: "preempted with a checkpoint"}
		if o == OutcomeResume {
			v.Delay, v.Reason = p.Delay, "killed: resume from the last checkpoint"
		}
		return t, v
	case OutcomeRetrySmaller:
		t.Halvings++
		if t.Halvings > p.Halvings {
			return t, Verdict{State: GivenUp, Reason: fmt.Sprintf("out of memory though the batch was halved %d times", p.Halvings)}
		}
		return t, Verdict{State: Waiting, Delay: p.Delay, Halve: true, Reason: "out of memory: half the batch"}
	}
	t.Failures = append(t.Failures, now)
	n := len(t.Failures)
	if n > p.Failures {
		return t, Verdict{State: GivenUp, Reason: fmt.Sprintf("failed %d times within %v, at most %d", n, p.Window, p.Failures)}
	}
	delay := p.Delay
	for range n - 1 {
		delay = min(2*delay, p.MaxDelay)
	}
	return t, Verdict{State: Waiting, Delay: min(delay, p.MaxDelay), Reason: fmt.Sprintf("failed, retry %d of %d", n, p.Failures)}
}

// recent copies the times that are still within the window.
func recent(times []time.Time, now time.Time, window time.Duration) []time.Time {
	var out []time.Time
	for _, at := range times {
		if now.Sub(at) < window {
			out = append(out, at)
		}
	}
	return out
}
