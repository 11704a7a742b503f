package miner

import "time"

// Delta is what a worker did between two polls.
type Delta struct {
	Elapsed            time.Duration
	Accepted, Rejected uint64
	AcceptedDifficulty float64 // hashes that the accepted shares stand for
	Restarted          bool    // the counters began again in between
}

// Progress is the work between two polls of one worker. Counters begin again at
// zero when a miner restarts; a restart is believed only when a counter or the
// uptime went back, and then counts all of cur. What the old process did after
// prev is lost, so the sum of deltas never exceeds the truth; the pool's own
// count settles the rest. The zero prev stands for a worker's start.
//
// The same rule serves a pool's counters, put in Accepted and
// AcceptedDifficulty.
func Progress(prev, cur Stats) Delta {
	d := Delta{
		Restarted: cur.Accepted < prev.Accepted || cur.Rejected < prev.Rejected ||
			cur.AcceptedDifficulty < prev.AcceptedDifficulty || cur.Uptime < prev.Uptime,
	}
	if !prev.At.IsZero() {
		d.Elapsed = max(0, cur.At.Sub(prev.At))
	}
	if d.Restarted {
		prev = Stats{}
	}
	d.Accepted = cur.Accepted - prev.Accepted
	d.Rejected = cur.Rejected - prev.Rejected
	d.AcceptedDifficulty = cur.AcceptedDifficulty - prev.AcceptedDifficulty
	return d
}
