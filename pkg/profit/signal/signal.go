// Package signal follows what options earn from poll to poll: a robust filter of
// each one's revenue, and how fast the lead of one over another wanders. It has
// no clock: a poll is what the caller says it is.
package signal

import (
	"math"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Tuning of the follower.
const (
	lag       = 36   // polls over which slow movement is measured
	halfLife  = 720  // polls: five days of ten minutes
	longest   = 36   // polls without a quote, or without the observer, after which a filter begins anew
	firstLead = 0.03 // of the best gross: a lead's standard deviation over lag polls
	clipLead  = 5    // standard deviations of a lead's movement: a price that was far off for a while is none
)

var forget = math.Exp(-math.Ln2 / halfLife)

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
