package faults

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestTrainerCheck: the program's own trainer keeps the contract, and one that breaks it in one way is found out by
// that, and by nothing else.
func TestTrainerCheck(t *testing.T) {
	t.Parallel()
	const own = `"$GPUARBITER" worker train "$@"`
	for name, tt := range map[string]struct {
		script string
		fails  []string // beginnings of what fails
	}{
		"own":                     {"exec " + own, nil},
		"forgets its checkpoints": {`rm -rf "$HOME/checkpoints"; exec ` + own, []string{"goes on from", "goes on behind"}},
		"ends with 1 for all":     {own + ` || exit 1`, []string{"SIGTERM", "goes on from", "a job", "data that"}},
		"says nothing":            {"exec " + own + " >/dev/null", []string{"trains", "ends at once", "SIGTERM", "goes on from", "a job", "data that"}},
		"names another model":     {`set -o pipefail; ` + own + ` | sed -u 's/"sha256":"........"*/"sha256":"00000000/'`, []string{"trains", "ends at once", "goes on behind"}},
		"is deaf":                 {`trap "" TERM; setsid ` + own, []string{"SIGTERM"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			trainer := filepath.Join(dir, "trainer")
			if err := os.WriteFile(trainer, []byte("#!/bin/bash\n"+tt.script+"\n"), 0o700); err != nil {
				t.Fatal(err)
			}
			patience := "1m"
			if name == "says nothing" { // however long one waits
				patience = "5s"
			}
			ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
			defer cancel()
			cmd := exec.CommandContext(ctx, program, "worker", "check", "--grace", "3s", "--patience", patience, "--dir", filepath.Join(dir, "check"), trainer)
			out, err := cmd.CombinedOutput()
			var failed []string
			for line := range strings.Lines(string(out)) {
				if rest, ok := strings.CutPrefix(line, "FAIL "); ok {
					failed = append(failed, rest)
				}
			}
			for _, want := range tt.fails {
				if !strings.Contains("\n"+strings.Join(failed, "\n"), "\n"+want) {
					t.Errorf("%q was let pass", want)
				}
			}
			if (err != nil) != (len(tt.fails) > 0) || len(tt.fails) == 0 && len(failed) > 0 {
				t.Errorf("%v", err)
			}
			t.Logf("%s", out)
		})
	}
}
