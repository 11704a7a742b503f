// Package signal follows what options earn from poll to poll: a robust filter of
// each one's revenue, and how fast the lead of one over another wanders. It has
// no clock: a poll is what the caller says it is.
package signal

import (
	"math"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Tuning of the filter. A local-level Kalman filter of the logarithm of revenue
// (Harvey 1989), its two variances estimated online by moments: differences
// over one poll hold twice the noise and a step, over lag polls twice the noise
// and lag steps.
const (
	lag          = 36   // polls over which slow movement is measured
	halfLife     = 720  // polls: five days of ten minutes
	coloured     = 3    // quotes' noise is correlated: it counts for more
	outlier      = 4    // standard deviations beyond which a quote is not believed
	slack        = 0.02 // of the logarithm, allowed besides
	confirmed    = 3    // polls after which an outlier, or an option that is new, is believed
	longest      = 36   // polls without a quote, or without the observer, after which a filter begins anew
	firstFast    = 1e-4 // variance of a poll's difference, before it is known
	firstSlow    = 4e-3 // and of one over lag polls
	firstLead    = 0.03 // of the best gross: a lead's standard deviation over lag polls
	smallest     = 1e-9 // USD/h whose logarithm is taken
	clipFast     = 0.3  // differences beyond count as this: a jump is no variance
	clipSlow     = 0.5  // the same over lag polls
	clipLead     = 5    // standard deviations of a lead's movement: a price that was far off for a while is none
	trustOutlier = 0.9  // gain when an outlier is believed at last
)

var forget = math.Exp(-math.Ln2 / halfLife)

// Filter follows the logarithm of one option's revenue.
type Filter struct {
	level, variance float64
	fast, slow      float64 // variances of differences over one and over lag polls
	last            float64
	history         []float64 // of the last lag polls
	bad             int       // outliers in a row
	begun           bool
	polls           int // that said something
	missed          int // that did not, in a row
}

// Miss is a poll in which nothing was believed: the option goes on unseen, and what
// is known of it becomes less sure.
func (f *Filter) Miss() {
	if !f.begun {
		return
	}
	if f.missed++; f.missed >= longest {
		*f = Filter{}
		return
	}
	f.variance += f.step()
}

// step is the variance of the level's movement from poll to poll.
func (f *Filter) step() float64 { return math.Max((f.slow-f.fast)/(lag-1), 1e-7) }

// Observe takes one poll's revenue and returns the filtered one.
func (f *Filter) Observe(revenue float64) float64 {
	if math.IsNaN(revenue) || math.IsInf(revenue, 0) {
		return math.Exp(f.level) // nothing was said
	}
	y := math.Log(math.Max(revenue, smallest))
	if !f.begun {
		*f = Filter{level: y, variance: 1e-3, fast: firstFast, slow: firstSlow, last: y, begun: true}
	}
	f.polls, f.missed = f.polls+1, 0
	step := f.step()
	noise := math.Max((f.fast-step)/2, 1e-8)
	prior := f.variance + step
	innovation := y - f.level
	if math.Abs(innovation) > outlier*math.Sqrt(prior+2*noise)+slack {
		f.bad++
	} else {
		f.bad = 0
	}
	if f.bad == 0 || f.bad >= confirmed {
		gain := prior / (prior + coloured*noise)
		if f.bad >= confirmed {
			gain = trustOutlier
		}
		f.level += gain * innovation
		f.variance = (1 - gain) * prior
	}
	d := clip(y-f.last, clipFast)
	f.last = y
	f.fast = forget*f.fast + (1-forget)*d*d
	f.history = append(f.history, y)
	if f.polls <= confirmed { // the first may be absurd as well as any: of two the lower one
		first := slices.Clone(f.history)
		slices.Sort(first)
		f.level = first[(len(first)-1)/2]
	}
	if len(f.history) > lag {
		d := clip(y-f.history[0], clipSlow)
		f.history = f.history[1:]
		f.slow = forget*f.slow + (1-forget)*d*d
	}
	return math.Exp(f.level)
}

// signal is what the filter says of its option; of one that has not begun, nothing.
func (f *Filter) signal(w profit.Workload) profit.Signal {
	if !f.begun {
		return profit.Signal{Workload: w}
	}
	gross := math.Exp(f.level)
	return profit.Signal{Workload: w, Gross: profit.USDPerHour(gross), Sigma: profit.USDPerHour(gross * math.Sqrt(f.variance))}
}

func clip(v, most float64) float64 { return math.Max(-most, math.Min(most, v)) }

// Track follows all options of one device, or of a class of equal devices.
type Track struct {
	pollHours float64
	offered   map[profit.Workload]bool // now
	names     []profit.Workload
	filters   map[profit.Workload]*Filter
	nets      [][]float64 // of the last lag polls, by option
	leads     [][]float64 // variance rates, (USD/h)^2 per hour, by pair of options
}

// NewTrack is of an observer that polls every so many hours.
func NewTrack(pollHours float64) *Track {
	return &Track{pollHours: pollHours, filters: map[profit.Workload]*Filter{}}
}

// Observe takes one poll's estimates in. Options may come and go. An option that
// is not believed in this poll is believed to be what it was; one that came later
// than the others has no signal until it has been polled a few times.
func (t *Track) Observe(es []profit.Estimate) []profit.Signal {
	t.admit(es)
	nets, signals := make([]float64, len(t.names)), make([]profit.Signal, 0, len(es))
	best := 0.0
	at := map[profit.Workload]int{}
	for i, w := range t.names {
		at[w] = i
		nets[i] = math.NaN()
	}
	for _, e := range es {
		if e.Workload.Task() {
			continue
		}
		f, gross := t.filters[e.Workload], 0.0
		switch {
		case !e.Candidate():
			f.Miss()
		case e.Workload.Quoted():
			gross = f.Observe(float64(e.Gross))
		}
		if e.Candidate() {
			net := float64(e.Scaled(profit.USDPerHour(gross)).Net)
			nets[at[e.Workload]], best = net, math.Max(best, gross)
		}
		if e.Workload.Rests() || t.believes(f) {
			signals = append(signals, f.signal(e.Workload))
		}
	}
	for _, w := range t.names {
		if !t.offered[w] {
			t.filters[w].Miss()
		}
	}
	t.wander(nets, best)
	return signals
}

// Join takes in options that nothing is known of yet, between polls, and says what
// is believed of them.
func (t *Track) Join(es []profit.Estimate) (signals []profit.Signal, joined bool) {
	t.admit(es)
	for _, e := range es {
		f := t.filters[e.Workload]
		if !e.Workload.Quoted() || !e.Candidate() || f.begun {
			continue
		}
		joined = true
		f.Observe(float64(e.Gross))
		if t.believes(f) {
			signals = append(signals, f.signal(e.Workload))
		}
	}
	return signals, joined
}

// believes reports whether a filter has seen enough. While none of the options on
// offer has, devices shall not wait.
func (t *Track) believes(f *Filter) bool {
	if !f.begun || f.polls >= confirmed {
		return f.begun
	}
	for w := range t.offered {
		if t.filters[w].polls >= confirmed {
			return false
		}
	}
	return true
}

// Miss is so many polls that were not taken: the observer was away.
func (t *Track) Miss(polls int) {
	for _, f := range t.filters {
		for range min(polls, longest) {
			f.Miss()
		}
	}
}

// Knows reports whether the option has a filter that has begun.
func (t *Track) Knows(w profit.Workload) bool {
	f := t.filters[w]
	return f != nil && f.begun
}

// admit makes room for options that are new.
func (t *Track) admit(es []profit.Estimate) {
	t.offered = make(map[profit.Workload]bool, len(es))
	for _, e := range es {
		if e.Workload.Task() {
			continue
		}
		if t.offered[e.Workload] = true; t.filters[e.Workload] != nil {
			continue
		}
		t.filters[e.Workload] = &Filter{}
		t.names = append(t.names, e.Workload)
		for i := range t.leads {
			t.leads[i] = append(t.leads[i], math.NaN())
		}
		row := make([]float64, len(t.names))
		for j := range row {
			row[j] = math.NaN()
		}
		t.leads = append(t.leads, row)
		for i := range t.nets {
			t.nets[i] = append(t.nets[i], math.NaN())
		}
	}
}

// wander updates the variance rate of every lead by how much it has changed
// over lag polls.
func (t *Track) wander(nets []float64, best float64) {
	hours := lag * t.pollHours
	prior := firstLead * best * firstLead * best / hours * 6
	for i := range t.leads {
		for j := range t.leads[i] {
			if math.IsNaN(t.leads[i][j]) {
				t.leads[i][j] = prior
			}
		}
	}
	t.nets = append(t.nets, nets)
	if len(t.nets) <= lag {
		return
	}
	old := t.nets[0]
	t.nets = t.nets[1:]
	for i := range t.leads {
		for j := range t.leads[i] {
			d := (nets[i] - old[i]) - (nets[j] - old[j])
			if !math.IsNaN(d) {
				d = clip(d, clipLead*math.Sqrt(t.leads[i][j]*hours))
				t.leads[i][j] = forget*t.leads[i][j] + (1-forget)*d*d/hours
			}
		}
	}
}

// Leads fills in the variance rate of every option's lead over the running one.
func (t *Track) Leads(signals []profit.Signal, running profit.Workload) []profit.Signal {
	from := -1
	for i, w := range t.names {
		if w == running {
			from = i
		}
	}
	for k := range signals {
		signals[k].LeadVariance = 0
		for j, w := range t.names {
			if from >= 0 && w == signals[k].Workload && !math.IsNaN(t.leads[from][j]) {
				signals[k].LeadVariance = t.leads[from][j]
			}
		}
	}
	return signals
}
