//go:build chaos

package chaos

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// recoverBound is within what time every device works again. A worker that fails is started
// again after a pause that doubles up to five minutes.
const recoverBound = 8 * time.Minute

// recover waits until every device works again, until the challenge's model is committed, and
// until every device mines.
func (c *chaos) recover(t *testing.T) {
	calm := time.Now()
	before := map[*rig][]uint64{}
	for _, r := range c.rigs {
		for index := range r.devices {
			before[r] = append(before[r], c.accepted(r, index))
		}
	}
	c.work(t, before, true)
	working := time.Since(calm)
	if err := c.chain.committed(t.Context(), c.rigs[0]); err != nil {
		c.violate("%v", err)
	}
	committed := time.Since(calm)
	c.work(t, before, false)
	t.Logf("after the last fault: every device works after %s, the model is committed after %s, every device mines after %s",
		working.Round(time.Second), committed.Round(time.Second), time.Since(calm).Round(time.Second))
}

// work waits until every device mines and has earned more than before, or trains if it may.
func (c *chaos) work(t *testing.T, before map[*rig][]uint64, train bool) {
	ctx, cancel := context.WithTimeout(t.Context(), recoverBound)
	defer cancel()
	for {
		lame := c.lame(ctx, before, train)
		if len(lame) == 0 {
			return
		}
		select {
		case <-ctx.Done():
			c.violate("%s after the last fault not every device works:\n%s", recoverBound, strings.Join(lame, "\n"))
			return
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// lame are the devices that do not work, and why.
func (c *chaos) lame(ctx context.Context, before map[*rig][]uint64, train bool) (all []string) {
	for _, r := range c.rigs {
		s, err := r.status(ctx)
		if err != nil || len(s.Devices) != len(r.devices) {
			all = append(all, fmt.Sprintf("%s: %d devices, %v", r.name, len(s.Devices), err))
			continue
		}
		for index, d := range s.Devices {
			_, there := c.watch.on(r, string(d.UUID))
			works := c.accepted(r, index) > before[r][index] || train && d.Workload.Task()
			if !works || !there || d.Phase != scheduler.PhaseRunning || d.WorkerFault != "" {
				all = append(all, fmt.Sprintf("%s %d: %s %s (%s), a worker is there: %v, it works: %v, %s", r.name, index, d.Phase, d.Workload, d.Reason, there, works, d.WorkerFault))
			}
		}
	}
	return all
}
