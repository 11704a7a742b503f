package process

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// shell starts a worker that runs a shell script.
func shell(t *testing.T, spec Spec, script string) *Worker {
	t.Helper()
	spec.Argv = []string{"sh", "-c", script}
	return begin(t, spec)
}

func begin(t *testing.T, spec Spec) *Worker {
	t.Helper()
	if spec.Env == nil {
		spec.Env = os.Environ()
	}
	if spec.Owner == "" {
		spec.Owner = ownerOf(t)
	}
	w, err := Start(context.Background(), testConfig(), spec)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Kill(context.Background()) })
	return w
}

func ownerOf(t *testing.T) string { return fmt.Sprintf("%s-%d", t.Name(), os.Getpid()) }

func alive(pid int) bool {
	s, ok := readStatus(pid, make([]byte, 4096))
	return ok && s.state != 'Z'
}

func eventually(t *testing.T, limit time.Duration, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(limit); !ok(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not within %s: %s", limit, what)
		}
	}
}

func waitFile(t *testing.T, path string) string {
	t.Helper()
	var content []byte
	eventually(t, time.Minute, "file "+path, func() bool {
		content, _ = os.ReadFile(path)
		return bytes.HasSuffix(content, []byte("\n"))
	})
	return strings.TrimSpace(string(content))
}

func TestExit(t *testing.T) {
	tests := []struct {
		name, script string
		code         int
		signal       syscall.Signal
	}{
		{"zero", "exit 0", 0, 0},
		{"code", "exit 7", 7, 0},
		{"high code", "exit 200", 200, 0},
		{"signal", "kill -SEGV $$", 139, syscall.SIGSEGV},
		{"killed", "kill -KILL $$", 137, syscall.SIGKILL},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			w := shell(t, Spec{}, test.script)
			<-w.Done()
			if exit := w.Exit(); exit.Code != test.code || exit.Signal != test.signal || exit.Err != nil || exit.At.IsZero() {
				t.Errorf("exit = %+v, want code %d, signal %d", exit, test.code, test.signal)
			}
		})
	}
}

func TestStartFails(t *testing.T) {
	ok := Spec{Argv: []string{"true"}, Owner: "o"}
	tests := []struct {
		name string
		edit func(*Config, *Spec)
		want string
	}{
		{"no such program", func(_ *Config, s *Spec) { s.Argv = []string{"/no/such/miner"} }, "/no/such/miner"},
		{"not in path", func(_ *Config, s *Spec) { s.Argv = []string{"no-such-miner"} }, "not found"},
		{"no such dir", func(_ *Config, s *Spec) { s.Dir = "/no/such/dir" }, "no such file"},
		{"bad log", func(_ *Config, s *Spec) { s.LogPath = "/no/such/dir/log" }, "worker log"},
		{"no argv", func(_ *Config, s *Spec) { s.Argv = nil }, "argv is empty"},
		{"no owner", func(_ *Config, s *Spec) { s.Owner = "" }, "owner is empty"},
		{"long orphan grace", func(c *Config, _ *Spec) { c.OrphanGrace = 5 * time.Second }, "orphan_grace_ms"},
		{"no supervisor", func(c *Config, _ *Spec) { c.SupervisorArgv = []string{"/no/such/self"} }, "supervisor"},
		{"supervisor dies", func(c *Config, _ *Spec) { c.SupervisorArgv = []string{"false"} }, "before it reported"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			cfg, spec := testConfig(), ok
			test.edit(&cfg, &spec)
			w, err := Start(context.Background(), cfg, spec)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Fatalf("Start = %v, %v, want an error with %q", w, err, test.want)
			}
		})
	}
	t.Run("context ends", func(t *testing.T) {
		cfg := testConfig()
		cfg.SupervisorArgv = []string{"sleep", "60"} // never reports
		ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
		defer cancel()
		if _, err := Start(ctx, cfg, ok); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Start = %v, want the context's error", err)
		}
	})
}

func TestLines(t *testing.T) {
	var lines []string
	w := shell(t, Spec{Stdout: func(line []byte) { lines = append(lines, string(line)) }},
		`echo one; echo; head -c 1500000 /dev/zero | tr '\0' x; echo; printf 'no end'`)
	<-w.Done()
	want := []string{"one", "", strings.Repeat("x", MaxLineBytes), "no end"}
	if !slices.Equal(lines, want) {
		t.Errorf("got %d lines, want %d", len(lines), len(want))
		for i, line := range lines {
			t.Logf("line %d: %d bytes, %.20q", i, len(line), line)
		}
	}
}

