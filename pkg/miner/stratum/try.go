package stratum

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// agent is what we call ourselves where we only ask.
const agent = "gpuarbiter/1.0"

// ErrNoLogin is a pool that takes connections and does not answer a login: it is none,
// or one of another dialect.
var ErrNoLogin = errors.New("the pool does not answer a login")

// ErrDialect is a pool that does not know the words of a login.
var ErrDialect = errors.New("the pool speaks another dialect")

// ErrNoJob is a pool, or a proxy without one behind it, that takes the login and gives
// nothing to do.
var ErrNoJob = errors.New("the pool takes the login, but gives no job")

// Waits for an answer: where no other dialect is left to try, and where one is.
const (
	answerTimeout = 10 * time.Second
	guessTimeout  = 4 * time.Second
)

// Login is what a miner says of itself.
type Login struct {
	Endpoint
	User, Pass, Rig string
	Algorithm       string
	Dialects        []Dialect // that are tried, in their order
}

// Try tries a pool as a worker would: it connects, shakes hands, logs in and waits for a job.
// Another dialect is tried where a pool does not know the words, or does not answer; what the
// likeliest one met is told then.
func Try(ctx context.Context, l Login) (err error) {
	for i, d := range l.Dialects {
		limit := guessTimeout
		if i == len(l.Dialects)-1 {
			limit = answerTimeout
		}
		met := l.try(ctx, d, limit)
		if met == nil || !errors.Is(met, ErrNoLogin) && !errors.Is(met, ErrDialect) {
			return met
		}
		if err == nil {
			err = met
		}
	}
	return err
}

func (l Login) try(ctx context.Context, d Dialect, limit time.Duration) error {
	conn, err := l.Dial(ctx)
	if err != nil {
		var certificate *CertificateError
		if l.TLS && !errors.As(err, &certificate) && l.speaksPlainly(ctx, d) {
			return ErrNoTLS
		}
		return err
	}
	err = l.talk(ctx, conn, d, limit)
	if errors.Is(err, ErrNoLogin) && !l.TLS {
		if fingerprint := l.speaksTLS(ctx); fingerprint != "" {
			return fmt.Errorf("%w: write stratum+ssl://, and #%s behind the address if the certificate is the pool's own", ErrSpeaksTLS, fingerprint)
		}
	}
	return err
}

// attempt is one try of a login.
//
//	asked (each request after the answer to the one before) -> in -> with a job
type attempt struct {
	login    Login
	dialect  Dialect
	requests []request
	asked    int // requests that were sent: the last one's id
	in, job  bool
	word     string // what the pool said last to nobody: a reason, if it leaves now
}

// talk logs in and waits until there is a job. It closes conn.
func (l Login) talk(ctx context.Context, conn net.Conn, d Dialect, limit time.Duration) error {
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	if err := conn.SetDeadline(time.Now().Add(limit)); err != nil {
		return err
	}
	a := &attempt{login: l, dialect: d, requests: d.requests(l)}
	send := a.next()
	for lines := NewLines(conn); ; {
		if send != nil {
			if _, err := conn.Write(send); err != nil {
				return fmt.Errorf("%w: %w", ErrNoLogin, err)
			}
		}
		line, err := lines.Next()
		switch {
		case errors.Is(err, ErrTooLong):
			send = nil
			continue
		case err != nil && a.in:
			return a.explained(fmt.Errorf("%w (%w)", ErrNoJob, err))
		case err != nil:
			return a.explained(fmt.Errorf("%w: it closes the connection, or is silent (%w)", ErrNoLogin, err))
		}
		if send, err = a.receive(line); err != nil {
			return err
		}
		if a.in && a.job {
			return nil
		}
	}
}

// next is the request that comes now; nil: all were sent.
func (a *attempt) next() []byte {
	if a.asked == len(a.requests) {
		return nil
	}
	r := a.requests[a.asked]
	a.asked++
	line, _ := Request(int64(a.asked), r.method, r.params) // texts can be written
	return line
}

