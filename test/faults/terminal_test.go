package faults

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/creack/pty"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
)

var escapes = regexp.MustCompile("\x1b\\[[0-9;?]*[A-Za-z]")

// typed runs a command in a terminal of a size, as somebody would over ssh, and returns what is seen.
func (d *daemon) typed(cols uint16, args ...string) string {
	d.t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = append(d.env, "TERM=xterm-256color")
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: cols})
	if err != nil {
		d.t.Fatal(err)
	}
	defer f.Close()
	out, _ := io.ReadAll(f) // a terminal ends with an error
	_ = cmd.Wait()
	return string(out)
}

// TestTerminals: every command that shows something fits 80 columns in a terminal, is plain text in a pipe, and
// JSON where it is asked for.
func TestTerminals(t *testing.T) {
	t.Parallel()
	_, pool := servePool(t, 50)
	dir := t.TempDir()
	config := filepath.Join(dir, "config.yaml")
	write(t, config, strings.Replace(fmt.Sprintf(pageConfig, `""`, pool), ", web_config: web.yaml", "", 1))
	d := start(t, dir, config)
	d.within(patience, "shares", func() bool { return d.shares(7) > 0 && len(d.lines("mining")) > 0 })
	d.within(patience, "what was expected", func() bool {
		var e httpapi.Earned
		_, out, _ := d.cli("ledger", "--by", "hour", "--json", "--config", config)
		return json.Unmarshal([]byte(out), &e) == nil && e.Total.Expected != nil && e.Total.Expected.Hours > 0 && e.Total.Expected.Best == "mine AAA"
	})
	month := time.Now().Format("2006-01")
	for _, tt := range []struct {
		command string
		json    bool
		free    bool // it needs no configuration
	}{
		{"status", true, false}, {"gpus", true, false}, {"explain 3", true, false}, {"explain --history 3 3", false, false}, {"challenges", true, false},
		{"ledger", true, false}, {"ledger --by day", true, false}, {"ledger --by work --since 1d", true, false}, {"ledger --by device", true, false}, {"report --month " + month, false, false},
		{"config check", false, false}, {"miner list", false, true}, {"rent list", false, true}, {"version", false, true}, {"--help", false, true}, {"backtest --help", false, true}, {"ledger --help", false, true}, {"bench --help", false, true},
	} {
		t.Run(tt.command, func(t *testing.T) {
			args := strings.Fields(tt.command)
			if !tt.free {
				args = append(args, "--config", config)
			}
			seen := escapes.ReplaceAllString(strings.ReplaceAll(d.typed(80, args...), "\r", ""), "")
			if strings.TrimSpace(seen) == "" || strings.HasPrefix(seen, "error:") {
				t.Fatalf("it shows %.300q", seen)
			}
			for line := range strings.Lines(seen) {
				if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > 80 && !strings.Contains(line, dir) { // a path is as long as it is
					t.Errorf("%d columns: %s", n, line)
				}
			}
			code, piped, errs := d.cli(args...)
			if strings.Contains(piped, "\x1b") || strings.TrimSpace(piped) == "" && strings.TrimSpace(errs) == "" {
				t.Errorf("in a pipe, exit %d: %.200q %.200q", code, piped, errs)
			}
			if !tt.json {
				return
			}
			code, piped, errs = d.cli(append(args, "--json")...)
			if code != 0 || !json.Valid([]byte(piped)) {
				t.Errorf("as JSON, exit %d: %.200s %s", code, piped, errs)
			}
		})
	}
}

// TestTopInATerminal: the rig is shown live within the screen, follows its size, and leaves the terminal as it was.
func TestTopInATerminal(t *testing.T) {
	t.Parallel()
	_, pool := servePool(t, 50)
	dir := t.TempDir()
	config := filepath.Join(dir, "config.yaml")
	write(t, config, strings.Replace(fmt.Sprintf(pageConfig, `""`, pool), ", web_config: web.yaml", "", 1))
	d := start(t, dir, config)
	d.within(patience, "work", func() bool { return d.device(7).Workload.Target == "AAA" })
	cmd := exec.Command(program, "top", "--config", config)
	cmd.Env = append(d.env, "TERM=xterm-256color")
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	seen := make(chan []byte, 1000)
	go func() {
		defer close(seen)
		for {
			b := make([]byte, 1<<14)
			n, err := f.Read(b)
			if n > 0 {
				seen <- b[:n]
			}
			if err != nil {
				return
			}
		}
	}()
	var all bytes.Buffer
	until := func(what string, is func(string) bool) {
		t.Helper()
		end := time.After(patience)
		for !is(all.String()) {
			select {
			case b, ok := <-seen:
				if !ok {
					t.Fatalf("%s: it ended: %q", what, all.String())
				}
				all.Write(b)
			case <-end:
				t.Fatalf("%s does not come: %q", what, all.String())
			}
		}
	}
	until("the rig", func(s string) bool {
		return strings.Contains(s, "shed-rig-7") && strings.Contains(s, "mine AAA") && strings.Contains(s, "q ends it")
	})
	for line := range strings.Lines(escapes.ReplaceAllString(all.String(), "\n")) {
		if n := utf8.RuneCountInString(strings.TrimRight(line, "\r\n")); n > 80 {
			t.Errorf("%d columns: %q", n, line)
		}
	}
	first := all.Len()
	until("the next look", func(s string) bool { return strings.Count(s[first:], "q ends it") > 1 })
	if err := pty.Setsize(f, &pty.Winsize{Rows: 12, Cols: 60}); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte("q")); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("%v", err)
		}
	case <-time.After(patience):
		_ = cmd.Process.Kill()
		t.Fatal("q does not end it")
	}
	for b := range seen {
		all.Write(b)
	}
	if s := all.String(); !strings.Contains(s, "\x1b[?25h") { // the cursor is back
		t.Errorf("it leaves %q", s[max(0, len(s)-100):])
	}
}
