package decide

import (
	"testing"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// The best other option is a challenge where the device is meant for it, and never one that is
// others'; any other work may be.
func TestRivalMayBeAChallenge(t *testing.T) {
	mine, other, train := profit.Mining("a"), profit.Mining("b"), profit.Training("dev/1")
	options := []profit.Estimate{{Workload: mine, Net: 3}, {Workload: train, Net: 2}, {Workload: other, Net: 1}}
	p := planner{trains: []int{0}, s: Snapshot{Devices: []Device{{Running: mine}}}}
	p.all.Valuation = &profit.Valuation{Contests: []profit.Contest{{Challenge: &profit.Challenge{Key: "dev/1"}}}}
	if got := p.rival(0, &options[0], options); got != train {
		t.Errorf("of a device that is meant for it the rival is %s", got)
	}
	p.trains[0] = nobody
	if got := p.rival(0, &options[0], options); got != other {
		t.Errorf("of another one the rival is %s", got)
	}
}
