// Package search finds out which of several networks to train for a challenge, by successive halving (Jamieson and
// Talwalkar 2016): each is trained for a part of its work, the worse half is left, the others go on where they were,
// for twice the part, until one is left. Learning curves say who gets to the need, and who cannot. It is pure: what
// comes next follows from the state, which is stored before it is acted upon.
package search

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit/curve"
)

// Trial is one network of a search and how far it is.
type Trial struct {
	Name   string        `json:"name,omitempty"`
	Work   profit.MACs   `json:"work"`           // of its whole training
	Epochs int           `json:"epochs"`         // of its whole training: it is judged behind each
	Pace   float64       `json:"pace,omitempty"` // at which it is trained, as a part of what devices' rates say; 0: as they say
	Done   float64       `json:"done"`           // part of the work
	Curve  []curve.Point `json:"curve,omitempty"`
	Out    string        `json:"out,omitempty"`    // why it is trained no more
	Failed bool          `json:"failed,omitempty"` // that is: it could not be trained
}

// cost is what so much of its work takes of devices, as work at the pace of their rates: what trials are compared by.
func (t *Trial) cost(work profit.MACs) profit.MACs {
	if t.Pace <= 0 {
		return work
	}
	return work / profit.MACs(t.Pace)
}

// State is a search. Of one trial it is no search: that one is trained to its end.
//
//	rung: train each to its part -> judge: leave the worse half, and who cannot reach the need
//	  ^                                |
//	  +--- twice the part <--- several left, one: to its end, none: stopped
type State struct {
	Trials  []Trial     `json:"trials"`            // the first is the best guess
	Part    float64     `json:"part,omitempty"`    // of each one's work in the first rung; the next ones double it
	Rung    int         `json:"rung,omitempty"`    // from 0 on
	Budget  profit.MACs `json:"budget,omitempty"`  // for all rungs
	Stopped string      `json:"stopped,omitempty"` // why no network is trained
}

// Budget is what a search may take, at the pace of devices' rates.
type Budget struct {
	Work  profit.MACs // in all
	Start profit.MACs // that the time of one start would have sufficed for
}

const (
	smallest = 1.0 / 32 // of a network's work in a rung: less says nothing
	largest  = 1.0 / 4  // in the last rung: who is judged later has been trained
	rounding = 1e-9     // of parts and work
)

// New begins a search among networks, the best guess first, that keeps within the budget whatever comes of it. Where
// that is too small for all of them, those of more work than the first are left out, the most first, then those of less,
// the least first, until the first is alone.
func New(trials []Trial, b Budget) State {
	trials = slices.Clone(trials)
	for len(trials) > 1 {
		for part := largest / math.Exp2(float64(rungs(len(trials))-1)); part >= smallest; part /= 2 {
			if s := (State{Trials: trials, Part: part, Budget: b.Work}); s.most(b.Start) <= b.Work {
				return s
			}
		}
		byCost := func(a, b Trial) int { return cmp.Compare(a.cost(a.Work), b.cost(b.Work)) }
		leave := slices.MaxFunc(trials[1:], byCost)
		if byCost(leave, trials[0]) <= 0 {
			leave = slices.MinFunc(trials[1:], byCost)
		}
		trials = slices.DeleteFunc(trials, func(t Trial) bool { return t.Name == leave.Name })
	}
	return State{Trials: trials}
}

// rungs is how often so many are halved until one is left.
func rungs(n int) (count int) {
	for ; n > 1; n = half(n) {
		count++
	}
	return count
}

func half(n int) int { return (n + 1) / 2 }

// until is the part of its work that a trial has in a rung: whole epochs.
func (s *State) until(t Trial, rung int) float64 {
	epochs := float64(max(t.Epochs, 1))
	return math.Min(math.Ceil(s.Part*math.Exp2(float64(rung))*epochs-rounding)/epochs, 1)
}

// most is the work that the rungs take at most: the dearest go on. Who is trained to the end by them cannot be judged.
func (s *State) most(start profit.MACs) (sum profit.MACs) {
	n := len(s.Trials)
	for rung := 0; n > 1; rung, n = rung+1, half(n) {
		var costs []profit.MACs
		for _, t := range s.Trials {
			part := s.until(t, rung)
			if part == 1 {
				return profit.MACs(math.Inf(1))
			}
			if rung > 0 {
				part -= s.until(t, rung-1)
			}
			costs = append(costs, t.cost(t.Work*profit.MACs(part))+start)
		}
		slices.Sort(costs)
		for _, c := range costs[len(costs)-n:] {
			sum += c
		}
	}
	return sum
}

// Step is what comes next.
type Step struct {
	Trial int
	Until float64 // part of its work behind which the search goes on; 1: it is trained to its end
	Stop  string  // instead: nothing is trained any more, and why
}

// Next takes in how far the trials are, and says what comes next for a need, with so much work to be had before the
// deadline. Asked again it says the same.
func Next(s State, need float64, left profit.MACs) (State, Step) {
	s.Trials = slices.Clone(s.Trials)
	for s.Stopped == "" {
		in := s.In()
		if len(in) == 1 {
			return s, Step{Trial: in[0], Until: 1}
		}
		behind := slices.IndexFunc(in, func(i int) bool { return s.Trials[i].Done < s.until(s.Trials[i], s.Rung)-rounding })
		switch {
		case len(in) == 0:
			s.Stopped = s.none(need)
		case behind < 0:
			s.judge(in, half(len(in)), need, left)
			s.Rung++
		default:
			t := s.Trials[in[behind]]
			until := s.until(t, s.Rung)
			step := t.cost(t.Work * profit.MACs(until-t.Done))
			best := look(s.Trials[s.Best(need)], need, left)
			if s.Spent()+step <= s.Budget*(1+rounding) && (best.Accuracy == 0 || step+best.rest <= left) {
				return s, Step{Trial: in[behind], Until: until}
			}
			// Trainers have gone on for longer than they were to, or the devices did something else for long: another
			// step, and the best one would not be trained before the deadline.
			s.judge(in, 1, need, left)
		}
	}
	return s, Step{Stop: s.Stopped}
}

