package standin

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Case is the configuration of a reported case beside the test, changed by pairs of old
// and new text. A text that is not there fails the test.
func Case(t testing.TB, name string, change ...string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "cases", name, "config.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return Change(t, string(b), change...)
}

// Change replaces pairs of old and new text. A text that is not there fails the test.
func Change(t testing.TB, text string, change ...string) string {
	t.Helper()
	for i := 0; i < len(change); i += 2 {
		if !strings.Contains(text, change[i]) {
			t.Fatalf("%q is not in the configuration", change[i])
		}
		text = strings.ReplaceAll(text, change[i], change[i+1])
	}
	return text
}
