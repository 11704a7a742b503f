package solver

import (
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/gpuarbiter/gpuarbiter/pkg/dataset"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
)

// AttemptState is our own progress on a challenge.
//
//	Seen --scheduler trains--> Training --model--> Ready --commit--> Committed
//	                                                                    |
//	Paid <--withdraw-- Evaluated <--evaluate-- Revealed <--reveal-- Claimed <--claim
//
// Where a verdict is reached by dispute, evaluate is: assert, and defend what is disputed.
// Side exits: Passed (not worth it, or not for us), Abandoned (stopped while
// training), Beaten (counted below the need, or another won), Expired (a
// deadline passed, or the organiser failed), Slashed (the contract counted
// fewer than we claimed). An exit after a commit still collects the bonds.
type AttemptState string

// The states of an attempt.
const (
	Seen      AttemptState = "seen"
	Training  AttemptState = "training"
	Ready     AttemptState = "ready"
	Committed AttemptState = "committed"
	Claimed   AttemptState = "claimed"
	Revealed  AttemptState = "revealed"
	Evaluated AttemptState = "evaluated"
	Paid      AttemptState = "paid"
	Passed    AttemptState = "passed"
	Abandoned AttemptState = "abandoned"
	Beaten    AttemptState = "beaten"
	Expired   AttemptState = "expired"
	Slashed   AttemptState = "slashed"
)

// Attempt is what we persist about a challenge that we take part in.
type Attempt struct {
	Key        string        `json:"key"`
	Chain      string        `json:"chain"`
	ID         uint64        `json:"id"`
	State      AttemptState  `json:"state"`
	Reason     string        `json:"reason,omitempty"`
	Seed       hexutil.Bytes `json:"seed,omitempty"`   // of the draw that the rest is for
	Bundle     string        `json:"bundle,omitempty"` // verified training data
	Shape      dataset.Shape `json:"shape,omitzero"`   // of its examples, by the organiser's word
	Artifact   string        `json:"artifact,omitempty"`
	ModelHash  hexutil.Bytes `json:"model_hash,omitempty"`
	Salt       hexutil.Bytes `json:"salt,omitempty"`
	HasEntry   bool          `json:"has_entry,omitempty"`
	Entry      uint64        `json:"entry"`
	Claim      int           `json:"claim,omitempty"` // right answers we claim
	Right      int           `json:"right,omitempty"` // that the contract counted
	Need       int           `json:"need"`
	Points     int           `json:"points"`
	Settled    bool          `json:"settled,omitempty"`   // bonds moved to our balance
	Carried    bool          `json:"carried,omitempty"`   // another challenge's withdrawal took them along
	Withdrawn  bool          `json:"withdrawn,omitempty"` // and out of the contract
	Collected  bool          `json:"collected,omitempty"` // what disputes left us
	RewardWei  string        `json:"reward_wei,omitempty"`
	GasWei     string        `json:"gas_wei,omitempty"`
	Swept      bool          `json:"swept,omitempty"` // the closed challenge was searched for entries that we do not remember
	Updated    time.Time     `json:"updated"`
	Validation float64       `json:"validation,omitempty"` // int8 accuracy on our own validation data
	// Former is what we had for other draws that the chain has told of. What an
	// endpoint says may be wrong, and a salt cannot be made again: nothing is thrown away.
	Former []Attempt `json:"former,omitempty"`
}

// Step is what an attempt does next.
type Step string

// The steps of an attempt.
const (
	StepNone     Step = ""
	StepFetch    Step = "fetch"    // the training data
	StepCommit   Step = "commit"   // to the trained model
	StepCount    Step = "count"    // right answers on the revealed test data, then claim
	StepReveal   Step = "reveal"   // the model, it is our turn
	StepEvaluate Step = "evaluate" // the next batch
	StepAssert   Step = "assert"   // what the model is right about
	StepFinalize Step = "finalize" // whatever a deadline entails
	StepSettle   Step = "settle"   // collect the bonds
	StepWithdraw Step = "withdraw" // the balance
	StepExpire   Step = "expire"   // nothing more can be done
)

// View is what the chain says at one moment about a challenge and our entry.
type View struct {
	Challenge *market.Challenge
	Entry     market.Entry // ours, if the attempt has one
	Leader    uint64
	HasLeader bool
	// Assertion is the leader's, where the verdict is reached by dispute.
	Assertion market.Assertion
	// Committing: a commit of ours is on its way and may be mined yet, or is
	// mined and waits for its confirmations, whatever the deadline is now.
	Committing bool
	Now        time.Time     // the head's time: the chain's clock decides, not ours
	Number     uint64        // the head's
	Margin     time.Duration // before the deadline, in which a commit is not begun any more
}

// mostFormer is how many draws of a challenge are remembered besides the present one.
const mostFormer = 8

// Redrawn starts an attempt over when the chain has taken the draw itself back:
// other groups are the hold-out now, and a model may have seen them. What stands for
// the former draw is kept, and taken up again if the chain goes back to it.
func Redrawn(a Attempt, seed [32]byte) (Attempt, bool) {
	if seed == [32]byte{} || len(a.Seed) == 0 || [32]byte(a.Seed) == seed {
		return a, false
	}
	next := Attempt{Key: a.Key, Chain: a.Chain, ID: a.ID, Seed: slices.Clone(seed[:]), State: Seen, Reason: "the chain took the draw back", Need: a.Need, Points: a.Points}
	var former []Attempt
	for _, f := range a.Former {
		if [32]byte(f.Seed) == seed {
			next = f
			next.Reason = "the chain is back at this draw"
			continue
		}
		former = append(former, f)
	}
	next.GasWei = a.GasWei
	a.Former = nil
	former = append(former, a)
	if len(former) > mostFormer {
		former = slices.Delete(former, 0, len(former)-mostFormer)
	}
	next.Former = former
	return next, true
}

