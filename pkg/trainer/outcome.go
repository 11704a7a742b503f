package trainer

import "fmt"

// Exit codes of a worker. 70 and above are sysexits.h's where it has a
// fitting one.
const (
	ExitDone      = 0  // the artifact is written
	ExitBadJob    = 64 // the job or its data cannot work, now or later
	ExitDevice    = 69 // the device could not be opened
	ExitBug       = 70 // an unexpected error
	ExitMemory    = 71 // the device ran out of memory: try half the batch
	ExitPreempted = 75 // asked to stop, and did, with a checkpoint
)

// Outcome is what the end of a worker means for its job.
type Outcome int

// The outcomes.
const (
	OutcomeDone         Outcome = iota // finished
	OutcomePreempted                   // stopped on request: resume when there is a device
	OutcomeRetry                       // failed: try again, a limited number of times
	OutcomeRetrySmaller                // out of device memory: try again with half the batch
	OutcomePermanent                   // cannot work: do not try again
	OutcomeResume                      // killed from outside: resume from the last checkpoint
)

func (o Outcome) String() string {
	names := []string{"done", "preempted", "retry", "retry smaller", "permanent", "resume"}
	if o < 0 || int(o) >= len(names) {
		return fmt.Sprintf("outcome %d", int(o))
	}
	return names[o]
}

// Exit is how a worker process ended: by exit code, or by a signal.
type Exit struct {
	Code   int // exit code; not looked at where Signal is set
	Signal int // number of the signal that killed it, 0 for none
}

// Numbers of the signals by which somebody stops a process, as opposed to
// those by which it crashes. They are the same on every system that matters.
const (
	sigHUP  = 1
	sigINT  = 2
	sigKILL = 9
	sigPIPE = 13
	sigTERM = 15
)

// Classify says what an exit means. Codes above 128 are a shell's way to
// report a signal. Crashes (SIGSEGV, SIGABRT: an accelerator's library may
// abort the process) are failures, not preemptions: they would recur.
func Classify(e Exit) Outcome {
	signal := e.Signal
	if signal == 0 && e.Code > 128 && e.Code < 128+65 {
		signal = e.Code - 128
	}
	switch signal {
	case 0:
	case sigHUP, sigINT, sigKILL, sigPIPE, sigTERM:
		return OutcomeResume
	default:
		return OutcomeRetry
	}
	switch e.Code {
	case ExitDone:
		return OutcomeDone
	case ExitPreempted:
		return OutcomePreempted
	case ExitMemory:
		return OutcomeRetrySmaller
	case ExitBadJob, 126, 127: // the shell's codes for a program that cannot be run
		return OutcomePermanent
	}
	return OutcomeRetry
}