func TestEnvironment(t *testing.T) {
	uuid := "GPU-" + ownerOf(t)
	dir := t.TempDir()
	w := shell(t, Spec{Dir: dir, Env: []string{"PATH=" + os.Getenv("PATH"), "A=1", "A=2", EnvDevices + "=" + uuid, EnvOwner + "=liar"}},
		`echo "$A $GPUARBITER_OWNER $(pwd) $HOME" >out; exec sleep 60`)
	if got, want := waitFile(t, filepath.Join(dir, "out")), "2 "+ownerOf(t)+" "+dir; got != want {
		t.Errorf("worker saw %q, want %q", got, want)
	}
	occupants, err := Occupants(uuid)
	if err != nil || len(occupants) != 1 || occupants[0].PID != w.ChildPID() {
		t.Fatalf("Occupants = %v, %v, want just the worker %d (supervisor %d)", occupants, err, w.ChildPID(), w.PID())
	}
	if env := occupants[0].Env; env[EnvOwner] != ownerOf(t) || env[EnvDevices] != uuid || env["A"] != "" {
		t.Errorf("occupant env = %v", env)
	}
	if !w.Owns(w.ChildPID()) || w.Owns(os.Getpid()) || w.Owns(w.PID()) {
		t.Error("Owns is wrong")
	}
	if exit := w.Kill(context.Background()); exit.Signal != syscall.SIGKILL {
		t.Errorf("exit = %v", exit)
	}
	if occupants, _ := Occupants(uuid); len(occupants) != 0 {
		t.Errorf("done, and still occupied by %v", occupants)
	}
}

func TestStop(t *testing.T) {
	dir := t.TempDir()
	t.Run("orderly", func(t *testing.T) {
		t.Parallel()
		ready := filepath.Join(dir, "orderly")
		w := shell(t, Spec{Grace: 20 * time.Second}, "trap 'exit 3' TERM; echo >"+ready+"; while :; do sleep 0.02; done")
		waitFile(t, ready)
		if exit := w.Stop(context.Background()); exit.Code != 3 || exit.Err != nil {
			t.Errorf("exit = %+v", exit)
		}
	})
	t.Run("ignores SIGTERM", func(t *testing.T) {
		t.Parallel()
		ready := filepath.Join(dir, "ignores")
		grace := 400 * time.Millisecond
		w := shell(t, Spec{Grace: grace}, "trap '' TERM; echo >"+ready+"; while :; do sleep 0.1; done")
		waitFile(t, ready)
		begin := time.Now()
		exit := w.Stop(context.Background())
		if took := time.Since(begin); exit.Signal != syscall.SIGKILL || took < grace || took > grace+backstop {
			t.Errorf("exit = %+v after %s, want SIGKILL after %s", exit, took, grace)
		}
	})
	t.Run("given up", func(t *testing.T) {
		t.Parallel()
		ready := filepath.Join(dir, "given-up")
		w := shell(t, Spec{Grace: 20 * time.Second}, "trap '' TERM; echo >"+ready+"; sleep 60 & wait; sleep 60")
		waitFile(t, ready)
		ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
		defer cancel()
		if exit := w.Stop(ctx); !errors.Is(exit.Err, context.DeadlineExceeded) {
			t.Errorf("exit = %+v", exit)
		}
	})
	t.Run("supervisor hangs", func(t *testing.T) {
		t.Parallel()
		w := shell(t, Spec{Grace: time.Millisecond}, "exec sleep 60")
		_ = syscall.Kill(w.PID(), syscall.SIGSTOP)
		exit := w.Kill(context.Background())
		if exit.Err == nil || alive(w.ChildPID()) || alive(w.PID()) {
			t.Errorf("exit = %+v, worker alive %t", exit, alive(w.ChildPID()))
		}
	})
}

