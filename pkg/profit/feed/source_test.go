package feed

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
)

// asks makes a source of a local server.
func asks(t *testing.T, kind string, handler http.HandlerFunc) *source {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return &source{name: "s", cfg: config.Source{Type: kind, URL: config.SecretURL(server.URL + "/x"), Every: time.Minute, Timeout: time.Minute, IDs: []string{"monero"}}, now: func() time.Time { return asked }, log: zap.NewNop()}
}

const price = `{"monero":{"usd":150.5,"last_updated_at":1793534000}}`

// Every way in which a service fails gives a fault that says so, keeps what was
// said before, and makes us ask less often.
func TestFaultsOfASource(t *testing.T) {
	for name, tt := range map[string]struct {
		answer func(w http.ResponseWriter, r *http.Request)
		fault  string
		wait   time.Duration
	}{
		"429 in seconds": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "600")
			w.WriteHeader(http.StatusTooManyRequests)
			fmt.Fprint(w, `{"status":{"error_code":429}}`)
		}, "429 Too Many Requests, asks to wait 10m0s", 10 * time.Minute},
		"429 with a time": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", asked.Add(20*time.Minute).Format(http.TimeFormat))
			w.WriteHeader(http.StatusTooManyRequests)
		}, "asks to wait 20m0s", 20 * time.Minute},
		"429 forever": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "999999999")
			w.WriteHeader(http.StatusTooManyRequests)
		}, "429", longestAsk},
		"500":     {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) }, "500 Internal Server Error", firstGap},
		"503":     {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) }, "503", 2 * time.Minute},
		"401":     {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) }, "does it want a key (sources.s.key_env or key_file)?", firstGap},
		"a page":  {func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html>Just a moment...</html>") }, "the answer is no JSON", firstGap},
		"nothing": {func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "{}") }, "nothing in the answer can be used", firstGap},
		"too much": {func(w http.ResponseWriter, _ *http.Request) {
			for range 9 {
				if _, err := w.Write(make([]byte, 1<<20)); err != nil {
					return
				}
			}
		}, "more than 8 MiB", firstGap},
		"slow": {func(_ http.ResponseWriter, r *http.Request) {
			<-r.Context().Done()
		}, "does not answer: context deadline exceeded", firstGap},
		"cut off": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "5000")
			fmt.Fprint(w, price)
		}, "unexpected EOF", firstGap},
		"another host": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://127.0.0.2:1/steal", http.StatusFound)
		}, "302 Found", firstGap},
	} {
		var good atomic.Bool
		good.Store(true)
		s := asks(t, "coingecko", func(w http.ResponseWriter, r *http.Request) {
			if good.Load() {
				fmt.Fprint(w, price)
				return
			}
			tt.answer(w, r)
		})
		if wait := s.ask(t.Context()); wait != time.Minute {
			t.Errorf("%s: asks again after %s", name, wait)
		}
		good.Store(false)
		if name == "slow" { // the others have all the time that a busy machine takes
			s.cfg.Timeout = 100 * time.Millisecond
		}
		wait := s.ask(t.Context())
		a, fault := s.said()
		if wait != tt.wait || !strings.Contains(fault, tt.fault) || a.Readings["monero.price_usd"].Value != 150.5 {
			t.Errorf("%s: %q, asks again after %s, %+v; want %q, %s", name, fault, wait, a, tt.fault, tt.wait)
		}
		for range 10 {
			wait = s.ask(t.Context())
		}
		if wait < longestGap || wait > longestAsk {
			t.Errorf("%s: after many failures it asks again after %s", name, wait)
		}
		good.Store(true)
		s.cfg.Timeout = time.Minute
		if wait := s.ask(t.Context()); wait != time.Minute {
			t.Errorf("%s: when it answers again, the next question is after %s", name, wait)
		}
		if _, fault := s.said(); fault != "" {
			t.Errorf("%s: %q although it answers again", name, fault)
		}
	}
}

