package signal

import (
	"slices"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// stale is after how many polls without one a track is begun anew.
const stale = 36

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

// Signals are what polls so far make believe of the device's options; where one is
// due, the market is it, and polled is true.
func (p *Poller) Signals(d profit.Device, running profit.Workload, m profit.Market) (signals []profit.Signal, polled bool) {
	age := m.Now.Sub(p.At)
	if age > stale*p.Every || age < 0 {
		p.Track = NewTrack(p.Every.Hours())
	}
	if polled = age >= p.Every || age < 0; polled {
		p.signals, p.At = p.Track.Observe(profit.Estimates(d, m)), m.Now
	}
	return p.Track.Leads(slices.Clone(p.signals), running), polled
}
