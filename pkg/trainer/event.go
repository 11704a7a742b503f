package trainer

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
)

// HeartbeatSeconds is the longest silence of a healthy worker.
const HeartbeatSeconds = 5

// MaxEventBytes bounds one line of a worker's output.
const MaxEventBytes = 64 << 10

// ErrUnknownEvent is wrapped by ParseEvent's error for a line that is an event,
// but of no kind known here: a newer worker's, to be skipped.
var ErrUnknownEvent = errors.New("unknown kind of event")

// Event is one line of a worker's standard output: a JSON object whose "event"
// names the kind. In the order they come:
//
//	hello -> ready -> { progress | checkpoint | alive } -> done | error
//
// with alive possible from the start. After a SIGTERM the last is a
// checkpoint and the exit code tells.
type Event interface {
	kind() string
	validate() error
}

// Hello comes first.
type Hello struct {
	ID      string `json:"id"`       // of the job
	JobHash string `json:"job_hash"` // Job.Hash
	PID     int    `json:"pid"`
}

// Ready comes when data are loaded and verified, the network compiled and an
// earlier checkpoint restored: from here on steps are taken.
type Ready struct {
	Step       int     `json:"step"`  // steps already taken, by the checkpoint
	Total      int     `json:"total"` // steps if no budget ends it earlier
	Train      int     `json:"train"` // examples to train on
	Validation int     `json:"validation"`
	MACs       int     `json:"macs"` // multiply-accumulates of one example
	BestAcc    float64 `json:"best_acc"`
}

// Progress comes about once a second, and with every validation. Where a job is
// cross-validated, Step and Total count the steps of all networks, Epoch the
// passes of the present ones, and ValAcc and BestAcc are of the best recipe so
// far, which is what the job would get if it went on to the last network now.
type Progress struct {
	Step    int     `json:"step"`
	Total   int     `json:"total"`
	Epoch   int     `json:"epoch"`
	Loss    float64 `json:"loss"`     // of the latest batch
	ValAcc  float64 `json:"val_acc"`  // of the integer model at the latest validation
	BestAcc float64 `json:"best_acc"` // of the best integer model so far
	Rate    float64 `json:"rate"`     // examples per second, over the latest interval
	EtaS    float64 `json:"eta_s"`    // seconds to Total, or to the end of the time budget if that is sooner
}

// Checkpoint says that the work up to Step is safe in Path.
type Checkpoint struct {
	Path   string `json:"path"`
	Step   int    `json:"step"`
	SHA256 string `json:"sha256"` // of the manifest, which holds those of the files
}

// Done comes last: Artifact is the best integer model. Of a cross-validated job,
// whose last network is trained on all examples, Acc and AccFloat are those of
// the recipe's networks on the examples that each was not trained on, and Total is
// all examples.
type Done struct {
	Artifact string  `json:"artifact"`
	SHA256   string  `json:"sha256"`
	Acc      float64 `json:"acc"`       // of the integer model, on the validation examples
	AccFloat float64 `json:"acc_float"` // of the same weights before quantisation
	Right    int     `json:"right"`     // the integer model's right answers
	Total    int     `json:"total"`     // validation examples
	Step     int     `json:"step"`
	Reason   string  `json:"reason"` // target, epochs, patience or time
}

// Failure ("error") says why the worker is about to end with an exit code
// other than 0 and 75.
type Failure struct {
	Class string `json:"class"` // job, data, device, memory, diverged, checkpoint or bug
	Msg   string `json:"msg"`
}

// Alive fills a silence. It is to come from where the work is done: one from a thread of its own says
// nothing of a step that hangs, but for its Step.
type Alive struct {
	Phase string `json:"phase"`          // loading, compiling, training, validating or saving
	Step  int    `json:"step,omitempty"` // steps taken
}

func (Hello) kind() string      { return "hello" }
func (Ready) kind() string      { return "ready" }
func (Progress) kind() string   { return "progress" }
func (Checkpoint) kind() string { return "checkpoint" }
func (Done) kind() string       { return "done" }
func (Failure) kind() string    { return "error" }
func (Alive) kind() string      { return "alive" }

