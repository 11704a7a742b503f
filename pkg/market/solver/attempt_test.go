package solver

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/market"
)

var noon = time.Unix(1_800_000_000, 0)

// at is a challenge in a phase that ends in so many seconds, seen at noon.
func at(phase market.Phase, left int) *market.Challenge {
	c := &market.Challenge{Chain: "dev"}
	c.Phase, c.Deadline = uint8(phase), uint64(noon.Unix()+int64(left))
	c.Terms.RevealWindow, c.Terms.TurnWindow = 100, 50
	c.AccuracyThreshold = big.NewInt(10)
	return c
}

func TestNext(t *testing.T) {
	entry := func(state AttemptState) Attempt { return Attempt{State: state, HasEntry: true, Entry: 1} }
	free := func(state AttemptState) Attempt { return Attempt{State: state} }
	bundle := func(state AttemptState) Attempt { return Attempt{State: state, Bundle: "b"} }
	view := func(c *market.Challenge, edits ...func(*View)) View {
		v := View{Challenge: c, Now: noon, Margin: 5 * time.Second}
		for _, e := range edits {
			e(&v)
		}
		return v
	}
	status := func(s uint8) func(*View) { return func(v *View) { v.Entry.Status = s } }
	leads := func(n uint64) func(*View) { return func(v *View) { v.Leader, v.HasLeader = n, true } }
	committing := func(v *View) { v.Committing = true }
	winner := func(v *View) { v.Challenge.Winner = 3 }
	outcome := func(o market.Outcome) func(*View) { return func(v *View) { v.Challenge.Outcome = uint8(o) } }
	for _, tt := range []struct {
		name   string
		a      Attempt
		v      View
		want   Step
		reason string
	}{
		{"not drawn yet", free(Seen), view(at(market.PhaseCreated, -1000)), StepNone, ""},
		{"drawn", free(Seen), view(at(market.PhaseCommit, 60)), StepFetch, ""},
		{"a restart in the training, without data", free(Training), view(at(market.PhaseCommit, 60)), StepFetch, ""},
		{"the data is here", bundle(Seen), view(at(market.PhaseCommit, 60)), StepNone, ""},
		{"training", bundle(Training), view(at(market.PhaseCommit, 60)), StepNone, ""},
		{"trained", bundle(Ready), view(at(market.PhaseCommit, 60)), StepCommit, ""},
		{"trained, hardly in time", bundle(Ready), view(at(market.PhaseCommit, 6)), StepCommit, ""},
		{"too late to commit", bundle(Ready), view(at(market.PhaseCommit, 5)), StepExpire, "the deadline for commits"},
		{"too late to train", bundle(Training), view(at(market.PhaseCommit, -1)), StepExpire, "the deadline for commits"},
		{"the commit is on its way at the deadline", bundle(Ready), view(at(market.PhaseCommit, 1), committing), StepCommit, ""},
		{"and beyond it", bundle(Ready), view(at(market.PhaseCommit, -9), committing), StepCommit, ""},
		{"and when all is revealed", bundle(Ready), view(at(market.PhaseClaim, 9), committing), StepCommit, ""},
		{"and even closed: the bond is in there", bundle(Ready), view(at(market.PhaseClosed, -9), committing), StepCommit, ""},
		{"passed", free(Passed), view(at(market.PhaseCommit, 60)), StepNone, ""},
		{"abandoned", free(Abandoned), view(at(market.PhaseCommit, 60)), StepNone, ""},
		{"seen when it was over", free(Seen), view(at(market.PhaseEvaluate, 60)), StepExpire, "deadline"},
		{"closed before us", free(Seen), view(at(market.PhaseClosed, 0), outcome(market.OutcomeCancelled)), StepExpire, "closed: cancelled"},
		{"closed, passed", free(Passed), view(at(market.PhaseClosed, 0)), StepNone, ""},
		{"closed, expired", free(Expired), view(at(market.PhaseClosed, 0)), StepNone, ""},

		{"committed, others may yet", entry(Committed), view(at(market.PhaseCommit, 60)), StepNone, ""},
		{"the organiser has time to reveal", entry(Committed), view(at(market.PhaseCommit, -100)), StepNone, ""},
		{"the organiser did not reveal anything", entry(Committed), view(at(market.PhaseCommit, -101)), StepFinalize, "has not revealed the test data"},
		{"the organiser reveals", entry(Committed), view(at(market.PhaseReveal, 60)), StepNone, ""},
		{"the organiser did not reveal all", entry(Committed), view(at(market.PhaseReveal, -1)), StepFinalize, "has not revealed all"},
		{"all is revealed", entry(Committed), view(at(market.PhaseClaim, 60), status(market.EntryCommitted)), StepCount, ""},
		{"claimed", entry(Claimed), view(at(market.PhaseClaim, 60), status(market.EntryClaimed)), StepNone, ""},
		{"below what is needed", entry(Beaten), view(at(market.PhaseClaim, 60), status(market.EntryCommitted)), StepNone, ""},
		{"nobody claimed", entry(Beaten), view(at(market.PhaseClaim, -1), status(market.EntryCommitted)), StepFinalize, "no claim is left"},
		{"claims are closed, ours leads", entry(Claimed), view(at(market.PhaseClaim, -1), status(market.EntryClaimed), leads(1)), StepReveal, ""},
		{"claims are closed, another leads", entry(Claimed), view(at(market.PhaseClaim, -1), status(market.EntryClaimed), leads(0)), StepNone, ""},
		{"its turn passed unused", entry(Claimed), view(at(market.PhaseClaim, -51), status(market.EntryClaimed), leads(0)), StepFinalize, "a turn is over"},
		{"our turn", entry(Claimed), view(at(market.PhaseEvaluate, 9), status(market.EntryClaimed), leads(1)), StepReveal, ""},
		{"our turn is over, too", entry(Claimed), view(at(market.PhaseEvaluate, -1), status(market.EntryClaimed), leads(1)), StepFinalize, "a turn is over"},
		{"the claim is known before its receipt", entry(Committed), view(at(market.PhaseEvaluate, 9), status(market.EntryClaimed), leads(1)), StepReveal, ""},
		{"revealed", entry(Revealed), view(at(market.PhaseEvaluate, 9), status(market.EntryRevealed), leads(1)), StepEvaluate, ""},
		{"revealed, the receipt is not seen yet", entry(Claimed), view(at(market.PhaseEvaluate, 9), status(market.EntryRevealed), leads(1)), StepEvaluate, ""},
		{"evaluated too slowly", entry(Revealed), view(at(market.PhaseEvaluate, -1), status(market.EntryRevealed), leads(1)), StepFinalize, "a turn is over"},
		{"counted, another one's turn", entry(Revealed), view(at(market.PhaseEvaluate, 9), status(market.EntryCounted), leads(0)), StepNone, ""},
		{"the winner is known", entry(Revealed), view(at(market.PhaseEvaluate, 9), status(market.EntryCounted), leads(1), winner), StepFinalize, "entry 2 is the winner"},
		{"no claim is left", entry(Slashed), view(at(market.PhaseEvaluate, 9), status(market.EntrySlashed)), StepFinalize, "no claim is left"},

		{"closed: the bonds", entry(Revealed), view(at(market.PhaseClosed, 0)), StepSettle, ""},
		{"closed: a beaten one's, too", entry(Beaten), view(at(market.PhaseClosed, 0)), StepSettle, ""},
		{"settled: the balance", Attempt{State: Evaluated, HasEntry: true, Settled: true}, view(at(market.PhaseClosed, 0)), StepWithdraw, ""},
		{"done", Attempt{State: Paid, HasEntry: true, Settled: true, Withdrawn: true}, view(at(market.PhaseClosed, 0)), StepNone, ""},
	} {
		got, reason := Next(tt.a, tt.v)
		if got != tt.want || !strings.Contains(reason, tt.reason) || tt.reason == "" && reason != "" {
			t.Errorf("%s: %q (%s), want %q (%s)", tt.name, got, reason, tt.want, tt.reason)
		}
	}
}

