package profit

import (
	"math"
	"time"
)

// Rule is how a challenge chooses its winner.
type Rule string

// The rules.
const (
	// Reaching: the best of those that reach the accuracy by the deadline. Nobody
	// is known to be better than another who reaches it. The market's own rule.
	Reaching Rule = ""
	First    Rule = "first" // the first that reaches the accuracy: a patent race (Loury 1979)
	Best     Rule = "best"  // the best at the deadline, whatever it reaches; more work is better
)

// Work is what is believed of the work that a model of the accuracy takes: a
// log-normal prior around Median; with probability 1-Reach it takes Beyond times
// as much (0: no work is enough). Training shows more of it: Evidence.
type Work struct {
	Median MACs    `json:"median"`
	Sigma  float64 `json:"sigma"` // of its logarithm
	Reach  Ratio   `json:"reach"`
	Beyond float64 `json:"beyond,omitempty"`
	// Learning is how much evidence the median work gives, as parts of what the
	// prior holds: training that will not succeed can be stopped before its end.
	Learning float64  `json:"learning,omitempty"`
	Evidence Evidence `json:"evidence,omitzero"`
}

// Evidence is what training so far says of the logarithm of the work (in MACs):
// a mean and how sure it is (1/variance). No precision: nothing is known yet.
type Evidence struct {
	Log       float64 `json:"log"`
	Precision float64 `json:"precision"`
}

// And is what two independent pieces of evidence say together.
func (e Evidence) And(f Evidence) Evidence {
	sum := e.Precision + f.Precision
	if sum <= 0 {
		return e
	}
	return Evidence{(e.Log*e.Precision + f.Log*f.Precision) / sum, sum}
}

// Tuning of the numbers that a Race works with.
const (
	quantiles = 12 // of each half of the prior
	// Rivals' times are log-normal around a part of a challenge's duration, the
	// qualities that they reach log-normal too; ours has an error of its own.
	rivalMedian  = 0.9
	rivalSigma   = 0.8
	qualitySigma = 0.4
	errors9      = 9  // points of that error
	qualitySteps = 96 // of the table of winning by quality
	qualitySpan  = 6.0
	// Training has shown how much work it is when the evidence is worth so many
	// priors, and after so much of the median work at least: found on streams of
	// challenges (pkg/backtest).
	enough = 1.5
	least  = 0.2
)

var (
	normal12 = normalQuantiles(quantiles)
	normal9  = normalQuantiles(errors9)
)

func normalQuantiles(n int) []float64 {
	z := make([]float64, n)
	for i := range z {
		z[i] = math.Sqrt2 * math.Erfinv(2*(float64(i)+0.5)/float64(n)-1)
	}
	return z
}

func normalCDF(z float64) float64 { return 0.5 * math.Erfc(-z/math.Sqrt2) }

// Race is one challenge at one moment, ready to be valued at any speed.
type Race struct {
	rule     Rule
	left     float64 // hours until the deadline, less the lag
	spent    float64 // MACs
	learning float64 // MACs until training has shown how much work it is; 0: it never does
	// points of the posterior of the work, and their probabilities
	n       int
	work, p [2 * quantiles]float64
	beats   float64 // probability that ours is the best of those that reach it (Reaching)

	age, duration, rivals float64                   // First: of rivals still to come
	survival              float64                   // until now
	quality               [qualitySteps + 1]float64 // Best: probability to win by log(work spent / work)
}

// prepare makes the race that the challenge is at now.
func (r *Race) prepare(c *Challenge, now time.Time) {
	*r = Race{rule: c.Rule, left: (c.Deadline.Sub(now) - c.Lag).Hours(), spent: float64(c.Spent), rivals: c.Rivals}
	r.posterior(&c.Work)
	if c.Work.Learning > 0 {
		median := float64(c.Work.Median)
		r.learning = math.Max(enough/c.Work.Learning*median-r.spent, least*median)
	}
	switch c.Rule {
	case First:
		r.age, r.duration = now.Sub(c.Opened).Hours(), math.Max(c.Deadline.Sub(c.Opened).Hours(), 1e-6)
		r.survival = math.Max(r.unbeaten(0), 1e-9)
	case Best:
		r.tabulate(c.Rivals)
	default:
		r.beats = bestOf(c.Committed, c.Rivals)
	}
}

