package miner

import (
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
)

// Whatever miner it is: an answer that never changes is seen through within two hours, one of a miner that began anew
// books nothing twice, and a rate whose unit is wrong by a thousand is not believed.
func TestEveryPageIsSuspected(t *testing.T) {
	for _, name := range drivers.Builtin().Names() {
		page := drivers.Builtin()[name]
		for _, e := range page.Examples {
			a, err := page.Read(t.Context(), []byte(e.Answer), e.Algorithm)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			whole := statsOf(a)
			if whole.Hashrate == nil {
				continue // of a start, say
			}
			if after := frozen(whole); after > 2*time.Hour {
				t.Errorf("%s: an answer that stands still is believed", name)
			}
			whole.At = time.Unix(1e9, 0)
			anew := whole
			anew.At, anew.Uptime, anew.Accepted, anew.Rejected, anew.AcceptedDifficulty = whole.At.Add(time.Minute), min(whole.Uptime, time.Second), 1, 0, min(whole.AcceptedDifficulty, 1)
			if d := Progress(whole, anew); !d.Restarted || d.Accepted != 1 || d.Rejected != 0 {
				t.Errorf("%s: begun anew: %+v", name, d)
			}
			for _, unit := range []float64{1e3, 1e6, 1e-3, 1e-6} {
				odd := whole
				odd.Hashrate = new(*whole.Hashrate * unit)
				if got, doubt := Believe(odd, *whole.Hashrate); got.Hashrate != nil && *got.Hashrate == *odd.Hashrate || doubt == "" {
					t.Errorf("%s: a rate times %g is believed", name, unit)
				}
			}
			if got, doubt := Believe(whole, *whole.Hashrate*1.5); got.Hashrate == nil || doubt != "" {
				t.Errorf("%s: a rate of two thirds is not believed: %s", name, doubt)
			}
		}
	}
}

// frozen is how long an answer that never changes is believed, at most three hours.
func frozen(s Stats) time.Duration {
	begin := time.Unix(1e9, 0)
	h := History{Started: begin.Add(-time.Hour)}
	for at := begin; at.Sub(begin) < 3*time.Hour; at = at.Add(10 * time.Second) {
		s.At = at
		h.Promise = h.Promise.Add(at, 10*time.Second, s, 0, 0)
		h.Polls = append(h.Polls, Poll{At: at, Stats: s})
		if v := Diagnose(h, at, NewLimits()); v.State != OK {
			return at.Sub(begin)
		}
	}
	return 3 * time.Hour
}
