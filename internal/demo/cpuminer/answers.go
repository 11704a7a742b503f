package cpuminer

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pow"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// receive takes one line of the pool, nil for one that was too long. What cannot be
// read is passed over, as XMRig does: a pool's slip must not cost the session.
func (s *session) receive(line []byte) error {
	if line == nil {
		s.passOver("a line that is too long", stratum.ErrTooLong.Error())
		return nil
	}
	msg, err := stratum.Decode(line)
	switch {
	case err != nil:
		s.passOver("a line that cannot be read", plain.Line(string(line)))
		return nil
	case msg.Method == stratum.MethodJob:
		return s.notified(msg)
	case msg.Method != "": // a question, or words for people: its id is the pool's own
		if words := stratum.Words(msg.Params); words != "" {
			s.hear(msg.Method, words)
		}
		return nil
	}
	if msg.ID != nil {
		if asked, ok := s.waiting[*msg.ID]; ok {
			delete(s.waiting, *msg.ID)
			return s.answer(asked, msg)
		}
	}
	switch words := stratum.Words(msg.Result); { // of nothing that we asked
	case msg.Error != nil:
		s.hear("error", msg.Error.Message)
	case words != "" && msg.Refusal() != nil:
		s.hear("result", words)
	}
	return nil
}

func (s *session) answer(asked pending, msg stratum.Message) error {
	switch asked.method {
	case stratum.MethodLogin:
		return s.loggedIn(msg)
	case stratum.MethodSubmit:
		return s.answered(asked, msg.Refusal())
	}
	return nil
}

// passOver logs the first line of a kind that says nothing.
func (s *session) passOver(what, text string) {
	s.word = fmt.Sprintf("%s: %.100s", what, text)
	s.warnOnce(what, zap.String("line", text))
}

// hear logs and remembers what the pool says to nobody in particular: if it hangs up
// now, that is why.
func (s *session) hear(what, words string) {
	s.word = words
	s.warnOnce("the pool says", zap.String("in", what), zap.String("words", words))
}

// warnOnce logs something once in a session, however often the pool repeats it.
func (s *session) warnOnce(what string, fields ...zap.Field) {
	if !s.warned[what] {
		s.warned[what] = true
		s.m.log.Warn(what, append(fields, zap.String("pool", s.m.pool.URL))...)
	}
}

// explained adds what the pool said last to the reason of an end.
func (s *session) explained(err error) error {
	if s.word == "" {
		return err
	}
	return fmt.Errorf("%w; it said: %s", err, s.word)
}

func (s *session) loggedIn(msg stratum.Message) error {
	result, err := stratum.LoginAnswer(msg)
	if err != nil {
		return err
	}
	s.id, s.extensions, s.word = result.ID, result.Extensions, ""
	s.m.log.Info("logged in", zap.String("pool", s.m.pool.URL))
	s.m.update(func(n *netState) { n.connect(s.conn.RemoteAddr(), time.Now()) })
	if result.Job == nil || *result.Job == (stratum.Job{}) { // it follows
		return nil
	}
	return s.work(*result.Job)
}

// notified begins the job of a notification. One that cannot be read is passed over:
// the next one comes with the next block, if not before.
func (s *session) notified(msg stratum.Message) error {
	job, err := stratum.DecodeJob(msg.Params)
	if err == nil {
		err = s.work(job)
	}
	if err == nil || errors.Is(err, errAlgorithm) {
		return err
	}
	s.passOver("a job that cannot be read", plain.Line(err.Error()))
	return nil
}

// errAlgorithm is a job of an algorithm that is not wanted.
var errAlgorithm = errors.New("is not one of those that are mined here")

// work begins a job. Another algorithm than the configured one is an error: it
// would be mined at another rate than was planned.
func (s *session) work(job stratum.Job) error {
	name := strings.ToLower(job.Algo)
	if name != "" && !slices.Contains(s.m.algorithms, name) {
		return fmt.Errorf("job %s: algorithm %s %w (%v)", plain.Line(job.JobID.Text), plain.Line(name), errAlgorithm, s.m.algorithms)
	}
	w, err := pow.Parse(job, s.m.algorithms[0])
	if err != nil {
		return plain.Error(err)
	}
	s.current, s.word = &w, ""
	s.m.gate.set(&w)
	s.m.update(func(n *netState) {
		n.algorithm, n.difficulty, n.height = w.Algorithm.Name(), w.Target.Difficulty(), w.Height
	})
	return nil
}

// A session in which so many shares in a row are refused, for so long, is left: what the
// pool and we believe of it may have come apart, which a new login mends.
const (
	maxRefused = 10
	refusedFor = time.Minute
)

func (s *session) answered(asked pending, refusal *stratum.Error) error {
	took := time.Since(asked.sent)
	if refusal == nil {
		s.accepted++
		s.refused, s.word = 0, ""
		s.m.update(func(n *netState) { n.accept(asked.difficulty, took) })
		return nil
	}
	if s.refused++; s.refused == 1 {
		s.refusing = time.Now()
	}
	s.m.log.Warn("share refused", zap.String("reason", refusal.Message), zap.Uint64("difficulty", asked.difficulty))
	s.m.update(func(n *netState) { n.rejected++; n.fault = refusal.Error() })
	switch {
	case hopeless(refusal.Message):
		return refusal
	case s.refused >= maxRefused && time.Since(s.refusing) >= s.m.refusedFor:
		return fmt.Errorf("%d shares in a row are refused: %w", s.refused, refusal)
	}
	return nil
}

// hopeless reports whether only a new login can help; these are XMRig's.
func hopeless(reason string) bool {
	reason = strings.ToLower(reason)
	for _, words := range []string{"unauthenticated", "invalid job id", "banned"} {
		if strings.Contains(reason, words) {
			return true
		}
	}
	return false
}