// posterior mixes both halves of the prior, each updated by the evidence. Where
// the work would have ended the race, less than what is spent is impossible.
// Likelihoods are logarithms until they are compared: evidence can be far from
// all that the prior holds.
func (r *Race) posterior(w *Work) {
	add := func(work, probability, log float64) {
		if probability > 0 && (r.rule == Best || !(work <= r.spent)) {
			r.work[r.n], r.p[r.n] = work, math.Log(probability)+log
			r.n++
		}
	}
	half := func(median, probability float64) {
		mean, variance := math.Log(median), w.Sigma*w.Sigma
		log := w.unlikely(mean)
		if e := w.Evidence; e.Precision > 0 && variance > 0 {
			narrowed := 1 / (1/variance + e.Precision)
			mean, variance = narrowed*(mean/variance+e.Log*e.Precision), narrowed
		}
		sd := math.Sqrt(variance)
		if sd == 0 {
			add(median, probability, log)
			return
		}
		for _, z := range normal12 {
			add(math.Exp(mean+sd*z), probability/quantiles, log)
		}
	}
	half(float64(w.Median), float64(w.Reach))
	if w.Beyond > 0 {
		half(float64(w.Median)*w.Beyond, 1-float64(w.Reach))
	} else {
		// No work wins. Evidence that reckons with an end speaks against it, as it
		// does for any work beyond what it says.
		add(math.Inf(1), 1-float64(w.Reach), math.Min(w.unlikely(math.Log(float64(w.Median))), 0))
	}
	if r.n == 0 { // all of it is spent, and still it is not done
		r.n, r.work[0], r.p[0] = 1, math.Max(r.spent*1.3, 1), 1
		return
	}
	most, sum := math.Inf(-1), 0.0
	for i := range r.n {
		most = math.Max(most, r.p[i])
	}
	for i := range r.n {
		r.p[i] = math.Exp(r.p[i] - most)
		sum += r.p[i]
	}
	for i := range r.n {
		r.p[i] /= sum
	}
}

// unlikely is the logarithm of the evidence's likelihood, were the work spread
// around that mean of its logarithm; but for a constant.
func (w *Work) unlikely(mean float64) float64 {
	e := w.Evidence
	if !(e.Precision > 0) {
		return 0
	}
	spread, d := w.Sigma*w.Sigma+1/e.Precision, e.Log-mean
	return -d*d/(2*spread) - math.Log(spread)/2
}

// unbeaten is the probability that no rival is done in so many hours from now.
func (r *Race) unbeaten(hours float64) float64 {
	x := math.Max(r.age+hours, 1e-6) / r.duration
	return math.Exp(-r.rivals * normalCDF((math.Log(x)-math.Log(rivalMedian))/rivalSigma))
}

// bestOf is the probability to be the best of 1 + committed + Poisson(rivals)
// equals: the integral of x^committed * exp(-rivals*(1-x)) over 0 to 1.
func bestOf(committed int, rivals float64) float64 {
	if rivals < 1e-9 {
		return 1 / float64(1+committed)
	}
	if committed == 0 {
		return -math.Expm1(-rivals) / rivals
	}
	const n = 64
	sum := 0.0
	for i := range n {
		x := (float64(i) + 0.5) / n
		sum += math.Pow(x, float64(committed)) * math.Exp(-rivals*(1-x)) / n
	}
	return sum
}

// tabulate E[exp(-k*(1-Phi((q+eps)/sigma)))] by q = log(spent/work).
func (r *Race) tabulate(rivals float64) {
	for i := range r.quality {
		q := qualitySpan * (2*float64(i)/qualitySteps - 1)
		for _, e := range normal9 {
			r.quality[i] += math.Exp(-rivals*(1-normalCDF((q+qualitySigma*e)/rivalSigma))) / errors9
		}
	}
}

func (r *Race) winsAt(spent, work float64) float64 {
	if spent <= 0 {
		return 0
	}
	x := (math.Log(spent/work)/qualitySpan + 1) / 2 * qualitySteps
	x = math.Max(0, math.Min(x, qualitySteps))
	i := min(int(x), qualitySteps-1)
	return r.quality[i] + (x-float64(i))*(r.quality[i+1]-r.quality[i])
}

