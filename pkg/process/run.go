package process

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// RunOptions are for Run; the zero value inherits the environment and directory.
type RunOptions struct {
	// Env is the whole environment; nil inherits ours.
	Env   []string
	Dir   string
	Stdin io.Reader
	// Timeout ends the command; 0 leaves that to the context.
	Timeout time.Duration
	// MaxOutputBytes caps each of stdout and stderr, default 1 MiB; more is dropped.
	MaxOutputBytes int
}

// Run runs a short external command to its end. When the context or the timeout
// ends first, the command's process group is killed and Exit.Err says so; it is
// also killed if this process dies. A code other than 0 is not an Err.
func Run(ctx context.Context, argv []string, opts RunOptions) (stdout, stderr []byte, exit Exit) {
	if len(argv) == 0 || argv[0] == "" {
		return nil, nil, Exit{Code: -1, At: time.Now(), Err: errors.New("run: argv is empty")}
	}
	if opts.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, opts.Timeout)
		defer cancel()
	}
	limit := opts.MaxOutputBytes
	if limit <= 0 {
		limit = 1 << 20
	}
	// See Supervise: the parent-death signal is bound to the forking thread.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	out, errOut := &capped{limit: limit}, &capped{limit: limit}
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.Env, cmd.Dir, cmd.Stdin, cmd.Stdout, cmd.Stderr = opts.Env, opts.Dir, opts.Stdin, out, errOut
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	cmd.Cancel = func() error { return unix.Kill(-cmd.Process.Pid, unix.SIGKILL) }
	cmd.WaitDelay = time.Second // a helper may hold the output open
	err := cmd.Run()
	exit = Exit{Code: -1, At: time.Now()}
	if state := cmd.ProcessState; state != nil {
		end := unix.WaitStatus(state.Sys().(syscall.WaitStatus))
		exit.Code, exit.Signal = exitCode(end), syscall.Signal(signalOf(end))
	}
	var failed *exec.ExitError
	switch {
	case ctx.Err() != nil && err != nil:
		exit.Err = fmt.Errorf("run %s: %w", argv[0], ctx.Err())
	case err != nil && !errors.As(err, &failed):
		exit.Err = fmt.Errorf("run %s: %w", argv[0], err)
	}
	return out.data, errOut.data, exit
}

// Find is where a program is, by its path or on the PATH; an error if it is not there, or not to be run.
func Find(program string) (path string, err error) { return exec.LookPath(program) }

// capped keeps the first limit bytes and drops the rest.
type capped struct {
	data  []byte
	limit int
}

func (c *capped) Write(p []byte) (int, error) {
	c.data = append(c.data, p[:min(len(p), c.limit-len(c.data))]...)
	return len(p), nil
}

// Output runs a command to its end and gives what it has printed, a little more than a mebibyte at
// most. A code other than 0 is an error.
func Output(ctx context.Context, argv []string) ([]byte, error) {
	out, _, exit := Run(ctx, argv, RunOptions{MaxOutputBytes: 1<<20 + 1})
	if exit.Err == nil && exit.Code != 0 {
		return nil, fmt.Errorf("%s ends with %s", argv[0], exit)
	}
	return out, exit.Err
}
