package drivers

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/page"
	"github.com/gpuarbiter/gpuarbiter/pkg/plain"
)

// Largest values that are believed; anything above is a fault of the API.
const (
	maxHashes  = 1e24                  // hashes, hashes per second
	maxUptimeS = 100 * 365 * 24 * 3600 // seconds
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
	tree, err := p.API.Format.Parse(raw)
	if tree == nil && err != nil {
		return Answer{}, fmt.Errorf("%w: %w", page.ErrUnreadable, plain.Error(err))
	}
	if own, err := p.Algorithm(algorithm); err == nil {
		algorithm = own
	}
	a := p.API.Read.read(ctx, tree, page.About{Algorithm: algorithm})
	if a.Hashrate == nil && a.Accepted == nil && a.Work == nil && a.Difficulty == nil && a.Connected == nil {
		return Answer{}, fmt.Errorf("%w: %w", page.ErrUnreadable, errors.Join(errors.New("neither rate nor shares nor connection are in it"), plain.Error(err)))
	}
	return a, nil
}

func (r Read) read(ctx context.Context, tree any, about page.About) Answer {
	a := Answer{
		Version: r.Version.Text(ctx, tree, about), Algorithm: r.Algorithm.Text(ctx, tree, about),
		Pool: r.Pool.Text(ctx, tree, about), Fault: plain.Line(r.Fault.Text(ctx, tree, about)),
	}
	a.Paused, _ = r.Paused.Truth(ctx, tree, about)
	a.Hashrate, a.Over = r.rate(ctx, tree, about)
	if n, ok := r.Accepted.Count(ctx, tree, about); ok {
		a.Accepted = &n
	}
	a.Rejected, _ = r.Rejected.Count(ctx, tree, about)
	figure := func(e page.Expr, limit float64) *float64 {
		if v, ok := e.Number(ctx, tree, about, limit); ok {
			return &v
		}
		return nil
	}
	a.Work, a.Difficulty = figure(r.Work, maxHashes), figure(r.Difficulty, maxHashes)
	if s := figure(r.Uptime, maxUptimeS); s != nil {
		a.Uptime = new(time.Duration(*s * float64(time.Second)))
	}
	if b, ok := r.Connected.Truth(ctx, tree, about); ok {
		a.Connected = &b
	}
	return a
}

// rate is the rate of the shortest window that tells: each is null until it is full, on a
// slow algorithm for long. Two short ones that say nothing is done are believed over the
// long one, which remembers better times. Nil while none is known.
func (r Read) rate(ctx context.Context, tree any, about page.About) (rate *float64, over time.Duration) {
	var known []*float64
	for _, w := range r.Hashrate {
		var v *float64
		if f, ok := w.Expr.Number(ctx, tree, about, maxHashes); ok && f*w.Unit <= maxHashes {
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
