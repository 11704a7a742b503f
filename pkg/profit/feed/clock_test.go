package feed

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"go.uber.org/zap"
	"go.uber.org/zap/zaptest/observer"
)

// What most hosts say counts; hosts that contradict each other, and one of many, do not.
func TestClock(t *testing.T) {
	const m = time.Minute
	for name, tt := range map[string]struct {
		hosts map[string]time.Duration
		want  string // "": nothing is said
	}{
		"nobody":            {nil, ""},
		"right":             {map[string]time.Duration{"a": 0, "b": time.Second}, ""},
		"a little off":      {map[string]time.Duration{"a": 50 * time.Second, "b": 55 * time.Second}, ""},
		"slow":              {map[string]time.Duration{"a": 3 * m, "b": 3*m + time.Second}, "3m1s behind that of a, b: set it"},
		"fast":              {map[string]time.Duration{"a": -3 * m, "b": -3 * m}, "3m0s ahead of that of a, b: set it"},
		"one host is wrong": {map[string]time.Duration{"a": 3 * m, "b": 0, "c": time.Second}, ""},
		"one host is right": {map[string]time.Duration{"a": 0, "b": 3 * m, "c": 3 * m}, "3m0s behind that of b, c: set it"},
		"two contradict":    {map[string]time.Duration{"a": 0, "b": 30 * m}, ""},
		"one alone":         {map[string]time.Duration{"a": -24 * 60 * m}, "24h0m0s ahead of that of a (nobody else says so)"},
	} {
		f := New(time.Now)
		core, logs := observer.New(zap.InfoLevel)
		f.log = zap.New(core)
		for host, ahead := range tt.hosts {
			f.sources[host] = &source{host: host, ahead: ahead}
			f.sources[host+" again"] = &source{host: host, ahead: ahead}
		}
		f.sources["command"] = &source{}
		if got := f.Clock(); (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
		for range 3 {
			f.noteClock()
		}
		for _, s := range f.sources {
			s.ahead = 0
		}
		f.noteClock()
		if n := logs.Len(); tt.want != "" && n != 2 || tt.want == "" && n != 0 {
			t.Errorf("%s: %d lines are logged", name, n)
		}
	}
}

// An answer from a cache says when it was made; how long it stood there is added.
func TestClockOf(t *testing.T) {
	now := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	for name, tt := range map[string]struct {
		date, age string
		want      time.Duration
		ok        bool
	}{
		"right": {"Mon, 02 Mar 2026 12:00:01 GMT", "", 0, true}, "ahead": {"Mon, 02 Mar 2026 12:03:01 GMT", "", 3 * time.Minute, true},
		"cached": {"Mon, 02 Mar 2026 11:00:01 GMT", "3600", 0, true}, "odd age": {"Mon, 02 Mar 2026 12:00:01 GMT", "x", 0, true}, "none": {"", "", 0, false}, "no date": {"soon", "", 0, false},
	} {
		h := http.Header{}
		h.Set("Date", tt.date)
		h.Set("Age", tt.age)
		if got, ok := clockOf(h, now, now.Add(2*time.Second)); got != tt.want || ok != tt.ok {
			t.Errorf("%s: %v, %v", name, got, ok)
		}
	}
}