// Keys come from the environment or a file, go into the header that the service
// wants, and into no message.
func TestKeys(t *testing.T) {
	t.Setenv("TEST_FEED_KEY", "secret-1")
	file := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(file, []byte("secret-2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for kind, tt := range map[string]struct{ env, file, header, want string }{
		"coingecko":  {"TEST_FEED_KEY", "", "x-cg-demo-api-key", "secret-1"},
		"minerstat":  {"", file, "X-API-Key", "secret-2"},
		"whattomine": {"TEST_FEED_KEY", "", "Authorization", "Token secret-1"},
	} {
		got := ""
		s := asks(t, kind, func(w http.ResponseWriter, r *http.Request) {
			got = r.Header.Get(tt.header)
			w.WriteHeader(http.StatusForbidden)
		})
		s.cfg.KeyEnv, s.cfg.KeyFile = tt.env, tt.file
		s.ask(t.Context())
		if _, fault := s.said(); got != tt.want || strings.Contains(fault, "secret") {
			t.Errorf("%s: the header is %q; %q", kind, got, fault)
		}
	}
	s := asks(t, "coingecko", func(http.ResponseWriter, *http.Request) { t.Error("it asks without its key") })
	s.cfg.KeyEnv = "TEST_FEED_NO_SUCH_KEY"
	s.ask(t.Context())
	if _, fault := s.said(); !strings.Contains(fault, "TEST_FEED_NO_SUCH_KEY") {
		t.Errorf("%q", fault)
	}
}

// Pages are followed on the same host, a few of them.
func TestPages(t *testing.T) {
	var s *source
	pages := 0
	next := ""
	s = asks(t, "octopus", func(w http.ResponseWriter, r *http.Request) {
		pages++
		if !strings.Contains(r.URL.RawQuery, "period_from=2026-11-01T11") && pages == 1 {
			t.Errorf("%s asks for no time", r.URL)
		}
		hour := 12 + pages
		fmt.Fprintf(w, `{"next":%q,"results":[{"value_inc_vat":%d,"valid_from":"2026-11-01T%02d:00:00Z","valid_to":"2026-11-01T%02d:30:00Z","payment_method":null}]}`, next, pages, hour, hour)
	})
	next = "/x?page=2"
	s.ask(t.Context())
	if a, fault := s.said(); pages != maxPages || len(a.Slots) != maxPages || fault != "" {
		t.Errorf("%d pages, %+v, %q", pages, a, fault)
	}
	next = "http://127.0.0.2:1/x?page=2"
	s.ask(t.Context())
	if _, fault := s.said(); !strings.Contains(fault, "another host") {
		t.Errorf("%q", fault)
	}
}

func TestCommand(t *testing.T) {
	t.Setenv("TEST_FEED_SECRET", "hidden")
	s := &source{name: "s", now: func() time.Time { return asked }, log: zap.NewNop(), cfg: config.Source{
		Type: "command", Every: time.Minute, Timeout: 5 * time.Second,
		Command: []string{"sh", "-c", `echo '{"xmr": {"value": 150.5, "at": "2026-11-01T11:59:00Z"}}'; test -z "$TEST_FEED_SECRET"`},
	}}
	s.ask(t.Context())
	if a, fault := s.said(); a.Readings["xmr"].Value != 150.5 || fault != "" {
		t.Errorf("%+v, %q", a, fault)
	}
	s.cfg.Command = []string{"sh", "-c", "echo no such market >&2; exit 3"}
	s.ask(t.Context())
	if a, fault := s.said(); a.Readings["xmr"].Value != 150.5 || !strings.Contains(fault, "code 3: no such market") {
		t.Errorf("%+v, %q", a, fault)
	}
	s.cfg.Command, s.cfg.Timeout = []string{"sleep", "60"}, 200*time.Millisecond
	begin := time.Now()
	s.ask(t.Context())
	if _, fault := s.said(); !strings.Contains(fault, "deadline") || time.Since(begin) > 50*time.Second {
		t.Errorf("%q after %s", fault, time.Since(begin))
	}
}

// The whole way: sources, a blend of them, another currency, and a tariff.
func TestFeedOfSources(t *testing.T) {
	at := time.Now()
	serve := func(text string) string {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, text) }))
		t.Cleanup(server.Close)
		return server.URL
	}
	sources := map[string]config.Source{
		"cg": {Type: "coingecko", URL: config.SecretURL(serve(fmt.Sprintf(`{"monero":{"usd":150,"last_updated_at":%d}}`, at.Unix()))), IDs: []string{"monero"}},
		"ms": {Type: "minerstat", URL: config.SecretURL(serve(fmt.Sprintf(`[{"coin":"XMR","type":"coin","price":151,"reward":7.2e-9,"updated":%d}]`, at.Unix())))},
		"wm": {Type: "whattomine", URL: config.SecretURL(serve(fmt.Sprintf(`{"coins":{"Monero":{"tag":"XMR","exchange_rate":0.002,"block_reward":0.6,"nethash":1e9,"block_time":"120","timestamp":%d}}}`, at.Unix())))},
		"aw": {Type: "awattar", URL: config.SecretURL(serve(fmt.Sprintf(`{"data":[{"start_timestamp":%d,"end_timestamp":%d,"marketprice":-20},{"start_timestamp":%d,"end_timestamp":%d,"marketprice":80}]}`,
			at.Add(-time.Hour).UnixMilli(), at.Add(time.Hour).UnixMilli(), at.Add(time.Hour).UnixMilli(), at.Add(2*time.Hour).UnixMilli())))},
	}
	for name, s := range sources {
		s.Every, s.Timeout = time.Minute, 5*time.Second
		sources[name] = s
	}
	f := New(time.Now)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); f.Run(ctx, sources, zap.NewNop()) }()
	defer func() { cancel(); <-done }()
	q := config.Quote{From: []string{"cg:monero.price_usd", "ms:XMR.price_usd"}, MaxAge: time.Hour, MaxJump: 1.5, Hold: time.Hour}
	deadline := time.Now().Add(10 * time.Second)
	for ready := 0; ready < len(sources) && time.Now().Before(deadline); {
		ready = 0
		for _, h := range f.Health() {
			if h.Fault == "" {
				ready++
			}
		}
		time.Sleep(10 * time.Millisecond)
	}
	if got := f.Quote("xmr", q); got.Disbelief(time.Now()) != "" || got.Value != 150.5 || !strings.Contains(got.Source, "cg:monero.price_usd, ms:XMR.price_usd") {
		t.Errorf("%+v", got)
	}
	btc := config.Quote{From: []string{"wm:XMR.price_btc"}, MaxAge: time.Hour}
	rate := f.Quote("btc", config.Quote{Value: new(75000.0)})
	if got := In(f.Quote("xmr2", btc), rate, time.Now()); got.Disbelief(time.Now()) != "" || got.Value != 150 {
		t.Errorf("%+v", got)
	}
	kwh, slots := f.Tariff("kwh", config.Quote{From: []string{"aw:price"}}, 1)
	if kwh.Disbelief(time.Now()) != "" || kwh.Value != -0.02 || len(slots) != 2 || slots[1].PerKWh != 0.08 {
		t.Errorf("%+v, %+v", kwh, slots)
	}
	for name, from := range map[string]string{"no such source": "xx:a", "no such key": "cg:bitcoin.price_usd"} {
		if got := f.Quote(name, config.Quote{From: []string{from}, MaxAge: time.Hour}); got.Fault == "" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
