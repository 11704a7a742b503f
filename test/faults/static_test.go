package faults

import (
	"encoding/binary"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/gpuarbiter/gpuarbiter/pkg/store"
	"github.com/gpuarbiter/gpuarbiter/test/devnet"
)

// TestStatic runs the tables in testdata: bad input that must stop a command
// with a code and with words that name what is wrong, where, and the cure.
//
//	fails CODE ARGS...   gpuarbiter ARGS ends with CODE, says error: and hint:, and prints nothing else
//	works ARGS...        gpuarbiter ARGS ends with code 0
//	refused FILE         every command that reads a configuration refuses FILE so, with code 78
//	expand FILE          replaces the script's variables in FILE
//	truncate FILE N      cuts FILE to N bytes
//	flip FILE N          changes byte N of FILE
func TestStatic(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:   "testdata",
		Setup: furnish,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"fails": fails, "works": works, "finds": finds, "refused": refused, "expand": expand, "truncate": truncate, "flip": flip,
		},
	})
}

func works(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: works ARGS...")
	}
	ts.Check(ts.Exec(program, args...))
}

// finds is a check that does its work and finds faults: they are its output, and
// the exit status tells.
func finds(ts *testscript.TestScript, neg bool, args []string) {
	var exit *exec.ExitError
	if err := ts.Exec(program, args...); neg || !errors.As(err, &exit) || exit.ExitCode() != 1 {
		ts.Fatalf("gpuarbiter %s: %v, not exit 1", strings.Join(args, " "), err)
	}
}

func fails(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: fails CODE ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(program, args[1:]...)
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		ts.Fatalf("gpuarbiter %s: %v, not exit %d", strings.Join(args[1:], " "), err, want)
	}
	text := ts.ReadFile("stderr")
	if got := exit.ExitCode(); got != want {
		ts.Fatalf("exit %d, want %d: %s", got, want, text)
	}
	says := map[string]int{}
	for line := range strings.Lines(text) {
		switch {
		case strings.HasPrefix(line, "error: "):
			says["error"]++
		case strings.HasPrefix(line, "hint: "):
			says["hint"]++
		case strings.HasPrefix(line, "panic") || strings.HasPrefix(line, "goroutine "):
			ts.Fatalf("it panics: %s", text)
		}
	}
	if says["error"] == 0 || says["hint"] == 0 {
		ts.Fatalf("stderr has %d error: lines and %d hint: lines: %s", says["error"], says["hint"], text)
	}
}

// refused leaves the words of the last command for the script to look at.
func refused(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: refused FILE")
	}
	for _, command := range []string{"status", "explain", "challenges", "ledger", "gpus", "challenge show 0", "challenge draw 0", "config check", "run"} {
		fails(ts, false, append(append([]string{"78"}, strings.Fields(command)...), "-c", args[0]))
		if text := ts.ReadFile("stderr"); !strings.Contains(text, "error: "+args[0]+": ") {
			ts.Fatalf("%s does not name the file: %s", command, text)
		}
	}
}

func expand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: expand FILE")
	}
	text := os.Expand(ts.ReadFile(args[0]), ts.Getenv)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

func truncate(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: truncate FILE N")
	}
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

func flip(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: flip FILE N")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	b, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	b[n] ^= 1
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o600))
}

// furnish puts into a script's folder what it may need: a data set, a keystore
// file with its password, stores that another process (this one) has locked,
// and addresses, one where somebody listens and one where nobody does.
func furnish(env *testscript.Env) error {
	env.Setenv("HOME", env.WorkDir)
	if err := dataset(filepath.Join(env.WorkDir, "data")); err != nil {
		return err
	}
	path, _, err := devnet.WriteKeystore(filepath.Join(env.WorkDir, "keys"), "a password for a test")
	if err != nil {
		return err
	}
	env.Setenv("KEY", path)
	env.Setenv("PASSWORD", path+".password")
	for _, name := range []string{"gpuarbiter.db", "organiser.db"} {
		s, err := store.Open(filepath.Join(env.WorkDir, "locked", name))
		if err != nil {
			return err
		}
		env.Defer(func() { _ = s.Close() })
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	env.Defer(func() { _ = taken.Close() })
	env.Setenv("TAKEN", taken.Addr().String())
	socket, err := net.Listen("unix", filepath.Join(env.WorkDir, "live.sock"))
	if err != nil {
		return err
	}
	env.Defer(func() { _ = socket.Close() })
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	env.Setenv("NOBODY", free.Addr().String())
	return free.Close()
}

// dataset writes 720 images of 4 x 4 pixels in two classes as IDX.
func dataset(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	const n, side = 720, 4
	images, labels := idx(3, n, side, side), idx(1, n)
	for i := range n {
		for p := range side * side {
			images = append(images, byte(i*31+p*7))
		}
		labels = append(labels, byte(i%2))
	}
	return errors.Join(
		os.WriteFile(filepath.Join(dir, "train-images-idx3-ubyte"), images, 0o600),
		os.WriteFile(filepath.Join(dir, "train-labels-idx1-ubyte"), labels, 0o600))
}

func idx(rank byte, dims ...uint32) []byte {
	b := []byte{0, 0, 8, rank}
	for _, d := range dims {
		b = binary.BigEndian.AppendUint32(b, d)
	}
	return b
}
