package drivers

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/page"
)

// serve answers one line with a text, and keeps the connection open until the other side ends
// it, as some miners do.
func serve(t *testing.T, answer string) int {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				if _, err := bufio.NewReader(c).ReadString('\n'); err == nil {
					_, _ = io.WriteString(c, answer) // who asked may have left
					_, _ = io.Copy(io.Discard, c)
				}
			}()
		}
	}()
	return l.Addr().(*net.TCPAddr).Port
}

// Miners that keep the connection open, that end an answer with a zero byte, and that answer
// rubbish.
func TestAskTCP(t *testing.T) {
	for name, end := range map[string]string{"ethminer": "\n", "miniz": "", "cpuminer-opt": "\x00"} {
		p := Builtin()[name]
		e := p.Examples[0]
		v := p.Sample(false)
		v.Algorithm, v.APIPort = e.Algorithm, serve(t, strings.TrimSpace(e.Answer)+end)
		a, err := p.Ask(t.Context(), Place{Vars: v})
		if err == nil {
			err = e.differs(a)
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		v.APIPort = serve(t, "<html>\x00")
		if _, err := p.Ask(t.Context(), Place{Vars: v}); !errors.Is(err, page.ErrUnreadable) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What a log says since the worker's start; one that is silent, or empty, says nothing.
func TestAskLog(t *testing.T) {
	p := Builtin()["alpha-miner"]
	e := p.Examples[0]
	at := Place{Vars: p.Sample(false), Log: filepath.Join(t.TempDir(), "log")}
	before := strings.ReplaceAll(e.Answer, "142", "99")
	write := func(text string, age time.Duration) {
		when := time.Now().Add(-age)
		if err := errors.Join(os.WriteFile(at.Log, []byte(text), 0o600), os.Chtimes(at.Log, when, when)); err != nil {
			t.Fatal(err)
		}
	}
	ask := func() error {
		a, err := p.Ask(t.Context(), at)
		if err == nil {
			err = e.differs(a)
		}
		return err
	}
	if err := ask(); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	at.LogFrom = int64(len(before))
	write(before+e.Answer, 0)
	if err := ask(); err != nil {
		t.Error(err)
	}
	write(e.Answer, 0) // begun anew
	at.LogFrom = int64(len(e.Answer)) + 1
	if err := ask(); err != nil {
		t.Error(err)
	}
	write(before+e.Answer, 2*silence)
	if err := ask(); err == nil || !strings.Contains(err.Error(), "silent") {
		t.Error(err)
	}
	write(before, 0)
	at.LogFrom = int64(len(before))
	if err := ask(); err == nil || !strings.Contains(err.Error(), "empty") {
		t.Error(err)
	}
}

// An answer that a program prints, which is given names like any text.
func TestAskCommand(t *testing.T) {
	p, err := Parse([]byte("name: f\ntitle: F\nbinary: f\napi: {kind: command, command: [stats, '{{.APIPort}}'], read: {hashrate: [.rate], accepted: .ok}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	at := Place{Vars: Vars{APIPort: 7}}
	if _, err := p.Ask(t.Context(), at); err == nil || !strings.Contains(err.Error(), "nothing can run") {
		t.Error(err)
	}
	says, fails := `{"rate": 5, "ok": 2}`, error(nil)
	at.Run = func(_ context.Context, argv []string) ([]byte, error) {
		if !slices.Equal(argv, []string{"stats", "7"}) {
			t.Errorf("%q is run", argv)
		}
		return []byte(says), fails
	}
	if a, err := p.Ask(t.Context(), at); err != nil || *a.Hashrate != 5 || *a.Accepted != 2 {
		t.Errorf("%+v, %v", a, err)
	}
	says = "<html>"
	if _, err := p.Ask(t.Context(), at); !errors.Is(err, page.ErrUnreadable) {
		t.Error(err)
	}
	says = `{"rate": 5, "ok": 2}` + strings.Repeat(" ", page.MaxBody)
	if _, err := p.Ask(t.Context(), at); !errors.Is(err, page.ErrUnreadable) {
		t.Error(err)
	}
	fails = errors.New("stats ends with exit 3")
	if _, err := p.Ask(t.Context(), at); err == nil || !strings.Contains(err.Error(), "exit 3") {
		t.Error(err)
	}
	for _, bad := range []string{"api: {kind: command, read: {hashrate: [.rate], accepted: .ok}}", "api: {kind: command, command: ['{{.Nothing}}'], read: {hashrate: [.rate], accepted: .ok}}"} {
		if _, err := Parse([]byte("name: f\ntitle: F\nbinary: f\n" + bad + "\n")); err == nil {
			t.Errorf("%s is taken", bad)
		}
	}
}

// An answer in a file of the miner's folder: not through a link, and not an old one.
func TestAskFile(t *testing.T) {
	p, err := Parse([]byte("name: f\ntitle: F\nbinary: f\napi: {kind: file, file: stats.json, read: {hashrate: [.rate], accepted: .ok}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	at := Place{Vars: Vars{WorkDir: t.TempDir()}}
	file := filepath.Join(at.WorkDir, "stats.json")
	if err := os.WriteFile(file, []byte(`{"rate": 5, "ok": 2}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if a, err := p.Ask(t.Context(), at); err != nil || *a.Hashrate != 5 || *a.Accepted != 2 {
		t.Errorf("%+v, %v", a, err)
	}
	old := time.Now().Add(-2 * silence)
	if err := os.Chtimes(file, old, old); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Ask(t.Context(), at); err == nil {
		t.Error("an old file is believed")
	}
	if err := errors.Join(os.Rename(file, file+".other"), os.Symlink(file+".other", file)); err != nil {
		t.Fatal(err)
	}
	if a, err := p.Ask(t.Context(), at); err == nil {
		t.Errorf("through a link: %+v", a)
	}
}