// Whatever the chain says: what costs a bond is only done in its phase, and an
// entry that is in is never left behind.
func TestNextIsSound(t *testing.T) {
	states := []AttemptState{Seen, Training, Ready, Committed, Claimed, Revealed, Evaluated, Paid, Passed, Abandoned, Beaten, Expired, Slashed}
	rapid.Check(t, func(t *rapid.T) {
		a := Attempt{
			State: rapid.SampledFrom(states).Draw(t, "state"), HasEntry: rapid.Bool().Draw(t, "entry"), Entry: 1,
			Settled: rapid.Bool().Draw(t, "settled"), Withdrawn: rapid.Bool().Draw(t, "withdrawn"), Bundle: rapid.SampledFrom([]string{"", "b"}).Draw(t, "bundle"),
		}
		c := at(market.Phase(rapid.IntRange(1, 6).Draw(t, "phase")), rapid.IntRange(-200, 200).Draw(t, "left"))
		c.Winner = uint32(rapid.IntRange(0, 2).Draw(t, "winner"))
		v := View{
			Challenge: c, Now: noon, Margin: 5 * time.Second, Leader: uint64(rapid.IntRange(0, 1).Draw(t, "leader")), HasLeader: rapid.Bool().Draw(t, "has leader"),
			Committing: rapid.Bool().Draw(t, "committing"),
		}
		v.Entry.Status = uint8(rapid.IntRange(0, 6).Draw(t, "status"))
		step, _ := Next(a, v)
		phase, closed := c.At(noon), market.Phase(c.Phase) == market.PhaseClosed
		allowed := map[Step]bool{
			StepNone: true, StepExpire: !a.HasEntry, StepFetch: !a.HasEntry && phase == market.PhaseCommit,
			StepCommit: !a.HasEntry && a.State == Ready && (phase == market.PhaseCommit || v.Committing),
			StepCount:  a.HasEntry && phase == market.PhaseClaim, StepReveal: a.HasEntry && phase == market.PhaseEvaluate && v.Entry.Status == market.EntryClaimed,
			StepEvaluate: a.HasEntry && phase == market.PhaseEvaluate && v.Entry.Status == market.EntryRevealed,
			StepFinalize: a.HasEntry && !closed, StepSettle: a.HasEntry && closed && !a.Settled, StepWithdraw: a.HasEntry && closed && a.Settled && !a.Withdrawn,
		}
		if !allowed[step] {
			t.Fatalf("%q for %+v in %s", step, a, phase)
		}
		if a.HasEntry && closed && !a.Withdrawn && step == StepNone {
			t.Fatalf("money is left for %+v", a)
		}
		if !a.HasEntry && a.State == Ready && v.Committing && step != StepCommit {
			t.Fatalf("%q, and the commit is forgotten", step)
		}
	})
}

func TestAt(t *testing.T) {
	for _, tt := range []struct {
		phase market.Phase
		left  int
		want  market.Phase
	}{
		{market.PhaseCommit, 0, market.PhaseCommit}, {market.PhaseCommit, -1, market.PhaseReveal}, {market.PhaseClaim, 0, market.PhaseClaim}, {market.PhaseClaim, -1, market.PhaseEvaluate},
		{market.PhaseCreated, -1, market.PhaseCreated}, {market.PhaseReveal, -1, market.PhaseReveal}, {market.PhaseEvaluate, -1, market.PhaseEvaluate}, {market.PhaseClosed, -1, market.PhaseClosed},
	} {
		if got := at(tt.phase, tt.left).At(noon); got != tt.want {
			t.Errorf("%s, %d s left: %s, want %s", tt.phase, tt.left, got, tt.want)
		}
	}
	if market.PhaseReveal.String() != "reveal" || market.OutcomeNotRevealed.String() != "hold-out not revealed" || market.Phase(99).String() != "99" {
		t.Error("names")
	}
}
