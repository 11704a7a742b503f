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
	every  time.Duration // 0: quotes are taken as they are
	store  Store
	log    *zap.Logger
	tracks map[string]*tracked
}

type tracked struct {
	track   *signal.Track
	at      time.Time
	signals []profit.Signal
}

// followed is how a track is stored.
type followed struct {
	At    time.Time `json:"at"`
	Track []byte    `json:"track"`
}

// stale is after how many polls without one a track is begun anew.
const stale = 36

func newFollower(cfg Config) *follower {
	return &follower{cfg.SignalEvery, cfg.Store, cfg.Log, map[string]*tracked{}}
}

// signals are what polls so far make believe of the device's options; every now
// and then the tick's quotes are a poll.
func (f *follower) signals(d *decide.Device, m profit.Market) []profit.Signal {
	if f.every <= 0 {
		return nil
	}
	t := f.tracks[d.UUID]
	if t == nil {
		t = f.load(d.UUID)
		f.tracks[d.UUID] = t
	}
	age := m.Now.Sub(t.at)
	if age > stale*f.every || age < 0 {
		t.track = signal.NewTrack(f.every.Hours())
	}
	if age >= f.every || age < 0 {
		t.signals, t.at = t.track.Observe(profit.Estimates(d.Device, m)), m.Now
		f.save(d.UUID, t)
	}
	return t.track.Leads(append([]profit.Signal(nil), t.signals...), d.Running)
}

// load finds what an earlier daemon learned. Its latest poll counts, but what is
// believed is known only after the next.
func (f *follower) load(device string) *tracked {
	t := &tracked{track: signal.NewTrack(f.every.Hours())}
	var old followed
	if ok, err := f.store.Get(store.Signals, device, &old); err != nil || !ok {
		return t
	}
	track := new(signal.Track)
	if err := track.UnmarshalBinary(old.Track); err != nil || track.PollHours() != f.every.Hours() {
		return t
	}
	t.track, t.at = track, old.At.Add(-f.every)
	return t
}

func (f *follower) save(device string, t *tracked) {
	b, err := t.track.MarshalBinary()
	if err == nil {
		err = f.store.Put(store.Signals, device, followed{t.at, b})
	}
	if err != nil {
		f.log.Warn("the quotes' filter is not stored", zap.Error(err))
	}
}
