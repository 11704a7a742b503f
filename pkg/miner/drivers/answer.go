package drivers

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// ErrUnreadable is an answer of a miner's API of which nothing can be used. Unlike no
// answer it says that the process lives.
var ErrUnreadable = errors.New("the answer cannot be read")

// Largest values that are believed; anything above is a fault of the API.
const (
	maxCount    = 1e15                  // shares
	maxHashes   = 1e24                  // hashes, hashes per second
	maxUptimeS  = 100 * 365 * 24 * 3600 // seconds
	maxTextSize = 1024                  // bytes of a name
)

// Answer is what a miner has said. What is nil it has not said, or not in a form that can be
// believed.
type Answer struct {
	Hashrate   *float64      // hashes per second, of the shortest window that tells
	Over       time.Duration // that a rate is the mean over; 0: not known
	Accepted   *uint64       // shares since it started
	Rejected   uint64
	Work       *float64 // hashes that the accepted shares stand for
	Difficulty *float64 // hashes that a share of the present job stands for
	Uptime     *time.Duration
	Connected  *bool
	Paused     bool
	Version    string
	Algorithm  string
	Pool       string
	Fault      string
}

// Understand reads an answer, each figure by itself: one that is missing, null or nonsense
// is unknown, and the others count. Of JSON that is cut what came whole counts.
func (p *Page) Understand(ctx context.Context, raw []byte, algorithm string) (Answer, error) {
	tree, err := p.API.Format.parse(raw)
	if tree == nil && err != nil {
		return Answer{}, fmt.Errorf("%w: %w", ErrUnreadable, plain.Error(err))
	}
	if own, err := p.Algorithm(algorithm); err == nil {
		algorithm = own
	}
	a := p.API.Read.read(ctx, tree, algorithm)
	if a.Hashrate == nil && a.Accepted == nil && a.Work == nil && a.Difficulty == nil && a.Connected == nil {
		return Answer{}, fmt.Errorf("%w: %w", ErrUnreadable, errors.Join(errors.New("neither rate nor shares nor connection are in it"), plain.Error(err)))
	}
	return a, nil
}

func (r Read) read(ctx context.Context, tree any, algorithm string) Answer {
	a := Answer{
		Version: r.Version.text(ctx, tree, algorithm), Algorithm: r.Algorithm.text(ctx, tree, algorithm),
		Pool: r.Pool.text(ctx, tree, algorithm), Fault: plain.Line(r.Fault.text(ctx, tree, algorithm)),
	}
	a.Paused, _ = r.Paused.truth(ctx, tree, algorithm)
	a.Hashrate, a.Over = r.rate(ctx, tree, algorithm)
	if n, ok := r.Accepted.count(ctx, tree, algorithm); ok {
		a.Accepted = &n
	}
	a.Rejected, _ = r.Rejected.count(ctx, tree, algorithm)
	figure := func(e Expr, limit float64) *float64 {
		if v, ok := e.number(ctx, tree, algorithm, limit); ok {
			return &v
		}
		return nil
	}
	a.Work, a.Difficulty = figure(r.Work, maxHashes), figure(r.Difficulty, maxHashes)
	if s := figure(r.Uptime, maxUptimeS); s != nil {
		a.Uptime = new(time.Duration(*s * float64(time.Second)))
	}
	if b, ok := r.Connected.truth(ctx, tree, algorithm); ok {
		a.Connected = &b
	}
	return a
}

// rate is the rate of the shortest window that tells: each is null until it is full, on a
// slow algorithm for long. Two short ones that say nothing is done are believed over the
// long one, which remembers better times. Nil while none is known.
func (r Read) rate(ctx context.Context, tree any, algorithm string) (rate *float64, over time.Duration) {
	var known []*float64
	for _, w := range r.Hashrate {
		var v *float64
		if f, ok := w.Expr.number(ctx, tree, algorithm, maxHashes); ok && f*w.Unit <= maxHashes {
			v = new(f * w.Unit)
			if over == 0 {
				over = w.Over
			}
		}
		known = append(known, v)
	}
	zero := func(i int) bool { return i < len(known) && known[i] != nil && *known[i] == 0 }
	if zero(0) && (zero(1) || len(known) == 1) {
		return known[0], over
	}
	for _, v := range known {
		if v != nil && *v > 0 {
			return v, over
		}
		if v != nil {
			rate = v
		}
	}
	return rate, over
}
