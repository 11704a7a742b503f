// Package cpuminer is a CPU miner that really hashes. It takes XMRig's
// configuration file, speaks XMRig's Stratum dialect to a pool and serves
// XMRig's API, so that one driver serves both.
package cpuminer

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os/signal"
	"strconv"
	"sync"
	"syscall"
	"time"

	"github.com/cenkalti/backoff/v5"
	"go.uber.org/zap"
	"golang.org/x/sync/errgroup"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pow"
	"github.com/gpuarbiter/gpuarbiter/internal/demo/xmrigconf"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
)

const version = "1.0.0"

// Main is the worker's process: it mines by the configuration at path until
// ctx ends or SIGTERM or SIGINT arrives, and then returns nil at once.
func Main(ctx context.Context, path string, log *zap.Logger) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	config, err := xmrigconf.Read(path)
	if err != nil {
		return err
	}
	m, err := New(config, log)
	if err != nil {
		return err
	}
	return m.Run(ctx)
}

// Miner is one worker. Its goroutines:
//
//	session loop   owns the connection and the counters in net
//	threads        hash what the gate gives them, send shares to the loop
//	sampler        records the hash count once a second
//	API server     reads copies; pause and resume act on the gate
type Miner struct {
	config     xmrigconf.Config
	pool       xmrigconf.Pool
	algorithms []string // allowed; the first one is meant where a job names none
	log        *zap.Logger

	started time.Time
	gate    *gate
	shares  chan share
	hasher  *hasher
	rates   *rates
	backoff *backoff.ExponentialBackOff

	refusedFor time.Duration // that shares may be refused until a new login

	mu  sync.Mutex
	net netState
}

// New checks the configuration; nothing runs yet.
func New(config xmrigconf.Config, log *zap.Logger) (*Miner, error) {
	pool, ok := config.ActivePool()
	if !ok {
		return nil, errors.New("miner configuration: pools: none is enabled")
	}
	algorithms := pow.Names()
	if pool.Algo != nil {
		if _, err := pow.Lookup(*pool.Algo); err != nil {
			return nil, fmt.Errorf("miner configuration: pools.algo: %w", err)
		}
		algorithms = []string{*pool.Algo}
	}
	m := &Miner{
		config: config, pool: pool, algorithms: algorithms, log: log,
		started: time.Now(), gate: newGate(), shares: make(chan share, 16), rates: newRates(),
		backoff: backoff.NewExponentialBackOff(), refusedFor: refusedFor,
	}
	m.backoff.MaxInterval = 6 * time.Duration(config.RetryPause) * time.Second
	m.hasher = &hasher{gate: m.gate, limiter: newLimiter(config.Extra.HashLimit, m.threads()), shares: m.shares}
	return m, nil
}

func (m *Miner) threads() int { return max(m.config.CPU.Profile.Threads, 1) }

// Run mines until ctx ends. Only a fault of this machine, such as an API port
// that is taken, is an error: a lost pool is tried again for ever.
func (m *Miner) Run(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	if m.config.HTTP.Enabled {
		address := net.JoinHostPort(m.config.HTTP.Host, strconv.Itoa(m.config.HTTP.Port))
		listener, err := net.Listen("tcp", address)
		if err != nil {
			return fmt.Errorf("miner api: %w", err)
		}
		group.Go(func() error { return m.serve(ctx, listener) })
	}
	for range m.threads() {
		group.Go(func() error { m.hasher.run(ctx); return nil })
	}
	group.Go(func() error { m.sample(ctx); return nil })
	group.Go(func() error { m.connectForever(ctx); return nil })
	return group.Wait()
}

// connectForever keeps one session open; pauses between attempts grow with
// jitter, and begin again after a session in which a share was accepted.
func (m *Miner) connectForever(ctx context.Context) {
	for ctx.Err() == nil {
		productive, err := m.connect(ctx)
		if ctx.Err() != nil {
			return
		}
		if productive {
			m.backoff.Reset()
		}
		pause := m.backoff.NextBackOff()
		m.log.Warn("pool lost", zap.String("pool", m.pool.URL), zap.Error(err), zap.Duration("retry_in", pause))
		m.rest(ctx, pause)
	}
}

// rest waits, and throws away shares that came too late for their session.
func (m *Miner) rest(ctx context.Context, pause time.Duration) {
	timer := time.NewTimer(pause)
	defer timer.Stop()
	for {
		select {
		case <-m.shares:
			m.update(func(n *netState) { n.stale++ })
		case <-timer.C:
			return
		case <-ctx.Done():
			return
		}
	}
}

// connect runs one session. Without a pool nothing is hashed.
func (m *Miner) connect(ctx context.Context) (productive bool, err error) {
	conn, err := endpoint(m.pool).Dial(ctx)
	if err != nil {
		m.update(func(n *netState) { n.disconnect(err) })
		return false, err
	}
	s := newSession(m, conn)
	err = s.run(ctx)
	m.gate.set(nil)
	m.update(func(n *netState) { n.disconnect(err) })
	return s.accepted > 0, err
}

func endpoint(p xmrigconf.Pool) stratum.Endpoint {
	e := stratum.Endpoint{Address: p.URL, TLS: p.TLS}
	if p.TLSFingerprint != nil {
		e.Fingerprint = *p.TLSFingerprint
	}
	return e
}

// sample feeds the rates once a second and logs them every print-time.
func (m *Miner) sample(ctx context.Context) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	printEvery := time.Duration(m.config.PrintTime) * time.Second
	m.rates.add(time.Now(), 0)
	printed := m.started
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-tick.C:
			m.rates.add(now, m.hasher.hashes.Load())
			if printEvery > 0 && now.Sub(printed) >= printEvery {
				printed = now
				m.print()
			}
		}
	}
}

func (m *Miner) print() {
	n := m.state()
	fields := []zap.Field{
		zap.String("algorithm", n.algorithm), zap.Uint64("accepted", n.accepted),
		zap.Uint64("rejected", n.rejected), zap.Uint64("stale", n.stale), zap.Uint64("height", n.height),
	}
	if total, _ := m.rates.total(); total[0] != nil {
		fields = append(fields, zap.Float64("hashes_per_second", *total[0]))
	}
	m.log.Info("speed", fields...)
}

func (m *Miner) update(change func(*netState)) {
	m.mu.Lock()
	defer m.mu.Unlock()
	change(&m.net)
}

func (m *Miner) state() netState {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.net
}
