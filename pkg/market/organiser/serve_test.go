package organiser

import (
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
)

func TestNextServe(t *testing.T) {
	now := time.Unix(1_000_000, 0)
	const ahead, past = 1_000_100, 999_900
	seed := [32]byte{7}
	tests := []struct {
		name     string
		phase    market.Phase
		deadline uint64
		edit     func(*market.Challenge)
		served   Served
		head     uint64
		want     Step
	}{
		{name: "before the draw's block", phase: market.PhaseCreated, deadline: 8291, head: 100, want: ServeWait},
		{name: "the draw's block is past", phase: market.PhaseCreated, deadline: 8291, head: 101, want: ServeDraw},
		{name: "the draw is missed", phase: market.PhaseCreated, deadline: 8291, head: 8292, want: ServeFinalize},
		{name: "drawn", phase: market.PhaseCommit, deadline: ahead, want: ServePublish},
		{name: "published for another draw, before blocks were taken back", phase: market.PhaseCommit, deadline: ahead, served: Served{Published: [32]byte{8}}, want: ServePublish},
		{name: "published", phase: market.PhaseCommit, deadline: ahead, served: Served{Published: seed}, want: ServeWait},
		{name: "commits are closed", phase: market.PhaseCommit, deadline: past, served: Served{Published: seed}, edit: func(c *market.Challenge) { c.Commits = 1 }, want: ServeReveal},
		{name: "nobody committed", phase: market.PhaseCommit, deadline: past, served: Served{Published: seed}, want: ServeFinalize},
		{name: "half revealed", phase: market.PhaseReveal, deadline: ahead, want: ServeReveal},
		{name: "too late to reveal", phase: market.PhaseReveal, deadline: past, want: ServeFinalize},
		{name: "claims", phase: market.PhaseClaim, deadline: ahead, want: ServeWait},
		{name: "claims are closed", phase: market.PhaseClaim, deadline: past, want: ServeFinalize},
		{name: "a turn begins", phase: market.PhaseEvaluate, deadline: ahead, want: ServeWait},
		{name: "half a turn has passed", phase: market.PhaseEvaluate, deadline: ahead - 50, want: ServeEvaluate},
		{name: "a turn is just over", phase: market.PhaseEvaluate, deadline: past + 80, want: ServeWait},
		{name: "a turn is over", phase: market.PhaseEvaluate, deadline: past, want: ServeFinalize},
		{name: "the winner is just known", phase: market.PhaseEvaluate, deadline: ahead, edit: func(c *market.Challenge) { c.Winner = 1 }, want: ServeWait},
		{name: "the winner does not finalise", phase: market.PhaseEvaluate, deadline: ahead - 50, edit: func(c *market.Challenge) { c.Winner = 1 }, want: ServeFinalize},
		{name: "closed", phase: market.PhaseClosed, want: ServeWithdraw},
		{name: "done", phase: market.PhaseClosed, served: Served{Withdrawn: true}, want: ServeDone},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ch := &market.Challenge{}
			ch.Phase, ch.Deadline, ch.DrawBlock, ch.Terms.TurnWindow = uint8(tt.phase), tt.deadline, 100, 150
			ch.Seed = seed
			if tt.edit != nil {
				tt.edit(ch)
			}
			if got := NextServe(ch, tt.served, tt.head, now); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
