package feed

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Tuning of the blend.
const (
	near      = 0.10 // two values are the same to this part: they support each other
	first     = 3.0  // and of the first values of all, those within this factor
	confirmed = 3    // readings of a jump after which one source alone is believed
	floor     = 0.01 // of a source's error: nobody is perfect
	memory    = 0.05 // weight of the latest deviation in a source's record
)

// limits are a quote's own.
type limits struct {
	maxAge time.Duration // of a reading
	jump   float64       // factor beyond which a change is not believed at once; 0: any is
	hold   time.Duration // that the last believed value counts without a new one
	kind
	// patience is after what time a reading that is still there counts as said again:
	// who keeps a file by hand does not write an entry three times. 0: never.
	patience time.Duration
}

// kind is what a quote is of.
type kind struct {
	free bool // of electricity: nothing is a price, and so is less than nothing
	// lasting is a currency's rate: it is said on working days only, and hardly moves
	// meanwhile, so that an old one is better than none.
	lasting bool
}

// drift is how much a quote moves in a day, as a part of it; in n days it moves by the
// square root of n times that.
func (k kind) drift() float64 {
	switch {
	case k.lasting:
		return 0.006
	case k.free: // the same hour of two days
		return 0.5
	}
	return 0.05 // a coin's price, what it yields
}

// doubt is how far a value of so long ago may be off.
func (k kind) doubt(age time.Duration) profit.Ratio {
	return profit.Ratio(k.drift() * math.Sqrt(max(age, 0).Hours()/24))
}

// said is what one source says for a quote; a fault is why it says nothing.
type said struct {
	source string
	Reading
	fault string
}

// blend is what is remembered of one quote: sources' records, what was believed
// last, and jumps that wait to be believed.
type blend struct {
	last     Reading // believed
	agreed   bool    // once two sources were believed together
	warning  string  // of a rate that is held; "" if it is not
	disputed bool    // what one alone said is contradicted
	errors   map[string]float64
	seen     map[string]time.Time // the latest reading that counts in a source's record
	pending  map[string]*jump
}

type jump struct {
	value  float64
	at     time.Time // of the latest reading
	looked time.Time // when it was counted
	seen   int
}

// again counts a reading that is newer, or has been there for so long.
func (j *jump) again(at, now time.Time, patience time.Duration) {
	if at.After(j.at) || patience > 0 && now.Sub(j.looked) >= patience {
		j.at, j.looked = at, now
		j.seen++
	}
}

// take believes what it can of what sources say: the median of those that are
// fresh and no jump, weighted by how near each has been to the others so far. A
// jump is believed once a second source says the same, or the source has said it
// three times and no other one still says what was believed. Without any, the last
// value is held.
func (b *blend) take(name string, all []said, now time.Time, l limits) profit.Quote {
	if b.errors == nil {
		b.errors, b.seen, b.pending = map[string]float64{}, map[string]time.Time{}, map[string]*jump{}
	}
	fresh, faults := b.fresh(all, now, l)
	if len(fresh) == 0 && l.lasting {
		aged := l
		aged.maxAge = 0
		fresh, _ = b.fresh(all, now, aged)
	}
	var believed, doubted []said
	for _, s := range fresh {
		if b.believes(s, fresh, now, l) {
			believed = append(believed, s)
		} else {
			doubted = append(doubted, s)
		}
	}
	if b.disputed {
		b.last, b.disputed, believed, doubted = Reading{}, false, nil, fresh
	}
	for _, s := range doubted {
		after := ""
		if !b.last.At.IsZero() {
			after = fmt.Sprintf(" after %g", b.last.Value)
		}
		faults = append(faults, fmt.Sprintf("%s says %g%s, not believed yet", s.source, s.Value, after))
	}
	quote := profit.Quote{MaxAge: l.maxAge, Signed: l.free}
	if len(believed) == 0 {
		quote.Value, quote.At, quote.MaxAge = b.last.Value, b.last.At, max(l.hold, l.maxAge)
		quote.Source = fmt.Sprintf("%s (held: %s)", name, strings.Join(faults, "; "))
		if b.last.At.IsZero() {
			quote.Fault = strings.Join(faults, "; ")
		}
		return b.aged(name, quote, now, l)
	}
	b.agreed = b.agreed || len(believed) > 1
	quote.Value = b.median(believed)
	var names []string
	for _, s := range believed {
		names = append(names, s.source)
		if s.At.After(quote.At) {
			quote.At = s.At
		}
	}
	b.learn(believed)
	b.last = Reading{quote.Value, quote.At}
	quote.Source = fmt.Sprintf("%s (%s)", name, strings.Join(names, ", "))
	return b.aged(name, quote, now, l)
}

