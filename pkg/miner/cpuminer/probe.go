package cpuminer

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/pow"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/xmrigconf"
)

// ErrNoLogin is a pool that takes connections and does not answer a login: it is none,
// or one of another dialect.
var ErrNoLogin = errors.New("the pool does not answer a login")

// ErrNoJob is a pool, or a proxy without one behind it, that takes the login and gives
// nothing to do.
var ErrNoJob = errors.New("the pool takes the login, but gives no job")

// probeTimeout bounds the wait for an answer.
const probeTimeout = 10 * time.Second

// Probe tries a pool as a worker would: it connects, shakes
// hands, logs in, once, and waits for a job.
func Probe(ctx context.Context, p xmrigconf.Pool) error {
	ctx, cancel := context.WithTimeout(ctx, dialTimeout+probeTimeout)
	defer cancel()
	conn, err := dial(ctx, p)
	if err != nil {
		var certificate *CertificateError
		if p.TLS && !errors.As(err, &certificate) && speaksPlainly(ctx, p) {
			return ErrNoTLS
		}
		return err
	}
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	err = probeLogin(conn, p)
	if errors.Is(err, ErrNoLogin) && !p.TLS {
		if fingerprint := speaksTLS(ctx, p.URL); fingerprint != "" {
			return fmt.Errorf("%w: write stratum+ssl://, and #%s behind the address if the certificate is the pool's own", ErrSpeaksTLS, fingerprint)
		}
	}
	return err
}

func probeLogin(conn net.Conn, p xmrigconf.Pool) error {
	m := &Miner{pool: p, log: zap.NewNop(), gate: newGate(), algorithms: pow.Names()}
	if p.Algo != nil {
		m.algorithms = []string{*p.Algo}
	}
	s := newSession(m, conn)
	if err := s.login(); err != nil {
		return fmt.Errorf("%w: %w", ErrNoLogin, err)
	}
	if err := conn.SetReadDeadline(time.Now().Add(probeTimeout)); err != nil {
		return err
	}
	loggedIn := false
	for lines := stratum.NewLines(conn); ; {
		line, err := lines.Next()
		switch {
		case errors.Is(err, stratum.ErrTooLong):
			continue
		case err != nil && loggedIn:
			return s.explained(fmt.Errorf("%w (%w)", ErrNoJob, err))
		case err != nil:
			return s.explained(fmt.Errorf("%w: it closes the connection, or is silent (%w)", ErrNoLogin, err))
		}
		msg, err := stratum.Decode(line)
		if answer := err == nil && msg.Method == "" && msg.ID != nil && *msg.ID == s.nextID; !answer {
			if err := s.receive(line); err != nil && !errors.Is(err, errAlgorithm) {
				return err
			}
			if loggedIn && err == nil && msg.Method == "job" {
				return nil
			}
			continue
		}
		job, err := probed(msg, m.algorithms)
		if job || err != nil {
			return err
		}
		loggedIn = true
	}
}

// probed judges the answer to the login, and says whether there is a job in it.
func probed(msg stratum.Message, algorithms []string) (job bool, err error) {
	result, err := loginResult(msg)
	if err != nil {
		return false, err
	}
	if job := result.Job; job != nil && job.Algo != "" && !slices.Contains(algorithms, strings.ToLower(job.Algo)) {
		return true, fmt.Errorf("the pool's jobs are of %.40q, not of %s", job.Algo, algorithms[0])
	}
	return result.Job != nil, nil
}

// speaksPlainly reports whether the port of a pool that is said to have TLS answers
// without it.
func speaksPlainly(ctx context.Context, p xmrigconf.Pool) bool {
	p.TLS, p.TLSFingerprint = false, nil
	conn, err := dial(ctx, p)
	if err != nil {
		return false
	}
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	return !errors.Is(probeLogin(conn, p), ErrNoLogin)
}

// speaksTLS is the fingerprint of the certificate that a port shows; "" if it shows none.
func speaksTLS(ctx context.Context, address string) (fingerprint string) {
	config := &tls.Config{InsecureSkipVerify: true, VerifyConnection: func(cs tls.ConnectionState) (err error) {
		_, fingerprint, err = leafOf(cs)
		return err
	}}
	ctx, cancel := context.WithTimeout(ctx, probeTimeout)
	defer cancel()
	conn, err := (&tls.Dialer{Config: config}).DialContext(ctx, "tcp", address)
	if err == nil {
		conn.Close()
	}
	return fingerprint
}
