package process

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// Occupant is a process that may use a device.
type Occupant struct {
	PID int
	// Env is the part of its environment that concerns us: CUDA_VISIBLE_DEVICES
	// and every variable that begins with GPUARBITER_.
	Env map[string]string
}

// Occupants lists the processes whose CUDA_VISIBLE_DEVICES names the device,
// supervisors and this process excepted. Only processes whose
// environment we may read are seen: those of our own user.
func Occupants(uuid string) ([]Occupant, error) {
	var found []Occupant
	self, name := os.Getpid(), []byte(uuid)
	err := eachEnviron(func(pid int, environ []byte) {
		if pid == self || !bytes.Contains(environ, name) {
			return
		}
		devices, ok := lookupEnv(environ, EnvDevices)
		if !ok || !namesDevice(devices, uuid) {
			return
		}
		if _, supervisor := lookupEnv(environ, EnvSupervisor); supervisor {
			return
		}
		found = append(found, Occupant{PID: pid, Env: relevantEnv(environ)})
	})
	return found, err
}

// namesDevice reports whether a CUDA_VISIBLE_DEVICES list holds the UUID.
func namesDevice(list, uuid string) bool {
	for entry := range strings.SplitSeq(list, ",") {
		if strings.TrimSpace(entry) == uuid && uuid != "" {
			return true
		}
	}
	return false
}

func relevantEnv(environ []byte) map[string]string {
	env := make(map[string]string)
	for entry := range bytes.SplitSeq(environ, []byte{0}) {
		key, value, ok := strings.Cut(string(entry), "=")
		if ok && (key == EnvDevices || strings.HasPrefix(key, "GPUARBITER_")) {
			if _, seen := env[key]; !seen { // getenv returns the first
				env[key] = value
			}
		}
	}
	return env
}

// lookupEnv finds a variable in an environment as the kernel shows it:
// KEY=value entries, each ended by a zero byte.
func lookupEnv(environ []byte, key string) (string, bool) {
	for len(environ) > 0 {
		entry, rest, _ := bytes.Cut(environ, []byte{0})
		if len(entry) > len(key) && entry[len(key)] == '=' && string(entry[:len(key)]) == key {
			return string(entry[len(key)+1:]), true
		}
		environ = rest
	}
	return "", false
}

// pids lists the processes in the table.
func pids() ([]int, error) {
	dir, err := os.Open("/proc")
	if err != nil {
		return nil, fmt.Errorf("process table: %w", err)
	}
	defer dir.Close()
	names, err := dir.Readdirnames(-1)
	if err != nil {
		return nil, fmt.Errorf("process table: %w", err)
	}
	ids := make([]int, 0, len(names))
	for _, name := range names {
		if pid, err := strconv.Atoi(name); err == nil {
			ids = append(ids, pid)
		}
	}
	return ids, nil
}

// execPatience bounds the wait for a process in the middle of execve, which has
// an address space but shows no environment yet.
const execPatience = 500 * time.Millisecond

// mostEnviron bounds what is read of a process's environment: no worker's is as long, and a
// stranger's may be gigabytes.
const mostEnviron = 1 << 20

// ourOwn reports whether a process runs under our user: workers do. Others' would cost
// time and memory as they please, where we are root and may read them.
func ourOwn(pid int) bool {
	var st unix.Stat_t
	return unix.Stat("/proc/"+strconv.Itoa(pid), &st) == nil && int(st.Uid) == os.Geteuid()
}

// eachEnviron visits every process of our user with a readable, non-empty environment. The
// bytes are valid only during the visit. Kernel threads and zombies have none.
func eachEnviron(visit func(pid int, environ []byte)) error {
	ids, err := pids()
	if err != nil {
		return err
	}
	buf := make([]byte, 16<<10)
	for _, pid := range ids {
		if !ourOwn(pid) {
			continue
		}
		var n int
		buf, n = readProc(pid, "environ", buf)
		// Its execve may end between the two looks, and the next begin: only when it is
		// twice in none does an empty environment count.
		for begin, calm := time.Now(), 0; n == 0 && calm < 2 && time.Since(begin) < execPatience; {
			if calm++; inExec(pid, buf) {
				calm = 0
				time.Sleep(time.Millisecond)
			}
			buf, n = readProc(pid, "environ", buf)
		}
		if n > 0 {
			visit(pid, buf[:n])
		}
	}
	return nil
}