// Whatever a worker started ends with it, by whatever way it ends.
func TestNothingIsLeft(t *testing.T) {
	ends := map[string]func(w *Worker){
		"kill":              func(w *Worker) { w.Kill(context.Background()) },
		"stop":              func(w *Worker) { w.Stop(context.Background()) },
		"worker killed":     func(w *Worker) { _ = syscall.Kill(w.ChildPID(), syscall.SIGKILL) },
		"supervisor's TERM": func(w *Worker) { _ = syscall.Kill(w.PID(), syscall.SIGTERM); w.Kill(context.Background()) },
	}
	for name, end := range ends {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := begin(t, Spec{Argv: []string{os.Args[0], "part", "daemonise"}, Grace: 100 * time.Millisecond})
			hidden := 0
			eventually(t, time.Minute, "the daemonised process falls to the supervisor", func() bool {
				below, _ := descendants(w.PID())
				for _, d := range below {
					name, n := readProc(d.pid, "comm", make([]byte, 64))
					if d.ppid == w.PID() && d.pid != w.ChildPID() && string(name[:n]) == "sh\n" {
						hidden = d.pid
					}
				}
				return hidden != 0
			})
			below, _ := descendants(w.PID())
			end(w)
			<-w.Done()
			for _, d := range below {
				if alive(d.pid) {
					t.Errorf("process %d is left (worker %d, hidden %d)", d.pid, w.ChildPID(), hidden)
				}
			}
		})
	}
}

func TestOrphansAreReapedWhileRunning(t *testing.T) {
	w := shell(t, Spec{}, `for i in 1 2 3 4 5; do (sleep 0.01 & ) ; done; exec sleep 60`)
	eventually(t, time.Minute, "only the worker remains", func() bool {
		below, _ := descendants(w.PID())
		return len(below) == 1 && below[0].pid == w.ChildPID()
	})
}

func TestSupervisorKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pid")
	w := shell(t, Spec{}, "setsid sleep 60 & echo $! >"+path+"; exec sleep 61")
	var helper int
	fmt.Sscan(waitFile(t, path), &helper)
	_ = syscall.Kill(w.PID(), syscall.SIGKILL)
	<-w.Done()
	if exit := w.Exit(); exit.Err == nil || exit.Code != -1 {
		t.Errorf("exit = %+v, want an error", exit)
	}
	if alive(w.ChildPID()) || alive(helper) {
		t.Errorf("worker alive: %t, helper alive: %t", alive(w.ChildPID()), alive(helper))
	}
}

