package faults

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
)

// daemon is `gpuarbiter run` as a process, with its log in a file.
type daemon struct {
	t      testing.TB
	config string
	state  string
	log    string
	env    []string
	cmd    *exec.Cmd
	done   chan struct{}
	client http.Client
}

// start starts the daemon and waits until its control socket answers.
func start(t testing.TB, dir, config string, env ...string) *daemon {
	t.Helper()
	d := &daemon{t: t, config: config, env: append(os.Environ(), env...), state: filepath.Join(dir, "state"), log: filepath.Join(dir, "daemon.log"), done: make(chan struct{})}
	d.client = http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{
		DisableKeepAlives: true,
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, "unix", filepath.Join(d.state, "control.sock"))
		},
	}}
	log, err := os.Create(d.log)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close() // the daemon has its own
	d.cmd = exec.Command(program, "run", "--config", config)
	d.cmd.Env = d.env
	d.cmd.Stderr = log
	if err := d.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = d.cmd.Wait()
		close(d.done)
	}()
	t.Cleanup(func() {
		d.stop()
		if t.Failed() {
			t.Logf("the daemon's log:\n%s", d.text())
		}
	})
	d.within(patience, "the control socket to answer", func() bool {
		select {
		case <-d.done:
			t.Fatalf("the daemon has ended")
		default:
		}
		_, err := d.get("/healthz")
		return err == nil
	})
	return d
}

// stop ends the daemon in good order and returns its exit code.
func (d *daemon) stop() int {
	_ = d.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-d.done:
	case <-time.After(2 * patience):
		d.t.Error("the daemon does not end")
		_ = d.cmd.Process.Kill()
		<-d.done
	}
	return d.cmd.ProcessState.ExitCode()
}

func (d *daemon) get(path string) ([]byte, error) {
	resp, err := d.client.Get("http://daemon" + path)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func (d *daemon) read(path string, v any) {
	d.t.Helper()
	b, err := d.get(path)
	if err == nil {
		err = json.Unmarshal(b, v)
	}
	if err != nil {
		d.t.Fatalf("%s: %v", path, err)
	}
}

func (d *daemon) status() (s httpapi.Status) {
	d.t.Helper()
	d.read("/api/status", &s)
	return s
}

// metric is the value of a series, as `name` or `name{labels}`; ok is false
// where there is none.
func (d *daemon) metric(series string) (v float64, ok bool) {
	d.t.Helper()
	b, err := d.get("/metrics")
	if err != nil {
		d.t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if text, found := strings.CutPrefix(line, "gpuarbiter_"+series+" "); found {
			if v, err = strconv.ParseFloat(strings.TrimSpace(text), 64); err != nil {
				d.t.Fatal(err)
			}
			return v, true
		}
	}
	return 0, false
}

func (d *daemon) wantMetric(series string, want float64) {
	d.t.Helper()
	if got, ok := d.metric(series); !ok || got != want {
		d.t.Errorf("metric %s is %v (present: %v), want %v", series, got, ok, want)
	}
}

// shares is what the pool has accepted of a device's since the daemon's start.
func (d *daemon) shares(device int) uint64 {
	d.t.Helper()
	for _, line := range d.status().Devices {
		if line.Index == device {
			return line.Shares
		}
	}
	return 0
}

// earns waits until a device's accepted shares have grown by two.
func (d *daemon) earns(device int) {
	d.t.Helper()
	before := d.shares(device)
	d.within(patience, "device "+strconv.Itoa(device)+" to mine on", func() bool { return d.shares(device) >= before+2 })
}

func (d *daemon) text() string {
	b, err := os.ReadFile(d.log)
	if err != nil {
		d.t.Fatal(err)
	}
	return string(b)
}

// logged counts the lines of the log that match.
func (d *daemon) logged(pattern string) int {
	n, re := 0, regexp.MustCompile(pattern)
	for line := range strings.Lines(d.text()) {
		if re.MatchString(line) {
			n++
		}
	}
	return n
}

func (d *daemon) wantLogged(want int, pattern string) {
	d.t.Helper()
	if got := d.logged(pattern); got != want {
		d.t.Errorf("%d lines of the log match %q, want %d", got, pattern, want)
	}
}

func (d *daemon) within(limit time.Duration, what string, ok func() bool) {
	d.t.Helper()
	for end := time.Now().Add(limit); !ok(); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(end) {
			d.t.Fatalf("waited %s in vain for %s", limit, what)
		}
	}
}

