//go:build chaos

package chaos

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/app"
	"github.com/gpuarbiter/gpuarbiter/pkg/httpapi"
	"github.com/gpuarbiter/gpuarbiter/test/scenario"
)

// patience is what a busy machine may need for anything; it decides nothing.
const patience = 3 * time.Minute

// rig is a daemon with its devices. Like systemd, its keeper starts the daemon again
// whenever it ends.
type rig struct {
	name    string
	dir     string // of configuration and log
	state   string
	owner   string
	devices []string // UUIDs, by index
	cards   []*card  // of the stand-in library; none where the devices are simulated
	env     []string
	watch   *watch
	fail    func(format string, args ...any)
	small   bool // the state lies on a small disk of its own

	full    atomic.Bool  // the disk is, now
	excused atomic.Int64 // until when (Unix) a daemon may end by itself, for a full disk
	kept    chan struct{}

	mu     sync.Mutex
	cmd    *exec.Cmd
	starts int
	alone  int  // ends by itself that a full disk excuses
	meant  bool // the present daemon's end is our doing
	calm   bool // the next one is started only when nothing of this one is left
}

func newRig(w *watch, dir, name string, fail func(string, ...any)) (*rig, error) {
	r := &rig{name: name, dir: filepath.Join(dir, name), watch: w, fail: fail, kept: make(chan struct{})}
	r.state = filepath.Join(r.dir, "state")
	if err := os.MkdirAll(r.state, 0o700); err != nil {
		return nil, err
	}
	r.owner = app.Owner(r.state)
	return r, nil
}

// shrink puts the state on a disk of its own; false where that is not permitted.
func (r *rig) shrink(t *testing.T) bool {
	err := syscall.Mount("chaos", r.state, "tmpfs", syscall.MS_NOSUID|syscall.MS_NODEV, "size=96m,mode=0700")
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EACCES) {
		return false
	}
	if err != nil {
		t.Fatalf("mount tmpfs: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(r.state, syscall.MNT_DETACH); err != nil {
			t.Errorf("unmount %s: %v", r.state, err)
		}
	})
	r.small = true
	return true
}

// occupy passes on to the card's driver who is on it.
func (r *rig) occupy(index int, on []proc) {
	if r.cards == nil {
		return
	}
	if err := r.cards[index].occupy(on); err != nil {
		r.fail("%s: card %d: %v", r.name, index, err)
	}
}

// keep starts the daemon again and again until ctx ends. The kernel kills a daemon whose
// starting thread ends, so that none outlives this program: the thread is held.
func (r *rig) keep(ctx context.Context) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	defer close(r.kept)
	for ctx.Err() == nil {
		cmd, err := r.launch()
		if err != nil {
			r.fail("%s: the daemon cannot be started: %v", r.name, err)
			return
		}
		_ = cmd.Wait() // how it ended is in its state
		clear := r.watch.died(r, time.Now())
		switch meant, calm := r.judge(cmd.ProcessState); {
		case ctx.Err() != nil:
		case !meant:
			time.Sleep(time.Second) // what fails at once is not tried at once
		case calm:
			select {
			case <-clear:
			case <-time.After(patience): // the watch tells
			}
		}
	}
}

func (r *rig) launch() (*exec.Cmd, error) {
	log, err := os.OpenFile(filepath.Join(r.dir, "daemon.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer log.Close() // the daemon has its own
	cmd := exec.Command(program, "run", "--config", r.config())
	cmd.Env, cmd.Stderr = append(os.Environ(), r.env...), log
	// An interrupt at the terminal is for us.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.watch.born(r)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	r.cmd, r.meant, r.calm = cmd, false, false
	r.starts++
	return cmd, nil
}

// judge looks at how a daemon ended: whether we meant it, and whether the next one waits.
func (r *rig) judge(end *os.ProcessState) (meant, calm bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.meant:
	case (r.full.Load() || time.Now().Unix() <= r.excused.Load()) && end.ExitCode() == 1:
		r.alone++
	default:
		r.fail("%s: the daemon has ended by itself: %s; its last words:\n%s", r.name, end, r.lastWords())
	}
	return r.meant, r.calm
}

func (r *rig) lastWords() []byte {
	text, _ := os.ReadFile(filepath.Join(r.dir, "daemon.log"))
	return text[max(0, len(text)-3000):]
}

func (r *rig) config() string { return filepath.Join(r.dir, "config.yaml") }

// signal means the daemon's end, and says how many there were.
func (r *rig) signal(sig syscall.Signal, calm bool) (starts int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.cmd == nil {
		return 0 // there has been none yet
	}
	r.meant, r.calm = true, calm
	_ = r.cmd.Process.Signal(sig) // one that has just ended by itself is started again all the same
	return r.starts
}

// pause stops the daemon for a while, unless it ends meanwhile.
func (r *rig) pause(hold time.Duration) error {
	r.mu.Lock()
	daemon := r.cmd.Process
	r.mu.Unlock()
	if err := daemon.Signal(syscall.SIGSTOP); err != nil {
		return errMissed
	}
	time.Sleep(hold)
	_ = daemon.Signal(syscall.SIGCONT) // fails only if it has ended
	return nil
}

// started waits until there have been more daemons than so many.
func (r *rig) started(ctx context.Context, than int) error {
	return within(ctx, "a new daemon", func() bool {
		r.mu.Lock()
		defer r.mu.Unlock()
		return r.starts > than
	})
}

// up waits until the daemon answers.
func (r *rig) up(ctx context.Context) error {
	return within(ctx, "the daemon to answer", func() bool { _, err := r.status(ctx); return err == nil })
}

// status asks over the control socket.
func (r *rig) status(ctx context.Context) (httpapi.Status, error) {
	return (&scenario.World{StateDir: r.state}).Status(ctx)
}

// finish ends the daemon in good order, once the keeper starts no other, and gives its code.
func (r *rig) finish() (int, error) {
	r.signal(syscall.SIGTERM, false)
	select {
	case <-r.kept:
		if r.cmd == nil {
			return -1, errors.New("it was never started")
		}
		return r.cmd.ProcessState.ExitCode(), nil
	case <-time.After(patience):
		r.signal(syscall.SIGKILL, false)
		<-r.kept
		return -1, fmt.Errorf("it has not ended within %s of TERM", patience)
	}
}

// crashes are the places in the log where a Go program has died.
func (r *rig) crashes() (found []string) {
	text, err := os.ReadFile(filepath.Join(r.dir, "daemon.log"))
	if err != nil {
		return []string{err.Error()}
	}
	for line := range bytes.Lines(text) {
		for _, mark := range []string{"panic: ", "fatal error: ", "SIGSEGV", "SIGBUS", "WARNING: DATA RACE"} {
			if bytes.Contains(line, []byte(mark)) {
				found = append(found, string(line))
			}
		}
	}
	return found
}

// within waits until ok says so.
func within(ctx context.Context, what string, ok func() bool) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for !ok() {
		select {
		case <-ctx.Done():
			return fmt.Errorf("waiting for %s: %w", what, ctx.Err())
		case <-time.After(20 * time.Millisecond):
		}
	}
	return nil
}
