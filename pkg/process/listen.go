package process

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// ErrNotOurs: another process than the worker's listens at its port.
var ErrNotOurs = errors.New("another process listens at the worker's port")

// CheckListener reports whether who listens at a port of 127.0.0.1 is the worker or was
// started by it. A port is chosen before the worker takes it, and another user, or another
// worker, may be faster. nil, too, if nobody listens.
func (w *Worker) CheckListener(port int) error {
	sockets, err := listeners(port)
	if err != nil || len(sockets) == 0 {
		return err
	}
	family, err := descendants(w.PID())
	if err != nil {
		return err
	}
	for _, s := range sockets {
		if s.uid != os.Geteuid() {
			return fmt.Errorf("%w: one of user %d", ErrNotOurs, s.uid)
		}
		held, known := false, true
		for _, p := range family {
			has, err := holds(p.pid, s.inode)
			held, known = held || has, known && err == nil
		}
		if !held && known {
			return ErrNotOurs
		}
	}
	return nil
}

// socket is one that listens.
type socket struct {
	uid   int
	inode string
}

// listening is the state of such a socket in /proc/net/tcp.
const listening = "0A"

// listeners finds who listens at a TCP port of this machine (proc_pid_net(5)).
func listeners(port int) (found []socket, err error) {
	suffix := fmt.Sprintf(":%04X", port)
	for _, table := range []string{"tcp", "tcp6"} {
		text, err := os.ReadFile("/proc/net/" + table)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("who listens: %w", err)
		}
		for line := range bytes.Lines(text) {
			f := strings.Fields(string(line))
			if len(f) < 10 || f[3] != listening || !strings.HasSuffix(f[1], suffix) {
				continue
			}
			uid, err := strconv.Atoi(f[7])
			if err != nil {
				return nil, fmt.Errorf("who listens: %w", err)
			}
			found = append(found, socket{uid, f[9]})
		}
	}
	return found, nil
}

// holds reports whether a process has a socket open. A process that is gone has none.
func holds(pid int, inode string) (bool, error) {
	dir := "/proc/" + strconv.Itoa(pid) + "/fd/"
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return false, err
	}
	for _, e := range entries {
		if to, err := os.Readlink(dir + e.Name()); err == nil && to == "socket:["+inode+"]" {
			return true, nil
		}
	}
	return false, nil
}
