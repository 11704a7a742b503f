package process

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// The test binary also plays the other parts: supervisor, daemon, and workers
// that a shell cannot play.
func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == "part" {
		os.Exit(play(os.Args[2], os.Args[3:]))
	}
	goleak.VerifyTestMain(m)
}

func play(part string, args []string) int {
	switch part {
	case "supervise":
		return Supervise(context.Background(), os.Stdin, os.Stdout, os.Stderr)
	case "daemon": // owner, then the worker's argv
		worker, err := Start(context.Background(), testConfig(), Spec{Argv: args[1:], Env: os.Environ(), Owner: args[0]})
		if err != nil {
			fmt.Println("error:", err)
			return 1
		}
		fmt.Println(worker.PID(), worker.ChildPID())
		select {}
	case "hostile":
		return hostile(args)
	case "listen": // at a port, for ever
		if _, err := net.Listen("tcp", "127.0.0.1:"+args[0]); err != nil {
			fmt.Println(err)
			return 1
		}
		time.Sleep(time.Hour)
	case "daemonise": // forks twice and leaves the session, then waits
		// The child of a child, in a session of its own, its parent gone.
		start(true, "part", "middle")
		time.Sleep(time.Hour)
	case "middle":
		start(true, "part", "hide")
		return 0
	case "hide": // also hides its environment
		_ = syscall.Exec("/bin/sh", []string{"sh", "-c", "trap '' TERM HUP; while :; do sleep 1; done"}, []string{"PATH=" + os.Getenv("PATH")})
	}
	return 99
}

func start(setsid bool, args ...string) {
	cmd := exec.Command(os.Args[0], args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: setsid}
	if err := cmd.Start(); err != nil {
		panic(err)
	}
}

func testConfig() Config {
	return Config{SupervisorArgv: []string{"/proc/self/exe", "part", "supervise"}, OrphanGrace: time.Second}
}
