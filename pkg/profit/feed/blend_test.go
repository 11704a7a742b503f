package feed

import (
	"math"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

var strict = limits{maxAge: time.Hour, jump: 1.5, hold: 2 * time.Hour}

// say is what sources say, in the order a, b, c; NaN says nothing.
func say(at time.Time, values ...float64) (all []said) {
	for i, v := range values {
		s := said{source: string(rune('a' + i)), Reading: Reading{v, at}}
		if math.IsNaN(v) {
			s.fault = s.source + " is down"
		}
		all = append(all, s)
	}
	return all
}

func TestBlend(t *testing.T) {
	nan := math.NaN()
	for name, steps := range map[string][]struct {
		values  []float64
		minutes int
		want    float64
		held    bool // the source says why
	}{
		"the median":                    {{[]float64{100, 101, 102}, 0, 101, false}, {[]float64{100, 100, 3e5}, 10, 100, false}},
		"one source that jumps":         {{[]float64{100}, 0, 100, false}, {[]float64{1000}, 10, 100, true}, {[]float64{1000}, 20, 100, true}, {[]float64{1010}, 30, 1010, false}},
		"one that jumps and comes back": {{[]float64{100}, 0, 100, false}, {[]float64{1000}, 10, 100, true}, {[]float64{101}, 20, 101, false}, {[]float64{1000}, 30, 101, true}},
		"one of two jumps":              {{[]float64{100, 100}, 0, 100, false}, {[]float64{100, 1e5}, 10, 100, false}, {[]float64{100, 1e5}, 20, 100, false}, {[]float64{101, 1e5}, 30, 101, false}, {[]float64{100, 1e5}, 40, 100, false}, {[]float64{nan, 1e5}, 50, 1e5, false}},
		"the same reading again":        {{[]float64{100}, 0, 100, false}, {[]float64{1000}, 10, 100, true}, {[]float64{1000}, 10, 100, true}, {[]float64{1000}, 10, 100, true}, {[]float64{1000}, 10, 100, true}},
		"two that jump together":        {{[]float64{100, 100}, 0, 100, false}, {[]float64{200, 205}, 10, 202.5, false}},
		"one of two is down":            {{[]float64{100, 100}, 0, 100, false}, {[]float64{nan, 102}, 10, 102, false}},
		"all are down":                  {{[]float64{100, 100}, 0, 100, false}, {[]float64{nan, nan}, 10, 100, true}, {[]float64{nan, 104}, 20, 104, false}},
		"nothing and less":              {{[]float64{100}, 0, 100, false}, {[]float64{0}, 10, 100, true}, {[]float64{-5}, 20, 100, true}, {[]float64{math.Inf(1)}, 30, 100, true}},
	} {
		var b blend
		for i, s := range steps {
			now := asked.Add(time.Duration(s.minutes) * time.Minute)
			q := b.take("q", say(now, s.values...), now, strict)
			if q.Disbelief(now) != "" || math.Abs(q.Value-s.want) > 1e-9 || s.held != strings.Contains(q.Source, "held: ") {
				t.Errorf("%s, step %d: %+v (%s), want %g", name, i, q, q.Disbelief(now), s.want)
			}
		}
	}
}

// Of two that disagree wildly from the beginning nobody knows which is right: the
// mean is what neither said.
func TestTwoThatDisagree(t *testing.T) {
	var b blend
	for i := range 20 {
		now := asked.Add(time.Duration(i) * time.Minute)
		if q := b.take("q", say(now, 0.02, 20), now, strict); q.Disbelief(now) == "" || !strings.Contains(q.Fault, "a says 0.02") || !strings.Contains(q.Fault, "b says 20") {
			t.Fatalf("step %d: %+v", i, q)
		}
	}
	now := asked.Add(time.Hour)
	if q := b.take("q", say(now, 0.02, 0.021), now, strict); q.Disbelief(now) != "" || q.Value != 0.0205 {
		t.Errorf("%+v", q)
	}
}

// Whoever answers first is not right for ever.
func TestTheFirstIsNotAlwaysRight(t *testing.T) {
	var b blend
	if q := b.take("q", say(asked, 2), asked, strict); q.Value != 2 {
		t.Fatalf("%+v", q)
	}
	for i := 1; i < 20; i++ {
		now := asked.Add(time.Duration(i) * time.Minute)
		q := b.take("q", say(now, 2, 0.02), now, strict)
		if known := q.Disbelief(now) == ""; known != (i < confirmed) {
			t.Errorf("look %d: %+v", i, q)
		}
	}
	now := asked.Add(time.Hour)
	if q := b.take("q", say(now, 0.021, 0.02), now, strict); q.Disbelief(now) != "" || q.Value != 0.0205 {
		t.Errorf("when they agree: %+v", q)
	}
	// Two that are not far apart have the truth between them.
	var c blend
	if q := c.take("q", say(asked, 1, 1.6), asked, strict); q.Disbelief(asked) != "" || q.Value != 1.3 {
		t.Errorf("%+v", q)
	}
}

// What nobody says any more is held, then dropped.
func TestHoldThenDrop(t *testing.T) {
	var b blend
	if q := b.take("q", say(asked, math.NaN()), asked, strict); !strings.Contains(q.Disbelief(asked), "a is down") {
		t.Errorf("%+v", q)
	}
	b.take("q", say(asked, 100), asked, strict)
	for minutes, believed := range map[int]bool{30: true, 119: true, 121: false, 10000: false} {
		now := asked.Add(time.Duration(minutes) * time.Minute)
		q := b.take("q", say(asked, math.NaN()), now, strict)
		if why := q.Disbelief(now); (why == "") != believed {
			t.Errorf("after %d minutes: %q", minutes, why)
		}
	}
}

// A source that was often wrong counts for less.
func TestRecords(t *testing.T) {
	var b blend
	for i := range 200 {
		wrong := 100 * math.Exp(0.3*math.Sin(float64(i)))
		now := asked.Add(time.Duration(i) * time.Minute)
		b.take("q", say(now, 100, wrong, 100.1), now, limits{maxAge: time.Hour})
	}
	now := asked.Add(201 * time.Minute)
	if q := b.take("q", say(now, 100, 130), now, limits{maxAge: time.Hour}); q.Value != 100 {
		t.Errorf("of one that was right and one that was not: %g", q.Value)
	}
}

// Whatever one of three sources says, the blend stays among the others; and what
// is believed was said by somebody, or lies between what two have said.
func TestOneLiarOfThree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b blend
		for i := range rapid.IntRange(1, 30).Draw(t, "steps") {
			now := asked.Add(time.Duration(10*i) * time.Minute)
			level := rapid.Float64Range(95, 105).Draw(t, "level")
			lie := rapid.OneOf(rapid.Float64(), rapid.Float64Range(1, 1e6)).Draw(t, "lie")
			q := b.take("q", say(now, level, lie, level*1.01), now, strict)
			if q.Disbelief(now) != "" || q.Value < level*0.999 || q.Value > level*1.011 {
				t.Fatalf("step %d: %+v, the honest ones say %g", i, q, level)
			}
		}
	})
}

