package miner

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestProgress(t *testing.T) {
	at := time.Unix(1000, 0)
	prev := Stats{At: at, Accepted: 10, Rejected: 1, AcceptedDifficulty: 1000, Uptime: time.Hour}
	for _, c := range []struct {
		name string
		prev Stats
		cur  Stats
		want Delta
	}{
		{"first poll", Stats{}, prev, Delta{Accepted: 10, Rejected: 1, AcceptedDifficulty: 1000}},
		{"goes on", prev, Stats{At: at.Add(time.Minute), Accepted: 12, Rejected: 1, AcceptedDifficulty: 1300, Uptime: time.Hour + time.Minute},
			Delta{Elapsed: time.Minute, Accepted: 2, AcceptedDifficulty: 300}},
		{"restarted", prev, Stats{At: at.Add(time.Minute), Accepted: 2, AcceptedDifficulty: 50, Uptime: time.Second},
			Delta{Elapsed: time.Minute, Accepted: 2, AcceptedDifficulty: 50, Restarted: true}},
		{"restarted, seen by the difficulty alone", prev, Stats{At: at.Add(time.Minute), Accepted: 11, Rejected: 1, AcceptedDifficulty: 50, Uptime: 2 * time.Hour},
			Delta{Elapsed: time.Minute, Accepted: 11, Rejected: 1, AcceptedDifficulty: 50, Restarted: true}},
		{"clock set back", prev, Stats{At: at.Add(-time.Minute), Accepted: 11, Rejected: 1, AcceptedDifficulty: 1100, Uptime: time.Hour},
			Delta{Accepted: 1, AcceptedDifficulty: 100}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Progress(c.prev, c.cur); got != c.want {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

// Whatever a worker does between polls, the deltas never count more than it
// did, and without restarts they count exactly that.
func TestProgressNeverCountsTooMuch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var prev, cur Stats
		var truth, counted Delta
		restarted := false
		cur.At = time.Unix(0, 0)
		for range rapid.IntRange(1, 50).Draw(t, "steps") {
			step := time.Duration(rapid.IntRange(1, 100).Draw(t, "seconds")) * time.Second
			cur.At, cur.Uptime = cur.At.Add(step), cur.Uptime+step
			switch rapid.IntRange(0, 3).Draw(t, "what") {
			case 0:
				d := float64(rapid.IntRange(1, 1000).Draw(t, "difficulty"))
				cur.Accepted++
				cur.AcceptedDifficulty += d
				truth.Accepted++
				truth.AcceptedDifficulty += d
			case 1:
				cur.Rejected++
				truth.Rejected++
			case 2:
				if rapid.Bool().Draw(t, "restart") {
					cur = Stats{At: cur.At}
					restarted = true
				}
			case 3:
				d := Progress(prev, cur)
				counted.Accepted += d.Accepted
				counted.Rejected += d.Rejected
				counted.AcceptedDifficulty += d.AcceptedDifficulty
				prev = cur
			}
		}
		d := Progress(prev, cur)
		counted.Accepted += d.Accepted
		counted.Rejected += d.Rejected
		counted.AcceptedDifficulty += d.AcceptedDifficulty
		if counted.Accepted > truth.Accepted || counted.Rejected > truth.Rejected || counted.AcceptedDifficulty > truth.AcceptedDifficulty {
			t.Fatalf("counted %+v of %+v", counted, truth)
		}
		if !restarted && counted != truth {
			t.Fatalf("without a restart: counted %+v of %+v", counted, truth)
		}
	})
}