// aged doubts a value that is older than it ought to be, the more the older it is. A currency's
// rate is held all the same, with a warning: without it nothing would be mined over Easter.
func (b *blend) aged(name string, q profit.Quote, now time.Time, l limits) profit.Quote {
	b.warning = ""
	age := now.Sub(q.At)
	if q.Fault != "" || age <= l.maxAge || l.maxAge == 0 {
		return q
	}
	q.Doubt = l.doubt(age)
	if !l.lasting {
		return q
	}
	q.MaxAge = 0
	b.warning = fmt.Sprintf("%s is %s old, believed for %s, and held until there is a newer one: a currency moves about %.1f %% in that time", name, age.Round(time.Minute), l.maxAge, 100*float64(q.Doubt))
	q.Source = fmt.Sprintf("%s (held: %s old)", name, age.Round(time.Minute))
	return q
}

// fresh are the sources that say something that can be true.
func (b *blend) fresh(all []said, now time.Time, l limits) (fresh []said, faults []string) {
	for _, s := range all {
		q := profit.Quote{Value: s.Value, Source: s.source, At: s.At, MaxAge: l.maxAge, Fault: s.fault, Signed: l.free}
		why := q.Disbelief(now)
		if why == "" && s.Value == 0 && !l.free {
			why = s.source + " says 0"
		}
		if why != "" {
			faults = append(faults, why)
			continue
		}
		fresh = append(fresh, s)
	}
	return fresh, faults
}

// believes reports whether a reading is near what was believed last, is supported
// by another source, or has been said often enough while nobody said otherwise. What
// one source alone was believed to say is forgotten when another one contradicts it
// for so long: nobody can tell which is right.
func (b *blend) believes(s said, fresh []said, now time.Time, l limits) bool {
	begun := !b.last.At.IsZero()
	if l.jump <= 1 || !begun && len(fresh) == 1 || begun && apart(s.Value, b.last.Value) <= math.Log(l.jump) {
		delete(b.pending, s.source)
		return true
	}
	limit, contradicted := near, !begun
	if !begun {
		limit = math.Log(max(l.jump, first))
	}
	for _, other := range fresh {
		switch {
		case other.source == s.source:
		case apart(s.Value, other.Value) <= limit:
			return true
		case apart(other.Value, b.last.Value) <= math.Log(l.jump):
			contradicted = true
		}
	}
	j := b.pending[s.source]
	if j == nil || apart(j.value, s.Value) > 2*near {
		b.pending[s.source] = &jump{s.Value, s.At, now, 1}
		return false
	}
	j.value = s.Value
	if j.again(s.At, now, l.patience); j.seen < confirmed {
		return false
	}
	if contradicted {
		b.disputed = b.disputed || begun && !b.agreed
		return false
	}
	delete(b.pending, s.source)
	return true
}

// apart is the distance of two values' logarithms; values that cannot be compared
// so are far apart unless they are equal.
func apart(a, b float64) float64 {
	if a == b {
		return 0
	}
	if a > 0 && b > 0 {
		return math.Abs(math.Log(a / b))
	}
	return math.Inf(1)
}

// median is the weighted one: a source counts by one over its squared error.
func (b *blend) median(all []said) float64 {
	all = slices.Clone(all)
	slices.SortFunc(all, func(x, y said) int {
		return cmp.Or(cmp.Compare(x.Value, y.Value), strings.Compare(x.source, y.source))
	})
	weights, total := b.weights(all)
	sum := 0.0
	for i, s := range all {
		w := weights[i]
		switch {
		case math.Abs(sum+w-total/2) < 1e-12*total && i+1 < len(all):
			return (s.Value + all[i+1].Value) / 2
		case sum+w > total/2:
			return s.Value
		}
		sum += w
	}
	return all[len(all)-1].Value
}

// weights are by record; none counts for more than the others together, however
// good its record is.
func (b *blend) weights(all []said) (weights []float64, total float64) {
	for _, s := range all {
		weights = append(weights, 1/(floor*floor+b.errors[s.source]))
		total += weights[len(weights)-1]
	}
	if len(all) < 3 {
		return weights, total
	}
	for i, w := range weights {
		if others := total - w; w > 0.9*others {
			weights[i] = 0.9 * others
			total = others + weights[i]
		}
	}
	return weights, total
}

// learn keeps each source's record: the mean of its squared distance to the middle
// of the others, reading by reading.
func (b *blend) learn(all []said) {
	if len(all) < 2 {
		return
	}
	for i, s := range all {
		if !s.At.After(b.seen[s.source]) {
			continue
		}
		b.seen[s.source] = s.At
		var others []float64
		for k, o := range all {
			if k != i {
				others = append(others, o.Value)
			}
		}
		slices.Sort(others)
		n := len(others)
		if d := apart(s.Value, (others[(n-1)/2]+others[n/2])/2); !math.IsInf(d, 0) {
			b.errors[s.source] += memory * (d*d - b.errors[s.source])
		}
	}
}
