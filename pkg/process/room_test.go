package process

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// needRoom skips where the kernel gives nobody namespaces, as in some containers.
func needRoom(t *testing.T) {
	t.Helper()
	_, out, exit := Run(t.Context(), []string{"unshare", "--user", "--map-root-user", "--mount-proc", "--pid", "--net", "--fork", "true"}, RunOptions{Timeout: 10 * time.Second})
	if exit.Code != 0 {
		t.Skipf("no namespaces here: %s", out)
	}
}

// inRoom runs a script in a room, and returns what it printed.
func inRoom(t *testing.T, room Room, script string, hidden ...string) string {
	t.Helper()
	cfg := testConfig()
	cfg.Hidden = func() []string { return hidden }
	var mu sync.Mutex
	var out strings.Builder
	w, err := Start(t.Context(), cfg, Spec{
		Argv: []string{"/bin/bash", "-c", script}, Env: []string{"PATH=/usr/bin:/bin"}, Dir: t.TempDir(), Owner: "room", Room: &room, LogPath: filepath.Join(t.TempDir(), "log"),
		Stdout: func(line []byte) {
			mu.Lock()
			defer mu.Unlock()
			fmt.Fprintf(&out, "%s\n", line)
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	select {
	case <-w.Done():
	case <-time.After(2 * time.Minute):
		w.Kill(context.Background())
		t.Error("it has not ended")
	}
	return out.String()
}

func TestRoom(t *testing.T) {
	needRoom(t)
	secret := filepath.Join(t.TempDir(), "keystore")
	pack := t.TempDir()
	for path, content := range map[string]string{secret: "key", filepath.Join(pack, "small"): "small", filepath.Join(pack, "large"): strings.Repeat("x", copyBytes+1)} {
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got := inRoom(t, Room{
		Files: map[string]string{"/hive/bin/hello": "#!/bin/sh\necho hello"}, Copies: map[string]string{"/hive/pack": pack},
		Writable: []string{"/hive", "/var/log/miner"},
	}, `
		/hive/bin/hello
		echo more >> /hive/pack/small && cat /hive/pack/small
		echo more >> /hive/pack/large || echo large cannot be written
		wc -c < /hive/pack/large
		echo log > /var/log/miner/log && echo logged
		echo here > file && echo own folder
		cat `+secret+` || echo no secret
		ls /home /root /var/lib || echo no home
		echo "user $(id -u), process $$"
		[ $(ls -d /proc/[0-9]* | wc -l) -lt 10 ] && echo own processes
		echo x > /usr/x || echo no system
		kill -0 `+fmt.Sprint(os.Getpid())+` || echo no daemon
		mount -t tmpfs x /tmp || echo no mount
		head -c 200000000 /dev/zero > /hive/full || echo it has an end
		echo > /dev/tcp/127.0.0.1/1 || echo no network
	`, secret)
	want := "hello\nsmallmore\nlarge cannot be written\n1048577\nlogged\nown folder\nno secret\nno home\nuser 0, process 1\nown processes\nno system\nno daemon\nno mount\nit has an end\nno network\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if b, _ := os.ReadFile(filepath.Join(pack, "small")); string(b) != "small" {
		t.Errorf("the package has been written: %q", b)
	}
}

// What is temporary in a room is its own: neither files nor sockets of the machine's are there, nothing is left of it, and
// neither empty files nor shared memory are without end; devices keep their modes.
func TestRoomKeepsToItself(t *testing.T) {
	needRoom(t)
	dir, err := os.MkdirTemp("/tmp", "outside")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	socket, err := net.Listen("unix", filepath.Join(dir, "socket"))
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	mark := filepath.Base(dir)
	got := inRoom(t, Room{Writable: []string{"/hive"}}, `
		ls -d /tmp/outside* /dev/shm/* || echo not the machine
		for d in /tmp /var/tmp /dev/shm; do echo x > $d/`+mark+` && echo own $d; done
		for i in $(seq 40000); do : > /hive/$i || break; done 2>/dev/null; [ $i -lt 40000 ] && echo files have an end
		chmod 600 /dev/full || echo modes stay
		ls /run/nscd /run/systemd/resolve || echo no names are asked for
		ipcmk -M 1000000 > /dev/null && echo memory
	`)
	if want := "not the machine\nown /tmp\nown /var/tmp\nown /dev/shm\nfiles have an end\nmodes stay\nno names are asked for\nmemory\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, d := range writeDefaults {
		if _, err := os.Lstat(filepath.Join(d, mark, mark)); err == nil {
			t.Errorf("it has written into %s", d)
		}
		if info, err := os.Lstat(filepath.Join(d, mark)); err == nil && !info.IsDir() {
			t.Errorf("it has left a file in %s", d)
		}
	}
	if out, _, _ := Run(t.Context(), []string{"ipcs", "-m"}, RunOptions{}); strings.Contains(string(out), " 1000000 ") {
		t.Errorf("shared memory is left:\n%s", out)
	}
}

// What may be reached is reached, by its own name and port; nobody else is.
func TestRoomReaches(t *testing.T) {
	needRoom(t)
	serve := func(text string) string {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { l.Close() })
		go func() {
			for {
				c, err := l.Accept()
				if err != nil {
					return
				}
				line, _ := bufio.NewReader(c).ReadString('\n')
				fmt.Fprintf(c, "%s: %s", text, line)
				c.Close()
			}
		}()
		return l.Addr().String()
	}
	pool, other := serve("pool"), serve("other")
	_, port, _ := net.SplitHostPort(pool)
	_, otherPort, _ := net.SplitHostPort(other)
	ask := func(host, port string) string {
		return "exec 5<>/dev/tcp/" + host + "/" + port + " && echo hi >&5 && cat <&5 || echo not reached\n"
	}
	room := Room{Reach: []string{"localhost:" + port, "10.9.8.7:" + otherPort}}
	got := inRoom(t, room, ask("localhost", port)+ask("127.0.0.1", otherPort)+ask("127.0.0.1", "22")+ask("192.0.2.1", "80")+"timeout 2 bash -c 'echo > /dev/udp/192.0.2.1/53' || echo no datagram")
	want := "pool: hi\nnot reached\nnot reached\nno datagram\n"
	if strings.Replace(got, "not reached\n", "", 1) != want && got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	room = Room{AllNetwork: true}
	if got := inRoom(t, room, ask("127.0.0.1", otherPort)); got != "other: hi\n" {
		t.Errorf("with all of the network: %q", got)
	}
}

// A stop reaches a worker in a room, and nothing that it started is left.
func TestRoomEnds(t *testing.T) {
	needRoom(t)
	ready := make(chan struct{})
	w, err := Start(t.Context(), testConfig(), Spec{
		Argv: []string{"/bin/bash", "-c", "trap 'exit 3' TERM; (trap '' TERM HUP; exec setsid sleep 1000) & echo ready; wait"}, Env: []string{"PATH=/usr/bin:/bin"}, Owner: "room", Room: &Room{},
		LogPath: filepath.Join(t.TempDir(), "log"), Stdout: func([]byte) { close(ready) },
	})
	if err != nil {
		t.Fatal(err)
	}
	<-ready
	pid := w.ChildPID()
	if exit := w.Stop(t.Context()); exit.Code != 3 {
		t.Errorf("ended with %v", exit)
	}
	if err := unix.Kill(pid, 0); err == nil {
		t.Error("its first process is there")
	}
}

func TestReach(t *testing.T) {
	for _, bad := range []string{"pool", "[2001:db8::1]:3333", "a b:1", "a\n127.0.0.1 b:1"} {
		if _, err := openDoor(&Room{Reach: []string{bad}}); err == nil {
			t.Errorf("%q can be reached", bad)
		}
	}
}
