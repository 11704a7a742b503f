package rent

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

// patienceWith is long, but for what never comes: that it did not come does not depend on how long it
// was waited for.
func patienceWith(t standin.Trouble) time.Duration {
	if t.Silent || t.Stalls {
		return 20 * time.Millisecond
	}
	return time.Minute
}

// Whatever a host says that is no answer, the card counts as let: at once where it had said nothing
// yet, and after a few looks where it had said that nobody is there. No money is booked meanwhile, and
// all of it once the host answers again.
func TestTroubleAtHostsIsNeverFree(t *testing.T) {
	for name, start := range markets {
		for _, trouble := range standin.Troubles {
			t.Run(name+"/"+trouble.Name, func(t *testing.T) {
				t.Parallel()
				m := start(t)
				free := m.is[0]
				free.make()
				fresh, _, _ := let(t, m)
				h, c, ledger := let(t, m)
				if m.earn != nil {
					m.earn(40)
				}
				look(t.Context(), h)
				if m.earn != nil {
					h.settle(t.Context())
					m.earn(0.75)
				}
				m.spoil(trouble)
				h.patience, fresh.patience = patienceWith(trouble), patienceWith(trouble)
				look(t.Context(), fresh)
				if r := fresh.Report("GPU-0"); !r.Let() || r.Fault == NotAsked || r.Fault == "" {
					t.Errorf("it had said nothing: %+v", r)
				}
				look(t.Context(), h)
				if r := h.Report("GPU-0"); r.State != free.state || r.Fault == "" {
					t.Errorf("a look behind its word: %+v", r)
				}
				c.pass(belief(h.Page().Probes[0].Every) + time.Second)
				look(t.Context(), h)
				if r := h.Report("GPU-0"); !r.Let() || r.Fault == "" {
					t.Errorf("long behind its word: %+v", r)
				}
				h.settle(t.Context())
				fresh.settle(t.Context())
				if m.earn != nil && (ledger.sum() != 0 || h.earned == "" || fresh.earned == "") {
					t.Errorf("%v USD are booked; %s; %s", ledger.sum(), h.earned, fresh.earned)
				}

				m.spoil(standin.Trouble{})
				h.patience = patienceWith(standin.Trouble{})
				c.pass(2*time.Minute + time.Second) // one of them wished not to be asked for so long
				look(t.Context(), h)
				if r := h.Report("GPU-0"); r.State != free.state || r.Fault != "" {
					t.Errorf("it answers again: %+v", r)
				}
				h.settle(t.Context())
				if m.earn != nil && (math.Abs(ledger.sum()-0.75) > 1e-6 || h.earned != "") {
					t.Errorf("%v USD are booked in the end; %s", ledger.sum(), h.earned)
				}
			})
		}
	}
}

// A word that is old holds no longer, and one that comes from the future, since the clock was set back,
// does not either.
func TestHostsWordsGrowOld(t *testing.T) {
	for name, start := range markets {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := start(t)
			m.is[0].make()
			for _, tt := range []struct {
				pass time.Duration
				want pages.State
			}{
				{0, pages.Free},
				{belief(pages.Builtin()[m.page].Probes[0].Every), pages.Free},
				{belief(pages.Builtin()[m.page].Probes[0].Every) + time.Second, pages.Committed},
				{24 * time.Hour, pages.Committed},
				{-2 * time.Minute, pages.Committed},
			} {
				h, c, _ := let(t, m)
				look(t.Context(), h)
				c.pass(tt.pass)
				if r := h.Report("GPU-0"); r.State != tt.want {
					t.Errorf("after %s it is %s", tt.pass, r.State)
				}
			}
		})
	}
}

// twist is an answer with one value that is of another type.
type twist struct {
	at   string // with dots
	with string
	body []byte
}

// twists are an answer with each of its values, in turn, of each other type.
func twists(t *testing.T, answer []byte) (all []twist) {
	t.Helper()
	var tree any
	if err := json.Unmarshal(answer, &tree); err != nil {
		t.Fatal(err)
	}
	var walk func(at string, v any, put func(any))
	walk = func(at string, v any, put func(any)) {
		for _, other := range []any{nil, "text", "7", true, false, []any{}, map[string]any{}, 7.0} {
			if _, isNumber := other.(float64); reflect.TypeOf(other) == reflect.TypeOf(v) || v == nil && isNumber {
				continue // what is not known yet may become a number
			}
			put(other)
			body, err := json.Marshal(tree)
			if err != nil {
				t.Fatal(err)
			}
			with, _ := json.Marshal(other)
			all = append(all, twist{at, string(with), body})
		}
		put(v)
		switch v := v.(type) {
		case map[string]any:
			for _, k := range slices.Sorted(maps.Keys(v)) {
				walk(at+"."+k, v[k], func(other any) { v[k] = other })
			}
		case []any:
			for i := range v {
				walk(fmt.Sprint(at, ".", i), v[i], func(other any) { v[i] = other })
			}
		}
	}
	walk("", tree, func(other any) { tree = other })
	return all
}

