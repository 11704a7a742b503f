package helper

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/gpuarbiter/gpuarbiter/pkg/gpu"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// tuner is a device's source that keeps what it is told, or refuses.
type tuner struct {
	mu   sync.Mutex
	set  []string
	fail error
}

func (t *tuner) Tune(_ context.Context, id gpu.UUID, want gpu.Settings) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.fail != nil {
		return fmt.Errorf("power limit of %s: %w", id, t.fail)
	}
	t.set = append(t.set, fmt.Sprintf("%s %s", id, want))
	return nil
}

func open(t *testing.T, tune Tuner, allowed func(net.Conn) error) (socket string) {
	t.Helper()
	socket = filepath.Join(t.TempDir(), "s")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- Serve(ctx, l, tune, allowed, time.Hour) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return socket
}

func anybody(net.Conn) error { return nil }

func TestHelper(t *testing.T) {
	source := &tuner{}
	socket := open(t, source, anybody)
	limit := gpu.Settings{PowerLimit: new(gpu.Watts(220)), CoreOffsetMHz: new(-100)}
	if err := Tune(t.Context(), socket, "GPU-1", limit); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(source.set); got != "[GPU-1 power limit 220 W, core offset -100 MHz]" {
		t.Error(got)
	}
	for _, is := range []error{gpu.ErrUnsupported, gpu.ErrLost, gpu.ErrUnknownDevice, gpu.ErrNoPermission} {
		source.mu.Lock()
		source.fail = is
		source.mu.Unlock()
		if err := Tune(t.Context(), socket, "GPU-1", limit); !errors.Is(err, is) {
			t.Errorf("%v became %v", is, err)
		}
	}
	if err := Tune(t.Context(), filepath.Join(t.TempDir(), "none"), "GPU-1", limit); err == nil || !strings.Contains(err.Error(), "root helper") {
		t.Error(err)
	}
}

func TestWhoMayAsk(t *testing.T) {
	source := &tuner{}
	socket := open(t, source, func(net.Conn) error { return errors.New("process 7 is a worker's") })
	if err := Tune(t.Context(), socket, "GPU-1", gpu.Settings{Fan: new(0.5)}); err == nil || !strings.Contains(err.Error(), "a worker's") {
		t.Error(err)
	}
	if len(source.set) > 0 {
		t.Error(source.set)
	}
}

// Whatever is said at its door, the helper stays and sets nothing but what is asked in full.
func TestNonsense(t *testing.T) {
	source := &tuner{}
	socket := open(t, source, anybody)
	for _, text := range []string{
		"", "\n", "{}", `{"device":"GPU-1"}`, `{"device":"GPU-1","set":{}}`, `{"set":{"power_limit_watts":200}}`, `{"device":"GPU-1","set":{"power_limit_watts":-1}}`,
		`{"device":"GPU-1","set":{"fan_ratio":0.01}}`, `{"device":"GPU-1","set":{"core_clock_mhz":99999}}`, `{"device":"GPU-1","command":"reset","set":{"fan_ratio":0.5}}`,
		"null", "[]", strings.Repeat("[", 1<<20), `{"device":"` + strings.Repeat("x", 1<<20),
	} {
		conn, err := net.Dial("unix", socket)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = conn.Write([]byte(text)) // it may hang up before it has read all
		_ = conn.(*net.UnixConn).CloseWrite()
		var answer bytes.Buffer
		_, _ = answer.ReadFrom(conn)
		conn.Close()
		if answer.Len() > 0 && !strings.Contains(answer.String(), `"error"`) {
			t.Errorf("%.60q: %s", text, &answer)
		}
	}
	if len(source.set) > 0 {
		t.Error(source.set)
	}
	if err := Tune(t.Context(), socket, "GPU-1", gpu.Settings{Fan: new(0.5)}); err != nil {
		t.Error(err)
	}
}

// It ends when nobody has asked for a while.
func TestIdle(t *testing.T) {
	l, err := net.Listen("unix", filepath.Join(t.TempDir(), "s"))
	if err != nil {
		t.Fatal(err)
	}
	if err := Serve(t.Context(), l, &tuner{}, anybody, time.Millisecond); err != nil {
		t.Error(err)
	}
}
