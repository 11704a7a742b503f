package workers

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.uber.org/zap"
	"go.uber.org/zap/zaptest/observer"

	"github.com/gpuarbiter/gpuarbiter/pkg/miner/drivers"
	"github.com/gpuarbiter/gpuarbiter/pkg/process"
)

// A miner that tells its version nowhere is asked before its start, once for its program: one below the floor
// earns nothing, and says why.
func TestVersionIsAsked(t *testing.T) {
	dir := t.TempDir()
	page, err := drivers.Builtin().Find("alpha-miner")
	if err != nil {
		t.Fatal(err)
	}
	core, logs := observer.New(zap.WarnLevel)
	l := &Launcher{Log: zap.New(core), Process: process.Config{SupervisorArgv: []string{os.Args[0], "supervise"}, Log: zap.NewNop()}, Owner: "test"}
	for n, tt := range []struct{ script, want, tooOld string }{
		{"echo asked >> " + dir + "/n; echo alpha-miner 1.9.1 '(built 2026)'", "1.9.1", "version 1.9.1 is older than 1.9.2"},
		{"echo asked >> " + dir + "/n; echo 'alpha-miner v1.10.0' >&2", "1.10.0", ""},
		{"echo unknown option; exit 2", "", ""}, {"sleep 100", "", ""},
	} {
		program := filepath.Join(dir, fmt.Sprint("miner", n))
		if err := os.WriteFile(program, []byte("#!/bin/sh\n"+tt.script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		spec := process.Spec{Argv: []string{program, "--host", "p"}, Dir: dir, Env: []string{"PATH=" + os.Getenv("PATH")}, WritePaths: []string{dir}, LogPath: filepath.Join(dir, "log"), LogStdout: true, Owner: "test"}
		before := time.Now()
		for range 3 {
			got := l.askVersion(t.Context(), page, "pearlhash", spec)
			if old := page.TooOld(got, "pearlhash"); got != tt.want || (old != "") != (tt.tooOld != "") {
				t.Errorf("%s: %q, %q", tt.script, got, old)
			}
		}
		if took := time.Since(before); n == 3 && took > 3*versionTakes {
			t.Errorf("a program that does not end was waited for for %s", took)
		}
		if got := l.askVersion(t.Context(), page, "kawpow", spec); got != "" {
			t.Errorf("without a floor: %q", got)
		}
	}
	if asked, err := os.ReadFile(filepath.Join(dir, "n")); err != nil || string(asked) != "asked\nasked\n" {
		t.Errorf("%q, %v", asked, err)
	}
	if logs.FilterMessageSnippet("does not say its version").Len() != 2 {
		t.Errorf("%v", logs.All())
	}
}
