package faults

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// However the daemon dies, systemd starts it again: only a wrong configuration, which
// nobody but a person can mend, has a code that the unit leaves alone.
func TestOnlyAWrongConfigurationIsLeft(t *testing.T) {
	unit, err := os.ReadFile("../../deploy/systemd/gpuarbiter.service")
	if err != nil {
		t.Fatal(err)
	}
	left := regexp.MustCompile(`(?m)^RestartPreventExitStatus=(.*)$`).FindSubmatch(unit)
	if left == nil || !strings.Contains(string(unit), "\nRestart=always\n") {
		t.Fatal("the unit says nothing of it")
	}
	if string(left[1]) != "78" {
		t.Fatalf("the unit leaves %s", left[1])
	}
	dir := t.TempDir()
	config := filepath.Join(dir, "config.yaml")
	write(t, config, "state_dir: state\nhttp: {listen: \"\"}\nelectricity: {price_per_kwh: 0.2}\ndevices: {source: simulated}\n")
	// A panic ends a Go program as these two do: with its stacks, and 2.
	for _, s := range []syscall.Signal{syscall.SIGABRT, syscall.SIGSEGV, syscall.SIGKILL} {
		d := start(t, dir, config)
		if err := d.cmd.Process.Signal(s); err != nil {
			t.Fatal(err)
		}
		<-d.done
		if code := d.cmd.ProcessState.ExitCode(); code == 78 || code == 0 {
			t.Errorf("after %v: code %d", s, code)
		}
	}
	write(t, config, "state_dir: [1]\n")
	var code int
	if err := exec.Command(program, "run", "--config", config).Run(); err != nil {
		code = err.(*exec.ExitError).ExitCode()
	}
	if code != 78 {
		t.Errorf("a wrong configuration ends with %d", code)
	}
}
