package market

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/evaluator"
	"github.com/gpuarbiter/gpuarbiter/pkg/market/txmgr"
	"github.com/gpuarbiter/gpuarbiter/pkg/model"
)

var noon = time.Unix(1_800_000_000, 0)

// at is a challenge in a phase that ends in so many seconds, seen at noon.
func at(phase Phase, left int) *Challenge {
	c := &Challenge{Chain: "dev"}
	c.Phase, c.Deadline = uint8(phase), uint64(noon.Unix()+int64(left))
	c.Terms.RevealWindow, c.Terms.TurnWindow = 100, 50
	c.AccuracyThreshold = big.NewInt(10)
	return c
}

func TestNext(t *testing.T) {
	entry := func(state AttemptState) Attempt { return Attempt{State: state, HasEntry: true, Entry: 1} }
	free := func(state AttemptState) Attempt { return Attempt{State: state} }
	bundle := func(state AttemptState) Attempt { return Attempt{State: state, Bundle: "b"} }
	view := func(c *Challenge, edits ...func(*View)) View {
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
	outcome := func(o Outcome) func(*View) { return func(v *View) { v.Challenge.Outcome = uint8(o) } }
	for _, tt := range []struct {
		name   string
		a      Attempt
		v      View
		want   Step
		reason string
	}{
		{"not drawn yet", free(Seen), view(at(PhaseCreated, -1000)), StepNone, ""},
		{"drawn", free(Seen), view(at(PhaseCommit, 60)), StepFetch, ""},
		{"a restart in the training, without data", free(Training), view(at(PhaseCommit, 60)), StepFetch, ""},
		{"the data is here", bundle(Seen), view(at(PhaseCommit, 60)), StepNone, ""},
		{"training", bundle(Training), view(at(PhaseCommit, 60)), StepNone, ""},
		{"trained", bundle(Ready), view(at(PhaseCommit, 60)), StepCommit, ""},
		{"trained, hardly in time", bundle(Ready), view(at(PhaseCommit, 6)), StepCommit, ""},
		{"too late to commit", bundle(Ready), view(at(PhaseCommit, 5)), StepExpire, "the deadline for commits"},
		{"too late to train", bundle(Training), view(at(PhaseCommit, -1)), StepExpire, "the deadline for commits"},
		{"the commit is on its way at the deadline", bundle(Ready), view(at(PhaseCommit, 1), committing), StepCommit, ""},
		{"and beyond it", bundle(Ready), view(at(PhaseCommit, -9), committing), StepCommit, ""},
		{"and when all is revealed", bundle(Ready), view(at(PhaseClaim, 9), committing), StepCommit, ""},
		{"and even closed: the bond is in there", bundle(Ready), view(at(PhaseClosed, -9), committing), StepCommit, ""},
		{"passed", free(Passed), view(at(PhaseCommit, 60)), StepNone, ""},
		{"abandoned", free(Abandoned), view(at(PhaseCommit, 60)), StepNone, ""},
		{"seen when it was over", free(Seen), view(at(PhaseEvaluate, 60)), StepExpire, "deadline"},
		{"closed before us", free(Seen), view(at(PhaseClosed, 0), outcome(OutcomeCancelled)), StepExpire, "closed: cancelled"},
		{"closed, passed", free(Passed), view(at(PhaseClosed, 0)), StepNone, ""},
		{"closed, expired", free(Expired), view(at(PhaseClosed, 0)), StepNone, ""},

		{"committed, others may yet", entry(Committed), view(at(PhaseCommit, 60)), StepNone, ""},
		{"the organiser has time to reveal", entry(Committed), view(at(PhaseCommit, -100)), StepNone, ""},
		{"the organiser did not reveal anything", entry(Committed), view(at(PhaseCommit, -101)), StepFinalize, "has not revealed the test data"},
		{"the organiser reveals", entry(Committed), view(at(PhaseReveal, 60)), StepNone, ""},
		{"the organiser did not reveal all", entry(Committed), view(at(PhaseReveal, -1)), StepFinalize, "has not revealed all"},
		{"all is revealed", entry(Committed), view(at(PhaseClaim, 60), status(EntryCommitted)), StepCount, ""},
		{"claimed", entry(Claimed), view(at(PhaseClaim, 60), status(EntryClaimed)), StepNone, ""},
		{"below what is needed", entry(Beaten), view(at(PhaseClaim, 60), status(EntryCommitted)), StepNone, ""},
		{"nobody claimed", entry(Beaten), view(at(PhaseClaim, -1), status(EntryCommitted)), StepFinalize, "no claim is left"},
		{"claims are closed, ours leads", entry(Claimed), view(at(PhaseClaim, -1), status(EntryClaimed), leads(1)), StepReveal, ""},
		{"claims are closed, another leads", entry(Claimed), view(at(PhaseClaim, -1), status(EntryClaimed), leads(0)), StepNone, ""},
		{"its turn passed unused", entry(Claimed), view(at(PhaseClaim, -51), status(EntryClaimed), leads(0)), StepFinalize, "a turn is over"},
		{"our turn", entry(Claimed), view(at(PhaseEvaluate, 9), status(EntryClaimed), leads(1)), StepReveal, ""},
		{"our turn is over, too", entry(Claimed), view(at(PhaseEvaluate, -1), status(EntryClaimed), leads(1)), StepFinalize, "a turn is over"},
		{"the claim is known before its receipt", entry(Committed), view(at(PhaseEvaluate, 9), status(EntryClaimed), leads(1)), StepReveal, ""},
		{"revealed", entry(Revealed), view(at(PhaseEvaluate, 9), status(EntryRevealed), leads(1)), StepEvaluate, ""},
		{"revealed, the receipt is not seen yet", entry(Claimed), view(at(PhaseEvaluate, 9), status(EntryRevealed), leads(1)), StepEvaluate, ""},
		{"evaluated too slowly", entry(Revealed), view(at(PhaseEvaluate, -1), status(EntryRevealed), leads(1)), StepFinalize, "a turn is over"},
		{"counted, another one's turn", entry(Revealed), view(at(PhaseEvaluate, 9), status(EntryCounted), leads(0)), StepNone, ""},
		{"the winner is known", entry(Revealed), view(at(PhaseEvaluate, 9), status(EntryCounted), leads(1), winner), StepFinalize, "entry 2 is the winner"},
		{"no claim is left", entry(Slashed), view(at(PhaseEvaluate, 9), status(EntrySlashed)), StepFinalize, "no claim is left"},

		{"closed: the bonds", entry(Revealed), view(at(PhaseClosed, 0)), StepSettle, ""},
		{"closed: a beaten one's, too", entry(Beaten), view(at(PhaseClosed, 0)), StepSettle, ""},
		{"settled: the balance", Attempt{State: Evaluated, HasEntry: true, Settled: true}, view(at(PhaseClosed, 0)), StepWithdraw, ""},
		{"done", Attempt{State: Paid, HasEntry: true, Settled: true, Withdrawn: true}, view(at(PhaseClosed, 0)), StepNone, ""},
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
		c := at(Phase(rapid.IntRange(1, 6).Draw(t, "phase")), rapid.IntRange(-200, 200).Draw(t, "left"))
		c.Winner = uint32(rapid.IntRange(0, 2).Draw(t, "winner"))
		v := View{
			Challenge: c, Now: noon, Margin: 5 * time.Second, Leader: uint64(rapid.IntRange(0, 1).Draw(t, "leader")), HasLeader: rapid.Bool().Draw(t, "has leader"),
			Committing: rapid.Bool().Draw(t, "committing"),
		}
		v.Entry.Status = uint8(rapid.IntRange(0, 6).Draw(t, "status"))
		step, _ := Next(a, v)
		phase, closed := c.At(noon), Phase(c.Phase) == PhaseClosed
		allowed := map[Step]bool{
			StepNone: true, StepExpire: !a.HasEntry, StepFetch: !a.HasEntry && phase == PhaseCommit,
			StepCommit: !a.HasEntry && a.State == Ready && (phase == PhaseCommit || v.Committing),
			StepCount:  a.HasEntry && phase == PhaseClaim, StepReveal: a.HasEntry && phase == PhaseEvaluate && v.Entry.Status == EntryClaimed,
			StepEvaluate: a.HasEntry && phase == PhaseEvaluate && v.Entry.Status == EntryRevealed,
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
		phase Phase
		left  int
		want  Phase
	}{
		{PhaseCommit, 0, PhaseCommit}, {PhaseCommit, -1, PhaseReveal}, {PhaseClaim, 0, PhaseClaim}, {PhaseClaim, -1, PhaseEvaluate},
		{PhaseCreated, -1, PhaseCreated}, {PhaseReveal, -1, PhaseReveal}, {PhaseEvaluate, -1, PhaseEvaluate}, {PhaseClosed, -1, PhaseClosed},
	} {
		if got := at(tt.phase, tt.left).At(noon); got != tt.want {
			t.Errorf("%s, %d s left: %s, want %s", tt.phase, tt.left, got, tt.want)
		}
	}
	if PhaseReveal.String() != "reveal" || OutcomeNotRevealed.String() != "hold-out not revealed" || Phase(99).String() != "99" {
		t.Error("names")
	}
}

// Batches hold every slot once, in order, consecutive within each, none too long.
func TestBatches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		slots := rapid.SliceOfNDistinct(rapid.IntRange(0, 300), 0, 120, rapid.ID[int]).Draw(t, "slots")
		slices.Sort(slots)
		perTx := rapid.IntRange(1, 40).Draw(t, "per tx")
		var all []int
		for _, b := range batches(slots, perTx) {
			if len(b) < 1 || len(b) > perTx || b[len(b)-1]-b[0] != len(b)-1 {
				t.Fatalf("batch %v of at most %d", b, perTx)
			}
			all = append(all, b...)
		}
		if !slices.Equal(all, slots) {
			t.Fatalf("%v became %v", slots, all)
		}
		runs := 1
		for i := 1; i < len(slots); i++ {
			if slots[i] != slots[i-1]+1 {
				runs++
			}
		}
		if most := runs + len(slots)/perTx; len(batches(slots, perTx)) > most {
			t.Fatalf("%d batches, at most %d are needed", len(batches(slots, perTx)), most)
		}
	})
}

