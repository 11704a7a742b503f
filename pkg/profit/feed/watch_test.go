package feed

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
)

// Prices of a usual size are believed at once, below zero too; a slip of the unit
// is not; a crisis is once answers have said it again and again.
func TestWatch(t *testing.T) {
	now := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	day := func(size float64, absurd map[int]float64) (slots []profit.Slot) {
		for h := range 24 {
			price := size * (1 + 0.8*math.Sin(float64(h)))
			if v, ok := absurd[h]; ok {
				price = v
			}
			from := now.Add(time.Duration(h) * time.Hour)
			slots = append(slots, profit.Slot{From: from, Until: from.Add(time.Hour), PerKWh: price})
		}
		return slots
	}
	type answer struct {
		slots []profit.Slot
		again bool  // no new answer
		want  []int // hours that are not believed
	}
	all := make([]int, 24)
	for h := range all {
		all[h] = h
	}
	for name, answers := range map[string][]answer{
		"below zero":          {{slots: day(0.1, map[int]float64{3: -0.4})}, {slots: day(0.1, map[int]float64{3: -0.5})}},
		"an absurd hour":      {{slots: day(0.1, nil)}, {slots: day(0.1, map[int]float64{5: 150}), want: []int{5}}, {slots: day(0.1, nil)}},
		"a negative one":      {{slots: day(0.1, nil)}, {slots: day(0.1, map[int]float64{5: -150}), want: []int{5}}},
		"the same answer":     {{slots: day(0.1, map[int]float64{5: 4}), want: []int{5}}, {slots: day(0.1, map[int]float64{5: 4}), again: true, want: []int{5}}, {slots: day(0.1, map[int]float64{5: 4}), again: true, want: []int{5}}, {slots: day(0.1, map[int]float64{5: 4}), again: true, want: []int{5}}},
		"a crisis":            {{slots: day(0.1, map[int]float64{5: 4}), want: []int{5}}, {slots: day(0.1, map[int]float64{5: 4}), want: []int{5}}, {slots: day(0.1, map[int]float64{5: 4})}},
		"a slip of the unit":  {{slots: day(0.1, nil)}, {slots: day(100, nil), want: all}, {slots: day(0.1, nil)}},
		"another unit":        {{slots: day(0.1, nil)}, {slots: day(100, nil), want: all}, {slots: day(100, nil), want: all}, {slots: day(100, nil)}, {slots: day(100, nil)}},
		"free, and then not":  {{slots: day(0, nil)}, {slots: day(0.3, nil)}},
		"nothing, and prices": {{}, {slots: day(0.3, nil)}},
	} {
		var w watch
		at := now
		for n, a := range answers {
			if !a.again {
				at = at.Add(time.Hour)
			}
			var got []int
			for h, ok := range w.usual(a.slots, at, at, 0, 1) {
				if !ok {
					got = append(got, h)
				}
			}
			// Of a whole day in another unit some hours may still be of a usual size.
			if fmt.Sprint(got) != fmt.Sprint(a.want) && (len(a.want) < 24 || len(got) < 20) {
				t.Errorf("%s, answer %d: hours %v are not believed, want %v", name, n, got, a.want)
			}
		}
	}
}

// One absurd entry of a file moves neither the tariff nor a coin; three do.
func TestAbsurdEntries(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quotes.json")
	now := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	f := New(func() time.Time { return now })
	q := config.Quote{File: path, Key: "k", MaxAge: time.Hour, MaxJump: 10}
	say := func(v float64, later time.Duration) {
		now = now.Add(later)
		text := fmt.Sprintf(`{"k": {"value": %g, "at": %q}}`, v, now.Format(time.RFC3339))
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	tariff := func() profit.Quote { q, _ := f.Tariff("electricity.price_per_kwh", q, 1); return q }
	price := func() profit.Quote { return f.Quote("mining.coins.a.price_usd", q) }
	say(0.15, 0)
	if p, c := tariff(), price(); p.Value != 0.15 || p.Disbelief(now) != "" || c.Value != 0.15 || c.Disbelief(now) != "" {
		t.Fatalf("%+v, %+v", p, c)
	}
	for n := range 3 {
		say(150, time.Minute)
		for range 5 { // however often it is looked at
			p, c := tariff(), price()
			now = now.Add(2 * time.Second)
			if believed := n == 2; (p.Disbelief(now) == "") != believed || (c.Value == 150) != believed || c.Disbelief(now) != "" {
				t.Fatalf("entry %d: %+v, %+v", n, p, c)
			}
			if n < 2 && !strings.Contains(p.Fault, "150 is beyond all that was usual") {
				t.Errorf("%q", p.Fault)
			}
		}
	}
	// By day it may cost five times what it does by night, at once.
	say(30, time.Minute)
	if p := tariff(); p.Value != 30 || p.Disbelief(now) != "" {
		t.Errorf("%+v", p)
	}
	say(150, time.Minute)
	if p := tariff(); p.Value != 150 || p.Disbelief(now) != "" {
		t.Errorf("%+v", p)
	}
	// A file that is gone is the last entry until that is old.
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	now = now.Add(30 * time.Minute)
	if c := price(); c.Value == 0 || c.Disbelief(now) != "" || !strings.Contains(c.Source, "held") {
		t.Errorf("%+v", c)
	}
	now = now.Add(time.Hour)
	if c := price(); c.Disbelief(now) == "" {
		t.Errorf("%+v", c)
	}
}

// An entry that somebody corrects by hand is written once, and believed after half
// an hour; power may be free.
func TestEntriesKeptByHand(t *testing.T) {
	path := filepath.Join(t.TempDir(), "quotes.json")
	now := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	f := New(func() time.Time { return now })
	q := config.Quote{File: path, Key: "k", MaxAge: 48 * time.Hour, MaxJump: 10}
	say := func(v float64) {
		text := fmt.Sprintf(`{"k": {"value": %g, "at": %q}}`, v, now.Format(time.RFC3339))
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	look := func(after time.Duration, want, wantTariff float64) {
		t.Helper()
		now = now.Add(after)
		c := f.Quote("price", q)
		p, _ := f.Tariff("power", q, 1)
		if c.Value != want || c.Disbelief(now) != "" || p.Disbelief(now) == "" && p.Value != wantTariff || (p.Disbelief(now) == "") != (wantTariff >= 0) {
			t.Errorf("%g, %+v; %g, %+v", want, c, wantTariff, p)
		}
	}
	say(50)
	look(0, 50, 50)
	now = now.Add(time.Hour)
	say(0.5) // a slip is mended
	look(0, 50, 0.5)
	for range 59 {
		look(30*time.Second, 50, 0.5)
	}
	look(time.Minute, 0.5, 0.5)
	now = now.Add(time.Hour)
	say(0)
	look(0, 0.5, 0)
	say(5000)
	look(time.Minute, 0.5, -1)
	for range 31 {
		now = now.Add(time.Minute)
		f.Quote("price", q)
		f.Tariff("power", q, 1)
	}
	look(time.Minute, 5000, 5000)
}
