package cpuminer

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"go.uber.org/zap/zaptest/observer"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/xmrigconf"
	"github.com/gpuarbiter/gpuarbiter/test/standin"
)

// mineCase runs the configuration of a reported case against a pool that misbehaves.
func mineCase(t *testing.T, name, mode string, change ...func(*Miner)) (*Miner, *standin.Pool, *observer.ObservedLogs) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "cases", name, "mine.json"))
	if err != nil {
		t.Fatal(err)
	}
	p := standin.NewPool(t, mode)
	config, err := xmrigconf.Parse([]byte(strings.Replace(string(text), "127.0.0.1:14001", p.Address, 1)))
	if err != nil {
		t.Fatal(err)
	}
	config.HTTP.Port = freePort(t)
	core, logs := observer.New(zapcore.InfoLevel)
	m, err := New(config, zap.New(core))
	if err != nil {
		t.Fatal(err)
	}
	m.backoff.InitialInterval, m.backoff.MaxInterval = 20*time.Millisecond, 50*time.Millisecond
	m.backoff.Reset()
	for _, f := range change {
		f(m)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- m.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("miner: %v", err)
		}
	})
	return m, p, logs
}

// soon waits as long as a busy machine may need; it decides nothing.
func soon(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); !is(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%s: not within a minute", what)
		}
	}
}

func logged(logs *observer.ObservedLogs, words string) int {
	n := 0
	for _, e := range logs.All() {
		line := e.Message
		for _, f := range e.Context {
			if err, ok := f.Interface.(error); ok {
				line += " " + err.Error()
			}
			line += " " + f.String
		}
		if strings.Contains(line, words) {
			n++
		}
	}
	return n
}

// A share that is refused in whatever form counts as rejected, and the session stays; one
// that is accepted in whatever form is accepted.
func TestSharesAreAnsweredInManyForms(t *testing.T) {
	for mode, reason := range map[string]string{
		"err_array": "Job not found", "err_string": "Low difficulty share", "err_bool": "no reason", "err_number": "code 21", "err_object": "stale",
		"err_beside_ok": "stale", "result_false": "it answers false", "status_rejected": "REJECTED", "status_stale": "stale", "result_null": "it answers null",
		"accepted_false": "accepted false: duplicate", "result_zero": "it answers 0", "result_true": "", "status_ok_lower": "", "result_one": "", "": "",
	} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			m, p, logs := mineCase(t, "error-shapes", mode)
			soon(t, "a dozen answers", func() bool { n := m.state(); return n.accepted+n.rejected > maxRefused })
			n := m.state()
			if refused := reason != ""; (n.accepted == 0) != refused || (n.rejected == 0) == refused || (n.hashes == 0) != refused {
				t.Errorf("%d accepted, %d rejected, %d hashes", n.accepted, n.rejected, n.hashes)
			}
			if p.Logins.Load() != 1 {
				t.Errorf("%d logins", p.Logins.Load())
			}
			if reason != "" && logged(logs, reason) == 0 || !strings.Contains(n.fault, reason) {
				t.Errorf("%q is not said; fault %q", reason, n.fault)
			}
		})
	}
}

// An error that holds nothing is none; a refused login is one, with its text.
func TestLoginsAreAnsweredInManyForms(t *testing.T) {
	for mode, reason := range map[string]string{
		"error_false": "", "error_empty": "", "error_zero": "", "error_list": "", "error_string_login": "Invalid address used for login", "code_str": "bad wallet (code invalid)",
		"error_nested": "no such wallet", "error_number": "code -32", "error_true": "no reason", "error_of_lists": "wallet is blocked",
	} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			m, p, _ := mineCase(t, "error-shapes", mode)
			if reason == "" {
				soon(t, "a share", func() bool { return m.state().accepted > 0 })
				if p.Logins.Load() != 1 {
					t.Errorf("%d logins", p.Logins.Load())
				}
				return
			}
			soon(t, "two logins", func() bool { return p.Logins.Load() > 1 })
			if fault := m.state().fault; !strings.Contains(fault, "login: pool: "+strings.TrimPrefix(reason, "no ")) && !strings.Contains(fault, reason) {
				t.Errorf("%q, want %q", fault, reason)
			}
		})
	}
}

// What cannot be read between good lines is logged once, and the work goes on.
func TestJunkIsPassedOver(t *testing.T) {
	for mode, words := range map[string]string{
		"junk_line": "a line that cannot be read", "blank_lines": "", "big_line": "too long", "huge_line": "too long", "html_line": "cannot be read", "odd_types": "cannot be read",
		"bad_job": "a job that cannot be read", "unknown_methods": "maintenance", "warn_null_id": "Your payment address is not set", "unsolicited": "Low difficulty share",
	} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			m, p, logs := mineCase(t, "junk-line", mode)
			soon(t, "two shares", func() bool { return m.state().accepted > 1 })
			if n := m.state(); p.Logins.Load() != 1 || n.rejected != 0 {
				t.Errorf("%d logins, %d rejected", p.Logins.Load(), n.rejected)
			}
			if words != "" && logged(logs, words) != 1 {
				t.Errorf("%q is logged %d times", words, logged(logs, words))
			}
		})
	}
}

// Ids in other types, a first job that follows, and the like: mined at the first login.
func TestOddIDs(t *testing.T) {
	for _, mode := range []string{"string_id", "num_session", "num_job_id", "no_job", "job_null", "float_id", "height_str", "ext_bool", "upper_algo", "no_session", "null_session"} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			m, p, _ := mineCase(t, "odd-ids", mode)
			soon(t, "two shares", func() bool { return m.state().accepted > 1 })
			if n := m.state(); p.Logins.Load() != 1 || n.rejected != 0 {
				t.Errorf("%d logins, %d rejected", p.Logins.Load(), n.rejected)
			}
		})
	}
}

// Why a pool hangs up is kept, to whomever it says it.
func TestReasonOfAHangUp(t *testing.T) {
	for _, mode := range []string{"banned_null_id", "banned_no_id", "banned_other_id", "banned_in_method", "banned_result", "banned_plain", "banned_id"} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			m, p, logs := mineCase(t, "ban-without-id", mode)
			soon(t, "two logins", func() bool { return p.Logins.Load() > 1 })
			if fault := m.state().fault; !strings.Contains(fault, "Your IP is banned until 18:00") {
				t.Errorf("fault %q", fault)
			}
			if logged(logs, "pool lost") == 0 {
				t.Error("nothing is logged")
			}
		})
	}
}

// Shares that are refused for a job that the pool does not know lead to a new login, and
// so do ten refusals in a row whatever their reason, once they have come for a while.
func TestRefusalsInARow(t *testing.T) {
	for mode, perLogin := range map[string]int64{"invalid_job": 1, "err_string": maxRefused, "result_false": maxRefused, "status_rejected": maxRefused} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			m, p, _ := mineCase(t, "error-shapes", mode, func(m *Miner) { m.refusedFor = 0 })
			soon(t, "three logins", func() bool { return p.Logins.Load() > 2 })
			n := m.state()
			if n.accepted != 0 || int64(n.rejected) < perLogin*2 || n.fault == "" {
				t.Errorf("%+v", n)
			}
		})
	}
}
