package rent

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/zap"
	"go.uber.org/zap/zaptest/observer"
	"pgregory.net/rapid"

	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
)

// answers are what a program says when it is asked, or why it does not.
type answers struct {
	mu   sync.Mutex
	text string
	err  error
	told []string // what was asked
}

func (a *answers) set(text string, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.text, a.err = text, err
}

func (a *answers) run(_ context.Context, argv []string) ([]byte, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.told = append(a.told, strings.Join(argv, " "))
	return []byte(a.text), a.err
}

const stringPage = `
name: x
title: X
scope: rig
probes:
- ask: {command: [probe]}
  every: 30s
  state: .state
  until: .until
set_price:
- {command: [price, '{{printf "%.3f" .Price}}']}
`

func newHost(t *testing.T, text string, a *answers) *Host {
	t.Helper()
	page, err := pages.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return New(Config{
		Terms: Terms{Name: "x", Page: page}, Now: time.Now, Log: zap.NewNop(), Run: a.run, Publish: true,
		Devices: func() []Device { return []Device{{"GPU-0", 0}, {"GPU-1", 1}} }, There: func(string) bool { return true },
	})
}

// What is not known counts as let: before the first answer, and some looks behind the last one.
func TestUnknownIsLet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := &answers{err: errors.New("no route")}
		h := newHost(t, stringPage, a)
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { defer close(done); h.Run(ctx) }()
		is := func(after time.Duration, want pages.State, fault string) {
			t.Helper()
			time.Sleep(after)
			synctest.Wait()
			for _, d := range []string{"GPU-0", "GPU-1"} {
				if r := h.Report(d); r.State != want || !strings.Contains(r.Fault, fault) {
					t.Errorf("%s: %s, %s; want %s", d, r.State, r.Fault, want)
				}
			}
		}
		is(time.Second, pages.Committed, "no route")
		a.set(`{"state":"free"}`, nil)
		is(30*time.Second, pages.Free, "")
		a.set(`{"state":"committed","until":1788375600}`, nil)
		is(30*time.Second, pages.Committed, "")
		if r := h.Report("GPU-1"); r.Until.Unix() != 1788375600 {
			t.Errorf("until %s", r.Until)
		}
		a.set(`{"state":"free"}`, nil)
		is(30*time.Second, pages.Free, "")
		a.set(`{"state":"maybe"}`, nil)
		is(time.Minute, pages.Free, "") // a look or two that fail say nothing yet
		is(2*time.Minute, pages.Committed, "neither free")
		a.set("", errors.New("no route"))
		is(time.Minute, pages.Committed, "no route")
		a.set(`{"state":"interruptible"}`, nil)
		is(30*time.Second, pages.Interruptible, "")
		cancel()
		<-done
	})
}

// A host that wants to be left alone is: nothing at all is asked of it until then.
func TestLater(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := &answers{text: `{"state":"free"}`}
		h := newHost(t, stringPage, a)
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { defer close(done); h.Run(ctx) }()
		asked := func() int {
			synctest.Wait()
			a.mu.Lock()
			defer a.mu.Unlock()
			return len(a.told)
		}
		time.Sleep(time.Second)
		n := asked()
		a.set("", fmt.Errorf("the host: %w", pages.Later{After: 10 * time.Minute, Err: errors.New("status 429")}))
		time.Sleep(30 * time.Second)
		if got := asked(); got != n+1 {
			t.Fatalf("%d questions, not one more than %d", got, n)
		}
		a.set(`{"state":"free"}`, nil)
		time.Sleep(9 * time.Minute)
		if got := asked(); got != n+1 {
			t.Errorf("%d more questions within the time", got-n-1)
		}
		if r := h.Report("GPU-0"); r.State != pages.Committed || !strings.Contains(r.Fault, "not asked before") {
			t.Errorf("%+v", r)
		}
		time.Sleep(2 * time.Minute)
		if asked(); h.Report("GPU-0").State != pages.Free {
			t.Errorf("%+v", h.Report("GPU-0"))
		}
		cancel()
		<-done
	})
}

