// Package pool is a small Stratum pool for one machine: it gives out jobs of an
// invented chain, checks every share by hashing it again and keeps account of
// what it accepted. It serves the demonstration and the tests; it pays nothing.
package pool

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pow"
)

// Options say what a pool is like. Zero values mean the defaults of New.
type Options struct {
	Algorithm         string        // one of pow.Names
	Difficulty        uint64        // of a share at first, in hashes; 1000
	MinDifficulty     uint64        // that SharesPerMinute may lead down to; 1
	NetworkDifficulty uint64        // of a block, in hashes; none is found when 0
	SharesPerMinute   float64       // per connection, by changing its difficulty; 0 keeps it fixed
	RetargetEvery     time.Duration // 10 s
	JobEvery          time.Duration // 30 s
	MaxConnections    int           // 256
	LoginTimeout      time.Duration // 10 s
	IdleTimeout       time.Duration // 5 min
	Log               *zap.Logger
}

func (o Options) withDefaults() Options {
	o.Difficulty = orDefault(o.Difficulty, 1000)
	o.MinDifficulty = orDefault(o.MinDifficulty, 1)
	o.NetworkDifficulty = orDefault(o.NetworkDifficulty, math.MaxUint64)
	o.RetargetEvery = orDefault(o.RetargetEvery, 10*time.Second)
	o.JobEvery = orDefault(o.JobEvery, 30*time.Second)
	o.MaxConnections = orDefault(o.MaxConnections, 256)
	o.LoginTimeout = orDefault(o.LoginTimeout, 10*time.Second)
	o.IdleTimeout = orDefault(o.IdleTimeout, 5*time.Minute)
	if o.Log == nil {
		o.Log = zap.NewNop()
	}
	return o
}

func orDefault[T comparable](v, fallback T) T {
	var zero T
	if v == zero {
		return fallback
	}
	return v
}

func (o Options) validate() error {
	var errs []error
	if !(o.SharesPerMinute >= 0 && o.SharesPerMinute <= 1e6) {
		errs = append(errs, fmt.Errorf("shares per minute %g: must be 0 to 1e6", o.SharesPerMinute))
	}
	if o.JobEvery < 0 || o.RetargetEvery < 0 || o.LoginTimeout < 0 || o.IdleTimeout < 0 || o.MaxConnections < 0 {
		errs = append(errs, errors.New("times and max connections must not be negative"))
	}
	return errors.Join(errs...)
}

// template is the block that all connections work on.
type template struct {
	sequence uint64
	height   uint64
	blob     [pow.BlobSize]byte
	replaced chan struct{} // closed when the next one is there
}

// Pool is a pool. One goroutine per connection owns that connection's jobs; the
// template and the book of accounts are shared.
type Pool struct {
	options   Options
	algorithm pow.Algorithm
	started   time.Time
	book      *book
	nextConn  atomic.Uint32

	mu      sync.Mutex
	current *template
}

// New checks the options; Serve starts the pool.
func New(o Options) (*Pool, error) {
	algorithm, err := pow.Lookup(o.Algorithm)
	if err != nil {
		return nil, fmt.Errorf("pool: %w", err)
	}
	if err := o.validate(); err != nil {
		return nil, fmt.Errorf("pool: %w", err)
	}
	p := &Pool{options: o.withDefaults(), algorithm: algorithm, started: time.Now(), book: newBook()}
	p.current = newTemplate(1, 1)
	return p, nil
}

// Serve accepts miners until ctx ends, then closes every connection and returns
// nil. Wrap the listener for TLS.
func (p *Pool) Serve(ctx context.Context, listener net.Listener) error {
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	defer running.Wait()
	defer cancel()
	stop := context.AfterFunc(ctx, func() { listener.Close() })
	defer stop()
	running.Go(func() { p.makeJobs(ctx) })

	slots := make(chan struct{}, p.options.MaxConnections)
	for {
		conn, err := listener.Accept()
		if err != nil {
			if ctx.Err() != nil {
				return nil
			}
			if temporary(err) {
				time.Sleep(50 * time.Millisecond)
				continue
			}
			return fmt.Errorf("pool: accept: %w", err)
		}
		select {
		case slots <- struct{}{}:
		default:
			p.options.Log.Warn("pool is full", zap.Int("connections", cap(slots)))
			conn.Close()
			continue
		}
		running.Go(func() {
			defer func() { <-slots }()
			p.handle(ctx, conn)
		})
	}
}

// temporary reports faults that pass, such as too many open files.
func temporary(err error) bool {
	var t interface{ Temporary() bool }
	return errors.As(err, &t) && t.Temporary()
}

// makeJobs replaces the template every JobEvery.
func (p *Pool) makeJobs(ctx context.Context) {
	tick := time.NewTicker(p.options.JobEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			p.advance(p.template(), 0)
		}
	}
}

func (p *Pool) template() *template {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.current
}

// advance replaces a template, unless somebody already has. It reports whether
// it did: of two blocks on one template only the first counts.
func (p *Pool) advance(from *template, blocks uint64) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.current != from {
		return false
	}
	p.current = newTemplate(from.sequence+1, from.height+blocks)
	close(from.replaced)
	return true
}

// newTemplate invents a block: version 1, the time, a random parent and root.
// Bytes 43 to 50 of the blob belong to the connection and its job.
func newTemplate(sequence, height uint64) *template {
	t := &template{sequence: sequence, height: height, replaced: make(chan struct{})}
	rand.Read(t.blob[:])
	t.blob[0], t.blob[1], t.blob[pow.BlobSize-1] = 1, 0, 1
	now := uint64(time.Now().Unix())
	for i := range 5 { // a varint of five bytes
		t.blob[2+i] = byte(now>>(7*i))&0x7f | 0x80
	}
	t.blob[6] &= 0x7f
	// XMRig takes a nonce that is not zero for NiceHash's fixed byte.
	pow.PutNonce(t.blob[:], 0)
	return t
}

// blobFor makes the blob of one job: no two connections, and no two jobs of a
// connection, ever hash the same bytes.
func (t *template) blobFor(connection, job uint32) [pow.BlobSize]byte {
	blob := t.blob
	binary.LittleEndian.PutUint32(blob[pow.RootOffset:], connection)
	binary.LittleEndian.PutUint32(blob[pow.RootOffset+4:], job)
	return blob
}
