//go:build chaos

package chaos

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// kind is what is done.
type kind string

const (
	killWorker     kind = "kill -9 of a worker"
	killTrainer    kind = "kill -9 of a trainer"
	killSupervisor kind = "kill -9 of a supervisor"
	stopWorker     kind = "SIGSTOP of a worker"
	stopSupervisor kind = "SIGSTOP of a supervisor"
	stopDaemon     kind = "SIGSTOP of a daemon"
	killDaemon     kind = "kill -9 of a daemon"
	killTwice      kind = "kill -9 of a daemon, and of the next while it starts"
	killBoth       kind = "kill -9 of a supervisor and its daemon"
	termDaemon     kind = "TERM of a daemon"
	killPool       kind = "death of a pool"
	spoilQuotes    kind = "rubbish for quotes"
	fillDisk       kind = "full disk"
	hangCard       kind = "hung card"
	fillCard       kind = "full memory of a card"
	killNode       kind = "kill -9 of the chain's node"
)

// deck is what is done in each round, in an order that is drawn.
var deck = []kind{
	killWorker, killWorker, killTrainer, killSupervisor, killSupervisor, stopWorker, stopWorker, stopSupervisor, stopDaemon,
	killDaemon, killTwice, killBoth, termDaemon, killPool, killPool, spoilQuotes, fillDisk, hangCard, fillCard, killNode,
}

// strike is one deed with all that was drawn for it. What it does not need it ignores.
type strike struct {
	kind        kind
	rig, device int // any number: the rest of the division by how many there are counts
	way         int
	calm        bool          // the next daemon waits until nothing of the dead one is left
	hold        time.Duration // how long what lasts lasts
	pause       time.Duration // until the next strike
}

// plan draws the strikes of so many rounds. It depends on the seed alone.
func plan(seed uint64, rounds int) (all []strike) {
	rng := rand.New(rand.NewPCG(seed, 1))
	span := func(low, high time.Duration) time.Duration { return low + time.Duration(rng.Int64N(int64(high-low))) }
	for range rounds {
		for _, i := range rng.Perm(len(deck)) {
			all = append(all, strike{
				kind: deck[i], rig: rng.IntN(1 << 20), device: rng.IntN(1 << 20), way: rng.IntN(1 << 20), calm: rng.IntN(2) == 0,
				hold: span(time.Second, 7*time.Second), pause: span(300*time.Millisecond, 2500*time.Millisecond),
			})
		}
	}
	return all
}

// carryOut does what is planned. What lasts goes on beside what follows, but for another
// one of its kind; what has no object just then is counted as missed.
func (c *chaos) carryOut(ctx context.Context, strikes []strike) {
	var lasting sync.WaitGroup
	defer lasting.Wait()
	busy := map[kind]*sync.Mutex{}
	for _, s := range strikes {
		if ctx.Err() != nil {
			return
		}
		r := c.rigs[s.rig%len(c.rigs)]
		switch s.kind {
		case killDaemon, killTwice, killBoth, termDaemon:
			c.note(s.kind, c.strikeDaemon(ctx, r, s))
		default:
			if busy[s.kind] == nil {
				busy[s.kind] = new(sync.Mutex)
			}
			one := busy[s.kind]
			lasting.Go(func() {
				one.Lock()
				defer one.Unlock()
				c.note(s.kind, c.strike(ctx, r, s))
			})
		}
		time.Sleep(s.pause)
	}
}

// errMissed is a strike that found nobody.
var errMissed = errors.New("missed")

func (c *chaos) note(k kind, err error) {
	switch {
	case errors.Is(err, errMissed):
		c.count("missed: " + string(k))
	case err != nil:
		c.violate("%s: %v", k, err)
	default:
		c.count(string(k))
	}
}

