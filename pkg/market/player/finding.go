package player

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/dispute"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
	"github.com/gpuarbiter/gpuarbiter/pkg/model/graph"
)

// Right computes of every example of the hold-out whether a model is right about it.
func Right(ctx context.Context, ch *market.Challenge, raw []byte, groups []market.Group) ([]bool, error) {
	net, err := parse(ch, raw)
	if err == nil && net.Classes() != int(ch.Terms.Classes) {
		err = fmt.Errorf("the model has %d classes, the challenge %d", net.Classes(), ch.Terms.Classes)
	}
	if err != nil {
		return nil, err
	}
	m := &matter{dispute.NewClaim(net), ch.Data().Layout, groups}
	right := make([]bool, ch.Points())
	err = m.compute(ctx, len(right), func(i int) int { return i }, func(i int, is bool) bool { right[i] = is; return true })
	return right, err
}

// compute asks of n examples whether the network is right about them, on all processors, in their order as far as
// those allow. No example is begun once yield, which may be called side by side, has said false.
func (m *matter) compute(ctx context.Context, n int, example func(int) int, yield func(i int, right bool) bool) error {
	var next atomic.Int64
	work, ctx := errgroup.WithContext(ctx)
	for range min(n, runtime.GOMAXPROCS(0)) {
		work.Go(func() error {
			c := m.claim.Net.Counter()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				if err := ctx.Err(); err != nil {
					return err
				}
				e := example(i)
				if !yield(i, model.Largest(c.Logits(m.pixels(e))) == int(m.label(e))) {
					next.Store(int64(n))
				}
			}
			return nil
		})
	}
	return work.Wait()
}

// finding is what we have found out of a claim so far.
type finding struct {
	checked int  // of the examples that are said to be right, in our order: the network is right about these
	lie     int  // one that the network is wrong about; -1: none is known
	over    bool // nothing more is computed

	err   error // why computing failed last
	tries int   // how often it has, in a row
	rest  int   // so many looks it is not tried again
}

// order is that in which the examples that are said to be right are looked at. It follows from a seed of ours that no
// claimant knows: who could foresee it would lie about the last ones, and win where the window is over before.
func order(said []byte, points int, seed [32]byte) []int {
	var order []int
	for i := range points {
		if dispute.Says(said, i) {
			order = append(order, i)
		}
	}
	rand.New(rand.NewChaCha8(seed)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// stretch is how much work is done between two looks at whether it is still wanted: about a second's.
const stretch = 4e9

// examine goes on with a finding up to the first lie. Where the context ends it, what was found before stands.
func (m *matter) examine(ctx context.Context, f finding, order []int) (finding, error) {
	if len(order) > 0 && m.claim.Lied() { // then all that is said is false
		f.lie, f.over = order[0], true
		return f, nil
	}
	for f.checked < len(order) && f.lie < 0 {
		part := order[f.checked:min(len(order), f.checked+max(runtime.GOMAXPROCS(0), stretch/m.claim.Net.Work()))]
		var wrong atomic.Int64
		wrong.Store(-1)
		err := m.compute(ctx, len(part), func(i int) int { return part[i] }, func(i int, right bool) bool {
			if !right {
				wrong.Store(int64(part[i]))
			}
			return right
		})
		if err != nil {
			return f, err
		}
		if f.lie = int(wrong.Load()); f.lie < 0 {
			f.checked += len(part)
		}
	}
	f.over = true
	return f, nil
}

// seeded is the seed of the order for a claim, of what the player keeps to itself.
func (p *Player) seeded(of name) [32]byte { return graph.Keccak(p.secret[:], of.key[:], of.facts[:]) }
