//go:build cgo && linux

package nvml

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

// A process can bind one driver library only, so tests of another one than the
// complete stand-in run in a second process: this binary again, as "probe".
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == "probe" {
		_ = json.NewEncoder(os.Stdout).Encode(probe(os.Args[2]))
		os.Exit(0)
	}
	var err error
	if completeDir, err = os.MkdirTemp("", "standin"); err != nil {
		panic(err)
	}
	goleak.VerifyTestMain(m, goleak.Cleanup(func(code int) {
		os.RemoveAll(completeDir)
		os.Exit(code)
	}))
}

// findings are what a probe of a library tells.
type findings struct {
	Open    string
	Devices []gpu.Device
	Reading gpu.Reading
	Read    string
	Set     string
	Close   string
}

func probe(library string) (f findings) {
	ctx := context.Background()
	source, err := Open(ctx, Options{LibraryPath: library})
	if err != nil {
		return findings{Open: err.Error()}
	}
	f.Devices, _ = source.Devices(ctx)
	f.Reading, err = source.Read(ctx, uuid(0))
	f.Read = text(err)
	f.Set = text(source.Tune(ctx, uuid(0), limit(200)))
	f.Close = text(source.Close())
	return f
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// probeIn probes a stand-in built with the given flags, in a second process. A
// call into a missing function would end that process.
func probeIn(t *testing.T, rig *standIn, flags ...string) findings {
	t.Helper()
	cmd := exec.Command(os.Args[0], "probe", buildStandIn(t, flags...))
	cmd.Env = append(os.Environ(), "STANDIN_NVML_DIR="+rig.dir)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("probe with %v died: %v", flags, err)
	}
	var f findings
	if err := json.Unmarshal(out, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

func buildStandIn(t *testing.T, flags ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "libnvidia-ml.so.1")
	if err := compile(path, flags...); err != nil {
		t.Fatal(err)
	}
	return path
}

func compile(path string, flags ...string) error {
	args := append(flags, "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", path, "testdata/standin/nvml.c")
	out, err := exec.Command("cc", args...).CombinedOutput()
	if errors.Is(err, exec.ErrNotFound) {
		return errors.New("these tests need a C compiler named cc, to build the stand-in driver library (Debian: apt install gcc)")
	}
	if err != nil {
		return fmt.Errorf("cc %v: %w\n%s", args, err, out)
	}
	return nil
}

// standInPath is the complete stand-in, built once for this process.
func standInPath(t *testing.T) string {
	t.Helper()
	path, err := buildComplete()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

var (
	completeDir   string // removed by TestMain
	buildComplete = sync.OnceValues(func() (string, error) {
		path := filepath.Join(completeDir, "libnvidia-ml.so.1")
		return path, compile(path)
	})
)

// standIn is a set of cards for the stand-in library.
type standIn struct {
	t   *testing.T
	dir string
}

func uuid(card int) gpu.UUID { return gpu.UUID(fmt.Sprintf("GPU-57a4d100-0000-4000-8000-%012d", card)) }

const goodCard = `name=NVIDIA GeForce RTX 3090
power_mw=251500
energy_mj=1234500
temperature=61
utilisation=97
clock_sm=1695
clock_memory=9501
memory_used=6500000000
memory_total=25769803776
limit_min_mw=100000
limit_max_mw=385000
limit_default_mw=350000
throttle=4
pids=4711,4712
`

func newStandIn(t *testing.T, cards ...string) *standIn {
	rig := &standIn{t: t, dir: t.TempDir()}
	for i, card := range cards {
		rig.set(i, card)
	}
	return rig
}

// set replaces a card's file at once: the library never sees half of it.
func (r *standIn) set(card int, content string) { r.write(fmt.Sprintf("gpu%d", card), content) }

func (r *standIn) xid(card, code int) {
	r.write(fmt.Sprintf("gpu%d.xid", card), fmt.Sprintf("%d\n", code))
}

// file is what the library has kept of a setting.
func (r *standIn) file(name string) string {
	r.t.Helper()
	text, err := os.ReadFile(filepath.Join(r.dir, name))
	if err != nil {
		r.t.Fatal(err)
	}
	return strings.TrimSpace(string(text))
}

func (r *standIn) write(name, content string) {
	r.t.Helper()
	path := filepath.Join(r.dir, name)
	if err := os.WriteFile(path+".new", []byte(content), 0o600); err != nil {
		r.t.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		r.t.Fatal(err)
	}
}

func without(card, key string) string {
	var kept []string
	for line := range strings.Lines(card) {
		if !strings.HasPrefix(line, key+"=") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

func (r *standIn) open(timeout time.Duration) *Source {
	r.t.Helper()
	r.t.Setenv("STANDIN_NVML_DIR", r.dir) // reaches C's getenv too
	source, err := Open(r.t.Context(), Options{LibraryPath: standInPath(r.t), Timeout: timeout})
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() {
		if err := source.Close(); err != nil {
			r.t.Errorf("Close: %v", err)
		}
	})
	return source
}
