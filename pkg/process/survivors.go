package process

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"time"

	"golang.org/x/sys/unix"
)

const (
	goneInterval = 25 * time.Millisecond
	// goneScans is how many scans in a row must find nothing: a process can be
	// started by another between the reading of the table and of that other.
	goneScans = 2
	// supervisorPatience is how long a supervisor may take to clean up after
	// its last worker has been killed before it is killed as well.
	supervisorPatience = 2 * time.Second
)

// Survivors lists the processes left from an earlier daemon of the same owner:
// workers, what they started, and supervisors. The caller itself is not listed.
func Survivors(owner string) ([]int, error) {
	workers, err := marked(EnvOwner, owner)
	if err != nil {
		return nil, err
	}
	supervisors, err := marked(EnvSupervisor, owner)
	if err != nil {
		return nil, err
	}
	all := append(workers, supervisors...)
	slices.Sort(all)
	return slices.Compact(all), nil
}

// lastPatience is how long a worker may outlive SIGKILL before it is taken for one that the
// kernel cannot end, as it waits in a driver for a device that is dead.
const lastPatience = 10 * time.Second

// WaitGone waits until no process of an earlier daemon of this owner is left, and returns
// those that cannot be ended: their devices are not free. Those that linger after killAfter
// are killed: workers first, and their supervisors only if they then do not end, since a
// supervisor also finds descendants that hide their environment. The caller must hold the
// lock on the state directory, or it would kill the workers of a living daemon.
func WaitGone(ctx context.Context, owner string, killAfter time.Duration) (left []int, err error) {
	return waitGone(ctx, owner, killAfter, lastPatience, func(key string) { killMarked(key, owner) })
}

func waitGone(ctx context.Context, owner string, killAfter, patience time.Duration, kill func(key string)) (left []int, err error) {
	if owner == "" {
		return nil, fmt.Errorf("wait for old workers: owner is empty")
	}
	begin := time.Now()
	ticker := time.NewTicker(goneInterval)
	defer ticker.Stop()
	for empty := 0; ; {
		if left, err = Survivors(owner); err != nil {
			return nil, fmt.Errorf("wait for old workers: %w", err)
		}
		if len(left) == 0 {
			if empty++; empty >= goneScans {
				return nil, nil
			}
		} else {
			empty = 0
		}
		if waited := time.Since(begin); waited >= killAfter {
			kill(EnvOwner)
			if waited >= killAfter+supervisorPatience {
				kill(EnvSupervisor)
			}
			if waited >= killAfter+supervisorPatience+patience && len(left) > 0 {
				return left, nil
			}
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("wait for old workers: processes %v are left: %w", left, ctx.Err())
		case <-ticker.C:
		}
	}
}

// Left says which process of the owner's still has a device; "" if none has.
func Left(owner, device string) string {
	found := ""
	err := eachEnviron(func(pid int, environ []byte) {
		if devices, ok := lookupEnv(environ, EnvDevices); ok && namesDevice(devices, device) && isMarked(environ, EnvOwner, owner) {
			found = fmt.Sprintf("process %d of an earlier daemon cannot be ended", pid)
		}
	})
	if err != nil {
		return fmt.Sprintf("whether a process of an earlier daemon has it cannot be seen: %v", err)
	}
	return found
}

// marked lists the processes, other than this one, with key=value in their environment.
func marked(key, value string) ([]int, error) {
	var found []int
	self := os.Getpid()
	err := eachEnviron(func(pid int, environ []byte) {
		if pid != self && isMarked(environ, key, value) {
			found = append(found, pid)
		}
	})
	return found, err
}

func isMarked(environ []byte, key, value string) bool {
	if !bytes.Contains(environ, []byte(key)) {
		return false
	}
	got, ok := lookupEnv(environ, key)
	return ok && got == value
}

// killMarked sends SIGKILL to every process with key=value in its environment
// and returns how many there were.
func killMarked(key, value string) (int, error) {
	found, err := marked(key, value)
	for _, pid := range found {
		signalIf(pid, unix.SIGKILL, func() bool {
			buf, n := readProc(pid, "environ", make([]byte, 16<<10))
			return isMarked(buf[:n], key, value)
		})
	}
	return len(found), err
}

// killUntilGone kills the processes with key=value in their environment until
// none is left. One that the kernel cannot end (a call into a dead device) keeps
// it waiting for ever: its device is not free.
func killUntilGone(key, value string) {
	for empty := 0; empty < goneScans; {
		n, err := killMarked(key, value)
		if n == 0 && err == nil {
			empty++
		} else {
			empty = 0
		}
		time.Sleep(goneInterval)
	}
}
