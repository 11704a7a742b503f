package cpuminer

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pow"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
)

const (
	agent           = "gpuarbiter-miner/" + version
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

	id         stratum.Token // the pool's name of this session
	extensions []string
	current    *pow.Work
	nextID     int64
	waiting    map[int64]pending
	accepted   int
	refused    int             // shares in a row
	refusing   time.Time       // since when
	word       string          // what the pool said last to nobody: a reason, if it leaves now
	warned     map[string]bool // what has been logged once
}

func newSession(m *Miner, conn net.Conn) *session {
	return &session{m: m, conn: conn, waiting: map[int64]pending{}, warned: map[string]bool{}}
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
			return s.explained(err)
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

// readLines passes lines on until the connection ends; it always returns why. A line
// that is too long is passed on as none.
func readLines(ctx context.Context, conn net.Conn, lines chan<- []byte) error {
	reader := stratum.NewLines(conn)
	for {
		line, err := reader.Next()
		switch {
		case errors.Is(err, stratum.ErrTooLong):
			line = nil
		case errors.Is(err, io.EOF):
			return errors.New("the pool closed the connection")
		case err != nil:
			return fmt.Errorf("read from pool: %w", err)
		}
		select {
		case lines <- line:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
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
		ID: s.id, JobID: sh.task.ID, Nonce: pow.EncodeNonce(sh.nonce), Result: hex.EncodeToString(sh.hash[:]),
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
			return s.explained(fmt.Errorf("the pool has not answered %s for %s", p.method, d.Round(time.Second)))
		}
	}
	return nil
}