// daemon starts a second daemon with one worker and returns its processes.
func daemon(t *testing.T, owner string, argv ...string) (cmd *exec.Cmd, supervisor, child int) {
	t.Helper()
	cmd = exec.Command(os.Args[0], append([]string{"part", "daemon", owner}, argv...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if _, err2 := fmt.Sscan(line, &supervisor, &child); err != nil || err2 != nil {
		t.Fatalf("daemon said %q: %v %v", line, err, err2)
	}
	return cmd, supervisor, child
}

func TestDaemonKilled(t *testing.T) {
	dir := t.TempDir()
	saved, ready := filepath.Join(dir, "saved"), filepath.Join(dir, "ready")
	// It goes on printing to the pipe that nobody reads any more, and saves on SIGTERM.
	cmd, supervisor, child := daemon(t, ownerOf(t), "sh", "-c",
		"trap 'echo late; sleep 0.2; echo late; echo done >"+saved+"; exit' TERM; echo >"+ready+"; while :; do echo step; sleep 0.01; done")
	waitFile(t, ready)
	begin := time.Now()
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	eventually(t, time.Minute, "worker and supervisor gone", func() bool { return !alive(child) && !alive(supervisor) })
	t.Logf("all gone %s after the daemon", time.Since(begin))
	if got := waitFile(t, saved); got != "done" {
		t.Errorf("worker saved %q", got)
	}
}

// With the supervisor gone too, nobody is there to kill the worker: the kernel does.
func TestDaemonAndSupervisorKilled(t *testing.T) {
	ready := filepath.Join(t.TempDir(), "ready")
	cmd, supervisor, child := daemon(t, ownerOf(t), "sh", "-c", "echo >"+ready+"; trap '' TERM; exec sleep 60")
	waitFile(t, ready)
	_ = syscall.Kill(supervisor, syscall.SIGSTOP) // so that it cannot act on the daemon's end
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	_ = syscall.Kill(supervisor, syscall.SIGKILL)
	eventually(t, time.Minute, "worker gone", func() bool { return !alive(child) })
}

func TestWaitGone(t *testing.T) {
	owner, other := ownerOf(t), ownerOf(t)+"-other"
	bystander := shell(t, Spec{Owner: other}, "exec sleep 60")
	ready := filepath.Join(t.TempDir(), "ready")
	cmd, supervisor, child := daemon(t, owner, "sh", "-c", "trap '' TERM; echo >"+ready+"; while :; do sleep 0.1; done")
	waitFile(t, ready)
	if got, err := Survivors(owner); err != nil || !slices.Contains(got, supervisor) || !slices.Contains(got, child) {
		t.Errorf("Survivors = %v, %v, want %d and %d", got, err, supervisor, child)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := WaitGone(ctx, owner, time.Minute); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("WaitGone while they live = %v", err)
	}
	// Both at once: the supervisor cannot clean up, the worker dies with it, its helpers stay.
	_ = syscall.Kill(supervisor, syscall.SIGSTOP)
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	if left, err := WaitGone(context.Background(), owner, 100*time.Millisecond); err != nil || len(left) > 0 {
		t.Fatal(err)
	}
	if got, _ := Survivors(owner); len(got) != 0 || alive(child) || alive(supervisor) {
		t.Errorf("left: %v", got)
	}
	if !alive(bystander.ChildPID()) || !alive(bystander.PID()) {
		t.Error("killed the worker of another owner")
	}
	if _, err := WaitGone(context.Background(), "", 0); err == nil {
		t.Error("an empty owner was accepted")
	}
}

func TestWorkerLogRotates(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	cfg := testConfig()
	cfg.LogMaxBytes = 40_000
	w, err := Start(context.Background(), cfg, Spec{Owner: ownerOf(t), Env: os.Environ(), LogPath: path,
		Argv: []string{"sh", "-c", "seq 20000 >&2"}})
	if err != nil {
		t.Fatal(err)
	}
	<-w.Done()
	for _, name := range []string{path, path + ".1"} {
		info, err := os.Stat(name)
		if err != nil || info.Size() == 0 || info.Size() > cfg.LogMaxBytes {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
	content, _ := os.ReadFile(path)
	if !strings.HasSuffix(string(content), "\n20000\n") {
		t.Errorf("log ends with %q", content[max(0, len(content)-30):])
	}
}

func TestSignalIfLeavesOthersAlone(t *testing.T) {
	w := shell(t, Spec{}, "exec sleep 60")
	signalIf(w.ChildPID(), unix.SIGKILL, func() bool { return false })
	time.Sleep(50 * time.Millisecond)
	if !alive(w.ChildPID()) {
		t.Error("killed a process that failed the check")
	}
}

// A worker is known by the socket that it listens at, and others' are told from it.
func TestListener(t *testing.T) {
	free := func() int {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		return l.Addr().(*net.TCPAddr).Port
	}
	port := free()
	w := shell(t, Spec{Owner: ownerOf(t)}, fmt.Sprintf("exec %s part listen %d", os.Args[0], port))
	eventually(t, time.Minute, "the worker to listen", func() bool {
		conn, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err == nil {
			conn.Close()
		}
		return err == nil
	})
	if err := w.CheckListener(port); err != nil {
		t.Errorf("its own port: %v", err)
	}
	if err := w.CheckListener(free()); err != nil {
		t.Errorf("nobody's port: %v", err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if err := w.CheckListener(l.Addr().(*net.TCPAddr).Port); !errors.Is(err, ErrNotOurs) {
		t.Errorf("our port: %v", err)
	}
}

// The kernel takes a worker's memory before the daemon's.
func TestWorkersGoFirst(t *testing.T) {
	w := shell(t, Spec{Owner: ownerOf(t)}, "exec sleep 60")
	got, err := os.ReadFile(fmt.Sprintf("/proc/%d/oom_score_adj", w.ChildPID()))
	if err != nil || strings.TrimSpace(string(got)) != workerOOM {
		t.Errorf("%s, %v", got, err)
	}
}

// Another user's process, whatever it says of itself and however long that is, is no worker.
func TestOthersAreNotSeen(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can start another user's process")
	}
	owner := ownerOf(t)
	cmd := exec.Command("/bin/sleep", "60")
	cmd.Env = []string{EnvOwner + "=" + owner, EnvDevices + "=GPU-others", "LONG=" + strings.Repeat("x", 100_000)}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}()
	found, err := Survivors(owner)
	occupants, err2 := Occupants("GPU-others")
	if len(found)+len(occupants) > 0 || err != nil || err2 != nil {
		t.Errorf("%v %v %v %v", found, occupants, err, err2)
	}
}

// A process that the kernel cannot end holds up the start for a while only, and is named.
func TestWaitGoneHasAnEnd(t *testing.T) {
	owner := ownerOf(t)
	w := shell(t, Spec{Owner: owner}, "exec sleep 60")
	left, err := waitGone(t.Context(), owner, 0, 0, func(string) {}) // nothing can kill it
	if err != nil || !slices.Contains(left, w.ChildPID()) {
		t.Errorf("%v, %v, want %d among them", left, err, w.ChildPID())
	}
}
