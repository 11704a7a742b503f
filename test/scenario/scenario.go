// Package scenario sets up the whole world around the daemon for the demo and
// the end-to-end tests: a chain with a market, a mining pool, an organiser and a
// solver with their keys, and the daemon as a process of its own. Everything is
// driven from outside, by the command line and the control socket, as a user
// would.
package scenario

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pool"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/pkg/market"
	"github.com/gpuarbiter/gpuarbiter/pkg/profit"
	"github.com/gpuarbiter/gpuarbiter/pkg/scheduler"
	"github.com/gpuarbiter/gpuarbiter/test/devnet"
)

// simulated devices are in the rig that stands in for cards.
const simulated = 8

const poolAlgorithm = "argon2/chukwa"

// Options of a world.
type Options struct {
	Dir        string // for everything
	Binary     string // gpuarbiter
	Geth       bool   // a real node as a process, not one in this process
	Threads    int    // of the trainer
	Epochs     int
	Margin     float64
	Search     float64          // of what the challenge leaves, for comparing networks; 0: none are
	Funded     []common.Address // other accounts that have ether
	SpeedLimit float64
	Trainer    string                     // an external one's path; "": the program's own
	Cards      []string                   // the real cards of this machine, by model; none: the simulated rig
	Together   int                        // devices that it may take at once; 0: one
	RPC        func(node string) []string // endpoints for the daemon; nil: the node itself
	Log        io.Writer                  // of the daemon and the commands; nil: files in Dir only
}

// Account is a key file with its password's.
type Account struct {
	Address            common.Address
	Keystore, Password string
}

// World is everything around the daemon.
type World struct {
	Node              *devnet.Node
	Organiser, Solver Account
	Market            string
	Evaluators        map[string]any // addresses by name
	StateDir, Config  string
	HTTP              string
	Pool              *pool.Pool
	opt               Options
	poolAddr, poolAPI string
	secrets           []string // commitment files, by challenge
	stops             []func()
}

// New starts the chain and the pool, deploys the market and writes the daemon's
// configuration.
func New(ctx context.Context, opt Options) (_ *World, err error) {
	w := &World{opt: opt, StateDir: filepath.Join(opt.Dir, "state"), Config: filepath.Join(opt.Dir, "config.yaml")}
	defer func() {
		if err != nil {
			w.Close()
		}
	}()
	if w.Organiser, err = account(filepath.Join(opt.Dir, "organiser")); err != nil {
		return nil, err
	}
	if w.Solver, err = account(filepath.Join(opt.Dir, "solver")); err != nil {
		return nil, err
	}
	if err := w.startNode(ctx); err != nil {
		return nil, err
	}
	if err := w.startPool(ctx); err != nil {
		return nil, err
	}
	out, err := w.CLI(ctx, "contract", "deploy", "--min-window", "5s", "--min-draw-delay", "3", "--min-bond", "0.0001")
	if err != nil {
		return nil, err
	}
	w.Market, w.Evaluators = out["market"].(string), out["evaluators"].(map[string]any)
	if w.HTTP, err = freeAddress(); err != nil {
		return nil, err
	}
	return w, w.WriteConfig()
}

// WriteConfig writes the daemon's configuration.
func (w *World) WriteConfig() error {
	text, err := w.configFile()
	if err != nil {
		return err
	}
	return os.WriteFile(w.Config, text, 0o600)
}

func account(dir string) (Account, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Account{}, err
	}
	path, address, err := devnet.WriteKeystore(dir, "a password for a test")
	return Account{address, path, path + ".password"}, err
}

func (w *World) startNode(ctx context.Context) error {
	opts := devnet.Options{Accounts: append([]common.Address{w.Organiser.Address, w.Solver.Address}, w.opt.Funded...), Period: time.Second}
	start := func() (*devnet.Node, error) { return devnet.Embedded(opts) }
	if w.opt.Geth {
		opts.Dir = filepath.Join(w.opt.Dir, "geth")
		start = func() (*devnet.Node, error) { return devnet.Geth(ctx, opts) }
	}
	node, err := start()
	if err != nil {
		return err
	}
	w.Node = node
	w.stops = append(w.stops, node.Stop)
	return nil
}

func (w *World) startPool(ctx context.Context) error {
	// A share every few seconds from a device's worth of CPU hashes.
	p, err := pool.New(pool.Options{Algorithm: poolAlgorithm, Difficulty: 4 * cpuHashes, NetworkDifficulty: 4000, JobEvery: 20 * time.Second})
	if err != nil {
		return err
	}
	stratum, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	api, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	server := &http.Server{Handler: p.Handler(), ReadHeaderTimeout: 5 * time.Second}
	var wg sync.WaitGroup
	wg.Go(func() { _ = p.Serve(ctx, stratum) })
	wg.Go(func() { _ = server.Serve(api) })
	w.stops = append(w.stops, func() { cancel(); _ = server.Close(); wg.Wait() })
	w.Pool, w.poolAddr, w.poolAPI = p, stratum.Addr().String(), api.Addr().String()
	return nil
}

// Close ends everything that New started.
func (w *World) Close() {
	for i := len(w.stops) - 1; i >= 0; i-- {
		w.stops[i]()
	}
	w.stops = nil
}

func mkdir(dir string) error { return os.MkdirAll(dir, 0o755) }

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}

