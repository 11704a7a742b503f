package devnet

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"
)

const (
	startLimit = 30 * time.Second      // for a node to answer
	stopGrace  = 10 * time.Second      // from SIGTERM to SIGKILL
	pollPeriod = 20 * time.Millisecond // while a node starts
	tailBytes  = 2048                  // of geth's log, told when it fails

	// In this scheme, and as an archive, a node keeps each block's state, and
	// geth writes it with the block; in the other only an orderly end writes
	// the newest states, and a killed node falls back to its genesis.
	stateScheme = "hash"
)

// FindGeth is the path of geth's executable: $GETH, or bin/geth of the
// repository that this source file or the working directory lies in.
func FindGeth() (string, error) {
	if path := os.Getenv("GETH"); path != "" {
		if err := executable(path); err != nil {
			return "", fmt.Errorf("devnet: $GETH: %w", err)
		}
		return path, nil
	}
	var starts []string
	if _, file, _, ok := runtime.Caller(0); ok && filepath.IsAbs(file) {
		starts = append(starts, filepath.Dir(file))
	}
	if dir, err := os.Getwd(); err == nil {
		starts = append(starts, dir)
	}
	for _, start := range starts {
		if path, ok := gethAbove(start); ok {
			return path, nil
		}
	}
	return "", errors.New("devnet: no geth: run `make bin/geth` in the repository, or set $GETH to the path of one")
}

var errEnded = errors.New("the process ended")

// gethAbove looks for bin/geth beside a go.mod in dir and the folders above.
func gethAbove(dir string) (string, bool) {
	for {
		path := filepath.Join(dir, "bin", "geth")
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil && executable(path) == nil {
			return path, true
		}
		above := filepath.Dir(dir)
		if above == dir {
			return "", false
		}
		dir = above
	}
}

func executable(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.IsDir() || info.Mode()&0o111 == 0 {
		return fmt.Errorf("%s is not an executable file", path)
	}
	return nil
}

// Geth starts geth as a process and returns when it answers and has made its
// first block. The process ends with Stop or Kill, when ctx is done, and, by
// SIGKILL, when this process ends without either. A killed node's chain goes on
// some blocks back, from what had reached the disk.
func Geth(ctx context.Context, o Options) (*Node, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	if o.Manual {
		return nil, errors.New("devnet: geth makes its blocks by itself; Options.Manual is for Embedded")
	}
	if o.Binary == "" {
		if o.Binary, err = FindGeth(); err != nil {
			return nil, err
		}
	}
	cleanup := func() {}
	if o.Dir == "" {
		if o.Dir, err = os.MkdirTemp("", "devnet-"); err != nil {
			return nil, fmt.Errorf("devnet: geth's data: %w", err)
		}
		dir := o.Dir
		cleanup = func() { _ = os.RemoveAll(dir) } // a temporary folder is all that may stay
	}
	if err := o.initialise(ctx); err != nil {
		cleanup()
		return nil, err
	}
	return o.launch(ctx, cleanup)
}

// initialise makes the data folder's chain from the genesis. A chain that is
// there already is left alone, and must be of the same genesis.
func (o Options) initialise(ctx context.Context) error {
	text, err := json.Marshal(o.genesis())
	if err != nil {
		return fmt.Errorf("devnet: genesis: %w", err)
	}
	path := filepath.Join(o.Dir, "genesis.json") // is there once the chain is
	switch before, err := os.ReadFile(path); {
	case err == nil && bytes.Equal(before, text):
		return nil
	case err == nil:
		return fmt.Errorf("devnet: %s is of a chain with other accounts, balances or gas limit", path)
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("devnet: genesis: %w", err)
	}
	if err := os.MkdirAll(o.Dir, 0o700); err != nil {
		return fmt.Errorf("devnet: geth's data: %w", err)
	}
	draft := filepath.Join(o.Dir, "genesis.new.json")
	if err := os.WriteFile(draft, text, 0o600); err != nil {
		return fmt.Errorf("devnet: genesis: %w", err)
	}
	out, err := exec.CommandContext(ctx, o.Binary, "init", "--datadir", o.Dir, "--state.scheme", stateScheme, draft).CombinedOutput()
	if err != nil {
		return fmt.Errorf("devnet: %s init: %w\n%s", o.Binary, err, out[max(0, len(out)-tailBytes):])
	}
	if err := os.Rename(draft, path); err != nil {
		return fmt.Errorf("devnet: genesis: %w", err)
	}
	return nil
}

