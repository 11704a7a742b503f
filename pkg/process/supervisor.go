package process

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// Exit codes of a supervisor that has no worker's code to pass on.
const (
	exitBadSpec   = 125
	exitNotLaunch = 127
)

// outputPatience bounds the wait for a reader of the worker's last output.
const outputPatience = 5 * time.Second

// supervisor holds one worker. Only the goroutine of Supervise touches it.
//
//	Starting ──> Running ──stop──────────> Terminating ──grace over──> Killing
//	                │  └──stdin ends──────────^ (the shorter grace)      │
//	                ├──────────────kill──────────────────────────────────>│
//	                └──worker ends──> Clearing <──worker ends─────────────┘
//	                                     └── nothing left ──> exit with the worker's code
type supervisor struct {
	spec     wireSpec
	report   *os.File // nil without one
	child    int
	deadline time.Time // when to kill; zero while running
	outputs  []<-chan struct{}
}

// Supervise is the supervisor process: it reads a spec and then commands from
// stdin, runs the worker, and returns the code to exit with (the worker's, or
// 128+n if signal n ended it) when nothing of the worker is left. The end of
// stdin means that the daemon is gone. It must have its process to itself: it
// takes over the process's children and signals.
func Supervise(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) int {
	// The kernel's promise to kill the worker with its parent is bound to the
	// thread that forked it, so that thread must stay.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()

	// Signals for the daemon's terminal or service also reach us; the daemon
	// then stops its workers in order. They are received and dropped rather
	// than ignored, since the worker would inherit an ignored signal.
	dropped := make(chan os.Signal, 1)
	signal.Notify(dropped, unix.SIGTERM, unix.SIGINT, unix.SIGHUP, unix.SIGQUIT, unix.SIGPIPE)
	defer signal.Stop(dropped)
	orphans := make(chan os.Signal, 1)
	signal.Notify(orphans, unix.SIGCHLD)
	defer signal.Stop(orphans)

	commands := bufio.NewReader(stdin)
	spec, err := readSpec(commands)
	if err != nil {
		fmt.Fprintln(stderr, "error:", err)
		return exitBadSpec
	}
	if spec.Enter {
		return enter(spec)
	}
	s := &supervisor{spec: spec}
	if spec.ReportFD > 0 {
		unix.CloseOnExec(spec.ReportFD)
		s.report = os.NewFile(uintptr(spec.ReportFD), "report")
		defer s.report.Close()
	}
	if err := s.launch(stdout, stderr); err != nil {
		if s.report == nil {
			fmt.Fprintln(stderr, "error:", err)
		}
		s.tell(report{Error: err.Error()})
		return exitNotLaunch
	}
	s.tell(report{ChildPID: s.child})
	s.run(ctx, readCommands(commands), orphans)
	return s.clear()
}

// launch starts the worker in a process group of its own.
func (s *supervisor) launch(stdout, stderr io.Writer) error {
	if err := unix.Prctl(unix.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("become reaper of orphans: %w", err)
	}
	path := s.spec.Argv[0]
	if !strings.Contains(path, "/") {
		found, err := exec.LookPath(path)
		if err != nil {
			return fmt.Errorf("worker: %w", err)
		}
		path = found
	}
	if s.spec.LogPath != "" {
		log, err := openLog(s.spec.LogPath, s.spec.LogMaxBytes)
		if err != nil {
			return err
		}
		stderr = log // open until the process ends
	}
	errOut, err := s.outlet(stderr)
	if err != nil {
		return err
	}
	defer unix.Close(errOut)
	out := errOut // one pipe: lines keep their order
	if !s.spec.LogStdout {
		if out, err = s.outlet(stdout); err != nil {
			return err
		}
		defer unix.Close(out)
	}
	s.child, err = s.startConfined(path, out, errOut)
	if err != nil {
		return fmt.Errorf("start worker %s: %w", path, err)
	}
	return nil
}

// outlet makes a pipe whose write end (returned) is for the worker and whose
// content goes to dst. The pipe keeps the worker apart from the daemon: when the
// daemon is gone, writing does not fail.
func (s *supervisor) outlet(dst io.Writer) (int, error) {
	var ends [2]int
	if err := unix.Pipe2(ends[:], unix.O_CLOEXEC); err != nil {
		return 0, fmt.Errorf("worker output: %w", err)
	}
	done := make(chan struct{})
	source := os.NewFile(uintptr(ends[0]), "worker output")
	go func() {
		defer close(done)
		defer source.Close()
		drain(dst, source)
	}()
	s.outputs = append(s.outputs, done)
	return ends[1], nil
}

