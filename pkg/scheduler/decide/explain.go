package decide

import (
	"cmp"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Part is one part of two estimates and what it adds to the lead of the rival.
type Part struct {
	Name    string            `json:"name"`
	Running profit.USDPerHour `json:"running"`
	Rival   profit.USDPerHour `json:"rival"`
	Lead    profit.USDPerHour `json:"lead"` // costs count against
}

// Explanation is a decision in full.
type Explanation struct {
	Sentence string          `json:"sentence"`
	Fault    string          `json:"fault,omitempty"` // why the running workload earns nothing now
	Running  profit.Workload `json:"running"`
	Rival    profit.Workload `json:"rival,omitzero"` // the best other option; none: there is no other
	Parts    []Part          `json:"parts,omitempty"`
	Decisive string          `json:"decisive,omitempty"` // which part decided, and by how much
	Changes  []string        `json:"changes,omitempty"`  // what would lead to another decision
	Team     string          `json:"team,omitempty"`     // who is meant to train together, and what for
}

// Explain says which part of the estimates decided, by how much, and what would
// have to change for another decision. It looks at the decision alone, so that one
// from a record is explained like one of today.
func Explain(d Decision) Explanation {
	x := Explanation{Sentence: d.Reason.String(), Fault: d.Fault, Running: d.Running, Rival: d.Rival}
	if t := d.Team; t != nil {
		x.Team = fmt.Sprintf("it is meant for a team of %d (now %s): %.3g multiply-accumulates a second, %.1f h, paid with a probability of %.0f %%, worth %.2f USD more than what they would do otherwise",
			t.Devices, cmp.Or(strings.Join(t.Members, ", "), "nobody"), float64(t.Speed), t.Hours, 100*t.Probability, float64(t.Value))
	}
	switch {
	case !d.Limits.Wanted.None():
		x.Decisive = fmt.Sprintf("the limit on watts decides: it lacks %.0f W for %s", float64(d.Limits.Short), d.Limits.Wanted)
		x.Changes = []string{fmt.Sprintf("it would run %s if the limit were %.0f W more", d.Limits.Wanted, math.Ceil(float64(d.Limits.Short)))}
	case d.Limits.Others:
		x.Decisive = fmt.Sprintf("who trains is decided for all devices together: %s is for others", d.Running)
	}
	var running, rival *profit.Estimate
	for k := range d.Options {
		e := &d.Options[k]
		if e.Workload == d.Running && e.Candidate() {
			running = e
		}
		if e.Workload == d.Rival && e.Candidate() && d.Rival != d.Running {
			rival = e
		}
	}
	if running == nil || rival == nil {
		return x
	}
	part := func(name string, a, b profit.USDPerHour, sign profit.USDPerHour) {
		if a != 0 || b != 0 {
			x.Parts = append(x.Parts, Part{name, a, b, sign * (b - a)})
		}
	}
	part("gross", running.Gross, rival.Gross, 1)
	part("fees", running.Fees, rival.Fees, -1)
	part("electricity", running.Electricity, rival.Electricity, -1)
	part("gas", running.Gas, rival.Gas, -1)
	part("risk", running.Risk, rival.Risk, -1)
	part("rules", running.Preference, rival.Preference, 1)
	lead := rival.Net - running.Net
	if x.Decisive == "" {
		x.Decisive = decisive(x.Parts, lead, d)
		x.Changes = changes(running, rival, d, lead)
	}
	return x
}

// decisive names the part that did most for what was decided.
func decisive(parts []Part, lead profit.USDPerHour, d Decision) string {
	side := profit.USDPerHour(1)
	if lead < 0 {
		side = -1
	}
	best := Part{}
	for _, p := range parts {
		if p.Lead*side > best.Lead*side {
			best = p
		}
	}
	if best.Name == "" {
		return ""
	}
	ahead, behind := d.Rival, d.Running
	if lead < 0 {
		ahead, behind = d.Running, d.Rival
	}
	return fmt.Sprintf("%s decides: it makes %s of the %s by which %s is ahead of %s", best.Name, usdPerHour(best.Lead*side), usdPerHour(lead*side), ahead, behind)
}

// changes are what would have to be otherwise: the rival's or the running gross,
// and the price of power, each alone.
func changes(running, rival *profit.Estimate, d Decision, lead profit.USDPerHour) (list []string) {
	short := max(d.Threshold, d.Limits.Repay) - lead // what the lead lacks; below zero: what it has beyond
	say := func(outcome string, e *profit.Estimate, by profit.USDPerHour) {
		kept := 1.0
		if e.Gross > 0 {
			kept = float64(e.Gross-e.Fees-e.Risk) / float64(e.Gross)
		}
		if e.Gross <= 0 || kept <= 0 {
			return
		}
		gross := by / profit.USDPerHour(kept)
		if to := e.Gross + gross; to >= 0 {
			list = append(list, fmt.Sprintf("%s if %s brought %+.1f %%: %s instead of %s", outcome, e.Workload, 100*float64(gross/e.Gross), usdPerHour(to), usdPerHour(e.Gross)))
		}
	}
	outcome := fmt.Sprintf("it would change to %s", d.Rival)
	switch {
	case d.Switch:
		outcome = fmt.Sprintf("it would have stayed with %s", d.Running)
	case d.Limits.Wait > 0 && short < 0:
		return []string{fmt.Sprintf("%s in %s, when the minimum run is over", outcome, d.Limits.Wait.Round(time.Second))}
	case d.Limits.Wait > 0:
		outcome += fmt.Sprintf(", in %s at the soonest,", d.Limits.Wait.Round(time.Second))
	}
	say(outcome, rival, short)
	say(outcome, running, -short)
	if power := rival.Electricity - running.Electricity; power != 0 && running.Electricity > 0 {
		if times := 1 - float64(short/power); times >= 0 && times <= 20 && math.Abs(times-1) > 1e-9 {
			list = append(list, fmt.Sprintf("%s if power cost %.2f times as much", outcome, times))
		}
	}
	return list
}
