package golden

import (
	"strings"
	"testing"
)

// A difference shows what was and what is, and no more than fits a screen.
func TestDifference(t *testing.T) {
	if got := difference("a.txt", "one\ntwo\n", "one\ntwo\n"); got != "" {
		t.Error(got)
	}
	got := difference("a.txt", "one\ntwo\nthree\n", "one\n2\nthree\n")
	for _, want := range []string{"a.txt is not what there is now", "-two\n", "+2\n", " one\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
	if got := difference("a.txt", "", strings.Repeat("line\n", 500)); strings.Count(got, "\n") > shownLines+3 || !strings.Contains(got, "lines more") {
		t.Error(got)
	}
	if got := folder(); got != "./test/golden" {
		t.Error(got)
	}
}

func TestCompare(t *testing.T) { Compare(t, "one.txt", "what others rely on\n") }