// readCommands passes on commands until stdin ends, and then closes the channel.
func readCommands(r *bufio.Reader) <-chan string {
	commands := make(chan string)
	go func() {
		defer close(commands)
		for {
			line, _, err := readLine(r, 1<<10)
			if err != nil {
				return
			}
			commands <- strings.TrimSpace(string(line))
		}
	}()
	return commands
}

// run carries out commands until the worker has ended. The worker stays a
// zombie then, so that its id, which is its group's too, remains taken.
func (s *supervisor) run(ctx context.Context, commands <-chan string, orphans <-chan os.Signal) {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			err := unix.Waitid(unix.P_PID, s.child, nil, unix.WEXITED|unix.WNOWAIT, nil)
			if err != unix.EINTR {
				return
			}
		}
	}()
	cancelled := ctx.Done()
	for {
		var expired <-chan time.Time
		if !s.deadline.IsZero() {
			expired = time.After(time.Until(s.deadline))
		}
		select {
		case <-ended:
			return
		case <-orphans:
			s.reapOrphans()
		case <-cancelled:
			cancelled = nil
			s.terminate(s.spec.OrphanGraceMS)
		case command, ok := <-commands:
			switch {
			case !ok:
				commands = nil
				s.terminate(s.spec.OrphanGraceMS)
			case command == commandStop:
				s.terminate(s.spec.GraceMS)
			case command == commandKill:
				s.deadline = time.Now()
			}
		case <-expired:
			s.killGroup(unix.SIGKILL)
			_ = unix.Kill(s.child, unix.SIGKILL)     // it may have moved to another group
			s.deadline = time.Now().Add(time.Second) // and again, should one have slipped through
		}
	}
}

// terminate asks the group to end and sets the time to kill it, which a later
// request can only bring nearer.
func (s *supervisor) terminate(graceMS int64) {
	at := time.Now().Add(time.Duration(graceMS) * time.Millisecond)
	if s.deadline.IsZero() || at.Before(s.deadline) {
		s.deadline = at
	}
	s.killGroup(unix.SIGTERM)
	s.killGroup(unix.SIGCONT) // a stopped process would not see SIGTERM
}

func (s *supervisor) killGroup(sig unix.Signal) {
	_ = unix.Kill(-s.child, sig) // fails only when none is left
}

// reapOrphans collects ended helpers that fell to us, but not the worker.
func (s *supervisor) reapOrphans() {
	self := os.Getpid()
	below, err := descendants(self)
	if err != nil {
		return // they are collected at the end
	}
	for _, d := range below {
		if d.ppid == self && d.pid != s.child && d.state == 'Z' {
			_, _ = unix.Wait4(d.pid, nil, unix.WNOHANG, nil)
		}
	}
}

// clear kills and reaps everything that the worker left behind and returns the
// worker's exit code. With no child left there is no descendant left either,
// since every orphan among them becomes our child.
func (s *supervisor) clear() int {
	s.killGroup(unix.SIGKILL)
	var end unix.WaitStatus
	for {
		if _, err := unix.Wait4(s.child, &end, 0, nil); err != unix.EINTR {
			break
		}
	}
	self := os.Getpid()
	for pause := time.Millisecond; ; pause = min(2*pause, 100*time.Millisecond) {
		below, _ := descendants(self)
		for _, d := range below {
			signalIf(d.pid, unix.SIGKILL, func() bool {
				now, ok := readStatus(d.pid, make([]byte, 4<<10))
				return ok && now.start == d.start
			})
		}
		if !reapEnded() {
			break
		}
		time.Sleep(pause)
	}
	s.flush()
	s.tell(report{Exited: true, Code: exitCode(end), Signal: signalOf(end)})
	return exitCode(end)
}

// reapEnded collects every ended child and reports whether any child is left.
func reapEnded() bool {
	for {
		pid, err := unix.Wait4(-1, nil, unix.WNOHANG|unix.WALL, nil)
		switch {
		case errors.Is(err, unix.EINTR) || pid > 0:
		case err != nil:
			return false // ECHILD
		default:
			return true
		}
	}
}

// flush waits until the worker's output has been passed on.
func (s *supervisor) flush() {
	late := time.After(outputPatience)
	for _, done := range s.outputs {
		select {
		case <-done:
		case <-late:
			return
		}
	}
}

func (s *supervisor) tell(r report) {
	if s.report != nil {
		_ = json.NewEncoder(s.report).Encode(r) // fails only when the daemon is gone
	}
}

func exitCode(end unix.WaitStatus) int {
	if end.Signaled() {
		return 128 + int(end.Signal())
	}
	return end.ExitStatus()
}

func signalOf(end unix.WaitStatus) int {
	if end.Signaled() {
		return int(end.Signal())
	}
	return 0
}
