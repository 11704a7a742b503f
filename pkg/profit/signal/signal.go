// Package signal follows what options earn from poll to poll: a robust filter of
// each one's revenue, and how fast the lead of one over another wanders. It has
// no clock: a poll is what the caller says it is.
package signal

import (
	"math"

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
	confirmed    = 3    // polls after which an outlier is believed
	firstFast    = 1e-4 // variance of a poll's difference, before it is known
	firstSlow    = 4e-3 // and of one over lag polls
	firstLead    = 0.03 // of the best gross: a lead's standard deviation over lag polls
	smallest     = 1e-9 // USD/h whose logarithm is taken
	clipFast     = 0.3  // differences beyond count as this: a jump is no variance
	clipSlow     = 0.5  // the same over lag polls
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
}

// Observe takes one poll's revenue and returns the filtered one.
func (f *Filter) Observe(revenue float64) float64 {
	if math.IsNaN(revenue) || math.IsInf(revenue, 0) {
		return math.Exp(f.level) // nothing was said
	}
	y := math.Log(math.Max(revenue, smallest))
	if !f.begun {
		*f = Filter{level: y, variance: 1e-3, fast: firstFast, slow: firstSlow, last: y, begun: true}
	}
	step := math.Max((f.slow-f.fast)/(lag-1), 1e-7)
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
	if len(f.history) > lag {
		d := clip(y-f.history[0], clipSlow)
		f.history = f.history[1:]
		f.slow = forget*f.slow + (1-forget)*d*d
	}
	return math.Exp(f.level)
}

func clip(v, most float64) float64 { return math.Max(-most, math.Min(most, v)) }

// Track follows all options of one device, or of a class of equal devices.
type Track struct {
	pollHours float64
	names     []profit.Workload
	filters   map[profit.Workload]*Filter
	nets      [][]float64 // of the last lag polls, by option
	leads     [][]float64 // variance rates, (USD/h)^2 per hour, by pair of options
}

// NewTrack is of an observer that polls every so many hours.
func NewTrack(pollHours float64) *Track {
	return &Track{pollHours: pollHours, filters: map[profit.Workload]*Filter{}}
}

// Observe takes one poll's estimates in. Options may come and go.
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
		if e.Workload.Kind == profit.Train || !e.Candidate() {
			continue
		}
		gross := 0.0
		if e.Workload.Kind == profit.Mine {
			gross = t.filters[e.Workload].Observe(float64(e.Gross))
		}
		net := float64(e.Scaled(profit.USDPerHour(gross)).Net)
		nets[at[e.Workload]], best = net, math.Max(best, gross)
		signal := profit.Signal{Workload: e.Workload, Gross: profit.USDPerHour(gross)}
		if f := t.filters[e.Workload]; f.begun {
			signal.Sigma = profit.USDPerHour(gross * math.Sqrt(f.variance))
		}
		signals = append(signals, signal)
	}
	t.wander(nets, best)
	return signals
}

// admit makes room for options that are new.
func (t *Track) admit(es []profit.Estimate) {
	for _, e := range es {
		if e.Workload.Kind == profit.Train || t.filters[e.Workload] != nil {
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
