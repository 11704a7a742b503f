package process

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"go.uber.org/zap"
)

const (
	// MaxLineBytes caps a line of a worker's output; the rest of a longer line is dropped.
	MaxLineBytes = 1 << 20
	// startTimeout bounds the wait for a supervisor to report its worker.
	startTimeout = 20 * time.Second
	// backstop is how long after the worker's own grace the daemon takes the
	// killing in its own hands, should the supervisor itself hang.
	backstop = 3 * time.Second
)

// Config says how workers are supervised. The zero value will do.
type Config struct {
	// SupervisorArgv starts a supervisor: a program that calls Supervise.
	// Default: this program with the arguments "worker exec".
	SupervisorArgv []string
	// OrphanGrace is what a worker gets between SIGTERM and SIGKILL when the
	// daemon is gone: default 3 s, at most 4 s.
	OrphanGrace time.Duration
	// LogMaxBytes is the size at which a worker's log is rotated; default 8 MiB.
	LogMaxBytes int64
	// Hidden lists files and folders that no worker may open, whatever they lie
	// in: keys, the store, the configuration. It is asked at every start and may
	// be nil.
	Hidden func() []string
	// Log may be nil.
	Log *zap.Logger
}

// Spec describes a worker.
type Spec struct {
	Argv []string
	// Env is the worker's whole environment; nothing is inherited.
	Env []string
	Dir string
	// Grace is the time between SIGTERM and SIGKILL at a stop; default 10 s.
	Grace time.Duration
	// LogPath is where stderr goes; if empty, to the daemon's stderr.
	LogPath string
	// LogStdout sends stdout there too, in order with stderr: it does not pass through
	// the daemon then. It needs a LogPath and no Stdout.
	LogStdout bool
	// Owner is an id of the state directory, by which a later daemon finds survivors.
	Owner string
	// ReadPaths and WritePaths are what the worker may open beside the system's
	// programs, libraries and devices, its program's folder, Dir and the folders
	// for temporary files, on a kernel that has Landlock. Missing ones are left out.
	ReadPaths, WritePaths []string
	// Room gives the worker a file system and a network of its own; nil: it has the machine's.
	Room *Room
	// Stdout gets every line of the worker's output, without its end. The bytes
	// are valid only during the call, and a slow call holds up the worker. May be nil.
	Stdout func(line []byte)
}

// Exit tells how a worker ended.
type Exit struct {
	// Code is the exit code, 128+n if signal n ended the worker, -1 if unknown.
	Code int
	// Signal is the signal that ended the worker, or 0.
	Signal syscall.Signal
	At     time.Time
	// Err is set when the end was not orderly: the supervisor was lost, or a
	// wait for the end was given up (the worker may then still be running).
	Err error
}

func (e Exit) String() string {
	switch {
	case e.Err != nil:
		return e.Err.Error()
	case e.Signal != 0:
		return "signal " + e.Signal.String()
	default:
		return fmt.Sprintf("exit code %d", e.Code)
	}
}

// Worker is a supervised process and all that it started. Its methods may be
// called from any goroutine.
type Worker struct {
	spec     Spec
	id       string
	log      *zap.Logger
	cmd      *exec.Cmd
	childPID int
	commands *os.File

	closing sync.Mutex // serialises commands with the closing of the pipe
	done    chan struct{}
	exit    Exit // written before done is closed
}

// workerCount makes worker ids differ within a process.
var workerCount atomic.Uint64

// Start starts a worker and returns once it runs, or with the reason why it
// does not. The context bounds the start alone: a worker ends by Stop or Kill,
// by itself, or with this process.
func Start(ctx context.Context, cfg Config, spec Spec) (*Worker, error) {
	wire, err := newWireSpec(cfg, spec)
	if err != nil {
		return nil, err
	}
	w := &Worker{spec: spec, log: cfg.Log, done: make(chan struct{})}
	if w.log == nil {
		w.log = zap.NewNop()
	}
	if w.spec.Grace == 0 {
		w.spec.Grace = defaultGrace
	}
	w.id = fmt.Sprintf("%s.%d.%d.%d", spec.Owner, os.Getpid(), time.Now().UnixNano(), workerCount.Add(1))
	wire.Env = workerEnv(spec.Env, spec.Owner, w.id)
	if err := wire.check(); err != nil {
		return nil, err
	}
	started, err := w.launch(cfg, wire)
	if err != nil {
		return nil, fmt.Errorf("start worker %s: %w", spec.Argv[0], err)
	}
	if err := w.awaitStart(ctx, started); err != nil {
		return nil, fmt.Errorf("start worker %s: %w", spec.Argv[0], err)
	}
	return w, nil
}

func newWireSpec(cfg Config, spec Spec) (wireSpec, error) {
	if spec.Owner == "" {
		return wireSpec{}, errors.New("worker spec: owner is empty")
	}
	grace, orphan := spec.Grace, cfg.OrphanGrace
	if grace == 0 {
		grace = defaultGrace
	}
	if orphan == 0 {
		orphan = defaultOrphanGrace
	}
	var hidden []string
	if cfg.Hidden != nil {
		hidden = cfg.Hidden()
	}
	return wireSpec{
		Read: spec.ReadPaths, Write: spec.WritePaths, Hidden: hidden, Room: spec.Room,
		Argv: spec.Argv, Dir: spec.Dir,
		GraceMS: grace.Milliseconds(), OrphanGraceMS: orphan.Milliseconds(),
		LogPath: spec.LogPath, LogStdout: spec.LogStdout && spec.LogPath != "", LogMaxBytes: cfg.LogMaxBytes, ReportFD: 3,
	}, nil
}

