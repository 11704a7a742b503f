// Package faults drives the real binary from outside through bad input and
// faults of the world: what it says, with which code it ends, what goes on
// meanwhile, and that it recovers by itself.
package faults

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// program is gpuarbiter, built once.
var program string

// xmrig stands in for the miner, built once.
var xmrig string

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "faults")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	program, library = filepath.Join(dir, "gpuarbiter"), filepath.Join(dir, "libnvidia-ml.so.1")
	xmrig = filepath.Join(dir, "xmrig")
	for out, pkg := range map[string]string{program: "../../cmd/gpuarbiter", xmrig: "../standin/xmrig"} {
		if said, err := exec.Command("go", "build", "-o", out, pkg).CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "go build: %v\n%s", err, said)
			return 1
		}
	}
	return m.Run()
}
