package scheduler

import (
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/signal"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler/decide"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// follower follows what each device's options earn, poll by poll. Only the loop's
// goroutine uses it.
type follower struct {
	every time.Duration // 0: quotes are taken as they are
	store Store
	log   *zap.Logger
	polls map[string]*signal.Poller // by device
}

// followed is how a track is stored.
type followed struct {
	At    time.Time `json:"at"`
	Track []byte    `json:"track"`
}

func newFollower(cfg Config) *follower {
	return &follower{cfg.SignalEvery, cfg.Store, cfg.Log, map[string]*signal.Poller{}}
}

// signals are what polls so far make believe of the device's options, and whether
// this was one.
func (f *follower) signals(d *decide.Device, m profit.Market) (signals []profit.Signal, polled bool) {
	if f.every <= 0 {
		return nil, false
	}
	p := f.polls[d.UUID]
	if p == nil {
		p = f.load(d.UUID)
		f.polls[d.UUID] = p
	}
	if signals, polled = p.Signals(d.Device, d.Running, m); polled {
		f.save(d.UUID, p)
	}
	return signals, polled
}

// load finds what an earlier daemon learned. A poll is due at once: what was
// believed is not stored.
func (f *follower) load(device string) *signal.Poller {
	p := signal.NewPoller(f.every)
	var old followed
	if ok, err := f.store.Get(store.Signals, device, &old); err != nil || !ok {
		return p
	}
	track := new(signal.Track)
	if err := track.UnmarshalBinary(old.Track); err != nil || track.PollHours() != f.every.Hours() {
		return p
	}
	p.Track, p.At = track, old.At
	p.Restart()
	return p
}

func (f *follower) save(device string, p *signal.Poller) {
	b, err := p.Track.MarshalBinary()
	if err == nil {
		err = f.store.Put(store.Signals, device, followed{p.At, b})
	}
	if err != nil {
		f.log.Warn("the quotes' filter is not stored", zap.Error(err))
	}
}
