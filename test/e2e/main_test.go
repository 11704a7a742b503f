//go:build e2e

// Package e2e runs the main job against real parts: geth as a process of its
// own, the daemon as a process of its own, and everything else through the
// command line. It is slow and therefore behind the e2e tag: make e2e.
package e2e

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/gpuarbiter/gpuarbiter/test/devnet"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

var binary string

func TestMain(m *testing.M) {
	flag.Parse()
	dir, err := os.MkdirTemp("", "gpuarbiter-e2e-")
	if err != nil {
		panic(err)
	}
	binary = filepath.Join(dir, "gpuarbiter")
	build := exec.Command("go", "build", "-o", binary, "../../cmd/gpuarbiter")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "building gpuarbiter:", err)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// world starts a world for one test; its folder is kept when the test fails.
func world(t *testing.T, opt scenario.Options) *scenario.World {
	t.Helper()
	if opt.Geth {
		if _, err := devnet.FindGeth(); err != nil {
			t.Fatal(err)
		}
	}
	dir, err := os.MkdirTemp("", "gpuarbiter-world-")
	if err != nil {
		t.Fatal(err)
	}
	opt.Dir, opt.Binary = dir, binary
	w, err := scenario.New(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		w.Close()
		if t.Failed() {
			log, _ := os.ReadFile(filepath.Join(dir, "daemon.log"))
			t.Logf("everything is left in %s; the daemon's last words:\n%s", dir, log[max(0, len(log)-6000):])
			return
		}
		_ = os.RemoveAll(dir)
	})
	return w
}

func daemon(t *testing.T, w *scenario.World) *scenario.Daemon {
	t.Helper()
	d, err := w.StartDaemon(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Stop() })
	return d
}

// fashion is the real data set, where it is.
func fashion() (string, bool) { return shared("fashion-mnist") }

// shared is a data set that lies beside the repository, where it is.
func shared(name string) (string, bool) {
	dir, err := filepath.Abs(filepath.Join("../../../shared/data", name))
	if err != nil {
		return "", false
	}
	_, err = os.Stat(dir)
	return dir, err == nil
}
