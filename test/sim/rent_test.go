package sim

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/curtail"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// let is the work of being a customer's.
var let = profit.Renting("host")

// host is a market that takes the whole rig, whenever it likes.
type host struct {
	since  time.Time          // of the contract; zero: there is none
	left   time.Time          // when the latest customer did
	quiet  time.Time          // until when it says nothing
	paid   map[string]float64 // USD by the day
	at     time.Time
	signal curtail.Signal // of who pays for power that is not used
	low    time.Duration  // that it asked for less
	asked  int            // times that it did
	lost   bool           // it is not heard
}

const (
	payment  = 1.5              // USD an hour, for the rig
	promptly = 90 * time.Second // two polls, and what a worker takes to end
	income   = 0.7              // USD an hour, for power that is not used
)

var terms = curtail.Terms{Baseline: 600, OffWatts: 40, MaxAge: 10 * time.Minute, Within: 3 * time.Minute, MinOff: 10 * time.Minute, RestoreStep: 200, RestoreEvery: 30 * time.Second, Income: income}

// advance pays for the time since the last look. The world's lock is held.
func (h *host) advance() {
	now := time.Now()
	if !h.since.IsZero() {
		h.paid[fmt.Sprint(now.Unix()/86400)] += payment * now.Sub(h.at).Hours()
	}
	if h.signal.Share < 1 {
		h.low += now.Sub(h.at)
	}
	h.at = now
}

// intrude has a customer come in the middle of a handover, now and then, for some minutes: hardly one does by
// chance. The world's lock is held.
func (w *world) intrude(r *rand.Rand) {
	if w.quiet || r.IntN(25) > 0 {
		return
	}
	come, stay := time.Duration(r.IntN(4000))*time.Millisecond, time.Duration(5+r.IntN(20))*time.Minute
	time.AfterFunc(come, func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		if !w.host.since.IsZero() || w.quiet {
			return
		}
		w.host.advance()
		came := time.Now()
		w.host.since = came
		time.AfterFunc(stay, func() {
			w.mu.Lock()
			defer w.mu.Unlock()
			if w.host.since.Equal(came) {
				w.host.advance()
				w.host.left, w.host.since = time.Now(), time.Time{}
			}
		})
	})
}

// customers come and go, the host falls silent now and then, and power is asked back. Late in
// the quiet day all of that ends.
func (w *world) customers(stop <-chan struct{}) {
	w.live(stop, "customers", 5*time.Hour, func(r *rand.Rand) {
		w.host.advance()
		if w.host.since.IsZero() && !w.settled() && r.IntN(2) == 0 {
			w.host.since = time.Now()
			return
		}
		if !w.host.since.IsZero() {
			w.host.left = time.Now()
		}
		w.host.since = time.Time{}
		if r.IntN(4) == 0 && !w.quiet {
			w.host.quiet = time.Now().Add(time.Duration(r.IntN(30)) * time.Minute)
		}
	})
}

func (w *world) signals(stop <-chan struct{}) {
	w.live(stop, "signals", 6*time.Hour, func(r *rand.Rand) {
		w.host.advance()
		share := 1.0
		if w.host.signal.Share >= 1 && !w.settled() {
			share = []float64{0, 0.4, 0.8}[r.IntN(3)]
			w.host.asked++
		}
		w.host.lost = !w.quiet && r.IntN(5) == 0
		w.host.signal = curtail.Signal{Share: share, At: time.Now()}
	})
}

// settle ends all that comes and goes.
func (w *world) settle() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.host.advance()
	w.host.since, w.host.left, w.host.signal = time.Time{}, time.Now(), curtail.Signal{Share: 1, At: time.Now()}
}

// settled reports whether all that comes and goes is to stay away. The lock is held.
func (w *world) settled() bool { return !w.calm.IsZero() && time.Since(w.calm) > 12*time.Hour }

// contract is what a card is let for, by what the host says.
func (w *world) contract(gpu.UUID) (decide.Contract, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case time.Now().Before(w.host.quiet):
		return decide.Contract{Work: let, Why: "as far as anybody knows", Theirs: true}, true
	case !w.host.since.IsZero():
		return decide.Contract{Work: let, Why: "under contract", Theirs: true}, true
	}
	return decide.Contract{}, false
}

