package app

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/config"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
)

// TestMain also plays a worker that asks at the control socket.
func TestMain(m *testing.M) {
	if path := os.Getenv("TEST_KNOCK"); path != "" {
		conn, err := net.Dial("unix", path)
		word := make([]byte, 2)
		if err == nil {
			_, err = conn.Read(word)
		}
		fmt.Print(string(word), err)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func TestControlSocketIsClosedToWorkers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "control.sock")
	l, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	go func() {
		for {
			conn, err := guarded{l, zap.NewNop()}.Accept()
			if err != nil {
				return
			}
			fmt.Fprint(conn, "hi")
			conn.Close()
		}
	}()
	for _, test := range []struct{ mark, want string }{{"", "hi<nil>"}, {process.EnvWorker + "=w", "EOF"}, {process.EnvSupervisor + "=o", "EOF"}} {
		cmd := exec.Command("/proc/self/exe")
		cmd.Env = []string{"TEST_KNOCK=" + path, test.mark}
		out, err := cmd.CombinedOutput()
		if err != nil || !strings.Contains(string(out), test.want) {
			t.Errorf("%q: %q, %v, want %q", test.mark, out, err, test.want)
		}
	}
}

func TestHiddenFromWorkers(t *testing.T) {
	t.Setenv("CREDENTIALS_DIRECTORY", "/run/credentials/x")
	c := config.Default()
	c.Wallet.Keystore, c.Wallet.PasswordFile, c.Control.Socket = "/srv/keys/solver.json", "/srv/password", "/run/gpuarbiter/control.sock"
	c.Mining.Coins = []config.Coin{{PasswordFile: "/srv/pool"}, {}}
	c.Sources = map[string]config.Source{"s": {KeyFile: "/srv/apikey"}}
	got := hidden("/srv/config.yaml", &c)
	for _, want := range []string{"/etc/gpuarbiter", "/var/lib/gpuarbiter", "/run/gpuarbiter/control.sock", "/srv/keys", "/srv/password", "/run/credentials/x", "/srv/config.yaml", "/srv/pool", "/srv/apikey"} {
		if !slices.Contains(got, want) {
			t.Errorf("%s is not hidden: %v", want, got)
		}
	}
	if slices.Contains(got, "") || slices.Contains(got, "/srv") {
		t.Errorf("%v", got)
	}
}
