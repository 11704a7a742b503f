package signal

import (
	"math"
	"slices"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Tuning of the filter, found on recorded markets (pkg/backtest).
const (
	between      = 6    // polls of the lag between one and lag
	long         = 144  // and of the one beyond
	believed     = 0.5  // of the variance of the noise that moments make out: what falls back is not all noise
	outlier      = 4    // standard deviations beyond which a quote is not believed
	slack        = 0.02 // of the logarithm, allowed besides
	confirmed    = 3    // polls after which an outlier, or an option that is new, is believed
	firstFast    = 1e-4 // variance of a poll's difference, before it is known
	firstMid     = 7e-4 // of one over a few polls
	firstSlow    = 4e-3 // and of one over lag polls
	smallest     = 1e-9 // USD/h whose logarithm is taken
	leastStep    = 1e-7 // variance of the level's movement from poll to poll
	clipFast     = 0.3  // differences beyond count as this: a jump is no variance
	clipSlow     = 0.5  // the same over lag polls
	clipLong     = 0.8  // and over long ones
	trustOutlier = 0.9  // gain when an outlier is believed at last
)

// echoes are how much of a quote's noise may be left in the next one. More than the last would
// take what truly comes and goes within hours for noise.
var echoes = [...]float64{0, 0.4, 0.7, 0.85}

// Filter follows the logarithm of one option's revenue: a Kalman filter of a level that walks
// under noise that fades from poll to poll (Harvey 1989, 4.1: a local level with coloured noise).
//
//	quote = level + noise,  level' = level + N(0, step),  noise' = echo * noise + N(0, (1 - echo^2) * variance)
//
// Its three parameters are estimated online by moments: a difference over k polls has the variance
//
//	k * step + 2 * variance * (1 - echo^k)
//
// of which k = 1 and k = lag give step and variance for every echo, and k = between the echo.
// Under much noise only a difference over long shows that the level moves at all: the step is
// at least what that one says.
// How sure the level is (variance) so grows with the noise that is measured, and with how long
// it lasts.
type Filter struct {
	level, noise          float64
	variance, both, doubt float64   // of the level, of level and noise, of the noise
	fast, mid, slow, day  float64   // variances of differences over one, a few, lag and long polls
	history               []float64 // of the last long polls
	bad                   int       // outliers in a row
	begun                 bool
	polls                 int // that said something
	missed                int // that did not, in a row
}

// model are the parameters that moments make out.
func (f *Filter) model() (step, variance, echo float64) {
	least := math.Inf(1)
	for _, r := range echoes {
		one, some, many := 1-r, 1-math.Pow(r, between), 1-math.Pow(r, lag)
		of := lag*one - many
		v := math.Max((lag*f.fast-f.slow)/(2*of), 0)
		s := math.Max((f.slow*one-f.fast*many)/of, leastStep)
		if v == 0 {
			s = math.Max(f.slow/lag, leastStep)
		}
		if misfit := math.Abs(math.Log((between*s + 2*v*some) / f.mid)); misfit < least {
			least, step, variance, echo = misfit, s, v*believed, r
		}
	}
	return math.Max(step, (f.day-2*variance/believed)/long), variance, echo
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
	f.predict()
}

// predict moves on by one poll.
func (f *Filter) predict() {
	step, variance, echo := f.model()
	f.noise *= echo
	f.variance, f.both, f.doubt = f.variance+step, f.both*echo, f.doubt*echo*echo+variance*(1-echo*echo)
}

// Observe takes one poll's revenue and returns the filtered one.
func (f *Filter) Observe(revenue float64) float64 {
	if math.IsNaN(revenue) || math.IsInf(revenue, 0) {
		return math.Exp(f.level) // nothing was said
	}
	y := math.Log(math.Max(revenue, smallest))
	if !f.begun {
		*f = Filter{level: y, variance: 1e-3, fast: firstFast, mid: firstMid, slow: firstSlow, begun: true}
	}
	f.polls, f.missed = f.polls+1, 0
	f.predict()
	f.correct(y)
	f.measure(y)
	if f.polls <= confirmed { // the first may be absurd as well as any: of two the lower one
		first := slices.Clone(f.history)
		slices.Sort(first)
		f.level, f.noise = first[(len(first)-1)/2], 0
	}
	return math.Exp(f.level)
}

// correct takes a quote in, unless it is absurd.
func (f *Filter) correct(y float64) {
	sum := f.variance + 2*f.both + f.doubt + 1e-9
	innovation := y - f.level - f.noise
	if math.Abs(innovation) > outlier*math.Sqrt(sum)+slack {
		f.bad++
	} else {
		f.bad = 0
	}
	switch {
	case f.bad >= confirmed:
		f.level += trustOutlier * (y - f.level)
		f.noise, f.both = 0, 0
	case f.bad == 0:
		level, noise := (f.variance+f.both)/sum, (f.both+f.doubt)/sum // gains
		f.level += level * innovation
		f.noise += noise * innovation
		f.variance, f.both, f.doubt = f.variance-level*(f.variance+f.both), f.both-level*(f.both+f.doubt), f.doubt-noise*(f.both+f.doubt)
	}
}

// measure adds a quote's differences from earlier ones to the moments.
func (f *Filter) measure(y float64) {
	over := func(polls int, most float64, to *float64) {
		if n := len(f.history); n >= polls {
			d := clip(y-f.history[n-polls], most)
			*to = forget**to + (1-forget)*d*d
		}
	}
	over(1, clipFast, &f.fast)
	over(between, clipFast, &f.mid)
	over(lag, clipSlow, &f.slow)
	over(long, clipLong, &f.day)
	if f.history = append(f.history, y); len(f.history) > long {
		f.history = f.history[1:]
	}
}

// signal is what the filter says of its option; of one that has not begun, nothing.
func (f *Filter) signal(w profit.Workload) profit.Signal {
	if !f.begun {
		return profit.Signal{Workload: w}
	}
	gross := math.Exp(f.level)
	return profit.Signal{Workload: w, Gross: profit.USDPerHour(gross), Sigma: profit.USDPerHour(gross * math.Sqrt(f.variance))}
}