// hears is the body that the host answers with now; nil: it is asked nothing.
func hears(m market, ask func()) (answer []byte) {
	m.spoil(standin.Trouble{Body: func(b []byte) []byte {
		if answer == nil {
			answer = slices.Clone(b)
		}
		return b
	}})
	ask()
	m.spoil(standin.Trouble{})
	return answer
}

// No value of another type makes a customer's card ours; and where the value is one that the answer
// hangs on, a free card counts as let.
func TestTwistedAnswersAreNeverFree(t *testing.T) {
	// What is the same as an answer that the host gives while no runner is ready.
	absent := map[string]bool{"livepeer .0.runners null": true}
	for name, start := range markets {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := start(t)
			for i, s := range m.is[:2] {
				s.make()
				h, _, _ := let(t, m)
				h.cfg.Devices = func() []Device { return []Device{{"GPU-0", 0}} }
				tried := 0
				for _, tw := range twists(t, hears(m, func() { look(t.Context(), h) })) {
					fresh, _, _ := let(t, m)
					fresh.cfg.Devices = h.cfg.Devices
					m.spoil(standin.Trouble{Body: func([]byte) []byte { return tw.body }})
					look(t.Context(), fresh)
					r := fresh.Report("GPU-0")
					field := tw.at[strings.LastIndexByte(tw.at, '.')+1:]
					hangs := slices.Contains(strings.Fields(m.bears), field) || tw.at == ""
					if tried++; !r.Let() && (i == 1 || hangs) && !absent[name+" "+tw.at+" "+tw.with] {
						t.Errorf("%s: with %s for %s it is %s", s.name, tw.with, tw.at, r.State)
					}
				}
				if m.spoil(standin.Trouble{}); tried < 20 {
					t.Errorf("only %d answers were tried", tried)
				}
			}
		})
	}
}

// No value of another type in a statement books anything but what is due, and none keeps it from being
// booked once the statement is whole again.
func TestTwistedStatementsBookNothing(t *testing.T) {
	for name, start := range markets {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := start(t)
			if m.earn == nil {
				return
			}
			h, _, _ := let(t, m)
			says := func(body []byte) {
				m.spoil(standin.Trouble{Body: func([]byte) []byte { return body }})
			}
			m.earn(40)
			before := hears(m, func() { h.settle(t.Context()) })
			m.earn(2)
			after := hears(m, func() { h.settle(t.Context()) })
			all := twists(t, after)
			for _, tw := range all {
				h, c, ledger := let(t, m)
				says(before)
				h.settle(t.Context())
				c.pass(time.Hour)
				says(tw.body)
				h.settle(t.Context())
				if got := ledger.sum(); got != 0 && math.Abs(got-2) > 1e-6 || got == 0 && h.earned == "" && tw.with != "null" {
					t.Errorf("with %s for %s %v USD are booked, %s", tw.with, tw.at, got, h.earned)
				}
				c.pass(time.Hour)
				says(after)
				h.settle(t.Context())
				if got := ledger.sum(); math.Abs(got-2) > 1e-6 {
					t.Errorf("behind %s for %s %v USD are booked in the end", tw.with, tw.at, got)
				}
			}
			if len(all) < 20 {
				t.Errorf("only %d statements were tried", len(all))
			}
		})
	}
}

// A program that does not end is ended: the daemon asks on, and what it said before holds no longer. The
// clock is synctest's.
func TestProgramsThatHang(t *testing.T) {
	for _, name := range []string{"golem", "akash"} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				m := markets[name](t)
				m.is[0].make()
				h, _, _ := let(t, m)
				h.cfg.Now = time.Now
				ctx, cancel := context.WithCancel(t.Context())
				done := make(chan struct{})
				go func() { defer close(done); h.Run(ctx) }()
				is := func(after time.Duration, want pages.State, fault string) {
					t.Helper()
					time.Sleep(after)
					synctest.Wait()
					if r := h.Report("GPU-0"); r.State != want || r.Fault != fault {
						t.Errorf("%s, %s; want %s", r.State, r.Fault, want)
					}
				}
				is(time.Second, pages.Free, "")
				m.spoil(standin.Trouble{Silent: true})
				is(50*time.Second, pages.Free, context.DeadlineExceeded.Error())
				is(time.Minute, pages.Committed, context.DeadlineExceeded.Error())
				m.asked()
				is(10*time.Minute, pages.Committed, context.DeadlineExceeded.Error())
				if n := len(m.asked()); n < 10 {
					t.Errorf("it was asked %d times in ten minutes", n)
				}
				m.spoil(standin.Trouble{})
				is(time.Minute, pages.Free, "")
				m.is[1].make()
				is(time.Minute, pages.Committed, "")
				cancel()
				<-done
			})
		})
	}
}