func TestPeriods(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip("no time zones here")
	}
	periods := []config.Period{{Days: "sat-sun", From: "00:00", Until: "24:00", PricePerKWh: 0.1}, {From: "22:00", Until: "06:00", PricePerKWh: 0.2}}
	price := func(at string) (float64, bool) {
		now, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		slots := Periods(now, berlin, periods)
		for i := 1; i < len(slots); i++ {
			if slots[i].From.Before(slots[i-1].Until) {
				t.Fatalf("%s: %+v overlap", at, slots)
			}
		}
		if len(slots) > 0 && !now.Before(slots[0].From) {
			return slots[0].PerKWh, true
		}
		return 0, false
	}
	for at, want := range map[string]float64{
		"2026-11-04T11:00:00Z": 0, // a Wednesday noon: none
		"2026-11-04T21:30:00Z": 0.2, "2026-11-05T04:59:00Z": 0.2, "2026-11-05T05:01:00Z": 0,
		"2026-11-07T11:00:00Z": 0.1, "2026-11-07T22:30:00Z": 0.1, // Saturday, and the night to Sunday
		"2026-11-06T22:30:00Z": 0.2, "2026-11-06T23:30:00Z": 0.1, // Friday's night ends where Saturday begins
		"2026-07-01T04:30:00Z": 0, "2026-07-01T03:30:00Z": 0.2, // summer: six is four
	} {
		if got, ok := price(at); got != want || ok != (want > 0) {
			t.Errorf("%s: %g, want %g", at, got, want)
		}
	}
}

// No source leads the blend away by itself, however good its record was; two that
// disagree wildly at first are not believed.
func TestNoSourceLeadsAlone(t *testing.T) {
	var b blend
	drift := 1.0
	for i := range 400 {
		now := asked.Add(time.Duration(i) * time.Minute)
		drift *= 1.01
		if q := b.take("q", say(now, 1.02, 0.98, drift), now, strict); q.Value < 0.97 || q.Value > 1.03 {
			t.Fatalf("step %d: %g, though two of three say about 1", i, q.Value)
		}
	}
	b = blend{}
	if q := b.take("q", say(asked, 0.01, 1000), asked, strict); q.Disbelief(asked) == "" {
		t.Errorf("0.01 and 1000: %+v", q)
	}
	b = blend{}
	for i := range 50 {
		now := asked.Add(time.Duration(i) * time.Minute)
		if q := b.take("q", say(now, 1.0, 1.4), now, strict); math.Abs(q.Value-1.2) > 1e-9 {
			t.Fatalf("step %d of two that disagree: %g", i, q.Value)
		}
	}
}

// The hour that summer time takes away makes no long period of a short one.
func TestPeriodsAndSummerTime(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip("no time zones here")
	}
	for _, p := range []config.Period{{From: "02:00", Until: "03:00", PricePerKWh: 1}, {From: "02:30", Until: "03:15", PricePerKWh: 1}} {
		for _, s := range Periods(time.Date(2026, 3, 28, 20, 0, 0, 0, time.UTC), berlin, []config.Period{p}) {
			if d := s.Until.Sub(s.From); d > time.Hour {
				t.Errorf("%+v lasts %s", s, d)
			}
		}
	}
}