// What the limits of a transaction allow is at least one group, and fits.
func TestPerTx(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := &Challenge{Target: evaluator.Dense}
		c.Terms.GroupSize = uint16(12 * rapid.IntRange(1, 20).Draw(t, "size"))
		c.Terms.Features = uint16(rapid.IntRange(1, 4096).Draw(t, "features"))
		c.Terms.Groups = uint16(rapid.IntRange(30, 65_535).Draw(t, "groups"))
		if int(c.Terms.GroupSize)*(int(c.Terms.Features)+1) > 50_000 {
			return // the contract does not allow it
		}
		if n := revealPerTx(c); n < 1 || n > 1 && (n*groupBytes(c) > txBytes || n*groupBytes(c)*gasPerByte > txmgr.GasCap) {
			t.Fatalf("%d groups of %d bytes", n, groupBytes(c))
		}
		c.Terms.HoldoutGroups, c.Target = uint16(rapid.IntRange(1, 15).Draw(t, "drawn")), rapid.SampledFrom(evaluator.All()).Draw(t, "target")
		c.Terms.GroupSize = uint16(c.Data().Layout.Lanes())
		if groupBytes(c) > 52_000 {
			return
		}
		hidden := rapid.IntRange(1, 200).Draw(t, "hidden")
		n := &model.Network{Bits: c.Target.Bits(), Input: model.Shape{Channels: 1, Height: 1, Width: int(c.Terms.Features)}}
		for _, s := range [][2]int{{n.Input.Width, hidden}, {hidden, 10}} {
			n.Layers = append(n.Layers, model.Layer{Kind: model.Dense, Outputs: s[1], Bias: make([]int32, s[1]), Weights: make([]int8, s[0]*s[1])})
		}
		cost := costOf(c, n)
		per := cost.perTx()
		if Fits(c, n) != (c.Target.Accepts(n) == nil && per >= 1) {
			t.Fatalf("%s, %d-%d-10: fits %v, but %d groups in a transaction", c.Target, c.Terms.Features, hidden, Fits(c, n), per)
		}
		if per > 0 && cost.fixedBytes+per*cost.groupBytes > txBytes {
			t.Fatalf("%d groups of %d bytes beside %d", per, cost.groupBytes, cost.fixedBytes)
		}
		if entry, win := Gas(c, n); entry == 0 || int(win) < gasPerByte*n.Size() {
			t.Fatalf("gas %d to enter, %d to win", entry, win)
		}
	})
}

// A batch that needs too much gas is halved, down to single groups; another
// refusal ends it.
func TestSendAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, fits := rapid.IntRange(1, 60).Draw(t, "n"), rapid.IntRange(1, 9).Draw(t, "fits")
		var slots, sent []int
		for i := range n {
			slots = append(slots, i)
		}
		err := sendAll(batches(slots, rapid.IntRange(1, 60).Draw(t, "per tx")), func(b []int) []byte { return []byte{byte(b[0])} }, func(b []int, data []byte) error {
			if data[0] != byte(b[0]) {
				t.Fatalf("batch %v with the data of %d", b, data[0])
			}
			if len(b) > fits {
				return fmt.Errorf("a: %w", txmgr.ErrTooMuchGas)
			}
			sent = append(sent, b...)
			return nil
		})
		if err != nil || !slices.Equal(sent, slots) {
			t.Fatalf("%v, %v", sent, err)
		}
	})
	calls := 0
	err := sendAll([][]int{{0}, {1}}, func([]int) []byte { return nil }, func([]int, []byte) error { calls++; return txmgr.ErrTooMuchGas })
	if err == nil || calls != 1 {
		t.Errorf("a single group that does not fit: %v after %d calls", err, calls)
	}
}