// cli runs gpuarbiter and returns its code and what it printed.
func (d *daemon) cli(args ...string) (code int, stdout, stderr string) {
	d.t.Helper()
	return d.cliWithin(patience, args...)
}

// cliWithin is cli for a command that takes long.
func (d *daemon) cliWithin(limit time.Duration, args ...string) (code int, stdout, stderr string) {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	var o, e bytes.Buffer
	cmd.Stdout, cmd.Stderr, cmd.Env = &o, &e, d.env
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		d.t.Fatalf("gpuarbiter %v: %v", args, err)
	}
	return cmd.ProcessState.ExitCode(), o.String(), e.String()
}

// shows wants `gpuarbiter status` to print (or not to print) words.
func (d *daemon) shows(want bool, words string) {
	d.t.Helper()
	_, out, errs := d.cli("status", "--config", d.config)
	if strings.Contains(out, words) != want {
		d.t.Errorf("status: has %q: %v, want %v:\n%s%s", words, !want, want, out, errs)
	}
}

// fails wants a command to end with code 1 and to say error:, the words and hint:.
func (d *daemon) fails(words string, args ...string) {
	d.t.Helper()
	code, _, errs := d.cli(args...)
	if code != 1 || !strings.Contains(errs, "error: ") || !strings.Contains(errs, "hint: ") || !strings.Contains(errs, words) {
		d.t.Errorf("gpuarbiter %v: exit %d, want 1 with %q:\n%s", args, code, words, errs)
	}
}

// gate is a TCP proxy that can be shut: then nobody listens at its address.
type gate struct {
	t       *testing.T
	address string
	target  string

	mu       sync.Mutex
	listener net.Listener
	conns    map[net.Conn]bool
}

// newGate reserves an address, shut.
func newGate(t *testing.T, target string) *gate {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	g := &gate{t: t, address: l.Addr().String(), target: target, conns: map[net.Conn]bool{}}
	l.Close()
	t.Cleanup(g.shut)
	return g
}

func (g *gate) open() {
	g.t.Helper()
	l, err := net.Listen("tcp", g.address)
	if err != nil {
		g.t.Fatal(err)
	}
	g.mu.Lock()
	g.listener = l
	g.mu.Unlock()
	go func() {
		for {
			in, err := l.Accept()
			if err != nil {
				return
			}
			go g.pass(in)
		}
	}()
}

func (g *gate) pass(in net.Conn) {
	defer in.Close()
	out, err := net.Dial("tcp", g.target)
	if err != nil {
		return
	}
	defer out.Close()
	if !g.hold(in, out) {
		return
	}
	ended := make(chan struct{}, 2)
	for _, way := range [][2]net.Conn{{in, out}, {out, in}} {
		go func() { _, _ = io.Copy(way[0], way[1]); ended <- struct{}{} }()
	}
	<-ended
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.conns, in)
	delete(g.conns, out)
}

// hold remembers connections; false if the gate has been shut meanwhile.
func (g *gate) hold(conns ...net.Conn) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, c := range conns {
		g.conns[c] = true
	}
	return g.listener != nil
}

// shut stops listening and cuts every connection.
func (g *gate) shut() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.listener != nil {
		g.listener.Close()
		g.listener = nil
	}
	for c := range g.conns {
		c.Close()
	}
	clear(g.conns)
}