func TestPriceIsNamed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := &answers{text: `{"state":"free"}`}
		h := newHost(t, stringPage, a)
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { defer close(done); h.Run(ctx) }()
		named := func(after time.Duration, want ...string) {
			t.Helper()
			time.Sleep(after)
			synctest.Wait()
			a.mu.Lock()
			defer a.mu.Unlock()
			var got []string
			for _, s := range a.told {
				if p, ok := strings.CutPrefix(s, "price "); ok {
					got = append(got, p)
				}
			}
			if a.told = nil; fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("named %v, want %v", got, want)
			}
		}
		named(time.Minute) // nothing is known
		h.Want(0.2)
		named(20*time.Second, "0.200")
		h.Want(0.204)
		named(time.Hour) // too little
		h.Want(0.19)
		named(20*time.Second, "0.190")
		h.Want(0.18)
		named(time.Minute) // too soon
		named(10*time.Minute, "0.180")
		h.Want(0.3) // we would lose
		named(2*time.Minute, "0.300")
		h.Want(0)
		named(time.Hour)
		a.set("", errors.New("refused"))
		h.Want(0.4)
		named(20*time.Second, "0.400")
		if v := h.View(); len(v.Faults) == 0 || v.Named != 0.3 {
			t.Errorf("%+v", v)
		}
		a.set(`{"state":"free"}`, nil)
		named(2*time.Minute, "0.400")
		if v := h.View(); v.Named != 0.4 {
			t.Errorf("%+v", v)
		}
		cancel()
		<-done
	})
}

// A price is not named more often than that, and never stays far below what we would earn.
func TestRenew(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var was Price
		now, names := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC), []time.Time(nil)
		want, low := 1.0, time.Duration(0)
		for range 500 {
			now = now.Add(10 * time.Second)
			want *= rapid.Float64Range(0.97, 1.031).Draw(r, "step")
			if Renew(was, want, now) {
				was = Price{want, now}
				names = append(names, now)
			}
			if low += 10 * time.Second; was.PerHour*(1+priceLoss) >= want {
				low = 0
			}
			if low > priceHurry+10*time.Second {
				r.Fatalf("%g is named and %g wanted for %s", was.PerHour, want, low)
			}
		}
		for i := 1; i < len(names); i++ {
			if names[i].Sub(names[i-1]) < priceHurry {
				r.Fatalf("named twice within %s", names[i].Sub(names[i-1]))
			}
		}
	})
}

// A secret is in no log, no view and no error, wherever the host puts it.
func TestSecretsStayHidden(t *testing.T) {
	const secret = "hunter2-hunter2"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusForbidden)
		_, _ = io.WriteString(w, "no such key: "+r.Header.Get("Authorization")+" "+r.URL.String())
	}))
	defer server.Close()
	page, err := pages.Parse([]byte(strings.ReplaceAll(`
name: x
scope: rig
parameters: {key: {about: k, secret: true}}
probes:
- ask: {url: 'SERVER/?key={{.Secrets.key}}', headers: {Authorization: 'Bearer {{.Secrets.key}}'}}
  state: .state
`, "SERVER", server.URL)))
	if err != nil {
		t.Fatal(err)
	}
	core, logs := observer.New(zap.DebugLevel)
	for _, broken := range []bool{false, true} {
		h := New(Config{
			Terms: Terms{Name: "x", Page: page, Secrets: map[string]string{"key": "/some/file"}}, Now: time.Now, Log: zap.New(core),
			Devices: func() []Device { return []Device{{"GPU-0", 0}} }, Read: func(string) (string, error) { return secret, nil },
		})
		if broken {
			server.Close()
		}
		h.probe(t.Context(), 0)
		if v := fmt.Sprintf("%+v", h.View()); strings.Contains(v, secret) || !strings.Contains(v, "not known") {
			t.Errorf("the view: %s", v)
		}
	}
	for _, l := range logs.All() {
		if text := fmt.Sprint(l.Message, l.ContextMap()); strings.Contains(text, secret) {
			t.Errorf("the log: %s", text)
		}
	}
	if logs.Len() == 0 {
		t.Error("nothing is said")
	}
}
