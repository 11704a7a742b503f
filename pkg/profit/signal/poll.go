package signal

import (
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Poller is a track that takes a poll every so often. The daemon and the replay of
// its record use the same.
type Poller struct {
	Track *Track
	At    time.Time // of the latest poll
	Every time.Duration

	signals []profit.Signal
}

// NewPoller begins with nothing.
func NewPoller(every time.Duration) *Poller {
	return &Poller{Track: NewTrack(every.Hours()), Every: every}
}

// Signals are what polls so far make believe of the device's options. Where one is
// due, or an option is there of which nothing is known, the market is it, and polled
// is true.
func (p *Poller) Signals(d profit.Device, running profit.Workload, m profit.Market) (signals []profit.Signal, polled bool) {
	age, lost := m.Now.Sub(p.At), longest*p.Every
	switch {
	case age > lost || age < -lost: // nothing is known yet, or of use any more
		p.Track, polled = NewTrack(p.Every.Hours()), true
	case age < 0: // the clock was set right
		p.At = m.Now
	case age >= p.Every:
		p.Track.Miss(int(age/p.Every) - 1)
		polled = true
	}
	if polled {
		p.signals, p.At = p.Track.Observe(profit.Estimates(d, m)), m.Now
	} else {
		polled = p.join(d, m)
	}
	return p.Track.Leads(slices.Clone(p.signals), running), polled
}

// Restart is what a daemon's restart does: what was learned stays, a poll is due.
func (p *Poller) Restart() {
	if !p.At.IsZero() {
		p.At = p.At.Add(-p.Every)
	}
	p.signals = nil
}

// join takes in options that nothing is known of yet: sources that answer after the
// first poll, coins that are new.
func (p *Poller) join(d profit.Device, m profit.Market) bool {
	known := true
	for i := range m.Coins {
		if _, can := d.Mining[m.Coins[i].Name]; can && !p.Track.Knows(profit.Mining(m.Coins[i].Name)) {
			known = false
		}
	}
	if known {
		return false
	}
	m.Challenges = nil
	signals, joined := p.Track.Join(profit.Estimates(d, m))
	p.signals = append(p.signals, signals...)
	return joined
}
