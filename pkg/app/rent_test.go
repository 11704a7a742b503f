package app

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent"
	"github.com/gpuarbiter/gpuarbiter/pkg/rent/pages"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
)

// Of several hosts the one whose customers come by themselves goes first, and one that says so
// before one that says nothing; a program that has never said a word holds no device.
func TestContracts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		says := map[string]string{}
		change := func(f func()) {
			mu.Lock()
			defer mu.Unlock()
			f()
		}
		run := func(_ context.Context, argv []string) ([]byte, error) {
			mu.Lock()
			defer mu.Unlock()
			if text, ok := says[argv[0]]; ok {
				return []byte(text), nil
			}
			return nil, errors.New("it does not answer")
		}
		status := scheduler.Status{Device: gpu.Device{UUID: "GPU-0", Model: "M"}, Workload: profit.Renting("visit"), Phase: scheduler.PhaseRunning, Since: time.Now()}
		l := &landlord{view: func() scheduler.View {
			mu.Lock()
			defer mu.Unlock()
			return scheduler.View{Statuses: []scheduler.Status{status}}
		}}
		for _, h := range []struct{ name, more string }{{"visit", "scope: device\nstart: {command: [x]}\n"}, {"one", "scope: rig\n"}, {"two", "scope: rig\n"}, {"other", "scope: device\n"}} {
			p, err := pages.Parse([]byte("name: " + h.name + "\n" + h.more + "probes: [{every: 30s, ask: {command: [" + h.name + "]}, state: .state}]\n"))
			if err != nil {
				t.Fatal(err)
			}
			cfg := config.RentHost{Name: h.name}
			if h.name == "other" { // it takes no such device
				cfg.Models = map[string]config.RentModel{"N": {}}
			}
			l.cfg.Hosts = append(l.cfg.Hosts, cfg)
			l.hosts = append(l.hosts, rent.New(rent.Config{Terms: rent.Terms{Name: h.name, Page: p}, Now: time.Now, Log: zap.NewNop(), Run: run,
				Devices: func() []rent.Device { return l.devices(cfg, p.Scope) }, There: func(d string) bool { return l.there(h.name, d) }}))
		}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { defer close(done); l.run(ctx) }()
		is := func(what, want string, theirs bool) {
			t.Helper()
			time.Sleep(4 * time.Minute)
			synctest.Wait()
			c, let := l.Contract("GPU-0")
			if let != (want != "") || let && (c.Work != profit.Renting(want) || c.Theirs != theirs) {
				t.Errorf("%s: %+v, %t", what, c, let)
			}
		}
		is("nobody says anything", "one", true)
		change(func() { says["one"], says["two"] = `{"state":"free"}`, `{"state":"free"}` })
		is("its own program has never said a word", "", false)
		change(func() { says["visit"] = `{"state":"committed"}` })
		is("a customer of its own program's", "visit", false)
		change(func() { delete(says, "visit") })
		is("who falls silent", "visit", false)
		change(func() { says["two"] = `{"state":"committed"}` })
		is("and one of another host", "two", true)
		change(func() { delete(says, "one") })
		is("while a third is not known", "two", true)
		change(func() { says["one"], says["two"] = `{"state":"free"}`, `{"state":"free"}` })
		change(func() { status.Phase = scheduler.PhaseWaiting })
		is("a program that does not run", "", false)
		cancel()
		<-done
	})
}