// receive takes a line, and says what is to be sent upon it. What cannot be read is passed over.
func (a *attempt) receive(line []byte) (send []byte, err error) {
	m, err := Decode(line)
	switch {
	case err != nil:
		a.word = plain.Line(string(line))
		return nil, nil
	case m.Method == "" && m.ID != nil && *m.ID == int64(a.asked) && !a.in:
		return a.answered(m)
	case a.dialect.brings(m):
		if a.dialect == CryptoNote {
			job, _ := DecodeJob(m.Params)
			if err := a.wanted(&job); err != nil {
				return nil, nil // another one may follow, as with a miner
			}
		}
		a.job = true
	case m.Method != "":
		a.hear(Words(m.Params))
	case m.Error != nil:
		a.hear(m.Error.Message)
	case m.Refusal() != nil:
		a.hear(Words(m.Result))
	}
	return nil, nil
}

func (a *attempt) hear(words string) {
	if words != "" {
		a.word = words
	}
}

// answered goes on behind the answer to what was asked last.
func (a *attempt) answered(m Message) (send []byte, err error) {
	switch {
	case a.dialect == CryptoNote:
		result, err := LoginAnswer(m)
		if err != nil {
			return nil, dialectOr(err)
		}
		if a.in = true; result.Job != nil && *result.Job != (Job{}) {
			a.job = true
			return nil, a.wanted(result.Job)
		}
		return nil, nil
	case a.dialect == Ethereum && a.asked == len(a.requests):
		a.in = true // work may follow
		a.job = a.job || isWork(m.Result)
		if refusal := m.Refusal(); refusal != nil {
			a.word = refusal.Message
		}
		return nil, nil
	}
	if refusal := m.Refusal(); refusal != nil {
		return nil, dialectOr(fmt.Errorf("login: %w", refusal))
	}
	a.in = a.dialect == Bitcoin && a.asked == len(a.requests)
	return a.next(), nil
}

// dialectOr marks a refusal that is of the dialect's words.
func dialectOr(err error) error {
	var refusal *Error
	if errors.As(err, &refusal) && unknownMethod(refusal) {
		return fmt.Errorf("%w: %w", ErrDialect, err)
	}
	return err
}

// wanted checks that a job is of the algorithm that was asked for.
func (a *attempt) wanted(job *Job) error {
	if job.Algo != "" && !slices.Contains([]string{strings.ToLower(a.login.Algorithm)}, strings.ToLower(job.Algo)) {
		return fmt.Errorf("the pool's jobs are of %.40q, not of %s", job.Algo, a.login.Algorithm)
	}
	return nil
}

// explained adds what the pool said last to the reason of an end.
func (a *attempt) explained(err error) error {
	if a.word == "" {
		return err
	}
	return fmt.Errorf("%w; it said: %s", err, a.word)
}

// speaksPlainly reports whether the port of a pool that is said to have TLS answers
// without it.
func (l Login) speaksPlainly(ctx context.Context, d Dialect) bool {
	l.TLS, l.Fingerprint = false, ""
	conn, err := l.Dial(ctx)
	return err == nil && !errors.Is(l.talk(ctx, conn, d, guessTimeout), ErrNoLogin)
}

// speaksTLS is the fingerprint of the certificate that a port shows; "" if it shows none.
func (e Endpoint) speaksTLS(ctx context.Context) (fingerprint string) {
	config := &tls.Config{InsecureSkipVerify: true, VerifyConnection: func(cs tls.ConnectionState) (err error) {
		_, fingerprint, err = leafOf(cs)
		return err
	}}
	ctx, cancel := context.WithTimeout(ctx, guessTimeout)
	defer cancel()
	conn, err := (&tls.Dialer{Config: config}).DialContext(ctx, "tcp", e.Address)
	if err == nil {
		conn.Close()
	}
	return fingerprint
}
