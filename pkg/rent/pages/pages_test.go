package pages

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/page"
)

func TestPagesHoldTheirExamples(t *testing.T) {
	for name, p := range Builtin() {
		if len(p.Examples) == 0 {
			t.Errorf("%s has no example", name)
		}
		if err := p.Try(t.Context()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		known := map[string]bool{}
		for _, e := range p.Examples {
			if e.Of == "probe" && !e.Fails {
				known[string(e.State)] = true
			}
		}
		if !known["free"] || !known["committed"] {
			t.Errorf("%s: its examples show no device that is free, or none that is let", name)
		}
	}
}

// Of an answer that is not whole nothing may be understood: what is missing may be the
// contract.
func TestAnswersThatAreCut(t *testing.T) {
	for name, p := range Builtin() {
		for i, e := range p.Examples {
			if e.Of != "probe" || e.Fails {
				continue
			}
			for n := range len(e.Answer) - 1 {
				tree, err := p.Probes[0].Ask.Read(t.Context(), []byte(e.Answer[:n]))
				if err != nil {
					continue
				}
				if w, err := p.Probes[0].Understand(t.Context(), tree, page.About{Index: e.Index}); err == nil && w.State != Committed {
					t.Errorf("%s: examples[%d] cut at %d is understood as %s", name, i, n, w.State)
				}
			}
		}
	}
}

// A statement is believed as a whole: where one of its periods cannot be read no other is booked.
func TestStatementsAreWhole(t *testing.T) {
	p, err := Parse([]byte("name: x\nscope: rig\nprobes: [{ask: {url: 'http://h/'}, state: '\"free\"'}]\n" +
		"earnings: {ask: {url: 'http://h/'}, lines: '.days[] | {key: .day, usd: (.usd + .tips)} # of a day'}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for answer, want := range map[string]int{
		`{"days":[{"day":"a","usd":1,"tips":0},{"day":"b","usd":2,"tips":0.5}]}`:                              2,
		`{"days":[{"day":"a","usd":1,"tips":0},{"day":"b","usd":2,"tips":"x"},{"day":"c","usd":3,"tips":0}]}`: 0,
		`{"days":[{"day":"a","usd":1,"tips":0},"b"]}`:                                                         0,
		`{"days":[{"day":"a","usd":1,"tips":0},{"day":"b","usd":2,"tips":0},{"day":7,"usd":2,"tips":0}]}`:     0,
		`{"days":[{"day":"a","usd":1,"tips":0},{"day":"b","usd":"much","tips":""}]}`:                          0,
		`{"days":[]}`: 0,
		`{}`:          0,
	} {
		tree, err := p.Earnings.Ask.Read(t.Context(), []byte(answer))
		if err != nil {
			t.Fatal(err)
		}
		if lines, err := p.Earnings.Understand(t.Context(), tree, page.About{}); len(lines) != want || (err == nil) != (want > 0) {
			t.Errorf("%s: %v, %v", answer, lines, err)
		}
	}
}

func TestBadPages(t *testing.T) {
	good := "name: x\nscope: rig\nprobes: [{ask: {url: 'http://h/'}, state: '\"free\"'}]\n"
	if _, err := Parse([]byte(good)); err != nil {
		t.Fatal(err)
	}
	for what, text := range map[string]string{
		"no probe":           "name: x\nscope: rig\n",
		"no scope":           "name: x\nprobes: [{ask: {url: 'http://h/'}, state: '\"free\"'}]\n",
		"no way to ask":      "name: x\nscope: rig\nprobes: [{ask: {}, state: '\"free\"'}]\n",
		"two ways to ask":    "name: x\nscope: rig\nprobes: [{ask: {url: 'http://h/', file: /x}, state: '\"free\"'}]\n",
		"no jq":              "name: x\nscope: rig\nprobes: [{ask: {url: 'http://h/'}, state: '.['}]\n",
		"no such variable":   "name: x\nscope: rig\nprobes: [{ask: {url: 'http://h/{{.Nobody}}'}, state: '\"free\"'}]\n",
		"a field too many":   good + "colour: red\n",
		"a rig that goes":    "name: x\nscope: rig\nstart: {command: [a]}\nprobes: [{ask: {url: 'http://h/'}, state: '\"free\"'}]\n",
		"no such earnings":   good + "earnings: {ask: {url: 'http://h/'}, lines: '.a', scope: house}\n",
		"lines of no jq":     good + "earnings: {ask: {url: 'http://h/'}, lines: '.a | ['}\n",
		"a fee above all":    good + "fee_ratio: 1.5\n",
		"an empty page":      "",
		"a name with slash":  strings.Replace(good, "name: x", "name: ../x", 1),
		"a method of no use": "name: x\nscope: rig\nprobes: [{ask: {url: 'http://h/', method: FOO}, state: '\"free\"'}]\n",
	} {
		if _, err := Parse([]byte(text)); err == nil {
			t.Errorf("%s: taken", what)
		}
	}
}

func FuzzUnderstand(f *testing.F) {
	for _, p := range Builtin() {
		for _, e := range p.Examples {
			f.Add([]byte(e.Answer))
		}
	}
	f.Fuzz(func(t *testing.T, answer []byte) {
		for _, p := range Builtin() {
			tree, err := p.Probes[0].Ask.Read(t.Context(), answer)
			if err != nil {
				continue
			}
			if w, err := p.Probes[0].Understand(t.Context(), tree, page.About{}); err == nil && w.State == "" {
				t.Errorf("%s: no state and no error", p.Name)
			}
			if lines, err := p.Earnings.Understand(t.Context(), tree, page.About{}); err == nil && len(lines) > mostLines {
				t.Errorf("%s: %d lines", p.Name, len(lines))
			}
		}
	})
}

// Seconds or a date, bounded; what is neither is no wish.
func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	for text, want := range map[string]time.Duration{
		"120": 2 * time.Minute, " 5 ": 5 * time.Second, "99999999": mostLater, "Thu, 26 Nov 2026 12:01:30 GMT": 90 * time.Second,
		"Thu, 26 Nov 2026 11:00:00 GMT": 0, "Thu, 26 Nov 2099 11:00:00 GMT": mostLater, "": 0, "-5": 0, "soon": 0, "1e3": 0, "9223372036854775807": 0,
	} {
		if got := retryAfter(text, now); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	secret := Hushed(Later{time.Minute, errors.New("key 77 is blocked")}, map[string]string{"key": "77"})
	if later, ok := secret.(Later); !ok || later.After != time.Minute || later.Error() != "key *** is blocked" { //nolint:errorlint // it is not wrapped
		t.Errorf("%v", secret)
	}
}
