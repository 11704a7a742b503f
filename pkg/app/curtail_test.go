package app

import (
	"context"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	mqtt "github.com/mochi-mqtt/server/v2"
	"github.com/mochi-mqtt/server/v2/hooks/auth"
	"github.com/mochi-mqtt/server/v2/listeners"
	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/curtail"
)

// heed waits until the signal is as wanted.
func heed(t *testing.T, s *signaller, what string, ok func(curtail.Signal) bool) {
	t.Helper()
	for range 600 {
		if ok(s.signal()) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%s does not come: %+v", what, s.signal())
}

func followed(t *testing.T, cfg config.Curtailment) *signaller {
	cfg.BaselineWatts, cfg.Every, cfg.MaxAge = 1000, 50*time.Millisecond, time.Minute
	_, s := curtailmentOf(cfg, "", zap.NewNop())
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); s.run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })
	return s
}

// A signal from a real broker, retained; from a file; from a command. What is not understood
// is said and leaves the last one in force, until that is too old.
func TestSignals(t *testing.T) {
	share := func(want float64) func(curtail.Signal) bool {
		return func(s curtail.Signal) bool { return !s.At.IsZero() && s.Share == want }
	}
	faulty := func(words string) func(curtail.Signal) bool {
		return func(s curtail.Signal) bool { return strings.Contains(s.Fault, words) }
	}
	t.Run("mqtt", func(t *testing.T) {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		broker := mqtt.New(&mqtt.Options{InlineClient: true, Logger: slog.New(slog.DiscardHandler)})
		if err := broker.AddHook(new(auth.AllowHook), nil); err != nil {
			t.Fatal(err)
		}
		if err := broker.AddListener(listeners.NewNet("test", l)); err != nil {
			t.Fatal(err)
		}
		publish := func(text string) {
			if err := broker.Publish("fleet/target", []byte(text), true, 0); err != nil {
				t.Fatal(err)
			}
		}
		go func() { _ = broker.Serve() }()
		t.Cleanup(func() { _ = broker.Close() })
		publish(`{"target": 100}`)
		s := followed(t, config.Curtailment{MQTT: config.MQTT{Brokers: []string{"tcp://127.0.0.1:1", "tcp://" + l.Addr().String()}, Topic: "fleet/target"}})
		heed(t, s, "what is retained", share(1))
		publish(`{"target": 0}`)
		heed(t, s, "off", share(0))
		publish(`junk`)
		heed(t, s, "a fault", faulty("cannot be read"))
		if sig := s.signal(); sig.Share != 0 {
			t.Errorf("%+v", sig)
		}
	})
	t.Run("mqtt, a topic that is refused", func(t *testing.T) {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		broker := mqtt.New(&mqtt.Options{Logger: slog.New(slog.DiscardHandler)})
		ledger := &auth.Ledger{Auth: auth.AuthRules{{Allow: true}}, ACL: auth.ACLRules{{Filters: auth.Filters{"fleet/#": auth.Deny}}}}
		if err := broker.AddHook(new(auth.Hook), &auth.Options{Ledger: ledger}); err != nil {
			t.Fatal(err)
		}
		if err := broker.AddListener(listeners.NewNet("test", l)); err != nil {
			t.Fatal(err)
		}
		go func() { _ = broker.Serve() }()
		t.Cleanup(func() { _ = broker.Close() })
		heed(t, followed(t, config.Curtailment{MQTT: config.MQTT{Brokers: []string{"tcp://" + l.Addr().String()}, Topic: "fleet/target"}}), "a fault", faulty("nothing is subscribed to"))
	})
	t.Run("file", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "signal")
		s := followed(t, config.Curtailment{File: file})
		heed(t, s, "a fault", faulty("no such file"))
		if err := os.WriteFile(file, []byte(`{"watts": 250}`), 0o600); err != nil {
			t.Fatal(err)
		}
		heed(t, s, "a quarter", share(0.25))
	})
	t.Run("command", func(t *testing.T) {
		heed(t, followed(t, config.Curtailment{Command: []string{"sh", "-c", `echo '{"target": 50}'`}}), "half", share(0.5))
		heed(t, followed(t, config.Curtailment{Command: []string{"false"}}), "a fault", faulty("exit"))
	})
}

// Hours that are known beforehand are a signal that is never lost; where they overlap, the
// lowest counts.
func TestCalendar(t *testing.T) {
	entries := []config.CurtailmentHours{{Hours: "17:00-20:00", Days: []string{"thu"}, TargetRatio: 0.2}, {Hours: "22:00-06:00", TargetRatio: 0.5}, {Hours: "19:00-23:00", TargetRatio: 0.4}}
	for at, want := range map[string]float64{
		"2026-11-26T16:59:00+01:00": 1, "2026-11-26T17:00:00+01:00": 0.2, "2026-11-26T19:30:00+01:00": 0.2, "2026-11-27T17:30:00+01:00": 1,
		"2026-11-26T20:00:00+01:00": 0.4, "2026-11-26T22:30:00+01:00": 0.4, "2026-11-27T05:00:00+01:00": 0.5,
	} {
		now, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if s := calendar(entries, "Europe/Berlin", now); s.Share != want || !s.At.Equal(now) {
			t.Errorf("%s: %+v, want %v", at, s, want)
		}
	}
}