// free is what must hold at any moment: nothing of ours runs into a contract. The lock is held.
func (c *card) free() {
	h := &c.w.host
	if n := c.worker; !h.since.IsZero() && time.Since(h.since) > promptly && n != nil && n.alive() && !n.doomed && n.of == c.w.daemon {
		c.w.fail("%s: %s runs %s into a contract", c.dev.UUID, n.what, time.Since(h.since))
	}
}

// lease stands for a customer.
type lease struct {
	done chan struct{}
	once sync.Once
}

func (l *lease) Done() <-chan struct{} { return l.done }
func (l *lease) Exit() process.Exit    { return process.Exit{} }
func (l *lease) Ended() scheduler.Ended {
	return scheduler.Ended{}
}

func (l *lease) Stop(context.Context) process.Exit {
	l.once.Do(func() { close(l.done) })
	return process.Exit{}
}

func (l *lease) Report(context.Context) scheduler.Report {
	return scheduler.Report{At: time.Now(), State: "ok"}
}

// AppendLineOnce implements rent.Store.
func (d *disk) AppendLineOnce(id string, l store.Line) error {
	return d.write(func() error { return d.Store.AppendLineOnce(id, l) })
}

// bookkeeper books what the host says, until ctx ends.
func (r *run) bookkeeper(ctx context.Context) {
	for {
		r.settle()
		select {
		case <-ctx.Done():
			return
		case <-time.After(20 * time.Minute):
		}
	}
}

// settle may fail, as any write may: it follows later.
func (r *run) settle() {
	r.w.mu.Lock()
	r.w.host.advance()
	statement := map[string]float64{"before": 77}
	for day, usd := range r.w.host.paid {
		statement[day] = math.Floor(usd*100) / 100
	}
	r.w.mu.Unlock()
	_ = (&rent.Book{Store: r.d}).Settle("host", "host", "", statement, time.Now())
}

// rentBooks compares the ledger with what the host has paid: never more, and at the end, to the
// cent, all of it. What is paid for power that is not used is for no more time than was asked.
func (r *run) rentBooks(last bool) {
	rented, curtailed := 0.0, 0.0
	r.check(store.Each(r.d.Store, store.Ledger, func(_ string, l store.Line) error {
		switch l.Kind {
		case store.RentRevenue:
			rented += l.USD
		case store.Curtailment:
			curtailed += l.USD
		}
		return nil
	}))
	r.w.mu.Lock()
	defer r.w.mu.Unlock()
	r.w.host.advance()
	paid := 0.0
	for _, usd := range r.w.host.paid {
		paid += math.Floor(usd*100) / 100
	}
	if rented > paid+0.01 || last && rented < paid-0.01 {
		r.fail("%.2f USD of rent are booked, %.2f were paid", rented, paid)
	}
	// A curtailment lasts longer than its signal, which is what is paid for: to the tick in which it ends.
	if most := (r.w.host.low + time.Duration(r.w.host.asked)*25*time.Second).Hours() * income; curtailed > most+1e-9 {
		r.fail("%.2f USD are booked for power that was not used, for %s", curtailed, r.w.host.low)
	}
	r.w.figures.rented, r.w.figures.curtailed = rented, curtailed
}

// curtailed checks that less is drawn in time, on a quiet day, while no customer draws it and
// every card tells what it draws: the last fault may outlast the day before by hours.
func (r *run) curtailed(view scheduler.View) {
	r.w.mu.Lock()
	defer r.w.mu.Unlock()
	if slices.ContainsFunc(r.w.cards, func(c *card) bool { return c.answer() != nil }) {
		r.w.ill = time.Now()
	}
	calm := !r.w.calm.IsZero() && time.Since(r.w.calm) > 2*time.Hour && time.Since(r.w.ill) > terms.Within+5*time.Minute
	if v := view.Curtailment; calm && v != nil && v.Late && r.w.host.since.IsZero() && time.Since(r.w.host.left) > terms.Within {
		r.fail("%s are drawn although %s are allowed: %s", watts(v.Drawn), watts(v.Ceiling), v.Why)
	}
}

func watts(w *profit.Watts) string {
	if w == nil {
		return "unknown watts"
	}
	return fmt.Sprintf("%v W", float64(*w))
}
