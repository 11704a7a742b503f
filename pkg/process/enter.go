package process

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// Between the supervisor and the worker there is a moment in which the program
// is ours and the process already the worker's: the supervisor starts itself
// again, with the spec on stdin, and that process gives up what a worker must
// not have and then becomes the worker. The supervisor itself stays outside, so
// that no worker can look into it or end it.

// failFD is the descriptor on which an entering process says why it could not
// become the worker; it closes by itself when it has.
const failFD = 3

// startConfined forks the process that will become the worker, and returns its id
// once it has.
func (s *supervisor) startConfined(path string, out, errOut int) (int, error) {
	spec := s.spec
	spec.Enter, spec.Path, spec.ReportFD = true, path, 0
	spec.Env = nil // it has it
	input, err := memfile(spec)
	if err != nil {
		return 0, err
	}
	defer unix.Close(input)
	var ends [2]int
	if err := unix.Pipe2(ends[:], unix.O_CLOEXEC); err != nil {
		return 0, err
	}
	failures := os.NewFile(uintptr(ends[0]), "failures")
	defer failures.Close()
	door, err := openDoor(spec.Room)
	if err != nil {
		unix.Close(ends[1])
		return 0, err
	}
	defer door.close()
	argv := append([]string{"/proc/self/exe"}, os.Args[1:]...)
	pid, err := syscall.ForkExec(argv[0], argv, &syscall.ProcAttr{
		Env:   s.spec.Env,
		Files: append([]uintptr{uintptr(input), uintptr(out), uintptr(errOut), uintptr(ends[1])}, door.inside()...),
		Sys:   attributes(spec.Room),
	})
	unix.Close(ends[1])
	if err != nil && spec.Room != nil {
		err = noRoom(err)
	}
	if err != nil {
		return 0, err
	}
	text, err := io.ReadAll(io.LimitReader(failures, 4<<10))
	if len(text) > 0 {
		err = errors.Join(err, errors.New(strings.TrimSpace(string(text))))
	}
	if err == nil {
		err = door.relay(spec.Room)
	}
	if err == nil {
		return pid, nil
	}
	_ = unix.Kill(pid, unix.SIGKILL)
	for {
		if _, err := unix.Wait4(pid, nil, 0, nil); err != unix.EINTR {
			break
		}
	}
	return 0, err
}

// attributes are those of a process that is to become a worker.
func attributes(room *Room) *syscall.SysProcAttr {
	sys := &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if room != nil { // it is root there and nobody else, which is the daemon's user outside
		sys.Cloneflags = room.namespaces()
		sys.UidMappings = []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}
		sys.GidMappings = []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}}
	}
	return sys
}

// memfile holds the spec line; unlike a pipe it takes any length at once.
func memfile(spec wireSpec) (int, error) {
	line, err := json.Marshal(spec)
	if err != nil {
		return 0, err
	}
	fd, err := unix.MemfdCreate("spec", unix.MFD_CLOEXEC)
	if err != nil {
		return 0, fmt.Errorf("hand over the spec: %w", err)
	}
	file := os.NewFile(uintptr(fd), "spec")
	defer file.Close()
	if _, err := file.Write(append(line, '\n')); err != nil {
		return 0, fmt.Errorf("hand over the spec: %w", err)
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return 0, fmt.Errorf("hand over the spec: %w", err)
	}
	return unix.FcntlInt(file.Fd(), unix.F_DUPFD_CLOEXEC, failFD)
}

// enter becomes the worker. It returns only if it cannot.
func enter(spec wireSpec) int {
	unix.CloseOnExec(failFD)
	err := become(spec)
	fmt.Fprint(os.NewFile(failFD, "failures"), err)
	return exitNotLaunch
}

// workerOOM is how much sooner than others the kernel ends a worker for its memory, of 1000.
const workerOOM = "500"

func become(spec wireSpec) error {
	// Capabilities are a thread's, and the thread that calls execve is the one
	// that is left.
	runtime.LockOSThread()
	if spec.Dir != "" {
		if err := os.Chdir(spec.Dir); err != nil {
			return err
		}
	}
	program, err := filepath.Abs(spec.Path)
	if err != nil {
		return err
	}
	spec.Path = program
	grants := grantsFor(spec, systemTree)
	if room := spec.Room; room != nil {
		if err := room.listen(); err != nil {
			return err
		}
		if err := room.furnish(grants, spec.Dir); err != nil {
			return err
		}
		grants = append(grants, room.grants()...)
	}
	null, err := unix.Open(os.DevNull, unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return fmt.Errorf("%s: %w", os.DevNull, err)
	}
	if err := unix.Dup3(null, 0, 0); err != nil {
		return fmt.Errorf("worker's input: %w", err)
	}
	// Where memory runs out, a worker goes before the daemon. A kernel without this has no such
	// killer either.
	_ = os.WriteFile("/proc/self/oom_score_adj", []byte(workerOOM), 0)
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("no new privileges: %w", err)
	}
	if err := confine(grants); err != nil {
		return err
	}
	if err := dropCapabilities(); err != nil {
		return err
	}
	// The kernel forgets this only where a program gains rights, which none can
	// now; said again, since no worker may outlive its supervisor.
	if err := unix.Prctl(unix.PR_SET_PDEATHSIG, uintptr(unix.SIGKILL), 0, 0, 0); err != nil {
		return fmt.Errorf("die with the supervisor: %w", err)
	}
	if err := unix.CloseRange(failFD, ^uint(0)>>1, unix.CLOSE_RANGE_CLOEXEC); err != nil && !errors.Is(err, unix.ENOSYS) && !errors.Is(err, unix.EINVAL) {
		return fmt.Errorf("close inherited files: %w", err)
	}
	return fmt.Errorf("%s: %w", spec.Path, syscall.Exec(spec.Path, spec.Argv, os.Environ()))
}

// dropCapabilities gives up every capability of this thread. With no_new_privs
// not even root's programs get one back at execve.
func dropCapabilities() error {
	if err := unix.Prctl(unix.PR_CAP_AMBIENT, unix.PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0); err != nil && !errors.Is(err, unix.EINVAL) {
		return fmt.Errorf("drop ambient capabilities: %w", err)
	}
	header := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	var none [2]unix.CapUserData
	if err := unix.Capset(&header, &none[0]); err != nil {
		return fmt.Errorf("drop capabilities: %w", err)
	}
	return nil
}