// launch starts the supervisor, hands it the spec, and returns the channel on
// which its first report arrives (closed without one if it dies first).
func (w *Worker) launch(cfg Config, wire wireSpec) (<-chan report, error) {
	argv := cfg.SupervisorArgv
	if len(argv) == 0 {
		// The running program itself, even after its file has been replaced.
		argv = []string{"/proc/self/exe", "worker", "exec"}
	}
	line, err := json.Marshal(wire)
	if err != nil {
		return nil, err
	}
	var pipes pipeSet
	defer pipes.closeChildEnds()
	stdin, commands := pipes.make(false)
	stdout, output := pipes.make(true)
	reportIn, reports := pipes.make(true)
	if pipes.err != nil {
		pipes.closeOwnEnds()
		return nil, pipes.err
	}
	w.cmd = exec.Command(argv[0], argv[1:]...)
	w.cmd.Env = supervisorEnv(w.spec.Owner)
	w.cmd.Stdin, w.cmd.Stdout, w.cmd.Stderr = stdin, stdout, os.Stderr
	w.cmd.ExtraFiles = []*os.File{reportIn}
	// Away from the daemon's terminal: ctrl-C and ctrl-Z are for the daemon.
	w.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := w.cmd.Start(); err != nil {
		pipes.closeOwnEnds()
		return nil, fmt.Errorf("supervisor: %w", err)
	}
	w.commands = commands
	started := make(chan report, 1)
	go w.watch(output, reports, started)
	_ = commands.SetWriteDeadline(time.Now().Add(startTimeout))
	// An error here means that the supervisor died; its silence on the report
	// descriptor says so too.
	_, _ = commands.Write(append(line, '\n'))
	return started, nil
}

func (w *Worker) awaitStart(ctx context.Context, started <-chan report) error {
	timer := time.NewTimer(startTimeout)
	defer timer.Stop()
	var err error
	select {
	case first, ok := <-started:
		switch {
		case !ok:
			<-w.done
			return fmt.Errorf("supervisor ended before it reported: %w", w.exit.Err)
		case first.Error != "":
			<-w.done
			return errors.New(first.Error)
		}
		w.childPID = first.ChildPID
		return nil
	case <-ctx.Done():
		err = ctx.Err()
	case <-timer.C:
		err = fmt.Errorf("supervisor has not reported within %s", startTimeout)
	}
	w.force()
	<-w.done
	return err
}

// Stop asks the worker to end (SIGTERM, after its grace SIGKILL) and waits
// until nothing of it is left. If the context ends first, the returned Exit has
// its error, and the worker must be taken to be alive.
func (w *Worker) Stop(ctx context.Context) Exit {
	w.send(commandStop)
	return w.await(ctx, w.spec.Grace+backstop)
}

// Kill ends the worker and all that it started at once, and waits like Stop.
func (w *Worker) Kill(ctx context.Context) Exit {
	w.send(commandKill)
	return w.await(ctx, backstop)
}

func (w *Worker) await(ctx context.Context, patience time.Duration) Exit {
	timer := time.NewTimer(patience)
	defer timer.Stop()
	for {
		select {
		case <-w.done:
			return w.exit
		case <-ctx.Done():
			return Exit{Code: -1, At: time.Now(), Err: fmt.Errorf("worker %s has not ended: %w", w.spec.Argv[0], ctx.Err())}
		case <-timer.C:
			w.log.Warn("supervisor does not answer, killing its worker", zap.Int("supervisor", w.PID()))
			w.force()
		}
	}
}

// force kills the worker's processes and the supervisor without its help.
func (w *Worker) force() {
	_, _ = killMarked(EnvWorker, w.id)
	_ = w.cmd.Process.Kill() // fails only when it has ended
}

func (w *Worker) send(command string) {
	w.closing.Lock()
	defer w.closing.Unlock()
	_ = w.commands.SetWriteDeadline(time.Now().Add(time.Second))
	_, _ = io.WriteString(w.commands, command+"\n") // fails only when it has ended
}

// Done is closed when the worker and all that it started are gone.
func (w *Worker) Done() <-chan struct{} { return w.done }

// Exit tells how the worker ended; meaningful once Done is closed.
func (w *Worker) Exit() Exit {
	select {
	case <-w.done:
		return w.exit
	default:
		return Exit{Code: -1, Err: errors.New("worker is running")}
	}
}

// PID is the supervisor's process id.
func (w *Worker) PID() int { return w.cmd.Process.Pid }

// ChildPID is the worker's own process id, inside its supervisor.
func (w *Worker) ChildPID() int { return w.childPID }

// Owns reports whether a process is this worker or was started by it. Any other
// process on the worker's device is a foreign one.
func (w *Worker) Owns(pid int) bool {
	if pid == w.childPID {
		return true
	}
	buf, n := readProc(pid, "environ", make([]byte, 16<<10))
	return isMarked(buf[:n], EnvWorker, w.id)
}
