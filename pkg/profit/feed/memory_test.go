package feed

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// feedOf is a feed whose one source s says a, or nothing yet.
func feedOf(c *clock, kind string, a Answer) *Feed {
	f := New(c.Now)
	f.sources["s"] = &source{name: "s", cfg: config.Source{Type: kind}, now: c.Now, answer: a, asked: len(a.Readings)+len(a.Slots) > 0}
	return f
}

// restarted is the feed of the next daemon, whose sources are all away.
func restarted(t *testing.T, f *Feed, c *clock, kind string) *Feed {
	t.Helper()
	b, err := json.Marshal(f.Memory())
	if err != nil {
		t.Fatal(err)
	}
	var m Memory
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	next := feedOf(c, kind, Answer{})
	next.Recall(m)
	return next
}

// What was believed serves the next daemon although every source is away: a coin's price for as
// long as it may be held, a currency's rate for longer, both with a doubt that grows.
func TestBeliefOutlivesTheDaemon(t *testing.T) {
	for name, tt := range map[string]struct {
		after  time.Duration
		rate   bool
		doubt  float64 // about
		wanted bool
	}{
		"at once": {time.Minute, false, 0, true}, "after hours": {6 * time.Hour, false, 0.025, true}, "after a day and more": {25 * time.Hour, false, 0, false},
		"a rate after hours": {12 * time.Hour, true, 0.004, true}, "a rate after ten days": {240 * time.Hour, true, 0.019, true},
	} {
		c := &clock{time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
		f := feedOf(c, "coingecko", Answer{Readings: map[string]Reading{"x": {150, c.now}}})
		q := config.Quote{From: []string{"s:x"}, MaxAge: time.Hour, MaxJump: 1.5, Hold: 24 * time.Hour}
		ask := func(f *Feed) profit.Quote {
			if tt.rate {
				return f.Rate("q", "EUR", q)
			}
			return f.Quote("q", q)
		}
		if got := ask(f); got.Value != 150 || got.Doubt != 0 {
			t.Fatalf("%s: %+v", name, got)
		}
		c.now = c.now.Add(tt.after)
		got := ask(restarted(t, f, c, "coingecko"))
		if why := got.Disbelief(c.now); (why == "") != tt.wanted || got.Value != 150 {
			t.Errorf("%s: %+v: %s", name, got, why)
		}
		if tt.wanted && (float64(got.Doubt) < tt.doubt-0.002 || float64(got.Doubt) > tt.doubt+0.002) {
			t.Errorf("%s: a doubt of %v, want %v", name, got.Doubt, tt.doubt)
		}
	}
}

// A tariff that nobody says costs what it did at this hour: today's, if it was said before, else an earlier
// day's, with a warning.
func TestTariffOutlivesItsSource(t *testing.T) {
	begin := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	c := &clock{begin}
	var slots []profit.Slot
	for i := range 36 {
		from := begin.Add(time.Duration(i-1) * time.Hour)
		slots = append(slots, profit.Slot{From: from, Until: from.Add(time.Hour), PerKWh: 0.2 + 0.01*float64(i)})
	}
	f := feedOf(c, "awattar", Answer{Slots: slots, At: begin})
	q := config.Quote{From: []string{"s:price"}}
	if got, ahead := f.Tariff("power", q, 1); got.Disbelief(c.now) != "" || len(ahead) != 36 {
		t.Fatalf("%+v, %d ahead", got, len(ahead))
	}
	for name, tt := range map[string]struct {
		after time.Duration
		price float64 // 0: not known
		ahead int
		warns bool
	}{
		"an hour": {time.Hour, 0.22, 34, false}, "the last hour": {34 * time.Hour, 0.55, 1, false}, "a day later": {36 * time.Hour, 0.33, 0, true},
		"three days later": {72 * time.Hour, 0.45, 0, true}, "a week later": {168 * time.Hour, 0, 0, false},
	} {
		c.now = begin.Add(tt.after)
		next := restarted(t, f, c, "awattar")
		got, ahead := next.Tariff("power", q, 1)
		if why := got.Disbelief(c.now); (why == "") != (tt.price > 0) || tt.price > 0 && (got.Value < tt.price-1e-9 || got.Value > tt.price+1e-9) || len(ahead) != tt.ahead {
			t.Errorf("%s: %+v (%s), %d ahead", name, got, why, len(ahead))
		}
		if words := strings.Join(next.Warnings(), " "); strings.Contains(words, "did at this hour") != tt.warns || (got.Doubt > 0) != tt.warns {
			t.Errorf("%s: %q, doubt %v", name, words, got.Doubt)
		}
	}
}

// What stands there twice and says two things says nothing; what agrees with itself is taken.
func TestTwiceInOneAnswer(t *testing.T) {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	for name, tt := range map[string]struct {
		kind, text, key string
		want            float64 // 0: refused, in words
	}{
		"entries":            {"command", `{"a": {"value": 0.02, "at": "2026-03-01T12:00:00Z"}, "a": {"value": 200, "at": "2026-03-01T12:00:00Z"}, "b": {"value": 1, "at": "2026-03-01T12:00:00Z"}}`, "a", 0},
		"the same twice":     {"command", `{"a": {"value": 2, "at": "2026-03-01T12:00:00Z"}, "a": {"value": 2, "at": "2026-03-01T12:00:00Z"}}`, "a", 2},
		"minerstat's price":  {"minerstat", `[{"coin":"A","price":1},{"coin":"A","price":40},{"coin":"B","price":1}]`, "A.price_usd", 0},
		"prices of two":      {"minerstat", `[{"coin":"A","price":1},{"coin":"A","price":1.01}]`, "A.price_usd", 1},
		"nicehash":           {"nicehash", `{"miningAlgorithms":[{"algorithm":"K","paying":"864"},{"algorithm":"K","paying":"86400"},{"algorithm":"L","paying":"1"}]}`, "K.btc_per_hash", 0},
		"miningcore":         {"miningcore", `{"pools":[{"id":"a","networkStats":{"networkDifficulty":5}},{"id":"a","networkStats":{"networkDifficulty":50}},{"id":"b","networkStats":{"networkDifficulty":5}}]}`, "a.difficulty", 0},
		"the dead node last": {"2miners", `{"nodes":[{"difficulty":"100","lastBeat":"1772366390"},{"difficulty":"7","lastBeat":"1600000000"}]}`, "difficulty", 100},
		"two live nodes":     {"2miners", `{"nodes":[{"difficulty":"100","networkhashps":"5","lastBeat":"1772366390"},{"difficulty":"7","networkhashps":"5","lastBeat":"1772366390"}]}`, "difficulty", 0},
	} {
		a, err := parsers[tt.kind]([]byte(tt.text), now, options{units: 1})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got := a.Readings[tt.key].Value; got != tt.want || tt.want == 0 && !strings.Contains(a.Faults[tt.key], "stands there twice") {
			t.Errorf("%s: %v, %q", name, got, a.Faults[tt.key])
		}
	}
}

// Several hosts whose clocks say that ours is slow: what they say now is no word of the future.
func TestSlowClockIsReckonedWith(t *testing.T) {
	c := &clock{time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	f := feedOf(c, "coingecko", Answer{Readings: map[string]Reading{"x": {150, c.now.Add(9 * time.Minute)}}})
	f.sources["s"].host, f.sources["s"].ahead = "a", 9*time.Minute
	q := config.Quote{From: []string{"s:x"}, MaxAge: 30 * time.Minute}
	if got := f.Quote("q", q); !strings.Contains(got.Disbelief(c.now), "from the future") {
		t.Errorf("by one host: %+v", got)
	}
	f.sources["other"] = &source{host: "b", ahead: 9 * time.Minute}
	if got := f.Quote("q", q); got.Disbelief(c.now) != "" || got.Value != 150 {
		t.Errorf("by two: %+v, %s", got, got.Disbelief(c.now))
	}
}
