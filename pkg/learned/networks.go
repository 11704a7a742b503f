package learned

import (
	"fmt"
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
}

// Like names problems that are alike: sizes within twice one another count as the same, numbers of examples within
// four times. So there are only so many records, whatever challenges come.
type Like struct {
	target                              evaluator.Target
	channels, pixels, classes, examples int
}

// Like is what the problem is like.
func (p Problem) Like() Like {
	log2 := func(n int) int { return bits.Len(uint(max(n, 0))) }
	return Like{p.Target, min(max(p.Channels, 0), 4), log2(p.Pixels), log2(p.Classes), log2(p.Examples) / 2}
}

func (l Like) key() string {
	return fmt.Sprintf("%s|%d|%d|%d|%d", l.target, l.channels, l.pixels, l.classes, l.examples)
}

// Networks is what networks have come to on problems that are alike.
type Networks struct {
	Problem Problem                  `json:"problem"` // the latest
	At      time.Time                `json:"at"`
	Of      map[string]curve.Reached `json:"of"` // by the network's name, which tells its settings, too
}

// networksMaxAge is how long it counts: then all are tried once more.
const networksMaxAge = 90 * 24 * time.Hour

// Known is what counts of it now.
func (n Networks) Known(now time.Time) map[string]curve.Reached {
	if now.Sub(n.At) > networksMaxAge {
		return nil
	}
	return n.Of
}
