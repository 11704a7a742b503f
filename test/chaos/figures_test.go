//go:build chaos

package chaos

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// print tells what there was.
func (c *chaos) print() {
	var b strings.Builder
	row := func(what, format string, args ...any) {
		fmt.Fprintf(&b, "%-58s "+format+"\n", append([]any{what}, args...)...)
	}
	row("seed", "%d", *seed)
	for _, r := range c.rigs {
		g := c.watch.gapsOf(r)
		row("handovers of "+r.name, "%d", len(g.handover))
		row("  time without a worker", "%s", spread(g.handover))
		row("workers of "+r.name+" started again", "%d", len(g.restart))
		row("  time without a worker", "%s", spread(g.restart))
		row("devices of "+r.name+" handed to the next daemon", "%d", len(g.death))
		row("  time without a worker", "%s", spread(g.death))
		row("daemons of "+r.name, "%d, of which %d ended for a full disk", r.starts, r.alone)
	}
	row("workers that ignored SIGTERM", "%d", c.watch.worked(c.sites[0].stratum))
	row("workers that trained", "%d", c.watch.worked(training))
	c.mu.Lock()
	for _, what := range slices.Sorted(maps.Keys(c.counts)) {
		row(what, "%d", c.counts[what])
	}
	c.mu.Unlock()
	row("looks at the process table", "%d, at most %s from one to the next", c.watch.looks, c.watch.blind.Round(time.Millisecond))
	row("longest that anything outlived a daemon", "%s", c.watch.left.Round(time.Millisecond))
	row("violations", "%d", c.violations)
	c.t.Log("figures\n" + b.String())
}

// spread tells of a sorted list.
func spread(list []time.Duration) string {
	if len(list) == 0 {
		return "-"
	}
	at := func(part float64) time.Duration {
		return list[min(int(part*float64(len(list))), len(list)-1)].Round(time.Millisecond)
	}
	return fmt.Sprintf("%s in the middle, %s in 19 of 20, %s at most", at(0.5), at(0.95), at(1))
}