// Rollback corrects an attempt after the chain has taken blocks back: what it
// holds for done must stand on chain. present says whether our entry does;
// withdrawn whether our withdrawal does. It is a pure function.
func Rollback(a Attempt, e market.Entry, present, withdrawn bool) (Attempt, bool) {
	back := func(to AttemptState) (Attempt, bool) {
		a.State, a.Reason = to, "the chain took blocks back"
		return a, true
	}
	if a.Withdrawn && !withdrawn {
		a.Withdrawn = false
		if a.State == Paid {
			return back(Evaluated)
		}
		return a, true
	}
	if !a.HasEntry || a.Withdrawn {
		return a, false
	}
	if !present {
		a.HasEntry, a.Entry, a.Settled, a.Carried = false, 0, false, false
		return back(Ready)
	}
	if a.Settled && e.Status != market.EntrySettled {
		a.Settled, a.Carried = false, false
		if a.State == Evaluated {
			return back(Revealed)
		}
		return a, true
	}
	switch {
	case a.State == Claimed && e.Status == market.EntryCommitted:
		return back(Committed)
	case a.State == Revealed && (e.Status == market.EntryClaimed || e.Status == market.EntryLoading):
		return back(Claimed)
	case a.State == Revealed && e.Status == market.EntryCommitted:
		return back(Committed)
	}
	return a, false
}

// Next is the attempt's next step: a pure function of what is persisted and
// what the chain says.
func Next(a Attempt, v View) (Step, string) {
	c := v.Challenge
	phase := c.At(v.Now)
	late := v.Now.After(c.DeadlineTime())
	if market.Phase(c.Phase) == market.PhaseClosed {
		return nextClosed(a, v)
	}
	if !a.HasEntry {
		return nextFree(a, phase, v)
	}
	switch {
	case phase == market.PhaseReveal && market.Phase(c.Phase) == market.PhaseCommit:
		// nothing was revealed: the reveal has its own window
		if v.Now.After(c.DeadlineTime().Add(time.Duration(c.Terms.RevealWindow) * time.Second)) {
			return StepFinalize, "the organiser has not revealed the test data"
		}
	case phase == market.PhaseReveal && late:
		return StepFinalize, "the organiser has not revealed all test data"
	case phase == market.PhaseClaim && a.State == Committed:
		return StepCount, ""
	case phase == market.PhaseEvaluate && c.Winner != 0:
		return StepFinalize, fmt.Sprintf("entry %d is the winner", c.Winner-1)
	case phase == market.PhaseEvaluate && !v.HasLeader:
		return StepFinalize, "no claim is left"
	case phase == market.PhaseEvaluate && v.Assertion.Pending(v.Now):
		return StepNone, "" // disputes have their own clocks
	case phase == market.PhaseEvaluate && v.Assertion.Stands():
		return StepFinalize, "the verdict stands"
	case phase == market.PhaseEvaluate && v.Entry.Status == market.EntryRevealed && !late && c.Target.Disputed():
		return StepAssert, ""
	case phase == market.PhaseEvaluate && v.Entry.Status == market.EntryRevealed && !late:
		return StepEvaluate, ""
	case phase == market.PhaseEvaluate && v.Leader == a.Entry && (v.Entry.Status == market.EntryClaimed || v.Entry.Status == market.EntryLoading) && !turnOver(c, v.Now):
		return StepReveal, ""
	case phase == market.PhaseEvaluate && turnOver(c, v.Now):
		return StepFinalize, "a turn is over"
	}
	return StepNone, ""
}

// turnOver reports whether the present turn's deadline has passed. Before the
// first transaction of the phase the deadline is still the claims'.
func turnOver(c *market.Challenge, now time.Time) bool {
	return now.After(turnEnd(c))
}

// nextFree is the next step before we have an entry.
func nextFree(a Attempt, phase market.Phase, v View) (Step, string) {
	if a.State == Ready && v.Committing {
		return StepCommit, ""
	}
	if phase == market.PhaseCreated && v.Number > v.Challenge.Deadline && (a.State == Seen || a.State == Training || a.State == Ready) {
		return StepExpire, "the hold-out was never drawn" // and cannot be any more
	}
	open := phase == market.PhaseCommit && v.Now.Add(v.Margin).Before(v.Challenge.DeadlineTime())
	switch a.State {
	case Seen, Training, Ready:
		switch {
		case phase > market.PhaseCommit || phase == market.PhaseCommit && !open:
			return StepExpire, "the deadline for commits has passed"
		case open && a.State == Ready:
			return StepCommit, ""
		case open && a.Bundle == "":
			return StepFetch, ""
		}
	}
	return StepNone, ""
}

// nextClosed collects what is ours.
func nextClosed(a Attempt, v View) (Step, string) {
	switch {
	case !a.HasEntry && a.State == Ready && v.Committing:
		return StepCommit, ""
	case !a.HasEntry && a.State != Passed && a.State != Expired && a.State != Abandoned:
		return StepExpire, "closed: " + market.Outcome(v.Challenge.Outcome).String()
	case !a.HasEntry || a.Withdrawn:
		return StepNone, ""
	case !a.Settled:
		return StepSettle, ""
	case v.Challenge.Target.Disputed() && !a.Collected:
		return StepNone, "" // what disputes hold of ours comes first
	}
	return StepWithdraw, ""
}