// In are the trials that are not out.
func (s *State) In() (in []int) {
	for i, t := range s.Trials {
		if t.Out == "" {
			in = append(in, i)
		}
	}
	return in
}

// Spent is what all trials have cost so far.
func (s *State) Spent() (sum profit.MACs) {
	for _, t := range s.Trials {
		sum += t.cost(t.Work * profit.MACs(t.Done))
	}
	return sum
}

// Fail takes a trial out that cannot be trained.
func (s *State) Fail(trial int, why string) {
	s.Trials = slices.Clone(s.Trials)
	s.Trials[trial].Out, s.Trials[trial].Failed = why, true
}

// Forgive has those take part again that could not be trained.
func (s *State) Forgive() {
	s.Trials = slices.Clone(s.Trials)
	for i := range s.Trials {
		if t := &s.Trials[i]; t.Failed {
			t.Out, t.Failed = "", false
		}
	}
}

// Settle has one trial left: it has got there.
func (s *State) Settle(trial int) {
	s.Trials = slices.Clone(s.Trials)
	for i := range s.Trials {
		if i != trial && s.Trials[i].Out == "" {
			s.Trials[i].Out = cmp.Or(s.Trials[trial].Name, "another") + " is trained"
		}
	}
}

// judge leaves at most so many of those that are in.
func (s *State) judge(in []int, most int, need float64, left profit.MACs) {
	outlooks := make([]outlook, len(s.Trials))
	for _, i := range in {
		outlooks[i] = look(s.cut(s.Trials[i]), need, left)
		if outlooks[i].hopeless {
			s.Trials[i].Out = "its learning curve ends below"
		}
	}
	ranked := slices.SortedStableFunc(slices.Values(s.In()), func(a, b int) int { return outlooks[a].compare(outlooks[b]) })
	for k, i := range ranked {
		if k >= most {
			t := &s.Trials[i]
			best := s.Trials[ranked[0]]
			t.Out = fmt.Sprintf("%.1f %% right after %.0f %% of its work: %s promises more", 100*outlooks[i].Accuracy, 100*t.Done, cmp.Or(best.Name, "another"))
		}
	}
}

// cut is a trial as it stood behind the rung: how much longer its trainer went on until it ended is chance.
func (s *State) cut(t Trial) Trial {
	end := t.Work * profit.MACs(s.until(t, s.Rung)-rounding)
	if n := slices.IndexFunc(t.Curve, func(p curve.Point) bool { return p.Work >= end }); n >= 0 {
		t.Curve = t.Curve[:n+1]
	}
	return t
}

// none says why nobody is left.
func (s *State) none(need float64) string {
	best, at := curve.Reached{}, 0
	for i, t := range s.Trials {
		if r := curve.Best(t.Curve, t.Done); i == 0 || r.Accuracy > best.Accuracy {
			best, at = r, i
		}
	}
	t := s.Trials[at]
	why := fmt.Sprintf("not worth it: of %d networks none gets to %.1f %%", len(s.Trials), 100*need)
	if best.Accuracy == 0 {
		return why + ": " + t.Out
	}
	return fmt.Sprintf("%s; %s came nearest with %.1f %% after %.0f %% of its work (%s)", why, t.Name, 100*best.Accuracy, 100*t.Done, t.Out)
}

// outlook is what a trial's curve promises.
type outlook struct {
	curve.Reached
	hopeless bool        // the need is not reached
	arrives  bool        // it is, most likely
	late     bool        // but behind the deadline
	rest     profit.MACs // that this still costs, or the whole training
}

const (
	never  = 0.01 // probability of reaching the need; at less it is not
	surely = 0.9  // at least: it is
)

func look(t Trial, need float64, left profit.MACs) outlook {
	o := outlook{Reached: curve.Best(t.Curve, t.Done), rest: t.cost(t.Work * profit.MACs(1-t.Done))}
	fit, ok := curve.Fit(t.Curve, need)
	if !ok {
		return o
	}
	if fit.Evidence.Precision > 0 && fit.Reach >= surely {
		o.arrives, o.rest = true, t.cost(profit.MACs(math.Max(math.Exp(fit.Evidence.Log)-float64(t.Work)*t.Done, 0)))
	}
	o.hopeless, o.late = fit.Reach < never && o.Most < need, o.arrives && o.rest > left
	return o
}

// compare ranks what promises more before what promises less: who arrives, the least work first; then the most
// accurate, of equals the least work first; last, who is late. Whether that is worth anything on another, faster device
// is not for a search to say.
func (o outlook) compare(p outlook) int {
	if o.class() != p.class() {
		return cmp.Compare(o.class(), p.class())
	}
	if o.arrives {
		return cmp.Compare(o.rest, p.rest)
	}
	return cmp.Or(cmp.Compare(p.Accuracy, o.Accuracy), cmp.Compare(o.rest, p.rest))
}

func (o outlook) class() int {
	switch {
	case o.late:
		return 2
	case o.arrives:
		return 0
	}
	return 1
}

// Best is the trial that promises most now.
func (s *State) Best(need float64) int {
	in := s.In()
	switch len(in) {
	case 0:
		return 0
	case 1:
		return in[0]
	}
	return slices.MinFunc(in, func(a, b int) int {
		return look(s.Trials[a], need, math.MaxFloat64).compare(look(s.Trials[b], need, math.MaxFloat64))
	})
}