// readProc reads /proc/pid/name into buf, which it may grow; 0 bytes when the
// process has gone or is not ours to read. Plain system calls keep a scan of
// some hundred processes within milliseconds.
func readProc(pid int, name string, buf []byte) ([]byte, int) {
	fd, err := openRetry("/proc/" + strconv.Itoa(pid) + "/" + name)
	if err != nil {
		return buf, 0
	}
	defer unix.Close(fd)
	total := 0
	for {
		if total == len(buf) {
			buf = append(buf, make([]byte, len(buf)+1)...)
		}
		n, err := unix.Read(fd, buf[total:])
		switch {
		case err == unix.EINTR:
		case err != nil:
			return buf, 0
		case n == 0:
			return buf, total
		default:
			if total += n; total >= mostEnviron {
				return buf, total
			}
		}
	}
}

// inExec reports whether a process that showed no environment is in the middle
// of execve, or was when it was read: it has an address space, and its
// environment has no place in it yet, or one that is not empty.
func inExec(pid int, buf []byte) bool {
	buf, n := readProc(pid, "statm", buf)
	if n == 0 || buf[0] == '0' {
		return false // a kernel thread, a zombie, or gone
	}
	buf, n = readProc(pid, "stat", buf)
	fields := statFields(buf[:n])
	if len(fields) < 49 {
		return false
	}
	start, end := string(fields[47]), string(fields[48])
	return (end == "0" || start != end) && readable(pid) // also 0 if not ours to know
}

func readable(pid int) bool {
	fd, err := openRetry("/proc/" + strconv.Itoa(pid) + "/environ")
	if err != nil {
		return false
	}
	unix.Close(fd)
	return true
}

func openRetry(path string) (int, error) {
	for {
		fd, err := unix.Open(path, unix.O_RDONLY|unix.O_CLOEXEC, 0)
		if err != unix.EINTR {
			return fd, err
		}
	}
}

// status is what /proc/pid/stat says of a process. Together the id and the
// start time name a process for good, as an id alone does not.
type status struct {
	pid, ppid int
	state     byte
	start     uint64 // clock ticks since boot
}

func readStatus(pid int, buf []byte) (status, bool) {
	buf, n := readProc(pid, "stat", buf)
	return parseStatus(pid, buf[:n])
}

// statFields splits a line of /proc/pid/stat (proc_pid_stat(5)); the first is
// field 3, the state. The name before it may hold anything, so counting begins
// after the last ')'.
func statFields(line []byte) [][]byte {
	end := bytes.LastIndexByte(line, ')')
	if end < 0 {
		return nil
	}
	return bytes.Fields(line[end+1:])
}

func parseStatus(pid int, line []byte) (status, bool) {
	fields := statFields(line)
	if len(fields) < 20 || len(fields[0]) != 1 {
		return status{}, false
	}
	ppid, err1 := strconv.Atoi(string(fields[1]))
	start, err2 := strconv.ParseUint(string(fields[19]), 10, 64)
	return status{pid: pid, ppid: ppid, state: fields[0][0], start: start}, errors.Join(err1, err2) == nil
}

// descendants lists every process below root, zombies included.
func descendants(root int) ([]status, error) {
	ids, err := pids()
	if err != nil {
		return nil, err
	}
	children := make(map[int][]status)
	buf := make([]byte, 4<<10)
	for _, pid := range ids {
		if s, ok := readStatus(pid, buf); ok {
			children[s.ppid] = append(children[s.ppid], s)
		}
	}
	var found []status
	seen := map[int]bool{root: true} // the table changes while it is read: no cycles
	for queue := []int{root}; len(queue) > 0; queue = queue[1:] {
		for _, s := range children[queue[0]] {
			if !seen[s.pid] {
				seen[s.pid] = true
				found = append(found, s)
				queue = append(queue, s.pid)
			}
		}
	}
	return found, nil
}

// signalIf sends sig to the process, if it still satisfies check once a handle
// on it is held: an id that has passed to another process is never hit.
func signalIf(pid int, sig unix.Signal, check func() bool) {
	fd, err := unix.PidfdOpen(pid, 0)
	if err != nil {
		return // gone
	}
	defer unix.Close(fd)
	if check() {
		_ = unix.PidfdSendSignal(fd, sig, nil, 0) // ESRCH: gone meanwhile
	}
}
