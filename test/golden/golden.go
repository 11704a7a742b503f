// Package golden compares a text with a file of the repository: what others rely on (the names of metrics,
// the help of commands, the elements of the page) does not change by accident, and a change on
// purpose shows in its commit.
package golden

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
)

var update = flag.Bool("update", false, "write testdata/golden anew instead of comparing with it")

// shownLines of a difference are enough to see what it is about.
const shownLines = 40

// Compare fails unless testdata/golden/name has the text; with -update it writes it there.
func Compare(t *testing.T, name, text string) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name)
	if *update {
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	if why := difference(file, string(want), text); why != "" {
		t.Errorf("%sif that is meant: go test %s -run '^%s$' -update, and say in the commit why", why, folder(), t.Name())
	}
}

// difference is what differs, cut short; "" if nothing does.
func difference(file, want, got string) string {
	if want == got {
		return ""
	}
	lines := bytes.SplitAfter(diff.Diff(file, []byte(want), "now", []byte(got)), []byte("\n"))
	if len(lines) > 0 {
		lines = lines[1:] // the command that nobody has called
	}
	if more := len(lines) - shownLines; more > 0 {
		lines = append(lines[:shownLines:shownLines], fmt.Appendf(nil, "... and %d lines more\n", more))
	}
	return fmt.Sprintf("%s is not what there is now:\n%s", file, bytes.Join(lines, nil))
}

// folder is the package's, as go test wants it from the repository's root.
func folder() string {
	here, err := os.Getwd()
	if err != nil {
		return "."
	}
	for root := here; ; root = filepath.Dir(root) {
		if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
			rel, err := filepath.Rel(root, here)
			if err != nil {
				return "."
			}
			return "./" + strings.TrimPrefix(filepath.ToSlash(rel), "./")
		}
		if root == filepath.Dir(root) {
			return "."
		}
	}
}
