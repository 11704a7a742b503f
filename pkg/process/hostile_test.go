package process

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// hostile tries what a miner from the internet could, and writes a line for each
// try: "ok NAME" where it succeeded, "no NAME: why". Its arguments are key=value.
func hostile(args []string) int {
	at := map[string]string{}
	for _, arg := range args {
		key, value, _ := strings.Cut(arg, "=")
		at[key] = value
	}
	daemon, _ := strconv.Atoi(at["daemon"])
	supervisor := os.Getppid()
	proc := func(pid int, name string) string { return fmt.Sprintf("/proc/%d/%s", pid, name) }
	read := func(path string) error {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		_, err = f.Read(make([]byte, 1))
		return err
	}
	write := func(path string) error { return os.WriteFile(path, []byte("x"), 0o600) }
	tries := []struct {
		name string
		try  func() error
	}{
		{"read keystore", func() error { return read(at["keystore"]) }},
		{"read keystore by a link", func() error {
			link := filepath.Join(at["own"], "link")
			return errors.Join(os.Symlink(at["keystore"], link), read(link))
		}},
		{"link the keystore here", func() error { return os.Link(at["keystore"], filepath.Join(at["own"], "hard")) }},
		{"read password", func() error { return read(at["password"]) }},
		{"read credential", func() error { return read(at["credential"]) }},
		{"read store", func() error { return read(at["store"]) }},
		{"list state_dir", func() error { _, err := os.ReadDir(at["state"]); return err }},
		{"write state_dir", func() error { return write(filepath.Join(at["state"], "new")) }},
		{"write other worker", func() error { return write(filepath.Join(at["other"], "miner.json")) }},
		{"read other worker", func() error { return read(filepath.Join(at["other"], "miner.json")) }},
		{"daemon's environ", func() error { return read(proc(daemon, "environ")) }},
		{"daemon's mem", func() error { return peek(daemon) }},
		{"daemon's files", func() error { return anyFile(proc(daemon, "fd")) }},
		{"trace daemon", func() error { return trace(daemon) }},
		{"signal daemon", func() error { return unix.Kill(daemon, unix.SIGUSR2) }},
		{"supervisor's mem", func() error { return peek(supervisor) }},
		{"signal supervisor", func() error { return unix.Kill(supervisor, unix.SIGUSR2) }},
		{"connect control", func() error { return knock("unix", at["control"]) }},
		{"connect abstract", func() error { return knock("unix", at["abstract"]) }},
		{"inherited file", func() error {
			for fd := 3; fd < 64; fd++ {
				if link, err := os.Readlink(fmt.Sprintf("/proc/self/fd/%d", fd)); err == nil && strings.HasPrefix(link, at["state"]) {
					return nil
				}
			}
			return errors.New("none")
		}},
		{"capability", capable},
		{"own folder", func() error {
			sub := filepath.Join(at["own"], "sub")
			return errors.Join(os.MkdirAll(sub, 0o700), write(filepath.Join(sub, "a")), os.Rename(filepath.Join(sub, "a"), filepath.Join(at["own"], "a")), read(filepath.Join(at["own"], "a")))
		}},
		{"own data", func() error { return read(at["data"]) }},
		{"temporary file", func() error { return write(filepath.Join(os.TempDir(), "t")) }},
		{"system", func() error { return errors.Join(read("/etc/passwd"), read("/proc/meminfo"), write("/dev/null")) }},
		{"network", func() error { return get(at["http"]) }},
		{"own server", serveSelf},
	}
	for _, t := range tries {
		if err := t.try(); err != nil && !errors.Is(err, io.EOF) {
			fmt.Printf("no %s: %v\n", t.name, err)
		} else {
			fmt.Printf("ok %s\n", t.name)
		}
	}
	fmt.Fprintln(os.Stderr, "a line for the log")
	return 0
}

// peek reads a byte of another process's memory, as a debugger would.
func peek(pid int) error {
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", pid))
	if err != nil {
		return err
	}
	start, _, _ := strings.Cut(string(maps), "-")
	at, err := strconv.ParseInt(start, 16, 64)
	if err != nil {
		return err
	}
	mem, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		return err
	}
	defer mem.Close()
	_, err = mem.ReadAt(make([]byte, 1), at)
	return err
}

// knock says a word at a socket and wants one back.
func knock(network, address string) error {
	conn, err := net.Dial(network, address)
	if err != nil {
		return err
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(5 * time.Second))
	n, err := conn.Read(make([]byte, 2))
	if n > 0 {
		return nil
	}
	return fmt.Errorf("connected, but refused: %v", err)
}

// anyFile opens one of the files that another process has open.
func anyFile(dir string) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		f, openErr := os.OpenFile(filepath.Join(dir, e.Name()), os.O_RDONLY|unix.O_NONBLOCK, 0)
		if openErr == nil {
			return f.Close()
		}
		err = openErr
	}
	return err
}

// trace attaches to a process without stopping it.
func trace(pid int) error {
	const seize = 0x4206
	if _, _, errno := unix.Syscall6(unix.SYS_PTRACE, seize, uintptr(pid), 0, 0, 0, 0); errno != 0 {
		return errno
	}
	return nil
}

func capable() error {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(text)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":\t")
		zero := strings.Trim(value, "0") == ""
		if (name == "CapEff" || name == "CapPrm" || name == "CapAmb" || name == "CapInh") && !zero || name == "NoNewPrivs" && value != "1" {
			return nil
		}
	}
	return errors.New("none")
}

func get(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func serveSelf() error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	defer l.Close()
	go http.Serve(l, nil) //nolint:errcheck // ends with the process
	return get("http://" + l.Addr().String())
}

// allowedTries are the worker's own work.
var allowedTries = []string{"own folder", "own data", "temporary file", "system", "network", "own server"}
