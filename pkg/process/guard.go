package process

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// Guard keeps other processes of the daemon's user, where they are no root's,
// from reading its memory and environment, and the kernel from writing either
// into a core file.
func Guard() error {
	if err := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0); err != nil {
		return fmt.Errorf("hide the daemon's memory: %w", err)
	}
	return nil
}

// maxDepth bounds the walk to a process's ancestors.
const maxDepth = 64

// FromWorker reports whether a process of our own user is a worker, or was
// started by one: a supervisor is among its ancestors, which a worker cannot
// leave, since the supervisor is the reaper of its orphans. One that has gone, or has
// lost an ancestor meanwhile, counts as a worker, and so does one with more ancestors
// than anybody needs: a worker could make itself all three.
func FromWorker(pid int) bool {
	buf := make([]byte, 16<<10)
	child := 0
	for depth := 0; pid > 1 && depth < maxDepth; depth++ {
		s, ok := readStatus(pid, buf)
		if !ok { // gone, or another user's, whom we may not see
			s, ok = readStatus(child, buf)
			return !ok || s.ppid != pid
		}
		var n int
		buf, n = readProc(pid, "environ", buf)
		for _, key := range []string{EnvSupervisor, EnvWorker} {
			if _, found := lookupEnv(buf[:n], key); found {
				return true
			}
		}
		child, pid = pid, s.ppid
	}
	return pid > 1
}