// hours is how long the likely work takes at a speed, until the deadline at most.
func (r *Race) hours(rate MACs) Hours {
	sum, p := 0.0, 0.0
	for i := range r.n {
		if !math.IsInf(r.work[i], 1) {
			sum, p = sum+r.p[i]*r.work[i], p+r.p[i]
		}
	}
	if !(p > 0) || !(rate > 0) {
		return 0
	}
	return Hours(math.Max(math.Min((sum/p-r.spent)/(float64(rate)*3600), r.left), 0))
}

// Prospect is what training at one speed from now on leads to.
type Prospect struct {
	Win   float64 // probability to win; for Best, beyond what the work so far wins
	Hours float64 // expected, until it is done, beaten, late or given up
}

// At values training at so many MACs per second, for a reward in USD and a cost
// of an hour. Training that is seen not to succeed will be given up: either it
// goes on to its end whatever shows, or, once it has shown how much work it is,
// only where that pays.
func (r *Race) At(rate MACs, reward USD, cost USDPerHour) Prospect {
	perHour := float64(rate) * 3600
	if r.left <= 0 || !(perHour > 0) {
		return Prospect{}
	}
	if r.rule == Best {
		return r.bestAt(perHour, float64(reward), float64(cost))
	}
	var runToEnd, earlyStop Prospect
	shown := math.Inf(1)
	if r.learning > 0 {
		shown = r.learning / perHour
	}
	for i, p := range r.p[:r.n] {
		if p == 0 {
			continue
		}
		hours := math.Max((r.work[i]-r.spent)/perHour, 1.0/3600)
		chance, alive := r.beats, 1.0
		if r.rule == First {
			chance = r.unbeaten(math.Min(hours, r.left)) / r.survival
			alive = (1 + chance) / 2 // on average, while it lasts
		}
		if hours > r.left {
			hours, chance = r.left, 0
		}
		runToEnd.Win += p * chance
		runToEnd.Hours += p * hours * alive
		if hours > shown && chance*float64(reward) < (hours-shown)*alive*float64(cost) {
			earlyStop.Hours += p * shown * alive
			continue
		}
		earlyStop.Win += p * chance
		earlyStop.Hours += p * hours * alive
	}
	value := func(p Prospect) float64 { return p.Win*float64(reward) - p.Hours*float64(cost) }
	if value(earlyStop) > value(runToEnd) {
		return earlyStop
	}
	return runToEnd
}

// efforts are the parts of the time left that Best looks at.
var efforts = [...]float64{.1, .2, .35, .5, .75, 1}

// bestAt chooses how long to train: one time for all that the work may turn out
// to be, or, once training has shown how much it is, a time for each.
func (r *Race) bestAt(perHour, reward, cost float64) Prospect {
	var runToEnd [len(efforts)]Prospect
	var earlyStop Prospect
	shown := math.Inf(1)
	if r.learning > 0 {
		shown = r.learning / perHour
	}
	for i, work := range r.work[:r.n] {
		p, already := r.p[i], r.winsAt(r.spent, work)
		own, most := Prospect{Hours: math.Min(shown, r.left)}, math.Inf(-1)
		for k, part := range efforts {
			hours := r.left * part
			win := r.winsAt(r.spent+perHour*hours, work) - already
			runToEnd[k].Win += p * win
			runToEnd[k].Hours += p * hours
			if v := win*reward - hours*cost; hours >= shown && v > most {
				own, most = Prospect{win, hours}, v
			}
		}
		if v := (r.winsAt(r.spent+perHour*own.Hours, work)-already)*reward - own.Hours*cost; v > most {
			own.Win = r.winsAt(r.spent+perHour*own.Hours, work) - already
		}
		earlyStop.Win += p * own.Win
		earlyStop.Hours += p * own.Hours
	}
	best := earlyStop
	for _, s := range runToEnd {
		if (s.Win-best.Win)*reward-(s.Hours-best.Hours)*cost > 0 {
			best = s
		}
	}
	return best
}
