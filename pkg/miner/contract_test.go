package miner_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
	"go.uber.org/zap/zaptest"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/cpuminer"
	"github.com/gpuarbiter/gpuarbiter/internal/demo/pool"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
	"github.com/gpuarbiter/gpuarbiter/pkg/page"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func minerOf(t *testing.T, name string) miner.Miner {
	t.Helper()
	page, err := drivers.Builtin().Find(name)
	if err != nil {
		t.Fatal(err)
	}
	return miner.Miner{Page: page}
}

func listen(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func portOf(t *testing.T, address string) int {
	t.Helper()
	_, p, err := net.SplitHostPort(address)
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.Atoi(p)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// background runs f until the test ends, and wants it to return nil.
func background(t *testing.T, f func(context.Context) error) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- f(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
}

func specFor(t *testing.T, poolAddress string) miner.Spec {
	l := listen(t)
	defer l.Close()
	return miner.Spec{
		Device: "GPU-0", Algorithm: "argon2/chukwa", PoolURL: "stratum+tcp://" + poolAddress, Wallet: "wallet", Worker: "rig0-gpu0",
		Binary: "gpuarbiter", APIPort: portOf(t, l.Addr().String()), APIToken: "token", WorkDir: t.TempDir(), HashLimit: 100,
	}
}

// The driver, the miner, its API, the pool and the pool's API, end to end: what
// the driver writes the miner reads, and what the miner tells the pool confirms.
func TestDriverAgainstMinerAndPool(t *testing.T) {
	const difficulty = 8
	p, err := pool.New(pool.Options{Algorithm: "argon2/chukwa", Difficulty: difficulty, JobEvery: time.Second})
	if err != nil {
		t.Fatal(err)
	}
	l := listen(t)
	background(t, func(ctx context.Context) error { return p.Serve(ctx, l) })
	stats := httptest.NewServer(p.Handler())
	defer stats.Close()

	spec := specFor(t, l.Addr().String())
	driver := minerOf(t, "builtin")
	command, err := driver.Command(spec)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range command.Files {
		if err := os.WriteFile(filepath.Join(command.Dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	path, ok := strings.CutPrefix(command.Argv[3], "--config=")
	if !ok {
		t.Fatalf("argv %q", command.Argv)
	}
	background(t, func(ctx context.Context) error { return cpuminer.Main(ctx, path, zaptest.NewLogger(t)) })

	s := pollUntil(t, driver, spec, func(s miner.Stats) bool { return s.Accepted >= 5 })
	if !s.Connected || s.Paused || s.Algorithm != "argon2/chukwa" || s.Pool != l.Addr().String() || s.Version == "" || s.At.IsZero() {
		t.Errorf("stats %+v", s)
	}
	if s.AcceptedDifficulty != float64(s.Accepted)*difficulty || s.ShareDifficulty != difficulty {
		t.Errorf("%d shares of %d: difficulty %g, present %g", s.Accepted, difficulty, s.AcceptedDifficulty, s.ShareDifficulty)
	}
	if s.Hashrate != nil && s.Uptime < 10*time.Second {
		t.Error("a rate over ten seconds is known before they have passed")
	}
	for worker, want := range map[string]bool{"rig0-gpu0": true, "": true, "other": false} {
		count, err := miner.PoolAPI{Kind: miner.OwnPool, URL: stats.URL, Wallet: "wallet", Worker: worker}.Ask(t.Context())
		got, shares := count.Hashes, count.Shares
		if err != nil {
			t.Fatal(err)
		}
		if want && (got < s.AcceptedDifficulty || shares < s.Accepted) || !want && (got != 0 || shares != 0) {
			t.Errorf("worker %q: the pool accepted %g in %d shares, the miner says %g", worker, got, shares, s.AcceptedDifficulty)
		}
	}

	spec.APIToken = "wrong"
	if _, err := driver.Poll(t.Context(), spec); !errors.Is(err, page.ErrUnauthorized) {
		t.Errorf("wrong token: %v", err)
	}
}

func pollUntil(t *testing.T, d miner.Miner, spec miner.Spec, is func(miner.Stats) bool) miner.Stats {
	t.Helper()
	deadline := time.Now().Add(time.Minute)
	for {
		s, err := d.Poll(t.Context(), spec)
		if err == nil && is(s) {
			return s
		}
		if time.Now().After(deadline) {
			t.Fatalf("not within a minute: %+v, %v", s, err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func TestPollFaults(t *testing.T) {
	driver := minerOf(t, "xmrig")
	for _, c := range []struct {
		name, want string
		handler    http.HandlerFunc
	}{
		{"server error", "status 500", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500) }},
		{"redirect is not followed", "status 302", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/elsewhere", http.StatusFound) }},
		{"endless body", "longer than", func(w http.ResponseWriter, _ *http.Request) {
			for range 40 {
				fmt.Fprint(w, strings.Repeat(" ", 64<<10))
			}
		}},
		{"web page", "cannot be read", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html>") }},
		{"cut short", "unexpected EOF", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			fmt.Fprint(w, "{")
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := httptest.NewServer(c.handler)
			defer server.Close()
			spec := miner.Spec{APIPort: portOf(t, server.Listener.Addr().String()), APIToken: "t"}
			_, err := driver.Poll(t.Context(), spec)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestPollObeysItsContext(t *testing.T) {
	l := listen(t) // accepts, and never answers
	defer l.Close()
	driver := minerOf(t, "xmrig")
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	begin := time.Now()
	_, err := driver.Poll(ctx, miner.Spec{APIPort: portOf(t, l.Addr().String())})
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(begin) > 20*time.Second {
		t.Errorf("%v after %s", err, time.Since(begin))
	}
}

func TestPoolAcceptedFaults(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"no accounts", `{}`, "accounts is missing"},
		{"negative", `{"accounts":[{"wallet":"w","accepted":1,"difficulty":-1}]}`, "difficulty"},
		{"text", `{"accounts":[{"wallet":"w","accepted":"many","difficulty":1}]}`, "accepted"},
		{"null", `{"accounts":[{"wallet":"w","accepted":1,"difficulty":null}]}`, "difficulty"},
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, c.body) }))
		_, err := miner.PoolAPI{Kind: miner.OwnPool, URL: server.URL, Wallet: "w"}.Ask(t.Context())
		server.Close()
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
	if _, err := (miner.PoolAPI{Kind: miner.OwnPool, URL: "ftp://x", Wallet: "w"}).Ask(t.Context()); err == nil {
		t.Error("an ftp url was taken")
	}
}
