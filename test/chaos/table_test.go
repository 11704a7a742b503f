//go:build chaos

package chaos

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/gpuarbiter/gpuarbiter/pkg/process"
)

// proc is a process that carries one of the daemon's marks in its environment. The table
// is read here anew rather than by pkg/process: what is wrong there must not be wrong here.
type proc struct {
	pid, parent int
	start       uint64 // clock ticks since boot: with the id it names a process for good
	device      string // that it computes on
	owner       string // of the worker
	worker      string // which one
	supervises  string // the owner, of a supervisor
}

// table lists the marked processes. A zombie has no environment, and is not in it.
func table() ([]proc, error) {
	dir, err := os.Open("/proc")
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	names, err := dir.Readdirnames(-1)
	if err != nil {
		return nil, err
	}
	var found []proc
	for _, name := range names {
		pid, err := strconv.Atoi(name)
		if err != nil {
			continue
		}
		if p, ok := look(pid); ok {
			found = append(found, p)
		}
	}
	return found, nil
}

// look reads one process; false if it has gone or has no mark.
func look(pid int) (proc, bool) {
	environ, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "environ"))
	if err != nil || !bytes.Contains(environ, []byte(process.EnvDevices)) && !bytes.Contains(environ, []byte("GPUARBITER_")) {
		return proc{}, false
	}
	p := proc{pid: pid}
	for entry := range bytes.SplitSeq(environ, []byte{0}) {
		key, value, _ := strings.Cut(string(entry), "=")
		switch key {
		case process.EnvDevices:
			p.device = value
		case process.EnvOwner:
			p.owner = value
		case process.EnvWorker:
			p.worker = value
		case process.EnvSupervisor:
			p.supervises = value
		}
	}
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	if err != nil {
		return proc{}, false
	}
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:]) // from field 3 on, proc_pid_stat(5)
	if len(fields) < 20 {
		return proc{}, false
	}
	if p.parent, err = strconv.Atoi(string(fields[1])); err != nil {
		return proc{}, false
	}
	p.start, err = strconv.ParseUint(string(fields[19]), 10, 64)
	return p, err == nil && (p.device != "" || p.owner != "" || p.supervises != "")
}

// is reports whether the process is still there.
func (p proc) is() bool {
	now, ok := look(p.pid)
	return ok && now.start == p.start
}

// signal reaches this process and no other, even if its id is another's by now.
func (p proc) signal(sig syscall.Signal) bool {
	handle, err := os.FindProcess(p.pid)
	if err != nil {
		return false
	}
	defer handle.Release() //nolint:errcheck // it only forgets
	return p.is() && handle.Signal(sig) == nil
}

// ticks is now as the table counts time: hundredths of a second since boot.
func ticks() uint64 {
	var now unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_BOOTTIME, &now); err != nil {
		panic(err) // Linux has had it since 2.6.39
	}
	return uint64(now.Nano() / 1e7)
}

// training is what a trainer does.
const training = "training"

// does tells what a worker works at, from its command line: the address of its pool, or
// training; "" while that cannot be told.
func (p proc) does() string {
	line, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(p.pid), "cmdline"))
	if err != nil {
		return ""
	}
	for arg := range bytes.SplitSeq(line, []byte{0}) {
		if string(arg) == "--job" {
			return training
		}
		path, ok := strings.CutPrefix(string(arg), "--config=")
		if !ok {
			continue
		}
		var miner struct{ Pools []struct{ URL string } }
		text, err := os.ReadFile(path)
		if err == nil && json.Unmarshal(text, &miner) == nil && len(miner.Pools) == 1 {
			return miner.Pools[0].URL
		}
	}
	return ""
}