func (o Options) arguments() []string {
	return []string{
		"--dev", "--datadir", o.Dir, "--cache", "64",
		"--dev.period", strconv.Itoa(int(o.Period / time.Second)),
		"--miner.gaslimit", strconv.FormatUint(o.GasLimit, 10),
		"--http", "--http.addr", host, "--http.port", "0", "--http.api", strings.Join(modules, ","),
		"--authrpc.addr", host, "--authrpc.port", "0",
		"--state.scheme", stateScheme, "--gcmode", "archive",
		"--ipcdisable", "--nodiscover", "--maxpeers", "0", "--nat", "none",
	}
}

// launch starts the process and waits until it answers; cleanup runs at its end.
func (o Options) launch(ctx context.Context, cleanup func()) (*Node, error) {
	l, err := listen(o.Port)
	if err != nil {
		cleanup()
		return nil, err
	}
	n, exited, err := o.process(ctx, cleanup)
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	front, err := open(l, n.URL, n.blobs)
	if err != nil {
		n.kill()
		return nil, errors.Join(fmt.Errorf("devnet: geth: %w", err), l.Close())
	}
	n.URL, n.Beacon = front.url, front.url
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-exited
		front.close()
	}()
	stop, kill := n.stop, n.kill
	n.done, n.stop, n.kill = done, func() { stop(); <-done }, func() { kill(); <-done }
	return n, nil
}

// process is geth, answering; exited is closed at its end.
func (o Options) process(ctx context.Context, cleanup func()) (n *Node, exited <-chan struct{}, err error) {
	kept, err := recallBlobs(filepath.Join(o.Dir, "blobs"))
	if err != nil {
		cleanup()
		return nil, nil, err
	}
	life, end := context.WithCancelCause(ctx)
	cmd := exec.CommandContext(life, o.Binary, o.arguments()...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = stopGrace
	// A group of its own: an interrupt at the terminal reaches us alone, and
	// we stop the node when we are done with it.
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Setpgid: true}
	out := &gethLog{to: o.Log, endpoint: make(chan string, 1)}
	cmd.Stdout, cmd.Stderr = out, out

	started, ended := make(chan error, 1), make(chan struct{})
	go func() {
		// The kernel sends Pdeathsig when the thread that started the process
		// ends, so that thread is held until the process has ended.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		defer close(ended)
		defer cleanup()
		defer end(errEnded)
		err := cmd.Start()
		started <- err
		if err == nil {
			_ = cmd.Wait() // how it ended is in its log
		}
	}()
	if err := <-started; err != nil {
		<-ended
		return nil, nil, fmt.Errorf("devnet: geth: %w", err)
	}
	n = &Node{blobs: kept, PID: cmd.Process.Pid}
	n.stop = func() { end(nil); <-ended }
	n.kill = func() { _ = cmd.Process.Kill(); <-ended } // it fails on a process that has ended
	if err := n.await(life, out.endpoint); err != nil {
		n.kill()
		return nil, nil, fmt.Errorf("devnet: geth does not start: %w; its log ends:\n%s", err, out.tail)
	}
	return n, ended, nil
}

// await learns the endpoint from the log and waits for the first block there.
func (n *Node) await(ctx context.Context, endpoint <-chan string) error {
	ctx, cancel := context.WithTimeoutCause(ctx, startLimit, fmt.Errorf("no block within %v", startLimit))
	defer cancel()
	select {
	case address := <-endpoint:
		n.URL = "http://" + address
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	client, err := ethclient.DialContext(ctx, n.URL)
	if err != nil {
		return err
	}
	defer client.Close()
	for {
		if head, err := client.BlockNumber(ctx); err == nil && head > 0 {
			break
		}
		select {
		case <-time.After(pollPeriod):
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	id, err := client.ChainID(ctx)
	if err != nil {
		return err
	}
	n.ChainID = id.Uint64()
	return nil
}

// gethLog passes geth's log on, keeps its end, and reads the RPC's endpoint
// from it: geth picks the port behind the gateway itself, which leaves no moment
// in which another process could take it. Only the goroutine that copies the output writes.
type gethLog struct {
	to       io.Writer
	endpoint chan string // one, once
	found    bool
	tail     []byte
}

var endpointLine = regexp.MustCompile(`HTTP server started\s+endpoint=(\S+)\s+auth=false`)

func (l *gethLog) Write(p []byte) (int, error) {
	l.tail = append(l.tail, p...)
	if !l.found {
		if m := endpointLine.FindSubmatch(l.tail); m != nil {
			l.found = true
			l.endpoint <- string(m[1])
		}
	}
	if extra := len(l.tail) - tailBytes; extra > 0 {
		l.tail = append(l.tail[:0], l.tail[extra:]...)
	}
	if l.to != nil {
		_, _ = l.to.Write(p) // an error would break the pipe that geth writes to
	}
	return len(p), nil
}
