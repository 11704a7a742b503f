package process

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// answer says "hi" to everybody but workers, where guarded.
func answer(t *testing.T, address string, guarded bool) {
	t.Helper()
	l, err := net.Listen("unix", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			raw, _ := conn.(*net.UnixConn).SyscallConn()
			_ = raw.Control(func(fd uintptr) {
				peer, err := unix.GetsockoptUcred(int(fd), unix.SOL_SOCKET, unix.SO_PEERCRED)
				if err == nil && !(guarded && FromWorker(int(peer.Pid))) {
					_, _ = unix.Write(int(fd), []byte("hi"))
				}
			})
			conn.Close()
		}
	}()
}

// TestHostileWorker lets a worker try everything that it must not have.
func TestHostileWorker(t *testing.T) {
	if abi := landlockABI(); abi < abiScope {
		t.Skipf("this kernel's Landlock is version %d, the test needs %d", abi, abiScope)
	}
	got, spec := attack(t)
	for name, ok := range got {
		if want := slices.Contains(allowedTries, name); ok != want {
			t.Errorf("%s: succeeded %v, want %v", name, ok, want)
		}
	}
	if len(got) != 27 {
		t.Errorf("%d tries, want 27", len(got))
	}
	if text, err := os.ReadFile(spec.LogPath); err != nil || !strings.Contains(string(text), "a line for the log") {
		t.Errorf("log %q, %v", text, err)
	}
}

// attack runs the hostile worker in a world like the daemon's, the keystore and
// all in the state directory's company.
func attack(t *testing.T) (map[string]bool, Spec) {
	root, state, temp := t.TempDir(), t.TempDir(), t.TempDir()
	put := func(path string) string {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("secret"), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	own, other := filepath.Join(state, "workers/a"), filepath.Join(state, "workers/b")
	put(filepath.Join(own, "own"))
	put(filepath.Join(other, "miner.json"))
	server := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(server.Close)
	control, abstract := filepath.Join(state, "control.sock"), "@"+filepath.Base(state)
	answer(t, control, true)
	answer(t, abstract, false)
	args := []string{
		"keystore=" + put(filepath.Join(root, "etc/keystore/key.json")), "password=" + put(filepath.Join(root, "etc/password")),
		"credential=" + put(filepath.Join(root, "credentials/wallet-password")), "store=" + put(filepath.Join(state, "gpuarbiter.db")),
		"data=" + put(filepath.Join(state, "data/x.bundle")), "state=" + state, "other=" + other, "own=" + own,
		"control=" + control, "abstract=" + abstract, "http=" + server.URL, "daemon=" + strconv.Itoa(os.Getpid()),
	}
	// A file that somebody has left open without CLOEXEC.
	leak, err := unix.Open(filepath.Join(state, "gpuarbiter.db"), unix.O_RDONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { unix.Close(leak) })
	usr2 := make(chan os.Signal, 1)
	signal.Notify(usr2, unix.SIGUSR2) // it is tried at us, too
	defer signal.Stop(usr2)
	got := map[string]bool{}
	spec := Spec{
		Argv: append([]string{"/proc/self/exe", "part", "hostile"}, args...), Env: append(os.Environ(), "TMPDIR="+temp), Dir: own,
		LogPath: filepath.Join(own, "log"), Owner: ownerOf(t), ReadPaths: []string{filepath.Join(state, "data/x.bundle")}, WritePaths: []string{temp},
		Stdout: func(line []byte) {
			t.Logf("%s", line)
			verdict, rest, _ := strings.Cut(string(line), " ")
			name, _, _ := strings.Cut(rest, ":")
			got[name] = verdict == "ok"
		},
	}
	cfg := testConfig()
	cfg.Hidden = func() []string { return []string{state, root} }
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	w, err := Start(ctx, cfg, spec)
	if err != nil {
		t.Fatal(err)
	}
	select {
	case <-w.Done():
	case <-ctx.Done():
		t.Fatal("the hostile worker does not end")
	}
	return got, spec
}

// A worker that puts a link in the place of its log has nothing written through it.
func TestPlantedLog(t *testing.T) {
	dir := t.TempDir()
	victim, log := filepath.Join(dir, "victim"), filepath.Join(dir, "log")
	if err := os.WriteFile(victim, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	plant := map[string]func() error{
		"link":       func() error { return os.Symlink(victim, log) },
		"named pipe": func() error { return unix.Mkfifo(log, 0o600) },
	}
	for name, put := range plant {
		if err := put(); err != nil {
			t.Fatal(err)
		}
		w := shell(t, Spec{LogPath: log}, "echo words >&2")
		<-w.Done()
		text, _ := os.ReadFile(victim)
		if words, err := os.ReadFile(log); err != nil || string(words) != "words\n" || string(text) != "precious" {
			t.Errorf("%s: log %q, %v; victim %q", name, words, err, text)
		}
		if err := os.Remove(log); err != nil {
			t.Fatal(err)
		}
	}
}