func (c *chaos) strike(ctx context.Context, r *rig, s strike) error {
	switch s.kind {
	case killWorker, killSupervisor, stopWorker, stopSupervisor:
		return c.strikeWorker(ctx, r, s)
	case killTrainer:
		p, ok := c.watch.trainer()
		return hit(ok && p.signal(syscall.SIGKILL))
	case stopDaemon:
		return r.pause(s.hold)
	case killPool:
		site := c.sites[s.way%len(c.sites)]
		site.kill()
		time.Sleep(s.hold)
		return site.open()
	case spoilQuotes:
		return c.quotes.spoil(s.way, s.hold)
	case fillDisk:
		return c.fill(r, s.hold)
	case hangCard:
		return c.cards(s, func(card *card, on bool) { card.hung = on })
	case fillCard:
		return c.cards(s, func(card *card, on bool) { card.full = on })
	case killNode:
		return c.chain.strike(ctx, s.hold)
	}
	panic("unknown: " + s.kind)
}

// worker waits for one on a device that was drawn.
func (c *chaos) worker(ctx context.Context, r *rig, s strike) (p proc, err error) {
	device := r.devices[s.device%len(r.devices)]
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end) && ctx.Err() == nil; time.Sleep(lookEvery) {
		if p, ok := c.watch.on(r, device); ok {
			return p, nil
		}
	}
	return p, errMissed
}

func (c *chaos) strikeWorker(ctx context.Context, r *rig, s strike) error {
	p, err := c.worker(ctx, r, s)
	if err != nil {
		return err
	}
	if s.kind == killSupervisor || s.kind == stopSupervisor {
		var ok bool
		if p, ok = c.watch.supervisor(p); !ok {
			return errMissed
		}
	}
	if s.kind == killWorker || s.kind == killSupervisor {
		return hit(p.signal(syscall.SIGKILL))
	}
	if !p.signal(syscall.SIGSTOP) {
		return errMissed
	}
	time.Sleep(s.hold)
	p.signal(syscall.SIGCONT) // it may have been ended meanwhile, as it was
	return nil
}

func hit(ok bool) error {
	if !ok {
		return errMissed
	}
	return nil
}

// strikeDaemon ends a daemon and waits for the next one.
func (c *chaos) strikeDaemon(ctx context.Context, r *rig, s strike) error {
	if s.kind == killBoth {
		p, err := c.worker(ctx, r, s)
		if err != nil {
			return err
		}
		if p, ok := c.watch.supervisor(p); ok {
			p.signal(syscall.SIGKILL)
		}
	}
	sig := syscall.SIGKILL
	if s.kind == termDaemon {
		sig = syscall.SIGTERM
	}
	starts := r.signal(sig, s.calm)
	if err := r.started(ctx, starts); err != nil {
		return err
	}
	if s.kind == killTwice {
		time.Sleep(s.hold / 5)
		if err := r.started(ctx, r.signal(sig, false)); err != nil {
			return err
		}
	}
	return r.up(ctx)
}

// fill leaves no byte of the rig's disk free for a while.
func (c *chaos) fill(r *rig, hold time.Duration) error {
	if !r.small {
		return errMissed
	}
	path := filepath.Join(r.state, "fill")
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r.full.Store(true)
	defer r.full.Store(false)
	for size := 1 << 20; size > 0; {
		if _, err := f.Write(make([]byte, size)); errors.Is(err, syscall.ENOSPC) {
			size /= 2
		} else if err != nil {
			return err
		}
	}
	time.Sleep(hold)
	r.excused.Store(time.Now().Add(10 * time.Second).Unix()) // one that is starting has seen it full
	return os.Remove(path)
}

// cards does something to a card of the stand-in library for a while.
func (c *chaos) cards(s strike, what func(card *card, on bool)) error {
	var all []*card
	for _, r := range c.rigs {
		all = append(all, r.cards...)
	}
	if len(all) == 0 {
		return errMissed
	}
	chosen := all[s.device%len(all)]
	if err := chosen.set(func(card *card) { what(card, true) }); err != nil {
		return err
	}
	time.Sleep(8*time.Second + s.hold) // long enough for it to be given up
	return chosen.set(func(card *card) { what(card, false) })
}
