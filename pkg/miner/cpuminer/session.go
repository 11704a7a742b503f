package cpuminer

import (
	"bufio"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"slices"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
)

const (
	agent           = "gpuarbiter-miner/" + version
	dialTimeout     = 10 * time.Second
	responseTimeout = 20 * time.Second // XMRig's kResponseTimeout
	keepaliveEvery  = 60 * time.Second // XMRig's kKeepAliveTimeout
)

// pending is a request that the pool has not answered yet.
type pending struct {
	method     string
	difficulty uint64 // of a submitted share
	sent       time.Time
}

// session is one connection to the pool, owned by the goroutine in run.
//
//	login -> working: jobs in, shares out -> closed (reported as an error)
type session struct {
	m    *Miner
	conn net.Conn

	id         string // the pool's name of this session
	extensions []string
	current    *stratum.Work
	nextID     int64
	waiting    map[int64]pending
	accepted   int
}

// run logs in and works until the connection or ctx ends.
func (s *session) run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	lines, readErr := make(chan []byte), make(chan error, 1)
	done := make(chan struct{})
	go func() {
		defer close(done)
		readErr <- readLines(ctx, s.conn, lines)
	}()
	defer func() { cancel(); s.conn.Close(); <-done }()

	if err := s.login(); err != nil {
		return err
	}
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	quiet := time.Now()
	for {
		var err error
		select {
		case <-ctx.Done():
			return ctx.Err()
		case err = <-readErr:
			return err
		case line := <-lines:
			quiet = time.Now()
			err = s.receive(line)
		case sh := <-s.m.shares:
			err = s.submit(sh)
		case now := <-tick.C:
			if err = s.overdue(now); err == nil && now.Sub(quiet) > keepaliveEvery {
				quiet = now
				err = s.keepalive()
			}
		}
		if err != nil {
			return err
		}
	}
}

// readLines passes lines on until the connection ends; it always returns why.
func readLines(ctx context.Context, conn net.Conn, lines chan<- []byte) error {
	scanner := stratum.NewScanner(conn)
	for scanner.Scan() {
		select {
		case lines <- slices.Clone(scanner.Bytes()):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	if err := scanner.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			return fmt.Errorf("the pool sent a line over %d bytes", stratum.MaxLine)
		}
		return fmt.Errorf("read from pool: %w", err)
	}
	return errors.New("the pool closed the connection")
}

func (s *session) login() error {
	p := s.m.pool
	params := stratum.LoginParams{Login: p.User, Pass: p.Pass, Agent: agent, Algo: s.m.algorithms}
	if p.RigID != nil {
		params.RigID = *p.RigID
	}
	return s.request(stratum.MethodLogin, params, 0)
}

func (s *session) keepalive() error {
	if !slices.Contains(s.extensions, "keepalive") {
		return nil
	}
	return s.request(stratum.MethodKeepalive, stratum.KeepaliveParams{ID: s.id}, 0)
}

// submit hands a share in, unless its job has been replaced meanwhile: the pool
// would refuse it.
func (s *session) submit(sh share) error {
	if sh.task.Work != s.current {
		s.m.update(func(n *netState) { n.stale++ })
		return nil
	}
	params := stratum.SubmitParams{
		ID: s.id, JobID: sh.task.ID, Nonce: stratum.EncodeNonce(sh.nonce), Result: hex.EncodeToString(sh.hash[:]),
	}
	if slices.Contains(s.extensions, "algo") {
		params.Algo = sh.task.Algorithm.Name()
	}
	return s.request(stratum.MethodSubmit, params, sh.task.Target.Difficulty())
}

func (s *session) request(method string, params any, difficulty uint64) error {
	s.nextID++
	line, err := stratum.Request(s.nextID, method, params)
	if err != nil {
		return err
	}
	now := time.Now()
	s.waiting[s.nextID] = pending{method: method, difficulty: difficulty, sent: now}
	if err := s.conn.SetWriteDeadline(now.Add(responseTimeout)); err != nil {
		return fmt.Errorf("write to pool: %w", err)
	}
	if _, err := s.conn.Write(line); err != nil {
		return fmt.Errorf("write to pool: %w", err)
	}
	return nil
}

func (s *session) overdue(now time.Time) error {
	for _, p := range s.waiting {
		if d := now.Sub(p.sent); d > responseTimeout {
			return fmt.Errorf("the pool has not answered %s for %s", p.method, d.Round(time.Second))
		}
	}
	return nil
}

func (s *session) receive(line []byte) error {
	msg, err := stratum.Decode(line)
	if err != nil {
		return err
	}
	if msg.ID == nil {
		if msg.Method != stratum.MethodJob {
			s.m.log.Debug("pool sent an unknown method", zap.String("method", msg.Method))
			return nil
		}
		job, err := stratum.DecodeParams[stratum.Job](msg.Params)
		if err != nil {
			return err
		}
		return s.work(job)
	}
	asked, ok := s.waiting[*msg.ID]
	if !ok {
		return nil
	}
	delete(s.waiting, *msg.ID)
	switch asked.method {
	case stratum.MethodLogin:
		return s.loggedIn(msg)
	case stratum.MethodSubmit:
		return s.answered(asked, msg.Error)
	}
	return nil
}

func (s *session) loggedIn(msg stratum.Message) error {
	if msg.Error != nil {
		return fmt.Errorf("login: %w", msg.Error)
	}
	result, err := stratum.DecodeParams[stratum.LoginResult](msg.Result)
	if err != nil {
		return fmt.Errorf("login: %w", err)
	}
	if result.ID == "" {
		return errors.New("login: the pool gave no session id")
	}
	s.id, s.extensions = result.ID, result.Extensions
	s.m.log.Info("logged in", zap.String("pool", s.m.pool.URL))
	s.m.update(func(n *netState) { n.connect(s.conn.RemoteAddr(), time.Now()) })
	return s.work(result.Job)
}

// work begins a job. Another algorithm than the configured one is an error: it
// would be mined at another rate than was planned.
func (s *session) work(job stratum.Job) error {
	w, err := job.Parse(s.m.algorithms[0])
	if err != nil {
		return err
	}
	if !slices.Contains(s.m.algorithms, w.Algorithm.Name()) {
		return fmt.Errorf("job %s: algorithm %s is not one of %v", w.ID, w.Algorithm.Name(), s.m.algorithms)
	}
	s.current = &w
	s.m.gate.set(&w)
	s.m.update(func(n *netState) {
		n.algorithm, n.difficulty, n.height = w.Algorithm.Name(), w.Target.Difficulty(), w.Height
	})
	return nil
}

func (s *session) answered(asked pending, refusal *stratum.Error) error {
	took := time.Since(asked.sent)
	if refusal == nil {
		s.accepted++
		s.m.update(func(n *netState) { n.accept(asked.difficulty, took) })
		return nil
	}
	s.m.log.Warn("share refused", zap.String("reason", refusal.Message), zap.Uint64("difficulty", asked.difficulty))
	s.m.update(func(n *netState) { n.rejected++ })
	if refusal.Message == "Unauthenticated" { // XMRig, too, then begins again
		return refusal
	}
	return nil
}
