package learned

import (
	"fmt"
	"maps"
	"math"
	"math/bits"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
)

// Problem is what a challenge asks of a network.
type Problem struct {
	Target   evaluator.Target `json:"target"`
	Channels int              `json:"channels"`
	Pixels   int              `json:"pixels"` // of one channel
	Classes  int              `json:"classes"`
	Examples int              `json:"examples"` // to train on
	Need     float64          `json:"need"`     // accuracy
}

// Like names problems that are alike: sizes within twice one another count as the same, as do errors that are allowed,
// which tell easy data from hard ones, and numbers of examples within four times. So there are only so many records,
// whatever challenges come.
type Like struct {
	target                                      evaluator.Target
	channels, pixels, classes, examples, errors int
}

// Like is what the problem is like.
func (p Problem) Like() Like {
	log2 := func(n int) int { return bits.Len(uint(max(n, 0))) }
	errors := -math.Log2(1 - min(max(p.Need, 0), 0.999))
	return Like{p.Target, min(max(p.Channels, 0), 4), log2(p.Pixels), log2(p.Classes), log2(p.Examples) / 2, int(errors)}
}

func (l Like) key() string {
	return fmt.Sprintf("%s|%d|%d|%d|%d|%d", l.target, l.channels, l.pixels, l.classes, l.examples, l.errors)
}

// Networks is what networks have come to on problems that are alike.
type Networks struct {
	Problem Problem                  `json:"problem"` // the latest
	At      time.Time                `json:"at"`
	Of      map[string]curve.Reached `json:"of"` // by the network's name, which tells its settings, too
	// Seen is when each was trained last; without: at At.
	Seen map[string]time.Time `json:"seen,omitempty"`
}

// Add takes in what a network has come to now.
func (n Networks) Add(now time.Time, name string, r curve.Reached) Networks {
	n.Of, n.Seen = maps.Clone(n.Of), maps.Clone(n.Seen)
	if n.Of == nil {
		n.Of = map[string]curve.Reached{}
	}
	if n.Seen == nil { // of a daemon that noted one time for all
		n.Seen = map[string]time.Time{}
		for other := range n.Of {
			n.Seen[other] = n.At
		}
	}
	n.Of[name], n.Seen[name], n.At = n.Of[name].Add(r), now, now
	return n
}

// networksMaxAge is how long it counts: then all are tried once more.
const networksMaxAge = 90 * 24 * time.Hour

// Known is what counts of it now. Each network has its own age: one that is not tried for what it came to is tried once
// more, however often others are.
func (n Networks) Known(now time.Time) map[string]curve.Reached {
	known := maps.Clone(n.Of)
	maps.DeleteFunc(known, func(name string, _ curve.Reached) bool {
		at, ok := n.Seen[name]
		if !ok {
			at = n.At
		}
		return now.Sub(at) > networksMaxAge
	})
	return known
}