// CommandError is a command that did not exit with 0.
type CommandError struct {
	Args   []string
	Code   int
	Stderr string
}

func (e *CommandError) Error() string {
	return fmt.Sprintf("gpuarbiter %s: exit %d: %s", strings.Join(e.Args, " "), e.Code, strings.TrimSpace(e.Stderr))
}

// CLI runs an organiser's command and returns its JSON.
func (w *World) CLI(ctx context.Context, args ...string) (map[string]any, error) {
	full := append(args, "--json", "--rpc", w.Node.URL, "--beacon", w.Node.Beacon, "--chain-id", strconv.FormatUint(w.Node.ChainID, 10),
		"--keystore", w.Organiser.Keystore, "--password-file", w.Organiser.Password, "--state", filepath.Join(w.opt.Dir, "organiser", "state"))
	if w.Market != "" {
		full = append(full, "--market", w.Market)
	}
	out, err := w.Command(ctx, full...)
	if err != nil {
		return nil, err
	}
	var v map[string]any
	if err := json.Unmarshal(out, &v); err != nil {
		return nil, fmt.Errorf("gpuarbiter %s: %w: %s", strings.Join(args, " "), err, out)
	}
	return v, nil
}

// Command runs gpuarbiter and returns what it printed.
func (w *World) Command(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, w.opt.Binary, args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return stdout.Bytes(), &CommandError{args, exit.ExitCode(), stderr.String()}
	}
	return stdout.Bytes(), err
}

// Daemon is `gpuarbiter run` as a process.
type Daemon struct {
	cmd  *exec.Cmd
	done chan struct{}
	log  *os.File
}

// StartDaemon starts the daemon and waits until its control socket answers.
func (w *World) StartDaemon(ctx context.Context) (*Daemon, error) {
	log, err := os.OpenFile(filepath.Join(w.opt.Dir, "daemon.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	d := &Daemon{cmd: exec.Command(w.opt.Binary, "run", "--config", w.Config), done: make(chan struct{}), log: log}
	d.cmd.Stderr = io.Writer(log)
	if w.opt.Log != nil {
		d.cmd.Stderr = io.MultiWriter(log, w.opt.Log)
	}
	d.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := d.cmd.Start(); err != nil {
		return nil, errors.Join(err, log.Close())
	}
	go func() {
		_ = d.cmd.Wait()
		_ = log.Close()
		close(d.done)
	}()
	for {
		if _, err := w.Status(ctx); err == nil {
			return d, nil
		}
		select {
		case <-d.done:
			text, _ := os.ReadFile(log.Name())
			return nil, fmt.Errorf("the daemon ended: %s", tail(text, 2000))
		case <-ctx.Done():
			d.Kill()
			return nil, ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}

func tail(b []byte, n int) string { return string(b[max(0, len(b)-n):]) }

// PID is the daemon's process.
func (d *Daemon) PID() int { return d.cmd.Process.Pid }

// Kill is kill -9.
func (d *Daemon) Kill() {
	_ = d.cmd.Process.Kill()
	<-d.done
}

// Signal sends a signal.
func (d *Daemon) Signal(s syscall.Signal) error { return d.cmd.Process.Signal(s) }

// Done is closed when the daemon has ended.
func (d *Daemon) Done() <-chan struct{} { return d.done }

// Stop ends the daemon in good order and returns its exit code.
func (d *Daemon) Stop() int {
	_ = d.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-d.done:
	case <-time.After(60 * time.Second):
		d.Kill()
	}
	return d.cmd.ProcessState.ExitCode()
}

// Get asks the daemon over its control socket.
func (w *World) Get(ctx context.Context, path string, v any) error {
	socket := filepath.Join(w.StateDir, "control.sock")
	transport := &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "unix", socket)
	}, DisableKeepAlives: true}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://daemon"+path, nil)
	if err != nil {
		return err
	}
	resp, err := (&http.Client{Transport: transport, Timeout: 5 * time.Second}).Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}

// Devices is how many the daemon has.
func (w *World) Devices() int { return cmp.Or(len(w.opt.Cards), simulated) }

// Status is the daemon's status.
func (w *World) Status(ctx context.Context) (httpapi.Status, error) {
	var s httpapi.Status
	return s, w.Get(ctx, "/api/status", &s)
}

// Wait polls the status until ok says so.
func (w *World) Wait(ctx context.Context, what string, ok func(httpapi.Status) bool) error {
	for {
		s, err := w.Status(ctx)
		if err == nil && ok(s) {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s: %w", what, ctx.Err())
		case <-time.After(250 * time.Millisecond):
		}
	}
}

// WaitMining waits until so many devices mine and their miners hash.
func (w *World) WaitMining(ctx context.Context, devices int) error {
	return w.Wait(ctx, fmt.Sprintf("waiting for %d mining devices", devices), func(s httpapi.Status) bool {
		n := 0
		for _, d := range s.Devices {
			if d.Workload.Kind == profit.Mine && d.Phase == scheduler.PhaseRunning && strings.HasPrefix(d.Worker, "ok") {
				n++
			}
		}
		return n == devices
	})
}

// Balance is an account's ether, in wei.
func (w *World) Balance(ctx context.Context, a common.Address) (*big.Int, error) {
	c := market.New("dev", w.Node.ChainID, []string{w.Node.URL}, common.Address{})
	defer c.Close()
	return c.Balance(ctx, a)
}
