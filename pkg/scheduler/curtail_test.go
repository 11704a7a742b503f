package scheduler

import (
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// What nobody measures was not kept: a device that is lost, or tells no power, or none at all.
func TestDrawnBy(t *testing.T) {
	reads := func(watts gpu.Watts) Status { return Status{Reading: &gpu.Reading{Power: &watts}} }
	stale := reads(10)
	stale.Fault = "no answer"
	for name, c := range map[string]struct {
		all  []Status
		want float64 // -1: not known
	}{
		"two": {[]Status{reads(100), reads(20)}, 132}, "one is lost": {[]Status{reads(100), {Phase: PhaseQuarantined}}, -1},
		"no meter": {[]Status{reads(100), {Reading: &gpu.Reading{}}}, -1}, "stale": {[]Status{stale}, -1}, "none": {nil, -1},
	} {
		got := -1.0
		if v := drawnBy(c.all, 1.1); v != nil {
			got = float64(*v)
		}
		if got < c.want-1e-9 || got > c.want+1e-9 {
			t.Errorf("%s: %v W, not %v", name, got, c.want)
		}
	}
}