// Encode is the event as a line, its newline included. A number that JSON
// cannot hold is an error.
func Encode(e Event) ([]byte, error) {
	body, err := json.Marshal(e)
	if err != nil {
		return nil, fmt.Errorf("encode %s event: %w", e.kind(), err)
	}
	line := fmt.Appendf(nil, `{"event":%q,`, e.kind())
	return append(append(line, body[1:]...), '\n'), nil // every kind has fields
}

// ParseEvent reads one line of a worker's output, which is foreign input: the
// worker may be of another version, damaged or hostile. Unknown fields are
// skipped, as is unknown output (an error that the caller may log).
func ParseEvent(line []byte) (Event, error) {
	if len(line) > MaxEventBytes {
		return nil, fmt.Errorf("event of %d bytes, at most %d", len(line), MaxEventBytes)
	}
	var head struct {
		Event string `json:"event"`
	}
	if err := json.Unmarshal(line, &head); err != nil {
		return nil, fmt.Errorf("event: %w", err)
	}
	switch head.Event {
	case Hello{}.kind():
		return parse[Hello](line)
	case Ready{}.kind():
		return parse[Ready](line)
	case Progress{}.kind():
		return parse[Progress](line)
	case Checkpoint{}.kind():
		return parse[Checkpoint](line)
	case Done{}.kind():
		return parse[Done](line)
	case Failure{}.kind():
		return parse[Failure](line)
	case Alive{}.kind():
		return parse[Alive](line)
	}
	return nil, fmt.Errorf("%w: %.40q", ErrUnknownEvent, head.Event)
}

func parse[E Event](line []byte) (Event, error) {
	var e E
	if err := json.Unmarshal(line, &e); err != nil {
		return nil, fmt.Errorf("%s event: %w", e.kind(), err)
	}
	if err := e.validate(); err != nil {
		return nil, fmt.Errorf("%s event: %w", e.kind(), err)
	}
	return e, nil
}

func (e Hello) validate() error   { return nil }
func (e Failure) validate() error { return nil }
func (e Alive) validate() error   { return count("step", e.Step) }

func (e Ready) validate() error {
	return errors.Join(steps(e.Step, e.Total), count("train", e.Train), count("validation", e.Validation), count("macs", e.MACs), ratio("best_acc", e.BestAcc))
}

func (e Progress) validate() error {
	return errors.Join(steps(e.Step, e.Total), count("epoch", e.Epoch), ratio("val_acc", e.ValAcc), ratio("best_acc", e.BestAcc),
		positive("rate", e.Rate), positive("eta_s", e.EtaS))
}

func (e Checkpoint) validate() error {
	return errors.Join(count("step", e.Step), hash(e.SHA256), present("path", e.Path))
}

func (e Done) validate() error {
	err := errors.Join(count("step", e.Step), hash(e.SHA256), present("artifact", e.Artifact),
		ratio("acc", e.Acc), ratio("acc_float", e.AccFloat), count("right", e.Right), count("total", e.Total))
	if err == nil && e.Right > e.Total {
		return fmt.Errorf("right %d is more than total %d", e.Right, e.Total)
	}
	if err == nil && e.Total > 0 && math.Abs(e.Acc-float64(e.Right)/float64(e.Total)) > 1e-6 {
		return fmt.Errorf("acc %v is not %d of %d", e.Acc, e.Right, e.Total)
	}
	return err
}

func steps(step, total int) error {
	if step < 0 || total < 0 || step > total {
		return fmt.Errorf("step %d of %d", step, total)
	}
	return nil
}

func count(name string, v int) error {
	if v < 0 {
		return fmt.Errorf("%s %d is negative", name, v)
	}
	return nil
}

func ratio(name string, v float64) error {
	if v < 0 || v > 1 {
		return fmt.Errorf("%s %v is not within 0 to 1", name, v)
	}
	return nil
}

func positive(name string, v float64) error {
	if v < 0 {
		return fmt.Errorf("%s %v is negative", name, v)
	}
	return nil
}

func present(name, v string) error {
	if v == "" {
		return fmt.Errorf("%s is missing", name)
	}
	return nil
}

func hash(s string) error {
	if len(s) != 64 {
		return fmt.Errorf("sha256 %.70q is not 64 hexadecimal digits", s)
	}
	for _, c := range s {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return fmt.Errorf("sha256 %.70q is not hexadecimal", s)
		}
	}
	return nil
}
